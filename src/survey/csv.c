/*
 * CSV (RFC 4180): a row for each site, in the order of the campaign file. Columns that the open data of a ranking have
 * too mean the same (campaign/column.h). The last ones are of the rules that fail on most sites: how many pages of the
 * site fail each; 0 when it is the site as a whole, nothing when it does not fail there.
 */
#include "campaign/column.h"
#include "report/cell.h"
#include "report/message.h"
#include "survey/inside.h"

#define NAME(name, type, constraints, fr, en) name,
static const char *const state_columns[] = {
	CLAIR_COLUMNS_OF_SITE(NAME) "crawl_state", "start_failure", "stopped_because", "why",
	CLAIR_COLUMNS_OF_CRAWL(NAME) "pages_failed", CLAIR_COLUMNS_OF_RULES(NAME)};
static const char *const result_columns[] = {
	CLAIR_COLUMN_OF_SCORE(NAME, "access", "accès", "access")
	CLAIR_COLUMN_OF_SCORE(NAME, "comprehension", "compréhension", "comprehension")
	CLAIR_COLUMN_OF_SCORE(NAME, "journey", "parcours", "journey")
	"rules_failed", "round_before", "same_rules", "access_before", "comprehension_before", "journey_before",
	"causes_mended", "causes_new", "causes_kept", "causes_not_compared"};

struct row {
	struct clair_report *report;
	bool is_begun;
};

static void
next_cell(struct row *row)
{
	if (row->is_begun)
		clair_puts(row->report, ",");
	row->is_begun = true;
}

static void
put_text(struct row *row, const char *text)
{
	next_cell(row);
	if (text != NULL && text[0] != '\0')
		clair_csv_cell(row->report, text, "");
}

static void
put_count(struct row *row, bool is_known, uint32_t count)
{
	next_cell(row);
	if (is_known)
		clair_putf(row->report, "%u", count);
}

/* Tenths, with a point in both languages: scripts read it. */
static void
put_score(struct row *row, double score)
{
	next_cell(row);
	if (score >= 0)
		clair_putf(row->report, "%.1f", score == 0 ? 0.0 : score);
}

static void
put_state(struct row *row, const struct survey_site *site, uint32_t round)
{
	const char *key = survey_why_key(site);
	const bool done = site->state == CLAIR_SITE_DONE;

	put_text(row, site->site.key);
	put_text(row, site->site.organisation);
	put_text(row, site->site.siren);
	put_text(row, site->site.insee);
	put_text(row, site->site.kind);
	put_text(row, site->site.territory);
	put_count(row, true, round);
	put_text(row, site->day);
	put_text(row, survey_state_name(site->state));
	put_text(row, site->start_failure);
	put_text(row, site->stopped_because);
	put_text(row, key == NULL ? NULL : survey_why(row->report, key));
	put_count(row, done, site->tested);
	put_count(row, done, site->known);
	put_count(row, done, site->tests_decided);
	put_count(row, done, site->tests);
	put_count(row, done, site->failed);
	put_text(row, done ? site->tool_version : NULL);
	put_text(row, done ? site->referential : NULL);
	put_text(row, done ? site->rules_digest : NULL);
}

/* A rule of the site, or NULL. */
static const struct survey_failed *
failure_of(const struct survey_site *site, const struct survey_rule *rule)
{
	for (uint32_t i = 0; i < site->failure_count; i++) {
		if (site->failures[i].rule == rule)
			return &site->failures[i];
	}
	return NULL;
}

static void
put_results(struct row *row, const struct survey_site *site, const struct clair_survey *survey)
{
	const bool told = survey_is_compared(site);

	for (int axis = 0; axis < CLAIR_AXIS_COUNT; axis++)
		put_score(row, site->axis[axis]);
	put_count(row, site->tested > 0, site->failure_count);
	put_count(row, site->in_both, survey->before);
	put_text(row, !site->in_both ? NULL : site->same_rules ? "true" : "false");
	for (int axis = 0; axis < CLAIR_AXIS_COUNT; axis++)
		put_score(row, site->in_both ? site->before[axis] : -1);
	put_count(row, told, site->turns.mended);
	put_count(row, told, site->turns.fresh);
	put_count(row, told, site->turns.kept);
	put_count(row, told, site->turns.unseen + site->turns.apart);
	for (uint32_t i = 0; i < survey_told_rules(survey); i++) {
		const struct survey_failed *failure = failure_of(site, survey->rules[i]);

		put_count(row, failure != NULL, failure != NULL ? failure->pages : 0);
	}
}

static void
put_head(struct clair_report *report, const struct clair_survey *survey)
{
	struct row row = {.report = report};
	struct clair_buf name;

	for (size_t i = 0; i < CLAIR_LEN(state_columns); i++) {
		next_cell(&row);
		clair_puts(report, state_columns[i]);
	}
	for (size_t i = 0; survey->results && i < CLAIR_LEN(result_columns); i++) {
		next_cell(&row);
		clair_puts(report, result_columns[i]);
	}
	clair_buf_init(&name, 0);
	for (uint32_t i = 0; survey->results && i < survey_told_rules(survey); i++) {
		clair_buf_clear(&name);
		clair_buf_puts(&name, "pages_failing:");
		clair_buf_puts(&name, survey->rules[i]->id);
		put_text(&row, name.bytes);
	}
	report->failed |= name.failed;
	clair_buf_free(&name);
	clair_puts(report, "\r\n");
}

void
survey_write_csv(struct clair_report *report, const struct clair_survey *survey)
{
	clair_puts(report, CLAIR_BYTE_ORDER_MARK);
	put_head(report, survey);
	for (uint32_t i = 0; i < survey->site_count && !report->failed; i++) {
		struct row row = {.report = report};

		put_state(&row, &survey->sites[i], survey->status.round.number);
		if (survey->results)
			put_results(&row, &survey->sites[i], survey);
		clair_puts(report, "\r\n");
	}
}
