/* The language of the page is a known one. */
#include "clairlint/rule.h"
#include "rules/common/lang.h"
#include "rules/common/text.h"

enum { UNKNOWN };

static const struct clair_message messages[] = {
	[UNKNOWN] = {
		.key = "unknown",
		.fr = "Le code de langue de la page, « {lang} », n’existe pas.",
		.en = "The language code of the page, \"{lang}\", does not exist.",
	},
};

/* A code that becomes a right one is believed from then on: the words of the page must not say otherwise. */
static bool
is_sure(struct clair_ctx *ctx, const char *mended)
{
	return mended != NULL && clair_page_in_french(ctx) ==
	    (rule_same(mended, "fr") || rule_starts_with(mended, "fr-"));
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_node *html = clair_root(ctx);
	const char *lang = clair_attr(html, CLAIR_ATTR_LANG);
	struct clair_finding *finding;
	char room[RULE_LANG_ROOM];
	const char *mended;

	if (rule_blank(lang))
		return CLAIR_INAPPLICABLE;
	if (clair_lang_is_valid(lang))
		return CLAIR_PASS;

	finding = clair_report_attr(ctx, html, CLAIR_ATTR_LANG, UNKNOWN);
	clair_arg(finding, "lang", lang);
	mended = rule_mend_lang(lang, room);
	clair_fix_attr(
	    finding, is_sure(ctx, mended) ? CLAIR_SAFE : CLAIR_CHOICE, CLAIR_ATTR_LANG, mended);
	return CLAIR_FAIL;
}

CLAIR_RULE(mandatory_lang_invalid) = {
	.id = "mandatory/lang-invalid",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_NEWCOMER,
	.rgaa = CLAIR_IDS("8.4.1"),
	.wcag = CLAIR_IDS("3.1.1"),
	.act = CLAIR_IDS("bf051a"),
	.needs = CLAIR_IDS("S-147"),
	.title = {
		.fr = "Le code de langue de la page est valide",
		.en = "The language code of the page is valid",
	},
	.why = {
		.fr = "Un code inconnu laisse la synthèse vocale choisir une langue au hasard.",
		.en = "An unknown code lets the speech engine choose any language.",
	},
	.remedy = {
		.fr = "Écrire un code de langue : fr, en, br, fr-CA…",
		.en = "Write a language code: fr, en, br, fr-CA…",
	},
	.limits = {
		.fr = "La règle ne dit pas si le code est celui du texte.",
		.en = "The rule does not say whether the code is that of the text.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
