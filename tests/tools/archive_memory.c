/* Time and memory of an archive of many exchanges: usage: archive_memory COUNT MEBIBYTES. Fails past so many. */
#include "archive/archive.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static double
seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* The most that the process had, in KiB; -1: not known. */
static long
most_memory(void)
{
	FILE *file = fopen("/proc/self/status", "r");
	char line[200];
	long most = -1;

	while (file != NULL && fgets(line, sizeof(line), file) != NULL) {
		if (strncmp(line, "VmHWM:", 6) == 0)
			most = strtol(line + 6, NULL, 10);
	}
	if (file != NULL)
		fclose(file);
	return most;
}

static void
name(char *url, size_t room, unsigned long number)
{
	snprintf(url, room, "https://www.ville-%lu.fr/page/%lu", number % 1000, number);
}

/* Every tenth is a failure. */
static bool
put_all(struct clair_archive *archive, unsigned long count)
{
	static const char headers[] = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
	char url[100];
	char body[200];

	for (unsigned long i = 0; i < count; i++) {
		struct clair_exchange exchange = {.method = "GET", .url = url, .when = 1795430000000 + (int64_t)i};

		name(url, sizeof(url), i);
		exchange.body = body;
		exchange.body_length = (size_t)snprintf(body, sizeof(body), "<!DOCTYPE html><title>%lu</title><p>Bonjour", i);
		exchange.failure = i % 10 == 9 ? "unreachable" : NULL;
		exchange.headers = exchange.failure == NULL ? headers : NULL;
		exchange.headers_length = exchange.failure == NULL ? sizeof(headers) - 1 : 0;
		if (clair_archive_put(archive, &exchange) != CLAIR_OK)
			return false;
	}
	return true;
}

static bool
take_some(struct clair_archive *archive, unsigned long count)
{
	struct clair_exchange exchange;
	char url[100];
	char wanted[200];

	for (unsigned long i = 0; i < count; i += count / 10000 + 1) {
		snprintf(wanted, sizeof(wanted), "<!DOCTYPE html><title>%lu</title><p>Bonjour", i);
		name(url, sizeof(url), i);
		if (!clair_archive_take(archive, "GET", url, false, &exchange))
			return false;
		if (exchange.failure == NULL && (exchange.body_length != strlen(wanted) ||
		        memcmp(exchange.body, wanted, strlen(wanted)) != 0))
			return false;
	}
	return true;
}

int
main(int argc, char **argv)
{
	unsigned long count = argc > 2 ? strtoul(argv[1], NULL, 10) : 0;
	long limit = argc > 2 ? strtol(argv[2], NULL, 10) : 0;
	char path[] = "/var/tmp/archive-memory-XXXXXX";
	const char *const paths[] = {path};
	struct clair_archive *archive = NULL;
	struct clair_archive_fault fault;
	double begin = seconds();
	double opened;
	double written;
	int file = mkstemp(path);
	bool good;

	if (file < 0 || count == 0 || limit == 0) {
		fputs("usage: archive_memory COUNT MEBIBYTES\n", stderr);
		return 2;
	}
	close(file);
	good = clair_archive_open(&archive, paths, 1, CLAIR_ARCHIVE_GO_ON, &fault) == CLAIR_OK && put_all(archive, count);
	clair_archive_close(archive);
	archive = NULL;
	written = seconds();
	good = good && clair_archive_open(&archive, paths, 1, CLAIR_ARCHIVE_GO_ON, &fault) == CLAIR_OK &&
	    clair_archive_count(archive) == count;
	opened = seconds();
	good = good && take_some(archive, count);
	clair_archive_close(archive);
	unlink(path);
	printf("%lu exchanges: written in %.1f s, opened in %.1f s, %ld MiB at most (limit %ld)\n", count,
	    written - begin, opened - written, most_memory() / 1024, limit);
	if (!good)
		puts("archive_memory: what was put is not given back");
	return good && most_memory() / 1024 <= limit ? 0 : 1;
}
