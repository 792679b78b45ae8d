/* What the parts of the server share. Private to src/lsp/. */
#ifndef CLAIR_LSP_SERVER_H
#define CLAIR_LSP_SERVER_H

#include "engine/run.h"
#include "lsp/frame.h"
#include "lsp/lsp.h"
#include "lsp/place.h"
#include "lsp/template.h"
#include "report/message.h"

#include <jansson.h>

/* JSON-RPC 2.0 (5.1) and LSP 3.17 (ErrorCodes). */
enum clair_lsp_error {
	CLAIR_LSP_FINE = 0,
	CLAIR_LSP_PARSE_ERROR = -32700,
	CLAIR_LSP_INVALID_REQUEST = -32600,
	CLAIR_LSP_METHOD_NOT_FOUND = -32601,
	CLAIR_LSP_INVALID_PARAMS = -32602,
	CLAIR_LSP_NOT_INITIALIZED = -32002,
	CLAIR_LSP_REQUEST_CANCELLED = -32800,
};

/* LSP 3.17, DiagnosticSeverity and MessageType. */
enum { CLAIR_LSP_ERROR = 1, CLAIR_LSP_WARNING, CLAIR_LSP_INFORMATION, CLAIR_LSP_HINT };

enum {
	CLAIR_LSP_DOCUMENTS = 1000,
	CLAIR_LSP_DOCUMENT_BYTES = 16 << 20,
	CLAIR_LSP_ALL_BYTES = 256 << 20,
	CLAIR_LSP_QUEUE = 256, /* messages that wait */
	CLAIR_LSP_REST = 250,  /* milliseconds without a change before a document is judged */
};

/* A finding that is shown, with its place. */
struct clair_shown {
	const struct clair_finding *finding;
	size_t from, end; /* bytes of the text */
};

struct clair_open {
	char *uri;
	char *path;              /* of a file, or NULL */
	const char *address;     /* as reports call it: in path, or uri */
	enum clair_document_kind kind;
	bool is_rules;           /* a file of rules: no page */
	int64_t version;
	char *text;              /* ended by NUL; NULL: not known, as long as no whole text comes */
	size_t length;
	int64_t due;             /* when it is to be judged; -1: nothing is asked */
	bool stale;              /* nothing below is of this text */
	uint64_t judged;         /* of the server's count: another one, other findings */
	struct clair_result *result;
	char *wrong;             /* with rules, as clair_lsp_host.try_rules; or NULL */
	struct clair_lines lines;
	struct clair_template template; /* of a page */
	struct clair_shown *shown;
	size_t shown_count;
};

struct clair_lsp_message {
	json_t *json;
	bool cancelled;
};

struct clair_lsp {
	struct clair_lsp_host host;
	struct clair_lsp_setting setting;
	struct clair_frames frames;
	struct clair_lsp_message queue[CLAIR_LSP_QUEUE];
	size_t first, count; /* in the queue, which turns */
	bool initialized, shut, left; /* requests: initialize, shutdown; notification: exit */
	bool failed;         /* no memory, or nobody reads us */
	int64_t now;
	uint64_t judgments;
	int64_t requests;    /* ours */
	struct {
		enum clair_units units;
		bool pulls;      /* asks for the diagnostics itself */
		bool refreshes, related, versions, markdown, literals, resolves, document_changes;
		bool code_descriptions;
		bool watches, configures; /* lets us register for it */
	} client;
	char *root;          /* folder, or NULL */
	char *locale;        /* or NULL */
	struct clair_open *open[CLAIR_LSP_DOCUMENTS];
	size_t open_count;
	size_t open_bytes;
};

/* --- JSON ------------------------------------------------------------------------------------------ */

/* Take the value; NULL makes the server fail. */
void clair_lsp_set(struct clair_lsp *lsp, json_t *object, const char *key, json_t *value);
void clair_lsp_append(struct clair_lsp *lsp, json_t *array, json_t *value);
/* A text that may be of a page: made good UTF-8, without what a reader cannot see. */
json_t *clair_lsp_words(const char *text);
json_t *clair_lsp_range(struct clair_lsp *lsp, struct clair_open *open, size_t from, size_t end);
/* The string at a path of keys, ended by NULL; NULL when there is none. */
const char *clair_lsp_string(const json_t *json, const char *const *path);
#define CLAIR_LSP_STRING(json, ...) clair_lsp_string((json), (const char *const[]){__VA_ARGS__, NULL})
const json_t *clair_lsp_at(const json_t *json, const char *const *path);
#define CLAIR_LSP_AT(json, ...) clair_lsp_at((json), (const char *const[]){__VA_ARGS__, NULL})
/* A place or a range as the client writes it. False when it is not one. */
bool clair_lsp_place(const json_t *json, struct clair_place *place);
bool clair_lsp_read_range(const struct clair_lines *lines, enum clair_units units, const json_t *json,
    size_t *from, size_t *end);

void clair_lsp_notify(struct clair_lsp *lsp, const char *method, json_t *params);
void clair_lsp_ask(struct clair_lsp *lsp, const char *method, json_t *params);
/* window/showMessage */
void clair_lsp_say(struct clair_lsp *lsp, int type, const char *text);

/* A sentence of the server, in the language of the user; the caller clears `out` or adds to it. */
void clair_lsp_phrase(struct clair_lsp *lsp, struct clair_buf *out, enum clair_string id,
    const struct clair_argument *arguments, size_t count);
#define CLAIR_LSP_PHRASE(lsp, out, id, ...) \
	clair_lsp_phrase((lsp), (out), (id), (const struct clair_argument[]){__VA_ARGS__}, \
	    sizeof((const struct clair_argument[]){__VA_ARGS__}) / sizeof(struct clair_argument))

/* --- Documents (document.c) ----------------------------------------------------------------------- */

struct clair_open *clair_lsp_find(struct clair_lsp *lsp, const char *uri);
void clair_lsp_did_open(struct clair_lsp *lsp, const json_t *params);
void clair_lsp_did_change(struct clair_lsp *lsp, const json_t *params);
void clair_lsp_did_close(struct clair_lsp *lsp, const json_t *params);
void clair_lsp_close_all(struct clair_lsp *lsp);
/* A message was lost: what documents hold is not known any more. */
void clair_lsp_forget_texts(struct clair_lsp *lsp);
/* The path of a file: URI, malloc'd; NULL when it is none. And back; absolute paths only. */
char *clair_lsp_path(const char *uri);
char *clair_lsp_uri(const char *path);

/* --- Judging (judge.c) ---------------------------------------------------------------------------- */

/* What is found in the text as it stands; judged when it is not yet. */
void clair_lsp_judge(struct clair_lsp *lsp, struct clair_open *open);
/* What a judgment made. */
void clair_lsp_drop(struct clair_open *open);
/* The text that was judged. */
struct clair_document clair_lsp_document(const struct clair_open *open);
/* The fix of a finding can be told as edits of the text. */
bool clair_lsp_has_edits(const struct clair_open *open, const struct clair_finding *finding);
/* From a byte of the decoded source to one of the text. False: it is before the text. */
bool clair_lsp_offset(const struct clair_open *open, size_t decoded, size_t *offset);
/* The same from a line and a column, in characters. */
size_t clair_lsp_column(const struct clair_open *open, size_t line, size_t column);

/* --- Features ------------------------------------------------------------------------------------- */

/* The message of a finding. */
void clair_lsp_message_of(struct clair_lsp *lsp, const struct clair_open *open,
    const struct clair_finding *finding, struct clair_buf *out);
json_t *clair_lsp_diagnostic(struct clair_lsp *lsp, struct clair_open *open, const struct clair_shown *shown);
void clair_lsp_publish(struct clair_lsp *lsp, struct clair_open *open);
/* What the client holds is of nothing any more. */
void clair_lsp_publish_none(struct clair_lsp *lsp, const char *uri);

/* Answers to requests. `*result` stays NULL with an error. */
typedef enum clair_lsp_error clair_lsp_answer_fn(struct clair_lsp *lsp, const json_t *params, json_t **result);
clair_lsp_answer_fn clair_lsp_pull;
clair_lsp_answer_fn clair_lsp_hover;
clair_lsp_answer_fn clair_lsp_actions;
clair_lsp_answer_fn clair_lsp_resolve;

#endif
