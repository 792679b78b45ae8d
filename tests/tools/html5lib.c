/*
 * The share of identical trees on a folder of html5lib tree-construction tests.
 * usage: html5lib [-v] DIR
 */
#include "tests/support/read.h"
#include "tests/support/trees.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct tally {
	size_t right;
	size_t run;
	size_t fragments;
	size_t without_script;
};

static int
is_dat(const struct dirent *entry)
{
	size_t length = strlen(entry->d_name);

	return length > 4 && strcmp(entry->d_name + length - 4, ".dat") == 0;
}

static bool
run_file(const char *path, struct tally *tally, bool say)
{
	size_t length;
	char *text = support_read(path, &length);
	const char *at = text;
	struct tree_case one;

	if (text == NULL)
		return false;
	while (tree_case_next(text, &at, text + length, &one)) {
		if (one.is_fragment) {
			tally->fragments++;
			continue;
		}
		if (one.needs_no_script) {
			tally->without_script++;
			continue;
		}
		tally->run++;
		tally->right += tree_case_passes(&one, say);
	}
	free(text);
	return true;
}

int
main(int argc, char **argv)
{
	bool say = argc == 3 && strcmp(argv[1], "-v") == 0;
	struct tally tally = {.right = 0};
	struct dirent **files;
	int count;

	if (argc != 2 && !say)
		return 2;
	count = scandir(argv[argc - 1], &files, is_dat, alphasort);
	for (int i = 0; i < count; i++) {
		char path[4096];
		struct tally before = tally;

		snprintf(path, sizeof(path), "%s/%s", argv[argc - 1], files[i]->d_name);
		if (!run_file(path, &tally, say))
			perror(path);
		printf("%-40s %5zu of %5zu\n", files[i]->d_name, tally.right - before.right,
		    tally.run - before.run);
		free(files[i]);
	}
	if (count >= 0)
		free(files);
	if (tally.run == 0) {
		fprintf(stderr, "%s: no test found\n", argv[argc - 1]);
		return 1;
	}
	printf("left out: %zu fragments, %zu for browsers without scripts\n", tally.fragments,
	    tally.without_script);
	printf("identical trees: %zu of %zu, %.1f %%\n", tally.right, tally.run,
	    100.0 * (double)tally.right / (double)tally.run);
	return 0;
}
