/*
 * Safe fixes, applied to a page and held against it: the page that comes out is judged again. A fix that
 * leaves its finding, or brings another one, is undone.
 *
 * Fixes that overlap, and those past the findings that are kept of a rule, wait for the next pass.
 */
#include "engine/judge.h"

#include "base/map.h"

#include <stdlib.h>
#include <string.h>

enum {
	PASSES = 16,
	TRIALS = 48,    /* judgments of one page, all passes together */
	MESSAGES = 64,  /* of one rule: bits of clair_tally */
};

/* Findings, by rule and by message. */
struct census {
	const struct clair_linter *linter;
	uint32_t *of_rule;    /* those that were not kept too */
	uint32_t *of_message; /* rule * MESSAGES + message */
};

struct mending {
	const struct clair_linter *linter;
	struct clair_document document; /* as it stands after the last pass */
	clair_mend_wanted_fn *wanted;   /* NULL: every safe fix */
	void *wanted_payload;
	char *bytes;                    /* of the document, once something was mended */
	struct clair_result *result;    /* of the document */
	struct census before, after;
	const struct clair_finding **fixes;
	bool *chosen;                   /* by index of fixes */
	size_t fix_count;
	char *tried_bytes;              /* with all the fixes chosen; NULL: none is */
	size_t tried_length;
	struct clair_result *tried;
	struct clair_map undone;        /* fingerprints of the findings whose fix did not hold */
	struct clair_arena mem;         /* of the map */
	uint32_t undone_count, fixed;
	unsigned trials;
	bool failed;                    /* no memory */
};

/* --- What is found --------------------------------------------------------------------------------- */

static bool
census_new(struct census *census, const struct clair_linter *linter)
{
	census->linter = linter;
	census->of_rule = calloc(linter->rule_count, sizeof(uint32_t));
	census->of_message = calloc(linter->rule_count * MESSAGES, sizeof(uint32_t));
	return census->of_rule != NULL && census->of_message != NULL;
}

static void
census_free(struct census *census)
{
	free(census->of_rule);
	free(census->of_message);
}

static void
count_one(struct census *census, const struct clair_finding *finding)
{
	size_t rule = clair_linter_rule_index(census->linter, finding->rule);

	census->of_rule[rule]++;
	if (finding->message < MESSAGES)
		census->of_message[rule * MESSAGES + finding->message]++;
}

static void
take_census(struct census *census, const struct clair_result *result)
{
	const size_t count = census->linter->rule_count;

	memset(census->of_rule, 0, count * sizeof(uint32_t));
	memset(census->of_message, 0, count * MESSAGES * sizeof(uint32_t));
	for (const struct clair_finding *f = result->first; f != NULL; f = f->next)
		count_one(census, f);
	for (size_t r = 0; r < count; r++)
		census->of_rule[r] += result->tallies[r].untold;
}

/* `after` holds what is found plus one for each fix chosen. Past the findings that are kept, which of them
 * are told depends on the others: only their number counts. */
static bool
holds(const struct mending *mending)
{
	for (size_t r = 0; r < mending->linter->rule_count; r++) {
		const uint32_t *before = &mending->before.of_message[r * MESSAGES];
		const uint32_t *after = &mending->after.of_message[r * MESSAGES];

		/* More to look at, for a person who asked for it, is no fault. */
		if (mending->linter->rules[r]->audit)
			continue;
		if (mending->after.of_rule[r] > mending->before.of_rule[r])
			return false;
		if (mending->result->tallies[r].untold != 0)
			continue;
		for (size_t m = 0; m < MESSAGES; m++) {
			if (after[m] > before[m])
				return false;
		}
	}
	return true;
}

static bool
is_whole(const struct clair_result *result)
{
	return result->tested && result->verbatim && result->note == NULL;
}

/* --- A trial ----------------------------------------------------------------------------------------- */

/* The edits of the fixes chosen, in order: list_fixes sees to it. */
static struct clair_edit *
chosen_edits(const struct mending *mending, struct clair_arena *arena)
{
	struct clair_edit *first = NULL;
	struct clair_edit **last = &first;

	for (size_t i = 0; i < mending->fix_count; i++) {
		const struct clair_edit *edit = mending->chosen[i] ? mending->fixes[i]->fix.edits : NULL;

		for (; edit != NULL; edit = edit->next) {
			*last = clair_alloc(arena, sizeof(**last));
			if (*last == NULL)
				return first;
			**last = (struct clair_edit){.offset = edit->offset, .length = edit->length, .text = edit->text};
			last = &(*last)->next;
		}
	}
	return first;
}

static bool
write_chosen(struct mending *mending, struct clair_buf *out)
{
	const struct clair_document *document = &mending->document;
	size_t mark = mending->result->mark;
	struct clair_arena arena;
	const struct clair_edit *edits;
	bool fine;

	clair_arena_init(&arena, 0);
	edits = chosen_edits(mending, &arena);
	clair_buf_add(out, document->bytes, mark);
	fine = clair_edits_apply(out, document->bytes + mark, document->length - mark, edits);
	fine = fine && !arena.failed;
	clair_arena_free(&arena);
	return fine;
}

/* The page with the fixes chosen is better, and nowhere worse. */
static bool
is_better(struct mending *mending, const struct clair_result *result)
{
	if (!is_whole(result))
		return false;
	take_census(&mending->after, result);
	for (size_t i = 0; i < mending->fix_count; i++) {
		if (mending->chosen[i])
			count_one(&mending->after, mending->fixes[i]);
	}
	return holds(mending);
}

/* Keeps the page with the fixes chosen when they all hold. */
static bool
try_chosen(struct mending *mending)
{
	struct clair_document document = mending->document;
	struct clair_result *result = NULL;
	struct clair_buf out;

	clair_buf_init(&out, 0);
	mending->trials++;
	mending->failed = !write_chosen(mending, &out);
	document.bytes = out.bytes;
	document.length = out.length;
	if (!mending->failed && clair_lint(&result, mending->linter, &document) != CLAIR_OK)
		mending->failed = true;
	if (mending->failed || !is_better(mending, result)) {
		clair_result_free(result);
		clair_buf_free(&out);
		return false;
	}
	free(mending->tried_bytes);
	clair_result_free(mending->tried);
	mending->tried_bytes = out.bytes;
	mending->tried_length = out.length;
	mending->tried = result;
	return true;
}

static void
choose(struct mending *mending, size_t from, size_t to, bool chosen)
{
	for (size_t i = from; i < to; i++)
		mending->chosen[i] = chosen;
}

static void
undo(struct mending *mending, const struct clair_finding *finding)
{
	const char *key = clair_strdup(&mending->mem, finding->fingerprint);
	void **place = clair_map_at(&mending->undone, key, strlen(key));

	if (place != NULL)
		*place = mending;
	else
		mending->failed = true;
	mending->undone_count++;
}

static bool
is_undone(const struct mending *mending, const struct clair_finding *finding)
{
	return clair_map_get(&mending->undone, finding->fingerprint, strlen(finding->fingerprint)) != NULL;
}

/* Those that hold with the ones chosen before them, found by halves. */
static void
settle(struct mending *mending, size_t from, size_t to)
{
	size_t middle = from + (to - from) / 2;

	if (from == to || mending->failed)
		return;
	choose(mending, from, to, true);
	if (mending->trials < TRIALS && try_chosen(mending))
		return;
	choose(mending, from, to, false);
	if (to - from > 1 && mending->trials < TRIALS) {
		settle(mending, from, middle);
		settle(mending, middle, to);
		return;
	}
	for (size_t i = from; i < to; i++)
		undo(mending, mending->fixes[i]);
}

/* --- A pass ------------------------------------------------------------------------------------------ */

static bool
is_ascii(const struct clair_edit *edits)
{
	for (; edits != NULL; edits = edits->next) {
		for (const char *at = edits->text; *at != '\0'; at++) {
			if ((unsigned char)*at >= 0x80)
				return false;
		}
	}
	return true;
}

static bool
is_wanted(const struct mending *mending, const struct clair_finding *finding)
{
	return mending->wanted == NULL || mending->wanted(mending->wanted_payload, finding);
}

static bool
is_safe(const struct clair_finding *finding)
{
	return finding->fix.edits != NULL && finding->fix.safety == CLAIR_SAFE &&
	    finding->suppressed == NULL;
}

static uint32_t
end_of(const struct clair_edit *edits)
{
	while (edits->next != NULL)
		edits = edits->next;
	return edits->offset + edits->length;
}

/* Each starts after the end of the one before, so that their order is that of their edits. */
static bool
list_fixes(struct mending *mending)
{
	const struct clair_result *result = mending->result;
	bool utf8 = strcmp(result->charset, "utf-8") == 0;
	uint32_t end = 0;

	free(mending->fixes);
	free(mending->chosen);
	mending->fixes = calloc(result->finding_count + 1u, sizeof(*mending->fixes));
	mending->chosen = calloc(result->finding_count + 1u, sizeof(*mending->chosen));
	mending->fix_count = 0;
	if (mending->fixes == NULL || mending->chosen == NULL)
		return false;
	for (const struct clair_finding *f = result->first; f != NULL; f = f->next) {
		if (!is_safe(f) || (end != 0 && f->fix.edits->offset <= end) ||
		    (!utf8 && !is_ascii(f->fix.edits)) || is_undone(mending, f) || !is_wanted(mending, f))
			continue;
		end = end_of(f->fix.edits);
		mending->fixes[mending->fix_count++] = f;
	}
	return true;
}

/* Chooses the fixes that hold together. False: there is none. */
static bool
choose_fixes(struct mending *mending)
{
	if (!list_fixes(mending)) {
		mending->failed = true;
		return false;
	}
	take_census(&mending->before, mending->result);
	settle(mending, 0, mending->fix_count);
	return mending->tried != NULL;
}

/* True when the page is another one than before. */
static bool
pass(struct mending *mending)
{
	if (!choose_fixes(mending))
		return false;
	for (size_t i = 0; i < mending->fix_count; i++)
		mending->fixed += mending->chosen[i];
	clair_result_free(mending->result);
	free(mending->bytes);
	mending->result = mending->tried;
	mending->bytes = mending->tried_bytes;
	mending->document.bytes = mending->tried_bytes;
	mending->document.length = mending->tried_length;
	mending->tried = NULL;
	mending->tried_bytes = NULL;
	return true;
}

/* --- The page ---------------------------------------------------------------------------------------- */

static const char *
refusal(const struct clair_result *result)
{
	const struct clair_finding *finding = result->first;

	while (finding != NULL && !is_safe(finding))
		finding = finding->next;
	if (finding == NULL)
		return NULL;
	if (!result->verbatim)
		return "charset";
	return result->note;
}

/* Judges the page as it is given. False: no memory for the result itself. */
static bool
open_mending(struct mending *mending)
{
	if (clair_lint(&mending->result, mending->linter, &mending->document) != CLAIR_OK)
		return false;
	clair_arena_init(&mending->mem, 0);
	clair_map_init(&mending->undone, &mending->mem);
	mending->failed = !census_new(&mending->before, mending->linter) ||
	    !census_new(&mending->after, mending->linter);
	return true;
}

/* The result and the bytes stay. */
static void
close_mending(struct mending *mending)
{
	clair_arena_free(&mending->mem);
	census_free(&mending->before);
	census_free(&mending->after);
	free(mending->fixes);
	free(mending->chosen);
}

static void
mend(struct mending *mending)
{
	for (unsigned i = 0; i < PASSES && mending->trials < TRIALS && pass(mending); i++)
		continue;
}

enum clair_status
clair_mend(struct clair_mended *out, const struct clair_linter *linter,
    const struct clair_document *document)
{
	struct mending mending = {.linter = linter, .document = *document};

	*out = (struct clair_mended){0};
	if (!open_mending(&mending))
		return CLAIR_NO_MEMORY;
	out->left_because = refusal(mending.result);
	if (is_whole(mending.result) && !mending.failed)
		mend(&mending);
	close_mending(&mending);
	out->result = mending.result;
	out->bytes = mending.bytes;
	out->length = mending.document.length;
	out->charset = mending.result->charset;
	out->fixed = mending.fixed;
	out->undone = mending.undone_count;
	return mending.failed ? CLAIR_NO_MEMORY : CLAIR_OK;
}

enum clair_status
clair_mend_once(struct clair_edit **edits, const struct clair_linter *linter,
    const struct clair_document *document, clair_mend_wanted_fn *wanted, void *payload,
    struct clair_arena *arena)
{
	struct mending mending = {
	    .linter = linter, .document = *document, .wanted = wanted, .wanted_payload = payload};

	*edits = NULL;
	if (!open_mending(&mending))
		return CLAIR_NO_MEMORY;
	if (is_whole(mending.result) && !mending.failed && choose_fixes(&mending))
		*edits = chosen_edits(&mending, arena);
	for (struct clair_edit *edit = *edits; edit != NULL; edit = edit->next)
		edit->text = clair_strdup(arena, edit->text);
	close_mending(&mending);
	clair_result_free(mending.result);
	clair_result_free(mending.tried);
	free(mending.tried_bytes);
	return mending.failed || arena->failed ? CLAIR_NO_MEMORY : CLAIR_OK;
}
