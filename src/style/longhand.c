/*
 * The values of longhands, by table: keywords, numbers, colours; what is more than one component is read
 * by a function. Each is what browsers of the Chromium family take.
 */
#include "style/longhand.h"

/* How the numbers of a property may be written, besides enum clair_css_accepts. */
enum {
	POSITIVE = CLAIR_TAKES_POSITIVE,
	COLOR = 1 << 8,
	UNITLESS = 1 << 9, /* Quirks Mode 3.1 and 3.2 */
	SIZED = 1 << 10,   /* calc-size() and anchor-size() */
	PLACED = 1 << 11,  /* anchor() and anchor-size() */
	SPACED = 1 << 12,  /* anchor-size() */
	LENGTH = CLAIR_TAKES_LENGTH,
	LENGTH_PERCENT = CLAIR_TAKES_LENGTH_PERCENT,
};

struct grammar {
	const uint16_t *keywords; /* ended by 0 */
	unsigned accepts;
	bool (*read)(struct clair_css_reader *reader, struct clair_css_value *value);
};

#define KEYWORDS(...) (const uint16_t[]){__VA_ARGS__, 0}
#define KW(id) CLAIR_KW_##id

#define SIZES \
	KW(STRETCH), KW(FIT_CONTENT), KW(MAX_CONTENT), KW(MIN_CONTENT), KW(WEBKIT_FIT_CONTENT), \
	    KW(WEBKIT_MAX_CONTENT), KW(WEBKIT_MIN_CONTENT), KW(WEBKIT_FILL_AVAILABLE)
#define LINES \
	KW(NONE), KW(INSET), KW(RIDGE), KW(SOLID), KW(DASHED), KW(DOTTED), KW(DOUBLE), KW(GROOVE), \
	    KW(OUTSET)

static const uint16_t none[] = {KW(NONE), 0};
static const uint16_t automatic[] = {KW(AUTO), 0};
static const uint16_t normal[] = {KW(NORMAL), 0};
static const uint16_t overflows[] = {
    KW(AUTO), KW(CLIP), KW(HIDDEN), KW(SCROLL), KW(VISIBLE), KW(OVERLAY), 0};
static const uint16_t sizes[] = {KW(AUTO), SIZES, 0};
static const uint16_t max_sizes[] = {KW(NONE), SIZES, 0};
static const uint16_t border_styles[] = {LINES, KW(HIDDEN), 0};
static const uint16_t border_widths[] = {KW(THIN), KW(MEDIUM), KW(THICK), 0};

static const struct grammar grammars[CLAIR_PROPERTY_COUNT] = {
    [CLAIR_CSS_FONT_FAMILY] = {NULL, 0, clair_css_read_font_family},
    [CLAIR_CSS_FONT_SIZE] = {KEYWORDS(KW(MATH), KW(XX_SMALL), KW(X_SMALL), KW(SMALL), KW(MEDIUM),
				 KW(LARGE), KW(X_LARGE), KW(XX_LARGE), KW(XXX_LARGE),
				 KW(WEBKIT_XXX_LARGE), KW(LARGER), KW(SMALLER)),
	LENGTH_PERCENT | POSITIVE | UNITLESS, NULL},
    [CLAIR_CSS_COLOR] = {NULL, COLOR | UNITLESS, NULL},
    [CLAIR_CSS_FONT_WEIGHT] = {NULL, 0, clair_css_read_font_weight},
    [CLAIR_CSS_FONT_STYLE] = {NULL, 0, clair_css_read_font_style},
    [CLAIR_CSS_FONT_VARIANT_CAPS] = {KEYWORDS(KW(NORMAL), KW(UNICASE), KW(SMALL_CAPS),
					 KW(PETITE_CAPS), KW(TITLING_CAPS), KW(ALL_SMALL_CAPS),
					 KW(ALL_PETITE_CAPS)),
	0, NULL},
    [CLAIR_CSS_LINE_HEIGHT] = {normal, CLAIR_TAKES_NUMBER | LENGTH_PERCENT | POSITIVE, NULL},
    [CLAIR_CSS_LETTER_SPACING] = {normal, LENGTH_PERCENT | UNITLESS, NULL},
    [CLAIR_CSS_WORD_SPACING] = {normal, LENGTH_PERCENT | UNITLESS, NULL},
    [CLAIR_CSS_TEXT_ALIGN] = {KEYWORDS(KW(END), KW(LEFT), KW(RIGHT), KW(START), KW(CENTER),
				  KW(JUSTIFY), KW(WEBKIT_AUTO), KW(WEBKIT_LEFT), KW(WEBKIT_RIGHT),
				  KW(WEBKIT_CENTER), KW(WEBKIT_MATCH_PARENT)),
	0, NULL},
    [CLAIR_CSS_TEXT_TRANSFORM] = {KEYWORDS(KW(NONE), KW(LOWERCASE), KW(MATH_AUTO), KW(UPPERCASE),
				      KW(CAPITALIZE)),
	0, NULL},
    [CLAIR_CSS_TEXT_INDENT] = {NULL, LENGTH_PERCENT | UNITLESS, NULL},
    [CLAIR_CSS_TEXT_SHADOW] = {none, 0, clair_css_read_text_shadow},
    [CLAIR_CSS_WHITE_SPACE] = {KEYWORDS(KW(NORMAL), KW(PRE), KW(PRE_LINE), KW(PRE_WRAP),
				   KW(BREAK_SPACES)),
	0, clair_css_read_white_space},
    [CLAIR_CSS_HYPHENS] = {KEYWORDS(KW(AUTO), KW(NONE), KW(MANUAL)), 0, NULL},
    [CLAIR_CSS_VISIBILITY] = {KEYWORDS(KW(HIDDEN), KW(VISIBLE), KW(COLLAPSE)), 0, NULL},
    [CLAIR_CSS_POINTER_EVENTS] = {KEYWORDS(KW(ALL), KW(AUTO), KW(FILL), KW(NONE), KW(STROKE),
				      KW(PAINTED), KW(VISIBLE), KW(VISIBLEFILL), KW(BOUNDING_BOX),
				      KW(VISIBLESTROKE), KW(VISIBLEPAINTED)),
	0, NULL},
    [CLAIR_CSS_DIRECTION] = {KEYWORDS(KW(LTR), KW(RTL)), 0, NULL},
    [CLAIR_CSS_WRITING_MODE] = {KEYWORDS(KW(LR), KW(RL), KW(TB), KW(LR_TB), KW(RL_TB), KW(TB_RL),
				    KW(SIDEWAYS_LR), KW(SIDEWAYS_RL), KW(VERTICAL_LR),
				    KW(VERTICAL_RL), KW(HORIZONTAL_TB)),
	0, NULL},
    [CLAIR_CSS_LIST_STYLE_TYPE] = {NULL, 0, clair_css_read_list_style_type},
    [CLAIR_CSS_LIST_STYLE_IMAGE] = {none, 0, clair_css_read_image},
    [CLAIR_CSS_LIST_STYLE_POSITION] = {KEYWORDS(KW(INSIDE), KW(OUTSIDE)), 0, NULL},
    [CLAIR_CSS_QUOTES] = {KEYWORDS(KW(AUTO), KW(NONE)), 0, clair_css_read_quotes},
    [CLAIR_CSS_TEXT_FILL_COLOR] = {NULL, COLOR, NULL},
    [CLAIR_CSS_FILL] = {KEYWORDS(KW(NONE), KW(CONTEXT_FILL), KW(CONTEXT_STROKE)), 0,
	clair_css_read_paint},
    [CLAIR_CSS_DISPLAY] = {NULL, 0, clair_css_read_display},
    [CLAIR_CSS_POSITION] = {KEYWORDS(KW(FIXED), KW(STATIC), KW(STICKY), KW(ABSOLUTE), KW(RELATIVE)),
	0, NULL},
    [CLAIR_CSS_FLOAT] = {KEYWORDS(KW(LEFT), KW(NONE), KW(RIGHT), KW(INLINE_END), KW(INLINE_START)),
	0, NULL},
    [CLAIR_CSS_OPACITY] = {NULL, 0, clair_css_read_opacity},
    [CLAIR_CSS_CONTENT_VISIBILITY] = {KEYWORDS(KW(AUTO), KW(HIDDEN), KW(VISIBLE)), 0, NULL},
    [CLAIR_CSS_CLIP] = {automatic, UNITLESS, clair_css_read_clip},
    [CLAIR_CSS_CLIP_PATH] = {none, 0, clair_css_read_clip_path},
    [CLAIR_CSS_OVERFLOW_X] = {overflows, 0, NULL},
    [CLAIR_CSS_OVERFLOW_Y] = {overflows, 0, NULL},
    [CLAIR_CSS_WIDTH] = {sizes, LENGTH_PERCENT | POSITIVE | UNITLESS | SIZED, NULL},
    [CLAIR_CSS_HEIGHT] = {sizes, LENGTH_PERCENT | POSITIVE | UNITLESS | SIZED, NULL},
    [CLAIR_CSS_MIN_WIDTH] = {sizes, LENGTH_PERCENT | POSITIVE | UNITLESS | SIZED, NULL},
    [CLAIR_CSS_MIN_HEIGHT] = {sizes, LENGTH_PERCENT | POSITIVE | UNITLESS | SIZED, NULL},
    [CLAIR_CSS_MAX_WIDTH] = {max_sizes, LENGTH_PERCENT | POSITIVE | UNITLESS | SIZED, NULL},
    [CLAIR_CSS_MAX_HEIGHT] = {max_sizes, LENGTH_PERCENT | POSITIVE | UNITLESS | SIZED, NULL},
    [CLAIR_CSS_TOP] = {automatic, LENGTH_PERCENT | UNITLESS | PLACED, NULL},
    [CLAIR_CSS_RIGHT] = {automatic, LENGTH_PERCENT | UNITLESS | PLACED, NULL},
    [CLAIR_CSS_BOTTOM] = {automatic, LENGTH_PERCENT | UNITLESS | PLACED, NULL},
    [CLAIR_CSS_LEFT] = {automatic, LENGTH_PERCENT | UNITLESS | PLACED, NULL},
    [CLAIR_CSS_MARGIN_TOP] = {automatic, LENGTH_PERCENT | UNITLESS | SPACED, NULL},
    [CLAIR_CSS_MARGIN_RIGHT] = {automatic, LENGTH_PERCENT | UNITLESS | SPACED, NULL},
    [CLAIR_CSS_MARGIN_BOTTOM] = {automatic, LENGTH_PERCENT | UNITLESS | SPACED, NULL},
    [CLAIR_CSS_MARGIN_LEFT] = {automatic, LENGTH_PERCENT | UNITLESS | SPACED, NULL},
    [CLAIR_CSS_PADDING_TOP] = {NULL, LENGTH_PERCENT | POSITIVE | UNITLESS, NULL},
    [CLAIR_CSS_PADDING_RIGHT] = {NULL, LENGTH_PERCENT | POSITIVE | UNITLESS, NULL},
    [CLAIR_CSS_PADDING_BOTTOM] = {NULL, LENGTH_PERCENT | POSITIVE | UNITLESS, NULL},
    [CLAIR_CSS_PADDING_LEFT] = {NULL, LENGTH_PERCENT | POSITIVE | UNITLESS, NULL},
    [CLAIR_CSS_BORDER_TOP_STYLE] = {border_styles, 0, NULL},
    [CLAIR_CSS_BORDER_RIGHT_STYLE] = {border_styles, 0, NULL},
    [CLAIR_CSS_BORDER_BOTTOM_STYLE] = {border_styles, 0, NULL},
    [CLAIR_CSS_BORDER_LEFT_STYLE] = {border_styles, 0, NULL},
    [CLAIR_CSS_BORDER_TOP_WIDTH] = {border_widths, LENGTH | POSITIVE | UNITLESS, NULL},
    [CLAIR_CSS_BORDER_RIGHT_WIDTH] = {border_widths, LENGTH | POSITIVE | UNITLESS, NULL},
    [CLAIR_CSS_BORDER_BOTTOM_WIDTH] = {border_widths, LENGTH | POSITIVE | UNITLESS, NULL},
    [CLAIR_CSS_BORDER_LEFT_WIDTH] = {border_widths, LENGTH | POSITIVE | UNITLESS, NULL},
    [CLAIR_CSS_BORDER_TOP_COLOR] = {NULL, COLOR | UNITLESS, NULL},
    [CLAIR_CSS_BORDER_RIGHT_COLOR] = {NULL, COLOR | UNITLESS, NULL},
    [CLAIR_CSS_BORDER_BOTTOM_COLOR] = {NULL, COLOR | UNITLESS, NULL},
    [CLAIR_CSS_BORDER_LEFT_COLOR] = {NULL, COLOR | UNITLESS, NULL},
    [CLAIR_CSS_OUTLINE_STYLE] = {KEYWORDS(LINES, KW(AUTO)), 0, NULL},
    [CLAIR_CSS_OUTLINE_WIDTH] = {border_widths, LENGTH | POSITIVE, NULL},
    [CLAIR_CSS_OUTLINE_COLOR] = {NULL, COLOR, NULL},
    [CLAIR_CSS_BOX_SHADOW] = {none, 0, clair_css_read_box_shadow},
    [CLAIR_CSS_BACKGROUND_COLOR] = {NULL, COLOR | UNITLESS, NULL},
    [CLAIR_CSS_BACKGROUND_IMAGE] = {NULL, 0, clair_css_read_layers_image},
    [CLAIR_CSS_BACKGROUND_CLIP] = {NULL, 0, clair_css_read_layers_clip},
    [CLAIR_CSS_BACKGROUND_SIZE] = {NULL, 0, clair_css_read_layers_size},
    [CLAIR_CSS_BACKGROUND_POSITION] = {NULL, UNITLESS, clair_css_read_layers_position},
    [CLAIR_CSS_BACKGROUND_REPEAT] = {NULL, 0, clair_css_read_layers_repeat},
    [CLAIR_CSS_TEXT_DECORATION_LINE] = {KEYWORDS(KW(NONE), KW(GRAMMAR_ERROR), KW(SPELLING_ERROR)), 0,
	clair_css_read_decoration_line},
    [CLAIR_CSS_TEXT_DECORATION_STYLE] = {KEYWORDS(KW(WAVY), KW(SOLID), KW(DASHED), KW(DOTTED),
					     KW(DOUBLE)),
	0, NULL},
    [CLAIR_CSS_TEXT_DECORATION_COLOR] = {NULL, COLOR, NULL},
    [CLAIR_CSS_TEXT_DECORATION_THICKNESS] = {KEYWORDS(KW(AUTO), KW(FROM_FONT)), LENGTH_PERCENT,
	NULL},
    [CLAIR_CSS_VERTICAL_ALIGN] = {KEYWORDS(KW(SUB), KW(TOP), KW(SUPER), KW(BOTTOM), KW(MIDDLE),
				      KW(BASELINE), KW(TEXT_TOP), KW(TEXT_BOTTOM),
				      KW(WEBKIT_BASELINE_MIDDLE)),
	LENGTH_PERCENT | UNITLESS, NULL},
    [CLAIR_CSS_TEXT_OVERFLOW] = {KEYWORDS(KW(CLIP), KW(ELLIPSIS)), 0, NULL},
    [CLAIR_CSS_COLUMN_COUNT] = {automatic, 0, clair_css_read_column_count},
    [CLAIR_CSS_COLUMN_WIDTH] = {automatic, LENGTH | POSITIVE, NULL},
    [CLAIR_CSS_USER_SELECT] = {KEYWORDS(KW(ALL), KW(AUTO), KW(NONE), KW(TEXT)), 0, NULL},
    [CLAIR_CSS_ANIMATION_NAME] = {NULL, 0, clair_css_read_animation_names},
    [CLAIR_CSS_ANIMATION_DURATION] = {NULL, 0, clair_css_read_animation_durations},
    [CLAIR_CSS_ANIMATION_ITERATION_COUNT] = {NULL, 0, clair_css_read_animation_counts},
    [CLAIR_CSS_ORDER] = {NULL, CLAIR_TAKES_INTEGER, NULL},
    [CLAIR_CSS_FLEX_DIRECTION] = {KEYWORDS(KW(ROW), KW(COLUMN), KW(ROW_REVERSE),
				      KW(COLUMN_REVERSE)),
	0, NULL},
    [CLAIR_CSS_CONTENT] = {KEYWORDS(KW(NONE), KW(NORMAL)), 0, clair_css_read_content},
    [CLAIR_CSS_TRANSFORM] = {none, 0, clair_css_read_transform},
    [CLAIR_CSS_ROTATE] = {none, 0, clair_css_read_rotate},
    [CLAIR_CSS_SCALE] = {none, 0, clair_css_read_scale},
    [CLAIR_CSS_TRANSLATE] = {none, 0, clair_css_read_translate},
    [CLAIR_CSS_FILTER] = {none, 0, clair_css_read_filter},
    [CLAIR_CSS_MIX_BLEND_MODE] = {KEYWORDS(KW(HUE), KW(COLOR), KW(DARKEN), KW(NORMAL), KW(SCREEN),
				      KW(LIGHTEN), KW(OVERLAY), KW(MULTIPLY), KW(EXCLUSION),
				      KW(COLOR_BURN), KW(DIFFERENCE), KW(HARD_LIGHT), KW(LUMINOSITY),
				      KW(SATURATION), KW(SOFT_LIGHT), KW(COLOR_DODGE),
				      KW(PLUS_LIGHTER)),
	0, NULL},
    [CLAIR_CSS_MASK_IMAGE] = {NULL, 0, clair_css_read_layers_image},
    [CLAIR_CSS_Z_INDEX] = {automatic, CLAIR_TAKES_INTEGER, NULL},
    [CLAIR_CSS_BOX_SIZING] = {KEYWORDS(KW(BORDER_BOX), KW(CONTENT_BOX)), 0, NULL},
    [CLAIR_CSS_APPEARANCE] = {KEYWORDS(KW(AUTO), KW(NONE), KW(METER), KW(RADIO), KW(BUTTON),
				  KW(LISTBOX), KW(CHECKBOX), KW(MENULIST), KW(TEXTAREA),
				  KW(TEXTFIELD), KW(BASE_SELECT), KW(SEARCHFIELD),
				  KW(PROGRESS_BAR), KW(MENULIST_BUTTON), KW(SLIDER_VERTICAL)),
	0, NULL},
    [CLAIR_CSS_UNICODE_BIDI] = {KEYWORDS(KW(EMBED), KW(NORMAL), KW(ISOLATE), KW(PLAINTEXT),
				    KW(BIDI_OVERRIDE), KW(WEBKIT_ISOLATE), KW(ISOLATE_OVERRIDE),
				    KW(WEBKIT_PLAINTEXT), KW(WEBKIT_ISOLATE_OVERRIDE)),
	0, NULL},
};

/* Names that are read as another one. */
static const struct {
	uint8_t property; /* CLAIR_PROPERTY_COUNT: whichever */
	uint16_t from, to;
} synonyms[] = {
    {CLAIR_CSS_OVERFLOW_X, KW(OVERLAY), KW(AUTO)},
    {CLAIR_CSS_OVERFLOW_Y, KW(OVERLAY), KW(AUTO)},
    {CLAIR_PROPERTY_COUNT, KW(WEBKIT_FIT_CONTENT), KW(FIT_CONTENT)},
    {CLAIR_PROPERTY_COUNT, KW(WEBKIT_MAX_CONTENT), KW(MAX_CONTENT)},
    {CLAIR_PROPERTY_COUNT, KW(WEBKIT_MIN_CONTENT), KW(MIN_CONTENT)},
    {CLAIR_PROPERTY_COUNT, KW(WEBKIT_FILL_AVAILABLE), KW(STRETCH)},
    {CLAIR_PROPERTY_COUNT, KW(WEBKIT_XXX_LARGE), KW(XXX_LARGE)},
    {CLAIR_PROPERTY_COUNT, KW(WEBKIT_AUTO), KW(START)},
    {CLAIR_PROPERTY_COUNT, KW(WEBKIT_ISOLATE), KW(ISOLATE)},
    {CLAIR_PROPERTY_COUNT, KW(WEBKIT_PLAINTEXT), KW(PLAINTEXT)},
    {CLAIR_PROPERTY_COUNT, KW(WEBKIT_ISOLATE_OVERRIDE), KW(ISOLATE_OVERRIDE)},
    {CLAIR_CSS_WRITING_MODE, KW(LR), KW(HORIZONTAL_TB)},
    {CLAIR_CSS_WRITING_MODE, KW(RL), KW(HORIZONTAL_TB)},
    {CLAIR_CSS_WRITING_MODE, KW(LR_TB), KW(HORIZONTAL_TB)},
    {CLAIR_CSS_WRITING_MODE, KW(RL_TB), KW(HORIZONTAL_TB)},
    {CLAIR_CSS_WRITING_MODE, KW(TB), KW(VERTICAL_RL)},
    {CLAIR_CSS_WRITING_MODE, KW(TB_RL), KW(VERTICAL_RL)},
};

static enum clair_keyword
settled(enum clair_property property, enum clair_keyword keyword)
{
	size_t i;

	for (i = 0; i < CLAIR_LEN(synonyms); i++)
		if (synonyms[i].from == keyword &&
		    (synonyms[i].property == CLAIR_PROPERTY_COUNT || synonyms[i].property == property))
			return (enum clair_keyword)synonyms[i].to;
	return keyword;
}

static bool
depends_on_layout(const struct clair_css_reader *reader, unsigned accepts)
{
	return ((accepts & PLACED) != 0 && clair_css_at_function(reader, "anchor")) ||
	    ((accepts & (PLACED | SIZED | SPACED)) != 0 &&
	        clair_css_at_function(reader, "anchor-size")) ||
	    ((accepts & SIZED) != 0 && clair_css_at_function(reader, "calc-size"));
}

bool
clair_css_read_longhand(
    struct clair_css_reader *reader, enum clair_property property, struct clair_css_value *value)
{
	const struct grammar *grammar = &grammars[property];
	enum clair_keyword keyword = CLAIR_KW_NONE_GIVEN;

	reader->unitless = reader->quirks && (grammar->accepts & UNITLESS) != 0;
	if (grammar->keywords != NULL)
		keyword = clair_css_take_one(reader, grammar->keywords);
	if (keyword != CLAIR_KW_NONE_GIVEN) {
		*value = clair_css_keyword_value(settled(property, keyword));
		return true;
	}
	if ((grammar->accepts & COLOR) != 0)
		return clair_css_read_color(reader, value);
	if ((grammar->accepts & 0xFFu) != 0 &&
	    clair_css_read_number(reader, grammar->accepts & 0xFFu, value))
		return true;
	if (depends_on_layout(reader, grammar->accepts)) {
		clair_css_skip_block(reader);
		*value = (struct clair_css_value){.kind = CLAIR_VALUE_NOT_KNOWN};
		return true;
	}
	return grammar->read != NULL && grammar->read(reader, value);
}
