/* See hours_text.h. A small reader: signs and words, then days, then ranges of hours. */
#include "facts/hours_text.h"

#include <string.h>
#include <strings.h>

enum kind {
	END, OTHER, DAY, MONTH, NUMBER, HOUR, COLON, DASH, SLASH, COMMA, STOP, FROM, TO, AND, CLOSED, NOON,
	MIDNIGHT, EVERY_DAY, WEEK, PLURAL_ARTICLE, SKIPPED,
};

struct token {
	enum kind kind;
	size_t from, end;
	unsigned value;  /* of a number; of a day, from 0 */
	unsigned digits;
};

struct reader {
	const char *text;
	size_t length;
	struct token token; /* the one to be taken */
	size_t end;         /* of the last one taken */
};

enum { WORD_BYTES = 16 };

static const struct {
	const char *word;
	enum kind kind;
	unsigned value;
} words[] = {
	{"lundi", DAY, 0}, {"lundis", DAY, 0}, {"lun", DAY, 0}, {"mardi", DAY, 1}, {"mardis", DAY, 1},
	{"mar", DAY, 1}, {"mercredi", DAY, 2}, {"mercredis", DAY, 2}, {"mer", DAY, 2}, {"jeudi", DAY, 3},
	{"jeudis", DAY, 3}, {"jeu", DAY, 3}, {"vendredi", DAY, 4}, {"vendredis", DAY, 4}, {"ven", DAY, 4},
	{"samedi", DAY, 5}, {"samedis", DAY, 5}, {"sam", DAY, 5}, {"dimanche", DAY, 6}, {"dimanches", DAY, 6},
	{"dim", DAY, 6}, {"janvier", MONTH, 0}, {"fevrier", MONTH, 0}, {"mars", MONTH, 0}, {"avril", MONTH, 0},
	{"mai", MONTH, 0}, {"juin", MONTH, 0}, {"juillet", MONTH, 0}, {"aout", MONTH, 0},
	{"septembre", MONTH, 0}, {"octobre", MONTH, 0}, {"novembre", MONTH, 0}, {"decembre", MONTH, 0},
	{"h", HOUR, 0}, {"heure", HOUR, 0}, {"heures", HOUR, 0}, {"hrs", HOUR, 0}, {"du", FROM, 0}, {"de", FROM, 0}, {"le", FROM, 0},
	{"au", TO, 0}, {"a", TO, 0}, {"jusqu", SKIPPED, 0}, {"et", AND, 0}, {"ou", AND, 0}, {"puis", AND, 0},
	{"ferme", CLOSED, 0}, {"fermee", CLOSED, 0}, {"fermeture", CLOSED, 0}, {"midi", NOON, 0},
	{"minuit", MIDNIGHT, 0}, {"quotidiennement", EVERY_DAY, 0}, {"semaine", WEEK, 0},
	{"les", PLURAL_ARTICLE, 0}, {"matin", SKIPPED, 0}, {"matins", SKIPPED, 0}, {"soir", SKIPPED, 0},
	{"uniquement", SKIPPED, 0}, {"seulement", SKIPPED, 0}, {"inclus", SKIPPED, 0}, {"non", SKIPPED, 0}, {"stop", SKIPPED, 0},
	{"ouvert", SKIPPED, 0}, {"ouverte", SKIPPED, 0}, {"ouverture", SKIPPED, 0},
};

/* The plain letter of é, à, û… (C3 xx), or 0. */
static char
plain_letter(unsigned char last)
{
	static const char letters[] = "aaaaaaaceeeeiiii?nooooo?ouuuuy??aaaaaaaceeeeiiii?nooooo?ouuuuy?y";

	return last >= 0x80 && last < 0xC0 ? letters[last - 0x80] : 0;
}

/* One letter at `at`, in lower case, without its mark; 0 when it is none. `*bytes` is its length. */
static char
letter_at(const struct reader *reader, size_t at, size_t *bytes)
{
	unsigned char byte = at < reader->length ? (unsigned char)reader->text[at] : 0;

	*bytes = 1;
	if (byte >= 'A' && byte <= 'Z')
		return (char)(byte + 32);
	if (byte >= 'a' && byte <= 'z')
		return (char)byte;
	if (byte != 0xC3 || at + 1 >= reader->length)
		return 0;
	*bytes = 2;
	return plain_letter((unsigned char)reader->text[at + 1]);
}

static void
read_word(const struct reader *reader, struct token *token)
{
	char word[WORD_BYTES] = "";
	size_t count = 0;
	size_t bytes;
	char letter;

	while ((letter = letter_at(reader, token->end, &bytes)) != 0) {
		if (count < WORD_BYTES - 1)
			word[count] = letter;
		count++;
		token->end += bytes;
	}
	token->kind = OTHER;
	for (size_t i = 0; count < WORD_BYTES && i < sizeof(words) / sizeof(words[0]); i++) {
		if (strcmp(words[i].word, word) == 0) {
			token->kind = words[i].kind;
			token->value = words[i].value;
			return;
		}
	}
}

static void
read_number(const struct reader *reader, struct token *token)
{
	token->kind = NUMBER;
	while (token->end < reader->length && reader->text[token->end] >= '0' && reader->text[token->end] <= '9') {
		token->value = token->value * 10 % 100000 + (unsigned)(reader->text[token->end++] - '0');
		token->digits++;
	}
}

static void
read_sign(const struct reader *reader, struct token *token)
{
	static const struct {
		const char *sign;
		enum kind kind;
	} signs[] = {
	    {":", COLON}, {"-", DASH}, {"\xE2\x80\x93", DASH}, {"\xE2\x80\x94", DASH}, {"\xE2\x80\x91", DASH},
	    {"\xE2\x86\x92", DASH}, {"/", SLASH}, {",", COMMA}, {";", COMMA}, {"&", AND}, {"(", SKIPPED},
	    {")", SKIPPED}, {".", STOP}, {"'", SKIPPED}, {"\xE2\x80\x99", SKIPPED}, {"|", SKIPPED},
	};

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		size_t bytes = strlen(signs[i].sign);

		if (reader->length - token->from >= bytes &&
		    memcmp(reader->text + token->from, signs[i].sign, bytes) == 0) {
			token->kind = signs[i].kind;
			token->end += bytes;
			return;
		}
	}
	token->kind = OTHER;
	token->end++;
	while (token->end < reader->length && ((unsigned char)reader->text[token->end] & 0xC0) == 0x80)
		token->end++;
}

/* Spaces, wide or narrow, breaking or not. */
static size_t
after_spaces(const struct reader *reader, size_t at)
{
	for (;;) {
		const char *text = reader->text + at;
		size_t left = reader->length - at;

		if (left > 0 && (*text == ' ' || *text == '\n' || *text == '\t'))
			at++;
		else if (left > 1 && memcmp(text, "\xC2\xA0", 2) == 0)
			at += 2;
		else if (left > 2 && memcmp(text, "\xE2\x80\xAF", 3) == 0)
			at += 3;
		else
			return at;
	}
}

static void
next(struct reader *reader)
{
	struct token *token = &reader->token;
	size_t bytes;

	do {
		size_t at = after_spaces(reader, token->end);

		*token = (struct token){.from = at, .end = at};
		if (at >= reader->length)
			token->kind = END;
		else if (reader->text[at] >= '0' && reader->text[at] <= '9')
			read_number(reader, token);
		else if (letter_at(reader, at, &bytes) != 0)
			read_word(reader, token);
		else
			read_sign(reader, token);
	} while (token->kind == SKIPPED);
}

static bool
take(struct reader *reader, enum kind kind)
{
	if (reader->token.kind != kind)
		return false;
	reader->end = reader->token.end;
	next(reader);
	return true;
}

/* --- Hours ------------------------------------------------------------------------------------------- */

/* 9 h, 9h30, 9 h 30, 09:30, 9 heures 30, midi. */
static bool
take_time(struct reader *reader, uint16_t *minutes)
{
	struct reader start = *reader;
	unsigned hour = reader->token.value;

	if (take(reader, NOON)) {
		*minutes = 12 * 60;
		return true;
	}
	if (take(reader, MIDNIGHT)) {
		*minutes = 24 * 60;
		return true;
	}
	if (reader->token.kind != NUMBER || reader->token.digits > 2 || hour > 24)
		return false;
	take(reader, NUMBER);
	if (take(reader, HOUR) || take(reader, COLON)) {
		*minutes = (uint16_t)(hour * 60);
		if (reader->token.kind == NUMBER && reader->token.digits == 2 && reader->token.value < 60) {
			*minutes = (uint16_t)(*minutes + reader->token.value);
			take(reader, NUMBER);
			take(reader, HOUR);
			return true;
		}
		if (start.text[reader->end - 1] != ':')
			return true;
	}
	*reader = start;
	return false;
}

/* "24h/24", "24 h sur 24" say all the day. */
static bool
take_all_day(struct reader *reader, struct clair_hours *entry)
{
	struct reader start = *reader;

	if (reader->token.kind == NUMBER && reader->token.value == 24 && take(reader, NUMBER) &&
	    take(reader, HOUR) && (take(reader, SLASH) || take(reader, OTHER)) &&
	    reader->token.kind == NUMBER && reader->token.value == 24) {
		take(reader, NUMBER);
		take(reader, HOUR);
		entry->ranges[entry->count].from = 0;
		entry->ranges[entry->count++].to = 24 * 60;
		return true;
	}
	*reader = start;
	return false;
}

/* "9-12h": the first hour borrows its sign from the second. */
static bool
take_bare_hour(struct reader *reader, uint16_t *minutes)
{
	unsigned hour = reader->token.value;

	if (reader->token.kind != NUMBER || reader->token.digits > 2 || hour > 24)
		return false;
	*minutes = (uint16_t)(hour * 60);
	return take(reader, NUMBER);
}

static bool
take_range(struct reader *reader, struct clair_hours *entry)
{
	struct reader start = *reader;
	uint16_t from;
	uint16_t to;

	if (entry->count == CLAIR_HOUR_RANGES)
		return false;
	take(reader, FROM);
	if (take_all_day(reader, entry))
		return true;
	if ((take_time(reader, &from) || take_bare_hour(reader, &from)) &&
	    (take(reader, TO) || take(reader, DASH) || take(reader, SLASH)) && take_time(reader, &to) &&
	    from < to) {
		entry->ranges[entry->count].from = from;
		entry->ranges[entry->count++].to = to;
		return true;
	}
	*reader = start;
	return false;
}

static bool
take_ranges(struct reader *reader, struct clair_hours *entry)
{
	struct reader last;

	if (!take_range(reader, entry))
		return false;
	do {
		last = *reader;
		while (take(reader, COMMA) || take(reader, COLON) || take(reader, AND) || take(reader, SLASH) ||
		    take(reader, DASH))
			;
	} while (take_range(reader, entry));
	*reader = last;
	return true;
}

/* --- Days -------------------------------------------------------------------------------------------- */

/* "mar." ends with a point; "lundi 3" and "lundi 3 mars" are dates. */
static bool
take_day(struct reader *reader, unsigned *day)
{
	struct reader start = *reader;
	struct reader after;

	*day = reader->token.value;
	if (!take(reader, DAY))
		return false;
	take(reader, STOP);
	after = *reader;
	if (take(&after, NUMBER) && (after.token.kind == MONTH || after.token.kind == SLASH)) {
		*reader = start;
		return false;
	}
	return true;
}

static uint8_t
from_to(unsigned first, unsigned last)
{
	uint8_t days = (uint8_t)(1u << first);

	while (first != last) {
		first = (first + 1) % CLAIR_DAYS;
		days |= (uint8_t)(1u << first);
	}
	return days;
}

/* Du lundi au vendredi, lundi - mercredi, lundi; gives the bits, 0 for none. */
static uint8_t
take_span(struct reader *reader)
{
	struct reader start = *reader;
	struct reader single;
	unsigned first;
	unsigned last;

	take(reader, FROM);
	take(reader, PLURAL_ARTICLE);
	if (!take_day(reader, &first)) {
		*reader = start;
		return 0;
	}
	single = *reader;
	if ((take(reader, TO) || take(reader, DASH)) && take_day(reader, &last))
		return from_to(first, last);
	*reader = single;
	return (uint8_t)(1u << first);
}

static uint8_t
take_days(struct reader *reader)
{
	uint8_t days = take_span(reader);
	struct reader last;
	uint8_t more = days;

	if (take(reader, EVERY_DAY))
		return CLAIR_EVERY_DAY;
	while (more != 0) {
		last = *reader;
		days |= more;
		while (take(reader, COMMA) || take(reader, AND) || take(reader, SLASH))
			;
		more = take_span(reader);
	}
	if (days != 0)
		*reader = last;
	return days;
}

/* "7j/7", "tous les jours", "en semaine": words of several signs, known by what they hold. */
static uint8_t
take_usual(struct reader *reader)
{
	static const struct {
		const char *words;
		uint8_t days;
	} usual[] = {
	    {"tous les jours", CLAIR_EVERY_DAY}, {"7j/7", CLAIR_EVERY_DAY}, {"7 j/7", CLAIR_EVERY_DAY},
	    {"7 jours sur 7", CLAIR_EVERY_DAY}, {"en semaine", 0x1F}, {"7j7", CLAIR_EVERY_DAY},
	};

	for (size_t i = 0; i < sizeof(usual) / sizeof(usual[0]); i++) {
		size_t bytes = strlen(usual[i].words);
		size_t at = reader->token.from;

		if (reader->length - at < bytes || strncasecmp(reader->text + at, usual[i].words, bytes) != 0)
			continue;
		reader->token.end = reader->end = at + bytes;
		next(reader);
		return usual[i].days;
	}
	return 0;
}

/* --- Entries ------------------------------------------------------------------------------------------- */

static void
between(struct reader *reader)
{
	while (take(reader, COLON) || take(reader, COMMA) || take(reader, DASH))
		;
}

/* Du lundi au vendredi : de 9 h à 12 h. */
static bool
take_entry(struct reader *reader, struct clair_hours *entry)
{
	entry->days = take_usual(reader);
	if (entry->days == 0)
		entry->days = take_days(reader);
	if (entry->days == 0)
		return false;
	between(reader);
	if (take(reader, CLOSED)) {
		entry->closed = true;
		return true;
	}
	return take_ranges(reader, entry);
}

/* De 9 h à 12 h du lundi au vendredi. */
static bool
take_turned(struct reader *reader, struct clair_hours *entry)
{
	if (!take_ranges(reader, entry))
		return false;
	between(reader);
	entry->days = take_usual(reader);
	if (entry->days == 0)
		entry->days = take_days(reader);
	return entry->days != 0;
}

/* Fermé le mercredi. */
static bool
take_closed(struct reader *reader, struct clair_hours *entry)
{
	entry->closed = take(reader, CLOSED);
	if (!entry->closed)
		return false;
	between(reader);
	entry->days = take_days(reader);
	return entry->days != 0;
}

bool
clair_hours_next(const char *text, size_t length, size_t *at, size_t *from, struct clair_hours *entry)
{
	static bool (*const forms[])(struct reader *, struct clair_hours *) = {
	    take_closed, take_entry, take_turned};
	struct reader reader = {.text = text, .length = length, .token = {.end = *at}};

	for (next(&reader); reader.token.kind != END; next(&reader)) {
		for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
			struct reader tried = reader;

			*entry = (struct clair_hours){.days = 0};
			if (forms[i](&tried, entry)) {
				*from = reader.token.from;
				*at = tried.end;
				return true;
			}
		}
	}
	return false;
}
