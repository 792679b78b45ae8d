/* What several rules ask about ARIA roles. */
#include "rules/common/roles.h"

/* DPUB-ARIA 1.1, then roles of WAI-ARIA that facts do not need. */
static const char *const more_roles[] = {"doc-abstract", "doc-acknowledgments", "doc-afterword",
	"doc-appendix", "doc-backlink", "doc-biblioentry", "doc-bibliography", "doc-biblioref",
	"doc-chapter", "doc-colophon", "doc-conclusion", "doc-cover", "doc-credit", "doc-credits",
	"doc-dedication", "doc-endnote", "doc-endnotes", "doc-epigraph", "doc-epilogue", "doc-errata",
	"doc-example", "doc-footnote", "doc-foreword", "doc-glossary", "doc-glossref", "doc-index",
	"doc-introduction", "doc-noteref", "doc-notice", "doc-pagebreak", "doc-pagefooter",
	"doc-pageheader", "doc-pagelist", "doc-part", "doc-preface", "doc-prologue", "doc-pullquote",
	"doc-qna", "doc-subtitle", "doc-tip", "doc-toc", "presentation", "comment", "image", "mark",
	"sectionfooter", "sectionheader", "suggestion", NULL};

bool
rule_role_exists(const struct rule_token *token)
{
	for (unsigned role = CLAIR_ROLE_NO_ROLE + 1; role < CLAIR_ROLE_COUNT; role++) {
		if (rule_token_is(token, clair_role_names[role]))
			return true;
	}
	return rule_token_in(token, more_roles);
}

bool
rule_requires_state(struct clair_ctx *ctx, const struct clair_node *node, enum clair_role role,
    enum clair_attribute state)
{
	const uint16_t *states = clair_role_required_states(role);

	while (*states != 0 && *states != state)
		states++;
	if (*states == 0)
		return false;
	if (role == CLAIR_ROLE_COMBOBOX && state == CLAIR_ATTR_ARIA_CONTROLS)
		return clair_attr_is(node, CLAIR_ATTR_ARIA_EXPANDED, "true");
	if (role == CLAIR_ROLE_SEPARATOR)
		return clair_focusable(ctx, node);
	return true;
}

bool
rule_any_id_exists(struct clair_ctx *ctx, const char *ids)
{
	struct rule_token token = {ids, 0};

	while (rule_next_token(&token)) {
		if (rule_by_token(ctx, &token) != NULL)
			return true;
	}
	return false;
}

enum clair_outcome
rule_check_context(struct clair_ctx *ctx, const struct clair_node *node, unsigned orphan)
{
	enum clair_role role = clair_explicit_role(ctx, node);
	const uint16_t *context = clair_role_required_context(role);
	const struct clair_node *parent;
	struct clair_finding *finding;

	if (role == CLAIR_ROLE_NO_ROLE || context[0] == 0 || !clair_exposed(ctx, node) ||
	    role == clair_implicit_role(ctx, node) || clair_role(ctx, node) != role)
		return CLAIR_INAPPLICABLE;
	parent = clair_aria_parent(ctx, node);
	for (size_t i = 0; parent != NULL && context[i] != 0; i++) {
		if (clair_role(ctx, parent) == context[i])
			return CLAIR_PASS;
	}
	finding = clair_report(ctx, node, orphan);
	clair_arg(finding, "role", clair_role_names[role]);
	clair_arg(finding, "expected", clair_role_names[context[0]]);
	return CLAIR_FAIL;
}
