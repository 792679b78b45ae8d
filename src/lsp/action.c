/*
 * What mends (LSP 3.17, textDocument/codeAction): the fix of each finding, the place that a person fills in, all
 * that is safe at once; and the comment that spares a finding, whose reason a person writes. Nothing is written by the server: the client applies edits.
 */
#include "lsp/server.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { TITLE_COLUMNS = 100 };

static const char quick[] = "quickfix";
static const char fix_all[] = "source.fixAll.clairlint";

/* --- Edits ---------------------------------------------------------------------------------------- */

static void
add_edit(struct clair_lsp *lsp, struct clair_open *open, json_t *list, size_t from, size_t end, const char *text)
{
	json_t *edit = json_object();

	clair_lsp_set(lsp, edit, "range", clair_lsp_range(lsp, open, from, end));
	clair_lsp_set(lsp, edit, "newText", json_string(text));
	clair_lsp_append(lsp, list, edit);
}

static json_t *
edits_json(struct clair_lsp *lsp, struct clair_open *open, const struct clair_edit *edits)
{
	json_t *list = json_array();
	size_t from;

	for (; edits != NULL; edits = edits->next) {
		if (clair_lsp_offset(open, edits->offset, &from))
			add_edit(lsp, open, list, from, from + edits->length, edits->text);
	}
	return list;
}

/* Takes the edits. With its version, a text that has changed meanwhile is left alone. */
static json_t *
workspace_edit(struct clair_lsp *lsp, const struct clair_open *open, json_t *edits)
{
	if (lsp->client.document_changes)
		return json_pack("{s:[{s:{s:s, s:I}, s:o}]}", "documentChanges", "textDocument", "uri", open->uri, "version",
		    (json_int_t)open->version, "edits", edits);
	return json_pack("{s:{s:o}}", "changes", open->uri, edits);
}

/* --- Titles --------------------------------------------------------------------------------------- */

static enum clair_string
title_of(const struct clair_fix *fix)
{
	switch (fix->kind) {
	case CLAIR_FIX_SET_ATTRIBUTE:
		return fix->value == NULL || fix->value[0] == '\0' ? CLAIR_STRING_LSP_SET_BARE : CLAIR_STRING_LSP_SET;
	case CLAIR_FIX_REMOVE_ATTRIBUTE:
		return CLAIR_STRING_LSP_REMOVE_ATTRIBUTE;
	case CLAIR_FIX_REPLACE_TEXT:
		return CLAIR_STRING_LSP_REPLACE;
	case CLAIR_FIX_RENAME_ELEMENT:
		return CLAIR_STRING_LSP_RENAME;
	case CLAIR_FIX_REMOVE_ELEMENT:
		return CLAIR_STRING_LSP_REMOVE_ELEMENT;
	default:
		return CLAIR_STRING_LSP_ADD;
	}
}

/* In one line of some width. */
static json_t *
title_json(struct clair_lsp *lsp, enum clair_string id, const struct clair_fix *fix)
{
	struct clair_buf words;
	struct clair_buf clean;
	size_t fits;
	json_t *json;

	clair_buf_init(&words, 0);
	clair_buf_init(&clean, 0);
	CLAIR_LSP_PHRASE(lsp, &words, id, {.name = "attribute", .value = fix->attribute},
	    {.name = "value", .value = fix->value});
	clair_clean(&clean, words.bytes, words.length, true);
	fits = clair_fit(clean.bytes, TITLE_COLUMNS);
	if (fits < clean.length) {
		clean.length = fits;
		clean.bytes[fits] = '\0';
		clair_buf_puts(&clean, "…");
	}
	json = json_string(clean.bytes);
	lsp->failed = lsp->failed || words.failed || clean.failed;
	clair_buf_free(&words);
	clair_buf_free(&clean);
	return json;
}

/* --- Quick fixes ---------------------------------------------------------------------------------- */

static json_t *
new_action(struct clair_lsp *lsp, json_t *title, const char *kind)
{
	json_t *action = json_object();

	clair_lsp_set(lsp, action, "title", title);
	clair_lsp_set(lsp, action, "kind", json_string(kind));
	return action;
}

/* Takes the title and the edits. */
static void
add_action(struct clair_lsp *lsp, struct clair_open *open, const struct clair_shown *shown, json_t *title,
    json_t *edits, bool is_preferred, json_t *list)
{
	json_t *action = new_action(lsp, title, quick);
	json_t *diagnostics = json_array();

	clair_lsp_append(lsp, diagnostics, clair_lsp_diagnostic(lsp, open, shown));
	clair_lsp_set(lsp, action, "diagnostics", diagnostics);
	if (is_preferred)
		clair_lsp_set(lsp, action, "isPreferred", json_true());
	clair_lsp_set(lsp, action, "edit", workspace_edit(lsp, open, edits));
	clair_lsp_append(lsp, list, action);
}

/* Takes the edits. */
static void
add_quick_fix(struct clair_lsp *lsp, struct clair_open *open, const struct clair_shown *shown,
    enum clair_string title, json_t *edits, json_t *list)
{
	const struct clair_fix *fix = &shown->finding->fix;

	add_action(lsp, open, shown, title_json(lsp, title, fix), edits, fix->safety == CLAIR_SAFE && fix->edits != NULL, list);
}

/* Where the name of a start tag ends; 0: the bytes are no start tag. */
static size_t
name_end(const char *tag, size_t length)
{
	size_t end = 1;

	if (length < 3 || tag[0] != '<' || tag[length - 1] != '>' || strchr("/!?", tag[1]) != NULL)
		return 0;
	while (end < length && strchr(" \t\r\n/>", tag[end]) == NULL)
		end++;
	return end;
}

static bool
has_attribute(const char *tag, size_t length, const char *name)
{
	size_t wanted = strlen(name);

	for (size_t i = 1; i + wanted < length; i++) {
		if (strchr(" \t\r\n\"'/", tag[i - 1]) != NULL && strncasecmp(tag + i, name, wanted) == 0 &&
		    strchr(" \t\r\n=/>", tag[i + wanted]) != NULL)
			return true;
	}
	return false;
}

/* An attribute whose value only a person knows: its place, empty, so that the fault stays until it is filled. An
 * empty alternative would say that the image is there for looks: words that are found again stand in it. */
static void
add_blank(struct clair_lsp *lsp, struct clair_open *open, const struct clair_shown *shown, json_t *list)
{
	const struct clair_fix *fix = &shown->finding->fix;
	const char *tag = open->text + shown->from;
	size_t length = shown->end - shown->from;
	size_t end = name_end(tag, length);
	struct clair_buf text;
	json_t *edits;

	if (fix->kind != CLAIR_FIX_SET_ATTRIBUTE || fix->value != NULL || fix->attribute == NULL || end == 0 ||
	    !open->result->verbatim || has_attribute(tag, length, fix->attribute))
		return;
	clair_buf_init(&text, 0);
	clair_buf_printf(&text, " %s=\"%s\"", fix->attribute,
	    strcmp(fix->attribute, "alt") == 0 ? clair_string(lsp->setting.lang, CLAIR_STRING_LSP_BLANK) : "");
	edits = json_array();
	add_edit(lsp, open, edits, shown->from + end, shown->from + end, text.bytes);
	lsp->failed = lsp->failed || text.failed;
	clair_buf_free(&text);
	add_quick_fix(lsp, open, shown, CLAIR_STRING_LSP_SET_BLANK, edits, list);
}

static void
add_quick_fixes(struct clair_lsp *lsp, struct clair_open *open, size_t from, size_t end, json_t *list)
{
	for (size_t i = 0; i < open->shown_count; i++) {
		const struct clair_shown *shown = &open->shown[i];
		const struct clair_fix *fix = &shown->finding->fix;

		if (shown->from > end || shown->end < from)
			continue;
		if (clair_lsp_has_edits(open, shown->finding))
			add_quick_fix(lsp, open, shown, title_of(fix), edits_json(lsp, open, fix->edits), list);
		else
			add_blank(lsp, open, shown, list);
	}
}

/* --- Sparing -------------------------------------------------------------------------------------- */

/* A comment spares all that a rule finds in its element: it is offered once. */
static bool
is_spared_before(const struct clair_open *open, size_t index, size_t from, size_t end)
{
	const struct clair_finding *finding = open->shown[index].finding;

	for (size_t i = 0; i < index; i++) {
		const struct clair_shown *other = &open->shown[i];

		if (other->from <= end && other->end >= from && other->finding->rule == finding->rule &&
		    other->finding->spare.is_possible && other->finding->spare.offset == finding->spare.offset)
			return true;
	}
	return false;
}

static void
add_spare(struct clair_lsp *lsp, struct clair_open *open, const struct clair_shown *shown, json_t *list)
{
	const struct clair_finding *finding = shown->finding;
	const struct clair_fix named = {.value = finding->rule->id};
	struct clair_buf text;
	json_t *edits;
	size_t at;

	if (!finding->spare.is_possible || !open->result->verbatim || !clair_lsp_offset(open, finding->spare.offset, &at))
		return;
	clair_buf_init(&text, 0);
	clair_spare_write(&text, finding, open->text, open->length, at, clair_ignore_blank[lsp->setting.lang]);
	lsp->failed = lsp->failed || text.failed;
	edits = json_array();
	add_edit(lsp, open, edits, at, at, text.bytes);
	clair_buf_free(&text);
	add_action(lsp, open, shown,
	    title_json(lsp, finding->spare.of_page ? CLAIR_STRING_LSP_IGNORE_PAGE : CLAIR_STRING_LSP_IGNORE, &named), edits,
	    false, list);
}

/* After all that mends. */
static void
add_spares(struct clair_lsp *lsp, struct clair_open *open, size_t from, size_t end, json_t *list)
{
	for (size_t i = 0; i < open->shown_count; i++) {
		const struct clair_shown *shown = &open->shown[i];

		if (shown->from <= end && shown->end >= from && !is_spared_before(open, i, from, end))
			add_spare(lsp, open, shown, list);
	}
}

/* --- All that is safe ----------------------------------------------------------------------------- */

static bool
is_safe_here(void *payload, const struct clair_finding *finding)
{
	const struct clair_open *open = payload;

	/* Those of a template's work are not among the findings that are shown. */
	for (size_t i = 0; i < open->shown_count; i++) {
		if (strcmp(open->shown[i].finding->fingerprint, finding->fingerprint) == 0 &&
		    open->shown[i].finding->offset == finding->offset)
			return clair_lsp_has_edits(open, finding);
	}
	return false;
}

static bool
has_safe_fix(const struct clair_open *open)
{
	for (size_t i = 0; i < open->shown_count; i++) {
		const struct clair_finding *finding = open->shown[i].finding;

		if (finding->fix.safety == CLAIR_SAFE && clair_lsp_has_edits(open, finding))
			return true;
	}
	return false;
}

static void
put_all_edits(struct clair_lsp *lsp, struct clair_open *open, json_t *action)
{
	struct clair_document document = clair_lsp_document(open);
	struct clair_edit *edits = NULL;
	struct clair_arena arena;

	clair_arena_init(&arena, 0);
	if (clair_mend_once(&edits, lsp->setting.linter, &document, is_safe_here, open, &arena) != CLAIR_OK)
		lsp->failed = true;
	clair_lsp_set(lsp, action, "edit", workspace_edit(lsp, open, edits_json(lsp, open, edits)));
	clair_arena_free(&arena);
}

/* A client that can ask for the edits later does not make us judge at each step of its cursor. */
static void
add_fix_all(struct clair_lsp *lsp, struct clair_open *open, json_t *list)
{
	static const struct clair_fix none = {0};
	json_t *action;

	if (!has_safe_fix(open))
		return;
	action = new_action(lsp, title_json(lsp, CLAIR_STRING_LSP_FIX_ALL, &none), fix_all);
	if (lsp->client.resolves)
		clair_lsp_set(lsp, action, "data", json_pack("{s:s, s:I}", "uri", open->uri, "version", (json_int_t)open->version));
	else
		put_all_edits(lsp, open, action);
	clair_lsp_append(lsp, list, action);
}

/* --- Requests ------------------------------------------------------------------------------------- */

/* A kind asked for holds those under it: "source" holds "source.fixAll". */
static bool
is_wanted(const json_t *only, const char *kind)
{
	if (!json_is_array(only))
		return true;
	for (size_t i = 0; i < json_array_size(only); i++) {
		const char *asked = json_string_value(json_array_get(only, i));
		size_t length = asked == NULL ? 0 : strlen(asked);

		if (asked != NULL && strncmp(kind, asked, length) == 0 &&
		    (length == 0 || kind[length] == '\0' || kind[length] == '.'))
			return true;
	}
	return false;
}

enum clair_lsp_error
clair_lsp_actions(struct clair_lsp *lsp, const json_t *params, json_t **result)
{
	struct clair_open *open = clair_lsp_find(lsp, CLAIR_LSP_STRING(params, "textDocument", "uri"));
	const json_t *range = json_object_get(params, "range");
	const json_t *only = CLAIR_LSP_AT(params, "context", "only");
	size_t from = 0;
	size_t end = 0;

	if (open != NULL)
		clair_lsp_judge(lsp, open);
	if (open != NULL && open->result != NULL &&
	    !clair_lsp_read_range(&open->lines, lsp->client.units, range, &from, &end))
		return CLAIR_LSP_INVALID_PARAMS;
	*result = json_array();
	/* An older client takes commands, and we have none. */
	if (open == NULL || open->result == NULL || !lsp->client.literals)
		return CLAIR_LSP_FINE;
	if (is_wanted(only, quick)) {
		add_quick_fixes(lsp, open, from, end, *result);
		add_spares(lsp, open, from, end, *result);
	}
	if (is_wanted(only, fix_all))
		add_fix_all(lsp, open, *result);
	return CLAIR_LSP_FINE;
}

enum clair_lsp_error
clair_lsp_resolve(struct clair_lsp *lsp, const json_t *params, json_t **result)
{
	struct clair_open *open = clair_lsp_find(lsp, CLAIR_LSP_STRING(params, "data", "uri"));

	if (!json_is_object(params))
		return CLAIR_LSP_INVALID_PARAMS;
	*result = json_deep_copy(params);
	if (open == NULL || json_integer_value(CLAIR_LSP_AT(params, "data", "version")) != open->version)
		return CLAIR_LSP_FINE;
	clair_lsp_judge(lsp, open);
	if (open->result != NULL)
		put_all_edits(lsp, open, *result);
	return CLAIR_LSP_FINE;
}
