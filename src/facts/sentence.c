/*
 * Cuts a block into sentences. Between two words that follow each other, the signs say whether a
 * sentence may end there; the words on both sides say whether it does.
 */
#include "facts/text.h"

#include <string.h>

struct splitter {
	struct clair_ctx *ctx;
	const struct clair_block *block;
	const struct clair_list *abbreviations;
	const struct clair_list *starts;     /* words that open sentences */
	struct clair_word *words;
	uint32_t word_count;
	uint32_t first;                      /* word of the sentence being made */
	bool after_blank;                    /* what struct clair_sentence will say of it */
	uint32_t break_at;                   /* next of the block's breaks */
	uint32_t count;
};

/* What stands between word `left` and the next. */
struct gap {
	uint32_t from, to;
	uint32_t end;        /* where the sentence would end */
	uint32_t sign;       /* . ! ? … or 0 */
	bool touches;        /* the sign follows the word at once */
	bool space_after;
	bool must;           /* bullet, bar, several <br> */
	bool may;            /* one <br> */
	bool item;           /* one <br>, then what numbers or marks an item of a list */
	bool comma;          /* , ; or : before the sign */
	bool goes_on;        /* the same after it */
};

static const char *
fold_word(const struct splitter *s, uint32_t index)
{
	return clair_fold(&s->ctx->page->mem, s->block->text + s->words[index].offset,
	    s->words[index].length);
}

static const char *
look_up(const struct splitter *s, const struct clair_list *list, uint32_t index)
{
	const char *lower;

	if (list == NULL || s->words[index].length > 24)
		return NULL;
	lower = fold_word(s, index);
	return clair_list_get(list, lower, strlen(lower));
}

static bool
is_terminator(uint32_t character)
{
	return character == '.' || character == '!' || character == '?' || character == 0x2026;
}

/* Never opens anything. */
static bool
closes_alone(uint32_t character)
{
	return character == 0xBB || character == ')' || character == ']';
}

static bool
is_closer(uint32_t character)
{
	return closes_alone(character) || character == '"' || character == 0x201D ||
	    character == 0x2019 || character == '\'';
}

static bool
is_bullet(uint32_t character)
{
	return character == '|' || character == 0x2022 || character == 0x25AA || character == 0x25CF ||
	    character == 0x25A0 || character == 0x25BA || character == 0x2023 || character == 0x25E6 ||
	    character == 0x2192 || character == 0x27A4;
}

static uint32_t
char_at(const struct splitter *s, uint32_t at)
{
	return at < s->block->length ? clair_char_next(s->block->text, s->block->length, &at) : 0;
}

static uint32_t
after_char(const struct splitter *s, uint32_t at)
{
	clair_char_next(s->block->text, s->block->length, &at);
	return at;
}

static uint32_t
skip_spaces(const struct splitter *s, uint32_t at, uint32_t end)
{
	while (at < end && clair_char_is_space(char_at(s, at)))
		at = after_char(s, at);
	return at;
}

/* More signs (?!, ...), then what closes: » and brackets may come after a space, others may not. */
static uint32_t
after_sign(const struct splitter *s, const struct gap *gap, uint32_t at)
{
	for (;;) {
		uint32_t next = skip_spaces(s, at, gap->to);

		if (next < gap->to &&
		    (closes_alone(char_at(s, next)) || (next == at && is_closer(char_at(s, next))) ||
		        is_terminator(char_at(s, next))))
			at = after_char(s, next);
		else
			return at;
	}
}

static bool
is_dash(uint32_t character)
{
	return character == '-' || character == '*' || character == 0x2013 || character == 0x2014;
}

static bool
is_link(uint32_t character)
{
	return character == ',' || character == ';' || character == ':';
}

static bool
is_single_letter(const struct splitter *s, uint32_t index)
{
	const struct clair_word *word = &s->words[index];

	return word->length == after_char(s, word->offset) - word->offset &&
	    (word->flags & CLAIR_WORD_HAS_DIGIT) == 0;
}

/* a) or 2. or 3°: what numbers the items of a list; p. is a page. */
static bool
is_item_number(const struct splitter *s, uint32_t index)
{
	const struct clair_word *word = &s->words[index];
	uint32_t end = word->offset + word->length;
	uint32_t sign = char_at(s, end);
	bool short_number = (word->flags & CLAIR_WORD_NUMBER) != 0 && word->length <= 2;

	if (!short_number && !is_single_letter(s, index))
		return false;
	if (sign == '.')
		return short_number || look_up(s, s->abbreviations, index) == NULL;
	return sign == ')' || (short_number && sign == 0xB0);
}

static void
read_breaks(struct splitter *s, struct gap *gap, uint32_t left)
{
	const struct clair_block *block = s->block;

	while (s->break_at < block->break_count && block->breaks[s->break_at].at < gap->from)
		s->break_at++;
	for (uint32_t i = s->break_at; i < block->break_count && block->breaks[i].at <= gap->to; i++) {
		gap->may = true;
		gap->must |= block->breaks[i].hard;
		gap->item = is_item_number(s, left + 1) ||
		    is_dash(char_at(s, skip_spaces(s, block->breaks[i].at, gap->to)));
		if (gap->end == 0)
			gap->end = block->breaks[i].at;
	}
}

static struct gap
read_gap(struct splitter *s, uint32_t left)
{
	struct gap gap = {
	    .from = s->words[left].offset + s->words[left].length,
	    .to = s->words[left + 1].offset,
	};
	uint32_t before = 0;

	for (uint32_t at = gap.from; at < gap.to;) {
		uint32_t start = at;
		uint32_t sign = clair_char_next(s->block->text, s->block->length, &at);

		if (is_terminator(sign) && (before == '(' || before == '['))
			continue;
		if (is_terminator(sign)) {
			gap.sign = sign;
			gap.touches = start == gap.from || before == 0xB0; /* 1°. */
			gap.end = after_sign(s, &gap, at);
			gap.goes_on = is_link(char_at(s, skip_spaces(s, gap.end, gap.to)));
			break;
		}
		gap.comma |= is_link(sign);
		if (is_bullet(sign)) {
			gap.must = true;
			gap.end = start;
			break;
		}
		before = sign;
	}
	gap.space_after = gap.end != 0 && clair_char_is_space(char_at(s, gap.end));
	if (gap.end == 0 || gap.sign != 0)
		read_breaks(s, &gap, left);
	return gap;
}

static bool
starts_upper(const struct splitter *s, uint32_t index)
{
	return clair_char_is_upper(char_at(s, s->words[index].offset));
}

static bool
is_article(const struct splitter *s, uint32_t index)
{
	static const char articles[][5] = {"le", "la", "les", "l'", "de", "du", "des", "d'"};
	const char *lower = fold_word(s, index);

	for (size_t i = 0; i < CLAIR_LEN(articles); i++)
		if (strcmp(lower, articles[i]) == 0)
			return true;
	return false;
}

/* A capital that opens a sentence more than a name: one of the list, or a word that is a verb alone. */
static bool
opens(const struct splitter *s, uint32_t index)
{
	const char *lower = fold_word(s, index);
	uint32_t gram;

	if (!starts_upper(s, index))
		return false;
	if (is_article(s, index) || look_up(s, s->starts, index) != NULL)
		return true;
	gram = clair_lexicon_gram(lower, strlen(lower));
	return (gram & CLAIR_VERB) != 0 &&
	    (gram & (CLAIR_NOUN | CLAIR_ADJECTIVE | CLAIR_PROPER)) == 0;
}

/* section, vitamine, 230: not a first name. */
static bool
is_of_no_name(const struct splitter *s, uint32_t index)
{
	const char *lower = fold_word(s, index);

	if ((s->words[index].flags & CLAIR_WORD_NUMBER) != 0)
		return true;
	if (!starts_upper(s, index))
		return s->words[index].length > 3;
	return index == s->first &&
	    (clair_lexicon_gram(lower, strlen(lower)) & (CLAIR_NOUN | CLAIR_PROPER)) == CLAIR_NOUN;
}

/* C. of « vitamine C. », « J.-C. »; not J. of « J. Dupont ». */
static bool
initial_may_end(const struct splitter *s, uint32_t left)
{
	if (!opens(s, left + 1))
		return false;
	/* J. Le Goff, M. L. de Broglie: only after a word that is not of a name. */
	if (!is_article(s, left + 1))
		return true;
	return left != s->first &&
	    (s->block->text[s->words[left].offset - 1] == '-' || is_of_no_name(s, left - 1));
}

static bool
follows_colon(const struct splitter *s, uint32_t index)
{
	const char *text = s->block->text;
	uint32_t at = s->words[index].offset;

	while (at > 0 && text[at - 1] == ' ')
		at--;
	return at > 0 && text[at - 1] == ':';
}

/* 1. or II. or a. at the head of a line, or of a list in it. */
static bool
is_number_of_line(const struct splitter *s, uint32_t left)
{
	const struct clair_word *word = &s->words[left];

	if (left != s->first)
		return (word->flags & CLAIR_WORD_NUMBER) != 0 && word->length <= 2 && follows_colon(s, left);
	if ((word->flags & CLAIR_WORD_NUMBER) != 0)
		return word->length <= 6;
	if (is_single_letter(s, left))
		return true;
	for (uint32_t i = 0; i < word->length; i++)
		if (memchr("IVX", s->block->text[word->offset + i], 3) == NULL)
			return false;
	return word->length <= 5;
}

static bool
next_can_start(const struct splitter *s, uint32_t right)
{
	const unsigned capital_or_not = CLAIR_WORD_HAS_DIGIT | CLAIR_WORD_ADDRESS | CLAIR_WORD_CODE;

	return (s->words[right].flags & capital_or_not) != 0 ||
	    starts_upper(s, right) || is_item_number(s, right);
}

/* m. after a figure is metres, M. is monsieur. */
static bool
is_unit(const struct splitter *s, uint32_t left)
{
	return left > s->first && (s->words[left - 1].flags & CLAIR_WORD_NUMBER) != 0 &&
	    !starts_upper(s, left);
}

/* `when` is what the list of abbreviations says. */
static bool
abbreviation_ends(const struct splitter *s, uint32_t left, const char *when)
{
	if (strcmp(when, "parfois") == 0 || (strcmp(when, "unité") == 0 && is_unit(s, left)))
		return starts_upper(s, left + 1);
	return strcmp(when, "suite") == 0 && opens(s, left + 1);
}

static bool
point_ends(const struct splitter *s, const struct gap *gap, uint32_t left)
{
	const struct clair_word *word = &s->words[left];
	bool initial = is_single_letter(s, left) && starts_upper(s, left);
	const char *when = NULL;

	if (!gap->touches)
		return true;
	if (is_number_of_line(s, left))
		return false;
	if (!initial || s->block->text[word->offset] == 'M')
		when = look_up(s, s->abbreviations, left);
	if (when != NULL)
		return abbreviation_ends(s, left, when);
	if (initial)
		return initial_may_end(s, left);
	/* S.N.C.F. Les… */
	if (memchr(s->block->text + word->offset, '.', word->length) != NULL &&
	    (word->flags & CLAIR_WORD_ALL_CAPS) != 0)
		return opens(s, left + 1);
	return true;
}

/* « fin.Suite »: the space was forgotten. Not Petal.Width, a name. */
static bool
is_forgotten_space(const struct splitter *s, const struct gap *gap, uint32_t left)
{
	const struct clair_word *word = &s->words[left];
	const char *when = look_up(s, s->abbreviations, left);

	if (when != NULL && strcmp(when, "parfois") != 0)
		return false;
	if (starts_upper(s, left) && !opens(s, left + 1))
		return false;
	return gap->touches && gap->end == gap->to && word->length >= 3 &&
	    (word->flags & (CLAIR_WORD_ADDRESS | CLAIR_WORD_ALL_CAPS | CLAIR_WORD_CODE)) == 0 &&
	    (s->words[left + 1].flags & CLAIR_WORD_CAPITALIZED) != 0 && s->words[left + 1].length >= 2;
}

/* A line does not end there. */
static bool
awaits_more(const struct splitter *s, uint32_t left)
{
	static const char *const links[] = {"de", "du", "des", "la", "le", "les", "à", "au", "aux",
	    "et", "ou", "un", "une", "en", "par", "pour", "sur", "dans", "avec", "chez", "que", "qui",
	    "l'", "d'", "qu'", "est", "sont", "sans", "sous"};
	const char *last = fold_word(s, left);

	for (size_t i = 0; i < CLAIR_LEN(links); i++)
		if (strcmp(last, links[i]) == 0)
			return true;
	return false;
}

static bool
ends_sentence(const struct splitter *s, const struct gap *gap, uint32_t left)
{
	if (gap->must || (gap->item && !awaits_more(s, left)))
		return true;
	if (gap->sign != 0 && !gap->goes_on && (gap->space_after || gap->may) &&
	    next_can_start(s, left + 1))
		return gap->sign != '.' || point_ends(s, gap, left);
	if (gap->sign != 0 && is_forgotten_space(s, gap, left))
		return true;
	/* One <br>: the end of a line of an address or of a list, or only a place to fold a long line. */
	return gap->sign == 0 && gap->may && !gap->comma && next_can_start(s, left + 1) &&
	    !awaits_more(s, left);
}

static bool
grow(struct splitter *s)
{
	struct clair_text_table *table = s->ctx->facts->text;
	uint32_t room = table->sentence_room == 0 ? 64 : table->sentence_room * 2;
	struct clair_sentence *sentences;

	if (s->count < table->sentence_room)
		return true;
	sentences = clair_alloc_array(&s->ctx->page->mem, room, sizeof(*sentences));
	if (sentences == NULL)
		return false;
	if (s->count != 0)
		memcpy(sentences, table->sentences, s->count * sizeof(*sentences));
	table->sentences = sentences;
	table->sentence_room = room;
	return true;
}

static bool
has_letter(const struct splitter *s, const struct clair_word *word)
{
	uint32_t end = word->offset + word->length;

	if ((word->flags & CLAIR_WORD_HAS_DIGIT) == 0)
		return true;
	for (uint32_t at = word->offset; at < end;) {
		uint32_t character = clair_char_next(s->block->text, end, &at);

		if (clair_char_is_word(character) && !clair_char_is_digit(character))
			return true;
	}
	return false;
}

static uint32_t
count_words(const struct splitter *s, uint32_t last)
{
	uint32_t counted = 0;

	for (uint32_t i = s->first; i <= last; i++)
		counted += (s->words[i].flags & (CLAIR_WORD_ELIDED | CLAIR_WORD_CLITIC)) == 0 &&
		    has_letter(s, &s->words[i]);
	return counted;
}

/* The sentence from word `first` to `last`, its text from `start` to `end`, spaces and bars taken off. */
static void
close_sentence(struct splitter *s, uint32_t last, uint32_t start, uint32_t end)
{
	uint32_t next = end;

	while (start < end &&
	    (clair_char_is_space(char_at(s, start)) || s->block->text[start] == '|'))
		start = after_char(s, start);
	while (next > start) {
		end = next;
		do
			next--;
		while (next > start && ((unsigned char)s->block->text[next] & 0xC0) == 0x80);
		if (!clair_char_is_space(char_at(s, next)))
			break;
	}
	if (!grow(s))
		return;
	s->words[s->first].flags |= CLAIR_WORD_FIRST;
	s->ctx->facts->text->sentences[s->count++] = (struct clair_sentence){
	    .block = s->block->index,
	    .offset = start,
	    .length = end - start,
	    .first_word = s->first,
	    .word_count = last + 1 - s->first,
	    .after_blank = s->after_blank,
	    .counted = count_words(s, last),
	};
	s->first = last + 1;
}

/* Fills table->sentences from the first `count` words of table->words. */
static uint32_t
cut_sentences(struct clair_ctx *ctx, const struct clair_block *block, uint32_t count)
{
	struct splitter s = {
	    .ctx = ctx,
	    .block = block,
	    .abbreviations = clair_dict_list(ctx->dict, "abreviations"),
	    .starts = clair_dict_list(ctx->dict, "debuts"),
	    .words = ctx->facts->text->words,
	    .word_count = count,
	};
	uint32_t start = 0;

	for (uint32_t i = 0; i + 1 < count; i++) {
		struct gap gap;

		/* A single space parts nearly all words. */
		if (block->break_count == 0 && block->text[s.words[i + 1].offset - 1] == ' ' &&
		    s.words[i + 1].offset == s.words[i].offset + s.words[i].length + 1)
			continue;
		gap = read_gap(&s, i);
		if (!ends_sentence(&s, &gap, i))
			continue;
		close_sentence(&s, i, start, gap.end);
		start = gap.end;
		s.after_blank = gap.must || gap.item;
	}
	if (count > 0)
		close_sentence(&s, count - 1, start, block->length);
	return s.count;
}

static void *
keep(struct clair_arena *mem, const void *array, uint32_t count, size_t size)
{
	void *kept = clair_alloc_array(mem, count, size);

	if (kept != NULL && count != 0)
		memcpy(kept, array, count * size);
	return kept;
}

void
clair_block_split(struct clair_ctx *ctx, struct clair_block *block)
{
	struct clair_arena *mem = &ctx->page->mem;
	const struct clair_text_table *table = ctx->facts->text;
	uint32_t words;
	uint32_t sentences;

	if (block->is_split)
		return;
	block->is_split = true;
	words = clair_words_cut(ctx, block);
	sentences = cut_sentences(ctx, block, words);
	block->words = keep(mem, table->words, words, sizeof(*table->words));
	block->sentences = keep(mem, table->sentences, sentences, sizeof(*table->sentences));
	if (mem->failed)
		return;
	block->word_count = words;
	block->sentence_count = sentences;
}

const struct clair_sentence *
clair_sentence_next(struct clair_ctx *ctx, const struct clair_block *asked,
    const struct clair_sentence *previous)
{
	struct clair_block *block = clair_text_block(ctx, asked->index);
	size_t index;

	clair_block_split(ctx, block);
	index = previous == NULL ? 0 : (size_t)(previous - block->sentences) + 1;
	return index < block->sentence_count ? &block->sentences[index] : NULL;
}

bool
clair_sentence_after_blank(const struct clair_sentence *sentence)
{
	return sentence->after_blank;
}

uint32_t
clair_sentence_words(const struct clair_sentence *sentence)
{
	return sentence->counted;
}

const char *
clair_sentence_text(struct clair_ctx *ctx, const struct clair_sentence *asked)
{
	struct clair_block *block = clair_text_block(ctx, asked->block);
	struct clair_sentence *sentence = &block->sentences[asked - block->sentences];

	if (sentence->text == NULL)
		sentence->text =
		    clair_strndup(&ctx->page->mem, block->text + sentence->offset, sentence->length);
	return sentence->text;
}
