/*
 * clairlint: can people reach, understand and get through this page?
 *
 * The embedding API. The order of calls:
 *
 *     clair_linter_new        once; may be shared by threads
 *     clair_lint              for each page, from any thread
 *     clair_run_new
 *     clair_run_add           for each result, from one thread, in the order of the report
 *     clair_run_finish        site rules, causes, scores
 *     clair_run_sample        when an audit is to walk some pages only
 *     clair_run_hold          when findings of an earlier run are known
 *     clair_run_write         for each format wanted
 *
 * The library never prints, exits, reads the environment, opens the network or keeps state of the
 * process. Texts are UTF-8. Unless said otherwise, a pointer given back lives as long as the object
 * that gave it.
 */
#ifndef CLAIRLINT_CLAIRLINT_H
#define CLAIRLINT_CLAIRLINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define CLAIR_VERSION "0.1.0"
#define CLAIR_VERSION_DATE "2026-11-22" /* of the man pages */
#define CLAIR_HOMEPAGE "https://clairlint.example/"
#define CLAIR_SCHEMA_VERSION 1
#define CLAIR_SCORE_FORMULA 1 /* of docs/scores.md: another number, and scores are not to be compared */
#define CLAIR_RGAA_VERSION "4.1.2"
#define CLAIR_WCAG_VERSION "2.2"

#define CLAIR_MUST_USE __attribute__((warn_unused_result))

enum clair_status {
	CLAIR_OK = 0,
	CLAIR_NO_MEMORY,
	CLAIR_BAD_INPUT,  /* configuration, dictionary, option: see the error text */
	CLAIR_IO,         /* a file or a socket failed */
	CLAIR_TOO_LARGE,  /* a ceiling was met */
	CLAIR_NOT_FOUND,
	CLAIR_BAD_RULE,   /* a file of rules: the error text starts with its file and line */
};

enum clair_lang { CLAIR_FR, CLAIR_EN, CLAIR_LANG_COUNT };

/* From mild to grave. A finding of outcome "review" counts as CLAIR_SEVERITY_REVIEW whatever the
 * severity of its rule. */
enum clair_severity {
	CLAIR_SEVERITY_REVIEW,
	CLAIR_MINOR,
	CLAIR_MAJOR,
	CLAIR_BLOCKING,
	CLAIR_SEVERITY_COUNT,
};

/* EARL 1.0 outcomes; INAPPLICABLE comes first so that a zeroed tally is inapplicable. */
enum clair_outcome {
	CLAIR_INAPPLICABLE,
	CLAIR_PASS,
	CLAIR_FAIL,
	CLAIR_REVIEW,   /* EARL cantTell: a person must look */
	CLAIR_UNTESTED,
	CLAIR_OUTCOME_COUNT,
};

enum clair_untested_reason {
	CLAIR_WHY_NONE,
	CLAIR_WHY_NEEDS_STYLE,
	CLAIR_WHY_NEEDS_SCRIPTS,
	CLAIR_WHY_TOO_SHORT,      /* less text than a measure needs */
	CLAIR_WHY_NOT_FRENCH,
	CLAIR_WHY_APPROXIMATE,    /* the tree is not a browser's tree */
	CLAIR_WHY_INCOMPLETE,     /* a ceiling was met while judging the page */
	CLAIR_WHY_FEW_PAGES,      /* site rules: too few pages seen */
	CLAIR_WHY_SILENCED,       /* every finding was suppressed: neither failed nor passed */
	CLAIR_WHY_STOPPED,        /* a rule of a file asked for more work than it may */
	CLAIR_WHY_COUNT,
};

/* Who is hindered: a set of bits, and the personas of the scores. */
enum clair_persona {
	CLAIR_PERSONA_BLIND,
	CLAIR_PERSONA_LOW_VISION,
	CLAIR_PERSONA_DEAF,
	CLAIR_PERSONA_MOTOR,
	CLAIR_PERSONA_LOW_LITERACY,
	CLAIR_PERSONA_NEWCOMER,
	CLAIR_PERSONA_COGNITIVE,
	CLAIR_PERSONA_PHONE_ONLY,
	CLAIR_PERSONA_ELDERLY,
	CLAIR_PERSONA_COUNT,
};

#define CLAIR_BLIND (1u << CLAIR_PERSONA_BLIND)
#define CLAIR_LOW_VISION (1u << CLAIR_PERSONA_LOW_VISION)
#define CLAIR_DEAF (1u << CLAIR_PERSONA_DEAF)
#define CLAIR_MOTOR (1u << CLAIR_PERSONA_MOTOR)
#define CLAIR_LOW_LITERACY (1u << CLAIR_PERSONA_LOW_LITERACY)
#define CLAIR_NEWCOMER (1u << CLAIR_PERSONA_NEWCOMER)
#define CLAIR_COGNITIVE (1u << CLAIR_PERSONA_COGNITIVE)
#define CLAIR_PHONE_ONLY (1u << CLAIR_PERSONA_PHONE_ONLY)
#define CLAIR_ELDERLY (1u << CLAIR_PERSONA_ELDERLY)
#define CLAIR_EVERYONE ((1u << CLAIR_PERSONA_COUNT) - 1)

/* The three scores. An axis follows from the folder of the rule. */
enum clair_axis { CLAIR_ACCESS, CLAIR_COMPREHENSION, CLAIR_JOURNEY, CLAIR_AXIS_COUNT };

/* Of a text only the words are judged, and the structure that its signs give it: see on_text in
 * clairlint/rule.h. Its findings point at its own lines. It is all main content, in French unless its words
 * show another language. */
enum clair_document_kind {
	CLAIR_HTML_PAGE,
	CLAIR_PLAIN_TEXT,
	CLAIR_MARKDOWN,   /* CommonMark, with tables; a YAML head between --- is skipped */
};

/* One answer of a server, or one file. The caller owns everything; clair_lint copies what it keeps. */
struct clair_document {
	const char *url;          /* as asked; may be relative for a file */
	const char *final_url;    /* after redirects; NULL: same as url */
	const char *file;         /* path of a local file, or NULL */
	const char *media_type;   /* essence, lower case ("text/html"), or NULL when unknown */
	const char *http_charset; /* of the Content-Type header, or NULL */
	int http_status;          /* 0 for a file */
	int click_depth;          /* clicks from the start page; -1 when unknown */
	const char *bytes;
	size_t length;
	const char *failure;      /* not NULL: why there are no bytes to judge, a key of clair_failures */
	enum clair_document_kind kind;
	bool own;                 /* of who asks: its own comments may silence findings */
};

/* Turns an address as written in a page into an absolute one. Gives NULL when it is not an address.
 * `base` is absolute. The result is malloc'd; the library frees it. May be called from any thread. */
typedef char *clair_resolve_fn(void *payload, const char *base, const char *reference);

/* What site an absolute address is of: its registrable domain. malloc'd; NULL without memory. May be called from
 * any thread. */
typedef char *clair_site_fn(const char *url);

/*
 * What an address gave: `bytes`, or `failure`, a key as those of a page's failure (http-status, timeout …; a
 * literal). "not-loaded" says that nobody could ask: it is not kept. The texts may be NULL. All but
 * `failure` is malloc'd, and freed by the library.
 */
struct clair_resource {
	char *bytes;
	size_t length;
	char *charset;     /* of the Content-Type header */
	char *media_type;  /* essence, lower case */
	bool no_sniff;     /* X-Content-Type-Options: nosniff */
	char *final_url;   /* after redirects; with a failure: what reports call it */
	const char *failure;
};
/* Brings a style sheet, from the address that `locate` made. Called by clair_lint, from any of its
 * threads; it may wait for the network. An answer is kept for the other pages as long as there is room;
 * without, an address is asked for again. Several threads may ask for the same one at once. */
typedef void clair_load_fn(void *payload, const char *url, struct clair_resource *resource);

/* Bytes that an address takes to bring, as they are sent; -1: not known. From the address that `locate` made.
 * Called by clair_lint, from any of its threads; it may wait for the network. */
typedef int64_t clair_weigh_fn(void *payload, const char *url);

/* Silences findings. Any pattern may be NULL: every rule, every element, every page. */
struct clair_suppression {
	const char *rule;     /* id, or theme with a star: falc/star */
	const char *selector; /* CSS selector that the element or an ancestor matches */
	const char *url;      /* glob over the address, star matches anything */
	const char *reason;   /* required */
	const char *until;    /* last day, YYYY-MM-DD, or NULL */
	const char *where;    /* file:line:column, for messages */
	bool in_page;         /* a comment of the page: the selector is NULL, and the url that of the page */
};

struct clair_rule_option {
	const char *rule;  /* id or pattern */
	bool enabled;
	int severity;      /* enum clair_severity, or -1: as the rule says */
};

struct clair_threshold_option {
	const char *key;
	double value;
};

/* How strictly texts are judged: as easy-to-read texts where the page says that it is one, everywhere, or
 * nowhere. */
enum clair_profile { CLAIR_PROFILE_AUTO, CLAIR_PROFILE_FALC, CLAIR_PROFILE_ADVICE };

/* Rules written without C: see docs/regles.md. */
struct clair_rule_file {
	const char *name;  /* for messages */
	const char *bytes; /* UTF-8 */
	size_t length;
};
struct clair_rule_set;

struct clair_options {
	const char *dictionaries;          /* folder; NULL: the one installed with the library */
	const char *hunspell;              /* folder of fr.aff and fr.dic; NULL: Debian's */
	const struct clair_rule_option *rules;
	size_t rule_count;
	const struct clair_rule_set *rule_set; /* asked beside the program's; outlives the linter. NULL: none */
	enum clair_lang lang;              /* of the errors of files of rules */
	enum clair_profile profile;
	bool audit;                        /* also asks the rules that show what a person must judge */
	const struct clair_threshold_option *thresholds;
	size_t threshold_count;
	const struct clair_suppression *suppressions;
	size_t suppression_count;
	const char *today;                 /* YYYY-MM-DD, for end dates; NULL: no end date is reached */
	clair_resolve_fn *resolve;         /* NULL: addresses are compared as written */
	void *resolve_payload;
	clair_site_fn *site_of;            /* NULL: two hosts are two sites */
	clair_load_fn *load;               /* NULL: only style written in the page is read */
	void *load_payload;
	clair_resolve_fn *locate;          /* address of a sheet, for load; NULL: as resolve */
	void *locate_payload;
	clair_weigh_fn *weigh;             /* NULL: pages are not weighed */
	void *weigh_payload;
	unsigned screen_width;             /* CSS pixels, for media queries; 0: 1280. Up to 600: a phone */
	size_t page_memory;                /* bytes for one page; 0: 480 MiB */
	unsigned page_milliseconds;        /* 0: 2500 */
	const char *shelf;                 /* folder, on a disk, where the results of a long run are put aside; NULL:
	                                      they stay in memory */
	bool brute_force;                  /* self-check: ask every rule about every node */
};

/* Rules, dictionaries, thresholds: read-only after clair_linter_new, but for the store of style sheets, which
 * the threads share under a lock. */
struct clair_linter;
struct clair_result; /* what was found on one page; the page itself is gone */
struct clair_run;    /* all results of one run */
struct clair_rule;   /* see rule.h */

/* On failure `*out` is still made, only for clair_linter_error, and must be freed. NULL when there is
 * no memory at all. */
CLAIR_MUST_USE enum clair_status clair_linter_new(
    struct clair_linter **out, const struct clair_options *options);
/* A linter with the rules, dictionaries and options of `base`, which outlives it, and with style sheets and a shelf of
 * its own: for one of the many sites that are judged at a time. It takes one part in `share` of the memory that a
 * linter has for them. */
struct clair_linter_payloads {
	void *load, *weigh, *locate; /* as load_payload and so on in the options */
};
CLAIR_MUST_USE enum clair_status clair_linter_share(struct clair_linter **out, const struct clair_linter *base,
    unsigned share, const struct clair_linter_payloads *payloads);
/* What is asked of pages, as 16 hex digits: the version of the program, rules with their severity, thresholds, profile, width of the screen, and
 * the bytes of the files of rules and of the dictionaries (Hunspell's left out). */
void clair_linter_identity(const struct clair_linter *linter, char identity[static 17]);
const char *clair_linter_error(const struct clair_linter *linter);
void clair_linter_free(struct clair_linter *linter);

/* The numbers that rules read: seuils.conf, then the options. */
struct clair_threshold_info {
	const char *key;
	const char *unit;
	double value, low, high;
};
size_t clair_linter_threshold_count(const struct clair_linter *linter);
struct clair_threshold_info clair_linter_threshold(const struct clair_linter *linter, size_t index);

/* Rules of the program in the order of their ids, enabled or not. */
size_t clair_rule_count(void);
const struct clair_rule *clair_rule_at(size_t index);
const struct clair_rule *clair_rule_find(const char *id);

/*
 * Reads files of rules; keeps neither names nor bytes. On failure `*out` is still made, only for
 * clair_rule_set_error, and must be freed; NULL when there is no memory at all. CLAIR_BAD_RULE: the error starts
 * with "FILE:LINE: ". Examples are run by clair_linter_new, which fails in the same way when one of them does not do
 * what it says.
 */
CLAIR_MUST_USE enum clair_status clair_rule_set_new(struct clair_rule_set **out,
    const struct clair_rule_file *files, size_t count, enum clair_lang lang);
const char *clair_rule_set_error(const struct clair_rule_set *set);
void clair_rule_set_free(struct clair_rule_set *set);
/* In the order of the files; 0 for NULL. */
size_t clair_rule_set_count(const struct clair_rule_set *set);
const struct clair_rule *clair_rule_set_at(const struct clair_rule_set *set, size_t index);
/* How many examples the rule has, and its first one: markup, that fails or that passes. */
size_t clair_rule_set_examples(const struct clair_rule_set *set, size_t index);
const char *clair_rule_set_example(const struct clair_rule_set *set, size_t index, bool fails);

/* Judges one page. Safe from several threads on one linter. A page that cannot be judged is still a
 * result, with its reason; only a lack of memory for the result itself fails. */
CLAIR_MUST_USE enum clair_status clair_lint(struct clair_result **out,
    const struct clair_linter *linter, const struct clair_document *document);
void clair_result_free(struct clair_result *result);

/* A page with its safe fixes, as far as they hold: judged again, it lacks their findings and has no other. */
struct clair_mended {
	struct clair_result *result; /* of the mended page; the caller's */
	char *bytes;                 /* malloc'd; NULL: nothing was changed */
	size_t length;
	uint32_t fixed;              /* findings */
	uint32_t undone;             /* safe fixes that did not hold */
	const char *charset;         /* of the page, as long as the result; "" when it was not read */
	const char *left_because;    /* key: there are safe fixes, and none could be applied: charset (the page is
	                                not in UTF-8), or a note of the result (approximate …). Or NULL */
};
/* As clair_lint. */
CLAIR_MUST_USE enum clair_status clair_mend(struct clair_mended *out,
    const struct clair_linter *linter, const struct clair_document *document);

/* Addresses that the page links to, absolute, without fragment, in document order, each once.
 * `nofollow` links are left out. Needs options.resolve. */
size_t clair_result_link_count(const struct clair_result *result);
const char *clair_result_link(const struct clair_result *result, size_t index);
/* The absolute address of rel=canonical, or NULL. */
const char *clair_result_canonical(const struct clair_result *result);
/* Why the page was not tested, a key that lives as long as the result; NULL: it was. */
const char *clair_result_not_tested(const struct clair_result *result);

/* What the crawl knows and the pages do not. All counts are pages. */
struct clair_crawl_facts {
	const char *start;           /* address of the site, or of the folder */
	const char *stopped_because; /* a key: all-pages, page-limit, time-limit, host-failing, interrupted … */
	uint32_t known, requested, fetched, skipped, failed;
	bool is_site;                /* site rules make sense: a crawl, not a list of files */
};

/* The run owns the results added to it. */
CLAIR_MUST_USE enum clair_status clair_run_new(
    struct clair_run **out, const struct clair_linter *linter);
CLAIR_MUST_USE enum clair_status clair_run_add(struct clair_run *run, struct clair_result *result);
CLAIR_MUST_USE enum clair_status clair_run_finish(
    struct clair_run *run, const struct clair_crawl_facts *crawl);
void clair_run_free(struct clair_run *run);

/* Chooses the pages that an audit walks, as the official method of the RGAA says: `limit` at most, of those that
 * were tested. Once a run, after clair_run_finish. The same pages and the same seed give the same sample, in
 * whatever folder or on whatever server they stand. When no page was tested there is none. */
enum { CLAIR_SAMPLE_LIMIT = 20 }; /* when nothing else tells one */
CLAIR_MUST_USE enum clair_status clair_run_sample(struct clair_run *run, uint32_t limit, uint32_t seed);
uint32_t clair_run_sampled(const struct clair_run *run); /* pages in it */

/* How many findings that are not silenced are at or over a severity. */
uint32_t clair_run_count(const struct clair_run *run, enum clair_severity at_least);
/* Rules of files that were stopped, on some page, before they had looked at all of it; from 0 on, NULL after the
 * last. */
const struct clair_rule *clair_run_stopped(const struct clair_run *run, size_t index, uint32_t *pages);
uint32_t clair_run_tested(const struct clair_run *run);
uint32_t clair_run_pages(const struct clair_run *run);

enum clair_format {
#define FORMAT(id, ...) CLAIR_##id,
#include "clairlint/format.def"
#undef FORMAT
	CLAIR_FORMAT_COUNT,
};

/* The pages under an address, or a local path, are made from the files under a path of the repository: relative,
 * without "..". Both are prefixes, up to the end of a name. */
struct clair_source_map {
	const char *url;
	const char *path;
};

struct clair_history_point;

#define CLAIR_FILE_MARK "<!-- clairlint:page-file -->"

struct clair_write_options {
	enum clair_lang lang;
	const char *folder;    /* the current folder, absolute: paths are shown from there. NULL: not known */
	const struct clair_source_map *source_maps; /* the longest that fits is taken; of equal ones the first */
	size_t source_map_count;
	const char *scratch;   /* xlsx: folder, on a disk, for what is put aside while it is written; NULL: /tmp */
	const char *started;   /* RFC 3339, or NULL: the field is fixed (reproducible) */
	const char *threshold; /* name of --fail-on, for the `end` line */
	int exit_status;
	bool color;            /* text: ANSI colours */
	bool plain;            /* text: for screen readers, no drawing characters */
	int width;             /* text: columns; 0: 80 */
	/* html, past 500 pages: begins another file of the report, when the one before is whole; what is written
	 * next goes there. False stops the writing. `name` is of letters, digits and a dot. NULL: one file only. */
	bool (*open)(void *payload, const char *name);
	/* They start with CLAIR_FILE_MARK, and are called "1.html", "2.html"… */
	const char *open_folder; /* where these files stand, from the first file: "rapport-pages" */
	const char *open_back;   /* the first file, from there: "../rapport.html" */
	/* What earlier runs gave, and this one, oldest first: see clairlint/history.h. */
	const struct clair_history_point *history;
	size_t history_count;
	size_t history_older;    /* how many more came before the first of them */
	const struct clair_history_point *history_now; /* of this run, among them; NULL: it gives none */
};

/* Gives false to stop the writing, which then fails with CLAIR_IO. */
typedef bool clair_write_fn(void *payload, const char *bytes, size_t length);

CLAIR_MUST_USE enum clair_status clair_run_write(const struct clair_run *run,
    enum clair_format format, const struct clair_write_options *options, clair_write_fn *write,
    void *payload);

/* Two reports of --format json, of the same site at two moments. */
struct clair_compare;
struct clair_compare_input {
	const char *name;  /* for the reports and the faults */
	const char *bytes;
	size_t length;
};
struct clair_compare_options {
	struct clair_compare_input old, new;
	double menu_change_limit; /* percent of the entries of the menu: past it, people should be told */
};
/* Why two reports cannot be compared. */
enum clair_compare_why {
	CLAIR_COMPARE_FINE,
	CLAIR_COMPARE_NO_MEMORY,
	CLAIR_COMPARE_NOT_JSON,       /* at line and column */
	CLAIR_COMPARE_NOT_REPORT,     /* JSON, but no report of --format json */
	CLAIR_COMPARE_OTHER_SCHEMA,   /* `schema` is its version; 0: it tells none */
	CLAIR_COMPARE_NOTHING_TESTED, /* no page of it was tested: nothing can be said to be new or gone */
};
struct clair_compare_fault {
	enum clair_compare_why why;
	const char *name; /* of the report at fault */
	unsigned line, column;
	int schema;
};
/* Keeps the names, not the bytes. On failure `*out` is NULL and `*fault` says why. */
CLAIR_MUST_USE enum clair_status clair_compare_new(struct clair_compare **out,
    const struct clair_compare_options *options, struct clair_compare_fault *fault);
void clair_compare_free(struct clair_compare *compare);
/* Failures that the old report does not have, silenced ones and those set apart left out. */
uint32_t clair_compare_new_failures(const struct clair_compare *compare);
/* CLAIR_TEXT, CLAIR_JSON or CLAIR_HTML. */
CLAIR_MUST_USE enum clair_status clair_compare_write(const struct clair_compare *compare,
    enum clair_format format, const struct clair_write_options *options, clair_write_fn *write,
    void *payload);

/* Findings known before, as clair_baseline_write wrote them: see docs/schema/baseline-1.schema.json. */
struct clair_baseline;
enum clair_baseline_why {
	CLAIR_BASELINE_FINE,
	CLAIR_BASELINE_NO_MEMORY,
	CLAIR_BASELINE_NOT_ONE,       /* its first line does not say that it is a baseline */
	CLAIR_BASELINE_OTHER_VERSION, /* `version` is its own */
	CLAIR_BASELINE_NOT_JSON,      /* a line that is no JSON object, at `column` */
	CLAIR_BASELINE_BAD_KEY,       /* `key` is missing in this line, or not as it should be */
	CLAIR_BASELINE_TWICE,         /* this line says again what a line above said */
	CLAIR_BASELINE_CUT,           /* the last line is missing, or tells another number of lines */
};
struct clair_baseline_fault {
	enum clair_baseline_why why;
	unsigned line, column;
	int version;
	const char *key; /* a literal */
};
#define CLAIR_BASELINE_VERSION 1
/* Keeps neither the bytes nor the name of the file. On failure `*out` is NULL and `*fault` says why. */
CLAIR_MUST_USE enum clair_status clair_baseline_new(struct clair_baseline **out, const char *name,
    const char *bytes, size_t length, struct clair_baseline_fault *fault);
void clair_baseline_free(struct clair_baseline *baseline);
/* What a run may have at most, or must have at least. Silenced findings do not count. */
struct clair_budget {
	const char *rule;       /* id, or theme with a star; NULL: every rule */
	const char *url;        /* glob over the address, star matches anything; NULL: every page, and the site */
	bool of_score;          /* the lowest score of these pages (without `url`, that of the run), on `axis` */
	enum clair_axis axis;
	enum clair_severity severity; /* else the number of findings at or over it */
	double limit;           /* -1: none, but `not_worse` */
	bool not_worse;         /* than in the baseline */
	const char *where;      /* file:line:column, for messages; or NULL */
};
/* Compares the finished run, after clair_run_hold, with its budgets, which must outlive it. `baseline` NULL: nothing
 * is known of before. */
CLAIR_MUST_USE enum clair_status clair_run_spend(struct clair_run *run, const struct clair_budget *budgets,
    size_t count, const struct clair_baseline *baseline);
/* Budgets that are not kept. */
uint32_t clair_run_broken_budgets(const struct clair_run *run);
/* Says of each finding of a finished run whether it was known. Once a run; the baseline is used up. */
CLAIR_MUST_USE enum clair_status clair_run_hold(struct clair_run *run, struct clair_baseline *baseline);
/* How many new findings are at or over a severity; 0 when the run was held against nothing. */
uint32_t clair_run_count_new(const struct clair_run *run, enum clair_severity at_least);
/* CLAIR_NOT_FOUND, and nothing is written, when no page was tested. */
CLAIR_MUST_USE enum clair_status clair_baseline_write(
    const struct clair_run *run, clair_write_fn *write, void *payload);

/* A draft of the statement of accessibility that French law asks for, in Markdown: what the run knows, and
 * "à compléter" elsewhere. Always in French. */
CLAIR_MUST_USE enum clair_status clair_statement_write(
    const struct clair_run *run, clair_write_fn *write, void *payload);

/* What the rules of files found, rule by rule, in plain text. */
CLAIR_MUST_USE enum clair_status clair_tried_write(
    const struct clair_run *run, enum clair_lang lang, clair_write_fn *write, void *payload);

/* The State's model of an audit grid for the RGAA (an OpenDocument spreadsheet), or one of the same shape: a table
 * of the pages, with « Titre » and « URL », and a sheet for each page, with « Statut », « Modifications à apporter »
 * and the number of each criterion. */
struct clair_grid_model;
enum clair_grid_why {
	CLAIR_GRID_FINE,
	CLAIR_GRID_NO_MEMORY,
	CLAIR_GRID_NOT_ZIP,      /* no package, or one that is cut short or damaged */
	CLAIR_GRID_NOT_SHEETS,   /* not an OpenDocument spreadsheet */
	CLAIR_GRID_NO_CONTENT,   /* content.xml is missing, damaged or under a password */
	CLAIR_GRID_NOT_XML,      /* content.xml is not well-formed, or declares a document type */
	CLAIR_GRID_TOO_LARGE,
	CLAIR_GRID_NO_PAGE_SHEET,
	CLAIR_GRID_NO_SAMPLE,    /* the table of the pages */
};
/* Keeps a copy of the bytes. On failure `*out` is NULL. */
CLAIR_MUST_USE enum clair_status clair_grid_model_new(
    struct clair_grid_model **out, const char *bytes, size_t length, enum clair_grid_why *why);
void clair_grid_model_free(struct clair_grid_model *model);
/* Pages that it has a sheet for. */
uint32_t clair_grid_model_sheets(const struct clair_grid_model *model);

/* What became of a run in a grid. */
struct clair_grid_told {
	uint32_t pages;    /* that have a sheet */
	uint32_t left_out; /* for which there was none */
	uint32_t untested; /* met by the crawl and not tested: no sheet is given to them */
	uint32_t unplaced; /* titles, addresses, statuses and findings without a cell to write them in */
	uint32_t replaced; /* statuses that stood in the model, other than NT */
};
/* Fills the model with the sample of the run, or with its pages in order. Formulas, validations, styles and the other
 * sheets stay. CLAIR_NOT_FOUND, and nothing is written, when no page was tested. */
CLAIR_MUST_USE enum clair_status clair_run_fill_grid(const struct clair_run *run,
    const struct clair_grid_model *model, const struct clair_write_options *options,
    struct clair_grid_told *told, clair_write_fn *write, void *payload);

/* What a rule can say: bits, by the index of its messages. The program knows it from its examples. */
struct clair_rule_says {
	uint64_t fails, reviews;
};
typedef struct clair_rule_says clair_rule_says_fn(const struct clair_rule *rule);

/* Writes, in Markdown, the table of the RGAA tests: what is done for each, by which rules. */
CLAIR_MUST_USE enum clair_status clair_rgaa_table_write(
    enum clair_lang lang, clair_rule_says_fn *says, clair_write_fn *write, void *payload);
/* The same of the rules of the European standard for easy reading (FALC). */
CLAIR_MUST_USE enum clair_status clair_falc_table_write(
    enum clair_lang lang, clair_rule_says_fn *says, clair_write_fn *write, void *payload);

/* The same of what people ask of public sites. */
CLAIR_MUST_USE enum clair_status clair_needs_table_write(
    enum clair_lang lang, clair_rule_says_fn *says, clair_write_fn *write, void *payload);

/* The examples of a rule, as `explain` shows them; texts may be NULL. The program knows them. */
struct clair_rule_example {
	const char *wrong_title, *wrong, *right_title, *right;
	size_t wrong_length, right_length; /* bytes of the code to show: a long text is cut */
	bool fails;                        /* the wrong one fails; else it is to be checked */
};
typedef struct clair_rule_example clair_rule_example_fn(const struct clair_rule *rule);

/* The site of documentation, in HTML: index.html in LANG/ and the page of each rule in LANG/ID.html; beside the
 * folders of languages stand index.html (the choice of a language), style.css and search.js. */
CLAIR_MUST_USE enum clair_status clair_site_rule_write(enum clair_lang lang, const struct clair_rule *rule,
    clair_rule_example_fn *example, clair_write_fn *write, void *payload);
CLAIR_MUST_USE enum clair_status clair_site_index_write(
    enum clair_lang lang, clair_write_fn *write, void *payload);
CLAIR_MUST_USE enum clair_status clair_site_home_write(clair_write_fn *write, void *payload);
CLAIR_MUST_USE enum clair_status clair_site_style_write(clair_write_fn *write, void *payload);
CLAIR_MUST_USE enum clair_status clair_site_script_write(clair_write_fn *write, void *payload);

/* The theme of a rule, its folder: "Images". */
const char *clair_theme_label(const struct clair_rule *rule, enum clair_lang lang);

/* Stable names, as in the JSON. */
const char *clair_severity_name(enum clair_severity severity);
const char *clair_outcome_name(enum clair_outcome outcome);
const char *clair_untested_name(enum clair_untested_reason reason);
const char *clair_persona_name(enum clair_persona persona);
/* As reports call them: "personnes aveugles". */
const char *clair_persona_label(enum clair_persona persona, enum clair_lang lang);
const char *clair_axis_name(enum clair_axis axis);
/* Words for why a page was not tested, or why a crawl ended (struct clair_crawl_facts). NULL: the key has none. */
const char *clair_why_label(const char *key, enum clair_lang lang);
const char *clair_format_name(enum clair_format format);
/* Whether a format also speaks of texts, which have no criteria. */
bool clair_format_of_texts(enum clair_format format);
/* The format that the name of a file means; CLAIR_FORMAT_COUNT: none. */
enum clair_format clair_format_of_file(const char *path);

#endif
