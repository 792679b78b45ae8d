/* Links whose name is short or made of a picture, to be read by a person. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { TEXT, IMAGE, MIXED, SVG };

static const struct clair_message messages[] = {
	[TEXT] = {
		.key = "text",
		.fr = "Le lien « {name} » est court. Comprend-on où il mène, seul ou avec la phrase qui "
		    "le porte ?",
		.en = "The link \"{name}\" is short. Is it clear where it leads, alone or with the "
		    "sentence that holds it?",
		.rgaa = CLAIR_IDS("6.1.1"),
	},
	[IMAGE] = {
		.key = "image",
		.fr = "Ce lien est une image, lue « {name} ». Comprend-on où il mène ?",
		.en = "This link is an image, read as \"{name}\". Is it clear where it leads?",
		.rgaa = CLAIR_IDS("6.1.2"),
	},
	[MIXED] = {
		.key = "mixed",
		.fr = "Ce lien réunit une image et un texte, lus « {name} ». Comprend-on où il mène, "
		    "sans redite ?",
		.en = "This link joins an image and a text, read as \"{name}\". Is it clear where it "
		    "leads, without repetition?",
		.rgaa = CLAIR_IDS("6.1.3"),
	},
	[SVG] = {
		.key = "svg",
		.fr = "Ce lien est une image SVG, lue « {name} ». Comprend-on où il mène ?",
		.en = "This link is an SVG image, read as \"{name}\". Is it clear where it leads?",
		.rgaa = CLAIR_IDS("6.1.4"),
	},
};

enum { SHORT_WORDS = 2, NODES_READ = 40 };

/* The first picture in a link that gives a part of its name. */
static const struct clair_node *
picture_in(struct clair_ctx *ctx, const struct clair_node *link)
{
	const struct clair_node *node = link;

	for (unsigned i = 0; i < NODES_READ; i++) {
		node = clair_next_inside(link, node);
		if (node == NULL)
			return NULL;
		if (clair_tag(node) == CLAIR_TAG_SVG ||
		    (clair_role(ctx, node) == CLAIR_ROLE_IMG && clair_name(ctx, node)[0] != '\0'))
			return node;
	}
	return NULL;
}

static bool
is_short(const char *name)
{
	struct rule_token word = {name, 0};
	unsigned count = 0;

	while (count <= SHORT_WORDS && rule_next_token(&word))
		count++;
	return count <= SHORT_WORDS;
}

static bool
find_message(struct clair_ctx *ctx, const struct clair_node *link, unsigned *message)
{
	const struct clair_node *picture = picture_in(ctx, link);
	bool has_text = clair_visible_text(ctx, link)[0] != '\0';

	/* A drawing beside words most often only adorns them. */
	if (picture != NULL && has_text && clair_name(ctx, picture)[0] == '\0')
		picture = NULL;
	if (picture != NULL) {
		*message = has_text ? MIXED : clair_tag(picture) == CLAIR_TAG_SVG ? SVG : IMAGE;
		return true;
	}
	*message = TEXT;
	return clair_region(ctx, link) == CLAIR_IN_MAIN && is_short(clair_name(ctx, link));
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *link)
{
	const char *name = clair_name(ctx, link);
	unsigned message;

	/* A vague name has its own rule. */
	if (name[0] == '\0' || !clair_exposed(ctx, link) ||
	    clair_lookup(ctx, "liens-vagues", name) != NULL || !find_message(ctx, link, &message))
		return CLAIR_INAPPLICABLE;

	clair_arg(clair_review(ctx, link, message), "name", name);
	return CLAIR_REVIEW;
}

CLAIR_RULE(links_context) = {
	.id = "links/context",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_LOW_LITERACY | CLAIR_COGNITIVE,
	.audit = true,
	.on_roles = CLAIR_KINDS(CLAIR_ROLE_LINK),
	.rgaa = CLAIR_IDS("6.1.1", "6.1.2", "6.1.3", "6.1.4"),
	.wcag = CLAIR_IDS("2.4.4"),
	.title = {
		.fr = "On comprend où mène un lien, seul ou avec ce qui l’entoure",
		.en = "Where a link leads is clear, alone or with what surrounds it",
	},
	.why = {
		.fr = "Qui passe de lien en lien n’entend que leurs noms.",
		.en = "Who goes from link to link hears only their names.",
	},
	.remedy = {
		.fr = "Écrire dans le lien, ou dans le texte de l’image, ce que l’on trouve au bout.",
		.en = "Write in the link, or in the text of the image, what is at its end.",
	},
	.limits = {
		.fr = "Les liens en texte de plus de deux mots, et ceux des menus, ne sont pas montrés.",
		.en = "Text links of more than two words, and those of menus, are not shown.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
