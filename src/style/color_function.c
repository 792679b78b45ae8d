/* Colours that are functions: CSS Color 4, sections 5 to 10, and Level 5, sections 3, 4 and 7. */
#include "style/color_read.h"
#include "style/math.h"

#include <math.h>

/* What the functions with channels have of their own. */
struct channel_function {
	const char *name;
	enum clair_color_space space;
	bool legacy; /* may be written with commas */
};

static const struct channel_function channel_functions[] = {
    {"rgb", CLAIR_SPACE_SRGB, true},
    {"rgba", CLAIR_SPACE_SRGB, true},
    {"hsl", CLAIR_SPACE_HSL, true},
    {"hsla", CLAIR_SPACE_HSL, true},
    {"hwb", CLAIR_SPACE_HWB, false},
    {"lab", CLAIR_SPACE_LAB, false},
    {"lch", CLAIR_SPACE_LCH, false},
    {"oklab", CLAIR_SPACE_OKLAB, false},
    {"oklch", CLAIR_SPACE_OKLCH, false},
};

static bool
at_delim(const struct clair_color_reader *reader, char delim)
{
	return reader->token.type == CLAIR_TOKEN_DELIM && reader->token.delim == delim;
}

static bool
at_comma(const struct clair_color_reader *reader)
{
	return reader->token.type == CLAIR_TOKEN_COMMA;
}

static bool
take_comma(struct clair_color_reader *reader)
{
	if (!at_comma(reader))
		return false;
	clair_color_step(reader);
	return true;
}

/* The end of the source closes what is open (CSS Syntax 5.4.9). */
static bool
take_close(struct clair_color_reader *reader)
{
	if (reader->token.type == CLAIR_TOKEN_EOF)
		return true;
	if (reader->token.type != CLAIR_TOKEN_CLOSE_ROUND)
		return false;
	clair_color_step(reader);
	return true;
}

static double
clamp(double value, double least, double most)
{
	return fmax(least, fmin(value, most));
}

/* rgb() counts to 255 where the space counts to 1. */
static double
scale_of(enum clair_color_space space)
{
	return space == CLAIR_SPACE_SRGB ? 255 : 1;
}

static bool
set_channel(struct clair_raw_color *color, int index, const struct clair_component *component,
    double scale)
{
	const struct clair_space_traits *traits = &clair_space_traits[color->space];
	double full = traits->full[index] * scale;

	switch (component->kind) {
	case CLAIR_COMPONENT_NONE:
		color->missing |= 1u << index;
		color->channels[index] = 0;
		return true;
	case CLAIR_COMPONENT_ANGLE:
		color->channels[index] = component->value;
		return index == traits->hue;
	case CLAIR_COMPONENT_PERCENT:
		color->channels[index] = component->value / 100 * full / scale;
		return index != traits->hue;
	default:
		color->channels[index] = component->value / scale;
		return true;
	}
}

static bool
set_alpha(struct clair_raw_color *color, const struct clair_component *component)
{
	if (component->kind == CLAIR_COMPONENT_ANGLE)
		return false;
	if (component->kind == CLAIR_COMPONENT_NONE)
		color->missing |= CLAIR_MISSING_ALPHA;
	color->alpha = clamp(
	    component->kind == CLAIR_COMPONENT_PERCENT ? component->value / 100 : component->value, 0, 1);
	return true;
}

/* "/ alpha)" or ")". */
static bool
read_alpha_and_close(struct clair_color_reader *reader, struct clair_raw_color *color)
{
	struct clair_component alpha;

	if (at_delim(reader, '/')) {
		clair_color_step(reader);
		if (!clair_color_read_component(reader, &alpha) || !set_alpha(color, &alpha))
			return false;
	}
	return take_close(reader);
}

/* Section 5.1 and 5.2: commas, no none, one kind of number in rgb(), percentages in hsl(). */
static bool
read_legacy_rest(struct clair_color_reader *reader, struct clair_raw_color *color,
    struct clair_component first)
{
	enum clair_component_kind kind = first.kind;
	struct clair_component next;

	if (color->space == CLAIR_SPACE_HSL)
		kind = CLAIR_COMPONENT_PERCENT;
	for (int i = 0; i < 3; i++) {
		next = first;
		if (i > 0 && (!take_comma(reader) || !clair_color_read_component(reader, &next) ||
		                 next.kind != kind))
			return false;
		if (!set_channel(color, i, &next, scale_of(color->space)))
			return false;
	}
	if (at_comma(reader)) {
		clair_color_step(reader);
		if (!clair_color_read_component(reader, &next) ||
		    next.kind == CLAIR_COMPONENT_NONE || !set_alpha(color, &next))
			return false;
	}
	return color->missing == 0 && take_close(reader);
}

/* Sections 7 to 9: what is outside is brought in when it is read. */
static void
clamp_channels(struct clair_raw_color *color)
{
	double *channels = color->channels;

	switch (color->space) {
	case CLAIR_SPACE_HSL:
	case CLAIR_SPACE_HWB:
		channels[1] = clamp(channels[1], 0, 100);
		channels[2] = clamp(channels[2], 0, 100);
		break;
	case CLAIR_SPACE_LAB:
	case CLAIR_SPACE_LCH:
	case CLAIR_SPACE_OKLAB:
	case CLAIR_SPACE_OKLCH:
		channels[0] = clamp(channels[0], 0, clair_space_traits[color->space].full[0]);
		if (clair_space_traits[color->space].hue == 2)
			channels[1] = fmax(channels[1], 0);
		break;
	default:
		break;
	}
}

/* rgb(), hsl() and hwb() give 8 bits a channel (section 15.1). */
static void
round_to_bytes(struct clair_raw_color *color)
{
	*color = clair_color_convert(*color, CLAIR_SPACE_SRGB);
	for (int i = 0; i < 3; i++)
		color->channels[i] = floor(clamp(color->channels[i], 0, 1) * 255 + 0.5) / 255;
}

/* "from <color>": gives the origin in the function's own space and units. */
static bool
read_origin(struct clair_color_reader *reader, struct clair_raw_color *origin)
{
	const struct clair_raw_color *outer = reader->from;
	bool read;

	clair_color_step(reader);
	reader->from = NULL;
	read = clair_color_read(reader, origin);
	reader->from = outer;
	return read;
}

static bool
at_from(const struct clair_color_reader *reader)
{
	return reader->token.type == CLAIR_TOKEN_IDENT && clair_css_is(&reader->token, "from");
}

static bool
read_modern_rest(struct clair_color_reader *reader, struct clair_raw_color *color,
    struct clair_component first, double scale)
{
	struct clair_component next = first;

	for (int i = 0; i < 3; i++) {
		if (i > 0 && !clair_color_read_component(reader, &next))
			return false;
		if (!set_channel(color, i, &next, scale))
			return false;
	}
	return read_alpha_and_close(reader, color);
}

/* CSS Color 5, 4: alpha is that of the origin unless it is given. */
static bool
read_relative(struct clair_color_reader *reader, enum clair_color_space space, double scale,
    struct clair_raw_color origin, struct clair_raw_color *color)
{
	const struct clair_raw_color *outer = reader->from;
	struct clair_component first;
	bool read;

	origin = clair_color_convert(origin, space);
	for (int i = 0; i < 3; i++)
		origin.channels[i] *= scale;
	color->alpha = origin.alpha;
	reader->from = &origin;
	read = clair_color_read_component(reader, &first) &&
	    read_modern_rest(reader, color, first, scale);
	reader->from = outer;
	return read;
}

static bool
read_channels(struct clair_color_reader *reader, const struct channel_function *function,
    struct clair_raw_color *color)
{
	struct clair_raw_color origin;
	struct clair_component first;
	double scale = scale_of(function->space);

	*color = (struct clair_raw_color){.space = function->space, .alpha = 1};
	if (at_from(reader)) {
		if (!read_origin(reader, &origin) ||
		    !read_relative(reader, function->space, scale, origin, color))
			return false;
		clamp_channels(color);
		return true;
	}
	if (!clair_color_read_component(reader, &first))
		return false;
	if (function->legacy && at_comma(reader)) {
		if (!read_legacy_rest(reader, color, first))
			return false;
	} else if (!read_modern_rest(reader, color, first, scale)) {
		return false;
	}
	clamp_channels(color);
	if (color->space <= CLAIR_SPACE_SRGB || color->space >= CLAIR_SPACE_HSL)
		round_to_bytes(color);
	return true;
}

static enum clair_color_space
read_space(struct clair_color_reader *reader)
{
	char name[24];
	const struct clair_css_token *token = &reader->token;
	enum clair_color_space space;

	if (token->type != CLAIR_TOKEN_IDENT || token->text_length >= sizeof(name))
		return CLAIR_SPACE_COUNT;
	for (uint32_t i = 0; i < token->text_length; i++) {
		char c = token->text[i];

		name[i] = c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
	}
	space = clair_space_of(name, token->text_length);
	if (space != CLAIR_SPACE_COUNT)
		clair_color_step(reader);
	return space;
}

/* Section 10: color(space …). */
static bool
read_color(struct clair_color_reader *reader, struct clair_raw_color *color)
{
	struct clair_raw_color origin;
	struct clair_component first;
	bool relative = at_from(reader);
	enum clair_color_space space;

	if (relative && !read_origin(reader, &origin))
		return false;
	space = read_space(reader);
	if (space > CLAIR_SPACE_XYZ_D65)
		return false;
	*color = (struct clair_raw_color){.space = space, .alpha = 1};
	if (relative)
		return read_relative(reader, space, 1, origin, color);
	return clair_color_read_component(reader, &first) &&
	    read_modern_rest(reader, color, first, 1);
}

/* --- color-mix() ---------------------------------------------------------------------------------------- */

static bool
read_hue_way(struct clair_color_reader *reader, enum clair_hue_way *way)
{
	static const char *const names[] = {"shorter", "longer", "increasing", "decreasing"};

	*way = CLAIR_HUE_SHORTER;
	if (reader->token.type != CLAIR_TOKEN_IDENT)
		return true;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (!clair_css_is(&reader->token, names[i]))
			continue;
		*way = (enum clair_hue_way)i;
		clair_color_step(reader);
		if (reader->token.type != CLAIR_TOKEN_IDENT || !clair_css_is(&reader->token, "hue"))
			return false;
		clair_color_step(reader);
		return true;
	}
	return false;
}

/* A percentage when there is one: *share stays as it is when not. */
static bool
read_share(struct clair_color_reader *reader, double *share)
{
	struct clair_component component;

	if (reader->token.type != CLAIR_TOKEN_PERCENTAGE && reader->token.type != CLAIR_TOKEN_FUNCTION)
		return true;
	if (!clair_color_read_component(reader, &component) ||
	    component.kind != CLAIR_COMPONENT_PERCENT)
		return false;
	*share = component.value;
	return *share >= 0 && *share <= 100;
}

/* The percentage may stand before its colour or after. */
static bool
read_part(struct clair_color_reader *reader, struct clair_raw_color *color, double *share)
{
	bool before = reader->token.type == CLAIR_TOKEN_PERCENTAGE ||
	    (reader->token.type == CLAIR_TOKEN_FUNCTION && clair_css_math_named(&reader->token));

	*share = NAN;
	if (before && !read_share(reader, share))
		return false;
	return clair_color_read(reader, color) && (before || read_share(reader, share));
}

/* CSS Color 5, 3.2: gives the share of the second colour from 0 to 1, and what alpha is multiplied by. */
static double
second_share(double first, double second, double *opacity)
{
	*opacity = 1;
	if (isnan(first) && isnan(second))
		return 0.5;
	if (isnan(first))
		return second / 100;
	if (isnan(second))
		return 1 - first / 100;
	*opacity = fmin(1, (first + second) / 100);
	return first + second > 0 ? second / (first + second) : 0.5;
}

static bool
read_mix(struct clair_color_reader *reader, struct clair_raw_color *color)
{
	struct clair_raw_color parts[2];
	double shares[2];
	double opacity;
	enum clair_color_space space = CLAIR_SPACE_OKLAB;
	enum clair_hue_way way = CLAIR_HUE_SHORTER;

	if (reader->token.type == CLAIR_TOKEN_IDENT && clair_css_is(&reader->token, "in")) {
		clair_color_step(reader);
		space = read_space(reader);
		if (space == CLAIR_SPACE_COUNT || !read_hue_way(reader, &way) || !take_comma(reader))
			return false;
		if (way != CLAIR_HUE_SHORTER && clair_space_traits[space].hue < 0)
			return false;
	}
	if (!read_part(reader, &parts[0], &shares[0]) || !take_comma(reader) ||
	    !read_part(reader, &parts[1], &shares[1]) || !take_close(reader))
		return false;
	*color = clair_color_mix(
	    parts[0], parts[1], space, way, second_share(shares[0], shares[1], &opacity));
	color->alpha *= opacity;
	return true;
}

/* --- Others ---------------------------------------------------------------------------------------------- */

/* CSS Color 5, 7: both are read, the light one is taken. */
static bool
read_light_dark(struct clair_color_reader *reader, struct clair_raw_color *color)
{
	struct clair_raw_color dark;

	return clair_color_read(reader, color) && take_comma(reader) &&
	    clair_color_read(reader, &dark) && take_close(reader);
}

static bool
read_by_name(struct clair_color_reader *reader, const struct clair_css_token *name,
    struct clair_raw_color *color)
{
	for (size_t i = 0; i < sizeof(channel_functions) / sizeof(channel_functions[0]); i++) {
		if (clair_css_is(name, channel_functions[i].name))
			return read_channels(reader, &channel_functions[i], color);
	}
	if (clair_css_is(name, "color"))
		return read_color(reader, color);
	if (clair_css_is(name, "color-mix"))
		return read_mix(reader, color);
	return clair_css_is(name, "light-dark") && read_light_dark(reader, color);
}

bool
clair_color_read_function(struct clair_color_reader *reader, struct clair_raw_color *color)
{
	struct clair_css_token name = reader->token;
	bool read;

	if (reader->depth >= CLAIR_COLOR_DEPTH)
		return false;
	reader->depth++;
	clair_color_step(reader);
	read = read_by_name(reader, &name, color);
	reader->depth--;
	return read;
}
