/* From counts to figures and to the index. Private to facts. */
#ifndef CLAIR_FACTS_READABILITY_H
#define CLAIR_FACTS_READABILITY_H

#include "facts/facts.h"

/* What is counted of a text, sentence by sentence: to be added up. */
struct clair_reading_tally {
	uint32_t words, sentences, syllables;
	uint32_t longest;       /* words of a sentence */
	uint32_t long_words;    /* of more than six letters */
	uint32_t common, rare;  /* words held against the list: names, acronyms and figures are not */
	uint32_t verbs;         /* forms that can only be of a verb */
	uint32_t prepositions;
	uint32_t people;        /* vous, votre, nous, je… */
	uint32_t semicolons;
	uint64_t squares;       /* of the words of each sentence */
};

/* As the list of weights calls the features. */
extern const char *const clair_reading_names[CLAIR_READING_COUNT];

/* From the list of the dictionaries: once a page. */
struct clair_reading_weights {
	double constant;
	double weight[CLAIR_READING_COUNT];
	double easy[CLAIR_READING_COUNT]; /* the feature in an easy text */
	double rare_uses;                 /* per million words: a word that is used less is rare */
};
struct clair_reading_weights clair_reading_weights(struct clair_ctx *ctx);

struct clair_readability clair_reading_figures(
    const struct clair_reading_weights *weights, const struct clair_reading_tally *tally);

enum clair_rarity { CLAIR_RARITY_APART, CLAIR_RARITY_COMMON, CLAIR_RARITY_RARE };
/* RARE: used less than `uses` times per million words. APART: a name, an acronym, a figure, a word of another
 * language or that is in no dictionary. */
enum clair_rarity clair_word_rarity(
    struct clair_ctx *ctx, const struct clair_word *word, double uses);
double clair_rare_uses(struct clair_ctx *ctx);

/* Counted as main content. */
bool clair_block_is_read(struct clair_ctx *ctx, const struct clair_block *block);

#endif
