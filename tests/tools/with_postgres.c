/*
 * Runs a command beside a PostgreSQL of its own, to which libpq connects by itself (PGHOST, PGUSER, PGDATABASE). A
 * server that the command ends is started again, on its data, after DOWN seconds.
 *
 * usage: with_postgres COMMAND WORD…      the exit status is the command's
 */
#include "tests/support/postgres.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { DOWN = 2 };

static pid_t
run(char **words)
{
	pid_t child = fork();

	if (child != 0)
		return child;
	execvp(words[0], words);
	perror(words[0]);
	_exit(127);
}

/* Until the command ends. Its status, as waitpid tells it; -1: the server did not start again. */
static int
wait_for(pid_t command, struct test_postgres *postgres)
{
	int status = -1;
	pid_t ended;

	while ((ended = waitpid(-1, &status, 0)) > 0 && ended != command) {
		if (ended != postgres->server)
			continue;
		sleep(DOWN);
		if (!test_postgres_start(postgres)) {
			kill(command, SIGKILL);
			return -1;
		}
	}
	return status;
}

int
main(int count, char **words)
{
	struct test_postgres postgres = {.folder = "/tmp/clairlint-postgres-XXXXXX"};
	const char *ci = getenv("CI");
	int status = -1;

	if (count < 2)
		return 2;
	if (!test_postgres_find(&postgres)) {
		fprintf(stderr, "%s: NOT RUN: PostgreSQL is not installed (apt-get install postgresql)\n", words[1]);
		return ci != NULL && strcmp(ci, "true") == 0;
	}
	if (!test_postgres_folder(postgres.folder)) {
		perror(postgres.folder);
		return 1;
	}
	if (!test_postgres_begin(&postgres)) {
		fprintf(stderr, "PostgreSQL does not start: see %s/*.log\n", postgres.folder);
		test_postgres_end(&postgres);
		return 1;
	}
	setenv("PGHOST", postgres.folder, 1);
	setenv("PGUSER", "clairlint", 1);
	setenv("PGDATABASE", "postgres", 1);
	status = wait_for(run(words + 1), &postgres);
	test_postgres_end(&postgres);
	if (status == -1)
		fprintf(stderr, "PostgreSQL does not start again: see %s/*.log\n", postgres.folder);
	else
		test_postgres_remove(postgres.folder);
	return status == -1 || !WIFEXITED(status) ? 1 : WEXITSTATUS(status);
}
