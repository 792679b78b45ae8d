/* The frame of the HTML report, its first section and its last. */
#include "base/day.h"
#include "report/escape.h"
#include "report/gate.h"
#include "report/history.h"
#include "report/html.h"
#include "report/indicator.h"

#include <string.h>
#include <strings.h>

void
clair_html_text(struct clair_report *report, const char *text)
{
	struct clair_buf escaped;

	clair_buf_init(&escaped, 0);
	clair_escape_markup(&escaped, text);
	clair_put(report, escaped.bytes, escaped.length);
	report->failed |= escaped.failed;
	clair_buf_free(&escaped);
}

/* With a capital: the strings of persons also stand inside sentences. */
void
clair_html_capital(struct clair_report *report, const char *text)
{
	const unsigned char first = (unsigned char)text[0];
	const unsigned char next = first == 0xC3 ? (unsigned char)text[1] : 0;

	if (first >= 'a' && first <= 'z') {
		clair_putf(report, "%c", first - 'a' + 'A');
		text++;
	} else if (next >= 0xA0 && next <= 0xBE && next != 0xB7) { /* U+00E0 to U+00FE, but the sign of division */
		clair_putf(report, "\xC3%c", next - 0x20);
		text += 2;
	}
	clair_html_text(report, text);
}

void
clair_html_say(struct clair_report *report, enum clair_string id)
{
	clair_html_text(report, clair_string_of(report, id));
}

void
clair_html_quote(struct clair_report *report, const char *text)
{
	clair_puts(report, "<samp>");
	clair_html_text(report, text);
	clair_puts(report, "</samp>");
}

void
clair_html_found(struct clair_report *report, const struct clair_result *page, const char *text)
{
	const bool is_told = page != NULL && page->lang != NULL && page->lang[0] != '\0';

	clair_puts(report, "<samp lang=\"");
	clair_html_text(report, is_told ? page->lang : "fr");
	clair_puts(report, "\">");
	clair_html_text(report, text);
	clair_puts(report, "</samp>");
}

/* Between quotation marks stand words given as examples, good or bad. */
void
clair_html_advice(struct clair_report *report, const char *text)
{
	const bool is_french = report->lang == CLAIR_FR;
	struct clair_buf piece;

	clair_buf_init(&piece, 0);
	for (;;) {
		const char *open = strstr(text, is_french ? "«" : "“");
		const char *close = open == NULL ? NULL : strstr(open, is_french ? "»" : "”");

		if (close == NULL)
			break;
		open += strlen(is_french ? "«" : "“");
		clair_buf_clear(&piece);
		clair_buf_add(&piece, text, (size_t)(open - text));
		clair_html_text(report, piece.bytes);
		clair_buf_clear(&piece);
		clair_buf_add(&piece, open, (size_t)(close - open));
		clair_html_quote(report, piece.bytes);
		text = close;
	}
	clair_html_text(report, text);
	report->failed |= piece.failed;
	clair_buf_free(&piece);
}

static void
put_marked(struct clair_report *report, struct clair_buf *marked)
{
	char *at = marked->bytes;

	while (*at != '\0') {
		const size_t length = strcspn(at, CLAIR_QUOTE_BEGINS CLAIR_QUOTE_ENDS);
		const char mark = at[length];

		at[length] = '\0';
		clair_html_text(report, at);
		if (mark == '\0')
			return;
		clair_puts(report, mark == CLAIR_QUOTE_BEGINS[0] ? "<samp>" : "</samp>");
		at += length + 1;
	}
}

void
clair_html_message(struct clair_report *report, const struct clair_finding *finding)
{
	struct clair_buf message;

	clair_buf_init(&message, 0);
	clair_marked_message(report, finding, &message);
	put_marked(report, &message);
	clair_buf_free(&message);
}

void
clair_html_paragraph(struct clair_report *report, const char *text)
{
	clair_puts(report, "<p>");
	clair_html_text(report, text);
	clair_puts(report, "</p>\n");
}

void
clair_html_link(struct clair_report *report, const char *url)
{
	const bool is_web = strncasecmp(url, "https://", 8) == 0 || strncasecmp(url, "http://", 7) == 0;

	if (!is_web) {
		clair_html_text(report, url);
		return;
	}
	clair_puts(report, "<a href=\"");
	clair_html_text(report, url);
	clair_puts(report, "\">");
	clair_html_text(report, url);
	clair_puts(report, "</a>");
}

void
clair_html_score(struct clair_report *report, double score)
{
	if (score < 0)
		clair_html_say(report, CLAIR_STRING_H_UNMEASURED);
	else
		clair_html_text(report, clair_score_phrase(report, score));
}

void
clair_html_table_open(struct clair_report *report, const char *id, enum clair_string caption,
    const enum clair_string *headers, size_t count)
{
	clair_html_table_named(report, id, clair_string_of(report, caption), headers, count);
}

void
clair_html_table_named(struct clair_report *report, const char *id, const char *caption,
    const enum clair_string *headers, size_t count)
{
	clair_putf(report,
	    "<div class=\"scroll\" role=\"region\" aria-labelledby=\"%s\" tabindex=\"0\">\n"
	    "<table>\n<caption id=\"%s\"><span>",
	    id, id);
	clair_html_text(report, caption);
	clair_puts(report, "</span></caption>\n<thead><tr>");
	for (size_t i = 0; i < count; i++) {
		clair_puts(report, "<th scope=\"col\">");
		clair_html_say(report, headers[i]);
		clair_puts(report, "</th>");
	}
	clair_puts(report, "</tr></thead>\n<tbody>\n");
}

void
clair_html_table_close(struct clair_report *report)
{
	clair_puts(report, "</tbody>\n</table>\n</div>\n");
}

void
clair_html_open_section(struct clair_report *report, const char *id, enum clair_string title, int level)
{
	clair_putf(report, "<section id=\"%s\" aria-labelledby=\"%s-titre\">\n<h%d id=\"%s-titre\">", id, id, level, id);
	clair_html_say(report, title);
	clair_putf(report, "</h%d>\n", level);
}

void
clair_html_unfold(struct clair_report *report, enum clair_string title)
{
	clair_puts(report, "<details><summary>");
	clair_html_text(report,
	    CLAIR_PHRASE(report, CLAIR_STRING_H_FIGURES, CLAIR_WORDS("title", clair_string_of(report, title))));
	clair_puts(report, "</summary>\n");
}

/* --- Filters --- */

static void
option(struct clair_report *report, const char *value, const char *words)
{
	clair_putf(report, "<option value=\"%s\">", value);
	clair_html_capital(report, words);
	clair_puts(report, "</option>");
}

static void
choice(struct clair_report *report, const char *id, const char *name, enum clair_string label)
{
	clair_putf(report, "<p><label for=\"%s-%s\">", id, name);
	clair_html_say(report, label);
	clair_putf(report, "</label><select id=\"%s-%s\" name=\"%s\">", id, name, name);
	option(report, "", clair_string_of(report, CLAIR_STRING_H_ALL));
}

static void
choice_of_state(struct clair_report *report, const char *id)
{
	if (report->run->baseline == NULL)
		return;
	choice(report, id, "state", CLAIR_STRING_H_STATE);
	option(report, "new", clair_string_of(report, CLAIR_STRING_H_NEW));
	option(report, "known", clair_string_of(report, CLAIR_STRING_H_KNOWN));
	clair_puts(report, "</select></p>\n");
}

static void
choice_of_part(struct clair_report *report, const char *id)
{
	uint32_t i = 0;

	while (i < report->run->cause_count && clair_run_cause(report->run, i)->example->third_party == NULL)
		i++;
	if (i == report->run->cause_count)
		return;
	choice(report, id, "part", CLAIR_STRING_H_PART);
	option(report, "ours", clair_string_of(report, CLAIR_STRING_H_PART_OURS));
	option(report, "others", clair_string_of(report, CLAIR_STRING_H_PART_OTHERS));
	clair_puts(report, "</select></p>\n");
}

void
clair_html_filter(struct clair_report *report, const struct clair_html_filter *filter)
{
	clair_putf(report, "<form class=\"filter\" hidden role=\"search\" data-items=\"%s\" aria-label=\"", filter->items);
	clair_html_say(report, filter->legend);
	clair_putf(report, "\">\n<p><label for=\"%s\">", filter->id);
	clair_html_say(report, filter->label);
	clair_putf(report, "</label><input id=\"%s\" type=\"search\" autocomplete=\"off\"></p>\n", filter->id);
	if (filter->of_causes) {
		choice(report, filter->id, "severity", CLAIR_STRING_H_SEVERITY);
		for (int i = CLAIR_BLOCKING; i >= CLAIR_MINOR; i--)
			option(report, clair_severity_name((enum clair_severity)i),
			    clair_string_of(report, clair_severity_string((enum clair_severity)i)));
		clair_puts(report, "</select></p>\n");
		choice(report, filter->id, "person", CLAIR_STRING_H_WHO);
		for (int i = 0; i < CLAIR_PERSONA_COUNT; i++)
			option(report, clair_persona_name((enum clair_persona)i),
			    clair_string_of(report, clair_persona_string((enum clair_persona)i)));
		clair_puts(report, "</select></p>\n");
		choice_of_state(report, filter->id);
		choice_of_part(report, filter->id);
	}
	clair_puts(report, "<p class=\"shown\" role=\"status\" data-phrase=\"");
	clair_html_say(report, filter->shown);
	clair_puts(report, "\"></p>\n</form>\n");
}

/* --- Head --- */

/* The four parts, by who reads them, and what stands in each: its id is that of its part. */
enum part { DECIDE, WRITE, DEVELOP, AUDIT, PARTS };
static const struct {
	const char *id;
	enum clair_string title, whom;
} parts[PARTS] = {
	{"essentiel", CLAIR_STRING_H_ESSENTIAL, CLAIR_STRING_H_FOR_DECISION},
	{"ecrire", CLAIR_STRING_H_WRITE, CLAIR_STRING_H_FOR_WRITERS},
	{"causes", CLAIR_STRING_H_CAUSES, CLAIR_STRING_H_FOR_DEVELOPERS},
	{"audit", CLAIR_STRING_H_AUDIT, CLAIR_STRING_H_FOR_AUDITORS},
};
static const struct {
	enum part part;
	const char *id;
	enum clair_string title;
} sections[] = {
	{DECIDE, "evolution", CLAIR_STRING_H_HISTORY},
	{WRITE, "textes", CLAIR_STRING_H_TEXTS},
	{WRITE, "pages", CLAIR_STRING_H_PAGES},
	{AUDIT, "verifier", CLAIR_STRING_H_REVIEW},
	{AUDIT, "questions", CLAIR_STRING_H_QUESTIONS},
	{AUDIT, "echantillon", CLAIR_STRING_SAMPLE_TITLE},
	{AUDIT, "criteres", CLAIR_STRING_H_RGAA},
	{AUDIT, "falc", CLAIR_STRING_F_SECTION},
	{AUDIT, "indicateurs", CLAIR_STRING_I_TITLE},
	{AUDIT, "limites", CLAIR_STRING_H_LIMITS},
};

static bool
has_section(const struct clair_report *report, enum clair_string title)
{
	if (title == CLAIR_STRING_H_RGAA)
		return report->run->criterion_count > 0;
	if (title == CLAIR_STRING_SAMPLE_TITLE)
		return report->run->sample != NULL;
	if (title == CLAIR_STRING_I_TITLE)
		return clair_report_has_indicators(report);
	if (title == CLAIR_STRING_F_SECTION)
		return clair_report_falc_pages(report) > 0;
	if (title == CLAIR_STRING_H_HISTORY)
		return report->options->history_count > 0;
	return title != CLAIR_STRING_H_QUESTIONS || clair_report_causes(report, CLAIR_QUESTION) > 0;
}

static void
nav_link(struct clair_report *report, const char *id, enum clair_string title)
{
	clair_putf(report, "<a href=\"#%s\">", id);
	clair_html_say(report, title);
	clair_puts(report, "</a>");
}

static void
nav(struct clair_report *report)
{
	clair_puts(report, "<nav aria-label=\"");
	clair_html_say(report, CLAIR_STRING_H_NAV);
	clair_puts(report, "\"><ul class=\"parts\">\n");
	for (unsigned p = 0; p < PARTS; p++) {
		const char *list = "<ul>\n";

		clair_puts(report, "<li>");
		nav_link(report, parts[p].id, parts[p].title);
		clair_puts(report, "<span class=\"whom\">");
		clair_html_say(report, parts[p].whom);
		clair_puts(report, "</span>\n");
		for (size_t i = 0; i < CLAIR_LEN(sections); i++) {
			if (sections[i].part != (enum part)p || !has_section(report, sections[i].title))
				continue;
			clair_puts(report, list);
			list = "";
			clair_puts(report, "<li>");
			nav_link(report, sections[i].id, sections[i].title);
			clair_puts(report, "</li>\n");
		}
		clair_puts(report, list[0] == '\0' ? "</ul></li>\n" : "</li>\n");
	}
	clair_puts(report, "</ul></nav>\n");
}

/* The address as people say it: without https:// and the last slash. */
static void
say_title(struct clair_report *report, enum clair_string with, enum clair_string without)
{
	const char *site = clair_report_url(report, NULL);
	const char *scheme = strstr(site, "://");
	struct clair_buf name;

	if (site[0] == '\0') {
		clair_html_say(report, without);
		return;
	}
	clair_buf_init(&name, 0);
	if (scheme != NULL)
		site = scheme + 3;
	clair_buf_add(&name, site, strlen(site) - (site[0] != '\0' && site[strlen(site) - 1] == '/'));
	clair_html_text(report, clair_phrase(report, with,
	    &(const struct clair_argument){.name = "site", .value = name.bytes}, 1));
	report->failed |= name.failed;
	clair_buf_free(&name);
}

/* From the day of an RFC 3339 date; nothing when it is not one. */
static void
date(struct clair_report *report)
{
	const char *started = report->options->started;
	char day[11] = "";
	struct clair_buf words;

	if (started == NULL || strlen(started) < 10)
		return;
	memcpy(day, started, 10);
	if (!clair_is_day(day))
		return;
	clair_buf_init(&words, 0);
	clair_add_day(report, day, &words);
	clair_html_paragraph(report, CLAIR_PHRASE(report, CLAIR_STRING_H_DATE, CLAIR_WORDS("day", words.bytes)));
	report->failed |= words.failed;
	clair_buf_free(&words);
}

void
clair_html_open(struct clair_report *report)
{
	clair_putf(report, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
	    report->lang == CLAIR_FR ? "fr" : "en");
	clair_puts(report,
	    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
}

void
clair_html_open_body(struct clair_report *report)
{
	clair_puts(report, "</title>\n");
	clair_putf(report,
	    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '%s'; script-src '%s';"
	    " base-uri 'none'; form-action 'none'\">\n",
	    clair_html_style_hash, clair_html_script_hash);
	clair_puts(report, "<style>");
	for (size_t i = 0; clair_html_style[i] != NULL; i++)
		clair_puts(report, clair_html_style[i]);
	clair_puts(report, "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#contenu\">");
	clair_html_say(report, CLAIR_STRING_H_SKIP);
	clair_puts(report,
	    "</a>\n<header class=\"top\"><div class=\"wrap\">\n<p class=\"brand\">clairlint</p>\n<h1>");
}

void
clair_html_close(struct clair_report *report)
{
	clair_puts(report, "</main>\n<footer>");
	clair_html_paragraph(report,
	    CLAIR_PHRASE(report, CLAIR_STRING_H_TOOL, CLAIR_WORDS("version", CLAIR_VERSION)));
	clair_puts(report, "</footer>\n</div>\n<script>");
	for (size_t i = 0; clair_html_script[i] != NULL; i++)
		clair_puts(report, clair_html_script[i]);
	clair_puts(report, "</script>\n</body>\n</html>\n");
}

static void
head(struct clair_report *report)
{
	clair_html_open(report);
	say_title(report, CLAIR_STRING_TITLE, CLAIR_STRING_TITLE_FILES);
	clair_html_open_body(report);
	say_title(report, CLAIR_STRING_H_SITE, CLAIR_STRING_H_FILES);
	clair_puts(report, "</h1>\n");
	date(report);
	clair_puts(report, "</div></header>\n<div class=\"wrap\">\n");
	nav(report);
	clair_puts(report, "<main id=\"contenu\" tabindex=\"-1\">\n");
}

/* --- The essential --- */

static void
coverage(struct clair_report *report)
{
	const struct clair_run *run = report->run;
	const enum clair_string why = clair_stop_string(run->crawl.stopped_because);

	clair_html_paragraph(report,
	    CLAIR_PHRASE(report, CLAIR_STRING_PAGES_TESTED,
	        CLAIR_NUMBER("tested", run->tested_count), CLAIR_NUMBER("pages", run->page_count)));
	if (run->tested_count == 0)
		clair_html_paragraph(report, clair_string_of(report, CLAIR_STRING_NOTHING_TESTED));
	if (!run->crawl.is_site)
		return;
	if (run->tested_count == 0 && why == CLAIR_STRING_STOP_ALL_PAGES)
		return;
	if (why != CLAIR_STRING_OTHER_REASON)
		clair_html_paragraph(report,
		    CLAIR_PHRASE(report, CLAIR_STRING_STOPPED,
		        CLAIR_WORDS("why", clair_string_of(report, why))));
	else if (run->crawl.stopped_because != NULL)
		clair_html_paragraph(report,
		    CLAIR_PHRASE(report, CLAIR_STRING_STOPPED_KEY,
		        CLAIR_WORDS("key", run->crawl.stopped_because)));
	if (run->crawl.known > run->crawl.requested)
		clair_html_paragraph(report,
		    CLAIR_PHRASE(report, CLAIR_STRING_LEFT,
		        CLAIR_NUMBER("left", run->crawl.known - run->crawl.requested)));
}

static void
card(struct clair_report *report, enum clair_axis axis)
{
	const double score = report->run->scores.axis[axis];

	clair_puts(report, "<div class=\"card\">\n<h3>");
	clair_html_say(report, clair_axis_string(axis));
	clair_puts(report, "</h3>\n<p>");
	clair_html_say(report, clair_axis_question(axis));
	clair_puts(report, "</p>\n");
	if (score >= 0) {
		clair_puts(report, "<p class=\"number\">");
		clair_html_score(report, score);
		clair_puts(report, " <span>");
		clair_html_say(report, CLAIR_STRING_H_OUT_OF);
		clair_puts(report, "</span></p>\n");
	}
	clair_puts(report, "<p class=\"band\">");
	clair_html_say(report, clair_report_band(report, score));
	clair_puts(report, "</p>\n</div>\n");
}

/* The phrases of several scores at once: report->phrase holds only one. */
static void
bar_of_score(struct clair_report *report, struct clair_buf *room, struct clair_html_bar *bar,
    const char *label, double score)
{
	*bar = (struct clair_html_bar){.label = label, .share = score < 0 ? -1 : score / 100};
	if (score < 0)
		clair_buf_puts(room, clair_string_of(report, CLAIR_STRING_H_UNMEASURED));
	else
		clair_format_score(room, report->lang, score);
	bar->value = room->bytes;
	report->failed |= room->failed;
}

/* With the limits of the bands. */
static void
axis_plot(struct clair_report *report)
{
	struct clair_html_bar bars[CLAIR_AXIS_COUNT];
	struct clair_buf rooms[CLAIR_AXIS_COUNT];
	const struct clair_score_weights *weights = &report->weights;

	for (int i = 0; i < CLAIR_AXIS_COUNT; i++) {
		const double score = report->run->scores.axis[i];

		clair_buf_init(&rooms[i], 0);
		bar_of_score(report, &rooms[i], &bars[i],
		    clair_string_of(report, clair_axis_string((enum clair_axis)i)), score);
		bars[i].more = clair_string_of(report, clair_report_band(report, score));
	}
	clair_puts(report, "<div class=\"panel\">\n");
	clair_html_paragraph(report,
	    CLAIR_PHRASE(report, CLAIR_STRING_H_BANDS, CLAIR_NUMBER("fair", weights->fair),
	        CLAIR_NUMBER("good", weights->good)));
	clair_svg_bars(report,
	    &(struct clair_html_plot){.id = "axes", .title = CLAIR_STRING_T_SCORES, .column = CLAIR_STRING_H_SUBJECT,
	        .value_column = CLAIR_STRING_H_SCORE, .more_column = CLAIR_STRING_H_BAND,
	        .limits = {weights->fair / 100, weights->good / 100}},
	    bars, CLAIR_AXIS_COUNT);
	clair_puts(report, "</div>\n");
	for (int i = 0; i < CLAIR_AXIS_COUNT; i++)
		clair_buf_free(&rooms[i]);
}

static void
persona_plot(struct clair_report *report)
{
	const struct clair_scores *scores = &report->run->scores;
	struct clair_html_bar bars[CLAIR_PERSONA_COUNT];
	struct clair_buf rooms[CLAIR_PERSONA_COUNT];
	enum clair_persona order[CLAIR_PERSONA_COUNT];
	const size_t count = clair_report_personas(report, order);

	for (size_t i = 0; i < count; i++) {
		clair_buf_init(&rooms[i], 0);
		bar_of_score(report, &rooms[i], &bars[i],
		    clair_string_of(report, clair_persona_string(order[i])),
		    scores->persona[order[i]]);
	}
	clair_svg_bars(report,
	    &(struct clair_html_plot){.id = "personnes", .title = CLAIR_STRING_H_PERSONAS,
	        .column = CLAIR_STRING_H_PERSON, .value_column = CLAIR_STRING_H_SCORE,
	        .limits = {report->weights.fair / 100, report->weights.good / 100}},
	    bars, count);
	for (size_t i = 0; i < count; i++)
		clair_buf_free(&rooms[i]);
}

static void
worst(struct clair_report *report)
{
	const struct clair_scores *scores = &report->run->scores;

	if (scores->worst == CLAIR_PERSONA_COUNT)
		return;
	clair_puts(report, "<div class=\"panel worst\"><p>");
	clair_html_text(report,
	    CLAIR_PHRASE(report, CLAIR_STRING_H_WORST,
	        CLAIR_WORDS("who",
	            clair_string_of(report, clair_persona_string(scores->worst)))));
	clair_puts(report, ". <strong>");
	clair_html_score(report, scores->persona[scores->worst]);
	clair_puts(report, "</strong> ");
	clair_html_say(report, CLAIR_STRING_H_OUT_OF);
	clair_puts(report, ".</p></div>\n");
}

static void
personas(struct clair_report *report)
{
	if (report->run->scores.worst == CLAIR_PERSONA_COUNT)
		return;
	clair_puts(report, "<h3>");
	clair_html_say(report, CLAIR_STRING_H_PERSONAS);
	clair_puts(report, "</h3>\n<div class=\"panel\">\n");
	clair_html_paragraph(report, clair_string_of(report, CLAIR_STRING_H_PERSONAS_WHY));
	persona_plot(report);
	clair_puts(report, "</div>\n");
}

static void
fact(struct clair_report *report, const char *text)
{
	clair_puts(report, "<li>");
	clair_html_text(report, text);
	clair_puts(report, "</li>\n");
}

/* What a person who decides says of the site, in sentences. */
static void
facts(struct clair_report *report)
{
	const struct clair_run *run = report->run;
	uint32_t unmet = 0;

	for (uint32_t i = 0; i < run->criterion_count; i++)
		unmet += run->criteria[i].state == CLAIR_RGAA_NC;
	clair_puts(report, "<h3>");
	clair_html_say(report, CLAIR_STRING_H_FACTS);
	clair_puts(report, "</h3>\n<ul class=\"facts\">\n");
	fact(report, CLAIR_PHRASE(report, CLAIR_STRING_H_FACT_CAUSES,
	                 CLAIR_NUMBER("n", clair_report_causes(report, CLAIR_DEFECT)),
	                 CLAIR_NUMBER("doubts", clair_report_causes(report, CLAIR_DOUBT))));
	if (run->criterion_count > 0)
		fact(report, CLAIR_PHRASE(report, CLAIR_STRING_H_FACT_RGAA, CLAIR_NUMBER("n", unmet),
		                 CLAIR_NUMBER("all", run->criterion_count)));
	if (run->page_count > run->tested_count)
		fact(report, CLAIR_PHRASE(report, CLAIR_STRING_H_FACT_NOT_TESTED,
		                 CLAIR_NUMBER("n", run->page_count - run->tested_count)));
	if (run->readings.measured > 0)
		fact(report, CLAIR_PHRASE(report, CLAIR_STRING_H_FACT_READING,
		                 CLAIR_NUMBER("n", run->readings.grades[3] + run->readings.grades[4]),
		                 CLAIR_NUMBER("all", run->readings.measured)));
	fact(report, clair_string_of(report, CLAIR_STRING_H_LIMITS_1));
	clair_puts(report, "</ul>\n");
}

static void
essential(struct clair_report *report)
{
	clair_html_open_section(report, "essentiel", CLAIR_STRING_H_ESSENTIAL, 2);
	coverage(report);
	clair_report_gate(report, clair_html_paragraph);
	if (report->run->tested_count > 0) {
		clair_puts(report, "<div class=\"cards\">\n");
		for (int i = 0; i < CLAIR_AXIS_COUNT; i++) {
			if (clair_report_has_axis(report, (enum clair_axis)i))
				card(report, (enum clair_axis)i);
		}
		clair_puts(report, "</div>\n");
		worst(report);
	}
	clair_html_first_causes(report);
	if (report->run->tested_count > 0) {
		facts(report);
		if (!report->run->of_texts) {
			clair_puts(report, "<h3>");
			clair_html_say(report, CLAIR_STRING_H_SCORES);
			clair_puts(report, "</h3>\n");
			axis_plot(report);
		}
		personas(report);
	}
	clair_html_history(report);
	clair_puts(report, "</section>\n");
}

/* --- Limits, and the end --- */

static void
limits(struct clair_report *report)
{
	static const enum clair_string lines[] = {CLAIR_STRING_H_LIMITS_1, CLAIR_STRING_H_LIMITS_2,
		CLAIR_STRING_H_LIMITS_3};
	static const enum clair_string method[] = {CLAIR_STRING_H_METHOD_1,
		CLAIR_STRING_H_METHOD_2, CLAIR_STRING_H_METHOD_3};

	clair_html_open_section(report, "limites", CLAIR_STRING_H_LIMITS, 3);
	for (size_t i = 0; i < CLAIR_LEN(lines); i++)
		clair_html_paragraph(report, clair_string_of(report, lines[i]));
	clair_report_spared(report, clair_html_paragraph);
	clair_puts(report, "<h4>");
	clair_html_say(report, CLAIR_STRING_H_METHOD);
	clair_puts(report, "</h4>\n");
	for (size_t i = 0; i < CLAIR_LEN(method); i++)
		clair_html_paragraph(report, clair_string_of(report, method[i]));
	clair_puts(report, "</section>\n");
}

static void
open_part(struct clair_report *report, enum part part)
{
	clair_html_open_section(report, parts[part].id, parts[part].title, 2);
	clair_puts(report, "<p class=\"lead\">");
	clair_html_say(report, parts[part].whom);
	clair_puts(report, "</p>\n");
}

void
clair_report_html(struct clair_report *report)
{
	head(report);
	essential(report);
	open_part(report, WRITE);
	clair_html_texts(report);
	clair_html_pages(report);
	clair_puts(report, "</section>\n");
	clair_html_causes(report);
	open_part(report, AUDIT);
	clair_html_reviews(report);
	clair_html_questions(report);
	clair_html_sample(report);
	if (has_section(report, CLAIR_STRING_H_RGAA))
		clair_html_rgaa(report);
	if (has_section(report, CLAIR_STRING_F_SECTION))
		clair_html_falc(report);
	clair_html_indicators(report);
	limits(report);
	clair_puts(report, "</section>\n");
	clair_html_close(report);
	if (clair_html_has_files(report))
		clair_html_files(report);
}
