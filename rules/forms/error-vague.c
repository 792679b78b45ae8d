/* An error message says what is wrong. */
#include "clairlint/rule.h"

enum { VAGUE, MAYBE_VAGUE };

static const struct clair_message messages[] = {
	[VAGUE] = {
		.key = "vague",
		.fr = "Le message d’erreur « {text} » ne dit ni ce qui ne va pas, ni comment "
		    "corriger.",
		.en = "The error message \"{text}\" says neither what is wrong nor how to "
		    "correct it.",
	},
	[MAYBE_VAGUE] = {
		.key = "maybe-vague",
		.fr = "Le message d’erreur « {text} » ne dit pas comment corriger : vérifier "
		    "qu’un autre texte le dit.",
		.en = "The error message \"{text}\" does not say how to correct: check that "
		    "another text does.",
	},
};

static bool
is_error(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *classes = clair_attr(node, CLAIR_ATTR_CLASS);
	const char *id = clair_attr(node, CLAIR_ATTR_ID);

	return (classes != NULL && clair_matches(ctx, "error-class", classes)) ||
	    (id != NULL && clair_matches(ctx, "error-class", id)) ||
	    clair_attr_is(node, CLAIR_ATTR_ROLE, "alert");
}

/* "Erreur" may be the title of what follows; an example beside the field may say how to correct. */
static bool
is_completed(struct clair_ctx *ctx, const struct clair_node *node, const char *text)
{
	const struct clair_node *around = clair_parent(node);

	return clair_matches(ctx, "error-title", text) ||
	    (around != NULL && clair_matches(ctx, "format-example", clair_visible_text(ctx, around)));
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	bool unsure = clair_page_may_change(ctx) || clair_style_grade(ctx, node) != CLAIR_STATIC;
	const char *text;

	if (clair_form_count(ctx) == 0 || !is_error(ctx, node) || !clair_visible(ctx, node) ||
	    !clair_exposed(ctx, node))
		return CLAIR_INAPPLICABLE;
	text = clair_visible_text(ctx, node);
	if (text[0] == '\0')
		return CLAIR_INAPPLICABLE;
	if (!clair_matches(ctx, "error-vague", text) && !clair_matches(ctx, "error-bare", text))
		return CLAIR_PASS;

	unsure = unsure || is_completed(ctx, node, text);
	clair_arg(unsure ? clair_review(ctx, node, MAYBE_VAGUE) : clair_report(ctx, node, VAGUE), "text", text);
	return unsure ? CLAIR_REVIEW : CLAIR_FAIL;
}

CLAIR_RULE(forms_error_vague) = {
	.id = "forms/error-vague",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_COGNITIVE | CLAIR_LOW_LITERACY,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_DIV, CLAIR_TAG_P, CLAIR_TAG_SPAN),
	.rgaa = CLAIR_IDS("11.11.1"),
	.wcag = CLAIR_IDS("3.3.1", "3.3.3"),
	.act = CLAIR_IDS("36b590"),
	.needs = CLAIR_IDS("S-052"),
	.title = {
		.fr = "Un message d’erreur dit ce qui ne va pas",
		.en = "An error message says what is wrong",
	},
	.why = {
		.fr = "« Valeur invalide » ne dit pas quoi changer : la personne essaie au "
		    "hasard, puis renonce.",
		.en = "\"Invalid value\" does not say what to change: people try at random, "
		    "then give up.",
	},
	.remedy = {
		.fr = "Écrire la donnée attendue : « L’âge doit être un nombre de 1 à 120 ».",
		.en = "Write the data expected: \"The age is a number from 1 to 120\".",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
