/*
 * Attributes that act as declarations of specificity zero: presentational hints (HTML 15, "The CSS user
 * agent style sheet and presentational hints"; SVG 2, 6.6), and the style attribute. Attributes whose
 * values are few are rules of ua.css; here are those whose values have to be read.
 */
#include "style/cascade.h"

#include "clairlint/rule.h"
#include "style/reader.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum reader {
	READ_COLOR,     /* HTML 2.3.6, legacy colour values */
	READ_BORDER_COLOR,
	READ_LENGTH,    /* HTML 2.3.4.4, dimension values */
	READ_POSITIVE,  /* the same, not zero */
	READ_PIXELS,    /* HTML 2.3.4.2, non-negative integers */
	READ_BORDER,    /* the same; 1 when there is none */
	READ_FRAMED,    /* 1 when the number is not zero */
	READ_RULE_SIZE, /* <hr size> */
	READ_FACE,
	READ_FONT_SIZE, /* HTML 15.3.4, legacy font sizes */
	READ_IMAGE,
	READ_ALIGN,
	READ_LIST_TYPE, /* HTML 15.3.7: the case of a letter counts */
};

enum tags {
	ON_BODY, ON_FONT, ON_HR, ON_TABLE, ON_CELL, ON_CELL_OF_TABLE, ON_PART_OF_TABLE, ON_COLUMN, ON_ROW,
	ON_SIZED, ON_EMBEDDED, ON_IMAGE, ON_MARQUEE, ON_LIST, ON_ALIGNED,
};

/* A property, or four that follow one another. */
struct hint {
	const char *attribute;
	enum tags tags;
	enum reader reader;
	enum clair_property property;
	bool sides;
};

/* Sorted by attribute. */
static const struct hint hints[] = {
	{"align", ON_ALIGNED, READ_ALIGN, CLAIR_CSS_TEXT_ALIGN, false},
	{"background", ON_BODY, READ_IMAGE, CLAIR_CSS_BACKGROUND_IMAGE, false},
	{"background", ON_TABLE, READ_IMAGE, CLAIR_CSS_BACKGROUND_IMAGE, false},
	{"background", ON_PART_OF_TABLE, READ_IMAGE, CLAIR_CSS_BACKGROUND_IMAGE, false},
	{"bgcolor", ON_BODY, READ_COLOR, CLAIR_CSS_BACKGROUND_COLOR, false},
	{"bgcolor", ON_MARQUEE, READ_COLOR, CLAIR_CSS_BACKGROUND_COLOR, false},
	{"bgcolor", ON_PART_OF_TABLE, READ_COLOR, CLAIR_CSS_BACKGROUND_COLOR, false},
	{"bgcolor", ON_TABLE, READ_COLOR, CLAIR_CSS_BACKGROUND_COLOR, false},
	{"border", ON_CELL_OF_TABLE, READ_FRAMED, CLAIR_CSS_BORDER_TOP_WIDTH, true},
	{"border", ON_IMAGE, READ_PIXELS, CLAIR_CSS_BORDER_TOP_WIDTH, true},
	{"border", ON_TABLE, READ_BORDER, CLAIR_CSS_BORDER_TOP_WIDTH, true},
	{"bordercolor", ON_CELL_OF_TABLE, READ_BORDER_COLOR, CLAIR_CSS_BORDER_TOP_COLOR, true},
	{"bordercolor", ON_TABLE, READ_BORDER_COLOR, CLAIR_CSS_BORDER_TOP_COLOR, true},
	{"cellpadding", ON_CELL_OF_TABLE, READ_PIXELS, CLAIR_CSS_PADDING_TOP, true},
	{"color", ON_FONT, READ_COLOR, CLAIR_CSS_COLOR, false},
	{"color", ON_HR, READ_COLOR, CLAIR_CSS_BACKGROUND_COLOR, false},
	{"color", ON_HR, READ_COLOR, CLAIR_CSS_BORDER_TOP_COLOR, true},
	{"face", ON_FONT, READ_FACE, CLAIR_CSS_FONT_FAMILY, false},
	{"height", ON_CELL, READ_POSITIVE, CLAIR_CSS_HEIGHT, false},
	{"height", ON_MARQUEE, READ_LENGTH, CLAIR_CSS_HEIGHT, false},
	{"height", ON_ROW, READ_LENGTH, CLAIR_CSS_HEIGHT, false},
	{"height", ON_SIZED, READ_LENGTH, CLAIR_CSS_HEIGHT, false},
	{"height", ON_TABLE, READ_LENGTH, CLAIR_CSS_HEIGHT, false},
	{"hspace", ON_EMBEDDED, READ_LENGTH, CLAIR_CSS_MARGIN_LEFT, false},
	{"hspace", ON_EMBEDDED, READ_LENGTH, CLAIR_CSS_MARGIN_RIGHT, false},
	{"leftmargin", ON_BODY, READ_PIXELS, CLAIR_CSS_MARGIN_LEFT, false},
	{"leftmargin", ON_BODY, READ_PIXELS, CLAIR_CSS_MARGIN_RIGHT, false},
	{"marginheight", ON_BODY, READ_PIXELS, CLAIR_CSS_MARGIN_BOTTOM, false},
	{"marginheight", ON_BODY, READ_PIXELS, CLAIR_CSS_MARGIN_TOP, false},
	{"marginwidth", ON_BODY, READ_PIXELS, CLAIR_CSS_MARGIN_LEFT, false},
	{"marginwidth", ON_BODY, READ_PIXELS, CLAIR_CSS_MARGIN_RIGHT, false},
	{"size", ON_FONT, READ_FONT_SIZE, CLAIR_CSS_FONT_SIZE, false},
	{"size", ON_HR, READ_RULE_SIZE, CLAIR_CSS_HEIGHT, false},
	{"text", ON_BODY, READ_COLOR, CLAIR_CSS_COLOR, false},
	{"topmargin", ON_BODY, READ_PIXELS, CLAIR_CSS_MARGIN_BOTTOM, false},
	{"topmargin", ON_BODY, READ_PIXELS, CLAIR_CSS_MARGIN_TOP, false},
	{"type", ON_LIST, READ_LIST_TYPE, CLAIR_CSS_LIST_STYLE_TYPE, false},
	{"vspace", ON_EMBEDDED, READ_LENGTH, CLAIR_CSS_MARGIN_BOTTOM, false},
	{"vspace", ON_EMBEDDED, READ_LENGTH, CLAIR_CSS_MARGIN_TOP, false},
	{"width", ON_CELL, READ_POSITIVE, CLAIR_CSS_WIDTH, false},
	{"width", ON_COLUMN, READ_LENGTH, CLAIR_CSS_WIDTH, false},
	{"width", ON_HR, READ_LENGTH, CLAIR_CSS_WIDTH, false},
	{"width", ON_MARQUEE, READ_LENGTH, CLAIR_CSS_WIDTH, false},
	{"width", ON_SIZED, READ_LENGTH, CLAIR_CSS_WIDTH, false},
	{"width", ON_TABLE, READ_POSITIVE, CLAIR_CSS_WIDTH, false},
};

enum { HINT_COUNT = CLAIR_LEN(hints), LINK_HINT = HINT_COUNT, SVG_HINTS };

static bool
is_button_image(const struct clair_node *node)
{
	return node->tag == CLAIR_TAG_INPUT && clair_attr_is(node, CLAIR_ATTR_TYPE, "image");
}

/* Where align is text-align and nothing else; ua.css has the others. */
static bool
takes_align(enum clair_tag tag)
{
	switch (tag) {
	case CLAIR_TAG_DIV:
	case CLAIR_TAG_P:
	case CLAIR_TAG_TABLE:
	case CLAIR_TAG_CAPTION:
	case CLAIR_TAG_THEAD:
	case CLAIR_TAG_TBODY:
	case CLAIR_TAG_TFOOT:
	case CLAIR_TAG_TR:
	case CLAIR_TAG_TD:
	case CLAIR_TAG_TH:
	case CLAIR_TAG_HR:
	case CLAIR_TAG_IMG:
	case CLAIR_TAG_IFRAME:
	case CLAIR_TAG_EMBED:
	case CLAIR_TAG_OBJECT:
	case CLAIR_TAG_APPLET:
	case CLAIR_TAG_INPUT:
		return false;
	default:
		return true;
	}
}

static bool
is_on(enum tags tags, const struct clair_node *node)
{
	enum clair_tag tag = node->tag;

	switch (tags) {
	case ON_BODY:
		return tag == CLAIR_TAG_BODY;
	case ON_FONT:
		return tag == CLAIR_TAG_FONT;
	case ON_HR:
		return tag == CLAIR_TAG_HR;
	case ON_TABLE:
		return tag == CLAIR_TAG_TABLE;
	case ON_CELL:
	case ON_CELL_OF_TABLE:
		return tag == CLAIR_TAG_TD || tag == CLAIR_TAG_TH;
	case ON_PART_OF_TABLE:
		return tag == CLAIR_TAG_TD || tag == CLAIR_TAG_TH || tag == CLAIR_TAG_TR ||
		    tag == CLAIR_TAG_TBODY || tag == CLAIR_TAG_THEAD || tag == CLAIR_TAG_TFOOT;
	case ON_COLUMN:
		return tag == CLAIR_TAG_COL || tag == CLAIR_TAG_COLGROUP;
	case ON_ROW:
		return tag == CLAIR_TAG_TR || tag == CLAIR_TAG_TBODY || tag == CLAIR_TAG_THEAD ||
		    tag == CLAIR_TAG_TFOOT;
	case ON_SIZED:
		return tag == CLAIR_TAG_IMG || tag == CLAIR_TAG_IFRAME || tag == CLAIR_TAG_OBJECT ||
		    tag == CLAIR_TAG_EMBED || tag == CLAIR_TAG_VIDEO || is_button_image(node);
	case ON_EMBEDDED:
		return tag == CLAIR_TAG_IMG || tag == CLAIR_TAG_OBJECT || tag == CLAIR_TAG_EMBED ||
		    tag == CLAIR_TAG_IFRAME || tag == CLAIR_TAG_MARQUEE || is_button_image(node);
	case ON_IMAGE:
		return tag == CLAIR_TAG_IMG || tag == CLAIR_TAG_OBJECT || is_button_image(node);
	case ON_MARQUEE:
		return tag == CLAIR_TAG_MARQUEE;
	case ON_LIST:
		return tag == CLAIR_TAG_LI || tag == CLAIR_TAG_OL || tag == CLAIR_TAG_UL;
	case ON_ALIGNED:
		return takes_align(tag);
	}
	return false;
}

/* --- Reading values ------------------------------------------------------------------------------- */

struct reading {
	struct clair_arena *arena;
	struct clair_css_block *block;
	const struct hint *hint;
	const char *text;
	bool quirks;
};

static const char *
skip_space(const char *text)
{
	return text + strspn(text, " \t\n\f\r");
}

static bool
is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static void
declare(struct reading *reading, enum clair_property property, struct clair_css_value value)
{
	enum { ROOM = 8 };
	struct clair_css_block *block = reading->block;

	if (block->list == NULL) {
		block->list = clair_alloc_array(reading->arena, ROOM, sizeof(*block->list));
		block->room = ROOM;
	}
	if (block->list == NULL || block->count == block->room)
		return;
	block->list[block->count].property = (uint16_t)property;
	block->list[block->count++].value = value;
}

/* On the property of the hint, or the four that follow. */
static void
declare_sides(struct reading *reading, enum clair_property first, struct clair_css_value value)
{
	for (int side = 0; side < (reading->hint->sides ? 4 : 1); side++)
		declare(reading, first + (enum clair_property)side, value);
}

static struct clair_css_value
keyword(enum clair_keyword id)
{
	return (struct clair_css_value){.kind = CLAIR_VALUE_KEYWORD, .keyword = (uint16_t)id};
}

static struct clair_css_value
pixels(double number)
{
	return (struct clair_css_value){
	    .kind = CLAIR_VALUE_LENGTH, .unit = CLAIR_UNIT_PX, .number = (float)number};
}

/* Digits, with a fraction when one is allowed. Gives what is past them; NULL when there is none. */
static const char *
read_number(const char *text, bool fraction, double *number)
{
	double scale = 1;

	*number = 0;
	text = skip_space(text);
	text += *text == '+';
	if (!is_digit(*text))
		return NULL;
	for (; is_digit(*text); text++)
		*number = *number < 1e8 ? *number * 10 + (*text - '0') : *number;
	if (!fraction || *text != '.')
		return text;
	for (text++; is_digit(*text); text++) {
		scale /= 10;
		*number += (*text - '0') * scale;
	}
	return text;
}

static void
read_length(struct reading *reading)
{
	struct clair_css_value value;
	double number;
	const char *end = read_number(reading->text, true, &number);

	if (end == NULL || (number == 0 && reading->hint->reader == READ_POSITIVE))
		return;
	value = pixels(number);
	if (*end == '%')
		value.kind = CLAIR_VALUE_PERCENT;
	declare_sides(reading, reading->hint->property, value);
}

static void
read_pixels(struct reading *reading)
{
	double number;

	if (read_number(reading->text, false, &number) == NULL)
		return;
	declare_sides(reading, reading->hint->property, pixels(number));
	if (reading->hint->property == CLAIR_CSS_BORDER_TOP_WIDTH)
		declare_sides(reading, CLAIR_CSS_BORDER_TOP_STYLE, keyword(CLAIR_KW_SOLID));
}

static void
read_border(struct reading *reading)
{
	bool cell = reading->hint->reader == READ_FRAMED;
	double number;

	if (read_number(reading->text, false, &number) == NULL)
		number = 1;
	if (number == 0)
		return;
	declare_sides(reading, CLAIR_CSS_BORDER_TOP_WIDTH, pixels(cell ? 1 : number));
	declare_sides(reading, CLAIR_CSS_BORDER_TOP_STYLE,
	    keyword(cell ? CLAIR_KW_INSET : CLAIR_KW_OUTSET));
}

static void
read_color(struct reading *reading)
{
	struct clair_css_value value = {.kind = CLAIR_VALUE_COLOR};

	if (!clair_color_legacy(reading->text, &value.color))
		return;
	declare_sides(reading, reading->hint->property, value);
	if (reading->hint->reader == READ_BORDER_COLOR)
		declare_sides(reading, CLAIR_CSS_BORDER_TOP_STYLE, keyword(CLAIR_KW_SOLID));
}

/* HTML 15.3.4: from 1 to 7; a sign makes it relative to 3. */
static void
read_font_size(struct reading *reading)
{
	static const uint16_t sizes[] = {CLAIR_KW_X_SMALL, CLAIR_KW_SMALL, CLAIR_KW_MEDIUM,
	    CLAIR_KW_LARGE, CLAIR_KW_X_LARGE, CLAIR_KW_XX_LARGE, CLAIR_KW_XXX_LARGE};
	const char *text = skip_space(reading->text);
	char sign = *text == '+' || *text == '-' ? *text++ : '\0';
	double number;

	if (!is_digit(*text) || read_number(text, false, &number) == NULL)
		return;
	if (sign != '\0')
		number = sign == '+' ? 3 + number : 3 - number;
	if (number < 1)
		number = 1;
	if (number > 7)
		number = 7;
	declare(reading, CLAIR_CSS_FONT_SIZE, keyword(sizes[(int)number - 1]));
}

/* Of the size, two pixels are the borders; a size of one leaves the top one. */
static void
read_rule_size(struct reading *reading)
{
	double number;

	if (read_number(reading->text, false, &number) == NULL)
		return;
	if (number > 1)
		declare(reading, CLAIR_CSS_HEIGHT, pixels(number - 2));
	else
		declare(reading, CLAIR_CSS_BORDER_BOTTOM_WIDTH, pixels(0));
}

static void
read_css(struct reading *reading, const char *name, const char *text)
{
	struct clair_css_lexer lexer = {
	    .source = text, .end = (uint32_t)strlen(text), .arena = reading->arena};

	clair_css_declare(
	    reading->block, name, strlen(name), lexer, false, 0, reading->quirks);
}

static void
read_image(struct reading *reading)
{
	struct clair_css_writer writer = {.arena = reading->arena};

	if (*skip_space(reading->text) == '\0')
		return;
	clair_css_write_text(&writer, "url(");
	clair_css_write_string(&writer, reading->text, strlen(reading->text));
	clair_css_write_text(&writer, ")");
	declare(reading, CLAIR_CSS_BACKGROUND_IMAGE,
	    (struct clair_css_value){.kind = CLAIR_VALUE_TEXT, .text = clair_css_written(&writer)});
}

static void
read_align(struct reading *reading)
{
	bool middle = strcasecmp(reading->text, "middle") == 0;

	read_css(reading, "text-align", middle ? "center" : reading->text);
}

static void
read_list_type(struct reading *reading)
{
	static const struct {
		const char *type;
		const char *style;
	} types[] = {
		{"1", "decimal"}, {"a", "lower-alpha"}, {"A", "upper-alpha"}, {"i", "lower-roman"},
		{"I", "upper-roman"},
	};
	static const char *const words[] = {"none", "disc", "circle", "square"};

	for (size_t i = 0; i < CLAIR_LEN(types); i++) {
		if (strcmp(reading->text, types[i].type) == 0)
			read_css(reading, "list-style-type", types[i].style);
	}
	for (size_t i = 0; i < CLAIR_LEN(words); i++) {
		if (strcasecmp(reading->text, words[i]) == 0)
			read_css(reading, "list-style-type", words[i]);
	}
}

static void
read(struct reading *reading)
{
	switch (reading->hint->reader) {
	case READ_COLOR:
	case READ_BORDER_COLOR:
		read_color(reading);
		break;
	case READ_LENGTH:
	case READ_POSITIVE:
		read_length(reading);
		break;
	case READ_PIXELS:
		read_pixels(reading);
		break;
	case READ_BORDER:
	case READ_FRAMED:
		read_border(reading);
		break;
	case READ_RULE_SIZE:
		read_rule_size(reading);
		break;
	case READ_FACE:
		read_css(reading, "font-family", reading->text);
		break;
	case READ_FONT_SIZE:
		read_font_size(reading);
		break;
	case READ_IMAGE:
		read_image(reading);
		break;
	case READ_ALIGN:
		read_align(reading);
		break;
	case READ_LIST_TYPE:
		read_list_type(reading);
		break;
	}
}

/* --- Blocks, each made once ----------------------------------------------------------------------- */

/* The block of a text, new when `*made`. NULL when the arena fails. */
static struct clair_loose_block *
block_for(struct clair_cascade *cascade, struct clair_map *map, const char *text, size_t length,
    bool *made)
{
	void **slot = clair_map_at(map, text, length);
	struct clair_loose_block *loose;

	*made = false;
	if (slot == NULL || *slot != NULL)
		return slot == NULL ? NULL : *slot;
	loose = clair_alloc(cascade->arena, sizeof(*loose));
	if (loose == NULL)
		return NULL;
	*slot = loose;
	*made = true;
	loose->number = ++cascade->loose_count;
	return loose;
}

/* `weight` puts those of one origin in order. */
static void
add_loose(struct clair_cascade *cascade, const struct clair_loose_block *loose, uint64_t weight,
    uint32_t from)
{
	if (loose == NULL || loose->block.count == 0)
		return;
	clair_cascade_add(cascade, CLAIR_PSEUDO_NONE,
	    &(struct clair_matched){
	        .weight = weight,
	        .id = (uint64_t)from << 32 | loose->number,
	        .block = &loose->block,
	        .flags = loose->flags,
	    });
}

static void
add_hint(struct clair_cascade *cascade, const struct clair_loose_block *loose, size_t number)
{
	add_loose(cascade, loose, (uint64_t)CLAIR_LEVEL_HINT << 32 | number, CLAIR_FROM_HINT);
}

static const struct clair_loose_block *
hint_block(struct clair_cascade *cascade, size_t number, const char *value)
{
	bool made;
	struct clair_loose_block *loose =
	    block_for(cascade, &cascade->hints[number], value, strlen(value), &made);

	if (loose != NULL && made)
		read(&(struct reading){.arena = cascade->arena, .block = &loose->block,
		    .hint = &hints[number], .text = value});
	return loose;
}

/* --- Hints of an element -------------------------------------------------------------------------- */

static size_t
first_hint(const char *attribute)
{
	size_t low = 0;
	size_t high = HINT_COUNT;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(hints[middle].attribute, attribute) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void
add_html_hint(struct clair_cascade *cascade, const struct clair_node *node,
    const struct clair_attribute_value *attribute, bool of_table)
{
	size_t number = first_hint(attribute->name);

	for (; number < HINT_COUNT && strcmp(hints[number].attribute, attribute->name) == 0;
	     number++) {
		if ((hints[number].tags == ON_CELL_OF_TABLE) == of_table &&
		    is_on(hints[number].tags, node))
			add_hint(cascade, hint_block(cascade, number, attribute->value), number);
	}
}

/* border and cellpadding of a table concern its cells. */
static void
add_hints_of_table(struct clair_cascade *cascade, const struct clair_node *cell)
{
	enum { ROW, BODY, TABLE, LEVELS };
	const struct clair_node *table = cell;

	for (int i = 0; i < LEVELS && table != NULL; i++) {
		table = clair_node_parent(table);
		if (table != NULL && table->tag == CLAIR_TAG_TABLE)
			break;
	}
	if (table == NULL || table->tag != CLAIR_TAG_TABLE)
		return;
	for (uint16_t i = 0; i < table->attribute_count; i++)
		add_html_hint(cascade, cell, &table->attributes[i], true);
}

/* SVG 2, 6.6: the presentation attributes that set our properties, sorted. */
static const char *const presentation[] = {"clip-path", "color", "direction", "display", "fill", "filter",
	"font-family", "font-size", "font-style", "font-weight", "letter-spacing", "mask", "opacity", "overflow",
	"pointer-events", "text-decoration", "unicode-bidi", "visibility", "word-spacing", "writing-mode"};

enum { WIDTH_HINT = SVG_HINTS + CLAIR_LEN(presentation), HEIGHT_HINT, MAP_COUNT };

static int
compare_name(const void *name, const void *entry)
{
	return strcmp(name, *(const char *const *)entry);
}

/* SVG 2, 7.2: width and height are presentation attributes of these only. */
static bool
has_size(const struct clair_node *node)
{
	return node->tag == CLAIR_TAG_SVG || node->tag == CLAIR_TAG_IMAGE ||
	    strcmp(node->name, "rect") == 0 || strcmp(node->name, "foreignObject") == 0;
}

/* The place of its block in the hints; 0 when the attribute is not one. */
static size_t
presentation_hint(const struct clair_node *node, const char *name)
{
	const char *const *found = bsearch(
	    name, presentation, CLAIR_LEN(presentation), sizeof(*presentation), compare_name);

	if (found != NULL)
		return SVG_HINTS + (size_t)(found - presentation);
	if (strcmp(name, "width") == 0 && has_size(node))
		return WIDTH_HINT;
	return strcmp(name, "height") == 0 && has_size(node) ? HEIGHT_HINT : 0;
}

static void
add_svg_hint(struct clair_cascade *cascade, const struct clair_node *node,
    const struct clair_attribute_value *attribute)
{
	size_t number = presentation_hint(node, attribute->name);
	struct clair_loose_block *loose;
	bool made;

	if (number == 0 || node->tag == CLAIR_TAG_MATH)
		return;
	loose = block_for(cascade, &cascade->hints[number], attribute->value,
	    strlen(attribute->value), &made);
	/* Lengths need no unit there, as in quirks mode. */
	if (loose != NULL && made)
		read_css(&(struct reading){.arena = cascade->arena, .block = &loose->block, .quirks = true},
		    attribute->name, attribute->value);
	add_hint(cascade, loose, number);
}

/* <body link>: the colour of all links. */
static void
add_link_hint(struct clair_cascade *cascade, const struct clair_node *node)
{
	static const struct hint link = {"link", ON_BODY, READ_COLOR, CLAIR_CSS_COLOR, false};
	const struct clair_page *page = cascade->page;
	const char *value;
	struct clair_loose_block *loose;
	bool made;

	if (page->tag_count[CLAIR_TAG_BODY] == 0 || !clair_has_attr(node, CLAIR_ATTR_HREF))
		return;
	value = clair_attr(&page->nodes[page->by_tag[CLAIR_TAG_BODY][0]], CLAIR_ATTR_LINK);
	if (value == NULL)
		return;
	loose = block_for(cascade, &cascade->hints[LINK_HINT], value, strlen(value), &made);
	if (loose != NULL && made)
		read(&(struct reading){
		    .arena = cascade->arena, .block = &loose->block, .hint = &link, .text = value});
	add_hint(cascade, loose, LINK_HINT);
}

void
clair_cascade_add_hints(struct clair_cascade *cascade, const struct clair_node *node)
{
	bool is_foreign = (node->flags & CLAIR_NODE_FOREIGN) != 0;

	for (uint16_t i = 0; i < node->attribute_count; i++) {
		if (is_foreign)
			add_svg_hint(cascade, node, &node->attributes[i]);
		else
			add_html_hint(cascade, node, &node->attributes[i], false);
	}
	if (is_foreign)
		return;
	if (node->tag == CLAIR_TAG_TD || node->tag == CLAIR_TAG_TH)
		add_hints_of_table(cascade, node);
	if (node->tag == CLAIR_TAG_A)
		add_link_hint(cascade, node);
}

void
clair_cascade_add_attribute(struct clair_cascade *cascade, const struct clair_node *node)
{
	const char *text = clair_attr(node, CLAIR_ATTR_STYLE);
	struct clair_loose_block *loose;
	bool made;

	if (text == NULL)
		return;
	loose = block_for(cascade, &cascade->attributes, text, strlen(text), &made);
	if (loose != NULL && made) {
		clair_css_declare_all(&loose->block, text, strlen(text), cascade->page->quirks,
		    cascade->arena);
		loose->flags = clair_rule_flags(&loose->block);
	}
	add_loose(cascade, loose, (uint64_t)(cascade->top_level + 1) << 32, CLAIR_FROM_ATTRIBUTE);
}

bool
clair_cascade_init_hints(struct clair_cascade *cascade)
{
	clair_map_init(&cascade->attributes, cascade->arena);
	cascade->hints = clair_alloc_array(cascade->arena, MAP_COUNT, sizeof(*cascade->hints));
	if (cascade->hints == NULL)
		return false;
	for (int i = 0; i < MAP_COUNT; i++)
		clair_map_init(&cascade->hints[i], cascade->arena);
	return true;
}
