/* The words that the writers share, and the way to each of them. */
#include "report/message.h"
#include "survey/inside.h"

#include <string.h>

const char *
survey_state_name(enum clair_site_state state)
{
	static const char *const names[] = {
		[CLAIR_SITE_PENDING] = "pending",
		[CLAIR_SITE_RUNNING] = "running",
		[CLAIR_SITE_DONE] = "done",
		[CLAIR_SITE_EXCLUDED] = "excluded",
	};

	return names[state];
}

enum clair_string
survey_state_string(enum clair_site_state state)
{
	static const enum clair_string strings[] = {
		[CLAIR_SITE_PENDING] = CLAIR_STRING_K_STATE_PENDING,
		[CLAIR_SITE_RUNNING] = CLAIR_STRING_K_STATE_RUNNING,
		[CLAIR_SITE_DONE] = CLAIR_STRING_K_STATE_DONE,
		[CLAIR_SITE_EXCLUDED] = CLAIR_STRING_K_STATE_EXCLUDED,
	};

	return strings[state];
}

const char *
survey_why_key(const struct survey_site *site)
{
	if (site->start_failure != NULL)
		return site->start_failure;
	return site->stopped_because[0] == '\0' || strcmp(site->stopped_because, "all-pages") == 0
	    ? NULL : site->stopped_because;
}

const char *
survey_why(const struct clair_report *report, const char *key)
{
	const char *label = clair_why_label(key, report->lang);

	return label != NULL ? label : key;
}

const char *
survey_text(const struct clair_report *report, const char *fr, const char *en)
{
	return report->lang == CLAIR_FR ? fr : en;
}

const char *
survey_rule_title(const struct clair_report *report, const struct survey_rule *rule)
{
	return rule->title == NULL ? rule->id : survey_text(report, rule->title->fr, rule->title->en);
}

const char *
survey_round_phrase(struct clair_report *report, const struct clair_survey *survey)
{
	const struct clair_store_round *round = &survey->status.round;

	return CLAIR_PHRASE(report, round->ended != 0 ? CLAIR_STRING_K_ROUND_ENDED : CLAIR_STRING_K_ROUND_OPEN,
	    CLAIR_NUMBER("n", round->number));
}

void
survey_say_counts(struct clair_report *report, const struct clair_survey *survey, survey_say_fn *say)
{
	const struct clair_store_status *status = &survey->status;

	say(report, CLAIR_PHRASE(report, CLAIR_STRING_K_COUNTS, CLAIR_NUMBER("sites", status->sites),
	    CLAIR_NUMBER("done", status->done), CLAIR_NUMBER("running", status->running),
	    CLAIR_NUMBER("pending", status->pending), CLAIR_NUMBER("excluded", status->excluded)));
	say(report, CLAIR_PHRASE(report, CLAIR_STRING_K_PAGES, CLAIR_NUMBER("tested", status->tested),
	    CLAIR_NUMBER("pages", status->pages)));
}

void
survey_say_workers(struct clair_report *report, const struct clair_survey *survey, survey_say_fn *say)
{
	for (size_t i = 0; i < survey->status.holder_count; i++) {
		const struct clair_store_holder *holder = &survey->status.holders[i];

		say(report, CLAIR_PHRASE(report, CLAIR_STRING_K_WORKER, CLAIR_WORDS("name", holder->worker),
		    CLAIR_NUMBER("hosts", holder->hosts), CLAIR_NUMBER("seconds", holder->left / 1000)));
	}
}

void
survey_say_changes(struct clair_report *report, const struct clair_survey *survey, survey_say_fn *say)
{
	const struct survey_turns *turns = &survey->turns;

	if (survey->before == 0) {
		say(report, clair_string_of(report, CLAIR_STRING_K_FIRST_ROUND));
		return;
	}
	if (survey->in_both == 0) {
		say(report, clair_string_of(report, CLAIR_STRING_K_NONE_COMPARED));
		return;
	}
	if (survey->compared == 0) {
		say(report, clair_string_of(report, CLAIR_STRING_K_OTHER_RULES_WHY));
		return;
	}
	say(report, CLAIR_PHRASE(report, CLAIR_STRING_K_SINCE_ALL, CLAIR_NUMBER("mended", turns->mended),
	    CLAIR_NUMBER("fresh", turns->fresh), CLAIR_NUMBER("kept", turns->kept),
	    CLAIR_NUMBER("sites", survey->compared)));
	if (survey->in_both > survey->compared)
		say(report,
		    CLAIR_PHRASE(report, CLAIR_STRING_K_NOT_COMPARED, CLAIR_NUMBER("n", survey->in_both - survey->compared)));
	if (turns->unseen + turns->apart > 0)
		say(report, CLAIR_PHRASE(report, CLAIR_STRING_K_NOT_SEEN_TWICE, CLAIR_NUMBER("n", turns->unseen + turns->apart)));
}

typedef void writer_fn(struct clair_report *report, const struct clair_survey *survey);

static writer_fn *
writer_of(enum clair_format format)
{
	switch (format) {
	case CLAIR_TEXT:
		return survey_write_text;
	case CLAIR_JSON:
		return survey_write_json;
	case CLAIR_CSV:
		return survey_write_csv;
	case CLAIR_HTML:
		return survey_write_html;
	default:
		return NULL;
	}
}

bool
clair_survey_has_format(enum clair_format format)
{
	return writer_of(format) != NULL;
}

enum clair_status
clair_survey_write(const struct clair_survey *survey, enum clair_format format,
    const struct clair_write_options *options, clair_write_fn *write, void *payload)
{
	struct clair_report report = {.options = options, .lang = options->lang, .write = write, .payload = payload};
	writer_fn *writer = writer_of(format);

	if (writer == NULL)
		return CLAIR_BAD_INPUT;
	clair_report_open(&report);
	writer(&report, survey);
	return clair_report_close(&report);
}
