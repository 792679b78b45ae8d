/* The word that people know stands by the official one. */
#include "rules/common/text.h"

enum { MISSING };

static const struct clair_message messages[] = {
	[MISSING] = {
		.key = "missing",
		.fr = "Le titre dit « {official} ». Le mot que tout le monde connaît, « {everyday} », ne se trouve pas au début de la page.",
		.en = "The title says “{official}”. The word that all know, “{everyday}”, is not found at the start of the page.",
	},
};

struct official {
	const struct clair_word *first, *last;
	const char *everyday;
};

static bool
find_official(struct clair_ctx *ctx, const struct clair_block *block, struct official *official)
{
	const struct clair_sentence *sentence = NULL;

	while ((sentence = clair_sentence_next(ctx, block, sentence)) != NULL) {
		const struct clair_word *word = NULL;

		while ((word = clair_word_next(ctx, sentence, word)) != NULL) {
			official->last =
			    clair_expression(ctx, "mots-courants", sentence, word, &official->everyday);
			official->first = word;
			if (official->last != NULL)
				return true;
		}
	}
	return false;
}

static bool
is_main_title(struct clair_ctx *ctx, const struct clair_block *block)
{
	return clair_block_kind(block) == CLAIR_BLOCK_HEADING &&
	    clair_heading_level(ctx, clair_block_node(block)) == 1 &&
	    clair_block_region(ctx, block) == CLAIR_IN_MAIN && clair_block_in_french(ctx, block);
}

static uint32_t
count_words(struct clair_ctx *ctx, const struct clair_block *block)
{
	const struct clair_sentence *sentence = NULL;
	uint32_t words = 0;

	while ((sentence = clair_sentence_next(ctx, block, sentence)) != NULL)
		words += clair_sentence_words(sentence);
	return words;
}

/* In the title of the page, or among the first words of its main content. */
static bool
starts_with_it(struct clair_ctx *ctx, const char *everyday)
{
	double left = clair_threshold(ctx, "cognition.mot-courant.mots");

	if (rule_contains(clair_page_title(ctx), everyday))
		return true;
	for (size_t i = 0; i < clair_block_count(ctx) && left > 0; i++) {
		const struct clair_block *block = clair_block_at(ctx, i);

		if (clair_block_region(ctx, block) != CLAIR_IN_MAIN)
			continue;
		if (rule_contains(clair_block_text(block), everyday))
			return true;
		left -= count_words(ctx, block);
	}
	return false;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;

	for (size_t i = 0; i < clair_block_count(ctx) && outcome == CLAIR_INAPPLICABLE; i++) {
		const struct clair_block *block = clair_block_at(ctx, i);
		struct official official;
		struct clair_finding *finding;

		if (!is_main_title(ctx, block) || !find_official(ctx, block, &official))
			continue;
		outcome = CLAIR_PASS;
		if (starts_with_it(ctx, official.everyday))
			continue;
		finding = clair_review_words(ctx, official.first, official.last, MISSING);
		clair_arg(finding, "official", clair_words_text(ctx, official.first, official.last));
		clair_arg(finding, "everyday", official.everyday);
		outcome = CLAIR_REVIEW;
	}
	return outcome;
}

CLAIR_RULE(cognition_everyday_word) = {
	.id = "cognition/everyday-word",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.on_text = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY,
	.needs = CLAIR_IDS("S-019"),
	.thresholds = CLAIR_IDS("cognition.mot-courant.mots"),
	.title = {
		.fr = "Le mot que tout le monde connaît accompagne le mot officiel",
		.en = "The word that all know stands by the official one",
	},
	.why = {
		.fr = "On cherche « carte grise ». La page qui ne dit que « certificat d’immatriculation » n’est pas trouvée, ou pas reconnue.",
		.en = "People look for the everyday word. A page that says only the official one is not found, or not recognised.",
	},
	.remedy = {
		.fr = "Mettre les deux mots dans le titre : « Carte grise (certificat d’immatriculation) ».",
		.en = "Put both words in the title: the everyday one, then the official one in brackets.",
	},
	.limits = {
		.fr = "La règle connaît une courte liste de mots officiels.",
		.en = "The rule knows a short list of official words.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
