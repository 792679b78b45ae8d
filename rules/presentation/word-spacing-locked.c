/* The space between words can be widened. */
#include "clairlint/rule.h"
#include "rules/common/spacing.h"

enum { NARROW };

static const struct clair_message messages[] = {
	[NARROW] = {
		.key = "narrow",
		.fr = "L’espacement des mots est bloqué à {ratio} fois la taille du texte "
		    "(« !important ») : il faut au moins 0,16.",
		.en = "The spacing of words is locked at {ratio} times the size of the text "
		    "(!important): at least 0.16 is needed.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	return rule_check_spacing(ctx, node, CLAIR_CSS_WORD_SPACING, 0.16, NARROW);
}

CLAIR_RULE(presentation_word_spacing_locked) = {
	.id = "presentation/word-spacing-locked",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_LOW_VISION | CLAIR_LOW_LITERACY | CLAIR_COGNITIVE,
	.on_all = true, /* any element may have a style attribute, or inherit from one */
	.rgaa = CLAIR_IDS("10.12.1"),
	.wcag = CLAIR_IDS("1.4.12"),
	.act = CLAIR_IDS("9e45ec"),
	.title = {
		.fr = "L’espacement des mots peut être élargi",
		.en = "The spacing of words can be widened",
	},
	.why = {
		.fr = "Des personnes dyslexiques ou malvoyantes écartent les mots pour lire : "
		    "!important les en empêche.",
		.en = "People with dyslexia or low vision set words apart to read: !important "
		    "keeps them from it.",
	},
	.remedy = {
		.fr = "Retirer !important de word-spacing dans l’attribut style.",
		.en = "Remove !important from word-spacing in the style attribute.",
	},
	.limits = {
		.fr = "Les feuilles de style ne sont pas jugées : celle de la personne peut "
		    "l’emporter sur elles.",
		.en = "Style sheets are not judged: that of the person can prevail over them.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
