/*
 * What an editor sends, as bytes: frames, messages, changes of documents. All that the server writes is good
 * frames of JSON-RPC, and what it says of places holds. Bytes come in pieces, whose length depends on their number.
 */
#include "tests/fuzz/fuzz.h"
#include "lsp/lsp.h"
#include "net/url.h"

#include <jansson.h>
#include <string.h>

enum { STEPS = 4096 };

static void
configure(void *payload, const char *folder, const char *locale, struct clair_lsp_setting *setting)
{
	static struct clair_linter *linter;
	const struct clair_options options = {.dictionaries = "dictionaries", .resolve = clair_url_resolve};

	(void)payload;
	if (linter == NULL)
		check(clair_linter_new(&linter, &options) == CLAIR_OK, "no linter");
	*setting = (struct clair_lsp_setting){
	    .linter = linter, .lang = locale != NULL ? CLAIR_EN : CLAIR_FR, .entered = folder != NULL};
}

static char *
try_rules(void *payload, const struct clair_rule_file *file)
{
	struct clair_rule_set *set = NULL;
	char *wrong = NULL;

	(void)payload;
	if (clair_rule_set_new(&set, file, 1, CLAIR_FR) == CLAIR_BAD_RULE)
		wrong = strdup(clair_rule_set_error(set));
	clair_rule_set_free(set);
	return wrong;
}

static void
allow(void *payload, const char *path)
{
	(void)payload;
	check(path[0] == '/', "a path that is not whole");
}

static void
check_range(const json_t *range)
{
	const json_t *start = json_object_get(range, "start");
	const json_t *end = json_object_get(range, "end");
	json_int_t line = json_integer_value(json_object_get(start, "line"));
	json_int_t end_line = json_integer_value(json_object_get(end, "line"));

	check(json_is_object(start) && json_is_object(end), "no range");
	check(line >= 0 && line <= end_line, "lines that go back");
	check(line < end_line || json_integer_value(json_object_get(start, "character")) <=
	        json_integer_value(json_object_get(end, "character")), "characters that go back");
}

static void
check_message(const json_t *message)
{
	const json_t *list = json_object_get(json_object_get(message, "params"), "diagnostics");

	check(json_is_string(json_object_get(message, "jsonrpc")), "no version");
	check(json_object_get(message, "method") != NULL ||
	        (json_object_get(message, "result") == NULL) != (json_object_get(message, "error") == NULL),
	    "neither a method nor one answer");
	for (size_t i = 0; i < json_array_size(list); i++)
		check_range(json_object_get(json_array_get(list, i), "range"));
}

static void
check_frames(const struct text *heard)
{
	size_t at = 0;

	while (at < heard->length) {
		static const char name[] = "Content-Length: ";
		const char *head = heard->bytes + at;
		const char *body = memmem(head, heard->length - at, "\r\n\r\n", 4);
		size_t length;
		json_t *json;

		check(body != NULL && strncmp(head, name, sizeof(name) - 1) == 0, "no header");
		length = strtoul(head + sizeof(name) - 1, NULL, 10);
		body += 4;
		check(length <= heard->length - (size_t)(body - heard->bytes), "a body cut short");
		json = json_loadb(body, length, 0, NULL);
		check(json != NULL, "not JSON");
		check_message(json);
		json_decref(json);
		at = (size_t)(body - heard->bytes) + length;
	}
}

static void
step(struct clair_lsp *lsp, int64_t *now)
{
	for (size_t i = 0; i < STEPS && clair_lsp_status(lsp) < 0; i++) {
		int wait = clair_lsp_step(lsp, *now);

		if (wait < 0)
			return;
		*now += wait;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct text heard = {0};
	const struct clair_lsp_host host = {NULL, collect, &heard, configure, allow, try_rules};
	struct clair_lsp *lsp = clair_lsp_new(&host);
	size_t piece = size % 7 == 0 ? 1 : size % 7 * 300;
	int64_t now = 0;

	check(lsp != NULL, "no memory");
	for (size_t at = 0; at < size && clair_lsp_status(lsp) < 0; at += piece) {
		clair_lsp_feed(lsp, (const char *)data + at, size - at < piece ? size - at : piece);
		step(lsp, &now);
	}
	check(clair_lsp_end(lsp) == 0 || clair_lsp_end(lsp) == 1, "no exit status");
	check_frames(&heard);
	clair_lsp_free(lsp);
	free(heard.bytes);
	return 0;
}
