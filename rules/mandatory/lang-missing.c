/* The page declares its language. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { MISSING, EMPTY, XML_ONLY };

static const struct clair_message messages[] = {
	[MISSING] = {
		.key = "missing",
		.fr = "La page n’indique pas sa langue.",
		.en = "The page does not declare its language.",
	},
	[EMPTY] = {
		.key = "empty",
		.fr = "L’attribut lang de la page est vide.",
		.en = "The lang attribute of the page is empty.",
	},
	[XML_ONLY] = {
		.key = "xml-only",
		.fr = "La langue de la page n’est dite que par xml:lang, que les navigateurs ignorent dans "
		    "une page HTML : il faut aussi lang.",
		.en = "The language of the page is only told by xml:lang, which browsers ignore in an "
		    "HTML page: lang is needed too.",
	},
};

static unsigned
fault_of(const struct clair_node *html)
{
	if (!rule_blank(clair_attr(html, CLAIR_ATTR_XML_LANG)))
		return XML_ONLY;
	return clair_has_attr(html, CLAIR_ATTR_LANG) ? EMPTY : MISSING;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_node *html = clair_root(ctx);
	const char *lang = clair_attr(html, CLAIR_ATTR_LANG);
	struct clair_finding *finding;

	if (!rule_blank(lang))
		return CLAIR_PASS;

	finding = clair_report(ctx, html, fault_of(html));
	clair_fix_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_LANG, clair_page_in_french(ctx) ? "fr" : NULL);
	return CLAIR_FAIL;
}

CLAIR_RULE(mandatory_lang_missing) = {
	.id = "mandatory/lang-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_NEWCOMER,
	.rgaa = CLAIR_IDS("8.3.1"),
	.wcag = CLAIR_IDS("3.1.1"),
	.act = CLAIR_IDS("b5c3f8"),
	.needs = CLAIR_IDS("S-147"),
	.title = {
		.fr = "La page indique sa langue",
		.en = "The page declares its language",
	},
	.why = {
		.fr = "Une synthèse vocale qui ignore la langue lit le français avec l’accent "
		    "d’une autre.",
		.en = "A speech engine that does not know the language reads French as if it "
		    "were another.",
	},
	.remedy = {
		.fr = "Écrire lang=\"fr\" sur l’élément html.",
		.en = "Write lang=\"fr\" on the html element.",
	},
	.limits = {
		.fr = "La langue donnée sur chaque texte à la place de html n’est pas cherchée.",
		.en = "A language given on each text instead of html is not looked for.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
