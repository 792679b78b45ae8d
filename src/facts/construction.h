/*
 * A sentence as those who look for constructions see it. Private to facts: see clairlint/text.h for what is found.
 */
#ifndef CLAIR_FACTS_CONSTRUCTION_H
#define CLAIR_FACTS_CONSTRUCTION_H

#include "facts/text.h"

/* Small words that constructions are told by. */
enum clair_part {
	CLAIR_PART_NONE,
	CLAIR_PART_NE,
	CLAIR_PART_DENIES,       /* pas, plus, jamais: the second part of a negation */
	CLAIR_PART_NOBODY,       /* aucun, rien, personne, nul, ni: the same, before the verb too */
	CLAIR_PART_NON,
	CLAIR_PART_QUE,
	CLAIR_PART_QUI,
	CLAIR_PART_SUBORDINATES, /* si, lorsque, puisque… */
	CLAIR_PART_HEAVY_RELATIVE, /* dont, lequel, auquel… */
	CLAIR_PART_WHERE,
	CLAIR_PART_COORDINATES,  /* et, ou, mais… */
	CLAIR_PART_SANS,
	CLAIR_PART_PAR,
	CLAIR_PART_DE,           /* de, d', du, des */
	CLAIR_PART_ARTICLE,      /* le, la, l', les as articles */
	CLAIR_PART_CLITIC,       /* se, me, y, en, and le, la… as pronouns before a verb */
};

/* What stands before a word. */
enum clair_sign { CLAIR_SIGN_NONE, CLAIR_SIGN_COMMA, CLAIR_SIGN_OPEN, CLAIR_SIGN_CLOSE, CLAIR_SIGN_STRONG };

struct clair_token {
	uint32_t gram;     /* all the readings that are left */
	uint8_t part;
	uint8_t sign;
	bool is_etre, is_avoir;
	bool is_finite;    /* can only be a verb with a person */
};

struct clair_scan {
	struct clair_ctx *ctx;
	const struct clair_sentence *sentence;
	const char *text;               /* of the block */
	const struct clair_word *words; /* of the sentence */
	const struct clair_token *tokens;
	uint32_t count;
	struct clair_construction *found;
	uint32_t found_count, found_room;
};

/* Adds one, from word `first` to `last`. NULL: no memory. */
struct clair_construction *clair_scan_add(
    struct clair_scan *scan, enum clair_construction_kind kind, uint32_t first, uint32_t last);
const char *clair_scan_lower(const struct clair_scan *scan, uint32_t at);
bool clair_scan_is(const struct clair_scan *scan, uint32_t at, const char *const *forms);
#define CLAIR_SCAN_IS(scan, at, ...) clair_scan_is(scan, at, (const char *const[]){__VA_ARGS__, NULL})
/* The verb that the word may be has one of these lemmas. */
bool clair_scan_is_verb(const struct clair_scan *scan, uint32_t at, const char *const *lemmas);
#define CLAIR_SCAN_IS_VERB(scan, at, ...) \
	clair_scan_is_verb(scan, at, (const char *const[]){__VA_ARGS__, NULL})
/* Readings are there, and all have a bit of `gram`. */
bool clair_scan_only(const struct clair_scan *scan, uint32_t at, uint32_t gram);
/* The first word before `at` that is no pronoun of the verb nor ne; `at` itself when there is none. */
uint32_t clair_scan_before_clitics(const struct clair_scan *scan, uint32_t at);

/* The sentence with its tokens, NULL when it is not judged. */
const struct clair_sentence *clair_sentence_scanned(
    struct clair_ctx *ctx, const struct clair_sentence *asked);
/* que, qui, si, dont, où…: a clause that depends on another starts here. */
static inline bool
clair_token_subordinates(const struct clair_token *token)
{
	return token->part == CLAIR_PART_QUE || token->part == CLAIR_PART_QUI ||
	    token->part == CLAIR_PART_SUBORDINATES || token->part == CLAIR_PART_HEAVY_RELATIVE ||
	    token->part == CLAIR_PART_WHERE;
}

void clair_scan_passives(struct clair_scan *scan);
void clair_scan_negations(struct clair_scan *scan);
void clair_scan_forms(struct clair_scan *scan);
void clair_scan_phrases(struct clair_scan *scan);

#endif
