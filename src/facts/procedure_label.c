/* The label of a procedure: what it takes, by domain of skills. See clairlint/procedure.h. */
#include "facts/procedure.h"

#include <stdlib.h>
#include <string.h>

static const char *const skill_names[CLAIR_SKILL_COUNT] = {
    "information", "communication", "problems", "software", "safety"};

const char *
clair_skill_name(enum clair_skill skill)
{
	return skill_names[skill];
}

/* "safety 1" */
static void
add_skill(struct clair_ctx *ctx, struct clair_procedure_label *label, enum clair_need need)
{
	const char *value = clair_lookup(ctx, "prerequis", clair_need_name(need));
	const char *space = value == NULL ? NULL : strchr(value, ' ');

	for (int i = 0; space != NULL && i < CLAIR_SKILL_COUNT; i++) {
		const long level = strtol(space, NULL, 10);

		if (strncmp(value, skill_names[i], (size_t)(space - value)) == 0 && level > label->skills[i])
			label->skills[i] = (uint8_t)level;
	}
}

static bool
is_a_step(struct clair_ctx *ctx)
{
	switch (clair_page_kind(ctx).kind) {
	case CLAIR_PAGE_PROCEDURE:
	case CLAIR_PAGE_FORM:
	case CLAIR_PAGE_LOGIN:
	case CLAIR_PAGE_PAYMENT:
	case CLAIR_PAGE_APPOINTMENT:
		return clair_page_in_french(ctx);
	default:
		return false;
	}
}

static struct clair_procedure_label *
make_label(struct clair_ctx *ctx)
{
	struct clair_procedure_label *label = clair_alloc(&ctx->page->mem, sizeof(*label));

	if (label == NULL)
		return NULL;
	label->is_sheet = clair_explains_procedure(ctx);
	label->documents = (uint16_t)clair_documents_asked(ctx).count;
	for (int i = 0; i < CLAIR_NEED_COUNT; i++) {
		if (clair_prerequisite(ctx, (enum clair_need)i) == NULL)
			continue;
		label->needs |= 1u << i;
		label->need_count++;
		add_skill(ctx, label, (enum clair_need)i);
	}
	for (int i = 0; i < CLAIR_PART_COUNT; i++) {
		if (!label->is_sheet || clair_procedure_part(ctx, (enum clair_procedure_part)i) == NULL)
			continue;
		label->parts |= 1u << i;
		label->part_count++;
	}
	return label;
}

const struct clair_procedure_label *
clair_procedure_label(struct clair_ctx *ctx)
{
	struct clair_facts *facts = ctx->facts;

	if (!facts->procedure_label_known) {
		facts->procedure_label_known = true;
		facts->procedure_label = is_a_step(ctx) ? make_label(ctx) : NULL;
	}
	return facts->procedure_label;
}
