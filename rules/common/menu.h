/* What several rules ask of the main menus. */
#ifndef CLAIR_RULES_COMMON_MENU_H
#define CLAIR_RULES_COMMON_MENU_H

#include "clairlint/rule.h"

typedef uint32_t rule_menu_figure(const struct clair_menu *menu);

/* Reports each main menu whose figure is over `max`: `message` has {max}, and the figure as `name`. */
enum clair_outcome rule_check_main_menus(struct clair_ctx *ctx, rule_menu_figure *figure, double max,
    const char *name, unsigned message);

#endif
