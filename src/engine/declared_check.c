/* What a rule of a file asks of an element, a block or a page. */
#include "engine/declared.h"
#include "engine/judge.h"
#include "engine/registry.h"

#include <math.h>
#include <string.h>
#include <unictype.h>
#include <unistr.h>

/* --- Work -------------------------------------------------------------------------------------------- */

/* One rule and what it has left, while it is asked. */
struct asking {
	struct clair_ctx *ctx;
	const struct clair_declared_rule *rule;
	struct clair_declared_state *state;
	struct clair_xpath_work work;
};

static bool
start(struct asking *asking, struct clair_ctx *ctx)
{
	struct clair_judge *judge = ctx->judge;

	*asking = (struct asking){
	    .ctx = ctx,
	    .rule = (const struct clair_declared_rule *)(const void *)judge->rule,
	    .state = &judge->declared[judge->rule_index - clair_rules_count],
	};
	if (judge->room == NULL)
		judge->room = clair_alloc(&ctx->page->mem, CLAIR_XPATH_ROOM);
	asking->work = (struct clair_xpath_work){.room = judge->room, .steps = asking->state->steps};
	return !asking->state->stopped && judge->room != NULL;
}

/* A rule that was stopped says so: it has not seen all. */
static enum clair_outcome
end(struct asking *asking, enum clair_outcome outcome)
{
	asking->state->steps = asking->work.steps;
	asking->state->stopped |= asking->work.stopped;
	if (!asking->state->stopped)
		return outcome;
	asking->ctx->judge->tally->untested = CLAIR_WHY_STOPPED;
	return outcome == CLAIR_PASS ? CLAIR_INAPPLICABLE : outcome;
}

static bool
is_stopped(const struct asking *asking)
{
	return asking->work.stopped || asking->state->stopped;
}

static bool
search(struct asking *asking, const char *text, size_t length, size_t from, struct clair_regex_match *match)
{
	enum clair_regex_answer answer =
	    clair_regex_search(asking->rule->regex, text, length, from, &asking->state->searches, match);

	asking->state->stopped |= answer == CLAIR_REGEX_STOPPED;
	return answer == CLAIR_REGEX_FOUND;
}

/* --- Who is concerned ---------------------------------------------------------------------------------- */

static bool
has_name(const struct clair_declared_rule *rule, const struct clair_node *node)
{
	if (rule->on_all || clair_tag(node) != CLAIR_TAG_OTHER)
		return true;
	for (size_t i = 0; i < rule->name_count; i++) {
		if (strcmp(rule->names[i], clair_tag_name(node)) == 0)
			return true;
	}
	return false;
}

/* The drawing inside an svg has elements of the same names: a, title, style. */
static bool
is_drawing(const struct clair_node *node)
{
	return !clair_is_html(node) && clair_tag(node) != CLAIR_TAG_SVG && clair_tag(node) != CLAIR_TAG_MATH;
}

/* What stands in the head is never drawn. */
static bool
is_perceived(struct clair_ctx *ctx, const struct clair_node *node)
{
	return clair_tag(node) == CLAIR_TAG_HTML || clair_closest(node, CLAIR_TAG_HEAD) != NULL ||
	    clair_visible(ctx, node) || clair_exposed(ctx, node);
}

static bool
concerns(struct asking *asking, const struct clair_node *node)
{
	const struct clair_declared_rule *rule = asking->rule;

	if (!has_name(rule, node) || is_drawing(node))
		return false;
	if (rule->region != CLAIR_REGION_ANY && (int)clair_region(asking->ctx, node) != rule->region)
		return false;
	return rule->hidden || is_perceived(asking->ctx, node);
}

/* --- What is asked ----------------------------------------------------------------------------------------- */

/* NULL: it has none. */
static const char *
subject_of(struct asking *asking, const struct clair_node *node)
{
	switch (asking->rule->subject) {
	case CLAIR_OF_ATTRIBUTE:
		return clair_attr_by_name(node, asking->rule->attribute);
	case CLAIR_OF_NAME:
		return clair_name(asking->ctx, node);
	default:
		return clair_xpath_text(node, &asking->work);
	}
}

static bool
matches(struct asking *asking, const char *subject)
{
	struct clair_regex_match match;

	return search(asking, subject, strlen(subject), 0, &match) != asking->rule->wants_absence;
}

static enum clair_outcome
ask_exists(struct asking *asking, const struct clair_node *node)
{
	const struct clair_declared_rule *rule = asking->rule;
	const bool fits = rule->when == NULL || clair_xpath_test(rule->when, node, &asking->work);
	const char *subject;

	if (rule->subject == CLAIR_NO_SUBJECT)
		return fits ? CLAIR_FAIL : CLAIR_PASS;
	subject = fits ? subject_of(asking, node) : NULL;
	if (subject == NULL)
		return CLAIR_INAPPLICABLE;
	return matches(asking, subject) ? CLAIR_FAIL : CLAIR_PASS;
}

static enum clair_outcome
ask_requires(struct asking *asking, const struct clair_node *node)
{
	const struct clair_declared_rule *rule = asking->rule;
	const char *subject;

	if (rule->when != NULL && !clair_xpath_test(rule->when, node, &asking->work))
		return CLAIR_INAPPLICABLE;
	if (rule->must != NULL && !clair_xpath_test(rule->must, node, &asking->work))
		return CLAIR_FAIL;
	if (rule->subject == CLAIR_NO_SUBJECT)
		return CLAIR_PASS;
	subject = subject_of(asking, node);
	return subject != NULL && matches(asking, subject) ? CLAIR_PASS : CLAIR_FAIL;
}

/* Runs of signs between spaces that hold a letter or a digit. */
static double
count_words(const char *text)
{
	double count = 0;
	bool inside = false;
	ucs4_t sign;

	for (const uint8_t *at = (const uint8_t *)text; (at = u8_next(&sign, at)) != NULL;) {
		if (uc_is_property_white_space(sign) || sign == 0xA0 || sign == 0x202F) {
			inside = false;
		} else if (!inside && (uc_is_general_category_withtable(sign, UC_CATEGORY_MASK_L) ||
		                          uc_is_general_category_withtable(sign, UC_CATEGORY_MASK_N))) {
			inside = true;
			count++;
		}
	}
	return count;
}

static double
measure(struct asking *asking, const struct clair_node *node)
{
	const struct clair_declared_rule *rule = asking->rule;

	switch (rule->measured) {
	case CLAIR_BY_WORDS:
		return count_words(clair_xpath_text(node, &asking->work));
	case CLAIR_BY_CHARACTERS: {
		const char *text = clair_xpath_text(node, &asking->work);

		return (double)u8_mbsnlen((const uint8_t *)text, strlen(text));
	}
	default:
		return clair_xpath_number(rule->measure, node, &asking->work);
	}
}

static enum clair_outcome
ask_metric(struct asking *asking, const struct clair_node *node, double *value)
{
	const struct clair_declared_rule *rule = asking->rule;

	if (rule->when != NULL && !clair_xpath_test(rule->when, node, &asking->work))
		return CLAIR_INAPPLICABLE;
	*value = measure(asking, node);
	if (isnan(*value))
		return CLAIR_INAPPLICABLE;
	return (rule->has_max && *value > rule->max) || (rule->has_min && *value < rule->min) ? CLAIR_FAIL
	                                                                                      : CLAIR_PASS;
}

/* --- Findings -------------------------------------------------------------------------------------------------- */

static struct clair_finding *
report(struct asking *asking, const struct clair_node *node)
{
	const struct clair_declared_rule *rule = asking->rule;
	enum clair_attribute attribute = CLAIR_ATTR_OTHER;

	if (rule->subject == CLAIR_OF_ATTRIBUTE)
		attribute = clair_attribute_of(rule->attribute, strlen(rule->attribute));
	if (attribute != CLAIR_ATTR_OTHER)
		return rule->review ? clair_review_attr(asking->ctx, node, attribute, 0)
		                    : clair_report_attr(asking->ctx, node, attribute, 0);
	return rule->review ? clair_review(asking->ctx, node, 0) : clair_report(asking->ctx, node, 0);
}

static enum clair_outcome
found(const struct asking *asking)
{
	return asking->rule->review ? CLAIR_REVIEW : CLAIR_FAIL;
}

static void
add_limits(struct asking *asking, struct clair_finding *finding)
{
	if (asking->rule->has_min)
		clair_arg_num(finding, "min", asking->rule->min);
	if (asking->rule->has_max)
		clair_arg_num(finding, "max", asking->rule->max);
}

static void
report_element(struct asking *asking, const struct clair_node *node, double value)
{
	const bool is_metric = asking->rule->form == CLAIR_FORM_METRIC;
	struct clair_finding *finding = report(asking, node);

	clair_arg(finding, "element", clair_tag_name(node));
	add_limits(asking, finding);
	if (is_metric)
		clair_arg_num(finding, "valeur", value);
	else if (asking->rule->shows_value)
		clair_arg(finding, "valeur", subject_of(asking, node));
}

enum clair_outcome
clair_declared_element(struct clair_ctx *ctx, const struct clair_node *node)
{
	struct asking asking;
	enum clair_outcome outcome;
	double value = 0;

	if (!start(&asking, ctx) || !concerns(&asking, node))
		return CLAIR_INAPPLICABLE;
	switch (asking.rule->form) {
	case CLAIR_FORM_EXISTS:
		outcome = ask_exists(&asking, node);
		break;
	case CLAIR_FORM_REQUIRES:
		outcome = ask_requires(&asking, node);
		break;
	default:
		outcome = ask_metric(&asking, node, &value);
		break;
	}
	if (outcome == CLAIR_FAIL && !is_stopped(&asking)) {
		report_element(&asking, node, value);
		outcome = found(&asking);
	}
	return end(&asking, outcome);
}

/* --- Words to replace ------------------------------------------------------------------------------------------- */

static void
report_word(struct asking *asking, const struct clair_block *block, const struct clair_regex_match *match)
{
	const struct clair_declared_word *word = &asking->rule->words[match->mark - 1];
	const char *text = clair_block_text(block) + match->offset;
	const bool as_written = strncmp(text, word->word, match->length) == 0;
	struct clair_finding *finding = asking->rule->review
	    ? clair_review_part(asking->ctx, block, match->offset, match->length, 0)
	    : clair_report_part(asking->ctx, block, match->offset, match->length, 0);

	clair_arg(finding, "mot", word->word);
	clair_arg(finding, "simple", word->plain);
	/* With a capital, only a person can write it. */
	clair_fix_text(finding, CLAIR_CHOICE, as_written ? word->plain : NULL);
}

enum clair_outcome
clair_declared_block(struct clair_ctx *ctx, const struct clair_block *block)
{
	const char *text = clair_block_text(block);
	const size_t length = strlen(text);
	struct clair_regex_match match = {0};
	enum clair_outcome outcome = CLAIR_PASS;
	struct asking asking;

	if (!start(&asking, ctx) ||
	    (asking.rule->region != CLAIR_REGION_ANY && (int)clair_block_region(ctx, block) != asking.rule->region))
		return CLAIR_INAPPLICABLE;
	for (size_t from = 0; search(&asking, text, length, from, &match); from = match.offset + match.length) {
		if (match.mark == 0 || match.length == 0)
			break;
		if (clair_block_is_sample(ctx, block, match.offset))
			continue;
		report_word(&asking, block, &match);
		outcome = found(&asking);
	}
	return end(&asking, outcome);
}

/* --- Counts ------------------------------------------------------------------------------------------------------- */

static bool
counts(struct asking *asking, const struct clair_node *node)
{
	const struct clair_declared_rule *rule = asking->rule;
	const char *subject;

	if (!clair_xpath_spend(&asking->work, 1))
		return false;
	if (!rule->on_all && !clair_rule_has_tag(&rule->rule, clair_tag(node)))
		return false;
	if (!concerns(asking, node) || (rule->when != NULL && !clair_xpath_test(rule->when, node, &asking->work)))
		return false;
	if (rule->subject == CLAIR_NO_SUBJECT)
		return true;
	subject = subject_of(asking, node);
	return subject != NULL && matches(asking, subject);
}

/* Too many: at the first one too many. Too few: the page. */
static void
report_count(struct asking *asking, const struct clair_node *node, double count)
{
	struct clair_finding *finding;

	if (node != NULL)
		finding = report(asking, node);
	else
		finding = asking->rule->review ? clair_review_page(asking->ctx, 0) : clair_report_page(asking->ctx, 0);
	clair_arg_num(finding, "nombre", count);
	add_limits(asking, finding);
}

enum clair_outcome
clair_declared_page(struct clair_ctx *ctx)
{
	const struct clair_node *over = NULL;
	struct asking asking;
	double count = 0;

	if (!start(&asking, ctx))
		return CLAIR_INAPPLICABLE;
	for (const struct clair_node *node = clair_root(ctx); node != NULL && !is_stopped(&asking);
	     node = clair_next_inside(clair_root(ctx), node)) {
		if (!counts(&asking, node))
			continue;
		count++;
		if (asking.rule->has_max && count == asking.rule->max + 1)
			over = node;
	}
	if (is_stopped(&asking))
		return end(&asking, CLAIR_PASS);
	if (over == NULL && !(asking.rule->has_min && count < asking.rule->min))
		return end(&asking, CLAIR_PASS);
	report_count(&asking, over, count);
	return end(&asking, found(&asking));
}
