/* Runs sentences.txt, which says its form; then what a text file cannot say. */
#include "facts/text.h"
#include "tests/support/page.h"
#include "tests/support/worded.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static unsigned example_count;
static unsigned sentence_count;
static unsigned mistake_count;
/* Ends of sentences that are wanted and found, and those that are either. */
static unsigned right_ends;
static unsigned all_ends;

/* ~ and ^ are no-break spaces. */
static char *
read_spaces(const char *text)
{
	char *out = clair_alloc(support_arena(), strlen(text) * 3 + 1);
	size_t length = 0;

	assert_non_null(out);
	for (; *text != '\0'; text++) {
		const char *written = *text == '~' ? "\u00A0" : *text == '^' ? "\u202F" : NULL;

		if (written == NULL) {
			out[length++] = *text;
			continue;
		}
		memcpy(out + length, written, strlen(written));
		length += strlen(written);
	}
	return out;
}

struct expected {
	char *text;
	long words; /* -1: not said */
};

enum { LIMIT = 40 };

struct example {
	unsigned line;
	const char *html; /* NULL: none yet */
	struct expected sentences[LIMIT];
	unsigned count;
};

static const struct clair_block *
paragraph(struct clair_ctx *ctx)
{
	const struct clair_block *block = clair_block_at(ctx, 0);

	while (block != NULL && clair_block_kind(block) != CLAIR_BLOCK_PARAGRAPH)
		block = clair_block_next(ctx, block);
	assert_non_null(block);
	return block;
}

static void
mistake(const struct example *example, const char *what, const char *wanted, const char *got)
{
	mistake_count++;
	print_error("sentences.txt:%u: %s: wanted “%s”, got “%s”\n", example->line, what, wanted, got);
}

/* Letters and signs: where a sentence ends, whatever the spaces and bars between two. */
static size_t
signs_of(const char *text)
{
	size_t signs = 0;

	for (; *text != '\0'; text++)
		signs += *text != ' ' && *text != '|';
	return signs;
}

static void
count_ends(struct clair_ctx *ctx, const struct clair_block *block, const struct example *example)
{
	const struct clair_sentence *sentence = clair_sentence_next(ctx, block, NULL);
	size_t wanted = 0;
	size_t got = 0;
	unsigned next = 0;

	while (next < example->count || sentence != NULL) {
		size_t one = SIZE_MAX;
		size_t other = SIZE_MAX;

		if (next < example->count)
			one = wanted + signs_of(read_spaces(example->sentences[next].text));
		if (sentence != NULL)
			other = got + signs_of(clair_sentence_text(ctx, sentence));
		all_ends++;
		right_ends += one == other;
		if (one <= other) {
			wanted = one;
			next++;
		}
		if (other <= one) {
			got = other;
			sentence = clair_sentence_next(ctx, block, sentence);
		}
	}
}

static void
run_example(const struct example *example)
{
	struct clair_ctx *ctx = support_worded(clair_asprintf(support_arena(), "<!DOCTYPE html><html lang=fr><p>%s</p>",
	    read_spaces(example->html)), "");
	const struct clair_block *block = paragraph(ctx);
	const struct clair_sentence *sentence = NULL;
	unsigned count = 0;

	assert_true(example->count > 0);
	while ((sentence = clair_sentence_next(ctx, block, sentence)) != NULL) {
		const struct expected *expected = &example->sentences[count++];
		const char *got = clair_sentence_text(ctx, sentence);
		const char *wanted;

		if (count > example->count) {
			mistake(example, "one too many", "", got);
			continue;
		}
		wanted = read_spaces(expected->text);
		if (strcmp(got, wanted) != 0)
			mistake(example, "text", wanted, got);
		else if (expected->words >= 0 &&
		    (long)clair_sentence_words(sentence) != expected->words)
			mistake(example, "words", clair_asprintf(support_arena(), "%ld", expected->words),
			    clair_asprintf(support_arena(), "%u in %s", clair_sentence_words(sentence), got));
	}
	if (count < example->count)
		mistake(example, "missing", example->sentences[count].text, "");
	example_count++;
	sentence_count += example->count;
	count_ends(ctx, block, example);
	support_page_free(ctx);
}

static void
add_line(struct example *example, char *line, unsigned number)
{
	char *bar = strchr(line, '|');

	if (example->html != NULL && bar != NULL && bar <= line + 2) {
		assert_true(example->count < LIMIT);
		example->sentences[example->count++] = (struct expected){
		    .text = clair_strdup(support_arena(), bar + 2),
		    .words = bar == line ? -1 : strtol(line, NULL, 10),
		};
		return;
	}
	if (example->html == NULL)
		example->line = number;
	example->html = clair_asprintf(
	    support_arena(), "%s\n%s", example->html != NULL ? example->html : "", line);
}

static void
test_sentences(void **state)
{
	FILE *file = fopen("tests/facts/sentences.txt", "r");
	struct example example = {.line = 0};
	unsigned number = 0;
	char line[4096];

	(void)state;
	assert_non_null(file);
	while (fgets(line, sizeof(line), file) != NULL) {
		number++;
		line[strcspn(line, "\n")] = '\0';
		if (line[0] == '#')
			continue;
		if (line[0] != '\0') {
			add_line(&example, line, number);
			continue;
		}
		if (example.html != NULL)
			run_example(&example);
		example = (struct example){.line = 0};
	}
	fclose(file);
	if (example.html != NULL)
		run_example(&example);
	print_message("%u cases, %u sentences, %u mistakes; %u ends right of %u: %.2f %%\n", example_count,
	    sentence_count, mistake_count, right_ends, all_ends, 100.0 * right_ends / all_ends);
	assert_true(example_count >= 320);
	assert_true(right_ends * 100 >= all_ends * 99);
	assert_int_equal(mistake_count, 0);
}

static const char *
source_of(struct clair_ctx *ctx, uint32_t offset, uint32_t length)
{
	return clair_strndup(support_arena(), ctx->page->source + offset, length);
}

/* Spans are the bytes of the source, references and markup included. */
static void
test_spans(void **state)
{
	struct clair_ctx *ctx = support_worded(
	    "<!DOCTYPE html><p>  L&rsquo;&eacute;t\u00e9\n  est <b>l&agrave;</b>. Le m<i>ai</i>re\n part. </p>", "");
	const struct clair_block *block = paragraph(ctx);
	const struct clair_sentence *first = clair_sentence_next(ctx, block, NULL);
	const struct clair_sentence *second = clair_sentence_next(ctx, block, first);
	const struct clair_word *word = clair_word_next(ctx, first, NULL);
	const struct clair_word *other;
	uint32_t offset;
	uint32_t length;

	(void)state;
	clair_block_span(ctx, block, &offset, &length);
	assert_string_equal(source_of(ctx, offset, length),
	    "L&rsquo;&eacute;t\u00e9\n  est <b>l&agrave;</b>. Le m<i>ai</i>re\n part.");
	clair_sentence_span(ctx, first, &offset, &length);
	assert_string_equal(
	    source_of(ctx, offset, length), "L&rsquo;&eacute;t\u00e9\n  est <b>l&agrave;</b>.");
	clair_sentence_span(ctx, second, &offset, &length);
	assert_string_equal(source_of(ctx, offset, length), "Le m<i>ai</i>re\n part.");
	assert_string_equal(clair_word_text(ctx, word), "L\u2019");
	clair_words_span(ctx, word, word, &offset, &length);
	assert_string_equal(source_of(ctx, offset, length), "L&rsquo;");
	word = clair_word_next(ctx, first, word);
	clair_words_span(ctx, word, word, &offset, &length);
	assert_string_equal(source_of(ctx, offset, length), "&eacute;t\u00e9");
	other = clair_word_next(ctx, first, clair_word_next(ctx, first, word));
	assert_int_equal(clair_tag(clair_word_node(ctx, other)), CLAIR_TAG_B);
	assert_int_equal(clair_tag(clair_sentence_node(ctx, second)), CLAIR_TAG_P);
	clair_words_span(ctx, word, other, &offset, &length);
	assert_string_equal(
	    source_of(ctx, offset, length), "&eacute;t\u00e9\n  est <b>l&agrave;");
	assert_null(clair_sentence_next(ctx, block, second));
	support_page_free(ctx);
}

static void
test_no_words(void **state)
{
	struct clair_ctx *ctx = support_worded("<!DOCTYPE html><p>… ! — ?</p>", "");
	const struct clair_block *block = paragraph(ctx);

	(void)state;
	assert_null(clair_sentence_next(ctx, block, NULL));
	assert_null(clair_block_word_next(ctx, block, NULL));
	support_page_free(ctx);
}

/* Time is in the size of the text. */
static void
test_long_texts(void **state)
{
	static const char *const pieces[] = {"a", "a.", "A. ", "1 ", "1 234 ", " 234", "l'", "a-", "(e", "« ", "@", "a@",
	    "é", "www.", "?! ", "M. ", "a-je-", "&eacute;", "<br>", "<b>a</b>", "·a"};

	(void)state;
	for (size_t i = 0; i < sizeof(pieces) / sizeof(pieces[0]); i++) {
		size_t length = strlen(pieces[i]);
		size_t count = 200000 / length;
		char *html = malloc(count * length + 32);
		struct clair_ctx *ctx;
		const struct clair_block *block;
		const struct clair_sentence *sentence = NULL;
		uint32_t words = 0;
		uint32_t counted = 0;

		assert_non_null(html);
		memcpy(html, "<!DOCTYPE html><p>x ", 21);
		for (size_t j = 0; j < count; j++)
			memcpy(html + 20 + j * length, pieces[i], length + 1);
		ctx = support_worded(html, "");
		block = paragraph(ctx);
		while ((sentence = clair_sentence_next(ctx, block, sentence)) != NULL)
			counted += sentence->word_count;
		for (const struct clair_word *word = NULL;
		    (word = clair_block_word_next(ctx, block, word)) != NULL;)
			words++;
		assert_true(words > 0);
		assert_int_equal(words, counted);
		support_page_free(ctx);
		free(html);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_sentences),
	    cmocka_unit_test(test_spans),
	    cmocka_unit_test(test_no_words),
	    cmocka_unit_test(test_long_texts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
