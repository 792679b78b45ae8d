/* See campaign.h. */
#include "campaign/reader.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistr.h>

void *
clair_campaign_grow(struct clair_arena *mem, void *array, size_t count, size_t size)
{
	enum { FIRST = 16 };
	void *larger;

	if (count != 0 && (count < FIRST || (count & (count - 1)) != 0))
		return array;
	larger = clair_alloc_array(mem, count == 0 ? FIRST : count * 2, size);
	if (larger != NULL && count != 0)
		memcpy(larger, array, count * size);
	return larger;
}

const char *
clair_campaign_beside(struct clair_campaign_file *file, const char *path)
{
	const char *slash = strrchr(file->input->path, '/');

	if (path[0] == '/' || slash == NULL)
		return path;
	return clair_asprintf(
	    &file->mem, "%.*s/%s", (int)(slash - file->input->path), file->input->path, path);
}

/* --- Bytes --------------------------------------------------------------------------------------------- */

/* All of the file, and how many bytes; NULL: see errno, EFBIG past the ceiling. */
static char *
read_whole(const char *path, size_t *length)
{
	FILE *in = fopen(path, "re");
	char *bytes = NULL;
	size_t room = 0;
	size_t got = 1;

	*length = 0;
	if (in == NULL)
		return NULL;
	for (errno = 0; got > 0 && *length <= CLAIR_CAMPAIGN_BYTES;) {
		if (room - *length < 2) {
			char *larger = realloc(bytes, room = room == 0 ? 1 << 16 : room * 2);

			if (larger == NULL)
				break;
			bytes = larger;
		}
		got = fread(bytes + *length, 1, room - *length - 1, in);
		*length += got;
	}
	if (*length > CLAIR_CAMPAIGN_BYTES)
		errno = EFBIG;
	if (got > 0 || ferror(in)) {
		free(bytes);
		bytes = NULL;
	} else {
		bytes[*length] = '\0';
	}
	fclose(in);
	return bytes;
}

static void
blame_unreadable(struct clair_campaign_file *file, const struct clair_campaign_place *where, const char *path, int error)
{
	switch (error) {
	case ENOENT:
		clair_campaign_blame(file, where, "le fichier « %s » n’existe pas", "there is no file “%s”", path);
		return;
	case EACCES:
		clair_campaign_blame(file, where, "l’accès au fichier « %s » est refusé", "access to the file “%s” is denied", path);
		return;
	case EISDIR:
		clair_campaign_blame(file, where, "« %s » est un dossier", "“%s” is a folder", path);
		return;
	case EFBIG:
		clair_campaign_blame(file, where, "le fichier « %s » est trop gros : %d Mio au plus",
		    "the file “%s” is too large: at most %d MiB", path, CLAIR_CAMPAIGN_BYTES >> 20);
		return;
	default:
		clair_campaign_blame(file, where, "impossible de lire le fichier « %s » : %s", "cannot read the file “%s”: %s",
		    path, strerror(error));
	}
}

/* The place of a byte. */
static struct clair_campaign_place
place_of(const char *path, const char *bytes, const char *at)
{
	struct clair_campaign_place place = {path, 1, 1};

	for (; bytes < at; bytes++) {
		place.column += ((unsigned char)*bytes & 0xc0) != 0x80;
		if (*bytes == '\n') {
			place.line++;
			place.column = 1;
		}
	}
	return place;
}

/* UTF-8 without null characters. */
static bool
check_bytes(struct clair_campaign_file *file, const char *path, const char *bytes, size_t length)
{
	const char *nothing = memchr(bytes, '\0', length);
	const char *wrong = (const char *)u8_check((const uint8_t *)bytes, length);
	struct clair_campaign_place place;

	if (nothing == NULL && wrong == NULL)
		return true;
	place = place_of(path, bytes, wrong != NULL ? wrong : nothing);
	if (wrong != NULL)
		clair_campaign_blame(file, &place,
		    "ce fichier n’est pas en UTF-8. Dans le tableur, enregistrez-le au format « CSV UTF-8 »",
		    "this file is not in UTF-8. In the spreadsheet, save it as “CSV UTF-8”");
	else
		clair_campaign_blame(file, &place, "caractère nul dans le fichier", "null character in the file");
	return false;
}

char *
clair_campaign_load(
    struct clair_campaign_file *file, const char *path, const struct clair_campaign_place *where, size_t *length)
{
	static const char mark[] = "\xEF\xBB\xBF";
	const struct clair_campaign_place itself = {.path = path};
	char *bytes = read_whole(path, length);

	if (bytes == NULL) {
		blame_unreadable(file, where != NULL ? where : &itself, path, errno);
		return NULL;
	}
	if (*length >= 3 && memcmp(bytes, mark, 3) == 0) {
		memmove(bytes, bytes + 3, *length - 2);
		*length -= 3;
	}
	if (check_bytes(file, path, bytes, *length))
		return bytes;
	free(bytes);
	return NULL;
}

/* --- The campaign -------------------------------------------------------------------------------------- */

static bool
ends_with(const char *path, const char *end)
{
	const size_t length = strlen(path);

	return length > strlen(end) && strcasecmp(path + length - strlen(end), end) == 0;
}

/* The name of the file without its folder and its ending, in the letters that a name may have. */
static const char *
name_of_path(struct clair_campaign_file *file, const char *path)
{
	const char *slash = strrchr(path, '/');
	char name[128];

	path = slash == NULL ? path : slash + 1;
	clair_campaign_fold(
	    name, sizeof(name), clair_strndup(&file->mem, path, (size_t)(strrchr(path, '.') - path)), '-');
	for (char *at = name; *at != '\0'; at++)
		*at = (unsigned char)*at < 0x80 ? *at : '-';
	return name[0] == '\0' ? "campagne" : clair_strdup(&file->mem, name);
}

static void
read_file(struct clair_campaign_file *file)
{
	const char *path = file->input->path;
	const struct clair_campaign_place itself = {.path = path};

	if (ends_with(path, ".csv")) {
		file->campaign.sites_path = path;
		clair_campaign_read_csv(file, path, NULL);
	} else if (ends_with(path, ".yml") || ends_with(path, ".yaml")) {
		clair_campaign_read_yaml(file);
	} else {
		clair_campaign_blame(file, &itself, "le nom d’un fichier de campagne finit par .csv, .yml ou .yaml",
		    "the name of a campaign file ends with .csv, .yml or .yaml");
		return;
	}
	if (file->campaign.site_count == 0 && !file->refused)
		clair_campaign_blame(file, &itself, "cette campagne n’a aucun site", "this campaign has no site");
	if (file->campaign.name == NULL)
		file->campaign.name = name_of_path(file, path);
}

enum clair_status
clair_campaign_read(struct clair_campaign_file **out, const struct clair_campaign_input *input)
{
	struct clair_campaign_file *file = calloc(1, sizeof(*file));
	struct clair_campaign_input own = *input;

	*out = file;
	if (file == NULL)
		return CLAIR_NO_MEMORY;
	clair_arena_init(&file->mem, 0);
	clair_map_init(&file->by_key, &file->mem);
	own.path = clair_strdup(&file->mem, input->path); /* faults name it as long as they live */
	file->input = &own;
	file->campaign.delay = -1;
	read_file(file);
	file->input = NULL;
	if (file->mem.failed) {
		clair_campaign_free(file);
		*out = NULL;
		return CLAIR_NO_MEMORY;
	}
	if (file->refused) {
		file->campaign = (struct clair_campaign){.name = "", .delay = -1};
		return CLAIR_BAD_INPUT;
	}
	return CLAIR_OK;
}

void
clair_campaign_free(struct clair_campaign_file *file)
{
	if (file == NULL)
		return;
	clair_arena_free(&file->mem);
	free(file);
}

const struct clair_campaign *
clair_campaign_of(const struct clair_campaign_file *file)
{
	return &file->campaign;
}

const struct clair_campaign_fault *
clair_campaign_faults(const struct clair_campaign_file *file, size_t *count, size_t *untold)
{
	*count = file->fault_count;
	*untold = file->untold;
	return file->faults;
}

/* --- Who is left alone ---------------------------------------------------------------------------------- */

/* Host, port and path. NULL: it is no address. */
static const char *
without_scheme(const char *address)
{
	const char *mark = strstr(address, "://");

	return mark == NULL ? NULL : mark + 3;
}

/* `host` is that of the place, or one above it. */
static bool
is_on_host(const char *place, const char *host)
{
	const size_t length = strcspn(place, "/:?");
	const size_t wanted = strlen(host);

	if (length < wanted || strncasecmp(place + length - wanted, host, wanted) != 0)
		return false;
	return length == wanted || place[length - wanted - 1] == '.';
}

static bool
is_under(const char *place, const char *above)
{
	const size_t length = strlen(above);

	if (strncmp(place, above, length) != 0)
		return false;
	return place[length] == '\0' || above[length - 1] == '/' || place[length] == '/' || place[length] == '?';
}

bool
clair_opt_out_covers(const char *what, const char *address)
{
	const char *place = without_scheme(address);
	const char *above = without_scheme(what);

	if (place == NULL)
		return false;
	return above == NULL ? is_on_host(place, what) : is_under(place, above);
}

const struct clair_opt_out *
clair_campaign_opt_out(const struct clair_campaign *campaign, const struct clair_campaign_site *site)
{
	for (uint32_t i = 0; i < campaign->opt_out_count; i++) {
		const struct clair_opt_out *one = &campaign->opt_outs[i];

		if (clair_opt_out_covers(one->host != NULL ? one->host : one->address, site->key))
			return one;
	}
	return NULL;
}
