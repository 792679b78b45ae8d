/* The open indicators in the HTML report. */
#include "report/html.h"
#include "report/indicator.h"

static void
row(struct clair_report *report, const struct clair_indicator *indicator)
{
	clair_puts(report, "<tr><th scope=\"row\">");
	clair_html_text(report, indicator->id);
	clair_puts(report, ". ");
	clair_html_say(report, clair_indicator_title(indicator));
	clair_puts(report, "</th><td>");
	clair_html_text(report, clair_indicator_phrase(report, indicator));
	clair_puts(report, "</td><td class=\"n\">");
	if (indicator->measured)
		clair_putf(report, "%u", indicator->of);
	clair_puts(report, "</td></tr>\n");
}

void
clair_html_indicators(struct clair_report *report)
{
	static const enum clair_string headers[] = {
		CLAIR_STRING_I_INDICATOR, CLAIR_STRING_I_VALUE, CLAIR_STRING_I_PAGES};
	const struct clair_run *run = report->run;

	if (!clair_report_has_indicators(report))
		return;
	clair_html_open_section(report, "indicateurs", CLAIR_STRING_I_TITLE, 3);
	clair_html_paragraph(report, clair_string_of(report, CLAIR_STRING_I_WHY));
	clair_html_table_open(report, "table-indicateurs", CLAIR_STRING_I_CAPTION, headers, CLAIR_LEN(headers));
	for (uint32_t i = 0; i < run->indicator_count; i++)
		row(report, &run->indicators[i]);
	clair_html_table_close(report);
	clair_puts(report, "</section>\n");
}
