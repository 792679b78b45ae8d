/* Text spacing that a style attribute locks: WCAG 1.4.12. */
#include "rules/common/spacing.h"
#include "rules/common/outcome.h"

bool
rule_spacing_is_locked(
    struct clair_ctx *ctx, const struct clair_node *node, enum clair_property property)
{
	struct clair_declared declared;

	if (!clair_is_html(node))
		return false;
	declared = clair_style_declared(ctx, node, property);
	return declared.by == CLAIR_DECLARED_BY_ATTRIBUTE && declared.important &&
	    clair_own_text(ctx, node)[0] != '\0';
}

double
rule_spacing_ratio(
    struct clair_ctx *ctx, const struct clair_node *node, enum clair_property property)
{
	double spacing = 0;
	double size = 0;

	if (!clair_style_number(ctx, node, property, &spacing) ||
	    !clair_style_number(ctx, node, CLAIR_CSS_FONT_SIZE, &size) || size <= 0)
		return 0;
	return spacing / size;
}

bool
rule_spacing_is_enough(double ratio, double least)
{
	return ratio >= least - 0.0001;
}

enum clair_outcome
rule_check_spacing(struct clair_ctx *ctx, const struct clair_node *node,
    enum clair_property property, double least, unsigned message)
{
	double ratio;

	if (!rule_spacing_is_locked(ctx, node, property))
		return CLAIR_INAPPLICABLE;
	ratio = rule_spacing_ratio(ctx, node, property);
	if (rule_spacing_is_enough(ratio, least))
		return CLAIR_PASS;
	clair_arg_num(clair_report(ctx, node, message), "ratio", rule_two_decimals(ratio));
	return CLAIR_FAIL;
}
