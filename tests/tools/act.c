/*
 * Holds the rules against a folder of W3C ACT test cases: act FOLDER.
 *
 * A case is judged on the rules that name its rule_id in .act: right when a failure is reported on an
 * expected failure, and none on a passed or inapplicable case. A review is not a failure. Cases that the
 * tree and its style sheets decide are counted apart from the others, of which a program may prove a few.
 * Each rule that names an ACT rule must also carry the success criteria that a failure of it breaks.
 */
#include "clairlint/rule.h"
#include "engine/run.h"
#include "net/url.h"
#include "tests/support/read.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CLASS_DOM, CLASS_CSS, CLASS_BEYOND, CLASS_COUNT };
static const char *const class_names[CLASS_COUNT] = {"dom", "dom+css", "beyond"};

/* Where the cases would stand on the web: as deep as they stand in the folder. */
static const char site[] = "https://act-rules.example/";

struct tally {
	unsigned cases, right, found, missed, false_alarms;
};

struct row {
	const char *id, *name;
	bool implemented;
	struct tally tallies[CLASS_COUNT];
};

struct bench {
	const struct clair_linter *linter;
	const char *folder;
	bool verbose;
	struct row rows[256];
	size_t row_count;
	struct tally sums[CLASS_COUNT];
	unsigned uncovered[CLASS_COUNT];
	unsigned missing_criteria; /* that rules should carry */
};

/* The style sheets that a case asks for stand in the folder too. */
static void
load(void *payload, const char *url, struct clair_resource *resource)
{
	const char *folder = payload;
	char path[4096];

	resource->failure = "http-status";
	if (strncmp(url, site, strlen(site)) != 0 || strstr(url, "..") != NULL)
		return;
	snprintf(path, sizeof(path), "%s/%s", folder, url + strlen(site));
	resource->bytes = support_read(path, &resource->length);
	if (resource->bytes != NULL)
		resource->failure = NULL;
}

static bool
implements(const struct clair_rule *rule, const char *act)
{
	for (const char *const *id = rule->act; id != NULL && *id != NULL; id++) {
		if (strcmp(*id, act) == 0)
			return true;
	}
	return false;
}

static bool
is_implemented(const char *act)
{
	for (size_t i = 0; i < clair_rule_count(); i++) {
		if (implements(clair_rule_at(i), act))
			return true;
	}
	return false;
}

static const char *
media_type(const char *language)
{
	if (strcmp(language, "svg") == 0)
		return "image/svg+xml";
	return strcmp(language, "xml") == 0 ? "application/xml" : "text/html";
}

/* Number of failures that the rules of this ACT rule report on the file; -1 when it cannot be read. */
static int
failures(const struct bench *bench, const char *file, const char *language, const char *act)
{
	struct clair_document document = {.media_type = media_type(language), .http_charset = "utf-8",
	    .http_status = 200, .click_depth = -1};
	struct clair_result *result;
	char path[4096];
	char url[4096];
	char *bytes;
	int count = 0;

	snprintf(path, sizeof(path), "%s/%s", bench->folder, file);
	snprintf(url, sizeof(url), "%s%s", site, file);
	bytes = support_read(path, &document.length);
	if (bytes == NULL)
		return -1;
	document.bytes = bytes;
	document.url = url;
	if (clair_lint(&result, bench->linter, &document) != CLAIR_OK) {
		free(bytes);
		return -1;
	}
	for (const struct clair_finding *f = result->first; f != NULL; f = f->next)
		count += f->outcome == CLAIR_FAIL && implements(f->rule, act);
	clair_result_free(result);
	free(bytes);
	return count;
}

static struct row *
row_of(struct bench *bench, const char *id, const char *name)
{
	for (size_t i = 0; i < bench->row_count; i++) {
		if (strcmp(bench->rows[i].id, id) == 0)
			return &bench->rows[i];
	}
	if (bench->row_count == CLAIR_LEN(bench->rows))
		return NULL;
	bench->rows[bench->row_count] = (struct row){id, name, is_implemented(id), {{0}}};
	return &bench->rows[bench->row_count++];
}

/* Nothing can be right of a rule that is not written. */
static void
count_case(struct tally *tally, bool implemented, bool expected, bool got)
{
	tally->cases++;
	if (!implemented)
		return;
	tally->right += expected == got;
	tally->found += expected && got;
	tally->missed += expected && !got;
	tally->false_alarms += got && !expected;
}

static bool
carries(const struct clair_rule *rule, const char *criterion)
{
	for (const char *const *id = rule->wcag; id != NULL && *id != NULL; id++) {
		if (strcmp(*id, criterion) == 0)
			return true;
	}
	return false;
}

/* Number of success criteria of the case's rule that a rule implementing it does not carry. */
static unsigned
missing_criteria(json_t *one)
{
	const char *act = json_string_value(json_object_get(one, "rule_id"));
	unsigned missing = 0;
	json_t *criterion;
	size_t at;

	for (size_t i = 0; i < clair_rule_count(); i++) {
		const struct clair_rule *rule = clair_rule_at(i);

		if (!implements(rule, act))
			continue;
		json_array_foreach(json_object_get(one, "wcag_requirements"), at, criterion) {
			if (carries(rule, json_string_value(criterion)))
				continue;
			fprintf(stderr, "%s names ACT %s but not its criterion %s\n", rule->id, act,
			    json_string_value(criterion));
			missing++;
		}
	}
	return missing;
}

static bool
run_case(struct bench *bench, json_t *one)
{
	const char *decidable = json_string_value(json_object_get(one, "decidable"));
	const char *id = json_string_value(json_object_get(one, "rule_id"));
	const char *name = json_string_value(json_object_get(one, "rule_name"));
	const char *file = json_string_value(json_object_get(one, "file"));
	const char *language = json_string_value(json_object_get(one, "language"));
	const char *wanted = json_string_value(json_object_get(one, "expected"));
	struct row *row;
	bool expected;
	int class;
	int got;

	if (decidable == NULL || id == NULL || name == NULL || file == NULL || language == NULL ||
	    wanted == NULL)
		return false;
	if (json_is_true(json_object_get(one, "deprecated")))
		return true;
	for (class = 0; class < CLASS_BEYOND; class++) {
		if (strcmp(decidable, class_names[class]) == 0)
			break;
	}
	row = row_of(bench, id, name);
	if (row == NULL)
		return false;
	if (row->tallies[CLASS_DOM].cases + row->tallies[CLASS_CSS].cases + row->tallies[CLASS_BEYOND].cases == 0)
		bench->missing_criteria += missing_criteria(one);
	expected = strcmp(wanted, "failed") == 0;
	got = failures(bench, file, language, id);
	if (got < 0) {
		fprintf(stderr, "%s: cannot be read\n", file);
		return false;
	}
	count_case(&row->tallies[class], row->implemented, expected, got > 0);
	count_case(&bench->sums[class], row->implemented, expected, got > 0);
	bench->uncovered[class] += !row->implemented;
	if (bench->verbose && row->implemented && expected != (got > 0))
		printf("%s %s %s\n", expected ? "missed     " : "false alarm", class_names[class], file);
	return true;
}

static int
by_id(const void *left, const void *right)
{
	return strcmp(((const struct row *)left)->id, ((const struct row *)right)->id);
}

static void
print(struct bench *bench)
{
	qsort(bench->rows, bench->row_count, sizeof(bench->rows[0]), by_id);
	printf("%-8s %-8s %6s %6s %7s %6s  %s\n", "rule", "class", "cases", "right", "missed", "false",
	    "name");
	for (size_t i = 0; i < bench->row_count; i++) {
		for (int class = 0; class < CLASS_COUNT; class++) {
			const struct tally *t = &bench->rows[i].tallies[class];

			if (t->cases > 0)
				printf("%-8s %-8s %6u %6u %7u %6u  %s%s\n", bench->rows[i].id,
				    class_names[class], t->cases, t->right, t->missed, t->false_alarms,
				    bench->rows[i].name,
				    bench->rows[i].implemented ? "" : " (no rule yet)");
		}
	}
	for (int class = CLASS_COUNT - 1; class >= 0; class--) {
		const struct tally *t = &bench->sums[class];

		printf("%s cases %u right of %u, %u failures found, %u missed, %u false alarms (%u of rules not "
		       "written)\n",
		    class_names[class], t->right, t->cases, t->found, t->missed, t->false_alarms,
		    bench->uncovered[class]);
	}
	printf("beyond: %u expected failures found\n", bench->sums[CLASS_BEYOND].found);
}

int
main(int argc, char **argv)
{
	static struct bench bench;
	struct clair_options options = {.dictionaries = "dictionaries", .resolve = clair_url_resolve,
	    .load = load, .load_payload = argc < 2 ? NULL : argv[1]};
	struct clair_linter *linter;
	char path[4096];
	json_error_t error;
	json_t *cases;
	json_t *one;
	size_t i;

	if (argc < 2) {
		fprintf(stderr, "usage: act FOLDER [-v]\n");
		return 2;
	}
	bench.folder = argv[1];
	bench.verbose = argc > 2 && strcmp(argv[2], "-v") == 0;
	snprintf(path, sizeof(path), "%s/cases.json", argv[1]);
	cases = json_load_file(path, 0, &error);
	if (cases == NULL) {
		printf("%s: no ACT test cases there (%s)\n", path, error.text);
		return 0;
	}
	if (clair_linter_new(&linter, &options) != CLAIR_OK) {
		fprintf(stderr, "%s\n", linter == NULL ? "no memory" : clair_linter_error(linter));
		return 1;
	}
	bench.linter = linter;
	json_array_foreach(json_object_get(cases, "cases"), i, one) {
		if (!run_case(&bench, one)) {
			fprintf(stderr, "case %zu is malformed\n", i);
			return 1;
		}
	}
	print(&bench);
	clair_linter_free(linter);
	json_decref(cases);
	return bench.missing_criteria == 0 ? 0 : 1;
}
