/*
 * The text of a page: blocks, cut into sentences and words on the first question about each. Private
 * to facts; the engine asks for spans.
 */
#ifndef CLAIR_FACTS_TEXT_H
#define CLAIR_FACTS_TEXT_H

#include "dict/lexicon.h"
#include "facts/facts.h"

/* Bytes of the block's text that come one by one from a text node. */
struct clair_piece {
	uint32_t at;      /* in the block's text */
	uint32_t node;
	uint32_t node_at; /* in the node's decoded text */
	uint16_t flags;   /* of words: in a link, in code… */
};

/* A place that may or must part two sentences, at a space of the text. */
struct clair_break {
	uint32_t at;
	bool hard;
};

struct clair_block {
	const struct clair_node *node;
	const char *text;
	uint32_t length;
	uint32_t index;
	const struct clair_piece *pieces;
	uint32_t piece_count;
	const struct clair_break *breaks;
	uint32_t break_count;
	struct clair_word *words;
	uint32_t word_count;
	struct clair_sentence *sentences;
	uint32_t sentence_count;
	uint8_t kind;
	bool is_split;
	int8_t french; /* -1: not asked yet */
};

struct clair_sentence {
	uint32_t block;
	uint32_t offset, length; /* in the block's text */
	uint32_t first_word, word_count;
	bool after_blank;        /* an empty line, a bullet or another link stands before it */
	uint32_t counted;        /* as a word processor counts: with a letter, l’accord and avez-vous once */
	const char *text;
	const struct clair_token *tokens; /* construction.c: as the constructions; NULL when not judged */
	const struct clair_construction *constructions;
	uint32_t construction_count;
	bool is_scanned;
};

struct clair_word {
	uint32_t block;
	uint32_t offset, length;
	uint16_t flags;
	uint8_t syllables;       /* 255: not asked yet */
	uint8_t reading_count;
	bool is_read;            /* the readings are known */
	const char *text;
	const char *lower;
	const struct clair_reading *readings;
};

enum { CLAIR_SYLLABLES_UNASKED = 255 };

struct clair_text_table {
	struct clair_block *blocks;
	uint32_t block_count;
	struct clair_word *words; /* room to cut a block into, used again by the next */
	uint32_t word_room;
	struct clair_sentence *sentences;
	uint32_t sentence_room;
};

/* Never NULL; empty when the arena has failed. */
struct clair_text_table *clair_text_table(struct clair_ctx *ctx);
struct clair_block *clair_text_block(struct clair_ctx *ctx, uint32_t index);

/* Fills table->words; gives their number. */
uint32_t clair_words_cut(struct clair_ctx *ctx, const struct clair_block *block);
/* Cuts the block once. */
void clair_block_split(struct clair_ctx *ctx, struct clair_block *block);

/* Bytes of the page's source. */
void clair_block_span(struct clair_ctx *ctx, const struct clair_block *block, uint32_t *offset,
    uint32_t *length);
void clair_sentence_span(struct clair_ctx *ctx, const struct clair_sentence *sentence,
    uint32_t *offset, uint32_t *length);
void clair_words_span(struct clair_ctx *ctx, const struct clair_word *first,
    const struct clair_word *last, uint32_t *offset, uint32_t *length);
/* `from` and `part` are bytes of clair_block_text. */
void clair_block_part_span(struct clair_ctx *ctx, const struct clair_block *block, size_t from,
    size_t part, uint32_t *offset, uint32_t *length);
/* The element that holds its first letter. */
const struct clair_node *clair_sentence_node(
    struct clair_ctx *ctx, const struct clair_sentence *sentence);
const struct clair_node *clair_word_node(struct clair_ctx *ctx, const struct clair_word *word);
/* Characters. `*at` moves past the one read; never past `length`. */
uint32_t clair_char_next(const char *text, uint32_t length, uint32_t *at);
bool clair_char_is_word(uint32_t character);  /* letter, mark, soft hyphen or digit */
bool clair_char_is_digit(uint32_t character);
bool clair_char_is_upper(uint32_t character);
bool clair_char_is_space(uint32_t character); /* no-break ones too */

/* With its first letter, of ASCII, in the other case. */
const char *clair_with_first(struct clair_ctx *ctx, const char *text, bool upper);

/* The nearest lang says French. */
bool clair_in_french(struct clair_ctx *ctx, const struct clair_node *node);
/* Words are given out as read-only; what they know of themselves is filled on the first question. */
struct clair_word *clair_word_own(struct clair_ctx *ctx, const struct clair_word *word);
/* What the lexicon says of the word. */
const struct clair_reading *clair_word_readings(
    struct clair_ctx *ctx, const struct clair_word *word, size_t *count);
uint32_t clair_word_syllables(struct clair_ctx *ctx, const struct clair_word *word);
/* Rank in the list of frequencies from 1, or 0 when it is not there. */
uint32_t clair_word_rank(struct clair_ctx *ctx, const char *lower);

#endif
