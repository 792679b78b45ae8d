/* Letters have no effects. */
#include "rules/common/prose.h"
#include "rules/common/text.h"

enum { SHADOW, STRUCK };

static const struct clair_message messages[] = {
	[SHADOW] = {
		.key = "shadow",
		.fr = "Ces lettres ont une ombre ({count} {count|passage|passages}).",
		.en = "These letters have a shadow ({count} {count|passage|passages}).",
	},
	[STRUCK] = {
		.key = "struck",
		.fr = "Ce texte est barré ({count} {count|passage|passages}).",
		.en = "This text is struck through ({count} {count|passage|passages}).",
	},
};

/* An alpha under 0.1 is a trick for smoother letters. */
static bool
is_faint(const char *shadow)
{
	return rule_starts_with(shadow, "rgba(") &&
	    (rule_contains(shadow, ", 0)") || rule_contains(shadow, ", 0.0"));
}

static bool
has_shadow(struct clair_ctx *ctx, const struct clair_prose *prose)
{
	const char *shadow = clair_style(ctx, prose->node, CLAIR_CSS_TEXT_SHADOW);

	return !rule_same(shadow, "none") && !is_faint(shadow);
}

static const struct clair_node *
struck_by(struct clair_ctx *ctx, const struct clair_prose *prose)
{
	return rule_decorated_by(ctx, prose->node, "line-through");
}

static bool
is_struck(struct clair_ctx *ctx, const struct clair_prose *prose)
{
	return struck_by(ctx, prose) != NULL;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	struct clair_passage_search search = {
	    .property = CLAIR_CSS_TEXT_SHADOW,
	    .blocks = CLAIR_PROSE_BLOCKS | CLAIR_BLOCKS(CLAIR_BLOCK_HEADING),
	    .words = 1,
	    .harms = has_shadow,
	};
	enum clair_outcome shadow;

	if (!clair_wants_falc(ctx))
		return CLAIR_INAPPLICABLE;
	shadow = rule_check_passages(ctx, &search, SHADOW, NULL);
	search.property = CLAIR_CSS_TEXT_DECORATION_LINE;
	search.harms = is_struck;
	search.declares = struck_by;
	return rule_worse(shadow, rule_check_passages(ctx, &search, STRUCK, NULL));
}

CLAIR_RULE(falc_text_effects) = {
	.id = "falc/text-effects",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF | CLAIR_LOW_VISION,
	.falc = CLAIR_IDS("W09"),
	.needs = CLAIR_IDS("S-025"),
	.title = {
		.fr = "Les lettres n’ont pas d’effet",
		.en = "Letters have no effects",
	},
	.why = {
		.fr = "Une ombre ou un trait sur les lettres cache leur forme.",
		.en = "A shadow or a line on letters hides their shape.",
	},
	.remedy = {
		.fr = "Retirer l’effet. Ce qui ne vaut plus s’efface, au lieu d’être barré.",
		.en = "Remove the effect. What no longer holds is deleted, not struck through.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC). Les contours de lettres ne sont pas vus.",
		.en = "The rule holds only for pages judged as easy to read (FALC). Outlines of letters are not seen.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
