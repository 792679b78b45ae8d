/* Paragraphs and line breaks are not there to make room. */
#include "clairlint/rule.h"
#include "rules/common/outcome.h"

enum { EMPTY_PARAGRAPH, MANY_BREAKS, TWO_BREAKS };

static const struct clair_message messages[] = {
	[EMPTY_PARAGRAPH] = {
		.key = "empty-paragraph",
		.each = true,
		.fr = "Ce paragraphe ne contient que des espaces : il sert à écarter les textes.",
		.en = "This paragraph holds nothing but spaces: it is there to push texts apart.",
	},
	[MANY_BREAKS] = {
		.key = "many-breaks",
		.each = true,
		.fr = "{count} retours à la ligne (br) se suivent : ils servent à écarter les "
		    "textes.",
		.en = "{count} line breaks (br) follow each other: they are there to push texts "
		    "apart.",
	},
	[TWO_BREAKS] = {
		.key = "two-breaks",
		.each = true,
		.fr = "Deux retours à la ligne (br) se suivent : vérifier si ce sont deux "
		    "paragraphes ({count} {count|endroit|endroits}).",
		.en = "Two line breaks (br) follow each other: check whether these are two "
		    "paragraphs ({count} {count|place|places}).",
	},
};

enum { MANY = 3 };

/* An id, or a role, is for a script that will write here. */
static bool
is_waiting(const struct clair_node *node)
{
	return clair_has_attr(node, CLAIR_ATTR_ID) || clair_has_attr(node, CLAIR_ATTR_ROLE) ||
	    clair_has_attr(node, CLAIR_ATTR_ARIA_LIVE);
}

static enum clair_outcome
check_paragraphs(struct clair_ctx *ctx)
{
	enum clair_outcome outcome = CLAIR_PASS;

	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_P); i++) {
		const struct clair_node *node = clair_tag_at(ctx, CLAIR_TAG_P, i);

		if (!clair_is_spacer(ctx, node) || is_waiting(node) || !clair_exposed(ctx, node))
			continue;
		clair_fix_other(
		    clair_report(ctx, node, EMPTY_PARAGRAPH), CLAIR_FIX_REMOVE_ELEMENT, NULL);
		outcome = CLAIR_FAIL;
	}
	return outcome;
}

static enum clair_outcome
check_breaks(struct clair_ctx *ctx)
{
	const struct clair_node *first = NULL;
	enum clair_outcome outcome = CLAIR_PASS;
	double pairs = 0;

	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_BR); i++) {
		const struct clair_node *node = clair_tag_at(ctx, CLAIR_TAG_BR, i);
		uint32_t count = clair_break_run(ctx, node);

		if (count < MANY - 1 || !clair_visible(ctx, node))
			continue;
		if (count >= MANY) {
			clair_arg_num(clair_report(ctx, node, MANY_BREAKS), "count", count);
			outcome = CLAIR_FAIL;
			continue;
		}
		if (first == NULL)
			first = node;
		pairs++;
	}
	if (first == NULL)
		return outcome;
	clair_arg_num(clair_review(ctx, first, TWO_BREAKS), "count", pairs);
	return rule_worse(outcome, CLAIR_REVIEW);
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	if (clair_tag_count(ctx, CLAIR_TAG_P) + clair_tag_count(ctx, CLAIR_TAG_BR) == 0)
		return CLAIR_INAPPLICABLE;
	return rule_worse(check_paragraphs(ctx), check_breaks(ctx));
}

CLAIR_RULE(mandatory_spacing_markup) = {
	.id = "mandatory/spacing-markup",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION,
	.rgaa = CLAIR_IDS("8.9.1"),
	.wcag = CLAIR_IDS("1.3.1"),
	.title = {
		.fr = "Les balises disent le sens du contenu, pas son apparence",
		.en = "Tags say the sense of the content, not its look",
	},
	.why = {
		.fr = "Un lecteur d’écran dit « vide » à chaque paragraphe sans texte. Des "
		    "lignes sautées ne disent pas où commence un paragraphe.",
		.en = "A screen reader says “blank” at each paragraph without text. Skipped "
		    "lines do not say where a paragraph begins.",
	},
	.remedy = {
		.fr = "Retirer les paragraphes vides et les br en série. Mettre chaque "
		    "paragraphe dans p, et les marges dans la feuille de style.",
		.en = "Remove empty paragraphs and rows of br. Put each paragraph in p, and "
		    "margins in the style sheet.",
	},
	.limits = {
		.fr = "Les autres balises employées pour leur apparence ne sont pas vues.",
		.en = "Other tags that are used for their look are not seen.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
