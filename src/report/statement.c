/*
 * A draft of the statement of accessibility, in French and in Markdown, after the model of the State (décret
 * 2019-768). It tells what the run knows. It gives neither a rate nor a state: those come from an audit.
 */
#include "facts/summary.h"
#include "report/report.h"

#include <string.h>
#include <strings.h>

enum {
	PAGES_LISTED = 100,
	CAUSES_LISTED = 3, /* of a criterion */
};

#define TO_FILL "à compléter"

/* Words of a page: on one line, and no sign of Markdown among them. */
static void
put_words(struct clair_report *report, const char *words)
{
	struct clair_buf clean;

	clair_buf_init(&clean, 0);
	clair_clean(&clean, words, strlen(words), true);
	for (const char *at = clean.bytes; *at != '\0'; at++) {
		if (strchr("\\`*_[]<>#|", *at) != NULL)
			clair_puts(report, "\\");
		clair_put(report, at, 1);
	}
	report->failed |= clean.failed;
	clair_buf_free(&clean);
}

static const struct clair_result *
home_page(struct clair_report *report)
{
	for (uint32_t i = 0; i < report->run->page_count; i++) {
		const struct clair_result *page = clair_run_page(report->run, i);

		if (page->summary != NULL && clair_summary_is_home(page->summary))
			return page;
	}
	return NULL;
}

/* --- Who, and for what ------------------------------------------------------------------------------------ */

static void
put_start(struct clair_report *report)
{
	clair_puts(report, "# Déclaration d’accessibilité (brouillon)\n\n"
	    "> Ce brouillon est écrit par un programme. Relisez tout, et remplacez chaque « " TO_FILL " ».\n"
	    "> Il ne donne ni taux ni état de conformité : seul un audit les donne.\n\n"
	    "**" TO_FILL " (nom de l’organisme)** s’engage à rendre son site accessible, conformément à "
	    "l’article 47 de la loi n° 2005-102 du 11 février 2005.\n\n"
	    "À cette fin, l’organisme met en œuvre :\n\n"
	    "- le schéma pluriannuel d’accessibilité : " TO_FILL " (années, lien) ;\n"
	    "- le plan d’action de l’année : " TO_FILL " (lien).\n\n");
}

static void
put_site(struct clair_report *report)
{
	const struct clair_result *home = home_page(report);
	const char *address = clair_report_url(report, NULL);

	clair_puts(report, "Cette déclaration d’accessibilité s’applique à ");
	if (home != NULL && home->title != NULL && home->title[0] != '\0') {
		put_words(report, home->title);
		clair_puts(report, " (");
		put_words(report, clair_report_url(report, home));
		clair_puts(report, ")");
	} else if (strncasecmp(address, "http", strlen("http")) == 0) {
		put_words(report, address);
	} else {
		clair_puts(report, TO_FILL);
	}
	clair_puts(report, ".\n\n");
}

/* --- What was found --------------------------------------------------------------------------------------- */

static bool
speaks_of(const struct clair_cause *cause, const char *criterion)
{
	const char *const *tests = clair_message_tests(cause->rule, cause->example->message);
	const size_t length = strlen(criterion);

	for (; tests != NULL && *tests != NULL; tests++)
		if (strncmp(*tests, criterion, length) == 0 && (*tests)[length] == '.')
			return true;
	return false;
}

static void
put_causes(struct clair_report *report, const char *criterion)
{
	uint32_t told = 0;

	for (uint32_t i = 0; i < report->run->cause_count && told < CAUSES_LISTED; i++) {
		const struct clair_cause *cause = clair_run_cause(report->run, i);

		if (cause->rule->advice || cause->example->outcome != CLAIR_FAIL || !speaks_of(cause, criterion))
			continue;
		told++;
		clair_puts(report, "  - ");
		put_words(report, clair_finding_phrase(report, cause->example));
		if (cause->pages > 1)
			clair_putf(report, " (%u pages)", cause->pages);
		clair_puts(report, "\n");
	}
}

static void
put_faults(struct clair_report *report)
{
	bool any = false;

	for (uint32_t i = 0; i < report->run->criterion_count; i++) {
		const struct clair_rgaa_criterion *criterion = &report->run->criteria[i];

		if (criterion->state != CLAIR_RGAA_NC)
			continue;
		if (!any)
			clair_puts(report, "Le programme a trouvé ces défauts. Un audit peut en trouver d’autres.\n\n");
		any = true;
		clair_putf(report, "- Critère %s du RGAA : ", criterion->id);
		put_words(report, criterion->title.fr);
		clair_puts(report, "\n");
		put_causes(report, criterion->id);
	}
	if (!any)
		clair_puts(report, "Le programme n’a trouvé aucun défaut certain. Cela ne prouve rien : " TO_FILL " après un audit.\n");
	clair_puts(report, "\n");
}

static void
put_state(struct clair_report *report)
{
	clair_puts(report, "## État de conformité\n\n"
	    TO_FILL " après un audit : le site est totalement, partiellement ou non conforme avec le "
	    "référentiel général d’amélioration de l’accessibilité (RGAA), version " CLAIR_RGAA_VERSION ".\n\n"
	    "## Résultats des tests\n\n"
	    TO_FILL " : qui a fait l’audit, et quelle part des critères est respectée.\n\n"
	    "## Contenus non accessibles\n\n### Non-conformités\n\n");
	put_faults(report);
	clair_puts(report, "### Dérogations pour charge disproportionnée\n\n" TO_FILL ".\n\n"
	    "### Contenus non soumis à l’obligation d’accessibilité\n\n" TO_FILL ".\n\n");
}

/* --- How it was made ---------------------------------------------------------------------------------------- */

static void
put_day(struct clair_report *report)
{
	const char *today = clair_linter_today(report->run->linter);

	clair_puts(report, "## Établissement de cette déclaration d’accessibilité\n\nCette déclaration a été établie le ");
	if (today == NULL)
		clair_puts(report, TO_FILL);
	else
		clair_putf(report, "%.2s/%.2s/%.4s", today + strlen("2026-01-"), today + strlen("2026-"), today);
	clair_puts(report, ".\n\n");
}

static void
put_technologies(struct clair_report *report)
{
	bool css = false;
	unsigned flags = 0;

	for (uint32_t i = 0; i < report->run->page_count; i++) {
		const struct clair_result *page = clair_run_page(report->run, i);

		css = css || page->sheets_read > 0 || page->sheets_lost_count > 0;
		flags |= page->summary == NULL ? 0 : clair_summary_flags(page->summary);
	}
	clair_puts(report, "### Technologies utilisées pour la réalisation du site\n\n- HTML\n");
	if (css)
		clair_puts(report, "- CSS\n");
	if ((flags & CLAIR_SUMMARY_SCRIPTS) != 0)
		clair_puts(report, "- JavaScript\n");
	if ((flags & CLAIR_SUMMARY_DRAWINGS) != 0)
		clair_puts(report, "- SVG\n");
	clair_puts(report, "\n### Environnement de test\n\n" TO_FILL " (navigateurs, technologies d’assistance).\n\n"
	    "### Outils pour évaluer l’accessibilité\n\n- clairlint " CLAIR_VERSION "\n- " TO_FILL "\n\n");
}

static void
put_pages(struct clair_report *report)
{
	uint32_t listed = 0;

	clair_puts(report, "### Pages du site ayant fait l’objet de la vérification de conformité\n\n");
	for (uint32_t i = 0; i < report->run->page_count && listed < PAGES_LISTED; i++) {
		const struct clair_result *page = clair_run_page(report->run, i);

		if (!page->tested)
			continue;
		listed++;
		clair_puts(report, "- ");
		if (page->title != NULL && page->title[0] != '\0') {
			put_words(report, page->title);
			clair_puts(report, " : ");
		}
		put_words(report, clair_report_url(report, page));
		clair_puts(report, "\n");
	}
	if (report->run->tested_count > listed)
		clair_putf(report, "- et %u autres pages\n", report->run->tested_count - listed);
	clair_puts(report, "\nCes pages ont été vues par un programme. Un audit choisit les siennes : " TO_FILL ".\n\n");
}

static void
put_end(struct clair_report *report)
{
	clair_puts(report, "## Retour d’information et contact\n\n"
	    "Si vous n’arrivez pas à accéder à un contenu ou à un service, vous pouvez contacter le responsable du site "
	    "pour être orienté vers une alternative accessible ou obtenir le contenu sous une autre forme.\n\n"
	    "- Envoyer un message : " TO_FILL " (adresse électronique ou formulaire)\n"
	    "- Téléphoner : " TO_FILL "\n\n"
	    "## Voies de recours\n\n"
	    "Si vous avez signalé un défaut d’accessibilité et que vous n’avez pas obtenu de réponse satisfaisante, "
	    "vous pouvez :\n\n"
	    "- écrire un message au [Défenseur des droits](https://formulaire.defenseurdesdroits.fr/) ;\n"
	    "- contacter [le délégué du Défenseur des droits dans votre région]"
	    "(https://www.defenseurdesdroits.fr/saisir/delegues) ;\n"
	    "- envoyer un courrier par la poste (gratuit, ne pas mettre de timbre) : Défenseur des droits, "
	    "Libre réponse 71120, 75342 Paris CEDEX 07.\n");
}

static void
put_statement(struct clair_report *report)
{
	put_start(report);
	put_site(report);
	put_state(report);
	put_day(report);
	put_technologies(report);
	put_pages(report);
	put_end(report);
}

enum clair_status
clair_statement_write(const struct clair_run *run, clair_write_fn *write, void *payload)
{
	const struct clair_write_options options = {.lang = CLAIR_FR};
	struct clair_report report = {
	    .run = run, .options = &options, .lang = CLAIR_FR, .write = write, .payload = payload};

	clair_report_open(&report);
	put_statement(&report);
	return clair_report_close(&report);
}
