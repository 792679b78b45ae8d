/*
 * All that a rule may use, and nothing else: how it says what it is and what it found. The facts that it asks
 * for are in the headers included here, by subject.
 *
 * A rule decides. It does not walk the page, allocate, print, or know another rule. A check is called
 * by the engine for each element (or block, page, site) of the kinds it names, and answers
 * with an outcome. Before it answers CLAIR_FAIL or CLAIR_REVIEW it reports at least one finding.
 *
 * Strings given back are UTF-8, never NULL unless said, and live as long as the page (for site
 * rules: as long as the run). Functions called `clair_…` that take a context are facts: computed on
 * the first question, kept until the page dies.
 */
#ifndef CLAIRLINT_RULE_H
#define CLAIRLINT_RULE_H

#include "clairlint/aria.h"
#include "clairlint/contact.h"
#include "clairlint/network.h"
#include "clairlint/legal.h"
#include "clairlint/page.h"
#include "clairlint/procedure.h"
#include "clairlint/site.h"
#include "clairlint/style.h"
#include "clairlint/text.h"
#include "clairlint/tree.h"
#include "clairlint/types.h"

/* --- The descriptor ----------------------------------------------------------------------- */

enum clair_scope { CLAIR_ELEMENT, CLAIR_BLOCK, CLAIR_PAGE, CLAIR_SITE };
enum clair_maturity { CLAIR_STABLE, CLAIR_EXPERIMENTAL };

struct clair_kinds {
	const uint16_t *list;
	size_t count;
};
#define CLAIR_KINDS(...) \
	{ (const uint16_t[]){__VA_ARGS__}, \
	  sizeof((const uint16_t[]){__VA_ARGS__}) / sizeof(uint16_t) }

/* Lists of identifiers, ended by NULL. */
#define CLAIR_IDS(...) (const char *const[]){__VA_ARGS__, NULL}
#define CLAIR_LEN(array) (sizeof(array) / sizeof((array)[0]))

struct clair_text {
	const char *fr;
	const char *en;
};

/* {name} is replaced by the argument; {name|mot|mots} by the word for its number. */
struct clair_message {
	const char *key; /* stable: images/alt-missing#no-alt */
	const char *fr;
	const char *en;
	const char *const *rgaa; /* which of the rule's tests it speaks of; NULL: all */
	bool each;       /* page rules: told for each element, block or word that has it. Else it is told once for
	                    the page, and the place where it shows may change: it is the same finding */
};

struct clair_rule {
	const char *id;              /* its path under rules/, without .c */
	const char *place;           /* of a rule read from a file: "FILE:LINE". NULL: a rule of the program */
	const char *since;
	enum clair_maturity maturity;
	enum clair_scope scope;
	enum clair_severity severity; /* of a failure: MINOR, MAJOR or BLOCKING */
	unsigned who;                /* CLAIR_BLIND | … */
	bool advice;                 /* good practice: never counts for RGAA statuses */
	bool audit;                  /* asks a person about what it shows, without any doubt of its own: all its
	                                findings are reviews. Only asked in an audit (options.audit) */
	bool off;                    /* only asked when its own id is enabled, not a pattern: many of its findings
	                                are no fault. Advice whose findings are all reviews */
	bool on_text;                /* also asked of plain text and Markdown: it speaks of words, or of what their
	                                signs say (headings, links, images), never of tags or style */
	bool finds_all;              /* no part of the matter of its tests escapes it, on any tag: to have
	                                nothing to judge proves that there is nothing (RGAA: NA) */
	struct clair_kinds on_tags;  /* element rules: asked when the tag or the role is listed */
	struct clair_kinds on_roles;
	bool on_all;                 /* element rules: asked about every element. Say why in a comment */
	unsigned on_blocks;          /* block rules: CLAIR_BLOCKS(…) | … */
	bool only_french;            /* block rules: skip blocks that are not in French */
	bool only_main;              /* block rules: only the main content */
	const char *const *rgaa;     /* tests: "1.1.1" */
	const char *const *wcag;     /* success criteria: "1.1.1" */
	const char *const *act;      /* ACT rules implemented: "23a2a8" */
	const char *const *falc;     /* ids of falc-rules: "S04" */
	const char *const *needs;    /* S-numbers of the requirements: "S-044" */
	const char *const *thresholds; /* keys of seuils.conf that the check reads */
	struct clair_text title;     /* the requirement met, as RGAA phrases it */
	struct clair_text why;       /* who is hindered, and how */
	struct clair_text remedy;    /* the gesture that repairs */
	struct clair_text limits;    /* what the rule does not see; may be empty */
	const struct clair_message *messages;
	size_t message_count;
	struct {
		enum clair_outcome (*element)(struct clair_ctx *, const struct clair_node *);
		enum clair_outcome (*block)(struct clair_ctx *, const struct clair_block *);
		enum clair_outcome (*page)(struct clair_ctx *);
		enum clair_outcome (*site)(struct clair_ctx *);
	} check;
};

/* Declares, then defines, the descriptor: CLAIR_RULE(images_alt_missing) = { … }; */
#define CLAIR_RULE(symbol) \
	extern const struct clair_rule clair_rule_##symbol; \
	const struct clair_rule clair_rule_##symbol

/* --- Findings ----------------------------------------------------------------------------- */

enum clair_fix_kind {
	CLAIR_FIX_NONE,
	CLAIR_FIX_SET_ATTRIBUTE,
	CLAIR_FIX_REMOVE_ATTRIBUTE,
	CLAIR_FIX_REPLACE_TEXT,
	CLAIR_FIX_RENAME_ELEMENT,
	CLAIR_FIX_REMOVE_ELEMENT,
	CLAIR_FIX_ADD_ELEMENT,
};

/* SAFE: cannot change meaning, may be applied without asking. CHOICE: a person decides. */
enum clair_fix_safety { CLAIR_SAFE, CLAIR_CHOICE };

/* `message` is the index in the rule's messages. The outcome of the finding is CLAIR_FAIL for
 * clair_report…, CLAIR_REVIEW for clair_review…. Never NULL: past a ceiling an inert finding. */
struct clair_finding *clair_report(
    struct clair_ctx *ctx, const struct clair_node *node, unsigned message);
struct clair_finding *clair_review(
    struct clair_ctx *ctx, const struct clair_node *node, unsigned message);
struct clair_finding *clair_report_attr(struct clair_ctx *ctx, const struct clair_node *node,
    enum clair_attribute attribute, unsigned message); /* points at the attribute's value */
struct clair_finding *clair_review_attr(struct clair_ctx *ctx, const struct clair_node *node,
    enum clair_attribute attribute, unsigned message);
struct clair_finding *clair_report_block(
    struct clair_ctx *ctx, const struct clair_block *block, unsigned message);
struct clair_finding *clair_review_block(
    struct clair_ctx *ctx, const struct clair_block *block, unsigned message);
/* Part of a block: bytes of clair_block_text, as clair_find gives them. */
struct clair_finding *clair_report_part(struct clair_ctx *ctx, const struct clair_block *block,
    size_t from, size_t length, unsigned message);
struct clair_finding *clair_review_part(struct clair_ctx *ctx, const struct clair_block *block,
    size_t from, size_t length, unsigned message);
struct clair_finding *clair_report_sentence(
    struct clair_ctx *ctx, const struct clair_sentence *sentence, unsigned message);
struct clair_finding *clair_report_words(struct clair_ctx *ctx, const struct clair_word *first,
    const struct clair_word *last, unsigned message);
struct clair_finding *clair_review_words(struct clair_ctx *ctx, const struct clair_word *first,
    const struct clair_word *last, unsigned message);
/* Page rules: points at the element that holds the matter, or at <html> when there is none. */
struct clair_finding *clair_report_page(struct clair_ctx *ctx, unsigned message);
struct clair_finding *clair_review_page(struct clair_ctx *ctx, unsigned message);
/* Site rules. */
struct clair_finding *clair_report_site(
    struct clair_ctx *ctx, const struct clair_page_summary *page, unsigned message);
struct clair_finding *clair_review_site(
    struct clair_ctx *ctx, const struct clair_page_summary *page, unsigned message);

/* Arguments of the message. The value is copied, cut at 200 bytes on a character. NULL gives "". */
void clair_arg(struct clair_finding *finding, const char *name, const char *value);
void clair_arg_num(struct clair_finding *finding, const char *name, double value);

/* The fix of the element that the finding points at. `value` NULL: only a person can write it (then the
 * safety is CLAIR_CHOICE). Several calls make one fix, as safe as the least safe of them. */
void clair_fix_attr(struct clair_finding *finding, enum clair_fix_safety safety,
    enum clair_attribute attribute, const char *value);
void clair_fix_attr_of(struct clair_finding *finding, const struct clair_node *node,
    enum clair_fix_safety safety, enum clair_attribute attribute, const char *value);
void clair_fix_remove_attr(
    struct clair_finding *finding, enum clair_fix_safety safety, enum clair_attribute attribute);
void clair_fix_remove_named(
    struct clair_finding *finding, enum clair_fix_safety safety, const char *name);
/* Every copy of an attribute but the first; `name` is one that is repeated. */
void clair_fix_remove_copies(
    struct clair_finding *finding, enum clair_fix_safety safety, const char *name);
/* Records the declaration that decides this property: the finding then points at the CSS to mend too. */
void clair_points_at_css(struct clair_ctx *ctx, struct clair_finding *finding,
    const struct clair_node *node, enum clair_property property);
void clair_points_at_css_when(struct clair_ctx *ctx, struct clair_finding *finding,
    const struct clair_node *node, enum clair_property property, enum clair_situation situation);
void clair_points_at_generated(struct clair_ctx *ctx, struct clair_finding *finding,
    const struct clair_node *node, enum clair_generated where); /* at its `content` */
/* Replaces the text that the finding points at. */
void clair_fix_text(
    struct clair_finding *finding, enum clair_fix_safety safety, const char *text);
/* RENAME_ELEMENT, REMOVE_ELEMENT (`name` is the new one), or ADD_ELEMENT, where a person finds the place:
 * CLAIR_CHOICE. */
void clair_fix_other(struct clair_finding *finding, enum clair_fix_kind kind, const char *name);
/* Markup on the first line of the page: CLAIR_CHOICE. */
void clair_fix_start(struct clair_finding *finding, const char *markup);

/* `return clair_untested(ctx, CLAIR_WHY_TOO_SHORT);` */
enum clair_outcome clair_untested(struct clair_ctx *ctx, enum clair_untested_reason reason);

/* A number of the page kept in the result ("kandel_moles"). Set by page rules; name is a literal. */
void clair_measure(struct clair_ctx *ctx, const char *name, double value);

/* --- Thresholds and lists ------------------------------------------------------------------ */

double clair_threshold(struct clair_ctx *ctx, const char *key);

/* What a list of dictionaries/fr/ says of a text, or NULL. The text is compared without case, with
 * spaces squeezed. The value is the second column, "" when there is none. */
const char *clair_lookup(struct clair_ctx *ctx, const char *list, const char *text);

/* Named patterns (PCRE2), see dictionaries/patterns.conf. */
bool clair_matches(struct clair_ctx *ctx, const char *pattern, const char *text);
/* The first match in the text of a block, from `from`: offset and length in bytes. */
bool clair_find_in_block(struct clair_ctx *ctx, const char *pattern,
    const struct clair_block *block, size_t from, size_t *offset, size_t *length);

#endif
