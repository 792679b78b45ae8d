/*
 * The spaces of CSS Color 4 and the way from one to another. Private to the colours of src/style/.
 */
#ifndef CLAIR_STYLE_COLOR_SPACE_H
#define CLAIR_STYLE_COLOR_SPACE_H

#include <stdbool.h>
#include <stddef.h>

enum clair_color_space {
	CLAIR_SPACE_SRGB, /* from here to REC2020: red, green, blue */
	CLAIR_SPACE_SRGB_LINEAR,
	CLAIR_SPACE_DISPLAY_P3,
	CLAIR_SPACE_DISPLAY_P3_LINEAR,
	CLAIR_SPACE_A98_RGB,
	CLAIR_SPACE_PROPHOTO_RGB,
	CLAIR_SPACE_REC2020,
	CLAIR_SPACE_XYZ_D50,
	CLAIR_SPACE_XYZ_D65,
	CLAIR_SPACE_LAB,
	CLAIR_SPACE_OKLAB,
	CLAIR_SPACE_LCH,
	CLAIR_SPACE_OKLCH,
	CLAIR_SPACE_HSL,
	CLAIR_SPACE_HWB,
	CLAIR_SPACE_COUNT,
};

enum { CLAIR_MISSING_ALPHA = 8 }; /* and 1 << channel */

/* A colour with its channels as they are in its space, not clipped: lightness of Lab and LCH, saturation,
 * whiteness … from 0 to 100, hues in degrees, the others from 0 to 1. */
struct clair_raw_color {
	enum clair_color_space space;
	double channels[3];
	double alpha;
	unsigned missing; /* channels that are "none"; they stand as 0 */
};

struct clair_space_traits {
	const char *name;        /* as CSS writes it */
	const char *channels;    /* one letter each, as relative colours name them */
	const char *sense;       /* analogous channels have the same letter (CSS Color 4, 12.2) */
	double full[3];          /* what 100% is */
	int hue;                 /* index of the hue, or -1 */
};
extern const struct clair_space_traits clair_space_traits[CLAIR_SPACE_COUNT];

/* The space of a name ("xyz" is xyz-d65); COUNT when there is none. */
enum clair_color_space clair_space_of(const char *name, size_t length);

/* CSS Color 4, 12.1 and 12.2: missing channels go with those that are analogous, and powerless ones become
 * missing. */
struct clair_raw_color clair_color_convert(
    struct clair_raw_color color, enum clair_color_space space);

enum clair_hue_way { CLAIR_HUE_SHORTER, CLAIR_HUE_LONGER, CLAIR_HUE_INCREASING, CLAIR_HUE_DECREASING };

/* CSS Color 4, 12: `share` is that of the second colour, from 0 to 1. */
struct clair_raw_color clair_color_mix(struct clair_raw_color one, struct clair_raw_color other,
    enum clair_color_space space, enum clair_hue_way way, double share);

#endif
