/* The style sheets of pages: what is loaded, how often, in which order, what is missing and why. */
#include "engine/sheets.h"

#include "base/buf.h"
#include "net/url.h"
#include "tests/support/page.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct fake {
	const char *url;
	const char *text;      /* NULL: the failure */
	const char *failure;
	const char *media_type;
	const char *final_url;
	const char *charset;
};

#define CSS(address, words) {.url = "https://" address, .text = (words), .media_type = "text/css"}

static const struct fake fakes[] = {
	CSS("example.fr/a.css", "a { color: red }"),
	CSS("example.fr/same.css", "a { color: red }"),
	CSS("example.fr/sub/b.css", "@import \"c.css\"; b { top: 0 }"),
	CSS("example.fr/sub/c.css", "c { top: 0 }"),
	{.url = "https://example.fr/moved.css", .text = "@import \"c.css\"; m { top: 0 }",
	    .media_type = "text/css", .final_url = "https://cdn.example/v2/moved.css"},
	CSS("cdn.example/v2/c.css", "cdn { top: 0 }"),
	CSS("example.fr/screen.css",
	    "@import \"a.css\" screen; @import \"gone.css\" print; @import \"gone.css\" supports(no-such: 1);"),
	CSS("example.fr/loop1.css", "@import \"loop2.css\"; l1 { top: 0 }"),
	CSS("example.fr/loop2.css", "@import \"loop1.css\"; l2 { top: 0 }"),
	CSS("example.fr/self.css", "@import \"self.css\"; self { top: 0 }"),
	CSS("example.fr/layers.css",
	    "@import \"sub/b.css\" layer(base); @import \"a.css\" layer; z { top: 0 }"),
	{.url = "https://example.fr/typed", .text = "t { top: 0 }", .media_type = "text/plain"},
	{.url = "https://example.fr/untyped", .text = "u { top: 0 }"},
	{.url = "https://cdn.example/typed", .text = "o { top: 0 }", .media_type = "text/html"},
	{.url = "https://example.fr/capitals", .text = "c { top: 0 }", .media_type = "text/plain",
	    .final_url = "HTTPS://Example.FR:443/TYPED"},
	{.url = "https://example.fr/other-port", .text = "p { top: 0 }", .media_type = "text/plain",
	    .final_url = "https://example.fr:444/typed"},
	{.url = "https://example.fr/longer-host", .text = "h { top: 0 }", .media_type = "text/plain",
	    .final_url = "https://example.fr.example/typed"},
	{.url = "https://example.fr/latin.css", .text = "a::before { content: '\xE9' }",
	    .media_type = "text/css", .charset = "iso-8859-1"},
	CSS("example.fr/old.css", "o::before { content: '\xE9' }"),
	{.url = "https://example.fr/broken.css", .failure = "timeout"},
};

struct fake_site {
	unsigned loads;
	pthread_mutex_t lock;
};

/* More imports than a page may have references. */
static char *
many_fonts(void)
{
	struct clair_buf text;

	clair_buf_init(&text, 0);
	for (int i = 0; i < 100000; i++)
		clair_buf_puts(&text, "@import \"//fonts.bunny.net/css\";");
	clair_buf_puts(&text, "@import \"a.css\";");
	return text.bytes;
}

/* A comment of `size` bytes, then a rule for the name. */
static char *
long_text(const char *name, int size)
{
	char *text = NULL;

	return asprintf(&text, "/*%*s*/ %.*s { top: 0 }", size, "", (int)strcspn(name, "."), name) < 0
	    ? NULL
	    : text;
}

/* deepN.css imports deepN+1.css; manyN.css are empty; bigN.css are long, hugeN.css are the longest, pageN.css
 * are long pages; fontsN.css imports many fonts; others are not there. */
static bool
fake_text(const char *url, struct clair_resource *resource)
{
	const char *name = strrchr(url, '/') + 1;
	char *text = NULL;

	if (strncmp(name, "deep", 4) == 0) {
		if (asprintf(&text, "@import \"deep%ld.css\"; d { top: 0 }", strtol(name + 4, NULL, 10) + 1) < 0)
			text = NULL;
	} else if (strncmp(name, "many", 4) == 0) {
		text = strdup("");
	} else if (strncmp(name, "big", 3) == 0) {
		text = long_text(name, 20000);
	} else if (strncmp(name, "huge", 4) == 0) {
		text = long_text(name, 5000000);
	} else if (strncmp(name, "page", 4) == 0) {
		text = long_text(name, 20000);
		resource->media_type = strdup("text/html");
	} else if (strncmp(name, "fonts", 5) == 0) {
		text = many_fonts();
	}
	resource->bytes = text;
	resource->length = text != NULL ? strlen(text) : 0;
	return text != NULL;
}

static void
load(void *payload, const char *url, struct clair_resource *resource)
{
	struct fake_site *site = payload;

	pthread_mutex_lock(&site->lock);
	site->loads++;
	pthread_mutex_unlock(&site->lock);
	for (size_t i = 0; i < sizeof(fakes) / sizeof(fakes[0]); i++) {
		const struct fake *fake = &fakes[i];

		if (strcmp(fake->url, url) != 0)
			continue;
		resource->failure = fake->failure;
		if (fake->text == NULL)
			return;
		resource->bytes = strdup(fake->text);
		resource->length = strlen(fake->text);
		resource->media_type = fake->media_type != NULL ? strdup(fake->media_type) : NULL;
		resource->charset = fake->charset != NULL ? strdup(fake->charset) : NULL;
		resource->final_url = fake->final_url != NULL ? strdup(fake->final_url) : NULL;
		return;
	}
	if (!fake_text(url, resource))
		resource->failure = "http-status";
}

static struct fake_site *
site_new(void)
{
	struct fake_site *site = calloc(1, sizeof(*site));

	assert_non_null(site);
	pthread_mutex_init(&site->lock, NULL);
	return site;
}

static struct clair_sheets *
store_new(struct fake_site *site, size_t ceiling)
{
	const struct clair_sheet_source source = {
		.load = site != NULL ? load : NULL, .load_payload = site, .locate = clair_url_resolve};
	struct clair_sheets *store = clair_sheets_new(&source, ceiling);

	assert_non_null(store);
	return store;
}

/* "a.css|style; missing: b.css timeout" */
static void
write_set(const struct clair_page_sheets *sheets, char *text, size_t size)
{
	size_t end = 0;

	text[0] = '\0';
	for (uint32_t i = 0; i < sheets->set.count && end < size; i++) {
		const struct clair_sheet_use *use = &sheets->set.uses[i];

		end += (size_t)snprintf(text + end, size - end, "%s%s%s%s", i == 0 ? "" : "|",
		    use->layer_prefix, use->layer_prefix[0] == '\0' ? "" : " ",
		    use->url[0] == '\0' ? "style" : strrchr(use->url, '/') + 1);
	}
	for (uint32_t i = 0; i < sheets->set.missing_count && end < size; i++) {
		const struct clair_missing_sheet *missing = &sheets->set.missing[i];
		const char *slash = strrchr(missing->url, '/');

		end += (size_t)snprintf(text + end, size - end, " !%s %s",
		    slash != NULL ? slash + 1 : missing->url, missing->why);
	}
}

struct set_case {
	const char *html;
	const char *wanted;
	uint32_t read;
};

#define LINK(href) "<link rel=stylesheet href='" href "'>"
#define HTML "<!DOCTYPE html>"

static const struct set_case cases[] = {
	{HTML "<p>rien", "", 0},
	{HTML LINK("a.css") "<style>p { top: 0 }</style>", "a.css|style", 1},
	{HTML LINK("sub/b.css"), "c.css|b.css", 2},
	{HTML LINK("sub/b.css") LINK("sub/c.css") LINK("sub/b.css"), "c.css|b.css|c.css|c.css|b.css", 2},
	{HTML "<base href=/sub/>" LINK("b.css"), "c.css|b.css", 2},
	{HTML "<base target=x><base href=sub/x><base href=/>" LINK("c.css"), "c.css", 1},
	{HTML "<style>@import \"a.css\"; p { top: 0 }</style>", "a.css|style", 1},
	{HTML LINK("screen.css"), "a.css|screen.css", 2},
	/* Loops are cut, and nothing is missing for it. */
	{HTML LINK("self.css"), "self.css", 1},
	{HTML LINK("loop1.css"), "loop2.css|loop1.css", 2},
	{HTML LINK("deep1.css"),
	    "deep9.css|deep8.css|deep7.css|deep6.css|deep5.css|deep4.css|deep3.css|deep2.css|deep1.css"
	    " !deep10.css import-too-deep", 9},
	{HTML LINK("layers.css"),
	    "base. c.css|base. b.css|\001@3. a.css|layers.css", 4},
	/* What is missing, each address once. */
	{HTML LINK("broken.css") LINK("none.css") LINK("broken.css") LINK("a.css"),
	    "a.css !broken.css timeout !none.css http-status", 1},
	{HTML LINK("mailto:x@y.fr") LINK("a.css"), "a.css !mailto:x@y.fr bad-url", 1},
	/* Types. Without a doctype the page is in quirks mode. */
	{HTML LINK("typed") LINK("untyped"), "untyped !typed not-css", 1},
	{LINK("typed") LINK("//cdn.example/typed"), "typed !typed not-css", 1},
	{LINK("HTTPS://EXAMPLE.fr:443/typed"), "typed", 1},
	{LINK("/capitals"), "TYPED", 1},
	{LINK("/other-port"), " !typed not-css", 0},
	{LINK("/longer-host"), " !typed not-css", 0},
	/* What only brings fonts is neither asked for nor missing; their icons and effects come with rules. */
	{HTML LINK("https://fonts.googleapis.com/css?family=Lato") LINK("//FONTS.googleapis.com:443/css2?family=A")
	    LINK("http://fonts.googleapis.com/css") LINK("http://fonts.bunny.net/css?family=abel")
	    LINK("http://api.fontshare.com/v2/css?f[]=a") LINK("a.css"), "a.css", 1},
	{HTML LINK("//fonts.googleapis.com/css3"), " !css3 http-status", 0},
	{HTML LINK("//fonts.googleapis.com/icon?family=Lato"), " !icon?family=Lato http-status", 0},
	{HTML LINK("//fonts.googleapis.com/css?effect=outline"), " !css?effect=outline http-status", 0},
	{HTML LINK("//fonts.googleapis.com/css2?family=Material+Icons"),
	    " !css2?family=Material+Icons http-status", 0},
	{HTML LINK("//fonts.googleapis.com.example/css"), " !css http-status", 0},
	{HTML LINK("/x?//fonts.googleapis.com/css"), " !css http-status", 0},
};

static void
sheets_come_in_the_order_of_the_cascade(void **state)
{
	struct fake_site *site = site_new();
	struct clair_sheets *store = store_new(site, 0);

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct clair_ctx *ctx = support_page(cases[i].html);
		struct clair_page_sheets *sheets =
		    clair_page_sheets_new(store, ctx->page, &ctx->page->mem);
		char text[1024];

		write_set(sheets, text, sizeof(text));
		if (strcmp(text, cases[i].wanted) != 0 || sheets->read != cases[i].read)
			print_error("%s\n", cases[i].html);
		assert_string_equal(text, cases[i].wanted);
		assert_int_equal(sheets->read, cases[i].read);
		clair_page_sheets_release(sheets);
		support_page_free(ctx);
	}
	clair_sheets_free(store);
	free(site);
}

/* One gathering of one page; gives the set as text. */
static void
gather(struct clair_sheets *store, const char *html, char *text, size_t size)
{
	struct clair_ctx *ctx = support_page(html);
	struct clair_page_sheets *sheets = clair_page_sheets_new(store, ctx->page, &ctx->page->mem);

	write_set(sheets, text, size);
	clair_page_sheets_release(sheets);
	support_page_free(ctx);
}

static void
an_address_is_asked_once(void **state)
{
	struct fake_site *site = site_new();
	struct clair_sheets *store = store_new(site, 0);
	char first[256];
	char again[256];

	(void)state;
	gather(store, HTML LINK("a.css") LINK("broken.css") LINK("none.css"), first, sizeof(first));
	assert_int_equal(site->loads, 3);
	gather(store, HTML LINK("a.css") LINK("broken.css") LINK("none.css"), again, sizeof(again));
	assert_int_equal(site->loads, 3);
	assert_string_equal(first, again);
	clair_sheets_free(store);
	free(site);
}

static void
a_sheet_is_found_from_where_it_is(void **state)
{
	struct fake_site *site = site_new();
	struct clair_sheets *store = store_new(site, 0);
	struct clair_ctx *ctx = support_page(HTML LINK("moved.css"));
	struct clair_page_sheets *sheets = clair_page_sheets_new(store, ctx->page, &ctx->page->mem);

	(void)state;
	assert_int_equal(sheets->set.count, 2);
	assert_string_equal(sheets->set.uses[0].url, "https://cdn.example/v2/c.css");
	assert_string_equal(sheets->set.uses[1].url, "https://cdn.example/v2/moved.css");
	assert_int_equal(sheets->set.uses[0].node->tag, CLAIR_TAG_LINK);
	assert_non_null(sheets->set.browser);
	clair_page_sheets_release(sheets);
	support_page_free(ctx);
	clair_sheets_free(store);
	free(site);
}

static void
the_text_of_a_style_has_its_place(void **state)
{
	static const char html[] = HTML "<style id=x>p { top: 0 }</style>";
	struct clair_sheets *store = store_new(NULL, 0);
	struct clair_ctx *ctx = support_page(html);
	struct clair_page_sheets *sheets = clair_page_sheets_new(store, ctx->page, &ctx->page->mem);

	(void)state;
	assert_int_equal(sheets->set.count, 1);
	assert_int_equal(sheets->set.uses[0].node_source, strstr(html, "p {") - html);
	assert_string_equal(sheets->set.uses[0].url, "");
	clair_page_sheets_release(sheets);
	support_page_free(ctx);
	clair_sheets_free(store);
}

/* That of HTTP, else that of the link, else that of the page. */
static void
the_character_set_is_found(void **state)
{
	struct fake_site *site = site_new();
	struct clair_sheets *store = store_new(site, 0);
	struct clair_ctx *ctx = support_page(HTML LINK("latin.css") LINK("old.css")
	    "<link rel=stylesheet charset=windows-1252 href=old.css>");
	struct clair_page_sheets *sheets = clair_page_sheets_new(store, ctx->page, &ctx->page->mem);

	(void)state;
	assert_int_equal(sheets->set.count, 3);
	assert_string_equal(sheets->set.uses[0].sheet->source, "a::before { content: 'é' }");
	assert_string_equal(sheets->set.uses[1].sheet->source, "o::before { content: '\xEF\xBF\xBD' }");
	assert_string_equal(sheets->set.uses[2].sheet->source, "o::before { content: 'é' }");
	assert_int_equal(site->loads, 2);
	clair_page_sheets_release(sheets);
	support_page_free(ctx);
	clair_sheets_free(store);
	free(site);
}

static void
without_a_loader_links_are_missing(void **state)
{
	struct clair_sheets *store = store_new(NULL, 0);
	char text[256];

	(void)state;
	gather(store, HTML LINK("a.css") "<style>p { top: 0 }</style>", text, sizeof(text));
	assert_string_equal(text, "style !a.css not-loaded");
	clair_sheets_free(store);
}

static void
the_same_bytes_are_parsed_once(void **state)
{
	struct fake_site *site = site_new();
	struct clair_sheets *store = store_new(site, 0);
	struct clair_ctx *standard = support_page(HTML LINK("a.css") LINK("same.css"));
	struct clair_ctx *quirks = support_page(LINK("a.css"));
	struct clair_page_sheets *one =
	    clair_page_sheets_new(store, standard->page, &standard->page->mem);
	struct clair_page_sheets *other =
	    clair_page_sheets_new(store, quirks->page, &quirks->page->mem);

	(void)state;
	assert_int_equal(one->set.count, 2);
	assert_ptr_equal(one->set.uses[0].sheet, one->set.uses[1].sheet);
	assert_string_equal(one->set.uses[1].url, "https://example.fr/same.css");
	/* A page in quirks mode reads it in another way. */
	assert_int_equal(other->set.count, 1);
	assert_true(other->set.uses[0].sheet->quirks);
	assert_ptr_not_equal(other->set.uses[0].sheet, one->set.uses[0].sheet);
	assert_int_equal(site->loads, 2);
	clair_page_sheets_release(one);
	clair_page_sheets_release(other);
	support_page_free(standard);
	support_page_free(quirks);
	clair_sheets_free(store);
	free(site);
}

static void
a_page_has_a_ceiling(void **state)
{
	struct fake_site *site = site_new();
	struct clair_sheets *store = store_new(site, 0);
	char *html = strdup(HTML);
	struct clair_ctx *ctx;
	struct clair_page_sheets *sheets;

	(void)state;
	for (int i = 0; i < 600; i++) {
		char *more = NULL;

		assert_true(asprintf(&more, "%s<link rel=stylesheet href=%s%d.css>", html,
		                i % 2 == 0 ? "many" : "none", i) > 0);
		free(html);
		html = more;
	}
	ctx = support_page(html);
	sheets = clair_page_sheets_new(store, ctx->page, &ctx->page->mem);
	assert_int_equal(site->loads, 256);
	assert_int_equal(sheets->set.count, 128);
	assert_int_equal(sheets->set.missing_count, 256);
	assert_string_equal(sheets->set.missing[127].why, "http-status");
	assert_string_equal(sheets->set.missing[128].why, "too-many-sheets");
	clair_page_sheets_release(sheets);
	support_page_free(ctx);
	free(html);
	clair_sheets_free(store);
	free(site);
}

/* A page with links to name0.css, name1.css… */
static char *
page_of(const char *name, int count)
{
	struct clair_buf html;

	clair_buf_init(&html, 0);
	clair_buf_puts(&html, HTML);
	for (int i = 0; i < count; i++)
		clair_buf_printf(&html, "<link rel=stylesheet href=%s%d.css>", name, i);
	return html.bytes;
}

/* Sheets of 5 MB that say nothing: their parse is small, their bytes are not. */
static void
what_is_held_weighs(void **state)
{
	enum { LARGEST = 120 << 20 };
	struct fake_site *site = site_new();
	struct clair_sheets *store = store_new(site, 1);
	char *html = page_of("huge", 40);
	struct clair_ctx *ctx = support_page(html);
	struct clair_page_sheets *sheets = clair_page_sheets_new(store, ctx->page, &ctx->page->mem);

	(void)state;
	assert_true(clair_sheets_memory(store) < LARGEST);
	assert_true(sheets->set.count < 40);
	assert_int_equal(sheets->set.count, site->loads);
	assert_int_equal(sheets->set.missing_count, 40 - sheets->set.count);
	assert_string_equal(sheets->set.missing[0].why, "too-large");
	clair_page_sheets_release(sheets);
	support_page_free(ctx);
	free(html);
	clair_sheets_free(store);
	free(site);
}

/* Pages given for sheets: none is held, so the store lets them go while the page is judged. */
static void
what_is_refused_is_not_held(void **state)
{
	enum { CEILING = 100 * 1024 };
	struct fake_site *site = site_new();
	struct clair_sheets *store = store_new(site, CEILING);
	char *html = page_of("page", 250);
	struct clair_ctx *ctx = support_page(html);
	struct clair_page_sheets *sheets = clair_page_sheets_new(store, ctx->page, &ctx->page->mem);

	(void)state;
	assert_int_equal(site->loads, 250);
	assert_int_equal(sheets->set.missing_count, 250);
	assert_string_equal(sheets->set.missing[249].why, "not-css");
	assert_true(clair_sheets_memory(store) <= CEILING);
	clair_page_sheets_release(sheets);
	support_page_free(ctx);
	free(html);
	clair_sheets_free(store);
	free(site);
}

/* What is not asked for has a ceiling too. */
static void
references_have_a_ceiling(void **state)
{
	struct fake_site *site = site_new();
	struct clair_sheets *store = store_new(site, 0);
	char *html = page_of("fonts", 250);
	char text[256];

	(void)state;
	gather(store, html, text, sizeof(text));
	assert_int_equal(site->loads, 1);
	assert_non_null(strstr(text, "fonts0.css !css too-many-sheets !a.css too-many-sheets"));
	free(html);
	clair_sheets_free(store);
	free(site);
}

static void
what_nobody_holds_goes_when_room_is_needed(void **state)
{
	enum { CEILING = 400 * 1024 };
	struct fake_site *site = site_new();
	struct clair_sheets *store = store_new(site, CEILING);
	struct clair_ctx *held = support_page(HTML LINK("big0.css"));
	struct clair_page_sheets *sheets =
	    clair_page_sheets_new(store, held->page, &held->page->mem);
	char text[256];

	(void)state;
	for (int i = 1; i < 60; i++) {
		char html[128];

		snprintf(html, sizeof(html), HTML "<link rel=stylesheet href=big%d.css>", i);
		gather(store, html, text, sizeof(text));
		assert_true(clair_sheets_memory(store) <= CEILING);
	}
	assert_int_equal(site->loads, 60);
	/* The last one is still there, the first one that nobody held is not, the one held is. */
	gather(store, HTML LINK("big59.css"), text, sizeof(text));
	assert_int_equal(site->loads, 60);
	gather(store, HTML LINK("big1.css"), text, sizeof(text));
	assert_int_equal(site->loads, 61);
	gather(store, HTML LINK("big0.css"), text, sizeof(text));
	assert_int_equal(site->loads, 61);
	assert_string_equal(sheets->set.uses[0].sheet->source + 20005, "big0 { top: 0 }");
	clair_page_sheets_release(sheets);
	support_page_free(held);
	clair_sheets_free(store);
	free(site);
}

enum { THREADS = 8, ROUNDS = 40 };

struct thread_work {
	struct clair_sheets *store;
	unsigned number;
	bool good;
};

static const char shared_page[] =
    HTML LINK("layers.css") LINK("broken.css") LINK("moved.css") "<style>p { top: 0 }</style>";

static void *
gather_many(void *payload)
{
	struct thread_work *work = payload;

	work->good = true;
	for (unsigned i = 0; i < ROUNDS; i++) {
		char html[256];
		char text[256];

		gather(work->store, shared_page, text, sizeof(text));
		work->good = work->good &&
		    strcmp(text, "base. c.css|base. b.css|\001@3. a.css|layers.css|c.css|moved.css|style"
		                 " !broken.css timeout") == 0;
		snprintf(html, sizeof(html), HTML LINK("a.css") "<link rel=stylesheet href=big%u.css>",
		    (work->number * 7 + i) % 40);
		gather(work->store, html, text, sizeof(text));
		work->good = work->good && strncmp(text, "a.css|big", 9) == 0;
	}
	return NULL;
}

/* A store too small for all: sheets go and come back under the feet of the other threads. */
static void
threads_share_a_store(void **state)
{
	struct fake_site *site = site_new();
	struct clair_sheets *store = store_new(site, 300 * 1024);
	struct thread_work works[THREADS];
	pthread_t threads[THREADS];

	(void)state;
	for (unsigned i = 0; i < THREADS; i++) {
		works[i] = (struct thread_work){.store = store, .number = i};
		assert_int_equal(pthread_create(&threads[i], NULL, gather_many, &works[i]), 0);
	}
	for (unsigned i = 0; i < THREADS; i++) {
		pthread_join(threads[i], NULL);
		assert_true(works[i].good);
	}
	assert_true(clair_sheets_memory(store) <= 300 * 1024);
	clair_sheets_free(store);
	free(site);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sheets_come_in_the_order_of_the_cascade),
		cmocka_unit_test(an_address_is_asked_once),
		cmocka_unit_test(a_sheet_is_found_from_where_it_is),
		cmocka_unit_test(the_text_of_a_style_has_its_place),
		cmocka_unit_test(the_character_set_is_found),
		cmocka_unit_test(without_a_loader_links_are_missing),
		cmocka_unit_test(the_same_bytes_are_parsed_once),
		cmocka_unit_test(a_page_has_a_ceiling),
		cmocka_unit_test(what_is_held_weighs),
		cmocka_unit_test(what_is_refused_is_not_held),
		cmocka_unit_test(references_have_a_ceiling),
		cmocka_unit_test(what_nobody_holds_goes_when_room_is_needed),
		cmocka_unit_test(threads_share_a_store),
	};

	return cmocka_run_group_tests_name("sheets", tests, NULL, NULL);
}
