/* One page through the rules: one pass over elements, one over blocks, then page rules. */
#include "base/shelf.h"
#include "engine/judge.h"
#include "engine/weigh.h"

#include "base/clock.h"
#include "dom/decode.h"
#include "facts/summary.h"
#include "facts/text.h"
#include "facts/trace.h"
#include "score/score.h"

#include <stdlib.h>
#include <string.h>

enum {
	PAGE_MEMORY = 480 << 20, /* with the result and the program, under 512 MiB; sheets apart: sheet_set.c */
	PAGE_MILLISECONDS = 2500, /* 3 s with the rule that is late and the summary, which are not cut short */
	SUPPRESSION_STEPS = 20000000, /* elements that the selectors of suppressions look at */
	BETWEEN_LOOKS = 256, /* at the clock: questions about a node, or a block and its BYTES_A_QUESTION */
	BYTES_A_QUESTION = 256,
};

struct watch {
	const struct timespec *end;
	size_t asked; /* since the last look */
};

void
clair_judge_count(struct clair_judge *judge, enum clair_outcome outcome)
{
	struct clair_tally *tally = judge->tally;

	if ((outcome == CLAIR_FAIL || outcome == CLAIR_REVIEW) && judge->reported != 0 &&
	    judge->silenced == judge->reported) {
		tally->silenced++;
		return;
	}
	switch (outcome) {
	case CLAIR_PASS:
		tally->passed++;
		break;
	case CLAIR_FAIL:
		tally->failed++;
		break;
	case CLAIR_REVIEW:
		tally->review++;
		break;
	case CLAIR_UNTESTED:
		tally->untested = judge->untested;
		break;
	default:
		break;
	}
}

void
clair_tally_close(struct clair_tally *tally)
{
	if (tally->failed != 0)
		tally->outcome = CLAIR_FAIL;
	else if (tally->review != 0)
		tally->outcome = CLAIR_REVIEW;
	else if (tally->untested != CLAIR_WHY_NONE)
		tally->outcome = CLAIR_UNTESTED;
	else if (tally->silenced != 0) {
		tally->outcome = CLAIR_UNTESTED;
		tally->untested = CLAIR_WHY_SILENCED;
	} else if (tally->passed != 0)
		tally->outcome = CLAIR_PASS;
	else
		tally->outcome = CLAIR_INAPPLICABLE;
}

/* Of a text only some rules are asked. */
static bool
is_asked(const struct clair_ctx *ctx, size_t rule)
{
	return !ctx->page->is_text || ctx->judge->linter->rules[rule]->on_text;
}

static void
ready(struct clair_judge *judge, struct clair_result *result, size_t rule)
{
	judge->rule = judge->linter->rules[rule];
	judge->rule_index = rule;
	judge->tally = &result->tallies[rule];
	judge->reported = 0;
	judge->silenced = 0;
}

static void
ask_element(struct clair_ctx *ctx, struct clair_result *result, size_t rule,
    const struct clair_node *node)
{
	if (!is_asked(ctx, rule))
		return;
	ready(ctx->judge, result, rule);
	clair_judge_count(ctx->judge, ctx->judge->linter->rules[rule]->check.element(ctx, node));
}

/* The buckets of the element's tag, of its role, and the rules asked about everything. */
static void
ask_all(struct clair_ctx *ctx, struct clair_result *result, const struct clair_node *node)
{
	const struct clair_linter *linter = ctx->judge->linter;
	const struct clair_buckets *tags = &linter->by_tag;
	const struct clair_buckets *roles = &linter->by_role;
	enum clair_tag tag = clair_tag(node);

	for (uint32_t i = tags->start[tag]; i < tags->start[tag + 1]; i++)
		ask_element(ctx, result, tags->slots[i], node);
	if (linter->asks_roles) {
		enum clair_role role = clair_role(ctx, node);

		for (uint32_t i = roles->start[role]; i < roles->start[role + 1]; i++) {
			if (!clair_rule_has_tag(linter->rules[roles->slots[i]], tag))
				ask_element(ctx, result, roles->slots[i], node);
		}
	}
	for (size_t i = 0; i < linter->everywhere_count; i++)
		ask_element(ctx, result, linter->everywhere[i], node);
}

/* The same question without buckets, to check them. */
static void
ask_one_by_one(struct clair_ctx *ctx, struct clair_result *result, const struct clair_node *node)
{
	for (size_t r = 0; r < ctx->judge->linter->rule_count; r++) {
		const struct clair_rule *rule = ctx->judge->linter->rules[r];

		if (!ctx->judge->linter->enabled[r] || rule->scope != CLAIR_ELEMENT)
			continue;
		if (rule->on_all || clair_rule_has_tag(rule, clair_tag(node)) ||
		    (rule->on_roles.count != 0 && clair_rule_has_role(rule, clair_role(ctx, node))))
			ask_element(ctx, result, r, node);
	}
}

/* Looks at the clock before the first question, then now and then. */
static bool
is_late(struct watch *watch, size_t questions)
{
	if (watch->asked > 0 && watch->asked < BETWEEN_LOOKS) {
		watch->asked += questions;
		return false;
	}
	watch->asked = questions;
	return clair_clock_is_past(watch->end);
}

static bool
walk_elements(struct clair_ctx *ctx, struct clair_result *result, const struct timespec *end)
{
	const struct clair_page *page = ctx->page;
	struct watch watch = {.end = end};
	bool brute_force = ctx->judge->linter->options.brute_force;

	for (uint32_t i = 0; i < page->node_count; i++) {
		if (is_late(&watch, 1))
			return false;
		if (page->nodes[i].kind != CLAIR_NODE_ELEMENT)
			continue;
		if (brute_force)
			ask_one_by_one(ctx, result, &page->nodes[i]);
		else
			ask_all(ctx, result, &page->nodes[i]);
	}
	return true;
}

static bool
concerns_block(
    struct clair_ctx *ctx, const struct clair_rule *rule, const struct clair_block *block)
{
	if ((rule->on_blocks & CLAIR_BLOCKS(clair_block_kind(block))) == 0)
		return false;
	if (rule->only_main && clair_block_region(ctx, block) != CLAIR_IN_MAIN)
		return false;
	return !rule->only_french || clair_block_in_french(ctx, block);
}

static bool
walk_blocks(struct clair_ctx *ctx, struct clair_result *result, const struct timespec *end)
{
	const struct clair_linter *linter = ctx->judge->linter;
	size_t count = linter->block_rule_count == 0 ? 0 : clair_block_count(ctx);
	struct watch watch = {.end = end};

	for (size_t i = 0; i < count; i++) {
		const struct clair_block *block = clair_block_at(ctx, i);

		for (size_t r = 0; r < linter->block_rule_count; r++) {
			size_t rule = linter->block_rules[r];

			if (is_late(&watch, 1 + block->length / BYTES_A_QUESTION))
				return false;
			if (!is_asked(ctx, rule) || !concerns_block(ctx, linter->rules[rule], block))
				continue;
			ready(ctx->judge, result, rule);
			clair_judge_count(ctx->judge, linter->rules[rule]->check.block(ctx, block));
		}
	}
	return true;
}

static bool
ask_page_rules(struct clair_ctx *ctx, struct clair_result *result, const struct timespec *end)
{
	const struct clair_linter *linter = ctx->judge->linter;

	for (size_t i = 0; i < linter->page_rule_count; i++) {
		size_t rule = linter->page_rules[i];

		if (clair_clock_is_past(end))
			return false;
		if (!is_asked(ctx, rule))
			continue;
		ready(ctx->judge, result, rule);
		clair_judge_count(ctx->judge, linter->rules[rule]->check.page(ctx));
	}
	return true;
}

/* A rule cut short proves nothing by its silence: only what it found stays. */
static void
close_tallies(struct clair_result *result, const struct clair_ctx *ctx, bool complete)
{
	const struct clair_linter *linter = ctx->judge->linter;

	for (size_t r = 0; r < linter->rule_count; r++) {
		struct clair_tally *tally = &result->tallies[r];

		if (!linter->enabled[r] || linter->rules[r]->scope == CLAIR_SITE || !is_asked(ctx, r))
			continue;
		if (!complete && tally->untested == CLAIR_WHY_NONE)
			tally->untested = CLAIR_WHY_INCOMPLETE;
		clair_tally_close(tally);
	}
}

static const char *
charset_from_name(enum clair_charset_from from)
{
	static const char *const names[] = {
	    [CLAIR_FROM_BOM] = "bom",
	    [CLAIR_FROM_HTTP] = "http",
	    [CLAIR_FROM_META] = "meta",
	    [CLAIR_FROM_DEFAULT] = "default",
	};

	return names[from];
}

static void
describe(struct clair_result *result, struct clair_ctx *ctx)
{
	const struct clair_page *page = ctx->page;

	result->charset = clair_strdup(&result->mem, page->charset);
	result->charset_from = charset_from_name(page->charset_from);
	result->lang = clair_strdup(&result->mem, clair_lang_of(ctx, clair_root(ctx)));
	result->title = clair_strdup(&result->mem, clair_page_title(ctx));
	result->kind = "text";
	if (!page->is_text) {
		result->kind = clair_page_kind_name(clair_page_kind(ctx).kind);
		result->kind_reason = clair_page_kind(ctx).reason;
	}
	if (page->approximate)
		result->note = "approximate";
	else if (page->replaced != 0)
		result->note = "bad-characters";
}

/* In the result, since the page dies before the report. */
static const struct clair_procedure_label *
procedure_kept(struct clair_ctx *ctx, struct clair_arena *arena)
{
	const struct clair_procedure_label *label = clair_procedure_label(ctx);
	struct clair_procedure_label *kept = label == NULL ? NULL : clair_alloc(arena, sizeof(*kept));

	if (kept != NULL)
		*kept = *label;
	return kept;
}

/* The time that it takes is not the page's. */
/* Without the memory for it, the page has no weight: the rules that ask for one are told so. */
static void
weigh_page(struct clair_ctx *ctx, struct clair_weights *weights, struct timespec *end)
{
	struct timespec from = clair_clock_after(0);

	clair_weigh_requests(ctx, weights);
	clair_clock_forget(end, &from);
}

/* The lines of the page are known as long as it lives. */
static void
place_edits(struct clair_page *page, const struct clair_finding *first)
{
	for (const struct clair_finding *f = first; f != NULL; f = f->next) {
		for (struct clair_edit *edit = f->fix.edits; edit != NULL; edit = edit->next) {
			clair_page_position(page, edit->offset, &edit->line, &edit->column);
			clair_page_position(
			    page, edit->offset + edit->length, &edit->end_line, &edit->end_column);
		}
	}
}

static void
judge_page(struct clair_result *result, struct clair_ctx *ctx, struct timespec *end)
{
	struct clair_judge *judge = ctx->judge;
	struct clair_weights weights;
	bool complete;

	if (!clair_facts_new(ctx)) {
		result->not_tested_reason = "no-memory";
		return;
	}
	describe(result, ctx);
	if (clair_is_shell(ctx)) {
		result->not_tested_reason = "needs-scripts";
		result->summary = clair_summary_new(ctx, &result->mem);
		return;
	}
	if (judge->linter->options.weigh != NULL)
		weigh_page(ctx, &weights, end);
	complete = walk_elements(ctx, result, end) && walk_blocks(ctx, result, end) &&
	    ask_page_rules(ctx, result, end) && !ctx->page->mem.failed && !ctx->page->cut;
	close_tallies(result, ctx, complete);
	if (!complete)
		result->note = "incomplete";
	result->tested = true;
	result->is_falc = clair_wants_falc(ctx);
	if (judge->takes_comments)
		clair_spares_find(judge, ctx->page, judge->first);
	result->first = clair_findings_sort(judge->first, judge->finding_count, &ctx->page->mem);
	place_edits(ctx->page, result->first);
	result->finding_count = judge->finding_count;
	result->measures = judge->measures;
	result->measure_count = judge->measure_count;
	result->summary = clair_summary_new(ctx, &result->mem);
	/* What a page cut short lacks is not known: it is neither compared nor given a label. */
	if (complete) {
		result->trace = clair_trace_new(ctx, &result->mem);
		result->procedure = procedure_kept(ctx, &result->mem);
	}
	clair_score_page(result, judge->linter);
}

static bool
is_html(const char *media_type)
{
	return media_type == NULL || media_type[0] == '\0' || strcmp(media_type, "text/html") == 0 ||
	    strcmp(media_type, "application/xhtml+xml") == 0;
}

static bool
is_plain(const char *media_type)
{
	return media_type == NULL || media_type[0] == '\0' || strcmp(media_type, "text/plain") == 0 ||
	    strcmp(media_type, "text/markdown") == 0;
}

static const char *
refusal(const struct clair_document *document)
{
	if (document->failure != NULL)
		return document->failure;
	if (document->http_status >= 400)
		return "http-error";
	if (document->kind != CLAIR_HTML_PAGE && !is_plain(document->media_type))
		return "not-text";
	if (document->kind == CLAIR_HTML_PAGE && !is_html(document->media_type))
		return "not-html";
	return document->length == 0 ? "empty" : NULL;
}

static struct clair_result *
result_new(const struct clair_document *document, const struct clair_linter *linter)
{
	struct clair_arena mem;
	struct clair_result *result;
	const char *final_url;

	clair_arena_init(&mem, 0);
	mem.shelf = linter->shelf;
	result = clair_alloc(&mem, sizeof(*result));
	if (result == NULL)
		return NULL;
	result->mem = mem;
	final_url = document->final_url != NULL ? document->final_url : document->url;
	result->url = clair_strdup(&result->mem, document->url != NULL ? document->url : "");
	result->final_url = clair_strdup(&result->mem, final_url != NULL ? final_url : "");
	result->file =
	    document->file != NULL ? clair_strdup(&result->mem, document->file) : NULL;
	result->media_type =
	    clair_strdup(&result->mem, document->media_type != NULL ? document->media_type : "");
	result->charset = result->charset_from = result->lang = result->title = "";
	result->is_text = document->kind != CLAIR_HTML_PAGE;
	result->kind = result->is_text ? "text" : "page";
	result->http_status = document->http_status;
	result->click_depth = document->click_depth;
	result->bytes = document->length;
	result->scores.worst = CLAIR_PERSONA_COUNT;
	for (size_t i = 0; i < CLAIR_AXIS_COUNT; i++)
		result->scores.axis[i] = -1;
	for (size_t i = 0; i < CLAIR_PERSONA_COUNT; i++)
		result->scores.persona[i] = -1;
	result->tallies =
	    clair_alloc_array(&result->mem, linter->rule_count + 1, sizeof(*result->tallies));
	return result;
}

static void
note_sheets(struct clair_result *result, const struct clair_page_sheets *sheets)
{
	const struct clair_style_set *set = &sheets->set;

	result->sheets_read = sheets->read;
	result->sheets_lost = clair_alloc_array(
	    &result->mem, set->missing_count, sizeof(*result->sheets_lost));
	for (uint32_t i = 0; result->sheets_lost != NULL && i < set->missing_count; i++) {
		result->sheets_lost[i] = (struct clair_lost_sheet){
		    .url = clair_strdup(&result->mem, set->missing[i].url),
		    .why = set->missing[i].why,
		    .pages = 1,
		};
		result->sheets_lost_count++;
	}
}

/* Sheets are read once for all the pages: the page that comes first does not pay for the others. */
static struct clair_page_sheets *
gather_sheets(struct clair_result *result, struct clair_ctx *ctx, struct timespec *end)
{
	struct timespec from = clair_clock_after(0);
	struct clair_page_sheets *sheets = clair_page_sheets_new(
	    ctx->judge->linter->sheets, ctx->page, &ctx->page->mem);

	if (sheets == NULL)
		return NULL;
	note_sheets(result, sheets);
	ctx->sheets = &sheets->set;
	clair_clock_forget(end, &from);
	return sheets;
}

/* Whether an edit of the decoded source is one of the bytes given. */
static void
compare_source(struct clair_result *result, const struct clair_page *page,
    const struct clair_document *document)
{
	size_t mark = 0;
	const char *charset = clair_bom_charset(document->bytes, document->length, &mark);

	if (charset == NULL)
		mark = 0;
	result->mark = (uint8_t)mark;
	result->verbatim = document->length - mark == page->length &&
	    memcmp(document->bytes + mark, page->source, page->length) == 0;
}

/* What each rule of the user's files may spend on a page. */
static struct clair_declared_state *
declared_states(const struct clair_linter *linter, struct clair_arena *mem)
{
	const size_t count = clair_rule_set_count(linter->options.rule_set);
	const unsigned part = linter->trial ? CLAIR_DECLARED_TRIAL : 1;
	struct clair_declared_state *states = count == 0 ? NULL : clair_alloc_array(mem, count, sizeof(*states));

	for (size_t i = 0; states != NULL && i < count; i++)
		states[i] = (struct clair_declared_state){
		    .steps = CLAIR_DECLARED_STEPS / part, .searches = CLAIR_DECLARED_SEARCHES / part};
	return states;
}

static void
parse_and_judge(struct clair_result *result, const struct clair_linter *linter,
    const struct clair_document *document)
{
	const struct clair_options *options = &linter->options;
	unsigned milliseconds =
	    options->page_milliseconds != 0 ? options->page_milliseconds : PAGE_MILLISECONDS;
	struct clair_parse_limits limits = {
	    .memory = options->page_memory != 0 ? options->page_memory : PAGE_MEMORY,
	    .milliseconds = milliseconds / 2,
	};
	struct clair_judge judge = {.linter = linter, .mem = &result->mem, .url = result->final_url};
	struct clair_page_sheets *sheets = NULL;
	struct clair_page page;
	struct timespec end;
	struct clair_ctx ctx = {
	    .page = &page,
	    .dict = linter->dict,
	    .resolve = options->resolve,
	    .resolve_payload = options->resolve_payload,
	    .site_of = options->site_of,
	    .is_home = document->click_depth == 0,
	    .profile = options->profile,
	    .today = options->today,
	    .judge = &judge,
	};

	end = clair_clock_after(milliseconds);
	if (clair_page_parse(&page, document, &limits, &result->not_tested_reason) != CLAIR_OK)
		return;
	compare_source(result, &page, document);
	judge.match = (struct clair_match){.page = &page, .quirks = page.quirks,
	    .arena = &page.mem, .ceiling = SUPPRESSION_STEPS};
	clair_ignores_find(result, &page, linter, document->own);
	judge.takes_comments = document->own && document->kind != CLAIR_PLAIN_TEXT;
	judge.ignores = result->ignores;
	judge.ignore_count = result->ignore_count;
	judge.declared = declared_states(linter, &page.mem);
	judge.kept = clair_alloc_array(&page.mem, linter->rule_count + 1, sizeof(*judge.kept));
	if (page.mem.failed) {
		result->not_tested_reason = "no-memory";
	} else {
		sheets = gather_sheets(result, &ctx, &end);
		ctx.words = clair_words_new(linter->dict);
		judge_page(result, &ctx, &end);
		clair_words_free(ctx.words);
		clair_page_sheets_release(sheets);
	}
	clair_page_free(&page);
}

enum clair_status
clair_lint(struct clair_result **out, const struct clair_linter *linter,
    const struct clair_document *document)
{
	struct clair_result *result = result_new(document, linter);

	*out = result;
	if (result == NULL)
		return CLAIR_NO_MEMORY;
	result->not_tested_reason = refusal(document);
	if (result->not_tested_reason == NULL)
		parse_and_judge(result, linter, document);
	if (result->mem.failed) {
		clair_result_free(result);
		*out = NULL;
		return CLAIR_NO_MEMORY;
	}
	/* Those who judge files add their results when all are there. */
	clair_shelf_touched(linter->shelf, result->mem.used);
	return CLAIR_OK;
}

void
clair_result_free(struct clair_result *result)
{
	struct clair_arena mem;

	if (result == NULL)
		return;
	mem = result->mem;
	clair_arena_free(&mem);
}

size_t
clair_result_link_count(const struct clair_result *result)
{
	return result->summary == NULL ? 0 : result->summary->link_count;
}

const char *
clair_result_link(const struct clair_result *result, size_t index)
{
	return index < clair_result_link_count(result) ? result->summary->links[index] : NULL;
}

const char *
clair_result_canonical(const struct clair_result *result)
{
	return result->summary == NULL ? NULL : result->summary->canonical;
}

const char *
clair_result_not_tested(const struct clair_result *result)
{
	return result->tested ? NULL : result->not_tested_reason;
}
