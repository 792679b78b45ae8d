/* What the rules on the look of the main text have in common. */
#ifndef CLAIR_RULES_COMMON_PROSE_H
#define CLAIR_RULES_COMMON_PROSE_H

#include "clairlint/rule.h"
#include "rules/common/outcome.h"

/* Captions are small or in italics by use: only pages judged as FALC answer for them. */
#define RULE_TEXT_BLOCKS (CLAIR_PROSE_BLOCKS & ~CLAIR_BLOCKS(CLAIR_BLOCK_CAPTION))

/* How strictly this page is judged: all of its text as FALC, long texts if not. */
struct rule_strictness {
	bool falc;
	unsigned blocks;
	uint32_t words; /* of the shortest passage that counts */
};
struct rule_strictness rule_strictness(struct clair_ctx *ctx);

/* Adds what the message says of these passages, besides {count}. */
typedef void rule_describe(
    struct clair_ctx *ctx, struct clair_finding *finding, const struct clair_passages *passages);

/*
 * One finding for each declaration that harms. A review when a sheet is missing that may say better, and
 * untested when only the browser's own style is known. `describe` may be NULL.
 */
enum clair_outcome rule_check_passages(struct clair_ctx *ctx,
    const struct clair_passage_search *search, unsigned message, rule_describe *describe);

/* The same for what a person judges. */
enum clair_outcome rule_review_passages(struct clair_ctx *ctx,
    const struct clair_passage_search *search, unsigned message, rule_describe *describe);

/* The element or its nearest ancestor for which `has` says yes, or NULL. */
const struct clair_node *rule_closest_with(struct clair_ctx *ctx, const struct clair_node *node,
    bool (*has)(struct clair_ctx *, const struct clair_node *));

/* The element whose text-decoration-line has the word and reaches `node`, or NULL (CSS Text Decoration 4,
 * 2.1: boxes that float, are placed or stand in the line keep it out). */
const struct clair_node *rule_decorated_by(
    struct clair_ctx *ctx, const struct clair_node *node, const char *line);

/* How many values of a property the text has. */
struct rule_variety {
	enum clair_property property;
	unsigned blocks;
	const char *most; /* key of the threshold */
	/* Fills in what the value is called; false: this text does not count. */
	bool (*name)(struct clair_ctx *, const struct clair_prose *, char *name, size_t room);
	/* Whether two texts have one value for a reader. NULL: when it is called the same. */
	bool (*is_same)(struct clair_ctx *, const struct clair_node *, const struct clair_node *);
};
/* One finding, where the second value stands: the message has {count} and {list}. Only on a page judged
 * as FALC. A value that fewer words have than falc.passage.mots.min does not count. */
enum clair_outcome rule_check_variety(
    struct clair_ctx *ctx, const struct rule_variety *variety, unsigned message);

/* The first family of a computed font-family, without quotation marks, cut at `room`. */
void rule_first_family(const char *families, char *name, size_t room);

/* What the families are by their names: "empattements", "bâtons", "chasse fixe", "écriture", of the
 * list `polices`; "" when no name tells. */
const char *rule_family_kind(struct clair_ctx *ctx, const char *families);

#endif
