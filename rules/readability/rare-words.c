/* Few words of a page are rare. */
#include "rules/common/reading.h"
#include "rules/common/text.h"

enum { MANY, MANY_FALC };
enum { NAMED = 10, LIST_BYTES = 200 };

static const struct clair_message messages[] = {
	[MANY] = {
		.key = "many",
		.fr = "{share} % des mots sont rares. Le maximum conseillé est {max} %. Les plus rares : {list}.",
		.en = "{share}% of the words are rare. The advised maximum is {max}%. The rarest: {list}.",
	},
	[MANY_FALC] = {
		.key = "many-falc",
		.fr = "{share} % des mots sont rares. Le maximum d’une page facile à lire est {max} %. Les plus rares : {list}.",
		.en = "{share}% of the words are rare. The maximum of an easy-to-read page is {max}%. The rarest: {list}.",
	},
};

/* "quotité (3), usufruit" */
static void
name_rarest(struct clair_ctx *ctx, struct clair_finding *finding)
{
	char list[LIST_BYTES] = "";
	size_t length = 0;

	for (size_t i = 0; i < NAMED && i < clair_rare_word_count(ctx); i++) {
		const struct clair_rare_word *rare = clair_rare_word(ctx, i);

		length = rule_append(list, length, sizeof(list), i == 0 ? "" : ", ");
		length = rule_append(list, length, sizeof(list), clair_word_lower(ctx, rare->word));
		if (rare->count == 1)
			continue;
		length = rule_append(list, length, sizeof(list), " (");
		length = rule_append_count(list, length, sizeof(list), rare->count);
		length = rule_append(list, length, sizeof(list), ")");
	}
	clair_arg(finding, "list", list);
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const bool falc = clair_wants_falc(ctx);
	const double max = clair_threshold(
	    ctx, falc ? "falc.mots.rares.part.max" : "lisibilite.mots.rares.part.max");
	const struct clair_readability *text = clair_readability(ctx);
	const double share = rule_rounded(text->features[CLAIR_READING_RARE_WORDS]);
	const struct clair_word *rarest;
	struct clair_finding *finding;

	if (text->words == 0)
		return CLAIR_INAPPLICABLE;
	if (text->words < clair_threshold(ctx, "lisibilite.mots.min"))
		return clair_untested(ctx, CLAIR_WHY_TOO_SHORT);
	if (share <= max || clair_rare_word_count(ctx) == 0)
		return CLAIR_PASS;
	rarest = clair_rare_word(ctx, 0)->word;
	finding = clair_report_words(ctx, rarest, rarest, falc ? MANY_FALC : MANY);
	clair_arg_num(finding, "share", share);
	clair_arg_num(finding, "max", max);
	name_rarest(ctx, finding);
	return CLAIR_FAIL;
}

CLAIR_RULE(readability_rare_words) = {
	.id = "readability/rare-words",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.on_text = true,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.needs = CLAIR_IDS("S-013"),
	.falc = CLAIR_IDS("G06"),
	.thresholds = CLAIR_IDS(
	    "lisibilite.mots.rares.part.max", "falc.mots.rares.part.max", "lisibilite.mots.min"),
	.title = {
		.fr = "La page emploie surtout des mots courants",
		.en = "The page uses mostly common words",
	},
	.why = {
		.fr = "Un mot que l’on n’a jamais lu arrête la lecture. Quand ils se suivent, on perd le sens.",
		.en = "A word that people have never read stops them. When they follow one another, the meaning is lost.",
	},
	.remedy = {
		.fr = "Remplacer ces mots par des mots de tous les jours. Expliquer ceux qu’il faut garder.",
		.en = "Replace these words with everyday words. Explain those that have to stay.",
	},
	.limits = {
		.fr = "Un mot est rare s’il revient moins de cinq fois par million de mots dans les dialogues de films. Les noms, les sigles, les nombres et les mots absents du dictionnaire ne comptent pas.",
		.en = "A word is rare when it comes less than five times in a million words of film dialogues. Names, acronyms, numbers and words that no dictionary has do not count.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
