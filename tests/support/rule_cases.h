/*
 * Fixtures of rules: one HTML file a rule, cut into cases by comments.
 *
 *     <!-- @rule images/alt-missing -->
 *
 *     <!-- @case fail : pas d’attribut alt
 *          @expect 2:4 no-alt src=carte.png -->
 *     <p>Venir à la mairie :
 *        <img src="carte.png"></p>
 *
 * Kinds: pass, fail, review, na, untested. A case that starts with <!DOCTYPE or <html is a whole page;
 * any other is put in the body of a French page. Lines count from the line after the comment.
 * An address that ends with ?ko=N weighs N kilobytes. Other words of the header: @url ADDRESS, @home (click depth 0), @depth N. A value with spaces
 * is written "between quotes". For a site rule the case is cut by <!-- @page ADDRESS depth=N -->, and
 * an expectation has an address (or - for the site as a whole) instead of a place.
 */
#ifndef SUPPORT_RULE_CASES_H
#define SUPPORT_RULE_CASES_H

#include "engine/run.h"

enum { CASE_EXPECTATIONS = 32, CASE_PAGES = 16 };

struct case_expectation {
	char *place; /* "2:4", an address, or "-" */
	char *key;
	char *arguments; /* what follows the key, as written */
};

struct case_page {
	char *url;
	int depth;
	int status; /* HTTP */
	char *html;
	uint32_t lines_before; /* lines that the test put before the case */
};

struct rule_case {
	char *file;
	char *name; /* "images/alt-missing: fail: pas d’attribut alt" */
	char *rule;
	enum clair_outcome outcome;
	struct case_expectation expectations[CASE_EXPECTATIONS];
	size_t expectation_count;
	struct case_page pages[CASE_PAGES];
	size_t page_count;
	bool is_site;
};

/* All the cases of a file; `*count` is their number. NULL, with a line on stderr, when the file is
 * malformed. Lives until rule_cases_free, like the paths. */
struct rule_case *rule_cases_read(const char *path, size_t *count);
void rule_cases_free(void);

/* Judges the pages of a case with a linter. The caller frees the run. */
struct clair_run *rule_case_run(const struct clair_linter *linter, const struct rule_case *one);

/* Holds a run against the case; false, with what was got in the syntax of @expect on stderr. */
bool rule_case_holds(const struct rule_case *one, const struct clair_run *run);

/* Paths of the fixtures, sorted; ended by NULL. */
char **rule_case_files(void);

/* A linter with all rules and the dictionaries of the source tree. Stops the test on failure. */
struct clair_linter *support_linter(const struct clair_options *options);

#endif
