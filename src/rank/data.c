/* The open data: sites.csv with its Table Schema, sites.jsonl. */
#include "rank/column.h"
#include "report/escape.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- CSV (RFC 4180) --- */

void
rank_csv_head(struct rank_site *site)
{
	for (size_t i = 0; i < rank_column_count; i++)
		rank_printf(site, "%s%s", i == 0 ? "" : ",", rank_columns[i].name);
	rank_puts(site, "\r\n");
}

static void
csv_text(struct rank_site *site, const char *text)
{
	if (text[0] != '\0')
		clair_escape_cell(&site->page, text);
	rank_puts(site, ",");
}

static void
csv_count(struct rank_site *site, bool is_known, uint32_t count)
{
	if (is_known)
		rank_printf(site, "%u", count);
	rank_puts(site, ",");
}

/* Tenths; printf has the C locale: the program sets none. */
static void
csv_number(struct rank_site *site, bool is_known, double number)
{
	if (is_known)
		rank_printf(site, "%.1f", number == 0 ? 0.0 : number);
	rank_puts(site, ",");
}

static void
csv_axis(struct rank_site *site, const struct clair_axis_standing *axis, const struct clair_progress *progress)
{
	const bool is_ranked = axis->rank != 0;
	const bool is_compared = progress->state == CLAIR_PROGRESS_KNOWN;

	csv_number(site, is_ranked, axis->score);
	csv_count(site, is_ranked, axis->points);
	csv_count(site, is_ranked, axis->low);
	csv_count(site, is_ranked, axis->high);
	if (is_ranked)
		rank_printf(site, "%c", clair_band_of(axis->high));
	if (is_ranked && clair_band_of(axis->low) != clair_band_of(axis->high))
		rank_printf(site, "-%c", clair_band_of(axis->low));
	rank_puts(site, ",");
	csv_count(site, is_ranked, axis->rank);
	csv_count(site, is_ranked, axis->tied);
	csv_count(site, is_ranked, axis->best);
	csv_count(site, is_ranked, axis->worst);
	csv_number(site, is_compared, progress->points);
	csv_number(site, is_compared, progress->low);
	csv_number(site, is_compared, progress->high);
}

static const struct clair_record_indicator *
indicator_of(const struct clair_site_record *record, unsigned number)
{
	char id[8];

	snprintf(id, sizeof(id), "I%u", number);
	for (uint32_t i = 0; i < record->indicator_count; i++) {
		if (strcmp(record->indicators[i].id, id) == 0)
			return &record->indicators[i];
	}
	return NULL;
}

/* A site that asked to be left alone has no figures, not even those of earlier rounds. */
static bool
is_told(const struct clair_standing *standing)
{
	return standing->why != CLAIR_STANDING_OPTED_OUT && standing->why != CLAIR_STANDING_NOT_YET;
}

void
rank_csv_row(struct rank_site *site, const struct clair_standing *standing, const struct clair_site_record *record)
{
	const struct clair_campaign_site *row = standing->site;
	const bool told = is_told(standing);

	csv_text(site, row->key);
	csv_text(site, row->organisation);
	csv_text(site, row->siren);
	csv_text(site, row->insee);
	csv_text(site, row->kind);
	csv_text(site, row->territory);
	csv_count(site, true, record->round);
	csv_text(site, standing->day);
	csv_text(site, clair_standing_why_name(standing->why));
	csv_text(site, standing->why_key);
	csv_count(site, told, record->tested);
	csv_count(site, told, record->known);
	csv_count(site, told, record->tests_decided);
	csv_count(site, told, record->tests);
	for (unsigned axis = 0; axis < CLAIR_AXIS_COUNT; axis++)
		csv_axis(site, &standing->axis[axis], &standing->progress[axis]);
	for (unsigned i = 1; i <= 10; i++) {
		const struct clair_record_indicator *indicator = indicator_of(record, i);
		const bool is_known = standing->why == CLAIR_STANDING_RANKED && indicator != NULL && indicator->measured;

		csv_number(site, is_known, is_known ? indicator->value : 0);
	}
	csv_text(site, standing->tool_version);
	csv_text(site, standing->referential);
	if (standing->rules_digest[0] != '\0')
		clair_escape_cell(&site->page, standing->rules_digest);
	rank_puts(site, "\r\n");
}

/* --- JSON --- */

/* Text of others: bytes that are not UTF-8 become U+FFFD, the rest stays as it is. */
static json_t *
json_text(const char *text)
{
	struct clair_buf clean;
	json_t *json;

	if (text == NULL)
		return json_null();
	clair_buf_init(&clean, 0);
	clair_clean(&clean, text, strlen(text), false);
	json = json_string(clean.bytes);
	clair_buf_free(&clean);
	return json;
}

static json_t *
json_score(double score)
{
	return score < 0 ? json_null() : json_real(score);
}

static json_t *
json_scores(const double axis[CLAIR_AXIS_COUNT])
{
	json_t *json = json_object();

	for (unsigned i = 0; i < CLAIR_AXIS_COUNT; i++)
		json_object_set_new(json, clair_axis_name((enum clair_axis)i), json_score(axis[i]));
	return json;
}

static json_t *
json_axis(const struct clair_axis_standing *axis, const struct clair_progress *progress)
{
	static const char *const states[] = {"known", "first-round", "not-both", "other-rules"};
	json_t *json = json_object();

	if (axis->rank == 0)
		return json_decref(json), json_null();
	json_object_set_new(json, "score", json_real(axis->score));
	json_object_set_new(json, "points", json_integer(axis->points));
	json_object_set_new(json, "low", json_integer(axis->low));
	json_object_set_new(json, "high", json_integer(axis->high));
	json_object_set_new(json, "rank", json_integer(axis->rank));
	json_object_set_new(json, "tied", json_integer(axis->tied));
	json_object_set_new(json, "best", json_integer(axis->best));
	json_object_set_new(json, "worst", json_integer(axis->worst));
	json_object_set_new(json, "progress_state", json_string(states[progress->state]));
	if (progress->state == CLAIR_PROGRESS_KNOWN)
		json_object_set_new(json, "progress", json_pack("{s:f,s:f,s:f}", "points", progress->points, "low", progress->low,
		    "high", progress->high));
	return json;
}

static json_t *
json_pages(const struct clair_site_record *record)
{
	json_t *list = json_array();

	for (uint32_t i = 0; i < record->page_count; i++) {
		json_t *page = json_scores(record->pages[i].axis);

		json_object_set_new(page, "url", json_text(record->pages[i].url));
		json_array_append_new(list, page);
	}
	return list;
}

static json_t *
json_causes(const struct clair_site_record *record)
{
	json_t *list = json_array();

	for (uint32_t i = 0; i < record->cause_count; i++) {
		const struct clair_record_cause *cause = &record->causes[i];

		json_array_append_new(list, json_pack("{s:o,s:o,s:o,s:o,s:o,s:o,s:i,s:i,s:f,s:o}", "id", json_text(cause->id),
		    "rule", json_text(cause->rule), "severity", json_text(cause->severity), "outcome", json_text(cause->outcome),
		    "text_fr", json_text(cause->text_fr), "text_en", json_text(cause->text_en), "pages", (int)cause->pages,
		    "occurrences", (int)cause->occurrences, "gain", cause->gain, "example", json_text(cause->example)));
	}
	return list;
}

static json_t *
json_indicators(const struct clair_site_record *record)
{
	json_t *list = json_object();

	for (uint32_t i = 0; i < record->indicator_count; i++) {
		const struct clair_record_indicator *one = &record->indicators[i];

		json_object_set_new(list, one->id, json_pack("{s:o,s:o,s:o,s:i}", "value",
		    one->measured ? json_real(one->value) : json_null(), "reason", json_text(one->reason), "word",
		    json_text(one->word), "pages", (int)one->of));
	}
	return list;
}

static json_t *
json_duties(const struct clair_site_record *record)
{
	json_t *list = json_array();

	for (uint32_t i = 0; i < record->duty_count; i++)
		json_array_append_new(list, json_pack("{s:o,s:o,s:i}", "rule", json_text(record->duties[i].rule), "outcome",
		    json_text(record->duties[i].outcome), "pages", (int)record->duties[i].pages));
	return list;
}

static json_t *
json_trend(const struct rank_site *site, const struct clair_standing *standing)
{
	json_t *list = json_array();

	for (uint32_t i = 0; i < site->standings->round_count; i++) {
		const struct clair_standing_point *point = &standing->trend[i];
		json_t *one = json_scores(point->axis);

		json_object_set_new(one, "round", json_integer(point->round));
		json_object_set_new(one, "day", json_text(point->day));
		json_object_set_new(one, "state", json_string(clair_standing_why_name(point->why)));
		json_object_set_new(one, "same_rules", json_boolean(point->same_rules));
		json_array_append_new(list, one);
	}
	return list;
}

static json_t *
json_row(const struct clair_standing *standing, const struct clair_site_record *record)
{
	const struct clair_campaign_site *row = standing->site;

	return json_pack("{s:o,s:o,s:o,s:o,s:o,s:o,s:i,s:o,s:s,s:o,s:o,s:o,s:o}", "address", json_text(row->key),
	    "organisation", json_text(row->organisation), "siren", json_text(row->siren), "insee", json_text(row->insee),
	    "kind", json_text(row->kind), "territory", json_text(row->territory), "round", (int)record->round, "day",
	    json_text(standing->day), "state", clair_standing_why_name(standing->why), "state_key",
	    json_text(standing->why_key), "tool_version",
	    json_text(standing->tool_version), "referential", json_text(standing->referential), "rules_digest",
	    json_text(standing->rules_digest));
}

/* Adds the JSON to the page, and drops it. */
static void
put_json(struct rank_site *site, json_t *json, size_t flags)
{
	char *text = json == NULL ? NULL : json_dumps(json, flags | JSON_REAL_PRECISION(15));

	if (text == NULL)
		site->failed = true;
	else
		rank_puts(site, text);
	free(text);
	json_decref(json);
}

static void
add_crawl(json_t *json, const struct clair_site_record *record)
{
	json_object_set_new(json, "pages_tested", json_integer(record->tested));
	json_object_set_new(json, "pages_known", json_integer(record->known));
	json_object_set_new(json, "pages_failed", json_integer(record->failed));
	json_object_set_new(json, "refused_by_robots", json_integer(record->refused_by_robots));
	json_object_set_new(json, "stopped_because", json_text(record->stopped_because));
	json_object_set_new(json, "tests_decided", json_integer(record->tests_decided));
	json_object_set_new(json, "tests", json_integer(record->tests));
	json_object_set_new(json, "site_kept", json_scores(record->site_kept));
	json_object_set_new(json, "pages", json_pages(record));
	json_object_set_new(json, "indicators", json_indicators(record));
	json_object_set_new(json, "duties", json_duties(record));
	json_object_set_new(json, "causes", json_causes(record));
}

void
rank_json_line(struct rank_site *site, const struct clair_standing *standing, const struct clair_site_record *record)
{
	json_t *json = json_row(standing, record);
	json_t *ranks = json_object();

	for (unsigned axis = 0; axis < CLAIR_AXIS_COUNT; axis++)
		json_object_set_new(ranks, clair_axis_name((enum clair_axis)axis),
		    json_axis(&standing->axis[axis], &standing->progress[axis]));
	json_object_set_new(json, "ranks", ranks);
	if (is_told(standing))
		add_crawl(json, record);
	if (standing->why != CLAIR_STANDING_OPTED_OUT)
		json_object_set_new(json, "trend", json_trend(site, standing));
	put_json(site, json, JSON_COMPACT);
	rank_puts(site, "\n");
}

/* --- datapackage.json (Data Package 1, Table Schema 1) --- */

static json_t *
schema_field(const struct rank_column *column)
{
	json_t *field = json_pack("{s:s,s:s,s:s}", "name", column->name, "type", column->type, "description", column->fr);

	json_object_set_new(field, "description_en", json_string(column->en));
	if (column->constraints != NULL)
		json_object_set_new(field, "constraints", json_loads(column->constraints, 0, NULL));
	return field;
}

void
rank_write_package(struct rank_site *site)
{
	const struct clair_standings *standings = site->standings;
	const struct clair_campaign *campaign = standings->campaign;
	json_t *fields = json_array();
	json_t *package;
	char name[128];

	for (size_t i = 0; i < rank_column_count; i++)
		json_array_append_new(fields, schema_field(&rank_columns[i]));
	rank_slug(campaign->name, name, sizeof(name));
	package = json_pack("{s:s,s:s,s:o,s:[{s:s,s:s,s:s,s:s,s:s,s:s,s:{s:o,s:[s],s:s}}]}", "profile", "tabular-data-package",
	    "name", name, "title", json_text(campaign->title != NULL ? campaign->title : campaign->name), "resources", "name",
	    "sites", "path", "sites.csv", "profile", "tabular-data-resource", "format", "csv", "mediatype", "text/csv",
	    "encoding", "utf-8", "schema", "fields", fields, "missingValues", "", "primaryKey", "address");
	json_object_set_new(package, "clairlint", json_pack("{s:s,s:i,s:s,s:s,s:i,s:i,s:i,s:I}", "tool_version",
	    standings->tool_version, "score_formula", CLAIR_SCORE_FORMULA, "referential", standings->referential,
	    "rules_digest", standings->rules_digest, "min_pages", (int)standings->min_pages, "min_tests",
	    (int)standings->min_tests, "resamples", (int)standings->resamples, "seed", (json_int_t)CLAIR_STANDING_SEED));
	rank_open(site, "donnees/datapackage.json");
	put_json(site, package, JSON_INDENT(2));
	rank_puts(site, "\n");
	rank_close(site);
}
