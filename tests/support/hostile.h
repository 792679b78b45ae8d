/* Words that a page may hold, made to break what a report says of it. */
#ifndef CLAIR_TESTS_HOSTILE_H
#define CLAIR_TESTS_HOSTILE_H

#include <stddef.h>

extern const char *const hostile_words[];
extern const size_t hostile_word_count;

#endif
