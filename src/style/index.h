/*
 * The rules of one sheet, found by what the rightmost compound of their selectors asks: an id, a class,
 * a tag, an attribute. Made once with the sheet, then read-only: threads share it. Private to src/style/.
 */
#ifndef CLAIR_STYLE_INDEX_H
#define CLAIR_STYLE_INDEX_H

#include "style/sheet.h"

/* What a rule's declarations are, so that most rules are not read to know. */
enum clair_rule_flag {
	CLAIR_RULE_IMPORTANT = 1, /* some are important */
	CLAIR_RULE_CUSTOM = 2,    /* some are custom properties */
	CLAIR_RULE_CONTENT = 4,   /* some set content */
	CLAIR_RULE_SEEN = 8,      /* some change what is there or how it is read */
};

/* One selector of one rule. */
struct clair_sheet_entry {
	const struct clair_css_selector *selector;
	uint32_t rule;
	uint32_t condition;    /* that of the rule */
	uint32_t ancestors[4]; /* that of the selector, near at hand */
	uint8_t pseudo;        /* that of the selector */
	uint8_t flags;         /* enum clair_rule_flag */
};

/* Entries that ask for the same name, in the order of the rules. */
struct clair_sheet_bucket {
	uint32_t hash;  /* of the name: clair_selector_hash */
	uint32_t from;  /* index in entries */
	uint32_t count; /* 0: a free place of the table */
};

struct clair_sheet_index {
	const struct clair_sheet_entry *entries;
	uint32_t count;
	const struct clair_sheet_bucket *buckets;
	uint32_t mask;
	struct clair_sheet_bucket any; /* entries that ask for no name */
	uint8_t states;                /* enum clair_state that some selector needs */
	bool orientation;              /* some @media asks for it */
};

uint8_t clair_rule_flags(const struct clair_css_block *block);

/* NULL when the arena of the sheet has failed. */
void *clair_sheet_index_new(struct clair_sheet *sheet);

/* Never NULL; without entries when no rule asks for the name. */
const struct clair_sheet_bucket *clair_sheet_index_find(
    const struct clair_sheet_index *index, uint32_t hash);

#endif
