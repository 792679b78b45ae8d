/* The referentials (RGAA, WCAG, FALC, demands): rows of rules/referentials/, compiled in, in file order. */
#ifndef CLAIR_SCORE_REFERENTIAL_H
#define CLAIR_SCORE_REFERENTIAL_H

#include "clairlint/rule.h"

struct clair_referential_row {
	const char *referential; /* "rgaa-4.1.2" */
	const char *kind;        /* "criterion" or "test"; in the FALC: "section" or "rule"; in the demands: "section",
	                            "rule" or "part" (another part of the product than a rule serves it) */
	const char *id;          /* "1.1", "1.1.1"; "W05"; "S-044" */
	const char *class;       /* AUTO, AUTO-FAIL, CSS, SITE, ASSIST, BROWSER, HUMAN; in the FALC: MACHINE, PART
	                            (a program sees a part, a person the rest), PERSON, NOT-WEB; in the demands what
	                            it takes to know, the main one first, with +: HTML, CSS, SITE, CRAWLS, BROWSER,
	                            HUMAN */
	const char *level;       /* A, AA; in the demands REPORT when it is asked of reports and rankings */
	const char *wcag;        /* success criteria, comma; in the WCAG: name of the anchor; in the FALC:
	                            criteria of the State for simplified language (RLS) */
	const char *fr;
	const char *en;
	const char *method_fr;   /* how a person does it, in two sentences at most; "" when a program does. In the
	                            demands: which part serves it, or why nothing does */
	const char *method_en;
};

extern const struct clair_referential_row clair_referential[];
extern const size_t clair_referential_count;

/* A row of a referential, after this one; NULL gives the first. Sections stand before their rules. */
const struct clair_referential_row *clair_referential_next(
    const char *referential, const struct clair_referential_row *row);
bool clair_referential_is_section(const struct clair_referential_row *row);
/* A list of a rule, ended by NULL or NULL itself, holds the id. */
bool clair_referential_lists(const char *const *ids, const char *id);
struct clair_text clair_referential_title(const struct clair_referential_row *row);
struct clair_text clair_referential_method(const struct clair_referential_row *row); /* "" when there is none */

#endif
