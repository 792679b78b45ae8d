/* The role of an element: role attribute, conflicts, presentational inheritance; ARIA 1.2. */
#include "facts/role.h"

#include "facts/aria.h"
#include "facts/token.h"

struct clair_role_table {
	uint8_t *known; /* one for each node: role + 1, 0 when not asked yet */
};

_Static_assert(CLAIR_ROLE_COUNT < 255, "a role and one fit in a byte");

/* Synonyms, and the roles of Digital Publishing ARIA by the role that they specialise; those that
 * specialise only an abstract role are taken for groups. */
static const struct {
	const char *name;
	enum clair_role role;
} other_names[] = {
	{"doc-abstract", CLAIR_ROLE_GROUP}, {"doc-acknowledgments", CLAIR_ROLE_REGION},
	{"doc-afterword", CLAIR_ROLE_REGION}, {"doc-appendix", CLAIR_ROLE_REGION},
	{"doc-backlink", CLAIR_ROLE_LINK}, {"doc-biblioentry", CLAIR_ROLE_LISTITEM},
	{"doc-bibliography", CLAIR_ROLE_REGION}, {"doc-biblioref", CLAIR_ROLE_LINK},
	{"doc-chapter", CLAIR_ROLE_REGION}, {"doc-colophon", CLAIR_ROLE_GROUP},
	{"doc-conclusion", CLAIR_ROLE_REGION}, {"doc-cover", CLAIR_ROLE_IMG},
	{"doc-credit", CLAIR_ROLE_GROUP}, {"doc-credits", CLAIR_ROLE_REGION},
	{"doc-dedication", CLAIR_ROLE_GROUP}, {"doc-endnote", CLAIR_ROLE_LISTITEM},
	{"doc-endnotes", CLAIR_ROLE_REGION}, {"doc-epigraph", CLAIR_ROLE_GROUP},
	{"doc-epilogue", CLAIR_ROLE_REGION}, {"doc-errata", CLAIR_ROLE_REGION},
	{"doc-example", CLAIR_ROLE_GROUP}, {"doc-footnote", CLAIR_ROLE_GROUP},
	{"doc-foreword", CLAIR_ROLE_REGION}, {"doc-glossary", CLAIR_ROLE_REGION},
	{"doc-glossref", CLAIR_ROLE_LINK}, {"doc-index", CLAIR_ROLE_NAVIGATION},
	{"doc-introduction", CLAIR_ROLE_REGION}, {"doc-noteref", CLAIR_ROLE_LINK},
	{"doc-notice", CLAIR_ROLE_NOTE}, {"doc-pagebreak", CLAIR_ROLE_SEPARATOR},
	{"doc-pagefooter", CLAIR_ROLE_GROUP}, {"doc-pageheader", CLAIR_ROLE_GROUP},
	{"doc-pagelist", CLAIR_ROLE_NAVIGATION}, {"doc-part", CLAIR_ROLE_REGION},
	{"doc-preface", CLAIR_ROLE_REGION}, {"doc-prologue", CLAIR_ROLE_REGION},
	{"doc-pullquote", CLAIR_ROLE_NONE}, {"doc-qna", CLAIR_ROLE_GROUP},
	{"doc-subtitle", CLAIR_ROLE_HEADING}, {"doc-tip", CLAIR_ROLE_NOTE},
	{"doc-toc", CLAIR_ROLE_NAVIGATION}, {"image", CLAIR_ROLE_IMG},
	{"presentation", CLAIR_ROLE_NONE},
};

static enum clair_role
role_of_name(const char *name, size_t length)
{
	unsigned low = 1;
	unsigned high = CLAIR_ROLE_COUNT;
	size_t i;

	while (low < high) {
		unsigned middle = (low + high) / 2;
		int order = clair_order(name, clair_role_names[middle], length);

		if (order == 0 && clair_role_names[middle][length] == '\0')
			return (enum clair_role)middle;
		if (order <= 0)
			high = middle;
		else
			low = middle + 1;
	}
	for (i = 0; i < CLAIR_LEN(other_names); i++)
		if (clair_same_word(name, length, other_names[i].name))
			return other_names[i].role;
	return CLAIR_ROLE_NO_ROLE;
}

enum clair_role
clair_role_of_tokens(struct clair_ctx *ctx, const struct clair_node *node, bool needs_name)
{
	const char *tokens = clair_attr(node, CLAIR_ATTR_ROLE);
	const char *token;
	size_t length;

	while (tokens != NULL && (token = clair_token_next(&tokens, &length)) != NULL) {
		enum clair_role role = role_of_name(token, length);

		/* ARIA 1.2, 5.4: an unnamed form or region is as if the token was not there. */
		if (needs_name && (role == CLAIR_ROLE_FORM || role == CLAIR_ROLE_REGION) &&
		    !clair_named_by_author(ctx, node))
			continue;
		if (role != CLAIR_ROLE_NO_ROLE)
			return role;
	}
	return CLAIR_ROLE_NO_ROLE;
}

enum clair_role
clair_explicit_role(struct clair_ctx *ctx, const struct clair_node *node)
{
	return clair_role_of_tokens(ctx, node, false);
}

/* ARIA 1.2, Presentational Roles Conflict Resolution: what can hold the focus, or has a global
 * attribute, keeps its role. Frames are left out: browsers do drop the role of an unnamed frame. */
static bool
refuses_presentation(struct clair_ctx *ctx, const struct clair_node *node)
{
	size_t i;

	if (clair_focusable(ctx, node) &&
	    (node->tag != CLAIR_TAG_IFRAME || clair_has_attr(node, CLAIR_ATTR_TABINDEX)))
		return true;
	for (i = 0; i < node->attribute_count; i++) {
		const struct clair_attribute_value *attribute = &node->attributes[i];

		/* Braille is of ARIA 1.3, which no longer lets such attributes undo the role. */
		if (attribute->id != CLAIR_ATTR_ARIA_HIDDEN &&
		    attribute->id != CLAIR_ATTR_ARIA_BRAILLELABEL &&
		    attribute->id != CLAIR_ATTR_ARIA_BRAILLEROLEDESCRIPTION &&
		    clair_aria_is_global(attribute->id) &&
		    !clair_is_blank(attribute->value))
			return true;
	}
	return false;
}

/* ARIA 1.2, `presentation`: what a role requires to own is presentational with it. */
static bool
inherits_presentation(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_node *parent = clair_node_parent(node);

	if (parent == NULL)
		return false;
	switch (node->tag) {
	case CLAIR_TAG_LI:
		return (parent->tag == CLAIR_TAG_UL || parent->tag == CLAIR_TAG_OL ||
		           parent->tag == CLAIR_TAG_MENU) &&
		    clair_role(ctx, parent) == CLAIR_ROLE_NONE;
	case CLAIR_TAG_TBODY:
	case CLAIR_TAG_TD:
	case CLAIR_TAG_TFOOT:
	case CLAIR_TAG_TH:
	case CLAIR_TAG_THEAD:
	case CLAIR_TAG_TR:
		return clair_role(ctx, parent) == CLAIR_ROLE_NONE;
	default:
		return false;
	}
}

/* What <img alt=""> and presentational parents give way to. */
static enum clair_role
conflicting_role(struct clair_ctx *ctx, const struct clair_node *node)
{
	return node->tag == CLAIR_TAG_IMG ? CLAIR_ROLE_IMG : clair_role_by_tag(ctx, node);
}

static enum clair_role
implicit_role(struct clair_ctx *ctx, const struct clair_node *node)
{
	enum clair_role role = clair_role_by_tag(ctx, node);

	if (role != CLAIR_ROLE_NONE && !inherits_presentation(ctx, node))
		return role;
	return refuses_presentation(ctx, node) ? conflicting_role(ctx, node) : CLAIR_ROLE_NONE;
}

static enum clair_role
compute(struct clair_ctx *ctx, const struct clair_node *node)
{
	enum clair_role role = CLAIR_ROLE_NO_ROLE;

	if (clair_has_attr(node, CLAIR_ATTR_ROLE))
		role = clair_role_of_tokens(ctx, node, true);
	if (role == CLAIR_ROLE_NONE && refuses_presentation(ctx, node))
		return conflicting_role(ctx, node);
	return role != CLAIR_ROLE_NO_ROLE ? role : implicit_role(ctx, node);
}

enum clair_role
clair_implicit_role(struct clair_ctx *ctx, const struct clair_node *node)
{
	return node->kind == CLAIR_NODE_ELEMENT ? implicit_role(ctx, node) : CLAIR_ROLE_NO_ROLE;
}

enum clair_role
clair_role(struct clair_ctx *ctx, const struct clair_node *node)
{
	struct clair_role_table *table = ctx->facts->roles;
	enum clair_role role;

	if (node->kind != CLAIR_NODE_ELEMENT)
		return CLAIR_ROLE_NO_ROLE;
	if (table == NULL) {
		table = clair_alloc(&ctx->page->mem, sizeof(*table));
		if (table == NULL)
			return CLAIR_ROLE_NO_ROLE;
		table->known = clair_alloc(&ctx->page->mem, ctx->page->node_count);
		if (table->known == NULL)
			return CLAIR_ROLE_NO_ROLE;
		ctx->facts->roles = table;
	}
	if (table->known[node->index] != 0)
		return (enum clair_role)(table->known[node->index] - 1);
	role = compute(ctx, node);
	table->known[node->index] = (uint8_t)(role + 1);
	return role;
}

const struct clair_node *
clair_closest_role(struct clair_ctx *ctx, const struct clair_node *node, enum clair_role role)
{
	while (node != NULL && clair_role(ctx, node) != role)
		node = clair_parent(node);
	return node;
}
