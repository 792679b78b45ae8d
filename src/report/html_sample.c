/* The sample of an audit, in the HTML report: a row for each page, with the reason. */
#include "report/html.h"
#include "report/sample.h"

static void
row(struct clair_report *report, uint32_t index)
{
	const struct clair_sample_page *one = &report->run->sample->pages[index];
	const struct clair_result *page = clair_audited_page(report->run, index);
	struct clair_buf title;
	struct clair_buf also;

	clair_buf_init(&title, 0);
	clair_buf_init(&also, 0);
	clair_sample_title(page, &title);
	clair_sample_kinds(report, one->also, &also);
	clair_putf(report, "<tr><th scope=\"row\">%u. ", index + 1);
	clair_html_text(report, title.bytes);
	clair_puts(report, "<span class=\"address\">");
	clair_html_text(report, clair_report_url(report, page));
	clair_puts(report, "</span></th><td>");
	clair_html_capital(report, clair_string_of(report, clair_sample_string(one->why)));
	clair_puts(report, "</td><td>");
	clair_html_capital(report, also.bytes);
	clair_putf(report, "</td><td class=\"n\">%u</td></tr>\n", one->alike);
	report->failed |= title.failed || also.failed;
	clair_buf_free(&title);
	clair_buf_free(&also);
}

static void
list(struct clair_report *report, const char *sentence, uint32_t kinds)
{
	clair_html_paragraph(report, sentence);
	clair_puts(report, "<ul>\n");
	for (unsigned kind = 0; kind < CLAIR_SAMPLE_KINDS; kind++) {
		if ((kinds >> kind & 1) == 0)
			continue;
		clair_puts(report, "<li>");
		clair_html_say(report, clair_sample_string(kind));
		clair_puts(report, "</li>\n");
	}
	clair_puts(report, "</ul>\n");
}

void
clair_html_sample(struct clair_report *report)
{
	static const enum clair_string headers[] = {CLAIR_STRING_H_PAGE, CLAIR_STRING_SAMPLE_WHY,
		CLAIR_STRING_SAMPLE_ALSO_HEADER, CLAIR_STRING_SAMPLE_ALIKE_HEADER};
	const struct clair_sample *sample = report->run->sample;

	if (sample == NULL)
		return;
	clair_html_open_section(report, "echantillon", CLAIR_STRING_SAMPLE_TITLE, 3);
	clair_html_paragraph(report, clair_sample_method(report));
	clair_html_table_open(report, "table-echantillon", CLAIR_STRING_SAMPLE_CAPTION, headers, CLAIR_LEN(headers));
	for (uint32_t i = 0; i < sample->count; i++)
		row(report, i);
	clair_html_table_close(report);
	clair_sample_limits(report, list, clair_html_paragraph);
	clair_puts(report, "</section>\n");
}
