/* The texts of the rules: whole in both languages, in good typography, plain and short. */
#include "dict/term.h"
#include "engine/registry.h"
#include "report/message.h"
#include "score/referential.h"
#include "tests/support/page.h"
#include "tests/support/rule_cases.h"
#include "tests/support/worded.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { SENTENCE_WORDS = 25 };

static struct clair_linter *linter;
static struct clair_arena arena;
static unsigned complaints;

static void __attribute__((format(printf, 2, 3)))
complain(const char *rule, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	fprintf(stderr, "%s: ", rule);
	vfprintf(stderr, format, arguments);
	fputc('\n', stderr);
	va_end(arguments);
	complaints++;
}

/* What to do with each text of each rule. */
typedef void text_check(const struct clair_rule *rule, const char *what, const char *text,
    enum clair_lang lang);

/* The labels of the referentials, and how a person does a test, are held as the texts of rules are. */
static void
each_text_of_referentials(text_check *check, bool with_titles)
{
	for (size_t i = 0; i < clair_referential_count; i++) {
		const struct clair_referential_row *row = &clair_referential[i];
		const struct clair_rule named = {.id = row->id};

		if (with_titles) {
			check(&named, "label", row->fr, CLAIR_FR);
			check(&named, "label", row->en, CLAIR_EN);
		}
		check(&named, "method", row->method_fr, CLAIR_FR);
		check(&named, "method", row->method_en, CLAIR_EN);
	}
}

static void
each_text(text_check *check, bool with_titles)
{
	complaints = 0;
	for (size_t i = 0; i < clair_rule_count(); i++) {
		const struct clair_rule *rule = clair_rule_at(i);
		const struct {
			const char *what;
			const struct clair_text *text;
		} all[] = {{"title", &rule->title}, {"why", &rule->why},
		    {"remedy", &rule->remedy}, {"limits", &rule->limits}};

		for (size_t t = with_titles ? 0 : 1; t < CLAIR_LEN(all); t++) {
			if (all[t].text->fr != NULL)
				check(rule, all[t].what, all[t].text->fr, CLAIR_FR);
			if (all[t].text->en != NULL)
				check(rule, all[t].what, all[t].text->en, CLAIR_EN);
		}
		for (size_t m = 0; m < rule->message_count; m++) {
			check(rule, rule->messages[m].key, rule->messages[m].fr, CLAIR_FR);
			check(rule, rule->messages[m].key, rule->messages[m].en, CLAIR_EN);
		}
	}
	each_text_of_referentials(check, with_titles);
	assert_int_equal(complaints, 0);
}

static bool
is_blank(const char *text)
{
	return text == NULL || text[strspn(text, " \t\n")] == '\0';
}

static void
every_text_is_in_both_languages(void **state)
{
	(void)state;
	complaints = 0;
	for (size_t i = 0; i < clair_rule_count(); i++) {
		const struct clair_rule *rule = clair_rule_at(i);

		if (is_blank(rule->title.fr) || is_blank(rule->title.en) || is_blank(rule->why.fr) ||
		    is_blank(rule->why.en) || is_blank(rule->remedy.fr) || is_blank(rule->remedy.en))
			complain(rule->id, "title, why or remedy is missing");
		if (is_blank(rule->limits.fr) != is_blank(rule->limits.en))
			complain(rule->id, "limits in one language only");
		if (rule->message_count == 0)
			complain(rule->id, "no message");
		for (size_t m = 0; m < rule->message_count; m++) {
			const struct clair_message *message = &rule->messages[m];

			if (is_blank(message->key) || is_blank(message->fr) || is_blank(message->en))
				complain(rule->id, "message %zu is not whole", m);
		}
	}
	assert_int_equal(complaints, 0);
}

/* The next {name} or {name|one|many}; NULL at the end. */
static const char *
next_placeholder(const char *at, char *name, size_t room, unsigned *forms)
{
	size_t length;
	size_t whole;

	at = strchr(at, '{');
	if (at == NULL)
		return NULL;
	whole = strcspn(at, "}");
	length = strcspn(at + 1, "|}");
	snprintf(name, room, "%.*s", (int)length, at + 1);
	*forms = 0;
	for (size_t i = 0; i < whole; i++)
		*forms += at[i] == '|';
	return at[whole] == '}' ? at + whole + 1 : NULL;
}

static bool
has_placeholder(const char *text, const char *wanted)
{
	char name[64];
	unsigned forms;

	while ((text = next_placeholder(text, name, sizeof(name), &forms)) != NULL) {
		if (strcmp(name, wanted) == 0)
			return true;
	}
	return false;
}

static void
check_placeholders(const struct clair_rule *rule, const char *key, const char *text, const char *other)
{
	unsigned open = 0;
	unsigned closed = 0;
	unsigned forms;
	char name[64];

	for (const char *at = text; *at != '\0'; at++) {
		open += *at == '{';
		closed += *at == '}';
	}
	if (open != closed)
		complain(rule->id, "%s: braces do not pair", key);
	while ((text = next_placeholder(text, name, sizeof(name), &forms)) != NULL) {
		if (name[0] == '\0' || (forms != 0 && forms != 2))
			complain(rule->id, "%s: {%s} with %u forms", key, name, forms);
		/* A plural form alone may be needed in one language only. */
		if (forms == 0 && !has_placeholder(other, name))
			complain(rule->id, "%s: {%s} in one language only", key, name);
	}
}

static void
placeholders_agree(void **state)
{
	(void)state;
	complaints = 0;
	for (size_t i = 0; i < clair_rule_count(); i++) {
		const struct clair_rule *rule = clair_rule_at(i);

		for (size_t m = 0; m < rule->message_count; m++) {
			const struct clair_message *message = &rule->messages[m];

			check_placeholders(rule, message->key, message->fr, message->en);
			check_placeholders(rule, message->key, message->en, message->fr);
		}
	}
	assert_int_equal(complaints, 0);
}

static bool
is_letter(unsigned char byte)
{
	return (byte | 32) >= 'a' ? (byte | 32) <= 'z' : byte >= 0xC3;
}

/* Ended by a no-break space: U+00A0 or U+202F. */
static bool
follows_no_break(const char *start, const char *at)
{
	return (at - start >= 2 && memcmp(at - 2, "\xC2\xA0", 2) == 0) ||
	    (at - start >= 3 && memcmp(at - 3, "\xE2\x80\xAF", 3) == 0);
}

static bool
starts_no_break(const char *at)
{
	return strncmp(at, "\xC2\xA0", 2) == 0 || strncmp(at, "\xE2\x80\xAF", 3) == 0;
}

/* The code that a text names: http://, text-align:justify, <!DOCTYPE. */
static bool
is_code(const char *start, const char *at)
{
	return at > start && at[1] != ' ' && at[1] != '\0' &&
	    (at[-1] == '<' || is_letter((unsigned char)at[-1]));
}

static void
check_french(const struct clair_rule *rule, const char *what, const char *text)
{
	for (const char *at = text; *at != '\0'; at++) {
		if (strchr(":;!?", *at) != NULL && !follows_no_break(text, at) && !is_code(text, at))
			complain(rule->id, "%s: no no-break space before %c: %s", what, *at, text);
		if (strncmp(at, "«", 2) == 0 && !starts_no_break(at + 2))
			complain(rule->id, "%s: no no-break space after «: %s", what, text);
		if (strncmp(at, "»", 2) == 0 && !follows_no_break(text, at))
			complain(rule->id, "%s: no no-break space before »: %s", what, text);
	}
}

/* As the report shows it: it is the report that makes spaces unbreakable. */
static void
check_typography(
    const struct clair_rule *rule, const char *what, const char *text, enum clair_lang lang)
{
	struct clair_buf shown;

	clair_buf_init(&shown, 0);
	clair_format(&shown, lang, text, NULL, 0);
	if (lang == CLAIR_FR)
		check_french(rule, what, shown.bytes);
	if (strstr(text, "  ") != NULL || strstr(text, "...") != NULL)
		complain(rule->id, "%s: double space or three dots: %s", what, text);
	for (const char *at = strchr(text, '\''); at != NULL; at = strchr(at + 1, '\'')) {
		if (at > text && is_letter((unsigned char)at[-1]) && is_letter((unsigned char)at[1]))
			complain(rule->id, "%s: straight apostrophe: %s", what, text);
	}
	clair_buf_free(&shown);
}

static void
typography_is_right(void **state)
{
	(void)state;
	each_text(check_typography, true);
}

/* Words of a sentence are what stands between spaces and has a letter or a digit. */
static void
check_sentences(
    const struct clair_rule *rule, const char *what, const char *text, enum clair_lang lang)
{
	size_t length = strlen(text);
	unsigned words = 0;
	bool in_word = false;

	(void)lang;
	if (length < 3)
		return;
	if (strchr(".!?", text[length - 1]) == NULL && strcmp(text + length - 3, "…") != 0)
		complain(rule->id, "%s: no full stop: %s", what, text);
	for (const char *at = text; *at != '\0'; at++) {
		bool letter = is_letter((unsigned char)*at) || (*at >= '0' && *at <= '9');

		if (*at == ' ')
			in_word = false;
		else if (letter && !in_word) {
			in_word = true;
			words++;
		}
		if (strchr(".!?", *at) != NULL && (at[1] == ' ' || at[1] == '\0')) {
			if (words > SENTENCE_WORDS)
				complain(rule->id, "%s: a sentence of %u words: %s", what, words, text);
			words = 0;
		}
	}
}

static void
sentences_are_short_and_end(void **state)
{
	(void)state;
	each_text(check_sentences, false);
}

/* Words between quotation marks are an example, not what we say. */
static bool
is_quotation(const char *start, const char *at)
{
	const char *rest = start;
	bool inside = false;

	for (; rest < at; rest++) {
		if (strncmp(rest, "«", 2) == 0 || strncmp(rest, "“", 3) == 0)
			inside = true;
		else if (strncmp(rest, "»", 2) == 0 || strncmp(rest, "”", 3) == 0)
			inside = false;
	}
	return inside;
}

/* A word of its own, in lower case. */
static bool
says(const char *text, const char *word)
{
	size_t length = strlen(word);

	for (const char *at = text; (at = strstr(at, word)) != NULL; at++) {
		if (!is_quotation(text, at) && (at == text || !is_letter((unsigned char)at[-1])) &&
		    !is_letter((unsigned char)at[length]))
			return true;
	}
	return false;
}

/* Advice does not say “doit”, a requirement does not say “devrait”. */
static void
check_force(
    const struct clair_rule *rule, const char *what, const char *text, enum clair_lang lang)
{
	static const char *const strong[CLAIR_LANG_COUNT][3] = {{"doit", "doivent"}, {"must"}};
	static const char *const weak[CLAIR_LANG_COUNT][3] = {{"devrait", "devraient"}, {"should"}};
	const char *const *words = rule->advice ? strong[lang] : weak[lang];

	for (; *words != NULL; words++) {
		if (says(text, *words))
			complain(rule->id, "%s says “%s”: %s", what, *words, text);
	}
}

static void
words_have_the_force_of_the_rule(void **state)
{
	(void)state;
	each_text(check_force, true);
}

/* No expression of the list of administrative words, in any form. */
static void
check_plain(
    const struct clair_rule *rule, const char *what, const char *text, enum clair_lang lang)
{
	const struct clair_hard_word *word = NULL;
	struct clair_ctx *ctx;

	if (lang != CLAIR_FR)
		return;
	ctx = support_worded(
	    clair_asprintf(&arena, "<html lang=fr><main><p>%s</p></main>", text), NULL);
	while ((word = clair_hard_word_next(ctx, "administratif", word)) != NULL)
		complain(rule->id, "%s says “%s”: %s", what,
		    clair_words_text(ctx, word->first, word->last), text);
	support_page_free(ctx);
}

static void
words_are_plain(void **state)
{
	(void)state;
	assert_true(clair_terms_count(clair_dict_terms(support_dict())) > 1000);
	each_text(check_plain, true);
}

/* Every message is expected by at least one fixture. */
static void
every_message_is_reached(void **state)
{
	char **paths = rule_case_files();

	(void)state;
	complaints = 0;
	for (size_t i = 0; i < clair_rule_count(); i++) {
		const struct clair_rule *rule = clair_rule_at(i);
		bool reached[64] = {false};

		for (size_t p = 0; paths[p] != NULL; p++) {
			size_t count;
			const struct rule_case *cases;

			if (strstr(paths[p], rule->id) == NULL)
				continue;
			cases = rule_cases_read(paths[p], &count);
			for (size_t c = 0; c < count; c++) {
				for (size_t e = 0; e < cases[c].expectation_count; e++) {
					for (size_t m = 0; m < rule->message_count; m++)
						reached[m] |= strcmp(rule->messages[m].key,
						                  cases[c].expectations[e].key) == 0;
				}
			}
		}
		for (size_t m = 0; m < rule->message_count; m++) {
			if (!reached[m])
				complain(rule->id, "no case expects %s", rule->messages[m].key);
		}
	}
	assert_int_equal(complaints, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_text_is_in_both_languages),
		cmocka_unit_test(placeholders_agree),
		cmocka_unit_test(typography_is_right),
		cmocka_unit_test(sentences_are_short_and_end),
		cmocka_unit_test(words_have_the_force_of_the_rule),
		cmocka_unit_test(words_are_plain),
		cmocka_unit_test(every_message_is_reached),
	};
	int failed;

	linter = support_linter(NULL);
	clair_arena_init(&arena, 0);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	clair_arena_free(&arena);
	clair_linter_free(linter);
	return failed == 0 ? 0 : 1;
}
