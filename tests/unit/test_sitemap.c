/* Sitemaps: forms, compression, ceilings, cut at every byte. */
#include "net/sitemap.h"

#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include <cmocka.h>

static bool
note(void *payload, const char *address, bool is_index)
{
	clair_buf_printf(payload, "%s%s\n", is_index ? "index " : "", address);
	return true;
}

static bool
count(void *payload, const char *address, bool is_index)
{
	(void)address;
	(void)is_index;
	++*(uint32_t *)payload;
	return true;
}

static bool
one_is_enough(void *payload, const char *address, bool is_index)
{
	note(payload, address, is_index);
	return false;
}

/* Reads `bytes` by pieces of `step`. */
static bool
read_all(clair_sitemap_found *found, void *payload, const char *bytes, size_t length, size_t step)
{
	struct clair_sitemap *sitemap = clair_sitemap_new(found, payload);
	bool whole;

	assert_non_null(sitemap);
	for (size_t at = 0; at < length; at += step) {
		size_t piece = length - at < step ? length - at : step;

		if (!clair_sitemap_feed(sitemap, bytes + at, piece))
			break;
	}
	whole = clair_sitemap_finish(sitemap);
	clair_sitemap_free(sitemap);
	return whole;
}

static size_t
gzip(const char *in, size_t length, unsigned char *out, size_t room)
{
	z_stream stream = {.next_in = (unsigned char *)(uintptr_t)in, .avail_in = (unsigned)length};

	assert_int_equal(deflateInit2(&stream, 9, Z_DEFLATED, 16 + MAX_WBITS, 9, 0), Z_OK);
	stream.next_out = out;
	stream.avail_out = (unsigned)room;
	assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
	deflateEnd(&stream);
	return room - stream.avail_out;
}

#define NS " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""

struct read_case {
	const char *title;
	const char *text;
	const char *wanted;
	bool whole;
};

static const struct read_case cases[] = {
	{"pages",
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset" NS "><url><loc>\n http://a.fr/1 "
	    "</loc><lastmod>2026-01-01</lastmod></url><url><loc>http://a.fr/?a=1&amp;b=2</loc></url>"
	    "</urlset>",
	    "http://a.fr/1\nhttp://a.fr/?a=1&b=2\n", true},
	{"index",
	    "<sitemapindex" NS "><sitemap><loc>http://a.fr/s1.xml</loc></sitemap>"
	    "<sitemap><loc>http://a.fr/s2.xml.gz</loc></sitemap></sitemapindex>",
	    "index http://a.fr/s1.xml\nindex http://a.fr/s2.xml.gz\n", true},
	{"no namespace", "<urlset><url><loc>http://a.fr/1</loc></url></urlset>", "http://a.fr/1\n",
	    true},
	{"CDATA", "<urlset><url><loc><![CDATA[http://a.fr/?a&b]]></loc></url></urlset>",
	    "http://a.fr/?a&b\n", true},
	{"images are not pages",
	    "<urlset" NS " xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\"><url>"
	    "<loc>http://a.fr/1</loc><image:image><image:loc>http://a.fr/i.png</image:loc>"
	    "</image:image></url></urlset>",
	    "http://a.fr/1\n", true},
	{"empty address", "<urlset><url><loc> </loc></url></urlset>", "", true},
	{"byte order mark and blanks",
	    "\xEF\xBB\xBF<urlset><url><loc>http://a.fr/1</loc></url></urlset>", "http://a.fr/1\n", true},
	{"blank lines first", "\n\n<urlset><url><loc>http://a.fr/1</loc></url></urlset>",
	    "http://a.fr/1\n", true},
	{"text", "http://a.fr/1\r\nhttp://a.fr/2\n\n  http://a.fr/3", "http://a.fr/1\nhttp://a.fr/2\n"
	    "http://a.fr/3\n", true},
	{"text with a mark", "\xEF\xBB\xBFhttp://a.fr/1\n", "http://a.fr/1\n", true},
	{"RSS", "<rss version=\"2.0\"><channel><link>http://a.fr/1</link></channel></rss>", "", false},
	{"Atom", "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><loc>http://a.fr/1</loc>"
	    "</entry></feed>", "", false},
	{"web page", "<!DOCTYPE html><html><body><p>Page not found</p></body></html>", "", false},
	{"cut", "<urlset><url><loc>http://a.fr/1</loc></url><url><loc>http://a.f", "http://a.fr/1\n",
	    false},
	{"broken", "<urlset><url><loc>http://a.fr/1</loc></url><url></urlset>", "http://a.fr/1\n",
	    false},
	{"entity of its own",
	    "<!DOCTYPE urlset [<!ENTITY e \"http://a.fr/\">]><urlset><url><loc>&e;1</loc></url></urlset>",
	    "", false},
	{"external entity",
	    "<!DOCTYPE urlset [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><urlset><url><loc>&e;</loc>"
	    "</url></urlset>",
	    "", false},
	{"unknown entity", "<urlset><url><loc>http://a.fr/&e;</loc></url></urlset>", "", false},
	{"something else", "\x89PNG\r\n", "", false},
	{"nothing", "", "", false},
};

static void
test_forms(void **state)
{
	static const size_t steps[] = {1, 2, 7, 100000};
	struct clair_buf got;
	unsigned char packed[2000];
	int wrong = 0;

	(void)state;
	clair_buf_init(&got, 0);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		size_t length = strlen(cases[i].text);
		size_t packed_length = gzip(cases[i].text, length, packed, sizeof(packed));

		for (size_t j = 0; j < 2 * sizeof(steps) / sizeof(steps[0]); j++) {
			bool raw = j % 2 == 0;
			bool whole;

			clair_buf_clear(&got);
			whole = read_all(note, &got, raw ? cases[i].text : (const char *)packed,
			    raw ? length : packed_length, steps[j / 2]);
			if (strcmp(got.bytes, cases[i].wanted) != 0 || whole != cases[i].whole) {
				print_error("%s, %s by %zu: %s%s\n", cases[i].title, raw ? "plain" : "gzip",
				    steps[j / 2], got.bytes, whole ? "whole" : "cut");
				wrong++;
			}
		}
	}
	clair_buf_free(&got);
	assert_int_equal(wrong, 0);
}

static void
test_stop(void **state)
{
	struct clair_buf got;

	(void)state;
	clair_buf_init(&got, 0);
	read_all(one_is_enough, &got, cases[0].text, strlen(cases[0].text), 10);
	assert_string_equal(got.bytes, "http://a.fr/1\n");
	clair_buf_free(&got);
}

static void
test_gzip_cut(void **state)
{
	unsigned char packed[2000];
	size_t length = gzip(cases[0].text, strlen(cases[0].text), packed, sizeof(packed));
	struct clair_buf got;

	(void)state;
	clair_buf_init(&got, 0);
	assert_false(read_all(note, &got, (const char *)packed, length - 20, 10));
	packed[length / 2] ^= 0x55;
	assert_false(read_all(note, &got, (const char *)packed, length, 10));
	clair_buf_free(&got);
}

/* One address more than the ceiling, and a bomb of 60 MB in 60 kB. */
static void
test_ceilings(void **state)
{
	struct clair_buf text;
	size_t room = 400 * 1024;
	unsigned char *packed = malloc(room);
	uint32_t found = 0;

	(void)state;
	assert_non_null(packed);
	clair_buf_init(&text, 0);
	clair_buf_puts(&text, "<urlset>");
	for (int i = 0; i <= CLAIR_SITEMAP_ADDRESSES_MAX; i++)
		clair_buf_printf(&text, "<url><loc>http://a.fr/%d</loc></url>", i);
	clair_buf_puts(&text, "</urlset>");
	assert_false(read_all(count, &found, text.bytes, text.length, 16384));
	assert_int_equal(found, CLAIR_SITEMAP_ADDRESSES_MAX);

	found = 0;
	clair_buf_clear(&text);
	clair_buf_puts(&text, "<urlset><url><loc>http://a.fr/1</loc></url>");
	while (text.length < CLAIR_SITEMAP_BYTES_MAX + 10000)
		clair_buf_puts(&text, "          \n          \n          \n          \n          \n     \n");
	clair_buf_puts(&text, "<url><loc>http://a.fr/2</loc></url></urlset>");
	assert_false(read_all(
	    count, &found, (const char *)packed, gzip(text.bytes, text.length, packed, room), 16384));
	assert_int_equal(found, 1);
	clair_buf_free(&text);
	free(packed);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_forms),
		cmocka_unit_test(test_stop),
		cmocka_unit_test(test_gzip_cut),
		cmocka_unit_test(test_ceilings),
	};

	return cmocka_run_group_tests_name("sitemap", tests, NULL, NULL);
}
