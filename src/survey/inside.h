/* What is gathered of a campaign, and what its writers share. Private to src/survey/. */
#ifndef CLAIR_SURVEY_INSIDE_H
#define CLAIR_SURVEY_INSIDE_H

#include "base/arena.h"
#include "base/map.h"
#include "clairlint/rule.h"
#include "report/report.h"
#include "survey/survey.h"

enum {
	SURVEY_RULES = 10,  /* told of those that hinder most sites, and of those that changed most */
	SURVEY_CAUSES = 20, /* of a site, told mended, and told new: the worst */
};

/* One cause that several sites have: the same template, or the same habit. */
struct survey_cause {
	const char *id;
	const char *text_fr, *text_en; /* as the site has it that made it the most shared of its rule; NULL: it never was */
	const char *example;           /* of that site */
	uint32_t sites, pages;
	uint32_t last_site;            /* index from 1: the last one that was counted */
};

/* One rule, over the sites. */
struct survey_rule {
	const char *id;
	const struct clair_text *title; /* NULL: the program does not know the rule */
	uint32_t sites;                 /* where it fails */
	uint32_t pages;                 /* 0 when it is of the whole site */
	uint64_t occurrences;
	const struct survey_cause *shared; /* the cause of its own that most sites have; NULL: none has two */
	uint32_t mended, fresh;         /* causes, since the round before */
	uint32_t mended_sites, fresh_sites;
	uint32_t last_mended, last_fresh; /* index of a site from 1, as above */
};

/* A rule that fails on a site. */
struct survey_failed {
	const struct survey_rule *rule;
	uint32_t pages;
};

/* What became of causes that fail. */
struct survey_turns {
	uint32_t mended, fresh, kept;
	uint32_t unseen, apart; /* where only one round looked */
};

/* A cause that is gone, or new. */
struct survey_turned {
	const struct survey_rule *rule;
	const char *id, *severity, *text_fr, *text_en, *example;
	uint32_t pages;
};
struct survey_turned_list {
	const struct survey_turned *causes;
	uint32_t count; /* at most SURVEY_CAUSES */
};

struct survey_site {
	struct clair_campaign_site site;
	enum clair_site_state state;
	const char *day, *tool_version, *referential, *rules_digest; /* or "" */
	const char *start_failure;   /* or NULL */
	const char *stopped_because; /* or "" */
	uint32_t known, failed, tested, tests_decided, tests;
	double axis[CLAIR_AXIS_COUNT];
	const struct survey_failed *failures; /* in the order of the ids */
	uint32_t failure_count;
	bool in_both;                /* tested in the round before too: what follows is known */
	bool same_rules;             /* in both: neither mended nor new is known without */
	struct survey_turns turns;
	struct survey_turned_list mended, fresh;
	double before[CLAIR_AXIS_COUNT];
};

struct clair_survey {
	struct clair_arena mem;
	const char *name, *title;
	bool results;
	struct clair_store_status status;
	struct survey_site *sites; /* in the order of the campaign file */
	uint32_t site_count, site_room;
	const char *first_day, *last_day; /* or "" */
	struct survey_rule **rules;  /* that fail somewhere, most sites first; then those that only changed */
	uint32_t rule_count, rule_room;
	uint32_t failing_count;      /* of them, that fail somewhere */
	struct survey_rule **turned; /* that changed, most first */
	uint32_t turned_count;
	uint32_t before;             /* the round before; 0: none */
	uint32_t in_both;            /* sites tested in it too */
	uint32_t compared;           /* of them, with the same rules in both rounds */
	struct survey_turns turns;   /* of those compared */
};

/* The rules to tell: at most SURVEY_RULES. */
uint32_t survey_told_rules(const struct clair_survey *survey);
uint32_t survey_told_turned(const struct clair_survey *survey);
/* With the round before: what was mended and what is new is known. */
bool survey_is_compared(const struct survey_site *site);

/* --- Words --- */

/* pending, running, done, excluded; then the same in words. */
const char *survey_state_name(enum clair_site_state state);
enum clair_string survey_state_string(enum clair_site_state state);
/* The key of why the site was not read, or not to its end; NULL: it was. */
const char *survey_why_key(const struct survey_site *site);
/* A key in words; as it is when it has none. */
const char *survey_why(const struct clair_report *report, const char *key);
const char *survey_rule_title(const struct clair_report *report, const struct survey_rule *rule);
const char *survey_text(const struct clair_report *report, const char *fr, const char *en);
/* "Tour 3 : fini" */
const char *survey_round_phrase(struct clair_report *report, const struct clair_survey *survey);
/* What all of it says, in sentences, each given to `say`. */
typedef void survey_say_fn(struct clair_report *report, const char *sentence);
void survey_say_counts(struct clair_report *report, const struct clair_survey *survey, survey_say_fn *say);
void survey_say_workers(struct clair_report *report, const struct clair_survey *survey, survey_say_fn *say);
/* What was mended and what is new, in all, or why it cannot be told. */
void survey_say_changes(struct clair_report *report, const struct clair_survey *survey, survey_say_fn *say);

/* --- Writers --- */

void survey_write_text(struct clair_report *report, const struct clair_survey *survey);
void survey_write_json(struct clair_report *report, const struct clair_survey *survey);
void survey_write_csv(struct clair_report *report, const struct clair_survey *survey);
void survey_write_html(struct clair_report *report, const struct clair_survey *survey);

#endif
