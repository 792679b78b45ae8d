/* What browsers ask for when they read the page: see clairlint/network.h. */
#include "base/map.h"
#include "facts/facts.h"
#include "facts/home.h"

#include <string.h>
#include <strings.h>

enum {
	MOST_REQUESTS = 4000,
	MOST_THIRD_PARTIES = 500,
	MOST_NAMED = 64,     /* services that the code of a page names */
	NAMED_ROOM = 128,    /* bytes of an address in code */
};

/* What is known of a host, once for all the requests that go there. */
struct host {
	const char *name;
	bool third_party;
	bool counted;        /* among the third parties */
	enum clair_service_kind service;
	const char *company, *service_name;
};

struct clair_request_table {
	struct clair_request *list;
	size_t count;
	const char **third_parties;
	size_t third_party_count;
	struct clair_map hosts;
	uint32_t named;
};

/* --- Hosts ----------------------------------------------------------------------------------------- */

static enum clair_service_kind
service_called(const char *word, size_t length)
{
	static const char *const names[CLAIR_SERVICE_KIND_COUNT] = {
	    [CLAIR_SERVICE_NONE] = "", [CLAIR_SERVICE_PUBLIC] = "public", [CLAIR_SERVICE_MEASURE] = "mesure",
	    [CLAIR_SERVICE_ADS] = "publicité", [CLAIR_SERVICE_SOCIAL] = "social",
	    [CLAIR_SERVICE_FONTS] = "polices", [CLAIR_SERVICE_MAP] = "carte",
	    [CLAIR_SERVICE_CAPTCHA] = "captcha", [CLAIR_SERVICE_VIDEO] = "vidéo",
	    [CLAIR_SERVICE_CHAT] = "discussion", [CLAIR_SERVICE_TRANSLATE] = "traduction",
	    [CLAIR_SERVICE_FORM] = "formulaire", [CLAIR_SERVICE_CODE] = "code",
	};

	for (int kind = 0; kind < CLAIR_SERVICE_KIND_COUNT; kind++)
		if (strlen(names[kind]) == length && memcmp(names[kind], word, length) == 0)
			return (enum clair_service_kind)kind;
	return CLAIR_SERVICE_NONE;
}

/* "mesure google Google Analytics" */
static void
read_service(struct clair_ctx *ctx, struct host *host, const char *said)
{
	const size_t kind = strcspn(said, " ");
	const char *owner = said + kind + strspn(said + kind, " ");
	const size_t length = strcspn(owner, " ");

	host->service = service_called(said, kind);
	if (length != 1 || *owner != '-')
		host->company = clair_strndup(&ctx->page->mem, owner, length);
	host->service_name = owner + length + strspn(owner + length, " ");
}

static struct host *
host_of(struct clair_ctx *ctx, struct clair_request_table *table, const char *url)
{
	const char *name = clair_address_host(ctx, url);
	const char *own = clair_page_address(ctx);
	void **slot = clair_map_at(&table->hosts, name, strlen(name));
	struct host *host;
	const char *said;

	if (slot == NULL || *slot != NULL)
		return slot == NULL ? NULL : *slot;
	host = clair_alloc(&ctx->page->mem, sizeof(*host));
	if (host == NULL)
		return NULL;
	*slot = host;
	*host = (struct host){.name = name, .company = "", .service_name = ""};
	said = clair_lookup_host(ctx, "services-tiers", url);
	if (said != NULL)
		read_service(ctx, host, said);
	host->third_party = name[0] != '\0' && host->service != CLAIR_SERVICE_PUBLIC &&
	    (own == NULL || !clair_same_site(ctx, own, url));
	return host;
}

static void
count_third_party(struct clair_request_table *table, struct host *host)
{
	if (!host->third_party || host->counted || table->third_party_count == MOST_THIRD_PARTIES)
		return;
	host->counted = true;
	table->third_parties[table->third_party_count++] = host->name;
}

static void
add(struct clair_ctx *ctx, struct clair_request_table *table, const struct clair_node *node,
    enum clair_request_kind kind, const char *url)
{
	struct host *host = table->count == MOST_REQUESTS ? NULL : host_of(ctx, table, url);

	if (host == NULL || (kind == CLAIR_REQUEST_IN_CODE && host->service_name[0] == '\0'))
		return;
	if (kind != CLAIR_REQUEST_IN_CODE)
		count_third_party(table, host);
	table->list[table->count++] = (struct clair_request){
	    .kind = kind,
	    .node = node,
	    .url = url,
	    .host = host->name,
	    .third_party = host->third_party,
	    .service = host->service,
	    .company = host->company,
	    .service_name = host->service_name,
	};
}

/* --- Addresses in attributes ------------------------------------------------------------------------- */

/* What data: and the like hold is already here. */
static bool
is_asked(const char *reference)
{
	static const char *const here[] = {"data:", "blob:", "about:", "javascript:", "#"};

	reference += strspn(reference, " \t\n\f\r");
	for (size_t i = 0; i < CLAIR_LEN(here); i++)
		if (strncasecmp(reference, here[i], strlen(here[i])) == 0)
			return false;
	return reference[0] != '\0';
}

static void
add_attribute(struct clair_ctx *ctx, struct clair_request_table *table, const struct clair_node *node,
    enum clair_request_kind kind, enum clair_attribute attribute)
{
	const char *reference = clair_attr(node, attribute);

	if (reference != NULL && is_asked(reference))
		add(ctx, table, node, kind, clair_resolve(ctx, reference));
}

/* --- Addresses in code --------------------------------------------------------------------------------- */

/* The address that "//" begins in a text, or NULL: its host is enough. */
static const char *
address_in_code(struct clair_ctx *ctx, const char *slashes)
{
	static const char host[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-";
	const size_t length = strspn(slashes + 2, host);

	if (length == 0 || length + 2 >= NAMED_ROOM || memchr(slashes + 2, '.', length) == NULL)
		return NULL;
	return clair_strndup(&ctx->page->mem, slashes, length + 2);
}

static void
add_code(struct clair_ctx *ctx, struct clair_request_table *table, const struct clair_node *node,
    enum clair_request_kind kind)
{
	const char *code = clair_raw_text(node);

	for (const char *at = strstr(code, "//"); at != NULL; at = strstr(at + 2, "//")) {
		const char *address = table->named < MOST_NAMED ? address_in_code(ctx, at) : NULL;

		if (address == NULL || clair_lookup_host(ctx, "services-tiers", address) == NULL)
			continue;
		table->named++;
		add(ctx, table, node, kind, address);
	}
}

/* HTML 4.12.1: another type is data, or waits for people to agree. */
static bool
is_run(const struct clair_node *script)
{
	const char *type = clair_attr(script, CLAIR_ATTR_TYPE);

	return type == NULL || type[0] == '\0' || strcasecmp(type, "module") == 0 ||
	    strcasestr(type, "javascript") != NULL || strcasestr(type, "ecmascript") != NULL;
}

static void
add_script(struct clair_ctx *ctx, struct clair_request_table *table, const struct clair_node *script)
{
	if (!is_run(script))
		return;
	if (clair_has_attr(script, CLAIR_ATTR_SRC))
		add_attribute(ctx, table, script, CLAIR_REQUEST_SCRIPT, CLAIR_ATTR_SRC);
	else
		add_code(ctx, table, script, CLAIR_REQUEST_IN_CODE);
}

static void
add_link(struct clair_ctx *ctx, struct clair_request_table *table, const struct clair_node *link)
{
	static const char *const asked[] = {
	    "icon", "preload", "modulepreload", "prefetch", "preconnect", "manifest", "apple-touch-icon"};

	if (clair_attr_has_token(link, CLAIR_ATTR_REL, "stylesheet")) {
		add_attribute(ctx, table, link, CLAIR_REQUEST_SHEET, CLAIR_ATTR_HREF);
		return;
	}
	for (size_t i = 0; i < CLAIR_LEN(asked); i++) {
		if (clair_attr_has_token(link, CLAIR_ATTR_REL, asked[i])) {
			add_attribute(ctx, table, link, CLAIR_REQUEST_LINK, CLAIR_ATTR_HREF);
			return;
		}
	}
}

static void
add_of_element(struct clair_ctx *ctx, struct clair_request_table *table, const struct clair_node *node)
{
	switch ((enum clair_tag)node->tag) {
	case CLAIR_TAG_SCRIPT:
		add_script(ctx, table, node);
		break;
	case CLAIR_TAG_LINK:
		add_link(ctx, table, node);
		break;
	case CLAIR_TAG_STYLE:
		add_code(ctx, table, node, CLAIR_REQUEST_FONT);
		break;
	case CLAIR_TAG_IMG:
	case CLAIR_TAG_INPUT:
		add_attribute(ctx, table, node, CLAIR_REQUEST_IMAGE, CLAIR_ATTR_SRC);
		break;
	case CLAIR_TAG_IFRAME:
	case CLAIR_TAG_FRAME:
		add_attribute(ctx, table, node, CLAIR_REQUEST_FRAME, CLAIR_ATTR_SRC);
		break;
	case CLAIR_TAG_VIDEO:
		add_attribute(ctx, table, node, CLAIR_REQUEST_IMAGE, CLAIR_ATTR_POSTER);
		add_attribute(ctx, table, node, CLAIR_REQUEST_MEDIA, CLAIR_ATTR_SRC);
		break;
	case CLAIR_TAG_AUDIO:
	case CLAIR_TAG_EMBED:
		add_attribute(ctx, table, node, CLAIR_REQUEST_MEDIA, CLAIR_ATTR_SRC);
		break;
	case CLAIR_TAG_SOURCE:
		/* That of a <picture> has srcset; a browser takes the first it can play. */
		if (clair_previous_sibling(node) == NULL)
			add_attribute(ctx, table, node, CLAIR_REQUEST_MEDIA, CLAIR_ATTR_SRC);
		break;
	case CLAIR_TAG_OBJECT:
		add_attribute(ctx, table, node, CLAIR_REQUEST_MEDIA, CLAIR_ATTR_DATA);
		break;
	default:
		break;
	}
}

/* What is in a <template> is asked for by nobody. */
static void
collect(struct clair_ctx *ctx, struct clair_request_table *table)
{
	const struct clair_page *page = ctx->page;

	for (uint32_t i = 0; i < page->node_count;) {
		const struct clair_node *node = &page->nodes[i];

		if (node->kind == CLAIR_NODE_ELEMENT && node->tag == CLAIR_TAG_TEMPLATE) {
			i = node->end;
			continue;
		}
		if (node->kind == CLAIR_NODE_ELEMENT)
			add_of_element(ctx, table, node);
		i++;
	}
}

static struct clair_request_table *
request_table(struct clair_ctx *ctx)
{
	struct clair_request_table *table = ctx->facts->requests;
	struct clair_arena *arena = &ctx->page->mem;

	if (table != NULL)
		return table;
	table = clair_alloc(arena, sizeof(*table));
	if (table == NULL)
		return NULL;
	ctx->facts->requests = table;
	clair_map_init(&table->hosts, arena);
	table->list = clair_alloc_array(arena, MOST_REQUESTS, sizeof(*table->list));
	table->third_parties =
	    clair_alloc_array(arena, MOST_THIRD_PARTIES, sizeof(*table->third_parties));
	if (!arena->failed)
		collect(ctx, table);
	return table;
}

size_t
clair_request_count(struct clair_ctx *ctx)
{
	const struct clair_request_table *table = request_table(ctx);

	return table == NULL ? 0 : table->count;
}

const struct clair_request *
clair_request_at(struct clair_ctx *ctx, size_t index)
{
	return index < clair_request_count(ctx) ? &ctx->facts->requests->list[index] : NULL;
}

size_t
clair_third_party_count(struct clair_ctx *ctx)
{
	const struct clair_request_table *table = request_table(ctx);

	return table == NULL ? 0 : table->third_party_count;
}

const char *
clair_third_party(struct clair_ctx *ctx, size_t index)
{
	return index < clair_third_party_count(ctx) ? ctx->facts->requests->third_parties[index] : NULL;
}
