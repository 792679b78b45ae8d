/* What the readers of a campaign file share. Private to src/campaign/. */
#ifndef CLAIR_CAMPAIGN_READER_H
#define CLAIR_CAMPAIGN_READER_H

#include "base/arena.h"
#include "base/map.h"
#include "campaign/campaign.h"

struct clair_campaign_file {
	struct clair_arena mem;
	struct clair_campaign campaign;
	const struct clair_campaign_input *input; /* while it is read */
	struct clair_campaign_fault *faults;
	size_t fault_count, untold;
	bool refused;
	struct clair_campaign_site *sites;        /* campaign.sites */
	struct clair_map by_key;                  /* of sites: index, from 1 */
};

/* A place of a file. */
struct clair_campaign_place {
	const char *path;
	uint32_t line, column;
};

void clair_campaign_blame(struct clair_campaign_file *file, const struct clair_campaign_place *place, const char *fr,
    const char *en, ...) __attribute__((format(printf, 3, 5), format(printf, 4, 5)));
/* The same, and nothing is refused for it. */
void clair_campaign_remark(struct clair_campaign_file *file, const struct clair_campaign_place *place, const char *fr,
    const char *en, ...) __attribute__((format(printf, 3, 5), format(printf, 4, 5)));

/* " Vouliez-vous dire « x » ?", or "" when nothing is near. */
const char *clair_campaign_did_you_mean(struct clair_campaign_file *file, const char *nearest);

/* What a site is described by. */
enum clair_campaign_field {
	CLAIR_FIELD_ORGANISATION,
	CLAIR_FIELD_SIREN,
	CLAIR_FIELD_INSEE,
	CLAIR_FIELD_KIND,
	CLAIR_FIELD_TERRITORY,
	CLAIR_FIELD_ADDRESS,
	CLAIR_FIELD_OWN,
	CLAIR_FIELD_COUNT,
};
/* By its name in French or in English, with or without accents; CLAIR_FIELD_COUNT: none, `*nearest` is the name
 * that looks like it, or NULL. */
enum clair_campaign_field clair_campaign_field_of(const char *name, const char **nearest);

/* A site as it is written. A field that is not there is NULL. */
struct clair_campaign_row {
	struct clair_campaign_place place;
	const char *text[CLAIR_FIELD_COUNT];
	struct clair_campaign_place at[CLAIR_FIELD_COUNT];
};
/* Checks the site and adds it. Texts are copied. */
void clair_campaign_take(struct clair_campaign_file *file, const struct clair_campaign_row *row);

/* The bytes of a file, malloc'd and ended by NUL, without the mark of UTF-8; NULL after a fault. `where` is the place
 * that names the file, or NULL. */
char *clair_campaign_load(
    struct clair_campaign_file *file, const char *path, const struct clair_campaign_place *where, size_t *length);
/* `path` from the folder of the campaign file. */
const char *clair_campaign_beside(struct clair_campaign_file *file, const char *path);

void clair_campaign_read_csv(
    struct clair_campaign_file *file, const char *path, const struct clair_campaign_place *where);
void clair_campaign_read_yaml(struct clair_campaign_file *file);

/* Room for one more at the end of an array of the arena. NULL: no memory. */
void *clair_campaign_grow(struct clair_arena *mem, void *array, size_t count, size_t size);

#endif
