/* How to reach people: telephone numbers and opening hours of the page. For rules: clairlint/rule.h includes it. */
#ifndef CLAIRLINT_CONTACT_H
#define CLAIRLINT_CONTACT_H

#include "clairlint/types.h"

/* What a call costs, by the number alone. Source: dictionaries/fr/telephones.tsv. */
enum clair_phone_kind {
	CLAIR_PHONE_ORDINARY,  /* as any call */
	CLAIR_PHONE_FREE,
	CLAIR_PHONE_PREMIUM,   /* more than an ordinary call */
	CLAIR_PHONE_SHORT,     /* four figures: the number does not tell */
	CLAIR_PHONE_HELP,      /* emergency and help lines: free */
	CLAIR_PHONE_FOREIGN,   /* not of the French plan */
	CLAIR_PHONE_UNKNOWN,   /* written as a number, but no such number is given out */
};

struct clair_phone {
	const char *digits;             /* 0140205050, 3939; of other countries, with their code: 3221234567 */
	enum clair_phone_kind kind;
	const struct clair_node *node;  /* the element that holds it */
	const struct clair_block *block; /* where it is written, or NULL when only a tel: link has it */
	uint32_t from, length;          /* bytes of clair_block_text */
	bool is_link;                   /* in a tel: link */
	bool is_fax;                    /* the words before it say so */
	bool says_price;                /* the words close by say what the call costs, or that it is free */
};

/* In the order of the page, exposed ones; a number written twice is there twice. */
size_t clair_phone_count(struct clair_ctx *ctx);
const struct clair_phone *clair_phone_at(struct clair_ctx *ctx, size_t index);

/* Days with their hours, as the text says them: a paragraph, a list, the cells of a table. */
enum { CLAIR_HOUR_RANGES = 4 };
struct clair_hours {
	const struct clair_block *block; /* where they begin */
	uint8_t days;                    /* bits, Monday first */
	bool closed;                     /* on those days */
	uint8_t count;                   /* of ranges */
	struct {
		uint16_t from, to;       /* minutes of the day */
	} ranges[CLAIR_HOUR_RANGES];
};
size_t clair_hours_count(struct clair_ctx *ctx);
const struct clair_hours *clair_hours_at(struct clair_ctx *ctx, size_t index);

#endif
