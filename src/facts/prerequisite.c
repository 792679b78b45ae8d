/* What people must have or know for a procedure: see clairlint/procedure.h. */
#include "facts/procedure.h"

#include <string.h>

struct clair_need_table {
	struct clair_prerequisite found[CLAIR_NEED_COUNT]; /* node NULL: not asked for */
	uint32_t count;
};

/* In the order of enum clair_need. `noun`: what words ask for; `act`: words that ask by themselves, or NULL. */
static const struct {
	const char *name, *noun, *act;
	bool is_code;
} needs[CLAIR_NEED_COUNT] = {
    {"account", "need-account", "act-account", false},
    {"email", "need-email", NULL, false},
    {"mobile", "need-mobile", NULL, false},
    {"sms-code", "need-sms-code", "act-sms-code", false},
    {"printer", "need-printer", "act-printer", false},
    {"scan", "need-scan", "act-scan", false},
    {"pdf-reader", "need-pdf-reader", NULL, false},
    {"office", "need-office", "act-office", false},
    {"application", "need-application", "act-application", false},
    {"tax-number", "need-tax-number", NULL, true},
    {"social-number", "need-social-number", NULL, true},
    {"benefit-number", "need-benefit-number", NULL, true},
    {"file-number", "need-file-number", NULL, true},
    {"access-code", "need-access-code", NULL, true},
    {"company-number", "need-company-number", NULL, true},
    {"card", "need-card", NULL, false},
    {"iban", "need-iban", NULL, false},
    {"signature", "need-signature", "act-signature", false},
    {"identity", "need-identity", NULL, false},
};

const char *
clair_need_name(enum clair_need need)
{
	return needs[need].name;
}

bool
clair_need_is_code(enum clair_need need)
{
	return needs[need].is_code;
}

/* --- Words ---------------------------------------------------------------------------------------------- */

/* Part of a block: a sentence, or what follows a verb in it. */
struct span {
	const struct clair_block *block;
	uint32_t from, to;
};

static bool
finds(struct clair_ctx *ctx, const char *pattern, struct span span, struct span *match)
{
	size_t offset;
	size_t length;

	if (!clair_dict_match(ctx->dict, pattern, span.block->text + span.from, span.to - span.from, 0, &offset, &length))
		return false;
	*match = (struct span){span.block, span.from + (uint32_t)offset, span.from + (uint32_t)(offset + length)};
	return true;
}

static void
keep(struct clair_ctx *ctx, struct clair_need_table *table, enum clair_need need, struct span words)
{
	if (table->found[need].node != NULL)
		return;
	table->count++;
	table->found[need] = (struct clair_prerequisite){
	    .node = clair_block_part_node(ctx, words.block, words.from),
	    .block = words.block,
	    .from = words.from,
	    .length = words.to - words.from,
	    .words = clair_strndup(&ctx->page->mem, words.block->text + words.from, words.to - words.from),
	};
}

static void
keep_nouns(struct clair_ctx *ctx, struct clair_need_table *table, struct span span)
{
	struct span words;

	for (int i = 0; i < CLAIR_NEED_COUNT; i++)
		if (table->found[i].node == NULL && finds(ctx, needs[i].noun, span, &words))
			keep(ctx, table, (enum clair_need)i, words);
}

static void
keep_acts(struct clair_ctx *ctx, struct clair_need_table *table, struct span sentence)
{
	struct span words;

	for (int i = 0; i < CLAIR_NEED_COUNT; i++)
		if (table->found[i].node == NULL && needs[i].act != NULL && finds(ctx, needs[i].act, sentence, &words))
			keep(ctx, table, (enum clair_need)i, words);
}

/* Things follow the words that ask for them, "munissez-vous de", or stand before: "… est obligatoire". */
static void
read_sentence(struct clair_ctx *ctx, struct clair_need_table *table, struct span sentence, bool is_asked)
{
	struct span words;

	if (finds(ctx, "need-optional", sentence, &words) || finds(ctx, "need-told", sentence, &words))
		return;
	keep_acts(ctx, table, sentence);
	if (is_asked) {
		keep_nouns(ctx, table, sentence);
		return;
	}
	if (finds(ctx, "need-asks", sentence, &words))
		keep_nouns(ctx, table, (struct span){sentence.block, words.to, sentence.to});
	if (finds(ctx, "need-asked", sentence, &words))
		keep_nouns(ctx, table, (struct span){sentence.block, sentence.from, words.from});
}

static void
read_words(struct clair_ctx *ctx, struct clair_need_table *table)
{
	struct clair_asked_walk walk = {0};

	while (clair_asked_next(ctx, &walk)) {
		const struct clair_sentence *sentence = NULL;

		if (walk.block->kind == CLAIR_BLOCK_HEADING || walk.block->kind == CLAIR_BLOCK_LABEL ||
		    walk.block->kind == CLAIR_BLOCK_BUTTON)
			continue;
		while ((sentence = clair_sentence_next(ctx, walk.block, sentence)) != NULL)
			read_sentence(ctx, table,
			    (struct span){walk.block, sentence->offset, sentence->offset + sentence->length},
			    clair_asked_item(&walk));
	}
}

/* --- Fields ------------------------------------------------------------------------------------------------ */

/* A form where no field says that it is required asks for them all. One field alone is a letter of news, or a small
 * tool. */
static bool
is_asked(const struct clair_entry *entry)
{
	if (entry->form == NULL || entry->form->is_login)
		return entry->required || entry->form != NULL;
	return entry->form->fields > 1 &&
	    (entry->required || (entry->form->required == 0 && clair_need_is_code((enum clair_need)entry->need)));
}

static void
read_fields(struct clair_ctx *ctx, struct clair_need_table *table)
{
	for (size_t i = 0; i < clair_entry_count(ctx); i++) {
		const struct clair_entry *entry = clair_entry_at(ctx, i);

		if (entry->need < 0 || !is_asked(entry) || table->found[entry->need].node != NULL)
			continue;
		table->count++;
		table->found[entry->need] = (struct clair_prerequisite){
		    .node = entry->field, .words = clair_name(ctx, entry->field)};
	}
}

static const struct clair_need_table *
needs_of(struct clair_ctx *ctx)
{
	static const struct clair_need_table none;
	struct clair_need_table *table = ctx->facts->needs;

	if (table != NULL)
		return table;
	table = clair_alloc(&ctx->page->mem, sizeof(*table));
	if (table == NULL)
		return &none;
	ctx->facts->needs = table;
	read_words(ctx, table);
	read_fields(ctx, table);
	return table;
}

const struct clair_prerequisite *
clair_prerequisite(struct clair_ctx *ctx, enum clair_need need)
{
	const struct clair_prerequisite *found = &needs_of(ctx)->found[need];

	return found->node == NULL ? NULL : found;
}

uint32_t
clair_prerequisite_count(struct clair_ctx *ctx)
{
	return needs_of(ctx)->count;
}
