/* What wget keeps of a site is read back: every page, byte for byte, packed or not, in chunks or gzip. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "net/serve.h"
#include "tests/support/archived.h"

#include <ftw.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const char page[] = "<!DOCTYPE html><html lang=fr><title>Page</title><p>Bonjour caf\xE9";

static char folder[] = "archive-wget-XXXXXX";
static struct clair_server *server;

/* --- The server ------------------------------------------------------------------------------------------ */

static char *
answer(void *payload, const struct clair_serve_request *request, size_t *length, size_t *chunk, unsigned *pause_ms)
{
	struct clair_buf out;

	(void)payload;
	*chunk = 0;
	*pause_ms = 0;
	clair_buf_init(&out, 0);
	clair_buf_puts(&out, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n");
	if (strcmp(request->target, "/chunks.html") == 0) {
		clair_buf_puts(&out, "Transfer-Encoding: chunked\r\n\r\n");
		for (size_t i = 0; i < sizeof(page) - 1; i++)
			clair_buf_printf(&out, "1\r\n%c\r\n", page[i]);
		clair_buf_puts(&out, "0\r\n\r\n");
	} else if (strcmp(request->target, "/packed.html") == 0 && strstr(request->headers, "gzip") != NULL) {
		clair_buf_puts(&out, "Content-Encoding: gzip\r\n\r\n");
		support_pack(&out, page, sizeof(page) - 1, SUPPORT_GZIP);
	} else {
		clair_buf_free(&out);
		return NULL;
	}
	*length = out.length;
	return out.bytes;
}

static int
start(void **state)
{
	(void)state;
	return mkdtemp(folder) == NULL || clair_serve_start_hooked(&server, "tests/site/sample", 0, answer, NULL) != CLAIR_OK;
}

static int
remove_one(const char *path, const struct stat *facts, int kind, struct FTW *walk)
{
	(void)facts;
	(void)kind;
	(void)walk;
	return remove(path);
}

static int
stop(void **state)
{
	(void)state;
	clair_serve_stop(server);
	return nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

/* --- wget ------------------------------------------------------------------------------------------------- */

static void
run_wget(const char *name, const char *out, const char *option)
{
	extern char **environ;
	char warc[120];
	char chunks[100];
	char packed[100];
	char *command[] = {"wget", "--no-config", "-q", "-r", "-l", "9", "--no-proxy", "--compression=gzip", (char *)(uintptr_t)option,
	    "-P", (char *)(uintptr_t)out, warc, (char *)(uintptr_t)clair_serve_url(server), chunks, packed, NULL};
	pid_t child;
	int status;

	snprintf(warc, sizeof(warc), "--warc-file=%s", name);
	snprintf(chunks, sizeof(chunks), "%schunks.html", clair_serve_url(server));
	snprintf(packed, sizeof(packed), "%spacked.html", clair_serve_url(server));
	assert_int_equal(posix_spawnp(&child, command[0], NULL, NULL, command, environ), 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	/* 8: the server said 404 for some, as the sample site wants. */
	assert_true(WIFEXITED(status) && (WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == 8));
}

/* --- What is compared --------------------------------------------------------------------------------------- */

static struct clair_archive *archive;
static unsigned compared;

/* The address of a file that wget wrote: OUT/HOST:PORT/PATH. */
static void
address_of(const char *path, char *url, size_t room)
{
	const char *name = strchr(strchr(path, '/') + 1, '/') + 1;
	size_t length;

	snprintf(url, room, "http://%s", name);
	length = strlen(url);
	if (length > 10 && strcmp(url + length - 11, "/index.html") == 0)
		url[length - 10] = '\0';
}

static int
compare(const char *path, const struct stat *facts, int kind, struct FTW *walk)
{
	struct clair_exchange exchange;
	char url[400];
	size_t length;
	char *bytes;

	(void)facts;
	(void)walk;
	if (kind != FTW_F)
		return 0;
	address_of(path, url, sizeof(url));
	if (!clair_archive_take(archive, "GET", url, false, &exchange))
		fail_msg("%s is not given", url);
	bytes = support_read_file(path, &length);
	assert_null(exchange.failure);
	assert_int_equal(exchange.body_length, length);
	assert_memory_equal(exchange.body, bytes, length);
	free(bytes);
	compared++;
	return 0;
}

static void
read_back(const char *name, const char *ending, const char *option)
{
	char out[100];
	char warc[100];
	char path[120];

	snprintf(out, sizeof(out), "%s/%s", folder, name);
	snprintf(warc, sizeof(warc), "%s/%s", folder, name);
	run_wget(warc, out, option);
	snprintf(path, sizeof(path), "%s%s", warc, ending);
	archive = support_archive(path, CLAIR_ARCHIVE_READ);
	assert_string_equal(clair_archive_first(archive), clair_serve_url(server));
	compared = 0;
	assert_int_equal(nftw(out, compare, 16, FTW_PHYS), 0);
	print_message("%s: %u files compared\n", path, compared);
	assert_true(compared > 20);
	clair_archive_close(archive);
}

static void
test_packed(void **state)
{
	(void)state;
	read_back("packed", ".warc.gz", "--warc-cdx");
}

static void
test_plain(void **state)
{
	(void)state;
	read_back("plain", ".warc", "--no-warc-compression");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_packed),
		cmocka_unit_test(test_plain),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
