/* See regex.h. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "dict/regex.h"

#include "dict/store.h"

#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

enum {
	DEEPEST_GROUPS = 60,
	DEPTH_LIMIT = 20000,
	HEAP_LIMIT_KIB = 4096,
	LARGEST_SEARCH = 1000000, /* steps: some 20 ms */
	WIDER = 16,               /* times, when a search was given too few steps */
};

struct clair_regex {
	pcre2_code *code;
};

static pcre2_code *
compile(const char *expression, size_t length, uint32_t options, int *code, size_t *at)
{
	pcre2_compile_context *limits = pcre2_compile_context_create(NULL);
	pcre2_code *compiled;

	*code = 0;
	if (limits == NULL)
		return NULL;
	pcre2_set_parens_nest_limit(limits, DEEPEST_GROUPS);
	pcre2_set_max_pattern_length(limits, CLAIR_REGEX_LONGEST);
	compiled = pcre2_compile((PCRE2_SPTR)expression, length, options, code, at, limits);
	pcre2_compile_context_free(limits);
	return compiled;
}

struct clair_regex *
clair_regex_new(const char *expression, size_t length, const char *flags, struct clair_arena *arena,
    const char **error)
{
	struct clair_regex *regex;
	unsigned char text[160];
	uint32_t options;
	size_t at = 0;
	int code;

	*error = NULL;
	if (!clair_pattern_flags(flags, strlen(flags), &options)) {
		*error = "flags: i, m, s, x";
		return NULL;
	}
	regex = calloc(1, sizeof(*regex));
	if (regex == NULL)
		return NULL;
	regex->code = compile(expression, length, options, &code, &at);
	if (regex->code != NULL)
		return regex;
	free(regex);
	if (code != 0 && pcre2_get_error_message(code, text, sizeof(text)) >= 0)
		*error = clair_asprintf(arena, "%s (%zu)", (const char *)text, at);
	return NULL;
}

void
clair_regex_free(struct clair_regex *regex)
{
	if (regex == NULL)
		return;
	pcre2_code_free(regex->code);
	free(regex);
}

static void
read_match(pcre2_match_data *found, struct clair_regex_match *match)
{
	const size_t *span = pcre2_get_ovector_pointer(found);
	PCRE2_SPTR mark = pcre2_get_mark(found);

	*match = (struct clair_regex_match){.offset = span[0]};
	/* \K in a lookahead may end before it starts. */
	if (span[1] > span[0])
		match->length = span[1] - span[0];
	if (mark != NULL)
		match->mark = (unsigned)strtoul((const char *)mark, NULL, 10);
}

/* PCRE2 does not tell what a search took: it is given few steps first, then more, and all that was given counts. */
static int
search(const struct clair_regex *regex, const char *text, size_t length, size_t from, uint64_t *steps,
    pcre2_match_data *found, pcre2_match_context *limits)
{
	uint64_t given = 64 + 4 * (length - from);

	for (;; given *= WIDER) {
		int code;

		if (given > LARGEST_SEARCH)
			given = LARGEST_SEARCH;
		if (given > *steps)
			return PCRE2_ERROR_MATCHLIMIT;
		*steps -= given;
		pcre2_set_match_limit(limits, (uint32_t)given);
		code = pcre2_match(regex->code, (PCRE2_SPTR)text, length, from, PCRE2_NO_UTF_CHECK, found, limits);
		if (code != PCRE2_ERROR_MATCHLIMIT || given == LARGEST_SEARCH)
			return code;
	}
}

enum clair_regex_answer
clair_regex_search(const struct clair_regex *regex, const char *text, size_t length, size_t from,
    uint64_t *steps, struct clair_regex_match *match)
{
	pcre2_match_data *found = pcre2_match_data_create(1, NULL);
	pcre2_match_context *limits = pcre2_match_context_create(NULL);
	enum clair_regex_answer answer = CLAIR_REGEX_STOPPED;
	int code = PCRE2_ERROR_NOMEMORY;

	if (found != NULL && limits != NULL) {
		pcre2_set_depth_limit(limits, DEPTH_LIMIT);
		pcre2_set_heap_limit(limits, HEAP_LIMIT_KIB);
		code = search(regex, text, length, from, steps, found, limits);
	}
	/* 0: one pair was too few for the groups. */
	if (code >= 0) {
		read_match(found, match);
		answer = CLAIR_REGEX_FOUND;
	} else if (code == PCRE2_ERROR_NOMATCH) {
		answer = CLAIR_REGEX_ABSENT;
	}
	pcre2_match_context_free(limits);
	pcre2_match_data_free(found);
	return answer;
}
