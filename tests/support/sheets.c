/* See sheets.h. */
#include "tests/support/sheets.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct gathering {
	struct clair_style_set *set;
	struct clair_sheet_use *uses;
	struct clair_missing_sheet *missing;
	bool quirks;
};

static void
stop(void)
{
	fprintf(stderr, "support_sheets: no memory\n");
	abort();
}

static void
add(struct gathering *gathering, const struct clair_sheet_use *like, const char *text, size_t length)
{
	struct clair_sheet_use *use = &gathering->uses[gathering->set->count++];

	*use = *like;
	use->sheet = clair_sheet_parse(text, length, NULL, NULL, gathering->quirks, NULL);
	if (use->sheet == NULL)
		stop();
}

static void
add_given(struct gathering *gathering, const struct support_sheet *sheet)
{
	const struct clair_sheet_use use = {
		.url = sheet->url == NULL ? "" : sheet->url,
		.layer_prefix = sheet->layer_prefix == NULL ? "" : sheet->layer_prefix,
	};

	add(gathering, &use, sheet->text, strlen(sheet->text));
}

static void
add_source(struct gathering *gathering, const struct clair_style_source *source)
{
	const struct clair_sheet_use use = {.url = "", .node = source->node, .layer_prefix = ""};

	if (source->text != NULL)
		add(gathering, &use, source->text, source->length);
	else
		gathering->missing[gathering->set->missing_count++] = (struct clair_missing_sheet){
			.url = source->href, .node = source->node, .why = "not-loaded"};
}

const struct clair_style_set *
support_sheets(const struct clair_page *page, const struct support_sheet *given,
    struct clair_arena *arena)
{
	const struct clair_style_source *sources;
	size_t source_count = clair_style_sources(page, &clair_screen_desktop, &sources, arena);
	struct gathering gathering = {.set = clair_alloc(arena, sizeof(*gathering.set)),
	    .quirks = page->quirks};
	size_t given_count = 0;

	while (given != NULL && given[given_count].text != NULL)
		given_count++;
	gathering.uses =
	    clair_alloc_array(arena, given_count + source_count + 1, sizeof(*gathering.uses));
	gathering.missing = clair_alloc_array(arena, source_count + 1, sizeof(*gathering.missing));
	if (arena->failed)
		stop();
	*gathering.set = (struct clair_style_set){.browser = clair_browser_style_new(),
	    .uses = gathering.uses, .missing = gathering.missing, .screen = clair_screen_desktop};
	if (gathering.set->browser == NULL)
		stop();
	for (size_t i = 0; i < given_count; i++)
		add_given(&gathering, &given[i]);
	for (size_t i = 0; i < source_count; i++)
		add_source(&gathering, &sources[i]);
	return gathering.set;
}

void
support_sheets_free(const struct clair_style_set *set)
{
	for (uint32_t i = 0; i < set->count; i++)
		clair_sheet_free((struct clair_sheet *)set->uses[i].sheet);
	clair_browser_style_free((struct clair_browser_style *)set->browser);
}
