/* Addresses, robots.txt and sitemaps; the first byte chooses which. */
#include "tests/fuzz/fuzz.h"
#include "net/robots.h"
#include "net/sitemap.h"
#include "net/url.h"

static const char base[] = "https://www.exemple.fr/dossier/page?q=1";

/* A normalised address is its own normal form. */
static void
fuzz_url(const char *text)
{
	char *url = clair_url_resolve(NULL, base, text);
	char *typed = clair_url_from_user(text);

	if (url != NULL) {
		char *again = clair_url_resolve(NULL, NULL, url);
		char *site = clair_url_site(url);

		check(again != NULL && strcmp(again, url) == 0, "not normal");
		check(strncmp(url, "http://", 7) == 0 || strncmp(url, "https://", 8) == 0, "scheme");
		check(strchr(url, '#') == NULL, "fragment");
		check(site != NULL && clair_url_same_site(url, again), "no site");
		(void)clair_url_is_private(url);
		free(site);
		free(again);
	}
	free(typed);
	free(url);
}

static void
fuzz_robots(const char *text, size_t length)
{
	static const char *const urls[] = {base, "https://www.exemple.fr/", "https://www.exemple.fr/%7Ea"};
	struct clair_robots robots;
	struct clair_arena arena;

	clair_arena_init(&arena, 0);
	clair_robots_answer(&robots, &arena, 200, text, length, "clairlint");
	check(robots.crawl_delay_ms >= -1, "delay");
	for (size_t i = 0; i < sizeof(urls) / sizeof(urls[0]); i++)
		check(clair_robots_allows(&robots, urls[i]) || robots.rule_count != 0, "refused without rule");
	clair_arena_free(&arena);
}

static bool
count(void *payload, const char *address, bool is_index)
{
	(void)is_index;
	check(strlen(address) <= CLAIR_URL_MAX, "long address");
	++*(size_t *)payload;
	return true;
}

static void
fuzz_sitemap(const char *text, size_t length, size_t step)
{
	size_t found = 0;
	struct clair_sitemap *sitemap = clair_sitemap_new(count, &found);

	for (size_t at = 0; at < length; at += step) {
		if (!clair_sitemap_feed(sitemap, text + at, length - at < step ? length - at : step))
			break;
	}
	(void)clair_sitemap_finish(sitemap);
	clair_sitemap_free(sitemap);
	check(found <= CLAIR_SITEMAP_ADDRESSES_MAX, "too many addresses");
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text;

	if (size == 0 || (text = malloc(size)) == NULL)
		return 0;
	memcpy(text, data + 1, size - 1);
	text[size - 1] = '\0';
	switch (data[0] % 4) {
	case 0:
		fuzz_url(text);
		break;
	case 1:
		fuzz_robots(text, size - 1);
		break;
	default:
		fuzz_sitemap(text, size - 1, data[0] % 4 == 2 ? 7 : 4096);
		break;
	}
	free(text);
	return 0;
}
