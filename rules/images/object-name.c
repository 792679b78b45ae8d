/* An embedded picture, sound or film has a name. */
#include "clairlint/rule.h"
#include "rules/common/image.h"
#include "rules/common/text.h"

enum { NO_NAME };

static const struct clair_message messages[] = {
	[NO_NAME] = {
		.key = "no-name",
		.fr = "L’objet {src} n’a pas de nom : son contenu est inconnu de qui ne le voit "
		    "pas.",
		.en = "The object {src} has no name: who cannot see it does not know what it "
		    "holds.",
	},
};

static bool
is_not_text(const struct clair_node *object, const char *data)
{
	static const char *const extensions[] = {"mp3", "ogg", "oga", "wav", "flac", "aac", "m4a",
	    "mp4", "m4v", "webm", "ogv", "mov", "avi", "mpg", "mpeg", NULL};
	const char *type = clair_attr(object, CLAIR_ATTR_TYPE);

	if (rule_is_image_file(type, data))
		return true;
	if (rule_blank(type))
		return rule_has_extension(data, extensions);
	return rule_starts_with(type, "audio/") || rule_starts_with(type, "video/");
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *object)
{
	const char *data = clair_attr(object, CLAIR_ATTR_DATA);
	struct clair_finding *finding;

	if (data == NULL || !is_not_text(object, data) || !clair_exposed(ctx, object) ||
	    clair_explicit_role(ctx, object) != CLAIR_ROLE_NO_ROLE)
		return CLAIR_INAPPLICABLE;
	if (clair_name(ctx, object)[0] != '\0')
		return CLAIR_PASS;

	finding = clair_report(ctx, object, NO_NAME);
	clair_arg(finding, "src", rule_file_name(data));
	clair_fix_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_TITLE, NULL);
	return CLAIR_FAIL;
}

CLAIR_RULE(images_object_name) = {
	.id = "images/object-name",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_OBJECT),
	.rgaa = CLAIR_IDS("1.1.6"),
	.wcag = CLAIR_IDS("1.1.1"),
	.act = CLAIR_IDS("8fc3b6"),
	.title = {
		.fr = "Une image ou un média inséré par object a une alternative",
		.en = "A picture or a medium inserted by object has an alternative",
	},
	.why = {
		.fr = "Sans nom, rien ne dit à qui n’y voit pas ce que contient l’objet.",
		.en = "Without a name, nothing tells who cannot see what the object holds.",
	},
	.remedy = {
		.fr = "Ajouter title ou aria-label à l’élément object.",
		.en = "Add title or aria-label to the object element.",
	},
	.limits = {
		.fr = "Le type est lu dans l’attribut type ou dans l’extension du fichier.",
		.en = "The type is read in the type attribute or in the extension of the file.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
