/* The bar of the bench: reads and parses the HTML files of a folder, or one file, and nothing else. */
#include "dom/page.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned long pages;
static unsigned long bytes_read;

static int
parse(const char *path, const struct stat *status, int type, struct FTW *place)
{
	static const struct clair_parse_limits limits = {
	    .memory = 512u << 20, .milliseconds = 3000};
	struct clair_document document = {
	    .url = path, .file = path, .media_type = "text/html", .click_depth = -1};
	const char *extension = strrchr(path, '.');
	struct clair_page page;
	const char *why;
	FILE *file;
	char *bytes;

	(void)place;
	if (type != FTW_F || extension == NULL ||
	    (strcmp(extension, ".html") != 0 && strcmp(extension, ".htm") != 0))
		return 0;
	bytes = malloc((size_t)status->st_size + 1);
	file = fopen(path, "rb");
	if (bytes == NULL || file == NULL)
		return 1;
	document.bytes = bytes;
	document.length = fread(bytes, 1, (size_t)status->st_size, file);
	fclose(file);
	if (clair_page_parse(&page, &document, &limits, &why) == CLAIR_OK)
		clair_page_free(&page);
	free(bytes);
	pages++;
	bytes_read += document.length;
	return 0;
}

int
main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		if (nftw(argv[i], parse, 16, FTW_PHYS) != 0) {
			perror(argv[i]);
			return 1;
		}
	}
	printf("%lu %lu\n", pages, bytes_read);
	return 0;
}
