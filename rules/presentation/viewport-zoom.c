/* The page can be zoomed. */
#include "clairlint/rule.h"
#include "rules/common/text.h"
#include "rules/common/viewport.h"

enum { FORBIDDEN, LIMITED };

static const struct clair_message messages[] = {
	[FORBIDDEN] = {
		.key = "forbidden",
		.fr = "L’agrandissement est interdit : user-scalable={value}.",
		.en = "Zooming is forbidden: user-scalable={value}.",
	},
	[LIMITED] = {
		.key = "limited",
		.fr = "L’agrandissement est limité : maximum-scale={value}, il faut au moins 2.",
		.en = "Zooming is limited: maximum-scale={value}, at least 2 is needed.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *meta)
{
	const char *content = clair_attr(meta, CLAIR_ATTR_CONTENT);
	struct rule_viewport viewport;
	char room[RULE_VIEWPORT_ROOM];
	struct clair_finding *finding;

	if (content == NULL || !clair_attr_is(meta, CLAIR_ATTR_NAME, "viewport"))
		return CLAIR_INAPPLICABLE;
	rule_read_viewport(content, &viewport);
	if (viewport.user_scalable[0] == '\0' && viewport.maximum_scale[0] == '\0')
		return CLAIR_INAPPLICABLE;
	if (viewport.forbids_zoom) {
		finding = clair_report_attr(ctx, meta, CLAIR_ATTR_CONTENT, FORBIDDEN);
		clair_arg(finding, "value", viewport.user_scalable);
	} else if (viewport.limits_zoom) {
		finding = clair_report_attr(ctx, meta, CLAIR_ATTR_CONTENT, LIMITED);
		clair_arg(finding, "value", viewport.maximum_scale);
	} else {
		return CLAIR_PASS;
	}
	clair_fix_attr(finding, CLAIR_SAFE, CLAIR_ATTR_CONTENT, rule_free_viewport(content, room));
	return CLAIR_FAIL;
}

CLAIR_RULE(presentation_viewport_zoom) = {
	.id = "presentation/viewport-zoom",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_LOW_VISION | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_META),
	.rgaa = CLAIR_IDS("10.4.2"),
	.wcag = CLAIR_IDS("1.4.4"),
	.act = CLAIR_IDS("b4f0c3"),
	.falc = CLAIR_IDS("E14"),
	.needs = CLAIR_IDS("S-007"),
	.title = {
		.fr = "La page laisse agrandir le texte",
		.en = "The page lets people zoom",
	},
	.why = {
		.fr = "Qui voit mal agrandit la page avec deux doigts : l’interdire rend la "
		    "page illisible.",
		.en = "Who sees badly zooms with two fingers: to forbid it makes the page "
		    "unreadable.",
	},
	.remedy = {
		.fr = "Retirer user-scalable=no et maximum-scale de la balise viewport.",
		.en = "Remove user-scalable=no and maximum-scale from the viewport tag.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
