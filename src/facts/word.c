/* Cuts the text of a block into words. */
#include "facts/syllable.h"
#include "facts/text.h"

#include <string.h>
#include <unictype.h>

uint32_t
clair_char_next(const char *text, uint32_t length, uint32_t *at)
{
	const unsigned char *byte = (const unsigned char *)text + *at;
	uint32_t left = length - *at;

	if (byte[0] < 0x80) {
		*at += 1;
		return byte[0];
	}
	if (byte[0] < 0xE0 && left >= 2) {
		*at += 2;
		return (byte[0] & 0x1Fu) << 6 | (byte[1] & 0x3Fu);
	}
	if (byte[0] < 0xF0 && left >= 3) {
		*at += 3;
		return (byte[0] & 0x0Fu) << 12 | (byte[1] & 0x3Fu) << 6 | (byte[2] & 0x3Fu);
	}
	if (left >= 4) {
		*at += 4;
		return (byte[0] & 7u) << 18 | (byte[1] & 0x3Fu) << 12 | (byte[2] & 0x3Fu) << 6 |
		    (byte[3] & 0x3Fu);
	}
	*at = length;
	return 0xFFFD;
}

bool
clair_char_is_digit(uint32_t character)
{
	return character >= '0' && character <= '9';
}

static bool
is_letter(uint32_t character)
{
	if (character < 0x80)
		return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
	if (character < 0xC0)
		return character == 0xAA || character == 0xB5 || character == 0xBA;
	if (character < 0x250)
		return character != 0xD7 && character != 0xF7;
	return uc_is_general_category_withtable(character, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M);
}

bool
clair_char_is_word(uint32_t character)
{
	return is_letter(character) || clair_char_is_digit(character) || character == 0xAD;
}

bool
clair_char_is_upper(uint32_t character)
{
	if (character < 0x80)
		return character >= 'A' && character <= 'Z';
	if (character < 0x100)
		return character >= 0xC0 && character <= 0xDE && character != 0xD7;
	return uc_is_upper(character);
}

static bool
is_lower(uint32_t character)
{
	if (character < 0x80)
		return character >= 'a' && character <= 'z';
	return is_letter(character) && !clair_char_is_upper(character);
}

bool
clair_char_is_space(uint32_t character)
{
	return character == ' ' || character == 0xA0 || character == 0x202F || character == 0x3000 ||
	    (character >= 0x2000 && character <= 0x200B) || (character >= '\t' && character <= '\r');
}

/* Where the cutting stands in a block. */
struct cutter {
	struct clair_ctx *ctx;
	const struct clair_block *block;
	const char *text;
	uint32_t length;
	uint32_t count;
	uint32_t chunk_end;                    /* the run without spaces that was looked at */
	uint32_t address_start, address_end;   /* in it */
	uint32_t piece;
};

/* The character at `at`, 0 at the end. */
static uint32_t
peek(const struct cutter *c, uint32_t at)
{
	return at < c->length ? clair_char_next(c->text, c->length, &at) : 0;
}

/* The character that ends before `at`, 0 at the start. */
static uint32_t
peek_back(const struct cutter *c, uint32_t at)
{
	if (at == 0)
		return 0;
	at--;
	while (at > 0 && ((unsigned char)c->text[at] & 0xC0) == 0x80)
		at--;
	return peek(c, at);
}

static bool
is_one_of(const char *const *list, const char *text, size_t length)
{
	for (; *list != NULL; list++)
		if (strlen(*list) == length && memcmp(*list, text, length) == 0)
			return true;
	return false;
}

/* A few bytes in lower case (ASCII), for the closed lists below. False when there are too many. */
enum { SHORT = 16 };
static bool
lower_short(const struct cutter *c, uint32_t start, uint32_t end, char *out)
{
	if (end - start >= SHORT)
		return false;
	for (uint32_t i = start; i < end; i++)
		out[i - start] =
		    (char)(c->text[i] >= 'A' && c->text[i] <= 'Z' ? c->text[i] + 32 : c->text[i]);
	out[end - start] = '\0';
	return true;
}

/* --- Addresses -------------------------------------------------------------------------------- */

static bool
is_host(const char *host, size_t length)
{
	static const char *const ends[] = {"fr", "com", "org", "net", "eu", "info", "re", "gp", "mq",
	    "gf", "yt", "pm", "nc", "pf", "bzh", "corsica", "alsace", "paris", "be", "ch", "lu", "io",
	    "app", "mobi", "asso", "tv", "uk", "de", "es", "it", "us", NULL};
	const char *dot = memrchr(host, '.', length);

	if (dot == NULL || dot == host || host[0] == '-')
		return false;
	for (size_t i = 0; i < length; i++) {
		char byte = host[i];

		if (!((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
		        (byte >= '0' && byte <= '9') || byte == '-' || byte == '.'))
			return false;
	}
	return is_one_of(ends, dot + 1, (size_t)(host + length - dot - 1));
}

static bool
is_address(const char *text, size_t length)
{
	const char *at = memchr(text, '@', length);
	const char *slash;

	if (length < 4)
		return false;
	if (memmem(text, length, "://", 3) != NULL || memcmp(text, "www.", 4) == 0)
		return true;
	if (at != NULL && at > text)
		return memchr(at, '.', (size_t)(text + length - at)) != NULL;
	slash = memchr(text, '/', length);
	return is_host(text, slash != NULL ? (size_t)(slash - text) : length);
}

/* Looks once at the run without spaces that starts at `at`. */
static void
look_for_address(struct cutter *c, uint32_t at)
{
	uint32_t end = at;
	uint32_t next = at;
	uint32_t elided;

	if (at < c->chunk_end)
		return;
	while (next < c->length && !clair_char_is_space(clair_char_next(c->text, c->length, &next)))
		end = next;
	c->chunk_end = end;
	c->address_start = c->address_end = UINT32_MAX;
	/* d’exemple.fr */
	for (elided = at; elided < end && elided < at + 3; elided++)
		if (c->text[elided] == '\'')
			at = elided + 1;
		else if (end - elided > 3 && memcmp(c->text + elided, "\u2019", 3) == 0)
			at = elided + 3;
	/* What closes a sentence is not of the address: three bytes for » and ”, … */
	for (;;) {
		uint32_t last = peek_back(c, end);

		if (end <= at || clair_char_is_word(last) || last == '/' || last == '#' || last == '=' ||
		    last == '&' || last == '-' || last == '_')
			break;
		end--;
		while (end > at && ((unsigned char)c->text[end] & 0xC0) == 0x80)
			end--;
	}
	if (end > at && is_address(c->text + at, end - at)) {
		c->address_start = at;
		c->address_end = end;
	}
}

/* --- Words ------------------------------------------------------------------------------------ */

static bool
is_apostrophe(uint32_t character)
{
	return character == '\'' || character == 0x2019 || character == 0x2BC;
}

static bool
is_hyphen(uint32_t character)
{
	return character == '-' || character == 0x2010 || character == 0x2011;
}

static bool
is_elidable(const struct cutter *c, uint32_t start, uint32_t end)
{
	static const char *const elided[] = {"l", "d", "j", "m", "t", "s", "c", "n", "qu", "jusqu",
	    "lorsqu", "puisqu", "quoiqu", NULL};
	char low[SHORT];

	return lower_short(c, start, end, low) && is_one_of(elided, low, strlen(low));
}

/* e, es… of « agent.e.s »; `at` is after the point. Gives where it ends, or 0. */
static uint32_t
inclusive_end(const struct cutter *c, uint32_t at, uint32_t closing)
{
	static const char *const ends[] = {"e", "es", "s", "ne", "nes", "le", "les", "te", "tes", "ve",
	    "ves", "se", "ses", "rice", "rices", "trice", "trices", "euse", "euses", "ère", "ères",
	    "fe", "fes", "x", NULL};
	uint32_t end = at;
	uint32_t next = at;

	while (next < c->length && next - at < SHORT &&
	    is_lower(clair_char_next(c->text, c->length, &next)))
		end = next;
	if (end == at || !is_one_of(ends, c->text + at, end - at))
		return 0;
	if (closing == 0)
		return end;
	return peek(c, end) == closing ? end + 1 : 0;
}

/* The letter that ends before `at` stands alone: N of S.N.C.F. */
static bool
is_alone_before(const struct cutter *c, uint32_t at)
{
	do
		at--;
	while (at > 0 && ((unsigned char)c->text[at] & 0xC0) == 0x80);
	return !clair_char_is_word(peek_back(c, at));
}

/* The letter that begins at `at` stands alone: m of a.m. */
static bool
is_lone_letter(const struct cutter *c, uint32_t at)
{
	uint32_t after = at;

	return at < c->length && is_letter(clair_char_next(c->text, c->length, &after)) &&
	    !clair_char_is_word(peek(c, after));
}

/* Three digits after a space, and no more: 12 345. Gives where they end, or 0. */
static uint32_t
group_end(const struct cutter *c, uint32_t at)
{
	unsigned digits = 0;

	while (digits < 4 && at < c->length && clair_char_is_digit((unsigned char)c->text[at])) {
		digits++;
		at++;
	}
	return digits == 3 && !is_letter(peek(c, at)) ? at : 0;
}

enum { LONGEST_NUMBER = 40 };

static bool
is_group_start(const struct cutter *c, uint32_t start, uint32_t end)
{
	if (end - start > LONGEST_NUMBER)
		return false;
	/* One to three digits, or groups already joined. */
	for (uint32_t at = start; at < end;) {
		uint32_t character = clair_char_next(c->text, end, &at);

		if (!clair_char_is_digit(character) && !clair_char_is_space(character))
			return false;
	}
	return end - start <= 3 || !clair_char_is_digit((unsigned char)c->text[end - 4]);
}

/* What joins the letter or digit before to the one after. `at` is at the sign. Gives where to go on
 * from, or 0 when the word ends before the sign. */
static uint32_t
join(const struct cutter *c, uint32_t start, uint32_t at)
{
	uint32_t after = at;
	uint32_t sign = clair_char_next(c->text, c->length, &after);
	uint32_t before = peek_back(c, at);
	uint32_t next = peek(c, after);
	bool digits = clair_char_is_digit(before) && clair_char_is_digit(next);
	bool letters = is_letter(before) && is_letter(next);

	if (is_hyphen(sign) || sign == '_')
		return clair_char_is_word(next) ? after : 0;
	if (is_apostrophe(sign) || sign == 0xB7 || sign == 0x2022 || sign == 0x2027 || sign == '&')
		return letters ? after : 0;
	if (sign == '.' && letters) {
		bool alone = is_alone_before(c, at);

		if (alone && clair_char_is_upper(before) && clair_char_is_upper(next))
			return after;
		if (alone && is_lower(before) && is_lower(next) && is_lone_letter(c, after))
			return after;
		return is_lower(before) ? inclusive_end(c, after, 0) : 0;
	}
	/* c.-à-d. */
	if (sign == '.' && next == '-' && at == start + 1 && before == 'c')
		return is_lower(peek(c, after + 1)) ? after + 1 : 0;
	if (sign == '.' || sign == ',' || sign == ':' || sign == '/')
		return digits ? after : 0;
	if (sign == '(')
		return is_letter(before) ? inclusive_end(c, after, ')') : 0;
	if (sign == 0xB0) /* n° */
		return at == start + 1 && (before == 'n' || before == 'N') ? after : 0;
	if (clair_char_is_space(sign) && digits && is_group_start(c, start, at))
		return group_end(c, after);
	return 0;
}

/* The end of the word that starts at `start`; `elided` when it ends with its apostrophe. */
static uint32_t
word_end(const struct cutter *c, uint32_t start, bool *elided)
{
	uint32_t at = start;

	*elided = false;
	while (at < c->length) {
		uint32_t next = at;
		uint32_t character = clair_char_next(c->text, c->length, &next);

		if (clair_char_is_word(character)) {
			at = next;
			continue;
		}
		if (is_apostrophe(character) && is_elidable(c, start, at) &&
		    !clair_char_is_space(peek(c, next)) && peek(c, next) != 0) {
			*elided = true;
			return next;
		}
		next = join(c, start, at);
		if (next == 0)
			return at;
		at = next;
		if (character == 0xB0)
			return at;
	}
	return at;
}

/* --- Flags ------------------------------------------------------------------------------------ */

struct census {
	uint32_t letters, upper, digits, others;
	bool first_is_upper;
};

static struct census
count_characters(const struct cutter *c, uint32_t start, uint32_t end)
{
	struct census census = {0};

	for (uint32_t at = start; at < end;) {
		uint32_t character = clair_char_next(c->text, end, &at);

		if (clair_char_is_digit(character)) {
			census.digits++;
		} else if (is_letter(character)) {
			bool upper = clair_char_is_upper(character);

			census.first_is_upper |= census.letters == 0 && upper;
			census.letters++;
			census.upper += upper;
		} else if (character != '.' && character != ',' && !clair_char_is_space(character)) {
			census.others++;
		}
	}
	return census;
}

static uint16_t
flags_of(struct cutter *c, uint32_t start, uint32_t end)
{
	struct census census = count_characters(c, start, end);
	unsigned flags = 0;

	if (census.letters >= 2 && census.upper == census.letters)
		flags |= CLAIR_WORD_ALL_CAPS;
	else if (census.first_is_upper && census.upper == 1)
		flags |= CLAIR_WORD_CAPITALIZED;
	if (census.digits > 0)
		flags |= CLAIR_WORD_HAS_DIGIT;
	if (census.digits > 0 && census.letters == 0 && census.others == 0)
		flags |= CLAIR_WORD_NUMBER;
	while (c->piece + 1 < c->block->piece_count && c->block->pieces[c->piece + 1].at <= start)
		c->piece++;
	return (uint16_t)(flags | c->block->pieces[c->piece].flags);
}

static bool
grow(struct cutter *c)
{
	struct clair_text_table *table = c->ctx->facts->text;
	uint32_t room = table->word_room == 0 ? 256 : table->word_room * 2;
	struct clair_word *words;

	if (c->count < table->word_room)
		return true;
	words = clair_alloc_array(&c->ctx->page->mem, room, sizeof(*words));
	if (words == NULL)
		return false;
	if (c->count != 0)
		memcpy(words, table->words, c->count * sizeof(*words));
	table->words = words;
	table->word_room = room;
	return true;
}

static void
emit(struct cutter *c, uint32_t start, uint32_t end, unsigned flags)
{
	if (!grow(c))
		return;
	c->ctx->facts->text->words[c->count++] = (struct clair_word){
	    .block = c->block->index,
	    .offset = start,
	    .length = end - start,
	    .flags = (uint16_t)(flags | flags_of(c, start, end)),
	    .syllables = CLAIR_SYLLABLES_UNASKED,
	};
}

/* --- Pronouns after a verb -------------------------------------------------------------------- */

/* The last hyphen of [start, end), or `end`. */
static uint32_t
last_hyphen(const struct cutter *c, uint32_t start, uint32_t end)
{
	for (uint32_t at = end; at > start; at--)
		if (c->text[at - 1] == '-')
			return at - 1;
	return end;
}

static bool
is_pronoun(const struct cutter *c, uint32_t start, uint32_t end)
{
	static const char *const pronouns[] = {"je", "tu", "il", "ils", "elle", "elles", "on", "nous",
	    "vous", "ce", "moi", "toi", "lui", "leur", "le", "la", "les", "y", "en", NULL};

	return is_one_of(pronouns, c->text + start, end - start);
}

static bool
is_verb_like(const struct cutter *c, uint32_t start, uint32_t end)
{
	static const char *const others[] = {"rendez", "chez", "entre", "vers", "avec", "sans", "sous",
	    "sur", "pour", "quant", "soi", "demi", "mi", "va", "ci", NULL};
	struct census census = count_characters(c, start, end);
	char low[SHORT];

	if (census.letters == 0 || census.digits != 0 || census.others != 0 ||
	    census.upper > (census.first_is_upper ? 1u : 0u))
		return false;
	return !lower_short(c, start, end, low) || !is_one_of(others, low, strlen(low));
}

/* avez-vous, a-t-il, donnez-le-moi: gives where the verb ends, or `end`. */
static uint32_t
verb_end(const struct cutter *c, uint32_t start, uint32_t end)
{
	uint32_t hyphen = last_hyphen(c, start, end);
	uint32_t before;

	if (hyphen == end || !is_pronoun(c, hyphen + 1, end))
		return end;
	before = last_hyphen(c, start, hyphen);
	if (before != hyphen &&
	    (is_pronoun(c, before + 1, hyphen) ||
	        (hyphen - before == 2 && c->text[before + 1] == 't')))
		hyphen = before;
	/* What is left must be one word. « va-t-il » is, « va » of « va-et-vient » is not asked. */
	if (last_hyphen(c, start, hyphen) != hyphen)
		return end;
	if (end - hyphen > 2 && c->text[hyphen + 1] == 't' && c->text[hyphen + 2] == '-')
		return hyphen;
	return is_verb_like(c, start, hyphen) ? hyphen : end;
}

static void
emit_word(struct cutter *c, uint32_t start, uint32_t end)
{
	uint32_t verb = verb_end(c, start, end);

	emit(c, start, verb, 0);
	while (verb < end) {
		uint32_t next = verb + 1;
		uint32_t stop = next;

		/* t-il is one. */
		if (end - next > 2 && c->text[next] == 't' && c->text[next + 1] == '-')
			stop = next + 2;
		while (stop < end && c->text[stop] != '-')
			stop++;
		emit(c, next, stop, CLAIR_WORD_CLITIC);
		verb = stop;
	}
}

uint32_t
clair_words_cut(struct clair_ctx *ctx, const struct clair_block *block)
{
	struct cutter c = {
	    .ctx = ctx,
	    .block = block,
	    .text = block->text,
	    .length = block->length,
	    .address_start = UINT32_MAX,
	    .address_end = UINT32_MAX,
	};

	for (uint32_t at = 0; at < c.length;) {
		uint32_t next = at;
		uint32_t end;
		bool elided;

		if (!clair_char_is_word(clair_char_next(c.text, c.length, &next))) {
			at = next;
			continue;
		}
		look_for_address(&c, at);
		if (at == c.address_start) {
			emit(&c, at, c.address_end, CLAIR_WORD_ADDRESS);
			at = c.address_end;
			continue;
		}
		end = word_end(&c, at, &elided);
		if (elided)
			emit(&c, at, end, CLAIR_WORD_ELIDED);
		else
			emit_word(&c, at, end);
		at = end;
	}
	return c.count;
}

/* --- Questions -------------------------------------------------------------------------------- */

const struct clair_word *
clair_word_next(struct clair_ctx *ctx, const struct clair_sentence *sentence,
    const struct clair_word *previous)
{
	const struct clair_word *words = clair_text_block(ctx, sentence->block)->words;
	size_t index = previous == NULL ? sentence->first_word : (size_t)(previous - words) + 1;

	return index < sentence->first_word + sentence->word_count ? &words[index] : NULL;
}

const struct clair_word *
clair_block_word_next(struct clair_ctx *ctx, const struct clair_block *asked,
    const struct clair_word *previous)
{
	struct clair_block *block = clair_text_block(ctx, asked->index);
	size_t index;

	clair_block_split(ctx, block);
	index = previous == NULL ? 0 : (size_t)(previous - block->words) + 1;
	return index < block->word_count ? &block->words[index] : NULL;
}

bool
clair_block_is_sample(struct clair_ctx *ctx, const struct clair_block *block, size_t at)
{
	const struct clair_word *words = clair_block_word_next(ctx, block, NULL);
	uint32_t low = 0;
	uint32_t high = words == NULL ? 0 : block->word_count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		const struct clair_word *word = &words[middle];

		if (at >= word->offset + word->length)
			low = middle + 1;
		else if (at < word->offset)
			high = middle;
		else
			return (word->flags & (CLAIR_WORD_CODE | CLAIR_WORD_OTHER_LANGUAGE)) != 0;
	}
	return false;
}

struct clair_word *
clair_word_own(struct clair_ctx *ctx, const struct clair_word *word)
{
	struct clair_block *block = clair_text_block(ctx, word->block);

	return &block->words[word - block->words];
}

const char *
clair_word_text(struct clair_ctx *ctx, const struct clair_word *word)
{
	if (word->text == NULL)
		clair_word_own(ctx, word)->text = clair_strndup(&ctx->page->mem,
		    clair_text_block(ctx, word->block)->text + word->offset, word->length);
	return word->text;
}

const char *
clair_word_lower(struct clair_ctx *ctx, const struct clair_word *word)
{
	if (word->lower == NULL)
		clair_word_own(ctx, word)->lower = clair_fold(&ctx->page->mem,
		    clair_text_block(ctx, word->block)->text + word->offset, word->length);
	return word->lower;
}

const char *
clair_words_text(
    struct clair_ctx *ctx, const struct clair_word *first, const struct clair_word *last)
{
	return clair_strndup(&ctx->page->mem,
	    clair_text_block(ctx, first->block)->text + first->offset,
	    last->offset + last->length - first->offset);
}

unsigned
clair_word_flags(const struct clair_word *word)
{
	return word->flags;
}

uint32_t
clair_word_syllables(struct clair_ctx *ctx, const struct clair_word *word)
{
	const char *lower;
	uint32_t syllables;

	if (word->syllables != CLAIR_SYLLABLES_UNASKED)
		return word->syllables;
	if ((word->flags & (CLAIR_WORD_NUMBER | CLAIR_WORD_ADDRESS)) != 0) {
		syllables = 0;
	} else {
		lower = clair_word_lower(ctx, word);
		syllables = clair_syllables(lower, strlen(lower));
	}
	if (syllables >= CLAIR_SYLLABLES_UNASKED)
		syllables = CLAIR_SYLLABLES_UNASKED - 1;
	clair_word_own(ctx, word)->syllables = (uint8_t)syllables;
	return syllables;
}
