/* Whole crawls on loopback: order, limits, politeness, and servers that misbehave. */
#include "tests/support/crawl_session.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* "depth status path > final failure" */
static void
write_page(void *payload, struct clair_buf *line, const struct clair_document *document, const char *text)
{
	const struct crawl_session *session = payload;

	(void)text;
	clair_buf_printf(line, "%d %d %s", document->click_depth, document->http_status,
	    crawl_session_short(session, document->url));
	if (document->final_url != NULL)
		clair_buf_printf(line, " > %s", crawl_session_short(session, document->final_url));
	if (document->failure != NULL)
		clair_buf_printf(line, " %s", document->failure);
}

static struct clair_crawl_report
crawl(struct crawl_session *session, struct test_server *server, const char *path,
    struct clair_crawl_options options)
{
	session->write = write_page;
	session->payload = session;
	return crawl_session_run(session, server, path, options);
}

static const char small_transcript[] =
    "0 200 /\n"
    "1 200 /b.html\n"
    "1 200 /a.html\n"
    "1 200 /index.html duplicate\n"
    "1 200 /rubrique > /rubrique/\n"
    "1 200 /plan.pdf not-html\n"
    "1 404 /absent.html http-status\n"
    "2 200 /copie.html duplicate\n"
    "2 200 /c.html\n"
    "2 200 /rubrique/d.html\n"
    "-1 200 /orpheline.html\n"
    "-1 200 /fille.html\n";

static void
test_small_site(void **state)
{
	struct test_server *server = test_server_start("tests/site/small", NULL);
	struct crawl_session session = {.transcript.length = 0};
	struct clair_crawl_report report = crawl(&session, server, "/", crawl_session_options());

	(void)state;
	assert_string_equal(session.transcript.bytes, small_transcript);
	assert_string_equal(report.facts.stopped_because, "all-pages");
	assert_int_equal(report.judged, 8);
	assert_int_equal(report.duplicates, 2);
	assert_int_equal(report.not_html, 1);
	assert_int_equal(report.facts.failed, 1);
	assert_int_equal(report.refused_by_robots, 1);
	assert_int_equal(report.left, 0);
	assert_int_equal(report.sitemaps, 1);
	assert_int_equal(report.from_sitemaps, 1);
	assert_int_equal(test_server_count(server, "/prive/x.html"), 0);
	assert_int_equal(test_server_count(server, "/robots.txt"), 1);
	assert_non_null(strstr(test_server_request(server, 0).user_agent, "clairlint/"));
	assert_non_null(strstr(test_server_request(server, 0).user_agent, "(+https://"));
	clair_buf_free(&session.transcript);
	test_server_stop(server);
}

/* 20 runs, workers and parallel requests of all kinds, limits or not: one transcript. */
static void
test_determinism(void **state)
{
	static const uint32_t limits[] = {0, 1, 3, 4, 6, 7};
	struct test_server *server = test_server_start("tests/site/small", NULL);
	struct crawl_session session = {.shuffle = true};

	(void)state;
	for (size_t i = 0; i < sizeof(limits) / sizeof(limits[0]); i++) {
		struct clair_crawl_options options = crawl_session_options();
		char *first = NULL;
		struct clair_crawl_report first_report = {.judged = 0};

		options.max_pages = limits[i];
		for (unsigned run = 0; run < 20; run++) {
			struct clair_crawl_report report;

			options.jobs = 1 + run % 3;
			options.parallel = run < 10 ? 4 : 1;
			report = crawl(&session, server, "/", options);
			if (first == NULL) {
				first = strdup(session.transcript.bytes);
				first_report = report;
			}
			assert_string_equal(session.transcript.bytes, first);
			assert_int_equal(report.facts.known, first_report.facts.known);
			assert_int_equal(report.facts.requested, first_report.facts.requested);
			assert_int_equal(report.left, first_report.left);
			assert_string_equal(
			    report.facts.stopped_because, limits[i] == 0 || limits[i] > 8 ? "all-pages"
			                                                                  : "page-limit");
		}
		if (limits[i] == 0)
			assert_string_equal(first, small_transcript);
		else
			assert_memory_equal(first, small_transcript, strlen(first));
		free(first);
	}
	clair_buf_free(&session.transcript);
	test_server_stop(server);
}

struct answer_case {
	const char *title;
	const char *script;
	const char *path;
	const char *wanted;
};

static const struct answer_case answers[] = {
	{"not found", "", "/x", "0 404 /x http-status\n"},
	{"forbidden", "/x status=403 body=<p>Non", "/x", "0 403 /x http-status\n"},
	{"error page", "/x status=500 body=<p>Panne", "/x", "0 500 /x http-status\n"},
	{"gone", "/x status=410", "/x", "0 410 /x http-status\n"},
	{"page", "/x body=<p>Oui", "/x", "0 200 /x\n"},
	{"empty page", "/x", "/x", "0 200 /x\n"},
	{"no type", "/x type=none body=<p>Oui", "/x", "0 200 /x not-html\n"},
	{"type in capitals", "/x type=TEXT/HTML;charset=utf-8 body=<p>Oui", "/x", "0 200 /x\n"},
	{"XHTML", "/x type=application/xhtml+xml body=<p/>", "/x", "0 200 /x\n"},
	{"text", "/x type=text/plain body=<p>Oui", "/x", "0 200 /x not-html\n"},
	{"large document, not read", "/x type=video/mp4 size=9000000", "/x", "0 200 /x not-html\n"},
	{"just small enough", "/x size=5242880", "/x", "0 200 /x\n"},
	{"too large", "/x size=5242881", "/x", "0 200 /x too-large\n"},
	{"gzip", "/x gzip=100000", "/x", "0 200 /x\n"},
	{"gzip bomb", "/x gzip=30000000", "/x", "0 200 /x too-large\n"},
	{"not gzip", "/x header=Content-Encoding: gzip| body=plain", "/x", "0 200 /x bad-encoding\n"},
	{"truncated", "/x size=100 claim=200", "/x", "0 200 /x truncated\n"},
	{"no answer", "/x empty=1", "/x", "0 0 /x truncated\n"},
	{"not HTTP", "/x garbage=1", "/x", "0 0 /x protocol\n"},
	{"accident", "/x times=1 empty=1\n/x body=<p>Oui", "/x", "0 200 /x\n"},
	{"slow body", "/x size=5000 chunk=100 pause=200", "/x", "0 200 /x timeout\n"},
	{"dripping headers", "/x size=10 chunk=1 pause=100", "/x", "0 0 /x timeout\n"},
	{"redirect", "/x status=302 location=/y\n/y body=<p>Oui", "/x", "0 200 /x > /y\n"},
	{"relative redirect", "/a/x status=301 location=../y\n/y body=<p>Oui", "/a/x",
	    "0 200 /a/x > /y\n"},
	{"redirect to itself", "/x status=302 location=/x", "/x", "0 302 /x redirect-loop\n"},
	{"redirect circle", "/x status=302 location=/y\n/y status=302 location=/x", "/x",
	    "0 302 /x > /y redirect-loop\n"},
	{"redirect to a refused page", "/robots.txt type=text/plain body=User-agent:*\n"
	    "/x status=302 location=/y", "/x", "0 404 /x > /y http-status\n"},
	{"redirect to nowhere", "/x status=302 location=mailto:a@b.fr", "/x", "0 302 /x http-status\n"},
	{"redirect without address", "/x status=302", "/x", "0 302 /x http-status\n"},
	{"off to a private address", "/x status=302 location=http://localhost:1/", "/x",
	    "0 302 /x > http://localhost:1/ private-address\n"},
	{"off to another scheme", "/x status=302 location=file:///etc/passwd", "/x",
	    "0 302 /x http-status\n"},
	{"busy, then not", "/x times=2 status=503\n/x body=<p>Oui", "/x", "0 200 /x\n"},
	{"busy for ever", "/x status=503", "/x", "0 503 /x http-status\n"},
	{"too many, told when", "/x times=1 status=429 header=Retry-After: 0\n/x body=<p>Oui", "/x",
	    "0 200 /x\n"},
	{"too long to wait", "/x times=1 status=429 header=Retry-After: 3600\n/x body=<p>Oui", "/x",
	    "0 429 /x http-status\n"},
	{"robots in error", "/robots.txt status=500", "/x", "0 0 /x robots-unreachable\n"},
	{"robots forbidden", "/robots.txt status=403\n/x body=<p>Oui", "/x", "0 200 /x\n"},
	{"robots redirected",
	    "/robots.txt status=301 location=/r\n/r type=text/plain body=User-agent: clairlint\n"
	    "/x body=<p>Oui", "/x", "0 200 /x\n"},
	{"robots in circles", "/robots.txt status=301 location=/robots.txt\n/x body=<p>Oui", "/x",
	    "0 200 /x\n"},
};

static void
test_answers(void **state)
{
	struct crawl_session session = {.delivered = 0};
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(answers) / sizeof(answers[0]); i++) {
		struct test_server *server = test_server_start(NULL, answers[i].script);
		struct clair_crawl_options options = crawl_session_options();

		options.no_sitemap = true;
		options.max_page_seconds = strstr(answers[i].wanted, "timeout") != NULL ? 1 : 20;
		crawl(&session, server, answers[i].path, options);
		if (strcmp(session.transcript.bytes, answers[i].wanted) != 0) {
			print_error("%s: %swanted %s", answers[i].title, session.transcript.bytes,
			    answers[i].wanted);
			wrong++;
		}
		test_server_stop(server);
	}
	clair_buf_free(&session.transcript);
	assert_int_equal(wrong, 0);
}

static void
test_tries(void **state)
{
	struct test_server *server = test_server_start(NULL, "/x status=503\n/y empty=1");
	struct crawl_session session = {.delivered = 0};
	struct clair_crawl_options options = crawl_session_options();

	(void)state;
	options.no_sitemap = true;
	crawl(&session, server, "/x", options);
	crawl(&session, server, "/y", options);
	assert_int_equal(test_server_count(server, "/x"), 3);
	assert_int_equal(test_server_count(server, "/y"), 2);
	clair_buf_free(&session.transcript);
	test_server_stop(server);
}

static void
test_unreachable(void **state)
{
	struct test_server *server = test_server_start(NULL, NULL);
	struct crawl_session session = {.delivered = 0};
	struct clair_crawl_options options = crawl_session_options();
	const char *starts[] = {"http://127.0.0.1:1/", "javascript:x", "http://nulle-part.invalid/"};

	(void)state;
	options.starts = starts;
	options.start_count = 3;
	crawl(&session, server, NULL, options);
	assert_string_equal(session.transcript.bytes,
	    "0 0 http://127.0.0.1:1/ unreachable\n"
	    "0 0 javascript:x bad-url\n"
	    "0 0 http://nulle-part.invalid/ unreachable\n");
	clair_buf_free(&session.transcript);
	test_server_stop(server);
}

static void
test_robots(void **state)
{
	struct test_server *server = test_server_start(NULL,
	    "/robots.txt type=text/plain header=X: y| size=10\n"
	    "/x body=<a href=\"/y\">y</a>\n/y body=<p>Oui");
	struct crawl_session session = {.delivered = 0};
	struct clair_crawl_options options = crawl_session_options();
	struct clair_crawl_report report;

	(void)state;
	test_server_stop(server);
	/* a folder's robots.txt, since a script has one line for a body */
	server = test_server_start("tests/site/refused", "/y body=<p>Oui\n/z status=302 location=/y");
	report = crawl(&session, server, "/y", options);
	assert_string_equal(session.transcript.bytes, "0 0 /y robots\n");
	assert_string_equal(report.facts.stopped_because, "robots");
	assert_int_equal(test_server_count(server, "/y"), 0);
	report = crawl(&session, server, "/z", options);
	assert_string_equal(session.transcript.bytes, "0 302 /z > /y robots\n");
	options.ignore_robots = true;
	report = crawl(&session, server, "/y", options);
	assert_string_equal(session.transcript.bytes, "0 200 /y\n");
	clair_buf_free(&session.transcript);
	test_server_stop(server);
}

/* Every address that has this in it. */
static bool
spares(const void *payload, const char *url)
{
	return strstr(url, payload) != NULL;
}

/* Who asked to be left alone: neither a page, nor where a page leads, nor a robots.txt or a sitemap. */
static void
test_spared(void **state)
{
	struct test_server *server = test_server_start(NULL,
	    "/x body=<a href=\"/not/a\">a</a><a href=\"/y\">y</a><a href=\"/z\">z</a>\n/y status=302 location=/not/b\n"
	    "/z body=<p>Oui\n/sitemap.xml status=302 location=/not/sitemap.xml\n/not/robots.txt type=text/plain\n"
	    "/r status=302 location=/not/r");
	struct crawl_session session = {.delivered = 0};
	struct clair_crawl_options options = crawl_session_options();
	struct clair_crawl_report report;

	(void)state;
	options.spares = spares;
	options.spares_payload = "/not/";
	report = crawl(&session, server, "/x", options);
	assert_string_equal(session.transcript.bytes, "0 200 /x\n1 302 /y > /not/b opted-out\n1 200 /z\n");
	assert_int_equal(report.opted_out, 1);
	assert_int_equal(report.facts.known, 4);
	assert_string_equal(report.facts.stopped_because, "opted-out");
	assert_int_equal(test_server_count(server, "/sitemap.xml"), 1);
	report = crawl(&session, server, "/r", options);
	assert_string_equal(session.transcript.bytes, "0 302 /r > /not/r opted-out\n");
	assert_int_equal(report.facts.failed, 1);
	report = crawl(&session, server, "/not/x", options);
	assert_string_equal(session.transcript.bytes, "0 0 /not/x opted-out\n");
	for (size_t i = 0; i < test_server_count(server, NULL); i++)
		assert_null(strstr(test_server_request(server, i).target, "/not/"));
	options.spares_payload = "/";
	test_server_stop(server);
	server = test_server_start(NULL, "/x body=<p>Oui");
	report = crawl(&session, server, "/x", options);
	assert_string_equal(session.transcript.bytes, "0 0 /x opted-out\n");
	assert_int_equal(test_server_count(server, NULL), 0);
	clair_buf_free(&session.transcript);
	test_server_stop(server);
}

/* Between two requests to a host: the delay, Crawl-delay, and one request at a time. */
static void
test_politeness(void **state)
{
	struct test_server *server = test_server_start("tests/site/small", NULL);
	struct crawl_session session = {.delivered = 0};
	struct clair_crawl_options options = crawl_session_options();
	size_t count;

	(void)state;
	options.delay_ms = 40;
	options.jobs = 2;
	crawl(&session, server, "/", options);
	assert_string_equal(session.transcript.bytes, small_transcript);
	count = test_server_count(server, NULL);
	assert_true(count > 10);
	for (size_t i = 1; i < count; i++)
		assert_true(test_server_request(server, i).at_ms -
		        test_server_request(server, i - 1).at_ms >= 39);
	test_server_stop(server);

	/* Its last answer took 150 ms: twice that is waited for. */
	server = test_server_start(NULL,
	    "/x size=2000 chunk=700 pause=50 body=<a href=\"/y\">y</a>\n/y body=<p>Oui");
	options.no_sitemap = true;
	options.delay_ms = 10;
	crawl(&session, server, "/x", options);
	assert_string_equal(session.transcript.bytes, "0 200 /x\n1 200 /y\n");
	assert_true(test_server_request(server, 2).at_ms - test_server_request(server, 1).at_ms >= 290);
	test_server_stop(server);
	clair_buf_free(&session.transcript);
}

static void
test_crawl_delay(void **state)
{
	struct test_server *server =
	    test_server_start("tests/site/slowly", "/x body=<a href=\"/y\">y</a>\n/y body=<p>Oui");
	struct crawl_session session = {.delivered = 0};
	struct clair_crawl_options options = crawl_session_options();
	struct clair_crawl_report report;

	(void)state;
	options.no_sitemap = true;
	options.delay_ms = 1;
	options.max_crawl_delay_ms = 120;
	report = crawl(&session, server, "/x", options);
	assert_int_equal(report.crawl_delay_ms, 7000);
	assert_true(report.crawl_delay_cut);
	for (size_t i = 1; i < 3; i++)
		assert_true(test_server_request(server, i).at_ms -
		        test_server_request(server, i - 1).at_ms >= 119);
	/* Twice this delay, if it were waited for; the bound leaves room for busy machines. */
	options.max_crawl_delay_ms = 5000;
	options.own_site = true;
	report = crawl(&session, server, "/x", options);
	assert_true(report.seconds < 5);
	test_server_stop(server);
	clair_buf_free(&session.transcript);
}

/* Ten failures in a row: the host is left alone, and what was left is said. */
static void
test_host_failing(void **state)
{
	struct clair_buf script;
	struct test_server *server;
	struct crawl_session session = {.delivered = 0};
	struct clair_crawl_options options = crawl_session_options();
	struct clair_crawl_report report;

	(void)state;
	clair_buf_init(&script, 0);
	clair_buf_puts(&script, "/bad* status=500\n/x body=");
	for (int i = 0; i < 30; i++)
		clair_buf_printf(&script, "<a href=\"/bad%02d\"></a>", i);
	server = test_server_start(NULL, script.bytes);
	options.no_sitemap = true;
	for (unsigned parallel = 1; parallel <= 4; parallel += 3) {
		options.parallel = parallel;
		report = crawl(&session, server, "/x", options);
		assert_string_equal(report.facts.stopped_because, "host-failing");
		assert_int_equal(session.delivered, 11);
		assert_int_equal(report.facts.failed, 10);
		assert_int_equal(report.host_failing, 20);
		assert_int_equal(report.left, 0);
	}
	assert_int_equal(test_server_count(server, "/bad09"), 2);
	clair_buf_free(&script);
	clair_buf_free(&session.transcript);
	test_server_stop(server);
}

static void
test_limits(void **state)
{
	struct test_server *server = test_server_start(NULL, "/n/* endless=1");
	struct crawl_session session = {.delivered = 0};
	struct clair_crawl_options options = crawl_session_options();
	struct clair_crawl_report report;

	(void)state;
	options.no_sitemap = true;
	options.max_pages = 20;
	options.jobs = 2;
	options.parallel = 4;
	report = crawl(&session, server, "/n/0", options);
	assert_string_equal(report.facts.stopped_because, "page-limit");
	assert_int_equal(session.delivered, 20);
	assert_int_equal(report.left, 2);
	assert_int_equal(test_server_count(server, NULL), 21);

	options.max_pages = 0;
	options.max_depth = 3;
	report = crawl(&session, server, "/n/0", options);
	assert_string_equal(report.facts.stopped_because, "depth-limit");
	assert_string_equal(session.transcript.bytes,
	    "0 200 /n/0\n1 200 /n/1\n1 200 /n/2\n2 200 /n/3\n2 200 /n/4\n3 200 /n/5\n3 200 /n/6\n");
	assert_int_equal(report.too_deep, 2);

	options.max_depth = -1;
	options.max_known = 15;
	report = crawl(&session, server, "/n/0", options);
	assert_string_equal(report.facts.stopped_because, "address-limit");
	assert_int_equal(session.delivered, 15);

	options.max_known = 1000000;
	options.max_bytes = 1000;
	report = crawl(&session, server, "/n/0", options);
	assert_string_equal(report.facts.stopped_because, "byte-limit");
	assert_true(report.bytes >= 1000 && report.bytes < 1100);

	options.max_bytes = 0;
	options.max_seconds = 1;
	report = crawl(&session, server, "/n/0", options);
	assert_string_equal(report.facts.stopped_because, "time-limit");
	assert_true(report.seconds >= 1 && report.seconds < 20);
	assert_true(report.left > 0);

	options.max_seconds = 0;
	session.interrupt_at = 30;
	report = crawl(&session, server, "/n/0", options);
	assert_string_equal(report.facts.stopped_because, "interrupted");
	assert_true(session.delivered >= 30 && session.delivered < 60);
	clair_buf_free(&session.transcript);
	test_server_stop(server);
}

static void
test_no_memory(void **state)
{
	struct test_server *server = test_server_start(NULL, "/n/* endless=1");
	struct crawl_session session = {.fail_at = 5};
	struct clair_crawl_options options = crawl_session_options();

	(void)state;
	options.jobs = 2;
	options.parallel = 4;
	crawl(&session, server, "/n/0", options);
	assert_int_equal(session.delivered, 5);
	clair_buf_free(&session.transcript);
	test_server_stop(server);
}

/* A public-looking site must not make us ask our own network. The names are given by the test. */
static void
test_private(void **state)
{
	struct test_server *server = test_server_start(NULL,
	    "/r host=public.test status=302 location=http://169.254.169.254/latest/\n"
	    "/ host=public.test body=<a href=\"http://interne.public.test:0/\">i</a>"
	    "<a href=\"/r\">r</a><a href=\"http://10.0.0.1/\">d</a>");
	struct crawl_session session = {.delivered = 0};
	struct clair_crawl_options options = crawl_session_options();
	char resolve[2][80];
	const char *const list[] = {resolve[0], resolve[1]};
	char start[80];
	char hop[80];
	const char *starts[2] = {start, hop};
	struct test_server *other;
	char *script = NULL;

	(void)state;
	/* The script needs a port that is only known once another server runs. */
	other = test_server_start(NULL, "/ body=<p>secret");
	assert_true(asprintf(&script,
	                "/ body=<a href=\"http://interne.public.test:%u/\">i</a><a href=\"/r\">r</a>"
	                "<a href=\"http://10.0.0.1/\">d</a>\n"
	                "/r status=302 location=http://169.254.169.254/latest/\n"
	                "/s status=302 location=http://interne.public.test:%u/\n"
	                "/t status=302 location=http://127.0.0.1:%u/",
	                test_server_port(other), test_server_port(other), test_server_port(other)) > 0);
	test_server_stop(server);
	server = test_server_start(NULL, script);
	free(script);
	snprintf(resolve[0], sizeof(resolve[0]), "public.test:%u:127.0.0.1", test_server_port(server));
	snprintf(resolve[1], sizeof(resolve[1]), "interne.public.test:%u:127.0.0.1",
	    test_server_port(other));
	snprintf(start, sizeof(start), "http://public.test:%u/", test_server_port(server));
	snprintf(hop, sizeof(hop), "http://public.test:%u/s", test_server_port(server));
	options.network.resolve = list;
	options.network.resolve_count = 2;
	options.starts = starts;
	options.start_count = 2;
	options.no_sitemap = true;
	session.base = start;
	crawl(&session, server, NULL, options);
	assert_non_null(strstr(session.transcript.bytes, "/s > http://interne.public.test"));
	assert_non_null(strstr(session.transcript.bytes, "private-address\n"));
	assert_non_null(strstr(session.transcript.bytes, "/r redirect-off-site\n"));
	assert_null(strstr(session.transcript.bytes, "10.0.0.1"));
	snprintf(hop, sizeof(hop), "http://public.test:%u/t", test_server_port(server));
	crawl(&session, server, NULL, options);
	assert_non_null(strstr(session.transcript.bytes, "/t > http://127.0.0.1"));
	assert_int_equal(test_server_count(other, NULL), 0);
	/* Named by the user, it may be asked. */
	snprintf(hop, sizeof(hop), "http://interne.public.test:%u/", test_server_port(other));
	crawl(&session, server, NULL, options);
	assert_int_equal(test_server_count(other, "/"), 1);
	clair_buf_free(&session.transcript);
	test_server_stop(server);
	test_server_stop(other);
}

static void
test_list(void **state)
{
	struct test_server *server = test_server_start("tests/site/small", NULL);
	struct crawl_session session = {.delivered = 0};
	struct clair_crawl_options options = crawl_session_options();
	struct clair_crawl_report report;

	(void)state;
	options.list = true;
	report = crawl(&session, server, "/", options);
	assert_string_equal(session.transcript.bytes, "0 200 /\n");
	assert_string_equal(report.facts.stopped_because, "all-pages");
	assert_false(report.facts.is_site);
	assert_int_equal(test_server_count(server, NULL), 2);
	clair_buf_free(&session.transcript);
	test_server_stop(server);
}

/* Redirects to pages known before and after, and a canonical address that differs by the query. */
static void
test_same_page(void **state)
{
	struct test_server *server = test_server_start(NULL,
	    "/ body=<a href=\"/old\"></a><a href=\"/new\"></a><a href=\"/old2\"></a>"
	    "<a href=\"/p\"></a><a href=\"/p?tri=1\"></a><a href=\"/q?tri=1\"></a>\n"
	    "/old status=301 location=/new\n/old2 status=301 location=/new\n/new body=<p>Oui\n"
	    "/p body=<p>P\n/p?tri=1 body=<p>P trié<link rel=\"canonical\" href=\"/p\">\n"
	    "/q?tri=1 body=<p>Q<link rel=\"canonical\" href=\"/p\">");
	struct crawl_session session = {.delivered = 0};
	struct clair_crawl_options options = crawl_session_options();

	(void)state;
	options.no_sitemap = true;
	for (unsigned run = 0; run < 10; run++) {
		options.parallel = 1 + run % 4;
		options.jobs = 1 + run % 2;
		crawl(&session, server, "/", options);
		assert_string_equal(session.transcript.bytes,
		    "0 200 /\n"
		    "1 200 /old > /new\n"
		    "1 200 /new duplicate\n"
		    "1 200 /old2 > /new duplicate\n"
		    "1 200 /p\n"
		    "1 200 /p?tri=1 variant\n"
		    "1 200 /q?tri=1\n");
	}
	clair_buf_free(&session.transcript);
	test_server_stop(server);
}

static void
test_sitemaps(void **state)
{
	struct test_server *server = test_server_start("tests/site/sitemaps",
	    "/ body=<p>Accueil\n/busy.xml times=1 status=503");
	struct crawl_session session = {.delivered = 0};
	struct clair_crawl_report report = crawl(&session, server, "/", crawl_session_options());

	(void)state;
	assert_string_equal(session.transcript.bytes,
	    "0 200 /\n"
	    "-1 404 /xml-1 http-status\n"
	    "-1 404 /xml-2 http-status\n"
	    "-1 404 /gz-1 http-status\n");
	assert_int_equal(report.sitemaps, 4);
	assert_int_equal(test_server_count(server, "/sitemap.xml"), 0);
	clair_buf_free(&session.transcript);
	test_server_stop(server);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_small_site),
		cmocka_unit_test(test_determinism),
		cmocka_unit_test(test_answers),
		cmocka_unit_test(test_tries),
		cmocka_unit_test(test_unreachable),
		cmocka_unit_test(test_robots),
		cmocka_unit_test(test_spared),
		cmocka_unit_test(test_politeness),
		cmocka_unit_test(test_crawl_delay),
		cmocka_unit_test(test_host_failing),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_no_memory),
		cmocka_unit_test(test_private),
		cmocka_unit_test(test_list),
		cmocka_unit_test(test_same_page),
		cmocka_unit_test(test_sitemaps),
	};

	return cmocka_run_group_tests_name(
	    "crawl", tests, crawl_session_set_up, crawl_session_tear_down);
}
