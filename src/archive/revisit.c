/* Revisits, WARC 1.1, 6.7: which record each stands for. */
#include "archive/address.h"
#include "archive/state.h"

#include <stdlib.h>

enum {
	SAME_ADDRESS_MAX = 32, /* records looked at for the date that a revisit gives */
	STEPS_MAX = 1 << 28,   /* along the chains of addresses, for all revisits */
	NOT_MEANT = CLAIR_ENTRY_REVISIT | CLAIR_ENTRY_DROPPED | CLAIR_ENTRY_HEAD,
};

/* The last entry of this address before the revisit, or the one of the date that it gives. */
static uint32_t
by_address(struct clair_archive *archive, const struct clair_revisit *revisit, uint32_t *steps)
{
	struct clair_index *index = &archive->index;
	uint32_t found = CLAIR_INDEX_NONE;
	unsigned seen = 0;

	for (uint32_t at = clair_index_first(index, revisit->key);
	     at != CLAIR_INDEX_NONE && *steps < STEPS_MAX;
	     at = index->entries[at].next, ++*steps) {
		const struct clair_entry *entry = &index->entries[at];
		int64_t when;

		if ((entry->flags & NOT_MEANT) != 0 || archive->files[entry->file].har != NULL)
			continue;
		if (revisit->when < 0 && at < revisit->entry)
			found = at;
		if (revisit->when < 0)
			continue;
		if (seen++ == SAME_ADDRESS_MAX)
			break;
		if (clair_archive_begin(archive, at) &&
		    clair_archive_moment(clair_fields_get(archive->record.fields, "WARC-Date"), &when) &&
		    when == revisit->when)
			return at;
	}
	return found;
}

void
clair_archive_settle(struct clair_archive *archive)
{
	uint32_t steps = 0;

	for (size_t i = 0; i < archive->revisit_count; i++) {
		struct clair_revisit *revisit = &archive->revisits[i];

		if (revisit->id != 0)
			revisit->target = clair_index_by_id(&archive->index, revisit->id);
		if (revisit->target == CLAIR_INDEX_NONE && revisit->key != 0)
			revisit->target = by_address(archive, revisit, &steps);
		if (revisit->target == CLAIR_INDEX_NONE ||
		    (archive->index.entries[revisit->target].flags & NOT_MEANT) != 0)
			clair_archive_drop(archive, revisit->entry);
	}
	free(archive->index.ids);
	archive->index.ids = NULL;
}
