/* What became of the scores, in the HTML report: a drawing for each, on one line of time, and their table. */
#include "base/day.h"
#include "report/history.h"
#include "report/html.h"

#include <math.h>

/* Of the view box of a drawing; the edges leave room for half a dot. */
enum { WIDE = 10000, HIGH = 1000, EDGE = 250 };
/* In tenths of em: a drawing with its line of words, and the line of the numbers above all. */
enum { PANEL = 82, WORDS = 16, DRAWING = 56, NUMBERS = 15, DAYS = 18 };
enum { SHARE = 84 };        /* of the width, in hundredths; the rest is for the scale */
enum { DOT_LIMIT = 60 };    /* more dots make but a thick line */
enum { LABEL_WIDTH = 450 }; /* least distance of two numbers */

struct trend {
	const struct clair_history_point *points;
	size_t count;
	double low, high; /* of the scale, the same for all three */
	long first, days;
	unsigned changes; /* of tool, referential or rules */
};

static bool
is_known(double score)
{
	return score >= 0;
}

static unsigned
change_at(const struct trend *trend, size_t i)
{
	return i == 0 ? 0 : clair_history_changes(&trend->points[i - 1], &trend->points[i]);
}

static long
day_at(const struct trend *trend, size_t i)
{
	return clair_day_number(trend->points[i].day);
}

static bool
is_drawn(const struct clair_report *report, const struct trend *trend, enum clair_axis axis)
{
	for (size_t i = 0; i < trend->count; i++)
		if (is_known(trend->points[i].scores[axis]))
			return clair_report_has_axis(report, axis);
	return false;
}

/* Whole tens around all the scores, twenty points at least. */
static void
set_scale(struct trend *trend)
{
	double least = 100;
	double most = 0;

	for (size_t i = 0; i < trend->count; i++) {
		for (int axis = 0; axis < CLAIR_AXIS_COUNT; axis++) {
			const double score = trend->points[i].scores[axis];

			least = is_known(score) ? fmin(least, score) : least;
			most = is_known(score) ? fmax(most, score) : most;
		}
		trend->changes += change_at(trend, i) != 0;
	}
	trend->low = fmax(0, fmin(floor(least / 10) * 10, 80));
	trend->high = fmin(100, fmax(ceil(most / 10) * 10, trend->low + 20));
	trend->first = day_at(trend, 0);
	trend->days = day_at(trend, trend->count - 1) - trend->first;
}

/* By its day; runs of one day alone stand side by side. */
static int
across(const struct trend *trend, size_t i)
{
	const double share = trend->days > 0 ? (double)(day_at(trend, i) - trend->first) / (double)trend->days
	                                     : (double)i / (double)(trend->count - 1);

	return EDGE + (int)lround(share * (WIDE - 2 * EDGE));
}

static int
down(const struct trend *trend, double score)
{
	return (int)lround((trend->high - score) / (trend->high - trend->low) * HIGH);
}

/* --- Drawing -------------------------------------------------------------------------------------- */

/* A length in tenths of em. */
static void
em(struct clair_report *report, const char *attribute, int tenths)
{
	clair_putf(report, " %s=\"%d.%dem\"", attribute, tenths / 10, tenths % 10);
}

/* The line is broken where a score is not known and where two are not to be compared. */
static void
put_line(struct clair_report *report, const struct trend *trend, enum clair_axis axis)
{
	bool is_on = false;

	clair_puts(report, "<path class=\"trend\" d=\"");
	for (size_t i = 0; i < trend->count; i++) {
		const double score = trend->points[i].scores[axis];

		is_on = is_on && change_at(trend, i) == 0;
		if (is_known(score))
			clair_putf(report, is_on ? "L%d %d" : "M%d %dh0", across(trend, i), down(trend, score));
		is_on = is_known(score);
	}
	clair_puts(report, "\"/>\n");
}

static void
put_dots(struct clair_report *report, const struct trend *trend, enum clair_axis axis)
{
	if (trend->count > DOT_LIMIT)
		return;
	clair_puts(report, "<path class=\"dots\" d=\"");
	for (size_t i = 0; i < trend->count; i++)
		if (is_known(trend->points[i].scores[axis]))
			clair_putf(report, "M%d %dh0", across(trend, i), down(trend, trend->points[i].scores[axis]));
	clair_puts(report, "\"/>\n");
}

/* Between the two runs. */
static int
mark_at(const struct trend *trend, size_t i)
{
	return (across(trend, i - 1) + across(trend, i)) / 2;
}

static void
put_marks(struct clair_report *report, const struct trend *trend)
{
	if (trend->changes == 0)
		return;
	clair_puts(report, "<path class=\"mark\" stroke-dasharray=\"3 3\" d=\"");
	for (size_t i = 1; i < trend->count; i++)
		if (change_at(trend, i) != 0)
			clair_putf(report, "M%d 0V%d", mark_at(trend, i), HIGH);
	clair_puts(report, "\"/>\n");
}

static double
last_known(const struct trend *trend, enum clair_axis axis)
{
	size_t i = trend->count;

	while (i > 0 && !is_known(trend->points[i - 1].scores[axis]))
		i--;
	return i == 0 ? -1 : trend->points[i - 1].scores[axis];
}

static double
first_known(const struct trend *trend, enum clair_axis axis)
{
	size_t i = 0;

	while (i < trend->count && !is_known(trend->points[i].scores[axis]))
		i++;
	return i == trend->count ? -1 : trend->points[i].scores[axis];
}

static void
put_scale(struct clair_report *report, double value, int top)
{
	clair_putf(report, "<text x=\"%d%%\"", SHARE + 1);
	em(report, "y", top);
	clair_putf(report, ">%.0f</text>", value);
}

static void
put_panel(struct clair_report *report, const struct trend *trend, enum clair_axis axis, int top)
{
	clair_puts(report, "<text x=\"0\"");
	em(report, "y", top + 12);
	clair_puts(report, ">");
	clair_html_say(report, clair_axis_string(axis));
	clair_puts(report, "</text><text class=\"value\" x=\"100%\"");
	em(report, "y", top + 12);
	clair_puts(report, ">");
	clair_html_score(report, last_known(trend, axis));
	clair_puts(report, "</text>");
	put_scale(report, trend->high, top + WORDS + 9);
	put_scale(report, trend->low, top + WORDS + DRAWING);
	clair_putf(report, "\n<svg viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" x=\"0\" width=\"%d%%\"", WIDE, HIGH,
	    SHARE);
	em(report, "y", top + WORDS);
	em(report, "height", DRAWING);
	clair_putf(report, ">\n<path class=\"edge\" d=\"M0 0H%dM0 %dH%d\"/>\n", WIDE, HIGH, WIDE);
	put_marks(report, trend);
	put_line(report, trend, axis);
	put_dots(report, trend, axis);
	clair_puts(report, "</svg>\n");
}

/* Above the marks; where they are close, only the table has them all. */
static void
put_numbers(struct clair_report *report, const struct trend *trend)
{
	int last = -LABEL_WIDTH;
	unsigned number = 0;

	for (size_t i = 1; i < trend->count; i++) {
		const int at = mark_at(trend, i);

		number += change_at(trend, i) != 0;
		if (change_at(trend, i) == 0 || at - last < LABEL_WIDTH)
			continue;
		clair_putf(report, "<text class=\"number\" x=\"%d.%d%%\" y=\"1.1em\">%u</text>", at * SHARE / WIDE,
		    at * SHARE / (WIDE / 10) % 10, number);
		last = at;
	}
}

static void
put_day(struct clair_report *report, const struct trend *trend, size_t i, int top)
{
	struct clair_buf day;

	clair_buf_init(&day, 0);
	clair_add_day(report, trend->points[i].day, &day);
	clair_puts(report, i == 0 ? "<text x=\"0\"" : "<text class=\"end\" x=\"100%\"");
	em(report, "y", top + 12);
	clair_puts(report, ">");
	clair_html_text(report, day.bytes);
	clair_puts(report, "</text>\n");
	report->failed |= day.failed;
	clair_buf_free(&day);
}

static void
describe(struct clair_report *report, const struct trend *trend)
{
	for (int axis = 0; axis < CLAIR_AXIS_COUNT; axis++) {
		struct clair_buf ends[2];

		if (!is_drawn(report, trend, (enum clair_axis)axis))
			continue;
		clair_buf_init(&ends[0], 0);
		clair_buf_init(&ends[1], 0);
		clair_format_score(&ends[0], report->lang, first_known(trend, (enum clair_axis)axis));
		clair_format_score(&ends[1], report->lang, last_known(trend, (enum clair_axis)axis));
		clair_html_text(report,
		    CLAIR_PHRASE(report, CLAIR_STRING_H_HISTORY_TELLS,
		        CLAIR_WORDS("axis", clair_string_of(report, clair_axis_string((enum clair_axis)axis))),
		        CLAIR_WORDS("first", ends[0].bytes), CLAIR_WORDS("last", ends[1].bytes)));
		clair_puts(report, ". ");
		report->failed |= ends[0].failed || ends[1].failed;
		clair_buf_free(&ends[0]);
		clair_buf_free(&ends[1]);
	}
}

static void
put_plot(struct clair_report *report, const struct trend *trend)
{
	const int above = trend->changes > 0 ? NUMBERS : 0;
	int top = above;
	int panels = 0;

	for (int axis = 0; axis < CLAIR_AXIS_COUNT; axis++)
		panels += is_drawn(report, trend, (enum clair_axis)axis);
	if (panels == 0)
		return;
	clair_puts(report, "<svg class=\"plot\" role=\"img\" aria-labelledby=\"notes-title notes-desc\" width=\"100%\"");
	em(report, "height", above + panels * PANEL + DAYS);
	clair_puts(report, ">\n<title id=\"notes-title\">");
	clair_html_say(report, CLAIR_STRING_H_HISTORY);
	clair_puts(report, "</title><desc id=\"notes-desc\">");
	describe(report, trend);
	clair_puts(report, "</desc>\n");
	put_numbers(report, trend);
	for (int axis = 0; axis < CLAIR_AXIS_COUNT; axis++) {
		if (!is_drawn(report, trend, (enum clair_axis)axis))
			continue;
		put_panel(report, trend, (enum clair_axis)axis, top);
		top += PANEL;
	}
	put_day(report, trend, 0, top);
	put_day(report, trend, trend->count - 1, top);
	clair_puts(report, "</svg>\n");
}

/* --- The table ------------------------------------------------------------------------------------ */

static void
put_versions(struct clair_report *report, const struct clair_history_point *point, unsigned changes)
{
	const char *between = "";

	if ((changes & CLAIR_OTHER_TOOL) != 0) {
		clair_html_text(report, CLAIR_PHRASE(report, CLAIR_STRING_H_CHANGE_TOOL, CLAIR_WORDS("version", point->tool)));
		between = ", ";
	}
	if ((changes & CLAIR_OTHER_REFERENTIAL) != 0) {
		clair_puts(report, between);
		clair_html_text(
		    report, CLAIR_PHRASE(report, CLAIR_STRING_H_CHANGE_RGAA, CLAIR_WORDS("version", point->referential)));
		between = ", ";
	}
	if ((changes & CLAIR_OTHER_RULES) != 0) {
		clair_puts(report, between);
		clair_html_say(report, CLAIR_STRING_H_CHANGE_RULES);
	}
}

/* `number`: of the change, as marked on the drawing. */
static void
put_row(struct clair_report *report, const struct trend *trend, size_t i, unsigned number)
{
	const struct clair_history_point *point = &trend->points[i];
	const unsigned changes = change_at(trend, i);
	struct clair_buf day;

	clair_buf_init(&day, 0);
	clair_add_day(report, point->day, &day);
	clair_puts(report, "<tr><th class=\"n\" scope=\"row\">");
	clair_html_text(report, day.bytes);
	clair_puts(report, "</th>");
	for (int axis = 0; axis < CLAIR_AXIS_COUNT; axis++) {
		if (!clair_report_has_axis(report, (enum clair_axis)axis))
			continue;
		clair_puts(report, "<td class=\"n\">");
		clair_html_score(report, is_known(point->scores[axis]) ? point->scores[axis] : -1);
		clair_puts(report, "</td>");
	}
	clair_putf(report, "<td class=\"n\">%u</td><td class=\"n\">%u</td><td class=\"n\">%u</td><td>", point->pages,
	    point->causes, point->failures);
	if (changes != 0)
		clair_putf(report, "%u. ", number);
	if (i == 0 || changes != 0)
		put_versions(report, point, i == 0 ? CLAIR_OTHER_TOOL | CLAIR_OTHER_REFERENTIAL : changes);
	else
		clair_html_say(report, CLAIR_STRING_H_CHANGE_NONE);
	clair_puts(report, "</td></tr>\n");
	report->failed |= day.failed;
	clair_buf_free(&day);
}

static void
put_table(struct clair_report *report, const struct trend *trend)
{
	enum clair_string headers[CLAIR_AXIS_COUNT + 5];
	size_t count = 0;
	unsigned number = 0;

	headers[count++] = CLAIR_STRING_H_DAY;
	for (int axis = 0; axis < CLAIR_AXIS_COUNT; axis++)
		if (clair_report_has_axis(report, (enum clair_axis)axis))
			headers[count++] = clair_axis_string((enum clair_axis)axis);
	headers[count++] = CLAIR_STRING_H_PAGE_COUNT;
	headers[count++] = CLAIR_STRING_H_PROVEN_CAUSES;
	headers[count++] = CLAIR_STRING_H_DEFECTS;
	headers[count++] = CLAIR_STRING_H_CHANGE;
	clair_html_unfold(report, CLAIR_STRING_H_HISTORY_CAPTION);
	clair_html_table_open(report, "notes-table", CLAIR_STRING_H_HISTORY_CAPTION, headers, count);
	for (size_t i = 0; i < trend->count; i++) {
		number += change_at(trend, i) != 0;
		put_row(report, trend, i, number);
	}
	clair_html_table_close(report);
	clair_puts(report, "</details>\n");
}

/* --- The section ---------------------------------------------------------------------------------- */

static void
say_scale(struct clair_report *report, const struct trend *trend)
{
	struct clair_buf from;
	struct clair_buf to;

	clair_buf_init(&from, 0);
	clair_buf_init(&to, 0);
	clair_add_day(report, trend->points[0].day, &from);
	clair_add_day(report, trend->points[trend->count - 1].day, &to);
	clair_html_paragraph(report,
	    CLAIR_PHRASE(report, CLAIR_STRING_H_HISTORY_SCALE, CLAIR_NUMBER("low", trend->low),
	        CLAIR_NUMBER("high", trend->high), CLAIR_WORDS("from", from.bytes), CLAIR_WORDS("to", to.bytes)));
	report->failed |= from.failed || to.failed;
	clair_buf_free(&from);
	clair_buf_free(&to);
}

void
clair_html_history(struct clair_report *report)
{
	struct trend trend = {.points = report->options->history, .count = report->options->history_count};

	if (trend.count == 0)
		return;
	set_scale(&trend);
	clair_html_open_section(report, "evolution", CLAIR_STRING_H_HISTORY, 3);
	clair_report_since(report, clair_html_paragraph);
	clair_puts(report, "<div class=\"panel\">\n");
	if (trend.count == 1) {
		clair_html_paragraph(report, clair_string_of(report, CLAIR_STRING_H_HISTORY_FIRST));
	} else {
		say_scale(report, &trend);
		if (trend.changes > 0)
			clair_html_paragraph(report, clair_string_of(report, CLAIR_STRING_H_HISTORY_MARKS));
		put_plot(report, &trend);
	}
	put_table(report, &trend);
	if (report->options->history_older > 0)
		clair_html_paragraph(report,
		    CLAIR_PHRASE(
		        report, CLAIR_STRING_H_HISTORY_OLDER, CLAIR_NUMBER("n", (double)report->options->history_older)));
	clair_puts(report, "</div>\n</section>\n");
}
