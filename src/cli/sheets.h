/*
 * Where the style sheets of pages come from: the crawl for pages of the web, the disk for files.
 *
 * A page that is a file has an address that is a path, and so have its sheets. "/x.css" is written
 * FOLDER//x.css, FOLDER being that of the page: it is looked for there, then in each folder above, so that
 * the root of the site may be any of them; then again without the first step of its path.
 *
 * A sheet is read only inside the folder given to `check`; for a file given to it, inside the current
 * folder when the file is there, else inside the file's own. Nothing is asked of the network for a file.
 */
#ifndef CLI_SHEETS_H
#define CLI_SHEETS_H

#include "base/arena.h"
#include "net/load.h"

struct cli_sheet_root {
	const char *folder; /* as typed */
	const char *real;   /* what may be read: real path */
};

struct cli_sheets {
	struct clair_loader *loader;
	const char *base;   /* the folder of --base, an address that ends with a slash; NULL: none */
	struct cli_sheet_root *roots;
	size_t root_count;
	struct clair_arena *mem;
};

/* `base` may be NULL. False without memory. */
bool cli_sheets_open(struct cli_sheets *sheets, const char *base, struct clair_arena *mem);
void cli_sheets_close(struct cli_sheets *sheets);

/* Before any page is judged. `folder`: given as such; else that of a file. False without memory. */
bool cli_sheets_allow_folder(struct cli_sheets *sheets, const char *folder);
bool cli_sheets_allow_file(struct cli_sheets *sheets, const char *file);

/* A clair_resolve_fn and a clair_load_fn; the payload is a struct cli_sheets. */
char *cli_sheets_locate(void *payload, const char *base, const char *reference);
void cli_sheets_load(void *payload, const char *url, struct clair_resource *resource);
/* A clair_weigh_fn, with the same payload: the size of a file, or what the crawl is told. */
int64_t cli_sheets_weigh(void *payload, const char *url);

#endif
