/* What has the focus can be seen. */
#include "clairlint/rule.h"
#include "rules/common/cause.h"
#include "rules/common/outcome.h"
#include "rules/common/text.h"

enum { REMOVED, MAYBE_REMOVED };

static const struct clair_message messages[] = {
	[REMOVED] = {
		.key = "removed",
		.each = true,
		.fr = "Au clavier, rien ne montre que l’on est sur « {name} » : son contour est "
		    "retiré ({count} {count|élément|éléments} de la page).",
		.en = "By keyboard, nothing shows that one is on \"{name}\": its outline is removed "
		    "({count} {count|element|elements} of the page).",
	},
	[MAYBE_REMOVED] = {
		.key = "maybe-removed",
		.each = true,
		.fr = "Au clavier, le contour de « {name} » est retiré : vérifier qu’autre chose "
		    "montre que l’on est dessus ({count} {count|élément|éléments}).",
		.en = "By keyboard, the outline of \"{name}\" is removed: check that something else "
		    "shows that one is on it ({count} {count|element|elements}).",
	},
};

/* Where a cursor blinks. */
static bool
shows_cursor(const struct clair_node *node)
{
	static const char *const others[] = {"button", "checkbox", "color", "file", "image", "radio",
	    "range", "reset", "submit", NULL};
	const char *type = clair_attr(node, CLAIR_ATTR_TYPE);

	if (clair_tag(node) == CLAIR_TAG_TEXTAREA || clair_has_attr(node, CLAIR_ATTR_CONTENTEDITABLE))
		return true;
	return clair_tag(node) == CLAIR_TAG_INPUT && (type == NULL || !rule_in(type, others));
}

/* A handler learns that the focus comes, and may draw it. */
static bool
is_told(const struct clair_node *node)
{
	return clair_attr_by_name(node, "onfocus") != NULL || clair_attr_by_name(node, "onfocusin") != NULL;
}

/* What has a page or commands of its own shows the focus inside. */
static bool
is_concerned(struct clair_ctx *ctx, const struct clair_node *node)
{
	switch (clair_tag(node)) {
	case CLAIR_TAG_AREA:
	case CLAIR_TAG_AUDIO:
	case CLAIR_TAG_BODY:
	case CLAIR_TAG_HTML:
	case CLAIR_TAG_IFRAME:
	case CLAIR_TAG_VIDEO:
		return false;
	default:
		return clair_tabbable(ctx, node) && clair_visible(ctx, node);
	}
}

static enum clair_property
removing(struct clair_ctx *ctx, const struct clair_node *node)
{
	if (rule_same(clair_style_when(ctx, node, CLAIR_CSS_OUTLINE_STYLE, CLAIR_WHEN_FOCUSED), "none"))
		return CLAIR_CSS_OUTLINE_STYLE;
	if (rule_same(clair_style_when(ctx, node, CLAIR_CSS_OUTLINE_WIDTH, CLAIR_WHEN_FOCUSED), "0px"))
		return CLAIR_CSS_OUTLINE_WIDTH;
	return CLAIR_CSS_OUTLINE_COLOR;
}

static enum clair_outcome
say(struct clair_ctx *ctx, const struct rule_cause *cause, bool doubted)
{
	const struct clair_node *node = cause->first;
	bool unsure = doubted || clair_style_grade(ctx, node) != CLAIR_STATIC;
	const char *name = clair_name(ctx, node);
	struct clair_finding *finding =
	    unsure ? clair_review(ctx, node, MAYBE_REMOVED) : clair_report(ctx, node, REMOVED);

	clair_arg(finding, "name", name[0] != '\0' ? name : clair_tag_name(node));
	clair_arg_num(finding, "count", cause->count);
	clair_points_at_css_when(ctx, finding, node, removing(ctx, node), CLAIR_WHEN_FOCUSED);
	return unsure ? CLAIR_REVIEW : CLAIR_FAIL;
}

/* Fields where a cursor blinks, and what may have a mark, are told apart: their answer is another. */
struct seen {
	struct rule_causes bare, doubted;
	bool any;
};

static void
look(struct clair_ctx *ctx, struct seen *seen)
{
	const struct clair_node *root = clair_root(ctx);
	const struct clair_node *node = root;

	while ((node = clair_next_inside(root, node)) != NULL) {
		enum clair_focus_mark mark;
		uint64_t declaration;
		bool doubted;

		if (!is_concerned(ctx, node))
			continue;
		seen->any = true;
		mark = clair_focus_mark(ctx, node);
		if (mark == CLAIR_FOCUS_MARKED)
			continue;
		doubted = mark == CLAIR_FOCUS_UNSURE || shows_cursor(node) || is_told(node);
		declaration =
		    clair_declaration_when(ctx, node, removing(ctx, node), CLAIR_WHEN_FOCUSED);
		if (declaration != 0)
			rule_causes_add(doubted ? &seen->doubted : &seen->bare, declaration, node);
	}
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	struct seen seen = {0};
	enum clair_outcome outcome = CLAIR_PASS;

	look(ctx, &seen);
	for (unsigned i = 0; i < seen.doubted.count; i++)
		outcome = rule_worse(outcome, say(ctx, &seen.doubted.list[i], true));
	for (unsigned i = 0; i < seen.bare.count; i++)
		outcome = rule_worse(outcome, say(ctx, &seen.bare.list[i], false));
	return seen.any ? outcome : CLAIR_INAPPLICABLE;
}

CLAIR_RULE(presentation_focus_outline) = {
	.id = "presentation/focus-outline",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_MOTOR | CLAIR_LOW_VISION | CLAIR_COGNITIVE,
	.rgaa = CLAIR_IDS("10.7.1"),
	.wcag = CLAIR_IDS("2.4.7"),
	.act = CLAIR_IDS("oj04fd"),
	.needs = CLAIR_IDS("S-135"),
	.title = {
		.fr = "La prise de focus est visible",
		.en = "The focus is visible",
	},
	.why = {
		.fr = "Qui se déplace au clavier ne sait plus où il est sur la page.",
		.en = "Who moves by keyboard no longer knows where they are on the page.",
	},
	.remedy = {
		.fr = "Retirer la ligne de la feuille de style qui efface le contour (outline). Ou "
		    "donner un autre aspect, bien visible, à :focus-visible.",
		.en = "Remove the line of the style sheet that erases the outline. Or give "
		    ":focus-visible another look, well visible.",
	},
	.limits = {
		.fr = "Un style posé par un programme (script) n’est pas vu. Le contraste du "
		    "contour n’est pas jugé.",
		.en = "A style set by a script is not seen. The contrast of the outline is not "
		    "judged.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
