/* The site of documentation: an index by theme, and a page for each rule. One folder per language. */
#include "engine/registry.h"
#include "report/html.h"
#include "score/referential.h"

#include <string.h>

#define RGAA_SITE "https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#"
#define WCAG_SITE "https://www.w3.org/TR/WCAG22/#"
#define ACT_SITE "https://www.w3.org/WAI/standards-guidelines/act/rules/"

static const char *const languages[CLAIR_LANG_COUNT] = {[CLAIR_FR] = "fr", [CLAIR_EN] = "en"};

static enum clair_lang
other(enum clair_lang lang)
{
	return lang == CLAIR_FR ? CLAIR_EN : CLAIR_FR;
}

static void
say(struct clair_report *report, enum clair_string id)
{
	clair_html_text(report, clair_phrase(report, id, NULL, 0));
}

static void
say_paragraph(struct clair_report *report, enum clair_string id)
{
	clair_html_paragraph(report, clair_phrase(report, id, NULL, 0));
}

/* --- The frame. `up` leads to the folder of all languages. --- */

static void
head(struct clair_report *report, const char *title, const char *id, const char *up)
{
	clair_html_open(report);
	clair_html_text(report, title);
	clair_putf(report,
	    "</title>\n<link rel=\"stylesheet\" href=\"%sstyle.css\">\n</head>\n<body>\n"
	    "<a class=\"skip\" href=\"#contenu\">",
	    up);
	clair_html_say(report, CLAIR_STRING_H_SKIP);
	clair_puts(report,
	    "</a>\n<header class=\"top\"><div class=\"wrap\">\n<p class=\"brand\">clairlint</p>\n<h1>");
	clair_html_text(report, title);
	clair_puts(report, "</h1>\n");
	if (id != NULL)
		clair_putf(report, "<p><code>%s</code></p>\n", id);
	clair_puts(report, "</div></header>\n<div class=\"wrap\">\n");
}

static void
foot(struct clair_report *report)
{
	clair_puts(report, "</main>\n<footer>");
	clair_html_paragraph(
	    report, CLAIR_PHRASE(report, CLAIR_STRING_DOC_FOOT, CLAIR_WORDS("version", CLAIR_VERSION)));
	clair_puts(report, "</footer>\n</div>\n</body>\n</html>\n");
}

static void
open_main(struct clair_report *report)
{
	clair_puts(report, "<main id=\"contenu\" tabindex=\"-1\">\n");
}

/* The same page in the other language: `label` is written in that language. */
static void
language_link(struct clair_report *report, enum clair_string label, const char *up, const char *id)
{
	const char *lang = languages[other(report->lang)];

	clair_putf(report, "<li><a lang=\"%s\" hreflang=\"%s\" href=\"%s%s/%s.html\">", lang, lang, up, lang, id);
	say(report, label);
	clair_puts(report, "</a></li>\n");
}

/* --- The index --- */

/* Words to look for as well: the severity, and the ids of what the rule answers. */
static void
note(struct clair_report *report, const struct clair_rule *rule)
{
	clair_puts(report, " <span class=\"note\"><code>");
	clair_html_text(report, rule->id);
	clair_puts(report, "</code>, ");
	clair_html_say(report, clair_severity_string(rule->severity));
	for (size_t i = 0; rule->rgaa != NULL && rule->rgaa[i] != NULL; i++)
		clair_putf(report, "%s%s", i == 0 ? ", RGAA " : ", ", rule->rgaa[i]);
	clair_puts(report, "</span>");
}

static bool
same_theme(const struct clair_rule *rule, const struct clair_rule *next)
{
	const size_t length = strcspn(rule->id, "/") + 1;

	return next != NULL && strncmp(rule->id, next->id, length) == 0;
}

static const struct clair_rule *
rule_at(size_t index)
{
	return index < clair_rules_count ? clair_rules[index] : NULL;
}

static bool
starts_theme(size_t index)
{
	return index == 0 || !same_theme(clair_rules[index], rule_at(index - 1));
}

static void
theme(struct clair_report *report, size_t first)
{
	const struct clair_rule *rule = clair_rules[first];
	const int length = (int)strcspn(rule->id, "/");

	clair_putf(report, "<section class=\"theme\">\n<h3 id=\"%.*s\">", length, rule->id);
	clair_html_text(report, clair_theme_label(rule, report->lang));
	clair_puts(report, "</h3>\n<ul>\n");
	for (size_t i = first; rule_at(i) != NULL && same_theme(rule, rule_at(i)); i++) {
		clair_putf(report, "<li><a href=\"%s.html\">", clair_rules[i]->id);
		clair_html_text(report, clair_text_of(report, &clair_rules[i]->title));
		clair_puts(report, "</a>");
		note(report, clair_rules[i]);
		clair_puts(report, "</li>\n");
	}
	clair_puts(report, "</ul>\n</section>\n");
}

static void
axis_section(struct clair_report *report, enum clair_axis axis)
{
	clair_puts(report, "<section>\n<h2>");
	clair_html_say(report, clair_axis_string(axis));
	clair_puts(report, "</h2>\n");
	for (size_t i = 0; i < clair_rules_count; i++) {
		if (starts_theme(i) && clair_rule_axis(clair_rules[i]) == axis)
			theme(report, i);
	}
	clair_puts(report, "</section>\n");
}

/* Shown by the script, which fills the count in; without script the list is whole. */
static void
search(struct clair_report *report)
{
	clair_puts(report, "<div role=\"search\" id=\"recherche\" hidden>\n<p><label for=\"mots\">");
	say(report, CLAIR_STRING_DOC_SEARCH);
	clair_puts(report, "</label><br><input type=\"search\" id=\"mots\" autocomplete=\"off\"></p>\n"
	                   "<p role=\"status\" id=\"trouve\"");
	for (int n = 0; n <= 2; n++) {
		clair_putf(report, " data-%s=\"", n == 0 ? "none" : n == 1 ? "one" : "many");
		clair_html_text(report,
		    CLAIR_PHRASE(report, CLAIR_STRING_DOC_FOUND, CLAIR_NUMBER("n", n)));
		clair_puts(report, "\"");
	}
	clair_puts(report, "></p>\n</div>\n");
}

static void
index_page(struct clair_report *report)
{
	struct clair_buf title;

	clair_buf_init(&title, 0);
	clair_buf_puts(&title,
	    CLAIR_PHRASE(report, CLAIR_STRING_DOC_TITLE, CLAIR_NUMBER("n", clair_rules_count)));
	head(report, title.bytes, NULL, "../");
	clair_buf_free(&title);
	clair_puts(report, "<nav aria-label=\"");
	clair_html_say(report, CLAIR_STRING_H_NAV);
	clair_puts(report, "\"><ul>\n");
	language_link(report, CLAIR_STRING_DOC_OTHER, "../", "index");
	clair_puts(report, "</ul></nav>\n");
	open_main(report);
	say_paragraph(report, CLAIR_STRING_DOC_INTRO);
	search(report);
	for (int axis = 0; axis < CLAIR_AXIS_COUNT; axis++)
		axis_section(report, (enum clair_axis)axis);
	clair_puts(report, "<script src=\"../search.js\"></script>\n");
	foot(report);
}

/* --- The page of a rule --- */

static void
open_section(struct clair_report *report, enum clair_string title)
{
	clair_puts(report, "<section>\n<h2>");
	say(report, title);
	clair_puts(report, "</h2>\n");
}

static void
close_section(struct clair_report *report)
{
	clair_puts(report, "</section>\n");
}

static void
text_section(struct clair_report *report, enum clair_string title, const struct clair_text *text)
{
	if (text->fr == NULL || text->fr[0] == '\0')
		return;
	open_section(report, title);
	clair_puts(report, "<p>");
	clair_html_advice(report, clair_text_of(report, text));
	clair_puts(report, "</p>\n");
	close_section(report);
}

static void
what(struct clair_report *report, const struct clair_rule *rule)
{
	static const enum clair_string scopes[] = {
	    [CLAIR_ELEMENT] = CLAIR_STRING_DOC_SCOPE_ELEMENT, [CLAIR_BLOCK] = CLAIR_STRING_DOC_SCOPE_BLOCK,
	    [CLAIR_PAGE] = CLAIR_STRING_DOC_SCOPE_PAGE, [CLAIR_SITE] = CLAIR_STRING_DOC_SCOPE_SITE};

	open_section(report, CLAIR_STRING_DOC_WHAT);
	clair_html_paragraph(report,
	    CLAIR_PHRASE(report, CLAIR_STRING_DOC_SEVERITY,
	        CLAIR_WORDS("severity", clair_string_of(report, clair_severity_string(rule->severity)))));
	say_paragraph(report, scopes[rule->scope]);
	if (rule->advice)
		say_paragraph(report, CLAIR_STRING_DOC_ADVICE);
	if (rule->audit)
		say_paragraph(report, CLAIR_STRING_DOC_AUDIT);
	if (rule->off)
		say_paragraph(report, CLAIR_STRING_DOC_OFF);
	if (rule->on_text)
		say_paragraph(report, CLAIR_STRING_DOC_TEXTS);
	close_section(report);
}

static void
who(struct clair_report *report, const struct clair_rule *rule)
{
	if (rule->who == 0)
		return;
	open_section(report, CLAIR_STRING_H_WHO);
	clair_puts(report, "<ul>\n");
	for (unsigned i = 0; i < CLAIR_PERSONA_COUNT; i++) {
		if ((rule->who & (1u << i)) == 0)
			continue;
		clair_puts(report, "<li>");
		clair_html_capital(report, clair_string_of(report, clair_persona_string((enum clair_persona)i)));
		clair_puts(report, "</li>\n");
	}
	clair_puts(report, "</ul>\n");
	close_section(report);
}

/* Bytes of the words from here that are read from right to left: Hebrew, Arabic and their kin, U+0590 to U+07FF. */
static size_t
right_to_left(const char *text)
{
	size_t length = 0;

	for (size_t at = 0; ; at += 2) {
		at += strspn(text + at, length > 0 ? " " : "");
		if ((unsigned char)text[at] < 0xd6 || (unsigned char)text[at] > 0xdf || text[at + 1] == '\0')
			return length;
		length = at + 2;
	}
}

/* Code, where words in another direction say so. */
static void
code_line(struct clair_report *report, const char *line)
{
	struct clair_buf piece;

	clair_buf_init(&piece, 0);
	while (*line != '\0') {
		const size_t turned = right_to_left(line);
		size_t length = turned;

		while (turned == 0 && line[length] != '\0' && right_to_left(line + length) == 0)
			length++;
		clair_buf_clear(&piece);
		clair_buf_add(&piece, line, length);
		clair_puts(report, turned > 0 ? "<bdi dir=\"rtl\">" : "");
		clair_html_text(report, piece.bytes);
		clair_puts(report, turned > 0 ? "</bdi>" : "");
		line += length;
	}
	report->failed |= piece.failed;
	clair_buf_free(&piece);
}

/* Line by line: a line break would be shown as a space, and a tab as what it is not. */
static void
code_lines(struct clair_report *report, const char *code, size_t length)
{
	struct clair_buf piece;

	clair_buf_init(&piece, 0);
	for (const char *at = code, *end = code + length; at < end;) {
		const size_t left = (size_t)(end - at);
		const size_t plain = strcspn(at, "\n\t");

		clair_buf_clear(&piece);
		clair_buf_add(&piece, at, plain < left ? plain : left);
		code_line(report, piece.bytes);
		if (plain >= left)
			break;
		clair_put(report, at + plain, 1);
		at += plain + 1;
	}
	report->failed |= piece.failed;
	clair_buf_free(&piece);
}

static void
example(struct clair_report *report, enum clair_string heading, const char *title, const char *code, size_t length)
{
	if (code == NULL)
		return;
	open_section(report, heading);
	if (title != NULL && report->lang == CLAIR_FR) {
		clair_puts(report, "<p>");
		clair_html_capital(report, clair_text_of(report, &(struct clair_text){title, title}));
		clair_puts(report, ".</p>\n");
	}
	clair_puts(report, "<pre><code>");
	code_lines(report, code, length);
	clair_puts(report, code[length] != '\0' ? " …</code></pre>\n" : "</code></pre>\n");
	close_section(report);
}

/* --- What the rule answers --- */

static const struct clair_referential_row *
row_of(const char *referential, const char *id)
{
	const struct clair_referential_row *row = NULL;

	while ((row = clair_referential_next(referential, row)) != NULL) {
		if (!clair_referential_is_section(row) && strcmp(row->id, id) == 0)
			return row;
	}
	return NULL;
}

/* The address of what an id names: of the criterion that holds a test of the RGAA. */
static void
address(struct clair_report *report, const char *site, const struct clair_referential_row *row, const char *id)
{
	clair_puts(report, site);
	if (strcmp(site, WCAG_SITE) == 0)
		clair_html_text(report, row == NULL ? "" : row->wcag);
	else if (strcmp(site, RGAA_SITE) == 0)
		clair_put(report, id, strrchr(id, '.') == NULL ? strlen(id) : (size_t)(strrchr(id, '.') - id));
	else
		clair_html_text(report, id);
}

static void
answer(struct clair_report *report, const char *title, const char *referential, const char *site,
    const char *const *ids)
{
	if (ids == NULL || ids[0] == NULL)
		return;
	clair_puts(report, "<dt>");
	clair_html_text(report, title);
	clair_puts(report, "</dt>\n<dd><ul>\n");
	for (size_t i = 0; ids[i] != NULL; i++) {
		const struct clair_referential_row *row = referential == NULL ? NULL : row_of(referential, ids[i]);

		clair_puts(report, "<li>");
		if (site != NULL) {
			clair_puts(report, "<a href=\"");
			address(report, site, row, ids[i]);
			clair_puts(report, "\">");
		}
		clair_html_text(report, ids[i]);
		if (row != NULL) {
			const struct clair_text label = clair_referential_title(row);

			clair_puts(report, " ");
			clair_html_advice(report, clair_text_of(report, &label));
		}
		clair_puts(report, site != NULL ? "</a></li>\n" : "</li>\n");
	}
	clair_puts(report, "</ul></dd>\n");
}

static bool
answers_nothing(const struct clair_rule *rule)
{
	const char *const *const lists[] = {rule->rgaa, rule->wcag, rule->act, rule->falc, rule->needs};

	for (size_t i = 0; i < CLAIR_LEN(lists); i++) {
		if (lists[i] != NULL && lists[i][0] != NULL)
			return false;
	}
	return true;
}

static void
mapping(struct clair_report *report, const struct clair_rule *rule)
{
	struct clair_buf title;

	open_section(report, CLAIR_STRING_DOC_MAPPING);
	if (answers_nothing(rule)) {
		say_paragraph(report, CLAIR_STRING_DOC_NOTHING);
		close_section(report);
		return;
	}
	clair_buf_init(&title, 0);
	clair_puts(report, "<dl>\n");
	clair_buf_puts(&title,
	    CLAIR_PHRASE(report, CLAIR_STRING_DOC_RGAA, CLAIR_WORDS("version", CLAIR_RGAA_VERSION)));
	answer(report, title.bytes, "rgaa-4.1.2", RGAA_SITE, rule->rgaa);
	clair_buf_clear(&title);
	clair_buf_puts(&title,
	    CLAIR_PHRASE(report, CLAIR_STRING_DOC_WCAG, CLAIR_WORDS("version", CLAIR_WCAG_VERSION)));
	answer(report, title.bytes, "wcag-2.2", WCAG_SITE, rule->wcag);
	answer(report, clair_string_of(report, CLAIR_STRING_DOC_ACT), NULL, ACT_SITE, rule->act);
	answer(report, clair_string_of(report, CLAIR_STRING_DOC_FALC), "falc", NULL, rule->falc);
	answer(report, clair_string_of(report, CLAIR_STRING_DOC_NEEDS), "needs", NULL, rule->needs);
	clair_puts(report, "</dl>\n");
	report->failed |= title.failed;
	clair_buf_free(&title);
	close_section(report);
}

static void
settings(struct clair_report *report, const struct clair_rule *rule)
{
	open_section(report, CLAIR_STRING_DOC_SETTINGS);
	say_paragraph(report, CLAIR_STRING_DOC_SETTINGS_HOW);
	clair_putf(report, "<pre><code>rules:\n  %s: off</code></pre>\n", rule->id);
	if (rule->thresholds != NULL && rule->thresholds[0] != NULL) {
		say_paragraph(report, CLAIR_STRING_DOC_THRESHOLDS);
		clair_puts(report, "<ul>\n");
		for (size_t i = 0; rule->thresholds[i] != NULL; i++)
			clair_putf(report, "<li><code>%s</code></li>\n", rule->thresholds[i]);
		clair_puts(report, "</ul>\n");
	}
	close_section(report);
}

static void
rule_nav(struct clair_report *report, const struct clair_rule *rule)
{
	clair_puts(report, "<nav aria-label=\"");
	clair_html_say(report, CLAIR_STRING_H_NAV);
	clair_puts(report, "\"><ul>\n<li><a href=\"../index.html\">");
	clair_html_say(report, CLAIR_STRING_DOC_ALL);
	clair_putf(report, "</a></li>\n<li><a href=\"../index.html#%.*s\">", (int)strcspn(rule->id, "/"), rule->id);
	clair_html_text(report, clair_theme_label(rule, report->lang));
	clair_puts(report, "</a></li>\n");
	language_link(report, CLAIR_STRING_DOC_OTHER_PAGE, "../../", rule->id);
	clair_puts(report, "</ul></nav>\n");
}

static void
rule_page(struct clair_report *report, const struct clair_rule *rule, const struct clair_rule_example *shown)
{
	struct clair_buf title;

	clair_buf_init(&title, 0);
	clair_buf_puts(&title, clair_text_of(report, &rule->title));
	head(report, title.bytes, rule->id, "../../");
	report->failed |= title.failed;
	clair_buf_free(&title);
	rule_nav(report, rule);
	open_main(report);
	what(report, rule);
	text_section(report, CLAIR_STRING_DOC_WHY, &rule->why);
	who(report, rule);
	example(report, shown->fails ? CLAIR_STRING_DOC_WRONG : CLAIR_STRING_DOC_DOUBTFUL, shown->wrong_title,
	    shown->wrong, shown->wrong_length);
	example(report, CLAIR_STRING_DOC_RIGHT, shown->right_title, shown->right, shown->right_length);
	text_section(report, CLAIR_STRING_H_FIX, &rule->remedy);
	text_section(report, CLAIR_STRING_DOC_LIMITS, &rule->limits);
	mapping(report, rule);
	settings(report, rule);
	foot(report);
}

/* --- What is asked for --- */

enum clair_status
clair_site_rule_write(enum clair_lang lang, const struct clair_rule *rule, clair_rule_example_fn *example_of,
    clair_write_fn *write, void *payload)
{
	struct clair_report report = {.lang = lang, .write = write, .payload = payload};
	const struct clair_rule_example shown = example_of(rule);

	clair_report_open(&report);
	rule_page(&report, rule, &shown);
	return clair_report_close(&report);
}

enum clair_status
clair_site_index_write(enum clair_lang lang, clair_write_fn *write, void *payload)
{
	struct clair_report report = {.lang = lang, .write = write, .payload = payload};

	clair_report_open(&report);
	index_page(&report);
	return clair_report_close(&report);
}

enum clair_status
clair_site_home_write(clair_write_fn *write, void *payload)
{
	struct clair_report report = {.lang = CLAIR_FR, .write = write, .payload = payload};

	clair_report_open(&report);
	head(&report, clair_string_of(&report, CLAIR_STRING_DOC_HOME), NULL, "");
	open_main(&report);
	say_paragraph(&report, CLAIR_STRING_DOC_INTRO);
	clair_puts(&report, "<ul>\n<li><a href=\"fr/index.html\">");
	clair_html_text(&report, clair_string(CLAIR_EN, CLAIR_STRING_DOC_OTHER));
	clair_puts(&report, "</a></li>\n");
	language_link(&report, CLAIR_STRING_DOC_OTHER, "", "index");
	clair_puts(&report, "</ul>\n");
	foot(&report);
	return clair_report_close(&report);
}

/* --- Beside the pages --- */

enum clair_status
clair_site_style_write(clair_write_fn *write, void *payload)
{
	static const char more[] =
	    "section section{margin:1.5rem 0}\n"
	    "[role=search]{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:1.25rem}\n"
	    "[role=search] input{font:inherit;width:100%;max-width:30rem;padding:.4rem .6rem;margin-top:.35rem;"
	    "color:var(--ink);background:var(--back);border:1px solid var(--soft);border-radius:.4rem}\n"
	    "[role=status]{margin:0}\n"
	    "[hidden]{display:none}\n"
	    "main>section>ul,.theme ul{padding-left:1.25rem}\n"
	    ".theme li{padding:.25rem 0}\n"
	    "dl>dd>ul{margin:0}\n";
	struct clair_report report = {.write = write, .payload = payload};

	clair_report_open(&report);
	for (size_t i = 0; clair_html_style[i] != NULL; i++)
		clair_puts(&report, clair_html_style[i]);
	clair_puts(&report, more);
	return clair_report_close(&report);
}

enum clair_status
clair_site_script_write(clair_write_fn *write, void *payload)
{
	static const char script[] =
	    "// Filters the list of rules as words are typed. Nothing is asked of the network.\n"
	    "(function () {\n"
	    "\t'use strict';\n"
	    "\tconst field = document.getElementById('mots');\n"
	    "\tconst found = document.getElementById('trouve');\n"
	    "\tconst plain = (text) => text.normalize('NFD').replace(/[\\u0300-\\u036f]/g, '').toLowerCase();\n"
	    "\tconst items = Array.from(document.querySelectorAll('.theme li'),\n"
	    "\t\t(item) => ({ item: item, text: plain(item.textContent) }));\n"
	    "\tfunction filter() {\n"
	    "\t\tconst words = plain(field.value).split(/\\s+/).filter(Boolean);\n"
	    "\t\tlet count = 0;\n"
	    "\t\tfor (const one of items) {\n"
	    "\t\t\tone.item.hidden = !words.every((word) => one.text.includes(word));\n"
	    "\t\t\tcount += one.item.hidden ? 0 : 1;\n"
	    "\t\t}\n"
	    "\t\tfor (const part of document.querySelectorAll('main section'))\n"
	    "\t\t\tpart.hidden = part.querySelector('li:not([hidden])') === null;\n"
	    "\t\tconst phrase = count === 0 ? found.dataset.none : count === 1 ? found.dataset.one : found.dataset.many;\n"
	    "\t\tfound.textContent = words.length === 0 ? '' : phrase.replace(/[0-9]+/, String(count));\n"
	    "\t}\n"
	    "\tfield.addEventListener('input', filter);\n"
	    "\tdocument.getElementById('recherche').hidden = false;\n"
	    "\tfilter();\n"
	    "}());\n";
	struct clair_report report = {.write = write, .payload = payload};

	clair_report_open(&report);
	clair_puts(&report, script);
	return clair_report_close(&report);
}
