/*
 * clairlint doc FOLDER: the documentation that comes from the table of options and from the rules. Not in the
 * help: `make docs` asks for it.
 */
#include "cli/commands.h"
#include "cli/doc.h"
#include "cli/fixtures.h"
#include "cli/rule_text.h"
#include "cli/say.h"
#include "cli/session.h"

#include <errno.h>
#include <stdarg.h>
#include <string.h>
#include <sys/stat.h>

struct folder {
	struct cli_options *options;
	const char *path;
	const struct clair_linter *linter;
	bool failed;
};

bool
cli_doc_takes(int command, int option)
{
	return cli_command_rows[command].help[CLAIR_FR] != NULL &&
	    (cli_option_rows[option].commands & (1u << command)) != 0;
}

bool
cli_doc_all_take(int option)
{
	for (int i = 1; i < CLI_COMMAND_COUNT; i++) {
		if (cli_command_rows[i].help[CLAIR_FR] != NULL && !cli_doc_takes(i, option))
			return false;
	}
	return true;
}

static struct clair_rule_example
example_of(const struct clair_rule *rule)
{
	const struct cli_fixture *fixture = cli_fixture_find(rule->id);

	if (fixture == NULL)
		return (struct clair_rule_example){0};
	return (struct clair_rule_example){
	    .wrong_title = fixture->wrong_title,
	    .wrong = fixture->wrong,
	    .right_title = fixture->right_title,
	    .right = fixture->right,
	    .wrong_length = fixture->wrong == NULL ? 0 : cli_example_length(fixture->wrong),
	    .right_length = fixture->right == NULL ? 0 : cli_example_length(fixture->right),
	    .fails = fixture->fails,
	};
}

static void
failure(struct folder *folder, const char *path)
{
	if (!folder->failed)
		cli_say(folder->options->lang, "impossible d’écrire %s : %s", "cannot write %s: %s", path,
		    cli_reason(folder->options->lang, errno));
	folder->failed = true;
}

/* Makes the folders that the path names. */
static bool
make_folders(char *path)
{
	for (char *slash = path + 1; (slash = strchr(slash, '/')) != NULL; slash++) {
		*slash = '\0';
		if (mkdir(path, 0777) != 0 && errno != EEXIST)
			return false;
		*slash = '/';
	}
	return true;
}

/* NULL once something failed. */
static FILE *__attribute__((format(printf, 2, 3)))
open_file(struct folder *folder, const char *name, ...)
{
	struct clair_arena *mem = &folder->options->mem;
	char inside[200];
	va_list arguments;
	char *path;
	FILE *file;

	if (folder->failed)
		return NULL;
	va_start(arguments, name);
	vsnprintf(inside, sizeof(inside), name, arguments);
	va_end(arguments);
	path = clair_strdup(mem, clair_asprintf(mem, "%s/%s", folder->path, inside));
	file = make_folders(path) ? fopen(path, "we") : NULL;
	if (file == NULL)
		failure(folder, path);
	return file;
}

static void
close_file(struct folder *folder, FILE *file)
{
	const bool fine = file == NULL || ferror(file) == 0;

	if (file != NULL && (fclose(file) != 0 || !fine))
		failure(folder, folder->path);
}

static bool
write_bytes(void *payload, const char *bytes, size_t length)
{
	return fwrite(bytes, 1, length, payload) == length;
}

/* --- The site --- */

static void
close_page(struct folder *folder, FILE *file, enum clair_status status)
{
	close_file(folder, file);
	if (status != CLAIR_OK)
		failure(folder, folder->path);
}

static void
site_of(struct folder *folder, enum clair_lang lang)
{
	const char *name = lang == CLAIR_FR ? "fr" : "en";
	FILE *file = open_file(folder, "html/%s/index.html", name);

	if (file != NULL)
		close_page(folder, file, clair_site_index_write(lang, write_bytes, file));
	for (size_t i = 0; i < clair_rule_count(); i++) {
		const struct clair_rule *rule = clair_rule_at(i);

		file = open_file(folder, "html/%s/%s.html", name, rule->id);
		if (file != NULL)
			close_page(folder, file, clair_site_rule_write(lang, rule, example_of, write_bytes, file));
	}
}

static void
site(struct folder *folder)
{
	static const struct {
		const char *name;
		enum clair_status (*write)(clair_write_fn *write, void *payload);
	} files[] = {
	    {"html/index.html", clair_site_home_write},
	    {"html/style.css", clair_site_style_write},
	    {"html/search.js", clair_site_script_write},
	};

	for (size_t i = 0; i < CLAIR_LEN(files); i++) {
		FILE *file = open_file(folder, "%s", files[i].name);

		if (file != NULL)
			close_page(folder, file, files[i].write(write_bytes, file));
	}
	for (int lang = 0; lang < CLAIR_LANG_COUNT; lang++)
		site_of(folder, (enum clair_lang)lang);
}

/* --- The rest --- */

static void
man_pages(struct folder *folder, enum clair_lang lang)
{
	static const struct {
		const char *name;
		void (*write)(FILE *out, enum clair_lang lang);
	} pages[] = {
	    {"man1/clairlint.1", cli_doc_program},
	    {"man5/clairlint.yml.5", cli_doc_config},
	    {"man7/clairlint-rules.7", cli_doc_rules},
	};

	for (size_t i = 0; i < CLAIR_LEN(pages); i++) {
		FILE *file = open_file(folder, "man/%s%s", lang == CLAIR_FR ? "fr/" : "", pages[i].name);

		if (file != NULL)
			pages[i].write(file, lang);
		close_file(folder, file);
	}
}

static void
completions(struct folder *folder)
{
	static const struct {
		const char *name;
		void (*write)(FILE *out);
	} shells[] = {{"bash/clairlint", cli_doc_bash}, {"zsh/_clairlint", cli_doc_zsh},
	    {"fish/clairlint.fish", cli_doc_fish}};

	for (size_t i = 0; i < CLAIR_LEN(shells); i++) {
		FILE *file = open_file(folder, "completions/%s", shells[i].name);

		if (file != NULL)
			shells[i].write(file);
		close_file(folder, file);
	}
}

static void
schema(struct folder *folder, enum clair_lang lang)
{
	FILE *file = open_file(
	    folder, "schema/clairlint.yml%s.schema.json", lang == CLAIR_FR ? "" : ".en");

	if (file != NULL && !cli_doc_schema(file, lang, folder->linter))
		failure(folder, folder->path);
	close_file(folder, file);
}

int
cmd_doc(struct cli_options *options)
{
	struct folder folder = {.options = options};
	struct clair_linter *linter;

	if (options->operand_count != 1) {
		cli_say(options->lang, "dans quel dossier ?", "in which folder?");
		return CLI_EXIT_USAGE;
	}
	linter = cli_linter_new(options, NULL);
	if (linter == NULL)
		return CLI_EXIT_USAGE;
	folder.path = options->operands[0];
	folder.linter = linter;
	site(&folder);
	completions(&folder);
	for (int lang = 0; lang < CLAIR_LANG_COUNT; lang++) {
		man_pages(&folder, (enum clair_lang)lang);
		schema(&folder, (enum clair_lang)lang);
	}
	clair_linter_free(linter);
	return folder.failed ? CLI_EXIT_USAGE : CLI_EXIT_FINE;
}
