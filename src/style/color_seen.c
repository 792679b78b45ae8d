/* Colours one over another, and how well they are told apart: WCAG 2.2. */
#include "style/color.h"
#include "style/color_space.h"

#include <math.h>
#include <stdio.h>

struct clair_color
clair_color_over(struct clair_color over, struct clair_color under)
{
	float rest = under.alpha * (1 - over.alpha);
	float alpha = over.alpha + rest;

	if (alpha <= 0)
		return over;
	return (struct clair_color){(over.red * over.alpha + under.red * rest) / alpha,
	    (over.green * over.alpha + under.green * rest) / alpha,
	    (over.blue * over.alpha + under.blue * rest) / alpha, alpha};
}

static double
linear(float channel)
{
	return channel <= 0.04045F ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4);
}

double
clair_color_luminance(struct clair_color color)
{
	return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

double
clair_color_contrast(struct clair_color one, struct clair_color other)
{
	double first = clair_color_luminance(one) + 0.05;
	double second = clair_color_luminance(other) + 0.05;

	return first > second ? first / second : second / first;
}

static int
byte_of(float channel)
{
	return (int)lroundf(fmaxf(0, fminf(channel, 1)) * 255);
}

/* 0.5, without the point that the locale of the program may have instead. */
enum { SHARE_LENGTH = 8 };

static void
write_share(int thousandths, char text[SHARE_LENGTH])
{
	size_t length;

	if (thousandths == 0) {
		text[0] = '0';
		text[1] = '\0';
		return;
	}
	length = (size_t)snprintf(text, SHARE_LENGTH, "0.%03d", thousandths % 1000);
	while (text[length - 1] == '0')
		text[--length] = '\0';
}

void
clair_color_write(struct clair_color color, char text[40])
{
	int red = byte_of(color.red);
	int green = byte_of(color.green);
	int blue = byte_of(color.blue);
	int alpha = byte_of(color.alpha);
	int thousandths = (int)lround(alpha / 2.55) * 10;
	char digits[SHARE_LENGTH];

	if (alpha == 255) {
		snprintf(text, 40, "#%02x%02x%02x", (unsigned)red, (unsigned)green, (unsigned)blue);
		return;
	}
	/* CSS Color 4, 15.1: two decimals, three when two do not lead back to the same byte. */
	if ((int)lround(thousandths * 0.255) != alpha)
		thousandths = (int)lround(alpha / 0.255);
	write_share(thousandths, digits);
	snprintf(text, 40, "rgba(%d, %d, %d, %s)", red, green, blue, digits);
}

/* --- The nearest colour that is told apart --------------------------------------------------------------- */

enum { LIGHTNESS_STEPS = 256, CHROMA_STEPS = 12 };

static bool
in_gamut(const struct clair_raw_color *srgb)
{
	for (int i = 0; i < 3; i++) {
		if (srgb->channels[i] < -0.0005 || srgb->channels[i] > 1.0005)
			return false;
	}
	return true;
}

static struct clair_color
rounded(const struct clair_raw_color *srgb)
{
	float parts[3];

	for (int i = 0; i < 3; i++)
		parts[i] = (float)(floor(fmax(0, fmin(srgb->channels[i], 1)) * 255 + 0.5) / 255);
	return (struct clair_color){parts[0], parts[1], parts[2], 1};
}

/* The most chroma that the gamut lets at this lightness, up to that of the colour. Linear light is enough
 * to know the gamut. */
static struct clair_color
at_lightness(struct clair_raw_color lch, double lightness)
{
	struct clair_raw_color srgb;
	double low = 0;
	double high = lch.channels[1];

	lch.channels[0] = lightness;
	srgb = clair_color_convert(lch, CLAIR_SPACE_SRGB_LINEAR);
	for (int i = 0; i < CHROMA_STEPS && !(i == 0 && in_gamut(&srgb)); i++) {
		lch.channels[1] = (low + high) / 2;
		srgb = clair_color_convert(lch, CLAIR_SPACE_SRGB_LINEAR);
		if (in_gamut(&srgb))
			low = lch.channels[1];
		else
			high = lch.channels[1];
	}
	srgb = clair_color_convert(lch, CLAIR_SPACE_SRGB);
	return rounded(&srgb);
}

static bool
told_apart(struct clair_color color, const struct clair_color *others, size_t count, double ratio)
{
	for (size_t i = 0; i < count; i++) {
		if (clair_color_contrast(color, others[i]) < ratio)
			return false;
	}
	return true;
}

bool
clair_color_nearest(struct clair_color color, const struct clair_color *others, size_t count,
    double ratio, struct clair_color *nearest)
{
	struct clair_raw_color lch = {
	    .space = CLAIR_SPACE_SRGB, .channels = {color.red, color.green, color.blue}, .alpha = 1};

	*nearest = rounded(&lch);
	if (told_apart(*nearest, others, count, ratio))
		return true;
	lch = clair_color_convert(lch, CLAIR_SPACE_OKLCH);
	for (int step = 1; step <= LIGHTNESS_STEPS; step++) {
		for (int way = -1; way <= 1; way += 2) {
			double lightness = lch.channels[0] + (double)(way * step) / LIGHTNESS_STEPS;

			if (lightness < -1.0 / LIGHTNESS_STEPS || lightness > 1 + 1.0 / LIGHTNESS_STEPS)
				continue;
			*nearest = at_lightness(lch, fmax(0, fmin(lightness, 1)));
			if (told_apart(*nearest, others, count, ratio))
				return true;
		}
	}
	return false;
}
