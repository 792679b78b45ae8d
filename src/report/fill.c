/* Fills a model of an audit grid: a sheet for each page of the sample. Statuses by the rule of score/rgaa.h; never a
 * rate. */
#include "report/evidence.h"
#include "report/model.h"
#include "report/sample.h"

#include "facts/summary.h"

#include <stdlib.h>
#include <string.h>

enum {
	TITLE_BYTES = 500,
	URL_BYTES = 2000,
	CHANGES_BYTES = 4000,
};

#define BETWEEN "\n" /* a paragraph for each finding */

struct filling {
	struct clair_report report;
	struct clair_evidence evidence;
	struct clair_grid_shape shape;
	struct clair_ods *ods;
	struct clair_grid_told *told;
	struct clair_buf words;
	struct clair_buf clean;
};

/* --- Cells ---------------------------------------------------------------------------------------- */

/* At most so many bytes, whole characters; what is cut is told by an ellipsis. */
static void
cut(struct clair_buf *text, size_t most)
{
	if (text->length <= most)
		return;
	while (most > 0 && ((unsigned char)text->bytes[most] & 0xC0) == 0x80)
		most--;
	text->length = most;
	text->bytes[most] = '\0';
	clair_buf_puts(text, "…");
}

static void
put(struct filling *filling, size_t sheet, uint32_t row, uint32_t column, const char *text)
{
	if (row == CLAIR_GRID_NOWHERE ||
	    clair_ods_set(filling->ods, sheet, row, column, text) != CLAIR_ODS_WRITTEN)
		filling->told->unplaced++;
}

/* Words of a page, on one line. */
static const char *
cleaned(struct filling *filling, const char *text, size_t most)
{
	clair_buf_clear(&filling->clean);
	clair_clean(&filling->clean, text, strlen(text), true);
	cut(&filling->clean, most);
	return filling->clean.bytes;
}

/* --- One page ------------------------------------------------------------------------------------- */

/* In the sample, and at the head of the sheet where the model left room. Where it has a formula, the formula tells
 * what stands in the sample. */
static void
name_page(struct filling *filling, const struct clair_grid_sheet *sheet, const struct clair_result *page)
{
	const struct clair_grid_shape *shape = &filling->shape;
	const struct {
		const char *text;
		size_t most;
		uint32_t column;
		const struct clair_grid_spot *spot;
	} names[] = {
		{page->title != NULL ? page->title : "", TITLE_BYTES, shape->title, &sheet->title},
		{clair_report_url(&filling->report, page), URL_BYTES, shape->url, &sheet->url},
	};

	for (size_t i = 0; i < CLAIR_LEN(names); i++) {
		const char *text = cleaned(filling, names[i].text, names[i].most);

		put(filling, shape->sample, sheet->sample_row, names[i].column, text);
		if (names[i].spot->row != CLAIR_GRID_NOWHERE && !names[i].spot->taken)
			put(filling, sheet->sheet, names[i].spot->row, names[i].spot->column, text);
	}
}

static uint32_t
row_of(const struct clair_grid_sheet *sheet, const char *criterion)
{
	unsigned theme;
	unsigned number;

	return clair_grid_criterion(criterion, &theme, &number) ? sheet->rows[theme][number] : CLAIR_GRID_NOWHERE;
}

static void
write_criterion(struct filling *filling, const struct clair_grid_sheet *sheet, uint32_t index)
{
	const struct clair_rgaa_criterion *criterion = &filling->evidence.rgaa.criteria[index];
	const uint32_t row = row_of(sheet, criterion->id);

	put(filling, sheet->sheet, row, sheet->status, clair_rgaa_name(criterion->state));
	clair_buf_clear(&filling->words);
	clair_evidence_words(&filling->evidence, index, CLAIR_EVIDENCE_KEPT, BETWEEN, &filling->words);
	if (filling->words.length == 0)
		return;
	cut(&filling->words, CHANGES_BYTES);
	put(filling, sheet->sheet, row, sheet->changes, filling->words.bytes);
}

/* What the rules of the site found on this page; the first page also tells what they found of the whole. */
static void
add_site(struct filling *filling, const struct clair_result *page, bool first)
{
	const struct clair_run *run = filling->report.run;

	for (const struct clair_finding *f = run->site_findings; f != NULL; f = f->next)
		if (f->page == NULL ? first : f->page == page->summary)
			clair_evidence_add(&filling->evidence, f);
}

/* Every status is NT; the first criterion says why. */
static void
write_untested(struct filling *filling, const struct clair_grid_sheet *sheet, const struct clair_result *page)
{
	const struct clair_rgaa *rgaa = &filling->evidence.rgaa;

	for (uint32_t i = 0; i < rgaa->criterion_count; i++)
		put(filling, sheet->sheet, row_of(sheet, rgaa->criteria[i].id), sheet->status,
		    clair_rgaa_name(CLAIR_RGAA_NT));
	clair_buf_clear(&filling->words);
	clair_buf_puts(&filling->words, clair_reason_phrase(&filling->report, page));
	put(filling, sheet->sheet, row_of(sheet, rgaa->criteria[0].id), sheet->changes,
	    CLAIR_PHRASE(&filling->report, CLAIR_STRING_G_NOT_TESTED, CLAIR_WORDS("why", filling->words.bytes)));
}

static void
write_page(struct filling *filling, const struct clair_result *page)
{
	const struct clair_grid_sheet *sheet = &filling->shape.sheets[filling->told->pages];
	const bool first = filling->told->pages == 0;

	filling->told->pages++;
	filling->told->replaced += sheet->filled;
	name_page(filling, sheet, page);
	if (!page->tested) {
		write_untested(filling, sheet, page);
		return;
	}
	clair_evidence_of_page(&filling->evidence, page);
	add_site(filling, page, first);
	for (uint32_t i = 0; i < filling->evidence.rgaa.criterion_count; i++)
		write_criterion(filling, sheet, i);
}

/* --- The grid ------------------------------------------------------------------------------------- */

/* A page that somebody named has its sheet, tested or not. */
static bool
has_place(struct filling *filling, const struct clair_result *page)
{
	if (page->tested)
		return true;
	if (clair_page_is_skipped(page))
		return false;
	filling->told->untested += filling->report.run->crawl.is_site;
	return !filling->report.run->crawl.is_site;
}

static void
write_pages(struct filling *filling)
{
	const struct clair_run *run = filling->report.run;

	for (uint32_t i = 0; i < clair_audited_count(run); i++) {
		const struct clair_result *page = clair_audited_page(run, i);

		if (!has_place(filling, page))
			continue;
		if (filling->told->pages < filling->shape.sheet_count)
			write_page(filling, page);
		else
			filling->told->left_out++;
	}
}

static void
give(struct filling *filling)
{
	char *bytes = NULL;
	size_t length = 0;

	clair_ods_forget_results(filling->ods);
	if (filling->words.failed || filling->clean.failed || clair_ods_save(filling->ods, &bytes, &length) != CLAIR_ODS_OK)
		filling->report.failed = true;
	else
		clair_put(&filling->report, bytes, length);
	free(bytes);
}

static enum clair_status
fill(struct filling *filling, const struct clair_grid_model *model)
{
	if (clair_grid_open(&filling->ods, model->bytes, model->length) != CLAIR_GRID_FINE ||
	    clair_grid_shape_find(&filling->shape, filling->ods) != CLAIR_GRID_FINE)
		return CLAIR_NO_MEMORY;
	clair_report_open(&filling->report);
	clair_buf_init(&filling->words, 0);
	clair_buf_init(&filling->clean, 0);
	if (clair_evidence_open(&filling->evidence, &filling->report)) {
		write_pages(filling);
		give(filling);
	}
	clair_evidence_close(&filling->evidence);
	clair_buf_free(&filling->words);
	clair_buf_free(&filling->clean);
	return clair_report_close(&filling->report);
}

enum clair_status
clair_run_fill_grid(const struct clair_run *run, const struct clair_grid_model *model,
    const struct clair_write_options *options, struct clair_grid_told *told, clair_write_fn *write, void *payload)
{
	struct filling filling = {.told = told};
	struct clair_arena mem;
	enum clair_status status;

	*told = (struct clair_grid_told){0};
	if (run->tested_count == 0)
		return CLAIR_NOT_FOUND;
	clair_arena_init(&mem, 0);
	status = clair_report_start(&filling.report, &mem, run, options, write, payload);
	if (status == CLAIR_OK)
		status = fill(&filling, model);
	clair_grid_shape_free(&filling.shape);
	clair_ods_free(filling.ods);
	clair_arena_free(&mem);
	return status;
}
