/* A page judged as easy to read has no very long word. */
#include "rules/common/text.h"

enum { LONG };

static const struct clair_message messages[] = {
	[LONG] = {
		.key = "long",
		.fr = "Le mot « {text} » a {count} lettres. Une page facile à lire en demande {max} au plus.",
		.en = "The word “{text}” has {count} letters. An easy-to-read page asks for {max} at most.",
	},
};

static bool
is_judged(const struct clair_word *word)
{
	return (clair_word_flags(word) &
		   (CLAIR_WORD_ADDRESS | CLAIR_WORD_HAS_DIGIT | CLAIR_WORD_CODE |
		       CLAIR_WORD_OTHER_LANGUAGE)) == 0;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	const double max = clair_threshold(ctx, "falc.mot.lettres.max");
	const struct clair_word *word = NULL;
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;

	if (!clair_wants_falc(ctx))
		return CLAIR_INAPPLICABLE;
	while ((word = clair_block_word_next(ctx, block, word)) != NULL) {
		const char *text = clair_word_text(ctx, word);
		struct clair_finding *finding;

		if (outcome == CLAIR_INAPPLICABLE)
			outcome = CLAIR_PASS;
		if (!is_judged(word) || rule_characters(text) <= max)
			continue;
		finding = clair_report_words(ctx, word, word, LONG);
		clair_arg(finding, "text", text);
		clair_arg_num(finding, "count", rule_characters(text));
		clair_arg_num(finding, "max", max);
		outcome = CLAIR_FAIL;
	}
	return outcome;
}

CLAIR_RULE(falc_word_long) = {
	.id = "falc/word-long",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.on_text = true,
	.on_blocks = CLAIR_PROSE_BLOCKS | CLAIR_BLOCKS(CLAIR_BLOCK_HEADING),
	.only_french = true,
	.only_main = true,
	.falc = CLAIR_IDS("G06"),
	.thresholds = CLAIR_IDS("falc.mot.lettres.max"),
	.title = {
		.fr = "Une page facile à lire a des mots courts",
		.en = "An easy-to-read page has short words",
	},
	.why = {
		.fr = "Un mot très long se lit morceau par morceau. On en perd le sens.",
		.en = "A very long word is read piece by piece. Its meaning gets lost.",
	},
	.remedy = {
		.fr = "Choisir un mot plus court, ou plusieurs mots simples.",
		.en = "Choose a shorter word, or several simple words.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC).",
		.en = "The rule holds only for pages judged as easy to read (FALC).",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
