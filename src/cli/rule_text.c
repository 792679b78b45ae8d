/* Words about rules. */
#include "cli/rule_text.h"

#include "cli/fixtures.h"

#include <string.h>

const char *
cli_severity_text(enum clair_severity severity, enum clair_lang lang)
{
	static const char *const texts[CLAIR_SEVERITY_COUNT][CLAIR_LANG_COUNT] = {
	    [CLAIR_SEVERITY_REVIEW] = {"à vérifier", "to be checked"},
	    [CLAIR_MINOR] = {"mineur", "minor"},
	    [CLAIR_MAJOR] = {"majeur", "major"},
	    [CLAIR_BLOCKING] = {"bloquant", "blocking"},
	};

	return texts[severity][lang];
}

void
cli_print_ids(FILE *out, const char *label, const char *const *ids)
{
	if (ids == NULL || ids[0] == NULL)
		return;
	fprintf(out, "  %s", label);
	for (size_t i = 0; ids[i] != NULL; i++)
		fprintf(out, "%s%s", i == 0 ? " " : ", ", ids[i]);
}

size_t
cli_example_length(const char *html)
{
	enum { EXAMPLE_BYTES = 1000 };
	const size_t length = strlen(html);

	return length <= EXAMPLE_BYTES ? length : EXAMPLE_BYTES + strcspn(html + EXAMPLE_BYTES, " ");
}

const struct cli_fixture *
cli_fixture_find(const char *rule)
{
	for (const struct cli_fixture *fixture = cli_fixtures; fixture->rule != NULL; fixture++) {
		if (strcmp(fixture->rule, rule) == 0)
			return fixture;
	}
	return NULL;
}
