/* The referentials (RGAA, WCAG): rows of rules/referentials/, compiled in, in file order. */
#ifndef CLAIR_SCORE_REFERENTIAL_H
#define CLAIR_SCORE_REFERENTIAL_H

#include <stddef.h>

struct clair_referential_row {
	const char *referential; /* "rgaa-4.1.2" */
	const char *kind;        /* "criterion" or "test" */
	const char *id;          /* "1.1", "1.1.1" */
	const char *class;       /* AUTO, AUTO-FAIL, CSS, SITE, ASSIST, BROWSER, HUMAN */
	const char *level;       /* A, AA */
	const char *wcag;        /* success criteria, comma; in the WCAG: name of the anchor */
	const char *fr;
	const char *en;
	const char *method_fr;   /* how a person does the test, in two sentences; "" when a program can do some */
	const char *method_en;
};

extern const struct clair_referential_row clair_referential[];
extern const size_t clair_referential_count;

#endif
