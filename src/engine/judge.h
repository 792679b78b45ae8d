/* What the engine keeps while one page (or the site) is judged. Private to src/engine/. */
#ifndef CLAIR_ENGINE_JUDGE_H
#define CLAIR_ENGINE_JUDGE_H

#include "engine/declared.h"
#include "engine/linter.h"

/* Findings of one rule on one page that are kept; the others are counted. */
enum { CLAIR_FINDINGS_KEPT = 100 };

struct clair_judge {
	const struct clair_linter *linter;
	struct clair_arena *mem;         /* of the result, or of the run for site rules */
	const char *url;
	struct clair_match match;        /* of the page, for the selectors of suppressions */
	struct clair_ignore *ignores;    /* comments of the page, of the result */
	uint32_t ignore_count;
	bool takes_comments;             /* a comment could spare what is found */
	const struct clair_rule *rule;   /* that runs */
	size_t rule_index;
	struct clair_tally *tally;       /* of the rule */
	uint32_t (*kept)[2];             /* by rule: findings that count, findings silenced */
	uint32_t reported;               /* by the check now running */
	uint32_t silenced;               /* of those */
	enum clair_untested_reason untested;
	struct clair_finding *first;     /* last one first */
	uint32_t finding_count;
	struct clair_measure *measures;
	uint32_t measure_count;
	uint32_t measure_room;
	struct clair_declared_state *declared; /* by rule of options.rule_set; NULL: none */
	uint64_t *room;                  /* for XPath; NULL: not asked for yet */
	struct clair_finding inert;      /* given back past a ceiling; written to, never read */
};

/* Counts one answer of the rule that runs. */
void clair_judge_count(struct clair_judge *judge, enum clair_outcome outcome);

/* Finds the comments of the page that ask to be spared. `own`: they are followed. */
void clair_ignores_find(struct clair_result *result, struct clair_page *page, const struct clair_linter *linter,
    bool own);
/* The first of them that spares this node, NULL the page itself; it counts the finding. Or NULL. */
const struct clair_suppression *clair_ignore_for(
    struct clair_judge *judge, const struct clair_node *node);
/* What the comment stands for holds this node, NULL the page itself. */
bool clair_ignore_holds(const struct clair_ignore *ignore, const struct clair_node *node);

/* Where comments that spare these findings may stand; before they are sorted. See spare.c. */
void clair_spares_find(const struct clair_judge *judge, const struct clair_page *page, struct clair_finding *first);

/* Decides the outcome of a rule from what was counted. */
void clair_tally_close(struct clair_tally *tally);

/* Sorts the findings by place, then rule, then message; returns the first. */
struct clair_finding *clair_findings_sort(
    struct clair_finding *first, uint32_t count, struct clair_arena *arena);

/* Fingerprint and cause; see fingerprint.c. `node` NULL: the page or the site. */
void clair_finding_identify(struct clair_ctx *ctx, struct clair_finding *finding,
    const struct clair_node *node, const char *text);

/* The cause is the declaration: the same for all the elements that it styles, on every page. */
void clair_finding_caused_by_css(struct clair_finding *finding);

#endif
