/*
 * The tree of the clicks, as an inline SVG, with the same as a table to unfold. A large site shows its
 * first pages at each place, then how many are left.
 */
#include "report/html.h"

#include "facts/summary.h"

#include <stdlib.h>
#include <string.h>

enum { ROWS = 60, CHILDREN = 12, DEEPEST = 6, TITLE_BYTES = 48 };

/* Children of each page judged, as lists by order; UINT32_MAX ends a list. */
struct tree {
	const struct clair_run *run;
	uint32_t *first, *last, *next;
};

/* One line of the drawing: a page, or the pages left out under `parent_row`. */
struct line {
	uint32_t page;       /* UINT32_MAX: pages left out */
	uint32_t left;
	int depth;
	uint32_t parent_row; /* UINT32_MAX: none */
};

static bool
tree_make(struct tree *tree, const struct clair_run *run)
{
	const size_t size = ((size_t)run->tested_count + 1) * sizeof(uint32_t);

	*tree = (struct tree){.run = run, .first = malloc(size), .last = malloc(size),
	    .next = malloc(size)};
	if (tree->first == NULL || tree->last == NULL || tree->next == NULL)
		return false;
	memset(tree->first, 0xFF, size);
	memset(tree->last, 0xFF, size);
	memset(tree->next, 0xFF, size);
	for (uint32_t i = 0; i < run->tested_count; i++) {
		const struct clair_page_summary *parent = run->summaries[i]->parent;

		if (parent == NULL)
			continue;
		if (tree->first[parent->order] == UINT32_MAX)
			tree->first[parent->order] = i;
		else
			tree->next[tree->last[parent->order]] = i;
		tree->last[parent->order] = i;
	}
	return true;
}

static void
tree_free(struct tree *tree)
{
	free(tree->first);
	free(tree->last);
	free(tree->next);
}

/* Adds a page and what is under it. Depth is bounded by DEEPEST. */
static void
add(struct tree *tree, struct line *lines, uint32_t *count, uint32_t page, int depth, uint32_t above)
{
	const uint32_t row = *count;
	uint32_t shown = 0;
	uint32_t left = 0;

	if (row >= ROWS)
		return;
	lines[(*count)++] = (struct line){page, 0, depth, above};
	for (uint32_t child = tree->first[page]; child != UINT32_MAX; child = tree->next[child]) {
		/* One row is kept for the number of those left out. */
		if (depth < DEEPEST && shown < CHILDREN && *count + 1 < ROWS) {
			add(tree, lines, count, child, depth + 1, row);
			shown++;
		} else {
			left++;
		}
	}
	if (left > 0 && *count < ROWS)
		lines[(*count)++] = (struct line){UINT32_MAX, left, depth + 1, row};
}

static const char *
name_of(const struct tree *tree, uint32_t page)
{
	const struct clair_page_summary *summary = tree->run->summaries[page];

	return summary->title[0] != '\0' ? summary->title : summary->url;
}

/* A title cut before the character that would not fit. */
static void
put_title(struct clair_report *report, const char *title)
{
	size_t length = strlen(title);
	struct clair_buf shown;

	if (length > TITLE_BYTES) {
		length = TITLE_BYTES;
		while (length > 0 && ((unsigned char)title[length] & 0xC0) == 0x80)
			length--;
	}
	clair_buf_init(&shown, 0);
	clair_buf_add(&shown, title, length);
	if (title[length] != '\0')
		clair_buf_puts(&shown, "…");
	clair_html_text(report, shown.bytes);
	report->failed |= shown.failed;
	clair_buf_free(&shown);
}

static void
put_line(struct clair_report *report, const struct tree *tree, const struct line *line, uint32_t row)
{
	/* In tenths of em: a row is 1.8 em high, a level 1.4 em wide. */
	const unsigned x = (unsigned)line->depth * 14 + 6;
	const unsigned y = row * 18 + 10;

	if (line->parent_row != UINT32_MAX) {
		const unsigned from = line->parent_row * 18 + 10;

		clair_putf(report,
		    "<line x1=\"%u.%uem\" y1=\"%u.%uem\" x2=\"%u.%uem\" y2=\"%u.%uem\"/>",
		    (x - 14) / 10, (x - 14) % 10, from / 10, from % 10, (x - 14) / 10, (x - 14) % 10,
		    y / 10, y % 10);
		clair_putf(report,
		    "<line x1=\"%u.%uem\" y1=\"%u.%uem\" x2=\"%u.%uem\" y2=\"%u.%uem\"/>",
		    (x - 14) / 10, (x - 14) % 10, y / 10, y % 10, x / 10, x % 10, y / 10, y % 10);
	}
	if (line->page != UINT32_MAX)
		clair_putf(report, "<circle cx=\"%u.%uem\" cy=\"%u.%uem\" r=\".3em\"/>", x / 10,
		    x % 10, y / 10, y % 10);
	clair_putf(report, "<text x=\"%u.%uem\" y=\"%u.%uem\">", (x + 7) / 10, (x + 7) % 10,
	    (y + 4) / 10, (y + 4) % 10);
	if (line->page == UINT32_MAX)
		clair_html_text(report,
		    CLAIR_PHRASE(report, CLAIR_STRING_H_TREE_MORE, CLAIR_NUMBER("n", line->left)));
	else
		put_title(report, name_of(tree, line->page));
	clair_puts(report, "</text>\n");
}

static void
put_table(struct clair_report *report, const struct tree *tree, const struct line *lines,
    uint32_t count)
{
	static const enum clair_string headers[] = {CLAIR_STRING_H_PAGE, CLAIR_STRING_H_TREE_FROM};

	clair_html_unfold(report, CLAIR_STRING_H_TREE);
	clair_html_table_open(report, "arbre-table", CLAIR_STRING_H_TREE, headers, CLAIR_LEN(headers));
	for (uint32_t i = 0; i < count; i++) {
		const struct line *line = &lines[i];

		clair_puts(report, "<tr><th scope=\"row\">");
		if (line->page == UINT32_MAX)
			clair_html_text(report,
			    CLAIR_PHRASE(report, CLAIR_STRING_H_TREE_MORE,
			        CLAIR_NUMBER("n", line->left)));
		else
			clair_html_quote(report, name_of(tree, line->page));
		clair_puts(report, "</th><td>");
		if (line->parent_row != UINT32_MAX)
			clair_html_quote(report, name_of(tree, lines[line->parent_row].page));
		else
			clair_html_say(report, CLAIR_STRING_H_START);
		clair_puts(report, "</td></tr>\n");
	}
	clair_html_table_close(report);
	clair_puts(report, "</details>\n");
}

static void
put_tree(struct clair_report *report, struct tree *tree)
{
	struct line lines[ROWS];
	uint32_t count = 0;
	uint32_t pages = 0;

	for (uint32_t i = 0; i < tree->run->tested_count; i++) {
		if (tree->run->summaries[i]->depth == 0)
			add(tree, lines, &count, i, 0, UINT32_MAX);
	}
	/* One page is no tree. */
	if (count < 2)
		return;
	for (uint32_t i = 0; i < count; i++)
		pages += lines[i].page != UINT32_MAX;
	clair_puts(report, "<h4>");
	clair_html_say(report, CLAIR_STRING_H_TREE);
	clair_puts(report, "</h4>\n<div class=\"panel\">\n");
	clair_html_paragraph(report, clair_string_of(report, CLAIR_STRING_H_TREE_WHY));
	clair_putf(report,
	    "<svg class=\"plot\" role=\"img\" aria-labelledby=\"arbre-title arbre-desc\""
	    " width=\"100%%\" height=\"%u.%uem\">\n<title id=\"arbre-title\">",
	    count * 18 / 10 + 1, count * 18 % 10);
	clair_html_say(report, CLAIR_STRING_H_TREE);
	clair_puts(report, "</title><desc id=\"arbre-desc\">");
	clair_html_text(
	    report, CLAIR_PHRASE(report, CLAIR_STRING_H_TREE_SHOWN, CLAIR_NUMBER("n", pages)));
	clair_puts(report, "</desc>\n");
	for (uint32_t i = 0; i < count; i++)
		put_line(report, tree, &lines[i], i);
	clair_puts(report, "</svg>\n");
	put_table(report, tree, lines, count);
	clair_puts(report, "</div>\n");
}

void
clair_html_tree(struct clair_report *report)
{
	struct tree tree;

	if (!report->run->crawl.is_site || report->run->summaries == NULL ||
	    report->run->tested_count == 0)
		return;
	if (tree_make(&tree, report->run))
		put_tree(report, &tree);
	else
		report->failed = true;
	tree_free(&tree);
}
