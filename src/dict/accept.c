/* Expressions that pages write: whether a value passes the pattern of a field (HTML 4.10.5.3.6). */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "dict/dict.h"

#include <pcre2.h>
#include <string.h>

enum { LONGEST = 2000, ACCEPT_LIMIT = 20000, ACCEPT_DEPTH = 500, ACCEPT_HEAP_KIB = 1024 };

static int
match(const pcre2_code *code, const char *value)
{
	pcre2_match_data *found = pcre2_match_data_create(1, NULL);
	pcre2_match_context *limits = pcre2_match_context_create(NULL);
	int result = PCRE2_ERROR_NOMEMORY;

	if (found != NULL && limits != NULL) {
		pcre2_set_match_limit(limits, ACCEPT_LIMIT);
		pcre2_set_depth_limit(limits, ACCEPT_DEPTH);
		pcre2_set_heap_limit(limits, ACCEPT_HEAP_KIB);
		result = pcre2_match(code, (PCRE2_SPTR)value, strlen(value), 0, 0, found, limits);
	}
	pcre2_match_data_free(found);
	pcre2_match_context_free(limits);
	return result;
}

bool
clair_dict_accepts(const char *expression, const char *value)
{
	const uint32_t options = PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C | PCRE2_ANCHORED | PCRE2_ENDANCHORED;
	int error;
	PCRE2_SIZE at;
	pcre2_code *code;
	int result;

	if (strlen(expression) > LONGEST)
		return true;
	code = pcre2_compile((PCRE2_SPTR)expression, PCRE2_ZERO_TERMINATED, options, &error, &at, NULL);
	if (code == NULL)
		return true;
	result = match(code, value);
	pcre2_code_free(code);
	return result != PCRE2_ERROR_NOMATCH;
}
