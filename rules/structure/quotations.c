/* Quotations are marked up as such. */
#include "clairlint/rule.h"
#include "rules/common/pattern.h"

enum { PASSAGE, PARAGRAPH, QUOTE };

static const struct clair_message messages[] = {
	[PASSAGE] = {
		.key = "passage",
		.fr = "Ce passage est-il une citation, et est-il dans un élément q : {text} ?",
		.en = "Is this passage a quotation, and is it in a q element: {text}?",
		.rgaa = CLAIR_IDS("9.4.1"),
	},
	[PARAGRAPH] = {
		.key = "paragraph",
		.fr = "Ce paragraphe est-il une citation, et est-il dans un élément blockquote : {text} ?",
		.en = "Is this paragraph a quotation, and is it in a blockquote element: {text}?",
		.rgaa = CLAIR_IDS("9.4.2"),
	},
	[QUOTE] = {
		.key = "quote",
		.fr = "« {text} » est dans un élément blockquote : est-ce bien une citation, et "
		    "non une mise en forme ?",
		.en = "\"{text}\" is in a blockquote element: is it really a quotation, and not a "
		    "matter of look?",
		.rgaa = CLAIR_IDS("8.9.1", "9.4.2"),
	},
};

static enum clair_outcome
ask(struct clair_ctx *ctx, const struct clair_block *block, unsigned message)
{
	clair_arg(clair_review_block(ctx, block, message), "text", clair_block_text(block));
	return CLAIR_REVIEW;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	const struct clair_node *node = clair_block_node(block);

	if (clair_block_kind(block) == CLAIR_BLOCK_QUOTE ||
	    clair_closest(node, CLAIR_TAG_BLOCKQUOTE) != NULL)
		return ask(ctx, block, QUOTE);
	if (clair_matches(ctx, "quotation-whole", clair_block_text(block)))
		return ask(ctx, block, PARAGRAPH);
	if (text_review_pattern(ctx, block, "quotation", PASSAGE) == CLAIR_REVIEW)
		return CLAIR_REVIEW;
	return CLAIR_INAPPLICABLE;
}

CLAIR_RULE(structure_quotations) = {
	.id = "structure/quotations",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MINOR,
	.audit = true,
	.who = CLAIR_BLIND,
	.on_blocks = CLAIR_PROSE_BLOCKS,
	.rgaa = CLAIR_IDS("8.9.1", "9.4.1", "9.4.2"),
	.wcag = CLAIR_IDS("1.3.1"),
	.title = {
		.fr = "Une citation est balisée comme une citation",
		.en = "A quotation is marked up as a quotation",
	},
	.why = {
		.fr = "Un lecteur d’écran annonce où commence et où finit une citation.",
		.en = "A screen reader says where a quotation begins and ends.",
	},
	.remedy = {
		.fr = "Mettre une citation courte dans q, une longue dans blockquote. Retirer "
		    "blockquote de ce qui n’est pas une citation.",
		.en = "Put a short quotation in q, a long one in blockquote. Take blockquote off "
		    "what is not a quotation.",
	},
	.limits = {
		.fr = "La règle ne voit que les textes entre guillemets et les éléments "
		    "blockquote.",
		.en = "The rule only sees texts between quotation marks and blockquote elements.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
