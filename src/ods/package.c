/* The package: ODF 1.2, part 3. */
#include "ods/part.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

/* 1 January 1980, midnight: the first that a zip can say. */
enum { DOS_TIME = 0, DOS_DATE = (1 << 5) | 1 };

#define MEDIA_TYPE "application/vnd.oasis.opendocument.spreadsheet"

static const char content_name[] = "content.xml";

/* A zip in memory. `source` outlives the archive, and holds what was written when it is closed. */
struct package {
	zip_source_t *source;
	zip_t *archive;
};

static void
package_close(struct package *package)
{
	if (package->archive != NULL)
		zip_discard(package->archive);
	if (package->source != NULL)
		zip_source_free(package->source);
}

static bool
package_open(struct package *package, const char *bytes, size_t length)
{
	zip_error_t error;

	zip_error_init(&error);
	*package = (struct package){.source = zip_source_buffer_create(bytes, length, 0, &error)};
	if (package->source != NULL) {
		zip_source_keep(package->source);
		package->archive = zip_open_from_source(package->source, 0, &error);
		if (package->archive == NULL)
			zip_source_free(package->source);
	}
	zip_error_fini(&error);
	if (package->archive == NULL)
		package_close(package);
	return package->archive != NULL;
}

/* Whole, under a ceiling, whatever the directory promises; malloc'd. */
static enum clair_ods_status
read_file(zip_t *archive, zip_uint64_t index, size_t most, char **bytes, size_t *length)
{
	zip_stat_t stat;
	zip_file_t *file;
	zip_int64_t got;
	char more;

	if (zip_stat_index(archive, index, 0, &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0)
		return CLAIR_ODS_NO_CONTENT;
	if (stat.size > most)
		return CLAIR_ODS_TOO_LARGE;
	file = zip_fopen_index(archive, index, 0);
	if (file == NULL)
		return CLAIR_ODS_NO_CONTENT;
	*bytes = malloc(stat.size + 1);
	if (*bytes == NULL) {
		zip_fclose(file);
		return CLAIR_ODS_NO_MEMORY;
	}
	got = zip_fread(file, *bytes, stat.size);
	/* The end is asked for: there the checksum is held, and a file longer than it says is seen. */
	if (got < 0 || (zip_uint64_t)got != stat.size || zip_fread(file, &more, 1) != 0) {
		free(*bytes);
		*bytes = NULL;
		zip_fclose(file);
		return CLAIR_ODS_NO_CONTENT;
	}
	zip_fclose(file);
	(*bytes)[stat.size] = '\0';
	*length = (size_t)stat.size;
	return CLAIR_ODS_OK;
}

/* Part 3, 3.3: the file "mimetype" is first, and not compressed. */
static bool
is_spreadsheet(zip_t *archive)
{
	static const char *const types[] = {MEDIA_TYPE, MEDIA_TYPE "-template"};
	const char *name = zip_get_name(archive, 0, ZIP_FL_ENC_RAW);
	zip_stat_t stat;
	char *bytes = NULL;
	size_t length = 0;
	bool fits = false;

	if (name == NULL || strcmp(name, "mimetype") != 0 || zip_stat_index(archive, 0, 0, &stat) != 0 ||
	    stat.comp_method != ZIP_CM_STORE ||
	    read_file(archive, 0, sizeof(MEDIA_TYPE "-template"), &bytes, &length) != CLAIR_ODS_OK)
		return false;
	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		fits = fits || strcmp(bytes, types[i]) == 0;
	free(bytes);
	return fits;
}

static enum clair_ods_status
check_package(zip_t *archive, zip_uint64_t *content)
{
	const zip_int64_t files = zip_get_num_entries(archive, 0);
	const zip_int64_t at = zip_name_locate(archive, content_name, 0);

	if (files > CLAIR_ODS_FILES)
		return CLAIR_ODS_TOO_LARGE;
	if (files < 1 || !is_spreadsheet(archive))
		return CLAIR_ODS_NOT_SHEETS;
	if (at < 0)
		return CLAIR_ODS_NO_CONTENT;
	*content = (zip_uint64_t)at;
	return CLAIR_ODS_OK;
}

enum clair_ods_status
clair_ods_unpack(const char *bytes, size_t length, char **content, size_t *content_length)
{
	struct package package;
	zip_uint64_t index = 0;
	enum clair_ods_status status;

	if (!package_open(&package, bytes, length))
		return CLAIR_ODS_NOT_ZIP;
	status = check_package(package.archive, &index);
	if (status == CLAIR_ODS_OK)
		status = read_file(package.archive, index, CLAIR_ODS_CONTENT_BYTES, content, content_length);
	package_close(&package);
	return status;
}

static bool
replace_content(zip_t *archive, zip_uint64_t index, const char *content, size_t length)
{
	zip_source_t *source = zip_source_buffer(archive, content, length, 0);

	if (source == NULL)
		return false;
	if (zip_file_replace(archive, index, source, 0) != 0) {
		zip_source_free(source);
		return false;
	}
	return zip_set_file_compression(archive, (zip_uint64_t)index, ZIP_CM_DEFLATE, 6) == 0 &&
	    zip_file_set_dostime(archive, index, DOS_TIME, DOS_DATE, 0) == 0;
}

static bool
take_written(zip_source_t *source, char **out, size_t *length)
{
	zip_stat_t stat;
	bool fine = false;

	zip_stat_init(&stat);
	if (zip_source_open(source) != 0)
		return false;
	if (zip_source_stat(source, &stat) == 0 && (stat.valid & ZIP_STAT_SIZE) != 0) {
		*out = malloc(stat.size + 1);
		*length = (size_t)stat.size;
		fine = *out != NULL && zip_source_read(source, *out, stat.size) == (zip_int64_t)stat.size;
	}
	zip_source_close(source);
	if (!fine) {
		free(*out);
		*out = NULL;
	}
	return fine;
}

enum clair_ods_status
clair_ods_pack(const char *bytes, size_t length, const char *content, size_t content_length, char **out,
    size_t *out_length)
{
	struct package package;
	zip_uint64_t index = 0;
	enum clair_ods_status status;

	*out = NULL;
	if (!package_open(&package, bytes, length))
		return CLAIR_ODS_NOT_ZIP;
	status = check_package(package.archive, &index);
	if (status == CLAIR_ODS_OK) {
		status = CLAIR_ODS_NO_MEMORY;
		if (replace_content(package.archive, index, content, content_length) &&
		    zip_close(package.archive) == 0) {
			package.archive = NULL;
			if (take_written(package.source, out, out_length))
				status = CLAIR_ODS_OK;
		}
	}
	package_close(&package);
	return status;
}
