/* What the three rules of "visible label in name" have in common. */
#include "rules/common/label.h"

enum clair_outcome
rule_check_label(struct clair_ctx *ctx, const struct clair_node *widget, unsigned differs,
    unsigned unsure)
{
	enum clair_label_fit fit = clair_label_fit(ctx, widget);
	struct clair_finding *finding;

	if (fit == CLAIR_LABEL_ABSENT)
		return CLAIR_INAPPLICABLE;
	if (fit == CLAIR_LABEL_FITS)
		return CLAIR_PASS;
	/* A sheet that is missing may hide a part of the text from sight, or make an icon of it. */
	if (fit == CLAIR_LABEL_DIFFERS && clair_first_child(widget) != NULL &&
	    clair_style_grade(ctx, widget) != CLAIR_STATIC)
		fit = CLAIR_LABEL_UNSURE;
	if (fit == CLAIR_LABEL_UNSURE)
		finding = clair_review(ctx, widget, unsure);
	else
		finding = clair_report(ctx, widget, differs);
	clair_arg(finding, "text", clair_visible_text(ctx, widget));
	clair_arg(finding, "name", clair_name(ctx, widget));
	return fit == CLAIR_LABEL_UNSURE ? CLAIR_REVIEW : CLAIR_FAIL;
}
