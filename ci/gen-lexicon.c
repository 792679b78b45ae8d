/*
 * Writes the words of Hunspell's French dictionary as a sorted table of 32-bit hashes, in C, so that a
 * run knows them without loading Hunspell. Every form of every stem is made from the suffix rules.
 * Prefixes of fr.aff are elided articles (l', d', qu'): words are already cut there.
 *
 * usage: gen-lexicon FR.AFF FR.DIC > lexicon.c
 */
#include "dict/lexicon.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>

enum { FLAG_BYTES = 2, WORD_BYTES = 200 };

/* SFX flag strip add condition */
struct suffix {
	char flag[FLAG_BYTES];
	char *strip, *add, *condition;
};

static struct suffix *suffixes;
static size_t suffix_count;
static uint32_t *hashes;
static size_t hash_count, hash_room;

static void
die(const char *what)
{
	fprintf(stderr, "gen-lexicon: %s\n", what);
	exit(1);
}

static void
add_word(const char *word)
{
	uint8_t lower[WORD_BYTES * 2];
	size_t length = sizeof(lower);

	if (hash_count == hash_room) {
		hash_room = hash_room == 0 ? 1 << 20 : hash_room * 2;
		hashes = realloc(hashes, hash_room * sizeof(*hashes));
		if (hashes == NULL)
			die("no memory");
	}
	if (u8_tolower((const uint8_t *)word, strlen(word), NULL, NULL, lower, &length) == NULL)
		die("a word is too long");
	hashes[hash_count++] = clair_lexicon_hash((const char *)lower, length);
}

/* One step back from `end` in UTF-8. */
static const char *
step_back(const char *start, const char *end)
{
	do
		end--;
	while (end > start && ((unsigned char)*end & 0xC0) == 0x80);
	return end;
}

/* Whether the character at `at` is in the class that starts after '['; moves past ']'. */
static bool
in_class(const char **pattern, const char *at, size_t length)
{
	const char *p = *pattern;
	bool negated = *p == '^';
	bool met = false;

	for (p += negated; *p != ']' && *p != '\0';) {
		size_t n = 1;

		while (((unsigned char)p[n] & 0xC0) == 0x80)
			n++;
		met = met || (n == length && memcmp(p, at, n) == 0);
		p += n;
	}
	*pattern = *p == ']' ? p + 1 : p;
	return met != negated;
}

/* Conditions are short: characters, classes and points, held against the end of the stem. */
static bool
meets(const char *stem, const char *condition)
{
	size_t characters = 0;
	const char *at = stem + strlen(stem);

	for (const char *p = condition; *p != '\0'; characters++) {
		if (*p == '[')
			p += strcspn(p, "]");
		p++;
		while (((unsigned char)*p & 0xC0) == 0x80)
			p++;
	}
	if (strcmp(condition, ".") == 0)
		return true;
	for (; characters > 0; characters--) {
		if (at == stem)
			return false;
		at = step_back(stem, at);
	}
	for (const char *p = condition; *p != '\0';) {
		size_t length = 1;

		while (((unsigned char)at[length] & 0xC0) == 0x80)
			length++;
		if (*p == '[') {
			p++;
			if (!in_class(&p, at, length))
				return false;
		} else if (*p == '.') {
			p++;
		} else {
			if (strncmp(p, at, length) != 0)
				return false;
			p += length;
		}
		at += length;
	}
	return true;
}

static void
apply(const char *stem, const struct suffix *suffix)
{
	char form[WORD_BYTES];
	size_t keep = strlen(stem) - strlen(suffix->strip);

	if (strlen(suffix->strip) > strlen(stem) ||
	    strcmp(stem + keep, suffix->strip) != 0 || !meets(stem, suffix->condition))
		return;
	if (keep + strlen(suffix->add) >= sizeof(form))
		die("a form is too long");
	memcpy(form, stem, keep);
	memcpy(form + keep, suffix->add, strlen(suffix->add) + 1);
	add_word(form);
}

static void
read_affixes(const char *path)
{
	FILE *file = fopen(path, "r");
	char *line = NULL;
	size_t room = 0;

	if (file == NULL)
		die("fr.aff is missing: apt-get install hunspell-fr-classical");
	while (getline(&line, &room, file) > 0) {
		char *rest = line;
		char *kind = strsep(&rest, " \t\r\n");
		char *flag = strsep(&rest, " \t\r\n");
		char *strip = strsep(&rest, " \t\r\n");
		char *add = strsep(&rest, " \t\r\n");
		char *condition = strsep(&rest, " \t\r\n");
		struct suffix *suffix;

		/* The first line of a flag has a count in the place of the condition. */
		if (strcmp(kind, "SFX") != 0 || condition == NULL || condition[0] == '\0' ||
		    strlen(flag) != FLAG_BYTES)
			continue;
		suffixes = realloc(suffixes, (suffix_count + 1) * sizeof(*suffixes));
		if (suffixes == NULL)
			die("no memory");
		add[strcspn(add, "/")] = '\0';
		suffix = &suffixes[suffix_count++];
		memcpy(suffix->flag, flag, FLAG_BYTES);
		suffix->strip = strdup(strcmp(strip, "0") == 0 ? "" : strip);
		suffix->add = strdup(strcmp(add, "0") == 0 ? "" : add);
		suffix->condition = strdup(condition);
	}
	free(line);
	fclose(file);
}

static void
expand(const char *stem, const char *flags)
{
	bool stands_alone = true;

	for (const char *flag = flags; strlen(flag) >= FLAG_BYTES; flag += FLAG_BYTES) {
		if (strncmp(flag, "()", FLAG_BYTES) == 0)
			stands_alone = false;
		if (strncmp(flag, "{}", FLAG_BYTES) == 0)
			return;
		for (size_t i = 0; i < suffix_count; i++) {
			if (memcmp(suffixes[i].flag, flag, FLAG_BYTES) == 0)
				apply(stem, &suffixes[i]);
		}
	}
	if (stands_alone)
		add_word(stem);
}

static void
read_stems(const char *path)
{
	FILE *file = fopen(path, "r");
	char *line = NULL;
	size_t room = 0;

	if (file == NULL)
		die("fr.dic is missing: apt-get install hunspell-fr-classical");
	if (getline(&line, &room, file) < 0)
		die("fr.dic is empty");
	while (getline(&line, &room, file) > 0) {
		char *flags;

		line[strcspn(line, " \t\r\n")] = '\0';
		flags = strchr(line + (line[0] != '\0'), '/');
		if (flags != NULL)
			*flags++ = '\0';
		if (line[0] != '\0' && strlen(line) < WORD_BYTES)
			expand(line, flags != NULL ? flags : "");
	}
	free(line);
	fclose(file);
}

static int
compare(const void *left, const void *right)
{
	uint32_t a = *(const uint32_t *)left;
	uint32_t b = *(const uint32_t *)right;

	return a < b ? -1 : a > b;
}

int
main(int argc, char **argv)
{
	size_t kept = 0;

	if (argc != 3)
		die("usage: gen-lexicon FR.AFF FR.DIC");
	read_affixes(argv[1]);
	read_stems(argv[2]);
	qsort(hashes, hash_count, sizeof(*hashes), compare);
	printf("/* Generated by ci/gen-lexicon.c from Hunspell's French dictionary. */\n"
	       "#include \"dict/lexicon.h\"\n\nconst uint32_t clair_lexicon[] = {\n");
	for (size_t i = 0; i < hash_count; i++) {
		if (i != 0 && hashes[i] == hashes[i - 1])
			continue;
		printf("%uu,%c", (unsigned)hashes[i], ++kept % 8 == 0 ? '\n' : ' ');
	}
	printf("\n};\n\nconst size_t clair_lexicon_count = %zu;\n", kept);
	return 0;
}
