/* Style sheets of a crawl on loopback: who gets what, how often, in which order, and when it goes wrong. */
#include "engine/sheets.h"
#include "tests/support/crawl_session.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct session {
	struct crawl_session crawl;
	struct clair_loader *loader;
	struct clair_sheets *store; /* between the judges and the loader, or NULL */
	bool shared;                /* there is a store */
	size_t ceiling;             /* of the store */
};

static void
ask_sheet(const struct session *session, struct clair_buf *line, const char *url)
{
	struct clair_resource resource = {.bytes = NULL};

	clair_loader_load(session->loader, url, &resource);
	clair_buf_printf(line, " %s", crawl_session_short(&session->crawl, url));
	if (resource.failure != NULL)
		clair_buf_printf(line, " !%s", resource.failure);
	else
		clair_buf_printf(line, " %zu %s", resource.length,
		    resource.media_type != NULL ? resource.media_type : "-");
	if (resource.charset != NULL)
		clair_buf_printf(line, " %s", resource.charset);
	if (resource.no_sniff)
		clair_buf_puts(line, " nosniff");
	if (resource.final_url != NULL)
		clair_buf_printf(line, " > %s", crawl_session_short(&session->crawl, resource.final_url));
	free(resource.bytes);
	free(resource.charset);
	free(resource.media_type);
	free(resource.final_url);
}

/* As the engine asks. */
static void
ask_store(const struct session *session, struct clair_buf *line, const char *url)
{
	struct clair_arena arena;
	struct clair_sheet_answer answer;

	clair_arena_init(&arena, 0);
	answer = clair_sheets_load(session->store, url, &arena);
	clair_buf_printf(line, " %s %s", crawl_session_short(&session->crawl, url),
	    answer.failure != NULL ? answer.failure : answer.media_type);
	if (answer.content != NULL) {
		assert_non_null(clair_sheets_parse(session->store, answer.content, "utf-8", false));
		clair_sheets_let_go(session->store, answer.content);
	}
	clair_arena_free(&arena);
}

/* "/path: /sheet.css 12 text/css, /other.css timeout" */
static void
write_sheets(void *payload, struct clair_buf *line, const struct clair_document *document, const char *text)
{
	const struct session *session = payload;
	char *url;

	clair_buf_printf(line, "%s:", crawl_session_short(&session->crawl, document->url));
	if (document->failure != NULL)
		clair_buf_printf(line, " !%s", document->failure);
	while ((url = crawl_session_quoted(document->url, &text, "<link href=\"")) != NULL) {
		if (session->store != NULL)
			ask_store(session, line, url);
		else
			ask_sheet(session, line, url);
		free(url);
	}
}

static struct clair_crawl_report
crawl(struct session *session, struct test_server *server, const char *path,
    struct clair_crawl_options options)
{
	struct clair_crawl_report report;

	session->crawl.write = write_sheets;
	session->crawl.payload = session;
	session->loader = clair_loader_new();
	assert_non_null(session->loader);
	if (session->shared)
		session->store = clair_sheets_new(
		    &(struct clair_sheet_source){.load = clair_loader_load, .load_payload = session->loader},
		    session->ceiling);
	options.no_sitemap = true;
	options.loader = session->loader;
	report = crawl_session_run(&session->crawl, server, path, options);
	clair_sheets_free(session->store);
	session->store = NULL;
	clair_loader_free(session->loader);
	return report;
}

static void
test_answers(void **state)
{
	static const char script[] =
	    "/p body=<link href=\"/a.css\"><link href=\"/moved.css\"><link href=\"/none.css\">"
	    "<link href=\"/prive/x.css\"><link href=\"/page\"><link href=\"/untyped.css\">"
	    "<link href=\"/large.css\"><link href=\"/bomb.css\"><link href=\"/round.css\">"
	    "<link href=\"/latin.css\"><link href=\"/empty.css\"><link href=\"/a.css\">\n"
	    "/a.css type=text/css body=a{top:0}\n"
	    "/moved.css status=301 location=/b.css\n"
	    "/b.css type=text/css size=500 header=X-Content-Type-Options: nosniff\n"
	    "/page type=text/html body=<p>Page\n"
	    "/untyped.css type=none body=u{}\n"
	    "/large.css type=text/css size=70000\n"
	    "/bomb.css type=text/css gzip=900000\n"
	    "/round.css status=302 location=/round.css\n"
	    "/latin.css type=text/css;charset=ISO-8859-1 body=l{}\n"
	    "/empty.css empty=1\n";
	struct test_server *server = test_server_start("tests/site/small", script);
	struct session session = {.shared = false};
	struct clair_crawl_options options = crawl_session_options();
	struct clair_crawl_report report;

	(void)state;
	options.max_sheet_bytes = 65536;
	report = crawl(&session, server, "/p", options);
	assert_string_equal(session.crawl.transcript.bytes,
	    "/p: /a.css 8 text/css /moved.css 500 text/css nosniff > /b.css /none.css !http-status"
	    " /prive/x.css !robots /page 7 text/html /untyped.css 3 - /large.css !too-large"
	    " /bomb.css !too-large /round.css !redirect-loop /latin.css 3 text/css ISO-8859-1"
	    " /empty.css !truncated /a.css 8 text/css\n");
	assert_int_equal(test_server_count(server, "/prive/x.css"), 0);
	/* One connection that broke is tried again. */
	assert_int_equal(test_server_count(server, "/empty.css"), 2);
	assert_int_equal(report.facts.requested, 1);
	assert_int_equal(report.judged, 1);
	assert_int_equal(report.sheets, 11);
	assert_int_equal(report.sheets_failed, 6);
	clair_buf_free(&session.crawl.transcript);
	test_server_stop(server);
}

/* Another origin is asked for its robots.txt, once, and what it refuses is not asked for. */
static void
test_other_origin(void **state)
{
	struct test_server *other = test_server_start("tests/site/small",
	    "/a.css type=text/css body=a{top:0}\n/b.css type=text/css body=b{}\n"
	    "/prive/x.css type=text/css body=x{}\n");
	const char *cdn = test_server_url(other);
	struct test_server *server;
	struct session session = {.shared = false};
	struct clair_buf script;
	struct clair_buf wanted;

	(void)state;
	clair_buf_init(&script, 0);
	clair_buf_init(&wanted, 0);
	clair_buf_printf(&script,
	    "/p body=<link href=\"%sprive/x.css\"><link href=\"%sa.css\"><a href=\"/q\">q</a>\n"
	    "/q body=<link href=\"%sb.css\">\n",
	    cdn, cdn, cdn);
	server = test_server_start(NULL, script.bytes);
	crawl(&session, server, "/p", crawl_session_options());
	clair_buf_printf(&wanted,
	    "/p: %sprive/x.css !robots %sa.css 8 text/css\n/q: %sb.css 3 text/css\n", cdn,
	    cdn, cdn);
	assert_string_equal(session.crawl.transcript.bytes, wanted.bytes);
	assert_int_equal(test_server_count(other, "/robots.txt"), 1);
	assert_int_equal(test_server_count(other, "/prive/x.css"), 0);
	assert_int_equal(test_server_count(other, NULL), 3);
	clair_buf_free(&script);
	clair_buf_free(&wanted);
	clair_buf_free(&session.crawl.transcript);
	test_server_stop(server);
	test_server_stop(other);
}

/* Another host has its own failures: those of its sheets leave the sheets of the page's host alone. */
static void
test_other_host(void **state)
{
	struct test_server *other = test_server_start(NULL,
	    "/home body=home\n/a.css type=text/css body=a{top:0}\n/x* empty=1\n");
	struct test_server *server;
	struct session session = {.shared = false};
	struct clair_crawl_options options = crawl_session_options();
	unsigned port = test_server_port(other);
	struct clair_buf script;
	struct clair_buf wanted;
	char resolve[80];
	char page[80];
	char home[80];
	const char *const resolves[] = {resolve};
	const char *const starts[] = {page, home};

	(void)state;
	clair_buf_init(&script, 0);
	clair_buf_init(&wanted, 0);
	clair_buf_printf(&script,
	    "/p body=<link href=\"http://cdn.test:%u/a.css\"><link href=\"http://cdn.test:%u/x1\">"
	    "<link href=\"http://cdn.test:%u/x2\"><link href=\"http://cdn.test:%u/x3\">"
	    "<link href=\"http://cdn.test:%u/b.css\"><link href=\"/own.css\">\n"
	    "/own.css type=text/css body=o{}\n",
	    port, port, port, port, port);
	server = test_server_start(NULL, script.bytes);
	snprintf(resolve, sizeof(resolve), "cdn.test:%u:127.0.0.1", port);
	snprintf(page, sizeof(page), "%sp", test_server_url(server));
	snprintf(home, sizeof(home), "http://cdn.test:%u/home", port); /* named, so that it may be private */
	options.network.resolve = resolves;
	options.network.resolve_count = 1;
	options.starts = starts;
	options.start_count = 2;
	crawl(&session, server, NULL, options);
	clair_buf_printf(&wanted,
	    "/p: http://cdn.test:%u/a.css 8 text/css http://cdn.test:%u/x1 !truncated"
	    " http://cdn.test:%u/x2 !truncated http://cdn.test:%u/x3 !truncated"
	    " http://cdn.test:%u/b.css !host-failing /own.css 3 text/css\n%s:\n",
	    port, port, port, port, port, home);
	assert_string_equal(session.crawl.transcript.bytes, wanted.bytes);
	assert_int_equal(test_server_count(other, "/b.css"), 0);
	assert_memory_equal(test_server_request(other, 0).host, "cdn.test:", 9);
	clair_buf_free(&script);
	clair_buf_free(&wanted);
	clair_buf_free(&session.crawl.transcript);
	test_server_stop(server);
	test_server_stop(other);
}

/* A name that leads to a private address that the user did not name: nothing is asked there. */
static void
test_private(void **state)
{
	struct test_server *other = test_server_start(NULL, "/a.css type=text/css body=a{}");
	struct test_server *server;
	struct session session = {.shared = false};
	struct clair_crawl_options options = crawl_session_options();
	struct clair_buf script;
	struct clair_buf wanted;
	char resolve[80];
	const char *const resolves[] = {resolve};
	unsigned port = test_server_port(other);

	(void)state;
	clair_buf_init(&script, 0);
	clair_buf_init(&wanted, 0);
	clair_buf_printf(&script,
	    "/p body=<link href=\"http://cdn.invalid/a.css\"><link href=\"http://10.0.0.1/a.css\">"
	    "<link href=\"http://cdn.test:%u/a.css\">\n", port);
	snprintf(resolve, sizeof(resolve), "cdn.test:%u:127.0.0.1", port);
	options.network.resolve = resolves;
	options.network.resolve_count = 1;
	server = test_server_start(NULL, script.bytes);
	crawl(&session, server, "/p", options);
	clair_buf_printf(&wanted, "/p: http://cdn.invalid/a.css !unreachable"
	    " http://10.0.0.1/a.css !private-address http://cdn.test:%u/a.css !private-address\n", port);
	assert_string_equal(session.crawl.transcript.bytes, wanted.bytes);
	assert_int_equal(test_server_count(other, NULL), 0);
	clair_buf_free(&script);
	clair_buf_free(&wanted);
	clair_buf_free(&session.crawl.transcript);
	test_server_stop(server);
	test_server_stop(other);
}

/* Pages that share sheets and have some of their own; more than max_sheets in all. */
static void
write_site(struct clair_buf *script)
{
	clair_buf_init(script, 0);
	clair_buf_puts(script, "/start body=");
	for (int i = 0; i < 30; i++)
		clair_buf_printf(script, "<a href=\"/p%d\"></a>", i);
	clair_buf_puts(script, "<link href=\"/common.css\">\n");
	for (int i = 0; i < 30; i++)
		clair_buf_printf(script,
		    "/p%d body=<link href=\"/common.css\"><link href=\"/own%d.css\"><link href=\"/group%d.css\">"
		    "<link href=\"/late.css\">%d\n",
		    i, i, i % 5, i);
	clair_buf_puts(script, "/group3.css status=404\n/own7.css times=1 status=503\n");
	clair_buf_puts(script, "/*.css type=text/css body=x{}\n");
	for (int i = 0; i < 30; i++)
		clair_buf_printf(script, "/own%d.css type=text/css body=x{}\n/group%d.css type=text/css body=g{}\n",
		    i, i);
	clair_buf_puts(script, "/common.css type=text/css body=common{}\n/late.css type=text/css body=late{}\n");
}

static void
test_determinism(void **state)
{
	struct session session = {.crawl = {.shuffle = true}, .shared = true};
	struct clair_buf first;
	struct clair_buf script;

	(void)state;
	write_site(&script);
	clair_buf_init(&first, 0);
	for (int run = 0; run < 12; run++) {
		struct test_server *server = test_server_start(NULL, script.bytes);
		struct clair_crawl_options options = crawl_session_options();
		struct clair_crawl_report report;

		options.jobs = (unsigned[]){1, 2, 5, 16}[run % 4];
		options.parallel = 1 + (unsigned)run % 3;
		options.max_sheets = 20;
		report = crawl(&session, server, "/start", options);
		assert_int_equal(report.sheets, 20);
		assert_int_equal(report.facts.requested, 31);
		assert_int_equal(test_server_count(server, "/common.css"), 1);
		assert_int_equal(test_server_count(server, "/own0.css"), 1);
		assert_int_equal(test_server_count(server, "/group3.css"), 1);
		assert_int_equal(test_server_count(server, "/late.css"), 1);
		if (run == 0) {
			assert_non_null(strstr(session.crawl.transcript.bytes, "/group3.css http-status"));
			assert_non_null(strstr(session.crawl.transcript.bytes, "/own7.css text/css"));
			assert_non_null(strstr(session.crawl.transcript.bytes, "/own29.css sheet-limit"));
			clair_buf_puts(&first, session.crawl.transcript.bytes);
		}
		/* The address of the server is left out: its port changes. */
		assert_string_equal(session.crawl.transcript.bytes, first.bytes);
		test_server_stop(server);
	}
	clair_buf_free(&script);
	clair_buf_free(&first);
	clair_buf_free(&session.crawl.transcript);
}

/* Ten pages that all have the same eight sheets of 2,000 bytes. */
static struct test_server *
start_crowd(void)
{
	struct test_server *server;
	struct clair_buf script;

	clair_buf_init(&script, 0);
	clair_buf_puts(&script, "/p0 body=");
	for (int i = 1; i < 10; i++)
		clair_buf_printf(&script, "<a href=\"/p%d\"></a>", i);
	clair_buf_puts(&script, "\n");
	for (int page = 1; page < 10; page++) {
		clair_buf_printf(&script, "/p%d body=%d", page, page);
		for (int i = 0; i < 8; i++)
			clair_buf_printf(&script, "<link href=\"/s%d.css\">", i);
		clair_buf_puts(&script, "\n");
	}
	for (int i = 0; i < 8; i++)
		clair_buf_printf(&script, "/s%d.css type=text/css size=2000 body=s%d{}\n", i, i);
	server = test_server_start(NULL, script.bytes);
	clair_buf_free(&script);
	return server;
}

/* A parse is given up before the bytes it was made from: the network is not asked again. */
static void
test_bytes_are_kept(void **state)
{
	struct test_server *server = start_crowd();
	struct session session = {.shared = true, .ceiling = 24000};
	struct clair_crawl_report report = crawl(&session, server, "/p0", crawl_session_options());

	(void)state;
	assert_int_equal(test_server_count(server, NULL), 10 + 8 + 1);
	assert_int_equal(report.sheets, 8);
	assert_int_equal(report.sheets_again, 0);
	assert_null(strstr(session.crawl.transcript.bytes, "sheet-limit"));
	clair_buf_free(&session.crawl.transcript);
	test_server_stop(server);
}

/* Where not even the bytes fit, an address is asked for again, within limits of their own. */
static void
test_asked_again(void **state)
{
	struct test_server *server = start_crowd();
	struct session session = {.shared = true, .ceiling = 5000};
	struct clair_crawl_options options = crawl_session_options();
	struct clair_crawl_report report;

	(void)state;
	options.max_sheets = 20;
	report = crawl(&session, server, "/p0", options);
	assert_int_equal(report.sheets, 8);
	assert_int_equal(report.sheets_again, 20);
	assert_int_equal(report.sheet_bytes, 8 * 2000);
	assert_int_equal(report.sheet_bytes_again, 20 * 2000);
	assert_int_equal(test_server_count(server, NULL), 10 + 8 + 20 + 1);
	assert_non_null(strstr(session.crawl.transcript.bytes, "sheet-limit"));
	options.max_sheets = 0;
	options.max_bytes = 30000;
	report = crawl(&session, server, "/p0", options);
	assert_int_equal(report.sheets_again, 15);
	clair_buf_free(&session.crawl.transcript);
	test_server_stop(server);
}

/* A server that never answers is not waited for at each sheet. */
static void
test_dead_host(void **state)
{
	struct test_server *server = test_server_start(NULL,
	    "/p body=<link href=\"http://127.0.0.1:1/a.css\"><link href=\"http://127.0.0.1:1/b.css\">"
	    "<link href=\"http://127.0.0.1:1/c.css\"><link href=\"http://127.0.0.1:1/d.css\">");
	struct session session = {.shared = false};

	(void)state;
	crawl(&session, server, "/p", crawl_session_options());
	assert_string_equal(session.crawl.transcript.bytes,
	    "/p: http://127.0.0.1:1/a.css !unreachable http://127.0.0.1:1/b.css !unreachable"
	    " http://127.0.0.1:1/c.css !unreachable http://127.0.0.1:1/d.css !host-failing\n");
	clair_buf_free(&session.crawl.transcript);
	test_server_stop(server);
}

/* Sheets wait their turn as pages do, and go before the pages of their host. */
static void
test_politeness(void **state)
{
	struct test_server *server = test_server_start(NULL,
	    "/start body=<a href=\"/p1\"></a><a href=\"/p2\"></a><a href=\"/p3\"></a><a href=\"/p4\"></a>"
	    "<a href=\"/p5\"></a><a href=\"/p6\"></a>\n"
	    "/p1 body=<link href=\"/a.css\"><link href=\"/b.css\">1\n"
	    "/p2 body=2\n/p3 body=3\n/p4 body=4\n/p5 body=5\n/p6 body=6\n"
	    "/a.css type=text/css body=a{}\n/b.css type=text/css body=b{}\n");
	struct session session = {.shared = false};
	struct clair_crawl_options options = crawl_session_options();
	size_t page = 0;
	size_t sheet = 0;

	(void)state;
	options.delay_ms = 60;
	crawl(&session, server, "/start", options);
	assert_int_equal(test_server_count(server, NULL), 10);
	for (size_t i = 1; i < 10; i++) {
		struct test_request request = test_server_request(server, i);

		assert_true(request.at_ms - test_server_request(server, i - 1).at_ms >= 59);
		if (strcmp(request.target, "/p1") == 0)
			page = i;
		if (strcmp(request.target, "/b.css") == 0)
			sheet = i;
	}
	/* The page was judged before another could be asked for. */
	assert_true(page != 0 && sheet <= page + 3);
	clair_buf_free(&session.crawl.transcript);
	test_server_stop(server);
}

/* Ctrl-C while every worker waits for a server that dawdles. */
static void
test_interruption(void **state)
{
	struct test_server *server = test_server_start(NULL,
	    "/start body=<a href=\"/p1\"></a><a href=\"/p2\"></a>\n"
	    "/p1 body=<link href=\"/slow.css\"><link href=\"/other.css\">1\n"
	    "/p2 body=<link href=\"/slow.css\">2\n"
	    "/slow.css type=text/css size=100000 chunk=100 pause=500\n");
	struct session session = {.crawl = {.interrupt_told = 4}};
	struct clair_crawl_options options = crawl_session_options();
	struct clair_crawl_report report;

	(void)state;
	options.jobs = 2;
	options.parallel = 4;
	options.max_page_seconds = 60;
	report = crawl(&session, server, "/start", options);
	assert_string_equal(report.facts.stopped_because, "interrupted");
	assert_string_equal(session.crawl.transcript.bytes,
	    "/start:\n/p1: /slow.css !interrupted /other.css !interrupted\n/p2: /slow.css !interrupted\n");
	assert_true(report.seconds < 30);
	assert_int_equal(test_server_count(server, "/other.css"), 0);
	clair_buf_free(&session.crawl.transcript);
	test_server_stop(server);
}

/* Ctrl-C, and the clock, are heard past a limit too: the pages that are left wait for sheets. */
static void
test_end_past_a_limit(void **state)
{
	struct test_server *server = test_server_start(NULL,
	    "/start body=<a href=\"/p1\"></a><a href=\"/p2\"></a>\n"
	    "/p1 body=<link href=\"/slow.css\"><link href=\"/other.css\">\n"
	    "/slow.css type=text/css size=100000 chunk=100 pause=500\n");

	(void)state;
	for (unsigned run = 0; run < 4; run++) {
		struct session session = {.crawl = {.interrupt_told = run < 2 ? 4 : 0}};
		struct clair_crawl_options options = crawl_session_options();
		struct clair_crawl_report report;

		options.max_pages = run % 2 == 0 ? 2 : 0;
		options.max_bytes = run % 2 == 0 ? 0 : 60;
		options.max_seconds = run < 2 ? 0 : 1;
		options.max_page_seconds = 10;
		report = crawl(&session, server, "/start", options);
		assert_string_equal(
		    report.facts.stopped_because, run % 2 == 0 ? "page-limit" : "byte-limit");
		assert_string_equal(session.crawl.transcript.bytes,
		    "/start:\n/p1: /slow.css !interrupted /other.css !interrupted\n");
		assert_int_equal(report.facts.requested, 2);
		clair_buf_free(&session.crawl.transcript);
	}
	assert_int_equal(test_server_count(server, "/other.css"), 0);
	test_server_stop(server);
}

/* Nobody answers outside a crawl. */
static void
test_no_crawl(void **state)
{
	struct clair_loader *loader = clair_loader_new();
	struct clair_resource resource = {.bytes = NULL};

	(void)state;
	clair_loader_load(loader, "http://127.0.0.1/a.css", &resource);
	assert_string_equal(resource.failure, "not-loaded");
	assert_null(resource.bytes);
	clair_loader_free(loader);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_answers),
		cmocka_unit_test(test_other_origin),
		cmocka_unit_test(test_other_host),
		cmocka_unit_test(test_private),
		cmocka_unit_test(test_determinism),
		cmocka_unit_test(test_bytes_are_kept),
		cmocka_unit_test(test_asked_again),
		cmocka_unit_test(test_dead_host),
		cmocka_unit_test(test_politeness),
		cmocka_unit_test(test_interruption),
		cmocka_unit_test(test_end_past_a_limit),
		cmocka_unit_test(test_no_crawl),
	};

	return cmocka_run_group_tests_name(
	    "load", tests, crawl_session_set_up, crawl_session_tear_down);
}
