/* The page asks for nothing that browsers no longer have. */
#include "rules/common/outcome.h"
#include "rules/common/pattern.h"
#include "rules/common/text.h"

enum { PLUGIN, FRAMES, BROWSER };

static const struct clair_message messages[] = {
	[PLUGIN] = {
		.key = "plugin",
		.each = true,
		.fr = "{what} : plus aucun navigateur ne sait montrer ce contenu.",
		.en = "{what}: no browser can show this content any more.",
	},
	[FRAMES] = {
		.key = "frames",
		.each = true,
		.fr = "La page est faite de cadres (frameset), abandonnés depuis longtemps : un téléphone les montre mal.",
		.en = "The page is made of frames (frameset), given up long ago: a phone shows them badly.",
	},
	[BROWSER] = {
		.key = "browser",
		.each = true,
		.fr = "« {text} » : la page semble demander un navigateur qui n’existe plus. Vérifier ce texte.",
		.en = "“{text}”: the page seems to ask for a browser that is no longer there. Check this text.",
	},
};

/* The name of the technology, or NULL. */
static const char *
technology(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *type = clair_attr(node, CLAIR_ATTR_TYPE);
	const char *address = clair_attr(node, clair_tag(node) == CLAIR_TAG_OBJECT ? CLAIR_ATTR_DATA : CLAIR_ATTR_SRC);

	if (clair_tag(node) == CLAIR_TAG_APPLET || (type != NULL && rule_contains(type, "java-")))
		return "Java";
	if (type != NULL && rule_contains(type, "silverlight"))
		return "Silverlight";
	if ((type != NULL && rule_contains(type, "shockwave-flash")) ||
	    (address != NULL && clair_matches(ctx, "flash-file", address)))
		return "Flash";
	return NULL;
}

/* What stands in <video> is for browsers that do not know it. */
static enum clair_outcome
check_tag(struct clair_ctx *ctx, enum clair_tag tag)
{
	for (size_t i = 0; i < clair_tag_count(ctx, tag); i++) {
		const struct clair_node *node = clair_tag_at(ctx, tag, i);
		const char *what = technology(ctx, node);

		if (what == NULL || clair_closest(node, CLAIR_TAG_VIDEO) != NULL ||
		    clair_closest(node, CLAIR_TAG_AUDIO) != NULL)
			continue;
		clair_arg(clair_report(ctx, node, PLUGIN), "what", what);
		return CLAIR_FAIL;
	}
	return clair_tag_count(ctx, tag) == 0 ? CLAIR_INAPPLICABLE : CLAIR_PASS;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	static const enum clair_tag tags[] = {CLAIR_TAG_OBJECT, CLAIR_TAG_EMBED, CLAIR_TAG_APPLET};
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;

	if (clair_tag_count(ctx, CLAIR_TAG_FRAMESET) != 0) {
		clair_report(ctx, clair_tag_at(ctx, CLAIR_TAG_FRAMESET, 0), FRAMES);
		return CLAIR_FAIL;
	}
	for (size_t i = 0; i < CLAIR_LEN(tags) && outcome != CLAIR_FAIL; i++)
		outcome = rule_worse(outcome, check_tag(ctx, tags[i]));
	if (outcome == CLAIR_FAIL)
		return outcome;
	return rule_worse(outcome, text_review_anywhere(ctx, "old-browser", BROWSER));
}

CLAIR_RULE(mobile_obsolete) = {
	.id = "mobile/obsolete",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_EVERYONE,
	.needs = CLAIR_IDS("S-010"),
	.title = {
		.fr = "La page ne demande rien que les navigateurs n’ont plus",
		.en = "The page asks for nothing that browsers no longer have",
	},
	.why = {
		.fr = "Un contenu Flash ou Java ne s’ouvre plus nulle part. La personne croit que son appareil est en panne.",
		.en = "Flash or Java content no longer opens anywhere. People think that their device is broken.",
	},
	.remedy = {
		.fr = "Remplacer ce contenu par une page, une vidéo ou une image ordinaire, ou le retirer.",
		.en = "Replace this content by an ordinary page, film or picture, or remove it.",
	},
	.limits = {
		.fr = "La règle ne voit pas ce que les scripts ajoutent.",
		.en = "The rule does not see what scripts add.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
