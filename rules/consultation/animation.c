/* What moves, blinks or flashes by itself can be stopped. */
#include "clairlint/rule.h"
#include "rules/common/cause.h"
#include "rules/common/text.h"

enum { MOVES, BLINKS, FLASHES };

static const struct clair_message messages[] = {
	[MOVES] = {
		.key = "moves",
		.each = true,
		.fr = "Une animation sans fin, ou de plus de cinq secondes : vérifier qu’on peut "
		    "l’arrêter ({count} {count|élément|éléments}).",
		.en = "An animation without end, or longer than five seconds: check that it can "
		    "be stopped ({count} {count|element|elements}).",
		.rgaa = CLAIR_IDS("13.8.1"),
	},
	[BLINKS] = {
		.key = "blinks",
		.each = true,
		.fr = "Une animation qui clignote, d’après son nom : vérifier qu’on peut "
		    "l’arrêter ({count} {count|élément|éléments}).",
		.en = "An animation that blinks, by its name: check that it can be stopped "
		    "({count} {count|element|elements}).",
		.rgaa = CLAIR_IDS("13.8.2"),
	},
	[FLASHES] = {
		.key = "flashes",
		.each = true,
		.fr = "Une animation se répète plus de trois fois par seconde : vérifier qu’elle "
		    "ne fait pas de flashs ({count} {count|élément|éléments}).",
		.en = "An animation repeats more than three times a second: check that it does "
		    "not flash ({count} {count|element|elements}).",
		.rgaa = CLAIR_IDS("13.7.3"),
	},
};

/* RGAA 13.8: five seconds; 13.7: three flashes a second. */
enum { MILLISECONDS = 5000, PERIOD = 333 };

/* A decimal number of CSS; `*rest` moves past it. */
static double
read_number(const char **rest)
{
	const char *at = *rest;
	double number = 0;
	double unit = 1;

	for (; *at >= '0' && *at <= '9'; at++)
		number = number * 10 + (*at - '0');
	if (*at == '.') {
		for (at++; *at >= '0' && *at <= '9'; at++) {
			unit /= 10;
			number += (*at - '0') * unit;
		}
	}
	*rest = at;
	return number;
}

/* Of the first animation of the list, in milliseconds. */
static double
duration_of(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *text = clair_style(ctx, node, CLAIR_CSS_ANIMATION_DURATION);
	double number = read_number(&text);

	return rule_starts_with(text, "ms") ? number : number * 1000;
}

static bool
is_animated(struct clair_ctx *ctx, const struct clair_node *node)
{
	return !clair_style_is(ctx, node, CLAIR_CSS_ANIMATION_NAME, "none") &&
	    duration_of(ctx, node) > 0 && clair_visible(ctx, node);
}

static bool
is_endless(struct clair_ctx *ctx, const struct clair_node *node)
{
	return rule_starts_with(clair_style(ctx, node, CLAIR_CSS_ANIMATION_ITERATION_COUNT), "infinite");
}

static bool
is_long(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *count = clair_style(ctx, node, CLAIR_CSS_ANIMATION_ITERATION_COUNT);

	return is_endless(ctx, node) || duration_of(ctx, node) * read_number(&count) > MILLISECONDS;
}

static bool
blinks(struct clair_ctx *ctx, const struct clair_node *node)
{
	return clair_matches(ctx, "blink-name", clair_style(ctx, node, CLAIR_CSS_ANIMATION_NAME));
}

static bool
is_quick(struct clair_ctx *ctx, const struct clair_node *node)
{
	return is_endless(ctx, node) && duration_of(ctx, node) < PERIOD;
}

static enum clair_property
moves(struct clair_ctx *ctx, const struct clair_node *node)
{
	return is_animated(ctx, node) && is_long(ctx, node) && !blinks(ctx, node)
	    ? CLAIR_CSS_ANIMATION_NAME
	    : CLAIR_PROPERTY_NONE;
}

static enum clair_property
is_blinking(struct clair_ctx *ctx, const struct clair_node *node)
{
	return is_animated(ctx, node) && is_long(ctx, node) && blinks(ctx, node)
	    ? CLAIR_CSS_ANIMATION_NAME
	    : CLAIR_PROPERTY_NONE;
}

static enum clair_property
flashes(struct clair_ctx *ctx, const struct clair_node *node)
{
	return is_animated(ctx, node) && is_quick(ctx, node) ? CLAIR_CSS_ANIMATION_DURATION
	                                                     : CLAIR_PROPERTY_NONE;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	static const struct rule_search searches[] = {
	    {.found_by = moves, .message = MOVES},
	    {.found_by = is_blinking, .message = BLINKS},
	    {.found_by = flashes, .message = FLASHES},
	};
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;

	for (size_t i = 0; i < CLAIR_LEN(searches); i++) {
		if (rule_review_causes(ctx, &searches[i]) == CLAIR_REVIEW)
			outcome = CLAIR_REVIEW;
		else if (outcome == CLAIR_INAPPLICABLE && clair_page_has_sheets(ctx))
			outcome = CLAIR_PASS;
	}
	return outcome;
}

CLAIR_RULE(consultation_animation) = {
	.id = "consultation/animation",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_VISION | CLAIR_ELDERLY,
	.rgaa = CLAIR_IDS("13.7.3", "13.8.1", "13.8.2"),
	.wcag = CLAIR_IDS("2.2.2", "2.3.1"),
	.needs = CLAIR_IDS("S-045"),
	.title = {
		.fr = "Ce qui bouge ou clignote peut s’arrêter",
		.en = "What moves or blinks can be stopped",
	},
	.why = {
		.fr = "Un mouvement sans fin empêche de lire. Des flashs peuvent donner une "
		    "crise d’épilepsie.",
		.en = "Endless movement prevents reading. Flashes may cause an epileptic fit.",
	},
	.remedy = {
		.fr = "Arrêter l’animation avant cinq secondes, ou ajouter un bouton pour "
		    "l’arrêter. Écrire aussi une règle @media (prefers-reduced-motion).",
		.en = "Stop the animation within five seconds, or add a button to stop it. Write "
		    "a @media (prefers-reduced-motion) rule too.",
	},
	.limits = {
		.fr = "La règle ne sait pas ce que l’animation change, ni si un bouton l’arrête. "
		    "Elle ne lance pas les programmes (scripts).",
		.en = "The rule does not know what the animation changes, nor whether a button "
		    "stops it. It does not run scripts.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
