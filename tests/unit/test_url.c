/* Addresses: resolution, normalisation, sites, private addresses. */
#include "net/url.h"

#include <arpa/inet.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define BASE "http://a.fr/b/c/d;p?q"

struct resolve_case {
	const char *base;
	const char *reference;
	const char *wanted;
};

static const struct resolve_case resolve_cases[] = {
	/* RFC 3986 5.4.1 and 5.4.2, without the fragments */
	{BASE, "g", "http://a.fr/b/c/g"},
	{BASE, "./g", "http://a.fr/b/c/g"},
	{BASE, "g/", "http://a.fr/b/c/g/"},
	{BASE, "/g", "http://a.fr/g"},
	{BASE, "//g", "http://g/"},
	{BASE, "?y", "http://a.fr/b/c/d;p?y"},
	{BASE, "g?y", "http://a.fr/b/c/g?y"},
	{BASE, "#s", "http://a.fr/b/c/d;p?q"},
	{BASE, "g#s", "http://a.fr/b/c/g"},
	{BASE, "g?y#s", "http://a.fr/b/c/g?y"},
	{BASE, ";x", "http://a.fr/b/c/;x"},
	{BASE, "g;x?y#s", "http://a.fr/b/c/g;x?y"},
	{BASE, "", "http://a.fr/b/c/d;p?q"},
	{BASE, ".", "http://a.fr/b/c/"},
	{BASE, "./", "http://a.fr/b/c/"},
	{BASE, "..", "http://a.fr/b/"},
	{BASE, "../", "http://a.fr/b/"},
	{BASE, "../g", "http://a.fr/b/g"},
	{BASE, "../..", "http://a.fr/"},
	{BASE, "../../../../g", "http://a.fr/g"},
	{BASE, "/./g", "http://a.fr/g"},
	{BASE, "/../g", "http://a.fr/g"},
	{BASE, "g.", "http://a.fr/b/c/g."},
	{BASE, "..g", "http://a.fr/b/c/..g"},
	{BASE, "./../g", "http://a.fr/b/g"},
	{BASE, "g/./h", "http://a.fr/b/c/g/h"},
	{BASE, "g/../h", "http://a.fr/b/c/h"},
	{BASE, "g?y/../x", "http://a.fr/b/c/g?y/../x"},
	/* normal form */
	{NULL, "HTTP://WWW.Ville.FR", "http://www.ville.fr/"},
	{NULL, "http://ville.fr:80/a", "http://ville.fr/a"},
	{NULL, "https://ville.fr:443/a", "https://ville.fr/a"},
	{NULL, "https://ville.fr:80/a", "https://ville.fr:80/a"},
	{NULL, "http://ville.fr./a", "http://ville.fr/a"},
	{NULL, "http://ville.fr../a", NULL},
	{NULL, "http://ville..fr/a", NULL},
	{NULL, "http://ville.fr/%7Ea/%c3%a9", "http://ville.fr/~a/%C3%A9"},
	{NULL, "http://ville.fr/a%2fb", "http://ville.fr/a%2Fb"},
	{NULL, "http://ville.fr/a/%2e%2E/b", "http://ville.fr/b"},
	{NULL, "http://ville.fr/é", "http://ville.fr/%C3%A9"},
	{NULL, "http://ville.fr/a b?c d", "http://ville.fr/a%20b?c%20d"},
	{NULL, "http://ville.fr/[URL de la page]", "http://ville.fr/%5BURL%20de%20la%20page%5D"},
	{NULL, "http://ville.fr/100%", "http://ville.fr/100%25"},
	{NULL, "http://ville.fr?q", "http://ville.fr/?q"},
	{NULL, " \n http://ville.fr/a\nb ", "http://ville.fr/ab"},
	{NULL, "http:\\\\ville.fr\\a", "http://ville.fr/a"},
	{NULL, "http://été.fr/", "http://xn--t-9fab.fr/"},
	{NULL, "http://ÉTÉ.fr:8080/", "http://xn--t-9fab.fr:8080/"},
	{NULL, "http://[::1]:8000/", "http://[::1]:8000/"},
	{NULL, "http://0x7f.1/", "http://127.0.0.1/"},
	{"https://ville.fr/a/", "//autre.fr/b", "https://autre.fr/b"},
	/* not for us */
	{BASE, "mailto:mairie@ville.fr", NULL},
	{BASE, "javascript:void(0)", NULL},
	{BASE, "tel:+33102030405", NULL},
	{BASE, "data:text/html,x", NULL},
	{BASE, "ftp://ville.fr/", NULL},
	{BASE, "file:///etc/passwd", NULL},
	{BASE, "http://", NULL},
	{BASE, "http:///", NULL},
	{BASE, "http://a b/", NULL},
	{BASE, "http://moi:secret@ville.fr/", NULL},
	{BASE, "http://ville.fr:99999/", NULL},
	{BASE, "http://[::1/", NULL},
	{BASE, "http://vi%20lle.fr/", NULL},
	{NULL, "", NULL},
	{NULL, "/a", NULL},
	{"mailto:a@b.fr", "/a", NULL},
};

static void
test_resolve(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(resolve_cases) / sizeof(resolve_cases[0]); i++) {
		const struct resolve_case *one = &resolve_cases[i];
		char *got = clair_url_resolve(NULL, one->base, one->reference);
		char *again = got == NULL ? NULL : clair_url_resolve(NULL, NULL, got);

		if ((got == NULL) != (one->wanted == NULL) ||
		    (got != NULL && strcmp(got, one->wanted) != 0)) {
			print_error("\"%s\": \"%s\", wanted \"%s\"\n", one->reference,
			    got == NULL ? "(null)" : got, one->wanted == NULL ? "(null)" : one->wanted);
			wrong++;
		}
		/* A normal form is its own normal form. */
		if (got != NULL && (again == NULL || strcmp(got, again) != 0)) {
			print_error("\"%s\" is not stable: \"%s\"\n", got, again == NULL ? "(null)" : again);
			wrong++;
		}
		free(got);
		free(again);
	}
	assert_int_equal(wrong, 0);
}

static void
test_too_long(void **state)
{
	char *text = malloc(CLAIR_URL_MAX + 2);

	(void)state;
	assert_non_null(text);
	memset(text, 'a', CLAIR_URL_MAX + 1);
	text[CLAIR_URL_MAX + 1] = '\0';
	assert_null(clair_url_resolve(NULL, BASE, text));
	free(text);
}

static const struct resolve_case typed_cases[] = {
	{NULL, "ville.fr", "https://ville.fr/"},
	{NULL, " ville.fr/page", "https://ville.fr/page"},
	{NULL, "http://ville.fr", "http://ville.fr/"},
	{NULL, "ville.fr:8080", "https://ville.fr:8080/"},
	{NULL, "localhost:8000", "http://localhost:8000/"},
	{NULL, "127.0.0.1:8000/a", "http://127.0.0.1:8000/a"},
	{NULL, "[::1]:8000", "http://[::1]:8000/"},
	{NULL, "ftp://ville.fr", NULL},
	{NULL, "", NULL},
};

static void
test_from_user(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(typed_cases) / sizeof(typed_cases[0]); i++) {
		char *got = clair_url_from_user(typed_cases[i].reference);

		if (typed_cases[i].wanted == NULL) {
			assert_null(got);
		} else {
			assert_non_null(got);
			assert_string_equal(got, typed_cases[i].wanted);
		}
		free(got);
	}
}

struct site_case {
	const char *one;
	const char *other;
	bool same;
};

static const struct site_case site_cases[] = {
	{"https://www.ville.fr/", "http://ville.fr/a", true},
	{"https://biblio.ville.fr/", "https://www.ville.fr:8443/", true},
	{"https://ville.fr/", "https://autre.fr/", false},
	{"https://ville.fr/", "https://ville.fr.autre.fr/", false},
	{"https://ville.fr/", "https://maville.fr/", false},
	/* gouv.fr is a public suffix: two ministries are two sites */
	{"https://www.culture.gouv.fr/", "https://data.culture.gouv.fr/", true},
	{"https://www.culture.gouv.fr/", "https://www.economie.gouv.fr/", false},
	{"https://un.github.io/", "https://autre.github.io/", false},
	{"http://localhost:8000/", "http://localhost:8000/a", true},
	{"http://localhost:8000/", "http://localhost:9000/", false},
	{"http://127.0.0.1/", "http://127.0.0.1:80/", true},
	{"http://127.0.0.1/", "http://127.0.0.2/", false},
	{"http://127.0.0.1:8000/", "http://localhost:8000/", false},
	{"http://[::1]/", "http://[::1]/a", true},
	{"http://intranet/", "http://intranet/a", true},
	{"http://intranet/", "http://autre/", false},
};

static void
test_same_site(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(site_cases) / sizeof(site_cases[0]); i++) {
		const struct site_case *one = &site_cases[i];

		if (clair_url_same_site(one->one, one->other) != one->same)
			fail_msg("%s and %s", one->one, one->other);
		assert_int_equal(clair_url_same_site(one->other, one->one), one->same);
	}
	assert_true(clair_url_same_path("http://a.fr/b?c", "http://a.fr/b"));
	assert_false(clair_url_same_path("http://a.fr/b?c", "http://a.fr/bc"));
}

struct private_case {
	const char *address;
	bool is_private;
};

static const struct private_case private_cases[] = {
	{"0.0.0.0", true},
	{"0.1.2.3", true},
	{"10.255.255.255", true},
	{"9.255.255.255", false},
	{"11.0.0.0", false},
	{"100.63.255.255", false},
	{"100.64.0.0", true},
	{"100.127.255.255", true},
	{"100.128.0.0", false},
	{"127.0.0.1", true},
	{"127.255.255.254", true},
	{"169.254.169.254", true},
	{"169.253.0.1", false},
	{"172.15.255.255", false},
	{"172.16.0.0", true},
	{"172.31.255.255", true},
	{"172.32.0.0", false},
	{"192.0.0.8", true},
	{"192.0.1.1", false},
	{"192.168.1.1", true},
	{"192.169.0.0", false},
	{"198.17.255.255", false},
	{"198.19.255.255", true},
	{"203.0.113.9", true},
	{"223.255.255.255", false},
	{"224.0.0.1", true},
	{"240.0.0.1", true},
	{"255.255.255.255", true},
	{"8.8.8.8", false},
	{"193.252.19.3", false},
	{"::", true},
	{"::1", true},
	{"::7f00:1", true},
	{"::ffff:127.0.0.1", true},
	{"::ffff:10.0.0.1", true},
	{"::ffff:8.8.8.8", false},
	{"64:ff9b::127.0.0.1", true},
	{"64:ff9b::8.8.8.8", false},
	{"64:ff9b:1::1", true},
	{"100::1", true},
	{"2001::1", true},
	{"2001:db8::1", true},
	{"2001:660::1", false},
	{"2002:7f00:1::", true},
	{"2002:808:808::", false},
	{"2a00:1450:4007::8a", false},
	{"3fff::1", true},
	{"fc00::1", true},
	{"fdff::1", true},
	{"fe80::1", true},
	{"fec0::1", true},
	{"ff02::1", true},
	{"4000::1", true},
};

static void
test_private(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(private_cases) / sizeof(private_cases[0]); i++) {
		const struct private_case *one = &private_cases[i];
		struct sockaddr_in four = {.sin_family = AF_INET};
		struct sockaddr_in6 six = {.sin6_family = AF_INET6};
		char url[80];
		bool got;

		if (strchr(one->address, ':') == NULL) {
			assert_int_equal(inet_pton(AF_INET, one->address, &four.sin_addr), 1);
			got = clair_address_is_private((const struct sockaddr *)&four);
			snprintf(url, sizeof(url), "http://%s/", one->address);
		} else {
			assert_int_equal(inet_pton(AF_INET6, one->address, &six.sin6_addr), 1);
			got = clair_address_is_private((const struct sockaddr *)&six);
			snprintf(url, sizeof(url), "http://[%s]/", one->address);
		}
		if (got != one->is_private || clair_url_is_private(url) != one->is_private)
			fail_msg("%s", one->address);
	}
	assert_true(clair_url_is_private("http://localhost:80/"));
	assert_true(clair_url_is_private("http://a.localhost/"));
	assert_false(clair_url_is_private("http://notlocalhost/"));
	assert_false(clair_url_is_private("http://ville.fr/"));
	assert_true(clair_address_is_private(&(struct sockaddr){.sa_family = AF_UNIX}));
}

static void
test_parts(void **state)
{
	char *host = clair_url_host("http://ville.fr:8080/a?b");
	char *origin = clair_url_origin("http://ville.fr:8080/a?b");
	char *site = clair_url_site("http://www.ville.fr:8080/a?b");

	(void)state;
	assert_string_equal(host, "ville.fr");
	assert_string_equal(origin, "http://ville.fr:8080");
	assert_string_equal(site, "ville.fr");
	free(host);
	free(origin);
	free(site);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_resolve),
		cmocka_unit_test(test_too_long),
		cmocka_unit_test(test_from_user),
		cmocka_unit_test(test_same_site),
		cmocka_unit_test(test_private),
		cmocka_unit_test(test_parts),
	};

	return cmocka_run_group_tests_name("url", tests, NULL, NULL);
}
