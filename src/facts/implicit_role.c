/* Roles that elements have without a role attribute: HTML-AAM 1.0 and SVG-AAM 1.0. */
#include "facts/role.h"

#include "facts/ids.h"
#include "facts/token.h"

#define ROLE(tag, role) [CLAIR_TAG_##tag] = CLAIR_ROLE_##role

/* Tags whose role depends on nothing else. Those left out have no corresponding role. */
static const uint8_t plain_roles[CLAIR_TAG_COUNT] = {
	ROLE(ACRONYM, GENERIC), ROLE(ADDRESS, GROUP), ROLE(ARTICLE, ARTICLE), ROLE(B, GENERIC),
	ROLE(BDI, GENERIC), ROLE(BDO, GENERIC), ROLE(BIG, GENERIC), ROLE(BLINK, GENERIC),
	ROLE(BLOCKQUOTE, BLOCKQUOTE), ROLE(BODY, GENERIC), ROLE(BUTTON, BUTTON),
	ROLE(CAPTION, CAPTION), ROLE(CENTER, GENERIC), ROLE(CODE, CODE), ROLE(DATA, GENERIC),
	ROLE(DATALIST, LISTBOX), ROLE(DD, DEFINITION), ROLE(DEL, DELETION), ROLE(DETAILS, GROUP),
	ROLE(DFN, TERM), ROLE(DIALOG, DIALOG), ROLE(DIR, LIST), ROLE(DIV, GENERIC), ROLE(DT, TERM),
	ROLE(EM, EMPHASIS), ROLE(FIELDSET, GROUP), ROLE(FIGURE, FIGURE), ROLE(FONT, GENERIC),
	ROLE(H1, HEADING), ROLE(H2, HEADING), ROLE(H3, HEADING), ROLE(H4, HEADING),
	ROLE(H5, HEADING), ROLE(H6, HEADING), ROLE(HGROUP, GROUP), ROLE(HR, SEPARATOR),
	ROLE(HTML, DOCUMENT), ROLE(I, GENERIC), ROLE(INS, INSERTION), ROLE(MAIN, MAIN),
	ROLE(MATH, MATH), ROLE(MENU, LIST), ROLE(METER, METER), ROLE(NAV, NAVIGATION),
	ROLE(NOBR, GENERIC), ROLE(OL, LIST), ROLE(OPTGROUP, GROUP), ROLE(OPTION, OPTION),
	ROLE(OUTPUT, STATUS), ROLE(P, PARAGRAPH), ROLE(PRE, GENERIC), ROLE(PROGRESS, PROGRESSBAR),
	ROLE(Q, GENERIC), ROLE(S, DELETION), ROLE(SAMP, GENERIC), ROLE(SEARCH, SEARCH),
	ROLE(SMALL, GENERIC), ROLE(SPAN, GENERIC), ROLE(STRIKE, DELETION), ROLE(STRONG, STRONG),
	ROLE(SUB, SUBSCRIPT), ROLE(SUP, SUPERSCRIPT), ROLE(TABLE, TABLE), ROLE(TBODY, ROWGROUP),
	ROLE(TEXTAREA, TEXTBOX), ROLE(TFOOT, ROWGROUP), ROLE(THEAD, ROWGROUP), ROLE(TIME, TIME),
	ROLE(TT, GENERIC), ROLE(U, GENERIC), ROLE(UL, LIST),
};

bool
clair_named_by_author(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *references = clair_attr(node, CLAIR_ATTR_ARIA_LABELLEDBY);
	const char *token;
	size_t length;

	if (!clair_is_blank(clair_attr(node, CLAIR_ATTR_ARIA_LABEL)) ||
	    !clair_is_blank(clair_attr(node, CLAIR_ATTR_TITLE)))
		return true;
	while (references != NULL && (token = clair_token_next(&references, &length)) != NULL)
		if (clair_by_token(ctx, token, length) != NULL)
			return true;
	return false;
}

/* Sectioning content, and with `main` what header and footer are scoped by. */
static bool
is_sectioning(struct clair_ctx *ctx, const struct clair_node *node, bool with_main)
{
	switch (node->tag) {
	case CLAIR_TAG_ARTICLE:
	case CLAIR_TAG_ASIDE:
	case CLAIR_TAG_NAV:
	case CLAIR_TAG_SECTION:
		return true;
	case CLAIR_TAG_MAIN:
		return with_main;
	default:
		break;
	}
	if (!clair_has_attr(node, CLAIR_ATTR_ROLE))
		return false;
	switch (clair_role_of_tokens(ctx, node, true)) {
	case CLAIR_ROLE_ARTICLE:
	case CLAIR_ROLE_COMPLEMENTARY:
	case CLAIR_ROLE_NAVIGATION:
	case CLAIR_ROLE_REGION:
		return true;
	case CLAIR_ROLE_MAIN:
		return with_main;
	default:
		return false;
	}
}

static bool
is_in_section(struct clair_ctx *ctx, const struct clair_node *node, bool with_main)
{
	while ((node = clair_node_parent(node)) != NULL)
		if (is_sectioning(ctx, node, with_main))
			return true;
	return false;
}

static enum clair_role
input_role(struct clair_ctx *ctx, const struct clair_node *node)
{
	static const struct {
		const char *type;
		enum clair_role role;
	} types[] = {
		{"button", CLAIR_ROLE_BUTTON}, {"checkbox", CLAIR_ROLE_CHECKBOX},
		{"image", CLAIR_ROLE_BUTTON}, {"number", CLAIR_ROLE_SPINBUTTON},
		{"radio", CLAIR_ROLE_RADIO}, {"range", CLAIR_ROLE_SLIDER},
		{"reset", CLAIR_ROLE_BUTTON}, {"submit", CLAIR_ROLE_BUTTON},
		{"search", CLAIR_ROLE_SEARCHBOX}, {"color", CLAIR_ROLE_NO_ROLE},
		{"date", CLAIR_ROLE_NO_ROLE}, {"datetime-local", CLAIR_ROLE_NO_ROLE},
		{"file", CLAIR_ROLE_NO_ROLE}, {"hidden", CLAIR_ROLE_NO_ROLE},
		{"month", CLAIR_ROLE_NO_ROLE}, {"password", CLAIR_ROLE_NO_ROLE},
		{"time", CLAIR_ROLE_NO_ROLE}, {"week", CLAIR_ROLE_NO_ROLE},
	};
	const char *list = clair_attr(node, CLAIR_ATTR_LIST);
	const struct clair_node *datalist;
	enum clair_role role = CLAIR_ROLE_TEXTBOX; /* text, email, tel, url and what is unknown */
	size_t i;

	for (i = 0; i < CLAIR_LEN(types); i++)
		if (clair_attr_is(node, CLAIR_ATTR_TYPE, types[i].type))
			role = types[i].role;
	if (list == NULL || (role != CLAIR_ROLE_TEXTBOX && role != CLAIR_ROLE_SEARCHBOX))
		return role;
	datalist = clair_by_id(ctx, list);
	return datalist != NULL && datalist->tag == CLAIR_TAG_DATALIST ? CLAIR_ROLE_COMBOBOX : role;
}

static enum clair_role
select_role(const struct clair_node *node)
{
	const char *size = clair_attr(node, CLAIR_ATTR_SIZE);

	if (clair_has_attr(node, CLAIR_ATTR_MULTIPLE))
		return CLAIR_ROLE_LISTBOX;
	while (size != NULL && (clair_is_space(*size) || *size == '0' || *size == '+'))
		size++;
	if (size == NULL || !clair_is_digit(*size))
		return CLAIR_ROLE_COMBOBOX;
	return *size == '1' && !clair_is_digit(size[1]) ? CLAIR_ROLE_COMBOBOX : CLAIR_ROLE_LISTBOX;
}

/* The role of the table that an element of tables belongs to. */
static enum clair_role
table_role(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_node *table = clair_closest(node, CLAIR_TAG_TABLE);

	return table != NULL ? clair_role(ctx, table) : CLAIR_ROLE_NO_ROLE;
}

static enum clair_role
row_role(struct clair_ctx *ctx, const struct clair_node *node, enum clair_role row)
{
	switch (table_role(ctx, node)) {
	case CLAIR_ROLE_TABLE:
	case CLAIR_ROLE_GRID:
	case CLAIR_ROLE_TREEGRID:
	case CLAIR_ROLE_NONE: /* inherited by role.c, unless a conflict keeps the row */
		return row;
	default:
		return CLAIR_ROLE_GENERIC;
	}
}

static enum clair_role
cell_role(struct clair_ctx *ctx, const struct clair_node *node)
{
	switch (table_role(ctx, node)) {
	case CLAIR_ROLE_TABLE:
	case CLAIR_ROLE_NONE:
		return CLAIR_ROLE_CELL;
	case CLAIR_ROLE_GRID:
	case CLAIR_ROLE_TREEGRID:
		return CLAIR_ROLE_GRIDCELL;
	default:
		return CLAIR_ROLE_GENERIC;
	}
}

/* Without scope: heads its row when it comes first before a data cell (HTML 4.9.12.2, in short). */
static enum clair_role
header_cell_role(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_node *next;

	if (cell_role(ctx, node) == CLAIR_ROLE_GENERIC)
		return CLAIR_ROLE_GENERIC;
	if (clair_attr_is(node, CLAIR_ATTR_SCOPE, "row") ||
	    clair_attr_is(node, CLAIR_ATTR_SCOPE, "rowgroup"))
		return CLAIR_ROLE_ROWHEADER;
	if (clair_attr_is(node, CLAIR_ATTR_SCOPE, "col") ||
	    clair_attr_is(node, CLAIR_ATTR_SCOPE, "colgroup"))
		return CLAIR_ROLE_COLUMNHEADER;
	next = clair_next_sibling(node);
	return next != NULL && next->tag == CLAIR_TAG_TD ? CLAIR_ROLE_ROWHEADER
	                                                 : CLAIR_ROLE_COLUMNHEADER;
}

static enum clair_role
item_role(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_node *parent = clair_node_parent(node);
	enum clair_role role = parent != NULL ? clair_role(ctx, parent) : CLAIR_ROLE_NO_ROLE;

	if (role == CLAIR_ROLE_LIST || role == CLAIR_ROLE_DIRECTORY)
		return CLAIR_ROLE_LISTITEM;
	if (role != CLAIR_ROLE_NONE)
		return CLAIR_ROLE_GENERIC;
	return plain_roles[parent->tag] == CLAIR_ROLE_LIST ? CLAIR_ROLE_LISTITEM
	                                                   : CLAIR_ROLE_GENERIC;
}

static bool
has_svg_title(const struct clair_node *node)
{
	const struct clair_node *child = clair_first_child(node);

	while (child != NULL && child->tag != CLAIR_TAG_TITLE)
		child = clair_next_sibling(child);
	return child != NULL;
}

/* SVG-AAM 1.0: shapes and groups are there only when named. */
static enum clair_role
foreign_role(struct clair_ctx *ctx, const struct clair_node *node)
{
	static const char *const shapes[] = {
	    "circle", "ellipse", "line", "path", "polygon", "polyline", "rect"};
	size_t i;

	switch (node->tag) {
	case CLAIR_TAG_SVG:
		return CLAIR_ROLE_GRAPHICS_DOCUMENT;
	case CLAIR_TAG_MATH:
		return CLAIR_ROLE_MATH;
	case CLAIR_TAG_A:
		return clair_has_attr(node, CLAIR_ATTR_HREF) ||
		        clair_has_attr(node, CLAIR_ATTR_XLINK_HREF)
		    ? CLAIR_ROLE_LINK
		    : CLAIR_ROLE_GENERIC;
	case CLAIR_TAG_TITLE:
	case CLAIR_TAG_DESC:
		return CLAIR_ROLE_NO_ROLE;
	default:
		break;
	}
	if (!clair_named_by_author(ctx, node) && !has_svg_title(node))
		return CLAIR_ROLE_NO_ROLE;
	if (strcmp(node->name, "image") == 0)
		return CLAIR_ROLE_IMG;
	for (i = 0; i < CLAIR_LEN(shapes); i++)
		if (strcmp(node->name, shapes[i]) == 0)
			return CLAIR_ROLE_GRAPHICS_SYMBOL;
	return node->tag == CLAIR_TAG_USE ? CLAIR_ROLE_GRAPHICS_OBJECT : CLAIR_ROLE_GROUP;
}

enum clair_role
clair_role_by_tag(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *alt;

	if ((node->flags & CLAIR_NODE_FOREIGN) != 0)
		return foreign_role(ctx, node);
	switch (node->tag) {
	case CLAIR_TAG_OTHER: /* custom elements among them */
		return CLAIR_ROLE_GENERIC;
	case CLAIR_TAG_A:
	case CLAIR_TAG_AREA:
		return clair_has_attr(node, CLAIR_ATTR_HREF) ? CLAIR_ROLE_LINK : CLAIR_ROLE_GENERIC;
	case CLAIR_TAG_ASIDE:
		return is_in_section(ctx, node, false) && !clair_named_by_author(ctx, node)
		    ? CLAIR_ROLE_GENERIC
		    : CLAIR_ROLE_COMPLEMENTARY;
	case CLAIR_TAG_HEADER:
		return is_in_section(ctx, node, true) ? CLAIR_ROLE_GENERIC : CLAIR_ROLE_BANNER;
	case CLAIR_TAG_FOOTER:
		return is_in_section(ctx, node, true) ? CLAIR_ROLE_GENERIC : CLAIR_ROLE_CONTENTINFO;
	case CLAIR_TAG_SECTION:
		return clair_named_by_author(ctx, node) ? CLAIR_ROLE_REGION : CLAIR_ROLE_GENERIC;
	case CLAIR_TAG_FORM:
		return clair_named_by_author(ctx, node) ? CLAIR_ROLE_FORM : CLAIR_ROLE_GENERIC;
	case CLAIR_TAG_IMG:
		alt = clair_attr(node, CLAIR_ATTR_ALT);
		return alt != NULL && *alt == '\0' ? CLAIR_ROLE_NONE : CLAIR_ROLE_IMG;
	case CLAIR_TAG_INPUT:
		return input_role(ctx, node);
	case CLAIR_TAG_SELECT:
		return select_role(node);
	case CLAIR_TAG_LI:
		return item_role(ctx, node);
	case CLAIR_TAG_TBODY:
	case CLAIR_TAG_TFOOT:
	case CLAIR_TAG_THEAD:
		return row_role(ctx, node, CLAIR_ROLE_ROWGROUP);
	case CLAIR_TAG_TR:
		return row_role(ctx, node, CLAIR_ROLE_ROW);
	case CLAIR_TAG_TD:
		return cell_role(ctx, node);
	case CLAIR_TAG_TH:
		return header_cell_role(ctx, node);
	default:
		return plain_roles[node->tag];
	}
}
