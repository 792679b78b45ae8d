/* See prose.h. */
#include "rules/common/prose.h"
#include "rules/common/text.h"

enum { FAMILY_BYTES = 80, VALUES = 16, VALUE_BYTES = 40, LIST_BYTES = 160 };

struct rule_strictness
rule_strictness(struct clair_ctx *ctx)
{
	if (clair_wants_falc(ctx))
		return (struct rule_strictness){.falc = true,
		    .blocks = CLAIR_PROSE_BLOCKS,
		    .words = (uint32_t)clair_threshold(ctx, "falc.passage.mots.min")};
	return (struct rule_strictness){.blocks = RULE_TEXT_BLOCKS,
	    .words = (uint32_t)clair_threshold(ctx, "typographie.passage.mots.min")};
}

/* Some block is long enough to be judged. */
static bool
has_text(struct clair_ctx *ctx, const struct clair_passage_search *search)
{
	const struct clair_block *block = NULL;
	uint32_t words = 0;

	for (size_t i = 0; i < clair_prose_count(ctx); i++) {
		const struct clair_prose *prose = clair_prose_at(ctx, i);

		if (prose->block != block)
			words = 0;
		block = prose->block;
		if ((search->blocks & CLAIR_BLOCKS(clair_block_kind(block))) != 0 &&
		    (prose->flags & (CLAIR_WORD_CODE | CLAIR_WORD_IN_LINK)) == 0)
			words += prose->words;
		if (words != 0 && words >= search->words)
			return true;
	}
	return false;
}

static struct clair_finding *
point(struct clair_ctx *ctx, const struct clair_passages *passages,
    const struct clair_declared *declared, enum clair_property property, unsigned message)
{
	if (declared->by == CLAIR_DECLARED_BY_ATTRIBUTE)
		return clair_report_attr(ctx, declared->node, CLAIR_ATTR_STYLE, message);
	if (property == CLAIR_CSS_TEXT_ALIGN && declared->by == CLAIR_DECLARED_BY_BROWSER &&
	    clair_has_attr(declared->node, CLAIR_ATTR_ALIGN))
		return clair_report_attr(ctx, declared->node, CLAIR_ATTR_ALIGN, message);
	return clair_report_part(ctx, passages->first->block, passages->first->from,
	    passages->length, message);
}

/* What the page itself says holds whatever sheet is missing, or nearly. */
static bool
is_written_in_page(const struct clair_declared *declared)
{
	return declared->by == CLAIR_DECLARED_BY_ATTRIBUTE ||
	    declared->by == CLAIR_DECLARED_BY_HTML ||
	    (declared->by == CLAIR_DECLARED_BY_BROWSER &&
	        clair_has_attr(declared->node, CLAIR_ATTR_ALIGN));
}

/* What is said of the passages that a search finds. */
struct saying {
	const struct clair_passage_search *search;
	rule_describe *describe;
	unsigned message;
	bool is_review;
};

static enum clair_outcome
report(struct clair_ctx *ctx, const struct clair_passages *passages, const struct saying *saying)
{
	const enum clair_property property = saying->search->property;
	const struct clair_prose *first = passages->first;
	struct clair_declared declared = clair_style_declared(ctx, passages->styled, property);
	bool known = clair_style_grade(ctx, passages->styled) <= CLAIR_STATIC ||
	    is_written_in_page(&declared);
	bool fails = known && !saying->is_review;
	struct clair_finding *finding;

	if (!known && declared.by == CLAIR_DECLARED_BY_BROWSER)
		return clair_untested(ctx, CLAIR_WHY_NEEDS_STYLE);
	if (fails)
		finding = point(ctx, passages, &declared, property, saying->message);
	else
		finding = clair_review_part(
		    ctx, first->block, first->from, passages->length, saying->message);
	clair_arg_num(finding, "count", passages->count);
	if (saying->describe != NULL)
		saying->describe(ctx, finding, passages);
	clair_points_at_css(ctx, finding, passages->styled, property);
	return fails ? CLAIR_FAIL : CLAIR_REVIEW;
}

static enum clair_outcome
say(struct clair_ctx *ctx, const struct saying *saying)
{
	const struct clair_passages *passages;
	size_t count = clair_passages(ctx, saying->search, &passages);
	enum clair_outcome outcome =
	    has_text(ctx, saying->search) ? CLAIR_PASS : CLAIR_INAPPLICABLE;

	for (size_t i = 0; i < count; i++)
		outcome = rule_worse(outcome, report(ctx, &passages[i], saying));
	if (count == 0 && outcome == CLAIR_PASS &&
	    clair_style_grade(ctx, clair_root(ctx)) > CLAIR_STATIC)
		return clair_untested(ctx, CLAIR_WHY_NEEDS_STYLE);
	return outcome;
}

enum clair_outcome
rule_check_passages(struct clair_ctx *ctx, const struct clair_passage_search *search,
    unsigned message, rule_describe *describe)
{
	return say(ctx, &(struct saying){search, describe, message, false});
}

enum clair_outcome
rule_review_passages(struct clair_ctx *ctx, const struct clair_passage_search *search,
    unsigned message, rule_describe *describe)
{
	return say(ctx, &(struct saying){search, describe, message, true});
}

/* --- Ancestors ------------------------------------------------------------------------------------ */

const struct clair_node *
rule_closest_with(struct clair_ctx *ctx, const struct clair_node *node,
    bool (*has)(struct clair_ctx *, const struct clair_node *))
{
	while (node != NULL && !has(ctx, node))
		node = clair_parent(node);
	return node;
}

static bool
takes_decoration(struct clair_ctx *ctx, const struct clair_node *node)
{
	return !rule_starts_with(clair_style(ctx, node, CLAIR_CSS_DISPLAY), "inline-") &&
	    clair_style_is(ctx, node, CLAIR_CSS_FLOAT, "none") &&
	    !clair_style_is(ctx, node, CLAIR_CSS_POSITION, "absolute") &&
	    !clair_style_is(ctx, node, CLAIR_CSS_POSITION, "fixed");
}

const struct clair_node *
rule_decorated_by(struct clair_ctx *ctx, const struct clair_node *node, const char *line)
{
	for (; node != NULL; node = clair_parent(node)) {
		if (rule_contains(clair_style(ctx, node, CLAIR_CSS_TEXT_DECORATION_LINE), line))
			return node;
		if (!takes_decoration(ctx, node))
			return NULL;
	}
	return NULL;
}

/* --- Variety -------------------------------------------------------------------------------------- */

struct value {
	char name[VALUE_BYTES];
	const struct clair_prose *first;
	uint32_t words;
};

static struct value *
value_named(struct clair_ctx *ctx, struct value *values, size_t *count,
    const struct rule_variety *variety, const struct clair_prose *prose, const char *name)
{
	struct value *value = values;

	for (; value < values + *count; value++)
		if (variety->is_same == NULL ? rule_same(value->name, name)
		                             : variety->is_same(ctx, value->first->node, prose->node))
			return value;
	if (*count == VALUES)
		return NULL;
	(*count)++;
	value->first = prose;
	value->words = 0;
	rule_append(value->name, 0, VALUE_BYTES, name);
	return value;
}

static size_t
gather_values(struct clair_ctx *ctx, const struct rule_variety *variety, struct value *values)
{
	size_t count = 0;

	for (size_t i = 0; i < clair_prose_count(ctx); i++) {
		const struct clair_prose *prose = clair_prose_at(ctx, i);
		char name[VALUE_BYTES];
		struct value *value;

		if ((variety->blocks & CLAIR_BLOCKS(clair_block_kind(prose->block))) == 0 ||
		    (prose->flags & CLAIR_WORD_CODE) != 0 ||
		    !variety->name(ctx, prose, name, sizeof(name)))
			continue;
		value = value_named(ctx, values, &count, variety, prose, name);
		if (value != NULL)
			value->words += prose->words;
	}
	return count;
}

/* Keeps those that enough words have, in the order of the page. */
static size_t
keep_frequent(struct value *values, size_t count, double words)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		if (values[i].words >= words)
			values[kept++] = values[i];
	return kept;
}

static enum clair_outcome
report_values(struct clair_ctx *ctx, const struct rule_variety *variety, const struct value *values,
    size_t count, unsigned message)
{
	const struct clair_prose *second = values[1].first;
	char list[LIST_BYTES];
	size_t length = 0;
	struct clair_finding *finding = clair_report_part(
	    ctx, second->block, second->from, second->length, message);

	for (size_t i = 0; i < count; i++) {
		length = rule_append(list, length, sizeof(list), i == 0 ? "" : ", ");
		length = rule_append(list, length, sizeof(list), values[i].name);
	}
	clair_arg_num(finding, "count", (double)count);
	clair_arg(finding, "list", list);
	clair_points_at_css(ctx, finding, second->node, variety->property);
	return CLAIR_FAIL;
}

enum clair_outcome
rule_check_variety(
    struct clair_ctx *ctx, const struct rule_variety *variety, unsigned message)
{
	struct value values[VALUES];
	size_t count;

	if (!clair_wants_falc(ctx))
		return CLAIR_INAPPLICABLE;
	count = keep_frequent(values, gather_values(ctx, variety, values),
	    clair_threshold(ctx, "falc.passage.mots.min"));
	if (count == 0)
		return CLAIR_INAPPLICABLE;
	if (clair_style_grade(ctx, clair_root(ctx)) > CLAIR_STATIC)
		return clair_untested(ctx, CLAIR_WHY_NEEDS_STYLE);
	if ((double)count <= clair_threshold(ctx, variety->most))
		return CLAIR_PASS;
	return report_values(ctx, variety, values, count, message);
}

/* --- Families ------------------------------------------------------------------------------------- */

/* Copies the family at `at`; gives the place after its comma, or NULL at the end. */
static const char *
next_family(const char *at, char *name, size_t room)
{
	char quote = '\0';
	const char *cut = "";
	size_t length = 0;

	while (*at == ' ')
		at++;
	for (; *at != '\0' && (quote != '\0' || *at != ','); at++) {
		if (quote == '\0' && (*at == '"' || *at == '\''))
			quote = *at;
		else if (*at == quote)
			quote = '\0';
		else if (length + 1 < room)
			name[length++] = *at;
		else if (*cut == '\0')
			cut = at;
	}
	name[rule_whole_length(name, length, cut)] = '\0';
	return *at == ',' ? at + 1 : NULL;
}

void
rule_first_family(const char *families, char *name, size_t room)
{
	next_family(families, name, room);
}

const char *
rule_family_kind(struct clair_ctx *ctx, const char *families)
{
	char name[FAMILY_BYTES];

	while (families != NULL) {
		const char *kind;

		families = next_family(families, name, sizeof(name));
		kind = clair_lookup(ctx, "polices", name);
		if (kind != NULL)
			return kind;
	}
	return "";
}
