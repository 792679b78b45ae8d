/* .clairlint.yml, read with libyaml; every error has its file, line and column. */
#include "cli/config.h"

#include "cli/say.h"
#include "cli/suggest.h"
#include "clairlint/rule.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <yaml.h>

enum { LARGEST_FILE = 1 << 20 };

const struct cli_section cli_sections[CLI_SECTION_COUNT] = {
    {"rules", {"RÈGLE: on | off | minor | major | blocking", "RULE: on | off | minor | major | blocking"},
        {"Active une règle, l’arrête, ou change sa gravité. Un thème entier s’écrit avec une étoile : images/*.",
            "Enables a rule, stops it, or changes its severity. A whole theme is written with a star: images/*."}},
    {"thresholds", {"NOM: NOMBRE", "NAME: NUMBER"},
        {"Change un nombre que des règles lisent.", "Changes a number that rules read."}},
    {"suppressions", {"LISTE", "LIST"},
        {"Ce que l’on tait. Chaque élément dit sa raison (reason) et ce qu’il tait : une règle ou un thème (rule), "
         "un élément de la page (selector), des adresses (url). Il peut avoir un dernier jour (until). Ce qui est tu "
         "reste dans le rapport, à part.",
            "What is silenced. Each item says its reason and what it silences: a rule or a theme (rule), an element "
            "of the page (selector), addresses (url). It may have a last day (until). What is silenced stays in the "
            "report, apart."}},
};

struct reader {
	struct cli_options *options;
	yaml_document_t document;
	const char *path;
	bool failed;
};

/* Says what is wrong at a place of the file. Never twice: the first error is the one to mend. */
static void __attribute__((format(printf, 3, 5), format(printf, 4, 5)))
blame(struct reader *reader, const yaml_mark_t *mark, const char *fr, const char *en, ...)
{
	va_list arguments;

	if (reader->failed)
		return;
	reader->failed = true;
	fprintf(cli_say_stream(), "%s:%zu:%zu: ", reader->path, mark->line + 1, mark->column + 1);
	va_start(arguments, en);
	vfprintf(cli_say_stream(), reader->options->lang == CLAIR_FR ? fr : en, arguments);
	va_end(arguments);
	fputc('\n', cli_say_stream());
}

/* " Vouliez-vous dire « x » ?", or nothing. */
static const char *
did_you_mean(struct cli_options *options, const struct cli_suggestion *near)
{
	if (near->best == NULL)
		return "";
	return clair_asprintf(&options->mem,
	    options->lang == CLAIR_FR ? ". Vouliez-vous dire « %s » ?" : ". Did you mean “%s”?",
	    near->best);
}

static yaml_node_t *
node_at(struct reader *reader, int index)
{
	return yaml_document_get_node(&reader->document, index);
}

/* The text of a scalar, or NULL after an error. */
static const char *
scalar(struct reader *reader, const yaml_node_t *node, const char *what)
{
	const char *text;

	if (node->type != YAML_SCALAR_NODE) {
		blame(reader, &node->start_mark, "« %s » attend une valeur simple, pas une liste",
		    "“%s” takes a plain value, not a list", what);
		return NULL;
	}
	text = (const char *)node->data.scalar.value;
	if (strlen(text) != node->data.scalar.length) {
		blame(reader, &node->start_mark, "caractère nul dans « %s »", "null character in “%s”", what);
		return NULL;
	}
	return clair_strdup(&reader->options->mem, text);
}

static bool
is_mapping(struct reader *reader, const yaml_node_t *node, const char *what)
{
	if (node->type == YAML_MAPPING_NODE)
		return true;
	if (node->type == YAML_SCALAR_NODE && node->data.scalar.length == 0)
		return true;
	blame(reader, &node->start_mark, "« %s » attend des lignes « clé : valeur »",
	    "“%s” takes lines of the form “key: value”", what);
	return false;
}

typedef void pair_fn(struct reader *reader, const char *key, const yaml_node_t *key_node,
    const yaml_node_t *value, void *payload);

/* Each pair of a mapping; a key given twice is an error. */
static void
each_pair(struct reader *reader, const yaml_node_t *map, pair_fn *take, void *payload)
{
	yaml_node_pair_t *start = map->data.mapping.pairs.start;

	if (map->type != YAML_MAPPING_NODE)
		return;
	for (yaml_node_pair_t *pair = start; pair < map->data.mapping.pairs.top; pair++) {
		const yaml_node_t *key_node = node_at(reader, pair->key);
		const char *key = scalar(reader, key_node, "?");

		for (yaml_node_pair_t *other = start; key != NULL && other < pair; other++) {
			if (strcmp((const char *)node_at(reader, other->key)->data.scalar.value, key) == 0)
				blame(reader, &key_node->start_mark, "la clé « %s » est déjà donnée plus haut",
				    "the key “%s” was already given above", key);
		}
		if (reader->failed)
			return;
		take(reader, key, key_node, node_at(reader, pair->value), payload);
	}
}

/* --- Rules, thresholds ------------------------------------------------------------------------------ */

static void
take_rule(struct reader *reader, const char *key, const yaml_node_t *key_node,
    const yaml_node_t *value, void *payload)
{
	static const struct {
		const char *word;
		bool enabled;
		int severity;
	} states[] = {{"on", true, -1}, {"off", false, -1}, {"true", true, -1}, {"false", false, -1}, {"minor", true, CLAIR_MINOR},
	    {"major", true, CLAIR_MAJOR}, {"blocking", true, CLAIR_BLOCKING}};
	const char *text = scalar(reader, value, key);
	struct cli_suggestion near;

	(void)payload;
	if (text == NULL)
		return;
	cli_suggest_start(&near, text);
	for (size_t i = 0; i < CLAIR_LEN(states); i++) {
		const char *wrong;

		cli_suggest_try(&near, states[i].word);
		if (strcmp(states[i].word, text) != 0)
			continue;
		wrong = cli_rule_add(reader->options, key, states[i].enabled, states[i].severity);
		if (wrong != NULL)
			blame(reader, &key_node->start_mark, "%s", "%s", wrong);
		return;
	}
	blame(reader, &value->start_mark,
	    "« %s » n’est pas possible pour une règle. Choix : on, off, minor, major, blocking%s",
	    "“%s” is not possible for a rule. Choices: on, off, minor, major, blocking%s", text,
	    did_you_mean(reader->options, &near));
}

static void
take_threshold(struct reader *reader, const char *key, const yaml_node_t *key_node,
    const yaml_node_t *value, void *payload)
{
	struct cli_options *options = reader->options;
	const char *text = scalar(reader, value, key);
	size_t count = options->threshold_count;
	double number;
	char *end;

	(void)payload;
	if (text == NULL)
		return;
	number = strtod(text, &end);
	if (end == text || *end != '\0') {
		blame(reader, &value->start_mark, "le seuil « %s » attend un nombre, pas « %s »",
		    "the threshold “%s” takes a number, not “%s”", key, text);
		return;
	}
	options->thresholds =
	    cli_grow(&options->mem, options->thresholds, count, sizeof(*options->thresholds));
	options->threshold_places = cli_grow(
	    &options->mem, options->threshold_places, count, sizeof(*options->threshold_places));
	if (options->mem.failed)
		return;
	options->thresholds[count] = (struct clair_threshold_option){key, number};
	options->threshold_places[count] = (struct cli_place){reader->path,
	    (unsigned)key_node->start_mark.line + 1, (unsigned)key_node->start_mark.column + 1};
	options->threshold_count++;
}

/* --- Suppressions ------------------------------------------------------------------------------------- */

bool
cli_is_day(const char *text)
{
	static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	int year, month, day;
	int length = 0;

	if (strspn(text, "0123456789-") != strlen(text) ||
	    sscanf(text, "%4d-%2d-%2d%n", &year, &month, &day, &length) != 3 || length != 10 ||
	    text[10] != '\0' || text[4] != '-' || text[7] != '-')
		return false;
	if (month < 1 || month > 12 || day < 1 || day > days[month - 1])
		return false;
	return month != 2 || day < 29 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
}

static void
take_suppression_key(struct reader *reader, const char *key, const yaml_node_t *key_node,
    const yaml_node_t *value, void *payload)
{
	struct clair_suppression *suppression = payload;
	const struct {
		const char *name;
		const char **place;
	} fields[] = {{"rule", &suppression->rule}, {"selector", &suppression->selector},
	    {"url", &suppression->url}, {"reason", &suppression->reason}, {"until", &suppression->until}};
	struct cli_suggestion near;
	const char *text = scalar(reader, value, key);
	const char *wrong;

	if (text == NULL)
		return;
	if (strcmp(key, "until") == 0 && !cli_is_day(text))
		blame(reader, &value->start_mark,
		    "« %s » n’est pas une date. Écrivez AAAA-MM-JJ, par exemple 2027-01-31",
		    "“%s” is not a date. Write YYYY-MM-DD, for example 2027-01-31", text);
	wrong = strcmp(key, "rule") == 0 ? cli_rule_check(reader->options, text) : NULL;
	if (wrong != NULL)
		blame(reader, &value->start_mark, "%s", "%s", wrong);
	cli_suggest_start(&near, key);
	for (size_t i = 0; i < CLAIR_LEN(fields); i++) {
		cli_suggest_try(&near, fields[i].name);
		if (strcmp(fields[i].name, key) == 0) {
			*fields[i].place = text;
			return;
		}
	}
	blame(reader, &key_node->start_mark, "la clé « %s » n’existe pas dans une suppression%s",
	    "there is no key “%s” in a suppression%s", key, did_you_mean(reader->options, &near));
}

static void
take_suppressions(struct reader *reader, const yaml_node_t *list)
{
	struct cli_options *options = reader->options;

	if (list->type == YAML_SCALAR_NODE && list->data.scalar.length == 0)
		return;
	if (list->type != YAML_SEQUENCE_NODE) {
		blame(reader, &list->start_mark, "« suppressions » attend une liste, avec des tirets",
		    "“suppressions” takes a list, with dashes");
		return;
	}
	for (yaml_node_item_t *item = list->data.sequence.items.start;
	     item < list->data.sequence.items.top && !reader->failed; item++) {
		const yaml_node_t *node = node_at(reader, *item);
		struct clair_suppression suppression = {0};

		if (!is_mapping(reader, node, "suppressions"))
			return;
		each_pair(reader, node, take_suppression_key, &suppression);
		if (suppression.reason == NULL || suppression.reason[0] == '\0')
			blame(reader, &node->start_mark, "une suppression dit toujours sa raison : « reason: … »",
			    "a suppression always says why: “reason: …”");
		if (suppression.rule == NULL && suppression.selector == NULL && suppression.url == NULL)
			blame(reader, &node->start_mark,
			    "une suppression dit ce qu’elle tait : rule, selector ou url",
			    "a suppression says what it silences: rule, selector or url");
		suppression.where = clair_asprintf(&options->mem, "%s:%zu:%zu", reader->path,
		    node->start_mark.line + 1, node->start_mark.column + 1);
		options->suppressions = cli_grow(&options->mem, options->suppressions,
		    options->suppression_count, sizeof(*options->suppressions));
		if (options->mem.failed)
			return;
		options->suppressions[options->suppression_count++] = suppression;
	}
}

/* --- The top of the file ---------------------------------------------------------------------------------- */

static void
take_list(struct reader *reader, enum cli_option option, const yaml_node_t *list)
{
	const char *key = cli_option_rows[option].key;

	if (list->type != YAML_SEQUENCE_NODE) {
		blame(reader, &list->start_mark, "« %s » attend une liste, avec des tirets",
		    "“%s” takes a list, with dashes", key);
		return;
	}
	for (yaml_node_item_t *item = list->data.sequence.items.start;
	     item < list->data.sequence.items.top && !reader->failed; item++) {
		const yaml_node_t *node = node_at(reader, *item);
		const char *text = scalar(reader, node, key);
		const char *wrong =
		    text == NULL ? NULL : cli_option_set(reader->options, option, text, CLI_FROM_FILE);

		if (wrong != NULL)
			blame(reader, &node->start_mark, "%s", "%s", wrong);
	}
}

/* From the folder of the configuration. */
static const char *
beside(struct reader *reader, const char *path)
{
	const char *slash = strrchr(reader->path, '/');

	if (path[0] == '/' || slash == NULL)
		return path;
	return clair_asprintf(
	    &reader->options->mem, "%.*s/%s", (int)(slash - reader->path), reader->path, path);
}

static void
take_rule_files(struct reader *reader, const yaml_node_t *list)
{
	if (list->type == YAML_SCALAR_NODE && list->data.scalar.length == 0)
		return;
	if (list->type != YAML_SEQUENCE_NODE) {
		blame(reader, &list->start_mark, "« rule-files » attend une liste, avec des tirets",
		    "“rule-files” takes a list, with dashes");
		return;
	}
	for (yaml_node_item_t *item = list->data.sequence.items.start;
	     item < list->data.sequence.items.top && !reader->failed; item++) {
		const char *path = scalar(reader, node_at(reader, *item), "rule-files");

		if (path != NULL && cli_rule_file_add(reader->options, beside(reader, path)) != NULL)
			reader->failed = true;
	}
}

/* Before all else: the other keys name rules. */
static void
load_rules(struct reader *reader, const yaml_node_t *root)
{
	for (yaml_node_pair_t *pair = root->data.mapping.pairs.start;
	     root->type == YAML_MAPPING_NODE && pair < root->data.mapping.pairs.top; pair++) {
		const yaml_node_t *key = node_at(reader, pair->key);

		if (key->type == YAML_SCALAR_NODE && strcmp((const char *)key->data.scalar.value, "rule-files") == 0)
			take_rule_files(reader, node_at(reader, pair->value));
	}
	if (!reader->failed && !cli_rules_load(reader->options))
		reader->failed = true;
}

static void
take_option(struct reader *reader, const char *key, const yaml_node_t *key_node,
    const yaml_node_t *value, void *payload)
{
	const char *section = payload;
	const char *full = clair_asprintf(&reader->options->mem, "%s%s", section, key);
	struct cli_suggestion near;

	cli_suggest_start(&near, key);
	for (int i = 0; i < CLI_OPTION_COUNT; i++) {
		const char *name = cli_option_rows[i].key;
		const char *text;
		const char *wrong;

		if (name == NULL || strncmp(name, section, strlen(section)) != 0)
			continue;
		cli_suggest_try(&near, name + strlen(section));
		if (strcmp(name, full) != 0)
			continue;
		if (cli_option_rows[i].kind == CLI_LIST) {
			/* The reports of a run: a comparison would take their place. */
			if (i != CLI_FORMAT || reader->options->command != CLI_COMMAND_COMPARE)
				take_list(reader, (enum cli_option)i, value);
			return;
		}
		if (i == CLI_RULE_FILES)
			return;
		text = scalar(reader, value, key);
		wrong = text == NULL
		    ? NULL
		    : cli_option_set(reader->options, (enum cli_option)i, text, CLI_FROM_FILE);
		if (wrong != NULL)
			blame(reader, &value->start_mark, "%s : %s", "%s: %s", full, wrong);
		return;
	}
	for (size_t i = 0; i < CLI_SECTION_COUNT && section[0] == '\0'; i++)
		cli_suggest_try(&near, cli_sections[i].name);
	if (section[0] == '\0')
		cli_suggest_try(&near, "crawl");
	blame(reader, &key_node->start_mark, "la clé « %s » n’existe pas%s", "there is no key “%s”%s",
	    full, did_you_mean(reader->options, &near));
}

static void
take_top(struct reader *reader, const char *key, const yaml_node_t *key_node,
    const yaml_node_t *value, void *payload)
{
	static char crawl[] = "crawl.";

	if (strcmp(key, "suppressions") == 0)
		take_suppressions(reader, value);
	else if (strcmp(key, "rules") == 0 && is_mapping(reader, value, key))
		each_pair(reader, value, take_rule, NULL);
	else if (strcmp(key, "thresholds") == 0 && is_mapping(reader, value, key))
		each_pair(reader, value, take_threshold, NULL);
	else if (strcmp(key, "crawl") == 0 && is_mapping(reader, value, key))
		each_pair(reader, value, take_option, crawl);
	else if (!reader->failed)
		take_option(reader, key, key_node, value, payload);
}

static void
read_document(struct reader *reader)
{
	yaml_node_t *root = yaml_document_get_root_node(&reader->document);
	char top[] = "";

	if (root == NULL)
		return;
	if (!is_mapping(reader, root, ".clairlint.yml"))
		return;
	load_rules(reader, root);
	if (!reader->failed)
		each_pair(reader, root, take_top, top);
}

static bool
parse(struct cli_options *options, FILE *file)
{
	struct reader reader = {.options = options, .path = options->config_path};
	yaml_parser_t parser;

	if (!yaml_parser_initialize(&parser))
		return false;
	yaml_parser_set_input_file(&parser, file);
	if (!yaml_parser_load(&parser, &reader.document)) {
		blame(&reader, &parser.problem_mark, "ce n’est pas du YAML correct (%s)",
		    "this is not correct YAML (%s)", parser.problem == NULL ? "?" : parser.problem);
		yaml_parser_delete(&parser);
		return false;
	}
	read_document(&reader);
	yaml_document_delete(&reader.document);
	yaml_parser_delete(&parser);
	return !reader.failed && !options->mem.failed;
}

/* --- Which file ------------------------------------------------------------------------------------------- */

/* The nearest .clairlint.yml, from here up to the folder that holds .git. NULL: none. */
static const char *
find_file(struct cli_options *options)
{
	char *folder = getcwd(NULL, 0);
	const char *found = NULL;
	const char *up = "";

	while (folder != NULL && found == NULL) {
		const char *path = clair_asprintf(&options->mem, "%s.clairlint.yml", up);
		char *git = NULL;
		bool top;
		char *slash;

		if (access(path, F_OK) == 0)
			found = path;
		if (asprintf(&git, "%s/.git", folder) < 0)
			git = NULL;
		top = git == NULL || access(git, F_OK) == 0;
		free(git);
		slash = strrchr(folder, '/');
		if (top || slash == NULL || folder[1] == '\0')
			break;
		*(slash == folder ? slash + 1 : slash) = '\0';
		up = clair_asprintf(&options->mem, "%s../", up);
	}
	free(folder);
	return found;
}

bool
cli_config_read(struct cli_options *options)
{
	const char *path = options->value[CLI_CONFIG].text;
	FILE *file;
	bool fine;

	if (path == NULL)
		path = find_file(options);
	if (path == NULL)
		return true;
	file = fopen(path, "re");
	if (file == NULL) {
		cli_say(options->lang, "impossible de lire %s : %s", "cannot read %s: %s", path,
		    cli_reason(options->lang, errno));
		return false;
	}
	options->config_path = path;
	fine = fseek(file, 0, SEEK_END) != 0 || ftell(file) <= LARGEST_FILE;
	rewind(file);
	if (!fine)
		cli_say(options->lang, "%s est trop gros pour une configuration",
		    "%s is too large for a configuration", path);
	else
		fine = parse(options, file);
	fclose(file);
	return fine;
}
