/* The documents that the client has open, as it has them: LSP 3.17, Text Document Synchronization. */
#include "lsp/server.h"
#include "base/hex.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* --- Addresses ------------------------------------------------------------------------------------ */

/* RFC 8089: file:///PATH, file://localhost/PATH. */
char *
clair_lsp_path(const char *uri)
{
	char *path;
	char *out;

	if (strncasecmp(uri, "file://", 7) != 0)
		return NULL;
	uri += 7;
	if (strncasecmp(uri, "localhost/", 10) == 0)
		uri += 9;
	if (uri[0] != '/')
		return NULL;
	path = strdup(uri);
	for (out = path; path != NULL && *uri != '\0' && *uri != '?' && *uri != '#'; out++) {
		int high = *uri == '%' ? clair_hex(uri[1]) : -1;
		int low = high < 0 ? -1 : clair_hex(uri[2]);

		if (high == 0 && low == 0) {
			free(path);
			return NULL;
		}
		*out = low >= 0 ? (char)(high * 16 + low) : *uri;
		uri += low >= 0 ? 3 : 1;
	}
	if (path != NULL)
		*out = '\0';
	return path;
}

char *
clair_lsp_uri(const char *path)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
	struct clair_buf uri;

	clair_buf_init(&uri, 0);
	clair_buf_puts(&uri, "file://");
	for (; *path != '\0'; path++) {
		if (strchr(plain, *path) != NULL)
			clair_buf_putc(&uri, *path);
		else
			clair_buf_printf(&uri, "%%%02X", (unsigned)(unsigned char)*path);
	}
	if (!uri.failed)
		return uri.bytes;
	clair_buf_free(&uri);
	return NULL;
}

/* As `check` in the root folder would call it. */
static const char *
address_of(const struct clair_lsp *lsp, const char *path, const char *uri)
{
	size_t length = lsp->root == NULL || !lsp->setting.entered ? 0 : strlen(lsp->root);

	if (path == NULL)
		return uri;
	if (length > 0 && strncmp(path, lsp->root, length) == 0 && path[length] == '/')
		return path + length + 1;
	return path;
}

/* --- Kinds ---------------------------------------------------------------------------------------- */

static bool
is_one_of(const char *name, const char *const *names)
{
	while (*names != NULL && strcasecmp(name, *names) != 0)
		names++;
	return *names != NULL;
}

static bool
is_rule_file(const char *uri)
{
	size_t length = strlen(uri);

	return length > 6 && strcasecmp(uri + length - 6, ".regle") == 0;
}

/* The kind by the name of the language, or by the end of the file's name. False: nothing that we judge. */
static bool
kind_of(const char *language, const char *uri, enum clair_document_kind *kind)
{
	static const char *const pages[] = {"html", "xhtml", "htm", "php", "phtml", "blade", "twig", "jinja", "jinja2",
	    "jinja-html", "j2", "django-html", "htmldjango", "djangohtml", "njk", "nunjucks", "liquid", "erb", "eruby", "html-eex",
	    "ejs", "jsp", "handlebars", "hbs", "mustache", "gohtml", "gohtmltmpl", "tmpl", NULL};
	static const char *const markdown[] = {"markdown", "md", "quarto", NULL};
	static const char *const plain[] = {"plaintext", "text", "txt", NULL};
	const char *dot = strrchr(uri, '.');
	const char *names[] = {language, dot == NULL ? "" : dot + 1};

	for (size_t i = 0; i < 2; i++) {
		*kind = is_one_of(names[i], markdown) ? CLAIR_MARKDOWN :
		    is_one_of(names[i], plain)        ? CLAIR_PLAIN_TEXT :
		                                        CLAIR_HTML_PAGE;
		if (*kind != CLAIR_HTML_PAGE || is_one_of(names[i], pages))
			return true;
	}
	return false;
}

/* --- Texts ---------------------------------------------------------------------------------------- */

struct clair_open *
clair_lsp_find(struct clair_lsp *lsp, const char *uri)
{
	for (size_t i = 0; uri != NULL && i < lsp->open_count; i++) {
		if (strcmp(lsp->open[i]->uri, uri) == 0)
			return lsp->open[i];
	}
	return NULL;
}

static void
let_go(struct clair_lsp *lsp, struct clair_open *open)
{
	clair_lsp_drop(open);
	if (open->text != NULL)
		lsp->open_bytes -= open->length;
	free(open->text);
	open->text = NULL;
	open->length = 0;
}

/* Takes the text. */
static void
set_text(struct clair_lsp *lsp, struct clair_open *open, char *text, size_t length)
{
	let_go(lsp, open);
	open->text = text;
	open->length = length;
	lsp->open_bytes += length;
	open->stale = true;
}

/* Without its text nothing is told of a document, and the user is. */
static void
lose_text(struct clair_lsp *lsp, struct clair_open *open, enum clair_string why)
{
	struct clair_buf words;

	if (open->text != NULL)
		clair_lsp_publish_none(lsp, open->uri);
	let_go(lsp, open);
	open->due = -1;
	clair_buf_init(&words, 0);
	CLAIR_LSP_PHRASE(lsp, &words, why, {.name = "name", .value = open->address});
	clair_lsp_say(lsp, CLAIR_LSP_WARNING, words.bytes);
	clair_buf_free(&words);
}

static bool
has_room(const struct clair_lsp *lsp, const struct clair_open *open, size_t length)
{
	return length <= CLAIR_LSP_DOCUMENT_BYTES && lsp->open_bytes - open->length + length <= CLAIR_LSP_ALL_BYTES;
}

/* The text with the bytes of another from `from` to `end`. False after the text was lost. */
static bool
replace(struct clair_lsp *lsp, struct clair_open *open, size_t from, size_t end, const json_t *by)
{
	const char *words = json_string_value(by);
	size_t added = json_string_length(by);
	size_t length = open->length - (end - from) + added;
	char *text;

	if (!has_room(lsp, open, length)) {
		lose_text(lsp, open, CLAIR_STRING_LSP_TOO_LARGE);
		return false;
	}
	text = malloc(length + 1);
	if (text == NULL) {
		lsp->failed = true;
		return false;
	}
	if (open->text != NULL)
		memcpy(text, open->text, from);
	memcpy(text + from, words, added);
	if (open->text != NULL)
		memcpy(text + from + added, open->text + end, open->length - end);
	text[length] = '\0';
	set_text(lsp, open, text, length);
	return true;
}

/* --- Notifications -------------------------------------------------------------------------------- */

static void
free_open(struct clair_lsp *lsp, struct clair_open *open)
{
	let_go(lsp, open);
	free(open->uri);
	free(open->path);
	free(open);
}

static struct clair_open *
add_open(struct clair_lsp *lsp, const char *uri, enum clair_document_kind kind)
{
	struct clair_open *open = calloc(1, sizeof(*open));

	if (open != NULL) {
		open->uri = strdup(uri);
		open->path = clair_lsp_path(uri);
		open->address = address_of(lsp, open->path, open->uri);
		open->kind = kind;
		lsp->open[lsp->open_count++] = open;
	}
	lsp->failed = lsp->failed || open == NULL || open->uri == NULL;
	return lsp->failed ? NULL : open;
}

static void
read_version(struct clair_open *open, const json_t *params)
{
	open->version = json_integer_value(CLAIR_LSP_AT(params, "textDocument", "version"));
}

void
clair_lsp_did_open(struct clair_lsp *lsp, const json_t *params)
{
	const char *uri = CLAIR_LSP_STRING(params, "textDocument", "uri");
	const char *language = CLAIR_LSP_STRING(params, "textDocument", "languageId");
	const json_t *text = CLAIR_LSP_AT(params, "textDocument", "text");
	struct clair_open *open = clair_lsp_find(lsp, uri);
	enum clair_document_kind kind = CLAIR_PLAIN_TEXT;

	if (uri == NULL || !json_is_string(text) ||
	    (!is_rule_file(uri) && !kind_of(language == NULL ? "" : language, uri, &kind)))
		return;
	if (open == NULL && lsp->open_count == CLAIR_LSP_DOCUMENTS) {
		clair_lsp_say(lsp, CLAIR_LSP_WARNING, clair_string(lsp->setting.lang, CLAIR_STRING_LSP_TOO_MANY));
		return;
	}
	if (open == NULL) {
		open = add_open(lsp, uri, kind);
		if (open == NULL)
			return;
		if (open->path != NULL)
			lsp->host.allow(lsp->host.payload, open->path);
	}
	open->kind = kind;
	open->is_rules = is_rule_file(uri);
	read_version(open, params);
	if (replace(lsp, open, 0, open->length, text))
		open->due = lsp->now;
}

/* One event of contentChanges: the whole text, or a range of it. False after the text was lost. */
static bool
change(struct clair_lsp *lsp, struct clair_open *open, const json_t *event)
{
	const json_t *range = json_object_get(event, "range");
	const json_t *text = json_object_get(event, "text");
	struct clair_lines lines = {0};
	size_t from = 0;
	size_t end = open->length;
	bool fine = json_is_string(text);

	if (fine && range != NULL && !json_is_null(range)) {
		if (open->text == NULL)
			return false;
		if (!clair_lines_init(&lines, open->text, open->length))
			lsp->failed = true;
		fine = !lsp->failed && clair_lsp_read_range(&lines, lsp->client.units, range, &from, &end);
		clair_lines_free(&lines);
	}
	if (fine)
		return replace(lsp, open, from, end, text);
	if (open->text != NULL)
		lose_text(lsp, open, CLAIR_STRING_LSP_BAD_CHANGE);
	return false;
}

void
clair_lsp_did_change(struct clair_lsp *lsp, const json_t *params)
{
	struct clair_open *open = clair_lsp_find(lsp, CLAIR_LSP_STRING(params, "textDocument", "uri"));
	const json_t *changes = json_object_get(params, "contentChanges");

	if (open == NULL)
		return;
	read_version(open, params);
	for (size_t i = 0; i < json_array_size(changes) && !lsp->failed; i++)
		change(lsp, open, json_array_get(changes, i));
	if (open->text != NULL)
		open->due = lsp->now + CLAIR_LSP_REST;
}

void
clair_lsp_did_close(struct clair_lsp *lsp, const json_t *params)
{
	struct clair_open *open = clair_lsp_find(lsp, CLAIR_LSP_STRING(params, "textDocument", "uri"));
	size_t at = 0;

	if (open == NULL)
		return;
	clair_lsp_publish_none(lsp, open->uri);
	while (lsp->open[at] != open)
		at++;
	memmove(&lsp->open[at], &lsp->open[at + 1], (lsp->open_count - at - 1) * sizeof(struct clair_open *));
	lsp->open_count--;
	free_open(lsp, open);
}

void
clair_lsp_close_all(struct clair_lsp *lsp)
{
	while (lsp->open_count > 0)
		free_open(lsp, lsp->open[--lsp->open_count]);
}

void
clair_lsp_forget_texts(struct clair_lsp *lsp)
{
	for (size_t i = 0; i < lsp->open_count; i++) {
		if (lsp->open[i]->text != NULL)
			lose_text(lsp, lsp->open[i], CLAIR_STRING_LSP_BAD_CHANGE);
	}
}
