/* See postgres.h. */
#include "postgres.h"

#include <ftw.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static int
remove_one(const char *path, const struct stat *facts, int type, struct FTW *where)
{
	(void)facts;
	(void)type;
	(void)where;
	return remove(path);
}

void
test_postgres_remove(const char *folder)
{
	nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

bool
test_postgres_find(struct test_postgres *postgres)
{
	static const char *const versions[] = {"17", "16", "15", "14", "13"};

	for (size_t i = 0; i < sizeof(versions) / sizeof(versions[0]); i++) {
		char path[160];

		snprintf(postgres->programs, sizeof(postgres->programs), "/usr/lib/postgresql/%s/bin", versions[i]);
		snprintf(path, sizeof(path), "%s/initdb", postgres->programs);
		if (access(path, X_OK) == 0)
			return true;
	}
	return false;
}

/* PostgreSQL refuses to be run by root. */
static const struct passwd *
someone(void)
{
	const struct passwd *user = getpwnam("postgres");

	return user != NULL ? user : getpwnam("nobody");
}

bool
test_postgres_folder(char *folder)
{
	const struct passwd *user = someone();

	return mkdtemp(folder) != NULL && chmod(folder, 0755) == 0 &&
	    (geteuid() != 0 || user == NULL || chown(folder, user->pw_uid, user->pw_gid) == 0);
}

static pid_t
run(const struct test_postgres *postgres, char *const *words, const char *log)
{
	const struct passwd *user = someone();
	char path[200];
	pid_t child = fork();

	if (child != 0)
		return child;
	snprintf(path, sizeof(path), "%s/%s", postgres->programs, words[0]);
	if (geteuid() == 0 && (user == NULL || setgid(user->pw_gid) != 0 || setuid(user->pw_uid) != 0))
		_exit(126);
	prctl(PR_SET_PDEATHSIG, SIGQUIT);
	if (chdir(postgres->folder) != 0 || freopen(log, "a", stdout) == NULL || dup2(1, 2) < 0)
		_exit(126);
	execv(path, words);
	_exit(127);
}

bool
test_postgres_start(struct test_postgres *postgres)
{
	char *const words[] = {"postgres", "-D", "data", "-k", postgres->folder, "-c", "listen_addresses=", "-c",
		"fsync=off", "-c", "max_connections=40", NULL};
	char address[160];

	postgres->server = run(postgres, words, "server.log");
	snprintf(address, sizeof(address), "host=%s user=clairlint dbname=postgres", postgres->folder);
	for (int tries = 0; tries < 300; tries++) {
		if (PQping(address) == PQPING_OK)
			return true;
		usleep(100000);
	}
	return false;
}

bool
test_postgres_begin(struct test_postgres *postgres)
{
	char *const words[] = {"initdb", "-D", "data", "-U", "clairlint", "-A", "trust", "-E", "UTF8",
		"--locale=C.UTF-8", "--no-sync", NULL};
	int status = 0;

	return waitpid(run(postgres, words, "initdb.log"), &status, 0) > 0 && status == 0 &&
	    test_postgres_start(postgres);
}

void
test_postgres_end(struct test_postgres *postgres)
{
	if (postgres->server > 0) {
		kill(postgres->server, SIGINT);
		waitpid(postgres->server, NULL, 0);
	}
	postgres->server = 0;
}
