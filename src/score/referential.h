/* The referentials (RGAA, WCAG, FALC): rows of rules/referentials/, compiled in, in file order. */
#ifndef CLAIR_SCORE_REFERENTIAL_H
#define CLAIR_SCORE_REFERENTIAL_H

#include <stddef.h>

struct clair_referential_row {
	const char *referential; /* "rgaa-4.1.2" */
	const char *kind;        /* "criterion" or "test"; in the FALC: "section" or "rule" */
	const char *id;          /* "1.1", "1.1.1"; "W05" */
	const char *class;       /* AUTO, AUTO-FAIL, CSS, SITE, ASSIST, BROWSER, HUMAN; in the FALC: MACHINE, PART
	                            (a program sees a part, a person the rest), PERSON, NOT-WEB */
	const char *level;       /* A, AA */
	const char *wcag;        /* success criteria, comma; in the WCAG: name of the anchor; in the FALC:
	                            criteria of the State for simplified language (RLS) */
	const char *fr;
	const char *en;
	const char *method_fr;   /* how a person does it, in two sentences at most; "" when a program does */
	const char *method_en;
};

extern const struct clair_referential_row clair_referential[];
extern const size_t clair_referential_count;

#endif
