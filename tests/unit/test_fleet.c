/* Many crawls on one thread: the pace of a host, answers that sites share, answers had before. */
#include "net/fleet.h"

#include "archive/archive.h"
#include "base/buf.h"
#include "tests/support/crawl_session.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

enum { DELAY_MS = 60, SITES = 3 };

/* A judge that asks for one style sheet, and follows nothing. */
struct site {
	struct clair_loader *loader;
	const char *sheet;          /* or NULL */
	struct clair_crawl_report report;
	struct clair_crawl_options options;
	struct clair_crawl_calls calls;
	struct clair_buf told;      /* page by page */
};

static void *
judge(void *payload, const struct clair_document *document)
{
	struct site *site = payload;
	struct clair_resource sheet = {.failure = "not-asked"};
	char *line = NULL;

	if (site->sheet != NULL && document->bytes != NULL) {
		sheet.failure = NULL;
		clair_loader_load(site->loader, site->sheet, &sheet);
	}
	assert_true(asprintf(&line, "%s %d %s", strrchr(document->url, '/'), document->http_status,
	    document->failure != NULL ? document->failure : sheet.failure != NULL ? sheet.failure : sheet.bytes) > 0);
	free(sheet.bytes);
	free(sheet.charset);
	free(sheet.media_type);
	free(sheet.final_url);
	return line;
}

static bool
deliver(void *payload, void *result, uint32_t order)
{
	struct site *site = payload;

	(void)order;
	clair_buf_printf(&site->told, "%s\n", (char *)result);
	free(result);
	return true;
}

static void
discard(void *payload, void *result)
{
	(void)payload;
	free(result);
}

static void
set_up(struct site *site, const char *const *addresses, size_t count)
{
	*site = (struct site){.loader = clair_loader_new(), .options = crawl_session_options()};
	clair_buf_init(&site->told, 0);
	site->calls = (struct clair_crawl_calls){.payload = site, .judge = judge, .deliver = deliver, .discard = discard};
	site->options.starts = addresses;
	site->options.start_count = count;
	site->options.list = true;
	site->options.loader = site->loader;
	site->options.delay_ms = DELAY_MS;
}

static void
tear_down(struct site *site)
{
	clair_loader_free(site->loader);
	clair_buf_free(&site->told);
}

static void
run(struct clair_fleet *fleet)
{
	unsigned ended = 0;
	unsigned running = clair_fleet_running(fleet);

	while (clair_fleet_running(fleet) > 0 || ended < running) {
		const struct clair_crawl_report *report;

		clair_fleet_wait(fleet, 200);
		while ((report = clair_fleet_ended(fleet)) != NULL) {
			assert_string_equal(report->facts.stopped_because, "all-pages");
			ended++;
		}
	}
}

/* Three crawls of one host: no request comes sooner than the delay after another. */
static void
test_one_pace(void **state)
{
	struct test_server *server = test_server_start(NULL, "/* body=<p>x");
	const struct clair_fleet_options options = {.jobs = 2};
	struct clair_fleet *fleet;
	struct site sites[SITES];
	char texts[SITES][2][80];
	const char *addresses[SITES][2];
	size_t requests;

	(void)state;
	assert_int_equal(clair_fleet_new(&fleet, &options), CLAIR_OK);
	for (int i = 0; i < SITES; i++) {
		for (int page = 0; page < 2; page++) {
			snprintf(texts[i][page], sizeof(texts[i][page]), "%sp%d-%d", test_server_url(server), i, page);
			addresses[i][page] = texts[i][page];
		}
		set_up(&sites[i], addresses[i], 2);
		assert_int_equal(clair_fleet_begin(fleet, &sites[i].report, &sites[i].options, &sites[i].calls), CLAIR_OK);
	}
	run(fleet);
	clair_fleet_free(fleet);
	requests = test_server_count(server, NULL);
	/* Pages, and a robots.txt for each crawl: the host is named, so its answers are not shared. */
	assert_int_equal(requests, SITES * 2 + SITES);
	for (size_t i = 1; i < requests; i++)
		assert_true(test_server_request(server, i).at_ms - test_server_request(server, i - 1).at_ms >= DELAY_MS - 2);
	for (int i = 0; i < SITES; i++) {
		char wanted[80];

		/* The second page has the bytes of the first. */
		snprintf(wanted, sizeof(wanted), "/p%d-0 200 not-asked\n/p%d-1 200 duplicate\n", i, i);
		assert_string_equal(sites[i].told.bytes, wanted);
		assert_int_equal(sites[i].report.requests, 3);
		tear_down(&sites[i]);
	}
	test_server_stop(server);
}

/* A fleet that rests takes what comes and asks for nothing; a crawl that is dropped gives nothing more, the others go
 * on. */
static void
test_rest_and_drop(void **state)
{
	struct test_server *server = test_server_start(NULL, "/* body=<p>x");
	const struct clair_fleet_options options = {.jobs = 2};
	struct clair_fleet *fleet;
	struct site sites[2];
	char texts[2][80];
	const char *addresses[2];
	size_t asked;

	(void)state;
	assert_int_equal(clair_fleet_new(&fleet, &options), CLAIR_OK);
	for (int i = 0; i < 2; i++) {
		snprintf(texts[i], sizeof(texts[i]), "%sp%d", test_server_url(server), i);
		addresses[i] = texts[i];
		set_up(&sites[i], &addresses[i], 1);
		assert_int_equal(clair_fleet_begin(fleet, &sites[i].report, &sites[i].options, &sites[i].calls), CLAIR_OK);
	}
	assert_ptr_equal(clair_fleet_next(fleet, NULL), &sites[0].report);
	assert_ptr_equal(clair_fleet_next(fleet, &sites[0].report), &sites[1].report);
	assert_null(clair_fleet_next(fleet, &sites[1].report));
	clair_fleet_wait(fleet, 0);
	for (int i = 0; i < 10; i++)
		clair_fleet_rest(fleet, 2 * DELAY_MS / 10);
	asked = test_server_count(server, NULL);
	assert_int_equal(asked, 1); /* the robots.txt of the first, asked for before the rest */
	clair_fleet_drop(fleet, &sites[0].report);
	clair_fleet_drop(fleet, &sites[0].report);
	assert_int_equal(clair_fleet_running(fleet), 1);
	run(fleet);
	assert_int_equal(test_server_count(server, "/p0"), 0);
	assert_string_equal(sites[0].told.bytes == NULL ? "" : sites[0].told.bytes, "");
	assert_string_equal(sites[1].told.bytes, "/p1 200 not-asked\n");
	clair_fleet_free(fleet);
	for (int i = 0; i < 2; i++)
		tear_down(&sites[i]);
	test_server_stop(server);
}

/* A proxy stands for the names: hosts that serve many sites are then no private addresses. */
static void
test_shared_answers(void **state)
{
	struct test_server *server = test_server_start(NULL,
	    "http://cdn.test/style.css type=text/css body=a{}\n"
	    "http://un.test/ body=<p>un\nhttp://deux.test/ body=<p>deux\nhttp://trois.test/ body=<p>trois\n");
	const char *const starts[SITES] = {"http://un.test/", "http://deux.test/", "http://trois.test/"};
	const struct clair_fleet_options options = {
	    .network = {.proxy = test_server_url(server)}, .jobs = 2, .cache_bytes = 1 << 20};
	struct clair_fleet *fleet;
	struct site sites[SITES];

	(void)state;
	assert_int_equal(clair_fleet_new(&fleet, &options), CLAIR_OK);
	for (int i = 0; i < SITES; i++) {
		set_up(&sites[i], &starts[i], 1);
		sites[i].sheet = "http://cdn.test/style.css";
		assert_int_equal(clair_fleet_begin(fleet, &sites[i].report, &sites[i].options, &sites[i].calls), CLAIR_OK);
		/* One after the other: the answer is there for the next one. */
		run(fleet);
		assert_string_equal(sites[i].told.bytes, "/ 200 a{}\n");
		assert_int_equal(sites[i].report.sheets, 1);
	}
	clair_fleet_free(fleet);
	assert_int_equal(test_server_count(server, "http://cdn.test/style.css"), 1);
	assert_int_equal(test_server_count(server, "http://cdn.test/robots.txt"), 1);
	assert_int_equal(test_server_count(server, "http://deux.test/"), 1);
	for (int i = 0; i < SITES; i++)
		tear_down(&sites[i]);
	test_server_stop(server);
}

static void
crawl_archived(const char *path, const char *const *starts, size_t count, bool offline, const char *wanted)
{
	struct clair_archive_fault fault;
	struct site site;

	set_up(&site, starts, count);
	assert_int_equal(clair_archive_open(&site.options.archive, &path, 1,
	                     offline ? CLAIR_ARCHIVE_READ : CLAIR_ARCHIVE_GO_ON, &fault), CLAIR_OK);
	site.options.offline = offline;
	assert_int_equal(clair_crawl(&site.report, &site.options, &site.calls), CLAIR_OK);
	assert_string_equal(site.told.bytes, wanted);
	clair_archive_close(site.options.archive);
	tear_down(&site);
}

/* What was answered once is not asked for again: not the page, not the refusal, not the failure. */
static void
test_answers_had_before(void **state)
{
	struct test_server *server = test_server_start(NULL,
	    "/a body=<p>a\n/b status=404 body=no\n/c empty=1\n/d status=301 location=/a2\n/a2 body=<p>a2\n/e body=<p>e\n");
	static const char wanted[] =
	    "/a 200 not-asked\n/b 404 http-status\n/c 0 truncated\n/d 200 not-asked\n/e 200 not-asked\n";
	char folder[] = "/tmp/clair-fleet-XXXXXX";
	char path[80];
	char texts[5][80];
	const char *starts[5];
	size_t asked;

	(void)state;
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/pages.warc.gz", folder);
	for (int i = 0; i < 5; i++) {
		snprintf(texts[i], sizeof(texts[i]), "%s%c", test_server_url(server), 'a' + i);
		starts[i] = texts[i];
	}
	/* Cut short after three addresses, then gone on with. */
	crawl_archived(path, starts, 3, false, "/a 200 not-asked\n/b 404 http-status\n/c 0 truncated\n");
	asked = test_server_count(server, NULL);
	crawl_archived(path, starts, 5, false, wanted);
	assert_int_equal(test_server_count(server, "/a"), 1);
	assert_int_equal(test_server_count(server, "/b"), 1);
	assert_int_equal(test_server_count(server, "/robots.txt"), 1);
	/* /d, /a2 and /e are all that is new. */
	assert_int_equal(test_server_count(server, NULL), asked + 3);
	test_server_stop(server);
	crawl_archived(path, starts, 5, true, wanted);
	unlink(path);
	rmdir(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_pace),
		cmocka_unit_test(test_rest_and_drop),
		cmocka_unit_test(test_shared_answers),
		cmocka_unit_test(test_answers_had_before),
	};

	return cmocka_run_group_tests(tests, crawl_session_set_up, crawl_session_tear_down);
}
