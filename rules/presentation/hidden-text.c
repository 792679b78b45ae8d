/* Hidden texts are rightly hidden. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { SILENT, UNSEEN };

static const struct clair_message messages[] = {
	[SILENT] = {
		.key = "silent",
		.fr = "Le texte « {text} » se voit, mais les aides techniques ne le lisent pas : "
		    "peut-on l’ignorer sans rien perdre ?",
		.en = "The text \"{text}\" is seen, but assistive technologies do not read it: can "
		    "it be ignored without loss?",
	},
	[UNSEEN] = {
		.key = "unseen",
		.fr = "Le texte « {text} » est caché à tous : s’il sert, une action le fait-elle "
		    "apparaître ?",
		.en = "The text \"{text}\" is hidden from all: if it is useful, does an action "
		    "make it appear?",
	},
};

enum { CHARACTERS = 3 };

static bool
is_silent(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_node *parent = clair_parent(node);

	return clair_attr_is(node, CLAIR_ATTR_ARIA_HIDDEN, "true") && clair_visible(ctx, node) &&
	    (parent == NULL || clair_exposed(ctx, parent)) && !clair_in_icon_font(ctx, node) &&
	    rule_has_characters(clair_visible_text(ctx, node), CHARACTERS);
}

/* Never shown by itself: not text of the page. */
static bool
is_machinery(const struct clair_node *node)
{
	switch (clair_tag(node)) {
	case CLAIR_TAG_DATALIST:
	case CLAIR_TAG_HEAD:
	case CLAIR_TAG_NOSCRIPT:
	case CLAIR_TAG_SCRIPT:
	case CLAIR_TAG_STYLE:
	case CLAIR_TAG_TEMPLATE:
	case CLAIR_TAG_TITLE:
		return true;
	default:
		return !clair_is_html(node);
	}
}

static bool
is_unseen(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_node *parent = clair_parent(node);

	return parent != NULL && !clair_rendered(ctx, node) && clair_rendered(ctx, parent) &&
	    !is_machinery(node) &&
	    rule_has_characters(clair_text_content(ctx, node), CHARACTERS);
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	bool silent = is_silent(ctx, node);
	struct clair_finding *finding;

	if (!silent && !is_unseen(ctx, node))
		return CLAIR_INAPPLICABLE;
	finding = clair_review(ctx, node, silent ? SILENT : UNSEEN);
	clair_arg(finding, "text",
	    silent ? clair_visible_text(ctx, node) : clair_text_content(ctx, node));
	return CLAIR_REVIEW;
}

CLAIR_RULE(presentation_hidden_text) = {
	.id = "presentation/hidden-text",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.audit = true,
	.who = CLAIR_BLIND,
	.on_all = true, /* any element may be hidden */
	.rgaa = CLAIR_IDS("10.8.1"),
	.wcag = CLAIR_IDS("1.3.2", "4.1.2"),
	.title = {
		.fr = "Un texte caché l’est à bon droit",
		.en = "A hidden text is rightly hidden",
	},
	.why = {
		.fr = "Un lecteur d’écran ne lit pas un texte caché. Qui écoute la page perd "
		    "l’information.",
		.en = "A screen reader does not read a hidden text. Who listens to the page "
		    "loses the information.",
	},
	.remedy = {
		.fr = "Retirer aria-hidden d’un texte utile. Donner un bouton pour afficher un "
		    "texte caché.",
		.en = "Take aria-hidden off a useful text. Give a button to show a hidden text.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
