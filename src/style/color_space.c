/* Between colour spaces: CSS Color 4, section 10 to 12 and 18. */
#include "style/color_space.h"

#include <math.h>
#include <string.h>

#define DEGREES (180 / 3.14159265358979323846)

const struct clair_space_traits clair_space_traits[CLAIR_SPACE_COUNT] = {
    [CLAIR_SPACE_SRGB] = {"srgb", "rgb", "rgb", {1, 1, 1}, -1},
    [CLAIR_SPACE_SRGB_LINEAR] = {"srgb-linear", "rgb", "rgb", {1, 1, 1}, -1},
    [CLAIR_SPACE_DISPLAY_P3] = {"display-p3", "rgb", "rgb", {1, 1, 1}, -1},
    [CLAIR_SPACE_DISPLAY_P3_LINEAR] = {"display-p3-linear", "rgb", "rgb", {1, 1, 1}, -1},
    [CLAIR_SPACE_A98_RGB] = {"a98-rgb", "rgb", "rgb", {1, 1, 1}, -1},
    [CLAIR_SPACE_PROPHOTO_RGB] = {"prophoto-rgb", "rgb", "rgb", {1, 1, 1}, -1},
    [CLAIR_SPACE_REC2020] = {"rec2020", "rgb", "rgb", {1, 1, 1}, -1},
    [CLAIR_SPACE_XYZ_D50] = {"xyz-d50", "xyz", "rgb", {1, 1, 1}, -1},
    [CLAIR_SPACE_XYZ_D65] = {"xyz-d65", "xyz", "rgb", {1, 1, 1}, -1},
    [CLAIR_SPACE_LAB] = {"lab", "lab", "lAB", {100, 125, 125}, -1},
    [CLAIR_SPACE_OKLAB] = {"oklab", "lab", "lAB", {1, 0.4, 0.4}, -1},
    [CLAIR_SPACE_LCH] = {"lch", "lch", "lsh", {100, 150, 0}, 2},
    [CLAIR_SPACE_OKLCH] = {"oklch", "lch", "lsh", {1, 0.4, 0}, 2},
    [CLAIR_SPACE_HSL] = {"hsl", "hsl", "hsl", {0, 100, 100}, 0},
    [CLAIR_SPACE_HWB] = {"hwb", "hwb", "hWK", {0, 100, 100}, 0},
};

struct matrix {
	double row[3][3];
};

/* To XYZ under the white of the space (D50 for ProPhoto, D65 for the others), and back. */
static const struct rgb_space {
	struct matrix to_xyz, from_xyz;
} rgb_spaces[] = {
    [CLAIR_SPACE_SRGB_LINEAR] = {
        {{{0.412390799266, 0.357584339384, 0.180480788402},
            {0.212639005872, 0.715168678768, 0.072192315361},
            {0.019330818716, 0.119194779795, 0.950532152250}}},
        {{{3.240969941905, -1.537383177570, -0.498610760293},
            {-0.969243636281, 1.875967501508, 0.041555057407},
            {0.055630079697, -0.203976958889, 1.056971514243}}}},
    [CLAIR_SPACE_DISPLAY_P3_LINEAR] = {
        {{{0.486570948648, 0.265667693169, 0.198217285234},
            {0.228974564070, 0.691738521837, 0.079286914094},
            {0.000000000000, 0.045113381859, 1.043944368901}}},
        {{{2.493496911941, -0.931383617919, -0.402710784451},
            {-0.829488969562, 1.762664060318, 0.023624685842},
            {0.035845830244, -0.076172389268, 0.956884524008}}}},
    [CLAIR_SPACE_A98_RGB] = {
        {{{0.576669042910, 0.185558237907, 0.188228646235},
            {0.297344975251, 0.627363566255, 0.075291458494},
            {0.027031361386, 0.070688852536, 0.991337536838}}},
        {{{2.041587903811, -0.565006974279, -0.344731350778},
            {-0.969243636281, 1.875967501508, 0.041555057407},
            {0.013444280632, -0.118362392231, 1.015174994391}}}},
    [CLAIR_SPACE_PROPHOTO_RGB] = {
        {{{0.797766644901, 0.135181297401, 0.031347734128},
            {0.288074828819, 0.711835234242, 0.000089936939},
            {0.000000000000, 0.000000000000, 0.825104602510}}},
        {{{1.345786881647, -0.255572087380, -0.051101864976},
            {-0.544630705125, 1.508247742845, 0.020527447436},
            {0.000000000000, 0.000000000000, 1.211967545639}}}},
    [CLAIR_SPACE_REC2020] = {
        {{{0.636958048301, 0.144616903586, 0.168880975164},
            {0.262700212011, 0.677998071519, 0.059301716470},
            {0.000000000000, 0.028072693049, 1.060985057711}}},
        {{{1.716651187971, -0.355670783776, -0.253366281374},
            {-0.666684351832, 1.616481236635, 0.015768545814},
            {0.017639857445, -0.042770613258, 0.942103121235}}}},
};

/* Bradford. */
static const struct matrix d65_to_d50 = {{{1.047929792545, 0.022946870602, -0.050192266289},
    {0.029627808770, 0.990434426754, -0.017073799063},
    {-0.009243040646, 0.015055191490, 0.751874281428}}};
static const struct matrix d50_to_d65 = {{{0.955473421488, -0.023098454949, 0.063259243201},
    {-0.028369709334, 1.009995398081, 0.021041441192},
    {0.012314014864, -0.020507649299, 1.330365926242}}};

static const struct matrix xyz_to_lms = {{{0.819022437997, 0.361906260053, -0.128873781521},
    {0.032983653932, 0.929286861586, 0.036144666351},
    {0.048177189360, 0.264239531753, 0.633547828469}}};
static const struct matrix lms_to_xyz = {{{1.226879875846, -0.557814994460, 0.281391045666},
    {-0.040575745215, 1.112286803280, -0.071711058066},
    {-0.076372936675, -0.421493332402, 1.586924019837}}};
static const struct matrix lms_to_oklab = {{{0.210454268309, 0.793617774702, -0.004072043012},
    {1.977998532431, -2.428592242049, 0.450593709617},
    {0.025904042466, 0.782771712458, -0.808675754923}}};
static const struct matrix oklab_to_lms = {{{1, 0.396337777376, 0.215803757310},
    {1, -0.105561345816, -0.063854172826}, {1, -0.089484177530, -1.291485548019}}};

static const double white_d50[3] = {0.9642956764295676, 1, 0.8251046025104602};

static void
apply(const struct matrix *matrix, double value[3])
{
	double from[3] = {value[0], value[1], value[2]};

	for (int i = 0; i < 3; i++)
		value[i] = matrix->row[i][0] * from[0] + matrix->row[i][1] * from[1] +
		    matrix->row[i][2] * from[2];
}

enum clair_color_space
clair_space_of(const char *name, size_t length)
{
	if (length == 3 && memcmp(name, "xyz", 3) == 0)
		return CLAIR_SPACE_XYZ_D65;
	for (int i = 0; i < CLAIR_SPACE_COUNT; i++) {
		const char *known = clair_space_traits[i].name;

		if (strlen(known) == length && memcmp(known, name, length) == 0)
			return (enum clair_color_space)i;
	}
	return CLAIR_SPACE_COUNT;
}

/* --- Transfer functions ---------------------------------------------------------------------------- */

#define REC2020_ALPHA 1.09929682680944
#define REC2020_BETA 0.018053968510807

static double
decode_channel(enum clair_color_space space, double value)
{
	double size = fabs(value);

	switch (space) {
	case CLAIR_SPACE_SRGB:
	case CLAIR_SPACE_DISPLAY_P3:
		size = size <= 0.04045 ? size / 12.92 : pow((size + 0.055) / 1.055, 2.4);
		break;
	case CLAIR_SPACE_A98_RGB:
		size = pow(size, 563.0 / 256);
		break;
	case CLAIR_SPACE_PROPHOTO_RGB:
		size = size <= 16.0 / 512 ? size / 16 : pow(size, 1.8);
		break;
	case CLAIR_SPACE_REC2020:
		size = size < REC2020_BETA * 4.5 ? size / 4.5
		                                 : pow((size + REC2020_ALPHA - 1) / REC2020_ALPHA, 1 / 0.45);
		break;
	default:
		break;
	}
	return copysign(size, value);
}

static double
encode_channel(enum clair_color_space space, double value)
{
	double size = fabs(value);

	switch (space) {
	case CLAIR_SPACE_SRGB:
	case CLAIR_SPACE_DISPLAY_P3:
		size = size <= 0.0031308 ? size * 12.92 : 1.055 * pow(size, 1 / 2.4) - 0.055;
		break;
	case CLAIR_SPACE_A98_RGB:
		size = pow(size, 256.0 / 563);
		break;
	case CLAIR_SPACE_PROPHOTO_RGB:
		size = size < 1.0 / 512 ? size * 16 : pow(size, 1 / 1.8);
		break;
	case CLAIR_SPACE_REC2020:
		size = size < REC2020_BETA ? size * 4.5 : REC2020_ALPHA * pow(size, 0.45) - (REC2020_ALPHA - 1);
		break;
	default:
		break;
	}
	return copysign(size, value);
}

static enum clair_color_space
linear_form(enum clair_color_space space)
{
	if (space == CLAIR_SPACE_SRGB)
		return CLAIR_SPACE_SRGB_LINEAR;
	return space == CLAIR_SPACE_DISPLAY_P3 ? CLAIR_SPACE_DISPLAY_P3_LINEAR : space;
}

static void
rgb_to_xyz(enum clair_color_space space, double value[3])
{
	for (int i = 0; i < 3; i++)
		value[i] = decode_channel(space, value[i]);
	apply(&rgb_spaces[linear_form(space)].to_xyz, value);
	if (space == CLAIR_SPACE_PROPHOTO_RGB)
		apply(&d50_to_d65, value);
}

static void
xyz_to_rgb(enum clair_color_space space, double value[3])
{
	if (space == CLAIR_SPACE_PROPHOTO_RGB)
		apply(&d65_to_d50, value);
	apply(&rgb_spaces[linear_form(space)].from_xyz, value);
	for (int i = 0; i < 3; i++)
		value[i] = encode_channel(space, value[i]);
}

/* --- Lab and Oklab ----------------------------------------------------------------------------------- */

#define LAB_KAPPA (24389.0 / 27)
#define LAB_EPSILON (216.0 / 24389)

static double
lab_decode(double f)
{
	double cube = f * f * f;

	return cube > LAB_EPSILON ? cube : (116 * f - 16) / LAB_KAPPA;
}

static double
lab_encode(double share)
{
	return share > LAB_EPSILON ? cbrt(share) : (LAB_KAPPA * share + 16) / 116;
}

static void
lab_to_xyz(double value[3])
{
	double f1 = (value[0] + 16) / 116;
	double f0 = value[1] / 500 + f1;
	double f2 = f1 - value[2] / 200;

	value[0] = lab_decode(f0) * white_d50[0];
	value[1] = lab_decode(f1) * white_d50[1];
	value[2] = lab_decode(f2) * white_d50[2];
	apply(&d50_to_d65, value);
}

static void
xyz_to_lab(double value[3])
{
	double f[3];

	apply(&d65_to_d50, value);
	for (int i = 0; i < 3; i++)
		f[i] = lab_encode(value[i] / white_d50[i]);
	value[0] = 116 * f[1] - 16;
	value[1] = 500 * (f[0] - f[1]);
	value[2] = 200 * (f[1] - f[2]);
}

static void
oklab_to_xyz(double value[3])
{
	apply(&oklab_to_lms, value);
	for (int i = 0; i < 3; i++)
		value[i] = value[i] * value[i] * value[i];
	apply(&lms_to_xyz, value);
}

static void
xyz_to_oklab(double value[3])
{
	apply(&xyz_to_lms, value);
	for (int i = 0; i < 3; i++)
		value[i] = cbrt(value[i]);
	apply(&lms_to_oklab, value);
}

static void
polar_to_plane(double value[3])
{
	double chroma = value[1];
	double hue = value[2] / DEGREES;

	value[1] = chroma * cos(hue);
	value[2] = chroma * sin(hue);
}

static double
turn(double degrees)
{
	double rest = fmod(degrees, 360);

	return rest < 0 ? rest + 360 : rest;
}

static void
plane_to_polar(double value[3])
{
	double a = value[1];
	double b = value[2];

	value[1] = hypot(a, b);
	value[2] = turn(atan2(b, a) * DEGREES);
}

/* --- HSL and HWB -------------------------------------------------------------------------------------- */

static void
hsl_to_srgb(double value[3])
{
	double hue = turn(value[0]);
	double saturation = value[1] / 100;
	double lightness = value[2] / 100;
	double reach = saturation * fmin(lightness, 1 - lightness);

	for (int i = 0; i < 3; i++) {
		double k = fmod((double[]){0, 8, 4}[i] + hue / 30, 12);

		value[i] = lightness - reach * fmax(-1, fmin(fmin(k - 3, 9 - k), 1));
	}
}

static double
hue_of(const double rgb[3], double most, double span)
{
	if (span == 0)
		return 0;
	if (most == rgb[0])
		return turn((rgb[1] - rgb[2]) / span * 60);
	if (most == rgb[1])
		return ((rgb[2] - rgb[0]) / span + 2) * 60;
	return ((rgb[0] - rgb[1]) / span + 4) * 60;
}

static void
srgb_to_hsl(double value[3])
{
	double most = fmax(fmax(value[0], value[1]), value[2]);
	double least = fmin(fmin(value[0], value[1]), value[2]);
	double span = most - least;
	double lightness = (most + least) / 2;
	double hue = hue_of(value, most, span);
	double saturation = 0;

	if (span != 0 && lightness != 0 && lightness != 1)
		saturation = (most - lightness) / fmin(lightness, 1 - lightness);
	/* Outside the gamut saturation may come out negative: the hue is then the opposite. */
	if (saturation < 0) {
		hue = turn(hue + 180);
		saturation = -saturation;
	}
	value[0] = hue;
	value[1] = saturation * 100;
	value[2] = lightness * 100;
}

static void
hwb_to_srgb(double value[3])
{
	double white = value[1] / 100;
	double black = value[2] / 100;

	if (white + black >= 1) {
		value[0] = value[1] = value[2] = white / (white + black);
		return;
	}
	value[1] = 100;
	value[2] = 50;
	hsl_to_srgb(value);
	for (int i = 0; i < 3; i++)
		value[i] = value[i] * (1 - white - black) + white;
}

static void
srgb_to_hwb(double value[3])
{
	double most = fmax(fmax(value[0], value[1]), value[2]);
	double least = fmin(fmin(value[0], value[1]), value[2]);
	double hue = hue_of(value, most, most - least);

	value[0] = hue;
	value[1] = least * 100;
	value[2] = (1 - most) * 100;
}

/* --- From one space to another ------------------------------------------------------------------------ */

/* The space that a polar one is a view of. */
static enum clair_color_space
plane_form(enum clair_color_space space)
{
	switch (space) {
	case CLAIR_SPACE_LCH:
		return CLAIR_SPACE_LAB;
	case CLAIR_SPACE_OKLCH:
		return CLAIR_SPACE_OKLAB;
	case CLAIR_SPACE_HSL:
	case CLAIR_SPACE_HWB:
		return CLAIR_SPACE_SRGB;
	default:
		return space;
	}
}

static void
to_plane(enum clair_color_space space, double value[3])
{
	if (space == CLAIR_SPACE_HSL)
		hsl_to_srgb(value);
	else if (space == CLAIR_SPACE_HWB)
		hwb_to_srgb(value);
	else if (space == CLAIR_SPACE_LCH || space == CLAIR_SPACE_OKLCH)
		polar_to_plane(value);
}

static void
from_plane(enum clair_color_space space, double value[3])
{
	if (space == CLAIR_SPACE_HSL)
		srgb_to_hsl(value);
	else if (space == CLAIR_SPACE_HWB)
		srgb_to_hwb(value);
	else if (space == CLAIR_SPACE_LCH || space == CLAIR_SPACE_OKLCH)
		plane_to_polar(value);
}

static void
to_xyz(enum clair_color_space space, double value[3])
{
	if (space <= CLAIR_SPACE_REC2020)
		rgb_to_xyz(space, value);
	else if (space == CLAIR_SPACE_XYZ_D50)
		apply(&d50_to_d65, value);
	else if (space == CLAIR_SPACE_LAB)
		lab_to_xyz(value);
	else if (space == CLAIR_SPACE_OKLAB)
		oklab_to_xyz(value);
}

static void
from_xyz(enum clair_color_space space, double value[3])
{
	if (space <= CLAIR_SPACE_REC2020)
		xyz_to_rgb(space, value);
	else if (space == CLAIR_SPACE_XYZ_D50)
		apply(&d65_to_d50, value);
	else if (space == CLAIR_SPACE_LAB)
		xyz_to_lab(value);
	else if (space == CLAIR_SPACE_OKLAB)
		xyz_to_oklab(value);
}

/* Section 4.4: without colour the hue says nothing. */
static bool
hue_is_powerless(const struct clair_raw_color *color)
{
	const double *channels = color->channels;

	switch (color->space) {
	case CLAIR_SPACE_HSL:
		return channels[1] < 0.001;
	case CLAIR_SPACE_HWB:
		return channels[1] + channels[2] >= 99.999;
	case CLAIR_SPACE_LCH:
		return channels[1] < 0.0015;
	case CLAIR_SPACE_OKLCH:
		return channels[1] < 0.000004;
	default:
		return false;
	}
}

static unsigned
missing_after(const struct clair_raw_color *from, enum clair_color_space space)
{
	unsigned missing = from->missing & CLAIR_MISSING_ALPHA;
	const char *old = clair_space_traits[from->space].sense;

	for (int i = 0; i < 3; i++) {
		const char *same = strchr(clair_space_traits[space].sense, old[i]);

		if ((from->missing & 1u << i) != 0 && same != NULL)
			missing |= 1u << (same - clair_space_traits[space].sense);
	}
	return missing;
}

struct clair_raw_color
clair_color_convert(struct clair_raw_color color, enum clair_color_space space)
{
	struct clair_raw_color to = color;

	if (color.space == space)
		return color;
	to.space = space;
	to.missing = missing_after(&color, space);
	to_plane(color.space, to.channels);
	if (plane_form(color.space) != plane_form(space)) {
		to_xyz(plane_form(color.space), to.channels);
		from_xyz(plane_form(space), to.channels);
	}
	from_plane(space, to.channels);
	if (hue_is_powerless(&to))
		to.missing |= 1u << clair_space_traits[space].hue;
	for (int i = 0; i < 3; i++) {
		if ((to.missing & 1u << i) != 0)
			to.channels[i] = 0;
	}
	return to;
}

/* --- Mixing ---------------------------------------------------------------------------------------------- */

/* Section 12.2: what one does not have is taken from the other. */
static void
share_missing(struct clair_raw_color *one, struct clair_raw_color *other)
{
	for (int i = 0; i < 3; i++) {
		if ((one->missing & 1u << i) != 0)
			one->channels[i] = other->channels[i];
		else if ((other->missing & 1u << i) != 0)
			other->channels[i] = one->channels[i];
	}
	if ((one->missing & CLAIR_MISSING_ALPHA) != 0)
		one->alpha = other->alpha;
	else if ((other->missing & CLAIR_MISSING_ALPHA) != 0)
		other->alpha = one->alpha;
}

/* Section 12.4. */
static double
mix_hues(double one, double other, enum clair_hue_way way, double share)
{
	double from = turn(one);
	double to = turn(other);
	double gap = to - from;

	if ((way == CLAIR_HUE_SHORTER && gap > 180) || (way == CLAIR_HUE_LONGER && gap > 0 && gap < 180) ||
	    (way == CLAIR_HUE_DECREASING && gap > 0))
		from += 360;
	else if ((way == CLAIR_HUE_SHORTER && gap < -180) ||
	    (way == CLAIR_HUE_LONGER && gap > -180 && gap <= 0) ||
	    (way == CLAIR_HUE_INCREASING && gap < 0))
		to += 360;
	return turn(from + (to - from) * share);
}

struct clair_raw_color
clair_color_mix(struct clair_raw_color one, struct clair_raw_color other,
    enum clair_color_space space, enum clair_hue_way way, double share)
{
	struct clair_raw_color mix = {.space = space};
	int hue = clair_space_traits[space].hue;

	one = clair_color_convert(one, space);
	other = clair_color_convert(other, space);
	mix.missing = one.missing & other.missing;
	share_missing(&one, &other);
	/* A missing alpha counts as 1 here (12.3). */
	if ((mix.missing & CLAIR_MISSING_ALPHA) != 0)
		one.alpha = other.alpha = 1;
	mix.alpha = one.alpha + (other.alpha - one.alpha) * share;
	for (int i = 0; i < 3; i++) {
		double first = one.channels[i] * one.alpha * (1 - share);
		double second = other.channels[i] * other.alpha * share;

		if (i == hue)
			mix.channels[i] = mix_hues(one.channels[i], other.channels[i], way, share);
		else
			mix.channels[i] = mix.alpha > 0 ? (first + second) / mix.alpha : 0;
	}
	if ((mix.missing & CLAIR_MISSING_ALPHA) != 0)
		mix.alpha = 0;
	return mix;
}
