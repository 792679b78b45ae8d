/* What the colour of words says is said otherwise too. */
#include "clairlint/rule.h"
#include "rules/common/cause.h"
#include "rules/common/text.h"

enum { WORDS };

static const struct clair_message messages[] = {
	[WORDS] = {
		.key = "words",
		.each = true,
		.fr = "Les mots « {text} » sont d’une autre couleur. Ce que dit la couleur "
		    "est-il dit aussi autrement ({count} {count|endroit|endroits}) ?",
		.en = "The words \"{text}\" have another colour. Is what the colour says said "
		    "otherwise too ({count} {count|place|places})?",
	},
};

static bool
is_inline_part(const struct clair_node *node)
{
	switch (clair_tag(node)) {
	case CLAIR_TAG_B:
	case CLAIR_TAG_EM:
	case CLAIR_TAG_FONT:
	case CLAIR_TAG_I:
	case CLAIR_TAG_LI:
	case CLAIR_TAG_P:
	case CLAIR_TAG_SPAN:
	case CLAIR_TAG_STRONG:
	case CLAIR_TAG_TD:
		return true;
	default:
		return false;
	}
}

static enum clair_property
stands_out(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_node *parent = clair_parent(node);

	if (parent == NULL || !is_inline_part(node) ||
	    clair_style_is(ctx, node, CLAIR_CSS_COLOR, clair_style(ctx, parent, CLAIR_CSS_COLOR)) ||
	    !rule_has_characters(clair_own_text(ctx, node), 2) || clair_in_icon_font(ctx, node))
		return CLAIR_PROPERTY_NONE;
	return CLAIR_CSS_COLOR;
}

static void
describe(struct clair_ctx *ctx, struct clair_finding *finding, const struct clair_node *node)
{
	clair_arg(finding, "text", clair_own_text(ctx, node));
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	static const struct rule_search search = {
	    .found_by = stands_out, .message = WORDS, .describe = describe};

	return rule_review_causes(ctx, &search) == CLAIR_REVIEW ? CLAIR_REVIEW : CLAIR_INAPPLICABLE;
}

CLAIR_RULE(colours_coloured_words) = {
	.id = "colours/coloured-words",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.audit = true,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION | CLAIR_ELDERLY,
	.rgaa = CLAIR_IDS("3.1.1", "3.1.4"),
	.wcag = CLAIR_IDS("1.4.1"),
	.title = {
		.fr = "Ce que dit la couleur des mots est dit aussi autrement",
		.en = "What the colour of words says is said otherwise too",
	},
	.why = {
		.fr = "Un champ en rouge, un tarif en vert : qui ne voit pas la couleur ne le "
		    "sait pas.",
		.en = "A field in red, a price in green: who does not see the colour does not "
		    "know.",
	},
	.remedy = {
		.fr = "Ajouter un mot, un signe ou une icône avec son nom.",
		.en = "Add a word, a sign or an icon with its name.",
	},
	.limits = {
		.fr = "Les couleurs de fond ne sont pas montrées. Un endroit est montré pour "
		    "chaque déclaration de couleur.",
		.en = "Background colours are not shown. One place is shown for each declaration "
		    "of colour.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
