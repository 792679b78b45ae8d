/* The static server: what it gives, and what it must not. */
#include "net/serve.h"

#include <arpa/inet.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

/* What comes back for raw bytes sent. */
static void
ask(const struct clair_server *server, const char *request, char *answer, size_t room)
{
	const char *port = strrchr(clair_serve_url(server), ':') + 1;
	struct sockaddr_in address = {
		.sin_family = AF_INET,
		.sin_port = htons((uint16_t)strtoul(port, NULL, 10)),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK),
	};
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	size_t length = 0;
	ssize_t got;

	assert_true(fd >= 0);
	assert_int_equal(connect(fd, (const struct sockaddr *)&address, sizeof(address)), 0);
	assert_int_equal(send(fd, request, strlen(request), MSG_NOSIGNAL), strlen(request));
	while (length + 1 < room && (got = recv(fd, answer + length, room - length - 1, 0)) > 0)
		length += (size_t)got;
	answer[length] = '\0';
	close(fd);
}

struct serve_case {
	const char *request; /* without the last lines */
	const char *status;
	const char *holds;
};

static const struct serve_case cases[] = {
	{"GET / HTTP/1.1", "200 OK", "<title>Accueil</title>"},
	{"GET /index.html HTTP/1.1", "200 OK", "Content-Type: text/html\r\n"},
	{"GET /a.html?x=/../.. HTTP/1.1", "200 OK", "<title>A</title>"},
	{"GET /%61.html HTTP/1.1", "200 OK", "<title>A</title>"},
	{"GET /rubrique HTTP/1.1", "301 ", "Location: /rubrique/\r\n"},
	{"GET /rubrique/ HTTP/1.1", "200 OK", "<title>Rubrique</title>"},
	{"GET /rubrique/../a.html HTTP/1.1", "200 OK", "<title>A</title>"},
	{"GET /plan.pdf HTTP/1.1", "200 OK", "Content-Type: application/pdf\r\n"},
	{"GET /sitemap.xml HTTP/1.1", "200 OK", "Content-Type: application/xml\r\n"},
	{"HEAD /a.html HTTP/1.1", "200 OK", "Connection: close\r\n\r\n"},
	{"GET /absent HTTP/1.1", "404 ", "404 Not Found"},
	{"GET /../slowly/robots.txt HTTP/1.1", "404 ", ""},
	{"GET /%2e%2e/slowly/robots.txt HTTP/1.1", "404 ", ""},
	{"GET /..%2Fslowly/robots.txt HTTP/1.1", "404 ", ""},
	{"GET /rubrique/../../slowly/robots.txt HTTP/1.1", "404 ", ""},
	{"GET //etc/passwd HTTP/1.1", "404 ", ""},
	{"GET /a.html%00.txt HTTP/1.1", "400 ", ""},
	{"GET /%zz HTTP/1.1", "400 ", ""},
	{"GET etc/passwd HTTP/1.1", "400 ", ""},
	{"POST / HTTP/1.1", "405 ", "Allow: GET, HEAD\r\n"},
	{"nonsense", "405 ", ""},
};

static void
test_answers(void **state)
{
	struct clair_server *server;
	char request[200];
	char answer[4096];
	int wrong = 0;

	(void)state;
	assert_int_equal(clair_serve_start(&server, "tests/site/small", 0), CLAIR_OK);
	assert_memory_equal(clair_serve_url(server), "http://127.0.0.1:", 17);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		snprintf(request, sizeof(request), "%s\r\nHost: x\r\n\r\n", cases[i].request);
		ask(server, request, answer, sizeof(answer));
		if (strncmp(answer, "HTTP/1.1 ", 9) != 0 ||
		    strncmp(answer + 9, cases[i].status, strlen(cases[i].status)) != 0 ||
		    strstr(answer, cases[i].holds) == NULL || strstr(answer, "Crawl-delay") != NULL) {
			print_error("%s: %s\n", cases[i].request, answer);
			wrong++;
		}
		if (strncmp(cases[i].request, "HEAD", 4) == 0 && strstr(answer, "<title>") != NULL)
			wrong++;
	}
	clair_serve_stop(server);
	assert_int_equal(wrong, 0);
}

static void
test_cannot(void **state)
{
	struct clair_server *server;

	(void)state;
	assert_int_equal(clair_serve_start(&server, "tests/site/absent", 0), CLAIR_IO);
	assert_null(server);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_answers),
		cmocka_unit_test(test_cannot),
	};

	return cmocka_run_group_tests_name("serve", tests, NULL, NULL);
}
