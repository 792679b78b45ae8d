/*
 * What the user asked for: from the command line, from .clairlint.yml, or preset. The command line
 * wins over the file, the file over what is preset.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "base/arena.h"
#include "clairlint/clairlint.h"

enum cli_command {
	CLI_COMMAND_NONE,
#define COMMAND(id, ...) CLI_COMMAND_##id,
#include "cli/options.def"
	CLI_COMMAND_COUNT,
};

enum cli_option {
#define OPTION(id, ...) CLI_##id,
#include "cli/options.def"
	CLI_OPTION_COUNT,
};

enum cli_kind { CLI_FLAG, CLI_COUNT, CLI_SECONDS, CLI_CHOICE, CLI_TEXT, CLI_LIST };

struct cli_option_row {
	enum cli_kind kind;
	char letter;
	const char *name;
	const char *key;
	double low, high;
	const char *choices;
	const char *preset;
	unsigned commands;
	const char *value[CLAIR_LANG_COUNT];
	const char *help[CLAIR_LANG_COUNT];
};

extern const struct cli_option_row cli_option_rows[CLI_OPTION_COUNT];

struct cli_command_row {
	const char *name;
	const char *operands[CLAIR_LANG_COUNT];
	const char *help[CLAIR_LANG_COUNT]; /* NULL: hidden */
};

extern const struct cli_command_row cli_command_rows[CLI_COMMAND_COUNT];

/* What the exit statuses mean, by their number. */
enum { CLI_EXIT_STATUSES = 5 };
extern const char *const cli_exit_texts[CLI_EXIT_STATUSES][CLAIR_LANG_COUNT];

enum cli_origin { CLI_UNSET, CLI_PRESET, CLI_FROM_FILE, CLI_FROM_LINE };

struct cli_value {
	const char *text;  /* as typed; NULL when unset */
	double number;     /* COUNT, SECONDS; CHOICE: the index; FLAG: 0 or 1 */
	enum cli_origin origin;
};

struct cli_output {
	enum clair_format format;
	const char *path;  /* NULL: standard output */
};

/* A threshold or a rule of the file, with its place for messages. */
struct cli_place {
	const char *file;
	unsigned line, column;
};

struct cli_options {
	enum cli_command command;
	enum clair_lang lang;
	struct cli_value value[CLI_OPTION_COUNT];
	const char **operands;
	size_t operand_count;
	struct cli_output *outputs;
	size_t output_count;
	struct clair_source_map *source_maps; /* the command line's, then the file's */
	size_t source_map_count;
	struct clair_rule_option *rules;      /* the file's, then the command line's: the last one wins */
	size_t rule_count;
	const char **rule_files;              /* the file's and the command line's */
	size_t rule_file_count;
	bool no_rule_files;                   /* they are not read */
	struct clair_rule_set *rule_set;      /* what they hold; NULL: no file */
	struct clair_threshold_option *thresholds;
	struct cli_place *threshold_places;   /* of the same index */
	size_t threshold_count;
	struct clair_suppression *suppressions;
	size_t suppression_count;
	struct clair_budget *budgets;
	size_t budget_count;
	const char *config_path;              /* the file read, or NULL */
	int argc;                             /* the command line */
	char **argv;
	struct clair_arena mem;
};

enum cli_parsed { CLI_GO_ON, CLI_SHOW_HELP, CLI_SHOW_VERSION, CLI_BAD_USAGE };

void cli_options_init(struct cli_options *options);
void cli_options_free(struct cli_options *options);

/* Reads the command line and, unless told not to, the configuration. Says what is wrong on standard
 * error. */
enum cli_parsed cli_options_read(struct cli_options *options, int argc, char **argv);

/* The command line of `line` again, into options that were just made. With the configuration that applies in the
 * current folder, when `with_file`; paths of the command line are of the folder `from`. False after saying what is
 * wrong. */
bool cli_options_read_again(
    struct cli_options *options, const struct cli_options *line, const char *from, bool with_file);

bool cli_is_address(const char *text);

void cli_options_help(const struct cli_options *options);

/* Sets an option from its text. NULL when fine, else what is wrong, in the language of `options`.
 * A weaker origin never replaces a stronger one. */
const char *cli_option_set(
    struct cli_options *options, enum cli_option option, const char *text, enum cli_origin origin);

/* NULL when the pattern (an id, a theme with a star) names some rule; else as cli_option_set. */
const char *cli_rule_check(struct cli_options *options, const char *pattern);

/* The rules of the program, then those of the files; NULL past the last. */
const struct clair_rule *cli_rule_at(const struct cli_options *options, size_t index);
const struct clair_rule *cli_rule_find(const struct cli_options *options, const char *id);
/* Reads the files of rules, once. False after saying what is wrong. */
bool cli_rules_load(struct cli_options *options);
/* Adds a file of rules, before they are read. As cli_option_set. */
const char *cli_rule_file_add(struct cli_options *options, const char *path);

/* Adds a choice of rules. As cli_option_set. */
const char *cli_rule_add(
    struct cli_options *options, const char *pattern, bool enabled, int severity);

/* "text", "html=rapport.html". As cli_option_set. */
const char *cli_output_add(struct cli_options *options, const char *text);

/* "https://www.ville.fr/=public". As cli_option_set. */
const char *cli_source_map_add(struct cli_options *options, const char *text);

/* Room for one more in a list of the arena; NULL when there is no memory. */
void *cli_grow(struct clair_arena *arena, const void *list, size_t count, size_t size);

static inline bool
cli_flag(const struct cli_options *options, enum cli_option option)
{
	return options->value[option].number != 0;
}

#endif
