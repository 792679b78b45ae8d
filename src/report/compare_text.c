/* A comparison for a terminal. */
#include "report/compare.h"
#include "report/text.h"

#include <string.h>

enum { FINDING_LIMIT = 50, CHANGE_LIMIT = 50, INDENT = 2 };

static void
line(struct clair_report *report, const char *sentence)
{
	clair_text_paragraph(report, sentence, INDENT);
}

static void
more(struct clair_report *report, uint32_t count, uint32_t shown)
{
	if (count > shown)
		line(report, CLAIR_PHRASE(report, CLAIR_STRING_C_MORE, CLAIR_NUMBER("n", count - shown)));
}

static void
findings(struct clair_report *report, const struct clair_compared_side *side, uint32_t count)
{
	const struct clair_compared_finding *finding;
	uint32_t page = 0;
	uint32_t index = 0;
	uint32_t shown = 0;

	while (shown < FINDING_LIMIT && (finding = clair_compare_next(side, &page, &index, true)) != NULL) {
		shown++;
		clair_text_spaces(report, INDENT);
		clair_text_wrap(report, clair_compared_sentence(report, finding), INDENT, INDENT + 2);
		clair_text_paragraph(report, clair_compared_place(report, finding), INDENT + 2);
	}
	more(report, count, shown);
}

static void
score(struct clair_report *report, enum clair_string name, double before, double after)
{
	struct clair_buf words[2];
	const double values[] = {before, after};

	if (before < 0 && after < 0)
		return;
	for (size_t i = 0; i < CLAIR_LEN(words); i++) {
		clair_buf_init(&words[i], 0);
		if (values[i] < 0)
			clair_buf_puts(&words[i], clair_string_of(report, CLAIR_STRING_H_UNMEASURED));
		else
			clair_format_number(&words[i], report->lang, values[i], 1);
	}
	line(report,
	    CLAIR_PHRASE(report, CLAIR_STRING_C_SCORE, CLAIR_WORDS("name", clair_string_of(report, name)),
	        CLAIR_WORDS("before", words[0].bytes), CLAIR_WORDS("after", words[1].bytes)));
	for (size_t i = 0; i < CLAIR_LEN(words); i++)
		clair_buf_free(&words[i]);
}

static void
scores(struct clair_report *report, const struct clair_compare *compare)
{
	clair_text_heading(report, clair_string_of(report, CLAIR_STRING_C_SCORES));
	if (!compare->scores_compare)
		line(report, clair_string_of(report, CLAIR_STRING_C_SCORES_DIFFER));
	for (int i = 0; i < CLAIR_AXIS_COUNT; i++)
		score(report, clair_axis_string((enum clair_axis)i), compare->old.axis[i], compare->new.axis[i]);
	for (int i = 0; i < CLAIR_PERSONA_COUNT; i++)
		score(report, clair_persona_string((enum clair_persona)i), compare->old.persona[i],
		    compare->new.persona[i]);
}

static void
change(struct clair_report *report, const struct clair_change *one, const char **url)
{
	const char *here = clair_change_url(one);

	if (!clair_change_is_of_menu(one) && (*url == NULL || strcmp(*url, here) != 0)) {
		clair_text_spaces(report, INDENT);
		if (clair_change_is_of_procedure(one))
			clair_puts(report, clair_string_of(report, CLAIR_STRING_C_PROCEDURE));
		clair_text_wrap(report, here, INDENT, INDENT + 2);
		*url = here;
	}
	clair_text_spaces(report, INDENT + 2);
	clair_text_wrap(report, clair_change_sentence(report, one), INDENT + 2, INDENT + 4);
}

static void
changes(struct clair_report *report, const struct clair_compare *compare, bool of_menu, enum clair_string title)
{
	const uint32_t count = clair_compare_changes(compare, of_menu);
	const char *url = NULL;
	uint32_t shown = 0;

	if (count == 0)
		return;
	clair_puts(report, "\n");
	line(report, CLAIR_PHRASE(report, title, CLAIR_NUMBER("n", count)));
	for (uint32_t i = 0; i < compare->change_count && shown < CHANGE_LIMIT; i++) {
		if (clair_change_is_of_menu(&compare->changes[i]) != of_menu)
			continue;
		change(report, &compare->changes[i], &url);
		shown++;
	}
	more(report, count, shown);
}

static void
stable(struct clair_report *report, const struct clair_compare *compare)
{
	clair_text_heading(report, clair_string_of(report, CLAIR_STRING_C_STABLE));
	clair_compare_stable(report, compare, line);
	if (compare->change_count == 0)
		line(report, clair_string_of(report, CLAIR_STRING_C_NO_CHANGE));
	changes(report, compare, true, CLAIR_STRING_C_MENU_GROUP);
	changes(report, compare, false, CLAIR_STRING_C_PAGE_GROUP);
}

static void
pages(struct clair_report *report, const struct clair_compare *compare)
{
	struct clair_compared_count counts[CLAIR_COUNTS_SHOWN];
	const size_t count = clair_compare_counts(compare, counts);

	if (count == 0)
		return;
	clair_text_heading(report, clair_string_of(report, CLAIR_STRING_C_PAGES));
	for (size_t i = 0; i < count; i++)
		line(report,
		    CLAIR_PHRASE(report, CLAIR_STRING_C_PAGE_COUNTS, CLAIR_WORDS("url", counts[i].page->url),
		        CLAIR_NUMBER("before", counts[i].before), CLAIR_NUMBER("after", counts[i].now)));
}

void
clair_compare_text(struct clair_report *report, const struct clair_compare *compare)
{
	clair_text_style(report, clair_text_bold);
	clair_text_wrap(report, clair_string_of(report, CLAIR_STRING_C_TITLE), 0, 0);
	clair_text_style(report, clair_text_normal);
	line(report, clair_side_sentence(report, CLAIR_STRING_C_BEFORE, &compare->old));
	line(report, clair_side_sentence(report, CLAIR_STRING_C_NOW, &compare->new));
	clair_compare_remarks(report, compare, line);
	clair_text_heading(
	    report, CLAIR_PHRASE(report, CLAIR_STRING_C_APPEARED, CLAIR_NUMBER("n", compare->failed.appeared)));
	if (compare->failed.appeared == 0)
		line(report, clair_string_of(report, CLAIR_STRING_C_NONE_APPEARED));
	findings(report, &compare->new, compare->failed.appeared);
	clair_text_heading(
	    report, CLAIR_PHRASE(report, CLAIR_STRING_C_GONE, CLAIR_NUMBER("n", compare->failed.gone)));
	if (compare->failed.gone == 0)
		line(report, clair_string_of(report, CLAIR_STRING_C_NONE_GONE));
	findings(report, &compare->old, compare->failed.gone);
	clair_puts(report, "\n");
	line(report, CLAIR_PHRASE(report, CLAIR_STRING_C_SAME, CLAIR_NUMBER("n", compare->failed.same)));
	line(report,
	    CLAIR_PHRASE(report, CLAIR_STRING_C_REVIEWS, CLAIR_NUMBER("appeared", compare->review.appeared),
	        CLAIR_NUMBER("gone", compare->review.gone), CLAIR_NUMBER("same", compare->review.same)));
	clair_compare_aparts(report, compare, line);
	stable(report, compare);
	pages(report, compare);
	scores(report, compare);
}
