/* An easy-to-read page is short. */
#include "clairlint/rule.h"

enum { LONG, RATHER_LONG };

static const struct clair_message messages[] = {
	[LONG] = {
		.key = "long",
		.fr = "La page a {count} mots. Au-delà de {max} mots, la couper en plusieurs pages.",
		.en = "The page has {count} words. Past {max} words, cut it into several pages.",
	},
	[RATHER_LONG] = {
		.key = "rather-long",
		.fr = "La page a {count} mots. Peut-on la couper en plusieurs pages ?",
		.en = "The page has {count} words. Can it be cut into several pages?",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const double max = clair_threshold(ctx, "falc.page.mots.max");
	const uint32_t words = clair_readability(ctx)->words;
	struct clair_finding *finding;

	if (!clair_wants_falc(ctx) || words == 0)
		return CLAIR_INAPPLICABLE;
	if (words <= clair_threshold(ctx, "falc.page.mots.conseil"))
		return CLAIR_PASS;
	finding = words > max ? clair_report_page(ctx, LONG) : clair_review_page(ctx, RATHER_LONG);
	clair_arg_num(finding, "count", words);
	clair_arg_num(finding, "max", max);
	return words > max ? CLAIR_FAIL : CLAIR_REVIEW;
}

CLAIR_RULE(falc_page_long) = {
	.id = "falc/page-long",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.on_text = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.falc = CLAIR_IDS("W02", "W33"),
	.thresholds = CLAIR_IDS("falc.page.mots.max", "falc.page.mots.conseil"),
	.title = {
		.fr = "Une page facile à lire est courte",
		.en = "An easy-to-read page is short",
	},
	.why = {
		.fr = "Un long texte décourage avant d’être lu.",
		.en = "A long text discourages before it is read.",
	},
	.remedy = {
		.fr = "Garder l’essentiel. Faire une page par question.",
		.en = "Keep what matters. Make one page for each question.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC).",
		.en = "The rule holds only for pages judged as easy to read (FALC).",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
