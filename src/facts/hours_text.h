/* Opening hours as people write them in French: "du lundi au vendredi, de 9 h à 12 h et de 14 h à 17 h 30". */
#ifndef CLAIR_FACTS_HOURS_TEXT_H
#define CLAIR_FACTS_HOURS_TEXT_H

#include "clairlint/contact.h"

enum { CLAIR_DAYS = 7, CLAIR_EVERY_DAY = (1 << CLAIR_DAYS) - 1 };

/* The next days with their hours, from byte `*at`, which is moved past them; `*from` is where they begin, the
 * block is left alone. False when there are none. A day with its date is an event, hours without days are
 * not opening hours. */
bool clair_hours_next(
    const char *text, size_t length, size_t *at, size_t *from, struct clair_hours *entry);

#endif
