/* The constructions of a sentence, found once: see clairlint/text.h. */
#include "facts/construction.h"
#include "facts/reading.h"

#include <stdlib.h>
#include <string.h>

/* --- The sentence as tokens --------------------------------------------------------------------- */

static const struct part {
	const char *form;
	enum clair_part part;
} parts[] = {
    {"alors", CLAIR_PART_COORDINATES},
    {"aucun", CLAIR_PART_NOBODY},
    {"aucune", CLAIR_PART_NOBODY},
    {"aucunement", CLAIR_PART_DENIES},
    {"auquel", CLAIR_PART_HEAVY_RELATIVE},
    {"auxquelles", CLAIR_PART_HEAVY_RELATIVE},
    {"auxquels", CLAIR_PART_HEAVY_RELATIVE},
    {"car", CLAIR_PART_COORDINATES},
    {"comme", CLAIR_PART_SUBORDINATES},
    {"d'", CLAIR_PART_DE},
    {"de", CLAIR_PART_DE},
    {"des", CLAIR_PART_DE},
    {"desquelles", CLAIR_PART_HEAVY_RELATIVE},
    {"desquels", CLAIR_PART_HEAVY_RELATIVE},
    {"donc", CLAIR_PART_COORDINATES},
    {"dont", CLAIR_PART_HEAVY_RELATIVE},
    {"du", CLAIR_PART_DE},
    {"duquel", CLAIR_PART_HEAVY_RELATIVE},
    {"en", CLAIR_PART_CLITIC},
    {"et", CLAIR_PART_COORDINATES},
    {"guère", CLAIR_PART_DENIES},
    {"jamais", CLAIR_PART_DENIES},
    {"l'", CLAIR_PART_ARTICLE},
    {"la", CLAIR_PART_ARTICLE},
    {"laquelle", CLAIR_PART_HEAVY_RELATIVE},
    {"le", CLAIR_PART_ARTICLE},
    {"lequel", CLAIR_PART_HEAVY_RELATIVE},
    {"les", CLAIR_PART_ARTICLE},
    {"lesquelles", CLAIR_PART_HEAVY_RELATIVE},
    {"lesquels", CLAIR_PART_HEAVY_RELATIVE},
    {"leur", CLAIR_PART_CLITIC},
    {"lorsqu'", CLAIR_PART_SUBORDINATES},
    {"lorsque", CLAIR_PART_SUBORDINATES},
    {"lui", CLAIR_PART_CLITIC},
    {"m'", CLAIR_PART_CLITIC},
    {"mais", CLAIR_PART_COORDINATES},
    {"me", CLAIR_PART_CLITIC},
    {"n'", CLAIR_PART_NE},
    {"ne", CLAIR_PART_NE},
    {"ni", CLAIR_PART_NOBODY},
    {"non", CLAIR_PART_NON},
    {"nous", CLAIR_PART_CLITIC},
    {"nul", CLAIR_PART_NOBODY},
    {"nulle", CLAIR_PART_NOBODY},
    {"nullement", CLAIR_PART_DENIES},
    {"or", CLAIR_PART_COORDINATES},
    {"ou", CLAIR_PART_COORDINATES},
    {"où", CLAIR_PART_WHERE},
    {"par", CLAIR_PART_PAR},
    {"pas", CLAIR_PART_DENIES},
    {"personne", CLAIR_PART_NOBODY},
    {"plus", CLAIR_PART_DENIES},
    {"point", CLAIR_PART_DENIES},
    {"puis", CLAIR_PART_COORDINATES},
    {"puisqu'", CLAIR_PART_SUBORDINATES},
    {"puisque", CLAIR_PART_SUBORDINATES},
    {"qu'", CLAIR_PART_QUE},
    {"quand", CLAIR_PART_SUBORDINATES},
    {"que", CLAIR_PART_QUE},
    {"qui", CLAIR_PART_QUI},
    {"quoique", CLAIR_PART_SUBORDINATES},
    {"rien", CLAIR_PART_NOBODY},
    {"s'", CLAIR_PART_CLITIC},
    {"sans", CLAIR_PART_SANS},
    {"se", CLAIR_PART_CLITIC},
    {"si", CLAIR_PART_SUBORDINATES},
    {"sinon", CLAIR_PART_COORDINATES},
    {"t'", CLAIR_PART_CLITIC},
    {"te", CLAIR_PART_CLITIC},
    {"vous", CLAIR_PART_CLITIC},
    {"y", CLAIR_PART_CLITIC},
};

static int
compare_parts(const void *form, const void *part)
{
	return strcmp(form, ((const struct part *)part)->form);
}

/* What the word is here may take its role away: si much, personne as a noun, la as a pronoun… */
static enum clair_part
part_of(const char *lower, uint32_t gram)
{
	const struct part *found =
	    bsearch(lower, parts, sizeof(parts) / sizeof(parts[0]), sizeof(parts[0]), compare_parts);

	if (found == NULL)
		return CLAIR_PART_NONE;
	switch (found->part) {
	case CLAIR_PART_ARTICLE:
		return (gram & CLAIR_DETERMINER) != 0 ? CLAIR_PART_ARTICLE : CLAIR_PART_CLITIC;
	case CLAIR_PART_CLITIC:
		if ((gram & CLAIR_PRONOUN) != 0)
			return CLAIR_PART_CLITIC;
		return lower[0] == 's' && (gram & CLAIR_CONJUNCTION) != 0 ? CLAIR_PART_SUBORDINATES
		                                                         : CLAIR_PART_NONE;
	case CLAIR_PART_DENIES:
		return (gram & CLAIR_ADVERB) != 0 ? CLAIR_PART_DENIES : CLAIR_PART_NONE;
	case CLAIR_PART_NOBODY:
		return (gram & (CLAIR_PRONOUN | CLAIR_DETERMINER | CLAIR_CONJUNCTION)) != 0
		    ? CLAIR_PART_NOBODY
		    : CLAIR_PART_NONE;
	default:
		return found->part;
	}
}

static enum clair_sign
sign_between(const char *text, uint32_t from, uint32_t to)
{
	enum clair_sign sign = CLAIR_SIGN_NONE;

	for (uint32_t at = from; at < to; at++) {
		switch (text[at]) {
		case ';': case ':': case '.': case '?': case '!':
			return CLAIR_SIGN_STRONG;
		case '(': case '[':
			sign = CLAIR_SIGN_OPEN;
			break;
		case ')': case ']':
			sign = sign < CLAIR_SIGN_OPEN ? CLAIR_SIGN_CLOSE : sign;
			break;
		case ',':
			sign = sign < CLAIR_SIGN_OPEN ? CLAIR_SIGN_COMMA : sign;
			break;
		case '-':
			if (at > from && text[at - 1] == ' ')
				return CLAIR_SIGN_STRONG;
			break;
		case '\xE2':
			/* – and — */
			if (at + 2 < to && text[at + 1] == '\x80' &&
			    (text[at + 2] == '\x93' || text[at + 2] == '\x94'))
				return CLAIR_SIGN_STRONG;
			break;
		default:
			break;
		}
	}
	return sign;
}

static const uint16_t foreign = CLAIR_WORD_CODE | CLAIR_WORD_OTHER_LANGUAGE | CLAIR_WORD_ADDRESS;

static void
read_token(struct clair_scan *scan, uint32_t at, struct clair_token *token)
{
	const struct clair_word *word = &scan->words[at];
	const struct clair_word *before = at > 0 ? &scan->words[at - 1] : NULL;
	size_t count;
	const struct clair_reading *readings = clair_word_readings(scan->ctx, word, &count);

	*token = (struct clair_token){.is_finite = count != 0};
	token->sign = (uint8_t)(before == NULL
	        ? CLAIR_SIGN_STRONG
	        : sign_between(scan->text, before->offset + before->length, word->offset));
	if ((word->flags & foreign) != 0) {
		token->is_finite = false;
		return;
	}
	for (size_t i = 0; i < count; i++) {
		const uint32_t gram = readings[i].gram;

		token->gram |= gram;
		token->is_finite &= (gram & CLAIR_FINITE) != 0;
		if ((gram & CLAIR_VERB) != 0) {
			const char *lemma = clair_lexicon_lemma(readings[i].lemma);

			token->is_etre |= strcmp(lemma, "être") == 0;
			token->is_avoir |= strcmp(lemma, "avoir") == 0;
		}
	}
	token->part = (uint8_t)part_of(clair_word_lower(scan->ctx, word), token->gram);
}

/* --- What those who look ask ---------------------------------------------------------------------- */

struct clair_construction *
clair_scan_add(
    struct clair_scan *scan, enum clair_construction_kind kind, uint32_t first, uint32_t last)
{
	const uint32_t room = scan->found_room == 0 ? 8 : scan->found_room * 2;
	struct clair_construction *larger;

	if (scan->found_count == scan->found_room) {
		larger = clair_alloc_array(&scan->ctx->page->mem, room, sizeof(*larger));
		if (larger == NULL)
			return NULL;
		if (scan->found_count != 0)
			memcpy(larger, scan->found, scan->found_count * sizeof(*larger));
		scan->found = larger;
		scan->found_room = room;
	}
	scan->found[scan->found_count] = (struct clair_construction){
	    .kind = kind,
	    .first = &scan->words[first],
	    .last = &scan->words[last],
	    .words = last + 1 - first};
	return &scan->found[scan->found_count++];
}

const char *
clair_scan_lower(const struct clair_scan *scan, uint32_t at)
{
	return clair_word_lower(scan->ctx, &scan->words[at]);
}

static bool
is_one_of(const char *text, const char *const *list)
{
	for (; *list != NULL; list++)
		if (strcmp(text, *list) == 0)
			return true;
	return false;
}

bool
clair_scan_is(const struct clair_scan *scan, uint32_t at, const char *const *forms)
{
	return is_one_of(clair_scan_lower(scan, at), forms);
}

bool
clair_scan_is_verb(const struct clair_scan *scan, uint32_t at, const char *const *lemmas)
{
	size_t count;
	const struct clair_reading *readings =
	    clair_word_readings(scan->ctx, &scan->words[at], &count);

	for (size_t i = 0; i < count; i++)
		if ((readings[i].gram & CLAIR_VERB) != 0 &&
		    is_one_of(clair_lexicon_lemma(readings[i].lemma), lemmas))
			return true;
	return false;
}

bool
clair_scan_only(const struct clair_scan *scan, uint32_t at, uint32_t gram)
{
	size_t count;
	const struct clair_reading *readings =
	    clair_word_readings(scan->ctx, &scan->words[at], &count);

	for (size_t i = 0; i < count; i++)
		if ((readings[i].gram & gram) == 0)
			return false;
	return count != 0 && (scan->words[at].flags & foreign) == 0;
}

uint32_t
clair_scan_before_clitics(const struct clair_scan *scan, uint32_t at)
{
	uint32_t i = at;

	while (i > 0 && scan->tokens[i].sign == CLAIR_SIGN_NONE &&
	    (scan->tokens[i - 1].part == CLAIR_PART_CLITIC || scan->tokens[i - 1].part == CLAIR_PART_NE) &&
	    (scan->words[i - 1].flags & CLAIR_WORD_CLITIC) == 0)
		i--;
	return i > 0 && scan->tokens[i].sign == CLAIR_SIGN_NONE ? i - 1 : at;
}

/* --- Once a sentence ------------------------------------------------------------------------------ */

static int
compare_found(const void *a, const void *b)
{
	const struct clair_construction *left = a;
	const struct clair_construction *right = b;

	if (left->first != right->first)
		return left->first < right->first ? -1 : 1;
	return (int)left->kind - (int)right->kind;
}

static bool
is_judged(struct clair_ctx *ctx, const struct clair_sentence *sentence)
{
	return sentence->word_count > 1 &&
	    clair_block_in_french(ctx, clair_text_block(ctx, sentence->block));
}

static void
scan_sentence(struct clair_ctx *ctx, struct clair_sentence *sentence)
{
	const struct clair_block *block = clair_text_block(ctx, sentence->block);
	struct clair_scan scan = {.ctx = ctx,
	    .sentence = sentence,
	    .text = block->text,
	    .words = &block->words[sentence->first_word],
	    .count = sentence->word_count};
	struct clair_token *tokens =
	    clair_alloc_array(&ctx->page->mem, scan.count, sizeof(*tokens));

	if (tokens == NULL)
		return;
	for (uint32_t i = 0; i < scan.count; i++)
		read_token(&scan, i, &tokens[i]);
	scan.tokens = tokens;
	clair_scan_passives(&scan);
	clair_scan_negations(&scan);
	clair_scan_forms(&scan);
	clair_scan_phrases(&scan);
	if (scan.found_count > 1)
		qsort(scan.found, scan.found_count, sizeof(*scan.found), compare_found);
	sentence->tokens = tokens;
	sentence->constructions = scan.found;
	sentence->construction_count = scan.found_count;
}

const struct clair_sentence *
clair_sentence_scanned(struct clair_ctx *ctx, const struct clair_sentence *asked)
{
	struct clair_block *block = clair_text_block(ctx, asked->block);
	struct clair_sentence *sentence = &block->sentences[asked - block->sentences];

	if (!sentence->is_scanned && is_judged(ctx, sentence))
		scan_sentence(ctx, sentence);
	sentence->is_scanned = true;
	return sentence;
}

size_t
clair_construction_count(struct clair_ctx *ctx, const struct clair_sentence *sentence)
{
	return clair_sentence_scanned(ctx, sentence)->construction_count;
}

const struct clair_construction *
clair_construction(
    struct clair_ctx *ctx, const struct clair_sentence *sentence, size_t index)
{
	return index < clair_construction_count(ctx, sentence) ? &sentence->constructions[index] : NULL;
}

/* --- Who is spoken to -------------------------------------------------------------------------- */

bool
clair_page_says_you(struct clair_ctx *ctx)
{
	static const char *const yours[] = {"vous", "votre", "vos", NULL};
	struct clair_facts *facts = ctx->facts;
	const struct clair_block *block = clair_block_at(ctx, 0);

	for (; block != NULL && !facts->says_you_known; block = clair_block_next(ctx, block)) {
		const struct clair_word *word = NULL;

		if ((CLAIR_PROSE_BLOCKS & CLAIR_BLOCKS(block->kind)) == 0 ||
		    clair_block_region(ctx, block) != CLAIR_IN_MAIN || !clair_block_in_french(ctx, block))
			continue;
		while (!facts->says_you && (word = clair_block_word_next(ctx, block, word)) != NULL)
			facts->says_you = is_one_of(clair_word_lower(ctx, word), yours);
		if (facts->says_you)
			break;
	}
	facts->says_you_known = true;
	return facts->says_you;
}
