/* The language declared is that of the page. */
#include "clairlint/rule.h"

enum { OTHER, NOT_THIS };

static const struct clair_message messages[] = {
	[OTHER] = {
		.key = "other",
		.fr = "La page se dit en « {lang} », mais son texte est en « {found} ».",
		.en = "The page declares \"{lang}\", but its text is in \"{found}\".",
	},
	[NOT_THIS] = {
		.key = "not-this",
		.fr = "La page se dit en « {lang} », mais son texte est dans une autre langue.",
		.en = "The page declares \"{lang}\", but its text is in another language.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_node *html = clair_root(ctx);
	const char *lang = clair_attr(html, CLAIR_ATTR_LANG);
	struct clair_lang_guess guess;
	struct clair_finding *finding;

	if (lang == NULL || !clair_lang_is_valid(lang) || clair_is_shell(ctx))
		return CLAIR_INAPPLICABLE;
	guess = clair_part_lang(ctx, html);
	if (guess.fit != CLAIR_LANG_DIFFERS)
		return guess.words == 0 ? CLAIR_INAPPLICABLE : CLAIR_PASS;

	finding =
	    clair_report_attr(ctx, html, CLAIR_ATTR_LANG, guess.found[0] != '\0' ? OTHER : NOT_THIS);
	clair_arg(finding, "lang", lang);
	clair_arg(finding, "found", guess.found);
	clair_fix_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_LANG, guess.found[0] != '\0' ? guess.found : NULL);
	return CLAIR_FAIL;
}

CLAIR_RULE(mandatory_lang_wrong) = {
	.id = "mandatory/lang-wrong",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_NEWCOMER,
	.rgaa = CLAIR_IDS("8.4.1"),
	.wcag = CLAIR_IDS("3.1.1"),
	.act = CLAIR_IDS("ucwvc8"),
	.needs = CLAIR_IDS("S-147"),
	.title = {
		.fr = "Le code de langue de la page est celui de son texte",
		.en = "The language code of the page is that of its text",
	},
	.why = {
		.fr = "La synthèse vocale prononce le texte selon ce code : elle devient "
		    "incompréhensible.",
		.en = "The speech engine speaks the text by this code: it cannot be understood.",
	},
	.remedy = {
		.fr = "Écrire sur l’élément html le code de la langue du texte.",
		.en = "Write on the html element the code of the language of the text.",
	},
	.limits = {
		.fr = "La langue est reconnue aux petits mots, parmi quatorze langues, ou à "
		    "l’écriture. Un texte court ou mêlé n’est pas jugé.",
		.en = "The language is known by its small words, among fourteen languages, or by "
		    "its writing. A short or mixed text is not judged.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
