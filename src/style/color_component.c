/* One number of a colour: CSS Values 4, section 10, for what colours need. */
#include "style/color_read.h"

#include <math.h>
#include <string.h>

static bool read_sum(struct clair_color_reader *reader, struct clair_component *out);

/* CSS Values 4, 7.1. */
static bool
read_angle(const struct clair_css_token *token, struct clair_component *out)
{
	static const struct {
		const char *unit;
		double degrees;
	} units[] = {{"deg", 1}, {"grad", 0.9}, {"turn", 360}, {"rad", 180 / 3.14159265358979323846}};

	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		if (!clair_css_is(token, units[i].unit))
			continue;
		*out = (struct clair_component){
		    CLAIR_COMPONENT_ANGLE, token->number * units[i].degrees};
		return true;
	}
	return false;
}

/* CSS Color 5, 4.1: the channels of the origin by their letters, alpha by its name. */
static bool
read_channel(const struct clair_color_reader *reader, struct clair_component *out)
{
	const struct clair_css_token *token = &reader->token;
	const char *letters;

	if (reader->from == NULL)
		return false;
	out->kind = CLAIR_COMPONENT_NUMBER;
	if (clair_css_is(token, "alpha")) {
		out->value = reader->from->alpha;
		return true;
	}
	letters = clair_space_traits[reader->from->space].channels;
	for (int i = 0; i < 3; i++) {
		if (!clair_css_is(token, (char[]){letters[i], '\0'}))
			continue;
		out->value = reader->from->channels[i];
		return true;
	}
	return false;
}

static bool
read_constant(const struct clair_css_token *token, struct clair_component *out)
{
	static const struct {
		const char *name;
		double value;
	} constants[] = {{"pi", 3.14159265358979323846}, {"e", 2.71828182845904523536},
	    {"infinity", INFINITY}, {"-infinity", -INFINITY}, {"nan", NAN}};

	for (size_t i = 0; i < sizeof(constants) / sizeof(constants[0]); i++) {
		if (!clair_css_is(token, constants[i].name))
			continue;
		*out = (struct clair_component){CLAIR_COMPONENT_NUMBER, constants[i].value};
		return true;
	}
	return false;
}

/* The arguments are of one kind; none is infinite in number: each is folded in as it is read. */
static bool
read_extreme(struct clair_color_reader *reader, bool most, struct clair_component *out)
{
	struct clair_component next;

	if (!read_sum(reader, out))
		return false;
	while (reader->token.type == CLAIR_TOKEN_COMMA) {
		clair_color_step(reader);
		if (!read_sum(reader, &next) || next.kind != out->kind)
			return false;
		out->value = most ? fmax(out->value, next.value) : fmin(out->value, next.value);
	}
	return true;
}

static bool
read_clamp(struct clair_color_reader *reader, struct clair_component *out)
{
	struct clair_component parts[3];

	for (int i = 0; i < 3; i++) {
		if (i > 0 && reader->token.type != CLAIR_TOKEN_COMMA)
			return false;
		if (i > 0)
			clair_color_step(reader);
		if (!read_sum(reader, &parts[i]) || parts[i].kind != parts[0].kind)
			return false;
	}
	*out = parts[0];
	out->value = fmax(parts[0].value, fmin(parts[1].value, parts[2].value));
	return true;
}

static bool
read_math(struct clair_color_reader *reader, struct clair_component *out)
{
	struct clair_css_token name = reader->token;
	bool read = false;

	if (reader->depth >= CLAIR_COLOR_DEPTH)
		return false;
	reader->depth++;
	clair_color_step(reader);
	if (name.type == CLAIR_TOKEN_OPEN_ROUND || clair_css_is(&name, "calc") ||
	    clair_css_is(&name, "-webkit-calc") || clair_css_is(&name, "abs"))
		read = read_sum(reader, out);
	else if (clair_css_is(&name, "min") || clair_css_is(&name, "max"))
		read = read_extreme(reader, clair_css_is(&name, "max"), out);
	else if (clair_css_is(&name, "clamp"))
		read = read_clamp(reader, out);
	reader->depth--;
	if (!read || (reader->token.type != CLAIR_TOKEN_CLOSE_ROUND &&
	                 reader->token.type != CLAIR_TOKEN_EOF))
		return false;
	if (name.type == CLAIR_TOKEN_FUNCTION && clair_css_is(&name, "abs"))
		out->value = fabs(out->value);
	clair_color_step(reader);
	return true;
}

static bool
read_value(struct clair_color_reader *reader, struct clair_component *out)
{
	const struct clair_css_token *token = &reader->token;

	switch (token->type) {
	case CLAIR_TOKEN_NUMBER:
		*out = (struct clair_component){CLAIR_COMPONENT_NUMBER, token->number};
		break;
	case CLAIR_TOKEN_PERCENTAGE:
		*out = (struct clair_component){CLAIR_COMPONENT_PERCENT, token->number};
		break;
	case CLAIR_TOKEN_DIMENSION:
		if (!read_angle(token, out))
			return false;
		break;
	case CLAIR_TOKEN_IDENT:
		if (!read_channel(reader, out) && !read_constant(token, out))
			return false;
		break;
	case CLAIR_TOKEN_FUNCTION:
	case CLAIR_TOKEN_OPEN_ROUND:
		return read_math(reader, out);
	default:
		return false;
	}
	clair_color_step(reader);
	return true;
}

static bool
at_sign(const struct clair_color_reader *reader, char one, char other)
{
	return reader->token.type == CLAIR_TOKEN_DELIM &&
	    (reader->token.delim == one || reader->token.delim == other);
}

static bool
read_product(struct clair_color_reader *reader, struct clair_component *out)
{
	struct clair_component next;

	if (!read_value(reader, out))
		return false;
	while (at_sign(reader, '*', '/')) {
		bool divided = reader->token.delim == '/';

		clair_color_step(reader);
		if (!read_value(reader, &next))
			return false;
		if (next.kind != CLAIR_COMPONENT_NUMBER && out->kind != CLAIR_COMPONENT_NUMBER)
			return false;
		if (divided && next.kind != CLAIR_COMPONENT_NUMBER)
			return false;
		if (next.kind != CLAIR_COMPONENT_NUMBER)
			out->kind = next.kind;
		out->value = divided ? out->value / next.value : out->value * next.value;
	}
	return true;
}

static bool
read_sum(struct clair_color_reader *reader, struct clair_component *out)
{
	struct clair_component next;

	if (!read_product(reader, out))
		return false;
	while (at_sign(reader, '+', '-')) {
		bool less = reader->token.delim == '-';

		clair_color_step(reader);
		if (!read_product(reader, &next) || next.kind != out->kind)
			return false;
		out->value += less ? -next.value : next.value;
	}
	return true;
}

/* CSS Values 4, 10.9: NaN becomes 0; what is infinite stays so, to be clamped. */
bool
clair_color_read_component(struct clair_color_reader *reader, struct clair_component *component)
{
	const struct clair_css_token *token = &reader->token;

	if (token->type == CLAIR_TOKEN_IDENT && clair_css_is(token, "none")) {
		*component = (struct clair_component){.kind = CLAIR_COMPONENT_NONE};
		clair_color_step(reader);
		return true;
	}
	/* Constants stand in calc() only, channels alone too. */
	if (token->type == CLAIR_TOKEN_OPEN_ROUND ||
	    (token->type == CLAIR_TOKEN_IDENT && !read_channel(reader, component)))
		return false;
	if (!read_value(reader, component))
		return false;
	if (isnan(component->value))
		component->value = 0;
	component->value = fmax(-1e9, fmin(component->value, 1e9));
	return true;
}
