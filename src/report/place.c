/* See place.h. */
#include "report/place.h"
#include "base/hex.h"

#include "facts/summary.h"

#include <string.h>
#include <strings.h>

/* --- Names of a path ------------------------------------------------------------------------------ */

/* RFC 3986 2.1 */
static void
decode(struct clair_buf *out, const char *name, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		const int high = name[i] == '%' && length - i > 2 ? clair_hex(name[i + 1]) : -1;
		const int low = high < 0 ? -1 : clair_hex(name[i + 2]);

		clair_buf_putc(out, low < 0 ? name[i] : (char)(high * 16 + low));
		i += low < 0 ? 0 : 2;
	}
}

static bool
is_dots(const char *name, size_t length)
{
	return (length == 1 && name[0] == '.') || (length == 2 && name[0] == '.' && name[1] == '.');
}

/* A decoded name that is still one name, which can be read. */
static bool
is_readable(const struct clair_buf *name)
{
	struct clair_buf clean;
	bool same;

	if (strlen(name->bytes) != name->length || strpbrk(name->bytes, "/\\") != NULL ||
	    is_dots(name->bytes, name->length))
		return false;
	clair_buf_init(&clean, 0);
	clair_clean(&clean, name->bytes, name->length, true);
	same = strcmp(clean.bytes, name->bytes) == 0;
	clair_buf_free(&clean);
	return same;
}

static void
add_decoded(struct clair_buf *out, const char *name, size_t length)
{
	struct clair_buf decoded;

	clair_buf_init(&decoded, 0);
	decode(&decoded, name, length);
	if (is_readable(&decoded))
		clair_buf_add(out, decoded.bytes, decoded.length);
	else
		clair_buf_add(out, name, length);
	clair_buf_free(&decoded);
}

/* Takes the last name away, of those past `top` bytes. */
static void
go_up(struct clair_buf *out, size_t top)
{
	while (out->length > top && out->bytes[--out->length] != '/')
		continue;
	out->bytes[out->length] = '\0';
}

/* Adds the names of a path; those of an address are decoded. "." and ".." are gone through, not above `top`. */
static void
add_names(struct clair_buf *out, size_t top, const char *path, size_t length, bool of_address)
{
	while (length > 0) {
		const char *slash = memchr(path, '/', length);
		const size_t name = slash == NULL ? length : (size_t)(slash - path);

		if (name == 2 && is_dots(path, name)) {
			go_up(out, top);
		} else if (name > 0 && !is_dots(path, name)) {
			if (out->length > 0)
				clair_buf_putc(out, '/');
			if (of_address)
				add_decoded(out, path, name);
			else
				clair_buf_add(out, path, name);
		}
		path += name + (slash != NULL);
		length -= name + (slash != NULL);
	}
}

static void
add_index(struct clair_buf *out)
{
	clair_buf_puts(out, out->length > 0 ? "/index.html" : "index.html");
}

/* --- Files ---------------------------------------------------------------------------------------- */

/* Both are normal. */
static const char *
inside(const char *path, const struct clair_buf *folder)
{
	const size_t length = folder->length;

	if (length == 0)
		return path;
	if (strncmp(path, folder->bytes, length) != 0 || (path[length] != '/' && path[length] != '\0'))
		return NULL;
	return path + length + (path[length] == '/');
}

static void
add_file(struct clair_buf *out, const struct clair_write_options *options, const char *path)
{
	struct clair_buf folder;
	struct clair_buf full;
	const char *relative = NULL;

	clair_buf_init(&folder, 0);
	clair_buf_init(&full, 0);
	if (options->folder != NULL)
		add_names(&folder, 0, options->folder, strlen(options->folder), false);
	if (path[0] != '/')
		clair_buf_add(&full, folder.bytes, folder.length);
	add_names(&full, 0, path, strlen(path), false);
	if (options->folder != NULL)
		relative = inside(full.bytes, &folder);
	clair_buf_puts(out, relative != NULL ? relative : full.bytes);
	if (full.failed || folder.failed)
		out->failed = true;
	clair_buf_free(&full);
	clair_buf_free(&folder);
}

/* --- Addresses ------------------------------------------------------------------------------------ */

const char *
clair_place_host(const char *address)
{
	if (strncasecmp(address, "http://", 7) == 0)
		return address + 7;
	return strncasecmp(address, "https://", 8) == 0 ? address + 8 : NULL;
}

static void
add_query(struct clair_buf *out, const char *query, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		const unsigned char byte = (unsigned char)query[i];

		if (byte <= 0x20 || byte >= 0x7F || byte == '/' || byte == '\\')
			clair_buf_printf(out, "%%%02X", (unsigned)byte);
		else
			clair_buf_putc(out, query[i]);
	}
}

/* Of an address, from the host on. */
static void
add_pseudo(struct clair_buf *out, const char *rest)
{
	const size_t length = strcspn(rest, "#");
	const char *query = memchr(rest, '?', length);
	const size_t before_query = query == NULL ? length : (size_t)(query - rest);
	const char *slash = memchr(rest, '/', before_query);
	const size_t authority = slash == NULL ? before_query : (size_t)(slash - rest);
	const char *at = memrchr(rest, '@', authority);
	const char *host = at == NULL ? rest : at + 1;

	add_names(out, out->length, host, (size_t)(rest + authority - host), false);
	add_names(out, out->length, rest + authority, before_query - authority, true);
	if (slash == NULL || rest[before_query - 1] == '/')
		add_index(out);
	if (query != NULL)
		add_query(out, query, (size_t)(rest + length - query));
}

/* --- Source maps ---------------------------------------------------------------------------------- */

/* Whether an address starts with that of a map, up to the end of a name. */
static bool
starts_with(const char *address, const char *url)
{
	const size_t length = strlen(url);

	return strncmp(address, url, length) == 0 &&
	    ((length > 0 && url[length - 1] == '/') || strchr("/?#", address[length]) != NULL);
}

static void
add_mapped(struct clair_buf *out, const struct clair_source_map *map, const char *address)
{
	const char *rest = address + strlen(map->url);
	const bool of_address = clair_place_host(address) != NULL;
	const size_t length = of_address ? strcspn(rest, "?#") : strlen(rest);
	const char *whole = length > 0 ? rest + length : map->url + strlen(map->url);
	const size_t path = strlen(map->path);

	add_names(out, out->length, map->path, path, false);
	add_names(out, out->length, rest, length, of_address);
	if (whole[-1] == '/' || (length == 0 && (path == 0 || map->path[path - 1] == '/')))
		add_index(out);
}

/* Addresses that may be NULL: false when no map has one of them. */
static bool
add_by_map(struct clair_buf *out, const struct clair_write_options *options, const char *const *addresses,
    size_t count)
{
	const struct clair_source_map *best = NULL;
	const char *which = NULL;

	for (size_t a = 0; a < count; a++) {
		for (size_t i = 0; addresses[a] != NULL && i < options->source_map_count; i++) {
			const struct clair_source_map *map = &options->source_maps[i];

			if (!starts_with(addresses[a], map->url) ||
			    (best != NULL && strlen(best->url) >= strlen(map->url)))
				continue;
			best = map;
			which = addresses[a];
		}
	}
	if (best != NULL)
		add_mapped(out, best, which);
	return best != NULL;
}

/* --- Places --------------------------------------------------------------------------------------- */

/* `asked` and `file` may be NULL. */
static void
add_place(struct clair_buf *out, const struct clair_write_options *options, const char *address, const char *asked,
    const char *file)
{
	struct clair_buf local;
	const size_t before = out->length;

	clair_buf_init(&local, 0);
	if (file == NULL && clair_place_host(address) == NULL)
		file = address;
	if (file != NULL)
		add_file(&local, options, file);
	if (!add_by_map(out, options,
	        (const char *const[]){address, asked, file == NULL ? NULL : local.bytes}, 3)) {
		if (file != NULL)
			clair_buf_add(out, local.bytes, local.length);
		else
			add_pseudo(out, clair_place_host(address));
	}
	if (out->length == before)
		add_index(out);
	if (local.failed)
		out->failed = true;
	clair_buf_free(&local);
}

void
clair_place_path_of(struct clair_buf *out, const struct clair_write_options *options, const char *address)
{
	add_place(out, options, address, NULL, NULL);
}

void
clair_place_path(struct clair_buf *out, const struct clair_report *report, const struct clair_result *page,
    const struct clair_finding *finding)
{
	if (page != NULL)
		add_place(out, report->options, clair_report_url(report, page), page->url, page->file);
	else
		clair_place_path_of(out, report->options,
		    finding != NULL && finding->page != NULL ? finding->page->url : clair_report_url(report, NULL));
}

void
clair_place_uri(struct clair_buf *out, const char *path)
{
	static const char kept[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/=&+,@";

	for (; *path != '\0'; path++) {
		if (strchr(kept, *path) != NULL)
			clair_buf_putc(out, *path);
		else
			clair_buf_printf(out, "%%%02X", (unsigned)(unsigned char)*path);
	}
}
