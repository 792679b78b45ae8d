/* The language of a part of the page is a known one. */
#include "clairlint/rule.h"
#include "rules/common/lang.h"
#include "rules/common/text.h"

enum { UNKNOWN };

static const struct clair_message messages[] = {
	[UNKNOWN] = {
		.key = "unknown",
		.fr = "Le code de langue « {lang} » n’existe pas.",
		.en = "The language code \"{lang}\" does not exist.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *part)
{
	const char *lang = clair_attr(part, CLAIR_ATTR_LANG);
	struct clair_finding *finding;
	char room[RULE_LANG_ROOM];

	if (lang == NULL || rule_blank(lang) || clair_closest(part, CLAIR_TAG_BODY) == NULL)
		return CLAIR_INAPPLICABLE;
	if (!clair_lang_is_used(ctx, part))
		return CLAIR_INAPPLICABLE;
	if (clair_lang_is_valid(lang))
		return CLAIR_PASS;

	finding = clair_report_attr(ctx, part, CLAIR_ATTR_LANG, UNKNOWN);
	clair_arg(finding, "lang", lang);
	clair_fix_attr(finding, CLAIR_SAFE, CLAIR_ATTR_LANG, rule_mend_lang(lang, room));
	return CLAIR_FAIL;
}

CLAIR_RULE(mandatory_lang_part_invalid) = {
	.id = "mandatory/lang-part-invalid",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_NEWCOMER,
	.on_all = true, /* any element may have a lang attribute */
	.rgaa = CLAIR_IDS("8.8.1"),
	.wcag = CLAIR_IDS("3.1.2"),
	.act = CLAIR_IDS("de46e4"),
	.needs = CLAIR_IDS("S-147"),
	.title = {
		.fr = "Le code de langue d’un passage est valide",
		.en = "The language code of a passage is valid",
	},
	.why = {
		.fr = "Un code inconnu laisse la synthèse vocale lire le passage dans la "
		    "mauvaise langue.",
		.en = "An unknown code lets the speech engine read the passage in the wrong "
		    "language.",
	},
	.remedy = {
		.fr = "Écrire un code de langue : fr, en, br, ar…",
		.en = "Write a language code: fr, en, br, ar…",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
