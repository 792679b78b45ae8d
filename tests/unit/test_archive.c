/* What is put in an archive comes back from it, whatever happened to the file meanwhile. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "archive/archive.h"
#include "tests/support/archived.h"

#include <dlfcn.h>
#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LARGE = 5 << 20, PLACES = 200 };

static char folder[] = "archive-XXXXXX";
static char path[64];
static char large[LARGE];

static const char page_headers[] = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=iso-8859-1\r\n"
                                   "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\nX-Name: caf\xE9\r\n";

#define ANSWER(head) .headers = head, .headers_length = sizeof(head) - 1
#define BODY(text) .body = text, .body_length = sizeof(text) - 1

/* Each kind of exchange; the large body is set before use. */
static struct clair_exchange kinds[] = {
	{.method = "GET", .url = "https://www.exemple.fr/robots.txt", .when = 1795430000123, .failure = "unreachable",
	    .transient = true, .milliseconds = 15000, .received = -1, .announced = -1},
	{.method = "GET", .url = "https://www.exemple.fr/", .when = 1795430001000,
	    ANSWER("HTTP/1.1 301 Moved Permanently\r\nLocation: /accueil\r\nContent-Length: 12\r\n"), .truncated = true,
	    .milliseconds = 7, .received = 0, .announced = 12},
	{.method = "GET", .url = "https://www.exemple.fr/busy?a=1&b=%C3%A9", .when = 1795430002000,
	    ANSWER("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 30\r\n"), .milliseconds = 0, .received = -1,
	    .announced = -1},
	{.method = "GET", .url = "https://www.exemple.fr/empty", .when = 1795430003000,
	    ANSWER("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 0\r\n"), .milliseconds = 1, .received = 0,
	    .announced = 0},
	{.method = "GET", .url = "https://www.exemple.fr/accueil", .when = 1795430004000, ANSWER(page_headers),
	    BODY("<p>caf\xE9 \0 \xFF\r\n\r\nWARC/1.1\r\n\r\n"), .milliseconds = 42, .received = 20, .announced = -1},
	{.method = "GET", .url = "https://www.exemple.fr/large", .when = 1795430005000, ANSWER(page_headers),
	    .milliseconds = 900, .received = 1 << 20, .announced = 1 << 20},
	{.method = "HEAD", .url = "https://www.exemple.fr/accueil", .when = 1795430006000,
	    ANSWER("HTTP/1.1 200 OK\r\nContent-Length: 123456\r\n"), .milliseconds = 3, .received = 0, .announced = 123456},
	{.method = "GET", .url = "http://127.0.0.1:8000/cut", .when = 1795430007000, .failure = "truncated",
	    .transient = true, ANSWER("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n"), BODY("<p>be"),
	    .milliseconds = 8, .received = 5, .announced = 1000},
	{.method = "GET", .url = "https://www.exemple.fr/accueil", .when = 1795430008000, ANSWER(page_headers),
	    BODY("<p>the second time"), .milliseconds = 41, .received = 18, .announced = -1},
};
enum { KINDS = sizeof(kinds) / sizeof(kinds[0]) };

static void
assert_bytes(const char *one, size_t one_length, const char *other, size_t other_length)
{
	assert_int_equal(one_length, other_length);
	if (one_length != 0)
		assert_memory_equal(one, other, one_length);
}

static void
assert_same(const struct clair_exchange *one, const struct clair_exchange *other)
{
	assert_string_equal(one->method, other->method);
	assert_string_equal(one->url, other->url);
	assert_int_equal(one->when, other->when);
	assert_string_equal(one->failure == NULL ? "" : one->failure, other->failure == NULL ? "" : other->failure);
	assert_int_equal(one->transient, other->transient);
	assert_int_equal(one->headers == NULL, other->headers == NULL);
	assert_bytes(one->headers, one->headers_length, other->headers, other->headers_length);
	assert_bytes(one->body, one->body_length, other->body, other->body_length);
	assert_int_equal(one->truncated, other->truncated);
	assert_int_equal(one->milliseconds, other->milliseconds);
	assert_int_equal(one->received, other->received);
	assert_int_equal(one->announced, other->announced);
}

static void
put(struct clair_archive *archive, size_t from, size_t count)
{
	for (size_t i = from; i < from + count; i++)
		assert_int_equal(clair_archive_put(archive, &kinds[i]), CLAIR_OK);
}

static void
take(struct clair_archive *archive, size_t from, size_t count)
{
	for (size_t i = from; i < from + count; i++) {
		struct clair_exchange exchange;

		assert_true(clair_archive_take(archive, kinds[i].method, kinds[i].url, false, &exchange));
		assert_same(&exchange, &kinds[i]);
	}
}

static void
test_round_trip(void **state)
{
	struct clair_exchange exchange;
	struct clair_archive *archive = support_archive(path, CLAIR_ARCHIVE_GO_ON);

	(void)state;
	assert_int_equal(clair_archive_count(archive), 0);
	assert_null(clair_archive_first(archive));
	put(archive, 0, KINDS);
	assert_false(clair_archive_take(archive, "GET", kinds[0].url, true, &exchange));
	assert_int_equal(clair_archive_sync(archive), CLAIR_OK);
	clair_archive_close(archive);

	archive = support_archive(path, CLAIR_ARCHIVE_READ);
	assert_int_equal(clair_archive_count(archive), KINDS);
	assert_string_equal(clair_archive_first(archive), "https://www.exemple.fr/empty");
	assert_int_equal(clair_archive_put(archive, &kinds[0]), CLAIR_BAD_INPUT);
	assert_false(clair_archive_is_cut(archive));
	take(archive, 0, KINDS);
	for (size_t i = 0; i < KINDS; i++) {
		assert_true(clair_archive_holds(archive, kinds[i].method, kinds[i].url));
		assert_false(clair_archive_take(archive, kinds[i].method, kinds[i].url, false, &exchange));
	}
	assert_false(clair_archive_holds(archive, "HEAD", kinds[1].url));
	assert_false(clair_archive_holds(archive, "GET", "https://www.exemple.fr/absent"));
	for (int i = 0; i < 2; i++) {
		assert_true(clair_archive_take(archive, "GET", kinds[KINDS - 1].url, true, &exchange));
		assert_same(&exchange, &kinds[KINDS - 1]);
	}
	assert_false(clair_archive_take(archive, "HEAD", kinds[1].url, true, &exchange));
	assert_false(clair_archive_take(archive, "POST", kinds[1].url, true, &exchange));
	assert_false(clair_archive_take(archive, "GET", "https://www.exemple.fr/absent", true, &exchange));
	clair_archive_close(archive);
}

/* --- A file that was cut short ----------------------------------------------------------------------------- */

struct whole {
	char *bytes;
	size_t length;
	size_t ends[KINDS + 1]; /* of the first record, then of each exchange */
};

static size_t
file_size(void)
{
	struct stat facts;

	assert_int_equal(stat(path, &facts), 0);
	return (size_t)facts.st_size;
}

/* Writes all kinds, and notes where each record ends. */
static struct whole
write_whole(void)
{
	struct whole whole = {0};
	struct clair_archive *archive;

	unlink(path);
	archive = support_archive(path, CLAIR_ARCHIVE_GO_ON);
	for (size_t i = 0; i < KINDS; i++) {
		put(archive, i, 1);
		whole.ends[i + 1] = file_size();
	}
	clair_archive_close(archive);
	whole.bytes = support_read_file(path, &whole.length);
	return whole;
}

/* Cuts the file, goes on, and has the bytes of a file that never was cut. */
static void
cut_and_go_on(const struct whole *whole, size_t length)
{
	struct clair_archive *archive;
	size_t kept = 0;
	char *bytes;
	size_t again;

	while (kept < KINDS && whole->ends[kept + 1] <= length)
		kept++;
	support_write_file(path, whole->bytes, length);
	if (length != 0) {
		archive = support_archive(path, CLAIR_ARCHIVE_READ);
		if (kept > 0)
			assert_int_equal(clair_archive_is_cut(archive), length != whole->ends[kept]);
		clair_archive_close(archive);
		assert_int_equal(file_size(), length);
	}
	archive = support_archive(path, CLAIR_ARCHIVE_GO_ON);
	assert_int_equal(clair_archive_count(archive), kept);
	take(archive, 0, kept);
	put(archive, kept, KINDS - kept);
	clair_archive_close(archive);
	bytes = support_read_file(path, &again);
	assert_bytes(bytes, again, whole->bytes, whole->length);
	free(bytes);
}

static void
test_cut_short(void **state)
{
	struct whole whole;
	uint32_t number = 7;

	(void)state;
	kinds[5].body_length = 30000;
	whole = write_whole();
	for (size_t length = whole.ends[KINDS - 2]; length <= whole.length; length++)
		cut_and_go_on(&whole, length);
	for (size_t length = 0; length <= whole.ends[1]; length++)
		cut_and_go_on(&whole, length);
	for (int i = 0; i < PLACES; i++) {
		number = number * 1664525u + 1013904223u;
		cut_and_go_on(&whole, number % whole.length);
	}
	kinds[5].body_length = LARGE;
	free(whole.bytes);
}

/* After a power cut the end of a file may be zeros, or anything. */
static void
test_garbage_at_the_end(void **state)
{
	static const char *const garbage[] = {"\0\0\0\0\0\0\0\0", "\x1F\x8B\x08\0garbage", "garbage\n", "WARC/1.1"};
	struct whole whole;
	struct clair_archive_fault fault;

	(void)state;
	kinds[5].body_length = 300;
	whole = write_whole();
	for (size_t i = 0; i < sizeof(garbage) / sizeof(garbage[0]); i++) {
		char *bytes = malloc(whole.length + 8);
		struct clair_archive *archive;

		memcpy(bytes, whole.bytes, whole.length);
		memcpy(bytes + whole.length, garbage[i], 8);
		support_write_file(path, bytes, whole.length + 8);
		archive = support_archive(path, CLAIR_ARCHIVE_GO_ON);
		assert_int_equal(clair_archive_count(archive), KINDS);
		assert_int_equal(file_size(), whole.length);
		clair_archive_close(archive);
		free(bytes);
	}
	/* What is damaged before whole records is told, and nothing is lost. */
	whole.bytes[whole.ends[4] + 30] ^= 0x55;
	support_write_file(path, whole.bytes, whole.length);
	assert_int_equal(support_archive_fault(path, CLAIR_ARCHIVE_GO_ON, &fault), CLAIR_ARCHIVE_DAMAGED);
	assert_int_equal(fault.offset, whole.ends[4]);
	assert_int_equal(support_archive_fault(path, CLAIR_ARCHIVE_READ, &fault), CLAIR_ARCHIVE_DAMAGED);
	assert_int_equal(fault.offset, whole.ends[4]);
	assert_int_equal(file_size(), whole.length);
	kinds[5].body_length = LARGE;
	free(whole.bytes);
}

/* --- A disk that fails, memory that is short ----------------------------------------------------------------- */

static off_t no_pread_at = -1;    /* -1: none fails */
static unsigned reallocs_granted; /* then one is not; 0: all are */

/* In the place of libc's. */
ssize_t
pread(int file, void *bytes, size_t length, off_t offset)
{
	static ssize_t (*real)(int, void *, size_t, off_t);

	if (real == NULL)
		*(void **)&real = dlsym(RTLD_NEXT, "pread");
	if (offset != no_pread_at)
		return real(file, bytes, length, offset);
	errno = EIO;
	return -1;
}

void *
realloc(void *old, size_t size)
{
	static void *(*real)(void *, size_t);

	if (real == NULL)
		*(void **)&real = dlsym(RTLD_NEXT, "realloc");
	return reallocs_granted != 0 && --reallocs_granted == 0 ? NULL : real(old, size);
}

/* What cannot be read after a damaged record may be whole: nothing is taken away. */
static void
test_a_disk_that_fails(void **state)
{
	struct whole whole;
	struct clair_archive_fault fault;

	(void)state;
	kinds[5].body_length = 300;
	whole = write_whole();
	whole.bytes[whole.ends[4] + 30] ^= 0x55;
	support_write_file(path, whole.bytes, whole.length);
	no_pread_at = (off_t)whole.ends[4] + 1;
	assert_int_equal(support_archive_fault(path, CLAIR_ARCHIVE_GO_ON, &fault), CLAIR_ARCHIVE_NO_FILE);
	assert_int_equal(fault.error, EIO);
	assert_int_equal(fault.offset, whole.ends[4]);
	no_pread_at = -1;
	assert_int_equal(file_size(), whole.length);
	kinds[5].body_length = LARGE;
	free(whole.bytes);
}

static void
test_memory_that_is_short(void **state)
{
	struct whole whole;
	struct clair_archive_fault fault;
	unsigned granted = 0;
	bool refused;

	(void)state;
	kinds[5].body_length = 300;
	whole = write_whole();
	do {
		reallocs_granted = ++granted;
		(void)support_archive_fault(path, CLAIR_ARCHIVE_GO_ON, &fault);
		refused = reallocs_granted == 0;
		reallocs_granted = 0;
		assert_int_equal(fault.why, refused ? CLAIR_ARCHIVE_NO_MEMORY : CLAIR_ARCHIVE_FINE);
		assert_int_equal(file_size(), whole.length);
	} while (refused);
	assert_true(granted > 3);
	kinds[5].body_length = LARGE;
	free(whole.bytes);
}

/* --- What cannot be opened, or put -------------------------------------------------------------------------- */

static void
test_not_one(void **state)
{
	static const char *const texts[] = {"<!DOCTYPE html>", "warc/1.0\r\n", "\x1F\x8B\x08\x08", "PK\3\4", "[]\n\n",
	    "\0\0\0\0"};
	struct clair_archive_fault fault;
	struct clair_archive *archive;
	struct clair_buf packed;

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		for (int mode = CLAIR_ARCHIVE_READ; mode <= CLAIR_ARCHIVE_GO_ON; mode++) {
			support_write_file(path, texts[i], 4);
			assert_int_equal(support_archive_fault(path, (enum clair_archive_mode)mode, &fault), CLAIR_ARCHIVE_NOT_ONE);
			assert_int_equal(file_size(), 4);
		}
	}
	clair_buf_init(&packed, 0);
	support_pack(&packed, "a letter to the mayor", 21, SUPPORT_GZIP);
	for (size_t length = 20; length <= packed.length; length++) {
		support_write_file(path, packed.bytes, length);
		assert_int_equal(support_archive_fault(path, CLAIR_ARCHIVE_GO_ON, &fault), CLAIR_ARCHIVE_NOT_ONE);
		assert_int_equal(file_size(), length);
	}
	clair_buf_free(&packed);
	support_write_file(path, "", 0);
	assert_int_equal(support_archive_fault(path, CLAIR_ARCHIVE_READ, &fault), CLAIR_ARCHIVE_NOT_ONE);
	assert_int_equal(support_archive_fault(folder, CLAIR_ARCHIVE_READ, &fault), CLAIR_ARCHIVE_NO_FILE);
	assert_int_equal(support_archive_fault("absent.warc", CLAIR_ARCHIVE_READ, &fault), CLAIR_ARCHIVE_NO_FILE);
	assert_int_equal(fault.error, ENOENT);

	archive = support_archive(path, CLAIR_ARCHIVE_GO_ON);
	assert_int_equal(support_archive_fault(path, CLAIR_ARCHIVE_GO_ON, &fault), CLAIR_ARCHIVE_HELD);
	clair_archive_close(archive);
	archive = support_archive(path, CLAIR_ARCHIVE_GO_ON);
	clair_archive_close(archive);
}

static void
test_what_is_not_put(void **state)
{
	struct clair_exchange wrong = kinds[4];
	struct clair_archive *archive;

	(void)state;
	unlink(path);
	archive = support_archive(path, CLAIR_ARCHIVE_GO_ON);
	wrong.method = "POST";
	assert_int_equal(clair_archive_put(archive, &wrong), CLAIR_BAD_INPUT);
	wrong = kinds[4];
	wrong.url = "ftp://www.exemple.fr/";
	assert_int_equal(clair_archive_put(archive, &wrong), CLAIR_BAD_INPUT);
	wrong = kinds[0];
	wrong.failure = NULL;
	assert_int_equal(clair_archive_put(archive, &wrong), CLAIR_BAD_INPUT);
	wrong = kinds[4];
	wrong.body = large;
	wrong.body_length = CLAIR_ARCHIVE_LARGEST_BODY + 1;
	assert_int_equal(clair_archive_put(archive, &wrong), CLAIR_TOO_LARGE);
	clair_archive_close(archive);
	assert_int_equal(file_size(), 0);
}

/* A server that writes two spaces where HTTP has one. */
static void
test_status_after_blanks(void **state)
{
	static const char headers[] = "HTTP/1.1  200 OK\r\nContent-Type: text/html\r\n";
	struct clair_exchange exchange = {.method = "GET", .url = "http://x.fr/", ANSWER(headers), BODY("<p>")};
	struct clair_exchange read;
	struct clair_archive *archive;

	(void)state;
	unlink(path);
	archive = support_archive(path, CLAIR_ARCHIVE_GO_ON);
	assert_int_equal(clair_archive_put(archive, &exchange), CLAIR_OK);
	clair_archive_close(archive);
	archive = support_archive(path, CLAIR_ARCHIVE_READ);
	assert_string_equal(clair_archive_first(archive), "http://x.fr/");
	assert_true(clair_archive_take(archive, "GET", exchange.url, false, &read));
	assert_string_equal(read.headers, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n");
	clair_archive_close(archive);
}

/* An address and fields made to write records of their own. */
static void
test_injection(void **state)
{
	static const char headers[] = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-One: a\rWARC/1.1\r\n\r\nHTTP/1.1 404 No\r\n"
	                              "X-Two: b\0c\r\nno field at all\r\n";
	struct clair_exchange exchange = {.method = "GET",
	    .url = "http://x.fr/\r\nWARC-Target-URI: http://y.fr/\r\n\r\nWARC/1.1",
	    .failure = "tls\r\nWARC-Type: response",
	    ANSWER(headers),
	    BODY("<p>")};
	struct clair_exchange read;
	struct clair_archive *archive;

	(void)state;
	unlink(path);
	archive = support_archive(path, CLAIR_ARCHIVE_GO_ON);
	assert_int_equal(clair_archive_put(archive, &exchange), CLAIR_OK);
	clair_archive_close(archive);
	archive = support_archive(path, CLAIR_ARCHIVE_READ);
	assert_int_equal(clair_archive_count(archive), 1);
	assert_false(clair_archive_take(archive, "GET", "http://y.fr/", true, &read));
	assert_true(clair_archive_take(archive, "GET", exchange.url, false, &read));
	assert_string_equal(read.url, "http://x.fr/%0D%0AWARC-Target-URI:%20http://y.fr/%0D%0A%0D%0AWARC/1.1");
	assert_string_equal(read.failure, "tls  WARC-Type: response");
	assert_string_equal(read.headers, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-One: a WARC/1.1\r\nX-Two: b c\r\n");
	assert_bytes(read.body, read.body_length, "<p>", 3);
	clair_archive_close(archive);
}

/* --- Other readers ------------------------------------------------------------------------------------------- */

/* A reader of WARC that shares nothing with ours: what it finds is written line by line. */
static void
test_other_reader(void **state)
{
	char *command[] = {"python3", "tests/unit/archive.py", path, NULL};
	extern char **environ;
	struct clair_exchange later = kinds[4];
	struct clair_archive *archive;
	pid_t child;
	int status;

	(void)state;
	later.url = "https://www.exemple.fr/http2";
	later.headers = "HTTP/2 200 \r\ncontent-type: text/html\r\n";
	later.headers_length = strlen(later.headers);
	unlink(path);
	archive = support_archive(path, CLAIR_ARCHIVE_GO_ON);
	put(archive, 0, KINDS);
	for (int i = 0; i < 2; i++)
		assert_int_equal(clair_archive_put(archive, &later), CLAIR_OK);
	clair_archive_close(archive);
	assert_int_equal(posix_spawnp(&child, command[0], NULL, NULL, command, environ), 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
}

static int
make_folder(void **state)
{
	uint32_t number = 1;

	(void)state;
	for (size_t i = 0; i < LARGE; i++) {
		number = number * 1664525u + 1013904223u;
		large[i] = (char)(number >> 24);
	}
	kinds[5].body = large;
	kinds[5].body_length = LARGE;
	if (mkdtemp(folder) == NULL)
		return -1;
	snprintf(path, sizeof(path), "%s/kept.warc.gz", folder);
	return 0;
}

static int
remove_folder(void **state)
{
	(void)state;
	unlink(path);
	return rmdir(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_round_trip),
		cmocka_unit_test(test_cut_short),
		cmocka_unit_test(test_garbage_at_the_end),
		cmocka_unit_test(test_a_disk_that_fails),
		cmocka_unit_test(test_memory_that_is_short),
		cmocka_unit_test(test_not_one),
		cmocka_unit_test(test_what_is_not_put),
		cmocka_unit_test(test_status_after_blanks),
		cmocka_unit_test(test_injection),
		cmocka_unit_test(test_other_reader),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
