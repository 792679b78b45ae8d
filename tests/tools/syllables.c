/*
 * The share of words whose syllables are counted as in a list: one word and its count a line, with a tab.
 * Lines that start with # and the one that heads the columns are left out.
 *
 * usage: syllables LIST.tsv
 */
#include "dict/dict.h"
#include "facts/syllable.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct share {
	unsigned words, right;
};

static void
read_line(struct share *share, char *line, struct clair_arena *arena)
{
	char *tab = strchr(line, '\t');
	const char *lower;
	unsigned long wanted;
	uint32_t got;

	if (line[0] == '#' || tab == NULL || tab[1] < '0' || tab[1] > '9')
		return;
	wanted = strtoul(tab + 1, NULL, 10);
	lower = clair_fold(arena, line, (size_t)(tab - line));
	got = clair_syllables(lower, strlen(lower));
	share->words++;
	share->right += got == wanted;
	if (got != wanted)
		printf("%s: %u, not %lu\n", lower, got, wanted);
}

int
main(int argc, char **argv)
{
	struct share share = {0};
	struct clair_arena arena;
	char line[512];
	FILE *file = argc == 2 ? fopen(argv[1], "r") : NULL;

	if (file == NULL) {
		fprintf(stderr, "usage: syllables LIST.tsv\n");
		return 2;
	}
	clair_arena_init(&arena, 0);
	while (fgets(line, sizeof(line), file) != NULL)
		read_line(&share, line, &arena);
	fclose(file);
	clair_arena_free(&arena);
	printf("%u words, %u right: %.1f %%\n", share.words, share.right,
	    share.words == 0 ? 0.0 : 100.0 * share.right / share.words);
	return 0;
}
