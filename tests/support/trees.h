/*
 * Parse cases in the form of html5lib's tree-construction tests, and a page's tree in the same form.
 *
 * The page keeps neither its doctype, nor comments outside <html>, nor what a template holds: these
 * lines of the expected tree are left out before the comparison.
 */
#ifndef TESTS_TREES_H
#define TESTS_TREES_H

#include "dom/page.h"

struct tree_case {
	const char *data;
	size_t data_length;
	const char *document;
	size_t document_length;
	bool is_fragment;   /* clairlint parses whole pages only */
	bool needs_no_script;
	size_t line;        /* of "#data" */
};

/* The cases of a file one after the other; `*at` starts at `text`. */
bool tree_case_next(
    const char *text, const char **at, const char *end, struct tree_case *one);

/* Both malloc'd. */
char *tree_expected(const struct tree_case *one);
char *tree_of(const struct clair_page *page);

/* Parses and compares; prints both trees when they differ and `say` is set. */
bool tree_case_passes(const struct tree_case *one, bool say);

#endif
