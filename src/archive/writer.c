/* See writer.h. */
#include "archive/writer.h"

#include "archive/address.h"
#include "archive/http.h"
#include "base/map.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

enum { GZIP = 16 + 15, MEMORY = 8, STEP = 32 * 1024, PARTS = 5 };

void
clair_writer_init(struct clair_writer *writer)
{
	memset(writer, 0, sizeof(*writer));
	writer->file = -1;
	clair_buf_init(&writer->fields, 0);
	clair_buf_init(&writer->head, 0);
	clair_buf_init(&writer->packed, 0);
}

void
clair_writer_free(struct clair_writer *writer)
{
	if (writer->deflating)
		deflateEnd(&writer->deflater);
	writer->deflating = false;
	clair_buf_free(&writer->fields);
	clair_buf_free(&writer->head);
	clair_buf_free(&writer->packed);
}

/* --- One record -------------------------------------------------------------------------------------- */

static struct clair_part
text(const char *bytes)
{
	return (struct clair_part){bytes, strlen(bytes)};
}

/* RFC 9562 5.8: an UUID of our own making, from what the record is and where it stands. */
static void
add_id(struct clair_buf *out, uint64_t offset, const struct clair_part *parts, size_t count)
{
	uint64_t high = clair_hash(&offset, sizeof(offset), CLAIR_HASH_SEED);
	uint64_t low = clair_hash(&offset, sizeof(offset), ~CLAIR_HASH_SEED);

	for (size_t i = 0; i < count; i++) {
		high = clair_hash(parts[i].at, parts[i].length, high);
		low = clair_hash(parts[i].at, parts[i].length, low);
	}
	high = (high & ~UINT64_C(0xF000)) | UINT64_C(0x8000);
	low = (low & (UINT64_MAX >> 2)) | UINT64_C(1) << 63;
	clair_buf_printf(out,
	    "WARC-Record-ID: <urn:uuid:%08" PRIx64 "-%04" PRIx64 "-%04" PRIx64 "-%04" PRIx64 "-%012" PRIx64 ">\r\n",
	    high >> 32, high >> 16 & 0xFFFF, high & 0xFFFF, low >> 48, low & UINT64_C(0xFFFFFFFFFFFF));
}

static bool
deflate_part(struct clair_writer *writer, struct clair_part part, int flush)
{
	unsigned char step[STEP];
	int result;

	writer->deflater.next_in = (z_const Bytef *)(uintptr_t)part.at;
	writer->deflater.avail_in = (uInt)part.length;
	do {
		writer->deflater.next_out = step;
		writer->deflater.avail_out = sizeof(step);
		result = deflate(&writer->deflater, flush);
		clair_buf_add(&writer->packed, step, sizeof(step) - writer->deflater.avail_out);
	} while (writer->deflater.avail_out == 0 && result == Z_OK);
	return !writer->packed.failed;
}

static bool
pack(struct clair_writer *writer, const struct clair_part *parts, size_t count)
{
	bool good = true;

	clair_buf_clear(&writer->packed);
	if (writer->plain) {
		for (size_t i = 0; i < count; i++)
			clair_buf_add(&writer->packed, parts[i].at, parts[i].length);
		return !writer->packed.failed;
	}
	if (!writer->deflating) {
		if (deflateInit2(&writer->deflater, Z_DEFAULT_COMPRESSION, Z_DEFLATED, GZIP, MEMORY,
		        Z_DEFAULT_STRATEGY) != Z_OK)
			return false;
		writer->deflating = true;
	} else if (deflateReset(&writer->deflater) != Z_OK) {
		return false;
	}
	for (size_t i = 0; i < count && good; i++)
		good = deflate_part(writer, parts[i], i + 1 == count ? Z_FINISH : Z_NO_FLUSH);
	return good;
}

static enum clair_status
write_packed(struct clair_writer *writer)
{
	size_t at = 0;

	while (at < writer->packed.length) {
		ssize_t sent = pwrite(writer->file, writer->packed.bytes + at, writer->packed.length - at,
		    (off_t)(writer->end + at));

		if (sent < 0 && errno == EINTR)
			continue;
		if (sent <= 0) {
			int error = errno;

			(void)!ftruncate(writer->file, (off_t)writer->end);
			errno = error;
			return CLAIR_IO;
		}
		at += (size_t)sent;
	}
	writer->end += at;
	return CLAIR_OK;
}

/* `writer->fields` has the fields of the record but its id and its length; `blocks` is its block. */
static enum clair_status
add_record(struct clair_writer *writer, const struct clair_part *blocks, size_t count)
{
	struct clair_part parts[PARTS];
	size_t length = 0;

	for (size_t i = 0; i < count; i++) {
		length += blocks[i].length;
		parts[i + 1] = blocks[i];
	}
	parts[0] = clair_part_of(&writer->fields);
	add_id(&writer->fields, writer->end, parts, count + 1);
	clair_buf_printf(&writer->fields, "Content-Length: %zu\r\n\r\n", length);
	parts[0] = clair_part_of(&writer->fields);
	parts[count + 1] = text("\r\n\r\n");
	if (writer->fields.failed || writer->head.failed || !pack(writer, parts, count + 2))
		return CLAIR_NO_MEMORY;
	return write_packed(writer);
}

static void
begin_fields(struct clair_writer *writer, const char *type, int64_t when)
{
	clair_buf_clear(&writer->fields);
	clair_buf_clear(&writer->head);
	clair_buf_printf(&writer->fields, "WARC/1.1\r\nWARC-Type: %s\r\nWARC-Date: ", type);
	clair_archive_put_moment(&writer->fields, when);
	clair_buf_puts(&writer->fields, "\r\n");
}

static enum clair_status
put_warcinfo(struct clair_writer *writer, int64_t when)
{
	struct clair_part block;

	begin_fields(writer, "warcinfo", when);
	clair_buf_puts(&writer->fields, "Content-Type: application/warc-fields\r\nWARC-Filename: ");
	clair_fields_add(&writer->fields, text(writer->name));
	clair_buf_puts(&writer->fields, "\r\n");
	clair_buf_puts(&writer->head, "software: clairlint/" CLAIR_VERSION "\r\nformat: WARC File Format 1.1\r\n"
	    "conformsTo: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n");
	block = clair_part_of(&writer->head);
	return add_record(writer, &block, 1);
}

/* --- One exchange ------------------------------------------------------------------------------------- */

/* WARC 1.1, 5.13: why the body is not whole; NULL: it is. */
static const char *
cut_because(const struct clair_exchange *exchange)
{
	if (exchange->truncated)
		return "length";
	if (exchange->failure == NULL)
		return NULL;
	if (strcmp(exchange->failure, "timeout") == 0)
		return "time";
	return strcmp(exchange->failure, "truncated") == 0 ? "disconnect" : "unspecified";
}

static void
add_number(struct clair_buf *out, const char *name, int64_t number)
{
	if (number >= 0)
		clair_buf_printf(out, "%s: %" PRId64 "\r\n", name, number);
}

/* What WARC has no field for. */
static void
add_own_fields(struct clair_buf *out, const struct clair_exchange *exchange)
{
	clair_buf_printf(out, "Clairlint-Method: %s\r\n", exchange->method);
	if (exchange->failure != NULL) {
		clair_buf_puts(out, "Clairlint-Failure: ");
		clair_fields_add(out, text(exchange->failure));
		clair_buf_puts(out, exchange->transient ? "\r\nClairlint-Transient: yes\r\n" : "\r\n");
	}
	add_number(out, "Clairlint-Milliseconds", exchange->milliseconds);
	add_number(out, "Clairlint-Received", exchange->received);
	add_number(out, "Clairlint-Announced", exchange->announced);
}

/* HTTP/2 and HTTP/3 are told in the form of HTTP/1.1; the field is of IIPC's proposals. */
static const char *
later_protocol(struct clair_part head)
{
	if (clair_part_begins(head, "HTTP/2"))
		return "WARC-Protocol: h2\r\n";
	return clair_part_begins(head, "HTTP/3") ? "WARC-Protocol: h3\r\n" : "";
}

static enum clair_status
put_answer(struct clair_writer *writer, const struct clair_exchange *exchange)
{
	struct clair_part head = {exchange->headers, exchange->headers_length};
	struct clair_part block[2];
	const char *because = cut_because(exchange);

	clair_buf_puts(&writer->fields, "Content-Type: application/http;msgtype=response\r\n");
	clair_buf_puts(&writer->fields, later_protocol(head));
	if (because != NULL)
		clair_buf_printf(&writer->fields, "WARC-Truncated: %s\r\n", because);
	clair_http_copy(&writer->head, head, CLAIR_HTTP_KEEP);
	clair_buf_printf(&writer->head, "Content-Length: %zu\r\n\r\n", exchange->body_length);
	block[0] = clair_part_of(&writer->head);
	block[1] = (struct clair_part){exchange->body, exchange->body_length};
	return add_record(writer, block, 2);
}

static enum clair_status
put_failure(struct clair_writer *writer, const struct clair_exchange *exchange)
{
	struct clair_part block;

	clair_buf_puts(&writer->fields, "Content-Type: application/warc-fields\r\n");
	clair_buf_puts(&writer->head, "failure: ");
	clair_fields_add(&writer->head, text(exchange->failure));
	clair_buf_puts(&writer->head, "\r\n");
	add_number(&writer->head, "fetchTimeMs", exchange->milliseconds);
	block = clair_part_of(&writer->head);
	return add_record(writer, &block, 1);
}

enum clair_status
clair_writer_put(struct clair_writer *writer, const struct clair_exchange *exchange)
{
	bool answered = clair_http_is_head((struct clair_part){exchange->headers, exchange->headers_length});
	struct clair_buf address;
	enum clair_status status = CLAIR_OK;

	if (strcmp(exchange->method, "GET") != 0 && strcmp(exchange->method, "HEAD") != 0)
		return CLAIR_BAD_INPUT;
	if (!answered && exchange->failure == NULL)
		return CLAIR_BAD_INPUT;
	if (exchange->body_length > CLAIR_HTTP_BODY_MAX || exchange->headers_length > CLAIR_HTTP_HEADERS_MAX)
		return CLAIR_TOO_LARGE;
	clair_buf_init(&address, 0);
	if (!clair_archive_address(&address, text(exchange->url)))
		status = address.failed ? CLAIR_NO_MEMORY : CLAIR_BAD_INPUT;
	else if (writer->end == 0)
		status = put_warcinfo(writer, exchange->when);
	if (status == CLAIR_OK) {
		begin_fields(writer, answered ? "response" : "metadata", exchange->when);
		clair_buf_printf(&writer->fields, "WARC-Target-URI: %s\r\n", address.bytes);
		add_own_fields(&writer->fields, exchange);
		status = answered ? put_answer(writer, exchange) : put_failure(writer, exchange);
	}
	clair_buf_free(&address);
	return status;
}
