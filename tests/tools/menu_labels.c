/*
 * The main menus found against those counted by eye. Linked style sheets are not read.
 *
 * usage: menu_labels FOLDER LIST.tsv…
 *
 * A line of a list is the path of a page in the folder, the entries of the first level of its main menu
 * (0: it has none), and a note, with tabs. Lines that start with # are left out.
 */
#include "clairlint/rule.h"
#include "facts/ctx.h"
#include "tests/support/read.h"
#include "tests/support/sheets.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct share {
	unsigned pages, right;
};

enum { PATH_ROOM = 4096, LINE_ROOM = 1024 };

static bool
read_page(struct clair_page *page, const char *path)
{
	static const struct clair_parse_limits limits = {.memory = 512u << 20, .milliseconds = 3000};
	struct clair_document document = {
	    .url = path, .file = path, .media_type = "text/html", .click_depth = -1};
	char *text = support_read(path, &document.length);
	const char *why;
	bool parsed;

	document.bytes = text;
	parsed = text != NULL && clair_page_parse(page, &document, &limits, &why) == CLAIR_OK;
	free(text);
	return parsed;
}

static const struct clair_menu *
main_menu(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_menu_count(ctx); i++)
		if (clair_menu(ctx, i)->is_main)
			return clair_menu(ctx, i);
	return NULL;
}

static bool
count_entries(const char *path, const struct clair_dict *dict, unsigned *entries)
{
	static struct clair_page page;
	struct clair_ctx ctx = {.page = &page, .dict = dict};
	const struct clair_menu *menu;

	memset(&page, 0, sizeof(page));
	if (!read_page(&page, path) || !clair_facts_new(&ctx))
		return false;
	ctx.sheets = support_sheets(&page, NULL, &page.mem);
	menu = main_menu(&ctx);
	*entries = menu == NULL ? 0 : menu->entries;
	support_sheets_free(ctx.sheets);
	clair_page_free(&page);
	return true;
}

static void
read_line(struct share *share, char *line, const char *folder, const struct clair_dict *dict)
{
	char path[PATH_ROOM];
	char *tab = strchr(line, '\t');
	unsigned wanted;
	unsigned got;

	if (line[0] == '#' || tab == NULL)
		return;
	*tab = '\0';
	wanted = (unsigned)strtoul(tab + 1, NULL, 10);
	share->pages++;
	if ((size_t)snprintf(path, sizeof(path), "%s/%s", folder, line) >= sizeof(path) ||
	    !count_entries(path, dict, &got))
		printf("%s: cannot be read\n", line);
	else if (got != wanted)
		printf("%s: %u, not %u\n", line, got, wanted);
	else
		share->right++;
}

static bool
read_list(const char *list, const char *folder, const struct clair_dict *dict)
{
	struct share share = {0};
	char line[LINE_ROOM];
	FILE *file = fopen(list, "r");

	if (file == NULL)
		return false;
	while (fgets(line, sizeof(line), file) != NULL)
		read_line(&share, line, folder, dict);
	fclose(file);
	printf("%s: %u pages, %u right: %.1f %%\n", list, share.pages, share.right,
	    share.pages == 0 ? 0.0 : 100.0 * share.right / share.pages);
	return true;
}

int
main(int argc, char **argv)
{
	struct clair_arena arena;
	struct clair_dict *dict;
	const char *error = "";
	bool read = argc > 2;

	clair_arena_init(&arena, 0);
	if (clair_dict_new(&dict, "dictionaries", NULL, &arena, &error) != CLAIR_OK) {
		fprintf(stderr, "menu_labels: %s\n", error);
		return 1;
	}
	for (int i = 2; i < argc; i++)
		read = read_list(argv[i], argv[1], dict) && read;
	clair_dict_free(dict);
	clair_arena_free(&arena);
	return read ? 0 : 2;
}
