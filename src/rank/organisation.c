/* The page of one site. */
#include "clairlint/rule.h"
#include "rank/site.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { CAUSES = 10, PLOT_WIDTH = 600, PLOT_HEIGHT = 120 };

static const enum clair_rank_string subjects[CLAIR_AXIS_COUNT] = {
	CLAIR_RANK_ACCESS, CLAIR_RANK_COMPREHENSION, CLAIR_RANK_JOURNEY};

/* --- Who it is --- */

static void
open_fact(struct rank_site *site, enum clair_rank_string term)
{
	rank_puts(site, "<dt>");
	rank_say(site, term);
	rank_puts(site, "</dt><dd>");
}

static void
text_fact(struct rank_site *site, enum clair_rank_string term, const char *text)
{
	if (text[0] == '\0')
		return;
	open_fact(site, term);
	rank_text(site, text);
	rank_puts(site, "</dd>\n");
}

/* What a reader takes away. */
static void
put_lead(struct rank_site *site, const struct clair_standing *standing)
{
	rank_puts(site, "<p class=\"lead\">");
	if (standing->why != CLAIR_STANDING_RANKED) {
		rank_say(site, CLAIR_RANK_ORG_NOT_RANKED);
		rank_puts(site, ". ");
		rank_text(site, rank_why(site, standing));
		rank_puts(site, ".");
	}
	for (unsigned axis = 0; axis < CLAIR_AXIS_COUNT; axis++) {
		if (standing->axis[axis].rank == 0)
			continue;
		rank_text(site, RANK_PHRASE(site, CLAIR_RANK_ORG_LEAD, RANK_OURS("axis", rank_string(site, subjects[axis])),
		    RANK_NUMBER("points", standing->axis[axis].points)));
		rank_puts(site, " ");
	}
	rank_puts(site, "</p>\n");
}

static void
put_facts(struct rank_site *site, const struct clair_standing *standing)
{
	const struct clair_campaign_site *row = standing->site;

	rank_puts(site, "<dl>\n");
	open_fact(site, CLAIR_RANK_ORG_ADDRESS);
	rank_link(site, row->address);
	rank_puts(site, "</dd>\n");
	text_fact(site, CLAIR_RANK_ORG_KIND, clair_campaign_kind_label(row->kind, site->lang));
	text_fact(site, CLAIR_RANK_ORG_TERRITORY, row->territory);
	text_fact(site, CLAIR_RANK_ORG_SIREN, row->siren);
	text_fact(site, CLAIR_RANK_ORG_INSEE, row->insee);
	if (standing->day[0] != '\0') {
		open_fact(site, CLAIR_RANK_ORG_DAY);
		rank_day(site, standing->day);
		rank_puts(site, "</dd>\n");
	}
	if (standing->pages > 0) {
		open_fact(site, CLAIR_RANK_ORG_CONFIDENCE);
		rank_text(site, RANK_PHRASE(site, CLAIR_RANK_ORG_CONFIDENCE_SAYS, RANK_NUMBER("pages", standing->pages),
		    RANK_NUMBER("tests", standing->tests_decided), RANK_NUMBER("all", standing->tests)));
		rank_puts(site, "</dd>\n");
	}
	rank_puts(site, "</dl>\n");
}

/* --- Scores --- */

static const char *
rank_of(struct rank_site *site, const struct clair_axis_standing *axis, uint32_t all)
{
	if (axis->tied > 1)
		return RANK_PHRASE(site, CLAIR_RANK_ORG_RANK_TIED, RANK_NUMBER("rank", axis->rank), RANK_NUMBER("all", all),
		    RANK_NUMBER("n", axis->tied - 1));
	return RANK_PHRASE(site, CLAIR_RANK_ORG_RANK_OF, RANK_NUMBER("rank", axis->rank), RANK_NUMBER("all", all));
}

static void
score_row(struct rank_site *site, const struct clair_standing *standing, unsigned axis)
{
	const struct clair_axis_standing *one = &standing->axis[axis];

	rank_puts(site, "<tr><th scope=\"row\">");
	rank_say(site, subjects[axis]);
	rank_puts(site, "</th>");
	if (one->rank == 0) {
		rank_puts(site, "<td>");
		rank_say(site, CLAIR_RANK_UNMEASURED);
		rank_puts(site, "</td><td></td><td></td><td></td><td></td></tr>\n");
		return;
	}
	rank_printf(site, "<td class=\"n\"><strong>%u</strong></td><td>", one->points);
	rank_text(site,
	    RANK_PHRASE(site, CLAIR_RANK_INTERVAL, RANK_NUMBER("low", one->low), RANK_NUMBER("high", one->high)));
	rank_puts(site, "</td><td>");
	rank_band(site, one);
	rank_puts(site, "</td><td class=\"wide\">");
	rank_text(site, rank_of(site, one, site->standings->ranked[axis]));
	rank_puts(site, "</td><td>");
	rank_text(site, RANK_PHRASE(site, CLAIR_RANK_POSSIBLE_RANGE, RANK_NUMBER("best", one->best),
	    RANK_NUMBER("worst", one->worst)));
	rank_puts(site, "</td></tr>\n");
}

/* Each score is a line from one end of its interval to the other, and a mark; the table says the same. */
static void
put_intervals(struct rank_site *site, const struct clair_standing *standing)
{
	unsigned row = 0;

	rank_puts(site, "<svg class=\"plot\" role=\"img\" aria-labelledby=\"trace-titre trace-texte\" width=\"100%\" height=\"9em\">\n"
	    "<title id=\"trace-titre\">");
	rank_say(site, CLAIR_RANK_ORG_PLOT);
	rank_puts(site, "</title><desc id=\"trace-texte\">");
	for (unsigned axis = 0; axis < CLAIR_AXIS_COUNT; axis++) {
		const struct clair_axis_standing *one = &standing->axis[axis];

		if (one->rank == 0)
			continue;
		rank_text(site, RANK_PHRASE(site, CLAIR_RANK_ORG_PLOT_ONE, RANK_OURS("axis", rank_string(site, subjects[axis])),
		    RANK_NUMBER("points", one->points), RANK_NUMBER("low", one->low), RANK_NUMBER("high", one->high)));
		rank_puts(site, ". ");
	}
	rank_puts(site, "</desc>\n");
	for (unsigned axis = 0; axis < CLAIR_AXIS_COUNT; axis++, row += 3) {
		const struct clair_axis_standing *one = &standing->axis[axis];
		const unsigned width = one->high > one->low ? one->high - one->low : 1;

		rank_printf(site, "<text x=\"0\" y=\"%u.2em\">", row + 1);
		rank_say(site, subjects[axis]);
		rank_printf(site, "</text><rect class=\"track\" x=\"0\" y=\"%u.7em\" width=\"100%%\" height=\".7em\"/>", row + 1);
		if (one->rank != 0)
			rank_printf(site, "<rect class=\"bar\" x=\"%u%%\" y=\"%u.7em\" width=\"%u%%\" height=\".7em\"/>"
			    "<line class=\"mark\" x1=\"%u%%\" y1=\"%u.4em\" x2=\"%u%%\" y2=\"%u.7em\"/>", one->low < 100 ? one->low : 99,
			    row + 1, width, one->points, row + 1, one->points, row + 2);
		rank_puts(site, "\n");
	}
	rank_puts(site, "</svg>\n");
}

static void
put_scores(struct rank_site *site, const struct clair_standing *standing)
{
	static const enum clair_rank_string headers[] = {CLAIR_RANK_ORG_SUBJECT, CLAIR_RANK_SCORE,
		CLAIR_RANK_ORG_INTERVAL, CLAIR_RANK_BAND, CLAIR_RANK_RANK, CLAIR_RANK_POSSIBLE};

	rank_section_open(site, "notes", CLAIR_RANK_ORG_SCORES);
	rank_table_open(site, "table-notes", rank_words(site, CLAIR_RANK_ORG_SCORES_CAPTION), headers, CLAIR_LEN(headers));
	for (unsigned axis = 0; axis < CLAIR_AXIS_COUNT; axis++)
		score_row(site, standing, axis);
	rank_table_close(site);
	put_intervals(site, standing);
	rank_section_close(site);
}

/* --- Causes --- */

static enum clair_severity
severity_of(const char *name)
{
	for (int i = 0; i < CLAIR_SEVERITY_COUNT; i++) {
		if (name != NULL && strcmp(clair_severity_name((enum clair_severity)i), name) == 0)
			return (enum clair_severity)i;
	}
	return CLAIR_MINOR;
}

static bool
is_proven(const struct clair_record_cause *cause)
{
	return strcmp(cause->outcome, clair_outcome_name(CLAIR_FAIL)) == 0;
}

static void
put_cause(struct rank_site *site, const struct clair_record_cause *cause)
{
	const enum clair_severity severity = severity_of(cause->severity);

	rank_puts(site, "<li>");
	rank_text(site, site->lang == CLAIR_FR ? cause->text_fr : cause->text_en);
	rank_printf(site, "\n<p class=\"tags\"><span class=\"tag %s\">", clair_severity_name(severity));
	rank_say_report(site, clair_severity_string(severity));
	rank_puts(site, "</span> <span>");
	if (cause->pages == 0)
		rank_say(site, CLAIR_RANK_ORG_WHOLE_SITE);
	else
		rank_text(site, RANK_PHRASE(site, CLAIR_RANK_ORG_ON_PAGES, RANK_NUMBER("n", cause->pages)));
	rank_puts(site, "</span>");
	if (cause->gain >= 0.05) {
		rank_puts(site, " <span class=\"gain\">");
		rank_text(site, RANK_PHRASE(site, CLAIR_RANK_ORG_GAIN, RANK_NUMBER("n", round(cause->gain * 10) / 10)));
		rank_puts(site, "</span>");
	}
	rank_puts(site, "</p></li>\n");
}

static void
put_causes(struct rank_site *site, const struct clair_site_record *record)
{
	uint32_t proven = 0;

	rank_section_open(site, "causes", CLAIR_RANK_ORG_CAUSES);
	for (uint32_t i = 0; i < record->cause_count; i++) {
		if (!is_proven(&record->causes[i]))
			continue;
		if (proven == 0) {
			rank_paragraph(site, rank_words(site, CLAIR_RANK_ORG_CAUSES_WHY));
			rank_puts(site, "<ol class=\"first panel\">\n");
		}
		if (proven++ < CAUSES)
			put_cause(site, &record->causes[i]);
	}
	if (proven == 0)
		rank_paragraph(site, rank_words(site, CLAIR_RANK_ORG_CAUSES_NONE));
	else
		rank_puts(site, "</ol>\n");
	if (proven > CAUSES)
		rank_paragraph(site, RANK_PHRASE(site, CLAIR_RANK_ORG_CAUSES_MORE, RANK_NUMBER("n", proven - CAUSES)));
	rank_section_close(site);
}

/* --- Indicators --- */

static bool
is_percent(int number)
{
	return number == 2 || number == 3 || number == 4 || number == 6 || number == 8;
}

static void
put_indicator(struct rank_site *site, int number, const struct clair_record_indicator *one)
{
	rank_puts(site, "<tr><th scope=\"row\">");
	rank_say_report(site, (enum clair_string)((int)CLAIR_STRING_I_1 + number - 1));
	rank_puts(site, "</th><td>");
	if (!one->measured) {
		rank_say(site, CLAIR_RANK_NOT_MEASURED);
		rank_puts(site, "<span class=\"note\">");
		rank_say_report(site, clair_indicator_why_string(one->reason));
		rank_puts(site, "</span>");
	} else {
		rank_number(site, round(one->value * 10) / 10, 1);
		if (is_percent(number))
			rank_puts(site, site->lang == CLAIR_FR ? "\xC2\xA0%" : "%");
		for (int i = 0; one->word != NULL && i < CLAIR_PERSONA_COUNT; i++) {
			if (strcmp(one->word, clair_persona_name((enum clair_persona)i)) != 0)
				continue;
			rank_puts(site, "<span class=\"note\">");
			rank_say_report(site, clair_persona_string((enum clair_persona)i));
			rank_puts(site, "</span>");
		}
	}
	rank_puts(site, "</td><td>");
	rank_say(site, (enum clair_rank_string)((int)CLAIR_RANK_MEANS_1 + number - 1));
	rank_puts(site, "</td></tr>\n");
}

static void
put_indicators(struct rank_site *site, const struct clair_site_record *record)
{
	static const enum clair_rank_string headers[] = {CLAIR_RANK_INDICATOR, CLAIR_RANK_VALUE, CLAIR_RANK_ORG_MEANS};

	if (record->indicator_count == 0)
		return;
	rank_section_open(site, "indicateurs", CLAIR_RANK_ORG_INDICATORS);
	rank_paragraph(site, rank_words(site, CLAIR_RANK_ORG_INDICATORS_WHY));
	rank_table_open(site, "table-indicateurs", rank_words(site, CLAIR_RANK_INDICATORS_CAPTION), headers, CLAIR_LEN(headers));
	for (uint32_t i = 0; i < record->indicator_count; i++) {
		const char *id = record->indicators[i].id;
		int number = id[0] == 'I' && id[1] >= '1' && id[1] <= '9' ? id[1] - '0' : 0;

		if (number == 1 && id[2] == '0')
			number = 10;
		if (number != 0)
			put_indicator(site, number, &record->indicators[i]);
	}
	rank_table_close(site);
	rank_section_close(site);
}

/* --- Legal duties --- */

static void
put_duty(struct rank_site *site, const struct clair_record_duty *duty)
{
	static const struct {
		enum clair_outcome outcome;
		enum clair_rank_string words;
	} states[] = {{CLAIR_PASS, CLAIR_RANK_DUTY_PASS}, {CLAIR_FAIL, CLAIR_RANK_DUTY_FAIL}, {CLAIR_REVIEW, CLAIR_RANK_DUTY_REVIEW}};
	const struct clair_rule *rule = clair_rule_find(duty->rule);
	enum clair_rank_string words = CLAIR_RANK_DUTY_UNTESTED;

	rank_puts(site, "<tr><th scope=\"row\">");
	rank_text(site, rule == NULL ? duty->rule : site->lang == CLAIR_FR ? rule->title.fr : rule->title.en);
	rank_puts(site, "</th><td>");
	for (size_t i = 0; i < CLAIR_LEN(states); i++) {
		if (strcmp(duty->outcome, clair_outcome_name(states[i].outcome)) == 0)
			words = states[i].words;
	}
	rank_say(site, words);
	rank_puts(site, "</td></tr>\n");
}

static void
put_duties(struct rank_site *site, const struct clair_site_record *record)
{
	static const enum clair_rank_string headers[] = {CLAIR_RANK_ORG_DUTY, CLAIR_RANK_ORG_DUTY_STATE};

	rank_section_open(site, "loi", CLAIR_RANK_ORG_DUTIES);
	rank_paragraph(
	    site, rank_words(site, record->duty_count == 0 ? CLAIR_RANK_ORG_DUTIES_NONE : CLAIR_RANK_ORG_DUTIES_WHY));
	if (record->duty_count > 0) {
		rank_table_open(site, "table-loi", rank_words(site, CLAIR_RANK_DUTIES_CAPTION), headers, CLAIR_LEN(headers));
		for (uint32_t i = 0; i < record->duty_count; i++)
			put_duty(site, &record->duties[i]);
		rank_table_close(site);
	}
	rank_section_close(site);
}

/* --- Trend --- */

/* One line over the rounds, broken where a score is missing or the rules are others. */
static void
put_line(struct rank_site *site, const struct clair_standing *standing, unsigned axis)
{
	const uint32_t rounds = site->standings->round_count;
	const double step = rounds > 1 ? (double)(PLOT_WIDTH - 20) / (rounds - 1) : 0;
	const struct clair_standing_point *last = NULL;
	double last_x = 0;

	rank_printf(site, "<figure class=\"trend\"><figcaption>");
	rank_text(site, RANK_PHRASE(site, CLAIR_RANK_ORG_TREND_PLOT, RANK_OURS("axis", rank_string(site, subjects[axis]))));
	rank_printf(site, "</figcaption>\n<svg class=\"plot\" aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 %d %d\">\n"
	    "<rect class=\"track\" x=\"0\" y=\"0\" width=\"%d\" height=\"%d\"/>", (int)PLOT_WIDTH, (int)PLOT_HEIGHT,
	    (int)PLOT_WIDTH, (int)PLOT_HEIGHT);
	for (uint32_t i = 0; i < rounds; i++) {
		const struct clair_standing_point *point = &standing->trend[i];
		const double x = 10 + step * i; /* room for the dots at both ends */

		if (point->axis[axis] < 0 || point->why != CLAIR_STANDING_RANKED)
			continue;
		if (last != NULL && last->same_rules == point->same_rules)
			rank_printf(site, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>", last_x,
			    PLOT_HEIGHT * (1 - last->axis[axis] / 100), x, PLOT_HEIGHT * (1 - point->axis[axis] / 100));
		rank_printf(site, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"7\"/>\n", x, PLOT_HEIGHT * (1 - point->axis[axis] / 100));
		last = point;
		last_x = x;
	}
	rank_puts(site, "</svg></figure>\n");
}

static void
trend_row(struct rank_site *site, const struct clair_standing_point *point, bool *has_others)
{
	const bool is_other = point->why == CLAIR_STANDING_RANKED && !point->same_rules;

	*has_others |= is_other;
	rank_puts(site, "<tr><th scope=\"row\">");
	if (point->day[0] != '\0')
		rank_day(site, point->day);
	else
		rank_number(site, point->round, 0);
	rank_puts(site, is_other ? "*</th>" : "</th>");
	for (unsigned axis = 0; axis < CLAIR_AXIS_COUNT; axis++) {
		rank_puts(site, "<td class=\"n\">");
		if (point->why != CLAIR_STANDING_RANKED)
			rank_say(site, CLAIR_RANK_NOT_RANKED);
		else if (point->axis[axis] < 0)
			rank_say(site, CLAIR_RANK_UNMEASURED);
		else
			rank_number(site, point->axis[axis], 1);
		rank_puts(site, "</td>");
	}
	rank_puts(site, "</tr>\n");
}

static void
put_change(struct rank_site *site, const struct clair_standing *standing, unsigned axis)
{
	static const enum clair_rank_string words[] = {CLAIR_RANK_CHANGE_KNOWN, CLAIR_RANK_CHANGE_FIRST,
		CLAIR_RANK_CHANGE_NOT_BOTH, CLAIR_RANK_CHANGE_OTHER_RULES};
	const struct clair_progress *progress = &standing->progress[axis];

	rank_puts(site, "<li>");
	rank_text(site, RANK_PHRASE(site, words[progress->state], RANK_OURS("axis", rank_string(site, subjects[axis])),
	    RANK_NUMBER("points", progress->points), RANK_NUMBER("low", progress->low), RANK_NUMBER("high", progress->high)));
	rank_puts(site, "</li>\n");
}

static void
put_trend(struct rank_site *site, const struct clair_standing *standing)
{
	static const enum clair_rank_string headers[] = {CLAIR_RANK_ORG_TREND_ROUND, CLAIR_RANK_ACCESS,
		CLAIR_RANK_COMPREHENSION, CLAIR_RANK_JOURNEY};
	const uint32_t rounds = site->standings->round_count;
	bool has_others = false;

	rank_section_open(site, "temps", CLAIR_RANK_ORG_TREND);
	if (rounds < 2) {
		rank_paragraph(site, rank_words(site, CLAIR_RANK_CHANGE_FIRST));
		rank_section_close(site);
		return;
	}
	rank_puts(site, "<h3>");
	rank_say(site, CLAIR_RANK_ORG_CHANGE);
	rank_puts(site, "</h3>\n<ul class=\"facts\">\n");
	for (unsigned axis = 0; axis < CLAIR_AXIS_COUNT; axis++)
		put_change(site, standing, axis);
	rank_puts(site, "</ul>\n<div class=\"cards\">\n");
	for (unsigned axis = 0; axis < CLAIR_AXIS_COUNT; axis++)
		put_line(site, standing, axis);
	rank_puts(site, "</div>\n");
	rank_table_open(site, "table-temps", rank_words(site, CLAIR_RANK_ORG_TREND_CAPTION), headers, CLAIR_LEN(headers));
	for (uint32_t i = 0; i < rounds; i++)
		trend_row(site, &standing->trend[i], &has_others);
	rank_table_close(site);
	if (has_others)
		rank_paragraph(site, rank_words(site, CLAIR_RANK_ORG_TREND_RULES));
	rank_section_close(site);
}

/* --- Replies --- */

/* Paragraphs are parted by empty lines. */
static void
put_reply_text(struct rank_site *site, const char *text)
{
	while (*text != '\0') {
		const char *end = strstr(text, "\n\n");
		const size_t length = end == NULL ? strlen(text) : (size_t)(end - text);
		struct clair_buf part;

		clair_buf_init(&part, 0);
		clair_buf_add(&part, text, length);
		if (strspn(part.bytes, " \t\r\n") < length) {
			rank_puts(site, "<p>");
			rank_text(site, part.bytes);
			rank_puts(site, "</p>\n");
		}
		clair_buf_free(&part);
		text += length;
		text += strspn(text, "\n");
	}
}

static void
put_replies(struct rank_site *site, const struct clair_standing *standing)
{
	const struct clair_campaign *campaign = site->standings->campaign;
	bool has_one = false;

	rank_section_open(site, "reponse", CLAIR_RANK_ORG_REPLY);
	for (uint32_t i = 0; i < campaign->reply_count; i++) {
		const struct clair_reply *reply = &campaign->replies[i];

		if (strcmp(reply->key, standing->site->key) != 0)
			continue;
		has_one = true;
		rank_puts(site, "<blockquote class=\"panel\" lang=\"fr\">\n");
		put_reply_text(site, reply->text);
		rank_puts(site, "</blockquote>\n<p>");
		if (reply->signed_by[0] != '\0') {
			rank_text(site, reply->signed_by);
			rank_puts(site, ", ");
		}
		rank_day(site, reply->day);
		rank_puts(site, "</p>\n");
	}
	if (!has_one)
		rank_paragraph(site, rank_words(site, CLAIR_RANK_ORG_REPLY_NONE));
	rank_section_close(site);
}

/* --- What was not tested --- */

static void
item(struct rank_site *site, const char *words)
{
	rank_puts(site, "<li>");
	rank_text(site, words);
	rank_puts(site, "</li>\n");
}

static void
put_not_tested(struct rank_site *site, const struct clair_site_record *record)
{
	const enum clair_string why = clair_stop_string(record->stopped_because);

	rank_section_open(site, "non-teste", CLAIR_RANK_ORG_NOT_TESTED);
	rank_puts(site, "<ul class=\"facts\">\n");
	if (why != CLAIR_STRING_OTHER_REASON)
		item(site, RANK_PHRASE(site, CLAIR_RANK_ORG_STOPPED, RANK_OURS("why", clair_string(site->lang, why))));
	if (record->known > record->requested)
		item(site, RANK_PHRASE(site, CLAIR_RANK_ORG_LEFT, RANK_NUMBER("n", record->known - record->requested)));
	if (record->failed > 0)
		item(site, RANK_PHRASE(site, CLAIR_RANK_ORG_FAILED, RANK_NUMBER("n", record->failed)));
	if (record->refused_by_robots > 0)
		item(site, RANK_PHRASE(site, CLAIR_RANK_ORG_ROBOTS, RANK_NUMBER("n", record->refused_by_robots)));
	if (record->tests > record->tests_decided)
		item(site, RANK_PHRASE(site, CLAIR_RANK_ORG_UNDECIDED, RANK_NUMBER("n", record->tests - record->tests_decided),
		    RANK_NUMBER("all", record->tests)));
	rank_puts(site, "</ul>\n");
	if (record->tool_version != NULL && record->tool_version[0] != '\0')
		rank_paragraph(site, RANK_PHRASE(site, CLAIR_RANK_ORG_VERSIONS, RANK_WORDS("tool", record->tool_version),
		    RANK_WORDS("referential", record->referential), RANK_WORDS("digest", record->rules_digest)));
	rank_section_close(site);
}

/* --- The page --- */

void
rank_write_organisation(struct rank_site *site, const struct clair_standing *standing,
    const struct clair_site_record *record)
{
	const bool is_ranked = standing->why == CLAIR_STANDING_RANKED;
	const bool was_read = record->state == CLAIR_SITE_DONE && standing->why != CLAIR_STANDING_OPTED_OUT;
	struct clair_buf name;
	char path[RANK_PATH];

	clair_buf_init(&name, 0);
	rank_plain_name(site, &name, standing);
	rank_site_path(standing, path);
	rank_page_open(site, path, name.bytes);
	site->failed |= name.failed;
	clair_buf_free(&name);
	put_lead(site, standing);
	put_facts(site, standing);
	if (is_ranked)
		put_scores(site, standing);
	if (was_read && standing->pages > 0) {
		put_causes(site, record);
		if (is_ranked)
			put_indicators(site, record);
		put_duties(site, record);
	}
	if (standing->why != CLAIR_STANDING_OPTED_OUT)
		put_trend(site, standing);
	put_replies(site, standing);
	if (was_read)
		put_not_tested(site, record);
	rank_page_close(site);
}
