/* The command line: the table of options.def, its parser and its help. */
#include "cli/options.h"

#include "cli/config.h"
#include "cli/say.h"
#include "base/nearest.h"
#include "clairlint/rule.h"
#include "net/url.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CLI_BIT(id) (1u << CLI_COMMAND_##id)
#define CLI_CAMPAIGN (CLI_BIT(CAMPAIGN) | CLI_BIT(WORKER))
#define CLI_JUDGE (CLI_BIT(CHECK) | CLI_BIT(SITE) | CLI_BIT(STATEMENT) | CLI_BIT(CONFIG))
#define CLI_RUN (CLI_JUDGE | CLI_BIT(TEXT))
#define CLI_WRITE (CLI_RUN | CLI_BIT(COMPARE))
#define CLI_FETCH CLI_JUDGE
#define CLI_CRAWL (CLI_BIT(SITE) | CLI_BIT(STATEMENT) | CLI_BIT(CONFIG))
#define CLI_ANY (~0u)

const struct cli_option_row cli_option_rows[CLI_OPTION_COUNT] = {
#define OPTION(id, kind, letter, name, key, low, high, choices, preset, commands, value_fr, value_en, \
    fr, en) \
	[CLI_##id] = {kind, letter, name, key, low, high, choices, preset, commands, \
	    {value_fr, value_en}, {fr, en}},
#include "cli/options.def"
};

const struct cli_command_row cli_command_rows[CLI_COMMAND_COUNT] = {
#define COMMAND(id, name, operands_fr, operands_en, fr, en) \
	[CLI_COMMAND_##id] = {name, {operands_fr, operands_en}, {fr, en}},
#include "cli/options.def"
};

const char *const cli_exit_texts[CLI_EXIT_STATUSES][CLAIR_LANG_COUNT] = {
    {"rien au niveau de --fail-on ou au-dessus", "nothing at or over --fail-on"},
    {"des obstacles trouvés", "barriers found"},
    {"mauvaise commande, mauvaise configuration ou rapport impossible à écrire",
        "bad usage, bad configuration, or a report that could not be written"},
    {"trop peu de pages ont pu être testées", "too few pages could be tested"},
    {"arrêté avant la fin, rapport partiel", "stopped early, partial report"},
};

static enum clair_lang
lang_of_environment(void)
{
	static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

	for (size_t i = 0; i < CLAIR_LEN(names); i++) {
		const char *value = getenv(names[i]);

		if (value != NULL && value[0] != '\0')
			return strncmp(value, "en", 2) == 0 ? CLAIR_EN : CLAIR_FR;
	}
	return CLAIR_FR;
}

void
cli_options_init(struct cli_options *options)
{
	memset(options, 0, sizeof(*options));
	clair_arena_init(&options->mem, 0);
	options->lang = lang_of_environment();
	for (int i = 0; i < CLI_OPTION_COUNT; i++) {
		if (cli_option_rows[i].preset != NULL)
			(void)cli_option_set(options, (enum cli_option)i, cli_option_rows[i].preset, CLI_PRESET);
	}
}

void
cli_options_free(struct cli_options *options)
{
	clair_rule_set_free(options->rule_set);
	clair_arena_free(&options->mem);
}

void *
cli_grow(struct clair_arena *arena, const void *list, size_t count, size_t size)
{
	void *larger;

	if (count != 0 && (count & (count - 1)) != 0)
		return (void *)(uintptr_t)list;
	larger = clair_alloc_array(arena, count == 0 ? 1 : count * 2, size);
	if (larger != NULL && count != 0)
		memcpy(larger, list, count * size);
	return larger;
}

/* --- Values ------------------------------------------------------------------------------------ */

static const char *
add_choice(struct cli_options *options, const char *pattern, bool enabled, int severity)
{
	options->rules =
	    cli_grow(&options->mem, options->rules, options->rule_count, sizeof(*options->rules));
	if (options->rules == NULL)
		return "memory";
	options->rules[options->rule_count++] = (struct clair_rule_option){
	    clair_strdup(&options->mem, pattern), enabled, severity};
	return NULL;
}

static const char *
set_number(struct cli_options *options, const struct cli_option_row *row, const char *text,
    struct cli_value *value)
{
	char *end;
	double number = strtod(text, &end);
	bool whole = row->kind == CLI_COUNT;

	if (end == text || *end != '\0' || !isfinite(number) || (whole && number != floor(number)))
		return clair_asprintf(&options->mem,
		    options->lang == CLAIR_FR ? "« %s » n’est pas un nombre%s" : "“%s” is not a %snumber",
		    text, !whole ? "" : options->lang == CLAIR_FR ? " entier" : "whole ");
	if (number < row->low || number > row->high)
		return clair_asprintf(&options->mem,
		    options->lang == CLAIR_FR ? "%s n’est pas entre %g et %g" : "%s is not between %g and %g",
		    text, row->low, row->high);
	value->number = number;
	return NULL;
}

static const char *
set_choice(struct cli_options *options, const struct cli_option_row *row, const char *text,
    struct cli_value *value)
{
	struct clair_nearest near;
	char *list = clair_strdup(&options->mem, row->choices);
	char *rest = list;
	int index = 0;

	clair_nearest_start(&near, text);
	for (char *name; (name = strsep(&rest, "|")) != NULL; index++) {
		clair_nearest_try(&near, name);
		if (strcmp(name, text) != 0)
			continue;
		value->number = index;
		return NULL;
	}
	if (near.best == NULL)
		return clair_asprintf(&options->mem,
		    options->lang == CLAIR_FR ? "« %s » n’est pas possible. Choix : %s"
		                              : "“%s” is not possible. Choices: %s",
		    text, row->choices);
	return clair_asprintf(&options->mem,
	    options->lang == CLAIR_FR ? "« %s » n’est pas possible. Choix : %s. Vouliez-vous dire « %s » ?"
	                              : "“%s” is not possible. Choices: %s. Did you mean “%s”?",
	    text, row->choices, near.best);
}

static const char *
set_flag(struct cli_options *options, const char *text, struct cli_value *value)
{
	static const char *const yes[] = {"true", "yes", "on"};
	static const char *const no[] = {"false", "no", "off"};

	for (size_t i = 0; i < CLAIR_LEN(yes); i++) {
		if (strcmp(text, yes[i]) == 0) {
			value->number = 1;
			return NULL;
		}
		if (strcmp(text, no[i]) == 0) {
			value->number = 0;
			return NULL;
		}
	}
	return clair_asprintf(&options->mem,
	    options->lang == CLAIR_FR ? "« %s » n’est ni true ni false" : "“%s” is neither true nor false",
	    text);
}

const char *
cli_option_set(
    struct cli_options *options, enum cli_option option, const char *text, enum cli_origin origin)
{
	const struct cli_option_row *row = &cli_option_rows[option];
	struct cli_value value = {.text = clair_strdup(&options->mem, text), .origin = origin};
	const char *wrong = NULL;

	if (row->kind == CLI_LIST) {
		if (option == CLI_FORMAT)
			return cli_output_add(options, text);
		if (option == CLI_SOURCE_MAP)
			return cli_source_map_add(options, text);
		if (option == CLI_RULE_FILES)
			return cli_rule_file_add(options, text);
		/* Whether it exists is known once the files of rules are read. */
		return add_choice(options, text, option == CLI_ENABLE, -1);
	}
	if (row->kind == CLI_COUNT || row->kind == CLI_SECONDS)
		wrong = set_number(options, row, text, &value);
	else if (row->kind == CLI_CHOICE)
		wrong = set_choice(options, row, text, &value);
	else if (row->kind == CLI_FLAG)
		wrong = set_flag(options, text, &value);
	if (wrong != NULL || options->value[option].origin > origin)
		return wrong;
	options->value[option] = value;
	if (option == CLI_LANG)
		options->lang = value.number == 0 ? CLAIR_FR : CLAIR_EN;
	return NULL;
}

static bool
pattern_fits(const char *pattern, const char *id)
{
	size_t length = strlen(pattern);

	if (length > 0 && pattern[length - 1] == '*')
		return strncmp(pattern, id, length - 1) == 0;
	return strcmp(pattern, id) == 0;
}

const char *
cli_rule_check(struct cli_options *options, const char *pattern)
{
	const struct clair_rule *rule;
	struct clair_nearest near;

	clair_nearest_start(&near, pattern);
	for (size_t i = 0; (rule = cli_rule_at(options, i)) != NULL; i++) {
		if (pattern_fits(pattern, rule->id))
			return NULL;
		clair_nearest_try(&near, rule->id);
	}
	if (near.best == NULL)
		return clair_asprintf(&options->mem,
		    options->lang == CLAIR_FR
		        ? "la règle « %s » n’existe pas. La liste : clairlint rules"
		        : "there is no rule “%s”. The list: clairlint rules",
		    pattern);
	return clair_asprintf(&options->mem,
	    options->lang == CLAIR_FR ? "la règle « %s » n’existe pas. Vouliez-vous dire « %s » ?"
	                              : "there is no rule “%s”. Did you mean “%s”?",
	    pattern, near.best);
}

const char *
cli_rule_add(struct cli_options *options, const char *pattern, bool enabled, int severity)
{
	const char *wrong = cli_rule_check(options, pattern);

	return wrong != NULL ? wrong : add_choice(options, pattern, enabled, severity);
}

/* "text, json…" */
static const char *const formats = (
#define FORMAT(id, name, ...) ", " name
#include "clairlint/format.def"
#undef FORMAT
	) + 2;

const char *
cli_output_add(struct cli_options *options, const char *text)
{
	char *name = clair_strdup(&options->mem, text);
	char *path = strchr(name, '=');
	struct clair_nearest near;

	if (path != NULL)
		*path++ = '\0';
	clair_nearest_start(&near, name);
	for (int i = 0; i < CLAIR_FORMAT_COUNT; i++) {
		const char *format = clair_format_name((enum clair_format)i);

		clair_nearest_try(&near, format);
		if (strcmp(format, name) != 0)
			continue;
		options->outputs = cli_grow(
		    &options->mem, options->outputs, options->output_count, sizeof(*options->outputs));
		if (options->outputs == NULL)
			return "memory";
		options->outputs[options->output_count++] = (struct cli_output){
		    (enum clair_format)i, path == NULL || strcmp(path, "-") == 0 ? NULL : path};
		return NULL;
	}
	return clair_asprintf(&options->mem,
	    options->lang == CLAIR_FR ? "« %s » n’est pas un format. Choix : %s.%s%s%s"
	                              : "“%s” is not a format. Choices: %s.%s%s%s",
	    name, formats, near.best == NULL ? "" : options->lang == CLAIR_FR ? " Vouliez-vous dire « " : " Did you mean “",
	    near.best == NULL ? "" : near.best,
	    near.best == NULL ? "" : options->lang == CLAIR_FR ? " » ?" : "”?");
}

static bool
has_dots(const char *path)
{
	while (*path != '\0') {
		const size_t length = strcspn(path, "/");

		if (length == 2 && strncmp(path, "..", 2) == 0)
			return true;
		path += length + (path[length] == '/');
	}
	return false;
}

/* An address is written as those of pages are; a local path without the "./" that shells add. */
static const char *
mapped_address(struct cli_options *options, const char *typed)
{
	char *address = cli_is_address(typed) ? clair_url_resolve(NULL, NULL, typed) : NULL;
	const char *kept;

	if (cli_is_address(typed) && address == NULL)
		return NULL;
	while (strncmp(typed, "./", 2) == 0)
		typed += 2;
	kept = clair_strdup(&options->mem, address != NULL ? address : typed);
	free(address);
	return kept;
}

const char *
cli_source_map_add(struct cli_options *options, const char *text)
{
	char *typed = clair_strdup(&options->mem, text);
	char *path = strrchr(typed, '=');
	const char *url;

	if (path == NULL || path == typed)
		return clair_asprintf(&options->mem,
		    options->lang == CLAIR_FR ? "« %s » n’est pas de la forme URL=CHEMIN"
		                              : "“%s” is not of the form URL=PATH", text);
	*path++ = '\0';
	if (path[0] == '/' || has_dots(path))
		return clair_asprintf(&options->mem,
		    options->lang == CLAIR_FR ? "« %s » n’est pas un chemin dans le dépôt : ni / au début, ni .."
		                              : "“%s” is not a path in the repository: no / first, no ..", path);
	url = mapped_address(options, typed);
	if (url == NULL)
		return clair_asprintf(&options->mem,
		    options->lang == CLAIR_FR ? "« %s » n’est pas une adresse" : "“%s” is not an address", typed);
	options->source_maps = cli_grow(&options->mem, options->source_maps, options->source_map_count,
	    sizeof(*options->source_maps));
	if (options->source_maps == NULL)
		return "memory";
	options->source_maps[options->source_map_count++] = (struct clair_source_map){url, path};
	return NULL;
}

/* --- The command line ---------------------------------------------------------------------------- */

static bool
unknown_option(const struct cli_options *options, const char *typed)
{
	struct clair_nearest near;

	clair_nearest_start(&near, typed);
	for (int i = 0; i < CLI_OPTION_COUNT; i++)
		clair_nearest_try(&near, cli_option_rows[i].name);
	if (near.best != NULL)
		cli_say(options->lang, "l’option --%s n’existe pas. Vouliez-vous dire --%s ?",
		    "there is no option --%s. Did you mean --%s?", typed, near.best);
	else
		cli_say(options->lang, "l’option --%s n’existe pas. La liste : clairlint --help",
		    "there is no option --%s. The list: clairlint --help", typed);
	return false;
}

static bool
set_from_line(struct cli_options *options, int option, const char *text)
{
	const char *wrong = cli_option_set(options, (enum cli_option)option, text, CLI_FROM_LINE);

	if (wrong == NULL)
		return true;
	cli_say(options->lang, "option --%s : %s", "option --%s: %s", cli_option_rows[option].name, wrong);
	return false;
}

/* Sets an option that was found; takes its value from `given` or from the next word. */
static bool
take_option(struct cli_options *options, int option, const char *given, int argc, char **argv, int *at)
{
	const struct cli_option_row *row = &cli_option_rows[option];

	if (row->kind == CLI_FLAG && given == NULL)
		return set_from_line(options, option, "true");
	if (given == NULL && *at + 1 < argc)
		given = argv[++*at];
	if (given != NULL)
		return set_from_line(options, option, given);
	cli_say(options->lang, "l’option --%s attend une valeur : %s", "option --%s needs a value: %s",
	    row->name, row->kind == CLI_CHOICE ? row->choices : row->value[options->lang]);
	return false;
}

static bool
read_long(struct cli_options *options, int argc, char **argv, int *at)
{
	char *name = clair_strdup(&options->mem, argv[*at] + 2);
	char *given = strchr(name, '=');

	if (given != NULL)
		*given++ = '\0';
	for (int i = 0; i < CLI_OPTION_COUNT; i++) {
		if (strcmp(cli_option_rows[i].name, name) == 0)
			return take_option(options, i, given, argc, argv, at);
	}
	return unknown_option(options, name);
}

/* -q, -o FILE, -oFILE, -qf json. */
static bool
read_letters(struct cli_options *options, int argc, char **argv, int *at)
{
	const char *word = argv[*at];

	for (const char *letter = word + 1; *letter != '\0'; letter++) {
		int option = 0;

		while (option < CLI_OPTION_COUNT && cli_option_rows[option].letter != *letter)
			option++;
		if (option == CLI_OPTION_COUNT) {
			cli_say(options->lang, "l’option -%c n’existe pas. La liste : clairlint --help",
			    "there is no option -%c. The list: clairlint --help", *letter);
			return false;
		}
		if (cli_option_rows[option].kind != CLI_FLAG)
			return take_option(
			    options, option, letter[1] != '\0' ? letter + 1 : NULL, argc, argv, at);
		if (!set_from_line(options, option, "true"))
			return false;
	}
	return true;
}

static bool
add_operand(struct cli_options *options, const char *text)
{
	options->operands = cli_grow(
	    &options->mem, options->operands, options->operand_count, sizeof(*options->operands));
	if (options->operands == NULL)
		return false;
	options->operands[options->operand_count++] = text;
	return true;
}

static bool
read_words(struct cli_options *options, int argc, char **argv)
{
	bool only_operands = false;

	for (int i = 1; i < argc; i++) {
		const char *word = argv[i];
		bool fine;

		if (!only_operands && strcmp(word, "--") == 0) {
			only_operands = true;
			continue;
		}
		if (only_operands || word[0] != '-' || word[1] == '\0')
			fine = add_operand(options, word);
		else if (word[1] == '-')
			fine = read_long(options, argc, argv, &i);
		else
			fine = read_letters(options, argc, argv, &i);
		if (!fine)
			return false;
	}
	return true;
}

/* --- The command ------------------------------------------------------------------------------- */

static bool
unknown_command(const struct cli_options *options, const char *typed)
{
	struct clair_nearest near;

	if (access(typed, F_OK) == 0) {
		cli_say(options->lang, "pour juger « %s », tapez : clairlint check %s",
		    "to judge “%s”, type: clairlint check %s", typed, typed);
		return false;
	}
	clair_nearest_start(&near, typed);
	for (int i = 1; i < CLI_COMMAND_COUNT; i++)
		clair_nearest_try(&near, cli_command_rows[i].name);
	if (near.best != NULL)
		cli_say(options->lang, "la commande « %s » n’existe pas. Vouliez-vous dire « %s » ?",
		    "there is no command “%s”. Did you mean “%s”?", typed, near.best);
	else if (strchr(typed, '.') != NULL)
		cli_say(options->lang, "« %s » n’est pas une adresse. Vouliez-vous dire « https://%s » ?",
		    "“%s” is not an address. Did you mean “https://%s”?", typed, typed);
	else
		cli_say(options->lang, "la commande « %s » n’existe pas. La liste : clairlint --help",
		    "there is no command “%s”. The list: clairlint --help", typed);
	return false;
}

bool
cli_is_address(const char *text)
{
	return strncasecmp(text, "http://", 7) == 0 || strncasecmp(text, "https://", 8) == 0;
}

static bool
find_command(struct cli_options *options)
{
	const char *first;

	if (options->operand_count == 0)
		return true;
	first = options->operands[0];
	if (cli_is_address(first)) {
		options->command = CLI_COMMAND_SITE;
		return true;
	}
	for (int i = 1; i < CLI_COMMAND_COUNT; i++) {
		if (strcmp(cli_command_rows[i].name, first) != 0)
			continue;
		options->command = (enum cli_command)i;
		options->operands++;
		options->operand_count--;
		return true;
	}
	return unknown_command(options, first);
}

static bool
options_fit_command(const struct cli_options *options)
{
	unsigned bit = 1u << options->command;

	if (options->command == CLI_COMMAND_NONE)
		return true;
	for (int i = 0; i < CLI_OPTION_COUNT; i++) {
		if (options->value[i].origin != CLI_FROM_LINE || (cli_option_rows[i].commands & bit) != 0)
			continue;
		cli_say(options->lang, "l’option --%s ne va pas avec la commande « %s »",
		    "option --%s does not go with the command “%s”", cli_option_rows[i].name,
		    cli_command_rows[options->command].name);
		return false;
	}
	return true;
}

/* A grid to fill, or the folder of a ranking: -o names no report. */
static bool
output_is_no_report(const struct cli_options *options)
{
	if (options->value[CLI_RGAA_GRID].text != NULL)
		return true;
	return options->command == CLI_COMMAND_CAMPAIGN &&
	    (options->operand_count == 0 ||
	        (strcmp(options->operands[0], "report") != 0 && strcmp(options->operands[0], "status") != 0));
}

/* The format of -o by the end of its name. */
static bool
place_output(struct cli_options *options)
{
	const char *path = options->value[CLI_OUTPUT].text;
	enum clair_format format;

	if (path == NULL || output_is_no_report(options))
		return true;
	for (size_t i = 0; i < options->output_count; i++) {
		if (options->outputs[i].path == NULL) {
			options->outputs[i].path = path;
			return true;
		}
	}
	format = clair_format_of_file(path);
	if (format < CLAIR_FORMAT_COUNT)
		return cli_output_add(options,
		           clair_asprintf(&options->mem, "%s=%s", clair_format_name(format), path)) == NULL;
	cli_say(options->lang, "« %s » ne dit pas son format : ajoutez --format (choix : %s)",
	    "“%s” does not tell its format: add --format (choices: %s)", path, formats);
	return false;
}

static bool
one_standard_output(const struct cli_options *options)
{
	size_t count = 0;

	for (size_t i = 0; i < options->output_count; i++)
		count += options->outputs[i].path == NULL;
	if (count <= 1)
		return true;
	cli_say(options->lang,
	    "un seul format peut aller sur la sortie standard. Donnez un fichier aux autres : --format "
	    "html=rapport.html",
	    "only one format can go to standard output. Give the others a file: --format "
	    "html=report.html");
	return false;
}

/* Formats of the command line replace those of the file, which are of the reports on one site: a campaign leaves them. */
static bool
read_file(struct cli_options *options)
{
	size_t line_outputs = options->output_count;
	struct clair_rule_option *line_rules = options->rules;
	size_t line_rule_count = options->rule_count;

	options->rules = NULL;
	options->rule_count = 0;
	if (!cli_config_read(options))
		return false;
	if (line_outputs > 0 || options->command == CLI_COMMAND_CAMPAIGN)
		options->output_count = line_outputs;
	for (size_t i = 0; i < line_rule_count; i++) {
		options->rules = cli_grow(
		    &options->mem, options->rules, options->rule_count, sizeof(*options->rules));
		if (options->rules == NULL)
			return false;
		options->rules[options->rule_count++] = line_rules[i];
	}
	return true;
}

/* Those of the command line come last, and were not looked for when they were read. */
static bool
check_line_rules(struct cli_options *options, size_t count)
{
	for (size_t i = options->rule_count - count; i < options->rule_count; i++) {
		const struct clair_rule_option *rule = &options->rules[i];
		const char *wrong = cli_rule_check(options, rule->rule);

		if (wrong == NULL)
			continue;
		cli_say(options->lang, "option --%s : %s", "option --%s: %s",
		    cli_option_rows[rule->enabled ? CLI_ENABLE : CLI_DISABLE].name, wrong);
		return false;
	}
	return true;
}

/* What is tried is a file of rules and no other: the configuration of a site has its own. */
static bool
read_rules_to_try(struct cli_options *options)
{
	if (options->operand_count == 0)
		return true;
	options->operand_count--;
	return cli_rule_file_add(options, *options->operands++) == NULL && cli_rules_load(options);
}

enum cli_parsed
cli_options_read(struct cli_options *options, int argc, char **argv)
{
	bool asks_help;
	size_t line_rules;

	options->argc = argc;
	options->argv = argv;
	if (!read_words(options, argc, argv) || !find_command(options))
		return CLI_BAD_USAGE;
	asks_help = cli_flag(options, CLI_HELP) || options->command == CLI_COMMAND_HELP;
	/* help COMMAND */
	if (options->command == CLI_COMMAND_HELP && !find_command(options))
		return CLI_BAD_USAGE;
	if (cli_flag(options, CLI_VERSION))
		return CLI_SHOW_VERSION;
	if (asks_help)
		return CLI_SHOW_HELP;
	if (!options_fit_command(options))
		return CLI_BAD_USAGE;
	/* The server of editors reads it later, where the editor says. */
	if (options->command == CLI_COMMAND_INIT || options->command == CLI_COMMAND_SERVE ||
	    options->command == CLI_COMMAND_DOC || options->command == CLI_COMMAND_LSP)
		return CLI_GO_ON;
	if (options->command == CLI_COMMAND_TRY)
		return read_rules_to_try(options) ? CLI_GO_ON : CLI_BAD_USAGE;
	line_rules = options->rule_count;
	if (!cli_flag(options, CLI_NO_CONFIG) && !read_file(options))
		return CLI_BAD_USAGE;
	if (!cli_rules_load(options) || !check_line_rules(options, line_rules))
		return CLI_BAD_USAGE;
	if (!place_output(options) || !one_standard_output(options))
		return CLI_BAD_USAGE;
	return options->mem.failed ? CLI_BAD_USAGE : CLI_GO_ON;
}

static void
make_absolute(struct cli_options *options, const char **path, const char *from)
{
	if (*path != NULL && (*path)[0] != '/')
		*path = clair_asprintf(&options->mem, "%s/%s", from, *path);
}

bool
cli_options_read_again(
    struct cli_options *options, const struct cli_options *line, const char *from, bool with_file)
{
	size_t line_rules;

	if (!read_words(options, line->argc, line->argv) || !find_command(options))
		return false;
	make_absolute(options, &options->value[CLI_CONFIG].text, from);
	make_absolute(options, &options->value[CLI_DICTIONARIES].text, from);
	for (size_t i = 0; i < options->rule_file_count; i++)
		make_absolute(options, &options->rule_files[i], from);
	line_rules = options->rule_count;
	if (with_file && !cli_flag(options, CLI_NO_CONFIG) && !read_file(options))
		return false;
	return cli_rules_load(options) && check_line_rules(options, line_rules);
}

/* --- Help ----------------------------------------------------------------------------------------- */

/* Columns a text takes: its characters, all of width one here. */
static int
columns(const char *text)
{
	int count = 0;

	for (; *text != '\0'; text++)
		count += ((unsigned char)*text & 0xc0) != 0x80;
	return count;
}

static void
print_option(const struct cli_options *options, const struct cli_option_row *row)
{
	char letter[8] = "    ";
	const char *value = row->kind == CLI_CHOICE ? row->choices : row->value[options->lang];
	int width;

	if (row->letter != 0)
		snprintf(letter, sizeof(letter), "-%c, ", row->letter);
	width = printf("  %s--%s", letter, row->name);
	if (value != NULL) {
		printf(" %s", value);
		width += 1 + columns(value);
	}
	if (width > 30)
		printf("\n%*s", 32, "");
	else
		printf("%*s", 32 - width, "");
	printf("%s", row->help[options->lang]);
	if (row == &cli_option_rows[CLI_FORMAT])
		printf(" %s", formats);
	if (row->preset != NULL)
		printf(" [%s]", row->preset);
	putchar('\n');
}

static void
print_commands(enum clair_lang lang)
{
	puts(lang == CLAIR_FR ? "Peut-on atteindre cette page, la comprendre, aller au bout ?\n\n"
	                        "  clairlint URL                   comme « clairlint site URL »"
	                      : "Can people reach this page, understand it, get through it?\n\n"
	                        "  clairlint URL                   as “clairlint site URL”");
	for (int i = 1; i < CLI_COMMAND_COUNT; i++) {
		const struct cli_command_row *row = &cli_command_rows[i];

		if (row->help[lang] == NULL)
			continue;
		printf("  clairlint %s %s\n%*s%s\n", row->name, row->operands[lang], 34, "",
		    row->help[lang]);
	}
}

void
cli_options_help(const struct cli_options *options)
{
	enum clair_lang lang = options->lang;
	const struct cli_command_row *row = &cli_command_rows[options->command];
	bool all = options->command == CLI_COMMAND_NONE || row->help[lang] == NULL;

	if (all)
		print_commands(lang);
	else
		printf("clairlint %s %s\n%s\n", row->name, row->operands[lang], row->help[lang]);
	puts("\nOptions");
	for (int i = 0; i < CLI_OPTION_COUNT; i++) {
		if (all || (cli_option_rows[i].commands & (1u << options->command)) != 0)
			print_option(options, &cli_option_rows[i]);
	}
	puts(lang == CLAIR_FR ? "\nCodes de sortie" : "\nExit statuses");
	for (int i = 0; i < CLI_EXIT_STATUSES; i++)
		printf("  %d  %s\n", i, cli_exit_texts[i][lang]);
}
