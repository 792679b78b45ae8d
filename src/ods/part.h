/* What the files of src/ods share. */
#ifndef CLAIR_ODS_PART_H
#define CLAIR_ODS_PART_H

#include "ods/ods.h"

#include <libxml/tree.h>

#define CLAIR_ODS_TABLE "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
#define CLAIR_ODS_OFFICE "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
#define CLAIR_ODS_TEXT "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
#define CLAIR_ODS_CALCEXT "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"

enum {
	CLAIR_ODS_CONTENT_BYTES = 24 << 20, /* of content.xml; a grid of 20 pages has 4 or 5 MiB */
	CLAIR_ODS_PARTS = 1 << 20,          /* elements, attributes (for two), texts, comments */
	CLAIR_ODS_FILES = 4096,
};

struct clair_ods {
	const char *bytes;
	size_t length;
	xmlDoc *doc;
	xmlNode **sheets;
	size_t sheet_count;
	size_t parts;       /* counted while reading, and grown by what is split */
	enum clair_ods_status failure; /* of what was written since */
};

/* content.xml of a package; malloc'd. */
enum clair_ods_status clair_ods_unpack(const char *bytes, size_t length, char **content, size_t *content_length);
/* The package with another content.xml; malloc'd. */
enum clair_ods_status clair_ods_pack(const char *bytes, size_t length, const char *content, size_t content_length,
    char **out, size_t *out_length);

bool clair_ods_is(const xmlNode *node, const char *space, const char *name);

#endif
