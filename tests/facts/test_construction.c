/* Runs constructions.txt, which says its form, and counts what is right, missed and too much by kind. */
#include "facts/text.h"
#include "tests/support/page.h"
#include "tests/support/worded.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Letters of the marks, in the order of the kinds; A is the agent. */
static const char marks[] = "PNDCSHIGQRKOMTUA";
enum { KINDS = sizeof(marks) - 1, AGENT = KINDS - 1, LABELS = 40, ANYWHERE = -1 };

static unsigned right[KINDS];
static unsigned missed[KINDS];
static unsigned extra[KINDS];
static unsigned sentence_count;

struct label {
	int kind;
	long at;     /* byte of the text, or ANYWHERE */
	bool is_met;
};

struct labelled {
	char *text;
	struct label labels[LABELS];
	unsigned count;
};

/* Takes the marks out of the line. */
static struct labelled
read_labels(const char *line)
{
	struct labelled read = {.text = clair_alloc(support_arena(), strlen(line) + 1)};
	size_t length = 0;

	assert_non_null(read.text);
	while (*line != '\0') {
		if (line[0] == '{' && line[1] != '\0' && line[2] == '}') {
			const char *mark = strchr(marks, line[1]);

			assert_non_null(mark);
			assert_true(read.count < LABELS);
			read.labels[read.count++] =
			    (struct label){.kind = (int)(mark - marks), .at = (long)length};
			line += 3;
			continue;
		}
		read.text[length++] = *line++;
	}
	while (length > 0 && read.text[length - 1] == ' ')
		length--;
	read.text[length] = '\0';
	for (unsigned i = 0; i < read.count; i++)
		if (read.labels[i].at >= (long)length)
			read.labels[i].at = ANYWHERE;
	return read;
}

/* The label of this kind between two bytes, or anywhere. */
static struct label *
find_label(struct labelled *labelled, int kind, long from, long to)
{
	struct label *anywhere = NULL;

	for (unsigned i = 0; i < labelled->count; i++) {
		struct label *label = &labelled->labels[i];

		if (label->kind != kind || label->is_met)
			continue;
		if (label->at >= from && label->at <= to)
			return label;
		if (label->at == ANYWHERE)
			anywhere = label;
	}
	return anywhere;
}

static void
meet(struct labelled *labelled, int kind, const struct clair_word *first, const struct clair_word *last)
{
	struct label *label =
	    find_label(labelled, kind, (long)first->offset - 4, (long)(last->offset + last->length));

	if (label != NULL) {
		label->is_met = true;
		right[kind]++;
	} else {
		extra[kind]++;
		print_error("%c too much: %s [%u-%u]\n", marks[kind], labelled->text, first->offset,
		    last->offset + last->length);
	}
}

static bool
is_judged(const char *kinds, int kind)
{
	return strchr(kinds, marks[kind]) != NULL;
}

static void
run_sentence(const char *line, const char *kinds)
{
	struct labelled labelled = read_labels(line);
	struct clair_ctx *ctx = support_worded(clair_asprintf(support_arena(),
	    "<!DOCTYPE html><html lang=fr><main><p>%s</p></main>", labelled.text), "");
	const struct clair_block *block = clair_block_at(ctx, 0);
	const struct clair_sentence *sentence = NULL;

	while ((sentence = clair_sentence_next(ctx, block, sentence)) != NULL)
		for (size_t i = 0; i < clair_construction_count(ctx, sentence); i++) {
			const struct clair_construction *found = clair_construction(ctx, sentence, i);

			if (is_judged(kinds, (int)found->kind))
				meet(&labelled, (int)found->kind, found->first, found->last);
			if (found->agent != NULL && is_judged(kinds, AGENT))
				meet(&labelled, AGENT, found->agent, found->agent_last);
		}
	for (unsigned i = 0; i < labelled.count; i++)
		if (!labelled.labels[i].is_met) {
			missed[labelled.labels[i].kind]++;
			print_error("%c missed: %s [%ld]\n", marks[labelled.labels[i].kind], labelled.text,
			    labelled.labels[i].at);
		}
	sentence_count++;
	support_page_free(ctx);
}

static double
share(unsigned part, unsigned rest)
{
	return part + rest == 0 ? 1 : (double)part / (part + rest);
}

static void
test_labelled_sentences(void **state)
{
	FILE *file = fopen("tests/facts/constructions.txt", "r");
	char kinds[32] = "";
	char line[2048];

	(void)state;
	assert_non_null(file);
	while (fgets(line, sizeof(line), file) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		if (line[0] == '@')
			snprintf(kinds, sizeof(kinds), "%.20s", line + 1);
		else if (line[0] != '#' && line[0] != '\0')
			run_sentence(line, kinds);
	}
	fclose(file);
	print_message("%u sentences\n", sentence_count);
	for (int i = 0; i < KINDS; i++)
		print_message("%c: precision %.3f, recall %.3f (%u right, %u too much, %u missed)\n", marks[i],
		    share(right[i], extra[i]), share(right[i], missed[i]), right[i], extra[i], missed[i]);
	assert_true(sentence_count >= 400);
	for (int i = 0; i < KINDS; i++) {
		assert_true(share(right[i], extra[i]) >= 0.90);
		assert_true(share(right[i], missed[i]) >= 0.80);
	}
}

/* What the passive is turned into; NULL: not turned. */
static void
test_active_sentences(void **state)
{
	static const struct {
		const char *passive, *active;
	} cases[] = {
	    {"La demande est examinée par le service des impôts.", "Le service des impôts examine la demande."},
	    {"Les pièces sont vérifiées par un agent.", "Un agent vérifie les pièces."},
	    {"Le dossier a été signé par les parents.", "Les parents ont signé le dossier."},
	    {"Les élèves seront accueillis par la directrice.", "La directrice accueillera les élèves."},
	    {"La carte doit être signée par le titulaire.", "Le titulaire doit signer la carte."},
	    {"Les cartes peuvent être retirées par votre conjoint.", "Votre conjoint peut retirer les cartes."},
	    {"L’aide était versée chaque mois par la caisse.", "La caisse versait l’aide chaque mois."},
	    {"La loi a été votée par le Parlement en 2020.", "Le Parlement a voté la loi en 2020."},
	    {"Le projet serait financé par la région", "La région financerait le projet"},
	    {"Une lettre est envoyée par l’école à la famille.", "L’école envoie une lettre à la famille."},
	    {"Le quartier est desservi par des bus.", "Des bus desservent le quartier."},
	    /* Not sure. */
	    {"La demande n’est pas examinée par le service.", NULL},
	    {"La demande est examinée.", NULL},
	    {"Le dossier est suivi par Paul Martin.", NULL},
	    {"Le dossier est signé par la mère et le père.", NULL},
	    {"Elle a été embauchée par la mairie.", NULL},
	    {"Une réponse vous est donnée par le maire.", NULL},
	    {"Si la demande est refusée par le maire, écrivez.", NULL},
	    {"La carte est-elle signée par le maire ?", NULL},
	    {"Le document qui est signé par le maire est joint.", NULL},
	    {"La carte est signée par le maire, puis rendue.", NULL},
	    {"Tout est fait par le service.", NULL},
	    {"« La carte est signée par le maire. »", NULL},
	    {"Le texte soit lu par le maire.", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct clair_ctx *ctx = support_worded(clair_asprintf(support_arena(),
		    "<!DOCTYPE html><html lang=fr><main><p>%s</p></main>", cases[i].passive), "");
		const struct clair_sentence *sentence =
		    clair_sentence_next(ctx, clair_block_at(ctx, 0), NULL);
		const char *active = NULL;

		for (size_t j = 0; j < clair_construction_count(ctx, sentence); j++) {
			const struct clair_construction *found = clair_construction(ctx, sentence, j);

			if (found->kind == CLAIR_USES_PASSIVE)
				active = clair_active_sentence(ctx, sentence, found);
		}
		if (cases[i].active == NULL && active != NULL)
			fail_msg("%s: %s", cases[i].passive, active);
		if (cases[i].active != NULL && (active == NULL || strcmp(active, cases[i].active) != 0))
			fail_msg("%s: %s", cases[i].passive, active == NULL ? "nothing" : active);
		support_page_free(ctx);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_labelled_sentences),
	    cmocka_unit_test(test_active_sentences),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
