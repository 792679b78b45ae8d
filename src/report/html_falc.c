/* What only a person can check of easy-to-read texts, in the HTML report. */
#include "report/html.h"
#include "score/falc.h"

static uint32_t
rules(struct clair_report *report, bool draw)
{
	uint32_t count = 0;

	for (const struct clair_referential_row *row = NULL; (row = clair_falc_next(row)) != NULL;) {
		const struct clair_text title = clair_referential_title(row);
		const struct clair_text method = clair_referential_method(row);

		if (!clair_falc_asks_person(row))
			continue;
		if (draw)
			clair_html_method_row(report, row->id, &title, &method);
		count++;
	}
	return count;
}

void
clair_html_falc(struct clair_report *report)
{
	static const enum clair_string headers[] = {
		CLAIR_STRING_F_RULE, CLAIR_STRING_H_SUBJECT, CLAIR_STRING_H_HOW};

	clair_html_open_section(report, "falc", CLAIR_STRING_F_SECTION, 3);
	clair_html_paragraph(report,
	    CLAIR_PHRASE(report, CLAIR_STRING_F_PAGES,
	        CLAIR_NUMBER("n", clair_report_falc_pages(report))));
	clair_html_paragraph(report, clair_string_of(report, CLAIR_STRING_F_NEVER));
	clair_puts(report, "<details><summary>");
	clair_html_text(report,
	    CLAIR_PHRASE(
	        report, CLAIR_STRING_F_DETAILS, CLAIR_NUMBER("n", rules(report, false))));
	clair_puts(report, "</summary>\n");
	clair_html_table_open(
	    report, "regles-falc", CLAIR_STRING_F_CAPTION, headers, CLAIR_LEN(headers));
	rules(report, true);
	clair_html_table_close(report);
	clair_puts(report, "</details>\n</section>\n");
}
