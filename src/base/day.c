/* See day.h. */
#include "base/day.h"

#include <stdio.h>
#include <string.h>

bool
clair_is_day(const char *text)
{
	static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	int year, month, day;
	int length = 0;

	if (strspn(text, "0123456789-") != strlen(text) ||
	    sscanf(text, "%4d-%2d-%2d%n", &year, &month, &day, &length) != 3 || length != 10 ||
	    text[10] != '\0' || text[4] != '-' || text[7] != '-')
		return false;
	if (month < 1 || month > 12 || day < 1 || day > days[month - 1])
		return false;
	return month != 2 || day < 29 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
}

long
clair_day_number(const char *day)
{
	int year = 0, month = 1, of_month = 1;

	sscanf(day, "%4d-%2d-%2d", &year, &month, &of_month);
	/* A year that starts in March has its odd day last. */
	month = (month + 9) % 12;
	year -= month >= 10;
	return year * 365L + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + of_month - 1;
}
