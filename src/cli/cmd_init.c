/* clairlint init: a commented .clairlint.yml. */
#include "cli/commands.h"
#include "cli/config.h"
#include "cli/say.h"
#include "cli/session.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

const char *const cli_config_sample[CLAIR_LANG_COUNT] = {
    "# Configuration de clairlint. Les options de la ligne de commande passent avant ce fichier.\n"
    "# Pour voir ce qui s’applique ici : clairlint config print\n"
    "\n"
    "# Langue des textes : fr ou en.\n"
    "lang: fr\n"
    "\n"
    "# Gravité à partir de laquelle le code de sortie est 1 :\n"
    "# review (à vérifier), minor, major, blocking, ou never.\n"
    "fail-on: major\n"
    "\n"
    "# Rapports à écrire : text, json, jsonl, html, earl, rgaa-grid.\n"
    "# Un seul va sur la sortie standard.\n"
    "formats:\n"
    "  - text\n"
    "#  - html=rapport.html\n"
    "\n"
    "# Fichiers qui font les pages d’une adresse, pour les formats qui montrent des fichiers.\n"
    "#source-maps:\n"
    "#  - https://www.exemple.fr/=public\n"
    "\n"
    "# Règles : on, off, ou une autre gravité (minor, major, blocking).\n"
    "# Un thème entier s’écrit avec une étoile. La liste : clairlint rules\n"
    "rules:\n"
    "#  images/*: on\n"
    "\n"
    "# Règles écrites sans programmer, dans des fichiers à côté de celui-ci : voir docs/regles.md.\n"
    "#rule-files:\n"
    "#  - maison.regle\n"
    "\n"
    "# Seuils, par leur nom. « clairlint explain RÈGLE » dit lesquels une règle emploie.\n"
    "thresholds:\n"
    "#  nom.du.seuil: 20\n"
    "\n"
    "# Parcours d’un site.\n"
    "crawl:\n"
    "  max-pages: 500\n"
    "#  max-depth: 5\n"
    "#  delay: 1          # secondes entre deux demandes au même serveur\n"
    "#  timeout: 30       # secondes laissées au serveur pour une page\n"
    "#  contact: https://www.exemple.fr/robot   # page qui dit qui parcourt\n"
    "#  own-site: true    # c’est mon site : 4 demandes à la fois, sans attente\n"
    "\n"
    "# Ce qu’on tait, pour un temps. La raison est obligatoire ; le rapport la montre.\n"
    "suppressions:\n"
    "#  - rule: images/*                      # une règle ou un thème\n"
    "#    selector: \"#partenaires\"            # l’élément, ou un élément au-dessus\n"
    "#    url: \"https://www.exemple.fr/archives/*\"\n"
    "#    reason: \"Le bandeau est refait en mars.\"\n"
    "#    until: 2027-03-31                   # dernier jour\n"
    "\n"
    "# Ce qui ne doit pas être dépassé : sinon le code de sortie est 1.\n"
    "budgets:\n"
    "#  - severity: blocking                  # aucun défaut bloquant\n"
    "#    most: 0\n"
    "#  - rule: images/*                      # pas plus qu’avant, à côté de --baseline\n"
    "#    not-worse: true\n"
    "#  - score: access                       # access, comprehension ou journey\n"
    "#    least: 80\n"
    "#    url: \"*/demarches/*\"               # chacune de ces pages ; sans url, tout le site\n",
    "# Configuration of clairlint. Options of the command line come before this file.\n"
    "# To see what applies here: clairlint config print\n"
    "\n"
    "# Language of the texts: fr or en.\n"
    "lang: en\n"
    "\n"
    "# Severity from which the exit status is 1: review, minor, major, blocking, or never.\n"
    "fail-on: major\n"
    "\n"
    "# Reports to write: text, json, jsonl, html, earl, rgaa-grid.\n"
    "# Only one goes to standard output.\n"
    "formats:\n"
    "  - text\n"
    "#  - html=report.html\n"
    "\n"
    "# Files that make the pages of an address, for the formats that show files.\n"
    "#source-maps:\n"
    "#  - https://www.example.fr/=public\n"
    "\n"
    "# Rules: on, off, or another severity (minor, major, blocking).\n"
    "# A whole theme is written with a star. The list: clairlint rules\n"
    "rules:\n"
    "#  images/*: on\n"
    "\n"
    "# Rules written without programming, in files beside this one: see docs/regles.en.md.\n"
    "#rule-files:\n"
    "#  - house.regle\n"
    "\n"
    "# Thresholds, by name. “clairlint explain RULE” tells which ones a rule uses.\n"
    "thresholds:\n"
    "#  name.of.threshold: 20\n"
    "\n"
    "# Crawl of a site.\n"
    "crawl:\n"
    "  max-pages: 500\n"
    "#  max-depth: 5\n"
    "#  delay: 1          # seconds between two requests to a server\n"
    "#  timeout: 30       # seconds given to the server for a page\n"
    "#  contact: https://www.example.fr/robot   # page that says who crawls\n"
    "#  own-site: true    # this is my own site: 4 requests at once, no delay\n"
    "\n"
    "# What is silenced, for a time. The reason is required; the report shows it.\n"
    "suppressions:\n"
    "#  - rule: images/*                      # a rule or a theme\n"
    "#    selector: \"#partners\"               # the element, or one above it\n"
    "#    url: \"https://www.example.fr/archives/*\"\n"
    "#    reason: \"The banner is redone in March.\"\n"
    "#    until: 2027-03-31                   # last day\n"
    "\n"
    "# What may not be passed: else the exit status is 1.\n"
    "budgets:\n"
    "#  - severity: blocking                  # no blocking defect\n"
    "#    most: 0\n"
    "#  - rule: images/*                      # no more than before, beside --baseline\n"
    "#    not-worse: true\n"
    "#  - score: access                       # access, comprehension or journey\n"
    "#    least: 80\n"
    "#    url: \"*/procedures/*\"              # each of these pages; without url, the whole site\n",
};

int
cmd_init(struct cli_options *options)
{
	static const char path[] = ".clairlint.yml";
	int descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
	FILE *file = descriptor < 0 ? NULL : fdopen(descriptor, "w");
	bool fine;

	if (file == NULL) {
		if (descriptor >= 0)
			close(descriptor);
		if (errno == EEXIST)
			cli_say(options->lang, "%s existe déjà, rien n’est changé", "%s is already there, nothing is changed", path);
		else
			cli_say(options->lang, "impossible d’écrire %s : %s", "cannot write %s: %s", path,
			    cli_reason(options->lang, errno));
		return CLI_EXIT_USAGE;
	}
	fine = fputs(cli_config_sample[options->lang], file) >= 0;
	fine = fclose(file) == 0 && fine;
	if (fine && !cli_flag(options, CLI_QUIET))
		cli_say(options->lang, "%s est écrit. Ouvrez-le, tout y est expliqué.",
		    "%s is written. Open it, all is explained inside.", path);
	return fine ? CLI_EXIT_FINE : CLI_EXIT_USAGE;
}
