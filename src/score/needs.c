/* See needs.h. */
#include "score/needs.h"

#include <string.h>

const struct clair_referential_row *
clair_needs_next(const struct clair_referential_row *row)
{
	return clair_referential_next("needs", row);
}

bool
clair_needs_has(const struct clair_rule *rule, const struct clair_referential_row *row)
{
	return !rule->off && !rule->audit && clair_referential_lists(rule->needs, row->id);
}

bool
clair_needs_is_of_crawl(const struct clair_referential_row *row)
{
	static const char *const enough[] = {"HTML", "SITE", "CRAWLS"};
	const size_t length = strcspn(row->class, "+");

	for (size_t i = 0; i < CLAIR_LEN(enough); i++)
		if (length == strlen(enough[i]) && strncmp(row->class, enough[i], length) == 0)
			return true;
	return false;
}

bool
clair_needs_is_of_reports(const struct clair_referential_row *row)
{
	return strcmp(row->level, "REPORT") == 0;
}

bool
clair_needs_has_part(const struct clair_referential_row *row)
{
	return strcmp(row->kind, "part") == 0;
}
