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
	const unsigned mark = (unsigned)((bar->mark < 1 ? bar->mark : 1) * BAR_WIDTH * 10 + 0.5);
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
	if (bar->mark > 0)
		clair_putf(report,
		    "<line class=\"mark\" x1=\"%u.%u%%\" y1=\"%u.4em\" x2=\"%u.%u%%\" y2=\"%u.7em\"/>",
		    mark / 10, mark % 10, top + 1, mark / 10, mark % 10, top + 2);
	clair_puts(report, "\n");
}

/* A band ends at each. */
static void
draw_limits(struct clair_report *report, const struct clair_html_plot *plot, size_t count)
{
	for (size_t i = 0; i < CLAIR_LEN(plot->limits); i++) {
		const unsigned x = (unsigned)(plot->limits[i] * BAR_WIDTH * 10 + 0.5);

		if (x > 0)
			clair_putf(report, "<line class=\"mark\" x1=\"%u.%u%%\" y1=\"1.4em\" x2=\"%u.%u%%\" y2=\"%zuem\""
			    " stroke-dasharray=\"3 3\"/>\n", x / 10, x % 10, x / 10, x % 10, count * 3);
	}
}

static void
figures(struct clair_report *report, const struct clair_html_plot *plot, const struct clair_html_bar *bars,
    size_t count)
{
	const enum clair_string headers[] = {plot->column, plot->value_column, plot->more_column};
	const bool has_more = count > 0 && bars[0].more != NULL;
	struct clair_buf region;

	clair_buf_init(&region, 0);
	clair_buf_printf(&region, "%s-table", plot->id);
	clair_html_unfold(report, plot->title);
	clair_html_table_open(report, region.bytes, plot->title, headers, has_more ? 3 : 2);
	for (size_t i = 0; i < count; i++) {
		clair_puts(report, "<tr><th scope=\"row\">");
		clair_html_capital(report, bars[i].label);
		clair_puts(report, "</th><td>");
		clair_html_text(report, bars[i].value);
		if (has_more) {
			clair_puts(report, "</td><td>");
			clair_html_text(report, bars[i].more);
		}
		clair_puts(report, "</td></tr>\n");
	}
	clair_html_table_close(report);
	clair_puts(report, "</details>\n");
	report->failed |= region.failed;
	clair_buf_free(&region);
}

void
clair_svg_bars(struct clair_report *report, const struct clair_html_plot *plot,
    const struct clair_html_bar *bars, size_t count)
{
	clair_putf(report,
	    "<svg class=\"plot\" role=\"img\" aria-labelledby=\"%s-title %s-desc\" width=\"100%%\""
	    " height=\"%zuem\">\n<title id=\"%s-title\">",
	    plot->id, plot->id, count * 3, plot->id);
	clair_html_say(report, plot->title);
	clair_putf(report, "</title><desc id=\"%s-desc\">", plot->id);
	describe(report, bars, count);
	clair_puts(report, "</desc>\n");
	for (size_t i = 0; i < count; i++)
		draw(report, &bars[i], i);
	draw_limits(report, plot, count);
	clair_puts(report, "</svg>\n");
	figures(report, plot, bars, count);
}
