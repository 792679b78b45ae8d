/* See sheets.h. */
#include "cli/sheets.h"

#include "base/buf.h"
#include "base/hex.h"
#include "cli/options.h"
#include "cli/read.h"
#include "net/crawl.h"
#include "net/url.h"

#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

/* --- What may be read ----------------------------------------------------------------------------- */

bool
cli_sheets_open(struct cli_sheets *sheets, const char *base, struct clair_arena *mem)
{
	char *address = base == NULL ? NULL : clair_url_resolve(NULL, NULL, base);

	*sheets = (struct cli_sheets){.mem = mem, .loader = clair_loader_new()};
	if (address != NULL) {
		size_t length = strcspn(address, "?");

		while (address[length - 1] != '/')
			length--;
		sheets->base = clair_strndup(mem, address, length);
	}
	free(address);
	return sheets->loader != NULL && !mem->failed;
}

void
cli_sheets_close(struct cli_sheets *sheets)
{
	clair_loader_free(sheets->loader);
	sheets->loader = NULL;
}

static bool
is_inside(const char *path, const char *folder)
{
	size_t length = strcmp(folder, "/") == 0 ? 0 : strlen(folder);

	return strncmp(path, folder, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

static bool
allow(struct cli_sheets *sheets, const char *folder, const char *real)
{
	for (size_t i = 0; i < sheets->root_count; i++) {
		if (strcmp(sheets->roots[i].folder, folder) == 0 &&
		    strcmp(sheets->roots[i].real, real) == 0)
			return true;
	}
	sheets->roots =
	    cli_grow(sheets->mem, sheets->roots, sheets->root_count, sizeof(*sheets->roots));
	if (sheets->roots == NULL)
		return false;
	sheets->roots[sheets->root_count++] = (struct cli_sheet_root){
	    clair_strdup(sheets->mem, folder), clair_strdup(sheets->mem, real)};
	return !sheets->mem->failed;
}

bool
cli_sheets_allow_folder(struct cli_sheets *sheets, const char *folder)
{
	char real[PATH_MAX];

	return realpath(folder, real) == NULL || allow(sheets, folder, real);
}

bool
cli_sheets_allow_file(struct cli_sheets *sheets, const char *file)
{
	const char *slash = strrchr(file, '/');
	const char *folder =
	    slash == NULL ? "." : clair_strndup(sheets->mem, file, (size_t)(slash - file));
	char real[PATH_MAX];
	char here[PATH_MAX];

	if (folder[0] == '\0')
		folder = "/";
	if (realpath(folder, real) == NULL)
		return true;
	/* In the root folder the whole disk would be "here". */
	if (realpath(".", here) == NULL || strcmp(here, "/") == 0 || !is_inside(real, here))
		return allow(sheets, folder, real);
	return allow(sheets, folder, here);
}

/* --- Addresses ------------------------------------------------------------------------------------ */

static bool
is_http(const char *address)
{
	return strncasecmp(address, "http://", 7) == 0 || strncasecmp(address, "https://", 8) == 0;
}

/* RFC 3986 3.1 */
static bool
has_scheme(const char *address)
{
	size_t length = strspn(
	    address, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

	return length != 0 && address[length] == ':';
}

/* The path of a reference: no query nor fragment, percent-encoding decoded. False: no path can be so. */
static bool
decode_path(struct clair_buf *path, const char *reference)
{
	for (; *reference != '\0' && *reference != '?' && *reference != '#'; reference++) {
		int high = *reference == '%' ? clair_hex(reference[1]) : -1;
		int low = high < 0 ? -1 : clair_hex(reference[2]);

		if (high == 0 && low == 0)
			return false;
		if (low >= 0) {
			clair_buf_putc(path, (char)(high * 16 + low));
			reference += 2;
		} else if (strchr("\t\n\r", *reference) == NULL) {
			clair_buf_putc(path, *reference == '\\' ? '/' : *reference);
		}
	}
	while (path->length > 0 && strchr(" \f", path->bytes[path->length - 1]) != NULL)
		path->bytes[--path->length] = '\0';
	return !path->failed;
}

/* Adds segments after the first `root` bytes of `out`, which cannot be climbed over. Without a root, what climbs
 * higher than the start stays written as "..". */
static void
add_segments(struct clair_buf *out, size_t root, const char *path, size_t length)
{
	const char *end = path + length;

	while (path < end) {
		size_t segment = strcspn(path, "/") < (size_t)(end - path) ? strcspn(path, "/") + 1 :
		                                                             (size_t)(end - path);
		size_t name = segment - (path[segment - 1] == '/');
		bool up = name == 2 && memcmp(path, "..", 2) == 0;
		bool last_is_up =
		    out->length >= 3 && memcmp(out->bytes + out->length - 3, "../", 3) == 0;

		if (up && out->length > root && !last_is_up) {
			do
				out->length--;
			while (out->length > root && out->bytes[out->length - 1] != '/');
			out->bytes[out->length] = '\0';
		} else if (name != 0 && !(name == 1 && *path == '.') && !(up && root != 0)) {
			clair_buf_add(out, path, segment);
		}
		path += segment;
	}
}

/* A path from a page or a sheet that is a file. */
static void
join(struct clair_buf *out, const char *base, const char *path)
{
	const char *mark = strstr(base, "//");
	const char *slash;
	size_t root;

	if (mark != NULL || path[0] == '/') {
		slash = mark != NULL ? mark : strrchr(base, '/');
		clair_buf_printf(out, "%.*s//", slash == NULL ? 1 : (int)(slash - base),
		    slash == NULL ? "." : base);
		base = mark != NULL ? mark + 2 : "";
	} else if (base[0] == '/') {
		clair_buf_putc(out, '/');
	}
	root = out->length;
	slash = strrchr(base, '/');
	if (path[0] != '/' && slash != NULL)
		add_segments(out, root, base, (size_t)(slash - base) + 1);
	add_segments(out, root, path, strlen(path));
}

static bool
is_allowed(const struct cli_sheets *sheets, const char *real)
{
	for (size_t i = 0; i < sheets->root_count; i++) {
		if (is_inside(real, sheets->roots[i].real))
			return true;
	}
	return false;
}

/* `rest` in the folder, then in each folder above that may be read: the path of the first that is there.
 * False when there is none. */
static bool
find_above(const struct cli_sheets *sheets, const char *folder, const char *rest,
    char path[static PATH_MAX])
{
	size_t length = strlen(folder);

	for (;;) {
		char real[PATH_MAX];
		struct stat status;
		int written = snprintf(path, PATH_MAX, "%.*s/%s", length == 0 ? 1 : (int)length,
		    length == 0 ? "." : folder, rest);

		if (written < 0 || written >= PATH_MAX)
			return false;
		/* The address of a folder is only a base. */
		if (realpath(path, real) != NULL && is_allowed(sheets, real) &&
		    stat(real, &status) == 0 && !S_ISDIR(status.st_mode))
			return true;
		if (length == 0)
			return false;
		while (length > 0 && folder[length - 1] != '/')
			length--;
		/* Above "a" is the current folder; above "/a", nothing. */
		if (length <= 1 && folder[0] == '/')
			return false;
		length -= length > 0;
	}
}

/* FOLDER//REST. A site made to stand under a prefix ("/project/css/x.css") may lie here without it. The
 * path found, so that a sheet has one address for all the pages; NULL when there is none. */
static char *
find_rooted(const struct cli_sheets *sheets, const char *address)
{
	const char *mark = strstr(address, "//");
	const char *rest = mark + 2;
	const char *slash = strchr(rest, '/');
	char *folder = strndup(address, (size_t)(mark - address));
	char path[PATH_MAX];
	bool found = folder != NULL && (find_above(sheets, folder, rest, path) ||
	    (slash != NULL && find_above(sheets, folder, slash + 1, path)));

	free(folder);
	return found ? strdup(path) : NULL;
}

static char *
locate_file(const struct cli_sheets *sheets, const char *base, const char *reference)
{
	struct clair_buf path;
	struct clair_buf out;
	char *found = NULL;

	clair_buf_init(&path, 0);
	clair_buf_init(&out, PATH_MAX);
	if (decode_path(&path, reference))
		join(&out, base, path.bytes);
	if (sheets != NULL && !out.failed && strstr(out.bytes, "//") != NULL)
		found = find_rooted(sheets, out.bytes);
	if (found == NULL && !out.failed && out.length != 0)
		found = strdup(out.bytes);
	clair_buf_free(&path);
	clair_buf_free(&out);
	return found;
}

char *
cli_sheets_locate(void *payload, const char *base, const char *reference)
{
	char *url = NULL;
	char *found;

	reference += strspn(reference, " \t\n\f\r");
	if (is_http(base))
		return clair_url_resolve(NULL, base, reference);
	if (is_http(reference))
		return clair_url_resolve(NULL, NULL, reference);
	/* Without a scheme to take over, today's. */
	if (strncmp(reference, "//", 2) == 0) {
		if (asprintf(&url, "https:%s", reference) < 0)
			return NULL;
		found = clair_url_resolve(NULL, NULL, url);
		free(url);
		return found;
	}
	return has_scheme(reference) ? NULL : locate_file(payload, base, reference);
}

/* --- Files ---------------------------------------------------------------------------------------- */

/* True when there is a file of this name, read or not. */
static bool
read_file(const struct cli_sheets *sheets, const char *path, struct clair_resource *resource)
{
	char real[PATH_MAX];
	struct stat status;
	int descriptor;

	if (realpath(path, real) == NULL)
		return false;
	if (!is_allowed(sheets, real)) {
		resource->failure = "outside-folder";
		return true;
	}
	descriptor = open(real, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
	if (descriptor < 0 || fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
		resource->failure = "unreadable";
	} else {
		resource->bytes =
		    cli_read_all(descriptor, CLAIR_LARGEST_BODY, &resource->length, &resource->failure);
		resource->final_url = strdup(path);
	}
	if (descriptor >= 0)
		close(descriptor);
	return true;
}

static void
load_file(const struct cli_sheets *sheets, const char *url, struct clair_resource *resource)
{
	const char *mark = strstr(url, "//");

	if (mark == NULL && read_file(sheets, url, resource))
		return;
	resource->failure = "unreadable";
	if (mark != NULL)
		resource->final_url = strdup(mark + 1);
}

/* An address under --base is a file of the folders given. */
static void
load_under_base(const struct cli_sheets *sheets, const char *rest, struct clair_resource *resource)
{
	struct clair_buf path;
	bool found = false;

	clair_buf_init(&path, PATH_MAX);
	for (size_t i = 0; i < sheets->root_count && !found; i++) {
		clair_buf_clear(&path);
		clair_buf_printf(&path, "%s/", sheets->roots[i].folder);
		found = decode_path(&path, rest) && read_file(sheets, path.bytes, resource);
	}
	clair_buf_free(&path);
	if (!found)
		resource->failure = "unreadable";
	free(resource->final_url);
	resource->final_url = NULL; /* imports are found from the address */
}

void
cli_sheets_load(void *payload, const char *url, struct clair_resource *resource)
{
	const struct cli_sheets *sheets = payload;
	size_t length = sheets->base == NULL ? 0 : strlen(sheets->base);

	if (!is_http(url))
		load_file(sheets, url, resource);
	else if (length != 0 && sheets->root_count != 0 && strncmp(url, sheets->base, length) == 0)
		load_under_base(sheets, url + length, resource);
	else
		clair_loader_load(sheets->loader, url, resource);
}

/* --- Weights --------------------------------------------------------------------------------------- */

static int64_t
weigh_file(const struct cli_sheets *sheets, const char *path)
{
	char real[PATH_MAX];
	struct stat status;

	if (realpath(path, real) == NULL || !is_allowed(sheets, real) || stat(real, &status) != 0 ||
	    !S_ISREG(status.st_mode))
		return -1;
	return status.st_size;
}

static int64_t
weigh_under_base(const struct cli_sheets *sheets, const char *rest)
{
	struct clair_buf path;
	int64_t bytes = -1;

	clair_buf_init(&path, PATH_MAX);
	for (size_t i = 0; i < sheets->root_count && bytes < 0; i++) {
		clair_buf_clear(&path);
		clair_buf_printf(&path, "%s/", sheets->roots[i].folder);
		if (decode_path(&path, rest))
			bytes = weigh_file(sheets, path.bytes);
	}
	clair_buf_free(&path);
	return bytes;
}

int64_t
cli_sheets_weigh(void *payload, const char *url)
{
	const struct cli_sheets *sheets = payload;
	const size_t length = sheets->base == NULL ? 0 : strlen(sheets->base);

	if (!is_http(url))
		return weigh_file(sheets, url);
	if (length != 0 && sheets->root_count != 0 && strncmp(url, sheets->base, length) == 0)
		return weigh_under_base(sheets, url + length);
	return clair_loader_weigh(sheets->loader, url);
}
