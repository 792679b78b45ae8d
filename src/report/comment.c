/*
 * Markdown for a comment of a merge request (GitHub, GitLab, Forgejo): what is new, the worst causes, what to do.
 * The summary of a step of GitHub says the same, with more room.
 *
 * Words of a page stand in code spans (CommonMark 6.1): there neither HTML, mentions, references nor addresses
 * mean anything, and a backslash is a backslash. Our own words have their marks escaped (2.4).
 */
#include "report/gate.h"
#include "report/markdown.h"
#include "report/place.h"

#include <stdlib.h>
#include <string.h>

enum { WORDS_LIMIT = 200 };

struct limits {
	size_t bytes;
	uint32_t causes, doubts, untested;
};
/* GitHub takes 65,536 characters; bytes are never fewer. What a baseline is called and the end need some. */
static const struct limits of_comment = {.bytes = 56000, .causes = 10, .doubts = 5, .untested = 5};
/* GitHub takes a MiB, for all that a step writes there. */
static const struct limits of_summary = {.bytes = 500000, .causes = 100, .doubts = 50, .untested = 50};

struct comment {
	struct clair_report *report;
	const struct limits *limits;
	struct clair_buf item;
	size_t written; /* bytes */
};

/* --- Words ------------------------------------------------------------------------------------------ */

/* Our own words. A mention has no mark that could be escaped: a space without width parts it. */
static void
add_ours(struct clair_buf *out, const char *text)
{
	char *copy = strdup(text);
	char *rest = copy;

	for (char *part = rest; part != NULL; part = rest) {
		rest = strchr(part, '@');
		if (rest != NULL)
			*rest++ = '\0';
		clair_markdown_plain(out, part);
		clair_buf_puts(out, rest != NULL ? "@\xE2\x80\x8B" : "");
	}
	out->failed |= copy == NULL;
	free(copy);
}

static size_t
longest_ticks(const char *text)
{
	size_t longest = 0;

	while (*text != '\0') {
		const size_t ticks = strspn(text, "`");

		longest = ticks > longest ? ticks : longest;
		text += ticks > 0 ? ticks : strcspn(text, "`");
	}
	return longest;
}

static void
add_ticks(struct clair_buf *out, size_t count)
{
	while (count-- > 0)
		clair_buf_putc(out, '`');
}

static void
cut(struct clair_buf *text)
{
	size_t length = WORDS_LIMIT;

	if (text->length <= WORDS_LIMIT)
		return;
	while (length > 0 && ((unsigned char)text->bytes[length] & 0xC0) == 0x80)
		length--;
	text->length = length;
	text->bytes[length] = '\0';
	clair_buf_puts(text, "…");
}

/* Words of a page, cut when they are long. More ticks around than any within; a space keeps them apart, and the
 * reader takes it away. */
static void
add_code(struct clair_buf *out, const char *text)
{
	struct clair_buf clean;
	size_t ticks;

	clair_buf_init(&clean, 0);
	text += strspn(text, " \t\r\n");
	clair_clean(&clean, text, strlen(text), true);
	while (clean.length > 0 && clean.bytes[clean.length - 1] == ' ')
		clean.bytes[--clean.length] = '\0';
	cut(&clean);
	ticks = longest_ticks(clean.bytes) + 1;
	if (clean.length > 0) {
		add_ticks(out, ticks);
		clair_buf_puts(out, ticks > 1 ? " " : "");
		clair_buf_add(out, clean.bytes, clean.length);
		clair_buf_puts(out, ticks > 1 ? " " : "");
		add_ticks(out, ticks);
	}
	out->failed |= clean.failed;
	clair_buf_free(&clean);
}

static void
add_message(struct comment *comment, const struct clair_finding *finding)
{
	struct clair_buf message;
	char *at;

	clair_buf_init(&message, 0);
	clair_marked_message(comment->report, finding, &message);
	for (at = message.bytes; *at != '\0';) {
		const size_t length = strcspn(at, CLAIR_QUOTE_BEGINS CLAIR_QUOTE_ENDS);
		const char mark = at[length];

		at[length] = '\0';
		if (mark == CLAIR_QUOTE_ENDS[0])
			add_code(&comment->item, at);
		else
			add_ours(&comment->item, at);
		at += length + (mark != '\0');
	}
	clair_buf_free(&message);
}

/* --- Parts ------------------------------------------------------------------------------------------ */

/* False when there is no room left for it. */
static bool
put_item(struct comment *comment)
{
	const bool fits = comment->written + comment->item.length <= comment->limits->bytes;

	if (fits) {
		clair_put(comment->report, comment->item.bytes, comment->item.length);
		comment->written += comment->item.length;
	}
	comment->report->failed |= comment->item.failed;
	clair_buf_clear(&comment->item);
	return fits;
}

/* `before` and `after` are marks of ours. */
static void
put_ours(struct comment *comment, const char *before, const char *text, const char *after)
{
	clair_buf_puts(&comment->item, before);
	add_ours(&comment->item, text);
	clair_buf_puts(&comment->item, after);
	put_item(comment);
}

static void
put_scores(struct comment *comment)
{
	struct clair_report *report = comment->report;
	struct clair_buf *out = &comment->item;

	for (int line = 0; line < 3; line++) {
		clair_buf_puts(out, "|");
		for (int i = 0; i < CLAIR_AXIS_COUNT; i++) {
			const double score = report->run->scores.axis[i];

			if (!clair_report_has_axis(report, (enum clair_axis)i))
				continue;
			clair_buf_puts(out, line == 1 ? " --- |" : " ");
			if (line == 0)
				add_ours(out, clair_string_of(report, clair_axis_string((enum clair_axis)i)));
			if (line == 2 && score >= 0)
				clair_buf_printf(out, "**%s** ", clair_score_phrase(report, score));
			if (line == 2)
				add_ours(out, clair_string_of(report, clair_report_band(report, score)));
			clair_buf_puts(out, line == 1 ? "" : " |");
		}
		clair_buf_puts(out, "\n");
	}
	clair_buf_puts(out, "\n");
	put_item(comment);
}

/* "**bloquant, nouveau** : message" */
static void
add_cause_title(struct comment *comment, const struct clair_cause *cause, uint32_t rank)
{
	struct clair_report *report = comment->report;
	struct clair_buf *out = &comment->item;

	clair_buf_printf(out, "%u. **", rank);
	add_ours(out, clair_string_of(report, clair_severity_string(clair_report_severity(report, cause->example))));
	if (cause->fresh > 0) {
		clair_buf_puts(out, ", ");
		add_ours(out, CLAIR_PHRASE(report, CLAIR_STRING_CAUSE_FRESH, CLAIR_NUMBER("n", cause->fresh)));
	}
	clair_buf_puts(out, "** ");
	add_message(comment, cause->example);
	clair_buf_printf(out, " (`%s`", cause->example->rule->id);
	if (cause->pages > 0) {
		clair_buf_puts(out, ", ");
		add_ours(out,
		    CLAIR_PHRASE(report, CLAIR_STRING_OCCURRENCES, CLAIR_NUMBER("pages", cause->pages),
		        CLAIR_NUMBER("times", cause->occurrences)));
	}
	clair_buf_puts(out, ")\n");
}

static void
add_labelled(struct comment *comment, enum clair_string label)
{
	clair_buf_puts(&comment->item, "    - ");
	add_ours(&comment->item, clair_phrase(comment->report, label, NULL, 0));
}

static void
add_place(struct comment *comment, const struct clair_cause *cause)
{
	const struct clair_finding *example = cause->example;
	struct clair_buf path;

	clair_buf_init(&path, 0);
	clair_place_path(&path, comment->report, cause->example_page, example);
	cut(&path);
	if (example->line > 0)
		clair_buf_printf(&path, ":%u:%u", example->line, example->column);
	add_labelled(comment, CLAIR_STRING_T_WHERE);
	add_code(&comment->item, path.bytes);
	if (example->excerpt != NULL && example->excerpt[0] != '\0') {
		clair_buf_puts(&comment->item, " ");
		add_code(&comment->item, example->excerpt);
	}
	clair_buf_puts(&comment->item, "\n");
	comment->report->failed |= path.failed;
	clair_buf_free(&path);
}

static void
add_cause(struct comment *comment, const struct clair_cause *cause, uint32_t rank)
{
	struct clair_report *report = comment->report;

	add_cause_title(comment, cause, rank);
	add_place(comment, cause);
	if (clair_kind_of(cause->example) != CLAIR_DEFECT)
		return;
	add_labelled(comment, CLAIR_STRING_T_FIX);
	add_ours(&comment->item, clair_text_of(report, &cause->example->rule->remedy));
	clair_buf_puts(&comment->item, "\n");
}

/* What is new before what is known, each worst first. */
static void
put_causes(struct comment *comment, enum clair_kind kind, enum clair_string title, uint32_t limit)
{
	struct clair_report *report = comment->report;
	const uint32_t count = clair_report_causes(report, kind);
	uint32_t shown = 0;

	if (count == 0)
		return;
	put_ours(comment, "### ", CLAIR_PHRASE(report, title, CLAIR_NUMBER("n", count)), "\n\n");
	for (int fresh = 1; fresh >= 0; fresh--) {
		for (uint32_t i = 0; i < report->run->cause_count && shown < limit; i++) {
			const struct clair_cause *cause = clair_run_cause(report->run, i);

			if (clair_kind_of(cause->example) != kind || (cause->fresh > 0) != (fresh == 1))
				continue;
			add_cause(comment, cause, shown + 1);
			if (!put_item(comment))
				limit = shown;
			else
				shown++;
		}
	}
	if (count > shown)
		put_ours(comment, "\n", CLAIR_PHRASE(report, CLAIR_STRING_M_MORE, CLAIR_NUMBER("n", count - shown)), "\n");
	put_ours(comment, "\n", "", "");
}

static void
put_untested(struct comment *comment)
{
	struct clair_report *report = comment->report;
	const uint32_t count = report->run->page_count - report->run->tested_count;
	uint32_t shown = 0;

	if (count == 0)
		return;
	put_ours(comment, "### ", CLAIR_PHRASE(report, CLAIR_STRING_T_NOT_TESTED, CLAIR_NUMBER("n", count)), "\n\n");
	for (uint32_t i = 0; i < report->run->page_count && shown < comment->limits->untested; i++) {
		const struct clair_result *page = clair_run_page(report->run, i);

		if (page->tested)
			continue;
		clair_buf_puts(&comment->item, "- ");
		add_code(&comment->item, clair_report_url(report, page));
		clair_buf_puts(&comment->item, " ");
		add_ours(&comment->item, clair_reason_phrase(report, page));
		clair_buf_puts(&comment->item, "\n");
		put_item(comment);
		shown++;
	}
	if (count > shown)
		put_ours(comment, "- ",
		    CLAIR_PHRASE(report, CLAIR_STRING_MORE_PAGES, CLAIR_NUMBER("n", count - shown)), "\n");
	put_ours(comment, "\n", "", "");
}

static void
put_head(struct comment *comment)
{
	struct clair_report *report = comment->report;
	const struct clair_run *run = report->run;

	put_ours(comment, "## ",
	    CLAIR_PHRASE(report, CLAIR_STRING_M_TITLE, CLAIR_NUMBER("tested", run->tested_count),
	        CLAIR_NUMBER("pages", run->page_count)),
	    "\n\n");
	if (run->tested_count == 0) {
		put_ours(comment, "**", clair_string_of(report, CLAIR_STRING_NOTHING_TESTED), "**\n\n");
		return;
	}
	put_scores(comment);
	if (clair_report_causes(report, CLAIR_DEFECT) == 0)
		put_ours(comment, "", clair_string_of(report, CLAIR_STRING_NO_CAUSE), "\n\n");
}

static void
put_gate(struct clair_report *report, const char *sentence)
{
	struct clair_buf plain;

	clair_buf_init(&plain, 0);
	add_ours(&plain, sentence);
	clair_buf_puts(&plain, "\n\n");
	clair_put(report, plain.bytes, plain.length);
	report->failed |= plain.failed;
	clair_buf_free(&plain);
}

static void
write_comment(struct clair_report *report, const struct limits *limits)
{
	struct comment comment = {.report = report, .limits = limits};
	const uint32_t questions = clair_report_causes(report, CLAIR_QUESTION);
	const uint32_t silenced = clair_report_silenced(report, false);
	const uint32_t in_pages = clair_report_silenced(report, true);

	clair_buf_init(&comment.item, 0);
	put_head(&comment);
	clair_report_gate(report, put_gate);
	put_causes(&comment, CLAIR_DEFECT, CLAIR_STRING_T_CAUSES, limits->causes);
	put_causes(&comment, CLAIR_DOUBT, CLAIR_STRING_T_REVIEW, limits->doubts);
	if (questions > 0)
		put_ours(&comment, "", CLAIR_PHRASE(report, CLAIR_STRING_M_QUESTIONS, CLAIR_NUMBER("n", questions)), "\n\n");
	put_untested(&comment);
	if (silenced > 0)
		put_ours(&comment, "", CLAIR_PHRASE(report, CLAIR_STRING_SILENCED, CLAIR_NUMBER("n", silenced)), "\n");
	if (in_pages > 0)
		put_ours(&comment, "", CLAIR_PHRASE(report, CLAIR_STRING_SILENCED_IN_PAGES, CLAIR_NUMBER("n", in_pages)), "\n");
	clair_buf_free(&comment.item);
}

void
clair_report_markdown(struct clair_report *report)
{
	write_comment(report, &of_comment);
}

void
clair_report_github_summary(struct clair_report *report)
{
	write_comment(report, &of_summary);
}
