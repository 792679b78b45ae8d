/*
 * What a campaign found, for who runs it: how far the last round is, each site with its scores, what hinders most
 * sites, what was mended and what is new since the round before. Text, JSON, CSV and HTML. It reads the store; it
 * neither judges nor ranks. The same store gives the same bytes, but for workers: what is left of their leases.
 */
#ifndef CLAIR_SURVEY_H
#define CLAIR_SURVEY_H

#include "campaign/campaign.h"
#include "store/store.h"

struct clair_rule;

struct clair_survey_options {
	const char *name, *title; /* of the campaign; the title, or NULL */
	bool results;             /* what was found; else only how far the round is */
	bool sites;               /* one by one; always with results */
	bool turned;              /* with results: of each site, the causes that are gone and new, which JSON tells */
	int64_t now;              /* milliseconds since 1970: leases are compared with it */
	/* NULL: no rule of this id. */
	const struct clair_rule *(*rule)(void *payload, const char *id);
	void *payload;
};

struct clair_survey;

/* CLAIR_NOT_FOUND: no round was begun. CLAIR_NO_MEMORY. Else see clair_store_fault. `options` is not kept; the texts
 * it points to must outlive the survey, and so must the rules. */
CLAIR_MUST_USE enum clair_status clair_survey_new(
    struct clair_survey **out, struct clair_store *store, const struct clair_survey_options *options);
void clair_survey_free(struct clair_survey *survey);

/* Text, JSON, CSV and HTML. The last two, and JSON, want the sites; JSON of results wants what turned. */
bool clair_survey_has_format(enum clair_format format);
/* docs/schema/campaign-1.schema.json holds the JSON, docs/campagne.md names the columns of the CSV. */
CLAIR_MUST_USE enum clair_status clair_survey_write(const struct clair_survey *survey, enum clair_format format,
    const struct clair_write_options *options, clair_write_fn *write, void *payload);

#endif
