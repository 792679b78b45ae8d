/* One finding per declaration. */
#include "rules/common/cause.h"

#include "rules/common/outcome.h"

void
rule_causes_add(struct rule_causes *causes, uint64_t declaration, const struct clair_node *node)
{
	for (unsigned i = 0; i < causes->count; i++) {
		if (causes->list[i].declaration == declaration) {
			causes->list[i].count++;
			return;
		}
	}
	if (causes->count < RULE_CAUSES)
		causes->list[causes->count++] =
		    (struct rule_cause){.declaration = declaration, .first = node, .count = 1};
}

static uint64_t
declaration_of(struct clair_ctx *ctx, const struct rule_search *search, const struct clair_node *node)
{
	enum clair_property property = search->found_by(ctx, node);

	if (property == CLAIR_PROPERTY_NONE)
		return 0;
	return search->when == NULL ? clair_declaration(ctx, node, property)
	                            : clair_declaration_when(ctx, node, property, *search->when);
}

static enum clair_outcome
say(struct clair_ctx *ctx, const struct rule_search *search, const struct rule_cause *cause)
{
	bool proven = search->is_proven != NULL && search->is_proven(ctx, cause->first);
	struct clair_finding *finding = proven ? clair_report(ctx, cause->first, search->failure)
	                                       : clair_review(ctx, cause->first, search->message);
	enum clair_property property = search->found_by(ctx, cause->first);

	if (search->describe != NULL)
		search->describe(ctx, finding, cause->first);
	clair_arg_num(finding, "count", cause->count);
	if (search->when == NULL)
		clair_points_at_css(ctx, finding, cause->first, property);
	else
		clair_points_at_css_when(ctx, finding, cause->first, property, *search->when);
	return proven ? CLAIR_FAIL : CLAIR_REVIEW;
}

enum clair_outcome
rule_review_causes(struct clair_ctx *ctx, const struct rule_search *search)
{
	const struct clair_node *root = clair_root(ctx);
	const struct clair_node *node = root;
	enum clair_outcome outcome =
	    clair_page_has_sheets(ctx) ? CLAIR_PASS : CLAIR_INAPPLICABLE;
	struct rule_causes causes = {0};

	while ((node = clair_next_inside(root, node)) != NULL) {
		uint64_t declaration = declaration_of(ctx, search, node);

		if (declaration != 0)
			rule_causes_add(&causes, declaration, node);
	}
	for (unsigned i = 0; i < causes.count; i++)
		outcome = rule_worse(outcome, say(ctx, search, &causes.list[i]));
	return outcome;
}
