/* The page and its parts: landmarks, headings, menus, forms, tables, sound and film. For rules: clairlint/rule.h includes it. */
#ifndef CLAIRLINT_PAGE_H
#define CLAIRLINT_PAGE_H

#include "clairlint/types.h"

const char *clair_page_title(struct clair_ctx *ctx); /* text of the first <title>, "" when none */
bool clair_page_in_french(struct clair_ctx *ctx);    /* by html lang, else by its words; a text is, unless they show another */
bool clair_page_is_text(struct clair_ctx *ctx);      /* plain text or Markdown, not HTML */
/* The declaration of the type of document. */
enum clair_doctype {
	CLAIR_DOCTYPE_MISSING,
	CLAIR_DOCTYPE_LATE,    /* written after something else, where browsers ignore it */
	CLAIR_DOCTYPE_UNKNOWN, /* not one of HTML or XHTML */
	CLAIR_DOCTYPE_KNOWN,
};
enum clair_doctype clair_doctype(struct clair_ctx *ctx);
/* A word of these that carries meaning, or one of its family, is read in the page. */
bool clair_page_speaks_of(struct clair_ctx *ctx, const char *words);
bool clair_page_is_html5(struct clair_ctx *ctx); /* <!DOCTYPE html> without a public identifier */
/* Name of the first attribute written twice in the start tag, or NULL. */
const char *clair_repeated_attribute(struct clair_ctx *ctx, const struct clair_node *node);
/* Each further copy repeats the value of the first, or is of an attribute that says nothing to people: to
 * take them away loses nothing that somebody may have meant. */
bool clair_copies_are_idle(struct clair_ctx *ctx, const struct clair_node *node);
/* The source has its end tag. True as well when the parser cannot tell. */
bool clair_has_end_tag(const struct clair_node *node);
/* The element that the parser made again further on, because this one was closed badly (HTML 13.2.4.3: the
 * list of active formatting elements); or NULL. */
const struct clair_node *clair_opened_again(struct clair_ctx *ctx, const struct clair_node *node);
/* The first text that is written in the table and out of any cell: browsers show it before the table.
 * "" when there is none. */
const char *clair_text_out_of_table(struct clair_ctx *ctx, const struct clair_node *table);
/* It holds nothing but no-break spaces and line breaks, so that it makes room. */
bool clair_is_spacer(struct clair_ctx *ctx, const struct clair_node *node);
/* How many line breaks follow each other from this one on, between two contents; 0 when it is not the first
 * of them. */
uint32_t clair_break_run(struct clair_ctx *ctx, const struct clair_node *line_break);
/* Style sheets that may hide or show things; scripts that may add or fill them. */
bool clair_page_has_sheets(struct clair_ctx *ctx);
bool clair_page_has_scripts(struct clair_ctx *ctx);
/* Scripts, handlers (onclick…) or javascript: addresses: what the page shows may change. */
bool clair_page_may_change(struct clair_ctx *ctx);
bool clair_is_home(struct clair_ctx *ctx);           /* start page of the site, or path "/" */
/* What the page is for, by its address, its title, its headings and its forms. */
enum clair_page_kind {
	CLAIR_PAGE_OTHER,       /* none of the others, or not known */
	CLAIR_PAGE_HOME,
	CLAIR_PAGE_MENU,        /* leads to other pages, and says little itself */
	CLAIR_PAGE_PROCEDURE,   /* explains how to ask for something, or to do one's duty */
	CLAIR_PAGE_FORM,
	CLAIR_PAGE_LOGIN,
	CLAIR_PAGE_PAYMENT,
	CLAIR_PAGE_APPOINTMENT,
	CLAIR_PAGE_CONTACT,
	CLAIR_PAGE_NEWS,
	CLAIR_PAGE_LEGAL,
	CLAIR_PAGE_STATEMENT,   /* of accessibility */
	CLAIR_PAGE_KIND_COUNT,
};
struct clair_page_kind_found {
	enum clair_page_kind kind;
	const char *reason; /* a literal, stable: "address", "title", "form"… */
};
struct clair_page_kind_found clair_page_kind(struct clair_ctx *ctx);
/* home, menu, procedure… ; "page" for OTHER. */
const char *clair_page_kind_name(enum clair_page_kind kind);
/* The page says that it is easy to read (FALC): by its title, its main heading, its address, a sentence, or
 * the logo near the start or the end of its main content. Not one that speaks about such texts. */
bool clair_page_says_falc(struct clair_ctx *ctx);
/* It is judged as an easy-to-read text: by the profile of the run, or because it says so. */
bool clair_wants_falc(struct clair_ctx *ctx);
/* The European logo for easy reading, or one like it: by its name or its file. */
bool clair_is_falc_logo(struct clair_ctx *ctx, const struct clair_node *image);
/* One stands near the start or the end of the main content, outside links. */
bool clair_has_falc_logo(struct clair_ctx *ctx);
/* By its main heading, or by its title when it has none. */
bool clair_is_site_map(struct clair_ctx *ctx);
/* An empty shell that scripts fill: nothing can be said of it without running them. */
bool clair_is_shell(struct clair_ctx *ctx);

/* Landmarks in document order: header, nav, main… with their role. */
size_t clair_landmark_count(struct clair_ctx *ctx);
const struct clair_node *clair_landmark(struct clair_ctx *ctx, size_t index);

/* Exposed headings in document order; level 1 to 9, 0 when not a heading. */
size_t clair_heading_count(struct clair_ctx *ctx);
const struct clair_node *clair_heading(struct clair_ctx *ctx, size_t index);
int clair_heading_level(struct clair_ctx *ctx, const struct clair_node *node);

/* Where an element stands. MAIN is what is left when header, navigation, footer, aside, cookie
 * banners and breadcrumb are taken away. */
enum clair_region { CLAIR_IN_MAIN, CLAIR_IN_HEADER, CLAIR_IN_NAV, CLAIR_IN_FOOTER, CLAIR_IN_ASIDE };
enum clair_region clair_region(struct clair_ctx *ctx, const struct clair_node *node);

/* Menus: navigation landmarks or lists of links that serve as one (class, role, place). */
struct clair_menu {
	const struct clair_node *node;  /* element that holds the menu */
	const char *name;               /* accessible name, or "" */
	uint32_t entries;               /* of the first level */
	uint32_t depth;                 /* 1: no sub-menu */
	uint32_t links;                 /* all levels */
	uint32_t drop_downs;            /* entries that open a sub-menu */
	uint32_t largest_level;         /* most entries in one list: columns of a drop-down apart */
	const struct clair_node *const *labels; /* of the main menu: link, button or item of its first entries */
	uint32_t label_count;
	bool marks_here;                /* main menu: an entry is marked as current, is no link, or is written unlike the others */
	const struct clair_node *here;  /* main menu: first entry that leads to this page, or NULL */
	bool is_main;                   /* main navigation of the page */
	bool is_breadcrumb;
	bool is_pagination;
	bool is_toc;                    /* all its links go inside the page */
	bool is_skip_links;
};
size_t clair_menu_count(struct clair_ctx *ctx);
const struct clair_menu *clair_menu(struct clair_ctx *ctx, size_t index);

/* Forms: <form> elements, and one for fields outside any form. */
struct clair_form {
	const struct clair_node *node;  /* <form>, or <body> for fields without a form */
	uint32_t fields;                /* what a person fills: a group of radio buttons counts once */
	uint32_t required;
	uint32_t file_uploads;
	bool is_search;                 /* one text field and the sense of a search */
	bool is_login;                  /* has a password field */
	bool has_steps;                 /* "Étape 2 sur 4", aria-current=step, progress … */
};
size_t clair_form_count(struct clair_ctx *ctx);
const struct clair_form *clair_form(struct clair_ctx *ctx, size_t index);
/* The <form> that holds the element, or NULL. */
const struct clair_form *clair_form_around(struct clair_ctx *ctx, const struct clair_node *node);
/* The first field of the same form and fieldset whose autocomplete attribute asks for the same, when it is
 * another one; or NULL. */
const struct clair_node *clair_field_asked_before(
    struct clair_ctx *ctx, const struct clair_node *field);
/* input (other than hidden, buttons), select, textarea, or a widget role that takes a value. */
bool clair_is_field(struct clair_ctx *ctx, const struct clair_node *node);
bool clair_is_required(const struct clair_node *field); /* by required or aria-required */
/* <label> elements of a field: for= and nesting. */
size_t clair_label_count(struct clair_ctx *ctx, const struct clair_node *field);
const struct clair_node *clair_label(
    struct clair_ctx *ctx, const struct clair_node *field, size_t index);

/* An earlier field to type in, of the same form and of the same name, when nothing that is seen or named
 * between the two or around them tells which is which; or NULL. */
const struct clair_node *clair_field_twin(struct clair_ctx *ctx, const struct clair_node *field);

/* Tables. */
enum clair_table_use { CLAIR_TABLE_DATA, CLAIR_TABLE_LAYOUT, CLAIR_TABLE_UNSURE };
enum clair_table_use clair_table_use(struct clair_ctx *ctx, const struct clair_node *table);
/* The use is layout beyond doubt: one cell, or cells that hold a table or a region of the page. */
bool clair_table_lays_out(struct clair_ctx *ctx, const struct clair_node *table);
/* What a header cell of an HTML table heads, by where the data stand around it, whatever its scope says.
 * PART: data above and beneath it, and none beside: a row of title inside the table. UNKNOWN: not proven. */
enum clair_heads { CLAIR_HEADS_UNKNOWN, CLAIR_HEADS_COLUMN, CLAIR_HEADS_ROW, CLAIR_HEADS_PART };
enum clair_heads clair_header_heads(struct clair_ctx *ctx, const struct clair_node *header);
/* Header cells of an HTML table that are neither in its first row nor in its first column, or that head
 * a group or a part. With one the table is complex, as RGAA calls it. */
size_t clair_table_inner_headers(struct clair_ctx *ctx, const struct clair_node *table);
/* Some cell has this header, by the algorithm of HTML 4.9.12.2, or in a table made with ARIA roles. */
bool clair_header_has_cells(struct clair_ctx *ctx, const struct clair_node *header);

/* --- Sound and film ------------------------------------------------------------------------------ */

enum clair_medium_kind {
	CLAIR_MEDIUM_SOUND,
	CLAIR_MEDIUM_FILM,        /* with its sound, as far as is known */
	CLAIR_MEDIUM_SILENT_FILM, /* muted, and without controls to change that */
};
/* What plays in the page: audio, video, object and embed by their type, frames of known players, and what
 * stands for those until people agree. Not what is hidden. */
struct clair_medium {
	const struct clair_node *node;
	enum clair_medium_kind kind;
	const char *player;          /* whose: "YouTube"; "" for one of the page itself */
	const char *announced;       /* its name, its caption, or the text before it; "" when there is none */
	bool native;                 /* audio or video */
	bool controls;               /* those of the browser */
	bool decor;                  /* a silent film that starts by itself */
	bool captions, descriptions; /* tracks */
	/* Few words close by that promise one: a link, a button, a heading. NULL when there are none. */
	const char *transcript, *described, *captioned;
};
size_t clair_medium_count(struct clair_ctx *ctx);
const struct clair_medium *clair_medium(struct clair_ctx *ctx, size_t index);
/* Sound or film may come that is not among them: hidden, from scripts, in a frame or a plug-in that is not
 * known, or behind a link to its file. */
bool clair_media_may_hide(struct clair_ctx *ctx);

#endif
