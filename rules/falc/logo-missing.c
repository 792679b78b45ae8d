/* A page that is easy to read shows it by the European logo. */
#include "clairlint/rule.h"

enum { MISSING };

static const struct clair_message messages[] = {
	[MISSING] = {
		.key = "missing",
		.fr = "La page se dit facile à lire, sans le logo européen. Le mettre seulement si des personnes concernées l’ont relue.",
		.en = "The page says it is easy to read, without the European logo. Add it only if people concerned have proofread it.",
	},
};

static bool
has_logo(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_IMG); i++)
		if (clair_is_falc_logo(ctx, clair_tag_at(ctx, CLAIR_TAG_IMG, i)))
			return true;
	return false;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	if (!clair_wants_falc(ctx) || !clair_page_says_falc(ctx))
		return CLAIR_INAPPLICABLE;
	if (has_logo(ctx))
		return CLAIR_PASS;
	clair_review_page(ctx, MISSING);
	return CLAIR_REVIEW;
}

CLAIR_RULE(falc_logo_missing) = {
	.id = "falc/logo-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.needs = CLAIR_IDS("S-027"),
	.falc = CLAIR_IDS("W48"),
	.title = {
		.fr = "Une page facile à lire porte le logo européen",
		.en = "An easy-to-read page has the European logo",
	},
	.why = {
		.fr = "Le logo se reconnaît sans lire. Il dit que le texte a été relu par des personnes concernées.",
		.en = "The logo is known without reading. It says that people concerned have proofread the text.",
	},
	.remedy = {
		.fr = "Faire relire la page, puis mettre le logo près du titre, et dire qui a relu.",
		.en = "Have the page proofread, then put the logo near the title, and say who did it.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC). Le logo est reconnu par son texte de remplacement ou son fichier.",
		.en = "The rule holds only for pages judged as easy to read (FALC). The logo is known by its alternative or its file.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
