/* A sentence says one idea. */
#include "rules/common/construction.h"
#include "rules/common/outcome.h"

enum { VERBS, CLAUSES };

static const struct clair_message messages[] = {
	[VERBS] = {
		.key = "verbs",
		.fr = "Cette phrase a {count} verbes conjugués : elle dit plusieurs idées. Le maximum conseillé est {max}.",
		.en = "This sentence has {count} verbs with a subject: it says several ideas. The advised maximum is {max}.",
	},
	[CLAUSES] = {
		.key = "clauses",
		.fr = "Cette phrase a {count} mots comme « qui », « que », « si » : elle dit plusieurs idées. Le maximum conseillé est {max}.",
		.en = "This sentence has {count} words such as “who”, “that”, “if”: it says several ideas. The advised maximum is {max}.",
	},
};

/* One judgment: how many there are, how many are fine, and what is said of it. */
static bool
has_too_many(struct clair_ctx *ctx, const struct clair_sentence *sentence, uint32_t count, uint32_t max,
    unsigned message)
{
	const char *halves;
	struct clair_finding *finding;

	if (count <= max)
		return false;
	finding = clair_report_sentence(ctx, sentence, message);
	clair_arg_num(finding, "count", count);
	clair_arg_num(finding, "max", max);
	halves = clair_sentence_in_two(ctx, sentence, clair_sentence_words(sentence));
	if (halves != NULL)
		clair_fix_text(finding, CLAIR_CHOICE, halves);
	return true;
}

static enum clair_outcome
check_sentence(struct clair_ctx *ctx, const struct clair_sentence *sentence)
{
	const struct clair_clauses clauses = clair_sentence_clauses(ctx, sentence);

	if (has_too_many(ctx, sentence, clauses.verbs,
	        rule_threshold_for(ctx, "falc.phrase.verbes.max", "lisibilite.phrase.verbes.max"), VERBS))
		return CLAIR_FAIL;
	if (has_too_many(ctx, sentence, clauses.subordinators,
	        rule_threshold_for(
	            ctx, "falc.phrase.subordonnees.max", "lisibilite.phrase.subordonnees.max"),
	        CLAUSES))
		return CLAIR_FAIL;
	return CLAIR_PASS;
}

/* A long sentence is the matter of other rules. */
static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	const uint32_t max =
	    rule_threshold_for(ctx, "falc.phrase.mots.max", "lisibilite.phrase.mots.max");
	const struct clair_sentence *sentence = NULL;
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;

	while ((sentence = clair_sentence_next(ctx, block, sentence)) != NULL)
		if (clair_sentence_words(sentence) <= max && clair_sentence_is_prose(ctx, sentence))
			outcome = rule_worse(outcome, check_sentence(ctx, sentence));
	return outcome;
}

CLAIR_RULE(readability_many_ideas) = {
	.id = "readability/many-ideas",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MINOR,
	.advice = true,
	.on_text = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.on_blocks = CLAIR_PROSE_BLOCKS,
	.only_french = true,
	.only_main = true,
	.falc = CLAIR_IDS("W24"),
	.needs = CLAIR_IDS("S-013", "S-025"),
	.thresholds = CLAIR_IDS(
	    "falc.phrase.verbes.max",
	    "falc.phrase.subordonnees.max",
	    "falc.phrase.mots.max",
	    "lisibilite.phrase.verbes.max",
	    "lisibilite.phrase.subordonnees.max",
	    "lisibilite.phrase.mots.max"),
	.title = {
		.fr = "Une phrase dit une seule idée",
		.en = "A sentence says one idea",
	},
	.why = {
		.fr = "Plusieurs verbes dans une phrase, ce sont plusieurs idées à garder en tête en même temps.",
		.en = "Several verbs in a sentence are several ideas to keep in mind at once.",
	},
	.remedy = {
		.fr = "Mettre un point à la place de « et », « qui » ou « si ». Écrire une phrase pour chaque idée.",
		.en = "Put a full stop in the place of “and”, “who” or “if”. Write one sentence for each idea.",
	},
	.limits = {
		.fr = "Les phrases trop longues sont montrées par une autre règle.",
		.en = "Sentences that are too long are shown by another rule.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
