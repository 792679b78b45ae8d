/* Colours written in a style attribute, and their contrast. */
#include "rules/common/colour.h"
#include "rules/common/text.h"

#include <math.h>
#include <string.h>

static const struct {
	const char *name;
	struct rule_colour colour;
} names[] = {
    {"aqua", {0, 255, 255}}, {"black", {0, 0, 0}}, {"blue", {0, 0, 255}},
    {"cyan", {0, 255, 255}}, {"darkgray", {169, 169, 169}}, {"darkgrey", {169, 169, 169}},
    {"fuchsia", {255, 0, 255}}, {"gray", {128, 128, 128}}, {"green", {0, 128, 0}},
    {"grey", {128, 128, 128}}, {"lightgray", {211, 211, 211}}, {"lightgrey", {211, 211, 211}},
    {"lime", {0, 255, 0}}, {"magenta", {255, 0, 255}}, {"maroon", {128, 0, 0}},
    {"navy", {0, 0, 128}}, {"olive", {128, 128, 0}}, {"orange", {255, 165, 0}},
    {"pink", {255, 192, 203}}, {"purple", {128, 0, 128}}, {"red", {255, 0, 0}},
    {"silver", {192, 192, 192}}, {"teal", {0, 128, 128}}, {"white", {255, 255, 255}},
    {"yellow", {255, 255, 0}},
};

static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

static bool
parse_hex(const char *text, struct rule_colour *colour)
{
	size_t length = strlen(text);
	size_t step = length == 6 ? 2 : 1;
	unsigned char parts[3];

	if (length != 3 && length != 6)
		return false;
	for (size_t i = 0; i < 3; i++) {
		int high = hex_digit(text[i * step]);
		int low = hex_digit(text[i * step + step - 1]);

		if (high < 0 || low < 0)
			return false;
		parts[i] = (unsigned char)(high * 16 + low);
	}
	*colour = (struct rule_colour){parts[0], parts[1], parts[2]};
	return true;
}

static bool
parse_rgb(const char *text, struct rule_colour *colour)
{
	unsigned parts[3];

	for (size_t i = 0; i < 3; i++) {
		text += strspn(text, " \t,");
		if (*text < '0' || *text > '9')
			return false;
		for (parts[i] = 0; *text >= '0' && *text <= '9' && parts[i] < 1000; text++)
			parts[i] = parts[i] * 10 + (unsigned)(*text - '0');
		if (parts[i] > 255 || *text == '.' || *text == '%')
			return false;
	}
	text += strspn(text, " \t");
	*colour = (struct rule_colour){
	    (unsigned char)parts[0], (unsigned char)parts[1], (unsigned char)parts[2]};
	return *text == ')' && text[1] == '\0';
}

/* An opaque colour: #rgb, #rrggbb, rgb(r, g, b) or a usual name. False for anything else. */
static bool
parse_colour(const char *text, struct rule_colour *colour)
{
	if (text[0] == '#')
		return parse_hex(text + 1, colour);
	if (rule_starts_with(text, "rgb("))
		return parse_rgb(text + 4, colour);
	for (size_t i = 0; i < CLAIR_LEN(names); i++) {
		if (rule_same(text, names[i].name)) {
			*colour = names[i].colour;
			return true;
		}
	}
	return false;
}

bool
rule_inline_colours(struct clair_ctx *ctx, const struct clair_node *node,
    struct rule_colour *text, struct rule_colour *back)
{
	const char *colour = clair_inline_style(ctx, node, "color");
	const char *background = clair_inline_style(ctx, node, "background-color");

	if (clair_inline_style(ctx, node, "background-image") != NULL ||
	    clair_inline_style(ctx, node, "opacity") != NULL ||
	    clair_inline_style(ctx, node, "text-shadow") != NULL)
		return false;
	if (background == NULL)
		background = clair_inline_style(ctx, node, "background");
	return colour != NULL && background != NULL && parse_colour(colour, text) &&
	    parse_colour(background, back);
}

static double
channel(unsigned char value)
{
	double share = value / 255.0;

	return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

static double
luminance(struct rule_colour colour)
{
	return 0.2126 * channel(colour.red) + 0.7152 * channel(colour.green) +
	    0.0722 * channel(colour.blue);
}

double
rule_contrast(struct rule_colour a, struct rule_colour b)
{
	double one = luminance(a) + 0.05;
	double two = luminance(b) + 0.05;

	return one > two ? one / two : two / one;
}
