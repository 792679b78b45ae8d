/* One form for texts that are to be compared. */
#include "dict/dict.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <uninorm.h>

struct folding {
	char *out;
	size_t length;
	bool space; /* a space waits for a letter */
};

static void
put(struct folding *folding, const char *bytes, size_t length)
{
	if (folding->space && folding->length > 0)
		folding->out[folding->length++] = ' ';
	folding->space = false;
	memcpy(folding->out + folding->length, bytes, length);
	folding->length += length;
}

/* General punctuation, E2 80 xx. */
static void
fold_punctuation(struct folding *folding, const char *text)
{
	unsigned char last = (unsigned char)text[2];

	if (last <= 0x8A || last == 0xAF)
		folding->space = true; /* en quad to hair space, narrow no-break space */
	else if (last >= 0x8B && last <= 0x8F)
		return;                /* zero width */
	else if (last == 0x98 || last == 0x99)
		put(folding, "'", 1);
	else if (last == 0x90 || last == 0x91)
		put(folding, "-", 1);
	else
		put(folding, text, 3);
}

static void
fold_latin(struct folding *folding, const char *text)
{
	unsigned char lead = (unsigned char)text[0];
	unsigned char last = (unsigned char)text[1];
	char pair[2] = {text[0], text[1]};

	if (lead == 0xC2 && last == 0xA0) {
		folding->space = true;
		return;
	}
	if (lead == 0xC2 && last == 0xAD)
		return; /* soft hyphen */
	if (lead == 0xC3 && last >= 0x80 && last <= 0x9E && last != 0x97)
		pair[1] = (char)(last + 0x20);
	else if (lead == 0xC5 && last == 0x92)
		pair[1] = (char)0x93; /* Œ */
	else if (lead == 0xC5 && last == 0xB8)
		memcpy(pair, "\xC3\xBF", 2); /* Ÿ */
	put(folding, pair, 2);
}

/* False: a character that needs the tables of Unicode. */
static bool
fold_quickly(struct folding *folding, const char *text, size_t length)
{
	for (size_t i = 0; i < length;) {
		unsigned char byte = (unsigned char)text[i];
		unsigned char next = i + 1 < length ? (unsigned char)text[i + 1] : 0;

		if (byte <= ' ') {
			folding->space = true;
			i++;
		} else if (byte < 0x80) {
			char low = byte >= 'A' && byte <= 'Z' ? (char)(byte + 32) : (char)byte;

			put(folding, &low, 1);
			i++;
		} else if (byte == 0xC2 || byte == 0xC3 ||
		    (byte == 0xC5 && (next == 0x92 || next == 0x93 || next == 0xB8))) {
			if (next == 0)
				return false;
			fold_latin(folding, text + i);
			i += 2;
		} else if (byte == 0xE2 && (next == 0x80 || next == 0x82) && i + 2 < length) {
			if (next == 0x80)
				fold_punctuation(folding, text + i);
			else
				put(folding, text + i, 3);
			i += 3;
		} else {
			return false;
		}
	}
	return true;
}

/* After u8_tolower everything that has a quick path takes it; the rest is copied. */
static void
fold_rest(struct folding *folding, const char *text, size_t length)
{
	for (size_t i = 0; i < length;) {
		size_t end = i + 1;

		while (end < length && ((unsigned char)text[end] & 0xC0) == 0x80)
			end++;
		if (!fold_quickly(folding, text + i, end - i))
			put(folding, text + i, end - i);
		i = end;
	}
}

const char *
clair_fold(struct clair_arena *arena, const char *text, size_t length)
{
	struct folding folding = {.out = clair_alloc(arena, length + 1)};
	uint8_t *low;
	size_t low_length = 0;

	if (folding.out == NULL)
		return "";
	if (fold_quickly(&folding, text, length)) {
		folding.out[folding.length] = '\0';
		return folding.out;
	}
	low = u8_tolower((const uint8_t *)text, length, NULL, UNINORM_NFC, NULL, &low_length);
	if (low == NULL)
		return clair_strndup(arena, text, length);
	folding = (struct folding){.out = clair_alloc(arena, low_length + 1)};
	if (folding.out != NULL) {
		fold_rest(&folding, (const char *)low, low_length);
		folding.out[folding.length] = '\0';
	}
	free(low);
	return folding.out != NULL ? folding.out : "";
}
