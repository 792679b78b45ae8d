/* See referential.h. */
#include "score/referential.h"

#include "score/score.h"

#include <string.h>

const struct clair_referential_row *
clair_referential_next(const char *referential, const struct clair_referential_row *row)
{
	const struct clair_referential_row *end = clair_referential + clair_referential_count;

	for (row = row == NULL ? clair_referential : row + 1; row < end; row++)
		if (strcmp(row->referential, referential) == 0)
			return row;
	return NULL;
}

bool
clair_referential_is_section(const struct clair_referential_row *row)
{
	return strcmp(row->kind, "section") == 0;
}

bool
clair_referential_lists(const char *const *ids, const char *id)
{
	for (; ids != NULL && *ids != NULL; ids++)
		if (strcmp(*ids, id) == 0)
			return true;
	return false;
}

struct clair_text
clair_referential_title(const struct clair_referential_row *row)
{
	return (struct clair_text){row->fr, row->en};
}

struct clair_text
clair_referential_method(const struct clair_referential_row *row)
{
	return (struct clair_text){row->method_fr, row->method_en};
}

static bool
has_row(const char *referential, const char *kind, const char *id)
{
	for (size_t i = 0; i < clair_referential_count; i++) {
		const struct clair_referential_row *row = &clair_referential[i];

		if (strcmp(row->referential, referential) == 0 && strcmp(row->kind, kind) == 0 &&
		    strcmp(row->id, id) == 0)
			return true;
	}
	return false;
}

bool
clair_is_rgaa_test(const char *id)
{
	return has_row("rgaa-" CLAIR_RGAA_VERSION, "test", id);
}

bool
clair_is_wcag_criterion(const char *id)
{
	return has_row("wcag-" CLAIR_WCAG_VERSION, "criterion", id);
}
