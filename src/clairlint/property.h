/* The CSS properties that are computed, from property.def. */
#ifndef CLAIRLINT_PROPERTY_H
#define CLAIRLINT_PROPERTY_H

enum clair_property {
#define P(id, name, inherited, initial) CLAIR_CSS_##id,
#include "clairlint/property.def"
#undef P
	CLAIR_PROPERTY_COUNT,
	CLAIR_PROPERTY_NONE = CLAIR_PROPERTY_COUNT,
};

#endif
