/*
 * The kinds of pages against those that a person gave them by reading: a table, and the share right.
 *
 * usage: page_kinds FOLDER LABELS.tsv    lines "path in FOLDER <tab> kind <tab> note"
 *
 * A page gets the address that it would have if the folder of its site were served: pages/SITE/path and
 * sites/SITE/path are https://www.exemple.fr/path.
 */
#include "facts/facts.h"
#include "tests/support/read.h"
#include "tests/support/sheets.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct table {
	unsigned counts[CLAIR_PAGE_KIND_COUNT][CLAIR_PAGE_KIND_COUNT]; /* wanted, then got */
	unsigned pages, right, missing;
};

/* What follows the folder of the site. */
static const char *
path_in_site(const char *path)
{
	const char *site = strchr(path, '/');
	const char *rest = site == NULL ? NULL : strchr(site + 1, '/');

	return rest == NULL ? path : rest;
}

static bool
read_kind(const char *name, enum clair_page_kind *kind)
{
	for (*kind = 0; *kind < CLAIR_PAGE_KIND_COUNT; (*kind)++)
		if (strcmp(clair_page_kind_name(*kind), name) == 0)
			return true;
	return false;
}

static bool
find_kind(const char *file, const char *url, const struct clair_dict *dict,
    struct clair_page_kind_found *found)
{
	static const struct clair_parse_limits limits = {.memory = 512u << 20, .milliseconds = 3000};
	struct clair_document document = {
	    .url = url, .file = file, .media_type = "text/html", .click_depth = -1};
	char *text = support_read(file, &document.length);
	struct clair_page page = {0};
	struct clair_ctx ctx = {.page = &page, .dict = dict};
	const struct clair_style_set *sheets;
	const char *why;
	bool parsed;

	document.bytes = text;
	parsed = text != NULL && clair_page_parse(&page, &document, &limits, &why) == CLAIR_OK;
	free(text);
	if (parsed && clair_facts_new(&ctx)) {
		sheets = support_sheets(&page, NULL, &page.mem);
		ctx.sheets = sheets;
		*found = clair_page_kind(&ctx);
		support_sheets_free(sheets);
	}
	clair_page_free(&page);
	return parsed;
}

static void
read_line(struct table *table, const char *folder, char *line, const struct clair_dict *dict)
{
	char *kind = strchr(line, '\t');
	char file[4096];
	char url[2048];
	enum clair_page_kind wanted;
	struct clair_page_kind_found found = {CLAIR_PAGE_OTHER, ""};

	if (line[0] == '#' || kind == NULL)
		return;
	*kind++ = '\0';
	kind[strcspn(kind, "\t\r\n")] = '\0';
	if (!read_kind(kind, &wanted))
		return;
	snprintf(file, sizeof(file), "%s/%s", folder, line);
	snprintf(url, sizeof(url), "https://www.exemple.fr%s", path_in_site(line));
	if (!find_kind(file, url, dict, &found)) {
		table->missing++;
		return;
	}
	table->pages++;
	table->right += found.kind == wanted;
	table->counts[wanted][found.kind]++;
	if (found.kind != wanted)
		printf("%s: %s (%s), not %s\n", line, clair_page_kind_name(found.kind), found.reason, kind);
}

static void
print_table(const struct table *table)
{
	printf("%-12s", "");
	for (int got = 0; got < CLAIR_PAGE_KIND_COUNT; got++)
		printf("%6.5s", clair_page_kind_name((enum clair_page_kind)got));
	for (int wanted = 0; wanted < CLAIR_PAGE_KIND_COUNT; wanted++) {
		printf("\n%-12s", clair_page_kind_name((enum clair_page_kind)wanted));
		for (int got = 0; got < CLAIR_PAGE_KIND_COUNT; got++)
			printf("%6u", table->counts[wanted][got]);
	}
	printf("\n%u pages, %u right: %.1f %%", table->pages, table->right,
	    table->pages == 0 ? 0.0 : 100.0 * table->right / table->pages);
	if (table->missing > 0)
		printf("; %u cannot be read", table->missing);
	printf("\n");
}

int
main(int argc, char **argv)
{
	struct table table = {0};
	struct clair_arena arena;
	struct clair_dict *dict;
	const char *error = "";
	char line[1024];
	FILE *file = argc == 3 ? fopen(argv[2], "r") : NULL;

	if (file == NULL) {
		fprintf(stderr, "usage: page_kinds FOLDER LABELS.tsv\n");
		return 2;
	}
	clair_arena_init(&arena, 0);
	if (clair_dict_new(&dict, "dictionaries", NULL, &arena, &error) != CLAIR_OK) {
		fprintf(stderr, "page_kinds: %s\n", error);
		return 1;
	}
	while (fgets(line, sizeof(line), file) != NULL)
		read_line(&table, argv[1], line, dict);
	fclose(file);
	print_table(&table);
	clair_dict_free(dict);
	clair_arena_free(&arena);
	return 0;
}
