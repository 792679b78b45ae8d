/* Messages in, answers out: JSON-RPC 2.0 and the life of the server (LSP 3.17, Lifecycle Messages). */
#include "lsp/server.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- Out ------------------------------------------------------------------------------------------ */

static int
add_to_buf(const char *bytes, size_t length, void *payload)
{
	return clair_buf_add(payload, bytes, length) ? 0 : -1;
}

/* Takes the message. */
static void
send_message(struct clair_lsp *lsp, json_t *message)
{
	struct clair_buf body;
	char header[64];
	int length;

	clair_buf_init(&body, 0);
	if (message == NULL || json_dump_callback(message, add_to_buf, &body, JSON_COMPACT) != 0)
		lsp->failed = true;
	length = snprintf(header, sizeof(header), "Content-Length: %zu\r\n\r\n", body.length);
	if (!lsp->failed && (!lsp->host.write(lsp->host.write_payload, header, (size_t)length) ||
	                        !lsp->host.write(lsp->host.write_payload, body.bytes, body.length)))
		lsp->failed = true;
	clair_buf_free(&body);
	json_decref(message);
}

static json_t *
new_message(struct clair_lsp *lsp)
{
	json_t *message = json_object();

	clair_lsp_set(lsp, message, "jsonrpc", json_string("2.0"));
	return message;
}

void
clair_lsp_notify(struct clair_lsp *lsp, const char *method, json_t *params)
{
	json_t *message = new_message(lsp);

	clair_lsp_set(lsp, message, "method", json_string(method));
	clair_lsp_set(lsp, message, "params", params);
	send_message(lsp, message);
}

void
clair_lsp_ask(struct clair_lsp *lsp, const char *method, json_t *params)
{
	json_t *message = new_message(lsp);

	clair_lsp_set(lsp, message, "id", json_integer(++lsp->requests));
	clair_lsp_set(lsp, message, "method", json_string(method));
	if (params != NULL)
		clair_lsp_set(lsp, message, "params", params);
	send_message(lsp, message);
}

static void
answer(struct clair_lsp *lsp, const json_t *id, json_t *result)
{
	json_t *message = new_message(lsp);

	clair_lsp_set(lsp, message, "id", json_deep_copy(id));
	clair_lsp_set(lsp, message, "result", result);
	send_message(lsp, message);
}

static const char *
error_text(enum clair_lsp_error error)
{
	switch (error) {
	case CLAIR_LSP_PARSE_ERROR:
		return "not a message";
	case CLAIR_LSP_INVALID_REQUEST:
		return "not a request that can be answered now";
	case CLAIR_LSP_METHOD_NOT_FOUND:
		return "no such method";
	case CLAIR_LSP_INVALID_PARAMS:
		return "wrong parameters";
	case CLAIR_LSP_NOT_INITIALIZED:
		return "initialize comes first";
	case CLAIR_LSP_REQUEST_CANCELLED:
		return "cancelled";
	default:
		return "error";
	}
}

/* `id` NULL: of no request that could be read. */
static void
answer_error(struct clair_lsp *lsp, const json_t *id, enum clair_lsp_error error)
{
	json_t *message = new_message(lsp);
	json_t *body = json_object();

	clair_lsp_set(lsp, body, "code", json_integer(error));
	clair_lsp_set(lsp, body, "message", json_string(error_text(error)));
	clair_lsp_set(lsp, message, "id", id == NULL ? json_null() : json_deep_copy(id));
	clair_lsp_set(lsp, message, "error", body);
	send_message(lsp, message);
}

/* --- The configuration ---------------------------------------------------------------------------- */

/* Reads it again: all that was found is of the one before. */
static void
configure(struct clair_lsp *lsp)
{
	for (size_t i = 0; i < lsp->open_count; i++) {
		clair_lsp_drop(lsp->open[i]);
		if (lsp->open[i]->text != NULL)
			lsp->open[i]->due = lsp->now;
	}
	lsp->host.configure(lsp->host.payload, lsp->root, lsp->locale, &lsp->setting);
	for (size_t i = 0; i < lsp->open_count; i++) {
		if (lsp->open[i]->path != NULL)
			lsp->host.allow(lsp->host.payload, lsp->open[i]->path);
	}
}

static void
complain(struct clair_lsp *lsp)
{
	if (lsp->setting.complaint != NULL)
		clair_lsp_say(lsp, CLAIR_LSP_ERROR, lsp->setting.complaint);
}

static void
configure_again(struct clair_lsp *lsp)
{
	configure(lsp);
	complain(lsp);
	if (lsp->client.pulls && lsp->client.refreshes)
		clair_lsp_ask(lsp, "workspace/diagnostic/refresh", NULL);
}

/* --- initialize ----------------------------------------------------------------------------------- */

static bool
holds(const json_t *list, const char *word)
{
	for (size_t i = 0; i < json_array_size(list); i++) {
		const char *text = json_string_value(json_array_get(list, i));

		if (text != NULL && strcmp(text, word) == 0)
			return true;
	}
	return false;
}

static void
read_client(struct clair_lsp *lsp, const json_t *caps)
{
	const json_t *text = json_object_get(caps, "textDocument");
	const json_t *space = json_object_get(caps, "workspace");

	if (holds(CLAIR_LSP_AT(caps, "general", "positionEncodings"), "utf-8"))
		lsp->client.units = CLAIR_UNITS_UTF8;
	lsp->client.pulls = json_is_object(json_object_get(text, "diagnostic"));
	lsp->client.refreshes = json_is_true(CLAIR_LSP_AT(space, "diagnostics", "refreshSupport"));
	lsp->client.related = json_is_true(CLAIR_LSP_AT(text, "publishDiagnostics", "relatedInformation")) ||
	    json_is_true(CLAIR_LSP_AT(text, "diagnostic", "relatedInformation"));
	lsp->client.versions = json_is_true(CLAIR_LSP_AT(text, "publishDiagnostics", "versionSupport"));
	lsp->client.code_descriptions = json_is_true(CLAIR_LSP_AT(text, "publishDiagnostics", "codeDescriptionSupport")) ||
	    json_is_true(CLAIR_LSP_AT(text, "diagnostic", "codeDescriptionSupport"));
	lsp->client.markdown = holds(CLAIR_LSP_AT(text, "hover", "contentFormat"), "markdown");
	lsp->client.literals = json_is_object(CLAIR_LSP_AT(text, "codeAction", "codeActionLiteralSupport"));
	lsp->client.resolves = holds(CLAIR_LSP_AT(text, "codeAction", "resolveSupport", "properties"), "edit") &&
	    json_is_true(CLAIR_LSP_AT(text, "codeAction", "dataSupport"));
	lsp->client.document_changes = json_is_true(CLAIR_LSP_AT(space, "workspaceEdit", "documentChanges"));
	lsp->client.watches = json_is_true(CLAIR_LSP_AT(space, "didChangeWatchedFiles", "dynamicRegistration"));
	lsp->client.configures = json_is_true(CLAIR_LSP_AT(space, "didChangeConfiguration", "dynamicRegistration"));
}

/* The first folder of the workspace; the older ways to say it too. */
static char *
read_root(const json_t *params)
{
	const json_t *folder = json_array_get(json_object_get(params, "workspaceFolders"), 0);
	const char *uri = CLAIR_LSP_STRING(folder, "uri");
	const char *path = CLAIR_LSP_STRING(params, "rootPath");
	char *root;

	if (uri == NULL)
		uri = CLAIR_LSP_STRING(params, "rootUri");
	root = uri != NULL ? clair_lsp_path(uri) : path != NULL ? strdup(path) : NULL;
	for (size_t length = root == NULL ? 0 : strlen(root); length > 1 && root[length - 1] == '/'; length--)
		root[length - 1] = '\0';
	return root;
}

static json_t *
capabilities(struct clair_lsp *lsp)
{
	json_t *caps = json_pack("{s:s, s:{s:b, s:i, s:{s:b}}, s:b, s:{s:[s,s], s:b}}",
	    "positionEncoding", lsp->client.units == CLAIR_UNITS_UTF8 ? "utf-8" : "utf-16",
	    "textDocumentSync", "openClose", 1, "change", 2, "save", "includeText", 0,
	    "hoverProvider", 1,
	    "codeActionProvider", "codeActionKinds", "quickfix", "source.fixAll.clairlint",
	    "resolveProvider", (int)lsp->client.resolves);

	if (lsp->client.pulls)
		clair_lsp_set(lsp, caps, "diagnosticProvider", json_pack("{s:s, s:b, s:b}", "identifier", "clairlint",
		    "interFileDependencies", 0, "workspaceDiagnostics", 0));
	return caps;
}

static enum clair_lsp_error
initialize(struct clair_lsp *lsp, const json_t *params, json_t **result)
{
	const char *locale = CLAIR_LSP_STRING(params, "locale");

	if (lsp->initialized)
		return CLAIR_LSP_INVALID_REQUEST;
	if (!json_is_object(params))
		return CLAIR_LSP_INVALID_PARAMS;
	lsp->initialized = true;
	read_client(lsp, json_object_get(params, "capabilities"));
	lsp->root = read_root(params);
	lsp->locale = locale == NULL ? NULL : strdup(locale);
	configure(lsp);
	*result = json_pack("{s:o, s:{s:s, s:s}}", "capabilities", capabilities(lsp), "serverInfo", "name", "clairlint",
	    "version", CLAIR_VERSION);
	return CLAIR_LSP_FINE;
}

static json_t *
registration(const char *id, const char *method, json_t *options)
{
	return json_pack("{s:s, s:s, s:o}", "id", id, "method", method, "registerOptions", options);
}

static void
initialized(struct clair_lsp *lsp, const json_t *params)
{
	json_t *list = json_array();

	(void)params;
	if (lsp->client.watches)
		clair_lsp_append(lsp, list, registration("files", "workspace/didChangeWatchedFiles",
		    json_pack("{s:[{s:s}, {s:s}, {s:s}]}", "watchers", "globPattern", "**/.clairlint.yml", "globPattern",
		        "**/*.css", "globPattern", "**/*.regle")));
	if (lsp->client.configures)
		clair_lsp_append(lsp, list, registration("configuration", "workspace/didChangeConfiguration", json_object()));
	if (json_array_size(list) > 0)
		clair_lsp_ask(lsp, "client/registerCapability", json_pack("{s:O}", "registrations", list));
	json_decref(list);
	complain(lsp);
}

static enum clair_lsp_error
shut_down(struct clair_lsp *lsp, const json_t *params, json_t **result)
{
	(void)params;
	lsp->shut = true;
	*result = json_null();
	return CLAIR_LSP_FINE;
}

/* --- Notifications -------------------------------------------------------------------------------- */

static void
leave(struct clair_lsp *lsp, const json_t *params)
{
	(void)params;
	lsp->left = true;
}

/* Nobody tells us of the other files: they may have changed too. */
static void
did_save(struct clair_lsp *lsp, const json_t *params)
{
	struct clair_open *open = clair_lsp_find(lsp, CLAIR_LSP_STRING(params, "textDocument", "uri"));

	if (!lsp->client.watches)
		configure_again(lsp);
	else if (open != NULL && open->due >= 0)
		open->due = lsp->now;
}

static void
did_change_configuration(struct clair_lsp *lsp, const json_t *params)
{
	(void)params;
	configure_again(lsp);
}

static const struct {
	const char *method;
	void (*take)(struct clair_lsp *lsp, const json_t *params);
} notifications[] = {
	{"initialized", initialized},
	{"textDocument/didOpen", clair_lsp_did_open},
	{"textDocument/didChange", clair_lsp_did_change},
	{"textDocument/didSave", did_save},
	{"textDocument/didClose", clair_lsp_did_close},
	{"workspace/didChangeConfiguration", did_change_configuration},
	{"workspace/didChangeWatchedFiles", did_change_configuration},
};

static const struct {
	const char *method;
	clair_lsp_answer_fn *answer;
} requests[] = {
	{"initialize", initialize},
	{"shutdown", shut_down},
	{"textDocument/diagnostic", clair_lsp_pull},
	{"textDocument/hover", clair_lsp_hover},
	{"textDocument/codeAction", clair_lsp_actions},
	{"codeAction/resolve", clair_lsp_resolve},
};

/* --- One message ---------------------------------------------------------------------------------- */

static void
take_notification(struct clair_lsp *lsp, const char *method, const json_t *params)
{
	if (strcmp(method, "exit") == 0)
		leave(lsp, params);
	if (!lsp->initialized || lsp->shut)
		return;
	for (size_t i = 0; i < CLAIR_LEN(notifications); i++) {
		if (strcmp(notifications[i].method, method) == 0)
			notifications[i].take(lsp, params);
	}
}

static enum clair_lsp_error
find_answer(struct clair_lsp *lsp, const char *method, const json_t *params, json_t **result)
{
	if (lsp->shut)
		return CLAIR_LSP_INVALID_REQUEST;
	if (!lsp->initialized && strcmp(method, "initialize") != 0)
		return CLAIR_LSP_NOT_INITIALIZED;
	for (size_t i = 0; i < CLAIR_LEN(requests); i++) {
		if (strcmp(requests[i].method, method) == 0)
			return requests[i].answer(lsp, params, result);
	}
	return CLAIR_LSP_METHOD_NOT_FOUND;
}

static bool
is_id(const json_t *id)
{
	return json_is_integer(id) || json_is_string(id);
}

static void
take_message(struct clair_lsp *lsp, const struct clair_lsp_message *message)
{
	const json_t *id = json_object_get(message->json, "id");
	const char *method = CLAIR_LSP_STRING(message->json, "method");
	const json_t *params = json_object_get(message->json, "params");
	enum clair_lsp_error error;
	json_t *result = NULL;

	if (id == NULL) {
		take_notification(lsp, method, params);
		return;
	}
	error = message->cancelled ? CLAIR_LSP_REQUEST_CANCELLED : find_answer(lsp, method, params, &result);
	if (error == CLAIR_LSP_FINE)
		answer(lsp, id, result);
	else
		answer_error(lsp, id, error);
}

/* --- In ------------------------------------------------------------------------------------------- */

static struct clair_lsp_message *
waiting(struct clair_lsp *lsp, size_t index)
{
	return &lsp->queue[(lsp->first + index) % CLAIR_LSP_QUEUE];
}

static void
cancel(struct clair_lsp *lsp, const json_t *id)
{
	for (size_t i = 0; i < lsp->count; i++) {
		if (is_id(id) && json_equal(json_object_get(waiting(lsp, i)->json, "id"), id))
			waiting(lsp, i)->cancelled = true;
	}
}

/* A request or a notification waits for its turn; a cancellation does not. What the client answers to us says
 * nothing that we need. Takes the message. */
static void
take_in(struct clair_lsp *lsp, json_t *json)
{
	const char *method = CLAIR_LSP_STRING(json, "method");
	const char *version = CLAIR_LSP_STRING(json, "jsonrpc");
	const json_t *id = json_object_get(json, "id");
	bool is_answer = method == NULL && is_id(id) &&
	    (json_object_get(json, "result") != NULL || json_object_get(json, "error") != NULL);
	bool fine = version != NULL && strcmp(version, "2.0") == 0 && method != NULL && (id == NULL || is_id(id));

	if (fine && strcmp(method, "$/cancelRequest") == 0) {
		cancel(lsp, CLAIR_LSP_AT(json, "params", "id"));
	} else if (fine) {
		*waiting(lsp, lsp->count++) = (struct clair_lsp_message){.json = json};
		return;
	} else if (!is_answer) {
		answer_error(lsp, is_id(id) ? id : NULL, CLAIR_LSP_INVALID_REQUEST);
	}
	json_decref(json);
}

/* The next whole message that came, if any. False: more bytes are needed. */
static bool
take_frame(struct clair_lsp *lsp)
{
	const char *body = NULL;
	size_t length = 0;
	enum clair_frame frame = clair_frames_next(&lsp->frames, &body, &length);
	json_t *json;

	if (frame == CLAIR_FRAME_NONE)
		return false;
	if (frame == CLAIR_FRAME_BODY) {
		json = json_loadb(body, length, JSON_ALLOW_NUL, NULL);
		if (json != NULL) {
			take_in(lsp, json);
			return true;
		}
	}
	answer_error(lsp, NULL, frame == CLAIR_FRAME_LARGE ? CLAIR_LSP_INVALID_REQUEST : CLAIR_LSP_PARSE_ERROR);
	clair_lsp_forget_texts(lsp);
	return true;
}

void
clair_lsp_feed(struct clair_lsp *lsp, const char *bytes, size_t length)
{
	if (!clair_frames_feed(&lsp->frames, bytes, length))
		lsp->failed = true;
	while (!clair_lsp_is_full(lsp) && take_frame(lsp))
		continue;
}

bool
clair_lsp_is_full(const struct clair_lsp *lsp)
{
	return lsp->count == CLAIR_LSP_QUEUE;
}

/* --- Steps ---------------------------------------------------------------------------------------- */

static void
take_first(struct clair_lsp *lsp)
{
	struct clair_lsp_message message = *waiting(lsp, 0);

	lsp->first = (lsp->first + 1) % CLAIR_LSP_QUEUE;
	lsp->count--;
	take_message(lsp, &message);
	json_decref(message.json);
	while (!clair_lsp_is_full(lsp) && take_frame(lsp))
		continue;
}

/* The document that is due first; NULL: none is. A client that asks for what is found says when. */
static struct clair_open *
next_due(struct clair_lsp *lsp)
{
	struct clair_open *next = NULL;

	for (size_t i = 0; i < lsp->open_count && !lsp->client.pulls; i++) {
		struct clair_open *open = lsp->open[i];

		if (open->due >= 0 && (next == NULL || open->due < next->due))
			next = open;
	}
	return next;
}

int
clair_lsp_step(struct clair_lsp *lsp, int64_t now)
{
	struct clair_open *due;

	lsp->now = now;
	if (lsp->count > 0) {
		take_first(lsp);
		return 0;
	}
	due = next_due(lsp);
	if (due == NULL)
		return -1;
	if (due->due > now)
		return due->due - now > INT32_MAX ? INT32_MAX : (int)(due->due - now);
	clair_lsp_publish(lsp, due);
	return 0;
}

int
clair_lsp_end(const struct clair_lsp *lsp)
{
	return lsp->shut && !lsp->failed ? 0 : 1;
}

int
clair_lsp_status(const struct clair_lsp *lsp)
{
	return lsp->left || lsp->failed ? clair_lsp_end(lsp) : -1;
}

struct clair_lsp *
clair_lsp_new(const struct clair_lsp_host *host)
{
	struct clair_lsp *lsp = calloc(1, sizeof(*lsp));

	if (lsp == NULL)
		return NULL;
	lsp->host = *host;
	clair_frames_init(&lsp->frames);
	return lsp;
}

void
clair_lsp_free(struct clair_lsp *lsp)
{
	if (lsp == NULL)
		return;
	clair_lsp_close_all(lsp);
	for (; lsp->count > 0; lsp->count--) {
		json_decref(lsp->queue[lsp->first].json);
		lsp->first = (lsp->first + 1) % CLAIR_LSP_QUEUE;
	}
	clair_frames_free(&lsp->frames);
	free(lsp->root);
	free(lsp->locale);
	free(lsp);
}
