/*
 * The whole way of a page: decode, parse, facts, all rules, site rules, scores, every writer. The
 * first byte chooses the character set that HTTP gave, and the language of the reports. A fixture of
 * rules, which starts with "<", is read as UTF-8.
 */
#include "tests/fuzz/fuzz.h"
#include "dom/page.h"
#include "engine/run.h"
#include "net/url.h"

#include <jansson.h>
#include <unistr.h>

static const struct clair_linter *
the_linter(void)
{
	static struct clair_linter *linter;
	const struct clair_options options = {
	    .dictionaries = "dictionaries", .resolve = clair_url_resolve};

	if (linter == NULL)
		check(clair_linter_new(&linter, &options) == CLAIR_OK, "no linter");
	return linter;
}

static void
check_json(const struct text *text, size_t flags)
{
	size_t from = 0;

	while (from < text->length) {
		json_error_t error;
		json_t *value = json_loadb(text->bytes + from, text->length - from, flags, &error);

		check(value != NULL, "not JSON");
		json_decref(value);
		from += (size_t)error.position;
		while (from < text->length && text->bytes[from] == '\n')
			from++;
	}
}

/* All of them when the corpus is replayed, one at a time for a fuzzer in a hurry. */
static void
check_writers(const struct clair_run *run, enum clair_lang lang, unsigned chosen)
{
	for (unsigned format = 0; format < CLAIR_FORMAT_COUNT; format++) {
		const struct clair_write_options options = {
		    .lang = lang, .threshold = "major", .plain = lang == CLAIR_EN};
		struct text text = {NULL, 0, 0};

#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
		if (format != chosen % CLAIR_FORMAT_COUNT)
			continue;
#else
		(void)chosen;
#endif
		check(clair_run_write(run, (enum clair_format)format, &options, collect, &text) ==
		        CLAIR_OK,
		    "not written");
		check(text.length != 0, "nothing written");
		if (format == CLAIR_XLSX)
			check(text.length > 4 && memcmp(text.bytes, "PK\003\004", 4) == 0, "not a package");
		else
			check(u8_check((const uint8_t *)text.bytes, text.length) == NULL, "not UTF-8");
		if (format == CLAIR_JSON || format == CLAIR_JSONL || format == CLAIR_EARL)
			check_json(&text, JSON_DISABLE_EOF_CHECK);
		free(text.bytes);
	}
}

static void
check_findings(const struct clair_result *result, size_t source_length)
{
	const struct clair_finding *last = NULL;
	uint32_t count = 0;

	for (const struct clair_finding *f = result->first; f != NULL; f = f->next) {
		check((uint64_t)f->offset + f->length <= source_length, "outside the source");
		check(f->line != 0 && f->column != 0, "no line");
		check(f->end_line > f->line || (f->end_line == f->line && f->end_column >= f->column),
		    "ends before it starts");
		check(f->message < f->rule->message_count, "no message");
		check(strlen(f->fingerprint) == 16 && strlen(f->cause) == 16, "no fingerprint");
		check(last == NULL || last->offset < f->offset ||
		        (last->offset == f->offset && strcmp(last->rule->id, f->rule->id) <= 0),
		    "not sorted");
		last = f;
		count++;
	}
	check(count == result->finding_count, "miscounted");
}

static size_t
decoded_length(const struct clair_document *document)
{
	const struct clair_parse_limits limits = {.memory = 512u << 20, .milliseconds = 3000};
	struct clair_page page;
	const char *why;
	size_t length;

	if (clair_page_parse(&page, document, &limits, &why) != CLAIR_OK)
		return 0;
	length = page.length;
	clair_page_free(&page);
	return length;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const charsets[] = {NULL, "windows-1252", "utf-16le", "shift_jis", "utf-8",
	    "gb18030", "iso-2022-jp", "utf-16be"};
	static const char *const urls[] = {"https://www.exemple.fr/", "https://www.exemple.fr/b"};
	struct clair_crawl_facts crawl = {
	    .start = urls[0], .known = 2, .requested = 2, .fetched = 2, .is_site = true};
	struct clair_document document = {.media_type = "text/html", .http_status = 200};
	struct clair_run *run;

	if (size == 0)
		return 0;
	document.http_charset = charsets[data[0] % 8];
	document.bytes = (const char *)data + 1;
	document.length = size - 1;
	check(clair_run_new(&run, the_linter()) == CLAIR_OK, "no run");
	for (int i = 0; i < 2; i++) {
		struct clair_result *result;

		document.url = urls[i];
		document.click_depth = i;
		check(clair_lint(&result, the_linter(), &document) == CLAIR_OK, "no result");
		check(result->tested == (result->not_tested_reason == NULL), "lost");
		if (result->first != NULL)
			check_findings(result, decoded_length(&document));
		check(clair_run_add(run, result) == CLAIR_OK, "not added");
	}
	check(clair_run_finish(run, &crawl) == CLAIR_OK, "not finished");
	check(clair_run_pages(run) == 2, "a page is lost");
	check_writers(run, data[0] & 8 ? CLAIR_FR : CLAIR_EN, data[0] >> 4);
	clair_run_free(run);
	return 0;
}
