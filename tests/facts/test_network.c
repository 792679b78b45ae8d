/* What a page asks of the network: on pages with and without an address. */
#include "clairlint/network.h"
#include "facts/facts.h"
#include "net/url.h"
#include "tests/support/page.h"
#include "tests/support/worded.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct clair_ctx *
page_at(const char *html, const char *url)
{
	struct clair_ctx *ctx = support_worded(html, url);

	ctx->resolve = clair_url_resolve;
	ctx->site_of = clair_url_site;
	return ctx;
}

static void
test_hosts(void **state)
{
	static const struct {
		const char *address, *host;
	} cases[] = {
	    {"https://WWW.Exemple.fr/a", "www.exemple.fr"}, {"//cdn.exemple.fr?x", "cdn.exemple.fr"},
	    {"http://qui:secret@exemple.fr:8080/", "exemple.fr"}, {"http://a.fr/x@b.fr", "a.fr"},
	    {"/a//b.fr", ""}, {"page.html", ""}, {"", ""}, {"https:///a", ""}, {"?u=https://b.fr", ""},
	};
	struct clair_ctx *ctx = page_at("<p>a", "");

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_string_equal(clair_address_host(ctx, cases[i].address), cases[i].host);
	support_page_free(ctx);
}

static void
test_what_is_asked(void **state)
{
	struct clair_ctx *ctx = page_at(
	    "<!DOCTYPE html><html lang=fr><head><link rel=stylesheet href=/a.css>"
	    "<link rel=canonical href=https://autre.fr/x>"
	    "<style>@import url(https://fonts.googleapis.com/css?family=A);</style>"
	    "<script src=https://static.ville.fr/a.js></script>"
	    "<script type=text/plain src=https://www.google-analytics.com/analytics.js></script>"
	    "<script>var s='https://connect.facebook.net/fr_FR/sdk.js'; // https://ville-amie.fr/x\n</script>"
	    "<body><img src=data:image/png;base64,AA><img src=//tracker.exemple.com/p.gif>"
	    "<template><img src=https://jamais.exemple.org/a></template>"
	    "<iframe src=https://www.youtube.com/embed/x></iframe><a href=https://www.facebook.com/ville>Nous suivre</a>",
	    "https://www.ville.fr/page");
	static const struct {
		enum clair_request_kind kind;
		bool third_party;
		const char *host, *name;
	} wanted[] = {
	    {CLAIR_REQUEST_SHEET, false, "www.ville.fr", ""},
	    {CLAIR_REQUEST_FONT, true, "fonts.googleapis.com", "Google Fonts"},
	    {CLAIR_REQUEST_SCRIPT, false, "static.ville.fr", ""},
	    {CLAIR_REQUEST_IN_CODE, true, "connect.facebook.net", "Facebook"},
	    {CLAIR_REQUEST_IMAGE, true, "tracker.exemple.com", ""},
	    {CLAIR_REQUEST_FRAME, true, "www.youtube.com", "YouTube"},
	};

	(void)state;
	assert_int_equal(clair_request_count(ctx), sizeof(wanted) / sizeof(wanted[0]));
	for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++) {
		const struct clair_request *request = clair_request_at(ctx, i);

		assert_int_equal(request->kind, wanted[i].kind);
		assert_int_equal(request->third_party, wanted[i].third_party);
		assert_string_equal(request->host, wanted[i].host);
		assert_string_equal(request->service_name, wanted[i].name);
	}
	assert_string_equal(clair_request_at(ctx, 3)->company, "meta");
	/* What only the code names is not counted. */
	assert_int_equal(clair_third_party_count(ctx), 3);
	assert_null(clair_third_party(ctx, 3));
	support_page_free(ctx);
}

static void
test_page_of_a_file(void **state)
{
	struct clair_ctx *ctx = page_at("<head><link rel=canonical href=https://www.ville.fr/x><img src=a.png>"
	    "<img src=https://images.ville.fr/b.png><img src=https://www.impots.gouv.fr/c.png>"
	    "<img src=https://ailleurs.fr/d.png>", "page.html");

	(void)state;
	assert_string_equal(clair_page_address(ctx), "https://www.ville.fr/x");
	assert_int_equal(clair_request_count(ctx), 4);
	assert_int_equal(clair_third_party_count(ctx), 1);
	assert_string_equal(clair_third_party(ctx, 0), "ailleurs.fr");
	support_page_free(ctx);

	ctx = page_at("<img src=a.png><script src=//cdn.exemple.fr/a.js></script>", "page.html");
	assert_null(clair_page_address(ctx));
	assert_int_equal(clair_third_party_count(ctx), 1);
	support_page_free(ctx);
}

static void
test_without_a_way_to_know_sites(void **state)
{
	struct clair_ctx *ctx = support_worded("<p>a", "https://www.ville.fr/");

	(void)state;
	assert_true(clair_same_site(ctx, "https://www.ville.fr/a", "http://www.ville.fr/b"));
	assert_false(clair_same_site(ctx, "https://www.ville.fr/a", "https://ville.fr/"));
	assert_false(clair_same_site(ctx, "page.html", "page.html"));
	support_page_free(ctx);
}

static void
test_viewport(void **state)
{
	static const struct {
		const char *html;
		bool fits;
	} cases[] = {
	    {"<meta name=viewport content='width=device-width, initial-scale=1'>", true},
	    {"<meta name=Viewport content='initial-scale=1'>", true},
	    {"<meta name=viewport content='width=1024'>", false},
	    {"<meta name=viewport>", false},
	    {"<p>Rien", false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct clair_ctx *ctx = page_at(cases[i].html, "");

		assert_int_equal(clair_fits_phone(ctx), cases[i].fits);
		support_page_free(ctx);
	}
}

static void
test_personal_field(void **state)
{
	static const struct {
		const char *html;
		bool personal;
	} cases[] = {
	    {"<form><label>Votre nom <input name=a></label></form>", true},
	    {"<form><label>Nom de naissance* <input></label></form>", true},
	    {"<form><input aria-label='Numéro de téléphone'></form>", true},
	    {"<form><input type=email aria-label=Contact></form>", true},
	    {"<form><input autocomplete='section-a given-name' aria-label=A></form>", true},
	    {"<form role=search><input type=search aria-label='Rechercher une adresse'></form>", false},
	    {"<form><input aria-label='Rechercher un nom'></form>", false},
	    {"<form><input aria-label='Nom de la commune'></form>", false},
	    {"<form><input aria-label='Nombre de pièces'></form>", false},
	    {"<form><input aria-label='Adresse du site'></form>", false},
	    {"<form hidden><input type=email aria-label=Contact></form>", false},
	    {"<form><input type=email disabled aria-label=Contact></form>", false},
	    {"<form><input type=checkbox aria-label='Nom'></form>", false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct clair_ctx *ctx = page_at(cases[i].html, "");

		if ((clair_personal_field(ctx) != NULL) != cases[i].personal)
			fail_msg("%s", cases[i].html);
		support_page_free(ctx);
	}
}

static void
test_downloads(void **state)
{
	struct clair_ctx *ctx = page_at("<ul><li><a href=a.PDF>Guide</a> (PDF, 2 Mo)<li><a href='/b.docx?v=2#c'>Formulaire</a>"
	    "<li><a href=page.html>Page</a><li hidden><a href=c.pdf>Caché</a></ul>", "page.html");

	(void)state;
	assert_int_equal(clair_download_count(ctx), 2);
	assert_string_equal(clair_download_at(ctx, 0)->format, "pdf");
	assert_true(clair_download_at(ctx, 0)->says_format);
	assert_true(clair_download_at(ctx, 0)->says_weight);
	assert_string_equal(clair_download_at(ctx, 1)->format, "docx");
	assert_false(clair_download_at(ctx, 1)->says_format);
	assert_null(clair_download_at(ctx, 2));
	support_page_free(ctx);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_hosts),
		cmocka_unit_test(test_what_is_asked),
		cmocka_unit_test(test_page_of_a_file),
		cmocka_unit_test(test_without_a_way_to_know_sites),
		cmocka_unit_test(test_viewport),
		cmocka_unit_test(test_personal_field),
		cmocka_unit_test(test_downloads),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
