/*
 * The protocol of editors (Language Server Protocol 3.17), without input or output of its own: the bytes of the
 * client are given, those of the answers go to a function, and the time is told.
 *
 *     clair_lsp_new
 *     clair_lsp_feed     when bytes come, unless it is full
 *     clair_lsp_step     until clair_lsp_status is known
 *
 * One thread. A document is judged when its text has rested for a while, or when a request asks for what is
 * found in it. docs/editeurs.md tells users what is answered.
 */
#ifndef CLAIR_LSP_LSP_H
#define CLAIR_LSP_LSP_H

#include "clairlint/clairlint.h"

/* What the configuration makes. Lives until the next call of `configure`. */
struct clair_lsp_setting {
	const struct clair_linter *linter; /* NULL: nothing can be judged */
	enum clair_lang lang;
	const char *complaint;             /* what is wrong with the configuration, for the user; NULL: nothing */
	bool entered;                      /* addresses of files may be written from the folder */
};

struct clair_lsp_host {
	void *payload;
	clair_write_fn *write;
	void *write_payload;
	/* Reads the configuration that applies in a folder (a path; NULL: the current one), in the language of the
	 * client (RFC 5646; NULL: not told). */
	void (*configure)(void *payload, const char *folder, const char *locale,
	    struct clair_lsp_setting *setting);
	/* A file, of this path, will be judged: what stands beside it may be read. Told again after `configure`. */
	void (*allow)(void *payload, const char *path);
	/* Reads a file of rules and runs its examples. What is wrong, as clair_rule_set_error, malloc'd; NULL or empty:
	 * nothing. */
	char *(*try_rules)(void *payload, const struct clair_rule_file *file);
};

struct clair_lsp;

/* NULL without memory. The host is copied. */
struct clair_lsp *clair_lsp_new(const struct clair_lsp_host *host);
void clair_lsp_free(struct clair_lsp *lsp);

/* Bytes of the client, cut anywhere. */
void clair_lsp_feed(struct clair_lsp *lsp, const char *bytes, size_t length);
/* Enough messages wait: step first. */
bool clair_lsp_is_full(const struct clair_lsp *lsp);

/* Does one thing that waits: a message, else a document whose time has come. `now` is in milliseconds, from
 * any start. Gives the milliseconds until there is something to do; 0: at once; -1: nothing waits. */
int clair_lsp_step(struct clair_lsp *lsp, int64_t now);

/* The exit status, once there is no more to do; -1 before. */
int clair_lsp_status(const struct clair_lsp *lsp);
/* The same when the client is gone. */
int clair_lsp_end(const struct clair_lsp *lsp);

#endif
