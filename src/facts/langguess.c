/*
 * The language that a text shows, held against the one that is declared. Grammatical words tell: they are
 * a third of any running text, and few languages share them. A text that is short, or near two languages,
 * gives no opinion.
 */
#include "facts/langguess.h"
#include "facts/text.h"
#include "facts/token.h"

#include <string.h>

static const char codes[CLAIR_LANGUAGES][3] = {"fr", "en", "de", "es", "it", "pt", "nl", "ca", "da", "no",
    "sv", "pl", "ro", "fi"};
/* Other languages whose writing is not the Latin one. Sorted. */
static const char *const unlatin[] = {"am", "ar", "be", "bg", "bn", "el", "fa", "gu", "he", "hi", "hy", "ja",
    "ka", "km", "kn", "ko", "mk", "mr", "my", "ne", "ru", "ta", "te", "th", "uk", "ur", "yi", "zh"};

enum {
	WORDS_READ = 2000,
	LONGEST_WORD = 10, /* bytes, of the list */
	WORDS_LEAST = 6,
	HITS_LEAST = 4,
	MARKS_LEAST = 3,
	LONG_TEXT = 40,    /* words: menus and names are then among them */
	SHARE_SHORT = 35,  /* per cent of the words */
	SHARE_LONG = 22,
	LETTERS_LEAST = 20,
};

/* --- Reading -------------------------------------------------------------------------------------- */

static int
language_of(const char *code)
{
	for (int i = 0; i < CLAIR_LANGUAGES; i++) {
		if (strncmp(codes[i], code, 2) == 0)
			return i;
	}
	return -1;
}

static void
keep_mark(struct clair_lang_tally *tally, const char *languages)
{
	for (size_t i = 0; i < CLAIR_MARKS_KEPT; i++) {
		if (tally->marks[i] == languages)
			return;
		if (tally->marks[i] == NULL) {
			tally->marks[i] = languages;
			return;
		}
	}
}

/* `languages` is a cell of the list, "en nl": its address is that of the word. */
static void
count_hit(struct clair_lang_tally *tally, const char *languages)
{
	for (const char *at = languages; *at != '\0'; at += at[2] == ' ' ? 3 : 2) {
		int language = language_of(at);

		if (language < 0)
			return;
		tally->hits[language]++;
	}
}

static void
count_word(struct clair_ctx *ctx, const struct clair_list *list, struct clair_lang_tally *tally,
    const char *word, size_t length)
{
	char lower[LONGEST_WORD + 1] = "";
	const char *folded = lower;
	const char *languages;
	bool ascii = true;

	tally->words++;
	if (length > LONGEST_WORD)
		return;
	for (size_t i = 0; i < length; i++) {
		lower[i] = clair_lower(word[i]);
		ascii = ascii && (word[i] & 0x80) == 0;
	}
	if (!ascii)
		folded = clair_fold(&ctx->page->mem, word, length);
	languages = clair_list_get(list, folded, strlen(folded));
	if (languages == NULL)
		return;
	count_hit(tally, languages);
	/* Letters one by one, e i g e n, are no words. */
	if (length > 1)
		keep_mark(tally, languages);
}

static void
count_letter(struct clair_lang_tally *tally, uint32_t c)
{
	bool latin = c < 0x250 || (c >= 0x300 && c < 0x370) || (c >= 0x1E00 && c < 0x1F00);

	*(latin ? &tally->latin : &tally->other) += 1;
	tally->greek += (c >= 0x370 && c < 0x400) || (c >= 0x1F00 && c < 0x2000);
	tally->hebrew += c >= 0x590 && c < 0x600;
	tally->thai += c >= 0xE00 && c < 0xE80;
	tally->hangul += (c >= 0xAC00 && c < 0xD7B0) || (c >= 0x1100 && c < 0x1200);
	tally->kana += c >= 0x3040 && c < 0x3100;
}

void
clair_lang_tally_add(
    struct clair_ctx *ctx, struct clair_lang_tally *tally, const char *text, size_t length)
{
	const struct clair_list *list = clair_dict_list(ctx->dict, "mots-langues");
	uint32_t at = 0;
	uint32_t start = 0;

	while (list != NULL && at < length && tally->words < WORDS_READ) {
		uint32_t before = at;
		uint32_t c = clair_char_next(text, (uint32_t)length, &at);
		bool letter = clair_char_is_word(c) && !clair_char_is_digit(c);

		if (letter)
			count_letter(tally, c);
		if (!letter && before > start)
			count_word(ctx, list, tally, text + start, before - start);
		if (!letter)
			start = at;
		else if (at >= length)
			count_word(ctx, list, tally, text + start, at - start);
	}
}

/* --- Judging -------------------------------------------------------------------------------------- */

static bool
is_unlatin(const char *code)
{
	for (size_t i = 0; i < CLAIR_LEN(unlatin); i++) {
		if (strcmp(unlatin[i], code) == 0)
			return true;
	}
	return false;
}

/* Those that one language alone has, as far as its letters tell. */
static const char *
language_of_letters(const struct clair_lang_tally *tally)
{
	const struct {
		uint32_t letters;
		const char *code;
	} writings[] = {{tally->greek, "el"}, {tally->hebrew, "he"}, {tally->thai, "th"},
	    {tally->hangul, "ko"}, {tally->kana * 3, "ja"}};

	for (size_t i = 0; i < CLAIR_LEN(writings); i++) {
		if (writings[i].letters * 2 > tally->other)
			return writings[i].code;
	}
	return "";
}

static uint32_t
marks_of(const struct clair_lang_tally *tally, int language)
{
	uint32_t count = 0;

	for (size_t i = 0; i < CLAIR_MARKS_KEPT && tally->marks[i] != NULL; i++)
		count += strstr(tally->marks[i], codes[language]) != NULL;
	return count;
}

struct ranking {
	int best;
	uint32_t first, second; /* hits */
};

static struct ranking
rank(const struct clair_lang_tally *tally)
{
	struct ranking ranking = {0};

	for (int i = 0; i < CLAIR_LANGUAGES; i++) {
		if (tally->hits[i] > ranking.first) {
			ranking.second = ranking.first;
			ranking.first = tally->hits[i];
			ranking.best = i;
		} else if (tally->hits[i] > ranking.second) {
			ranking.second = tally->hits[i];
		}
	}
	return ranking;
}

static struct clair_lang_guess
judge_words(const struct clair_lang_tally *tally, uint32_t declared_hits)
{
	struct clair_lang_guess guess = {CLAIR_LANG_UNSURE, "", tally->words};
	struct ranking ranking = rank(tally);
	uint32_t share = tally->words < LONG_TEXT ? SHARE_SHORT : SHARE_LONG;

	if (tally->words < WORDS_LEAST || ranking.first < HITS_LEAST ||
	    ranking.first * 100 < tally->words * share || marks_of(tally, ranking.best) < MARKS_LEAST)
		return guess;
	if (declared_hits * 4 <= ranking.first) {
		guess.fit = CLAIR_LANG_DIFFERS;
		guess.found = ranking.second * 4 <= ranking.first * 3 ? codes[ranking.best] : "";
	} else if (declared_hits == ranking.first) {
		guess.fit = CLAIR_LANG_FITS;
	}
	return guess;
}

struct clair_lang_guess
clair_lang_judge(const struct clair_lang_tally *tally, const char *declared)
{
	struct clair_lang_guess guess = {CLAIR_LANG_UNSURE, "", tally->words};
	size_t length = strcspn(declared, "-");
	char code[3] = "";
	int language;

	if (length != 2)
		return guess;
	for (size_t i = 0; i < length; i++)
		code[i] = clair_lower(declared[i]);
	language = language_of(code);
	if (language < 0 && !is_unlatin(code))
		return guess;
	if (language < 0)
		return judge_words(tally, tally->other > tally->latin / 10 ? UINT32_MAX / 4 : 0);
	if (tally->other >= LETTERS_LEAST && tally->other / 4 >= tally->latin) {
		guess.fit = CLAIR_LANG_DIFFERS;
		guess.found = language_of_letters(tally);
		return guess;
	}
	return judge_words(tally, tally->hits[language]);
}
