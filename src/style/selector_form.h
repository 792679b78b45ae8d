/* Forms as selectors see them, when the page is loaded. Private to selector_state.c, selector_form.c and
 * selector_valid.c. */
#ifndef CLAIR_STYLE_SELECTOR_FORM_H
#define CLAIR_STYLE_SELECTOR_FORM_H

#include "style/selector_caches.h"

#include "base/map.h"
#include "clairlint/rule.h"

/* What a type of <input> may have: HTML 4.10.5.1, the table of attributes. */
enum clair_input_flag {
	CLAIR_INPUT_WRITTEN = 1,      /* readonly applies: a person writes in it */
	CLAIR_INPUT_REQUIRED = 2,     /* required applies */
	CLAIR_INPUT_PLACEHOLDER = 4,
	CLAIR_INPUT_RANGE = 8,        /* min and max apply */
	CLAIR_INPUT_BARRED = 16,      /* from constraint validation */
	CLAIR_INPUT_SUBMIT = 32,
	CLAIR_INPUT_CHECKED = 64,     /* checked applies */
};

struct clair_input_type {
	const char *name;
	uint8_t flags;
	const char *pattern; /* of a date or a time: 9 is a digit */
};

/* Never NULL: an unknown type is text. */
const struct clair_input_type *clair_input_type(const struct clair_node *input);

static inline bool
clair_is_element(const struct clair_node *node, enum clair_tag tag)
{
	return node->kind == CLAIR_NODE_ELEMENT && node->tag == tag &&
	    (node->flags & CLAIR_NODE_FOREIGN) == 0;
}

/* Same enumerated value, without ASCII case. */
bool clair_is_keyword(const char *value, const char *keyword);

bool clair_is_disabled(struct clair_match *match, const struct clair_node *node);
/* <button> or <input> that submits. */
bool clair_is_submit(const struct clair_node *node);

/* --- selector_form.c --------------------------------------------------------------------------- */

/* Radio buttons of one name in one form. */
struct clair_radio_group {
	uint32_t checked; /* the last one that is, or CLAIR_NO_NODE */
	bool required;
};

struct clair_form_facts {
	struct clair_map forms;  /* by id */
	struct clair_map groups; /* by form and name */
	uint32_t *submits;       /* by form: its first submit button, or 0 */
	uint64_t *invalid;       /* forms and fieldsets that hold a control that is not valid; or NULL */
};

/* NULL without room. */
struct clair_form_facts *clair_form_facts(struct clair_match *match);
/* CLAIR_NO_NODE when there is none. HTML 4.10.17.3. */
uint32_t clair_form_owner(struct clair_match *match, struct clair_form_facts *facts,
    const struct clair_node *control);
/* NULL without room, or when the button has no name. */
struct clair_radio_group *clair_radio_group(struct clair_match *match, const struct clair_node *radio);

/* The option is selected when the page is loaded: HTML 4.10.7. */
bool clair_is_chosen(struct clair_match *match, const struct clair_node *option);
/* <select> that shows one option only. */
bool clair_is_drop_down(const struct clair_node *select);
/* The option that a drop-down shows; CLAIR_NO_NODE when there is none. */
uint32_t clair_chosen_option(struct clair_match *match, const struct clair_node *select);

/* --- selector_valid.c -------------------------------------------------------------------------- */

/* The number or date that a value with a range writes; false when it writes none. */
bool clair_input_number(const struct clair_input_type *type, const char *value, double *number);
bool clair_is_in_range(struct clair_match *match, const struct clair_node *input, bool wanted);
bool clair_is_valid(struct clair_match *match, const struct clair_node *node, bool wanted);

#endif
