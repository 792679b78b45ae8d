/* The language declared for a passage is its own. */
#include "clairlint/rule.h"

enum { OTHER, NOT_THIS };

static const struct clair_message messages[] = {
	[OTHER] = {
		.key = "other",
		.fr = "Ce passage se dit en « {lang} », mais son texte est en « {found} ».",
		.en = "This passage declares \"{lang}\", but its text is in \"{found}\".",
	},
	[NOT_THIS] = {
		.key = "not-this",
		.fr = "Ce passage se dit en « {lang} », mais son texte est dans une autre langue.",
		.en = "This passage declares \"{lang}\", but its text is in another language.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *part)
{
	const char *lang = clair_attr(part, CLAIR_ATTR_LANG);
	struct clair_lang_guess guess;
	struct clair_finding *finding;

	if (lang == NULL || !clair_lang_is_valid(lang) || clair_closest(part, CLAIR_TAG_BODY) == NULL)
		return CLAIR_INAPPLICABLE;
	guess = clair_part_lang(ctx, part);
	if (guess.fit != CLAIR_LANG_DIFFERS)
		return guess.words == 0 ? CLAIR_INAPPLICABLE : CLAIR_PASS;

	finding =
	    clair_report_attr(ctx, part, CLAIR_ATTR_LANG, guess.found[0] != '\0' ? OTHER : NOT_THIS);
	clair_arg(finding, "lang", lang);
	clair_arg(finding, "found", guess.found);
	clair_fix_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_LANG, guess.found[0] != '\0' ? guess.found : NULL);
	return CLAIR_FAIL;
}

CLAIR_RULE(mandatory_lang_part_wrong) = {
	.id = "mandatory/lang-part-wrong",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_NEWCOMER,
	.on_all = true, /* any element may have a lang attribute */
	.rgaa = CLAIR_IDS("8.8.1"),
	.wcag = CLAIR_IDS("3.1.2"),
	.act = CLAIR_IDS("off6ek"),
	.needs = CLAIR_IDS("S-147"),
	.title = {
		.fr = "Le code de langue d’un passage est celui de son texte",
		.en = "The language code of a passage is that of its text",
	},
	.why = {
		.fr = "La synthèse vocale lit le passage avec les sons d’une autre langue.",
		.en = "The speech engine reads the passage with the sounds of another language.",
	},
	.remedy = {
		.fr = "Écrire le code de la langue du passage, ou retirer l’attribut lang.",
		.en = "Write the code of the language of the passage, or remove the lang attribute.",
	},
	.limits = {
		.fr = "La langue est reconnue aux petits mots, parmi quatorze langues, ou à "
		    "l’écriture. Un passage court n’est pas jugé.",
		.en = "The language is known by its small words, among fourteen languages, or by "
		    "its writing. A short passage is not judged.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
