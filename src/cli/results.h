/* What a crawl asks of a result, as struct clair_crawl_calls wants it: the results are those of clair_lint. */
#ifndef CLI_RESULTS_H
#define CLI_RESULTS_H

#include <stddef.h>

size_t cli_result_link_count(void *payload, const void *result);
const char *cli_result_link(void *payload, const void *result, size_t index);
const char *cli_result_canonical(void *payload, const void *result);
void cli_result_discard(void *payload, void *result);

#endif
