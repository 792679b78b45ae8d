/* Rules chosen, dictionaries, thresholds and suppressions of one run. Private to src/engine/. */
#ifndef CLAIR_ENGINE_LINTER_H
#define CLAIR_ENGINE_LINTER_H

#include "base/shelf.h"
#include "engine/registry.h"
#include "engine/run.h"
#include "engine/sheets.h"
#include "facts/ctx.h"
#include "style/selector.h"

/* Rules of one kind of node: slots[start[kind]] … slots[start[kind + 1] - 1]. */
struct clair_buckets {
	uint32_t *start;
	uint16_t *slots;
};

struct clair_silencer {
	struct clair_suppression said;
	struct clair_css_selector_list selectors; /* none: any element */
	bool over;                                /* its last day has passed */
};

struct clair_linter {
	struct clair_options options;
	const struct clair_rule **rules; /* the program's, then those of options.rule_set: each at the same index in
	                                    all tallies */
	size_t rule_count;
	struct clair_dict *dict;
	struct clair_sheets *sheets;     /* changes: locked */
	struct clair_shelf *shelf;       /* changes: locked. Results lie there; NULL: they do not */
	bool *enabled;                   /* by rule */
	enum clair_severity *severity;   /* by rule */
	struct clair_buckets by_tag;
	struct clair_buckets by_role;
	uint16_t *everywhere;            /* rules asked about every element */
	size_t everywhere_count;
	bool asks_roles;                 /* some rule stands in by_role */
	uint16_t *page_rules, *block_rules;
	size_t page_rule_count, block_rule_count;
	struct clair_silencer *silencers;
	size_t silencer_count;
	bool shared;                     /* dict and rules are another linter's */
	bool trial;                      /* runs the examples of options.rule_set */
	const char *error;
	struct clair_arena mem;
};

bool clair_rule_has_tag(const struct clair_rule *rule, enum clair_tag tag);
bool clair_rule_has_role(const struct clair_rule *rule, enum clair_role role);

/* The first suppression that silences this finding, or NULL. `node` may be NULL; else `match` is of its
 * page. */
const struct clair_silencer *clair_silencer_for(const struct clair_linter *linter,
    const struct clair_rule *rule, const struct clair_node *node, const char *url,
    struct clair_match *match);

#endif
