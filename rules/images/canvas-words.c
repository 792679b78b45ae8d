/* Words drawn on a canvas can be read. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { UNSAID, MAYBE_UNSAID };

static const struct clair_message messages[] = {
	[UNSAID] = {
		.key = "unsaid",
		.fr = "Un programme (script) écrit des mots dans ce canvas, et rien ne les dit "
		    "aux aides techniques.",
		.en = "A script writes words in this canvas, and nothing says them to assistive "
		    "technology.",
	},
	[MAYBE_UNSAID] = {
		.key = "maybe-unsaid",
		.fr = "Un programme (script) écrit des mots dans ce canvas : vérifier que le "
		    "texte de la page les dit aussi.",
		.en = "A script writes words in this canvas: check that the text of the page "
		    "says them too.",
	},
};

/* Only where the page has one canvas: which one a script draws on is not followed. */
static bool
is_written_on(struct clair_ctx *ctx)
{
	if (clair_tag_count(ctx, CLAIR_TAG_CANVAS) != 1)
		return false;
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_SCRIPT); i++) {
		const struct clair_node *script = clair_tag_at(ctx, CLAIR_TAG_SCRIPT, i);

		if (clair_has_attr(script, CLAIR_ATTR_SRC))
			return false;
	}
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_SCRIPT); i++) {
		const char *code = clair_text_content(ctx, clair_tag_at(ctx, CLAIR_TAG_SCRIPT, i));

		if (clair_matches(ctx, "canvas-words", code) && !clair_matches(ctx, "canvas-named", code))
			return true;
	}
	return false;
}

/* A paragraph, a list or a table may say the same. */
static bool
has_prose(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_block_count(ctx); i++) {
		const struct clair_block *block = clair_block_at(ctx, i);

		if ((CLAIR_BLOCKS(clair_block_kind(block)) & CLAIR_PROSE_BLOCKS) != 0 &&
		    clair_exposed(ctx, clair_block_node(block)))
			return true;
	}
	return false;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *canvas)
{
	if (!clair_visible(ctx, canvas) || !clair_exposed(ctx, canvas) ||
	    clair_style_grade(ctx, canvas) != CLAIR_STATIC || !is_written_on(ctx))
		return CLAIR_INAPPLICABLE;
	if (clair_name(ctx, canvas)[0] != '\0' || !rule_blank(clair_text_content(ctx, canvas)))
		return CLAIR_PASS;

	if (has_prose(ctx)) {
		clair_review(ctx, canvas, MAYBE_UNSAID);
		return CLAIR_REVIEW;
	}
	clair_report(ctx, canvas, UNSAID);
	return CLAIR_FAIL;
}

CLAIR_RULE(images_canvas_words) = {
	.id = "images/canvas-words",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_CANVAS),
	.rgaa = CLAIR_IDS("1.1.8"),
	.wcag = CLAIR_IDS("1.1.1"),
	.act = CLAIR_IDS("e88epe"),
	.needs = CLAIR_IDS("S-147"),
	.title = {
		.fr = "Les mots dessinés dans un canvas peuvent être lus",
		.en = "Words drawn on a canvas can be read",
	},
	.why = {
		.fr = "Un lecteur d’écran ne voit dans un canvas que des points de couleur.",
		.en = "A screen reader sees only dots of colour in a canvas.",
	},
	.remedy = {
		.fr = "Écrire les mêmes mots entre les balises du canvas, ou dans un aria-label "
		    "avec role=\"img\".",
		.en = "Write the same words between the tags of the canvas, or in an aria-label "
		    "with role=\"img\".",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
