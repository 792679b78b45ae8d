/* See falc.h. */
#include "score/falc.h"

#include <string.h>

const struct clair_referential_row *
clair_falc_next(const struct clair_referential_row *row)
{
	return clair_referential_next("falc", row);
}

bool
clair_falc_has(const struct clair_rule *rule, const struct clair_referential_row *row)
{
	return clair_referential_lists(rule->falc, row->id);
}

bool
clair_falc_asks_person(const struct clair_referential_row *row)
{
	return strcmp(row->class, "PERSON") == 0;
}

bool
clair_falc_is_of_media(const struct clair_referential_row *row)
{
	return row->id[0] == 'V' || row->id[0] == 'A';
}

bool
clair_falc_is_of_web(const struct clair_referential_row *row)
{
	return strcmp(row->class, "NOT-WEB") != 0;
}
