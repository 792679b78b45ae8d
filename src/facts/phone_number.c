/* See phone_number.h. */
#include "facts/phone_number.h"

#include <string.h>

enum { GROUP_LIMIT = 12, NATIONAL = 10, SHORTEST_FOREIGN = 8 };

/* Figures with single separators: a group each. */
struct run {
	struct {
		size_t from, length;
	} groups[GROUP_LIMIT];
	unsigned count;
	bool plus;
	bool overflow; /* more groups or longer ones than any number has */
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Bytes of a separator at `at`: a space, a no-break space (wide or narrow), a dot, a hyphen (no-break too), a
 * slash; 0 for none. */
static size_t
separator(const char *text, size_t length, size_t at)
{
	static const char *const wide[] = {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x91", "\xE2\x80\x89"};

	if (at >= length)
		return 0;
	if (text[at] != '\0' && strchr(" .-/", text[at]) != NULL)
		return 1;
	for (size_t i = 0; i < sizeof(wide) / sizeof(wide[0]); i++) {
		size_t bytes = strlen(wide[i]);

		if (length - at >= bytes && memcmp(text + at, wide[i], bytes) == 0)
			return bytes;
	}
	return 0;
}

/* The national zero, in brackets after the code of the country: +33 (0)1. */
static size_t
bracketed_zero(const char *text, size_t length, size_t at)
{
	return length - at >= 3 && memcmp(text + at, "(0)", 3) == 0 ? 3 : 0;
}

/* Gives where the run ends. */
static size_t
read_run(const char *text, size_t length, size_t at, struct run *run)
{
	size_t end = at;

	*run = (struct run){.plus = text[at] == '+'};
	at += run->plus;
	while (at < length && is_digit(text[at])) {
		size_t from = at;
		size_t next;

		while (at < length && is_digit(text[at]))
			at++;
		if (run->count == GROUP_LIMIT)
			run->overflow = true;
		else {
			run->groups[run->count].from = from;
			run->groups[run->count++].length = at - from;
		}
		end = at;
		next = at + separator(text, length, at);
		if (run->plus && run->count == 1) {
			next += bracketed_zero(text, length, next);
			next += next > at && next < length ? separator(text, length, next) : 0;
		}
		if (next == at)
			break;
		at = next;
	}
	return end;
}

/* Figures of `count` groups from the first. */
static size_t
total(const struct run *run, unsigned count)
{
	size_t sum = 0;

	for (unsigned i = 0; i < count; i++)
		sum += run->groups[i].length;
	return sum;
}

static void
copy_digits(const char *text, const struct run *run, unsigned count, size_t skip, char *out)
{
	size_t kept = 0;

	for (unsigned i = 0; i < count; i++) {
		for (size_t j = 0; j < run->groups[i].length; j++) {
			if (skip > 0)
				skip--;
			else if (kept < CLAIR_PHONE_DIGITS)
				out[kept++] = text[run->groups[i].from + j];
		}
	}
	out[kept] = '\0';
}

/* How the ten figures are parted: in pairs, or as numbers of services are. */
static bool
is_national_shape(const struct run *run, unsigned count)
{
	static const struct {
		unsigned count;
		unsigned char lengths[5];
	} shapes[] = {
	    {1, {10}}, {5, {2, 2, 2, 2, 2}}, {4, {4, 2, 2, 2}}, {3, {4, 3, 3}}, {4, {1, 3, 3, 3}},
	    {5, {1, 3, 2, 2, 2}}, {3, {4, 2, 4}}, {4, {3, 3, 2, 2}}, {2, {2, 8}}, {2, {4, 6}}, {3, {2, 4, 4}},
	};

	for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++) {
		bool same = shapes[i].count == count;

		for (unsigned j = 0; same && j < count; j++)
			same = run->groups[j].length == shapes[i].lengths[j];
		if (same)
			return true;
	}
	return false;
}

/* The first groups make a national number; what follows, if anything, starts another one. */
static bool
take_national(const char *text, const struct run *run, struct clair_phone_number *number)
{
	for (unsigned count = 1; count <= run->count; count++) {
		const char *first = text + run->groups[0].from;

		if (total(run, count) != NATIONAL)
			continue;
		copy_digits(text, run, count, 0, number->digits);
		if (first[0] != '0' || number->digits[1] == '0' || !is_national_shape(run, count))
			return false;
		if (count < run->count && text[run->groups[count].from] != '0')
			return false;
		number->length = run->groups[count - 1].from + run->groups[count - 1].length - number->from;
		return true;
	}
	return false;
}

/* +33 1 40…, 0033 1 40…: as +33, then nine figures; any other code is of another country. */
static bool
take_international(const char *text, const struct run *run, struct clair_phone_number *number)
{
	size_t figures = total(run, run->count);
	size_t prefix = run->plus ? 0 : 2;
	size_t zero;

	copy_digits(text, run, run->count, prefix, number->digits);
	figures -= prefix;
	if (figures < SHORTEST_FOREIGN || figures > CLAIR_PHONE_DIGITS)
		return false;
	number->length =
	    run->groups[run->count - 1].from + run->groups[run->count - 1].length - number->from;
	if (strncmp(number->digits, "33", 2) != 0) {
		number->is_foreign = true;
		return run->plus;
	}
	zero = number->digits[2] == '0';
	if (figures != 2 + zero + NATIONAL - 1 || number->digits[2 + zero] == '0')
		return false;
	memmove(number->digits + 1, number->digits + 2 + zero, NATIONAL);
	number->digits[0] = '0';
	return true;
}

static bool
is_parted_by_space(const char *text, const struct run *run)
{
	const char *after = text + run->groups[0].from + run->groups[0].length;

	return run->count == 1 || *after == ' ' || (unsigned char)*after >= 0x80;
}

/* 15, 112, 3939, 39 39, 118 218; not 36/38. */
static bool
take_short(const char *text, const struct run *run, struct clair_phone_number *number)
{
	size_t figures = total(run, run->count);

	if (run->count > 2 || figures < 2 || figures > 6 || figures == 5 ||
	    (run->count == 2 && run->groups[0].length != run->groups[1].length) ||
	    text[run->groups[0].from] == '0' || !is_parted_by_space(text, run))
		return false;
	copy_digits(text, run, run->count, 0, number->digits);
	number->is_short = true;
	number->length = run->groups[run->count - 1].from + run->groups[run->count - 1].length - number->from;
	return true;
}

/* Of a word, a version, an amount: letters touch it. */
static bool
is_alone(const char *text, size_t length, size_t from, size_t end)
{
	return (from == 0 || !is_letter(text[from - 1])) && (end >= length || !is_letter(text[end]));
}

bool
clair_phone_number_next(
    const char *text, size_t length, size_t at, struct clair_phone_number *number)
{
	while (at < length) {
		struct run run;
		size_t end;
		bool taken;

		if (!is_digit(text[at]) &&
		    (text[at] != '+' || at + 1 >= length || !is_digit(text[at + 1]))) {
			at++;
			continue;
		}
		end = read_run(text, length, at, &run);
		*number = (struct clair_phone_number){.from = at};
		taken = !run.overflow && is_alone(text, length, at, end) &&
		    (run.plus ? take_international(text, &run, number)
		              : take_national(text, &run, number) ||
		                    (text[at] == '0' && length - at > 2 && text[at + 1] == '0' &&
		                        take_international(text, &run, number)) ||
		                    take_short(text, &run, number));
		if (taken)
			return true;
		at = end;
	}
	return false;
}
