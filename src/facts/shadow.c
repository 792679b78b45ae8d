/* CSS Backgrounds 3, 7.1, and CSS Text Decoration 3, 3. See shadow.h. */
#include "facts/shadow.h"

#include <string.h>

enum { BLUR = 3 }; /* the third length */

struct clair_shadows
clair_shadows_of(const struct clair_style *style, enum clair_property property,
    struct clair_color current, struct clair_arena *arena)
{
	const struct clair_css_value *value = clair_style_value(style, property);
	struct clair_shadows shadows = {.list = {.source = "", .arena = arena}, .current = current};

	if (value->kind == CLAIR_VALUE_TEXT) {
		shadows.list.source = value->text;
		shadows.list.end = (uint32_t)strlen(value->text);
	}
	return shadows;
}

bool
clair_shadow_next(struct clair_shadows *shadows, struct clair_shadow *shadow)
{
	struct clair_css_lexer *list = &shadows->list;
	struct clair_css_token token;
	unsigned lengths = 0;

	*shadow = (struct clair_shadow){.color = shadows->current};
	if (list->at >= list->end)
		return false;
	for (;;) {
		if (clair_color_parse(list, false, &shadows->current, &shadow->color) !=
		    CLAIR_COLOR_NONE)
			continue;
		clair_css_next(list, &token);
		if (token.type == CLAIR_TOKEN_COMMA || token.type == CLAIR_TOKEN_EOF)
			return true;
		if ((token.type == CLAIR_TOKEN_DIMENSION || token.type == CLAIR_TOKEN_NUMBER) &&
		    ++lengths == BLUR)
			shadow->blur = token.number;
	}
}
