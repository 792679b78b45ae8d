/* Values as browsers write them: CSSOM 6.7.2, "serialize a CSS value". */
#include "style/write.h"

#include <math.h>
#include <string.h>

enum { LENGTH_LIMIT = 1 << 20, DIGITS = 6 };

/* The first digits of a number that is neither nil nor infinite, and the power of ten of the first.
 */
static int
digits_of(double number, char digits[DIGITS])
{
	int power = (int)floor(log10(number));
	double scaled = floor(number * pow(10, DIGITS - 1 - power) + .5);
	long whole;

	if (scaled < 1e5) /* log10 was rounded up */
		scaled = floor(number * pow(10, DIGITS - 1 - --power) + .5);
	if (scaled >= 1e6) {
		scaled /= 10;
		power++;
	}
	whole = (long)scaled;
	for (int i = DIGITS - 1; i >= 0; i--) {
		digits[i] = (char)('0' + whole % 10);
		whole /= 10;
	}
	return power;
}

/* Digits, with the point before digits[point]; zeros at its end are left out. */
static void
put_digits(struct clair_buf *buf, const char digits[DIGITS], int point)
{
	int last = DIGITS;

	while (last > 0 && last > point && digits[last - 1] == '0')
		last--;
	if (point <= 0)
		clair_buf_puts(buf, "0.");
	for (int i = point; i < 0; i++)
		clair_buf_putc(buf, '0');
	for (int i = 0; i < last; i++) {
		if (i == point && i != 0)
			clair_buf_putc(buf, '.');
		clair_buf_putc(buf, digits[i]);
	}
}

/* Most numbers are whole and short. */
static bool
put_whole(struct clair_buf *buf, double number)
{
	char digits[DIGITS];
	int at = DIGITS;
	int whole;

	if (!(number >= 0 && number < 1e6) || (double)(int)number != number)
		return false;
	for (whole = (int)number; whole != 0 || at == DIGITS; whole /= 10)
		digits[--at] = (char)('0' + whole % 10);
	return clair_buf_add(buf, digits + at, (size_t)(DIGITS - at));
}

void
clair_css_put_number(struct clair_buf *buf, double number)
{
	char digits[DIGITS];
	int power;

	if (put_whole(buf, number))
		return;
	if (!isfinite(number)) {
		clair_buf_putc(buf, '0');
		return;
	}
	if (number < 0)
		clair_buf_putc(buf, '-');
	power = digits_of(fabs(number), digits);
	if (power >= -4 && power < DIGITS) {
		put_digits(buf, digits, power + 1);
		return;
	}
	put_digits(buf, digits, 1);
	clair_buf_printf(buf, "e%c%02d", power < 0 ? '-' : '+', power < 0 ? -power : power);
}

static void
put_with_unit(struct clair_buf *buf, double number, const char *unit)
{
	clair_css_put_number(buf, number);
	clair_buf_puts(buf, unit);
}

static void
put_mix(struct clair_buf *buf, double px, double percent)
{
	clair_buf_puts(buf, "calc(");
	put_with_unit(buf, percent, px < 0 ? "% - " : "% + ");
	put_with_unit(buf, fabs(px), "px)");
}

void
clair_css_put_math(struct clair_buf *buf, const struct clair_css_math *math)
{
	static const char *const units[] = {
	    [CLAIR_MATH_NUMBER] = "",
	    [CLAIR_MATH_LENGTH] = "px",
	    [CLAIR_MATH_ANGLE] = "deg",
	    [CLAIR_MATH_TIME] = "s",
	};

	if (math->type == CLAIR_MATH_PERCENT)
		put_with_unit(buf, math->percent, "%");
	else if (math->mixed)
		put_mix(buf, math->value, math->percent);
	else
		put_with_unit(buf, math->value, units[math->type]);
}

/* --- Colours
 * --------------------------------------------------------------------------------------- */

static int
byte_of(float part)
{
	return (int)floorf(part * 255 + .5F);
}

/* CSS Color 4, 16.1: two decimals of alpha when they are enough to tell the byte, else three. */
static void
put_alpha(struct clair_buf *buf, float alpha)
{
	double two = floor((double)alpha * 100 + .5) / 100;
	double three = floor((double)alpha * 1000 + .5) / 1000;

	clair_css_put_number(buf, byte_of((float)two) == byte_of(alpha) ? two : three);
}

void
clair_css_put_color(struct clair_buf *buf, struct clair_color color)
{
	bool opaque = color.alpha >= 1;

	clair_buf_printf(buf, "%s(%d, %d, %d", opaque ? "rgb" : "rgba", byte_of(color.red),
	    byte_of(color.green), byte_of(color.blue));
	if (!opaque) {
		clair_buf_puts(buf, ", ");
		put_alpha(buf, color.alpha);
	}
	clair_buf_putc(buf, ')');
}

/* --- Values
 * ---------------------------------------------------------------------------------------- */

static void
put_length(struct clair_buf *buf, enum clair_property property, double px)
{
	if (property == CLAIR_CSS_LETTER_SPACING && px == 0)
		clair_buf_puts(buf, "normal");
	else
		put_with_unit(buf, px, "px");
}

const char *
clair_css_write(
    enum clair_property property, const struct clair_css_value *value, struct clair_arena *arena)
{
	struct clair_buf buf;
	const char *result;

	if (value->kind == CLAIR_VALUE_KEYWORD)
		return clair_keyword_name(value->keyword);
	if (value->kind == CLAIR_VALUE_CURRENT)
		return "currentcolor";
	if (value->kind == CLAIR_VALUE_TEXT)
		return value->text;
	clair_buf_init(&buf, LENGTH_LIMIT);
	switch (value->kind) {
	case CLAIR_VALUE_NUMBER:
		clair_css_put_number(&buf, value->number);
		break;
	case CLAIR_VALUE_LENGTH:
		put_length(&buf, property, value->number);
		break;
	case CLAIR_VALUE_PERCENT:
		put_with_unit(&buf, value->number, "%");
		break;
	case CLAIR_VALUE_CALC:
		put_mix(&buf, value->mix.px, value->mix.percent);
		break;
	case CLAIR_VALUE_COLOR:
		clair_css_put_color(&buf, value->color);
		break;
	case CLAIR_VALUE_TIME:
		put_with_unit(&buf, value->number, "s");
		break;
	default: /* not known */
		break;
	}
	result = clair_strndup(arena, buf.bytes, buf.length);
	clair_buf_free(&buf);
	return result;
}
