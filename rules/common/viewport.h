/* What a viewport tag says of zooming. */
#ifndef CLAIR_RULES_COMMON_VIEWPORT_H
#define CLAIR_RULES_COMMON_VIEWPORT_H

#include "clairlint/rule.h"

struct rule_viewport {
	char user_scalable[24]; /* "" when absent; cut */
	char maximum_scale[24];
	bool forbids_zoom;
	bool limits_zoom; /* under twice the size */
};
void rule_read_viewport(const char *content, struct rule_viewport *viewport);

enum { RULE_VIEWPORT_ROOM = 256 };

/* The same without what keeps people from zooming. NULL when it is too long. */
const char *rule_free_viewport(const char *content, char room[static RULE_VIEWPORT_ROOM]);

#endif
