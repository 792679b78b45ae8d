/* clairlint config print: what applies here, in the form of the file. */
#include "cli/commands.h"
#include "cli/say.h"
#include "cli/session.h"

#include <stdio.h>
#include <string.h>

static const char *
origin_text(const struct cli_options *options, enum cli_origin origin)
{
	bool french = options->lang == CLAIR_FR;

	switch (origin) {
	case CLI_FROM_LINE:
		return french ? "ligne de commande" : "command line";
	case CLI_FROM_FILE:
		return options->config_path;
	default:
		return french ? "par défaut" : "preset";
	}
}

/* Double-quoted YAML. */
static void
print_quoted(const char *text)
{
	putchar('"');
	for (; *text != '\0'; text++) {
		if (*text == '"' || *text == '\\')
			printf("\\%c", *text);
		else if ((unsigned char)*text < 0x20)
			printf("\\x%02x", (unsigned)*text);
		else
			putchar(*text);
	}
	putchar('"');
}

static void
print_value(const struct cli_options *options, int option, const char *indent, const char *key)
{
	const struct cli_option_row *row = &cli_option_rows[option];
	const struct cli_value *value = &options->value[option];

	if (option == CLI_LANG && value->text == NULL) {
		printf("lang: %s\n", options->lang == CLAIR_FR ? "fr" : "en");
		return;
	}
	if (value->text == NULL) {
		printf(row->kind == CLI_FLAG ? "%s%s: false" : "#%s%s:", indent, key);
	} else if (row->kind == CLI_TEXT) {
		printf("%s%s: ", indent, key);
		print_quoted(value->text);
	} else {
		printf("%s%s: %s", indent, key, value->text);
	}
	printf("  # %s\n", origin_text(options, value->origin));
}

static void
print_options(const struct cli_options *options, const char *section)
{
	for (int i = 0; i < CLI_OPTION_COUNT; i++) {
		const struct cli_option_row *row = &cli_option_rows[i];
		bool inside = row->key != NULL && strncmp(row->key, "crawl.", 6) == 0;

		if (row->key == NULL || row->kind == CLI_LIST || inside != (section[0] != '\0'))
			continue;
		print_value(options, i, inside ? "  " : "", row->key + strlen(section));
	}
}

static void
print_formats(const struct cli_options *options)
{
	puts("formats:");
	for (size_t i = 0; i < options->output_count; i++) {
		const struct cli_output *output = &options->outputs[i];

		printf("  - %s", clair_format_name(output->format));
		if (output->path != NULL)
			printf("=%s", output->path);
		putchar('\n');
	}
	if (options->output_count == 0)
		puts("  - text");
}

static void
print_source_maps(struct cli_options *options)
{
	if (options->source_map_count == 0)
		return;
	puts("source-maps:");
	for (size_t i = 0; i < options->source_map_count; i++) {
		const struct clair_source_map *map = &options->source_maps[i];

		fputs("  - ", stdout);
		print_quoted(clair_asprintf(&options->mem, "%s=%s", map->url, map->path));
		putchar('\n');
	}
}

static void
print_rule_files(const struct cli_options *options)
{
	if (options->rule_file_count == 0)
		return;
	puts("rule-files:");
	for (size_t i = 0; i < options->rule_file_count; i++) {
		printf("  - ");
		print_quoted(options->rule_files[i]);
		putchar('\n');
	}
}

static void
print_rules(const struct cli_options *options)
{
	if (options->rule_count == 0)
		return;
	puts("rules:");
	for (size_t i = 0; i < options->rule_count; i++) {
		const struct clair_rule_option *rule = &options->rules[i];
		const char *state = !rule->enabled ? "off"
		    : rule->severity < 0
		    ? "on"
		    : clair_severity_name((enum clair_severity)rule->severity);

		printf("  %s: %s\n", rule->rule, state);
	}
}

static void
print_thresholds(const struct cli_options *options, const struct clair_linter *linter)
{
	puts("thresholds:");
	for (size_t i = 0; i < clair_linter_threshold_count(linter); i++) {
		struct clair_threshold_info info = clair_linter_threshold(linter, i);
		bool changed = false;

		for (size_t j = 0; j < options->threshold_count; j++)
			changed = changed || strcmp(options->thresholds[j].key, info.key) == 0;
		printf("  %s: %.10g  # %s, %.10g…%.10g, %s\n", info.key, info.value, info.unit, info.low,
		    info.high, origin_text(options, changed ? CLI_FROM_FILE : CLI_PRESET));
	}
}

static void
print_suppressions(const struct cli_options *options)
{
	if (options->suppression_count == 0)
		return;
	puts("suppressions:");
	for (size_t i = 0; i < options->suppression_count; i++) {
		const struct clair_suppression *one = &options->suppressions[i];
		const struct {
			const char *name, *value;
		} fields[] = {{"reason", one->reason}, {"rule", one->rule}, {"selector", one->selector},
		    {"url", one->url}, {"until", one->until}};
		const char *indent = "  - ";

		for (size_t j = 0; j < sizeof(fields) / sizeof(fields[0]); j++) {
			if (fields[j].value == NULL)
				continue;
			printf("%s%s: ", indent, fields[j].name);
			print_quoted(fields[j].value);
			putchar('\n');
			indent = "    ";
		}
	}
}

static void
print_budget(const struct clair_budget *budget)
{
	const struct {
		const char *name, *value;
	} fields[] = {
	    {budget->of_score ? "score" : "severity", budget->of_score ? clair_axis_name(budget->axis)
	                                                               : clair_severity_name(budget->severity)},
	    {"rule", budget->rule}, {"url", budget->url}};
	const char *indent = "  - ";

	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
		if (fields[i].value == NULL)
			continue;
		printf("%s%s: ", indent, fields[i].name);
		print_quoted(fields[i].value);
		putchar('\n');
		indent = "    ";
	}
	if (budget->limit >= 0)
		printf("    %s: %.10g\n", budget->of_score ? "least" : "most", budget->limit);
	if (budget->not_worse)
		puts("    not-worse: true");
}

static void
print_budgets(const struct cli_options *options)
{
	if (options->budget_count > 0)
		puts("budgets:");
	for (size_t i = 0; i < options->budget_count; i++)
		print_budget(&options->budgets[i]);
}

int
cmd_config(struct cli_options *options)
{
	struct clair_linter *linter;

	if (options->operand_count != 1 || strcmp(options->operands[0], "print") != 0) {
		cli_say(options->lang, "tapez : clairlint config print", "type: clairlint config print");
		return CLI_EXIT_USAGE;
	}
	linter = cli_linter_new(options, NULL);
	if (linter == NULL)
		return CLI_EXIT_USAGE;
	printf("# %s: %s\n", options->lang == CLAIR_FR ? "fichier" : "file",
	    options->config_path != NULL      ? options->config_path
	        : options->lang == CLAIR_FR ? "aucun"
	                                    : "none");
	print_options(options, "");
	print_formats(options);
	print_source_maps(options);
	print_rule_files(options);
	print_rules(options);
	print_thresholds(options, linter);
	puts("crawl:");
	print_options(options, "crawl.");
	print_suppressions(options);
	print_budgets(options);
	clair_linter_free(linter);
	return CLI_EXIT_FINE;
}
