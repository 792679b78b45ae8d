/* What is found under the pointer, with the page of its rule (LSP 3.17, textDocument/hover). */
#include "lsp/server.h"

#include <string.h>

enum { FINDINGS_SHOWN = 5 };

/* Plain text as Markdown: a tag, a star or a link of the page stays what it is (CommonMark 2.4). */
static void
put(const struct clair_lsp *lsp, struct clair_buf *out, const char *text)
{
	struct clair_buf clean;

	clair_buf_init(&clean, 0);
	clair_clean(&clean, text, strlen(text), true);
	for (const char *at = clean.bytes; *at != '\0'; at++) {
		if (lsp->client.markdown && strchr("\\`*_{}[]()<>#+-.!|~&$", *at) != NULL)
			clair_buf_putc(out, '\\');
		clair_buf_putc(out, *at);
	}
	out->failed = out->failed || clean.failed;
	clair_buf_free(&clean);
}

static void
put_strong(const struct clair_lsp *lsp, struct clair_buf *out, const char *text)
{
	clair_buf_puts(out, lsp->client.markdown ? "**" : "");
	put(lsp, out, text);
	clair_buf_puts(out, lsp->client.markdown ? "**" : "");
}

/* A text of a rule, with the typography of the language. */
static void
put_text(struct clair_lsp *lsp, struct clair_buf *out, const struct clair_text *text)
{
	const char *words = lsp->setting.lang == CLAIR_FR ? text->fr : text->en;
	struct clair_buf sentence;

	clair_buf_init(&sentence, 0);
	clair_format(&sentence, lsp->setting.lang, words, NULL, 0);
	put(lsp, out, sentence.bytes);
	clair_buf_free(&sentence);
}

static void
section(struct clair_lsp *lsp, struct clair_buf *out, enum clair_string title, const struct clair_text *text)
{
	const char *words = lsp->setting.lang == CLAIR_FR ? text->fr : text->en;

	if (words == NULL || words[0] == '\0')
		return;
	clair_buf_puts(out, "\n\n");
	put_strong(lsp, out, clair_string(lsp->setting.lang, title));
	clair_buf_puts(out, lsp->client.markdown ? "  \n" : "\n");
	put_text(lsp, out, text);
}

static void
who(struct clair_lsp *lsp, struct clair_buf *out, const struct clair_rule *rule)
{
	enum clair_lang lang = lsp->setting.lang;
	const char *before = "";

	if (rule->who == 0)
		return;
	clair_buf_puts(out, "\n\n");
	put_strong(lsp, out, clair_string(lang, CLAIR_STRING_H_WHO));
	clair_buf_puts(out, lsp->client.markdown ? "  \n" : "\n");
	if ((rule->who & CLAIR_EVERYONE) == CLAIR_EVERYONE) {
		clair_buf_puts(out, clair_string(lang, CLAIR_STRING_EVERYONE));
		return;
	}
	for (unsigned i = 0; i < CLAIR_PERSONA_COUNT; i++) {
		if ((rule->who & (1u << i)) == 0)
			continue;
		clair_buf_puts(out, before);
		clair_buf_puts(out, clair_persona_label((enum clair_persona)i, lang));
		before = ", ";
	}
}

static void
ids(const struct clair_lsp *lsp, struct clair_buf *out, const char *label, const char *const *list)
{
	for (size_t i = 0; list != NULL && list[i] != NULL; i++) {
		clair_buf_puts(out, i == 0 ? " · " : ", ");
		clair_buf_puts(out, i == 0 ? label : "");
		put(lsp, out, list[i]);
	}
}

static void
rule_page(struct clair_lsp *lsp, struct clair_buf *out, const struct clair_finding *finding)
{
	const struct clair_rule *rule = finding->rule;
	enum clair_severity severity = clair_finding_severity(lsp->setting.linter, finding);

	clair_buf_puts(out, "\n\n");
	put_text(lsp, out, &rule->title);
	section(lsp, out, CLAIR_STRING_DOC_WHY, &rule->why);
	who(lsp, out, rule);
	section(lsp, out, CLAIR_STRING_H_FIX, &rule->remedy);
	section(lsp, out, CLAIR_STRING_DOC_LIMITS, &rule->limits);
	clair_buf_puts(out, "\n\n");
	put(lsp, out, rule->id);
	clair_buf_puts(out, " · ");
	clair_buf_puts(out, clair_string(lsp->setting.lang, clair_severity_string(severity)));
	ids(lsp, out, "RGAA ", rule->rgaa);
	ids(lsp, out, "WCAG ", rule->wcag);
	ids(lsp, out, "FALC ", rule->falc);
}

static bool
is_under(const struct clair_shown *shown, size_t offset)
{
	return shown->from <= offset && (offset < shown->end || (offset == shown->from && shown->from == shown->end));
}

/* What holds the place, the nearest first, so that a rule on a word comes before one on its sentence. */
static size_t
list_under(const struct clair_open *open, size_t offset, const struct clair_shown *list[static FINDINGS_SHOWN])
{
	size_t count = 0;

	for (size_t i = 0; i < open->shown_count; i++) {
		const struct clair_shown *shown = &open->shown[i];
		size_t at = count;

		if (!is_under(shown, offset))
			continue;
		while (at > 0 && list[at - 1]->end - list[at - 1]->from > shown->end - shown->from)
			at--;
		if (at == FINDINGS_SHOWN)
			continue;
		count += count < FINDINGS_SHOWN;
		memmove(&list[at + 1], &list[at], (count - at - 1) * sizeof(list[0]));
		list[at] = shown;
	}
	return count;
}

static void
write_findings(struct clair_lsp *lsp, const struct clair_open *open, const struct clair_shown *const *list,
    size_t count, struct clair_buf *out)
{
	for (size_t i = 0; i < count; i++) {
		const struct clair_finding *finding = list[i]->finding;
		bool again = i + 1 < count && list[i + 1]->finding->rule == finding->rule;
		struct clair_buf words;

		clair_buf_init(&words, 0);
		clair_lsp_message_of(lsp, open, finding, &words);
		clair_buf_puts(out, i == 0 ? "" : lsp->client.markdown ? "\n\n---\n\n" : "\n\n");
		put_strong(lsp, out, words.bytes);
		clair_buf_free(&words);
		if (!again)
			rule_page(lsp, out, finding);
	}
}

enum clair_lsp_error
clair_lsp_hover(struct clair_lsp *lsp, const json_t *params, json_t **result)
{
	struct clair_open *open = clair_lsp_find(lsp, CLAIR_LSP_STRING(params, "textDocument", "uri"));
	const struct clair_shown *list[FINDINGS_SHOWN];
	struct clair_place place;
	struct clair_buf out;
	size_t count = 0;

	if (!clair_lsp_place(json_object_get(params, "position"), &place))
		return CLAIR_LSP_INVALID_PARAMS;
	if (open != NULL) {
		clair_lsp_judge(lsp, open);
		if (open->shown_count > 0)
			count = list_under(open, clair_lines_offset(&open->lines, lsp->client.units, place), list);
	}
	if (count == 0) {
		*result = json_null();
		return CLAIR_LSP_FINE;
	}
	clair_buf_init(&out, 0);
	write_findings(lsp, open, list, count, &out);
	*result = json_pack("{s:{s:s, s:s}, s:o}", "contents", "kind", lsp->client.markdown ? "markdown" : "plaintext",
	    "value", out.bytes, "range", clair_lsp_range(lsp, open, list[0]->from, list[0]->end));
	lsp->failed = lsp->failed || out.failed;
	clair_buf_free(&out);
	return CLAIR_LSP_FINE;
}
