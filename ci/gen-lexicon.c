/*
 * Writes the tables of src/dict/lexicon.h from Hunspell's French dictionary: every form of every stem, made
 * from the suffix rules, with what the fields `po:`, `is:` and `st:` say of it. Prefixes of fr.aff are
 * elided articles (l', d', qu'): words are already cut there.
 *
 * usage: gen-lexicon FR.AFF FR.DIC TABLES > lexicon.c
 *
 * The numbers go to the file TABLES, which lexicon.c includes: as C, they would take a minute to compile.
 */
#include "dict/lexicon.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>

enum { FLAG_BYTES = 2, WORD_BYTES = CLAIR_FORM_BYTES, SLOT_LIMIT = 1 << CLAIR_SLOT_BITS };

/* SFX flag strip add condition fields */
struct suffix {
	char flag[FLAG_BYTES];
	char *strip, *add, *condition;
	struct clair_lexicon_slot slot;
};

/* A list that grows. */
struct list {
	void *items;
	size_t count, room, size;
};

struct form {
	uint32_t hash, place;
};

static struct list suffixes = {.size = sizeof(struct suffix)};
static struct list forms = {.size = sizeof(struct form)};
static struct list lemmas = {.size = sizeof(struct clair_lexicon_lemma)};
static struct list slots = {.size = sizeof(struct clair_lexicon_slot)};
static struct list texts = {.size = 1};
static struct list endings = {.size = 1};

static void
die(const char *what)
{
	fprintf(stderr, "gen-lexicon: %s\n", what);
	exit(1);
}

static void *
add(struct list *list, const void *items, size_t count)
{
	char *at;

	while (list->count + count > list->room) {
		list->room = list->room == 0 ? 1 << 12 : list->room * 2;
		list->items = realloc(list->items, list->room * list->size);
		if (list->items == NULL)
			die("no memory");
	}
	at = (char *)list->items + list->count * list->size;
	memcpy(at, items, count * list->size);
	list->count += count;
	return at;
}

/* --- What the fields say ----------------------------------------------------------------------------- */

static const struct {
	const char *name;
	uint32_t gram;
} values[] = {
	{"nom", CLAIR_NOUN}, {"titr", CLAIR_NOUN}, {"loc.nom", CLAIR_NOUN},
	{"adj", CLAIR_ADJECTIVE}, {"nbro", CLAIR_ADJECTIVE}, {"loc.adj", CLAIR_ADJECTIVE},
	{"adv", CLAIR_ADVERB}, {"negadv", CLAIR_ADVERB}, {"advint", CLAIR_ADVERB}, {"loc.adv", CLAIR_ADVERB},
	{"det", CLAIR_DETERMINER}, {"detpos", CLAIR_DETERMINER}, {"detind", CLAIR_DETERMINER},
	{"detdem", CLAIR_DETERMINER}, {"detneg", CLAIR_DETERMINER}, {"detex", CLAIR_DETERMINER},
	{"nb", CLAIR_DETERMINER},
	{"properobj", CLAIR_PRONOUN}, {"prodem", CLAIR_PRONOUN}, {"proind", CLAIR_PRONOUN},
	{"prorel", CLAIR_PRONOUN}, {"proint", CLAIR_PRONOUN}, {"proneg", CLAIR_PRONOUN},
	{"proadv", CLAIR_PRONOUN}, {"propersuj", CLAIR_PRONOUN | CLAIR_SUBJECT},
	{"prep", CLAIR_PREPOSITION}, {"prepv", CLAIR_PREPOSITION}, {"loc.prep", CLAIR_PREPOSITION},
	{"loc.prepv", CLAIR_PREPOSITION},
	{"cjco", CLAIR_CONJUNCTION}, {"cjsub", CLAIR_CONJUNCTION}, {"cj", CLAIR_CONJUNCTION},
	{"loc.cj", CLAIR_CONJUNCTION}, {"loc.cjsub", CLAIR_CONJUNCTION},
	{"npr", CLAIR_PROPER}, {"prn", CLAIR_PROPER}, {"patr", CLAIR_PROPER}, {"loc.patr", CLAIR_PROPER},
	{"mas", CLAIR_MASCULINE}, {"fem", CLAIR_FEMININE}, {"epi", CLAIR_GENDERS},
	{"sg", CLAIR_SINGULAR}, {"pl", CLAIR_PLURAL}, {"inv", CLAIR_NUMBERS},
	{"1pe", CLAIR_FIRST}, {"2pe", CLAIR_SECOND}, {"3pe", CLAIR_THIRD},
	{"1sg", CLAIR_FIRST | CLAIR_SINGULAR}, {"2sg", CLAIR_SECOND | CLAIR_SINGULAR},
	{"3sg", CLAIR_THIRD | CLAIR_SINGULAR}, {"1pl", CLAIR_FIRST | CLAIR_PLURAL},
	{"2pl", CLAIR_SECOND | CLAIR_PLURAL}, {"3pl", CLAIR_THIRD | CLAIR_PLURAL},
	{"3pl!", CLAIR_THIRD | CLAIR_PLURAL}, {"1isg", CLAIR_FIRST | CLAIR_SINGULAR},
	{"infi", CLAIR_INFINITIVE}, {"ppas", CLAIR_PAST_PARTICIPLE}, {"ppre", CLAIR_PRESENT_PARTICIPLE},
	{"ipre", CLAIR_PRESENT}, {"iimp", CLAIR_IMPERFECT}, {"ipsi", CLAIR_PAST_SIMPLE},
	{"ifut", CLAIR_FUTURE}, {"spre", CLAIR_SUBJUNCTIVE}, {"simp", CLAIR_SUBJUNCTIVE_IMPERFECT},
	{"cond", CLAIR_CONDITIONAL}, {"impe", CLAIR_IMPERATIVE},
};

/* v, the group, then a place for each use: v1_itnq__a. t: with a direct object; p, r in the fifth place:
 * only with se; e in the seventh: past tenses with être. */
static uint32_t
verb_gram(const char *code)
{
	enum { DIRECT = 4, SELF = 6, AUXILIARY = 8, CODE_BYTES = 10 };
	uint32_t gram = CLAIR_VERB;

	if (strlen(code) != CODE_BYTES)
		return gram;
	if (code[DIRECT] == 't')
		gram |= CLAIR_TRANSITIVE;
	if (code[SELF] == 'p' || code[SELF] == 'r')
		gram |= CLAIR_REFLEXIVE;
	if (code[AUXILIARY] == 'e')
		gram |= CLAIR_WITH_ETRE;
	return gram;
}

static uint32_t
field_gram(const char *field)
{
	const char *value = field + strlen("po:");

	if (strncmp(field, "po:", 3) != 0 && strncmp(field, "is:", 3) != 0)
		return 0;
	if (value[0] == 'v' && value[1] >= '0' && value[1] <= '9')
		return verb_gram(value);
	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
		if (strcmp(values[i].name, value) == 0)
			return values[i].gram;
	}
	return 0;
}

/* --- Conditions of the suffixes ------------------------------------------------------------------------ */

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

static bool
applies(const char *stem, const struct suffix *suffix)
{
	size_t length = strlen(stem);
	size_t strip = strlen(suffix->strip);

	return strip <= length && strcmp(stem + length - strip, suffix->strip) == 0 &&
	    meets(stem, suffix->condition);
}

/* --- Reading the suffixes ------------------------------------------------------------------------------ */

static uint16_t
add_ending(const char *text)
{
	size_t at = 0;

	for (; at < endings.count; at += strlen((char *)endings.items + at) + 1)
		if (strcmp((char *)endings.items + at, text) == 0)
			return (uint16_t)at;
	if (at > UINT16_MAX)
		die("the endings take too much room");
	add(&endings, text, strlen(text) + 1);
	return (uint16_t)at;
}

static void
read_suffix(char *rest)
{
	char *flag = strsep(&rest, " \t\r\n");
	char *strip = strsep(&rest, " \t\r\n");
	char *letters = strsep(&rest, " \t\r\n");
	char *condition = strsep(&rest, " \t\r\n");
	struct suffix suffix = {.slot = {.gram = 0}};
	const char *field;

	/* The first line of a flag has a count in the place of the condition. */
	if (condition == NULL || condition[0] == '\0' || strlen(flag) != FLAG_BYTES)
		return;
	memcpy(suffix.flag, flag, FLAG_BYTES);
	letters[strcspn(letters, "/")] = '\0';
	suffix.strip = strdup(strcmp(strip, "0") == 0 ? "" : strip);
	suffix.add = strdup(strcmp(letters, "0") == 0 ? "" : letters);
	suffix.condition = strdup(condition);
	suffix.slot.strip = (uint8_t)strlen(suffix.strip);
	suffix.slot.ending = add_ending(suffix.add);
	while ((field = strsep(&rest, " \t\r\n")) != NULL)
		suffix.slot.gram |= field_gram(field);
	add(&suffixes, &suffix, 1);
}

static void
read_affixes(const char *path)
{
	FILE *file = fopen(path, "r");
	char *line = NULL;
	size_t room = 0;

	if (file == NULL)
		die("fr.aff is missing: apt-get install hunspell-fr-classical");
	add_ending("");
	while (getline(&line, &room, file) > 0) {
		if (strncmp(line, "SFX ", 4) == 0)
			read_suffix(line + 4);
	}
	free(line);
	fclose(file);
}

/* --- Reading the stems --------------------------------------------------------------------------------- */

static void
lower_case(char out[WORD_BYTES], const char *word)
{
	size_t length = WORD_BYTES - 1;

	if (u8_tolower((const uint8_t *)word, strlen(word), NULL, NULL, (uint8_t *)out, &length) == NULL ||
	    length >= WORD_BYTES)
		die("a word is too long");
	out[length] = '\0';
}

static size_t
collect(const char *stem, const char *flags, struct clair_lexicon_slot paradigm[SLOT_LIMIT])
{
	const struct suffix *suffix = suffixes.items;
	bool stands_alone = true;
	size_t count = 0;

	for (const char *flag = flags; strlen(flag) >= FLAG_BYTES; flag += FLAG_BYTES) {
		if (strncmp(flag, "()", FLAG_BYTES) == 0)
			stands_alone = false;
		if (strncmp(flag, "{}", FLAG_BYTES) == 0)
			return 0;
		for (size_t i = 0; i < suffixes.count; i++) {
			if (memcmp(suffix[i].flag, flag, FLAG_BYTES) != 0 || !applies(stem, &suffix[i]))
				continue;
			if (count + 1 == SLOT_LIMIT)
				die("a stem has too many forms");
			paradigm[count++] = suffix[i].slot;
		}
	}
	if (stands_alone)
		paradigm[count++] = (struct clair_lexicon_slot){.gram = 0};
	if (count != 0)
		paradigm[count - 1].last = 1;
	return count;
}

/* Where the paradigm stands among the slots: one that is there is used again. The stems of a letter have few
 * paradigms, and neighbours most often the same: looked for among the last ones. */
static uint32_t
add_paradigm(const struct clair_lexicon_slot *paradigm, size_t count)
{
	enum { REMEMBERED = 4096 };
	static struct {
		size_t at, count;
	} known[REMEMBERED];
	static size_t known_count;
	const struct clair_lexicon_slot *all = slots.items;

	for (size_t i = known_count; i-- > 0;) {
		if (known[i].count == count &&
		    memcmp(&all[known[i].at], paradigm, count * sizeof(*paradigm)) == 0)
			return (uint32_t)known[i].at;
	}
	if (known_count < REMEMBERED) {
		known[known_count].at = slots.count;
		known[known_count++].count = count;
	}
	add(&slots, paradigm, count);
	return (uint32_t)(slots.count - count);
}

static uint32_t
add_text(const char *text)
{
	add(&texts, text, strlen(text) + 1);
	return (uint32_t)(texts.count - strlen(text) - 1);
}

static void
add_forms(const char *stem, const struct clair_lexicon_slot *paradigm, size_t count)
{
	char written[WORD_BYTES];
	char form[WORD_BYTES];

	for (size_t i = 0; i < count; i++) {
		const char *ending = (char *)endings.items + paradigm[i].ending;
		size_t keep = strlen(stem) - paradigm[i].strip;
		struct form entry;

		if (paradigm[i].strip > strlen(stem) || keep + strlen(ending) >= WORD_BYTES)
			die("a form is too long");
		memcpy(written, stem, keep);
		memcpy(written + keep, ending, strlen(ending) + 1);
		lower_case(form, written);
		if (strcmp(form, written) != 0)
			die("an ending has a capital");
		entry.hash = clair_lexicon_hash(form, strlen(form));
		entry.place = (uint32_t)(lemmas.count << CLAIR_SLOT_BITS | i);
		add(&forms, &entry, 1);
	}
}

static void
read_stem(char *line)
{
	static struct clair_lexicon_slot paradigm[SLOT_LIMIT];
	char *word = strsep(&line, " \t\r\n");
	char *flags = strchr(word + (word[0] != '\0'), '/');
	struct clair_lexicon_lemma lemma = {.gram = 0};
	char name[WORD_BYTES] = "";
	char stem[WORD_BYTES];
	const char *field;
	size_t count;

	if (flags != NULL)
		*flags++ = '\0';
	if (word[0] == '\0' || strlen(word) >= WORD_BYTES / 2)
		return;
	while ((field = strsep(&line, " \t\r\n")) != NULL) {
		lemma.gram |= field_gram(field);
		if (strncmp(field, "st:", 3) == 0)
			lower_case(name, field + 3);
	}
	count = collect(word, flags != NULL ? flags : "", paradigm);
	if (count == 0)
		return;
	lower_case(stem, word);
	add_forms(stem, paradigm, count);
	lemma.text = add_text(stem);
	lemma.name = name[0] == '\0' ? lemma.text : add_text(name);
	lemma.paradigm = add_paradigm(paradigm, count);
	add(&lemmas, &lemma, 1);
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
	while (getline(&line, &room, file) > 0)
		read_stem(line);
	free(line);
	fclose(file);
}

/* --- Writing ------------------------------------------------------------------------------------------- */

static int
compare(const void *left, const void *right)
{
	const struct form *a = left;
	const struct form *b = right;

	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	return a->place < b->place ? -1 : a->place > b->place;
}

static FILE *tables;
static const char *tables_path;

/* One table of the file, under its name. */
static void
write_table(const char *name, const void *items, size_t size, size_t count)
{
	printf("    \".balign 8\\n.globl %s\\n%s: .incbin \\\"%s\\\",%ld,%zu\\n\"\n", name, name, tables_path,
	    ftell(tables), size * count);
	if (fwrite(items, size, count, tables) != count)
		die("the tables cannot be written");
}

static void
write_forms(void)
{
	static uint32_t buckets[CLAIR_LEXICON_BUCKETS + 1];
	const struct form *form = forms.items;
	struct list hashes = {.size = sizeof(uint32_t)};
	struct list places = {.size = sizeof(uint32_t)};

	for (size_t i = 0, bucket = 0; bucket <= CLAIR_LEXICON_BUCKETS; bucket++) {
		buckets[bucket] = (uint32_t)i;
		while (i < forms.count && form[i].hash / (UINT32_MAX / CLAIR_LEXICON_BUCKETS + 1) == bucket)
			i++;
	}
	for (size_t i = 0; i < forms.count; i++) {
		add(&hashes, &form[i].hash, 1);
		add(&places, &form[i].place, 1);
	}
	write_table("clair_lexicon_buckets", buckets, sizeof(buckets[0]), CLAIR_LEXICON_BUCKETS + 1);
	write_table("clair_lexicon_hashes", hashes.items, hashes.size, hashes.count);
	write_table("clair_lexicon_places", places.items, places.size, places.count);
}

int
main(int argc, char **argv)
{
	if (argc != 4)
		die("usage: gen-lexicon FR.AFF FR.DIC TABLES");
	tables_path = argv[3];
	read_affixes(argv[1]);
	read_stems(argv[2]);
	qsort(forms.items, forms.count, forms.size, compare);
	tables = fopen(tables_path, "w");
	if (tables == NULL)
		die("the tables cannot be written");
	printf("/* Generated by ci/gen-lexicon.c from Hunspell's French dictionary. */\n__asm__(\n"
	       "    \".section .rodata\\n\"\n");
	write_forms();
	write_table("clair_lexicon_lemmas", lemmas.items, lemmas.size, lemmas.count);
	write_table("clair_lexicon_slots", slots.items, slots.size, slots.count);
	write_table("clair_lexicon_texts", texts.items, texts.size, texts.count);
	write_table("clair_lexicon_endings", endings.items, endings.size, endings.count);
	printf("    \".text\\n\");\n");
	if (fclose(tables) != 0)
		die("the tables cannot be written");
	return 0;
}
