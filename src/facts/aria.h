/* The tables of ARIA, made at build from roles.tsv, aria.tsv and languages.tsv. Private to
 * src/facts/. */
#ifndef CLAIR_FACTS_ARIA_H
#define CLAIR_FACTS_ARIA_H

#include "clairlint/rule.h"

enum clair_role_category {
	CLAIR_CATEGORY_NONE,
	CLAIR_CATEGORY_WIDGET,
	CLAIR_CATEGORY_COMPOSITE,
	CLAIR_CATEGORY_STRUCTURE,
	CLAIR_CATEGORY_LANDMARK,
	CLAIR_CATEGORY_WINDOW,
	CLAIR_CATEGORY_LIVE,
};

enum clair_named_by {
	CLAIR_NAMED_BY_AUTHOR,
	CLAIR_NAMED_BY_CONTENTS, /* and by the author */
	CLAIR_NAMED_BY_PROHIBITED,
};

/* Lists are ended by 0. */
struct clair_role_row {
	uint8_t category;
	uint8_t named_by;
	bool presentational_children;
	const uint16_t *required_states;
	const uint16_t *required_context;
	const uint16_t *required_owned;
	const uint16_t *supported; /* required ones too, global ones not */
	const uint16_t *prohibited;
};

/* `type` 0: not an ARIA attribute. */
struct clair_aria_row {
	uint8_t type; /* enum clair_aria_type */
	bool global;
	const char *tokens; /* separated by spaces */
};

extern const struct clair_role_row clair_role_rows[CLAIR_ROLE_COUNT];
extern const struct clair_aria_row clair_aria_rows[CLAIR_ATTR_COUNT];
extern const char clair_language_subtags[][4]; /* sorted */
extern const size_t clair_language_subtag_count;

bool clair_role_named_by_contents(enum clair_role role);
bool clair_role_is_landmark(enum clair_role role);
bool clair_role_prohibits_name(enum clair_role role);

#endif
