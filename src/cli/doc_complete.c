/* Completions for bash, zsh and fish, from the table of options and from the names of rules. */
#include "cli/doc.h"
#include "cli/rule_text.h"

#include <string.h>

/* What may follow an option or a command. */
enum follows { NOTHING, WORDS, FORMATS, RULES, FILES, FOLDERS, ANYTHING };

static bool
holds(const char *text, const char *word)
{
	return text != NULL && strstr(text, word) != NULL;
}

static enum follows
follows_option(int option)
{
	const struct cli_option_row *row = &cli_option_rows[option];

	if (row->kind == CLI_FLAG)
		return NOTHING;
	if (row->kind == CLI_CHOICE)
		return WORDS;
	if (option == CLI_FORMAT)
		return FORMATS;
	if (holds(row->value[CLAIR_EN], "RULE"))
		return RULES;
	if (holds(row->value[CLAIR_EN], "FOLDER"))
		return FOLDERS;
	return holds(row->value[CLAIR_EN], "FILE") ? FILES : ANYTHING;
}

static enum follows
follows_command(int command)
{
	const char *operands = cli_command_rows[command].operands[CLAIR_EN];

	if (holds(operands, "FILE") || holds(operands, ".json"))
		return FILES;
	if (holds(operands, "RULE"))
		return RULES;
	return holds(operands, "print") ? WORDS : ANYTHING;
}

static bool
is_shown(int command)
{
	return cli_command_rows[command].help[CLAIR_FR] != NULL;
}

/* a|b as "a b" */
static void
print_choices(FILE *out, const char *choices)
{
	for (; *choices != '\0'; choices++)
		fputc(*choices == '|' ? ' ' : *choices, out);
}

static void
print_formats(FILE *out)
{
	for (int i = 0; i < CLAIR_FORMAT_COUNT; i++)
		fprintf(out, "%s%s", i == 0 ? "" : " ", clair_format_name((enum clair_format)i));
}

static void
print_rules(FILE *out)
{
	for (size_t i = 0; i < clair_rule_count(); i++)
		fprintf(out, "%s%s", i == 0 ? "" : " ", clair_rule_at(i)->id);
}

static void
print_commands(FILE *out)
{
	const char *between = "";

	for (int i = 1; i < CLI_COMMAND_COUNT; i++) {
		if (!is_shown(i))
			continue;
		fprintf(out, "%s%s", between, cli_command_rows[i].name);
		between = " ";
	}
}

/* Inside single quotes of a shell; `special` takes a backslash. */
static void
print_quoted(FILE *out, const char *text, const char *special)
{
	for (; *text != '\0'; text++) {
		if (*text == '\'')
			fputs("'\\''", out);
		else
			fprintf(out, strchr(special, *text) != NULL ? "\\%c" : "%c", *text);
	}
}

/* --- bash --- */

static void
bash_option_value(FILE *out, int option)
{
	const struct cli_option_row *row = &cli_option_rows[option];
	const enum follows follows = follows_option(option);

	if (follows == NOTHING)
		return;
	fprintf(out, "\t--%s", row->name);
	if (row->letter != 0)
		fprintf(out, " | -%c", row->letter);
	fputs(")\n", out);
	if (follows == WORDS) {
		fputs("\t\tCOMPREPLY=($(compgen -W '", out);
		print_choices(out, row->choices);
		fputs("' -- \"$current\"))\n", out);
	} else if (follows == FORMATS || follows == RULES) {
		fprintf(out, "\t\tCOMPREPLY=($(compgen -W \"$%s\" -- \"$current\"))\n",
		    follows == RULES ? "rules" : "formats");
	} else if (follows == FOLDERS) {
		fputs("\t\tCOMPREPLY=($(compgen -d -- \"$current\"))\n", out);
	}
	fputs("\t\treturn\n\t\t;;\n", out);
}

static void
bash_command(FILE *out, int command)
{
	fprintf(out, "\t%s)\n\t\toptions='", cli_command_rows[command].name);
	for (int i = 0; i < CLI_OPTION_COUNT; i++) {
		if (cli_doc_takes(command, i))
			fprintf(out, " --%s", cli_option_rows[i].name);
	}
	fputs("'\n", out);
	if (follows_command(command) == RULES)
		fputs("\t\twords=$rules\n", out);
	if (follows_command(command) == WORDS)
		fprintf(out, "\t\twords='%s'\n", cli_command_rows[command].operands[CLAIR_EN]);
	fputs("\t\t;;\n", out);
}

void
cli_doc_bash(FILE *out)
{
	fputs("# clairlint: completion for bash.\n_clairlint() {\n"
	      "\tlocal current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}\n"
	      "\tlocal command='' options='' words='' index\n\tlocal commands='",
	    out);
	print_commands(out);
	fputs("'\n\tlocal formats='", out);
	print_formats(out);
	fputs("'\n\tlocal rules='", out);
	print_rules(out);
	fputs("'\n\tCOMPREPLY=()\n\tcase $previous in\n", out);
	for (int i = 0; i < CLI_OPTION_COUNT; i++)
		bash_option_value(out, i);
	fputs("\tesac\n"
	      "\tfor ((index = 1; index < COMP_CWORD; index++)); do\n"
	      "\t\tif [[ \" $commands \" == *\" ${COMP_WORDS[index]} \"* ]]; then\n"
	      "\t\t\tcommand=${COMP_WORDS[index]}\n\t\t\tbreak\n\t\tfi\n\tdone\n"
	      "\tcase $command in\n",
	    out);
	for (int i = 1; i < CLI_COMMAND_COUNT; i++) {
		if (is_shown(i))
			bash_command(out, i);
	}
	fputs("\t*)\n\t\toptions='", out);
	for (int i = 0; i < CLI_OPTION_COUNT; i++)
		fprintf(out, " --%s", cli_option_rows[i].name);
	fputs("'\n\t\twords=$commands\n\t\t;;\n\tesac\n"
	      "\tif [[ $current == -* ]]; then\n"
	      "\t\tCOMPREPLY=($(compgen -W \"$options\" -- \"$current\"))\n"
	      "\telse\n"
	      "\t\tCOMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
	      "\tfi\n}\n"
	      "complete -o bashdefault -o default -F _clairlint clairlint\n",
	    out);
}

/* --- zsh --- */

static void
zsh_action(FILE *out, enum follows follows, const char *choices)
{
	switch (follows) {
	case WORDS:
		fputs("(", out);
		print_choices(out, choices);
		fputs(")", out);
		break;
	case FORMATS:
		fputs("($formats)", out);
		break;
	case RULES:
		fputs("($rules)", out);
		break;
	case FILES:
		fputs("_files", out);
		break;
	case FOLDERS:
		fputs("_files -/", out);
		break;
	case NOTHING:
	case ANYTHING:
		break;
	}
}

/* Letters and names are two lines: the first given shuts the other out, except when it may be repeated. */
static void
zsh_spec(FILE *out, int option, bool letter)
{
	const struct cli_option_row *row = &cli_option_rows[option];
	const enum follows follows = follows_option(option);
	const char *quote = follows == FORMATS || follows == RULES ? "\"" : "'";

	fputs(" \\\n\t\t\t'", out);
	if (row->kind == CLI_LIST)
		fputc('*', out);
	if (letter)
		fprintf(out, "-%c[", row->letter);
	else
		fprintf(out, "--%s[", row->name);
	print_quoted(out, row->help[CLAIR_FR], "[]");
	fputs("]", out);
	if (follows != NOTHING) {
		fputc(':', out);
		print_quoted(out, row->value[CLAIR_FR] != NULL ? row->value[CLAIR_FR] : row->name, ":");
		fprintf(out, ":'%s", quote);
		zsh_action(out, follows, row->choices);
		fputs(quote, out);
	} else {
		fputc('\'', out);
	}
}

static void
zsh_command(FILE *out, int command)
{
	const enum follows follows = follows_command(command);

	fprintf(out, "\t%s)\n\t\t_arguments -s", cli_command_rows[command].name);
	for (int i = 0; i < CLI_OPTION_COUNT; i++) {
		if (!cli_doc_takes(command, i))
			continue;
		if (cli_option_rows[i].letter != 0)
			zsh_spec(out, i, true);
		zsh_spec(out, i, false);
	}
	if (cli_command_rows[command].operands[CLAIR_FR][0] != '\0') {
		fputs(" \\\n\t\t\t\"*:", out);
		fprintf(out, "%s:", cli_command_rows[command].name);
		zsh_action(out, follows, "print");
		fputs("\"", out);
	}
	fputs("\n\t\t;;\n", out);
}

void
cli_doc_zsh(FILE *out)
{
	fputs("#compdef clairlint\n# clairlint: completion for zsh.\n_clairlint() {\n\tlocal formats='", out);
	print_formats(out);
	fputs("'\n\tlocal rules='", out);
	print_rules(out);
	fputs("'\n\tlocal -a commands=(\n", out);
	for (int i = 1; i < CLI_COMMAND_COUNT; i++) {
		if (!is_shown(i))
			continue;
		fprintf(out, "\t\t'%s:", cli_command_rows[i].name);
		print_quoted(out, cli_command_rows[i].help[CLAIR_FR], "");
		fputs("'\n", out);
	}
	fputs("\t)\n\tif ((CURRENT == 2)) && [[ $words[2] != -* ]]; then\n"
	      "\t\t_describe clairlint commands\n\t\treturn\n\tfi\n"
	      "\tlocal command=$words[2]\n\tshift words\n\t((CURRENT--))\n"
	      "\tcase $command in\n",
	    out);
	for (int i = 1; i < CLI_COMMAND_COUNT; i++) {
		if (is_shown(i))
			zsh_command(out, i);
	}
	fputs("\t*)\n\t\t_arguments -s", out);
	for (int i = 0; i < CLI_OPTION_COUNT; i++)
		zsh_spec(out, i, false);
	fputs("\n\t\t;;\n\tesac\n}\n_clairlint \"$@\"\n", out);
}

/* --- fish --- */

static void
fish_condition(FILE *out, int option)
{
	if (cli_doc_all_take(option))
		return;
	fputs(" -n '__fish_seen_subcommand_from", out);
	for (int i = 1; i < CLI_COMMAND_COUNT; i++) {
		if (cli_doc_takes(i, option))
			fprintf(out, " %s", cli_command_rows[i].name);
	}
	fputs("'", out);
}

static void
fish_option(FILE *out, int option)
{
	const struct cli_option_row *row = &cli_option_rows[option];
	const enum follows follows = follows_option(option);

	fputs("complete -c clairlint", out);
	fish_condition(out, option);
	fprintf(out, " -l %s", row->name);
	if (row->letter != 0)
		fprintf(out, " -s %c", row->letter);
	if (follows == FILES || follows == FOLDERS)
		fputs(" -r", out);
	else if (follows != NOTHING)
		fputs(" -x", out);
	if (follows == WORDS) {
		fputs(" -a '", out);
		print_choices(out, row->choices);
		fputs("'", out);
	} else if (follows == FORMATS || follows == RULES) {
		fprintf(out, " -a \"$__clairlint_%s\"", follows == RULES ? "rules" : "formats");
	} else if (follows == FOLDERS) {
		fputs(" -a '(__fish_complete_directories)'", out);
	}
	fputs(" -d '", out);
	print_quoted(out, row->help[CLAIR_FR], "\\");
	fputs("'\n", out);
}

void
cli_doc_fish(FILE *out)
{
	fputs("# clairlint: completion for fish.\nset -g __clairlint_formats ", out);
	print_formats(out);
	fputs("\nset -g __clairlint_rules ", out);
	print_rules(out);
	fputc('\n', out);
	for (int i = 1; i < CLI_COMMAND_COUNT; i++) {
		const struct cli_command_row *row = &cli_command_rows[i];

		if (!is_shown(i))
			continue;
		fprintf(out, "complete -c clairlint -n __fish_use_subcommand -a %s -d '", row->name);
		print_quoted(out, row->help[CLAIR_FR], "\\");
		fputs("'\n", out);
		if (follows_command(i) == RULES)
			fprintf(out, "complete -c clairlint -f -n '__fish_seen_subcommand_from %s' -a \"$__clairlint_rules\"\n",
			    row->name);
		if (follows_command(i) == WORDS)
			fprintf(out, "complete -c clairlint -f -n '__fish_seen_subcommand_from %s' -a '%s'\n", row->name,
			    row->operands[CLAIR_EN]);
	}
	for (int i = 0; i < CLI_OPTION_COUNT; i++)
		fish_option(out, i);
}
