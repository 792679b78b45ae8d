/* A list is marked up as a list. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { FAKE, NUMBERED };

static const struct clair_message messages[] = {
	[FAKE] = {
		.key = "fake",
		.fr = "Ces paragraphes commencent par un tiret ou une puce : vérifier s’ils "
		    "forment une liste.",
		.en = "These paragraphs start with a dash or a bullet: check whether they make "
		    "a list.",
		.rgaa = CLAIR_IDS("9.3.1"),
	},
	[NUMBERED] = {
		.key = "numbered",
		.fr = "Ces paragraphes commencent par un numéro : vérifier s’ils forment une liste "
		    "numérotée.",
		.en = "These paragraphs start with a number: check whether they make a numbered "
		    "list.",
		.rgaa = CLAIR_IDS("9.3.2"),
	},
};

static bool
is_bulleted(const struct clair_block *block)
{
	static const char *const bullets[] = {"- ", "– ", "— ", "• ", "· ", "* ", "▪ ", "● ", "◦ "};
	const char *text = clair_block_text(block);

	for (size_t i = 0; i < CLAIR_LEN(bullets); i++) {
		if (rule_starts_with(text, bullets[i]))
			return true;
	}
	return false;
}

/* The same number does not come twice in a list. */
static bool
is_numbered_after(struct clair_ctx *ctx, const char *text, const char *before)
{
	return clair_matches(ctx, "numbered", text) && clair_matches(ctx, "numbered", before) &&
	    !rule_starts_with(text, "1") && text[0] != before[0];
}

static bool
follows(const struct clair_block *block)
{
	const struct clair_node *node = clair_block_node(block);

	return node != NULL && clair_previous_sibling(node) != NULL;
}

/* One dash alone may be a dialogue; only the first of two is reported. */
static enum clair_outcome
check_bullets(struct clair_ctx *ctx, const struct clair_block *block, const struct clair_block *next)
{
	const struct clair_node *before = clair_previous_sibling(clair_block_node(block));

	if (!is_bulleted(next) ||
	    (before != NULL && rule_starts_with(clair_text_content(ctx, before), "- ")))
		return CLAIR_PASS;
	clair_review_block(ctx, block, FAKE);
	return CLAIR_REVIEW;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	const struct clair_block *next = clair_block_next(ctx, block);
	const char *text = clair_block_text(block);

	if (next == NULL || clair_block_kind(next) != CLAIR_BLOCK_PARAGRAPH || !follows(next))
		return CLAIR_PASS;
	if (is_bulleted(block))
		return check_bullets(ctx, block, next);
	if (!rule_starts_with(text, "1") || !is_numbered_after(ctx, clair_block_text(next), text))
		return CLAIR_PASS;
	clair_review_block(ctx, block, NUMBERED);
	return CLAIR_REVIEW;
}

CLAIR_RULE(structure_fake_list) = {
	.id = "structure/fake-list",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND,
	.on_blocks = CLAIR_BLOCKS(CLAIR_BLOCK_PARAGRAPH),
	.rgaa = CLAIR_IDS("9.3.1", "9.3.2"),
	.wcag = CLAIR_IDS("1.3.1"),
	.falc = CLAIR_IDS("W31"),
	.title = {
		.fr = "Une liste est balisée comme une liste",
		.en = "A list is marked up as a list",
	},
	.why = {
		.fr = "Des tirets tapés à la main n’annoncent ni le début de la liste, ni le "
		    "nombre d’éléments.",
		.en = "Dashes typed by hand announce neither the start of the list nor the "
		    "number of items.",
	},
	.remedy = {
		.fr = "Mettre les éléments dans ul (ou ol) et li, sans taper de tiret ni de numéro.",
		.en = "Put the items in ul (or ol) and li, without typing dashes or numbers.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
