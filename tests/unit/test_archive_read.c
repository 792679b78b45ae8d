/* Archives that others made: WARC as ISO 28500 has it, HAR, and what is made to hurt. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/support/archived.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define TYPE(type) "WARC-Type: " type "\r\n"
#define ID(id) "WARC-Record-ID: <urn:uuid:" id ">\r\n"
#define URL(url) "WARC-Target-URI: " url "\r\n"
#define DATE(date) "WARC-Date: " date "\r\n"
#define HTTP "Content-Type: application/http;msgtype=response\r\n"
#define ANSWER(id, url) TYPE("response") ID(id) URL(url) DATE("2026-11-22T20:00:00Z") HTTP
#define HTML "<!DOCTYPE html><p>Bonjour"
#define OK "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"

static char folder[] = "archive-read-XXXXXX";
static char path[64];
static struct clair_buf file;

static void
add(const char *fields, const char *block)
{
	support_record(&file, fields, block, strlen(block));
}

/* An answer at http://a.fr/NAME, its body as it was sent. */
static void
add_answer(const char *name, const char *head, const char *body, size_t length)
{
	struct clair_buf block;
	char fields[300];

	clair_buf_init(&block, 0);
	clair_buf_printf(&block, "%s\r\n", head);
	clair_buf_add(&block, body, length);
	snprintf(fields, sizeof(fields), ANSWER("%s", "http://a.fr/%s"), name, name);
	support_record(&file, fields, block.bytes, block.length);
	clair_buf_free(&block);
}

static struct clair_archive *
open_file(void)
{
	support_write_file(path, file.bytes, file.length);
	clair_buf_clear(&file);
	return support_archive(path, CLAIR_ARCHIVE_READ);
}

static enum clair_archive_why
why_not(uint64_t *offset)
{
	struct clair_archive_fault fault;

	support_write_file(path, file.bytes, file.length);
	clair_buf_clear(&file);
	support_archive_fault(path, CLAIR_ARCHIVE_READ, &fault);
	*offset = fault.offset;
	return fault.why;
}

/* The exchange of http://a.fr/NAME. */
static struct clair_exchange
take(struct clair_archive *archive, const char *name)
{
	struct clair_exchange exchange;
	char url[300];

	snprintf(url, sizeof(url), "http://a.fr/%s", name);
	if (!clair_archive_take(archive, "GET", url, false, &exchange))
		fail_msg("%s is not given", url);
	return exchange;
}

static void
assert_body(const struct clair_exchange *exchange, const char *failure, const char *body)
{
	assert_string_equal(exchange->failure == NULL ? "" : exchange->failure, failure);
	assert_int_equal(exchange->body_length, strlen(body));
	if (body[0] != '\0')
		assert_memory_equal(exchange->body, body, exchange->body_length);
}

static void
expect(struct clair_archive *archive, const char *name, const char *failure, const char *body)
{
	struct clair_exchange exchange = take(archive, name);

	assert_body(&exchange, failure, body);
}

/* --- What HTTP does to a body ------------------------------------------------------------------------------ */

static void
test_codings(void **state)
{
	static const char chunks[] = "5\r\n<!DOC\r\n14;x=y\r\nTYPE html><p>Bonjour\r\n0\r\nX: y\r\n\r\n";
	struct clair_buf packed;
	struct clair_buf twice;
	struct clair_archive *archive;

	(void)state;
	clair_buf_init(&packed, 0);
	clair_buf_init(&twice, 0);
	add_answer("chunks", OK "Transfer-Encoding: chunked\r\n", chunks, sizeof(chunks) - 1);
	add_answer("chunks-cut", OK "transfer-encoding: Chunked\r\n", chunks, 20);
	add_answer("chunks-wrong", OK "Transfer-Encoding: chunked\r\n", "2\r\nabX", 6);
	add_answer("chunks-joined", OK "Transfer-Encoding: chunked\r\n", HTML, sizeof(HTML) - 1);
	add_answer("chunks-huge", OK "Transfer-Encoding: chunked\r\n", "5\r\n<p>be\r\nffffffffffffffff\r\nx", 28);
	support_pack(&packed, HTML, sizeof(HTML) - 1, SUPPORT_GZIP);
	add_answer("gzip", OK "Content-Encoding: gzip\r\n", packed.bytes, packed.length);
	add_answer("gzip-cut", OK "Content-Encoding: x-gzip\r\n", packed.bytes, packed.length - 8);
	support_pack(&packed, "!", 1, SUPPORT_GZIP);
	add_answer("gzip-two", OK "Content-Encoding: GZIP\r\n", packed.bytes, packed.length);
	support_pack(&twice, packed.bytes, packed.length, SUPPORT_ZLIB);
	add_answer("both", OK "Content-Encoding: gzip , deflate\r\n", twice.bytes, twice.length);
	packed.bytes[packed.length - 6] ^= 1;
	add_answer("gzip-wrong", OK "Content-Encoding: gzip\r\n", packed.bytes, packed.length);
	clair_buf_clear(&packed);
	support_pack(&packed, HTML, sizeof(HTML) - 1, SUPPORT_ZLIB);
	add_answer("zlib", OK "Content-Encoding: deflate\r\n", packed.bytes, packed.length);
	clair_buf_clear(&packed);
	support_pack(&packed, HTML, sizeof(HTML) - 1, SUPPORT_RAW);
	add_answer("raw", OK "Content-Encoding: deflate\r\n", packed.bytes, packed.length);
	add_answer("br", OK "Content-Encoding: br\r\n", "\x0B\x02\x80", 3);
	add_answer("none", OK "Content-Encoding: identity\r\n", HTML, sizeof(HTML) - 1);
	add_answer("longer", OK "Content-Length: 25\r\n", HTML "\r\n\r\n", sizeof(HTML) + 3);
	add_answer("shorter", OK "Content-Length: 26\r\n", HTML, sizeof(HTML) - 1);
	add_answer("interim", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" OK, HTML, sizeof(HTML) - 1);
	add_answer("not-http", "ICY 200 OK\r\n", "x", 1);
	archive = open_file();
	assert_int_equal(clair_archive_count(archive), 18);
	expect(archive, "chunks", "", HTML);
	expect(archive, "chunks-cut", "truncated", "<!DOCTY");
	expect(archive, "chunks-wrong", "bad-encoding", "");
	expect(archive, "chunks-joined", "", HTML);
	expect(archive, "chunks-huge", "bad-encoding", "");
	expect(archive, "gzip", "", HTML);
	expect(archive, "gzip-cut", "truncated", HTML);
	expect(archive, "gzip-two", "", HTML "!");
	expect(archive, "both", "", HTML "!");
	expect(archive, "gzip-wrong", "bad-encoding", "");
	expect(archive, "zlib", "", HTML);
	expect(archive, "raw", "", HTML);
	expect(archive, "br", "bad-encoding", "");
	expect(archive, "none", "", HTML);
	expect(archive, "longer", "", HTML);
	expect(archive, "shorter", "truncated", HTML);
	expect(archive, "interim", "", HTML);
	expect(archive, "not-http", "protocol", "");
	clair_archive_close(archive);
	clair_buf_free(&packed);
	clair_buf_free(&twice);
}

/* --- Records ------------------------------------------------------------------------------------------------ */

static void
test_records(void **state)
{
	struct clair_archive *archive;
	struct clair_exchange exchange;

	(void)state;
	add(TYPE("warcinfo") ID("0") DATE("2026-11-22T20:00:00Z"), "software: x\r\n");
	/* Requests before and after, as wget and browsers write them. */
	add(TYPE("request") ID("1") URL("<http://a.fr/posted>") HTTP, "POST /posted HTTP/1.1\r\n\r\na=1");
	add(ANSWER("2", "<http://a.fr/posted>") "WARC-Concurrent-To: <urn:uuid:1>\r\n", OK "\r\nposted");
	add(ANSWER("3", "http://a.fr/posted"), OK "\r\nposted again");
	add(TYPE("request") ID("4") URL("http://a.fr/posted") "WARC-Concurrent-To: <urn:uuid:3>\r\n" HTTP,
	    "POST /posted HTTP/1.1\r\n\r\n");
	add(ANSWER("5", "http://a.fr/head"), OK "Content-Length: 99\r\n\r\n");
	add(TYPE("request") ID("6") URL("http://a.fr/head") "WARC-Concurrent-To: <urn:uuid:5>\r\n" HTTP, "HEAD /head HTTP/1.1\r\n\r\n");
	add(TYPE("request") ID("7") URL("http://a.fr/page") HTTP, "GET /page HTTP/1.1\r\n\r\n");
	add(ANSWER("8", "HTTP://A.fr:80/a%7eb/%c3%a9#part") "WARC-Concurrent-To: <urn:uuid:7>\r\n"
	        "X-Folded: one\r\n two\r\nwarc-truncated: length\r\n",
	    OK "X-Folded: one\r\n\ttwo\r\nContent-Length: 99\r\n\r\nhalf");
	add(ANSWER("9", "http://a.fr/late") "WARC-Truncated: time\r\n", OK "\r\nhalf");
	add(ANSWER("10", "http://a.fr/gone") "WARC-Truncated: disconnect\r\n", OK "Content-Length: 99\r\n\r\nhalf");
	add(TYPE("resource") ID("11") URL("http://a.fr/resource") "Content-Type: text/html\r\n", HTML);
	add(TYPE("resource") ID("12") URL("metadata://gnu.org/wget") "Content-Type: text/plain\r\n", "x");
	add(TYPE("conversion") ID("13") URL("http://a.fr/other") "Content-Type: text/plain\r\n", "x");
	add(TYPE("continuation") ID("14") URL("http://a.fr/other") "WARC-Segment-Number: 2\r\n", "x");
	add(TYPE("metadata") ID("15") URL("http://a.fr/other") "Content-Type: application/warc-fields\r\n", "fetchTimeMs: 1\r\n");
	add(TYPE("later") ID("16") URL("http://a.fr/other"), "x");
	add(TYPE("response") ID("17") URL("dns:a.fr") "Content-Type: text/dns\r\n", "x");
	add(ANSWER("18", "http://a.fr/part") "WARC-Segment-Number: 1\r\n", OK "Content-Length: 99\r\n\r\npart");
	archive = open_file();
	assert_string_equal(clair_archive_first(archive), "http://a.fr/a~b/%C3%A9");
	assert_int_equal(clair_archive_count(archive), 6);
	assert_false(clair_archive_take(archive, "GET", "http://a.fr/posted", true, &exchange));
	assert_false(clair_archive_take(archive, "GET", "http://a.fr/head", true, &exchange));
	assert_false(clair_archive_take(archive, "GET", "http://a.fr/other", true, &exchange));
	assert_true(clair_archive_take(archive, "HEAD", "http://a.fr/head", true, &exchange));
	assert_int_equal(exchange.announced, 99);
	assert_body(&exchange, "", "");
	exchange = take(archive, "a~b/%C3%A9");
	assert_body(&exchange, "", "half");
	assert_true(exchange.truncated);
	assert_int_equal(exchange.when, INT64_C(1795377600000));
	assert_int_equal(exchange.announced, 99);
	assert_int_equal(exchange.received, 4);
	assert_int_equal(exchange.milliseconds, -1);
	assert_string_equal(exchange.headers, OK "X-Folded: one  \ttwo\r\nContent-Length: 99\r\n");
	expect(archive, "late", "timeout", "half");
	expect(archive, "gone", "truncated", "half");
	exchange = take(archive, "resource");
	assert_body(&exchange, "", HTML);
	assert_string_equal(exchange.headers, OK);
	exchange = take(archive, "part");
	assert_body(&exchange, "", "part");
	assert_true(exchange.truncated);
	clair_archive_close(archive);
}

static void
test_revisits(void **state)
{
#define REVISIT(id, profile) TYPE("revisit") ID(id) URL("http://a.fr/" id) DATE("2026-11-23T08:00:00.250Z") HTTP \
	"WARC-Profile: http://netpreserve.org/warc/" profile "\r\n"
	struct clair_archive *archive;
	struct clair_exchange exchange;

	(void)state;
	add(REVISIT("before", "1.0/revisit/identical-payload-digest") "WARC-Refers-To: <urn:uuid:1>\r\n", OK "X: 2\r\n\r\n");
	add(ANSWER("1", "http://a.fr/one"), OK "X: 1\r\n\r\n" HTML);
	add(TYPE("response") ID("2") URL("http://a.fr/one") DATE("2026-11-22T21:00:00.5Z") HTTP, OK "\r\nthe second");
	add(REVISIT("by-date", "1.1/revisit/identical-payload-digest") "WARC-Refers-To-Target-URI: http://a.fr/one\r\n"
	        "WARC-Refers-To-Date: 2026-11-22T21:00:00.5Z\r\n", "");
	add(REVISIT("last", "1.1/revisit/server-not-modified") "WARC-Refers-To-Target-URI: http://A.fr:80/one\r\n",
	    "HTTP/1.1 304 Not Modified\r\nX: 3\r\n\r\n");
	add(REVISIT("absent", "1.1/revisit/identical-payload-digest") "WARC-Refers-To: <urn:uuid:99>\r\n", OK "\r\n");
	add(REVISIT("other-date", "1.1/revisit/identical-payload-digest") "WARC-Refers-To-Target-URI: http://a.fr/one\r\n"
	        "WARC-Refers-To-Date: 2025-01-01T00:00:00Z\r\n", "");
	add(REVISIT("unknown", "1.1/revisit/diff") "WARC-Refers-To: <urn:uuid:1>\r\n", OK "\r\n");
	add(REVISIT("chain", "1.1/revisit/identical-payload-digest") "WARC-Refers-To: <urn:uuid:before>\r\n", OK "\r\n");
	archive = open_file();
	assert_int_equal(clair_archive_count(archive), 5);
	exchange = take(archive, "before");
	assert_body(&exchange, "", HTML);
	assert_string_equal(exchange.headers, OK "X: 2\r\n");
	assert_int_equal(exchange.when, INT64_C(1795420800250));
	exchange = take(archive, "by-date");
	assert_body(&exchange, "", "the second");
	assert_string_equal(exchange.headers, OK);
	exchange = take(archive, "last");
	assert_body(&exchange, "", "the second");
	assert_string_equal(exchange.headers, OK);
	assert_false(clair_archive_take(archive, "GET", "http://a.fr/absent", true, &exchange));
	assert_false(clair_archive_take(archive, "GET", "http://a.fr/other-date", true, &exchange));
	assert_false(clair_archive_take(archive, "GET", "http://a.fr/unknown", true, &exchange));
	assert_false(clair_archive_take(archive, "GET", "http://a.fr/chain", true, &exchange));
	clair_archive_close(archive);
#undef REVISIT
}

/* The same records in two files: one after the other. */
static void
test_several_files(void **state)
{
	char other[80];
	const char *const paths[] = {path, other};
	struct clair_archive *archive;
	struct clair_archive_fault fault;
	struct clair_buf packed;

	(void)state;
	snprintf(other, sizeof(other), "%s.gz", path);
	add(ANSWER("1", "http://a.fr/one"), OK "\r\nfirst");
	support_write_file(path, file.bytes, file.length);
	clair_buf_clear(&file);
	clair_buf_init(&packed, 0);
	add(ANSWER("2", "http://a.fr/one"), OK "\r\nsecond");
	support_pack(&packed, file.bytes, file.length, SUPPORT_GZIP);
	clair_buf_clear(&file);
	add(TYPE("revisit") ID("3") URL("http://a.fr/three") "WARC-Refers-To: <urn:uuid:1>\r\n"
	        "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest\r\n", "");
	support_pack(&packed, file.bytes, file.length, SUPPORT_GZIP);
	clair_buf_clear(&file);
	support_write_file(other, packed.bytes, packed.length);
	assert_int_equal(clair_archive_open(&archive, paths, 2, CLAIR_ARCHIVE_READ, &fault), CLAIR_OK);
	expect(archive, "one", "", "first");
	expect(archive, "one", "", "second");
	expect(archive, "three", "", "first");
	clair_archive_close(archive);
	unlink(other);
	assert_int_equal(clair_archive_open(&archive, paths, 2, CLAIR_ARCHIVE_READ, &fault), CLAIR_IO);
	assert_ptr_equal(fault.path, other);
	clair_buf_free(&packed);
}

/* A plain file that is cut: to read, and to go on. */
static void
test_plain_cut(void **state)
{
	struct clair_archive *archive;
	size_t first;
	size_t whole;

	(void)state;
	add(ANSWER("1", "http://a.fr/one"), OK "\r\n" HTML);
	first = file.length;
	add(ANSWER("2", "http://a.fr/two"), OK "\r\n" HTML);
	whole = file.length;
	for (size_t length = first; length <= whole; length++) {
		struct clair_exchange put = {.method = "GET", .url = "http://a.fr/three", .failure = "tls"};

		support_write_file(path, file.bytes, length);
		archive = support_archive(path, CLAIR_ARCHIVE_READ);
		assert_int_equal(clair_archive_count(archive), length >= whole - 4 ? 2 : 1);
		clair_archive_close(archive);
		archive = support_archive(path, CLAIR_ARCHIVE_GO_ON);
		assert_int_equal(clair_archive_count(archive), length == whole ? 2 : 1);
		assert_int_equal(clair_archive_put(archive, &put), CLAIR_OK);
		clair_archive_close(archive);
		archive = support_archive(path, CLAIR_ARCHIVE_READ);
		assert_int_equal(clair_archive_count(archive), length == whole ? 3 : 2);
		expect(archive, "three", "tls", "");
		clair_archive_close(archive);
	}
	clair_buf_clear(&file);
}

/* --- What is made to hurt ------------------------------------------------------------------------------------ */

static void
test_faults(void **state)
{
	static const char *const lengths[] = {"-1", "1x", "", "99999999999999999999999", "0x10", "1 2"};
	struct clair_buf packed;
	uint64_t offset;
	size_t first;

	(void)state;
	clair_buf_init(&packed, 0);
	for (size_t i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++) {
		add(ANSWER("1", "http://a.fr/one"), OK "\r\n" HTML);
		first = file.length;
		clair_buf_printf(&file, "WARC/1.0\r\n" ANSWER("2", "http://a.fr/two") "Content-Length: %s\r\n\r\n\r\n\r\n", lengths[i]);
		add(ANSWER("3", "http://a.fr/three"), OK "\r\n" HTML);
		assert_int_equal(why_not(&offset), CLAIR_ARCHIVE_DAMAGED);
		assert_int_equal(offset, first);
	}
	/* Fields without end. */
	clair_buf_puts(&file, "WARC/1.0\r\n");
	for (int i = 0; i < 20000; i++)
		clair_buf_puts(&file, "X-Name: value\r\n");
	assert_int_equal(why_not(&offset), CLAIR_ARCHIVE_NOT_ONE);
	/* A member that ends before its record does, one that has two. */
	add(ANSWER("1", "http://a.fr/one"), OK "\r\n" HTML);
	support_pack(&packed, file.bytes, file.length - 10, SUPPORT_GZIP);
	first = packed.length;
	support_pack(&packed, file.bytes, file.length, SUPPORT_GZIP);
	clair_buf_clear(&file);
	clair_buf_add(&file, packed.bytes, packed.length);
	assert_int_equal(why_not(&offset), CLAIR_ARCHIVE_DAMAGED);
	add(ANSWER("1", "http://a.fr/one"), OK "\r\n" HTML);
	add(ANSWER("2", "http://a.fr/two"), OK "\r\n" HTML);
	clair_buf_clear(&packed);
	support_pack(&packed, file.bytes, file.length, SUPPORT_GZIP);
	clair_buf_clear(&file);
	clair_buf_add(&file, packed.bytes, packed.length);
	assert_int_equal(why_not(&offset), CLAIR_ARCHIVE_PACKED_WHOLE);
	clair_buf_free(&packed);
}

/* 300 MiB of nothing, in a body and around a record, do not take their room in memory. */
static void
test_bombs(void **state)
{
	enum { ZEROS = 300 << 20, MIB = 1024 };
	struct clair_buf packed;
	struct clair_buf member;
	struct clair_archive *archive;
	struct clair_exchange exchange;
	struct rusage before;
	struct rusage after;
	char *zeros = calloc(ZEROS, 1);
	uint64_t offset;

	(void)state;
	assert_non_null(zeros);
	clair_buf_init(&packed, 0);
	clair_buf_init(&member, 0);
	support_pack(&packed, zeros, ZEROS, SUPPORT_GZIP);
	free(zeros);
	assert_true(packed.length < 1 << 20);
	add_answer("bomb", OK "Content-Encoding: gzip\r\n", packed.bytes, packed.length);
	getrusage(RUSAGE_SELF, &before);
	archive = open_file();
	exchange = take(archive, "bomb");
	assert_body(&exchange, "too-large", "");
	clair_archive_close(archive);
	/* The end of a member that goes on with line ends, or with anything. */
	for (int i = 0; i < 2; i++) {
		add(ANSWER("1", "http://a.fr/one"), OK "\r\n" HTML);
		for (int line = 0; line < 1 << 20; line++)
			clair_buf_puts(&file, i == 0 ? "\r\n" : "x\r\n");
		clair_buf_clear(&member);
		support_pack(&member, file.bytes, file.length, SUPPORT_GZIP);
		clair_buf_clear(&file);
		clair_buf_add(&file, member.bytes, member.length);
		assert_int_equal(why_not(&offset), CLAIR_ARCHIVE_DAMAGED);
	}
	/* A length that is not believed. */
	clair_buf_puts(&file, "WARC/1.0\r\n" ANSWER("1", "http://a.fr/") "Content-Length: 9000000000000\r\n\r\n");
	clair_buf_clear(&member);
	support_pack(&member, file.bytes, file.length, SUPPORT_GZIP);
	clair_buf_clear(&file);
	clair_buf_add(&file, member.bytes, member.length);
	assert_int_equal(why_not(&offset), CLAIR_ARCHIVE_TOO_LARGE);
	getrusage(RUSAGE_SELF, &after);
	assert_true(after.ru_maxrss - before.ru_maxrss < 100 * MIB);
	clair_buf_free(&packed);
	clair_buf_free(&member);
}

/* --- HAR ------------------------------------------------------------------------------------------------------- */

#define ENTRY(method, url, response) \
	"{\"startedDateTime\":\"2026-11-22T21:00:00.1239+01:00\",\"time\":12.6," \
	"\"request\":{\"method\":\"" method "\",\"url\":\"" url "\"},\"response\":" response "}"

static void
test_har(void **state)
{
	struct clair_archive *archive;
	struct clair_exchange exchange;

	(void)state;
	clair_buf_puts(&file, "\xEF\xBB\xBF {\"log\":{\"version\":\"1.2\",\"entries\":[null,1,{},"
	    ENTRY("GET", "http://a.fr/image", "{\"status\":200,\"headers\":[{\"name\":\"Content-Type\",\"value\":\"image/png\"}],"
	        "\"content\":{\"encoding\":\"base64\",\"text\":\"iVBO\\nRwD/\",\"mimeType\":\"image/png\"}}") ","
	    ENTRY("GET", "http://a.fr/page#top", "{\"status\":200,\"statusText\":\"O\\r\\nK\",\"bodySize\":20,\"headers\":["
	        "{\"name\":\":status\",\"value\":\"200\"},{\"name\":\"content-type\",\"value\":\"text/html; charset=latin1\"},"
	        "{\"name\":\"Content-Length\",\"value\":\"20\"},{\"name\":\"A B\",\"value\":\"x\"},"
	        "{\"name\":\"X-Long\",\"value\":\"a\\u0000\\nb\"}],\"content\":{\"size\":7,\"text\":\"<p>caf\xC3\xA9\"}}") ","
	    ENTRY("POST", "http://a.fr/page", "{\"status\":200,\"content\":{\"text\":\"posted\"}}") ","
	    ENTRY("GET", "http://a.fr/page", "{\"status\":304,\"content\":{\"text\":\"again\",\"mimeType\":\"text/html\"}}") ","
	    ENTRY("GET", "http://a.fr/old", "{\"status\":301,\"redirectURL\":\"/new\",\"bodySize\":-1,\"content\":{\"size\":5}}") ","
	    ENTRY("GET", "http://a.fr/left-out", "{\"status\":200,\"content\":{\"size\":5,\"mimeType\":\"text/html\"}}") ","
	    ENTRY("GET", "http://a.fr/blocked", "{\"status\":0,\"content\":{}}") ","
	    ENTRY("GET", "http://a.fr/wrong", "{\"status\":200,\"content\":{\"encoding\":\"base64\",\"text\":\"é\"}}") ","
	    ENTRY("GET", "http://a.fr/nothing", "7") ","
	    ENTRY("HEAD", "http://a.fr/page", "{\"status\":200,\"content\":{\"size\":5}}") ","
	    ENTRY("GET", "data:text/html,x", "{\"status\":200,\"content\":{\"text\":\"x\"}}") "]}}\n");
	archive = open_file();
	assert_int_equal(clair_archive_count(archive), 9);
	assert_string_equal(clair_archive_first(archive), "http://a.fr/page");
	exchange = take(archive, "image");
	assert_int_equal(exchange.body_length, 6);
	assert_memory_equal(exchange.body, "\x89PNG\0\xFF", 6);
	assert_string_equal(exchange.headers, "HTTP/1.1 200 \r\nContent-Type: image/png\r\n");
	exchange = take(archive, "page");
	assert_body(&exchange, "", "<p>caf\xC3\xA9");
	assert_string_equal(exchange.headers, "HTTP/1.1 200 O  K\r\nContent-Length: 20\r\nX-Long: a  b\r\n"
	                                      "Content-Type: text/html; charset=utf-8\r\n");
	assert_int_equal(exchange.when, INT64_C(1795377600123));
	assert_int_equal(exchange.milliseconds, 13);
	assert_int_equal(exchange.received, 20);
	assert_int_equal(exchange.announced, 20);
	exchange = take(archive, "page");
	assert_body(&exchange, "", "again");
	assert_string_equal(exchange.headers, "HTTP/1.1 200 \r\nContent-Type: text/html; charset=utf-8\r\n");
	exchange = take(archive, "old");
	assert_body(&exchange, "", "");
	assert_string_equal(exchange.headers, "HTTP/1.1 301 \r\nLocation: /new\r\n");
	expect(archive, "left-out", "truncated", "");
	exchange = take(archive, "blocked");
	assert_body(&exchange, "unreachable", "");
	assert_null(exchange.headers);
	expect(archive, "wrong", "bad-encoding", "");
	expect(archive, "nothing", "unreachable", "");
	assert_false(clair_archive_take(archive, "GET", "http://a.fr/page", false, &exchange));
	assert_true(clair_archive_take(archive, "HEAD", "http://a.fr/page", false, &exchange));
	assert_body(&exchange, "", "");
	clair_archive_close(archive);
}

/* The descriptor of the archive, which is the last one that was opened, can no longer be read. */
static void
break_reading(void)
{
	const int next = open(path, O_WRONLY | O_CLOEXEC);

	assert_true(next > 3);
	assert_int_equal(dup2(next, next - 1), next - 1);
	close(next);
}

/* A disk that goes away once the archive is open: what is not given is not said to be absent. */
static void
test_reading_breaks(void **state)
{
	enum { LENGTH = 200000 }; /* more than is read at a time */
	char *body = malloc(LENGTH + 1);
	struct clair_exchange exchange;
	struct clair_archive *archive;

	(void)state;
	memset(body, 'x', LENGTH);
	body[LENGTH] = '\0';
	add_answer("one", OK, body, LENGTH);
	add_answer("two", OK, body, LENGTH);
	archive = open_file();
	expect(archive, "one", "", body);
	assert_false(clair_archive_take(archive, "GET", "http://a.fr/three", false, &exchange));
	assert_false(clair_archive_is_broken(archive));
	break_reading();
	assert_false(clair_archive_take(archive, "GET", "http://a.fr/two", false, &exchange));
	assert_true(clair_archive_is_broken(archive));
	assert_false(clair_archive_take(archive, "GET", "http://a.fr/three", false, &exchange));
	assert_true(clair_archive_is_broken(archive));
	clair_archive_close(archive);
	free(body);
}

/* RFC 9112 4: readers may take any blanks for the one space. */
static void
test_status_lines(void **state)
{
	static const char *const taken[] = {"HTTP/1.1  200 OK", "HTTP/1.0\t \f\v200", "HTTP/1.1 \r 200 OK"};
	static const char *const refused[] = {"HTTP/1.1", "HTTP/1.1 ", "HTTP/1.1  20", "HTTP/1.1 \t2x0 OK", "HTTP/1.1200 OK",
	    "HTTP/1.1 099 OK"};
	char name[16];
	char head[100];
	struct clair_archive *archive;

	(void)state;
	for (unsigned i = 0; i < sizeof(taken) / sizeof(taken[0]); i++) {
		snprintf(name, sizeof(name), "taken%u", i);
		snprintf(head, sizeof(head), "%s\r\nContent-Type: text/html\r\n", taken[i]);
		add_answer(name, head, HTML, sizeof(HTML) - 1);
	}
	for (unsigned i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
		snprintf(name, sizeof(name), "refused%u", i);
		snprintf(head, sizeof(head), "%s\r\n", refused[i]);
		add_answer(name, head, HTML, sizeof(HTML) - 1);
	}
	archive = open_file();
	assert_string_equal(clair_archive_first(archive), "http://a.fr/taken0");
	for (unsigned i = 0; i < sizeof(taken) / sizeof(taken[0]); i++) {
		struct clair_exchange exchange;

		snprintf(name, sizeof(name), "taken%u", i);
		exchange = take(archive, name);
		assert_body(&exchange, "", HTML);
		assert_memory_equal(exchange.headers + 8, " 200", 4);
	}
	for (unsigned i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
		snprintf(name, sizeof(name), "refused%u", i);
		expect(archive, name, "protocol", "");
	}
	clair_archive_close(archive);
}

static void
test_not_har(void **state)
{
	uint64_t offset;

	(void)state;
	clair_buf_puts(&file, "{\"log\":{\"entries\":{}}}");
	assert_int_equal(why_not(&offset), CLAIR_ARCHIVE_NOT_ONE);
	clair_buf_puts(&file, "{\"log\":{\"entries\":[{}");
	assert_int_equal(why_not(&offset), CLAIR_ARCHIVE_DAMAGED);
	assert_int_equal(offset, 21);
	clair_buf_puts(&file, "{\"log\":{\"entries\":[1e999]}}"); /* for which strtod sets errno */
	assert_int_equal(why_not(&offset), CLAIR_ARCHIVE_DAMAGED);
	clair_buf_puts(&file, "{\"log\": nothing}");
	assert_int_equal(why_not(&offset), CLAIR_ARCHIVE_DAMAGED);
	for (int i = 0; i < 100000; i++)
		clair_buf_puts(&file, "{\"a\":[");
	assert_int_equal(why_not(&offset), CLAIR_ARCHIVE_DAMAGED);
}

static int
make_folder(void **state)
{
	(void)state;
	clair_buf_init(&file, 0);
	if (mkdtemp(folder) == NULL)
		return -1;
	snprintf(path, sizeof(path), "%s/read", folder);
	return 0;
}

static int
remove_folder(void **state)
{
	(void)state;
	clair_buf_free(&file);
	unlink(path);
	return rmdir(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_codings),
		cmocka_unit_test(test_records),
		cmocka_unit_test(test_revisits),
		cmocka_unit_test(test_several_files),
		cmocka_unit_test(test_plain_cut),
		cmocka_unit_test(test_faults),
		cmocka_unit_test(test_bombs),
		cmocka_unit_test(test_reading_breaks),
		cmocka_unit_test(test_status_lines),
		cmocka_unit_test(test_har),
		cmocka_unit_test(test_not_har),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
