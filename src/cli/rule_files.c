/* The rules that a user wrote, beside those of the program. */
#include "cli/read.h"
#include "cli/say.h"
#include "clairlint/rule.h"
#include "cli/options.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LARGEST_FILE = 1 << 20 }; /* the library has its own limit, and a better word for it */

const struct clair_rule *
cli_rule_at(const struct cli_options *options, size_t index)
{
	if (index < clair_rule_count())
		return clair_rule_at(index);
	index -= clair_rule_count();
	return index < clair_rule_set_count(options->rule_set) ? clair_rule_set_at(options->rule_set, index) : NULL;
}

const struct clair_rule *
cli_rule_find(const struct cli_options *options, const char *id)
{
	const struct clair_rule *rule;

	for (size_t i = 0; (rule = cli_rule_at(options, i)) != NULL; i++) {
		if (strcmp(rule->id, id) == 0)
			return rule;
	}
	return NULL;
}

const char *
cli_rule_file_add(struct cli_options *options, const char *path)
{
	options->rule_files = cli_grow(
	    &options->mem, options->rule_files, options->rule_file_count, sizeof(*options->rule_files));
	if (options->rule_files == NULL)
		return "memory";
	options->rule_files[options->rule_file_count++] = clair_strdup(&options->mem, path);
	return NULL;
}

/* The bytes, malloc'd. */
static bool
read_file(const struct cli_options *options, const char *path, struct clair_rule_file *file)
{
	const int descriptor = open(path, O_RDONLY | O_CLOEXEC);
	const char *failure = NULL;

	file->name = path;
	if (descriptor >= 0) {
		file->bytes = cli_read_all(descriptor, LARGEST_FILE, &file->length, &failure);
		close(descriptor);
	}
	if (file->bytes != NULL)
		return true;
	if (failure != NULL && strcmp(failure, "too-large") == 0)
		cli_say(options->lang, "%s est trop gros pour un fichier de règles",
		    "%s is too large for a file of rules", path);
	else
		cli_say(options->lang, "impossible de lire %s : %s", "cannot read %s: %s", path,
		    cli_reason(options->lang, errno));
	return false;
}

static bool
load(struct cli_options *options, const struct clair_rule_file *files)
{
	enum clair_status status =
	    clair_rule_set_new(&options->rule_set, files, options->rule_file_count, options->lang);

	if (status == CLAIR_OK)
		return true;
	if (status == CLAIR_BAD_RULE)
		fprintf(cli_say_stream(), "%s\n", clair_rule_set_error(options->rule_set));
	else
		cli_say(options->lang, "plus de mémoire", "out of memory");
	return false;
}

bool
cli_rules_load(struct cli_options *options)
{
	struct clair_rule_file *files;
	size_t read = 0;
	bool fine = true;

	if (options->no_rule_files || options->rule_set != NULL || options->rule_file_count == 0)
		return true;
	files = calloc(options->rule_file_count, sizeof(*files));
	while (files != NULL && fine && read < options->rule_file_count) {
		fine = read_file(options, options->rule_files[read], &files[read]);
		read++;
	}
	fine = files != NULL && fine && load(options, files);
	for (size_t i = 0; files != NULL && i < read; i++)
		free((char *)(uintptr_t)files[i].bytes);
	free(files);
	return fine;
}
