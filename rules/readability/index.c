/* The text is easy to read, by the index of reading: docs/decisions/0009-readability.md. */
#include "clairlint/rule.h"
#include "rules/common/reading.h"

/* What weighs most. */
enum { SENTENCES, WORDS, NOUNS, PEOPLE, CAUSE_COUNT };

static const struct clair_message messages[CAUSE_COUNT] = {
	[SENTENCES] = {
		.key = "sentences",
		.fr = "Indice de lecture : {index} sur 100, note {grade}. Ce sont les phrases qui pèsent le plus : {words} mots en moyenne, et jusqu’à {longest} mots. Le passage le plus difficile est ici.",
		.en = "Reading index: {index} out of 100, grade {grade}. Sentences weigh most: {words} words on average, and up to {longest} words. The hardest passage is here.",
	},
	[WORDS] = {
		.key = "words",
		.fr = "Indice de lecture : {index} sur 100, note {grade}. Ce sont les mots qui pèsent le plus : {long} % sont longs, {rare} % sont rares. Le passage le plus difficile est ici.",
		.en = "Reading index: {index} out of 100, grade {grade}. Words weigh most: {long}% are long, {rare}% are rare. The hardest passage is here.",
	},
	[NOUNS] = {
		.key = "nouns",
		.fr = "Indice de lecture : {index} sur 100, note {grade}. Ce sont les noms qui se suivent qui pèsent le plus : {links} « de », « à » ou « par » et {verbs} verbes pour 100 mots. Le passage le plus difficile est ici.",
		.en = "Reading index: {index} out of 100, grade {grade}. Nouns that follow one another weigh most: {links} “de”, “à” or “par” and {verbs} verbs for 100 words. The hardest passage is here.",
	},
	[PEOPLE] = {
		.key = "people",
		.fr = "Indice de lecture : {index} sur 100, note {grade}. Le texte ne s’adresse à personne, c’est ce qui pèse le plus : {people} « vous », « nous » ou « je » pour 100 mots. Le passage le plus difficile est ici.",
		.en = "Reading index: {index} out of 100, grade {grade}. The text speaks to nobody, which weighs most: {people} “vous”, “nous” or “je” for 100 words. The hardest passage is here.",
	},
};

static const unsigned causes[CLAIR_READING_COUNT] = {
	[CLAIR_READING_SENTENCES] = SENTENCES,
	[CLAIR_READING_SEMICOLONS] = SENTENCES,
	[CLAIR_READING_LONG_WORDS] = WORDS,
	[CLAIR_READING_RARE_WORDS] = WORDS,
	[CLAIR_READING_PREPOSITIONS] = NOUNS,
	[CLAIR_READING_VERBS] = NOUNS,
	[CLAIR_READING_PEOPLE] = PEOPLE,
};

static unsigned
main_cause(const struct clair_readability *text)
{
	double shares[CAUSE_COUNT] = {0};
	unsigned most = SENTENCES;

	for (unsigned i = 0; i < CLAIR_READING_COUNT; i++)
		shares[causes[i]] += text->shares[i];
	for (unsigned i = 0; i < CAUSE_COUNT; i++)
		most = shares[i] > shares[most] ? i : most;
	return most;
}

static void
keep_counts(struct clair_ctx *ctx, const struct clair_readability *text)
{
	clair_measure(ctx, "words", text->words);
	clair_measure(ctx, "sentences", text->sentences);
	clair_measure(ctx, "words_per_sentence", rule_rounded(text->words_per_sentence));
	clair_measure(ctx, "syllables_per_word", rule_rounded(text->syllables_per_word));
}

/* Labels and buttons are too short for an index: their words are told apart. */
static void
keep_form_measures(struct clair_ctx *ctx)
{
	const struct clair_readability *form = clair_form_readability(ctx);

	if (form->words == 0)
		return;
	clair_measure(ctx, "form_words", form->words);
	clair_measure(ctx, "form_words_per_sentence", rule_rounded(form->words_per_sentence));
	clair_measure(
	    ctx, "form_long_words_share", rule_rounded(form->features[CLAIR_READING_LONG_WORDS]));
	clair_measure(
	    ctx, "form_rare_words_share", rule_rounded(form->features[CLAIR_READING_RARE_WORDS]));
}

/* reading_grade: 1 is A, 5 is E. */
static void
keep_measures(struct clair_ctx *ctx, const struct clair_readability *text, unsigned grade)
{
	clair_measure(ctx, "reading_index", rule_rounded(text->index));
	clair_measure(ctx, "reading_grade", grade + 1);
	clair_measure(ctx, "kandel_moles", rule_rounded(text->kandel_moles));
	clair_measure(ctx, "lix", rule_rounded(text->lix));
	clair_measure(ctx, "rix", rule_rounded(text->rix));
	clair_measure(
	    ctx, "long_words_share", rule_rounded(text->features[CLAIR_READING_LONG_WORDS]));
	clair_measure(
	    ctx, "rare_words_share", rule_rounded(text->features[CLAIR_READING_RARE_WORDS]));
}

static void
describe(struct clair_finding *finding, const struct clair_readability *text, unsigned cause)
{
	const double *features = text->features;

	switch (cause) {
	case SENTENCES:
		clair_arg_num(finding, "words", rule_rounded(text->words_per_sentence));
		clair_arg_num(finding, "longest", text->longest);
		break;
	case WORDS:
		clair_arg_num(finding, "long", rule_rounded(features[CLAIR_READING_LONG_WORDS]));
		clair_arg_num(finding, "rare", rule_rounded(features[CLAIR_READING_RARE_WORDS]));
		break;
	case NOUNS:
		clair_arg_num(finding, "links", rule_rounded(features[CLAIR_READING_PREPOSITIONS]));
		clair_arg_num(finding, "verbs", rule_rounded(features[CLAIR_READING_VERBS]));
		break;
	default:
		clair_arg_num(finding, "people", rule_rounded(features[CLAIR_READING_PEOPLE]));
		break;
	}
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	static const char *const letters[] = {"A", "B", "C", "D", "E"};
	const struct clair_readability *text = clair_readability(ctx);
	const struct clair_block *hardest;
	struct clair_finding *finding;
	unsigned cause;
	unsigned grade;

	keep_form_measures(ctx);
	if (text->words == 0)
		return CLAIR_INAPPLICABLE;
	keep_counts(ctx, text);
	if (text->words < clair_threshold(ctx, "lisibilite.mots.min"))
		return clair_untested(ctx, CLAIR_WHY_TOO_SHORT);
	grade = rule_reading_grade(ctx, text->index);
	keep_measures(ctx, text, grade);
	if (grade + 1 < CLAIR_LEN(letters))
		return CLAIR_PASS;
	cause = main_cause(text);
	hardest = clair_hardest_block(ctx);
	finding = hardest != NULL ? clair_report_block(ctx, hardest, cause)
	                          : clair_report_page(ctx, cause);
	clair_arg_num(finding, "index", rule_rounded(text->index));
	clair_arg(finding, "grade", letters[grade]);
	describe(finding, text, cause);
	return CLAIR_FAIL;
}

CLAIR_RULE(readability_index) = {
	.id = "readability/index",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.on_text = true,
	.needs = CLAIR_IDS("S-013", "S-014", "S-022"),
	.thresholds = CLAIR_IDS("lisibilite.note.a.min", "lisibilite.note.b.min", "lisibilite.note.c.min",
	    "lisibilite.note.d.min", "lisibilite.mots.min"),
	.title = {
		.fr = "Le texte de la page se lit facilement",
		.en = "The text of the page is easy to read",
	},
	.why = {
		.fr = "Un texte difficile écarte les personnes qui lisent peu, et fatigue tout le monde.",
		.en = "A hard text shuts out people who read little, and tires everybody.",
	},
	.remedy = {
		.fr = "Commencer par ce que le message nomme : couper les phrases, prendre des mots courants, remplacer un nom par un verbe, ou dire « vous ».",
		.en = "Start with what the message names: cut the sentences, take common words, replace a noun by a verb, or say “vous”.",
	},
	.limits = {
		.fr = "L’indice compte les mots, les phrases et quelques tournures. Il ne comprend pas le sens. Les menus, les formulaires et les mentions légales ne comptent pas.",
		.en = "The index counts words, sentences and a few turns of phrase. It does not understand the meaning. Menus, forms and legal notices do not count.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
