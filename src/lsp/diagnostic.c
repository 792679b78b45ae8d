/* Findings as diagnostics: told when a document has rested, or when the client asks (LSP 3.17, 3.18 and on:
 * textDocument/publishDiagnostics, textDocument/diagnostic). */
#include "lsp/server.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int
severity_of(const struct clair_lsp *lsp, const struct clair_finding *finding)
{
	switch (clair_finding_severity(lsp->setting.linter, finding)) {
	case CLAIR_SEVERITY_REVIEW:
		return CLAIR_LSP_HINT;
	case CLAIR_BLOCKING:
		return finding->rule->advice ? CLAIR_LSP_INFORMATION : CLAIR_LSP_ERROR;
	case CLAIR_MAJOR:
		return finding->rule->advice ? CLAIR_LSP_INFORMATION : CLAIR_LSP_WARNING;
	default:
		return CLAIR_LSP_INFORMATION;
	}
}

void
clair_lsp_message_of(struct clair_lsp *lsp, const struct clair_open *open, const struct clair_finding *finding,
    struct clair_buf *out)
{
	struct clair_buf words;

	clair_buf_init(&words, 0);
	clair_finding_message(&words, lsp->setting.lang, finding);
	clair_template_tell(&open->template, out, words.bytes);
	lsp->failed = lsp->failed || words.failed || out->failed;
	clair_buf_free(&words);
}

/* --- The style to mend ---------------------------------------------------------------------------- */

/* Of the document itself, or of a sheet on the disk; malloc'd. */
static char *
css_uri(const struct clair_lsp *lsp, const struct clair_open *open, const char *url)
{
	char *path = NULL;
	char *uri;

	if (strcmp(url, open->address) == 0)
		return strdup(open->uri);
	if (url[0] == '/')
		return clair_lsp_uri(url);
	if (lsp->root == NULL || strstr(url, "://") != NULL || asprintf(&path, "%s/%s", lsp->root, url) < 0)
		return NULL;
	uri = clair_lsp_uri(path);
	free(path);
	return uri;
}

/* A sheet is not read here: its columns are counted in characters, which are units in nearly all of them. */
static json_t *
css_range(struct clair_lsp *lsp, struct clair_open *open, const struct clair_css_pointer *css)
{
	size_t at;

	if (strcmp(css->url, open->address) == 0) {
		at = clair_lsp_column(open, css->line, css->column);
		return clair_lsp_range(lsp, open, at, at);
	}
	return json_pack("{s:{s:I, s:I}, s:{s:I, s:I}}", "start", "line", (json_int_t)css->line - 1, "character",
	    (json_int_t)css->column - 1, "end", "line", (json_int_t)css->line - 1, "character",
	    (json_int_t)css->column - 1);
}

static void
relate(struct clair_lsp *lsp, struct clair_open *open, const struct clair_finding *finding, json_t *diagnostic)
{
	const struct clair_css_pointer *css = &finding->css;
	char *uri;
	struct clair_buf words;
	json_t *place;

	if (!lsp->client.related || css->url == NULL || css->line == 0 || css->column == 0)
		return;
	uri = css_uri(lsp, open, css->url);
	if (uri == NULL)
		return;
	clair_buf_init(&words, 0);
	CLAIR_LSP_PHRASE(lsp, &words, CLAIR_STRING_LSP_CSS, {.name = "property", .value = css->property});
	place = json_object();
	clair_lsp_set(lsp, place, "uri", json_string(uri));
	clair_lsp_set(lsp, place, "range", css_range(lsp, open, css));
	clair_lsp_set(lsp, diagnostic, "relatedInformation",
	    json_pack("[{s:o, s:o}]", "location", place, "message", clair_lsp_words(words.bytes)));
	clair_buf_free(&words);
	free(uri);
}

/* --- Diagnostics ---------------------------------------------------------------------------------- */

json_t *
clair_lsp_diagnostic(struct clair_lsp *lsp, struct clair_open *open, const struct clair_shown *shown)
{
	const struct clair_finding *finding = shown->finding;
	json_t *json = json_object();
	struct clair_buf words;

	clair_buf_init(&words, 0);
	clair_lsp_message_of(lsp, open, finding, &words);
	clair_lsp_set(lsp, json, "range", clair_lsp_range(lsp, open, shown->from, shown->end));
	clair_lsp_set(lsp, json, "severity", json_integer(severity_of(lsp, finding)));
	clair_lsp_set(lsp, json, "code", json_string(finding->rule->id));
	/* A rule of the user has no page of ours. */
	if (lsp->client.code_descriptions && clair_rule_find(finding->rule->id) != NULL)
		clair_lsp_set(lsp, json, "codeDescription", json_pack("{s:s+++}", "href", CLAIR_HOMEPAGE,
		    lsp->setting.lang == CLAIR_FR ? "fr/" : "en/", finding->rule->id, ".html"));
	clair_lsp_set(lsp, json, "source", json_string("clairlint"));
	clair_lsp_set(lsp, json, "message", clair_lsp_words(words.bytes));
	relate(lsp, open, finding, json);
	clair_buf_free(&words);
	return json;
}

/* Nothing to mend and not tested are not the same. Nothing is said of an empty document, which is one that
 * somebody has just made, nor of a template that writes no page. */
static void
add_not_tested(struct clair_lsp *lsp, struct clair_open *open, json_t *list)
{
	const char *reason = open->result->not_tested_reason;
	struct clair_buf words;
	enum clair_string why;
	json_t *json;

	if (open->result->tested || reason == NULL || strcmp(reason, "empty") == 0)
		return;
	why = clair_reason_string(reason);
	if (open->kind != CLAIR_HTML_PAGE)
		why = clair_string_for_texts(why);
	clair_buf_init(&words, 0);
	CLAIR_LSP_PHRASE(lsp, &words, CLAIR_STRING_LSP_NOT_TESTED,
	    {.name = "why", .value = clair_string(lsp->setting.lang, why), .is_ours = true});
	json = json_object();
	clair_lsp_set(lsp, json, "range", clair_lsp_range(lsp, open, 0, 0));
	clair_lsp_set(lsp, json, "severity", json_integer(CLAIR_LSP_INFORMATION));
	clair_lsp_set(lsp, json, "source", json_string("clairlint"));
	clair_lsp_set(lsp, json, "message", clair_lsp_words(words.bytes));
	clair_buf_free(&words);
	clair_lsp_append(lsp, list, json);
}

/* A comment that silences nothing may serve in the page that a template writes, or that a fragment is put in. */
static bool
is_told(const struct clair_open *open, const struct clair_ignore *ignore)
{
	bool whole = open->template.count == 0 && !open->template.is_fragment;

	return ignore->state != CLAIR_IGNORE_USED && (ignore->state != CLAIR_IGNORE_UNUSED || whole);
}

static void
put_sentence(struct clair_lsp *lsp, const struct clair_ignore *ignore, size_t line, struct clair_buf *out)
{
	const struct clair_suppression *said = &ignore->said;
	struct clair_buf where;

	clair_buf_init(&where, 0);
	CLAIR_LSP_PHRASE(lsp, &where, CLAIR_STRING_LSP_LINE, {.name = "line", .number = (double)line, .is_number = true});
	CLAIR_LSP_PHRASE(lsp, out, clair_ignore_string(ignore->state), {.name = "where", .value = where.bytes, .is_ours = true},
	    {.name = "rule", .value = said->rule}, {.name = "day", .value = said->until == NULL ? "" : said->until});
	clair_buf_free(&where);
}

/* A comment that does not count, or no longer. */
static void
add_ignore(struct clair_lsp *lsp, struct clair_open *open, const struct clair_ignore *ignore, json_t *list)
{
	size_t from = clair_lsp_column(open, ignore->line, ignore->column);
	const char *close = memmem(open->text + from, open->length - from, "-->", 3);
	size_t end = close == NULL ? open->length : (size_t)(close - open->text) + 3;
	bool unused = ignore->state == CLAIR_IGNORE_UNUSED;
	struct clair_buf words;
	json_t *json = json_object();

	clair_buf_init(&words, 0);
	put_sentence(lsp, ignore, ignore->line, &words);
	clair_lsp_set(lsp, json, "range", clair_lsp_range(lsp, open, from, end));
	clair_lsp_set(lsp, json, "severity", json_integer(unused ? CLAIR_LSP_HINT : CLAIR_LSP_WARNING));
	clair_lsp_set(lsp, json, "code", json_string("clairlint-ignore"));
	clair_lsp_set(lsp, json, "source", json_string("clairlint"));
	clair_lsp_set(lsp, json, "message", clair_lsp_words(words.bytes));
	clair_buf_free(&words);
	clair_lsp_append(lsp, list, json);
}

static void
add_ignores(struct clair_lsp *lsp, struct clair_open *open, json_t *list)
{
	const struct clair_result *result = open->result;

	for (uint32_t i = 0; result->tested && i < result->ignore_count; i++) {
		if (is_told(open, &result->ignores[i]))
			add_ignore(lsp, open, &result->ignores[i], list);
	}
}

/* "FILE:LINE: words" at its line. */
static void
add_wrong(struct clair_lsp *lsp, struct clair_open *open, json_t *list)
{
	const char *words = open->wrong;
	size_t name = strlen(open->address);
	unsigned long line = 1;
	size_t from;
	json_t *json = json_object();

	if (strncmp(words, open->address, name) == 0 && words[name] == ':') {
		char *end;

		line = strtoul(words + name + 1, &end, 10);
		words = end + strspn(end, ": ");
	}
	from = clair_lsp_column(open, line, 1);
	clair_lsp_set(lsp, json, "range", clair_lsp_range(lsp, open, from, from + strcspn(open->text + from, "\r\n")));
	clair_lsp_set(lsp, json, "severity", json_integer(CLAIR_LSP_ERROR));
	clair_lsp_set(lsp, json, "source", json_string("clairlint"));
	clair_lsp_set(lsp, json, "message", clair_lsp_words(words));
	clair_lsp_append(lsp, list, json);
}

static json_t *
all_diagnostics(struct clair_lsp *lsp, struct clair_open *open)
{
	json_t *list = json_array();

	clair_lsp_judge(lsp, open);
	if (open->result != NULL)
		add_not_tested(lsp, open, list);
	for (size_t i = 0; i < open->shown_count; i++)
		clair_lsp_append(lsp, list, clair_lsp_diagnostic(lsp, open, &open->shown[i]));
	if (open->result != NULL)
		add_ignores(lsp, open, list);
	if (open->wrong != NULL && open->wrong[0] != '\0')
		add_wrong(lsp, open, list);
	return list;
}

static void
publish(struct clair_lsp *lsp, const char *uri, const int64_t *version, json_t *list)
{
	json_t *params = json_object();

	clair_lsp_set(lsp, params, "uri", json_string(uri));
	if (version != NULL && lsp->client.versions)
		clair_lsp_set(lsp, params, "version", json_integer(*version));
	clair_lsp_set(lsp, params, "diagnostics", list);
	clair_lsp_notify(lsp, "textDocument/publishDiagnostics", params);
}

void
clair_lsp_publish(struct clair_lsp *lsp, struct clair_open *open)
{
	open->due = -1;
	publish(lsp, open->uri, &open->version, all_diagnostics(lsp, open));
}

void
clair_lsp_publish_none(struct clair_lsp *lsp, const char *uri)
{
	if (!lsp->client.pulls)
		publish(lsp, uri, NULL, json_array());
}

enum clair_lsp_error
clair_lsp_pull(struct clair_lsp *lsp, const json_t *params, json_t **result)
{
	const char *uri = CLAIR_LSP_STRING(params, "textDocument", "uri");
	const char *previous = CLAIR_LSP_STRING(params, "previousResultId");
	struct clair_open *open = clair_lsp_find(lsp, uri);
	char id[24];
	json_t *items;

	if (uri == NULL)
		return CLAIR_LSP_INVALID_PARAMS;
	if (open == NULL || open->text == NULL) {
		*result = json_pack("{s:s, s:[]}", "kind", "full", "items");
		return CLAIR_LSP_FINE;
	}
	items = all_diagnostics(lsp, open);
	snprintf(id, sizeof(id), "%" PRIu64, open->judged);
	if (previous != NULL && strcmp(previous, id) == 0) {
		json_decref(items);
		*result = json_pack("{s:s, s:s}", "kind", "unchanged", "resultId", id);
	} else {
		*result = json_pack("{s:s, s:s, s:o}", "kind", "full", "resultId", id, "items", items);
	}
	return CLAIR_LSP_FINE;
}
