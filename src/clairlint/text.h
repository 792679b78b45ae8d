/* Languages, blocks of text, sentences and words. For rules: clairlint/rule.h includes it. */
#ifndef CLAIRLINT_TEXT_H
#define CLAIRLINT_TEXT_H

#include "clairlint/grammar.h"
#include "clairlint/page.h"
#include "clairlint/types.h"

/* BCP 47 tag of the nearest lang, as written, "" when there is none. */
const char *clair_lang_of(struct clair_ctx *ctx, const struct clair_node *node);
/* Some text or image name, seen or exposed, takes its language from the lang of this element. */
bool clair_lang_is_used(struct clair_ctx *ctx, const struct clair_node *node);
/* The language that a text shows by its grammatical words, or by its letters, held against the one that
 * is declared for it. UNSURE: short, mixed, near two languages, or in a language that is not known. */
enum clair_lang_fit { CLAIR_LANG_UNSURE, CLAIR_LANG_FITS, CLAIR_LANG_DIFFERS };
struct clair_lang_guess {
	enum clair_lang_fit fit;
	const char *found; /* when it differs: the code of its language, "" when several are near */
	uint32_t words;
};
/* All the text that takes its language from the lang of this element; the title too, for <html>. */
struct clair_lang_guess clair_part_lang(struct clair_ctx *ctx, const struct clair_node *node);
struct clair_lang_guess clair_block_lang(struct clair_ctx *ctx, const struct clair_block *block);
/* Well-formed BCP 47, with a primary subtag of the registry. */
bool clair_lang_is_valid(const char *tag);

/* --- Blocks, sentences, words ------------------------------------------------------------------- */

/* Parts of the text of a page. Set of bits for on_blocks. */
enum clair_block_kind {
	CLAIR_BLOCK_PARAGRAPH,
	CLAIR_BLOCK_HEADING,
	CLAIR_BLOCK_ITEM,      /* of a list */
	CLAIR_BLOCK_CELL,
	CLAIR_BLOCK_CAPTION,   /* figcaption, caption, legend of a figure */
	CLAIR_BLOCK_LABEL,     /* label, legend, option: words of a form */
	CLAIR_BLOCK_BUTTON,
	CLAIR_BLOCK_QUOTE,
	CLAIR_BLOCK_CODE,      /* pre, code, samp, kbd: never judged as French */
	CLAIR_BLOCK_TITLE,     /* the title of the page */
	CLAIR_BLOCK_OTHER,     /* text straight in a div, td… without a better kind */
	CLAIR_BLOCK_KIND_COUNT,
};
#define CLAIR_BLOCKS(kind) (1u << (kind))
#define CLAIR_PROSE_BLOCKS \
	(CLAIR_BLOCKS(CLAIR_BLOCK_PARAGRAPH) | CLAIR_BLOCKS(CLAIR_BLOCK_ITEM) | \
	    CLAIR_BLOCKS(CLAIR_BLOCK_CELL) | CLAIR_BLOCKS(CLAIR_BLOCK_QUOTE) | \
	    CLAIR_BLOCKS(CLAIR_BLOCK_CAPTION) | CLAIR_BLOCKS(CLAIR_BLOCK_OTHER))
#define CLAIR_ALL_BLOCKS ((1u << CLAIR_BLOCK_KIND_COUNT) - 1)

size_t clair_block_count(struct clair_ctx *ctx);
const struct clair_block *clair_block_at(struct clair_ctx *ctx, size_t index);
enum clair_block_kind clair_block_kind(const struct clair_block *block);
const struct clair_node *clair_block_node(const struct clair_block *block);
const char *clair_block_text(const struct clair_block *block); /* spaces squeezed, entities decoded */
bool clair_block_in_french(struct clair_ctx *ctx, const struct clair_block *block);
enum clair_region clair_block_region(struct clair_ctx *ctx, const struct clair_block *block);
/* The element that holds the letter at this byte of clair_block_text. */
const struct clair_node *clair_block_part_node(
    struct clair_ctx *ctx, const struct clair_block *block, size_t at);
/* The most no-break spaces that follow each other between two words of the block; 0: none do. */
uint32_t clair_block_padding(struct clair_ctx *ctx, const struct clair_block *block);
/* The block after this one in the page, or NULL. */
const struct clair_block *clair_block_next(
    struct clair_ctx *ctx, const struct clair_block *block);

const struct clair_sentence *clair_sentence_next(
    struct clair_ctx *ctx, const struct clair_block *block, const struct clair_sentence *previous);
/* As a word processor counts: words with a letter, l’accord and avez-vous once. */
uint32_t clair_sentence_words(const struct clair_sentence *sentence);
/* An empty line (two br), a bullet or another link stands between it and the sentence before. */
bool clair_sentence_after_blank(const struct clair_sentence *sentence);
const char *clair_sentence_text(struct clair_ctx *ctx, const struct clair_sentence *sentence);

enum clair_word_flag {
	CLAIR_WORD_CAPITALIZED = 1,  /* first letter only */
	CLAIR_WORD_ALL_CAPS = 2,     /* two letters or more, all capitals */
	CLAIR_WORD_HAS_DIGIT = 4,
	CLAIR_WORD_FIRST = 8,        /* of its sentence */
	CLAIR_WORD_ADDRESS = 16,     /* part of a URL or e-mail address */
	CLAIR_WORD_NUMBER = 32,      /* digits only, with French separators */
	CLAIR_WORD_IN_LINK = 64,
	CLAIR_WORD_ELIDED = 128,     /* l’, d’, qu’… */
	CLAIR_WORD_CLITIC = 256,     /* after a verb: vous in avez-vous */
	CLAIR_WORD_CODE = 512,       /* in code, kbd, samp, var: not to be judged as French */
	CLAIR_WORD_OTHER_LANGUAGE = 1024, /* in an inline element with a lang that is not French */
};
/* Words (letters or digits; elided articles are words of their own: l’ / accord, and so are pronouns
 * after a verb: avez / vous; peut-être, aujourd’hui, agent·e·s are one). With a sentence:
 * its words; previous NULL gives the first. */
const struct clair_word *clair_word_next(struct clair_ctx *ctx,
    const struct clair_sentence *sentence, const struct clair_word *previous);
const struct clair_word *clair_block_word_next(
    struct clair_ctx *ctx, const struct clair_block *block, const struct clair_word *previous);
/* The word at this byte of clair_block_text is not to be judged as French: code, sample, another
 * language. */
bool clair_block_is_sample(struct clair_ctx *ctx, const struct clair_block *block, size_t at);
const char *clair_word_text(struct clair_ctx *ctx, const struct clair_word *word);  /* as written */
/* Lower case, NFC, straight apostrophe: as the keys of lists are. */
const char *clair_word_lower(struct clair_ctx *ctx, const struct clair_word *word);
/* From the first letter of one to the last of another, spaces squeezed. */
const char *clair_words_text(
    struct clair_ctx *ctx, const struct clair_word *first, const struct clair_word *last);
unsigned clair_word_flags(const struct clair_word *word);
/* What the word is in its sentence: the readings that its neighbours leave, together. 0: not a word of the
 * dictionary. */
uint32_t clair_word_gram(struct clair_ctx *ctx, const struct clair_word *word);
/* One reading has all of `gram` (with 0: any reading): its lemma, in lower case; else NULL. */
const char *clair_word_lemma(
    struct clair_ctx *ctx, const struct clair_word *word, uint32_t gram);
/* Uses per million words of the most used of its lemmas; 0 when it is rarer than all that are counted, or
 * not known. Source: dictionaries/fr/frequences-lemmes.tsv. */
double clair_word_frequency(struct clair_ctx *ctx, const struct clair_word *word);
/* The form of a lemma that has all of `gram` ("donner", CLAIR_PRESENT | CLAIR_THIRD | CLAIR_PLURAL:
 * "donnent"), or NULL. */
const char *clair_inflect(struct clair_ctx *ctx, const char *lemma, uint32_t gram);
/* Words of French: the list of frequencies, then Hunspell. Lower-case form. */
bool clair_word_is_known(struct clair_ctx *ctx, const char *lower);

/* The longest entry of an expression list (dictionaries/fr/LIST.tsv, keys of one or several words)
 * that starts at this word and stays in its sentence. Gives the last word, or NULL. `value` gets the
 * second column. */
const struct clair_word *clair_expression(struct clair_ctx *ctx, const char *list,
    const struct clair_sentence *sentence, const struct clair_word *first, const char **value);

/* Expressions of a list of dictionaries/fr/mots/ in the main content in French (prose, headings, words of
 * forms), in any form, each once, where it stands first out of quotations. */
struct clair_hard_word {
	const struct clair_block *block;
	const struct clair_word *first, *last; /* what `suggestion` replaces */
	const char *plain;      /* the plainer words of the list, "" when the expression can go; or its meaning */
	const char *suggestion; /* them, in the form that the sentence asks for; NULL: only a person can tell */
	bool explained;         /* the page says there what the expression means */
	uint32_t count;         /* how many times it stands there */
};
/* The one after `previous` in the page; the first for NULL. NULL: no more. */
const struct clair_hard_word *clair_hard_word_next(
    struct clair_ctx *ctx, const char *list, const struct clair_hard_word *previous);

/* The word is inside « », or in a text that is quoted: its words are not those of the page. */
bool clair_block_is_quoted(struct clair_ctx *ctx, const struct clair_block *block, size_t at);

/* Acronyms of the main content in French, each once, where it stands first. */
struct clair_acronym {
	const struct clair_block *block;
	const struct clair_word *word;
	const char *text;
	const char *long_form; /* of the list of acronyms, or NULL */
	const char *suggestion; /* the acronym and its long form in brackets, or NULL */
	bool expanded;         /* by <abbr title>, brackets, or its long form on the page */
	bool common;           /* known to all: SMS, PDF… (list sigles-connus) */
};
size_t clair_acronym_count(struct clair_ctx *ctx);
const struct clair_acronym *clair_acronym(struct clair_ctx *ctx, size_t index);

/* --- Constructions of a sentence ------------------------------------------------------------------ */

enum clair_construction_kind {
	CLAIR_USES_PASSIVE,           /* être and a participle; not states (est situé) nor past tenses */
	CLAIR_USES_NEGATION,          /* ne… pas, aucun… ne; not ne… que, nor ne alone after avant que */
	CLAIR_USES_DOUBLE_NEGATION,   /* ne… pas… sans, pas impossible, one negation that governs another */
	CLAIR_USES_CONDITIONAL,
	CLAIR_USES_SUBJUNCTIVE,
	CLAIR_USES_PAST_SIMPLE,
	CLAIR_USES_SUBJUNCTIVE_IMPERFECT,
	CLAIR_USES_GERUND,            /* en and a present participle */
	CLAIR_USES_PRESENT_PARTICIPLE,
	CLAIR_USES_RELATIVE,          /* dont, lequel, duquel, auquel, où */
	CLAIR_USES_NOUN_CHAIN,        /* three nouns of action or more, bound by de */
	CLAIR_USES_INSERTED_CLAUSE,   /* between a subject and its verb, or between brackets */
	CLAIR_USES_IMPERSONAL,        /* of the list tournures-impersonnelles: `value` is its second column */
	CLAIR_USES_THIRD_PERSON,      /* who reads is spoken of: l'usager, le demandeur (list personnes) */
	CLAIR_USES_UNCLEAR_PRONOUN,   /* heads the sentence; several nouns before it have its gender and number */
	CLAIR_CONSTRUCTION_COUNT,
};
struct clair_construction {
	enum clair_construction_kind kind;
	const struct clair_word *first, *last;
	uint32_t words;
	const struct clair_word *agent, *agent_last; /* of a passive, "par" left out; or NULL */
	const char *value;
	bool is_subject; /* of a third person: it acts, nothing is done to it */
};
/* In the order of their first words; of one kind they do not overlap. Only sentences in French have any. */
size_t clair_construction_count(struct clair_ctx *ctx, const struct clair_sentence *sentence);
const struct clair_construction *clair_construction(
    struct clair_ctx *ctx, const struct clair_sentence *sentence, size_t index);
/* The sentence with its passive turned round, or NULL when the machine is not sure how to. */
const char *clair_active_sentence(struct clair_ctx *ctx, const struct clair_sentence *sentence,
    const struct clair_construction *passive);

/* What may be said in the place of an impersonal form: "Vous pouvez"; NULL when the words around it would not
 * follow. */
const char *clair_personal_form(struct clair_ctx *ctx, const struct clair_sentence *sentence,
    const struct clair_construction *impersonal);

/* What tells how many ideas a sentence holds. */
struct clair_clauses {
	uint32_t verbs;         /* with a person */
	uint32_t subordinators; /* que, qui, dont, si, lorsque… */
	uint32_t commas;
};
struct clair_clauses clair_sentence_clauses(
    struct clair_ctx *ctx, const struct clair_sentence *sentence);
/* Where a person could cut it: the conjunction or relative nearest the middle that leaves a verb on each
 * side, with the words that follow ("qui met à disposition"); or NULL. */
const char *clair_sentence_split(
    struct clair_ctx *ctx, const struct clair_sentence *sentence);
/* "First half. | Second half", two sentences as they can stand, of at most `max` words each; NULL when no place
 * is sure: the second has its own subject, the first depends on nothing. */
const char *clair_sentence_in_two(
    struct clair_ctx *ctx, const struct clair_sentence *sentence, double max);
/* The main content says vous, votre or vos to who reads it. */
bool clair_page_says_you(struct clair_ctx *ctx);

/* Something to read from end to end: not a list of names, of figures or of links. */
bool clair_sentence_is_prose(struct clair_ctx *ctx, const struct clair_sentence *sentence);

/* What the index of reading is made of, each higher in a harder text but for verbs and people. */
enum clair_reading_feature {
	CLAIR_READING_SENTENCES,    /* square root of the words of the sentence around a word, on average */
	CLAIR_READING_LONG_WORDS,   /* % of the words: more than six letters */
	CLAIR_READING_RARE_WORDS,   /* % of the common words: names, acronyms and figures set apart */
	CLAIR_READING_PREPOSITIONS, /* for 100 words: nouns that follow one another */
	CLAIR_READING_VERBS,        /* for 100 words: forms that can only be of a verb */
	CLAIR_READING_PEOPLE,       /* for 100 words: vous, votre, nous, je…; 5 at most */
	CLAIR_READING_SEMICOLONS,   /* for 100 words */
	CLAIR_READING_COUNT,
};

/*
 * Figures of a text in French: sentences of prose, headings left out. All are 0 without words. They say
 * little of a short text: the rule sets how many words it takes. See docs/decisions/0009-readability.md.
 */
struct clair_readability {
	uint32_t words;
	uint32_t sentences;
	uint32_t syllables;
	uint32_t longest;         /* words of the longest sentence */
	double words_per_sentence;
	double syllables_per_word;
	double kandel_moles;      /* 207 − 1.015 × words/sentence − 73.6 × syllables/word */
	double lix;               /* words/sentence + % of words of more than six letters (Björnsson, 1968) */
	double rix;               /* words of more than six letters/sentence (Anderson, 1983) */
	double features[CLAIR_READING_COUNT];
	double index;             /* 0 to 100, higher is simpler */
	double shares[CLAIR_READING_COUNT]; /* of what makes it harder than an easy text: sum 1, or all 0 */
};
/* The main content: without menus, forms and legal notices. */
const struct clair_readability *clair_readability(struct clair_ctx *ctx);
/* The words of forms: labels, legends, buttons, and all that a form says around them. */
const struct clair_readability *clair_form_readability(struct clair_ctx *ctx);
/* One block. */
struct clair_readability clair_block_readability(
    struct clair_ctx *ctx, const struct clair_block *block);
/* Of the blocks of the main content, the one that makes it hardest: by its difficulty and its length. NULL
 * when there is nothing to read. */
const struct clair_block *clair_hardest_block(struct clair_ctx *ctx);
/* Rare words of the main content, each lemma once, the rarest first, then the most met: the first 64. */
struct clair_rare_word {
	const struct clair_word *word; /* where it stands first */
	uint32_t count;
	double uses;                   /* per million words; 0: less than all that are counted */
};
size_t clair_rare_word_count(struct clair_ctx *ctx);
const struct clair_rare_word *clair_rare_word(struct clair_ctx *ctx, size_t index);
/* Words of the main content in French that are in no dictionary, each once, in the order of the page: the first
 * twenty. Names, acronyms, code, quotations and words of other languages are not among them. */
struct clair_unknown_word {
	const struct clair_word *word; /* where it stands first */
	uint32_t count;
	const char *first;             /* what may be meant, as it would be written there; NULL: no idea */
	const char *second;            /* another idea, or NULL */
	bool near;                     /* `first` is one letter away */
};
size_t clair_unknown_word_count(struct clair_ctx *ctx);
const struct clair_unknown_word *clair_unknown_word(struct clair_ctx *ctx, size_t index);
/* Of these sentences, those of more than `words` words. */
uint32_t clair_sentences_over(struct clair_ctx *ctx, double words);

/* --- What a page says somewhere, or offers to do ------------------------------------------------- */

/* The first block that has the pattern, of the page or of its main content; not its title; or NULL. */
const struct clair_block *clair_block_saying(struct clair_ctx *ctx, const char *pattern, bool only_main);
/* The first link, button or summary, exposed, whose name has it, of the page or of its main content; or NULL. */
const struct clair_node *clair_control_saying(
    struct clair_ctx *ctx, const char *pattern, bool only_main);
/* Words of the main content that stand before this element; words of a block. */
uint32_t clair_words_before(struct clair_ctx *ctx, const struct clair_node *node);
uint32_t clair_block_words(struct clair_ctx *ctx, const struct clair_block *block);

#endif
