#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/support/worded.h"
#include "tests/support/page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct clair_dict *dict;
static struct clair_arena arena;

static void
unload(void)
{
	clair_dict_free(dict);
	clair_arena_free(&arena);
}

struct clair_arena *
support_arena(void)
{
	static bool is_open;

	if (!is_open) {
		is_open = true;
		clair_arena_init(&arena, 0);
		atexit(unload);
	}
	return &arena;
}

const struct clair_dict *
support_dict(void)
{
	const char *error = "";

	if (dict == NULL &&
	    clair_dict_new(&dict, "dictionaries", NULL, support_arena(), &error) != CLAIR_OK)
		fail_msg("dictionaries: %s", error);
	return dict;
}

static char *
resolve(void *payload, const char *base, const char *reference)
{
	const char *host = strstr(base, "://");
	size_t keep;
	char *out = NULL;

	(void)payload;
	if (strstr(reference, "://") != NULL)
		return strdup(reference);
	if (host == NULL || reference[0] == ' ')
		return NULL;
	host += 3;
	keep = reference[0] == '/' ? (size_t)(host - base) + strcspn(host, "/")
	                           : (size_t)(strrchr(base, '/') - base) + 1;
	if (asprintf(&out, "%.*s%s", (int)keep, base, reference) < 0)
		return NULL;
	return out;
}

struct clair_ctx *
support_worded(const char *html, const char *url)
{
	struct clair_ctx *ctx = support_page(html);

	ctx->dict = support_dict();
	ctx->page->url = url;
	ctx->resolve = resolve;
	return ctx;
}
