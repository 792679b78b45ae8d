/*
 * Media queries: Media Queries Level 4 and the preferences of Level 5, with ranges. Private to
 * src/style/ and the engine.
 */
#ifndef CLAIR_STYLE_MEDIA_H
#define CLAIR_STYLE_MEDIA_H

#include "style/token.h"

/* The screen supposed. */
struct clair_screen {
	float width, height;   /* px */
	bool landscape;        /* for (orientation); usually width >= height */
	bool print;            /* the medium is print, not screen */
	bool phone;            /* no hover, coarse pointer */
	bool scripting;
};

/* What a desktop has: 1280 × 1024, a mouse, no preference, light colours. */
extern const struct clair_screen clair_screen_desktop;

/* A screen of this width; up to 600 px, a phone held upright, without a mouse. 0: the desktop. */
struct clair_screen clair_screen_of_width(unsigned width);

struct clair_media_list;

/* Reads a list up to the end of the lexer. Never NULL but without memory: a query that is not valid is
 * "not all". An empty list is "all". */
const struct clair_media_list *clair_media_read(
    struct clair_css_lexer lexer, struct clair_arena *arena);

/* Level 4, 3.1: what is unknown is false. */
bool clair_media_matches(const struct clair_media_list *list, const struct clair_screen *screen);

/* Some query asks for this feature by name: "orientation", "print" (a medium counts). */
bool clair_media_names(const struct clair_media_list *list, const char *feature);

#endif
