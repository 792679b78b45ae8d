/* Tags that are closed badly, without harm. */
#include "clairlint/rule.h"
#include "rules/common/outcome.h"

enum { EMPTY_PARAGRAPH, OPENED_AGAIN };

static const struct clair_message messages[] = {
	[EMPTY_PARAGRAPH] = {
		.key = "empty-paragraph",
		.each = true,
		.fr = "Une balise </p> vient après la fin de son paragraphe : le navigateur "
		    "ajoute un paragraphe vide ({count} {count|fois|fois}).",
		.en = "A </p> tag comes after the end of its paragraph: the browser adds an "
		    "empty paragraph ({count} {count|time|times}).",
	},
	[OPENED_AGAIN] = {
		.key = "opened-again",
		.each = true,
		.fr = "La balise {element} est mal fermée : le navigateur l’ouvre de nouveau "
		    "plus loin ({count} {count|fois|fois}).",
		.en = "The tag {element} is badly closed: the browser opens it again further on "
		    "({count} {count|time|times}).",
	},
};

/* HTML 13.2.4.3: the elements that a parser opens again; links have a rule of their own. */
static const enum clair_tag formatting[] = {CLAIR_TAG_B, CLAIR_TAG_BIG, CLAIR_TAG_CODE,
    CLAIR_TAG_EM, CLAIR_TAG_FONT, CLAIR_TAG_I, CLAIR_TAG_NOBR, CLAIR_TAG_S, CLAIR_TAG_SMALL,
    CLAIR_TAG_STRIKE, CLAIR_TAG_STRONG, CLAIR_TAG_TT, CLAIR_TAG_U};

static enum clair_outcome
look(struct clair_ctx *ctx, enum clair_tag tag, unsigned message)
{
	const struct clair_node *first = NULL;
	struct clair_finding *finding;
	double count = 0;

	for (size_t i = 0; i < clair_tag_count(ctx, tag); i++) {
		const struct clair_node *node = clair_tag_at(ctx, tag, i);

		if (!clair_is_implied(node) ||
		    (message == OPENED_AGAIN && clair_visible_text(ctx, node)[0] == '\0'))
			continue;
		if (first == NULL)
			first = node;
		count++;
	}
	if (first == NULL)
		return CLAIR_PASS;

	finding = clair_report(ctx, first, message);
	clair_arg(finding, "element", clair_tag_name(first));
	clair_arg_num(finding, "count", count);
	return CLAIR_FAIL;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	enum clair_outcome outcome;

	if (clair_tag_count(ctx, CLAIR_TAG_BODY) == 0)
		return CLAIR_INAPPLICABLE; /* a page of frames */
	outcome = look(ctx, CLAIR_TAG_P, EMPTY_PARAGRAPH);
	for (size_t i = 0; i < CLAIR_LEN(formatting); i++)
		outcome = rule_worse(outcome, look(ctx, formatting[i], OPENED_AGAIN));
	return outcome;
}

CLAIR_RULE(mandatory_nesting_careless) = {
	.id = "mandatory/nesting-careless",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_BLIND,
	.title = {
		.fr = "Chaque balise est fermée là où elle se termine",
		.en = "Each tag is closed where it ends",
	},
	.why = {
		.fr = "Le navigateur ajoute ou étend des balises : un style ou un paragraphe "
		    "vide se glisse dans la page.",
		.en = "The browser adds or spreads tags: a style or an empty paragraph slips "
		    "into the page.",
	},
	.remedy = {
		.fr = "Fermer les balises dans l’ordre inverse de leur ouverture. Ne pas mettre "
		    "de bloc (div, ul, table) dans un paragraphe.",
		.en = "Close tags in the reverse order of their opening. Put no block (div, ul, "
		    "table) in a paragraph.",
	},
	.limits = {
		.fr = "Ce sont des négligences : la page se lit quand même.",
		.en = "These are slips: the page can be read all the same.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
