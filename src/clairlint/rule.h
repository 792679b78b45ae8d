/*
 * All that a rule may use, and nothing else.
 *
 * A rule decides. It does not walk the page, allocate, print, or know another rule. A check is called
 * by the engine for each element (or block, page, site) of the kinds it names, and answers
 * with an outcome. Before it answers CLAIR_FAIL or CLAIR_REVIEW it reports at least one finding.
 *
 * Strings given back are UTF-8, never NULL unless said, and live as long as the page (for site
 * rules: as long as the run). Functions called `clair_…` that take a context are facts: computed on
 * the first question, kept until the page dies.
 */
#ifndef CLAIRLINT_RULE_H
#define CLAIRLINT_RULE_H

#include "clairlint/clairlint.h"
#include "clairlint/kinds.h"
#include "clairlint/property.h"

struct clair_ctx;          /* one page (or one site) and the rule being asked */
struct clair_node;         /* an element */
struct clair_block;        /* a paragraph, a heading, a label… as a reader meets it */
struct clair_sentence;
struct clair_word;
struct clair_finding;
struct clair_page_summary; /* what is left of a page for site rules */

/* --- The descriptor ----------------------------------------------------------------------- */

enum clair_scope { CLAIR_ELEMENT, CLAIR_BLOCK, CLAIR_PAGE, CLAIR_SITE };
enum clair_maturity { CLAIR_STABLE, CLAIR_EXPERIMENTAL };

/* Parts of the text of a page. Set of bits for on_blocks. */
enum clair_block_kind {
	CLAIR_BLOCK_PARAGRAPH,
	CLAIR_BLOCK_HEADING,
	CLAIR_BLOCK_ITEM,      /* of a list */
	CLAIR_BLOCK_CELL,
	CLAIR_BLOCK_CAPTION,   /* figcaption, caption, legend of a figure */
	CLAIR_BLOCK_LABEL,     /* label, legend, option: words of a form */
	CLAIR_BLOCK_BUTTON,
	CLAIR_BLOCK_QUOTE,
	CLAIR_BLOCK_CODE,      /* pre, code, samp, kbd: never judged as French */
	CLAIR_BLOCK_TITLE,     /* the title of the page */
	CLAIR_BLOCK_OTHER,     /* text straight in a div, td… without a better kind */
	CLAIR_BLOCK_KIND_COUNT,
};
#define CLAIR_BLOCKS(kind) (1u << (kind))
#define CLAIR_PROSE_BLOCKS \
	(CLAIR_BLOCKS(CLAIR_BLOCK_PARAGRAPH) | CLAIR_BLOCKS(CLAIR_BLOCK_ITEM) | \
	    CLAIR_BLOCKS(CLAIR_BLOCK_CELL) | CLAIR_BLOCKS(CLAIR_BLOCK_QUOTE) | \
	    CLAIR_BLOCKS(CLAIR_BLOCK_CAPTION) | CLAIR_BLOCKS(CLAIR_BLOCK_OTHER))
#define CLAIR_ALL_BLOCKS ((1u << CLAIR_BLOCK_KIND_COUNT) - 1)

struct clair_kinds {
	const uint16_t *list;
	size_t count;
};
#define CLAIR_KINDS(...) \
	{ (const uint16_t[]){__VA_ARGS__}, \
	  sizeof((const uint16_t[]){__VA_ARGS__}) / sizeof(uint16_t) }

/* Lists of identifiers, ended by NULL. */
#define CLAIR_IDS(...) (const char *const[]){__VA_ARGS__, NULL}
#define CLAIR_LEN(array) (sizeof(array) / sizeof((array)[0]))

struct clair_text {
	const char *fr;
	const char *en;
};

/* {name} is replaced by the argument; {name|mot|mots} by the word for its number. */
struct clair_message {
	const char *key; /* stable: images/alt-missing#no-alt */
	const char *fr;
	const char *en;
	const char *const *rgaa; /* which of the rule's tests it speaks of; NULL: all */
};

struct clair_rule {
	const char *id;              /* its path under rules/, without .c */
	const char *since;
	enum clair_maturity maturity;
	enum clair_scope scope;
	enum clair_severity severity; /* of a failure: MINOR, MAJOR or BLOCKING */
	unsigned who;                /* CLAIR_BLIND | … */
	bool advice;                 /* good practice: never counts for RGAA statuses */
	bool audit;                  /* asks a person about what it shows, without any doubt of its own: all its
	                                findings are reviews. Only asked in an audit (options.audit) */
	bool finds_all;              /* no part of the matter of its tests escapes it, on any tag: to have
	                                nothing to judge proves that there is nothing (RGAA: NA) */
	struct clair_kinds on_tags;  /* element rules: asked when the tag or the role is listed */
	struct clair_kinds on_roles;
	bool on_all;                 /* element rules: asked about every element. Say why in a comment */
	unsigned on_blocks;          /* block rules: CLAIR_BLOCKS(…) | … */
	bool only_french;            /* block rules: skip blocks that are not in French */
	bool only_main;              /* block rules: only the main content */
	const char *const *rgaa;     /* tests: "1.1.1" */
	const char *const *wcag;     /* success criteria: "1.1.1" */
	const char *const *act;      /* ACT rules implemented: "23a2a8" */
	const char *const *falc;     /* ids of falc-rules: "S04" */
	const char *const *needs;    /* S-numbers of the requirements: "S-044" */
	const char *const *thresholds; /* keys of seuils.conf that the check reads */
	struct clair_text title;     /* the requirement met, as RGAA phrases it */
	struct clair_text why;       /* who is hindered, and how */
	struct clair_text remedy;    /* the gesture that repairs */
	struct clair_text limits;    /* what the rule does not see; may be empty */
	const struct clair_message *messages;
	size_t message_count;
	struct {
		enum clair_outcome (*element)(struct clair_ctx *, const struct clair_node *);
		enum clair_outcome (*block)(struct clair_ctx *, const struct clair_block *);
		enum clair_outcome (*page)(struct clair_ctx *);
		enum clair_outcome (*site)(struct clair_ctx *);
	} check;
};

/* Declares, then defines, the descriptor: CLAIR_RULE(images_alt_missing) = { … }; */
#define CLAIR_RULE(symbol) \
	extern const struct clair_rule clair_rule_##symbol; \
	const struct clair_rule clair_rule_##symbol

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

/* --- Findings ----------------------------------------------------------------------------- */

enum clair_fix_kind {
	CLAIR_FIX_NONE,
	CLAIR_FIX_SET_ATTRIBUTE,
	CLAIR_FIX_REMOVE_ATTRIBUTE,
	CLAIR_FIX_REPLACE_TEXT,
	CLAIR_FIX_RENAME_ELEMENT,
	CLAIR_FIX_REMOVE_ELEMENT,
	CLAIR_FIX_ADD_ELEMENT,
};

/* SAFE: cannot change meaning, may be applied without asking. CHOICE: a person decides. */
enum clair_fix_safety { CLAIR_SAFE, CLAIR_CHOICE };

/* `message` is the index in the rule's messages. The outcome of the finding is CLAIR_FAIL for
 * clair_report…, CLAIR_REVIEW for clair_review…. Never NULL: past a ceiling an inert finding. */
struct clair_finding *clair_report(
    struct clair_ctx *ctx, const struct clair_node *node, unsigned message);
struct clair_finding *clair_review(
    struct clair_ctx *ctx, const struct clair_node *node, unsigned message);
struct clair_finding *clair_report_attr(struct clair_ctx *ctx, const struct clair_node *node,
    enum clair_attribute attribute, unsigned message); /* points at the attribute's value */
struct clair_finding *clair_review_attr(struct clair_ctx *ctx, const struct clair_node *node,
    enum clair_attribute attribute, unsigned message);
struct clair_finding *clair_report_block(
    struct clair_ctx *ctx, const struct clair_block *block, unsigned message);
struct clair_finding *clair_review_block(
    struct clair_ctx *ctx, const struct clair_block *block, unsigned message);
/* Part of a block: bytes of clair_block_text, as clair_find gives them. */
struct clair_finding *clair_report_part(struct clair_ctx *ctx, const struct clair_block *block,
    size_t from, size_t length, unsigned message);
struct clair_finding *clair_review_part(struct clair_ctx *ctx, const struct clair_block *block,
    size_t from, size_t length, unsigned message);
struct clair_finding *clair_report_sentence(
    struct clair_ctx *ctx, const struct clair_sentence *sentence, unsigned message);
struct clair_finding *clair_report_words(struct clair_ctx *ctx, const struct clair_word *first,
    const struct clair_word *last, unsigned message);
struct clair_finding *clair_review_words(struct clair_ctx *ctx, const struct clair_word *first,
    const struct clair_word *last, unsigned message);
/* Page rules: points at the element that holds the matter, or at <html> when there is none. */
struct clair_finding *clair_report_page(struct clair_ctx *ctx, unsigned message);
struct clair_finding *clair_review_page(struct clair_ctx *ctx, unsigned message);
/* Site rules. */
struct clair_finding *clair_report_site(
    struct clair_ctx *ctx, const struct clair_page_summary *page, unsigned message);
struct clair_finding *clair_review_site(
    struct clair_ctx *ctx, const struct clair_page_summary *page, unsigned message);

/* Arguments of the message. The value is copied, cut at 200 bytes on a character. NULL gives "". */
void clair_arg(struct clair_finding *finding, const char *name, const char *value);
void clair_arg_num(struct clair_finding *finding, const char *name, double value);

/* The fix of the element that the finding points at. `value` NULL: only a person can write it (then the
 * safety is CLAIR_CHOICE). Several calls make one fix, as safe as the least safe of them. */
void clair_fix_attr(struct clair_finding *finding, enum clair_fix_safety safety,
    enum clair_attribute attribute, const char *value);
void clair_fix_attr_of(struct clair_finding *finding, const struct clair_node *node,
    enum clair_fix_safety safety, enum clair_attribute attribute, const char *value);
void clair_fix_remove_attr(
    struct clair_finding *finding, enum clair_fix_safety safety, enum clair_attribute attribute);
void clair_fix_remove_named(
    struct clair_finding *finding, enum clair_fix_safety safety, const char *name);
/* Every copy of an attribute but the first; `name` is one that is repeated. */
void clair_fix_remove_copies(
    struct clair_finding *finding, enum clair_fix_safety safety, const char *name);
/* Records the declaration that decides this property: the finding then points at the CSS to mend too. */
void clair_points_at_css(struct clair_ctx *ctx, struct clair_finding *finding,
    const struct clair_node *node, enum clair_property property);
void clair_points_at_css_when(struct clair_ctx *ctx, struct clair_finding *finding,
    const struct clair_node *node, enum clair_property property, enum clair_situation situation);
void clair_points_at_generated(struct clair_ctx *ctx, struct clair_finding *finding,
    const struct clair_node *node, enum clair_generated where); /* at its `content` */
/* Replaces the text that the finding points at. */
void clair_fix_text(
    struct clair_finding *finding, enum clair_fix_safety safety, const char *text);
/* RENAME_ELEMENT, REMOVE_ELEMENT; `name` is the new one. */
void clair_fix_element(struct clair_finding *finding, enum clair_fix_safety safety,
    enum clair_fix_kind kind, const char *name);
/* The same, for a person to decide; or ADD_ELEMENT, where a person finds the place. */
void clair_fix_other(struct clair_finding *finding, enum clair_fix_kind kind, const char *name);
/* Markup on the first line of the page: CLAIR_CHOICE. */
void clair_fix_start(struct clair_finding *finding, const char *markup);

/* `return clair_untested(ctx, CLAIR_WHY_TOO_SHORT);` */
enum clair_outcome clair_untested(struct clair_ctx *ctx, enum clair_untested_reason reason);

/* A number of the page kept in the result ("kandel_moles"). Set by page rules; name is a literal. */
void clair_measure(struct clair_ctx *ctx, const char *name, double value);

/* --- Thresholds and lists ------------------------------------------------------------------ */

double clair_threshold(struct clair_ctx *ctx, const char *key);

/* What a list of dictionaries/fr/ says of a text, or NULL. The text is compared without case, with
 * spaces squeezed. The value is the second column, "" when there is none. */
const char *clair_lookup(struct clair_ctx *ctx, const char *list, const char *text);

/* Named patterns (PCRE2), see dictionaries/patterns.conf. */
bool clair_matches(struct clair_ctx *ctx, const char *pattern, const char *text);
/* The first match from `from`: offset and length in bytes. */
bool clair_find(struct clair_ctx *ctx, const char *pattern, const char *text, size_t from,
    size_t *offset, size_t *length);
/* The same in the text of a block, which is not measured again at each match. */
bool clair_find_in_block(struct clair_ctx *ctx, const char *pattern,
    const struct clair_block *block, size_t from, size_t *offset, size_t *length);

/* --- The tree ------------------------------------------------------------------------------- */

enum clair_tag clair_tag(const struct clair_node *node);
const char *clair_tag_name(const struct clair_node *node);
bool clair_is_html(const struct clair_node *node);    /* false: svg, math */
bool clair_is_implied(const struct clair_node *node); /* put there by the parser, not by the author */

/* The value as the browser has it, or NULL when absent. */
const char *clair_attr(const struct clair_node *node, enum clair_attribute attribute);
const char *clair_attr_by_name(const struct clair_node *node, const char *name);
bool clair_has_attr(const struct clair_node *node, enum clair_attribute attribute);
/* ASCII case-insensitive equality of the value, trimmed. */
bool clair_attr_is(
    const struct clair_node *node, enum clair_attribute attribute, const char *value);
/* The value is a list separated by spaces that has the token (ASCII case-insensitive). */
bool clair_attr_has_token(
    const struct clair_node *node, enum clair_attribute attribute, const char *token);
size_t clair_attr_count(const struct clair_node *node);
const char *clair_attr_name_at(const struct clair_node *node, size_t index);
const char *clair_attr_value_at(const struct clair_node *node, size_t index);
enum clair_attribute clair_attr_at(const struct clair_node *node, size_t index);

const struct clair_node *clair_root(struct clair_ctx *ctx); /* <html>; never NULL */
const struct clair_node *clair_parent(const struct clair_node *node);
const struct clair_node *clair_first_child(const struct clair_node *node);
const struct clair_node *clair_next_sibling(const struct clair_node *node);
const struct clair_node *clair_previous_sibling(const struct clair_node *node);
/* The next element in document order inside `top`, or NULL. Start with node == top. */
const struct clair_node *clair_next_inside(
    const struct clair_node *top, const struct clair_node *node);
/* The element itself or its nearest ancestor with this tag, or NULL. */
const struct clair_node *clair_closest(const struct clair_node *node, enum clair_tag tag);
const struct clair_node *clair_closest_role(
    struct clair_ctx *ctx, const struct clair_node *node, enum clair_role role);
bool clair_contains(const struct clair_node *ancestor, const struct clair_node *node);
/* Elements of a tag over the page, in document order. */
size_t clair_tag_count(struct clair_ctx *ctx, enum clair_tag tag);
const struct clair_node *clair_tag_at(struct clair_ctx *ctx, enum clair_tag tag, size_t index);
/* First element with the id, or NULL; and how many have it. */
const struct clair_node *clair_by_id(struct clair_ctx *ctx, const char *id);
size_t clair_id_count(struct clair_ctx *ctx, const char *id);
/* Where a fragment leads: the element with the id, or else the first a with the name; or NULL. */
const struct clair_node *clair_anchor(struct clair_ctx *ctx, const char *fragment);
/* Something is read around the element that may say more of it: in its paragraph, item or cell, in the
 * block that holds it, in a description, or in a heading before it. */
bool clair_has_context(struct clair_ctx *ctx, const struct clair_node *node);
/* The first link of the page with this name, when this one is the first that leads elsewhere; or NULL. */
const struct clair_node *clair_link_namesake(struct clair_ctx *ctx, const struct clair_node *link);

/* --- Facts about an element ------------------------------------------------------------------ */

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

/* Can be reached by script or keyboard; and by the Tab key. */
bool clair_focusable(struct clair_ctx *ctx, const struct clair_node *node);
bool clair_tabbable(struct clair_ctx *ctx, const struct clair_node *node);

/* Role after HTML-AAM, ARIA fallbacks and presentational conflict resolution. */
enum clair_role clair_role(struct clair_ctx *ctx, const struct clair_node *node);
/* Role by the tag alone, as if there were no role attribute. */
enum clair_role clair_implicit_role(struct clair_ctx *ctx, const struct clair_node *node);
/* First valid token of the role attribute, NO_ROLE when there is none. */
enum clair_role clair_explicit_role(struct clair_ctx *ctx, const struct clair_node *node);
bool clair_role_is_widget(enum clair_role role);
bool clair_role_is_landmark(enum clair_role role);
bool clair_role_has_presentational_children(enum clair_role role);
bool clair_role_prohibits_name(enum clair_role role);
bool clair_role_supports(enum clair_role role, enum clair_attribute state);
bool clair_role_prohibits(enum clair_role role, enum clair_attribute state);
/* Lists ended by 0 (NO_ROLE or ATTR_OTHER); never NULL. */
const uint16_t *clair_role_required_states(enum clair_role role);
const uint16_t *clair_role_required_context(enum clair_role role);
const uint16_t *clair_role_required_owned(enum clair_role role);
/* The attributes of ARIA: the type of their value, and whether every role has them. */
enum clair_aria_type {
	CLAIR_ARIA_UNKNOWN, /* not an attribute of ARIA */
	CLAIR_ARIA_TRUE_FALSE,
	CLAIR_ARIA_TRUE_FALSE_UNDEFINED,
	CLAIR_ARIA_TRISTATE,
	CLAIR_ARIA_TOKEN,
	CLAIR_ARIA_TOKEN_LIST,
	CLAIR_ARIA_IDREF,
	CLAIR_ARIA_IDREF_LIST,
	CLAIR_ARIA_INTEGER,
	CLAIR_ARIA_NUMBER,
	CLAIR_ARIA_STRING,
};
enum clair_aria_type clair_aria_type(enum clair_attribute attribute);
bool clair_aria_attribute_exists(const char *name);
bool clair_aria_is_global(enum clair_attribute attribute);
/* By the type of the attribute; an empty value is as good as none. Does not look ids up. */
bool clair_aria_value_is_valid(enum clair_attribute attribute, const char *value);
/* ARIA ownership: aria-owns first, then nearest ancestor that is not generic or presentational. */
const struct clair_node *clair_aria_parent(struct clair_ctx *ctx, const struct clair_node *node);
/* Owned elements in the accessibility tree (generic and presentational ones are looked through). */
size_t clair_aria_child_count(struct clair_ctx *ctx, const struct clair_node *node);
const struct clair_node *clair_aria_child(
    struct clair_ctx *ctx, const struct clair_node *node, size_t index);

/* Accessible name and description 1.2; the step that gave the name. Spaces squeezed. */
enum clair_name_from {
	CLAIR_NAME_NONE,
	CLAIR_NAME_LABELLEDBY,
	CLAIR_NAME_LABEL_ATTR,   /* aria-label */
	CLAIR_NAME_NATIVE,       /* label, legend, caption, figcaption, svg title … */
	CLAIR_NAME_ALT,
	CLAIR_NAME_VALUE,        /* value of an input button, or the default label of submit and reset */
	CLAIR_NAME_CONTENT,
	CLAIR_NAME_TITLE,
	CLAIR_NAME_PLACEHOLDER,
};
const char *clair_name(struct clair_ctx *ctx, const struct clair_node *node);
enum clair_name_from clair_name_from(struct clair_ctx *ctx, const struct clair_node *node);
const char *clair_description(struct clair_ctx *ctx, const struct clair_node *node);
/* Text that sight finds in the element: visible text nodes, spaces squeezed; images give nothing. */
const char *clair_visible_text(struct clair_ctx *ctx, const struct clair_node *node);
/* The same of the text that stands straight in the element, not in one inside it. */
const char *clair_own_text(struct clair_ctx *ctx, const struct clair_node *node);
/* What is written between the tags of a script or a style, as it is; "" for any other element. */
const char *clair_raw_text(const struct clair_node *node);
/* All text, spaces squeezed, hidden or not. */
const char *clair_text_content(struct clair_ctx *ctx, const struct clair_node *node);
/* Is the visible text of a widget part of its name, word for word (ACT 2ee8b8)? ABSENT: not exposed,
 * no visible word, or the name comes from the content. UNSURE: an abbreviation, other hyphens, or one
 * letter that may be a symbol. */
enum clair_label_fit { CLAIR_LABEL_ABSENT, CLAIR_LABEL_FITS, CLAIR_LABEL_UNSURE, CLAIR_LABEL_DIFFERS };
enum clair_label_fit clair_label_fit(struct clair_ctx *ctx, const struct clair_node *node);
/* The same of any text and any name. */
enum clair_label_fit clair_text_fit(struct clair_ctx *ctx, const char *text, const char *name);
/* All the words of `part`, side by side in `text`: case, punctuation and kinds of space do not count. */
bool clair_words_contain(struct clair_ctx *ctx, const char *text, const char *part);
/* An image that says by its markup that it brings nothing: alt="" , role none, aria-hidden. */
bool clair_decorative(struct clair_ctx *ctx, const struct clair_node *node);

/* BCP 47 tag of the nearest lang, as written, "" when there is none; and its primary subtag, lower
 * case. */
const char *clair_lang_of(struct clair_ctx *ctx, const struct clair_node *node);
bool clair_in_french(struct clair_ctx *ctx, const struct clair_node *node);
/* Some text or image name, seen or exposed, takes its language from the lang of this element. */
bool clair_lang_is_used(struct clair_ctx *ctx, const struct clair_node *node);
/* The language that a text shows by its grammatical words, or by its letters, held against the one that
 * is declared for it. UNSURE: short, mixed, near two languages, or in a language that is not known. */
enum clair_lang_fit { CLAIR_LANG_UNSURE, CLAIR_LANG_FITS, CLAIR_LANG_DIFFERS };
struct clair_lang_guess {
	enum clair_lang_fit fit;
	const char *found; /* when it differs: the code of its language, "" when several are near */
	uint32_t words;
};
/* All the text that takes its language from the lang of this element; the title too, for <html>. */
struct clair_lang_guess clair_part_lang(struct clair_ctx *ctx, const struct clair_node *node);
struct clair_lang_guess clair_block_lang(struct clair_ctx *ctx, const struct clair_block *block);
/* Well-formed BCP 47, with a primary subtag of the registry. */
bool clair_lang_is_valid(const char *tag);

/* --- Facts about the page ---------------------------------------------------------------------- */

const char *clair_page_url(struct clair_ctx *ctx);
const char *clair_page_title(struct clair_ctx *ctx); /* text of the first <title>, "" when none */
bool clair_page_in_french(struct clair_ctx *ctx);    /* by html lang, else by its words */
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
/* Absolute address of a reference written in the page, without its fragment; as written when it
 * cannot be resolved. */
const char *clair_resolve(struct clair_ctx *ctx, const char *reference);

/* Kind of page by its address, title and forms: home, form, contact, statement, legal or page. */
const char *clair_page_kind(struct clair_ctx *ctx);
/* The page says that it is easy to read (FALC): title, main heading or address. */
bool clair_page_says_falc(struct clair_ctx *ctx);
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

/* The first of the first links of the page that offers to lead over its head, or NULL. */
const struct clair_node *clair_skip_link(struct clair_ctx *ctx);

/* Menus: navigation landmarks or lists of links that serve as one (class, role, place). */
struct clair_menu {
	const struct clair_node *node;  /* element that holds the menu */
	const char *name;               /* accessible name, or "" */
	uint32_t entries;               /* of the first level */
	uint32_t depth;                 /* 1: no sub-menu */
	uint32_t links;                 /* all levels */
	uint32_t drop_downs;            /* entries that open a sub-menu */
	uint32_t largest_level;         /* most entries in one list: columns of a drop-down apart */
	bool is_main;                   /* main navigation of the page */
	bool is_breadcrumb;
	bool is_pagination;
	bool is_toc;                    /* all its links go inside the page */
	bool is_skip_links;
};
size_t clair_menu_count(struct clair_ctx *ctx);
/* A landmark around it, a heading before or in it, or a link at the top of the page that passes it: one of
 * the ways by which RGAA 12.6 lets people reach or skip a region. Scripts may add a button that hides it. */
bool clair_menu_is_reachable(struct clair_ctx *ctx, const struct clair_menu *menu);
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
/* Header cells of a cell by the algorithm of HTML 4.9.12.2, and the other way round. */
size_t clair_cell_header_count(struct clair_ctx *ctx, const struct clair_node *cell);
size_t clair_header_cell_count(struct clair_ctx *ctx, const struct clair_node *header);
/* What a header cell of an HTML table heads, by where the data stand around it, whatever its scope says.
 * PART: data above and beneath it, and none beside: a row of title inside the table. UNKNOWN: not proven. */
enum clair_heads { CLAIR_HEADS_UNKNOWN, CLAIR_HEADS_COLUMN, CLAIR_HEADS_ROW, CLAIR_HEADS_PART };
enum clair_heads clair_header_heads(struct clair_ctx *ctx, const struct clair_node *header);
/* Header cells of an HTML table that are neither in its first row nor in its first column, or that head
 * a group or a part. With one the table is complex, as RGAA calls it. */
size_t clair_table_inner_headers(struct clair_ctx *ctx, const struct clair_node *table);
/* The same question as clair_header_cell_count for any table, made with HTML or with ARIA roles. */
bool clair_header_has_cells(struct clair_ctx *ctx, const struct clair_node *header);

/* --- Text --------------------------------------------------------------------------------------- */

size_t clair_block_count(struct clair_ctx *ctx);
const struct clair_block *clair_block_at(struct clair_ctx *ctx, size_t index);
enum clair_block_kind clair_block_kind(const struct clair_block *block);
const struct clair_node *clair_block_node(const struct clair_block *block);
const char *clair_block_text(const struct clair_block *block); /* spaces squeezed, entities decoded */
bool clair_block_in_french(struct clair_ctx *ctx, const struct clair_block *block);
enum clair_region clair_block_region(struct clair_ctx *ctx, const struct clair_block *block);
/* The element that holds the letter at this byte of clair_block_text. */
const struct clair_node *clair_block_part_node(
    struct clair_ctx *ctx, const struct clair_block *block, size_t at);
/* The most no-break spaces that follow each other between two words of the block; 0: none do. */
uint32_t clair_block_padding(struct clair_ctx *ctx, const struct clair_block *block);
/* The block after this one in the page, or NULL. */
const struct clair_block *clair_block_next(
    struct clair_ctx *ctx, const struct clair_block *block);

const struct clair_sentence *clair_sentence_next(
    struct clair_ctx *ctx, const struct clair_block *block, const struct clair_sentence *previous);
/* As a word processor counts: words with a letter, l’accord and avez-vous once. */
uint32_t clair_sentence_words(const struct clair_sentence *sentence);
/* An empty line (two br), a bullet or another link stands between it and the sentence before. */
bool clair_sentence_after_blank(const struct clair_sentence *sentence);
const char *clair_sentence_text(struct clair_ctx *ctx, const struct clair_sentence *sentence);

enum clair_word_flag {
	CLAIR_WORD_CAPITALIZED = 1,  /* first letter only */
	CLAIR_WORD_ALL_CAPS = 2,     /* two letters or more, all capitals */
	CLAIR_WORD_HAS_DIGIT = 4,
	CLAIR_WORD_FIRST = 8,        /* of its sentence */
	CLAIR_WORD_ADDRESS = 16,     /* part of a URL or e-mail address */
	CLAIR_WORD_NUMBER = 32,      /* digits only, with French separators */
	CLAIR_WORD_IN_LINK = 64,
	CLAIR_WORD_ELIDED = 128,     /* l’, d’, qu’… */
	CLAIR_WORD_CLITIC = 256,     /* after a verb: vous in avez-vous */
	CLAIR_WORD_CODE = 512,       /* in code, kbd, samp, var: not to be judged as French */
	CLAIR_WORD_OTHER_LANGUAGE = 1024, /* in an inline element with a lang that is not French */
};
/* Words (letters or digits; elided articles are words of their own: l’ / accord, and so are pronouns
 * after a verb: avez / vous; peut-être, aujourd’hui, agent·e·s are one). With a sentence:
 * its words; previous NULL gives the first. */
const struct clair_word *clair_word_next(struct clair_ctx *ctx,
    const struct clair_sentence *sentence, const struct clair_word *previous);
const struct clair_word *clair_block_word_next(
    struct clair_ctx *ctx, const struct clair_block *block, const struct clair_word *previous);
/* The word at this byte of clair_block_text is not to be judged as French: code, sample, another
 * language. */
bool clair_block_is_sample(struct clair_ctx *ctx, const struct clair_block *block, size_t at);
const char *clair_word_text(struct clair_ctx *ctx, const struct clair_word *word);  /* as written */
/* Lower case, NFC, straight apostrophe: as the keys of lists are. */
const char *clair_word_lower(struct clair_ctx *ctx, const struct clair_word *word);
/* From the first letter of one to the last of another, spaces squeezed. */
const char *clair_words_text(
    struct clair_ctx *ctx, const struct clair_word *first, const struct clair_word *last);
unsigned clair_word_flags(const struct clair_word *word);
uint32_t clair_word_syllables(struct clair_ctx *ctx, const struct clair_word *word);
/* Words of French: the list of frequencies, then Hunspell. Lower-case form. */
bool clair_word_is_known(struct clair_ctx *ctx, const char *lower);
/* Rank in the list of frequencies from 1, or 0 when it is not there. */
uint32_t clair_word_rank(struct clair_ctx *ctx, const char *lower);

/* The longest entry of an expression list (dictionaries/fr/LIST.tsv, keys of one or several words)
 * that starts at this word and stays in its sentence. Gives the last word, or NULL. `value` gets the
 * second column. */
const struct clair_word *clair_expression(struct clair_ctx *ctx, const char *list,
    const struct clair_sentence *sentence, const struct clair_word *first, const char **value);

/* Expressions of such a list in the main content in French (prose, headings, words of forms), each
 * once, where it stands first; how many times it stands there. */
struct clair_hard_word {
	const struct clair_block *block;
	const struct clair_word *first, *last;
	const char *plain; /* the second column */
	uint32_t count;
};
size_t clair_hard_word_count(struct clair_ctx *ctx, const char *list);
const struct clair_hard_word *clair_hard_word(
    struct clair_ctx *ctx, const char *list, size_t index);

/* Acronyms of the main content in French, each once, where it stands first. */
struct clair_acronym {
	const struct clair_block *block;
	const struct clair_word *word;
	const char *text;
	const char *long_form; /* of the list of acronyms, or NULL */
	bool expanded;         /* by <abbr title>, brackets, or its long form on the page */
	bool common;           /* known to all: SMS, PDF… (list sigles-connus) */
};
size_t clair_acronym_count(struct clair_ctx *ctx);
const struct clair_acronym *clair_acronym(struct clair_ctx *ctx, size_t index);

/* Something to read from end to end: not a list of names, of figures or of links. */
bool clair_sentence_is_prose(struct clair_ctx *ctx, const struct clair_sentence *sentence);

/* Figures of the main content in French: sentences of prose, headings left out. */
struct clair_readability {
	uint32_t words;
	uint32_t sentences;
	uint32_t syllables;
	double words_per_sentence;
	double syllables_per_word;
	double kandel_moles;      /* 207 − 1.015 × words/sentence − 73.6 × syllables/word */
};
const struct clair_readability *clair_readability(struct clair_ctx *ctx);
/* Of these sentences, those of more than `words` words. */
uint32_t clair_sentences_over(struct clair_ctx *ctx, double words);

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

/* --- The site (site rules only) --------------------------------------------------------------- */

size_t clair_site_page_count(struct clair_ctx *ctx); /* pages judged */
const struct clair_page_summary *clair_site_page(struct clair_ctx *ctx, size_t index);

const char *clair_summary_url(const struct clair_page_summary *page);
const char *clair_summary_title(const struct clair_page_summary *page);
const char *clair_summary_lang(const struct clair_page_summary *page);
int clair_summary_depth(const struct clair_page_summary *page); /* clicks; -1: unknown */
bool clair_summary_is_home(const struct clair_page_summary *page);
/* Hash of the ordered entries of the main menu; 0 when there is none. */
uint64_t clair_summary_menu(const struct clair_page_summary *page);
/* Both main menus have the same entries, in any order. */
bool clair_summary_same_entries(
    const struct clair_page_summary *one, const struct clair_page_summary *other);
enum clair_summary_flag {
	CLAIR_SUMMARY_SEARCH = 1,            /* a search form */
	CLAIR_SUMMARY_SITE_MAP_LINK = 2,     /* a link to a site map */
	CLAIR_SUMMARY_ACCESSIBILITY_LINK = 4,/* a link to the accessibility page */
	CLAIR_SUMMARY_ACCESSIBILITY_MENTION = 8, /* "Accessibilité : partiellement conforme" … */
	CLAIR_SUMMARY_IS_STATEMENT = 16,     /* is the statement of accessibility */
	CLAIR_SUMMARY_CONTACT_LINK = 32,
	CLAIR_SUMMARY_PHONE = 64,            /* a French telephone number on the page */
	CLAIR_SUMMARY_SKIP_LINK = 128,
	CLAIR_SUMMARY_BREADCRUMB = 256,
	CLAIR_SUMMARY_LEGAL_LINK = 512,
	CLAIR_SUMMARY_FALC_LINK = 1024,      /* a link to an easy-to-read version */
	CLAIR_SUMMARY_HELP_LINK = 2048,      /* help, frequent questions */
	CLAIR_SUMMARY_IS_SITE_MAP = 4096,
	CLAIR_SUMMARY_SCRIPTS = 8192,        /* has scripts, that may add what is not found */
};
unsigned clair_summary_flags(const struct clair_page_summary *page);

/* What the pages of a site repeat around their content, to be found again at the same place. */
enum clair_repeated {
	CLAIR_REPEATED_SKIP_LINK,
	CLAIR_REPEATED_SEARCH,
	CLAIR_REPEATED_SITE_MAP,
	CLAIR_REPEATED_ACCESSIBILITY,
	CLAIR_REPEATED_LEGAL,
	CLAIR_REPEATED_CONTACT, /* a link to write, or to the page that says how */
	CLAIR_REPEATED_PHONE,   /* a link that calls */
	CLAIR_REPEATED_HELP,
	CLAIR_REPEATED_MENU,    /* the main menu */
	CLAIR_REPEATED_MAIN,    /* the main landmark */
	CLAIR_REPEATED_COUNT,
};
struct clair_spot {
	uint32_t at;      /* order in the source of the first one; 0: none */
	uint16_t regions; /* that have one: 1 << enum clair_region. The main content does not count */
	bool alone;       /* there is one only */
};
const struct clair_spot *clair_summary_spot(
    const struct clair_page_summary *page, enum clair_repeated what);

/* The skip link: where it leads, and who sees it. */
enum clair_sight { CLAIR_SIGHT_UNKNOWN, CLAIR_SIGHT_ALWAYS, CLAIR_SIGHT_FOCUSED, CLAIR_SIGHT_NEVER };
struct clair_skip {
	uint32_t target; /* hash of the id, the same for all that lead to the main landmark; 0: no link */
	enum clair_sight sight;
};
const struct clair_skip *clair_summary_skip(const struct clair_page_summary *page);
/* The label of a field that several pages have, where the page has one such field; text is NULL without. */
enum clair_shared_field {
	CLAIR_FIELD_SEARCH,     /* of the site: outside the main content */
	CLAIR_FIELD_NEWSLETTER, /* an address, alone in its form */
	CLAIR_FIELD_PASSWORD,   /* of somebody who is known already */
	CLAIR_SHARED_FIELD_COUNT,
};
struct clair_shared_label {
	const char *text;
	uint32_t hash; /* of the words: case and punctuation at the end do not count */
};
const struct clair_shared_label *clair_summary_label(
    const struct clair_page_summary *page, enum clair_shared_field field);
/* Links out of the page, absolute. */
size_t clair_summary_link_count(const struct clair_page_summary *page);
const char *clair_summary_link(const struct clair_page_summary *page, size_t index);
/* The parts of the page that hold the link: for the home page and a site map; 0 for other pages. */
enum clair_link_part { CLAIR_LINK_IN_MENU = 1 /* the main one */, CLAIR_LINK_IN_CONTENT = 2 };
unsigned clair_summary_link_parts(const struct clair_page_summary *page, size_t index);
/* How many of the pages judged stand in the main menu of the home page and not in the content of the site
 * map; the first of them. */
size_t clair_site_left_out(struct clair_ctx *ctx, const struct clair_page_summary *home,
    const struct clair_page_summary *map, const struct clair_page_summary **first);
/* The HTTP status, 400 or more, by which the server refused this address; 0: it did not, or was not asked. */
int clair_site_refusal(struct clair_ctx *ctx, const char *url);
/* The summary of an address, or NULL when that page was not judged. */
const struct clair_page_summary *clair_site_find(struct clair_ctx *ctx, const char *url);
/* The first page of the site with the same title as this one: itself when there is none before. */
const struct clair_page_summary *clair_site_first_titled(
    struct clair_ctx *ctx, const struct clair_page_summary *page);

#endif
