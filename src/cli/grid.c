/* See grid.h. */
#include "cli/grid.h"

#include "cli/read.h"
#include "cli/say.h"

#include <stdlib.h>
#include <sys/stat.h>

enum { LARGEST_MODEL = 32 << 20 };

/* --- Reading ------------------------------------------------------------------------------------- */

static void
say_fault(const struct cli_options *options, const char *path, enum clair_grid_why why)
{
	static const char *const says[][CLAIR_LANG_COUNT] = {
		[CLAIR_GRID_NO_MEMORY] = {"plus de mémoire", "out of memory"},
		[CLAIR_GRID_NOT_ZIP] = {"ce n’est pas un fichier ODS, ou il est abîmé",
		    "this is not an ODS file, or it is damaged"},
		[CLAIR_GRID_NOT_SHEETS] = {"ce n’est pas un classeur OpenDocument (.ods). Enregistrez-le avec LibreOffice",
		    "this is not an OpenDocument spreadsheet (.ods). Save it with LibreOffice"},
		[CLAIR_GRID_NO_CONTENT] = {"il y manque content.xml, ou ce fichier est abîmé ou protégé par un mot de passe",
		    "content.xml is missing, damaged or under a password"},
		[CLAIR_GRID_NOT_XML] = {"content.xml n’est pas du XML bien formé, sans DOCTYPE",
		    "content.xml is not well-formed XML without a DOCTYPE"},
		[CLAIR_GRID_TOO_LARGE] = {"le classeur est trop gros pour un modèle de grille",
		    "the spreadsheet is too large for a model of a grid"},
		[CLAIR_GRID_NO_PAGE_SHEET] = {"il y manque les feuilles des pages. Une telle feuille a une ligne d’en-têtes "
		    "avec « Statut » et « Modifications à apporter », et dessous les numéros des critères (1.1, 1.2…)",
		    "the sheets of the pages are missing. Such a sheet has a row of headers with “Statut” and "
		    "“Modifications à apporter”, and the numbers of the criteria (1.1, 1.2…) below"},
		[CLAIR_GRID_NO_SAMPLE] = {"il y manque le tableau de l’échantillon. Il a une ligne d’en-têtes avec « Titre » et "
		    "« URL »", "the table of the sample is missing. It has a row of headers with “Titre” and “URL”"},
	};

	cli_say(options->lang, "%s : %s", "%s: %s", path, says[why][options->lang]);
}

/* The grid would take the place of its model. */
static bool
is_same_file(const char *one, const char *other)
{
	struct stat first;
	struct stat second;

	return stat(one, &first) == 0 && stat(other, &second) == 0 && first.st_dev == second.st_dev &&
	    first.st_ino == second.st_ino;
}

static bool
read_model(struct cli_grid *grid, const struct cli_options *options, const char *path)
{
	enum clair_grid_why why;
	size_t length = 0;
	char *bytes = cli_read_file(options, CLI_RGAA_GRID, LARGEST_MODEL, &length);
	bool fine;

	if (bytes == NULL)
		return false;
	fine = clair_grid_model_new(&grid->model, bytes, length, &why) == CLAIR_OK;
	if (!fine)
		say_fault(options, path, why);
	free(bytes);
	return fine;
}

bool
cli_grid_open(struct cli_grid *grid, struct cli_options *options)
{
	const char *path = options->value[CLI_RGAA_GRID].text;
	const char *out = options->value[CLI_OUTPUT].text;

	*grid = (struct cli_grid){0};
	if (path == NULL)
		return true;
	if (out == NULL) {
		cli_say(options->lang, "--rgaa-grid demande aussi le fichier à écrire : -o GRILLE.ods",
		    "--rgaa-grid also needs the file to write: -o GRID.ods");
		return false;
	}
	if (is_same_file(path, out)) {
		cli_say(options->lang, "%s est le modèle : donnez un autre nom à -o",
		    "%s is the model: give -o another name", out);
		return false;
	}
	return read_model(grid, options, path) && cli_output_open_file(&grid->written, options, out);
}

void
cli_grid_free(struct cli_grid *grid)
{
	clair_grid_model_free(grid->model);
	cli_output_drop(&grid->written);
	grid->model = NULL;
}

/* --- Writing -------------------------------------------------------------------------------------- */

struct filling {
	const struct clair_run *run;
	const struct clair_grid_model *model;
	struct clair_grid_told told;
};

static enum clair_status
fill(const void *matter, enum clair_format format, const struct clair_write_options *options,
    clair_write_fn *write, void *payload)
{
	struct filling *filling = (struct filling *)(uintptr_t)matter;

	(void)format;
	return clair_run_fill_grid(filling->run, filling->model, options, &filling->told, write, payload);
}

/* What the grid does not hold is said, even with --quiet: it holds less than was asked for. */
static void
say_told(const struct cli_options *options, const char *path, const struct clair_grid_told *told)
{
	if (told->left_out > 0)
		cli_say(options->lang, "%s : l’échantillon est coupé. Le modèle a %u feuilles de page, et %u pages n’y sont pas",
		    "%s: the sample is cut. The model has %u sheets for pages, and %u pages are not in it", path,
		    told->pages, told->left_out);
	if (told->untested > 0)
		cli_say(options->lang, "%s : pages non testées, sans feuille : %u",
		    "%s: pages that were not tested, without a sheet: %u", path, told->untested);
	if (told->unplaced > 0)
		cli_say(options->lang, "%s : le modèle n’a pas de cellule libre pour %u valeurs (titre, adresse, statut ou constat)",
		    "%s: the model has no free cell for %u values (title, address, status or finding)", path,
		    told->unplaced);
	if (!cli_flag(options, CLI_QUIET))
		cli_say(options->lang, "%s : le taux que calcule la grille ne vaut rien tant qu’une personne n’a pas jugé les critères NT",
		    "%s: the rate that the grid computes means nothing until a person has judged the NT criteria", path);
	if (told->replaced > 0)
		cli_say(options->lang, "%s : le modèle n’était pas vide. Statuts remplacés : %u",
		    "%s: the model was not empty. Statuses replaced: %u", path, told->replaced);
}

bool
cli_grid_write(struct cli_grid *grid, const struct cli_options *options, const struct clair_run *run)
{
	const char *path = options->value[CLI_OUTPUT].text;
	struct filling filling = {.run = run, .model = grid->model};

	if (grid->model == NULL)
		return true;
	if (clair_run_tested(run) == 0) {
		cli_say(options->lang, "%s n’est pas écrit : aucune page n’a été testée",
		    "%s is not written: no page was tested", path);
		return false;
	}
	if (!cli_output_write_with(&grid->written, options, fill, &filling, 0))
		return false;
	say_told(options, path, &filling.told);
	return true;
}
