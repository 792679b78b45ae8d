/* See escape.h. */
#include "report/escape.h"

#include "report/message.h"

#include <string.h>

static const char *
reference_of(char byte)
{
	switch (byte) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	default:
		return "&#39;";
	}
}

void
clair_escape_markup(struct clair_buf *out, const char *text)
{
	struct clair_buf clean;

	clair_buf_init(&clean, 0);
	clair_clean(&clean, text, strlen(text), true);
	for (const char *at = clean.bytes; *at != '\0';) {
		const size_t plain = strcspn(at, "&<>\"'");

		clair_buf_add(out, at, plain);
		at += plain;
		if (*at != '\0')
			clair_buf_puts(out, reference_of(*at++));
	}
	out->failed |= clean.failed;
	clair_buf_free(&clean);
}

/* A spreadsheet runs a cell that begins so; the last four are wide forms of the first. */
static bool
is_formula(const char *text)
{
	static const char *const starts[] = {"=", "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B",
		"\xEF\xBC\x8D", "\xEF\xBC\xA0"};

	text += strspn(text, " ");
	for (size_t i = 0; i < CLAIR_LEN(starts); i++) {
		if (strncmp(text, starts[i], strlen(starts[i])) == 0)
			return true;
	}
	return false;
}

void
clair_escape_cell(struct clair_buf *out, const char *text)
{
	struct clair_buf clean;

	clair_buf_init(&clean, 0);
	clair_clean(&clean, text, strlen(text), true);
	clair_buf_puts(out, is_formula(clean.bytes) ? "\"'" : "\"");
	for (const char *at = clean.bytes; *at != '\0';) {
		const size_t plain = strcspn(at, "\"");

		clair_buf_add(out, at, plain);
		at += plain;
		if (*at == '"') {
			clair_buf_puts(out, "\"\"");
			at++;
		}
	}
	clair_buf_putc(out, '"');
	out->failed |= clean.failed;
	clair_buf_free(&clean);
}
