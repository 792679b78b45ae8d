/* Numbers are written in figures that all can read. */
#include "clairlint/rule.h"

enum { ROMAN };

static const struct clair_message messages[] = {
	[ROMAN] = {
		.key = "roman",
		.fr = "Le nombre « {text} » est en chiffres romains.",
		.en = "The number “{text}” is in Roman numerals.",
	},
};

/* Capitals such as CIV or MI may be an acronym: a number is told by its ending or by the word before. */
static bool
is_number(struct clair_ctx *ctx, const char *text, size_t offset, size_t length)
{
	size_t from = offset > 24 ? offset - 24 : 0;
	char before[25];
	size_t n = offset - from;

	for (size_t i = 0; i < length; i++) {
		if (text[offset + i] >= 'a' && text[offset + i] <= 'z')
			return true;
	}
	for (size_t i = 0; i < n; i++)
		before[i] = text[from + i];
	before[n] = '\0';
	/* A cut in the middle of a character would not be text. */
	for (from = 0; ((unsigned char)before[from] & 0xC0) == 0x80;)
		from++;
	return clair_matches(ctx, "roman-context", before + from);
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	const char *text = clair_block_text(block);
	enum clair_outcome outcome = CLAIR_PASS;
	size_t offset;
	size_t length;

	for (size_t from = 0; clair_find_in_block(ctx, "roman-numeral", block, from, &offset, &length);
	     from = offset + length) {
		char number[16];
		size_t n = length < sizeof(number) - 1 ? length : sizeof(number) - 1;

		if (!is_number(ctx, text, offset, length) || clair_block_is_quoted(ctx, block, offset))
			continue;
		for (size_t i = 0; i < n; i++)
			number[i] = text[offset + i];
		number[n] = '\0';
		clair_arg(
		    clair_report_part(ctx, block, offset, length, ROMAN), "text", number);
		outcome = CLAIR_FAIL;
	}
	return outcome;
}

CLAIR_RULE(falc_roman_numeral) = {
	.id = "falc/roman-numeral",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.on_text = true,
	.on_blocks = CLAIR_PROSE_BLOCKS | CLAIR_BLOCKS(CLAIR_BLOCK_HEADING),
	.only_french = true,
	.only_main = true,
	.falc = CLAIR_IDS("W16"),
	.needs = CLAIR_IDS("S-025"),
	.title = {
		.fr = "Les nombres ne sont pas en chiffres romains",
		.en = "Numbers are not in Roman numerals",
	},
	.why = {
		.fr = "Beaucoup de personnes ne savent pas lire les chiffres romains. Les lecteurs d’écran les lisent mal.",
		.en = "Many people cannot read Roman numerals. Screen readers read them badly.",
	},
	.remedy = {
		.fr = "Écrire « 19e siècle », « chapitre 2 ».",
		.en = "Write “19th century”, “chapter 2”.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
