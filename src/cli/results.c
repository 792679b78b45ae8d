/* See results.h. */
#include "cli/results.h"

#include "clairlint/clairlint.h"

size_t
cli_result_link_count(void *payload, const void *result)
{
	(void)payload;
	return clair_result_link_count(result);
}

const char *
cli_result_link(void *payload, const void *result, size_t index)
{
	(void)payload;
	return clair_result_link(result, index);
}

const char *
cli_result_canonical(void *payload, const void *result)
{
	(void)payload;
	return clair_result_canonical(result);
}

void
cli_result_discard(void *payload, void *result)
{
	(void)payload;
	clair_result_free(result);
}
