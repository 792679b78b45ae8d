/* What is seen: visibility, computed style, colours, and texts by their style. For rules: clairlint/rule.h includes it. */
#ifndef CLAIRLINT_STYLE_H
#define CLAIRLINT_STYLE_H

#include "clairlint/types.h"

/* An element in another situation: under the pointer, with the focus, upright, lying. */
enum clair_situation {
	CLAIR_WHEN_HOVERED,
	CLAIR_WHEN_FOCUSED,
	CLAIR_WHEN_PORTRAIT,
	CLAIR_WHEN_LANDSCAPE,
	CLAIR_WHEN_NARROW, /* 320 px wide: enlarged four times, or on a small phone */
};
/* Content made by CSS: ::before and ::after. */
enum clair_generated { CLAIR_BEFORE, CLAIR_AFTER };

/* How a fact is known: EXACT on a page that was rendered, STATIC from the page and all its sheets, ASSUMED
 * when a sheet is missing. */
enum clair_grade { CLAIR_EXACT, CLAIR_STATIC, CLAIR_ASSUMED, CLAIR_UNKNOWN };

/* Three questions, from attributes and computed style. Takes part in layout; can be seen (neither
 * transparent, nor clipped, nor far away); is exposed to assistive technology (rendered, and not under
 * aria-hidden or inert). How well they are known: clair_style_grade. */
bool clair_rendered(struct clair_ctx *ctx, const struct clair_node *node);
bool clair_visible(struct clair_ctx *ctx, const struct clair_node *node);
bool clair_exposed(struct clair_ctx *ctx, const struct clair_node *node);
/*
 * Computed style, as getComputedStyle writes it as far as layout is not needed: "rgb(0, 0, 0)", "16px",
 * "justify", "50%", "none". Lengths are in px. Never NULL.
 */
const char *clair_style(
    struct clair_ctx *ctx, const struct clair_node *node, enum clair_property property);
bool clair_style_is(struct clair_ctx *ctx, const struct clair_node *node,
    enum clair_property property, const char *value);
/* A number, or a length in px; false when it is neither (auto, normal, a percentage). */
bool clair_style_number(struct clair_ctx *ctx, const struct clair_node *node,
    enum clair_property property, double *number);
/* Times the size of the letters; the browser's own (`normal`, about that of Arial) is 1.15. */
double clair_line_spacing(struct clair_ctx *ctx, const struct clair_node *node);
/* How the style of this element is known: STATIC with all the sheets, ASSUMED when one is missing,
 * UNKNOWN past a ceiling or under a condition that is not understood. */
enum clair_grade clair_style_grade(struct clair_ctx *ctx, const struct clair_node *node);

/* The same element in another situation. */
const char *clair_style_when(struct clair_ctx *ctx, const struct clair_node *node,
    enum clair_property property, enum clair_situation situation);
/* A number, or a length in px; false when it is neither. */
bool clair_style_number_when(struct clair_ctx *ctx, const struct clair_node *node,
    enum clair_property property, enum clair_situation situation, double *number);
/* How its style is known there: clair_style_grade, and UNKNOWN when the situation itself met a ceiling. */
enum clair_grade clair_style_grade_when(
    struct clair_ctx *ctx, const struct clair_node *node, enum clair_situation situation);

/* Degrees, from 0 to 360, by which rotate and transform turn the element in the plane of the screen. */
double clair_rotation_when(
    struct clair_ctx *ctx, const struct clair_node *node, enum clair_situation situation);

/* Something is seen to change when it takes the focus: in it, in what it holds or close around. UNSURE:
 * nothing is seen to, but the style of some of them is not known. */
enum clair_focus_mark { CLAIR_FOCUS_UNMARKED, CLAIR_FOCUS_MARKED, CLAIR_FOCUS_UNSURE };
enum clair_focus_mark clair_focus_mark(struct clair_ctx *ctx, const struct clair_node *node);
/* It is then drawn otherwise, not only in another colour of text. */
bool clair_is_marked_when(
    struct clair_ctx *ctx, const struct clair_node *node, enum clair_situation situation);
/* Displayed, visible and in sight, as far as the element itself decides. */
bool clair_shown_when(
    struct clair_ctx *ctx, const struct clair_node *node, enum clair_situation situation);

/* The words that CSS puts before or after the content: ::before and ::after. "" when there are none. */
const char *clair_generated_text(
    struct clair_ctx *ctx, const struct clair_node *node, enum clair_generated where);
/* There is a ::before or an ::after, with words or drawn. */
bool clair_has_generated_box(struct clair_ctx *ctx, const struct clair_node *node);
/* Those words are seen as words: not clipped, transparent or far away, nor drawn by a font of icons. */
bool clair_generated_is_seen(
    struct clair_ctx *ctx, const struct clair_node *node, enum clair_generated where);
/* A font that draws pictures: words in it are names of pictures ("menu" of Material Icons). */
bool clair_in_icon_font(struct clair_ctx *ctx, const struct clair_node *node);

/* Who decides the value of a property. BROWSER: its own sheet, or nobody. */
enum clair_declared_by {
	CLAIR_DECLARED_BY_BROWSER,
	CLAIR_DECLARED_BY_HTML,      /* bgcolor, width … (align is in the browser's sheet) */
	CLAIR_DECLARED_BY_SHEET,
	CLAIR_DECLARED_BY_ATTRIBUTE, /* style="…" */
};
struct clair_declared {
	enum clair_declared_by by;
	bool important;
	const struct clair_node *node; /* that declares it: an ancestor when the value is inherited */
};
struct clair_declared clair_style_declared(
    struct clair_ctx *ctx, const struct clair_node *node, enum clair_property property);
/* What tells one declaration of the author from another on this page: the same for all the elements
 * that it styles. 0: the browser or HTML decides. */
uint64_t clair_declaration(
    struct clair_ctx *ctx, const struct clair_node *node, enum clair_property property);
uint64_t clair_declaration_when(struct clair_ctx *ctx, const struct clair_node *node,
    enum clair_property property, enum clair_situation situation);
uint64_t clair_generated_declaration( /* of `content` */
    struct clair_ctx *ctx, const struct clair_node *node, enum clair_generated where);

/* Contrast of the text that stands directly in the element (WCAG 1.4.3). Colours are composited over
 * the ancestors. */
enum clair_contrast_known {
	CLAIR_CONTRAST_NONE,   /* no text to see here, or it is exempt: disabled, a drawing */
	CLAIR_CONTRAST_KNOWN,  /* from `ratio` to `best`; `why` is gradient or shadow when they differ */
	CLAIR_CONTRAST_UNSURE, /* see `why`; ratios are those of the colours known */
};
struct clair_contrast {
	enum clair_contrast_known known;
	const char *why;       /* key: image, gradient, overlap, shadow, blend, same (text and background
	                          have one colour), style-unknown; or NULL */
	double ratio;          /* 1 to 21: the lowest, where the background has several colours */
	double best;           /* the highest */
	bool large;            /* at least 24 px, or 18.5 px and bold (WCAG "large scale") */
	bool placeholder;      /* of the placeholder of a field, not of what is typed in it */
	const char *text, *back;   /* "#rrggbb" as seen */
	unsigned char text_rgb[3]; /* the same as `text` */
	const char *suggested;     /* nearest colour of text that passes AA, or NULL; or, when that is less of a
	                              change, nearest colour of the background: suggests_back */
	bool suggests_back;
	const struct clair_node *back_node; /* the element that paints the background, or NULL: the page */
	const struct clair_node *picture_node; /* `why` is image: the element whose background picture is
	                                          behind all of it, or NULL: not known to be */
};
const struct clair_contrast *clair_contrast(struct clair_ctx *ctx, const struct clair_node *node);

/* Between the colours of two texts, from 1 to 21; 0 when one is not known. */
double clair_text_contrast(
    struct clair_ctx *ctx, const struct clair_node *node, const struct clair_node *other);

/* How well the edge of a field, as authors draw it, is told from what touches it (WCAG 1.4.11): the best
 * of its lines and of its background. NONE: drawn by the browser or by another box, out of use, unseen. */
struct clair_boundary {
	enum clair_contrast_known known;
	double ratio;
	const char *edge, *around; /* "#rrggbb" as seen, or NULL */
};
const struct clair_boundary *clair_boundary(struct clair_ctx *ctx, const struct clair_node *node);

/* Colours that an author declares by halves (RGAA 10.5): texts seen, and the first of them. */
enum clair_color_gap_kind {
	CLAIR_GAP_BACKGROUND,    /* a colour of text, and no colour of background behind it */
	CLAIR_GAP_TEXT,          /* a colour of background, and no colour of text */
	CLAIR_GAP_UNDER_PICTURE, /* a picture in the background, and no colour under it */
	CLAIR_GAP_COUNT,
};
struct clair_color_gap {
	uint32_t count;
	const struct clair_node *text;
	const struct clair_node *declarer; /* the element that has the half declared */
};
const struct clair_color_gap *clair_color_gap(
    struct clair_ctx *ctx, enum clair_color_gap_kind kind);

/* --- Text and its style --------------------------------------------------------------------------- */

/*
 * The visible text of the main content (blocks of prose and headings), in pieces that stand directly in
 * one element: all their letters have its style.
 */
struct clair_prose {
	const struct clair_block *block;
	const struct clair_node *node;
	uint32_t from, length; /* bytes of clair_block_text */
	uint32_t words;        /* with a letter, between spaces */
	unsigned flags;        /* of words: CLAIR_WORD_IN_LINK, CLAIR_WORD_CODE, CLAIR_WORD_OTHER_LANGUAGE */
};
size_t clair_prose_count(struct clair_ctx *ctx);
const struct clair_prose *clair_prose_at(struct clair_ctx *ctx, size_t index);

/*
 * Passages: pieces side by side in one block for which `harms` says yes. Those that the same declaration
 * of `property` decides come together: one thing to mend. All style attributes count as one, and so does
 * the browser's own sheet. Code is left out; the words of links are not counted.
 */
struct clair_passage_search {
	enum clair_property property;
	unsigned blocks;  /* CLAIR_BLOCKS(…) */
	uint32_t words;   /* a shorter passage does not count */
	bool (*harms)(struct clair_ctx *, const struct clair_prose *);
	/* The element whose style harms; NULL: the one that holds the text. */
	const struct clair_node *(*declares)(struct clair_ctx *, const struct clair_prose *);
};
struct clair_passages {
	const struct clair_prose *first; /* of the first passage */
	const struct clair_node *styled; /* the element whose style harms there */
	uint32_t length;                 /* bytes of the first passage, from first->from */
	uint32_t words, count;           /* of all the passages */
};
/* In the order of the page, each declaration once; at most 64. */
size_t clair_passages(struct clair_ctx *ctx, const struct clair_passage_search *search,
    const struct clair_passages **passages);

#endif
