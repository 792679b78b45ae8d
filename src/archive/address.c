/* See address.h. */
#include "archive/address.h"

#include "base/hex.h"

#include <stdio.h>
#include <string.h>

enum { ADDRESS_MAX = 16 * 1024, DAY = 86400 };

static char
lower(char byte)
{
	return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

/* RFC 3986 2.3 */
static bool
is_unreserved(int byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
	    (byte != 0 && strchr("-._~", byte) != NULL);
}

static void
add_escaped(struct clair_buf *out, unsigned char byte)
{
	clair_buf_printf(out, "%%%02X", byte);
}

static void
add_path(struct clair_buf *out, struct clair_part path)
{
	for (size_t i = 0; i < path.length; i++) {
		unsigned char byte = (unsigned char)path.at[i];
		int high = i + 2 < path.length && byte == '%' ? clair_hex(path.at[i + 1]) : -1;
		int low = high >= 0 ? clair_hex(path.at[i + 2]) : -1;

		if (low >= 0 && is_unreserved(high * 16 + low))
			clair_buf_putc(out, (char)(high * 16 + low));
		else if (low >= 0)
			add_escaped(out, (unsigned char)(high * 16 + low));
		else if (byte <= ' ' || byte >= 0x7F || byte == '<' || byte == '>' || byte == '"')
			add_escaped(out, byte);
		else
			clair_buf_putc(out, (char)byte);
		if (low >= 0)
			i += 2;
	}
}

/* host[:port], the default port left out. */
static bool
add_host(struct clair_buf *out, struct clair_part host, const char *default_port)
{
	size_t end = host.length;

	while (end != 0 && host.at[end - 1] >= '0' && host.at[end - 1] <= '9')
		end--;
	if (end != 0 && host.at[end - 1] == ':' &&
	    (end == host.length || clair_part_is((struct clair_part){host.at + end, host.length - end}, default_port)))
		host.length = end - 1;
	for (size_t i = 0; i < host.length; i++) {
		unsigned char byte = (unsigned char)host.at[i];

		if (byte <= ' ' || byte >= 0x7F || strchr("<>\"", byte) != NULL)
			return false;
		clair_buf_putc(out, lower(host.at[i]));
	}
	return host.length != 0;
}

bool
clair_archive_address(struct clair_buf *out, struct clair_part url)
{
	bool secure;
	size_t begin;
	size_t end;
	const char *fragment;

	clair_buf_clear(out);
	if (url.length >= 2 && url.at[0] == '<' && url.at[url.length - 1] == '>')
		url = (struct clair_part){url.at + 1, url.length - 2};
	secure = clair_part_begins(url, "https://");
	if (url.length > ADDRESS_MAX || (!secure && !clair_part_begins(url, "http://")))
		return false;
	fragment = memchr(url.at, '#', url.length);
	if (fragment != NULL)
		url.length = (size_t)(fragment - url.at);
	begin = secure ? sizeof("https://") - 1 : sizeof("http://") - 1;
	for (end = begin; end < url.length && strchr("/?\\", url.at[end]) == NULL; end++)
		;
	clair_buf_puts(out, secure ? "https://" : "http://");
	if (!add_host(out, (struct clair_part){url.at + begin, end - begin}, secure ? "443" : "80"))
		return false;
	if (end == url.length || url.at[end] != '/')
		clair_buf_putc(out, '/');
	add_path(out, (struct clair_part){url.at + end, url.length - end});
	return !out->failed;
}

/* --- Moments --------------------------------------------------------------------------------------- */

/* Days from 1970-01-01 in the Gregorian calendar: years of 400 at a time, that begin in March. */
static int64_t
days_from(int64_t year, int64_t month, int64_t day)
{
	int64_t era;
	int64_t of_era;
	int64_t of_year;

	year -= month <= 2;
	era = (year >= 0 ? year : year - 399) / 400;
	of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	of_era = year - era * 400;
	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static void
date_of(int64_t days, int *year, int *month, int *day)
{
	int64_t shifted = days + 719468;
	int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
	int64_t of_era = shifted - era * 146097;
	int64_t years = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int64_t of_year = of_era - (365 * years + years / 4 - years / 100);
	int64_t shifted_month = (5 * of_year + 2) / 153;

	*day = (int)(of_year - (153 * shifted_month + 2) / 5 + 1);
	*month = (int)(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
	*year = (int)(years + era * 400 + (*month <= 2));
}

/* So many digits at `*at`. */
static bool
digits(struct clair_part text, size_t *at, size_t count, int64_t *number)
{
	struct clair_part part = {text.at + *at, count};

	if (text.length - *at < count || !clair_part_number(part, 9999, number))
		return false;
	*at += count;
	return true;
}

static bool
sign(struct clair_part text, size_t *at, char wanted)
{
	if (*at >= text.length || text.at[*at] != wanted)
		return false;
	++*at;
	return true;
}

/* The fraction of a second, in milliseconds: digits past the third are left out. */
static int64_t
fraction(struct clair_part text, size_t *at)
{
	int64_t sum = 0;
	int64_t weight = 100;

	for (; *at < text.length && text.at[*at] >= '0' && text.at[*at] <= '9'; ++*at) {
		sum += weight * (text.at[*at] - '0');
		weight /= 10;
	}
	return sum;
}

/* "Z", or "+02:00", in seconds to take away. */
static bool
zone(struct clair_part text, size_t *at, int64_t *seconds)
{
	bool east;
	int64_t hours;
	int64_t minutes;

	*seconds = 0;
	if (sign(text, at, 'Z'))
		return *at == text.length;
	east = sign(text, at, '+');
	if (!east && !sign(text, at, '-'))
		return false;
	if (!digits(text, at, 2, &hours))
		return false;
	(void)sign(text, at, ':');
	if (!digits(text, at, 2, &minutes))
		return false;
	*seconds = (hours * 60 + minutes) * (east ? 60 : -60);
	return *at == text.length;
}

bool
clair_archive_moment(struct clair_part text, int64_t *when)
{
	size_t at = 0;
	int64_t year, month, day, hour, minute, second;
	int64_t milliseconds = 0;
	int64_t shift;

	if (text.at == NULL || !digits(text, &at, 4, &year) || !sign(text, &at, '-') || !digits(text, &at, 2, &month) ||
	    !sign(text, &at, '-') || !digits(text, &at, 2, &day) || !sign(text, &at, 'T') ||
	    !digits(text, &at, 2, &hour) || !sign(text, &at, ':') || !digits(text, &at, 2, &minute) ||
	    !sign(text, &at, ':') || !digits(text, &at, 2, &second))
		return false;
	if (sign(text, &at, '.'))
		milliseconds = fraction(text, &at);
	if (!zone(text, &at, &shift) || month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 ||
	    second > 60)
		return false;
	*when = (days_from(year, month, day) * DAY + hour * 3600 + minute * 60 + second - shift) * 1000 + milliseconds;
	return true;
}

void
clair_archive_put_moment(struct clair_buf *out, int64_t when)
{
	static const int64_t last = INT64_C(253402300799999); /* of the year 9999 */
	int64_t of_day;
	int year, month, day;

	if (when < 0)
		when = 0;
	if (when > last)
		when = last;
	date_of(when / 1000 / DAY, &year, &month, &day);
	of_day = when / 1000 % DAY;
	clair_buf_printf(out, "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", year, month, day, (int)(of_day / 3600),
	    (int)(of_day / 60 % 60), (int)(of_day % 60), (int)(when % 1000));
}
