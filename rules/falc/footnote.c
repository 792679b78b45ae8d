/* A text sends to no footnote. */
#include "clairlint/rule.h"

enum { FOOTNOTE };

static const struct clair_message messages[] = {
	[FOOTNOTE] = {
		.key = "footnote",
		.fr = "Le renvoi « {text} » mène à une note. Mettre ce que dit la note dans le texte.",
		.en = "The mark “{text}” leads to a note. Put what the note says in the text.",
	},
};

/* A note of the page: its mark stands above the line, or says what it is. */
static bool
is_mark(struct clair_ctx *ctx, const struct clair_node *link)
{
	const char *address = clair_attr(link, CLAIR_ATTR_HREF);

	return clair_attr_has_token(link, CLAIR_ATTR_ROLE, "doc-noteref") ||
	    (address != NULL && address[0] == '#' &&
	        clair_matches(ctx, "footnote-number", clair_text_content(ctx, link)) &&
	        (clair_closest(link, CLAIR_TAG_SUP) != NULL || clair_matches(ctx, "footnote-address", address)));
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *link)
{
	if (!clair_wants_falc(ctx) || !clair_visible(ctx, link) ||
	    clair_region(ctx, link) != CLAIR_IN_MAIN)
		return CLAIR_INAPPLICABLE;
	if (!is_mark(ctx, link))
		return CLAIR_PASS;
	clair_arg(clair_report(ctx, link, FOOTNOTE), "text", clair_text_content(ctx, link));
	return CLAIR_FAIL;
}

CLAIR_RULE(falc_footnote) = {
	.id = "falc/footnote",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_A),
	.falc = CLAIR_IDS("W21"),
	.needs = CLAIR_IDS("S-025"),
	.title = {
		.fr = "Le texte ne renvoie pas à des notes",
		.en = "The text sends to no notes",
	},
	.why = {
		.fr = "Aller lire la note, puis retrouver sa place : beaucoup de personnes se perdent.",
		.en = "To read the note, then to find the place again: many people get lost.",
	},
	.remedy = {
		.fr = "Expliquer le mot ou l’idée dans la phrase qui suit.",
		.en = "Explain the word or the idea in the next sentence.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC).",
		.en = "The rule holds only for pages judged as easy to read (FALC).",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
