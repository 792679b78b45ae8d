/* Days of the calendar, as configurations and comments write them. */
#ifndef CLAIR_BASE_DAY_H
#define CLAIR_BASE_DAY_H

#include <stdbool.h>

/* YYYY-MM-DD, and such a day exists. */
bool clair_is_day(const char *text);

#endif
