/* Images and videos do not flash. */
#include "clairlint/rule.h"

enum { PICTURE, MEDIA, SCRIPT };

static const struct clair_message messages[] = {
	[PICTURE] = {
		.key = "picture",
		.fr = "Cette image animée fait-elle des flashs, ou bouge-t-elle plus de cinq "
		    "secondes ?",
		.en = "Does this animated image flash, or move for more than five seconds?",
		.rgaa = CLAIR_IDS("13.7.1", "13.8.1"),
	},
	[MEDIA] = {
		.key = "media",
		.fr = "Ce contenu fait-il plus de trois flashs par seconde ?",
		.en = "Does this content flash more than three times a second?",
		.rgaa = CLAIR_IDS("13.7.1"),
	},
	[SCRIPT] = {
		.key = "script",
		.fr = "Un programme dessine ici : fait-il plus de trois flashs par seconde ?",
		.en = "A script draws here: does it flash more than three times a second?",
		.rgaa = CLAIR_IDS("13.7.2"),
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *address = clair_attr(node, CLAIR_ATTR_SRC);
	unsigned message = MEDIA;

	if (!clair_visible(ctx, node))
		return CLAIR_INAPPLICABLE;
	if (clair_tag(node) == CLAIR_TAG_IMG) {
		if (address == NULL || !clair_matches(ctx, "gif", address))
			return CLAIR_INAPPLICABLE;
		message = PICTURE;
	} else if (clair_tag(node) == CLAIR_TAG_CANVAS) {
		message = SCRIPT;
	}
	clair_review(ctx, node, message);
	return CLAIR_REVIEW;
}

CLAIR_RULE(consultation_flashes) = {
	.id = "consultation/flashes",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.audit = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_VISION,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_IMG, CLAIR_TAG_VIDEO, CLAIR_TAG_OBJECT, CLAIR_TAG_EMBED, CLAIR_TAG_CANVAS),
	.rgaa = CLAIR_IDS("13.7.1", "13.7.2", "13.8.1"),
	.wcag = CLAIR_IDS("2.2.2", "2.3.1"),
	.falc = CLAIR_IDS("V09"),
	.title = {
		.fr = "Les images et les vidéos ne font pas de flashs",
		.en = "Images and videos do not flash",
	},
	.why = {
		.fr = "Des flashs peuvent donner une crise d’épilepsie. Un mouvement sans fin "
		    "empêche de lire.",
		.en = "Flashes may cause an epileptic fit. Endless movement prevents reading.",
	},
	.remedy = {
		.fr = "Retirer les flashs, ou les réduire à une petite surface. Permettre "
		    "d’arrêter l’image.",
		.en = "Remove flashes, or reduce them to a small area. Let people stop the image.",
	},
	.limits = {
		.fr = "La règle montre les images GIF sans savoir si elles bougent.",
		.en = "The rule shows GIF images without knowing whether they move.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
