/* The description that an image points at is in the page. */
#include "clairlint/rule.h"
#include "rules/common/image.h"
#include "rules/common/roles.h"
#include "rules/common/text.h"

enum { DESCRIBED, DESCRIBED_MAYBE, LONGDESC, LONGDESC_MAYBE };

static const struct clair_message messages[] = {
	[DESCRIBED] = {
		.key = "described-by-nothing",
		.fr = "L’image vise une description par aria-describedby, et aucun élément n’a l’id « {target} ».",
		.en = "The image points at a description with aria-describedby, and no element has the id "
		    "\"{target}\".",
		.rgaa = CLAIR_IDS("1.6.9"),
	},
	[DESCRIBED_MAYBE] = {
		.key = "described-by-nothing-yet",
		.fr = "Aucun élément n’a l’id « {target} », que vise aria-describedby. Vérifier qu’un script "
		    "l’ajoute.",
		.en = "No element has the id \"{target}\", at which aria-describedby points. Check that a "
		    "script adds it.",
		.rgaa = CLAIR_IDS("1.6.9"),
	},
	[LONGDESC] = {
		.key = "longdesc-to-nothing",
		.fr = "L’image a une longue description (longdesc) à une adresse qui ne mène nulle part : "
		    "« {target} ».",
		.en = "The image has a long description (longdesc) at an address that leads nowhere: "
		    "\"{target}\".",
		.rgaa = CLAIR_IDS("1.6.1"),
	},
	[LONGDESC_MAYBE] = {
		.key = "longdesc-to-nothing-yet",
		.fr = "L’image a une longue description (longdesc) en « {target} », qui n’est pas dans la "
		    "page. Vérifier qu’un script l’ajoute.",
		.en = "The image has a long description (longdesc) at \"{target}\", which is not in the page. "
		    "Check that a script adds it.",
		.rgaa = CLAIR_IDS("1.6.1"),
	},
};

static enum clair_outcome
judge(struct clair_ctx *ctx, const struct clair_node *image, enum clair_attribute attribute, bool leads,
    unsigned message)
{
	bool unsure = clair_page_has_scripts(ctx);

	if (leads)
		return CLAIR_PASS;
	/* A script may add the description; each _MAYBE follows its message. */
	clair_arg(unsure ? clair_review_attr(ctx, image, attribute, message + 1)
	                 : clair_report_attr(ctx, image, attribute, message),
	    "target", clair_attr(image, attribute));
	return unsure ? CLAIR_REVIEW : CLAIR_FAIL;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *image)
{
	const char *ids = clair_attr(image, CLAIR_ATTR_ARIA_DESCRIBEDBY);
	const char *address = clair_attr(image, CLAIR_ATTR_LONGDESC);

	if (rule_image_kind(ctx, image) == RULE_IMAGE_NONE || !rule_image_informs(ctx, image))
		return CLAIR_INAPPLICABLE;
	if (!rule_blank(ids))
		return judge(ctx, image, CLAIR_ATTR_ARIA_DESCRIBEDBY, rule_any_id_exists(ctx, ids), DESCRIBED);
	/* Another page is not looked at. */
	if (clair_tag(image) == CLAIR_TAG_IMG && address != NULL && address[0] == '#')
		return judge(ctx, image, CLAIR_ATTR_LONGDESC, clair_anchor(ctx, address + 1) != NULL, LONGDESC);
	return CLAIR_INAPPLICABLE;
}

CLAIR_RULE(images_description_linked) = {
	.id = "images/description-linked",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION,
	.on_tags = RULE_IMAGE_TAGS,
	.on_roles = RULE_IMAGE_ROLES,
	.rgaa = CLAIR_IDS("1.6.1", "1.6.9"),
	.wcag = CLAIR_IDS("1.1.1"),
	.title = {
		.fr = "La description d’une image est bien reliée à l’image",
		.en = "The description of an image is truly tied to the image",
	},
	.why = {
		.fr = "L’image annonce une description et ne mène à rien : elle reste incomprise.",
		.en = "The image announces a description and leads to nothing: it stays unclear.",
	},
	.remedy = {
		.fr = "Écrire l’id exact de la description, ou retirer l’attribut.",
		.en = "Write the exact id of the description, or remove the attribute.",
	},
	.limits = {
		.fr = "La règle ne dit pas si la description est juste.",
		.en = "The rule does not say whether the description is right.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
