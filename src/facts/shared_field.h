/* Labels of the fields that several pages of a site have. Private to src/facts/. */
#ifndef CLAIR_FACTS_SHARED_FIELD_H
#define CLAIR_FACTS_SHARED_FIELD_H

#include "facts/facts.h"

/* Fills CLAIR_SHARED_FIELD_COUNT labels, zero at the start; texts in `arena`. */
void clair_labels_keep(
    struct clair_ctx *ctx, struct clair_arena *arena, struct clair_shared_label *labels);

#endif
