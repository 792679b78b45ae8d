/* See har.h. */
#include "archive/har.h"

#include "archive/address.h"
#include "archive/coding.h"
#include "archive/http.h"

#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const uint64_t file_max = UINT64_C(512) << 20;

struct clair_har {
	json_t *entries;
};

static struct clair_part
text(const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);

	return json_is_string(value) ? (struct clair_part){json_string_value(value), json_string_length(value)}
	                             : (struct clair_part){0};
}

/* Whole, from 0 to what a number of JSON holds exactly; -1 otherwise. */
static int64_t
number(const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);
	double real = json_is_number(value) ? json_number_value(value) : -1;

	return real >= 0 && real < 9007199254740992.0 ? (int64_t)(real + 0.5) : -1;
}

/* --- The file ------------------------------------------------------------------------------------------ */

/* jansson takes an error for the end of the text: it is kept here. */
struct reader {
	int file;
	off_t at;
	int error; /* errno */
};

static size_t
read_more(void *bytes, size_t room, void *payload)
{
	struct reader *reader = payload;
	ssize_t got;

	do {
		got = pread(reader->file, bytes, room, reader->at);
	} while (got < 0 && errno == EINTR);
	if (got < 0) {
		reader->error = errno;
		return (size_t)-1;
	}
	reader->at += got;
	return (size_t)got;
}

/* Where jansson cannot make a value, it says nothing at all. */
static bool
is_short_of_memory(const json_error_t *fault)
{
	return fault->text[0] == '\0' || json_error_code(fault) == json_error_out_of_memory;
}

static enum clair_archive_why
load(json_t **root, int file, uint64_t *offset, int *error)
{
	struct reader reader = {.file = file};
	json_error_t fault = {0};
	char mark[3];

	if (read_more(mark, sizeof(mark), &reader) != sizeof(mark) || memcmp(mark, "\xEF\xBB\xBF", 3) != 0)
		reader.at = 0;
	*offset = (uint64_t)reader.at;
	*root = json_load_callback(read_more, &reader, JSON_ALLOW_NUL, &fault);
	*error = reader.error;
	if (reader.error != 0) {
		json_decref(*root);
		return CLAIR_ARCHIVE_NO_FILE;
	}
	if (*root != NULL)
		return CLAIR_ARCHIVE_FINE;
	*offset += fault.position < 0 ? 0 : (uint64_t)fault.position;
	return is_short_of_memory(&fault) ? CLAIR_ARCHIVE_NO_MEMORY : CLAIR_ARCHIVE_DAMAGED;
}

enum clair_archive_why
clair_har_open(struct clair_har **out, int file, uint64_t size, uint64_t *offset, int *error)
{
	enum clair_archive_why why;
	json_t *root;
	json_t *entries;

	*out = NULL;
	if (size > file_max)
		return CLAIR_ARCHIVE_TOO_LARGE;
	why = load(&root, file, offset, error);
	if (why != CLAIR_ARCHIVE_FINE)
		return why;
	entries = json_incref(json_object_get(json_object_get(root, "log"), "entries"));
	json_decref(root);
	if (!json_is_array(entries)) {
		json_decref(entries);
		return CLAIR_ARCHIVE_NOT_ONE;
	}
	*out = malloc(sizeof(**out));
	if (*out == NULL) {
		json_decref(entries);
		return CLAIR_ARCHIVE_NO_MEMORY;
	}
	(*out)->entries = entries;
	return CLAIR_ARCHIVE_FINE;
}

void
clair_har_close(struct clair_har *har)
{
	if (har != NULL)
		json_decref(har->entries);
	free(har);
}

size_t
clair_har_count(const struct clair_har *har)
{
	return json_array_size(har->entries);
}

bool
clair_har_name(const struct clair_har *har, size_t at, struct clair_part *url, bool *head)
{
	const json_t *request = json_object_get(json_array_get(har->entries, at), "request");
	struct clair_part method = text(request, "method");

	*url = text(request, "url");
	*head = clair_part_is(method, "HEAD");
	return url->at != NULL && (*head || clair_part_is(method, "GET"));
}

static struct clair_part
header(const json_t *response, const char *wanted)
{
	size_t at;
	json_t *field;

	json_array_foreach(json_object_get(response, "headers"), at, field) {
		if (clair_part_is(text(field, "name"), wanted))
			return text(field, "value");
	}
	return (struct clair_part){0};
}

/* As the server said it, or as the browser took it. */
static struct clair_part
media_type(const json_t *response)
{
	struct clair_part said = header(response, "Content-Type");

	return said.at != NULL ? said : text(json_object_get(response, "content"), "mimeType");
}

bool
clair_har_is_page(const struct clair_har *har, size_t at)
{
	const json_t *response = json_object_get(json_array_get(har->entries, at), "response");

	return clair_http_is_page(number(response, "status"), media_type(response));
}

/* --- One entry ----------------------------------------------------------------------------------------- */

static void
add_field(struct clair_buf *out, const char *name, struct clair_part value)
{
	clair_buf_printf(out, "%s: ", name);
	clair_fields_add(out, value);
	clair_buf_puts(out, "\r\n");
}

/* RFC 9110 5.1; the names of HTTP/2 that begin with a colon are no fields. */
static bool
is_name(struct clair_part name)
{
	for (size_t i = 0; i < name.length; i++) {
		if ((unsigned char)name.at[i] <= ' ' || name.at[i] == ':' || name.at[i] == 0x7F)
			return false;
	}
	return name.length != 0;
}

/* A text was decoded by the browser: it is UTF-8 in the file, whatever it was. */
static void
add_media_type(struct clair_buf *out, struct clair_part type, bool decoded)
{
	const char *end = decoded && type.length != 0 ? memchr(type.at, ';', type.length) : NULL;

	if (type.length == 0)
		return;
	clair_buf_puts(out, "Content-Type: ");
	clair_fields_add(out, end == NULL ? type : (struct clair_part){type.at, (size_t)(end - type.at)});
	clair_buf_puts(out, decoded ? "; charset=utf-8\r\n" : "\r\n");
}

static void
add_headers(struct clair_buf *out, const json_t *response, int64_t status, bool decoded)
{
	struct clair_part redirect = text(response, "redirectURL");
	size_t at;
	json_t *field;

	clair_buf_printf(out, "HTTP/1.1 %d ", (int)status);
	clair_fields_add(out, text(response, "statusText"));
	clair_buf_puts(out, "\r\n");
	json_array_foreach(json_object_get(response, "headers"), at, field) {
		struct clair_part name = text(field, "name");

		if (!is_name(name) || clair_part_is(name, "Content-Type"))
			continue;
		clair_fields_add(out, name);
		clair_buf_puts(out, ": ");
		clair_fields_add(out, text(field, "value"));
		clair_buf_puts(out, "\r\n");
	}
	if (redirect.length != 0 && header(response, "Location").at == NULL)
		add_field(out, "Location", redirect);
	add_media_type(out, media_type(response), decoded);
}

static const char *
add_body(struct clair_buf *out, struct clair_part content, bool packed)
{
	if (!packed)
		return clair_buf_add(out, content.at, content.length) ? NULL : "too-large";
	switch (clair_coding_base64(content, out)) {
	case CLAIR_CODING_GOOD:
		return NULL;
	case CLAIR_CODING_LARGE:
		return "too-large";
	default:
		return "bad-encoding";
	}
}

/* A browser may leave bodies out. */
static const char *
read_content(const json_t *response, int64_t status, struct clair_buf *body)
{
	const json_t *content = json_object_get(response, "content");
	struct clair_part said = text(content, "text");

	if (said.at != NULL)
		return add_body(body, said, clair_part_is(text(content, "encoding"), "base64"));
	return status >= 200 && status < 300 && number(content, "size") > 0 ? "truncated" : NULL;
}

void
clair_har_read(const struct clair_har *har, size_t at, struct clair_buf *headers, struct clair_buf *body,
    struct clair_exchange *exchange)
{
	const json_t *entry = json_array_get(har->entries, at);
	const json_t *response = json_object_get(entry, "response");
	const json_t *content = json_object_get(response, "content");
	struct clair_part said = text(content, "text");
	int64_t status = number(response, "status");

	exchange->when = 0;
	(void)clair_archive_moment(text(entry, "startedDateTime"), &exchange->when);
	exchange->milliseconds = number(entry, "time");
	if (status < 100 || status > 999) {
		exchange->failure = "unreachable";
		return;
	}
	/* Not modified: the browser shows what it had. */
	if (status == 304 && said.length != 0)
		status = 200;
	exchange->received = number(response, "bodySize");
	(void)clair_part_number(header(response, "Content-Length"), INT64_MAX, &exchange->announced);
	add_headers(headers, response, status, said.at != NULL && !clair_part_is(text(content, "encoding"), "base64"));
	if (strcmp(exchange->method, "HEAD") != 0)
		exchange->failure = read_content(response, status, body);
	exchange->headers = headers->bytes;
	exchange->headers_length = headers->length;
	exchange->body = body->bytes;
	exchange->body_length = body->length;
}
