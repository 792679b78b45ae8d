/* See falc.h. */
#include "score/falc.h"

#include <string.h>

const struct clair_referential_row *
clair_falc_next(const struct clair_referential_row *row)
{
	const struct clair_referential_row *end = clair_referential + clair_referential_count;

	for (row = row == NULL ? clair_referential : row + 1; row < end; row++)
		if (strcmp(row->referential, "falc") == 0)
			return row;
	return NULL;
}

bool
clair_falc_is_section(const struct clair_referential_row *row)
{
	return strcmp(row->kind, "section") == 0;
}

bool
clair_falc_has(const struct clair_rule *rule, const struct clair_referential_row *row)
{
	for (const char *const *id = rule->falc; id != NULL && *id != NULL; id++)
		if (strcmp(*id, row->id) == 0)
			return true;
	return false;
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

struct clair_text
clair_falc_title(const struct clair_referential_row *row)
{
	return (struct clair_text){row->fr, row->en};
}

struct clair_text
clair_falc_method(const struct clair_referential_row *row)
{
	return (struct clair_text){row->method_fr, row->method_en};
}
