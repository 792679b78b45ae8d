/* Presentation is left to style sheets: no presentational attribute. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { PRESENTATIONAL };

static const struct clair_message messages[] = {
	[PRESENTATIONAL] = {
		.key = "presentational",
		.fr = "L’attribut {attribute} de l’élément {element} sert à la présentation.",
		.en = "The attribute {attribute} of the element {element} is for presentation.",
	},
};

/* Glossary of RGAA, "présentation de l'information": the attributes by themselves, then those that
 * some elements may keep. */
static bool
is_presentational(const struct clair_node *node, enum clair_attribute attribute)
{
	switch (attribute) {
	case CLAIR_ATTR_ALIGN:
	case CLAIR_ATTR_ALINK:
	case CLAIR_ATTR_BGCOLOR:
	case CLAIR_ATTR_BORDER:
	case CLAIR_ATTR_CELLPADDING:
	case CLAIR_ATTR_CELLSPACING:
	case CLAIR_ATTR_FACE:
	case CLAIR_ATTR_HSPACE:
	case CLAIR_ATTR_LINK:
	case CLAIR_ATTR_MARGINHEIGHT:
	case CLAIR_ATTR_MARGINWIDTH:
	case CLAIR_ATTR_VALIGN:
	case CLAIR_ATTR_VLINK:
	case CLAIR_ATTR_VSPACE:
		return true;
	case CLAIR_ATTR_BACKGROUND:
		return clair_tag(node) != CLAIR_TAG_VIDEO;
	case CLAIR_ATTR_COLOR:
		return clair_tag(node) != CLAIR_TAG_LINK; /* of a mask-icon */
	case CLAIR_ATTR_SIZE:
		return clair_tag(node) != CLAIR_TAG_INPUT && clair_tag(node) != CLAIR_TAG_SELECT;
	case CLAIR_ATTR_WIDTH:
	case CLAIR_ATTR_HEIGHT:
		switch (clair_tag(node)) {
		case CLAIR_TAG_IMG:
		case CLAIR_TAG_OBJECT:
		case CLAIR_TAG_EMBED:
		case CLAIR_TAG_CANVAS:
		case CLAIR_TAG_SVG:
		case CLAIR_TAG_IFRAME:
		case CLAIR_TAG_VIDEO:
		case CLAIR_TAG_AUDIO:
		case CLAIR_TAG_SOURCE:
		case CLAIR_TAG_INPUT:
			return false;
		default:
			return true;
		}
	default:
		return false;
	}
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	size_t count = clair_attr_count(node);
	struct clair_finding *finding;

	/* An element of presentation is reported as such. */
	if (count == 0 || !clair_is_html(node) || clair_tag(node) == CLAIR_TAG_OTHER ||
	    clair_tag(node) == CLAIR_TAG_FONT || clair_tag(node) == CLAIR_TAG_BASEFONT)
		return CLAIR_INAPPLICABLE;
	for (size_t i = 0; i < count; i++) {
		enum clair_attribute attribute = clair_attr_at(node, i);

		if (!is_presentational(node, attribute))
			continue;
		finding = clair_report(ctx, node, PRESENTATIONAL);
		clair_arg(finding, "attribute", clair_attr_name_at(node, i));
		clair_arg(finding, "element", clair_tag_name(node));
		for (; i < count; i++) {
			if (is_presentational(node, clair_attr_at(node, i)))
				clair_fix_remove_attr(finding, CLAIR_CHOICE, clair_attr_at(node, i));
		}
		return CLAIR_FAIL;
	}
	return CLAIR_PASS;
}

CLAIR_RULE(presentation_presentational_attributes) = {
	.id = "presentation/presentational-attributes",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_LOW_VISION,
	.on_all = true, /* any element may have a presentational attribute */
	.rgaa = CLAIR_IDS("10.1.2"),
	.wcag = CLAIR_IDS("1.3.1"),
	.title = {
		.fr = "La page n’emploie pas d’attribut de présentation",
		.en = "The page uses no presentational attribute",
	},
	.why = {
		.fr = "Qui a besoin d’autres couleurs ou d’autres tailles ne peut pas changer une mise en "
		      "forme écrite dans le contenu.",
		.en = "Presentation written in the content cannot be changed by who needs other "
		    "colours or sizes.",
	},
	.remedy = {
		.fr = "Retirer l’attribut et écrire la mise en forme dans la feuille de style.",
		.en = "Remove the attribute and write the presentation in the style sheet.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
