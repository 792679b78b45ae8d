/* check --fix. A file is replaced by a whole one or not at all. */
#include "cli/fix.h"

#include "cli/read.h"
#include "cli/say.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void
cli_fix_start(struct cli_fixes *fixes, struct cli_options *options)
{
	*fixes = (struct cli_fixes){.options = options};
	clair_map_init(&fixes->files_seen, &options->mem);
}

bool
cli_fix_fits(const struct cli_options *options)
{
	bool dry = cli_flag(options, CLI_DRY_RUN);

	if (!cli_flag(options, CLI_FIX)) {
		if (dry)
			cli_say(options->lang, "--dry-run ne va qu’avec --fix", "--dry-run only goes with --fix");
		return !dry;
	}
	for (size_t i = 0; i < options->operand_count; i++) {
		const char *operand = options->operands[i];

		if (!cli_is_address(operand) && strcmp(operand, "-") != 0)
			continue;
		cli_say(options->lang,
		    "--fix ne corrige que des fichiers : « %s » n’en est pas un",
		    "--fix mends files only: “%s” is not one", operand);
		return false;
	}
	return true;
}

/* --- Writing ----------------------------------------------------------------------------------------- */

static bool
write_all(int descriptor, struct cli_text text)
{
	while (text.length > 0) {
		ssize_t written = write(descriptor, text.bytes, text.length);

		if (written < 0 && errno == EINTR)
			continue;
		if (written <= 0)
			return false;
		text.bytes += written;
		text.length -= (size_t)written;
	}
	return true;
}

/* The bytes that were judged, or those that stand in their place already. */
static bool
is_unchanged(const char *path, struct cli_text before, struct cli_text after)
{
	int descriptor = open(path, O_RDONLY | O_CLOEXEC);
	size_t most = before.length > after.length ? before.length : after.length;
	const char *failure = NULL;
	size_t length = 0;
	char *bytes = descriptor < 0 ? NULL : cli_read_all(descriptor, most, &length, &failure);
	bool same = bytes != NULL &&
	    ((length == before.length && memcmp(bytes, before.bytes, length) == 0) ||
	     (length == after.length && memcmp(bytes, after.bytes, length) == 0));

	if (descriptor >= 0)
		close(descriptor);
	free(bytes);
	return same;
}

/* The owner first: to change it takes bits of the mode away. */
static bool
is_made_like(const char *path, int descriptor)
{
	struct stat status;
	struct stat made;

	if (stat(path, &status) != 0 || fstat(descriptor, &made) != 0)
		return false;
	if ((made.st_uid != status.st_uid || made.st_gid != status.st_gid) &&
	    fchown(descriptor, status.st_uid, status.st_gid) != 0)
		return false;
	return fchmod(descriptor, status.st_mode & 07777) == 0;
}

/* Written beside the file, then put in its place. */
static bool
replace(const char *path, const char *beside, int descriptor, struct cli_text after)
{
	bool fine = is_made_like(path, descriptor) && write_all(descriptor, after) &&
	    fsync(descriptor) == 0;

	fine = close(descriptor) == 0 && fine;
	return fine && rename(beside, path) == 0;
}

/* NULL when it is done, else why not. */
static const char *
write_file(enum clair_lang lang, const char *path, struct cli_text before, struct cli_text after)
{
	const char *why = NULL;
	char *beside = NULL;
	int descriptor = -1;

	if (!is_unchanged(path, before, after)) {
		why = lang == CLAIR_FR ? "il a changé entre-temps" : "it has changed meanwhile";
	} else if (access(path, W_OK) != 0 || asprintf(&beside, "%s.XXXXXX", path) < 0 ||
	    (descriptor = mkostemp(beside, O_CLOEXEC)) < 0) {
		why = cli_reason(lang, errno);
	} else if (!replace(path, beside, descriptor, after)) {
		why = cli_reason(lang, errno);
		unlink(beside);
	}
	free(beside);
	return why;
}

/* A page may hold codes that a terminal obeys. */
static void
clean_for_terminal(struct clair_buf *text)
{
	for (size_t i = 0; i < text->length; i++) {
		unsigned char byte = (unsigned char)text->bytes[i];

		if ((byte < 0x20 && byte != '\n' && byte != '\t' && byte != '\r') || byte == 0x7f)
			text->bytes[i] = '?';
	}
}

static const char *
show(enum clair_lang lang, const char *file, struct cli_text before, struct cli_text after)
{
	const char *why = NULL;
	struct clair_buf diff;

	clair_buf_init(&diff, 0);
	if (!cli_diff(&diff, file, before, after))
		why = lang == CLAIR_FR ? "plus de mémoire" : "out of memory";
	if (isatty(STDOUT_FILENO) == 1)
		clean_for_terminal(&diff);
	if (why == NULL && (fwrite(diff.bytes, 1, diff.length, stdout) != diff.length || fflush(stdout) != 0))
		why = cli_reason(lang, errno);
	clair_buf_free(&diff);
	return why;
}

/* --- One file ---------------------------------------------------------------------------------------- */

static void
say_left(const struct cli_fixes *fixes, const char *name, const struct clair_mended *mended)
{
	enum clair_lang lang = fixes->options->lang;

	if (mended->left_because != NULL && strcmp(mended->left_because, "charset") == 0 &&
	    strcmp(mended->charset, "utf-8") == 0)
		cli_say(lang, "%s : laissé tel quel, car des octets n’y sont pas de l’utf-8",
		    "%s: left as it is: some of its bytes are not utf-8", name);
	else if (mended->left_because != NULL && strcmp(mended->left_because, "charset") == 0)
		cli_say(lang, "%s : laissé tel quel, car écrit en %s et non en utf-8",
		    "%s: left as it is: written in %s, not in utf-8", name, mended->charset);
	else if (mended->left_because != NULL)
		cli_say(lang, "%s : laissé tel quel, car la page est trop abîmée ou trop longue à juger",
		    "%s: left as it is: the page is too broken or takes too long to judge", name);
	if (mended->undone > 0)
		cli_say(lang, "%s : corrections retirées, car le défaut restait ou un autre venait : %u",
		    "%s: fixes undone, because the fault stayed or another one came: %u", name, mended->undone);
}

/* A file may be given twice: by itself and in its folder, or under the name of a link. */
static bool
comes_again(struct cli_fixes *fixes, const char *path)
{
	const char *key = clair_strdup(&fixes->options->mem, path);
	void **place = key == NULL ? NULL : clair_map_at(&fixes->files_seen, key, strlen(key));
	bool again = place != NULL && *place != NULL;

	if (place != NULL)
		*place = fixes;
	return again;
}

/* `path` is that of the file itself, so that a link stays a link. */
static void
fix_file(struct cli_fixes *fixes, const char *path, const char *file, struct cli_text before,
    const struct clair_mended *mended)
{
	const struct cli_text after = {mended->bytes, mended->length};
	enum clair_lang lang = fixes->options->lang;
	const char *why;
	char name[256];

	cli_clean(name, sizeof(name), file);
	if (!cli_flag(fixes->options, CLI_QUIET))
		say_left(fixes, name, mended);
	if (mended->bytes == NULL)
		return;
	if (cli_flag(fixes->options, CLI_DRY_RUN))
		why = show(lang, file, before, after);
	else
		why = write_file(lang, path, before, after);
	if (why == NULL) {
		fixes->fixed += mended->fixed;
		fixes->files++;
		return;
	}
	fixes->failed = true;
	cli_say(lang, "impossible de corriger %s : %s", "cannot mend %s: %s", name, why);
}

void
cli_fix_file(struct cli_fixes *fixes, const char *file, struct cli_text before,
    const struct clair_mended *mended)
{
	char *path = realpath(file, NULL);

	if (path == NULL || !comes_again(fixes, path))
		fix_file(fixes, path != NULL ? path : file, file, before, mended);
	free(path);
}

void
cli_fix_end(const struct cli_fixes *fixes, uint32_t left)
{
	bool dry = cli_flag(fixes->options, CLI_DRY_RUN);

	if (cli_flag(fixes->options, CLI_QUIET))
		return;
	cli_say(fixes->options->lang,
	    dry ? "corrections possibles : %u, fichiers : %u. Constats qui restent pour une personne : %u"
	        : "corrections faites : %u, fichiers : %u. Constats qui restent pour une personne : %u",
	    dry ? "possible fixes: %u, files: %u. Findings that remain for a person: %u"
	        : "fixes made: %u, files: %u. Findings that remain for a person: %u",
	    fixes->fixed, fixes->files, left);
}
