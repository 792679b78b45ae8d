/*
 * Vowels are found in runs. In a run each spelling of one sound (eau, ou, œu…) is one; i, u, y and ou
 * before another vowel slide into it (lion, nuit), unless two consonants such as pr or cl come before
 * (cri-er, cli-ent).
 */
#include "facts/syllable.h"

#include "dict/lexicon.h"

#include <string.h>

enum { LETTER_LIMIT = 64 };

/* One letter: its plain form, and the mark on it. */
enum mark { PLAIN, ACUTE, GRAVE, HAT, DOTS };

struct letter {
	char base;
	uint8_t mark;
};

struct spelling {
	struct letter letters[LETTER_LIMIT + 2];
	unsigned count;
};

static const struct {
	unsigned char last; /* of C3 xx */
	char base;
	uint8_t mark;
} accents[] = {
	{0xA0, 'a', GRAVE}, {0xA1, 'a', ACUTE}, {0xA2, 'a', HAT}, {0xA4, 'a', DOTS}, {0xA7, 'c', PLAIN},
	{0xA8, 'e', GRAVE}, {0xA9, 'e', ACUTE}, {0xAA, 'e', HAT}, {0xAB, 'e', DOTS}, {0xAD, 'i', ACUTE},
	{0xAE, 'i', HAT}, {0xAF, 'i', DOTS}, {0xB1, 'n', PLAIN}, {0xB3, 'o', ACUTE}, {0xB4, 'o', HAT},
	{0xB6, 'o', DOTS}, {0xB9, 'u', GRAVE}, {0xBA, 'u', ACUTE}, {0xBB, 'u', HAT}, {0xBC, 'u', DOTS},
	{0xBF, 'y', DOTS},
};

static void
add_letter(struct spelling *word, char base, enum mark mark)
{
	if (word->count < LETTER_LIMIT)
		word->letters[word->count++] = (struct letter){.base = base, .mark = (uint8_t)mark};
}

static void
add_accented(struct spelling *word, unsigned char lead, unsigned char last)
{
	if (lead == 0xC5 && last == 0x93) {
		add_letter(word, 'o', PLAIN); /* œ; the e is the dotted one of œu, œil */
		add_letter(word, 'e', HAT);
		return;
	}
	for (size_t i = 0; lead == 0xC3 && i < sizeof(accents) / sizeof(accents[0]); i++) {
		if (accents[i].last == last) {
			add_letter(word, accents[i].base, (enum mark)accents[i].mark);
			return;
		}
	}
	add_letter(word, '?', PLAIN);
}

/* Letters up to a hyphen, an apostrophe, a point… Gives how many bytes were read. */
static size_t
read_part(struct spelling *word, const char *text, size_t length)
{
	size_t i = 0;

	word->count = 0;
	while (i < length) {
		unsigned char byte = (unsigned char)text[i];

		if (byte < 0x80) {
			if (byte < 'a' || byte > 'z')
				return i;
			add_letter(word, (char)byte, PLAIN);
			i++;
		} else {
			size_t end = i + 1;

			while (end < length && ((unsigned char)text[end] & 0xC0) == 0x80)
				end++;
			if (byte == 0xC2)
				return i; /* middle dot, degree */
			add_accented(word, byte, end > i + 1 ? (unsigned char)text[i + 1] : 0);
			i = end;
		}
	}
	return i;
}

/* Outside the word: a letter that is nothing. */
static struct letter
at(const struct spelling *word, unsigned index)
{
	return index < word->count ? word->letters[index] : (struct letter){.base = '\0'};
}

static bool
is(const struct spelling *word, unsigned index, char base)
{
	return at(word, index).base == base;
}

static bool
is_plain(const struct spelling *word, unsigned index, char base)
{
	return is(word, index, base) && at(word, index).mark == PLAIN;
}

static bool
is_vowel(const struct spelling *word, unsigned index)
{
	switch (at(word, index).base) {
	case 'a':
	case 'e':
	case 'i':
	case 'o':
	case 'u':
	case 'y':
		return true;
	default:
		return false;
	}
}

/* br, cl, pr, tr…: a consonant then l or r, just before. */
static bool
after_cluster(const struct spelling *word, unsigned index)
{
	static const char firsts[] = "bcdfgkptv";

	if (index < 2 || (!is(word, index - 1, 'l') && !is(word, index - 1, 'r')))
		return false;
	return memchr(firsts, at(word, index - 2).base, sizeof(firsts) - 1) != NULL;
}

/* qu, and gu before e, i, y; ge before a, o, u; e of asseoir. */
static bool
is_silent(const struct spelling *word, unsigned index)
{
	if (index == 0)
		return false;
	if (is_plain(word, index, 'u') && is(word, index - 1, 'q'))
		return true;
	if (is_plain(word, index, 'e') && is_plain(word, index + 1, 'o') &&
	    is_plain(word, index + 2, 'i'))
		return true;
	if (is_plain(word, index, 'u') && is(word, index - 1, 'g'))
		return is(word, index + 1, 'e') || is(word, index + 1, 'i') || is(word, index + 1, 'y');
	if (is_plain(word, index, 'e') && is(word, index - 1, 'g'))
		return is(word, index + 1, 'a') || is(word, index + 1, 'o') ||
		    is_plain(word, index + 1, 'u');
	return false;
}

/* Letters that write one sound elsewhere, and two here. */
static bool
parts(const struct spelling *word, unsigned index, const char *sound)
{
	if (strcmp(sound, "oe") == 0) /* coefficient, but not œil, poêle, moelle */
		return at(word, index + 1).mark == PLAIN &&
		    !(is(word, index + 2, 'l') && is(word, index + 3, 'l'));
	if (strcmp(sound, "oo") == 0) /* coopérer, coordonner, but not cool, football */
		return index == 1 && is(word, 0, 'c') && !is(word, 3, 'l') && !is(word, 3, 'k');
	if (strcmp(sound, "aou") == 0) /* caoutchouc, but not août */
		return at(word, index + 2).mark == PLAIN;
	/* pays, paysan */
	return strcmp(sound, "ay") == 0 && is(word, index + 2, 's');
}

/* How many letters of the run that ends at `end` write one sound from `index`. */
static unsigned
sound_length(const struct spelling *word, unsigned index, unsigned end)
{
	static const char *const sounds[] = {
	    "eau", "aou", "oeu", "ai", "au", "ay", "ea", "ee", "ei", "eu", "ey", "oe", "oi", "oo", "ou",
	    "oy"};

	/* ue before il: accueil */
	if (is_plain(word, index, 'u') && is_plain(word, index + 1, 'e') &&
	    is_plain(word, index + 2, 'i') && is(word, index + 3, 'l'))
		return 2;
	for (size_t i = 0; i < sizeof(sounds) / sizeof(sounds[0]); i++) {
		unsigned length = (unsigned)strlen(sounds[i]);
		bool same = at(word, index).mark == PLAIN && index + length <= end;

		for (unsigned j = 0; same && j < length; j++) {
			uint8_t mark = at(word, index + j).mark;

			/* aoû, aî, oê join; é, è, ï, ë part. */
			same = is(word, index + j, sounds[i][j]) && (mark == PLAIN || mark == HAT);
		}
		if (same && !parts(word, index, sounds[i]))
			return length;
	}
	return 1;
}

/* i, u, y, ou before another vowel. */
static bool
slides(const struct spelling *word, unsigned index, unsigned length, unsigned end)
{
	unsigned next = index + length;

	if (next >= end || at(word, next).mark == DOTS)
		return false;
	if (length == 2 && !is_plain(word, index, 'o'))
		return false;
	if (length == 2 && !is(word, index + 1, 'u'))
		return false;
	if (length == 1 && !is(word, index, 'i') && !is(word, index, 'u') && !is(word, index, 'y'))
		return false;
	if (length > 2)
		return false;
	/* faïence, but not naïf. */
	if (at(word, index).mark == DOTS)
		return index > 0 && is(word, index, 'i') && is_vowel(word, index - 1);
	/* essuyer: u slides into y, which is an i here. */
	if (is(word, index, 'y') && index > 0 && is(word, index - 1, 'u'))
		return false;
	if (is(word, index, 'i') && is(word, next, 'i'))
		return false;
	if (length == 1 && is(word, index, 'u') && (is(word, next, 'i') || is(word, next, 'y')))
		return true;
	return !after_cluster(word, index);
}

static unsigned
run_syllables(const struct spelling *word, unsigned start, unsigned end)
{
	unsigned count = 0;

	for (unsigned i = start; i < end;) {
		unsigned length;

		if (is_silent(word, i)) {
			i++;
			continue;
		}
		/* The i of ail, euil, ouille is the sound of y. */
		if (count > 0 && i + 1 == end && is_plain(word, i, 'i') && is(word, end, 'l') &&
		    (i + 2 >= word->count || is(word, end + 1, 'l') || is(word, end + 1, 's')))
			break;
		length = sound_length(word, i, end);
		if (!slides(word, i, length, end))
			count++;
		/* y between vowels belongs to both: loi-yer. */
		i += length;
	}
	return count;
}

/* An e that is not heard after a vowel inside a word: paiement, étudiera, gaieté. */
static bool
is_mute_inside(const struct spelling *word, unsigned index, unsigned start)
{
	if (index == start || !is_plain(word, index, 'e'))
		return false;
	if (is(word, index + 1, 'm'))
		return is(word, index + 2, 'e') && is(word, index + 3, 'n') && is(word, index + 4, 't');
	if (is_plain(word, index - 1, 'i') && (is(word, index - 2, 'a') || is(word, index - 2, 'o')) &&
	    is(word, index + 1, 't') && is_vowel(word, index + 2))
		return true;
	if (!is(word, index + 1, 'r') || at(word, index - 1).base == 'y')
		return false;
	return is_plain(word, index + 2, 'a') || is_plain(word, index + 2, 'e') ||
	    is_plain(word, index + 2, 'i') || is_plain(word, index + 2, 'o');
}

static bool
ends_with(const struct spelling *word, const char *end)
{
	unsigned length = (unsigned)strlen(end);

	if (word->count < length)
		return false;
	for (unsigned i = 0; i < length; i++)
		if (!is_plain(word, word->count - length + i, end[i]))
			return false;
	return true;
}

/* The ending of verbs in the plural (parlent), or a syllable (souvent). */
static bool
is_verb_ending(const struct spelling *word, const char *lower, size_t length)
{
	uint32_t gram = clair_lexicon_gram(lower, length);

	if (ends_with(word, "tient") || ends_with(word, "vient"))
		return false;
	if (ends_with(word, "aient") || ends_with(word, "oient"))
		return true;
	if (gram != 0)
		return (gram & CLAIR_VERB) != 0 &&
		    (gram & (CLAIR_NOUN | CLAIR_ADJECTIVE | CLAIR_ADVERB)) == 0;
	return !ends_with(word, "ment") && !ends_with(word, "ient");
}

/* How many letters of the end are not heard and hold a vowel. */
static unsigned
mute_end(const struct spelling *word, const char *lower, size_t length)
{
	if (ends_with(word, "e"))
		return 1;
	if (ends_with(word, "es"))
		return 2;
	if (ends_with(word, "ent") && is_verb_ending(word, lower, length))
		return 3;
	return 0;
}

/* rsa, cmu, tva: no word begins like that, so each letter is said. */
static bool
is_spelt(const struct spelling *word)
{
	static const char firsts[] = "bcdfghjklmnqrtvxz";
	static const char seconds[] = "bcdfgjmpsv";
	char one = at(word, 0).base;
	char other = at(word, 1).base;

	if (word->count < 2 || word->count > 4 || memchr(firsts, one, sizeof(firsts) - 1) == NULL ||
	    memchr(seconds, other, sizeof(seconds) - 1) == NULL)
		return false;
	/* tsar, djembé, mme */
	return (one != 't' || other != 's') && (one != 'd' || other != 'j') && one != other;
}

/* `alone`: the word has no other part; without a vowel it is spelt. */
static unsigned
part_syllables(const struct spelling *word, const char *lower,
    size_t length, bool alone)
{
	unsigned stop = word->count - mute_end(word, lower, length);
	unsigned count = 0;
	bool vowel = false;

	if (alone && is_spelt(word))
		return word->count;
	for (unsigned i = 0; i < stop;) {
		unsigned end = i;

		while (end < stop && is_vowel(word, end))
			end++;
		if (end == i) {
			i++;
			continue;
		}
		vowel = true;
		if (end < stop && is_mute_inside(word, end - 1, i))
			count += run_syllables(word, i, end - 1);
		else
			count += run_syllables(word, i, end);
		i = end;
	}
	if (count > 0)
		return count;
	/* de in rez-de-chaussée, not e in agent·e. */
	if (!alone)
		return stop > 0 && stop < word->count;
	return vowel || stop < word->count ? 1 : word->count;
}

uint32_t
clair_syllables(const char *lower, size_t length)
{
	struct spelling word;
	uint32_t count = 0;
	size_t i = 0;

	while (i < length) {
		size_t read = read_part(&word, lower + i, length - i);

		if (i == 0 && word.count == 1 && is_vowel(&word, 0))
			count++; /* e-mail */
		else if (word.count > 0)
			count += part_syllables(&word, lower + i, read, read == length);
		i += read;
		while (i < length && (lower[i] < 'a' || lower[i] > 'z') && (unsigned char)lower[i] < 0x80)
			i++;
		if (i < length && (unsigned char)lower[i] == 0xC2)
			i += 2;
	}
	return count;
}
