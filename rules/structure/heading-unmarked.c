/* What looks like a heading is one. */
#include "clairlint/rule.h"

enum { BOLD, LARGE };

static const struct clair_message messages[] = {
	[BOLD] = {
		.key = "bold",
		.each = true,
		.fr = "« {text} » est seul sur sa ligne et en gras, comme un titre : vérifier "
		    "s’il faut le baliser (h2, h3…).",
		.en = "\"{text}\" is alone on its line and bold, like a heading: check whether to "
		    "mark it up (h2, h3…).",
	},
	[LARGE] = {
		.key = "large",
		.each = true,
		.fr = "« {text} » est seul sur sa ligne et plus grand que le texte, comme un "
		    "titre : vérifier s’il faut le baliser (h2, h3…).",
		.en = "\"{text}\" is alone on its line and larger than the text, like a heading: "
		    "check whether to mark it up (h2, h3…).",
	},
};

/* Words of the longest heading, and of the shortest text that one introduces. */
enum { HEADING_WORDS = 12, TEXT_WORDS = 15, BOLD_WEIGHT = 600 };

/* A block as it is seen: the smallest and lightest of its letters. */
struct look {
	const struct clair_block *block;
	const struct clair_node *node;
	double size, weight;
	uint32_t words;
	bool in_link;
};

static void
add(struct clair_ctx *ctx, struct look *look, const struct clair_prose *prose)
{
	double size = 0;
	double weight = 0;

	clair_style_number(ctx, prose->node, CLAIR_CSS_FONT_SIZE, &size);
	clair_style_number(ctx, prose->node, CLAIR_CSS_FONT_WEIGHT, &weight);
	if (look->block != prose->block)
		*look = (struct look){.block = prose->block, .node = prose->node, .size = size, .weight = weight};
	look->size = size < look->size ? size : look->size;
	look->weight = weight < look->weight ? weight : look->weight;
	look->words += prose->words;
	look->in_link |= (prose->flags & CLAIR_WORD_IN_LINK) != 0;
}

static bool
is_paragraph(const struct clair_block *block)
{
	return clair_block_kind(block) == CLAIR_BLOCK_PARAGRAPH ||
	    clair_block_kind(block) == CLAIR_BLOCK_OTHER;
}

/* Parts of a table, of a list, of a figure have names of their own. */
static bool
is_elsewhere(const struct clair_node *node)
{
	static const enum clair_tag tags[] = {CLAIR_TAG_TABLE, CLAIR_TAG_LI, CLAIR_TAG_DT,
	    CLAIR_TAG_FIGURE, CLAIR_TAG_SUMMARY, CLAIR_TAG_BUTTON, CLAIR_TAG_LABEL, CLAIR_TAG_A,
	    CLAIR_TAG_ADDRESS, CLAIR_TAG_BLOCKQUOTE, CLAIR_TAG_FIELDSET, CLAIR_TAG_TIME};

	for (size_t i = 0; i < CLAIR_LEN(tags); i++) {
		if (clair_closest(node, tags[i]) != NULL)
			return true;
	}
	return false;
}

static bool
may_be_heading(struct clair_ctx *ctx, const struct look *look)
{
	return look->block != NULL && is_paragraph(look->block) && look->words > 0 &&
	    look->words <= HEADING_WORDS && !look->in_link && !is_elsewhere(look->node) &&
	    !clair_matches(ctx, "sentence-end", clair_block_text(look->block)) &&
	    !clair_matches(ctx, "email", clair_block_text(look->block)) &&
	    clair_closest_role(ctx, look->node, CLAIR_ROLE_HEADING) == NULL &&
	    clair_closest_role(ctx, look->node, CLAIR_ROLE_ALERT) == NULL;
}

/* What it is seen by, or -1. */
static int
stands_out(const struct look *look, const struct look *text)
{
	if (text->weight >= BOLD_WEIGHT || text->words < TEXT_WORDS || !is_paragraph(text->block))
		return -1;
	if (look->size >= text->size * 1.2)
		return LARGE;
	return look->weight >= BOLD_WEIGHT && look->size >= text->size ? BOLD : -1;
}

static bool
judge(struct clair_ctx *ctx, const struct look *look, const struct look *text)
{
	int message;

	if (!may_be_heading(ctx, look) || clair_block_next(ctx, look->block) != text->block)
		return false;
	message = stands_out(look, text);
	if (message < 0)
		return false;
	clair_arg(clair_review_block(ctx, look->block, (unsigned)message), "text",
	    clair_block_text(look->block));
	return true;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	struct look before = {0};
	struct look now = {0};
	bool found = false;

	if (clair_prose_count(ctx) == 0)
		return CLAIR_INAPPLICABLE;
	for (size_t i = 0; i < clair_prose_count(ctx); i++) {
		const struct clair_prose *prose = clair_prose_at(ctx, i);

		if (now.block != NULL && now.block != prose->block) {
			found |= judge(ctx, &before, &now);
			before = now;
		}
		add(ctx, &now, prose);
	}
	found |= judge(ctx, &before, &now);
	return found ? CLAIR_REVIEW : CLAIR_PASS;
}

CLAIR_RULE(structure_heading_unmarked) = {
	.id = "structure/heading-unmarked",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_MOTOR,
	.on_text = true,
	.rgaa = CLAIR_IDS("9.1.3"),
	.wcag = CLAIR_IDS("1.3.1"),
	.title = {
		.fr = "Un texte qui sert de titre est balisé comme un titre",
		.en = "A text that serves as a heading is marked up as one",
	},
	.why = {
		.fr = "Un lecteur d’écran saute d’un titre à l’autre. Un titre qui n’est que du "
		    "texte en gras lui échappe.",
		.en = "A screen reader jumps from heading to heading. A heading that is only "
		    "bold text escapes it.",
	},
	.remedy = {
		.fr = "Remplacer le paragraphe par un titre du bon niveau (h2, h3…).",
		.en = "Replace the paragraph by a heading of the right level (h2, h3…).",
	},
	.limits = {
		.fr = "La règle ne regarde que les textes courts du contenu principal, en gras "
		    "ou plus grands, suivis d’un paragraphe.",
		.en = "The rule only looks at short texts of the main content, bold or larger, "
		    "followed by a paragraph.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
