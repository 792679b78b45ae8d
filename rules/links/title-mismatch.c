/* The title attribute of a link repeats its text and adds to it. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { LACKS_TEXT };

static const struct clair_message messages[] = {
	[LACKS_TEXT] = {
		.key = "lacks-text",
		.fr = "Le title « {title} » ne reprend pas le texte du lien, « {text} ».",
		.en = "The title \"{title}\" does not repeat the text of the link, \"{text}\".",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *link)
{
	const char *title = clair_attr(link, CLAIR_ATTR_TITLE);
	struct clair_finding *finding;
	const char *text;

	if (rule_blank(title) || !clair_exposed(ctx, link))
		return CLAIR_INAPPLICABLE;
	text = clair_visible_text(ctx, link);
	if (text[0] == '\0')
		return CLAIR_INAPPLICABLE;
	if (rule_contains(title, text) || clair_words_contain(ctx, title, text))
		return CLAIR_PASS;

	finding = clair_review_attr(ctx, link, CLAIR_ATTR_TITLE, LACKS_TEXT);
	clair_arg(finding, "title", title);
	clair_arg(finding, "text", text);
	clair_fix_remove_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_TITLE);
	return CLAIR_REVIEW;
}

CLAIR_RULE(links_title_mismatch) = {
	.id = "links/title-mismatch",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION,
	.on_text = true,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_A),
	.rgaa = CLAIR_IDS("6.1.1"),
	.wcag = CLAIR_IDS("2.4.4"),
	.title = {
		.fr = "Le titre d’un lien reprend son texte et le complète",
		.en = "The title of a link repeats its text and completes it",
	},
	.why = {
		.fr = "Une aide technique peut lire le titre à la place du texte : ce qui n’y "
		    "est pas est perdu.",
		.en = "An assistive technology may read the title instead of the text: what is "
		    "not there is lost.",
	},
	.remedy = {
		.fr = "Retirer title, ou y reprendre tout le texte du lien avant le complément.",
		.en = "Remove title, or repeat in it the whole text of the link before what is "
		    "added.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
