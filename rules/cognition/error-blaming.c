/* An error message says what to do. */
#include "clairlint/rule.h"

enum { BARE };

static const struct clair_message messages[] = {
	[BARE] = {
		.key = "bare",
		.fr = "Le message « {text} » ne dit pas ce qu’il faut corriger.",
		.en = "The message “{text}” does not say what to correct.",
	},
};

/* A message written in the page, shown later by a script. */
static enum clair_outcome
check_text(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *classes = clair_attr(node, CLAIR_ATTR_CLASS);
	const char *text;

	if ((classes == NULL || !clair_matches(ctx, "error-class", classes)) &&
	    !clair_attr_is(node, CLAIR_ATTR_ROLE, "alert"))
		return CLAIR_INAPPLICABLE;
	text = clair_text_content(ctx, node);
	if (text[0] == '\0')
		return CLAIR_INAPPLICABLE;
	if (!clair_matches(ctx, "error-bare", text))
		return CLAIR_PASS;
	clair_arg(clair_review(ctx, node, BARE), "text", text);
	return CLAIR_REVIEW;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	static const char *const names[] = {"data-error", "data-msg", "data-error-message",
	    "data-parsley-error-message", "data-invalid-message", "title"};

	if (!clair_is_field(ctx, node))
		return check_text(ctx, node);
	for (size_t i = 0; i < CLAIR_LEN(names); i++) {
		const char *text = clair_attr_by_name(node, names[i]);

		if (text == NULL || !clair_matches(ctx, "error-bare", text))
			continue;
		clair_arg(clair_review(ctx, node, BARE), "text", text);
		return CLAIR_REVIEW;
	}
	return CLAIR_PASS;
}

CLAIR_RULE(cognition_error_blaming) = {
	.id = "cognition/error-blaming",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY | CLAIR_BLIND,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_INPUT, CLAIR_TAG_SELECT, CLAIR_TAG_TEXTAREA, CLAIR_TAG_P,
	    CLAIR_TAG_SPAN, CLAIR_TAG_DIV),
	.wcag = CLAIR_IDS("3.3.3"),
	.needs = CLAIR_IDS("S-052"),
	.title = {
		.fr = "Un message d’erreur dit comment corriger",
		.en = "An error message says how to correct",
	},
	.why = {
		.fr = "« Saisie incorrecte » fait croire que la personne est en faute. Elle ne sait pas quoi changer.",
		.en = "“Invalid input” makes people feel at fault. They do not know what to change.",
	},
	.remedy = {
		.fr = "Dire ce qui manque et donner un exemple : « Écrivez l’année avec quatre chiffres, par exemple 1985 ».",
		.en = "Say what is missing and give an example: “Write the year with four figures, for example 1985”.",
	},
	.limits = {
		.fr = "La règle lit les messages écrits dans la page, pas ceux que des scripts ajoutent.",
		.en = "The rule reads the messages written in the page, not those that scripts add.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
