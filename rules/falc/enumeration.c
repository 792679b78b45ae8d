/* Words that follow each other make a list. */
#include "rules/common/outcome.h"

#include <string.h>

enum { LIST, SHORT_LIST };

static const struct clair_message messages[] = {
	[LIST] = {
		.key = "list",
		.fr = "Cette phrase énumère {count} choses. Une liste à puces se lit mieux.",
		.en = "This sentence names {count} things. A bulleted list is easier to read.",
	},
	[SHORT_LIST] = {
		.key = "short-list",
		.fr = "Cette phrase énumère {count} choses. Une liste à puces serait-elle plus facile à lire ?",
		.en = "This sentence names {count} things. Would a bulleted list be easier to read?",
	},
};

/* Things parted by commas, then by the word before the last one. */
static uint32_t
things(const char *text, size_t length)
{
	uint32_t commas = 0;

	for (size_t i = 0; i < length; i++)
		commas += text[i] == ',';
	return commas + 2;
}

/* Few short parts may also be clauses of a sentence: a person sees. */
static enum clair_outcome
report(struct clair_ctx *ctx, const struct clair_block *block, size_t from, size_t length)
{
	const uint32_t count = things(clair_block_text(block) + from, length);
	const bool fails = count > clair_threshold(ctx, "lisibilite.enumeration.max");
	struct clair_finding *finding;

	if (!fails &&
	    (!clair_wants_falc(ctx) || count <= clair_threshold(ctx, "falc.enumeration.max")))
		return CLAIR_PASS;
	finding = fails ? clair_report_part(ctx, block, from, length, LIST)
	                : clair_review_part(ctx, block, from, length, SHORT_LIST);
	clair_arg_num(finding, "count", count);
	return fails ? CLAIR_FAIL : CLAIR_REVIEW;
}

/* Three things or more: most blocks are known at once to have none. */
static bool
has_two_commas(const char *text)
{
	const char *comma = strchr(text, ',');

	return comma != NULL && strchr(comma + 1, ',') != NULL;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	enum clair_outcome outcome = CLAIR_PASS;
	size_t offset;
	size_t length;

	if (!has_two_commas(clair_block_text(block)))
		return CLAIR_PASS;
	for (size_t from = 0; clair_find_in_block(ctx, "enumeration", block, from, &offset, &length) &&
	     length > 0;
	     from = offset + length)
		if (!clair_block_is_sample(ctx, block, offset))
			outcome = rule_worse(outcome, report(ctx, block, offset, length));
	return outcome;
}

CLAIR_RULE(falc_enumeration) = {
	.id = "falc/enumeration",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.on_text = true,
	.on_blocks = CLAIR_BLOCKS(CLAIR_BLOCK_PARAGRAPH) | CLAIR_BLOCKS(CLAIR_BLOCK_OTHER),
	.only_french = true,
	.only_main = true,
	.falc = CLAIR_IDS("W31"),
	.needs = CLAIR_IDS("S-025"),
	.thresholds = CLAIR_IDS("falc.enumeration.max", "lisibilite.enumeration.max"),
	.title = {
		.fr = "Une énumération est une liste à puces",
		.en = "An enumeration is a bulleted list",
	},
	.why = {
		.fr = "Dans une phrase, les éléments se mélangent. Dans une liste, on les compte.",
		.en = "In a sentence the items mix. In a list they can be counted.",
	},
	.remedy = {
		.fr = "Mettre chaque élément sur sa ligne, avec une puce.",
		.en = "Put each item on its line, with a bullet.",
	},
	.limits = {
		.fr = "La règle cherche des mots séparés par des virgules, avec « et » ou « ou » avant le dernier.",
		.en = "The rule looks for words parted by commas, with “et” or “ou” before the last one.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
