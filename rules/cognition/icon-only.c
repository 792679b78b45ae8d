/* Links and buttons show words, not only a picture. */
#include "clairlint/rule.h"

enum { ICONS };

static const struct clair_message messages[] = {
	[ICONS] = {
		.key = "icons",
		.fr = "Dans le contenu, {count} {count|lien ou bouton n’a qu’une icône|liens ou boutons n’ont qu’une icône}. Vérifier que tout le monde la comprend.",
		.en = "In the content, {count} {count|link or button has|links or buttons have} only an icon. Check that everybody understands it.",
	},
};

/* Its name is in an attribute, and all there is to see is a drawing. A picture (img) may show words. */
static bool
is_icon_only(struct clair_ctx *ctx, const struct clair_node *node)
{
	if (!clair_visible(ctx, node) || clair_region(ctx, node) != CLAIR_IN_MAIN ||
	    !clair_matches(ctx, "no-letter", clair_text_content(ctx, node)) ||
	    clair_name(ctx, node)[0] == '\0')
		return false;
	for (const struct clair_node *inside = clair_next_inside(node, node); inside != NULL;
	     inside = clair_next_inside(node, inside)) {
		if (clair_tag(inside) == CLAIR_TAG_SVG)
			return true;
		if (clair_tag(inside) == CLAIR_TAG_IMG)
			return false;
		if (clair_tag(inside) == CLAIR_TAG_I &&
		    clair_attr(inside, CLAIR_ATTR_CLASS) != NULL)
			return true;
	}
	return false;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	static const enum clair_tag tags[] = {CLAIR_TAG_A, CLAIR_TAG_BUTTON};
	const struct clair_node *first = NULL;
	uint32_t count = 0;
	bool seen = false;

	for (size_t t = 0; t < CLAIR_LEN(tags); t++) {
		for (size_t i = 0; i < clair_tag_count(ctx, tags[t]); i++) {
			const struct clair_node *node = clair_tag_at(ctx, tags[t], i);

			seen = seen || clair_region(ctx, node) == CLAIR_IN_MAIN;
			if (is_icon_only(ctx, node) && count++ == 0)
				first = node;
		}
	}
	if (first == NULL)
		return seen ? CLAIR_PASS : CLAIR_INAPPLICABLE;
	clair_arg_num(clair_review(ctx, first, ICONS), "count", count);
	return CLAIR_REVIEW;
}

CLAIR_RULE(cognition_icon_only) = {
	.id = "cognition/icon-only",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY | CLAIR_MOTOR,
	.needs = CLAIR_IDS("S-026", "S-055"),
	.title = {
		.fr = "Les liens et les boutons montrent des mots",
		.en = "Links and buttons show words",
	},
	.why = {
		.fr = "Une icône seule se devine. Beaucoup de personnes ne cliquent pas sur ce qu’elles ne comprennent pas.",
		.en = "One has to guess what an icon alone means. Many people do not click on what they do not understand.",
	},
	.remedy = {
		.fr = "Écrire un mot à côté de l’icône.",
		.en = "Write a word next to the icon.",
	},
	.limits = {
		.fr = "La règle voit les dessins (svg, i), dans le contenu seulement. Le premier est montré.",
		.en = "The rule sees drawings (svg, i), in the content only. The first one is shown.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
