/*
 * Plots. Lengths across are percentages and lengths down are em, without a view box: the text keeps its
 * size at any width and follows the reader's own.
 */
#include "report/html.h"

/* In hundredths of the width; the rest is for the value. */
enum { BAR_WIDTH = 84 };

static void
describe(struct clair_report *report, const struct clair_html_bar *bars, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		clair_puts(report, i > 0 ? ". " : "");
		clair_html_capital(report, bars[i].label);
		clair_puts(report, report->lang == CLAIR_FR ? "\xC2\xA0: " : ": ");
		clair_html_text(report, bars[i].value);
	}
	clair_puts(report, count > 0 ? "." : "");
}

/* The label on its own line, then the bar, with its value at the end. */
static void
draw(struct clair_report *report, const struct clair_html_bar *bar, size_t row)
{
	const unsigned top = (unsigned)row * 3; /* em */
	const double share = bar->share < 1 ? bar->share : 1;
	const unsigned width = share <= 0 ? 0 : (unsigned)(share * BAR_WIDTH * 10 + 0.5);

	clair_putf(report, "<text x=\"0\" y=\"%u.2em\">", top + 1);
	clair_html_capital(report, bar->label);
	clair_putf(
	    report, "</text><text class=\"value\" x=\"100%%\" y=\"%u.4em\">", top + 2);
	clair_html_text(report, bar->value);
	clair_puts(report, "</text>");
	if (bar->share >= 0)
		clair_putf(report,
		    "<rect class=\"track\" x=\"0\" y=\"%u.7em\" width=\"%u%%\" height=\".7em\""
		    " rx=\".35em\"/>",
		    top + 1, (unsigned)BAR_WIDTH);
	if (width > 0)
		clair_putf(report,
		    "<rect class=\"bar\" x=\"0\" y=\"%u.7em\" width=\"%u.%u%%\" height=\".7em\""
		    " rx=\".35em\"/>",
		    top + 1, width / 10, width % 10);
	clair_puts(report, "\n");
}

static void
figures(struct clair_report *report, const char *id, enum clair_string title,
    enum clair_string column, enum clair_string value_column, const struct clair_html_bar *bars,
    size_t count)
{
	const enum clair_string headers[] = {column, value_column};
	struct clair_buf region;

	clair_buf_init(&region, 0);
	clair_buf_printf(&region, "%s-table", id);
	clair_puts(report, "<details><summary>");
	clair_html_text(report,
	    CLAIR_PHRASE(report, CLAIR_STRING_H_FIGURES,
	        CLAIR_WORDS("title", clair_string_of(report, title))));
	clair_puts(report, "</summary>\n");
	clair_html_table_open(report, region.bytes, title, headers, 2);
	for (size_t i = 0; i < count; i++) {
		clair_puts(report, "<tr><th scope=\"row\">");
		clair_html_capital(report, bars[i].label);
		clair_puts(report, "</th><td>");
		clair_html_text(report, bars[i].value);
		clair_puts(report, "</td></tr>\n");
	}
	clair_html_table_close(report);
	clair_puts(report, "</details>\n");
	report->failed |= region.failed;
	clair_buf_free(&region);
}

void
clair_svg_bars(struct clair_report *report, const char *id, enum clair_string title,
    enum clair_string column, enum clair_string value_column, const struct clair_html_bar *bars,
    size_t count)
{
	clair_putf(report,
	    "<svg class=\"plot\" role=\"img\" aria-labelledby=\"%s-title %s-desc\" width=\"100%%\""
	    " height=\"%zuem\">\n<title id=\"%s-title\">",
	    id, id, count * 3, id);
	clair_html_say(report, title);
	clair_putf(report, "</title><desc id=\"%s-desc\">", id);
	describe(report, bars, count);
	clair_puts(report, "</desc>\n");
	for (size_t i = 0; i < count; i++)
		draw(report, &bars[i], i);
	clair_puts(report, "</svg>\n");
	figures(report, id, title, column, value_column, bars, count);
}
