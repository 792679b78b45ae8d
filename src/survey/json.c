/* A campaign as one JSON document: docs/schema/campaign-1.schema.json is the contract. It is written site by site; the
 * survey holds all of them. */
#include "report/json.h"
#include "survey/inside.h"

#include <time.h>

enum { CAMPAIGN_VERSION = 1 };

/* RFC 3339, UTC; null for 0. */
static json_t *
moment(int64_t milliseconds)
{
	const time_t seconds = (time_t)(milliseconds / 1000);
	struct tm fields;
	char text[32];

	if (milliseconds == 0 || gmtime_r(&seconds, &fields) == NULL ||
	    strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%SZ", &fields) == 0)
		return json_null();
	return json_string(text);
}

static json_t *
round_json(struct clair_report *report, const struct clair_store_round *round)
{
	json_t *object = json_object();

	clair_json_set(report, object, "number", clair_json_count(round->number));
	clair_json_set(report, object, "began", moment(round->began));
	clair_json_set(report, object, "ended", moment(round->ended));
	clair_json_set(report, object, "tool_version", clair_json_words(round->tool_version));
	clair_json_set(report, object, "referential", clair_json_words(round->referential));
	clair_json_set(report, object, "rules_digest", clair_json_words(round->rules_digest));
	clair_json_set(report, object, "options_digest", clair_json_words(round->options_digest));
	return object;
}

static json_t *
counts_json(struct clair_report *report, const struct clair_store_status *status)
{
	json_t *object = json_object();

	clair_json_set(report, object, "sites", clair_json_count(status->sites));
	clair_json_set(report, object, "done", clair_json_count(status->done));
	clair_json_set(report, object, "running", clair_json_count(status->running));
	clair_json_set(report, object, "pending", clair_json_count(status->pending));
	clair_json_set(report, object, "excluded", clair_json_count(status->excluded));
	clair_json_set(report, object, "pages", clair_json_count(status->pages));
	clair_json_set(report, object, "pages_tested", clair_json_count(status->tested));
	return object;
}

static json_t *
failures_json(struct clair_report *report, const struct clair_store_status *status)
{
	json_t *array = json_array();

	for (size_t i = 0; i < status->failure_count; i++) {
		json_t *object = json_object();

		clair_json_set(report, object, "why", clair_json_words(status->failures[i].name));
		clair_json_set(report, object, "text", clair_json_words(survey_why(report, status->failures[i].name)));
		clair_json_set(report, object, "sites", clair_json_count(status->failures[i].count));
		clair_json_append(report, array, object);
	}
	return array;
}

static json_t *
workers_json(struct clair_report *report, const struct clair_store_status *status)
{
	json_t *array = json_array();

	for (size_t i = 0; i < status->holder_count; i++) {
		json_t *object = json_object();

		clair_json_set(report, object, "name", clair_json_words(status->holders[i].worker));
		clair_json_set(report, object, "hosts", clair_json_count(status->holders[i].hosts));
		clair_json_set(report, object, "seconds_left", clair_json_count((uint64_t)status->holders[i].left / 1000));
		clair_json_append(report, array, object);
	}
	return array;
}

/* --- Rules --- */

static json_t *
shared_json(struct clair_report *report, const struct survey_cause *cause)
{
	json_t *object = json_object();

	if (cause == NULL)
		return json_decref(object), json_null();
	clair_json_set(report, object, "cause", clair_json_words(cause->id));
	clair_json_set(report, object, "sites", clair_json_count(cause->sites));
	clair_json_set(report, object, "pages", clair_json_count(cause->pages));
	clair_json_set(report, object, "text", clair_json_words(survey_text(report, cause->text_fr, cause->text_en)));
	clair_json_set(report, object, "example", clair_json_words_or_null(cause->example));
	return object;
}

static json_t *
rules_json(struct clair_report *report, const struct clair_survey *survey)
{
	json_t *array = json_array();

	for (uint32_t i = 0; i < survey_told_rules(survey); i++) {
		const struct survey_rule *rule = survey->rules[i];
		json_t *object = json_object();

		clair_json_set(report, object, "rule", clair_json_words(rule->id));
		clair_json_set(report, object, "title", clair_json_words(survey_rule_title(report, rule)));
		clair_json_set(report, object, "sites", clair_json_count(rule->sites));
		clair_json_set(report, object, "pages", clair_json_count(rule->pages));
		clair_json_set(report, object, "occurrences", clair_json_count(rule->occurrences));
		clair_json_set(report, object, "shared", shared_json(report, rule->shared));
		clair_json_append(report, array, object);
	}
	return array;
}

/* --- Since the round before --- */

static json_t *
turns_json(struct clair_report *report, const struct survey_turns *turns)
{
	json_t *object = json_object();

	clair_json_set(report, object, "mended", clair_json_count(turns->mended));
	clair_json_set(report, object, "new", clair_json_count(turns->fresh));
	clair_json_set(report, object, "kept", clair_json_count(turns->kept));
	clair_json_set(report, object, "not_seen_again", clair_json_count(turns->unseen));
	clair_json_set(report, object, "not_seen_before", clair_json_count(turns->apart));
	return object;
}

static json_t *
turned_rules_json(struct clair_report *report, const struct clair_survey *survey)
{
	json_t *array = json_array();

	for (uint32_t i = 0; i < survey_told_turned(survey); i++) {
		const struct survey_rule *rule = survey->turned[i];
		json_t *object = json_object();

		clair_json_set(report, object, "rule", clair_json_words(rule->id));
		clair_json_set(report, object, "title", clair_json_words(survey_rule_title(report, rule)));
		clair_json_set(report, object, "mended", clair_json_count(rule->mended));
		clair_json_set(report, object, "mended_sites", clair_json_count(rule->mended_sites));
		clair_json_set(report, object, "new", clair_json_count(rule->fresh));
		clair_json_set(report, object, "new_sites", clair_json_count(rule->fresh_sites));
		clair_json_append(report, array, object);
	}
	return array;
}

static json_t *
changes_json(struct clair_report *report, const struct clair_survey *survey)
{
	json_t *object = json_object();

	if (survey->before == 0)
		return json_decref(object), json_null();
	clair_json_set(report, object, "round", clair_json_count(survey->before));
	clair_json_set(report, object, "sites", clair_json_count(survey->in_both));
	clair_json_set(report, object, "sites_compared", clair_json_count(survey->compared));
	clair_json_set(report, object, "same_rules", json_boolean(survey->compared == survey->in_both));
	clair_json_set(report, object, "causes", turns_json(report, &survey->turns));
	clair_json_set(report, object, "rules", turned_rules_json(report, survey));
	return object;
}

static json_t *
turned_json(struct clair_report *report, const struct survey_turned_list *list)
{
	json_t *array = json_array();

	for (uint32_t i = 0; i < list->count; i++) {
		const struct survey_turned *one = &list->causes[i];
		json_t *object = json_object();

		clair_json_set(report, object, "cause", clair_json_words(one->id));
		clair_json_set(report, object, "rule", clair_json_words(one->rule->id));
		clair_json_set(report, object, "severity", clair_json_words(one->severity));
		clair_json_set(report, object, "text", clair_json_words(survey_text(report, one->text_fr, one->text_en)));
		clair_json_set(report, object, "pages", clair_json_count(one->pages));
		clair_json_set(report, object, "example", clair_json_words_or_null(one->example));
		clair_json_append(report, array, object);
	}
	return array;
}

static json_t *
since_json(struct clair_report *report, const struct survey_site *site)
{
	json_t *object = json_object();

	if (!site->in_both)
		return json_decref(object), json_null();
	clair_json_set(report, object, "same_rules", json_boolean(site->same_rules));
	clair_json_set(report, object, "scores_before", clair_json_axes(report, site->before));
	clair_json_set(report, object, "causes", turns_json(report, &site->turns));
	clair_json_set(report, object, "mended", turned_json(report, &site->mended));
	clair_json_set(report, object, "new", turned_json(report, &site->fresh));
	return object;
}

/* --- Sites --- */

static json_t *
failed_json(struct clair_report *report, const struct survey_site *site)
{
	json_t *array = json_array();

	for (uint32_t i = 0; i < site->failure_count; i++) {
		json_t *object = json_object();

		clair_json_set(report, object, "rule", clair_json_words(site->failures[i].rule->id));
		clair_json_set(report, object, "pages", clair_json_count(site->failures[i].pages));
		clair_json_append(report, array, object);
	}
	return array;
}

static void
set_crawl(struct clair_report *report, json_t *object, const struct survey_site *site)
{
	clair_json_set(report, object, "pages_tested", clair_json_count(site->tested));
	clair_json_set(report, object, "pages_known", clair_json_count(site->known));
	clair_json_set(report, object, "pages_failed", clair_json_count(site->failed));
	clair_json_set(report, object, "tests_decided", clair_json_count(site->tests_decided));
	clair_json_set(report, object, "tests", clair_json_count(site->tests));
}

static json_t *
site_json(struct clair_report *report, const struct clair_survey *survey, const struct survey_site *site)
{
	const char *why = survey_why_key(site);
	json_t *object = json_object();

	clair_json_set(report, object, "address", clair_json_words(site->site.key));
	clair_json_set(report, object, "organisation", clair_json_words_or_null(site->site.organisation));
	clair_json_set(report, object, "siren", clair_json_words_or_null(site->site.siren));
	clair_json_set(report, object, "insee", clair_json_words_or_null(site->site.insee));
	clair_json_set(report, object, "kind", clair_json_words_or_null(site->site.kind));
	clair_json_set(report, object, "territory", clair_json_words_or_null(site->site.territory));
	clair_json_set(report, object, "day", clair_json_words_or_null(site->day));
	clair_json_set(report, object, "crawl_state", clair_json_words(survey_state_name(site->state)));
	clair_json_set(report, object, "start_failure", clair_json_words_or_null(site->start_failure));
	clair_json_set(report, object, "stopped_because", clair_json_words_or_null(site->stopped_because));
	clair_json_set(report, object, "why", why == NULL ? json_null() : clair_json_words(survey_why(report, why)));
	if (site->state == CLAIR_SITE_DONE)
		set_crawl(report, object, site);
	if (!survey->results)
		return object;
	clair_json_set(report, object, "scores", clair_json_axes(report, site->axis));
	clair_json_set(report, object, "rules_failed", failed_json(report, site));
	clair_json_set(report, object, "since", since_json(report, site));
	return object;
}

/* --- The document --- */

static json_t *
campaign_json(struct clair_report *report, const struct clair_survey *survey)
{
	json_t *object = json_object();

	clair_json_set(report, object, "name", clair_json_words(survey->name));
	clair_json_set(report, object, "title", clair_json_words(survey->title));
	return object;
}

static void
put_part(struct clair_report *report, const char *name, json_t *json)
{
	clair_putf(report, ",\n\"%s\":", name);
	clair_json_emit(report, json, "");
}

void
survey_write_json(struct clair_report *report, const struct clair_survey *survey)
{
	clair_putf(report, "{\"campaign_version\":%d", (int)CAMPAIGN_VERSION);
	put_part(report, "type", clair_json_words(survey->results ? "report" : "status"));
	put_part(report, "tool", json_pack("{s:s,s:s}", "name", "clairlint", "version", CLAIR_VERSION));
	put_part(report, "lang", clair_json_words(survey_text(report, "fr", "en")));
	put_part(report, "campaign", campaign_json(report, survey));
	put_part(report, "round", round_json(report, &survey->status.round));
	put_part(report, "counts", counts_json(report, &survey->status));
	put_part(report, "failures", failures_json(report, &survey->status));
	if (survey->results) {
		put_part(report, "rules", rules_json(report, survey));
		put_part(report, "since", changes_json(report, survey));
	} else {
		put_part(report, "workers", workers_json(report, &survey->status));
	}
	clair_puts(report, ",\n\"sites\":[");
	for (uint32_t i = 0; i < survey->site_count && !report->failed; i++) {
		clair_puts(report, i == 0 ? "\n" : ",\n");
		clair_json_emit(report, site_json(report, survey, &survey->sites[i]), "");
	}
	clair_puts(report, "]}\n");
}
