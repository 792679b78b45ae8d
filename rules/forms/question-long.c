/* A field asks one short question. */
#include "rules/common/text.h"

enum { LONG, DOUBLE, AND_OR };

static const struct clair_message messages[] = {
	[LONG] = {
		.key = "long",
		.fr = "La question « {text} » a {count} mots. Le maximum conseillé est {max}.",
		.en = "The question “{text}” has {count} words. The advised maximum is {max}.",
	},
	[DOUBLE] = {
		.key = "double",
		.fr = "« {text} » semble poser deux questions à la fois.",
		.en = "“{text}” seems to ask two questions at once.",
	},
	[AND_OR] = {
		.key = "and-or",
		.fr = "« {text} » dit « et/ou » : on ne sait pas quoi répondre.",
		.en = "“{text}” says “and/or”: people cannot tell what to answer.",
	},
};

/* The legend of a group, or what names a field to fill: consents and choices are no questions. */
static bool
asks(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *id = clair_attr(node, CLAIR_ATTR_FOR);
	const struct clair_node *field = id == NULL ? NULL : clair_by_id(ctx, id);

	if (clair_tag(node) == CLAIR_TAG_LEGEND)
		return true;
	if (clair_tag(node) != CLAIR_TAG_LABEL)
		return false;
	return field != NULL && clair_is_field(ctx, field) &&
	    clair_role(ctx, field) != CLAIR_ROLE_CHECKBOX && clair_role(ctx, field) != CLAIR_ROLE_RADIO &&
	    clair_role(ctx, field) != CLAIR_ROLE_SWITCH;
}

/* What a label writes itself: hints stand in an element of their own. */
static uint32_t
words_of(const char *text)
{
	struct rule_token word = {text, 0};
	uint32_t words = 0;

	while (rule_next_token(&word))
		words++;
	return words;
}

static enum clair_outcome
say(struct clair_ctx *ctx, const struct clair_node *node, unsigned message, const char *text)
{
	clair_arg(clair_review(ctx, node, message), "text", text);
	return CLAIR_REVIEW;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	const struct clair_node *node = clair_block_node(block);
	const double max = clair_threshold(ctx, "formulaire.question.mots.max");
	const char *text = clair_own_text(ctx, node);
	struct clair_finding *finding;
	uint32_t words;

	if (text[0] == '\0' || !asks(ctx, node) || !clair_visible(ctx, node))
		return CLAIR_INAPPLICABLE;
	if (clair_matches(ctx, "question-double", text))
		return say(ctx, node, DOUBLE, text);
	if (clair_matches(ctx, "and-or", text))
		return say(ctx, node, AND_OR, text);
	words = words_of(text);
	if (words <= max)
		return CLAIR_PASS;
	finding = clair_review(ctx, node, LONG);
	clair_arg(finding, "text", text);
	clair_arg_num(finding, "count", words);
	clair_arg_num(finding, "max", max);
	return CLAIR_REVIEW;
}

CLAIR_RULE(forms_question_long) = {
	.id = "forms/question-long",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MINOR,
	.advice = true,
	.on_blocks = CLAIR_BLOCKS(CLAIR_BLOCK_LABEL),
	.only_french = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY,
	.needs = CLAIR_IDS("S-016"),
	.thresholds = CLAIR_IDS("formulaire.question.mots.max"),
	.title = {
		.fr = "Une question de formulaire est courte et seule",
		.en = "A question of a form is short and alone",
	},
	.why = {
		.fr = "Une longue question se relit plusieurs fois. Deux questions à la fois : on ne sait pas à laquelle répondre.",
		.en = "A long question is read several times. With two questions at once, people cannot tell which to answer.",
	},
	.remedy = {
		.fr = "Poser une question par champ, en peu de mots. Mettre les détails dans un texte d’aide.",
		.en = "Ask one question for each field, in few words. Put details in a hint.",
	},
	.limits = {
		.fr = "La règle ne juge ni les cases à cocher, ni les textes d’aide.",
		.en = "The rule judges neither checkboxes nor hints.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
