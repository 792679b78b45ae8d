/*
 * The text of pages as the rules read it, for text-check.py and bench.sh.
 *
 * usage: text_dump FILE.html…       lines with tabs:
 *     page      FILE, lang of <html>, language shown, words of the main content that are read as French
 *     block     offset, length, "french" or "other", region, kind, declared lang, language shown, text
 *     sentence  text
 *        text_dump --time FILE.html…    words, milliseconds to cut all the text, and to count syllables
 *
 * A language shown is the code that its words tell, "?" when they tell that it is not French, "" when
 * they tell nothing.
 */
#include "facts/langguess.h"
#include "facts/text.h"
#include "tests/support/read.h"
#include "tests/support/sheets.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct reader {
	struct clair_page page;
	struct clair_ctx ctx;
};

static double
milliseconds(void)
{
	struct timespec time;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static bool
open_page(struct reader *reader, const char *path, const struct clair_dict *dict)
{
	static const struct clair_parse_limits limits = {.memory = 512u << 20, .milliseconds = 3000};
	struct clair_document document = {
	    .url = path, .file = path, .media_type = "text/html", .click_depth = -1};
	char *text = support_read(path, &document.length);
	const char *why;
	bool parsed;

	memset(reader, 0, sizeof(*reader));
	document.bytes = text;
	parsed = text != NULL && clair_page_parse(&reader->page, &document, &limits, &why) == CLAIR_OK;
	free(text);
	reader->ctx.page = &reader->page;
	reader->ctx.dict = dict;
	if (!parsed || !clair_facts_new(&reader->ctx))
		return false;
	reader->ctx.sheets = support_sheets(&reader->page, NULL, &reader->page.mem);
	return true;
}

static void
close_page(struct reader *reader)
{
	if (reader->ctx.sheets != NULL)
		support_sheets_free(reader->ctx.sheets);
	clair_page_free(&reader->page);
}

static const char *
shown(struct clair_lang_tally *tally)
{
	struct clair_lang_guess guess = clair_lang_judge(tally, "fr");

	if (guess.fit != CLAIR_LANG_DIFFERS)
		return guess.fit == CLAIR_LANG_FITS ? "fr" : "";
	return guess.found[0] != '\0' ? guess.found : "?";
}

static uint32_t
count_words(struct clair_ctx *ctx, const struct clair_block *block)
{
	const struct clair_sentence *sentence = NULL;
	uint32_t words = 0;

	while ((sentence = clair_sentence_next(ctx, block, sentence)) != NULL)
		words += clair_sentence_words(sentence);
	return words;
}

static void
print_block(struct clair_ctx *ctx, const struct clair_block *block)
{
	static const char *const regions[] = {
	    [CLAIR_IN_MAIN] = "main", [CLAIR_IN_HEADER] = "header", [CLAIR_IN_FOOTER] = "footer",
	    [CLAIR_IN_NAV] = "nav", [CLAIR_IN_ASIDE] = "aside"};
	const struct clair_sentence *sentence = NULL;
	struct clair_lang_tally tally = {0};
	uint32_t offset;
	uint32_t length;

	clair_block_span(ctx, block, &offset, &length);
	clair_lang_tally_add(ctx, &tally, block->text, block->length);
	printf("block\t%u\t%u\t%s\t%s\t%d\t%s\t%s\t%s\n", offset, length,
	    clair_block_in_french(ctx, block) ? "french" : "other",
	    regions[clair_block_region(ctx, block)], block->kind, clair_lang_of(ctx, block->node),
	    shown(&tally), block->text);
	while ((sentence = clair_sentence_next(ctx, block, sentence)) != NULL)
		printf("sentence\t%s\n", clair_sentence_text(ctx, sentence));
}

static void
print_page(struct clair_ctx *ctx, const char *path)
{
	const struct clair_node *root = clair_root(ctx);
	struct clair_lang_tally tally = {0};
	uint32_t words = 0;

	for (size_t i = 0; i < clair_block_count(ctx); i++) {
		const struct clair_block *block = clair_block_at(ctx, i);

		clair_lang_tally_add(ctx, &tally, block->text, block->length);
		if (clair_block_region(ctx, block) == CLAIR_IN_MAIN && clair_block_in_french(ctx, block))
			words += count_words(ctx, block);
	}
	printf("page\t%s\t%s\t%s\t%u\n", path, root == NULL ? "" : clair_lang_of(ctx, root),
	    shown(&tally), words);
	for (size_t i = 0; i < clair_block_count(ctx); i++)
		print_block(ctx, clair_block_at(ctx, i));
}

struct times {
	uint32_t words;
	double cut, syllables;
};

/* The text is gathered before the clock starts. */
static void
add_times(struct clair_ctx *ctx, struct times *times)
{
	size_t count = clair_block_count(ctx);
	double start = milliseconds();

	for (size_t i = 0; i < count; i++)
		clair_block_split(ctx, clair_text_block(ctx, (uint32_t)i));
	times->cut += milliseconds() - start;
	start = milliseconds();
	for (size_t i = 0; i < count; i++) {
		const struct clair_block *block = clair_block_at(ctx, i);

		for (const struct clair_word *word = NULL;
		    (word = clair_block_word_next(ctx, block, word)) != NULL; times->words++)
			clair_word_syllables(ctx, word);
	}
	times->syllables += milliseconds() - start;
}

int
main(int argc, char **argv)
{
	static struct reader reader;
	struct clair_arena arena;
	struct clair_dict *dict;
	struct times times = {0};
	const char *error = "";
	bool timed = argc > 1 && strcmp(argv[1], "--time") == 0;

	clair_arena_init(&arena, 0);
	if (clair_dict_new(&dict, "dictionaries", NULL, &arena, &error) != CLAIR_OK) {
		fprintf(stderr, "text_dump: %s\n", error);
		return 1;
	}
	for (int i = 1 + timed; i < argc; i++) {
		if (!open_page(&reader, argv[i], dict))
			fprintf(stderr, "text_dump: %s cannot be read\n", argv[i]);
		else if (timed)
			add_times(&reader.ctx, &times);
		else
			print_page(&reader.ctx, argv[i]);
		close_page(&reader);
	}
	if (timed)
		printf("%u %.3f %.3f\n", times.words, times.cut, times.syllables);
	clair_dict_free(dict);
	clair_arena_free(&arena);
	return 0;
}
