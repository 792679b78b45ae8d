/* See rule_cases.h. */
#include "tests/support/rule_cases.h"

#include "net/url.h"
#include "tests/support/read.h"

#include <ctype.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CASES_OF_A_FILE = 200 };

/* All that is read; rule_cases_free gives it back. */
static struct clair_arena memory;

static char *
slurp(const char *path)
{
	size_t length;
	char *text = support_read(path, &length);
	char *copy;

	if (text == NULL)
		return NULL;
	copy = clair_strdup(&memory, text);
	free(text);
	return copy;
}

/* Cuts the next word from `*rest`; a part between quotes keeps its spaces. NULL at the end. */
static char *
next_word(char **rest)
{
	char *word = *rest + strspn(*rest, " \t\r\n");
	char *end = word;
	bool quoted = false;

	if (*word == '\0')
		return NULL;
	while (*end != '\0' && (quoted || strchr(" \t\r\n", *end) == NULL)) {
		if (*end == '"')
			quoted = !quoted;
		end++;
	}
	*rest = *end == '\0' ? end : end + 1;
	*end = '\0';
	return word;
}

static bool
outcome_of(const char *word, enum clair_outcome *outcome)
{
	static const struct {
		const char *word;
		enum clair_outcome outcome;
	} words[] = {{"pass", CLAIR_PASS}, {"fail", CLAIR_FAIL}, {"review", CLAIR_REVIEW},
	    {"na", CLAIR_INAPPLICABLE}, {"untested", CLAIR_UNTESTED}};

	for (size_t i = 0; i < CLAIR_LEN(words); i++) {
		if (strcmp(words[i].word, word) == 0) {
			*outcome = words[i].outcome;
			return true;
		}
	}
	return false;
}

static bool
read_line(struct rule_case *one, struct case_page *page, char *line)
{
	char *word = next_word(&line);

	if (word == NULL)
		return true;
	if (strcmp(word, "@expect") == 0 && one->expectation_count < CASE_EXPECTATIONS) {
		struct case_expectation *expected = &one->expectations[one->expectation_count++];

		expected->place = next_word(&line);
		expected->key = next_word(&line);
		expected->arguments = line;
		return expected->key != NULL;
	}
	if (strcmp(word, "@url") == 0) {
		page->url = next_word(&line);
		return page->url != NULL;
	}
	if (strcmp(word, "@home") == 0) {
		page->depth = 0;
		return true;
	}
	if (strcmp(word, "@depth") == 0) {
		word = next_word(&line);
		page->depth = word == NULL ? -1 : (int)strtol(word, NULL, 10);
		return word != NULL;
	}
	return false;
}

/* The text of the comment, after "@case". */
static bool
read_header(struct rule_case *one, struct case_page *page, char *header)
{
	char *line = strsep(&header, "\n");
	char *title = strchr(line, ':');
	char *kind;

	if (title == NULL)
		return false;
	*title++ = '\0';
	title += strspn(title, " \t");
	for (char *end = title + strlen(title); end > title && isspace((unsigned char)end[-1]);)
		*--end = '\0';
	kind = next_word(&line);
	if (kind == NULL || !outcome_of(kind, &one->outcome) || title[0] == '\0')
		return false;
	one->name = clair_asprintf(&memory, "%s: %s: %s", one->rule, kind, title);
	while ((line = strsep(&header, "\n")) != NULL) {
		if (!read_line(one, page, line))
			return false;
	}
	return true;
}

static void
fill_page(struct case_page *page, const char *html, size_t length)
{
	static const char before[] = "<!DOCTYPE html><html lang=\"fr\"><head>"
				     "<title>Cas de test</title></head><body>\n";
	const char *start = html + strspn(html, " \t\r\n");

	if (strncasecmp(start, "<!doctype", 9) == 0 || strncasecmp(start, "<html", 5) == 0) {
		page->html = clair_strndup(&memory, html, length);
		return;
	}
	page->lines_before = 1;
	page->html =
	    clair_asprintf(&memory, "%s%.*s</body></html>\n", before, (int)length, html);
}

/* After the address of a page: depth=N status=N, each where it matters. */
static bool
read_page_words(struct case_page *page, char *words)
{
	char *word;

	page->depth = -1;
	page->status = 200;
	while ((word = next_word(&words)) != NULL) {
		if (sscanf(word, "depth=%d", &page->depth) != 1 &&
		    sscanf(word, "status=%d", &page->status) != 1)
			return false;
	}
	return true;
}

/* <!-- @page ADDRESS depth=N --> before each page of a site. */
static bool
read_site_pages(struct rule_case *one, char *body)
{
	char *mark = strstr(body, "<!-- @page ");

	one->is_site = true;
	while (mark != NULL) {
		struct case_page *page = &one->pages[one->page_count];
		char *end = strstr(mark, "-->");
		char *words = mark + strlen("<!-- @page ");
		char *next;

		if (end == NULL || one->page_count == CASE_PAGES)
			return false;
		*end = '\0';
		end += 3;
		end += *end == '\n';
		page->url = next_word(&words);
		if (!read_page_words(page, words))
			return false;
		next = strstr(end, "<!-- @page ");
		fill_page(page, end, next == NULL ? strlen(end) : (size_t)(next - end));
		one->page_count++;
		mark = next;
	}
	return true;
}

static bool
read_case(struct rule_case *one, char *comment, char *body)
{
	struct case_page *page = &one->pages[0];

	*page = (struct case_page){.url = clair_strdup(&memory, "https://www.exemple.fr/page"), .depth = 1, .status = 200};
	if (!read_header(one, page, comment))
		return false;
	if (strstr(body, "<!-- @page ") != NULL)
		return read_site_pages(one, body);
	fill_page(page, body, strlen(body));
	one->page_count = 1;
	return true;
}

struct rule_case *
rule_cases_read(const char *path, size_t *count)
{
	char *text = slurp(path);
	char *mark = text == NULL ? NULL : strstr(text, "@rule ");
	struct rule_case *cases = clair_alloc_array(&memory, CASES_OF_A_FILE, sizeof(*cases));
	char *rule;

	*count = 0;
	if (mark == NULL || cases == NULL) {
		fprintf(stderr, "%s: no @rule line\n", path);
		return NULL;
	}
	mark += strlen("@rule ");
	rule = clair_strndup(&memory, mark, strcspn(mark, " \t\n"));
	mark = strstr(mark, "<!-- @case ");
	while (mark != NULL && *count < CASES_OF_A_FILE) {
		char *comment = mark + strlen("<!-- @case ");
		char *body = strstr(comment, "-->");
		char *next;

		if (body == NULL)
			break;
		*body = '\0';
		body += 3;
		body += *body == '\n';
		next = strstr(body, "<!-- @case ");
		if (next != NULL)
			*next = '\0';
		cases[*count].file = clair_strdup(&memory, path);
		cases[*count].rule = rule;
		if (!read_case(&cases[*count], comment, clair_strdup(&memory, body))) {
			fprintf(stderr, "%s: case %zu is malformed\n", path, *count + 1);
			return NULL;
		}
		(*count)++;
		if (next != NULL)
			*next = '<';
		mark = next;
	}
	return cases;
}

struct clair_run *
rule_case_run(const struct clair_linter *linter, const struct rule_case *one)
{
	struct clair_crawl_facts crawl = {.start = one->pages[0].url, .is_site = one->is_site};
	struct clair_run *run;

	if (clair_run_new(&run, linter) != CLAIR_OK)
		abort();
	for (size_t i = 0; i < one->page_count; i++) {
		const struct case_page *page = &one->pages[i];
		struct clair_document document = {
		    .url = page->url,
		    .media_type = "text/html",
		    .http_charset = "utf-8",
		    .http_status = page->status,
		    .click_depth = page->depth,
		    .bytes = page->html,
		    .length = strlen(page->html),
		    .own = true,
		};
		struct clair_result *result;

		if (clair_lint(&result, linter, &document) != CLAIR_OK ||
		    clair_run_add(run, result) != CLAIR_OK)
			abort();
	}
	crawl.known = crawl.requested = crawl.fetched = (uint32_t)one->page_count;
	if (clair_run_finish(run, &crawl) != CLAIR_OK)
		abort();
	return run;
}

static const char *
place_of(const struct rule_case *one, const struct clair_finding *finding, char *out, size_t room)
{
	if (!one->is_site)
		snprintf(out, room, "%u:%u", finding->line - one->pages[0].lines_before,
		    finding->column);
	else
		snprintf(out, room, "%s",
		    finding->page == NULL ? "-" : clair_summary_url(finding->page));
	return out;
}

static const struct clair_argument *
argument_named(const struct clair_finding *finding, const char *name, size_t length)
{
	for (size_t i = 0; i < finding->argument_count; i++) {
		if (strlen(finding->arguments[i].name) == length &&
		    strncmp(finding->arguments[i].name, name, length) == 0)
			return &finding->arguments[i];
	}
	return NULL;
}

static bool
arguments_hold(const struct clair_finding *finding, const char *said)
{
	char *copy = strdup(said != NULL ? said : "");
	char *rest = copy;
	char *word;
	bool hold = true;

	while (hold && (word = next_word(&rest)) != NULL) {
		char *value = strchr(word, '=');
		const struct clair_argument *argument;
		size_t length;

		if (value == NULL) {
			hold = false;
			break;
		}
		argument = argument_named(finding, word, (size_t)(value - word));
		value++;
		length = strlen(value);
		if (length >= 2 && value[0] == '"' && value[length - 1] == '"') {
			value[length - 1] = '\0';
			value++;
		}
		hold = argument != NULL && strcmp(argument->value, value) == 0;
	}
	free(copy);
	return hold;
}

static void
print_finding(const struct rule_case *one, const struct clair_finding *finding)
{
	char place[512];

	fprintf(stderr, "     @expect %s %s", place_of(one, finding, place, sizeof(place)),
	    finding->rule->messages[finding->message].key);
	for (size_t i = 0; i < finding->argument_count; i++)
		fprintf(stderr, " %s=\"%s\"", finding->arguments[i].name,
		    finding->arguments[i].value);
	fputc('\n', stderr);
}

bool
rule_case_holds(const struct rule_case *one, const struct clair_run *run)
{
	size_t rule = clair_rule_index(clair_rule_find(one->rule));
	const struct clair_result *page = run->pages[0];
	const struct clair_tally none = {.outcome = CLAIR_INAPPLICABLE};
	const struct clair_tally *tally = one->is_site
	    ? (run->site_tallies == NULL ? &none : &run->site_tallies[rule])
	    : &page->tallies[rule];
	const struct clair_finding *first = one->is_site ? run->site_findings : page->first;
	bool holds = tally->outcome == one->outcome;
	char place[512];
	size_t n = 0;

	for (const struct clair_finding *f = first; f != NULL; f = f->next) {
		const struct case_expectation *expected = &one->expectations[n];

		if (strcmp(f->rule->id, one->rule) != 0)
			continue;
		if (n++ >= one->expectation_count ||
		    strcmp(expected->place, place_of(one, f, place, sizeof(place))) != 0 ||
		    strcmp(expected->key, f->rule->messages[f->message].key) != 0 ||
		    !arguments_hold(f, expected->arguments))
			holds = false;
	}
	holds = holds && n == one->expectation_count;
	if (holds)
		return true;
	fprintf(stderr, "%s: %s\n  got %s%s%s\n", one->file, one->name,
	    clair_outcome_name(tally->outcome),
	    page->not_tested_reason != NULL ? ", not tested: " : "",
	    page->not_tested_reason != NULL ? page->not_tested_reason : "");
	for (const struct clair_finding *f = first; f != NULL; f = f->next) {
		if (strcmp(f->rule->id, one->rule) == 0)
			print_finding(one, f);
	}
	return false;
}

static char **files;
static size_t file_count;

static int
keep_file(const char *path, const struct stat *status, int type, struct FTW *place)
{
	(void)status;
	(void)place;
	if (type == FTW_F && strlen(path) > 5 && strcmp(path + strlen(path) - 5, ".html") == 0) {
		files = realloc(files, (file_count + 2) * sizeof(*files));
		files[file_count++] = clair_strdup(&memory, path);
		files[file_count] = NULL;
	}
	return 0;
}

static int
by_name(const void *left, const void *right)
{
	return strcmp(*(char *const *)left, *(char *const *)right);
}

char **
rule_case_files(void)
{
	free(files);
	file_count = 0;
	files = calloc(1, sizeof(*files));
	if (nftw("tests/rules", keep_file, 16, FTW_PHYS) != 0 || files == NULL)
		abort();
	qsort(files, file_count, sizeof(*files), by_name);
	return files;
}

void
rule_cases_free(void)
{
	free(files);
	files = NULL;
	clair_arena_free(&memory);
}

/* The rules that wait to be named, then what the test asks for. */
static void
name_all_rules(struct clair_options *all)
{
	struct clair_rule_option *rules =
	    calloc(clair_rule_count() + all->rule_count, sizeof(*rules));
	size_t count = 0;

	if (rules == NULL)
		abort();
	for (size_t i = 0; i < clair_rule_count(); i++) {
		if (clair_rule_at(i)->off)
			rules[count++] = (struct clair_rule_option){
			    .rule = clair_rule_at(i)->id, .enabled = true, .severity = -1};
	}
	for (size_t i = 0; i < all->rule_count; i++)
		rules[count++] = all->rules[i];
	all->rules = rules;
	all->rule_count = count;
}

/* "?ko=900" weighs 900,000 bytes; of others nobody knows. */
static int64_t
weigh(void *payload, const char *url)
{
	const char *said = strstr(url, "?ko=");

	(void)payload;
	return said == NULL ? -1 : strtoll(said + strlen("?ko="), NULL, 10) * 1000;
}

struct clair_linter *
support_linter(const struct clair_options *options)
{
	struct clair_options all = options != NULL ? *options : (struct clair_options){0};
	struct clair_linter *linter;

	name_all_rules(&all);
	all.dictionaries = "dictionaries";
	all.audit = true;
	if (all.today == NULL)
		all.today = "2026-06-01";
	all.resolve = clair_url_resolve;
	all.site_of = clair_url_site;
	all.weigh = weigh;
	if (clair_linter_new(&linter, &all) != CLAIR_OK) {
		fprintf(stderr, "%s\n", clair_linter_error(linter));
		abort();
	}
	free((void *)all.rules);
	return linter;
}
