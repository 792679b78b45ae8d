/*
 * The figures of a text, by its counts. The index is a logistic of seven features; its weights are a list
 * of the dictionaries, fitted by tests/tools/fit-readability.py: docs/decisions/0009-readability.md.
 */
#include "facts/readability.h"

#include <math.h>
#include <string.h>

/* For 100 words: more of them make a text no simpler. */
enum { ENOUGH_PEOPLE = 5 };

/* Its keys: the name of a feature, then what of it. */
static const char list_name[] = "indice-lecture";
const char *const clair_reading_names[CLAIR_READING_COUNT] = {
	[CLAIR_READING_SENTENCES] = "phrases",
	[CLAIR_READING_LONG_WORDS] = "mots-longs",
	[CLAIR_READING_RARE_WORDS] = "mots-rares",
	[CLAIR_READING_PREPOSITIONS] = "prépositions",
	[CLAIR_READING_VERBS] = "verbes",
	[CLAIR_READING_PEOPLE] = "personnes",
	[CLAIR_READING_SEMICOLONS] = "points-virgules",
};

/* 0 when the list or the key is missing. */
static double
number(struct clair_ctx *ctx, const char *feature, const char *what)
{
	const struct clair_list *list = clair_dict_list(ctx->dict, list_name);
	const char *key = clair_asprintf(&ctx->page->mem, "%s %s", feature, what);

	return list == NULL ? 0 : clair_list_number(list, key, strlen(key));
}

struct clair_reading_weights
clair_reading_weights(struct clair_ctx *ctx)
{
	struct clair_reading_weights weights = {
		.constant = number(ctx, "constante", "poids"),
		.rare_uses = number(ctx, clair_reading_names[CLAIR_READING_RARE_WORDS], "emplois"),
	};

	for (unsigned i = 0; i < CLAIR_READING_COUNT; i++) {
		weights.weight[i] = number(ctx, clair_reading_names[i], "poids");
		weights.easy[i] = number(ctx, clair_reading_names[i], "facile");
	}
	return weights;
}

static double
percent(uint32_t part, uint32_t whole)
{
	return whole == 0 ? 0 : 100.0 * part / whole;
}

static void
fill_features(const struct clair_reading_tally *tally, double *features)
{
	/* The sentence around a word, on average: fragments of lists do not make up for a long sentence. */
	features[CLAIR_READING_SENTENCES] = sqrt((double)tally->squares / tally->words);
	features[CLAIR_READING_LONG_WORDS] = percent(tally->long_words, tally->words);
	features[CLAIR_READING_RARE_WORDS] = percent(tally->rare, tally->common);
	features[CLAIR_READING_PREPOSITIONS] = percent(tally->prepositions, tally->words);
	features[CLAIR_READING_VERBS] = percent(tally->verbs, tally->words);
	features[CLAIR_READING_PEOPLE] = fmin(percent(tally->people, tally->words), ENOUGH_PEOPLE);
	features[CLAIR_READING_SEMICOLONS] = percent(tally->semicolons, tally->words);
}

/* Each feature has its share in what makes the text harder than an easy one. */
static void
fill_index(const struct clair_reading_weights *weights, struct clair_readability *figures)
{
	double load = weights->constant;
	double harder = 0;

	for (unsigned i = 0; i < CLAIR_READING_COUNT; i++) {
		const double value = figures->features[i];

		load += weights->weight[i] * value;
		figures->shares[i] = fmax(weights->weight[i] * (value - weights->easy[i]), 0);
		harder += figures->shares[i];
	}
	for (unsigned i = 0; i < CLAIR_READING_COUNT && harder > 0; i++)
		figures->shares[i] /= harder;
	figures->index = 100 / (1 + exp(load));
}

struct clair_readability
clair_reading_figures(
    const struct clair_reading_weights *weights, const struct clair_reading_tally *tally)
{
	struct clair_readability figures = {
		.words = tally->words,
		.sentences = tally->sentences,
		.syllables = tally->syllables,
		.longest = tally->longest,
	};

	if (tally->words == 0 || tally->sentences == 0)
		return figures;
	figures.words_per_sentence = (double)tally->words / tally->sentences;
	figures.syllables_per_word = (double)tally->syllables / tally->words;
	figures.kandel_moles =
	    207 - 1.015 * figures.words_per_sentence - 73.6 * figures.syllables_per_word;
	figures.lix = figures.words_per_sentence + percent(tally->long_words, tally->words);
	figures.rix = (double)tally->long_words / tally->sentences;
	fill_features(tally, figures.features);
	fill_index(weights, &figures);
	return figures;
}
