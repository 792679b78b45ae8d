/* See menu.h. */
#include "rules/common/menu.h"

enum clair_outcome
rule_check_main_menus(struct clair_ctx *ctx, rule_menu_figure *figure, double max, const char *name,
    unsigned message)
{
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;

	for (size_t i = 0; i < clair_menu_count(ctx); i++) {
		const struct clair_menu *menu = clair_menu(ctx, i);
		struct clair_finding *finding;

		if (!menu->is_main)
			continue;
		if (figure(menu) <= max) {
			if (outcome == CLAIR_INAPPLICABLE)
				outcome = CLAIR_PASS;
			continue;
		}
		finding = clair_report(ctx, menu->node, message);
		clair_arg_num(finding, name, figure(menu));
		clair_arg_num(finding, "max", max);
		outcome = CLAIR_FAIL;
	}
	return outcome;
}
