/* A clickable area of an image has a text alternative. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { NO_ALT };

static const struct clair_message messages[] = {
	[NO_ALT] = {
		.key = "no-alt",
		.fr = "La zone cliquable vers {href} n’a pas d’alternative.",
		.en = "The clickable area to {href} has no alternative.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *area)
{
	struct clair_finding *finding;

	if (clair_role(ctx, area) != CLAIR_ROLE_LINK || !clair_exposed(ctx, area))
		return CLAIR_INAPPLICABLE;
	if (clair_name(ctx, area)[0] != '\0')
		return CLAIR_PASS;

	finding = clair_report(ctx, area, NO_ALT);
	clair_arg(finding, "href", rule_file_name(clair_attr(area, CLAIR_ATTR_HREF)));
	clair_fix_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_ALT, NULL);
	return CLAIR_FAIL;
}

CLAIR_RULE(images_area_alt) = {
	.id = "images/area-alt",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_BLOCKING,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_AREA),
	.rgaa = CLAIR_IDS("1.1.2", "6.2.1"),
	.wcag = CLAIR_IDS("1.1.1", "2.4.4", "4.1.2"),
	.act = CLAIR_IDS("c487ae"),
	.title = {
		.fr = "Une zone cliquable d’image a une alternative textuelle",
		.en = "A clickable area of an image has a text alternative",
	},
	.why = {
		.fr = "Sans alternative, la zone est un lien sans nom pour qui ne voit pas "
		    "l’image.",
		.en = "Without an alternative, the area is a link without a name for who cannot "
		    "see the image.",
	},
	.remedy = {
		.fr = "Écrire dans alt où mène la zone.",
		.en = "Write in alt where the area leads.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
