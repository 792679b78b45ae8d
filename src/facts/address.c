/* Hosts of addresses, and whose they are: see clairlint/network.h. */
#include "facts/home.h"
#include "facts/token.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { HOST_ROOM = 256 };

/* Where the host begins, its length in `*length`; NULL when the address has none. A name and a password before
 * the host, "user@", are no part of it. */
static const char *
find_host(const char *address, size_t *length)
{
	const char *host = strstr(address, "//");
	const char *at;

	if (host == NULL || strcspn(address, "/?#") != (size_t)(host - address))
		return NULL;
	host += 2;
	*length = strcspn(host, "/?#");
	at = memchr(host, '@', *length);
	if (at != NULL) {
		*length -= (size_t)(at + 1 - host);
		host = at + 1;
	}
	*length = strcspn(host, ":/?#") < *length ? strcspn(host, ":/?#") : *length;
	return host;
}

/* In lower case; false when there is none, or none that a name can be. */
static bool
copy_host(const char *address, char host[static HOST_ROOM])
{
	size_t length = 0;
	const char *start = find_host(address, &length);

	if (start == NULL || length == 0 || length >= HOST_ROOM)
		return false;
	for (size_t i = 0; i < length; i++)
		host[i] = clair_lower(start[i]);
	host[length] = '\0';
	return true;
}

const char *
clair_address_host(struct clair_ctx *ctx, const char *address)
{
	char host[HOST_ROOM];
	const char *copy = copy_host(address, host) ? clair_strdup(&ctx->page->mem, host) : NULL;

	return copy == NULL ? "" : copy;
}

const char *
clair_lookup_host(struct clair_ctx *ctx, const char *list, const char *address)
{
	const struct clair_list *hosts = clair_dict_list(ctx->dict, list);
	char key[HOST_ROOM];

	if (hosts == NULL || !copy_host(address, key))
		return NULL;
	for (const char *at = key; at != NULL; at = strchr(at, '.')) {
		const char *said;

		at += *at == '.';
		said = clair_list_get(hosts, at, strlen(at));
		if (said != NULL)
			return said;
	}
	return NULL;
}

static bool
is_http(const char *address)
{
	return strncasecmp(address, "http://", 7) == 0 || strncasecmp(address, "https://", 8) == 0;
}

/* Open Graph: the permanent address of the page. */
static const char *
og_url(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_META); i++) {
		const struct clair_node *meta = clair_tag_at(ctx, CLAIR_TAG_META, i);

		if (clair_attr_is(meta, CLAIR_ATTR_PROPERTY, "og:url"))
			return clair_attr(meta, CLAIR_ATTR_CONTENT);
	}
	return NULL;
}

/* As written: what a file declares is absolute, or of no use. */
static const char *
canonical(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_LINK); i++) {
		const struct clair_node *link = clair_tag_at(ctx, CLAIR_TAG_LINK, i);

		if (clair_attr_has_token(link, CLAIR_ATTR_REL, "canonical"))
			return clair_attr(link, CLAIR_ATTR_HREF);
	}
	return NULL;
}

const char *
clair_page_address(struct clair_ctx *ctx)
{
	struct clair_facts *facts = ctx->facts;
	const char *declared;

	if (facts->address_known)
		return facts->address;
	facts->address_known = true;
	declared = ctx->page->url;
	if (!is_http(declared))
		declared = canonical(ctx);
	if (declared == NULL || !is_http(declared))
		declared = og_url(ctx);
	facts->address = declared != NULL && is_http(declared) ? declared : NULL;
	return facts->address;
}

bool
clair_same_site(struct clair_ctx *ctx, const char *one, const char *other)
{
	char host[HOST_ROOM];
	char other_host[HOST_ROOM];
	char *site;
	char *other_site;
	bool same;

	if (!copy_host(one, host) || !copy_host(other, other_host))
		return false;
	if (ctx->site_of == NULL || strcmp(host, other_host) == 0)
		return strcmp(host, other_host) == 0;
	site = ctx->site_of(one);
	other_site = ctx->site_of(other);
	same = site != NULL && other_site != NULL && strcmp(site, other_site) == 0;
	free(site);
	free(other_site);
	return same;
}
