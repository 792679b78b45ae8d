/* Presentation is left to style sheets: no presentational element. */
#include "clairlint/rule.h"

enum { PRESENTATIONAL };

static const struct clair_message messages[] = {
	[PRESENTATIONAL] = {
		.key = "presentational",
		.each = true,
		.fr = "L’élément {element} sert à la présentation : il est abandonné.",
		.en = "The element {element} is for presentation: it is obsolete.",
	},
};

/* Of the same kind, and without the look: that goes to the style sheet. */
static const char *
instead_of(enum clair_tag tag)
{
	switch (tag) {
	case CLAIR_TAG_CENTER:
	case CLAIR_TAG_MARQUEE:
		return "div";
	case CLAIR_TAG_STRIKE:
		return "s";
	default:
		return "span";
	}
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	static const enum clair_tag tags[] = {CLAIR_TAG_BASEFONT, CLAIR_TAG_BIG, CLAIR_TAG_BLINK,
	    CLAIR_TAG_CENTER, CLAIR_TAG_FONT, CLAIR_TAG_MARQUEE, CLAIR_TAG_STRIKE, CLAIR_TAG_TT};
	enum clair_outcome outcome = CLAIR_PASS;

	if (clair_tag_count(ctx, CLAIR_TAG_BODY) == 0)
		return CLAIR_INAPPLICABLE; /* a page of frames */
	for (size_t t = 0; t < CLAIR_LEN(tags); t++) {
		for (size_t i = 0; i < clair_tag_count(ctx, tags[t]); i++) {
			const struct clair_node *node = clair_tag_at(ctx, tags[t], i);
			struct clair_finding *finding;

			if (clair_is_implied(node))
				continue;
			finding = clair_report(ctx, node, PRESENTATIONAL);
			clair_arg(finding, "element", clair_tag_name(node));
			clair_fix_other(finding, CLAIR_FIX_RENAME_ELEMENT, instead_of(tags[t]));
			outcome = CLAIR_FAIL;
		}
	}
	return outcome;
}

CLAIR_RULE(presentation_presentational_elements) = {
	.id = "presentation/presentational-elements",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION,
	.rgaa = CLAIR_IDS("10.1.1"),
	.wcag = CLAIR_IDS("1.3.1"),
	.title = {
		.fr = "La page n’emploie pas d’élément de présentation",
		.en = "The page uses no presentational element",
	},
	.why = {
		.fr = "Qui a besoin d’autres couleurs ou d’autres tailles ne peut pas changer une mise en "
		      "forme écrite dans le contenu.",
		.en = "Presentation written in the content cannot be changed by who needs other "
		    "colours or sizes.",
	},
	.remedy = {
		.fr = "Retirer l’élément et écrire la mise en forme dans la feuille de style.",
		.en = "Remove the element and write the presentation in the style sheet.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
