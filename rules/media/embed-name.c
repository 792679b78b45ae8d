/* A plug-in content has a name. */
#include "clairlint/rule.h"
#include "rules/common/image.h"
#include "rules/common/media.h"
#include "rules/common/text.h"

enum { IMAGE, OTHER };

static const struct clair_message messages[] = {
	[IMAGE] = {
		.key = "no-name-image",
		.fr = "L’image insérée {src} n’a pas de nom : vérifier qu’une autre version est proposée à "
		    "côté.",
		.en = "The inserted image {src} has no name: check that another version is offered beside "
		    "it.",
		.rgaa = CLAIR_IDS("1.1.7"),
	},
	[OTHER] = {
		.key = "no-name",
		.fr = "Le contenu inséré {src} n’a pas de nom : vérifier qu’une autre version "
		    "est proposée à côté.",
		.en = "The inserted content {src} has no name: check that another version is "
		    "offered beside it.",
		.rgaa = CLAIR_IDS("4.8.1"),
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *embed)
{
	struct clair_finding *finding;

	/* Sound and film have rules of their own. */
	if (!clair_exposed(ctx, embed) || rule_is_medium(ctx, embed))
		return CLAIR_INAPPLICABLE;
	if (!rule_blank(clair_attr(embed, CLAIR_ATTR_TITLE)) || clair_name(ctx, embed)[0] != '\0')
		return CLAIR_PASS;

	finding = clair_review(
	    ctx, embed, rule_image_kind(ctx, embed) == RULE_IMAGE_EMBED ? IMAGE : OTHER);
	clair_arg(finding, "src", rule_file_name(clair_attr(embed, CLAIR_ATTR_SRC)));
	clair_fix_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_TITLE, NULL);
	return CLAIR_REVIEW;
}

CLAIR_RULE(media_embed_name) = {
	.id = "media/embed-name",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_EMBED, CLAIR_TAG_APPLET),
	.rgaa = CLAIR_IDS("1.1.7", "4.8.1"),
	.wcag = CLAIR_IDS("1.1.1"),
	.title = {
		.fr = "Un contenu inséré par embed a une alternative",
		.en = "A content inserted by embed has an alternative",
	},
	.why = {
		.fr = "Sans nom ni autre version, le contenu n’existe pas pour qui n’y voit pas.",
		.en = "Without a name or another version, the content does not exist for who "
		    "cannot see.",
	},
	.remedy = {
		.fr = "Ajouter title, et un lien tout près vers une version accessible.",
		.en = "Add title, and a link close by to an accessible version.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
