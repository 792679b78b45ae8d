/* A page judged as easy to read writes words in full. */
#include "rules/common/pattern.h"
#include "rules/common/text.h"

enum { SHORT };

static const struct clair_message messages[] = {
	[SHORT] = {
		.key = "short",
		.fr = "« {text} » est un mot raccourci. L’écrire en entier.",
		.en = "“{text}” is a shortened word. Write it in full.",
	},
};

enum { LONGEST = 48 }; /* bytes */

/* With the capital of the shortened word, and its point where that ends the sentence. The words of the list start
 * with a letter of ASCII. */
static void
propose(struct clair_ctx *ctx, struct clair_finding *finding, const struct text_place *place)
{
	const char *text = clair_block_text(place->block) + place->offset;
	const char first = text[0];
	char words[LONGEST];
	size_t length = 0;
	size_t offset;
	size_t size;
	const char *full;

	if (place->length >= LONGEST)
		return;
	for (size_t i = 0; i < place->length; i++)
		words[i] = text[i];
	words[place->length] = '\0';
	full = clair_lookup(ctx, "mots-raccourcis", words);
	if (full == NULL)
		return;
	length = rule_append(words, length, LONGEST, full);
	if (first >= 'A' && first <= 'Z')
		words[0] = (char)(words[0] - 'a' + 'A');
	if (text[place->length - 1] == '.' &&
	    clair_find_in_block(ctx, "ends-sentence", place->block, place->offset + place->length, &offset, &size))
		rule_append(words, length, LONGEST, ".");
	clair_fix_text(finding, CLAIR_CHOICE, words);
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	struct text_place place = {.block = block};
	enum clair_outcome outcome = CLAIR_PASS;

	if (!clair_wants_falc(ctx))
		return CLAIR_INAPPLICABLE;
	while (text_next_in_block(ctx, "abbreviation", &place)) {
		struct clair_finding *finding =
		    clair_report_part(ctx, block, place.offset, place.length, SHORT);

		text_name(finding, &place);
		propose(ctx, finding, &place);
		outcome = CLAIR_FAIL;
	}
	return outcome;
}

CLAIR_RULE(falc_abbreviation) = {
	.id = "falc/abbreviation",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF | CLAIR_BLIND,
	.on_text = true,
	.on_blocks = CLAIR_PROSE_BLOCKS | CLAIR_BLOCKS(CLAIR_BLOCK_HEADING),
	.only_french = true,
	.only_main = true,
	.falc = CLAIR_IDS("W18"),
	.needs = CLAIR_IDS("S-017", "S-025"),
	.title = {
		.fr = "Une page facile à lire n’a pas de mots raccourcis",
		.en = "An easy-to-read page has no shortened words",
	},
	.why = {
		.fr = "Beaucoup de personnes ne savent pas ce que veut dire « cf. » ou « ex. ».",
		.en = "Many people do not know what “cf.” or “e.g.” mean.",
	},
	.remedy = {
		.fr = "Écrire « par exemple », « voir », « numéro », « téléphone ».",
		.en = "Write “for example”, “see”, “number”, “telephone”.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC).",
		.en = "The rule holds only for pages judged as easy to read (FALC).",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
