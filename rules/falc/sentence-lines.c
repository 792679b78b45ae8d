/* Each sentence starts on a new line. */
#include "clairlint/rule.h"

enum { SAME_LINE };

/* Words of a sentence that deserves its line; elements of a paragraph that are looked at. */
enum { WORDS = 3, STEPS = 500 };

static const struct clair_message messages[] = {
	[SAME_LINE] = {
		.key = "same-line",
		.fr = "Ce paragraphe a {count} phrases de suite. Commencer chaque phrase à la ligne.",
		.en = "This paragraph has {count} sentences in a row. Start each sentence on a new line.",
	},
};

static uint32_t
sentences_of(struct clair_ctx *ctx, const struct clair_block *block)
{
	const struct clair_sentence *sentence = NULL;
	uint32_t count = 0;

	while ((sentence = clair_sentence_next(ctx, block, sentence)) != NULL)
		count += clair_sentence_words(sentence) >= WORDS;
	return count;
}

static bool
has_breaks(const struct clair_node *top, uint32_t wanted)
{
	const struct clair_node *node = top;

	for (uint32_t step = 0; wanted > 0 && step < STEPS; step++) {
		node = clair_next_inside(top, node);
		if (node == NULL)
			return false;
		wanted -= clair_tag(node) == CLAIR_TAG_BR;
	}
	return true;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	uint32_t count;

	if (!clair_wants_falc(ctx))
		return CLAIR_INAPPLICABLE;
	count = sentences_of(ctx, block);
	if (count < 2 || has_breaks(clair_block_node(block), count - 1))
		return CLAIR_PASS;
	clair_arg_num(clair_report_block(ctx, block, SAME_LINE), "count", count);
	return CLAIR_FAIL;
}

CLAIR_RULE(falc_sentence_lines) = {
	.id = "falc/sentence-lines",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.on_blocks = CLAIR_BLOCKS(CLAIR_BLOCK_PARAGRAPH),
	.only_french = true,
	.only_main = true,
	.falc = CLAIR_IDS("W22"),
	.needs = CLAIR_IDS("S-025"),
	.title = {
		.fr = "Chaque phrase commence sur une nouvelle ligne",
		.en = "Each sentence starts on a new line",
	},
	.why = {
		.fr = "L’œil retrouve le début de la ligne. Une phrase à la fois, on comprend mieux.",
		.en = "The eye finds the start of the line. One sentence at a time is better understood.",
	},
	.remedy = {
		.fr = "Mettre chaque phrase dans son paragraphe, ou passer à la ligne.",
		.en = "Put each sentence in a paragraph, or break the line.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC). Les phrases d’un ou deux mots ne comptent pas.",
		.en = "The rule holds only for pages judged as easy to read (FALC). Sentences of one or two words do not count.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
