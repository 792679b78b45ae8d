/* An easy-to-read text gives examples. */
#include "rules/common/pattern.h"

enum { NONE };

static const struct clair_message messages[] = {
	[NONE] = {
		.key = "none",
		.fr = "La page a {count} mots et aucun exemple. Un exemple de la vie de tous les jours aiderait-il ?",
		.en = "The page has {count} words and no example. Would an example of daily life help?",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const uint32_t words = clair_readability(ctx)->words;
	struct text_place place;

	if (!clair_wants_falc(ctx) || words < clair_threshold(ctx, "falc.exemple.mots.min"))
		return CLAIR_INAPPLICABLE;
	if (text_find_in_page(ctx, "example", CLAIR_PROSE_BLOCKS | CLAIR_BLOCKS(CLAIR_BLOCK_HEADING), &place))
		return CLAIR_PASS;
	clair_arg_num(clair_review_page(ctx, NONE), "count", words);
	return CLAIR_REVIEW;
}

CLAIR_RULE(falc_example_missing) = {
	.id = "falc/example-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.on_text = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.falc = CLAIR_IDS("G08"),
	.thresholds = CLAIR_IDS("falc.exemple.mots.min"),
	.title = {
		.fr = "Le texte donne des exemples",
		.en = "The text gives examples",
	},
	.why = {
		.fr = "Une idée se comprend mieux avec un exemple que l’on a vécu.",
		.en = "An idea is better understood with an example that people have lived.",
	},
	.remedy = {
		.fr = "Ajouter « Par exemple : », puis une situation de tous les jours.",
		.en = "Add “For example:”, then a situation of every day.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC). La règle cherche « par exemple », « comme », « imaginez ».",
		.en = "The rule holds only for pages judged as easy to read (FALC). The rule looks for “par exemple”, “comme”, “imaginez”.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
