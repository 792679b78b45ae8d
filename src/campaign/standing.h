/*
 * Who stands where: ranks over the records of a round, and how sure they are. Pure: the same records give the same
 * figures, on any machine and in any order. docs/decisions/0023-ranking.md has the reasons, docs/campagne.md says it
 * to those who read a ranking.
 *
 * There are three ranks, one for each score: scores are never merged (docs/scores.md). What is ranked is the score
 * as a whole number: equal numbers have equal ranks.
 *
 * The interval of a score is that of 95 % of its resamples: pages are drawn anew, with replacement, as many as there
 * are, and the score is made from them as the site's is (docs/scores.md). Draws come from splitmix64, seeded with the
 * address of the site and the round, so that no site depends on another one. The ends of the interval are whole
 * numbers too, rounded outwards, and never leave the score itself out.
 */
#ifndef CLAIR_CAMPAIGN_STANDING_H
#define CLAIR_CAMPAIGN_STANDING_H

#include "campaign/campaign.h"

/* Why a site is not ranked. Told in this order: the first that holds. */
enum clair_standing_why {
	CLAIR_STANDING_RANKED,
	CLAIR_STANDING_OPTED_OUT,    /* it asked to be left alone */
	CLAIR_STANDING_NOT_YET,      /* not crawled in this round */
	CLAIR_STANDING_ROBOTS,       /* robots.txt refuses the site, or more pages than were tested */
	CLAIR_STANDING_DOWN,         /* the site did not answer, or answered with an error */
	CLAIR_STANDING_NOT_TESTABLE, /* it answered, and no page could be tested */
	CLAIR_STANDING_FAILING,      /* more pages failed than were tested */
	CLAIR_STANDING_FEW_PAGES,
	CLAIR_STANDING_FEW_TESTS,
	CLAIR_STANDING_OTHER_RULES,  /* judged with other rules than most sites of the round */
	CLAIR_STANDING_WHY_COUNT,
};
/* ranked, opted-out, not-yet … */
const char *clair_standing_why_name(enum clair_standing_why why);

enum {
	CLAIR_STANDING_MIN_PAGES = 10,  /* tested, when the campaign says nothing; */
	CLAIR_STANDING_MIN_WHOLE = 3,   /* enough when all pages of the site were read */
	CLAIR_STANDING_MIN_TESTS = 20,  /* of the RGAA, decided */
	CLAIR_STANDING_RESAMPLES = 1000,
	CLAIR_BANDS = 5,
};
#define CLAIR_STANDING_SEED UINT64_C(0x636c6169726c696e) /* "clairlin" */
/* The least score of each band, A to E. */
extern const uint32_t clair_band_floors[CLAIR_BANDS];
/* 'A' to 'E', of a score as a whole number. */
char clair_band_of(uint32_t points);

/* On one axis. */
struct clair_axis_standing {
	double score;          /* as in the record; -1: not measured, or the site is not ranked */
	uint32_t points;       /* the score as a whole number, halves upwards */
	uint32_t low, high;    /* its interval */
	uint32_t rank;         /* from 1, after all sites with more points; 0: none */
	uint32_t tied;         /* sites of this rank, this one among them */
	uint32_t best, worst;  /* ranks that the intervals allow: after those whose interval is wholly above, before those
	                          whose interval is wholly below */
};

/* From the round before to this one, on one axis. */
enum clair_progress_state {
	CLAIR_PROGRESS_KNOWN,
	CLAIR_PROGRESS_FIRST,       /* there is no round before */
	CLAIR_PROGRESS_NOT_BOTH,    /* not ranked in both, or not measured */
	CLAIR_PROGRESS_OTHER_RULES, /* the rules have changed: scores are not compared */
};
struct clair_progress {
	enum clair_progress_state state;
	double points;         /* this score less the one before */
	double low, high;      /* interval of the difference, in tenths, rounded outwards; pages of both rounds drawn anew */
	uint32_t rank;         /* among sites whose whole interval is above zero, by `low`; 0: not one of them */
};

/* A round in the life of a site. */
struct clair_standing_point {
	uint32_t round;
	const char *day;       /* or "" */
	enum clair_standing_why why;
	const char *rules_digest; /* or "" */
	bool same_rules;       /* as in the last round: its scores may be compared with it */
	double axis[CLAIR_AXIS_COUNT]; /* -1: not measured, or not ranked then */
};

struct clair_standing {
	const struct clair_campaign_site *site;
	const char *name;      /* the organisation, or the address when there is none */
	const char *folded;    /* the name in small letters without accents, words parted by spaces */
	enum clair_standing_why why;
	const char *why_key;   /* DOWN, ROBOTS, NOT_TESTABLE: start_failure, or stopped_because; or "" */
	uint32_t pages, tests_decided, tests; /* the confidence */
	const char *day, *tool_version, *referential, *rules_digest; /* or "" */
	struct clair_axis_standing axis[CLAIR_AXIS_COUNT];
	struct clair_progress progress[CLAIR_AXIS_COUNT];
	const struct clair_standing_point *trend; /* one a round, in order */
};

struct clair_standings {
	const struct clair_campaign *campaign;
	const struct clair_standing *sites; /* in the order of the campaign file */
	uint32_t site_count;
	const uint32_t *order[CLAIR_AXIS_COUNT]; /* indexes of the ranked sites: by rank, then by name, then by address */
	uint32_t ranked[CLAIR_AXIS_COUNT];       /* how many */
	const uint32_t *by_name;                 /* indexes of all the sites: by name, then by address */
	const uint32_t *progressed[CLAIR_AXIS_COUNT]; /* indexes of those that have a rank of progress, in its order */
	uint32_t progressed_count[CLAIR_AXIS_COUNT];
	uint32_t why[CLAIR_STANDING_WHY_COUNT];  /* sites of each */
	const uint32_t *rounds;
	uint32_t round_count;
	bool same_rules;       /* the round before had the rules of this one; true when there is none */
	uint32_t min_pages, min_tests, resamples; /* in force */
	const char *first_day, *last_day;        /* of the crawls of the round; or "" */
	const char *tool_version, *referential, *rules_digest; /* of most sites of the round; or "" */
	/* Stability: of the sites ranked with pages enough to be cut in two, how many of a hundred have, from the one half
	 * and from the other one, intervals of ranks that meet. -1: no such site. */
	double stability[CLAIR_AXIS_COUNT];
};

/* `rounds` in order: the last one is ranked, the one before it is what progress is measured from. Records of sites
 * that the campaign does not have are left out. CLAIR_IO: the records could not be read. The campaign must outlive it. */
CLAIR_MUST_USE enum clair_status clair_standings_new(struct clair_standings **out,
    const struct clair_campaign *campaign, const uint32_t *rounds, size_t count, clair_record_each_fn *each,
    void *source);
void clair_standings_free(struct clair_standings *standings);

/* The site of a record, or NULL. */
const struct clair_standing *clair_standing_of(
    const struct clair_standings *standings, const struct clair_site_record *record);

#endif
