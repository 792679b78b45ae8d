/*
 * What a word that no dictionary has may stand for: the words that one change of letter away. Hunspell's own
 * suggestions stop when the processor time of the whole program runs out: they would differ with the number of
 * threads. These do not.
 */
#include "dict/lexicon.h"
#include "dict/dict.h"

#include <string.h>

enum {
	LETTERS = 26, /* anticonstitutionnellement has 25 */
	PARTS_OF_SPEECH = CLAIR_NOUN | CLAIR_ADJECTIVE | CLAIR_VERB | CLAIR_ADVERB | CLAIR_DETERMINER |
	    CLAIR_PRONOUN | CLAIR_PREPOSITION | CLAIR_CONJUNCTION,
};

struct spelling {
	uint16_t letters[LETTERS + 2];
	size_t count;
};

enum change {
	CHANGE_OTHER,
	CHANGE_SLIP,   /* an accent, a doubled letter, two letters swapped or tied: the most common mistakes */
	CHANGE_REFORM, /* undoes what the reform of 1990 allows: apparaitre, aout, règlementaire */
};

struct candidate {
	char text[CLAIR_SUGGESTION_BYTES];
	size_t length;
	enum change change;
	uint32_t rank;
};

struct search {
	const struct clair_dict *dict;
	struct candidate best[CLAIR_SUGGESTIONS];
	size_t count;
};

typedef void visit_fn(struct search *search, const struct spelling *changed, enum change change);

static const struct {
	uint16_t letter;
	char base;
} alphabet[] = {{'a', 'a'}, {0xE0, 'a'}, {0xE2, 'a'}, {'b', 'b'}, {'c', 'c'}, {0xE7, 'c'}, {'d', 'd'}, {'e', 'e'},
    {0xE8, 'e'}, {0xE9, 'e'}, {0xEA, 'e'}, {0xEB, 'e'}, {'f', 'f'}, {'g', 'g'}, {'h', 'h'}, {'i', 'i'}, {0xEE, 'i'},
    {0xEF, 'i'}, {'j', 'j'}, {'k', 'k'}, {'l', 'l'}, {'m', 'm'}, {'n', 'n'}, {'o', 'o'}, {0xF4, 'o'}, {0x153, 'o'},
    {'p', 'p'}, {'q', 'q'}, {'r', 'r'}, {'s', 's'}, {'t', 't'}, {'u', 'u'}, {0xF9, 'u'}, {0xFB, 'u'}, {0xFC, 'u'},
    {'v', 'v'}, {'w', 'w'}, {'x', 'x'}, {'y', 'y'}, {'z', 'z'}, {'-', '-'}};
enum { ALPHABET = sizeof(alphabet) / sizeof(alphabet[0]) };

/* --- Letters ------------------------------------------------------------------------------------------ */

/* False: too long, or a letter that needs more than two bytes. */
static bool
read_letters(struct spelling *word, const char *lower, size_t length)
{
	word->count = 0;
	for (size_t i = 0; i < length; i++) {
		const unsigned char byte = (unsigned char)lower[i];

		if (word->count == LETTERS || byte >= 0xE0)
			return false;
		if (byte < 0x80)
			word->letters[word->count++] = byte;
		else if (++i < length)
			word->letters[word->count++] =
			    (uint16_t)((byte & 0x1F) << 6 | ((unsigned char)lower[i] & 0x3F));
	}
	return true;
}

static size_t
write_letters(const struct spelling *word, char text[CLAIR_SUGGESTION_BYTES])
{
	size_t length = 0;

	for (size_t i = 0; i < word->count; i++) {
		const unsigned letter = word->letters[i];

		if (letter >= 0x80)
			text[length++] = (char)(0xC0 | letter >> 6);
		text[length++] = (char)(letter >= 0x80 ? 0x80 | (letter & 0x3F) : letter);
	}
	text[length] = '\0';
	return length;
}

static char
base_of(uint16_t letter)
{
	for (size_t i = 0; i < ALPHABET; i++)
		if (alphabet[i].letter == letter)
			return alphabet[i].base;
	return '\0';
}

/* --- Changes ------------------------------------------------------------------------------------------ */

static void
swap_two(struct search *search, const struct spelling *word, size_t at, visit_fn *visit)
{
	struct spelling changed = *word;

	if (at + 1 >= word->count || word->letters[at] == word->letters[at + 1])
		return;
	changed.letters[at] = word->letters[at + 1];
	changed.letters[at + 1] = word->letters[at];
	visit(search, &changed, CHANGE_SLIP);
}

/* coeur, cœur */
static void
tie_two(struct search *search, const struct spelling *word, size_t at, visit_fn *visit)
{
	struct spelling changed = *word;

	if (at + 1 >= word->count || word->letters[at] != 'o' || word->letters[at + 1] != 'e')
		return;
	changed.count--;
	changed.letters[at] = 0x153;
	memmove(&changed.letters[at + 1], &word->letters[at + 2],
	    (word->count - at - 2) * sizeof(uint16_t));
	visit(search, &changed, CHANGE_SLIP);
}

/* The letter is also the one before `at`, or the one at `after`. */
static enum change
kind_of_double(const struct spelling *word, uint16_t letter, size_t at, size_t after)
{
	return (at > 0 && word->letters[at - 1] == letter) ||
		(after < word->count && word->letters[after] == letter)
	    ? CHANGE_SLIP
	    : CHANGE_OTHER;
}

static void
take_away(struct search *search, const struct spelling *word, size_t at, visit_fn *visit)
{
	struct spelling changed = *word;

	changed.count--;
	memmove(&changed.letters[at], &changed.letters[at + 1], (changed.count - at) * sizeof(uint16_t));
	visit(search, &changed, kind_of_double(word, word->letters[at], at, at + 1));
}

static enum change
kind_of_change(uint16_t from, char base, size_t to)
{
	const uint16_t letter = alphabet[to].letter;

	if ((from == 'i' && letter == 0xEE) || (from == 'u' && letter == 0xFB) ||
	    (from == 0xE8 && letter == 0xE9))
		return CHANGE_REFORM;
	return alphabet[to].base == base ? CHANGE_SLIP : CHANGE_OTHER;
}

static void
put_another(struct search *search, const struct spelling *word, size_t at, visit_fn *visit)
{
	const char base = base_of(word->letters[at]);
	struct spelling changed = *word;

	for (size_t i = 0; i < ALPHABET; i++) {
		if (alphabet[i].letter == word->letters[at])
			continue;
		changed.letters[at] = alphabet[i].letter;
		visit(search, &changed, kind_of_change(word->letters[at], base, i));
	}
}

static void
put_in(struct search *search, const struct spelling *word, size_t at, visit_fn *visit)
{
	struct spelling changed = *word;

	changed.count++;
	memmove(&changed.letters[at + 1], &word->letters[at], (word->count - at) * sizeof(uint16_t));
	for (size_t i = 0; i < ALPHABET; i++) {
		changed.letters[at] = alphabet[i].letter;
		visit(search, &changed, kind_of_double(word, alphabet[i].letter, at, at));
	}
}

static void
each_change(struct search *search, const struct spelling *word, visit_fn *visit)
{
	for (size_t at = 0; at < word->count; at++) {
		swap_two(search, word, at, visit);
		tie_two(search, word, at, visit);
		take_away(search, word, at, visit);
		put_another(search, word, at, visit);
	}
	for (size_t at = 0; at <= word->count && word->count < LETTERS; at++)
		put_in(search, word, at, visit);
}

/* --- The best ----------------------------------------------------------------------------------------- */

/* No two are equal. */
static bool
is_better(const struct candidate *left, const struct candidate *right)
{
	/* Without a rank it is rarer than all that have one. */
	if (left->change != right->change)
		return left->change > right->change;
	if (left->rank != right->rank)
		return left->rank - 1 < right->rank - 1;
	return strcmp(left->text, right->text) < 0;
}

static void
insert(struct search *search, const struct candidate *candidate)
{
	size_t place = search->count;

	for (size_t i = 0; i < search->count; i++) {
		if (strcmp(search->best[i].text, candidate->text) != 0)
			continue;
		return;
	}
	while (place > 0 && is_better(candidate, &search->best[place - 1])) {
		if (place < CLAIR_SUGGESTIONS)
			search->best[place] = search->best[place - 1];
		place--;
	}
	if (place == CLAIR_SUGGESTIONS)
		return;
	search->best[place] = *candidate;
	search->count += search->count < CLAIR_SUGGESTIONS;
}

static void
keep_word(struct search *search, const struct spelling *changed, enum change change)
{
	struct candidate candidate = {.change = change};

	candidate.length = write_letters(changed, candidate.text);
	if ((clair_lexicon_gram(candidate.text, candidate.length) & PARTS_OF_SPEECH) == 0)
		return;
	candidate.rank = clair_dict_rank(search->dict, candidate.text, candidate.length);
	/* A rare word is seldom what was meant. */
	if (change == CHANGE_OTHER && candidate.rank == 0)
		return;
	insert(search, &candidate);
}

static void
change_again(struct search *search, const struct spelling *changed, enum change change)
{
	if (change != CHANGE_OTHER)
		each_change(search, changed, keep_word);
}

size_t
clair_words_suggest(const struct clair_dict *dict, const char *lower, size_t length,
    struct clair_suggestion suggestions[CLAIR_SUGGESTIONS])
{
	struct search search = {.dict = dict};
	struct spelling word;
	bool near;

	if (!read_letters(&word, lower, length) || word.count == 0)
		return 0;
	each_change(&search, &word, keep_word);
	near = search.count != 0;
	if (!near)
		each_change(&search, &word, change_again);
	for (size_t i = 0; i < search.count; i++) {
		memcpy(suggestions[i].text, search.best[i].text, search.best[i].length + 1);
		suggestions[i].near = near;
		suggestions[i].slip = near && search.best[i].change != CHANGE_OTHER;
		suggestions[i].reform = near && search.best[i].change == CHANGE_REFORM;
	}
	return search.count;
}
