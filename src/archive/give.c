/* One exchange, from the record that holds it. */
#include "archive/address.h"
#include "archive/state.h"

#include <string.h>

static struct clair_part
field(const struct clair_archive *archive, const char *name)
{
	return clair_fields_get(archive->record.fields, name);
}

static void
fail(struct clair_archive *archive, struct clair_exchange *exchange, struct clair_part failure)
{
	clair_fields_add(&archive->failure, failure);
	exchange->failure = archive->failure.bytes;
}

static void
fail_with(struct clair_archive *archive, struct clair_exchange *exchange, const char *failure)
{
	if (failure != NULL && exchange->failure == NULL)
		fail(archive, exchange, (struct clair_part){failure, strlen(failure)});
}

static int64_t
number(const struct clair_archive *archive, const char *name)
{
	int64_t value;

	return clair_part_number(field(archive, name), INT64_MAX, &value) ? value : -1;
}

static void
read_own_fields(struct clair_archive *archive, struct clair_exchange *exchange)
{
	struct clair_part failure = field(archive, "Clairlint-Failure");

	if (failure.at != NULL)
		fail(archive, exchange, failure);
	exchange->transient = clair_part_is(field(archive, "Clairlint-Transient"), "yes");
	exchange->truncated = clair_part_is(field(archive, "WARC-Truncated"), "length");
	exchange->milliseconds = number(archive, "Clairlint-Milliseconds");
	exchange->received = number(archive, "Clairlint-Received");
	exchange->announced = number(archive, "Clairlint-Announced");
}

/* Why the writer cut the block: what the network would have told, or a choice. */
static void
read_truncation(struct clair_archive *archive, struct clair_exchange *exchange)
{
	struct clair_part why = field(archive, "WARC-Truncated");

	if (clair_part_is(why, "time"))
		fail_with(archive, exchange, "timeout");
	else if (clair_part_is(why, "disconnect"))
		fail_with(archive, exchange, "truncated");
	else
		exchange->truncated = why.at != NULL || field(archive, "WARC-Segment-Number").at != NULL;
}

static void
set_headers(struct clair_archive *archive, struct clair_exchange *exchange)
{
	exchange->headers = archive->headers.bytes;
	exchange->headers_length = archive->headers.length;
}

/* An answer of another tool: as it was sent. */
static void
read_foreign(struct clair_archive *archive, const struct clair_http *http, bool head, struct clair_exchange *exchange)
{
	struct clair_buf *block = &archive->block;
	struct clair_part body;
	const char *failure;

	clair_http_copy(&archive->headers, http->head, CLAIR_HTTP_AS_IS);
	exchange->received = (int64_t)(block->length - http->body);
	(void)clair_part_number(clair_fields_get(http->head, "Content-Length"), INT64_MAX, &exchange->announced);
	read_truncation(archive, exchange);
	failure = clair_http_body(http, block->bytes, block->length, head,
	    exchange->truncated || exchange->failure != NULL, &archive->body, &body);
	fail_with(archive, exchange, failure);
	exchange->body = body.at;
	exchange->body_length = body.length;
}

static void
read_own(struct clair_archive *archive, const struct clair_http *http, struct clair_exchange *exchange)
{
	clair_http_copy(&archive->headers, http->head, CLAIR_HTTP_RESTORE);
	exchange->body = archive->block.bytes + http->body;
	exchange->body_length = archive->block.length - http->body;
}

/* Reads the block, as far as we hold one. */
static bool
read_block(struct clair_archive *archive, struct clair_exchange *exchange)
{
	size_t most = CLAIR_HTTP_BODY_MAX + 2 * CLAIR_HTTP_HEADERS_MAX;

	if (clair_record_block(&archive->record, &archive->source, &archive->block, most) != CLAIR_RECORD_FINE)
		return false;
	if (archive->record.left != 0)
		fail_with(archive, exchange, "too-large");
	return true;
}

static void
cap_body(struct clair_archive *archive, struct clair_exchange *exchange)
{
	if (exchange->body_length <= CLAIR_HTTP_BODY_MAX)
		return;
	exchange->body_length = CLAIR_HTTP_BODY_MAX;
	fail_with(archive, exchange, "too-large");
}

static bool
give_answer(struct clair_archive *archive, bool head, struct clair_exchange *exchange)
{
	bool own = clair_archive_is_own(&archive->record);
	struct clair_http http;

	if (own)
		read_own_fields(archive, exchange);
	if (!read_block(archive, exchange))
		return false;
	if (!clair_http_read(&http, archive->block.bytes, archive->block.length)) {
		fail_with(archive, exchange, "protocol");
		return true;
	}
	if (own)
		read_own(archive, &http, exchange);
	else
		read_foreign(archive, &http, head, exchange);
	set_headers(archive, exchange);
	cap_body(archive, exchange);
	return true;
}

/* WARC 1.1, 6.3: the body without the headers, which are made again. */
static bool
give_resource(struct clair_archive *archive, struct clair_exchange *exchange)
{
	struct clair_part type = field(archive, "Content-Type");

	read_truncation(archive, exchange);
	if (!read_block(archive, exchange))
		return false;
	clair_buf_puts(&archive->headers, "HTTP/1.1 200 OK\r\n");
	if (type.at != NULL) {
		clair_buf_puts(&archive->headers, "Content-Type: ");
		clair_fields_add(&archive->headers, type);
		clair_buf_puts(&archive->headers, "\r\n");
	}
	set_headers(archive, exchange);
	exchange->body = archive->block.bytes;
	exchange->body_length = archive->block.length;
	cap_body(archive, exchange);
	return true;
}

static void
read_when(const struct clair_archive *archive, struct clair_exchange *exchange)
{
	exchange->when = 0;
	(void)clair_archive_moment(field(archive, "WARC-Date"), &exchange->when);
}

static bool
give_record(struct clair_archive *archive, uint32_t at, struct clair_exchange *exchange)
{
	bool head = (archive->index.entries[at].flags & CLAIR_ENTRY_HEAD) != 0;
	struct clair_part type;

	if (!clair_archive_begin(archive, at))
		return false;
	read_when(archive, exchange);
	type = field(archive, "WARC-Type");
	if (clair_part_is(type, "resource"))
		return give_resource(archive, exchange);
	if (!clair_part_is(type, "metadata"))
		return give_answer(archive, head, exchange);
	read_own_fields(archive, exchange);
	return true;
}

static const struct clair_revisit *
revisit_of(const struct clair_archive *archive, uint32_t entry)
{
	size_t low = 0;
	size_t high = archive->revisit_count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (archive->revisits[middle].entry <= entry)
			low = middle;
		else
			high = middle;
	}
	return &archive->revisits[low];
}

/* WARC 1.1, 6.7: the body is that of the record named; so are the headers, unless the server sent them again. */
static bool
give_revisit(struct clair_archive *archive, uint32_t at, struct clair_exchange *exchange)
{
	struct clair_buf block;
	struct clair_http http;
	bool given;

	if (!give_record(archive, revisit_of(archive, at)->target, exchange) || !clair_archive_begin(archive, at))
		return false;
	read_when(archive, exchange);
	clair_buf_init(&block, 0);
	given = clair_record_block(&archive->record, &archive->source, &block, 2 * CLAIR_HTTP_HEADERS_MAX) ==
	    CLAIR_RECORD_FINE;
	if (given && clair_http_read(&http, block.bytes, block.length) && http.status != 304) {
		clair_buf_clear(&archive->headers);
		clair_http_copy(&archive->headers, http.head, CLAIR_HTTP_AS_IS);
		set_headers(archive, exchange);
	}
	clair_buf_free(&block);
	return given;
}

bool
clair_archive_give(struct clair_archive *archive, uint32_t entry, struct clair_exchange *exchange)
{
	const struct clair_entry *found = &archive->index.entries[entry];
	const struct clair_har *har = archive->files[found->file].har;
	bool given = true;

	if (har != NULL)
		clair_har_read(har, (size_t)found->offset, &archive->headers, &archive->body, exchange);
	else if ((found->flags & CLAIR_ENTRY_REVISIT) != 0)
		given = give_revisit(archive, entry, exchange);
	else
		given = give_record(archive, entry, exchange);
	return given && !archive->headers.failed && !archive->failure.failed;
}
