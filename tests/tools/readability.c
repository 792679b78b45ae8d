/*
 * Holds the measures of reading against texts in pairs, a simple and a complex one: readability CORPUS.
 *
 * CORPUS is JSON Lines with id, level (simple or complex), pair_id, unit, domain and text, one paragraph or
 * item of a list per line. Each text is made a page and goes through the facts that pages go through. For
 * each domain and unit and each measure: the share of the pairs where the simple text is measured simpler (a
 * tie counts for half), and the probability that a simple text is measured simpler than a complex one, over
 * all texts (AUC). A text without anything to measure is told, and is a tie with every other.
 *
 * With --features: nothing but the features of the index, one text a line, for fit-readability.py.
 */
#include "facts/readability.h"
#include "tests/support/page.h"
#include "tests/support/read.h"
#include "tests/support/worded.h"

#include "base/buf.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { GROUP_LIMIT = 32, LONG_SENTENCE = 25 };

/* The index, single formulas, then the features: higher is simpler for those whose sign is 1. */
enum {
	INDEX,
	KANDEL_MOLES,
	LIX,
	RIX,
	WORDS_PER_SENTENCE,
	SYLLABLES_PER_WORD,
	LONG_SENTENCES,
	FEATURES,
	MEASURE_COUNT = FEATURES + CLAIR_READING_COUNT,
};

static const struct {
	const char *name;
	int sign;
} formulas[FEATURES] = {
	[INDEX] = {"index", 1},
	[KANDEL_MOLES] = {"Kandel-Moles", 1},
	[LIX] = {"LIX", -1},
	[RIX] = {"RIX", -1},
	[WORDS_PER_SENTENCE] = {"words per sentence", -1},
	[SYLLABLES_PER_WORD] = {"syllables per word", -1},
	[LONG_SENTENCES] = {"sentences over 25 words", -1},
};

struct text {
	json_t *row;
	const char *pair;
	bool is_simple;
	size_t group;
	struct clair_readability figures;
	double simplicity[MEASURE_COUNT];
	const struct text *other; /* of its pair */
};

struct group {
	const char *domain, *unit;
	size_t simple, complex, pairs, empty;
};

struct corpus {
	struct text *texts;
	size_t count, room;
	struct group groups[GROUP_LIMIT];
	size_t group_count;
	double words, seconds;
};

/* --- One text ------------------------------------------------------------------------------------- */

static void
add_escaped(struct clair_buf *html, const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (text[i] == '&')
			clair_buf_puts(html, "&amp;");
		else if (text[i] == '<')
			clair_buf_puts(html, "&lt;");
		else
			clair_buf_putc(html, text[i]);
	}
}

/* An item of a list starts with a small letter, a figure or a dash. */
static bool
is_item(const char *line)
{
	return (line[0] >= 'a' && line[0] <= 'z') || (line[0] >= '0' && line[0] <= '9') ||
	    line[0] == '-' || strncmp(line, "à ", 3) == 0 || strncmp(line, "é", 2) == 0;
}

static void
write_page(struct clair_buf *html, const char *text)
{
	bool in_list = false;

	clair_buf_puts(html, "<!DOCTYPE html><html lang=\"fr\"><title>Texte</title><main>\n");
	for (const char *line = text; *line != '\0'; line += strspn(line, "\n")) {
		const size_t length = strcspn(line, "\n");
		const bool item = is_item(line);

		if (item != in_list)
			clair_buf_puts(html, item ? "<ul>\n" : "</ul>\n");
		in_list = item;
		clair_buf_puts(html, item ? "<li>" : "<p>");
		add_escaped(html, line, length);
		clair_buf_puts(html, item ? "</li>\n" : "</p>\n");
		line += length;
	}
	clair_buf_puts(html, in_list ? "</ul></main></html>\n" : "</main></html>\n");
}

static void
measure(struct corpus *corpus, struct text *text)
{
	const clock_t start = clock();
	const struct clair_readability *figures = &text->figures;
	struct clair_ctx *ctx;
	struct clair_buf html;

	clair_buf_init(&html, 0);
	write_page(&html, json_string_value(json_object_get(text->row, "text")));
	ctx = support_worded(html.bytes, "https://example.fr/texte");
	text->figures = *clair_readability(ctx);
	text->simplicity[INDEX] = figures->index;
	text->simplicity[KANDEL_MOLES] = figures->kandel_moles;
	text->simplicity[LIX] = figures->lix;
	text->simplicity[RIX] = figures->rix;
	text->simplicity[WORDS_PER_SENTENCE] = figures->words_per_sentence;
	text->simplicity[SYLLABLES_PER_WORD] = figures->syllables_per_word;
	if (figures->sentences != 0)
		text->simplicity[LONG_SENTENCES] =
		    (double)clair_sentences_over(ctx, LONG_SENTENCE) / figures->sentences;
	for (unsigned i = 0; i < FEATURES; i++)
		text->simplicity[i] *= formulas[i].sign;
	for (unsigned i = 0; i < CLAIR_READING_COUNT; i++)
		text->simplicity[FEATURES + i] =
		    i == CLAIR_READING_VERBS || i == CLAIR_READING_PEOPLE ? figures->features[i]
		                                                           : -figures->features[i];
	support_page_free(ctx);
	clair_buf_free(&html);
	corpus->words += figures->words;
	corpus->seconds += (double)(clock() - start) / CLOCKS_PER_SEC;
}

/* --- The corpus ----------------------------------------------------------------------------------- */

static const char *
field(const struct text *text, const char *name)
{
	const char *value = json_string_value(json_object_get(text->row, name));

	return value == NULL ? "" : value;
}

static size_t
group_of(struct corpus *corpus, const struct text *text)
{
	const char *domain = field(text, "domain");
	const char *unit = field(text, "unit");
	size_t i = 0;

	while (i < corpus->group_count && (strcmp(corpus->groups[i].domain, domain) != 0 ||
	                                      strcmp(corpus->groups[i].unit, unit) != 0))
		i++;
	if (i == GROUP_LIMIT)
		return i;
	if (i == corpus->group_count)
		corpus->groups[corpus->group_count++] = (struct group){.domain = domain, .unit = unit};
	return i;
}

static bool
add_text(struct corpus *corpus, const char *line, size_t length)
{
	struct text text = {.row = json_loadb(line, length, 0, NULL)};

	text.is_simple = strcmp(field(&text, "level"), "simple") == 0;
	text.pair = field(&text, "pair_id");
	if (text.pair[0] == '\0' || field(&text, "text")[0] == '\0' ||
	    (!text.is_simple && strcmp(field(&text, "level"), "complex") != 0))
		return false;
	text.group = group_of(corpus, &text);
	if (text.group == GROUP_LIMIT)
		return false;
	if (corpus->count == corpus->room) {
		corpus->room = corpus->room * 2 + 64;
		corpus->texts = realloc(corpus->texts, corpus->room * sizeof(*corpus->texts));
		if (corpus->texts == NULL)
			abort();
	}
	corpus->texts[corpus->count++] = text;
	return true;
}

static bool
load(struct corpus *corpus, const char *path)
{
	size_t length = 0;
	size_t number = 0;
	char *bytes = support_read(path, &length);

	if (bytes == NULL) {
		fprintf(stderr, "readability: %s cannot be read\n", path);
		return false;
	}
	for (const char *line = bytes; *line != '\0';) {
		const size_t size = strcspn(line, "\n");

		number++;
		if (size != 0 && !add_text(corpus, line, size)) {
			fprintf(stderr, "readability: %s:%zu: not a text of a pair\n", path, number);
			return false;
		}
		line += size + (line[size] == '\n');
	}
	free(bytes);
	if (corpus->count == 0)
		fprintf(stderr, "readability: %s has no texts\n", path);
	return corpus->count != 0;
}

static int
compare_pairs(const void *left, const void *right)
{
	const struct text *a = *(struct text *const *)left;
	const struct text *b = *(struct text *const *)right;
	const int order = strcmp(a->pair, b->pair);

	return order != 0 ? order : (a->is_simple ? 0 : 1) - (b->is_simple ? 0 : 1);
}

static void
pair_up(struct corpus *corpus)
{
	struct text **sorted = malloc(corpus->count * sizeof(struct text *));

	for (size_t i = 0; i < corpus->count && sorted != NULL; i++) {
		struct group *group = &corpus->groups[corpus->texts[i].group];

		sorted[i] = &corpus->texts[i];
		*(sorted[i]->is_simple ? &group->simple : &group->complex) += 1;
		group->empty += sorted[i]->figures.words == 0;
	}
	if (sorted == NULL)
		return;
	qsort(sorted, corpus->count, sizeof(struct text *), compare_pairs);
	for (size_t i = 0; i + 1 < corpus->count; i++) {
		if (strcmp(sorted[i]->pair, sorted[i + 1]->pair) != 0 || !sorted[i]->is_simple ||
		    sorted[i + 1]->is_simple)
			continue;
		sorted[i]->other = sorted[i + 1];
		corpus->groups[sorted[i]->group].pairs++;
	}
	free(sorted);
}

/* --- Figures -------------------------------------------------------------------------------------- */

/* 1, 0 or a half. */
static double
comes_right(const struct text *simple, const struct text *complex, unsigned measure)
{
	const double a = simple->simplicity[measure];
	const double b = complex->simplicity[measure];

	if (simple->figures.words == 0 || complex->figures.words == 0)
		return 0.5;
	return a > b ? 1 : a < b ? 0 : 0.5;
}

static double
pairwise(const struct corpus *corpus, size_t group, unsigned measure)
{
	double right = 0;

	for (size_t i = 0; i < corpus->count; i++) {
		const struct text *text = &corpus->texts[i];

		if (text->group == group && text->other != NULL)
			right += comes_right(text, text->other, measure);
	}
	return right / (double)corpus->groups[group].pairs;
}

static double
auc(const struct corpus *corpus, size_t group, unsigned measure)
{
	double right = 0;

	for (size_t i = 0; i < corpus->count; i++) {
		const struct text *simple = &corpus->texts[i];

		if (simple->group != group || !simple->is_simple)
			continue;
		for (size_t j = 0; j < corpus->count; j++) {
			const struct text *complex = &corpus->texts[j];

			if (complex->group == group && !complex->is_simple)
				right += comes_right(simple, complex, measure);
		}
	}
	return right / ((double)corpus->groups[group].simple * (double)corpus->groups[group].complex);
}

static const char *
name_of(unsigned measure)
{
	return measure < FEATURES ? formulas[measure].name : clair_reading_names[measure - FEATURES];
}

static void
print_group(const struct corpus *corpus, size_t index)
{
	const struct group *group = &corpus->groups[index];

	printf("%s, %s: %zu pairs, %zu texts without anything to measure\n", group->domain, group->unit,
	    group->pairs, group->empty);
	printf("  %-26s %8s %6s\n", "measure", "pairwise", "auc");
	for (unsigned i = 0; i < MEASURE_COUNT; i++)
		printf("  %-26s %8.3f %6.3f\n", name_of(i), pairwise(corpus, index, i),
		    auc(corpus, index, i));
	printf("\n");
}

static bool
print_figures(const struct corpus *corpus)
{
	size_t admin = 0;

	for (size_t i = 0; i < corpus->group_count; i++)
		if (corpus->groups[i].pairs != 0)
			print_group(corpus, i);
	printf("%.0f words, %.0f words per second\n", corpus->words, corpus->words / corpus->seconds);
	while (admin < corpus->group_count &&
	    (strcmp(corpus->groups[admin].domain, "admin") != 0 || corpus->groups[admin].pairs == 0))
		admin++;
	if (admin == corpus->group_count) {
		fprintf(stderr, "readability: the corpus has no pair of the domain admin\n");
		return false;
	}
	printf("admin pairwise: %.3f auc: %.3f\n", pairwise(corpus, admin, INDEX),
	    auc(corpus, admin, INDEX));
	return true;
}

static void
print_features(const struct corpus *corpus)
{
	printf("domain\tunit\tpair\tlevel\tsource\twords");
	for (unsigned i = 0; i < CLAIR_READING_COUNT; i++)
		printf("\t%s", clair_reading_names[i]);
	printf("\n");
	for (size_t i = 0; i < corpus->count; i++) {
		const struct text *text = &corpus->texts[i];

		printf("%s\t%s\t%s\t%s\t%s\t%u", field(text, "domain"), field(text, "unit"), text->pair,
		    field(text, "level"), field(text, "source"), text->figures.words);
		for (unsigned f = 0; f < CLAIR_READING_COUNT; f++)
			printf("\t%.6f", text->figures.features[f]);
		printf("\n");
	}
}

int
main(int argc, char **argv)
{
	const bool features = argc == 3 && strcmp(argv[2], "--features") == 0;
	struct corpus corpus = {0};
	bool done = true;

	if (argc < 2 || (argc > 2 && !features)) {
		fprintf(stderr, "usage: readability CORPUS.jsonl [--features]\n");
		return 2;
	}
	if (!load(&corpus, argv[1]))
		return 2;
	for (size_t i = 0; i < corpus.count; i++)
		measure(&corpus, &corpus.texts[i]);
	pair_up(&corpus);
	if (features)
		print_features(&corpus);
	else
		done = print_figures(&corpus);
	for (size_t i = 0; i < corpus.count; i++)
		json_decref(corpus.texts[i].row);
	free(corpus.texts);
	return done ? 0 : 1;
}
