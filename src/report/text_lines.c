/* Lines of a terminal; see text.h. */
#include "report/text.h"

#include <string.h>

const char clair_text_bold[] = "\x1b[1m";
const char clair_text_faint[] = "\x1b[2m";
const char clair_text_normal[] = "\x1b[0m";

void
clair_text_style(struct clair_report *report, const char *code)
{
	if (report->options->color)
		clair_puts(report, code);
}

int
clair_text_width(const struct clair_report *report)
{
	const int asked = report->options->width;

	return asked <= 0 ? 80 : asked < 24 ? 24 : asked;
}

void
clair_text_spaces(struct clair_report *report, int count)
{
	while (count-- > 0)
		clair_puts(report, " ");
}

void
clair_text_wrap(struct clair_report *report, const char *raw, int used, int indent)
{
	struct clair_buf clean;
	bool first = true;

	clair_buf_init(&clean, 0);
	clair_clean(&clean, raw, strlen(raw), true);
	for (const char *at = clean.bytes; *at != '\0';) {
		const size_t length = strcspn(at, " ");
		char *end = clean.bytes + (at - clean.bytes) + length;
		const char kept = *end;
		int columns;

		*end = '\0';
		columns = clair_columns(at);
		if (!first && used + 1 + columns > clair_text_width(report)) {
			clair_puts(report, "\n");
			clair_text_spaces(report, indent);
			used = indent;
		} else if (!first) {
			clair_puts(report, " ");
			used++;
		}
		clair_puts(report, at);
		used += columns;
		first = false;
		*end = kept;
		at = end + strspn(end, " ");
	}
	clair_puts(report, "\n");
	report->failed |= clean.failed;
	clair_buf_free(&clean);
}

void
clair_text_paragraph(struct clair_report *report, const char *text, int indent)
{
	clair_text_spaces(report, indent);
	clair_text_wrap(report, text, indent, indent);
}

void
clair_text_heading(struct clair_report *report, const char *text)
{
	clair_puts(report, "\n");
	clair_text_style(report, clair_text_bold);
	clair_text_wrap(report, text, 0, 0);
	clair_text_style(report, clair_text_normal);
	if (report->options->plain)
		return;
	for (int i = clair_columns(text) < clair_text_width(report) ? clair_columns(text) : clair_text_width(report);
	     i > 0; i--)
		clair_puts(report, "─");
	clair_puts(report, "\n");
}
