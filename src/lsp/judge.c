/* An open document, judged: its findings, those that cannot be told apart from a template's work left out. */
#include "lsp/server.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

void
clair_lsp_drop(struct clair_open *open)
{
	clair_result_free(open->result);
	open->result = NULL;
	free(open->wrong);
	open->wrong = NULL;
	clair_lines_free(&open->lines);
	clair_template_free(&open->template);
	free(open->shown);
	open->shown = NULL;
	open->shown_count = 0;
	open->stale = true;
}

static const char *
media_type(const struct clair_open *open)
{
	size_t length = strlen(open->uri);

	if (open->kind == CLAIR_MARKDOWN)
		return "text/markdown";
	if (open->kind == CLAIR_PLAIN_TEXT)
		return "text/plain";
	return length >= 6 && strcasecmp(open->uri + length - 6, ".xhtml") == 0 ? "application/xhtml+xml" : "text/html";
}

/* An editor gives characters, whatever the file is written in. */
struct clair_document
clair_lsp_document(const struct clair_open *open)
{
	return (struct clair_document){
	    .url = open->address,
	    .file = open->path,
	    .media_type = media_type(open),
	    .http_charset = "utf-8",
	    .click_depth = -1,
	    .bytes = open->template.page != NULL ? open->template.page : open->text,
	    .length = open->template.start + open->length,
	    .kind = open->kind,
	    .own = true,
	};
}

bool
clair_lsp_offset(const struct clair_open *open, size_t decoded, size_t *offset)
{
	size_t start = open->template.start;

	decoded += open->result->mark;
	*offset = decoded < start ? 0 : decoded - start;
	return decoded >= start;
}

size_t
clair_lsp_column(const struct clair_open *open, size_t line, size_t column)
{
	size_t start = line == 1 ? open->template.start : 0;

	return clair_lines_column(&open->lines, line, column > start ? column - start : 1);
}

/* Where what was read is not what was given (a NUL), only lines and columns hold. */
static bool
find_place(const struct clair_open *open, const struct clair_finding *finding, struct clair_shown *shown)
{
	*shown = (struct clair_shown){.finding = finding};
	if (!open->result->verbatim) {
		shown->from = clair_lsp_column(open, finding->line, finding->column);
		shown->end = clair_lsp_column(open, finding->end_line, finding->end_column);
		return finding->line > 1 || finding->column > open->template.start;
	}
	return clair_lsp_offset(open, finding->offset, &shown->from) &&
	    clair_lsp_offset(open, finding->offset + finding->length, &shown->end);
}

static bool
is_shown(const struct clair_open *open, const struct clair_finding *finding, struct clair_shown *shown)
{
	if (finding->suppressed != NULL || !find_place(open, finding, shown))
		return false;
	return open->template.count == 0 || !clair_template_decides(&open->template, shown->from, shown->end);
}

static void
list_shown(struct clair_lsp *lsp, struct clair_open *open)
{
	open->shown = calloc(open->result->finding_count + 1u, sizeof(*open->shown));
	if (open->shown == NULL) {
		lsp->failed = true;
		return;
	}
	for (const struct clair_finding *f = open->result->first; f != NULL; f = f->next) {
		struct clair_shown shown;

		if (is_shown(open, f, &shown))
			open->shown[open->shown_count++] = shown;
	}
}

void
clair_lsp_judge(struct clair_lsp *lsp, struct clair_open *open)
{
	struct clair_document document;

	if (!open->stale || open->text == NULL || lsp->setting.linter == NULL)
		return;
	clair_lsp_drop(open);
	open->stale = false;
	open->due = -1;
	open->judged = ++lsp->judgments;
	if (!clair_lines_init(&open->lines, open->text, open->length) ||
	    (open->kind == CLAIR_HTML_PAGE && !clair_template_init(&open->template, open->text, open->length))) {
		lsp->failed = true;
		return;
	}
	/* Nothing is said of an empty file, which is one that somebody has just made. */
	if (open->is_rules) {
		open->wrong = open->length == 0 ? NULL : lsp->host.try_rules(lsp->host.payload,
		    &(struct clair_rule_file){.name = open->address, .bytes = open->text, .length = open->length});
		return;
	}
	document = clair_lsp_document(open);
	if (clair_lint(&open->result, lsp->setting.linter, &document) != CLAIR_OK)
		lsp->failed = true;
	else
		list_shown(lsp, open);
}

bool
clair_lsp_has_edits(const struct clair_open *open, const struct clair_finding *finding)
{
	const struct clair_template *template = &open->template;

	if (finding->fix.edits == NULL || !open->result->verbatim)
		return false;
	for (const struct clair_edit *edit = finding->fix.edits; edit != NULL; edit = edit->next) {
		size_t from;

		if (!clair_lsp_offset(open, edit->offset, &from))
			return false;
		if (template->count != 0 && (clair_template_decides(template, from, from + edit->length) ||
		                                clair_template_is_quoted(template, edit->text)))
			return false;
	}
	return true;
}
