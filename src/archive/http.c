/* See http.h. */
#include "archive/http.h"

#include "archive/coding.h"

#include <string.h>

enum { CODINGS_MAX = 4 };

static const char kept_prefix[] = "X-Archive-Orig-";

/* Where the empty line ends; 0: there is none. `*head` is how long what comes before is. */
static size_t
past_empty_line(const char *bytes, size_t length, size_t *head)
{
	struct clair_part text = {bytes, length};
	struct clair_part line;
	size_t at = 0;

	while (clair_fields_line(text, &at, &line)) {
		if (line.length != 0)
			continue;
		*head = (size_t)(line.at - bytes);
		return at;
	}
	return 0;
}

/* RFC 9112 4, of a reader that is lenient: any blanks may stand where the one space is to be. */
static bool
is_blank(char byte)
{
	return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* The part of a status line up to the blanks before the status; `*rest` begins with the status. */
static struct clair_part
cut_version(struct clair_part line, struct clair_part *rest)
{
	size_t end = 0;
	size_t at;

	while (end < line.length && !is_blank(line.at[end]))
		end++;
	for (at = end; at < line.length && is_blank(line.at[at]);)
		at++;
	*rest = (struct clair_part){line.at + at, line.length - at};
	return (struct clair_part){line.at, end};
}

/* The status of "HTTP/1.1 200 OK"; -1: it is no such line. */
static int
status_of(struct clair_part head)
{
	struct clair_part line;
	struct clair_part rest;
	size_t at = 0;
	int64_t status;

	if (!clair_part_begins(head, "HTTP/") || !clair_fields_line(head, &at, &line))
		return -1;
	cut_version(line, &rest);
	if (rest.length < 3 || !clair_part_number((struct clair_part){rest.at, 3}, 999, &status))
		return -1;
	return status < 100 ? -1 : (int)status;
}

static bool
is_final(int status)
{
	return status >= 200 || status == 101;
}

bool
clair_http_is_head(struct clair_part head)
{
	return is_final(status_of(head));
}

bool
clair_http_read(struct clair_http *http, char *bytes, size_t length)
{
	size_t from = 0;

	for (;;) {
		size_t head = length - from;
		size_t past = past_empty_line(bytes + from, length - from, &head);

		http->head = (struct clair_part){bytes + from, head};
		http->body = past == 0 ? length : from + past;
		http->status = status_of(http->head);
		if (http->status < 0 || http->head.length > CLAIR_HTTP_HEADERS_MAX)
			return false;
		if (is_final(http->status) || past == 0)
			break;
		from += past;
	}
	clair_fields_unfold(bytes + from, http->head.length);
	return true;
}

bool
clair_http_is_page(int64_t status, struct clair_part type)
{
	return status >= 200 && status < 300 &&
	    (clair_part_begins(type, "text/html") || clair_part_begins(type, "application/xhtml+xml"));
}

/* Does the field say how the body came? */
static bool
is_of_transfer(struct clair_part name)
{
	return clair_part_is(name, "Content-Length") || clair_part_is(name, "Content-Encoding") ||
	    clair_part_is(name, "Transfer-Encoding");
}

static void
copy_field(struct clair_buf *out, struct clair_part line, struct clair_part name, enum clair_http_way way)
{
	size_t prefix = sizeof(kept_prefix) - 1;

	if (way == CLAIR_HTTP_RESTORE && clair_part_is(name, "Content-Length"))
		return;
	if (way == CLAIR_HTTP_KEEP && is_of_transfer(name))
		clair_buf_puts(out, kept_prefix);
	if (way == CLAIR_HTTP_RESTORE && clair_part_begins(name, kept_prefix) &&
	    is_of_transfer((struct clair_part){name.at + prefix, name.length - prefix})) {
		line.length -= (size_t)(name.at + prefix - line.at);
		line.at = name.at + prefix;
	}
	clair_fields_add(out, line);
	clair_buf_puts(out, "\r\n");
}

/* application/http has no text for later versions. */
static void
copy_status(struct clair_buf *out, struct clair_part line, enum clair_http_way way)
{
	struct clair_part rest;
	struct clair_part version = cut_version(line, &rest);

	if (way == CLAIR_HTTP_KEEP && (clair_part_begins(version, "HTTP/2") || clair_part_begins(version, "HTTP/3")))
		clair_buf_puts(out, "HTTP/1.1");
	else
		clair_fields_add(out, version);
	clair_buf_putc(out, ' ');
	clair_fields_add(out, rest);
	clair_buf_puts(out, "\r\n");
}

void
clair_http_copy(struct clair_buf *out, struct clair_part head, enum clair_http_way way)
{
	struct clair_part line;
	struct clair_part name;
	struct clair_part value;
	size_t at = 0;

	if (!clair_fields_line(head, &at, &line))
		return;
	copy_status(out, line, way);
	while (clair_fields_line(head, &at, &line)) {
		if (clair_fields_cut(line, &name, &value))
			copy_field(out, line, name, way);
	}
}

/* Undoes the codings that the field names, the last one first. */
static enum clair_coding
undo_codings(struct clair_part names, struct clair_buf *decoded, struct clair_part *body)
{
	for (unsigned undone = 0; names.length != 0; undone++) {
		const char *comma = memrchr(names.at, ',', names.length);
		const char *from = comma == NULL ? names.at : comma + 1;
		struct clair_part name = {from, names.length - (size_t)(from - names.at)};
		struct clair_buf out;
		enum clair_coding result;

		names.length = comma == NULL ? 0 : (size_t)(comma - names.at);
		while (name.length != 0 && (name.at[0] == ' ' || name.at[0] == '\t'))
			name = (struct clair_part){name.at + 1, name.length - 1};
		while (name.length != 0 && (name.at[name.length - 1] == ' ' || name.at[name.length - 1] == '\t'))
			name.length--;
		if (name.length == 0 || clair_part_is(name, "identity"))
			continue;
		if (undone == CODINGS_MAX)
			return CLAIR_CODING_UNKNOWN;
		clair_buf_init(&out, CLAIR_HTTP_BODY_MAX);
		result = clair_coding_undo(name, *body, &out);
		clair_buf_free(decoded);
		*decoded = out;
		*body = clair_part_of(decoded);
		if (result != CLAIR_CODING_GOOD)
			return result;
	}
	return CLAIR_CODING_GOOD;
}

static const char *
failure_of(enum clair_coding result, bool cut)
{
	switch (result) {
	case CLAIR_CODING_GOOD:
		return NULL;
	case CLAIR_CODING_CUT:
		return cut ? NULL : "truncated";
	case CLAIR_CODING_LARGE:
		return "too-large";
	case CLAIR_CODING_NO_MEMORY:
		return "no-memory";
	case CLAIR_CODING_WRONG:
	case CLAIR_CODING_UNKNOWN:
		break;
	}
	return "bad-encoding";
}

/* RFC 9112 6.3 */
static enum clair_coding
frame(const struct clair_http *http, char *bytes, size_t *length)
{
	struct clair_part transfer = clair_fields_get(http->head, "Transfer-Encoding");
	int64_t announced;

	if (clair_part_is(transfer, "chunked"))
		return clair_coding_join(bytes, length);
	if (transfer.at != NULL && !clair_part_is(transfer, "identity"))
		return CLAIR_CODING_UNKNOWN;
	if (!clair_part_number(clair_fields_get(http->head, "Content-Length"), INT64_MAX, &announced))
		return CLAIR_CODING_GOOD;
	if ((uint64_t)announced > *length)
		return CLAIR_CODING_CUT;
	*length = (size_t)announced;
	return CLAIR_CODING_GOOD;
}

const char *
clair_http_body(const struct clair_http *http, char *bytes, size_t length, bool head, bool cut,
    struct clair_buf *decoded, struct clair_part *body)
{
	size_t framed = length - http->body;
	enum clair_coding result;
	enum clair_coding coding;

	*body = (struct clair_part){bytes + http->body, 0};
	if (head || http->status == 204 || http->status == 304)
		return NULL;
	result = frame(http, bytes + http->body, &framed);
	if (result != CLAIR_CODING_GOOD && result != CLAIR_CODING_CUT)
		return failure_of(result, cut);
	body->length = framed;
	if (framed == 0)
		return failure_of(result, cut);
	coding = undo_codings(clair_fields_get(http->head, "Content-Encoding"), decoded, body);
	/* What is cut before it is decoded is cut after. */
	if (result == CLAIR_CODING_CUT && coding == CLAIR_CODING_GOOD)
		coding = CLAIR_CODING_CUT;
	if (coding != CLAIR_CODING_GOOD && coding != CLAIR_CODING_CUT)
		body->length = 0;
	return failure_of(coding, cut);
}
