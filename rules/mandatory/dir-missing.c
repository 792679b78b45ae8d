/* Text of another reading direction says so. */
#include "clairlint/rule.h"

enum { PHRASE, WORD };

static const struct clair_message messages[] = {
	[PHRASE] = {
		.key = "phrase",
		.fr = "Le texte « {text} » se lit de droite à gauche, et rien ne le dit.",
		.en = "The text \"{text}\" is read from right to left, and nothing says so.",
	},
	[WORD] = {
		.key = "word",
		.fr = "Le mot « {text} » se lit de droite à gauche : vérifier s’il faut le dire "
		    "(dir=\"rtl\").",
		.en = "The word \"{text}\" is read from right to left: check whether it has to be "
		    "said (dir=\"rtl\").",
	},
};

/* HTML 3.2.6.4: the nearest dir attribute; bdi has dir="auto" by itself. */
static bool
is_said(const struct clair_node *node)
{
	for (; node != NULL; node = clair_parent(node)) {
		if (clair_attr_is(node, CLAIR_ATTR_DIR, "rtl") ||
		    clair_attr_is(node, CLAIR_ATTR_DIR, "auto") || clair_tag(node) == CLAIR_TAG_BDI)
			return true;
		if (clair_attr_is(node, CLAIR_ATTR_DIR, "ltr"))
			return false;
	}
	return false;
}

static enum clair_outcome
say(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *text = clair_own_text(ctx, node);
	bool phrase = clair_matches(ctx, "rtl-phrase", text);
	struct clair_finding *finding =
	    phrase ? clair_report(ctx, node, PHRASE) : clair_review(ctx, node, WORD);

	clair_arg(finding, "text", text);
	clair_fix_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_DIR, "rtl");
	return phrase ? CLAIR_FAIL : CLAIR_REVIEW;
}

/* One finding in a block: the first text that says nothing of its direction. */
static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;
	size_t offset;
	size_t length;

	for (size_t from = 0; clair_find_in_block(ctx, "rtl-word", block, from, &offset, &length);
	     from = offset + length) {
		const struct clair_node *node = clair_block_part_node(ctx, block, offset);

		if (!clair_visible(ctx, node))
			continue;
		if (!is_said(node))
			return say(ctx, node);
		outcome = CLAIR_PASS;
	}
	return outcome;
}

CLAIR_RULE(mandatory_dir_missing) = {
	.id = "mandatory/dir-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_NEWCOMER,
	.on_blocks = CLAIR_ALL_BLOCKS & ~CLAIR_BLOCKS(CLAIR_BLOCK_TITLE),
	.rgaa = CLAIR_IDS("8.10.1"),
	.wcag = CLAIR_IDS("1.3.2"),
	.title = {
		.fr = "Un texte qui se lit dans l’autre sens le dit",
		.en = "Text that is read in the other direction says so",
	},
	.why = {
		.fr = "Sans cela, les signes de ponctuation et les chiffres d’un texte en arabe "
		    "ou en hébreu changent de place.",
		.en = "Without it, punctuation and figures of a text in Arabic or Hebrew change "
		    "place.",
	},
	.remedy = {
		.fr = "Ajouter dir=\"rtl\" à l’élément qui contient le texte.",
		.en = "Add dir=\"rtl\" to the element that holds the text.",
	},
	.limits = {
		.fr = "Un texte en français dans une page en arabe n’est pas vu.",
		.en = "Text in French in a page in Arabic is not seen.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
