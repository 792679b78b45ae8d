/* Days of the calendar, as configurations and comments write them. */
#ifndef CLAIR_BASE_DAY_H
#define CLAIR_BASE_DAY_H

#include <stdbool.h>

/* YYYY-MM-DD, and such a day exists. */
bool clair_is_day(const char *text);
/* Days from the first of the year 0 to such a day: to be subtracted. */
long clair_day_number(const char *day);

#endif
