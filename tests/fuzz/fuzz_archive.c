/* Archives of other people: WARC, packed or not, and HAR. The first byte chooses how the rest is read. */
#include "tests/fuzz/fuzz.h"

#include "archive/archive.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <zlib.h>

static const char *const addresses[] = {"http://a.fr/", "http://a.fr/b", "https://www.exemple.fr/page?q=1"};

static void
write_all(int file, const void *bytes, size_t length)
{
	check(write(file, bytes, length) == (ssize_t)length, "the file cannot be written");
}

/* One gzip member whose checksum is right, so that what is inside is looked at. */
static void
write_packed(int file, const uint8_t *bytes, size_t length)
{
	z_stream stream = {0};
	size_t room = compressBound((uLong)length) + 64;
	unsigned char *packed = malloc(room);

	check(packed != NULL && deflateInit2(&stream, 1, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY) == Z_OK, "no memory");
	stream.next_in = (z_const Bytef *)(uintptr_t)bytes;
	stream.avail_in = (uInt)length;
	stream.next_out = packed;
	stream.avail_out = (uInt)room;
	check(deflate(&stream, Z_FINISH) == Z_STREAM_END, "not packed");
	write_all(file, packed, room - stream.avail_out);
	deflateEnd(&stream);
	free(packed);
}

/* A member for each piece that begins as a record. */
static void
write_members(int file, const uint8_t *bytes, size_t length)
{
	size_t from = 0;

	for (size_t at = 1; at + 5 <= length; at++) {
		if (memcmp(bytes + at, "WARC/", 5) != 0)
			continue;
		write_packed(file, bytes + from, at - from);
		from = at;
	}
	write_packed(file, bytes + from, length - from);
}

/* What is given has the shape that archive.h tells. */
static void
look(const struct clair_exchange *exchange)
{
	unsigned seen = 0;

	check(exchange->url != NULL && exchange->method != NULL, "no address");
	check(exchange->headers != NULL || exchange->failure != NULL, "neither answered nor failed");
	check(exchange->body_length <= CLAIR_ARCHIVE_LARGEST_BODY, "a large body");
	check(exchange->headers == NULL || memchr(exchange->headers, '\0', exchange->headers_length) == NULL, "NUL");
	check(exchange->headers == NULL || strstr(exchange->headers, "\r\n\r\n") == NULL, "an empty line");
	check(exchange->failure == NULL || strpbrk(exchange->failure, "\r\n") == NULL, "a failure of several lines");
	for (size_t i = 0; i < exchange->body_length; i += 512)
		seen += (unsigned char)exchange->body[i];
	check(seen <= exchange->body_length * 255, "the body is not there");
}

static void
take_all(struct clair_archive *archive)
{
	static const char *const methods[] = {"GET", "HEAD"};
	struct clair_exchange exchange;
	const char *first = clair_archive_first(archive);

	if (first != NULL)
		check(clair_archive_take(archive, "GET", first, true, &exchange), "the first page is not there");
	for (size_t i = 0; i < 2 * sizeof(addresses) / sizeof(addresses[0]); i++) {
		for (uint64_t taken = 0; clair_archive_take(archive, methods[i % 2], addresses[i / 2], false, &exchange); taken++) {
			check(taken < clair_archive_count(archive), "given more than once");
			look(&exchange);
		}
	}
}

static struct clair_archive *
open_one(const char *path, enum clair_archive_mode mode)
{
	struct clair_archive *archive;
	struct clair_archive_fault fault;
	enum clair_status status = clair_archive_open(&archive, &path, 1, mode, &fault);

	check((status == CLAIR_OK) == (archive != NULL) && (archive != NULL) == (fault.why == CLAIR_ARCHIVE_FINE), "status");
	return archive;
}

/* What is added to an archive that could be opened to go on is in it, whatever it held. */
static void
go_on(const char *path, const uint8_t *bytes, size_t length)
{
	static const char status[] = "HTTP/1.1 200 OK\r\n";
	struct text head = {0};
	struct clair_exchange exchange = {.method = "GET",
	    .url = "http://added.fr/",
	    .body = (const char *)bytes,
	    .body_length = length};
	struct clair_archive *archive = open_one(path, CLAIR_ARCHIVE_GO_ON);
	uint64_t count;

	if (archive == NULL || length > 100000) {
		clair_archive_close(archive);
		return;
	}
	collect(&head, status, sizeof(status) - 1);
	collect(&head, (const char *)bytes, length);
	exchange.headers = head.bytes;
	exchange.headers_length = head.length;
	count = clair_archive_count(archive);
	check(clair_archive_put(archive, &exchange) == CLAIR_OK, "not put");
	clair_archive_close(archive);
	archive = open_one(path, CLAIR_ARCHIVE_READ);
	check(archive != NULL && clair_archive_count(archive) == count + 1, "not read again");
	do {
		check(clair_archive_take(archive, "GET", exchange.url, false, &exchange), "not given");
		look(&exchange);
	} while (exchange.body_length != length || memcmp(exchange.body, bytes, length) != 0);
	clair_archive_close(archive);
	free(head.bytes);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char path[64];
	struct clair_archive *archive;
	int file;

	if (size == 0)
		return 0;
	file = memfd_create("archive", MFD_CLOEXEC);
	check(file >= 0, "no file");
	snprintf(path, sizeof(path), "/proc/self/fd/%d", file);
	if (data[0] % 2 == 0)
		write_all(file, data + 1, size - 1);
	else
		write_members(file, data + 1, size - 1);
	archive = open_one(path, CLAIR_ARCHIVE_READ);
	if (archive != NULL)
		take_all(archive);
	clair_archive_close(archive);
	if (data[0] % 4 >= 2)
		go_on(path, data + 1, size - 1);
	close(file);
	return 0;
}
