/* Only links are underlined. */
#include "rules/common/prose.h"

enum { UNDERLINED };

static const struct clair_message messages[] = {
	[UNDERLINED] = {
		.key = "underlined",
		.fr = "Ce texte est souligné sans être un lien ({count} {count|passage|passages}).",
		.en = "This text is underlined without being a link ({count} {count|passage|passages}).",
	},
};

static const struct clair_node *
underlined_by(struct clair_ctx *ctx, const struct clair_prose *prose)
{
	return rule_decorated_by(ctx, prose->node, "underline");
}

/* Dots under a word say that its meaning can be shown. */
static bool
is_underlined(struct clair_ctx *ctx, const struct clair_prose *prose)
{
	const struct clair_node *node = underlined_by(ctx, prose);

	return node != NULL && (prose->flags & CLAIR_WORD_IN_LINK) == 0 &&
	    clair_style_is(ctx, node, CLAIR_CSS_TEXT_DECORATION_STYLE, "solid") &&
	    clair_closest(prose->node, CLAIR_TAG_A) == NULL &&
	    clair_closest(prose->node, CLAIR_TAG_ABBR) == NULL;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_passage_search search = {
	    .property = CLAIR_CSS_TEXT_DECORATION_LINE,
	    .blocks = CLAIR_PROSE_BLOCKS | CLAIR_BLOCKS(CLAIR_BLOCK_HEADING),
	    .words = 1,
	    .harms = is_underlined,
	    .declares = underlined_by,
	};

	if (!clair_wants_falc(ctx))
		return CLAIR_INAPPLICABLE;
	return rule_check_passages(ctx, &search, UNDERLINED, NULL);
}

CLAIR_RULE(falc_underline) = {
	.id = "falc/underline",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF | CLAIR_LOW_VISION,
	.falc = CLAIR_IDS("W13"),
	.needs = CLAIR_IDS("S-025"),
	.title = {
		.fr = "Seuls les liens sont soulignés",
		.en = "Only links are underlined",
	},
	.why = {
		.fr = "Le trait touche les lettres. Et l’on clique sur ce qui n’est pas un lien.",
		.en = "The line touches the letters. And people click on what is no link.",
	},
	.remedy = {
		.fr = "Pour insister, mettre en gras.",
		.en = "To insist, use bold.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC).",
		.en = "The rule holds only for pages judged as easy to read (FALC).",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
