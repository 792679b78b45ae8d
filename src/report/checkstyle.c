/*
 * Checkstyle XML, for the many tools that read it (Jenkins Warnings, reviewdog …): an error element for each
 * finding, by file. There is no official schema; docs/schema/checkstyle.xsd is what those tools read.
 */
#include "report/place.h"
#include "report/suite.h"
#include "report/xml.h"

#include <string.h>

/* Of the format, not of Checkstyle itself. */
#define CHECKSTYLE_VERSION "4.3"

/* The tools part the source at its dots: family, theme, name. */
static void
put_source(struct clair_report *report, const char *id)
{
	struct clair_buf source;

	clair_buf_init(&source, 0);
	clair_buf_puts(&source, "clairlint.");
	clair_buf_puts(&source, id);
	for (char *at = source.bytes; *at != '\0'; at++) {
		if (*at == '/')
			*at = '.';
	}
	clair_xml_attribute(report, "source", source.bytes);
	report->failed |= source.failed;
	clair_buf_free(&source);
}

/* What is doubtful, or not new beside a baseline, stops nobody. */
static const char *
severity_of(const struct clair_report *report, const struct clair_finding *finding)
{
	if (report->run->baseline != NULL && finding->baseline != CLAIR_BASELINE_NEW)
		return "info";
	switch (clair_report_severity(report, finding)) {
	case CLAIR_BLOCKING:
	case CLAIR_MAJOR:
		return "error";
	case CLAIR_MINOR:
		return "warning";
	default:
		return "info";
	}
}

static void
put_message(struct clair_report *report, const struct clair_finding *finding)
{
	struct clair_buf message;

	clair_buf_init(&message, 0);
	if (finding->outcome == CLAIR_REVIEW)
		clair_buf_printf(&message, "[%s] ", clair_string_of(report, CLAIR_STRING_SEVERITY_REVIEW));
	else if (finding->baseline == CLAIR_BASELINE_KNOWN)
		clair_buf_printf(&message, "[%s] ", clair_string_of(report, CLAIR_STRING_STATE_KNOWN));
	clair_finding_message(&message, report->lang, finding);
	clair_xml_attribute(report, "message", message.bytes);
	report->failed |= message.failed;
	clair_buf_free(&message);
}

static void
put_finding(struct clair_report *report, const struct clair_finding *finding)
{
	if (finding->suppressed != NULL)
		return;
	clair_puts(report, "<error");
	clair_xml_number(report, "line", finding->line > 0 ? finding->line : 1);
	if (finding->column > 0)
		clair_xml_number(report, "column", finding->column);
	clair_xml_attribute(report, "severity", severity_of(report, finding));
	put_message(report, finding);
	put_source(report, finding->rule->id);
	clair_puts(report, "/>\n");
}

static void
put_alone(struct clair_report *report, const char *severity, const char *message, const char *source)
{
	clair_puts(report, "<error");
	clair_xml_number(report, "line", 1);
	clair_xml_attribute(report, "severity", severity);
	clair_xml_attribute(report, "message", message);
	put_source(report, source);
	clair_puts(report, "/>\n");
}

static void
open_file(struct clair_report *report, const struct clair_result *page, const struct clair_finding *finding)
{
	struct clair_buf path;

	clair_buf_init(&path, 0);
	clair_place_path(&path, report, page, finding);
	clair_puts(report, "<file");
	clair_xml_attribute(report, "name", path.bytes);
	clair_puts(report, ">\n");
	report->failed |= path.failed;
	clair_buf_free(&path);
}

static void
put_page(struct clair_report *report, const struct clair_result *page)
{
	open_file(report, page, NULL);
	if (!page->tested)
		put_alone(report, clair_page_is_skipped(page) ? "info" : "error",
		    clair_reason_phrase(report, page), CLAIR_CASE_OF_PAGE);
	if (page->note != NULL)
		put_alone(report, "info", clair_note_phrase(report, page->note), "clairlint/note");
	for (const struct clair_finding *f = page->first; f != NULL; f = f->next)
		put_finding(report, f);
	clair_puts(report, "</file>\n");
}

void
clair_report_checkstyle(struct clair_report *report)
{
	const struct clair_run *run = report->run;

	clair_puts(report, CLAIR_XML_HEAD "<checkstyle version=\"" CHECKSTYLE_VERSION "\">\n");
	for (uint32_t i = 0; i < run->page_count && !report->failed; i++)
		put_page(report, clair_run_page(run, i));
	for (const struct clair_finding *f = run->site_findings; f != NULL && !report->failed; f = f->next) {
		open_file(report, NULL, f);
		put_finding(report, f);
		clair_puts(report, "</file>\n");
	}
	if (run->tested_count == 0) {
		open_file(report, NULL, NULL);
		put_alone(report, "error", clair_string_of(report, CLAIR_STRING_NOTHING_TESTED), CLAIR_CASE_OF_PAGE);
		clair_puts(report, "</file>\n");
	}
	clair_puts(report, "</checkstyle>\n");
}
