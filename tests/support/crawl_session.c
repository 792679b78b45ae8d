/* See crawl_session.h. */
#include "tests/support/crawl_session.h"

#include "base/map.h"
#include "net/url.h"

#include <curl/curl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

enum { LINKS_MAX = 64 };

struct page {
	struct clair_buf line;
	char *links[LINKS_MAX];
	size_t link_count;
	char *canonical;
};

char *
crawl_session_quoted(const char *base, const char **at, const char *mark)
{
	const char *start = strstr(*at, mark);
	char *reference;
	char *url;
	size_t length;

	if (start == NULL)
		return NULL;
	start += strlen(mark);
	length = strcspn(start, "\"");
	*at = start + length;
	reference = strndup(start, length);
	url = clair_url_resolve(NULL, base, reference);
	free(reference);
	return url != NULL ? url : strdup("");
}

const char *
crawl_session_short(const struct crawl_session *session, const char *url)
{
	size_t length = strlen(session->base) - 1;

	return strncmp(url, session->base, length) == 0 ? url + length : url;
}

static void *
judge(void *payload, const struct clair_document *document)
{
	struct crawl_session *session = payload;
	struct page *page = calloc(1, sizeof(*page));
	const char *final = document->final_url != NULL ? document->final_url : document->url;
	char *text = strndup(document->bytes == NULL ? "" : document->bytes, document->length);
	const char *at = text;
	char *link;

	assert_non_null(page);
	if (session->shuffle)
		usleep((unsigned)(clair_hash(document->url, strlen(document->url), 7) % 3000));
	assert_true((document->bytes == NULL) == (document->failure != NULL));
	clair_buf_init(&page->line, 0);
	session->write(session->payload, &page->line, document, text);
	while (page->link_count < LINKS_MAX &&
	    (link = crawl_session_quoted(final, &at, "<a href=\"")) != NULL) {
		if (link[0] != '\0')
			page->links[page->link_count++] = link;
		else
			free(link);
	}
	at = text;
	page->canonical = crawl_session_quoted(final, &at, "<link rel=\"canonical\" href=\"");
	free(text);
	return page;
}

static size_t
link_count(void *payload, const void *result)
{
	(void)payload;
	return ((const struct page *)result)->link_count;
}

static const char *
link_at(void *payload, const void *result, size_t index)
{
	(void)payload;
	return ((const struct page *)result)->links[index];
}

static const char *
canonical(void *payload, const void *result)
{
	(void)payload;
	return ((const struct page *)result)->canonical;
}

static void
discard(void *payload, void *result)
{
	struct page *page = result;

	(void)payload;
	for (size_t i = 0; i < page->link_count; i++)
		free(page->links[i]);
	free(page->canonical);
	clair_buf_free(&page->line);
	free(page);
}

static bool
deliver(void *payload, void *result, uint32_t order)
{
	struct crawl_session *session = payload;

	assert_int_equal(order, session->delivered);
	session->delivered++;
	clair_buf_printf(&session->transcript, "%s\n", ((struct page *)result)->line.bytes);
	if (session->delivered == session->interrupt_at)
		session->interrupted = 1;
	discard(payload, result);
	return session->delivered != session->fail_at;
}

static void
progress(void *payload, const struct clair_crawl_progress *seen)
{
	struct crawl_session *session = payload;

	if (++session->told == session->interrupt_told)
		session->interrupted = 1;
	assert_true(seen->done <= seen->known);
	assert_true(seen->seconds_left >= 0 || seen->seconds_left == -1);
}

struct clair_crawl_options
crawl_session_options(void)
{
	struct clair_crawl_options options;

	clair_crawl_defaults(&options);
	options.delay_ms = 0;
	options.backoff_ms = 10;
	options.max_page_seconds = 5;
	return options;
}

static void
check_counts(const struct clair_crawl_report *report)
{
	assert_int_equal(report->facts.known, report->facts.requested + report->refused_by_robots + report->opted_out +
	        report->host_failing + report->not_archived + report->left);
	assert_int_equal(report->facts.requested, report->facts.fetched + report->facts.failed);
	assert_int_equal(report->facts.fetched, report->judged + report->facts.skipped);
	assert_int_equal(report->facts.skipped, report->duplicates + report->not_html);
	assert_true(report->sheets_failed <= report->sheets);
}

struct clair_crawl_report
crawl_session_run(struct crawl_session *session, struct test_server *server, const char *path,
    struct clair_crawl_options options)
{
	const struct clair_crawl_calls calls = {session, judge, link_count, link_at, canonical, deliver,
		discard, NULL, progress};
	struct clair_crawl_report report;
	char *start = NULL;
	const char *starts[1];
	enum clair_status status;

	session->base = test_server_url(server);
	session->delivered = 0;
	session->told = 0;
	session->interrupted = 0;
	clair_buf_free(&session->transcript);
	clair_buf_init(&session->transcript, 0);
	if (path != NULL) {
		start = clair_url_resolve(NULL, session->base, path);
		assert_non_null(start);
		starts[0] = start;
		options.starts = starts;
		options.start_count = 1;
	}
	options.interrupted = &session->interrupted;
	status = clair_crawl(&report, &options, &calls);
	assert_int_equal(status, session->fail_at != 0 ? CLAIR_NO_MEMORY : CLAIR_OK);
	check_counts(&report);
	assert_true(session->told > 0);
	free(start);
	return report;
}

int
crawl_session_set_up(void **state)
{
	(void)state;
	return curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK ? 0 : -1;
}

int
crawl_session_tear_down(void **state)
{
	(void)state;
	curl_global_cleanup();
	return 0;
}
