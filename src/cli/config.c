/* .clairlint.yml, read with libyaml; every error has its file, line and column. */
#include "cli/config.h"

#include "cli/say.h"
#include "base/nearest.h"
#include "base/buf.h"
#include "base/day.h"
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
    {"budgets", {"LISTE", "LIST"},
        {"Ce qu’on accepte ; au-delà, le code de sortie est 1. Chaque élément compte des défauts : d’une règle ou d’un "
         "thème (rule), d’une gravité au moins (severity ; minor sinon), sur des adresses (url), et dit combien au plus "
         "(most). Ou il veut une note (score : access, comprehension ou journey) d’une valeur au moins (least) : celle "
         "du site, ou de chacune des adresses (url). Avec not-worse: true, cela ne doit pas empirer à côté de --baseline.",
            "What is accepted; past it, the exit status is 1. Each item counts findings: of a rule or a theme (rule), "
            "of a severity at least (severity; else minor), on addresses (url), and says how many at most (most). Or it "
            "wants a score (score: access, comprehension or journey) of a value at least (least): that of the site, or "
            "of each of the addresses (url). With not-worse: true, it may not get worse beside --baseline."}},
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
did_you_mean(struct cli_options *options, const struct clair_nearest *near)
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
is_empty(const yaml_node_t *node)
{
	return node->type == YAML_SCALAR_NODE && node->data.scalar.length == 0;
}

static bool
is_mapping(struct reader *reader, const yaml_node_t *node, const char *what)
{
	if (node->type == YAML_MAPPING_NODE)
		return true;
	if (is_empty(node))
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

typedef void item_fn(struct reader *reader, const yaml_node_t *item, void *payload);

static void
each_item(struct reader *reader, const yaml_node_t *list, const char *what, item_fn *take, void *payload)
{
	if (list->type != YAML_SEQUENCE_NODE) {
		blame(reader, &list->start_mark, "« %s » attend une liste, avec des tirets",
		    "“%s” takes a list, with dashes", what);
		return;
	}
	for (yaml_node_item_t *item = list->data.sequence.items.start;
	     item < list->data.sequence.items.top && !reader->failed; item++)
		take(reader, node_at(reader, *item), payload);
}

static const char *
where_of(struct reader *reader, const yaml_node_t *node)
{
	return clair_asprintf(&reader->options->mem, "%s:%zu:%zu", reader->path, node->start_mark.line + 1,
	    node->start_mark.column + 1);
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
	struct clair_nearest near;

	(void)payload;
	if (text == NULL)
		return;
	clair_nearest_start(&near, text);
	for (size_t i = 0; i < CLAIR_LEN(states); i++) {
		const char *wrong;

		clair_nearest_try(&near, states[i].word);
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
	struct clair_nearest near;
	const char *text = scalar(reader, value, key);
	const char *wrong;

	if (text == NULL)
		return;
	if (strcmp(key, "until") == 0 && !clair_is_day(text))
		blame(reader, &value->start_mark,
		    "« %s » n’est pas une date. Écrivez AAAA-MM-JJ, par exemple 2027-01-31",
		    "“%s” is not a date. Write YYYY-MM-DD, for example 2027-01-31", text);
	wrong = strcmp(key, "rule") == 0 ? cli_rule_check(reader->options, text) : NULL;
	if (wrong != NULL)
		blame(reader, &value->start_mark, "%s", "%s", wrong);
	clair_nearest_start(&near, key);
	for (size_t i = 0; i < CLAIR_LEN(fields); i++) {
		clair_nearest_try(&near, fields[i].name);
		if (strcmp(fields[i].name, key) == 0) {
			*fields[i].place = text;
			return;
		}
	}
	blame(reader, &key_node->start_mark, "la clé « %s » n’existe pas dans une suppression%s",
	    "there is no key “%s” in a suppression%s", key, did_you_mean(reader->options, &near));
}

static void
take_suppression(struct reader *reader, const yaml_node_t *node, void *payload)
{
	struct cli_options *options = reader->options;
	struct clair_suppression suppression = {0};

	(void)payload;
	if (!is_mapping(reader, node, "suppressions"))
		return;
	each_pair(reader, node, take_suppression_key, &suppression);
	if (suppression.reason == NULL || suppression.reason[0] == '\0')
		blame(reader, &node->start_mark, "une suppression dit toujours sa raison : « reason: … »",
		    "a suppression always says why: “reason: …”");
	if (suppression.rule == NULL && suppression.selector == NULL && suppression.url == NULL)
		blame(reader, &node->start_mark, "une suppression dit ce qu’elle tait : rule, selector ou url",
		    "a suppression says what it silences: rule, selector or url");
	suppression.where = where_of(reader, node);
	options->suppressions = cli_grow(
	    &options->mem, options->suppressions, options->suppression_count, sizeof(*options->suppressions));
	if (!options->mem.failed)
		options->suppressions[options->suppression_count++] = suppression;
}

/* --- Budgets ------------------------------------------------------------------------------------------ */

/* Index of the word, -1 after an error. */
static int
choice(struct reader *reader, const char *key, const yaml_node_t *node, const char *const *words)
{
	const char *text = scalar(reader, node, key);
	struct clair_buf all;
	struct clair_nearest near;

	if (text == NULL)
		return -1;
	clair_buf_init(&all, 0);
	clair_nearest_start(&near, text);
	for (int i = 0; words[i] != NULL; i++) {
		if (strcmp(words[i], text) == 0) {
			clair_buf_free(&all);
			return i;
		}
		clair_nearest_try(&near, words[i]);
		clair_buf_printf(&all, "%s%s", i == 0 ? "" : ", ", words[i]);
	}
	blame(reader, &node->start_mark, "« %s » n’est pas possible pour %s. Choix : %s%s",
	    "“%s” is not possible for %s. Choices: %s%s", text, key, all.bytes, did_you_mean(reader->options, &near));
	clair_buf_free(&all);
	return -1;
}

static void
take_limit(struct reader *reader, const char *key, const yaml_node_t *node, double most, struct clair_budget *budget)
{
	const char *text = scalar(reader, node, key);
	char *end = NULL;
	double number = text == NULL ? -1 : strtod(text, &end);

	if (text != NULL && (end == text || *end != '\0' || !(number >= 0) || number > most))
		blame(reader, &node->start_mark, "« %s » attend un nombre de 0 à %g, pas « %s »",
		    "“%s” takes a number from 0 to %g, not “%s”", key, most, text);
	budget->limit = number;
}

/* A budget as it is read: what makes sense together is known at its end. */
struct budget_read {
	struct clair_budget budget;
	bool has_severity, has_most, has_least;
};

static void
take_budget_key(struct reader *reader, const char *key, const yaml_node_t *key_node,
    const yaml_node_t *value, void *payload)
{
	static const char *const severities[] = {"review", "minor", "major", "blocking", NULL};
	static const char *const axes[] = {"access", "comprehension", "journey", NULL};
	static const char *const answers[] = {"false", "no", "off", "true", "yes", "on", NULL};
	static const char *const keys[] = {"rule", "severity", "url", "score", "most", "least", "not-worse"};
	struct budget_read *read = payload;
	struct clair_budget *budget = &read->budget;
	struct clair_nearest near;
	const char *wrong = NULL;

	if (strcmp(key, "rule") == 0) {
		budget->rule = scalar(reader, value, key);
		wrong = budget->rule == NULL ? NULL : cli_rule_check(reader->options, budget->rule);
	} else if (strcmp(key, "url") == 0) {
		budget->url = scalar(reader, value, key);
	} else if (strcmp(key, "severity") == 0) {
		read->has_severity = true;
		budget->severity = (enum clair_severity)choice(reader, key, value, severities);
	} else if (strcmp(key, "score") == 0) {
		budget->of_score = true;
		budget->axis = (enum clair_axis)choice(reader, key, value, axes);
	} else if (strcmp(key, "most") == 0) {
		read->has_most = true;
		take_limit(reader, key, value, 1e9, budget);
	} else if (strcmp(key, "least") == 0) {
		read->has_least = true;
		take_limit(reader, key, value, 100, budget);
	} else if (strcmp(key, "not-worse") == 0) {
		budget->not_worse = choice(reader, key, value, answers) >= 3;
	} else {
		clair_nearest_start(&near, key);
		for (size_t i = 0; i < CLAIR_LEN(keys); i++)
			clair_nearest_try(&near, keys[i]);
		blame(reader, &key_node->start_mark, "la clé « %s » n’existe pas dans un budget%s",
		    "there is no key “%s” in a budget%s", key, did_you_mean(reader->options, &near));
	}
	if (wrong != NULL)
		blame(reader, &value->start_mark, "%s", "%s", wrong);
}

static void
check_budget(struct reader *reader, const struct budget_read *read, const yaml_node_t *node)
{
	const struct clair_budget *budget = &read->budget;

	if (budget->of_score && (budget->rule != NULL || read->has_severity || read->has_most))
		blame(reader, &node->start_mark, "un budget de note prend « least » et « url », ni rule, ni severity, ni most",
		    "a budget of a score takes “least” and “url”, neither rule, severity nor most");
	if (!budget->of_score && read->has_least)
		blame(reader, &node->start_mark, "« least » va avec « score » ; un nombre de défauts prend « most »",
		    "“least” goes with “score”; a number of findings takes “most”");
	if (budget->limit < 0 && !budget->not_worse)
		blame(reader, &node->start_mark, "un budget dit sa limite : most, least ou « not-worse: true »",
		    "a budget says its limit: most, least or “not-worse: true”");
}

static void
take_budget(struct reader *reader, const yaml_node_t *node, void *payload)
{
	struct cli_options *options = reader->options;
	struct budget_read read = {.budget = {.severity = CLAIR_MINOR, .limit = -1}};

	(void)payload;
	if (!is_mapping(reader, node, "budgets"))
		return;
	each_pair(reader, node, take_budget_key, &read);
	check_budget(reader, &read, node);
	read.budget.where = where_of(reader, node);
	options->budgets = cli_grow(&options->mem, options->budgets, options->budget_count, sizeof(*options->budgets));
	if (!options->mem.failed)
		options->budgets[options->budget_count++] = read.budget;
}

/* --- The top of the file ---------------------------------------------------------------------------------- */

static void
take_listed(struct reader *reader, const yaml_node_t *node, void *payload)
{
	const enum cli_option *option = payload;
	const char *text = scalar(reader, node, cli_option_rows[*option].key);
	const char *wrong = text == NULL ? NULL : cli_option_set(reader->options, *option, text, CLI_FROM_FILE);

	if (wrong != NULL)
		blame(reader, &node->start_mark, "%s", "%s", wrong);
}

static void
take_list(struct reader *reader, enum cli_option option, const yaml_node_t *list)
{
	each_item(reader, list, cli_option_rows[option].key, take_listed, &option);
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
	struct clair_nearest near;

	clair_nearest_start(&near, key);
	for (int i = 0; i < CLI_OPTION_COUNT; i++) {
		const char *name = cli_option_rows[i].key;
		const char *text;
		const char *wrong;

		if (name == NULL || strncmp(name, section, strlen(section)) != 0)
			continue;
		clair_nearest_try(&near, name + strlen(section));
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
		clair_nearest_try(&near, cli_sections[i].name);
	if (section[0] == '\0')
		clair_nearest_try(&near, "crawl");
	blame(reader, &key_node->start_mark, "la clé « %s » n’existe pas%s", "there is no key “%s”%s",
	    full, did_you_mean(reader->options, &near));
}

static void
take_top(struct reader *reader, const char *key, const yaml_node_t *key_node,
    const yaml_node_t *value, void *payload)
{
	static char crawl[] = "crawl.";

	if ((strcmp(key, "suppressions") == 0 || strcmp(key, "budgets") == 0) && is_empty(value))
		return;
	if (strcmp(key, "suppressions") == 0)
		each_item(reader, value, key, take_suppression, NULL);
	else if (strcmp(key, "budgets") == 0)
		each_item(reader, value, key, take_budget, NULL);
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
