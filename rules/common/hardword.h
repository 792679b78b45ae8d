/* What the rules on hard words have in common. */
#ifndef RULES_COMMON_HARDWORD_H
#define RULES_COMMON_HARDWORD_H

#include "clairlint/rule.h"

/* The order of the messages of such a rule. Arguments: expression, plain. */
enum rule_hard_word_message {
	RULE_WORDS_FIT,    /* the plainer words can be put there as they are */
	RULE_WORDS_AGREE,  /* a person makes them agree */
	RULE_WORDS_GO,     /* the expression can go: only for lists that have such entries */
};

/* A failure on each expression of the list, with its plainer words as a fix to choose. */
enum clair_outcome rule_check_hard_words(struct clair_ctx *ctx, const char *list);
/* A failure on each word of the list that the page does not explain: the message has expression and
 * meaning. */
enum clair_outcome rule_check_explained(struct clair_ctx *ctx, const char *list, unsigned message);

#endif
