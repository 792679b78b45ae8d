/* See day.h and clairlint/legal.h. */
#include "facts/day.h"

#include <string.h>

enum {
	MONTHS = 12,
	LAST_DAY = 31,
	CENTURY = 2000, /* of a year of two figures */
};

static bool
is_figure(char letter)
{
	return letter >= '0' && letter <= '9';
}

/* The number at *at, which moves past it; 0 when there is none. */
static unsigned
number_at(const char *text, size_t length, size_t *at)
{
	unsigned number = 0;

	while (*at < length && is_figure(text[*at]) && number < 10000)
		number = number * 10 + (unsigned)(text[(*at)++] - '0');
	return number;
}

static struct clair_day
day_of(unsigned year, unsigned month, unsigned day)
{
	if (year < 100)
		year += CENTURY;
	if (month < 1 || month > MONTHS || day > LAST_DAY)
		return (struct clair_day){0};
	return (struct clair_day){.year = (uint16_t)year, .month = (uint8_t)month, .day = (uint8_t)day};
}

static struct clair_day
read_figures(const char *text, size_t length)
{
	unsigned parts[3] = {0};
	size_t at = 0;

	for (size_t i = 0; i < CLAIR_LEN(parts); i++, at++)
		parts[i] = number_at(text, length, &at);
	if (parts[0] > LAST_DAY)
		return day_of(parts[0], parts[1], parts[2]);
	return day_of(parts[2], parts[1], parts[0]);
}

/* Past spaces, no-break ones too, and the "er" of "1er". */
static size_t
next_letter_or_figure(const char *text, size_t length, size_t at)
{
	while (at < length && (text[at] == ' ' || (unsigned char)text[at] == 0xC2 || (unsigned char)text[at] == 0xA0 ||
	    (unsigned char)text[at] == 0xE2 || (unsigned char)text[at] == 0x80 || (unsigned char)text[at] == 0xAF))
		at++;
	return at;
}

static struct clair_day
read_words(struct clair_ctx *ctx, const char *text, size_t length)
{
	size_t at = 0;
	unsigned day = number_at(text, length, &at);
	size_t month;
	const char *name;
	const char *number;

	if (day != 0 && at + 2 < length && memcmp(text + at, "er", 2) == 0)
		at += 2;
	month = next_letter_or_figure(text, length, at);
	for (at = month; at < length && text[at] != ' ' && (unsigned char)text[at] != 0xC2;)
		at++;
	name = clair_strndup(&ctx->page->mem, text + month, at - month);
	number = clair_lookup(ctx, "mois", name);
	at = next_letter_or_figure(text, length, at);
	if (number == NULL)
		return (struct clair_day){0};
	month = 0;
	return day_of(number_at(text, length, &at), number_at(number, strlen(number), &month), day);
}

struct clair_day
clair_day_read(struct clair_ctx *ctx, const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (!is_figure(text[i]) && strchr("/.-", text[i]) == NULL)
			return read_words(ctx, text, length);
	return read_figures(text, length);
}

double
clair_rate_read(const char *text, size_t length)
{
	size_t at = 0;
	double rate = number_at(text, length, &at);
	double unit = 1;

	if (at >= length || (text[at] != ',' && text[at] != '.'))
		return rate;
	while (++at < length && is_figure(text[at])) {
		unit /= 10;
		rate += unit * (text[at] - '0');
	}
	return rate;
}

struct clair_day
clair_today(struct clair_ctx *ctx)
{
	const char *today = ctx->today;

	return today == NULL ? (struct clair_day){0} : read_figures(today, strlen(today));
}

unsigned
clair_months_between(struct clair_day from, struct clair_day to)
{
	int months = (to.year - from.year) * MONTHS + to.month - from.month;
	unsigned from_day = from.day == 0 ? LAST_DAY : from.day;
	unsigned to_day = to.day == 0 ? LAST_DAY : to.day;

	if (to_day < from_day)
		months--;
	return months > 0 ? (unsigned)months : 0;
}

const char *
clair_conformity_name(enum clair_conformity conformity)
{
	static const char *const names[CLAIR_CONFORMITY_COUNT] = {
	    [CLAIR_CONFORMITY_UNKNOWN] = "unknown",
	    [CLAIR_CONFORMITY_NONE] = "none",
	    [CLAIR_CONFORMITY_PARTIAL] = "partial",
	    [CLAIR_CONFORMITY_TOTAL] = "total",
	};

	return names[conformity];
}
