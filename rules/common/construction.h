/* What the rules on the constructions of sentences have in common. */
#ifndef CLAIR_RULES_COMMON_CONSTRUCTION_H
#define CLAIR_RULES_COMMON_CONSTRUCTION_H

#include "clairlint/rule.h"

#define RULE_USES(kind) (1u << (kind))

struct rule_constructions {
	unsigned kinds;   /* RULE_USES(CLAIR_USES_…) | … */
	uint32_t allowed; /* that many in a sentence are fine */
	uint32_t allowed_words; /* those of so many words are fine */
	bool is_review;
	unsigned message; /* has {text}: the words */
	/* Those that count; NULL: all. */
	bool (*counts)(const struct clair_construction *);
	/* Says it in the place of a finding on the words with {text}; NULL: so it is said. */
	void (*say)(struct clair_ctx *, const struct clair_sentence *, const struct clair_construction *);
};
/* One finding a sentence of prose, on the first construction past those allowed. */
enum clair_outcome rule_check_constructions(struct clair_ctx *ctx, const struct clair_block *block,
    const struct rule_constructions *search);

/* The threshold of this key for pages judged as FALC, or the other one. */
uint32_t rule_threshold_for(struct clair_ctx *ctx, const char *falc, const char *other);

#endif
