/*
 * Two crawls of one site, held against each other: what is new, what is gone, what people have to learn again.
 * Everything is read from the JSON reports; texts point into them. Lists are in the order of the reports, but
 * for changes, where procedures come first.
 */
#ifndef CLAIR_COMPARE_COMPARE_H
#define CLAIR_COMPARE_COMPARE_H

#include "base/arena.h"
#include "base/map.h"
#include "clairlint/clairlint.h"

#include <jansson.h>

/* Why a finding is neither new nor gone, or -- for NONE -- it is. */
enum clair_apart {
	CLAIR_APART_NONE,
	CLAIR_APART_RULE,       /* the rule was asked in one of the two crawls only */
	CLAIR_APART_PAGE,       /* the page was not read, or not tested, in the other crawl */
	CLAIR_APART_CUT,        /* the report lists only some findings of this rule on this page */
	CLAIR_APART_INCOMPLETE, /* the page was not judged to the end in one of the two */
	CLAIR_APART_COUNT,
};

struct clair_compared_finding {
	const char *rule;
	const char *message;     /* in the language of its report */
	const char *message_key; /* "" when there is none */
	const char *fingerprint;
	const char *selector, *excerpt; /* "" when there is none */
	const char *severity;
	const char *url;         /* of the page; "" for the site as a whole */
	uint32_t line, column;
	bool of_page;            /* its rule is asked about the page as a whole */
	bool failed;             /* else it is to be checked by a person */
	bool silenced;
	bool matched;            /* it is in the other report too */
	enum clair_apart apart;
	struct clair_compared_finding *next; /* while matching: with the same key */
};

struct clair_compared_field {
	const char *label;
	bool required;
};

struct clair_compared_form {
	struct clair_compared_field *fields;
	uint32_t field_count;
	const char *button;
};

/* What became of the page of the old crawl, or where the page of the new one comes from. */
enum clair_fate {
	CLAIR_FATE_KEPT,       /* at the same address */
	CLAIR_FATE_REDIRECTED, /* elsewhere, and the old address leads there */
	CLAIR_FATE_MOVED,      /* elsewhere, by its words; nothing tells that the old address leads there */
	CLAIR_FATE_DEAD,       /* the server answers by an error */
	CLAIR_FATE_GONE,       /* no page leads there any more */
	CLAIR_FATE_UNREAD,     /* the other crawl did not read it, or could not */
	CLAIR_FATE_ADDED,      /* only of a page of the new crawl */
};

struct clair_compared_page {
	const char *url;       /* where it is */
	const char *key;       /* the same without the host or the folder */
	const char *asked_key; /* as it was asked for */
	const char *kind, *title, *heading, *button, *content;
	const char *note;      /* "" when there is none */
	int status;            /* 0: not known */
	int depth;             /* -1: not known */
	bool tested;
	bool traced;           /* the report says what is compared: forms, heading, button */
	struct clair_compared_form *forms;
	uint32_t form_count;
	struct clair_compared_finding *findings;
	uint32_t finding_count;
	uint32_t failures;     /* that are not silenced */
	const json_t *outcomes;
	enum clair_fate fate;
	struct clair_compared_page *other; /* in the other crawl, or NULL */
};

struct clair_compared_entry {
	uint32_t level;
	const char *words;
	const char *key;       /* of its address; NULL: not known */
	uint32_t parent;       /* index of the entry above; CLAIR_NO_ENTRY at level 1 */
	struct clair_compared_entry *other;
	bool moved;
};
#define CLAIR_NO_ENTRY UINT32_MAX

struct clair_compared_side {
	const char *name;      /* of the file */
	json_t *root;
	const char *version, *rgaa, *started, *url, *stopped_because;
	enum clair_lang lang;
	int formula;           /* of the scores; 0: not told */
	bool complete;         /* all the pages found were read */
	struct clair_compared_page *pages;
	uint32_t page_count, tested;
	struct clair_map by_key;    /* address asked, then final, to the page */
	struct clair_compared_finding *findings; /* of the site */
	uint32_t finding_count;
	struct clair_map rules;     /* id of each rule that was asked */
	const char **rule_list;
	uint32_t rule_count;
	bool has_menus;             /* the report tells them */
	struct clair_compared_entry *entries; /* of the main menu of most pages */
	uint32_t entry_count;
	double axis[CLAIR_AXIS_COUNT];       /* -1: not known */
	double persona[CLAIR_PERSONA_COUNT];
};

enum clair_change_kind {
	CLAIR_CHANGE_DEAD,
	CLAIR_CHANGE_MOVED,
	CLAIR_CHANGE_GONE,
	CLAIR_CHANGE_REDIRECTED,
	CLAIR_CHANGE_ADDED,
	CLAIR_CHANGE_DEPTH,          /* before, after: clicks */
	CLAIR_CHANGE_BUTTON,
	CLAIR_CHANGE_FORM_ADDED,
	CLAIR_CHANGE_FORM_GONE,
	CLAIR_CHANGE_FIELD_ADDED,
	CLAIR_CHANGE_FIELD_GONE,
	CLAIR_CHANGE_FIELD_RENAMED,
	CLAIR_CHANGE_FIELD_REQUIRED, /* now, and not before */
	CLAIR_CHANGE_FIELD_OPTIONAL,
	CLAIR_CHANGE_FIELD_ORDER,
	CLAIR_CHANGE_FORM_BUTTON,
	CLAIR_CHANGE_ENTRY_RENAMED,
	CLAIR_CHANGE_ENTRY_MOVED,
	CLAIR_CHANGE_ENTRY_ADDRESS,
	CLAIR_CHANGE_ENTRY_GONE,
	CLAIR_CHANGE_ENTRY_ADDED,
	CLAIR_CHANGE_KIND_COUNT,
};

struct clair_change {
	enum clair_change_kind kind;
	const struct clair_compared_page *old_page, *new_page; /* NULL: there is none, or it is a menu */
	const char *before, *after;  /* words, or addresses; NULL where there is none */
};

struct clair_finding_counts {
	uint32_t appeared, gone, same;
};

/* Of what people knew, what is still there. */
struct clair_stability {
	double value;             /* 0 to 100; -1: not measured */
	const char *reason;       /* key, when it is not */
	uint32_t entries, entries_kept;       /* of the old main menu */
	uint32_t addresses, addresses_kept;   /* of the procedures of the old crawl */
};

struct clair_compare {
	struct clair_compared_side old, new;
	struct clair_finding_counts failed, review;
	uint32_t apart[CLAIR_APART_COUNT];       /* findings of the new report */
	uint32_t apart_before[CLAIR_APART_COUNT];/* of the old one */
	const char **rules_before, **rules_now;  /* asked in one crawl only */
	uint32_t rules_before_count, rules_now_count;
	struct clair_change *changes;
	uint32_t change_count, change_room;
	struct clair_stability stability;
	double menu_change_limit;   /* percent of the entries */
	bool scores_compare;        /* made by the same formula, from the same rules */
	struct clair_arena mem;
};

/* --- Private to src/compare/ ------------------------------------------------------------------- */

/* Fills a side from its root. False: out of memory. */
bool clair_side_read(struct clair_compared_side *side, struct clair_arena *mem);
/* The address without the host, or the folder, where its crawl began. */
const char *clair_side_key(const struct clair_compared_side *side, const char *url);
struct clair_compared_page *clair_side_page(const struct clair_compared_side *side, const char *key);
/* A procedure, or a page where one is done. */
bool clair_compared_is_procedure(const struct clair_compared_page *page);

void clair_compare_pages(struct clair_compare *compare);
void clair_compare_findings(struct clair_compare *compare);
void clair_compare_menus(struct clair_compare *compare);
void clair_compare_forms(struct clair_compare *compare, const struct clair_compared_page *old_page);
void clair_change_add(struct clair_compare *compare, struct clair_change change);

#endif
