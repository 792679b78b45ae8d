/*
 * The result of a run: what the engine makes, what score adds to, what reports write. Everything is
 * in the order of the report: pages as they were added, findings by place then rule, causes worst first.
 */
#ifndef CLAIR_ENGINE_RUN_H
#define CLAIR_ENGINE_RUN_H

#include "base/arena.h"
#include "base/map.h"
#include "clairlint/rule.h"
#include "engine/edit.h"

struct clair_linter;

struct clair_argument {
	const char *name;
	const char *value;   /* text, or the number written plainly ("42", "16.5") */
	double number;
	bool is_number;
	bool is_ours;        /* not from the page: words of our own, with the spaces that their language wants */
};

enum { CLAIR_ARGUMENT_LIMIT = 6 };

struct clair_fix {
	enum clair_fix_kind kind;
	enum clair_fix_safety safety;
	const char *attribute; /* or NULL */
	const char *value;     /* of the attribute; the text that replaces; the name of the element: as read.
	                          NULL: none, or a person writes it */
	struct clair_edit *edits; /* NULL: a person makes it */
};

/* The declaration to mend. */
struct clair_css_pointer {
	const char *url;       /* of the sheet, or of the page for a <style>; NULL: none */
	uint32_t line, column;
	const char *property;
};

/* Beside the findings of an earlier run, when they were given. */
enum clair_baseline_state { CLAIR_BASELINE_NONE, CLAIR_BASELINE_NEW, CLAIR_BASELINE_KNOWN };

/* Where a comment that spares a finding may be written in a page of one's own. */
struct clair_spare {
	uint32_t offset;  /* byte of the decoded source */
	bool is_possible;
	bool of_page;     /* only clairlint-ignore-page spares it */
	bool own_line;    /* with a line break after it; else straight before what follows */
};

struct clair_finding {
	const struct clair_rule *rule;
	uint16_t message;
	uint16_t argument_count;
	enum clair_outcome outcome;    /* CLAIR_FAIL or CLAIR_REVIEW */
	uint32_t offset, length;       /* bytes of the decoded source */
	uint32_t line, column, end_line, end_column;
	const char *excerpt;           /* at most 160 bytes of source; of words, as they are read */
	bool is_words;
	const char *selector;
	struct clair_argument arguments[CLAIR_ARGUMENT_LIMIT];
	struct clair_fix fix;
	struct clair_css_pointer css;
	char fingerprint[17];          /* 16 hex digits */
	char cause[17];
	const struct clair_suppression *suppressed; /* or NULL */
	struct clair_spare spare;
	const char *third_party;       /* service whose part of the page this is in: "captcha hCaptcha"; or NULL */
	enum clair_baseline_state baseline;
	const struct clair_page_summary *page;      /* site findings; NULL: the site as a whole */
	struct clair_finding *next;    /* same page */
	const struct clair_page *source;   /* while the page is judged, for the edits */
	const struct clair_node *node;
	struct clair_arena *arena;     /* where its texts go; NULL: inert, nothing is kept */
};

/* One rule on one page. Counts are of elements (blocks, pages), not of findings. */
struct clair_tally {
	uint32_t passed, failed, review;
	uint32_t silenced;                   /* elements all of whose findings are suppressed */
	uint32_t untold;                     /* findings past the ceiling: counted, not kept */
	uint64_t failed_messages;            /* bit: index of a message told, not silenced */
	uint64_t review_messages;
	enum clair_outcome outcome;
	enum clair_untested_reason untested; /* when the outcome is CLAIR_UNTESTED, or beside what was found */
};

struct clair_measure {
	const char *name;
	double value;
};

/* A comment of the page that asks to be spared: <!-- clairlint-ignore RULE : reason -->. */
enum clair_ignore_state {
	CLAIR_IGNORE_UNUSED,      /* nothing to silence there */
	CLAIR_IGNORE_USED,
	CLAIR_IGNORE_NOT_HONOURED,/* the page is not known to be of who asks */
	CLAIR_IGNORE_NO_RULE,     /* it names no rule of the program */
	CLAIR_IGNORE_NO_REASON,
	CLAIR_IGNORE_BAD_DAY,     /* its last day is no day */
	CLAIR_IGNORE_OVER,        /* its last day has passed */
	CLAIR_IGNORE_NO_ELEMENT,  /* no element follows it */
	CLAIR_IGNORE_STATES,
};
struct clair_ignore {
	struct clair_suppression said; /* one rule */
	enum clair_ignore_state state;
	bool whole_page;
	uint32_t line, column;
	uint32_t from, end;            /* nodes of the element that it spares, while the page is judged */
	uint32_t silenced;             /* findings */
};

/* Adds the comment to write at `at` in the source, with what parts it from what follows. */
void clair_spare_write(struct clair_buf *out, const struct clair_finding *finding, const char *source, size_t length,
    size_t at, const char *reason);

/* What stands for a reason that somebody has to write yet: it is none. */
extern const char *const clair_ignore_blank[CLAIR_LANG_COUNT];

/* -1: not known (nothing tested on that axis). */
struct clair_scores {
	double axis[CLAIR_AXIS_COUNT];
	double persona[CLAIR_PERSONA_COUNT];
	enum clair_persona worst; /* CLAIR_PERSONA_COUNT when unknown */
};

/* How easy the text of a page is to read, from what the rule readability/index measured. */
enum { CLAIR_READING_GRADES = 5 }; /* A to E */
struct clair_page_reading {
	double index;   /* 0 to 100, higher is simpler; -1: not measured */
	unsigned grade; /* 0: A; 4: E */
	bool too_short; /* there is French text, less than it takes */
};
struct clair_run_readings {
	double mean;    /* of the indices; -1: none is measured */
	uint32_t grades[CLAIR_READING_GRADES]; /* pages of each */
	uint32_t measured, too_short;
};

enum clair_rgaa_state { CLAIR_RGAA_NT, CLAIR_RGAA_NC, CLAIR_RGAA_NA, CLAIR_RGAA_C };

struct clair_rgaa_test {
	const char *id;              /* "1.1.1" */
	struct clair_text title;
	struct clair_text method;     /* how a person does it, when only a person can; or "" */
	bool whole;                  /* a machine can decide all of it: a pass is a pass */
	bool drawn;                  /* it takes the page as a browser draws and runs it */
	enum clair_outcome outcome;  /* UNTESTED when no rule decides it */
};

struct clair_rgaa_criterion {
	const char *id;              /* "1.1" */
	struct clair_text title;
	enum clair_rgaa_state state;
	bool review;                 /* something is to be looked at by a person */
	const struct clair_rgaa_test *tests;
	uint32_t test_count;
};

/* A style sheet that pages ask for and that was not had. */
struct clair_lost_sheet {
	const char *url;  /* absolute, or as written when it is not an address */
	const char *why;  /* key */
	uint32_t pages;   /* of the run; of one page: 1 */
};

/* One of the open indicators of a site: see docs/scores.md. */
enum { CLAIR_INDICATORS = 10, CLAIR_INDICATOR_PARTS = 2 };
struct clair_indicator {
	const char *id;     /* "I1" to "I10" */
	const char *name;   /* "rgaa-failures" … */
	const char *unit;   /* percent, criteria-per-page, median, median-clicks, hosts, score */
	double value;
	bool measured;
	const char *reason; /* key, when it is not */
	const char *word;   /* what the value is of, a key (a persona); or NULL */
	uint32_t of;        /* pages that it is made from */
	struct clair_measure parts[CLAIR_INDICATOR_PARTS];
	uint32_t part_count;
};

/* One page: kept until the end of the run, in its own arena, where it lies itself. */
struct clair_result {
	const char *url;
	const char *final_url;
	const char *file;            /* or NULL */
	const char *media_type;      /* or "" */
	const char *charset;         /* or "" */
	const char *charset_from;    /* bom, http, meta, default, or "" */
	const char *lang;            /* of the root, or "" */
	const char *title;
	const char *kind;            /* a name of clair_page_kind_name, or text */
	const char *kind_reason;     /* what told it: address, title, headings… ; "" or NULL: nothing did */
	bool is_text;                /* only rules with on_text were asked */
	bool is_falc;                /* judged as an easy-to-read text */
	int http_status;
	int click_depth;
	size_t bytes;
	bool verbatim;               /* the decoded source is these bytes, from `mark` on */
	uint8_t mark;                /* bytes of the byte order mark */
	bool tested;
	const char *not_tested_reason; /* key, NULL when tested: http-error, not-html, shell, empty,
	                                  not-text, refused, robots, network, duplicate … */
	const char *note;              /* key of a remark on a tested page (approximate …), or NULL */
	struct clair_tally *tallies;   /* one per rule of the linter */
	struct clair_finding *first;
	uint32_t finding_count;
	struct clair_measure *measures;
	uint32_t measure_count;
	struct clair_scores scores;
	struct clair_page_reading reading;
	uint32_t sheets_read;          /* linked and imported, each once */
	struct clair_lost_sheet *sheets_lost; /* in the order of the page */
	uint32_t sheets_lost_count;
	struct clair_ignore *ignores;  /* in the order of the page */
	uint32_t ignore_count;
	struct clair_page_summary *summary; /* NULL when not tested. Once in a run: in its memory */
	const struct clair_trace *trace; /* for comparisons; NULL when not tested */
	const struct clair_procedure_label *procedure; /* what it takes; NULL: no step of a procedure */
	struct clair_arena mem;
};

/* What a run has beside the findings known before. Silenced findings are left out. */
struct clair_baseline_counts {
	uint32_t fresh, known, gone;
};
struct clair_baseline_facts {
	const char *name;         /* of the file */
	struct clair_baseline_counts failed, review;
	uint32_t fresh[CLAIR_SEVERITY_COUNT]; /* new findings, by severity */
	uint32_t unlisted[CLAIR_SEVERITY_COUNT]; /* and those past the ceiling of a page, which are only counted */
	uint32_t unseen;          /* known before, where this run did not look: pages, rules, findings past the ceiling */
	uint32_t apart;           /* found now, where nobody had looked: a rule or a page that was not tested then */
};

enum clair_budget_state {
	CLAIR_BUDGET_KEPT,
	CLAIR_BUDGET_OVER,       /* more findings, or a lower score, than its limit */
	CLAIR_BUDGET_WORSE,      /* than in the baseline */
	CLAIR_BUDGET_NOT_THERE,  /* the baseline does not tell it */
	CLAIR_BUDGET_NO_BASELINE,/* none was given: only its limit is held */
	CLAIR_BUDGET_UNKNOWN,    /* nothing that it is about was tested */
	CLAIR_BUDGET_STATES,
};
struct clair_budget_result {
	const struct clair_budget *budget;
	enum clair_budget_state state;
	const char *name;   /* what it counts, the same from one run to the next: "rule=images/star severity=major" */
	double value;       /* -1: not known */
	double before;      /* in the baseline; -1: not known */
};

/* Why a page is in the sample of an audit, in the order in which they are looked for. */
enum clair_sample_why {
	/* Pages that the method names: each when it exists. */
	CLAIR_SAMPLE_HOME,
	CLAIR_SAMPLE_CONTACT,
	CLAIR_SAMPLE_LEGAL,
	CLAIR_SAMPLE_STATEMENT,
	CLAIR_SAMPLE_HELP,
	CLAIR_SAMPLE_SITE_MAP,
	CLAIR_SAMPLE_SEARCH,
	CLAIR_SAMPLE_LOGIN,
	CLAIR_SAMPLE_STEP,     /* of a process: all of its steps */
	/* One page at least of each service and of each content. */
	CLAIR_SAMPLE_MENU,
	CLAIR_SAMPLE_PROCEDURE,
	CLAIR_SAMPLE_APPOINTMENT,
	CLAIR_SAMPLE_PAYMENT,
	CLAIR_SAMPLE_FORM,
	CLAIR_SAMPLE_NEWS,
	CLAIR_SAMPLE_DATA_TABLE,
	CLAIR_SAMPLE_MEDIA,
	CLAIR_SAMPLE_DOWNLOAD,
	CLAIR_SAMPLE_KINDS,
	CLAIR_SAMPLE_LOOK = CLAIR_SAMPLE_KINDS, /* built unlike those chosen before */
	CLAIR_SAMPLE_RANDOM,
	CLAIR_SAMPLE_WHYS,
};
struct clair_sample_page {
	uint32_t page;      /* index among the pages of the run */
	enum clair_sample_why why;
	uint32_t also;      /* bits of the other kinds that it is an example of */
	uint32_t alike;     /* pages out of the sample that look like it, and like no other of the sample more */
};
struct clair_sample {
	const struct clair_sample_page *pages; /* in the order in which they were chosen */
	uint32_t count;
	uint32_t limit;
	uint32_t seed;
	uint32_t missing;   /* bits of the kinds that no tested page was found of */
	uint32_t no_room;   /* bits of the kinds found that the limit leaves without a page */
	uint32_t steps_left;/* pages of processes that it leaves out */
	uint32_t looks_left;/* pages that look like none of the sample */
};

/* Findings that one edit would mend. */
struct clair_cause {
	const char *id;
	const struct clair_rule *rule;           /* of the findings */
	enum clair_severity severity;
	const struct clair_finding *example;
	const struct clair_result *example_page; /* NULL: site */
	uint32_t pages;
	uint32_t occurrences;
	uint32_t fresh;                          /* new ones, beside a baseline */
	const struct clair_result **page_list;   /* `pages` long */
	double gain;                             /* points that mending it gives back to the score of its axis, 0 to
	                                            100, the rest unchanged; 0: a review. Filled by score */
};

struct clair_run {
	const struct clair_linter *linter;
	struct clair_shelf *shelf;   /* of the linter, or NULL */
	struct clair_result **pages;
	uint32_t page_count;
	uint32_t page_room;
	uint32_t tested_count;
	bool of_texts;               /* no page among them: no RGAA status, and only comprehension has a score */
	const struct clair_page_summary **summaries; /* of the pages judged, in order. Their links lie with the page */
	struct clair_map by_url;                     /* address to summary */
	struct clair_map by_title;                   /* title to the first summary */
	struct clair_map refused;                    /* address of a page not had to its status: 404… */
	struct clair_cause *causes;
	uint32_t cause_count;
	struct clair_tally *site_tallies;        /* rules of scope site, others zero; NULL: not asked */
	struct clair_finding *site_findings;
	uint32_t site_finding_count;
	uint32_t *stopped_pages;                 /* by rule of the user's files: where it was stopped. NULL: not counted */
	struct clair_scores scores;
	double site_kept[CLAIR_AXIS_COUNT];      /* of the score that pages give, the share that the rules about the site
	                                            as a whole leave: 0 to 1 */
	struct clair_run_readings readings;
	struct clair_rgaa_criterion *criteria;   /* 106, in order */
	uint32_t criterion_count;
	uint32_t rgaa_decided;                   /* tests failed, passed or inapplicable by proof */
	uint32_t rgaa_tests;                     /* 258 */
	struct clair_indicator indicators[CLAIR_INDICATORS];
	uint32_t indicator_count;                /* 0: not asked for */
	struct clair_crawl_facts crawl;
	const struct clair_sample *sample;       /* of an audit; NULL: none was asked for */
	struct clair_lost_sheet *sheets_lost;    /* each once, in the order of the pages */
	uint32_t sheets_lost_count;
	uint32_t sheets_lost_pages;              /* pages that lack one */
	struct clair_budget_result *budgets;
	uint32_t budget_count;
	const struct clair_baseline_facts *baseline; /* NULL: the run was held against none */
	/* Suppressions that silenced nothing. */
	const struct clair_suppression **unused;
	uint32_t unused_count;
	struct clair_arena lists;    /* the pages of the causes */
	struct clair_arena mem;
};

/* The page at an index of run->pages. Those who read all pages ask for them so, in turn: pages read before may
 * then rest (base/shelf.h). */
struct clair_result *clair_run_page(const struct clair_run *run, uint32_t index);
/* The same of causes, whose example is read. */
const struct clair_cause *clair_run_cause(const struct clair_run *run, uint32_t index);
/* The same of a page that is at hand. */
void clair_run_reads(const struct clair_run *run, const struct clair_result *page);

/* Whether the sample of the run, when it has one, holds the page of a finding of the site; a finding of the site as a
 * whole is of all pages. */
bool clair_run_in_sample(const struct clair_run *run, const struct clair_finding *finding);

/* The rules that a linter knows, asked or not: the program's, in the order of ids, then those of the user's files.
 * Tallies have the same index. */
size_t clair_linter_rule_count(const struct clair_linter *linter);
const struct clair_rule *clair_linter_rule(const struct clair_linter *linter, size_t index);
const struct clair_rule *clair_linter_rule_find(const struct clair_linter *linter, const char *id); /* or NULL */
size_t clair_linter_rule_index(const struct clair_linter *linter, const struct clair_rule *rule);
/* The edits, in order, of the safe fixes of a page that hold together, as far as clair_mend finds them in its first
 * pass: those that wait for the next one are left. Of `wanted` findings only, when it is not NULL. In `arena`; NULL:
 * there are none. */
typedef bool clair_mend_wanted_fn(void *payload, const struct clair_finding *finding);
CLAIR_MUST_USE enum clair_status clair_mend_once(struct clair_edit **edits, const struct clair_linter *linter,
    const struct clair_document *document, clair_mend_wanted_fn *wanted, void *payload,
    struct clair_arena *arena);

bool clair_linter_enabled(const struct clair_linter *linter, size_t rule);
enum clair_severity clair_linter_severity(
    const struct clair_linter *linter, const struct clair_rule *rule);
size_t clair_rule_index(const struct clair_rule *rule); /* of a rule of the program */
enum clair_axis clair_rule_axis(const struct clair_rule *rule);
/* RGAA tests that a finding of this rule with this message speaks of; NULL: none. */
const char *const *clair_message_tests(const struct clair_rule *rule, unsigned message);
/* Severity of a finding: REVIEW for a review, that of the rule otherwise. */
enum clair_severity clair_finding_severity(
    const struct clair_linter *linter, const struct clair_finding *finding);
/* `star` stands for any run of bytes, even empty. Linear in text × stars. */
bool clair_glob(const char *pattern, const char *text);
/* YYYY-MM-DD, or NULL. */
const char *clair_linter_today(const struct clair_linter *linter);
const struct clair_dict *clair_linter_dict(const struct clair_linter *linter);

#endif
