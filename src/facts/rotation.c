/* How far an element is turned: CSS Transforms 1 and 2, rotations in the plane of the screen only. */
#include "facts/style.h"

#include <math.h>
#include <string.h>

enum { NUMBERS = 16 };

#define CLAIR_PI 3.14159265358979323846

static double
degrees(const struct clair_css_token *token)
{
	if (token->type != CLAIR_TOKEN_DIMENSION)
		return token->number;
	if (clair_css_is(token, "rad"))
		return token->number * 180 / CLAIR_PI;
	if (clair_css_is(token, "turn"))
		return token->number * 360;
	return clair_css_is(token, "grad") ? token->number * 0.9 : token->number;
}

/* The numbers up to what closes the function, or to the end; at most `room`. */
static unsigned
read_numbers(struct clair_css_lexer *lexer, struct clair_css_token *list, unsigned room)
{
	struct clair_css_token token;
	unsigned count = 0;

	for (clair_css_next(lexer, &token);
	     token.type != CLAIR_TOKEN_EOF && token.type != CLAIR_TOKEN_CLOSE_ROUND;
	     clair_css_next(lexer, &token)) {
		if (count < room &&
		    (token.type == CLAIR_TOKEN_NUMBER || token.type == CLAIR_TOKEN_DIMENSION))
			list[count++] = token;
	}
	return count;
}

/* An axis through the screen turns in its plane; the others do not. */
static double
about_axis(const struct clair_css_token number[4])
{
	if (number[0].number < 0 || number[0].number > 0 || number[1].number < 0 || number[1].number > 0)
		return 0;
	return number[2].number < 0 ? -degrees(&number[3]) : degrees(&number[3]);
}

static double
turned_by(const struct clair_css_token *function, struct clair_css_lexer *lexer)
{
	struct clair_css_token number[NUMBERS];
	unsigned count = read_numbers(lexer, number, NUMBERS);

	if (count == 1 && (clair_css_is(function, "rotate") || clair_css_is(function, "rotatez")))
		return degrees(&number[0]);
	if (count == 4 && clair_css_is(function, "rotate3d"))
		return about_axis(number);
	if ((count == 6 && clair_css_is(function, "matrix")) ||
	    (count == 16 && clair_css_is(function, "matrix3d")))
		return atan2(number[1].number, number[0].number) * 180 / CLAIR_PI;
	return 0;
}

static double
of_transform(const char *text)
{
	struct clair_css_lexer lexer = {.source = text, .end = (uint32_t)strlen(text)};
	struct clair_css_token token;
	double sum = 0;

	for (clair_css_next(&lexer, &token); token.type != CLAIR_TOKEN_EOF;
	     clair_css_next(&lexer, &token)) {
		if (token.type == CLAIR_TOKEN_FUNCTION)
			sum += turned_by(&token, &lexer);
	}
	return sum;
}

/* `rotate`: an angle, alone or with an axis, by its name or its three numbers. */
static double
of_rotate(const char *text)
{
	struct clair_css_lexer lexer = {.source = text, .end = (uint32_t)strlen(text)};
	struct clair_css_token number[4];

	if (strpbrk(text, "xXyY") != NULL)
		return 0;
	switch (read_numbers(&lexer, number, 4)) {
	case 1:
		return degrees(&number[0]);
	case 4:
		return about_axis(number);
	default:
		return 0;
	}
}

double
clair_rotation_when(
    struct clair_ctx *ctx, const struct clair_node *node, enum clair_situation situation)
{
	const struct clair_style *style = clair_node_style_when(ctx, node, situation);
	const struct clair_css_value *transform;
	const struct clair_css_value *rotate;
	double angle = 0;

	if (style == NULL)
		return 0;
	transform = clair_style_value(style, CLAIR_CSS_TRANSFORM);
	rotate = clair_style_value(style, CLAIR_CSS_ROTATE);
	if (transform->kind == CLAIR_VALUE_TEXT)
		angle += of_transform(transform->text);
	if (rotate->kind == CLAIR_VALUE_TEXT)
		angle += of_rotate(rotate->text);
	angle = fmod(angle, 360);
	return angle < 0 ? angle + 360 : angle;
}
