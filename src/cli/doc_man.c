/* The man pages, in the macros of man(7). */
#include "cli/config.h"
#include "cli/doc.h"
#include "cli/rule_text.h"

#include <string.h>

#define SAY(man, fr, en) ((man)->lang == CLAIR_FR ? (fr) : (en))

enum { LINE_LIMIT = 78 };

struct man {
	FILE *out;
	enum clair_lang lang;
	size_t column; /* of the line that is being written, as `width` counts */
};

/* --- Words --- */

/* A word as roff reads it: a backslash is one, and an option keeps its dashes. */
static void
escaped(char *room, size_t size, const char *word, size_t length)
{
	const bool is_option = length > 1 && word[0] == '-';
	size_t used = 0;

	for (size_t i = 0; i < length && used + 3 < size; i++) {
		if (word[i] == '\\' || (is_option && word[i] == '-'))
			room[used++] = '\\';
		room[used++] = word[i] == '\\' ? 'e' : word[i];
	}
	room[used] = '\0';
}

/* Columns of the source once every letter past ASCII is written as roff names it: \[u00E9]. */
static size_t
width(const char *text)
{
	enum { NAMED = 8 };
	size_t columns = 0;

	for (; *text != '\0'; text++) {
		const unsigned char byte = (unsigned char)*text;

		columns += byte < 0x80 ? 1 : byte >= 0xc0 ? NAMED : 0;
	}
	return columns;
}

static void
end_line(struct man *man)
{
	if (man->column > 0)
		fputc('\n', man->out);
	man->column = 0;
}

static bool
ends_sentence(const char *word, size_t length)
{
	return length > 1 && strchr(".?!", word[length - 1]) != NULL && strncmp(word, "…", 3) != 0;
}

/* The words of a text, on lines that roff may fill; a sentence begins a line. */
static void
prose(struct man *man, const char *text)
{
	while (*text != '\0') {
		const size_t length = strcspn(text, " \n");
		char word[400];

		escaped(word, sizeof(word), text, length);
		if (man->column > 0 && man->column + 1 + width(word) > LINE_LIMIT)
			end_line(man);
		if (length > 0) {
			fprintf(man->out, "%s%s%s", man->column > 0 ? " " : "",
			    man->column == 0 && strchr(".'", word[0]) != NULL ? "\\&" : "", word);
			man->column += width(word) + 1;
		}
		if (ends_sentence(text, length))
			end_line(man);
		text += length + (text[length] != '\0');
	}
}

static void
text_line(struct man *man, const char *text)
{
	prose(man, text);
	end_line(man);
}

static void
section(struct man *man, const char *fr, const char *en)
{
	end_line(man);
	fprintf(man->out, ".SH %s\n", SAY(man, fr, en));
}

static void
paragraph(struct man *man, const char *fr, const char *en)
{
	end_line(man);
	fputs(".PP\n", man->out);
	text_line(man, SAY(man, fr, en));
}

/* A literal, in bold, and what a person puts there, in italics. */
static void
literal(struct man *man, const char *bold, const char *italic)
{
	char room[200];

	fputs("\\fB", man->out);
	for (const char *at = bold; *at != '\0'; at++)
		fprintf(man->out, *at == '-' ? "\\-" : *at == '\\' ? "\\e" : "%c", *at);
	fputs("\\fR", man->out);
	if (italic == NULL || italic[0] == '\0')
		return;
	escaped(room, sizeof(room), italic, strlen(italic));
	fprintf(man->out, " \\fI%s\\fR", room);
}

static void
term(struct man *man, const char *bold, const char *italic)
{
	end_line(man);
	fputs(".TP\n", man->out);
	literal(man, bold, italic);
	fputc('\n', man->out);
}

static void
title(struct man *man, const char *name, int number)
{
	fprintf(man->out, ".\\\" %s\n.TH %s %d %s \"clairlint %s\"\n",
	    SAY(man, "Écrit par clairlint, d’après ses options et ses règles.",
	        "Written by clairlint, from its options and its rules."),
	    name, number, CLAIR_VERSION_DATE, CLAIR_VERSION);
}

static void
name(struct man *man, const char *name, const char *fr, const char *en)
{
	section(man, "NOM", "NAME");
	fprintf(man->out, "%s \\- %s\n", name, SAY(man, fr, en));
}

static void
example(struct man *man, const char *text)
{
	end_line(man);
	fputs(".nf\n", man->out);
	for (const char *at = text; *at != '\0';) {
		const size_t length = strcspn(at, "\n");

		/* An empty line would be a paragraph, a dot a request. */
		if (length == 0)
			fputs("\\&", man->out);
		else if (strchr(".'", *at) != NULL)
			fputs("\\&", man->out);
		for (size_t i = 0; i < length; i++)
			fprintf(man->out, at[i] == '\\' ? "\\e" : at[i] == '-' ? "\\-" : "%c", at[i]);
		fputc('\n', man->out);
		at += length + (at[length] != '\0');
	}
	fputs(".fi\n", man->out);
}

static void
see_also(struct man *man, const char *first, int first_number, const char *second, int second_number)
{
	section(man, "VOIR AUSSI", "SEE ALSO");
	fprintf(man->out, ".BR %s (%d),\n.BR %s (%d)\n", first, first_number, second, second_number);
}

/* --- clairlint(1) --- */

static void
synopsis(struct man *man)
{
	section(man, "SYNOPSIS", "SYNOPSIS");
	literal(man, "clairlint", "URL");
	for (int i = 1; i < CLI_COMMAND_COUNT; i++) {
		const struct cli_command_row *row = &cli_command_rows[i];

		if (row->help[man->lang] == NULL)
			continue;
		fputs("\n.br\n", man->out);
		literal(man, "clairlint", NULL);
		fputc(' ', man->out);
		literal(man, row->name, row->operands[man->lang]);
		fputs(" [\\fIoption\\fR]...", man->out);
	}
	fputc('\n', man->out);
}

static void
description(struct man *man)
{
	section(man, "DESCRIPTION", "DESCRIPTION");
	text_line(man,
	    SAY(man,
	        "clairlint lit un site public français comme le feraient ses visiteurs les plus gênés. Il cherche trois "
	        "sortes d’obstacles : l’accès (RGAA, WCAG), la compréhension (lisibilité, FALC) et le parcours (menus, "
	        "formulaires, une personne à joindre). Pour chacun, il dit quoi, où, qui est gêné et comment réparer.",
	        "clairlint reads a French public site as its most hindered visitors would. It looks for three sorts of "
	        "barriers: access (RGAA, WCAG), comprehension (readability, FALC) and journey (menus, forms, somebody "
	        "to reach). For each it says what, where, who is hindered and how to mend."));
	paragraph(man, "Une bonne note n’est pas une conformité. Une machine ne décide qu’une partie des tests du RGAA.",
	    "A good score is no conformity. A machine decides only a part of the tests of the RGAA.");
}

static void
commands(struct man *man)
{
	section(man, "COMMANDES", "COMMANDS");
	term(man, "clairlint", "URL");
	text_line(man, SAY(man, "Comme « clairlint site URL ».", "As “clairlint site URL”."));
	for (int i = 1; i < CLI_COMMAND_COUNT; i++) {
		const struct cli_command_row *row = &cli_command_rows[i];

		if (row->help[man->lang] == NULL)
			continue;
		term(man, row->name, row->operands[man->lang]);
		text_line(man, row->help[man->lang]);
	}
}

static void
of_commands(struct man *man, int option)
{
	const char *between = " ";

	if (cli_doc_all_take(option))
		return;
	end_line(man);
	fputs(".br\n", man->out);
	prose(man, SAY(man, "Commandes :", "Commands:"));
	for (int i = 1; i < CLI_COMMAND_COUNT; i++) {
		char word[60];

		if (!cli_doc_takes(i, option))
			continue;
		snprintf(word, sizeof(word), "%s%s", between, cli_command_rows[i].name);
		prose(man, word);
		between = "| ";
	}
	end_line(man);
}

/* "[500]", the range, and the key of the file. */
static void
of_value(struct man *man, int option)
{
	const struct cli_option_row *row = &cli_option_rows[option];
	char words[300];

	if (row->kind == CLI_COUNT || row->kind == CLI_SECONDS) {
		snprintf(words, sizeof(words), SAY(man, "(de %.10g à %.10g)", "(from %.10g to %.10g)"), row->low,
		    row->high);
		prose(man, words);
	}
	if (row->preset != NULL) {
		snprintf(words, sizeof(words), SAY(man, "(par défaut : %s)", "(preset: %s)"), row->preset);
		prose(man, words);
	}
}

static void
format_names(struct man *man)
{
	for (int i = 0; i < CLAIR_FORMAT_COUNT; i++) {
		char word[60];

		snprintf(word, sizeof(word), "%s%s", clair_format_name((enum clair_format)i),
		    i + 1 < CLAIR_FORMAT_COUNT ? "," : ".");
		prose(man, word);
	}
}

static void
option(struct man *man, int index)
{
	const struct cli_option_row *row = &cli_option_rows[index];
	const char *value = row->kind == CLI_CHOICE ? row->choices : row->value[man->lang];
	char long_name[60];

	end_line(man);
	fputs(".TP\n", man->out);
	if (row->letter != 0) {
		const char short_name[] = {'-', row->letter, '\0'};

		literal(man, short_name, NULL);
		fputs(", ", man->out);
	}
	snprintf(long_name, sizeof(long_name), "--%s", row->name);
	literal(man, long_name, value);
	fputc('\n', man->out);
	prose(man, row->help[man->lang]);
	if (index == CLI_FORMAT)
		format_names(man);
	of_value(man, index);
	end_line(man);
	if (row->key != NULL) {
		fputs(".br\n", man->out);
		prose(man, SAY(man, "Dans .clairlint.yml :", "In .clairlint.yml:"));
		text_line(man, row->key);
	}
	of_commands(man, index);
}

static void
exit_statuses(struct man *man)
{
	section(man, "CODES DE SORTIE", "EXIT STATUS");
	for (int i = 0; i < CLI_EXIT_STATUSES; i++) {
		const char number[] = {(char)('0' + i), '\0'};

		term(man, number, NULL);
		text_line(man, cli_exit_texts[i][man->lang]);
	}
}

void
cli_doc_program(FILE *out, enum clair_lang lang)
{
	struct man man = {.out = out, .lang = lang};

	title(&man, "CLAIRLINT", 1);
	name(&man, "clairlint", "cherche ce qui gêne les visiteurs d’un site public",
	    "finds what hinders the visitors of a public site");
	synopsis(&man);
	description(&man);
	commands(&man);
	section(&man, "OPTIONS", "OPTIONS");
	for (int i = 0; i < CLI_OPTION_COUNT; i++)
		option(&man, i);
	exit_statuses(&man);
	section(&man, "FICHIERS", "FILES");
	term(&man, ".clairlint.yml", NULL);
	text_line(&man,
	    SAY(&man, "La configuration, cherchée dans le dossier courant, puis plus haut. Voir clairlint.yml(5).",
	        "The configuration, looked for in the current folder, then above. See clairlint.yml(5)."));
	section(&man, "EXEMPLES", "EXAMPLES");
	example(&man,
	    SAY(&man,
	        "clairlint https://www.exemple.fr --max-pages 50 --output rapport.html\n"
	        "clairlint check page.html --fail-on blocking\n"
	        "clairlint explain images/alt-missing\n",
	        "clairlint https://www.example.fr --max-pages 50 --output report.html\n"
	        "clairlint check page.html --fail-on blocking\n"
	        "clairlint explain images/alt-missing\n"));
	see_also(&man, "clairlint.yml", 5, "clairlint\\-rules", 7);
}

/* --- clairlint.yml(5) --- */

static void
key(struct man *man, int index)
{
	const struct cli_option_row *row = &cli_option_rows[index];
	char bold[80];

	snprintf(bold, sizeof(bold), "%s:", row->key);
	term(man, bold,
	    row->kind == CLI_FLAG         ? "true | false"
	        : row->kind == CLI_CHOICE ? row->choices
	                                  : row->value[man->lang]);
	prose(man, row->help[man->lang]);
	if (index == CLI_FORMAT)
		format_names(man);
	of_value(man, index);
	end_line(man);
}

void
cli_doc_config(FILE *out, enum clair_lang lang)
{
	struct man man = {.out = out, .lang = lang};

	title(&man, "CLAIRLINT.YML", 5);
	name(&man, "clairlint.yml", "configuration de clairlint", "configuration of clairlint");
	section(&man, "DESCRIPTION", "DESCRIPTION");
	text_line(&man,
	    SAY(&man,
	        "Le fichier .clairlint.yml est cherché dans le dossier courant, puis plus haut, jusqu’à la racine du dépôt "
	        "git. La ligne de commande passe avant lui. Une faute y est signalée avec sa ligne et sa colonne. "
	        "« clairlint init » en écrit un, commenté ; « clairlint config print » affiche ce qui s’applique. Un "
	        "schéma JSON est dans /usr/share/clairlint/schema.",
	        "The file .clairlint.yml is looked for in the current folder, then above, up to the root of the git "
	        "repository. The command line comes before it. A fault is told with its line and column. “clairlint "
	        "init” writes one, commented; “clairlint config print” prints what applies. A JSON Schema is in "
	        "/usr/share/clairlint/schema."));
	section(&man, "CLÉS", "KEYS");
	text_line(&man,
	    SAY(&man, "Une clé qui contient un point s’écrit sur deux niveaux : max-pages sous crawl.",
	        "A key that holds a dot is written on two levels: max-pages under crawl."));
	for (int i = 0; i < CLI_OPTION_COUNT; i++) {
		if (cli_option_rows[i].key != NULL)
			key(&man, i);
	}
	for (int i = 0; i < CLI_SECTION_COUNT; i++) {
		char bold[60];

		snprintf(bold, sizeof(bold), "%s:", cli_sections[i].name);
		term(&man, bold, cli_sections[i].form[lang]);
		text_line(&man, cli_sections[i].help[lang]);
	}
	section(&man, "EXEMPLE", "EXAMPLE");
	example(&man, cli_config_sample[lang]);
	see_also(&man, "clairlint", 1, "clairlint\\-rules", 7);
}

/* --- clairlint-rules(7) --- */

static bool
same_theme(const struct clair_rule *left, const struct clair_rule *right)
{
	return strncmp(left->id, right->id, strcspn(left->id, "/") + 1) == 0;
}

static void
ids(struct man *man, const char *label, const char *const *list)
{
	if (list == NULL || list[0] == NULL)
		return;
	prose(man, label);
	for (size_t i = 0; list[i] != NULL; i++) {
		char word[60];

		snprintf(word, sizeof(word), "%s%s", list[i], list[i + 1] != NULL ? "," : ".");
		prose(man, word);
	}
}

static void
rule_term(struct man *man, const struct clair_rule *rule)
{
	char severity[40];

	term(man, rule->id, NULL);
	prose(man, cli_text(&rule->title, man->lang));
	snprintf(severity, sizeof(severity), "(%s).", cli_severity_text(rule->severity, man->lang));
	prose(man, severity);
	ids(man, "RGAA", rule->rgaa);
	ids(man, "WCAG", rule->wcag);
	ids(man, "ACT", rule->act);
	ids(man, "FALC", rule->falc);
	end_line(man);
}

void
cli_doc_rules(FILE *out, enum clair_lang lang)
{
	struct man man = {.out = out, .lang = lang};

	title(&man, "CLAIRLINT\\-RULES", 7);
	name(&man, "clairlint\\-rules", "les règles de clairlint", "the rules of clairlint");
	section(&man, "DESCRIPTION", "DESCRIPTION");
	text_line(&man,
	    SAY(&man,
	        "« clairlint explain RÈGLE » explique une règle, avec un exemple faux et un exemple juste. La documentation "
	        "en HTML en donne une page par règle.",
	        "“clairlint explain RULE” explains a rule, with a wrong example and a right one. The HTML documentation "
	        "has a page for each."));
	for (size_t i = 0; i < clair_rule_count(); i++) {
		const struct clair_rule *rule = clair_rule_at(i);

		if (i == 0 || !same_theme(rule, clair_rule_at(i - 1)))
			section(&man, clair_theme_label(rule, lang), clair_theme_label(rule, lang));
		rule_term(&man, rule);
	}
	see_also(&man, "clairlint", 1, "clairlint.yml", 5);
}
