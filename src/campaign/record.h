/*
 * What is known of the sites of a campaign: the rows that the store gives and that ranks, reports and the public
 * site are made from. No file, no database, no network here.
 *
 * Texts belong to who filled the structure. -1 stands for a number that is not known.
 */
#ifndef CLAIR_CAMPAIGN_RECORD_H
#define CLAIR_CAMPAIGN_RECORD_H

#include "clairlint/clairlint.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A row of the campaign file. */
struct clair_campaign_site {
	const char *key;          /* the address, normalised: what tells a site from another */
	const char *address;      /* where the crawl begins, absolute */
	const char *host;         /* what is claimed and spared: the registered domain (clair_url_site) */
	const char *organisation;
	const char *siren;        /* nine digits, or "" */
	const char *insee;        /* code of the commune, department or région, or "" */
	const char *kind;         /* a key of campaign.h: commune, epci, departement, region, etat…; or "" */
	const char *territory;    /* as it is to be read: "Bretagne", "Finistère"; or "" */
	bool own;                 /* the campaign is that of who runs the site: no delay */
	uint32_t line;            /* in the file */
};

enum clair_site_state {
	CLAIR_SITE_PENDING,  /* not yet crawled in this round */
	CLAIR_SITE_RUNNING,  /* a worker holds it */
	CLAIR_SITE_DONE,     /* crawled: what came of it is in the record, even when nothing was tested */
	CLAIR_SITE_EXCLUDED, /* it asked to be left alone */
};

struct clair_record_page {
	const char *url;
	double axis[CLAIR_AXIS_COUNT]; /* clair_scores.axis of the page */
};

struct clair_record_indicator {
	const char *id;     /* "I1" to "I10" */
	double value;
	bool measured;
	const char *reason; /* key, when it is not; or NULL */
	const char *word;   /* what the value is of, a key (I10: a persona); or NULL */
	uint32_t of;        /* pages that it is made from */
};

/* What the law asks, as one rule of the theme `legal` saw it over the site. */
struct clair_record_duty {
	const char *rule;       /* id */
	const char *outcome;    /* clair_outcome_name: failed when a page fails it, then review, then passed; untested */
	uint32_t pages;         /* that gave this outcome; 0: the site as a whole */
};

struct clair_record_cause {
	const char *id;
	const char *rule;
	const char *severity;   /* clair_severity_name */
	const char *outcome;    /* clair_outcome_name: failed or review */
	const char *text_fr, *text_en; /* what is wrong, in one sentence */
	uint32_t pages, occurrences;
	double gain;            /* points of its axis */
	const char *example;    /* address of a page */
};

/* A rule that failed on the site. */
struct clair_record_rule {
	const char *rule;       /* id */
	uint32_t pages;         /* that fail it; 0: the site as a whole */
};

/* One site in one round. */
struct clair_site_record {
	const struct clair_campaign_site *site;
	enum clair_site_state state;
	uint32_t round;               /* from 1 */
	const char *day;              /* YYYY-MM-DD on which the crawl ended; or "" */
	const char *tool_version;
	const char *referential;      /* "RGAA 4.1.2" */
	const char *rules_digest;     /* of the rules, thresholds and dictionaries: scores of two digests are not compared */

	const char *stopped_because;  /* as in struct clair_crawl_facts */
	const char *start_failure;    /* key: why the start address itself could not be tested; NULL: it was */
	uint32_t known, requested, fetched, skipped, failed, tested;
	uint32_t refused_by_robots;

	double axis[CLAIR_AXIS_COUNT];
	double site_kept[CLAIR_AXIS_COUNT]; /* clair_run.site_kept */
	double persona[CLAIR_PERSONA_COUNT];
	uint32_t tests_decided, tests; /* of the referential */
	const struct clair_record_indicator *indicators;
	uint32_t indicator_count;
	const struct clair_record_duty *duties; /* in the order of the ids; inapplicable ones left out */
	uint32_t duty_count;
	const struct clair_record_page *pages; /* tested, in the order of the crawl */
	uint32_t page_count;
	const struct clair_record_cause *causes; /* worst first */
	uint32_t cause_count;
	const struct clair_record_rule *failed_rules; /* in the order of the ids */
	uint32_t failed_rule_count;
};

/* Gives the records of one round, one after the other, in the order of the campaign file; a site without a row in that
 * round is PENDING. What a record points to lives until the next one. `take` gives false to stop. False: it could not
 * be read to its end. May be asked several times. */
typedef bool clair_record_take_fn(void *payload, const struct clair_site_record *record);
typedef bool clair_record_each_fn(
    void *source, uint32_t round, clair_record_take_fn *take, void *payload);

#endif
