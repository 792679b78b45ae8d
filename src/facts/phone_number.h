/*
 * Telephone numbers as people write them in French texts. Source: the national numbering plan (Arcep,
 * decision 2018-0881 as amended), ITU-T E.123 for the international form.
 */
#ifndef CLAIR_FACTS_PHONE_NUMBER_H
#define CLAIR_FACTS_PHONE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

enum { CLAIR_PHONE_DIGITS = 15 }; /* E.164 */

struct clair_phone_number {
	size_t from, length;                 /* bytes of the text */
	char digits[CLAIR_PHONE_DIGITS + 1]; /* national: 0140205050, 3939; foreign: without 00 or + */
	bool is_foreign;
	bool is_short;                       /* two to six figures: a number only where the words say so */
};

/* The first run of figures from `at` that is written as a telephone number. SIRET numbers, dates, prices,
 * bank accounts are not: too many figures, too few, or other groups. */
bool clair_phone_number_next(
    const char *text, size_t length, size_t at, struct clair_phone_number *number);

#endif
