/*
 * not, and, or and parentheses, as @media and @supports write them: Media Queries 4, 3 and CSS
 * Conditional 3, 6. What stands in the innermost parentheses is for the caller. Private to src/style/.
 */
#ifndef CLAIR_STYLE_CONDITION_H
#define CLAIR_STYLE_CONDITION_H

#include "style/token.h"

/* White space is passed over; `token` is the one to be read next. Copy it to come back to a place. */
struct clair_prelude {
	struct clair_css_lexer lexer;
	struct clair_css_token token;
};

/* The next token that is not white space. */
void clair_prelude_advance(struct clair_prelude *reader);
/* At the token; passes over the block that it opens. */
void clair_prelude_pass(struct clair_prelude *reader);
/* At an identifier; `word` is in lower case. */
bool clair_prelude_is_word(const struct clair_prelude *reader, const char *word);
/* At the token, which is passed, or at the end. */
bool clair_prelude_ends_with(struct clair_prelude *reader, enum clair_css_token_type type);

/* Three values: Media Queries 4, 3.1. */
enum clair_truth { CLAIR_FALSE, CLAIR_TRUE, CLAIR_UNKNOWN };

enum clair_logic { CLAIR_LOGIC_LEAF, CLAIR_LOGIC_NOT, CLAIR_LOGIC_AND, CLAIR_LOGIC_OR };

struct clair_logic_node {
	uint8_t logic;
	const void *leaf;                     /* LEAF: the caller's; NULL: not understood */
	const struct clair_logic_node *child; /* the others: the first operand */
	const struct clair_logic_node *next;  /* operand */
};

/*
 * Reads one leaf: at what follows "(", up to the token ")", or at a function, past what closes it.
 * False: this is not one, and the reader is put back. `data` is the caller's.
 */
typedef bool (*clair_leaf_read)(struct clair_prelude *reader, void *data, const void **leaf);

struct clair_logic_reader {
	clair_leaf_read parenthesis; /* inside ( ) */
	clair_leaf_read function;
	void *data;
	bool no_or;                  /* at the top: <media-condition-without-or> */
};

/*
 * Reads one condition. NULL when it is not valid or there is no memory. Parentheses deeper than 32 are
 * not understood.
 */
const struct clair_logic_node *clair_logic_read(
    struct clair_prelude *reader, const struct clair_logic_reader *how);

typedef enum clair_truth (*clair_leaf_holds)(const void *leaf, const void *data);

/* `holds` is not asked about leaves that are not understood: they are `otherwise`. */
enum clair_truth clair_logic_holds(const struct clair_logic_node *node, clair_leaf_holds holds,
    const void *data, enum clair_truth otherwise);

#endif
