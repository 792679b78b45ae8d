/*
 * What a procedure asks of people, and what its page tells them of it. For rules: clairlint/rule.h includes it.
 *
 * Everything is read in the main content in French. What is not found may still be on another page.
 */
#ifndef CLAIRLINT_PROCEDURE_H
#define CLAIRLINT_PROCEDURE_H

#include "clairlint/page.h"
#include "clairlint/types.h"

/* --- What a page tells of a procedure ----------------------------------------------------------- */

enum clair_procedure_part {
	CLAIR_PART_WHO,       /* for whom, under which conditions */
	CLAIR_PART_DOCUMENTS,
	CLAIR_PART_COST,
	CLAIR_PART_FILLING,   /* how long it takes to fill */
	CLAIR_PART_DELAY,     /* of the answer */
	CLAIR_PART_STEPS,
	CLAIR_PART_CHANGES,   /* when the situation changes */
	CLAIR_PART_CONTACT,
	CLAIR_PART_COUNT,
};
/* "who", "documents"… */
const char *clair_part_name(enum clair_procedure_part part);
/* The page explains a procedure: its kind is CLAIR_PAGE_PROCEDURE, and it is in French. */
bool clair_explains_procedure(struct clair_ctx *ctx);
/* The element that tells it: its heading, or else the first sentence that does; NULL: not found. */
const struct clair_node *clair_procedure_part(struct clair_ctx *ctx, enum clair_procedure_part part);
uint32_t clair_procedure_parts_found(struct clair_ctx *ctx);
/* The delay of the answer is told with a number and a unit, or is said to be immediate. */
bool clair_procedure_says_delay(struct clair_ctx *ctx);
/* Documents under a heading, or after words, that ask for them: items of the list, alternatives inside an item
 * left out. Of several lists for different cases, the longest. */
struct clair_documents {
	uint32_t count;
	const struct clair_block *block; /* that asks for them; NULL: no list was found */
};
struct clair_documents clair_documents_asked(struct clair_ctx *ctx);
/* The conditions: the longest paragraph under their heading, and how many exceptions ("sauf", "à condition
 * que"…) there are in it. */
struct clair_conditions {
	const struct clair_block *block; /* NULL: none */
	uint32_t words, exceptions;
};
struct clair_conditions clair_conditions(struct clair_ctx *ctx);

/* --- What people must have or know ------------------------------------------------------------------- */

enum clair_need {
	CLAIR_NEED_ACCOUNT,
	CLAIR_NEED_EMAIL,
	CLAIR_NEED_MOBILE,
	CLAIR_NEED_SMS_CODE,
	CLAIR_NEED_PRINTER,
	CLAIR_NEED_SCAN,           /* a scanner, or photographs of documents */
	CLAIR_NEED_PDF_READER,
	CLAIR_NEED_OFFICE,         /* a word processor, a spreadsheet */
	CLAIR_NEED_APPLICATION,    /* to be installed */
	CLAIR_NEED_TAX_NUMBER,
	CLAIR_NEED_SOCIAL_NUMBER,
	CLAIR_NEED_BENEFIT_NUMBER,
	CLAIR_NEED_FILE_NUMBER,
	CLAIR_NEED_ACCESS_CODE,
	CLAIR_NEED_COMPANY_NUMBER,
	CLAIR_NEED_CARD,
	CLAIR_NEED_IBAN,
	CLAIR_NEED_SIGNATURE,      /* an electronic one */
	CLAIR_NEED_IDENTITY,       /* an identity document */
	CLAIR_NEED_COUNT,
};
/* "account", "email"… */
const char *clair_need_name(enum clair_need need);
/* One of the numbers or codes that people look for in their papers. */
bool clair_need_is_code(enum clair_need need);

struct clair_prerequisite {
	const struct clair_node *node;   /* a field, or the element of the words */
	const struct clair_block *block; /* of the words, or NULL for a field */
	uint32_t from, length;           /* bytes of clair_block_text */
	const char *words;               /* them, or the name of the field */
};
/* Where the page first asks for it: by a sentence that tells the reader to have it, by an item of a list that such
 * words open, or by a field to fill. NULL: it does not. */
const struct clair_prerequisite *clair_prerequisite(struct clair_ctx *ctx, enum clair_need need);
uint32_t clair_prerequisite_count(struct clair_ctx *ctx);

/* The domains of digital skills of the Eurostat indicator, as Insee uses them, and safety. */
enum clair_skill {
	CLAIR_SKILL_INFORMATION,
	CLAIR_SKILL_COMMUNICATION,
	CLAIR_SKILL_PROBLEMS,  /* to solve them: install, send a file, pay */
	CLAIR_SKILL_SOFTWARE,
	CLAIR_SKILL_SAFETY,
	CLAIR_SKILL_COUNT,
};
const char *clair_skill_name(enum clair_skill skill);

/* What is kept of the page for reports: NULL when it is no step of a procedure. */
struct clair_procedure_label {
	uint32_t needs;                     /* bits: enum clair_need */
	uint32_t parts;                     /* bits: enum clair_procedure_part */
	uint8_t need_count, part_count;
	bool is_sheet;                      /* it explains: `parts` says something */
	uint16_t documents;
	uint8_t skills[CLAIR_SKILL_COUNT];  /* level: 0 none, 1 basic, 2 above basic */
};
const struct clair_procedure_label *clair_procedure_label(struct clair_ctx *ctx);

/* --- Fields ------------------------------------------------------------------------------------------------ */

/* The fields that people fill in the main content, searches and disabled ones left out, in the order of the page. */
struct clair_entry {
	const struct clair_node *field;
	const struct clair_form *form;   /* NULL: out of any form */
	bool required;                   /* by an attribute, an asterisk, or words of the page */
	int need;                        /* enum clair_need, or -1 */
};
size_t clair_entry_count(struct clair_ctx *ctx);
const struct clair_entry *clair_entry_at(struct clair_ctx *ctx, size_t index);
/* The browser takes such a number in this field: its pattern and its maxlength let it pass. True when its pattern
 * cannot be read. */
bool clair_field_accepts(struct clair_ctx *ctx, const struct clair_node *field, const char *value);

/* Some text of the page, or the name of a button or link, matches the pattern, whatever the region. */
bool clair_page_mentions(struct clair_ctx *ctx, const char *pattern);

#endif
