/* Small questions about attribute values that several rules ask. ASCII case is ignored. */
#ifndef CLAIR_RULES_COMMON_TEXT_H
#define CLAIR_RULES_COMMON_TEXT_H

#include "clairlint/rule.h"

/* Nothing, or only ASCII white space. NULL is blank. */
bool rule_blank(const char *text);
bool rule_same(const char *a, const char *b);
bool rule_starts_with(const char *text, const char *start);
bool rule_ends_with(const char *text, const char *end);
size_t rule_length(const char *text);
uint32_t rule_characters(const char *text); /* of UTF-8, not bytes */
bool rule_has_characters(const char *text, uint32_t least); /* reads no further */
bool rule_contains(const char *text, const char *part);
/* `list` is ended by NULL. */
bool rule_in(const char *text, const char *const *list);

/* A part of a value between ASCII white space. */
struct rule_token {
	const char *start;
	size_t length;
};
/* The token after this one; start with { value, 0 }. False at the end. */
bool rule_next_token(struct rule_token *token);
bool rule_token_is(const struct rule_token *token, const char *word);
bool rule_token_in(const struct rule_token *token, const char *const *list);

/* The first element whose id is the token, or NULL. */
const struct clair_node *rule_by_token(struct clair_ctx *ctx, const struct rule_token *token);

/* The length without a character of UTF-8 that a cut before `rest` left in two. */
size_t rule_whole_length(const char *text, size_t length, const char *rest);
/* Adds a text, or a number, at the end of another that has room for `room` bytes, cut on a character; gives the
 * new length. */
size_t rule_append(char *text, size_t length, size_t room, const char *more);
size_t rule_append_count(char *text, size_t length, size_t room, uint32_t count);

/* The argument as a number without spaces between its figures: a year. */
void rule_arg_plain(struct clair_finding *finding, const char *name, uint32_t number);

/* Last part of the path of an address ("carte.png?v=2"), to name a thing in a message. */
const char *rule_file_name(const char *address);
/* The path of the address ends with one of these extensions (without the dot). */
bool rule_has_extension(const char *address, const char *const *list);

#endif
