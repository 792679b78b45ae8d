/*
 * Pages of 5 MB made to hurt the facts and the rules, through the whole of clair_lint: none is lost,
 * and none takes more than 3 seconds of CPU or 512 MiB above what the program had before.
 */
#include "base/buf.h"
#include "engine/run.h"
#include "tests/support/rule_cases.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { MEBIBYTES = 512 };

/* A slow machine gets twice the time. Sanitizers take more time and memory: smaller pages will do. */
#ifdef __SANITIZE_ADDRESS__
enum { LARGEST = 1 << 18, SLOWER = 2, WEIGHS = false };
#else
enum { LARGEST = 5 << 20, SLOWER = 2, WEIGHS = true };
#endif

/* `first`, then `again` until 5 MB or `times`, every % being a number that grows, then `last`. */
struct hostile {
	const char *about, *first, *again, *last;
	unsigned times;
};

#define TIMES_ALL 100000000

static const struct hostile pages[] = {
	{"prose", "<main>", "<p>Le maire reçoit les habitants le % mars. Ils parlent de l’eau et des "
	    "routes.</p>\n", "", TIMES_ALL},
	{"one sentence without end", "<p>", "mot % et ", "", TIMES_ALL},
	{"one word without end", "<p>", "é", "", TIMES_ALL},
	{"short blocks", "", "<p>a%<br>b", "", TIMES_ALL},
	{"unknown words", "<p>", "zrtq% plif%. ", "", TIMES_ALL},
	{"acronyms", "<p>", "Le AB%C et le XQ%Z. ", "", TIMES_ALL},
	{"roman numerals and figures", "<p>", "Le XIVe siècle, % %, 01/02/2024, 12 345. ", "", TIMES_ALL},
	{"easy reading, one number", "<title>En facile à lire</title><main><p>", "9", "", TIMES_ALL},
	{"easy reading, numbers", "<title>En facile à lire</title><main><p>", "1 500 ", "", TIMES_ALL},
	{"easy reading, an enumeration", "<title>En facile à lire</title><main><p>", "a b c d, ", "", TIMES_ALL},
	{"easy reading, all at once", "<title>En facile à lire</title><main>",
	    "<p>Le maire reçoit % habitants, et/ou 5 % des deux cents, qui ne sont pas connus.</p>", "", TIMES_ALL},
	{"a long label", "<form><label for=c>", "adresse ", "</label><input id=c>", TIMES_ALL},
	{"forms, and text areas out of them", "", "<form action=%></form><textarea></textarea><input>", "", TIMES_ALL},
	{"telephones", "<p>", "01 40 2% 50 50, ", "", TIMES_ALL},
	{"postal addresses", "", "<p>12 rue de la Paix<br>75001 Paris<br>", "", TIMES_ALL},
	{"a statement", "<h1>Déclaration d’accessibilité</h1>",
	    "<h2>État de conformité</h2><p>% % des critères, non conforme, loi du 11 février 2005</p>", "", TIMES_ALL},
	{"a procedure", "<html lang=fr><main><h1>Demander un acte</h1>",
	    "<h2>Qui peut demander ?</h2><p>x %</p><h2>Pièces à fournir</h2><ul><li>un justificatif</ul><h2>Coût</h2>", "",
	    TIMES_ALL},
	{"fields of a login", "<h1>Connexion</h1><form>", "<input type=password><label>mot de passe %</label>", "",
	    TIMES_ALL},
	{"scripts of others", "", "<script src=\"https://h%.example/a.js\"></script><p>mot</p>", "", TIMES_ALL},
	{"capitals", "<p>", "AVIS À LA POPULATION % ! ", "", TIMES_ALL},
	{"text in deep elements", "", "<div>mot %. ", "", 200000},
	{"images without alternative", "", "<img src=\"IMG_%.jpg\">", "", TIMES_ALL},
	{"links of the same name", "", "<a href=\"/p%\">ici</a> ", "", TIMES_ALL},
	{"links of many names", "<nav>", "<a href=\"/p%\">page %</a> ", "", TIMES_ALL},
	{"links inside the page", "", "<a href=\"#n%\">n</a>", "", TIMES_ALL},
	{"the same id", "", "<p id=a aria-labelledby=a>x</p>", "", TIMES_ALL},
	{"one name from all", "<div id=a>", "<button aria-labelledby=a></button>x ", "</div>", 100000},
	{"names from one another", "", "<p id=a% aria-labelledby=\"a1 a2 a3\">x</p>", "", TIMES_ALL},
	{"many references in one", "<p id=x>mot</p><button aria-labelledby=\"", "x ", "\"></button>", TIMES_ALL},
	{"owned by all", "<div id=o></div>", "<div role=list aria-owns=\"o i%\"><p id=i% role=listitem></div>", "",
	    TIMES_ALL},
	{"labels of one field", "<form><input id=a>", "<label for=a>nom</label>", "", TIMES_ALL},
	{"fields", "<form>", "<input name=n%>", "", TIMES_ALL},
	{"radio buttons of one group", "<form>", "<input type=radio name=r id=i%><label for=i%>n</label>", "",
	    TIMES_ALL},
	{"choices", "<select>", "<option>choix %", "", TIMES_ALL},
	{"cells of one row", "<table><tr>", "<td>%", "", TIMES_ALL},
	{"cells of one column", "<table><tr><th>h", "<tr><td>%", "", TIMES_ALL},
	{"cells that span", "<table>", "<tr><td colspan=1000 rowspan=65534>%", "", TIMES_ALL},
	{"headers of cells", "<table><tr><th id=h>h", "<tr><td headers=\"h h h\">%<th>", "", TIMES_ALL},
	{"tables in tables", "", "<table><tr><th>x<td>", "", 200000},
	{"headings", "<main>", "<h2>Titre %</h2>", "", TIMES_ALL},
	{"headings in headings", "<main>", "<h2><span>Titre %", "", TIMES_ALL},
	{"menus", "", "<nav><ul><li><a href=%>x</a></ul></nav>", "", TIMES_ALL},
	{"menus in menus", "<nav>", "<ul><li><a href=%>x</a>", "", 200000},
	{"one menu", "<nav><ul>", "<li><a href=%>page %</a>", "", TIMES_ALL},
	{"landmarks", "", "<section aria-label=a%><aside>x</aside></section>", "", TIMES_ALL},
	{"widgets without name", "<ul role=tree>", "<li role=treeitem aria-expanded=% aria-level>", "", TIMES_ALL},
	{"roles in roles", "", "<div role=row><div role=gridcell>", "", 200000},
	{"hidden and shown", "", "<p hidden>a<p style=\"display:none;color:#%\">b", "", TIMES_ALL},
	{"one long style", "<p style=\"", "color:red;", "\">x", TIMES_ALL},
	{"one long class", "<p class=\"", "a% ", "\">x", TIMES_ALL},
	{"languages", "", "<p lang=x%>a<i lang=>b</i>", "", TIMES_ALL},
	{"in a link", "<a href=x>", "<b>mot %</b> ", "</a>", TIMES_ALL},
	{"handlers", "", "<div onclick=f() onmouseover=g() tabindex=%>x</div>", "", TIMES_ALL},
	{"frames and media", "", "<iframe></iframe><video src=%></video><object></object>", "", TIMES_ALL},
};


/* The same for texts. */
static const struct hostile markdown[] = {
	{"one line", "", "Un mot de plus, ", "", TIMES_ALL},
	{"one word", "", "x", "", TIMES_ALL},
	{"quotations in quotations", "", ">", " a\n", 100000},
	{"quotations on one line", "", "> ", "", TIMES_ALL},
	{"quotations on each line", "", ">>>>>>>>>>>>>>>>>>>> *a\n", "", TIMES_ALL},
	{"lists in lists", "", "- ", "a\n", 100000},
	{"empty lines in lists in lists", "- - - - - - - - - - - - - - - - - - - - a", "\n", "", TIMES_ALL},
	{"items", "", "- a\n", "", TIMES_ALL},
	{"paragraphs", "", "a\n\n", "", TIMES_ALL},
	{"headings", "", "# a\n", "", TIMES_ALL},
	{"emphasis left open", "", "*a **b _c ", "", TIMES_ALL},
	{"emphasis inside words", "", "_a__b*c", "", TIMES_ALL},
	{"stars", "", "*", "", TIMES_ALL},
	{"brackets", "", "[", "", TIMES_ALL},
	{"images left open", "", "![a", "", TIMES_ALL},
	{"images in images", "", "![a", "](b)", 100000},
	{"links", "", "[a](b) ", "", TIMES_ALL},
	{"titles left open", "[a]: /u\n\n", "[a](x \"", "", TIMES_ALL},
	{"addresses left open", "[a]: /u\n\n", "[a](<x ", "", TIMES_ALL},
	{"definitions", "", "[a%]: /u\n", "[a1]: x y", TIMES_ALL},
	{"backticks", "", "`a ``b ", "", TIMES_ALL},
	{"references", "", "&eacute;&amp;&x;", "", TIMES_ALL},
	{"references without end", "", "&", "", TIMES_ALL},
	{"escapes", "", "\\*", "", TIMES_ALL},
	{"tags", "", "<a ", "", TIMES_ALL},
	{"tags left open", "", "<?<!A<![CDATA[<!--", "", TIMES_ALL},
	{"rows", "|a|b|\n|-|-|\n", "|c|d|\n", "", TIMES_ALL},
	{"tables", "", "|a\n|-|\n\n", "", TIMES_ALL},
	{"head left open", "---\n", "a: b\n", "", TIMES_ALL},
};
static const struct hostile plain[] = {
	{"one line of text", "", "Un mot de plus, ", "", TIMES_ALL},
	{"lines", "", "Mot\n", "", TIMES_ALL},
	{"items of a text", "", "- a\n", "", TIMES_ALL},
	{"paragraphs of a text", "", "a\n\n", "", TIMES_ALL},
	{"empty lines", "Titre\n", "\n", "", TIMES_ALL},
	{"headings of a text", "", "Titre\n\nUne phrase.\n\n", "", TIMES_ALL},
	{"broken characters", "\xC3\xA9\xC3\xA9", "\xFF\xFE\xC3\x28\xA0\xA1 ", "", TIMES_ALL},
};

static void
fill(struct clair_buf *html, const struct hostile *page, enum clair_document_kind kind)
{
	clair_buf_clear(html);
	if (kind == CLAIR_HTML_PAGE)
		clair_buf_puts(html, "<!DOCTYPE html><html lang=fr><title>Page</title><body>");
	clair_buf_puts(html, page->first);
	for (unsigned i = 0; i < page->times && html->length < LARGEST; i++) {
		for (const char *at = page->again; *at != '\0'; at++) {
			if (*at == '%')
				clair_buf_printf(html, "%u", i);
			else
				clair_buf_add(html, at, 1);
		}
	}
	clair_buf_puts(html, page->last);
}


/* In a process of its own, so that its memory is its own. Exits with 0 when the page is not lost. */
static void
judge(const struct clair_linter *linter, const struct clair_buf *html, enum clair_document_kind kind, int out)
{
	const struct clair_document document = {.url = "https://www.exemple.fr/p",
	    .kind = kind,
	    .http_charset = kind == CLAIR_HTML_PAGE ? "utf-8" : NULL,
	    .http_status = 200,
	    .click_depth = 1,
	    .bytes = html->bytes,
	    .length = html->length};
	struct clair_result *result;
	const char *fate = NULL;
	bool tested = false;

	if (clair_lint(&result, linter, &document) == CLAIR_OK) {
		fate = result->not_tested_reason;
		tested = result->tested;
		if (tested)
			fate = result->note != NULL ? result->note : "whole";
		clair_result_free(result);
	}
	if (fate == NULL || write(out, fate, strlen(fate)) < 0)
		_exit(1);
	/* Past a limit a page is judged on what was read of it. */
	_exit(tested ? 0 : 2);
}

static unsigned
weigh_all(const struct clair_linter *linter, enum clair_document_kind kind, const struct hostile *list,
    size_t count)
{
	struct clair_buf html;
	unsigned over = 0;

	clair_buf_init(&html, 0);
	for (size_t i = 0; i < count; i++) {
		char fate[32] = "";
		struct rusage usage;
		double seconds;
		long mebibytes;
		int status;
		int ends[2];
		pid_t child;

		fill(&html, &list[i], kind);
		assert_int_equal(pipe(ends), 0);
		fflush(stdout);
		child = fork();
		assert_true(child >= 0);
		if (child == 0)
			judge(linter, &html, kind, ends[1]);
		close(ends[1]);
		assert_true(read(ends[0], fate, sizeof(fate) - 1) >= 0);
		close(ends[0]);
		assert_int_equal(wait4(child, &status, 0, &usage), child);
		seconds = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
		    (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
		mebibytes = (usage.ru_maxrss - (long)(html.length >> 10)) >> 10;
		printf("%-28s %8zu bytes %5.2f s %4ld MiB %s\n", list[i].about, html.length,
		    seconds, mebibytes, fate);
		if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
			fail_msg("%s: lost", list[i].about);
		if (seconds > 3.0 * SLOWER || (WEIGHS && mebibytes > MEBIBYTES)) {
			fprintf(stderr, "%s: %.2f s, %ld MiB\n", list[i].about, seconds, mebibytes);
			over++;
		}
	}
	clair_buf_free(&html);
	return over;
}

static void
pages_of_5_mb_are_judged_in_time(void **state)
{
	struct clair_linter *linter = support_linter(NULL);

	(void)state;
	assert_int_equal(weigh_all(linter, CLAIR_HTML_PAGE, pages, CLAIR_LEN(pages)), 0);
	clair_linter_free(linter);
}

static void
texts_of_5_mb_are_judged_in_time(void **state)
{
	struct clair_linter *linter = support_linter(NULL);

	(void)state;
	assert_int_equal(weigh_all(linter, CLAIR_MARKDOWN, markdown, CLAIR_LEN(markdown)), 0);
	assert_int_equal(weigh_all(linter, CLAIR_PLAIN_TEXT, plain, CLAIR_LEN(plain)), 0);
	clair_linter_free(linter);
}

/* A page that gets less and less memory ends in order: judged, judged in part, or listed with the
 * reason. It is never lost, and with enough memory it is as whole as without a ceiling. */
static void
a_page_without_memory_is_listed_with_its_reason(void **state)
{
	enum { PAGES = 5 };
	static const struct hostile small[] = {
	    {"prose", "<main>", "<p>Le maire reçoit les habitants le % mars, à la DRAC.</p>", "", 40},
	    {"form", "<form>", "<label for=a%>Nom</label><input id=a% aria-labelledby=\"a1 a2\">", "", 40},
	    {"menu", "<nav><ul>", "<li><a href=/%>page %</a><ul><li><a href=#>x</a></ul>", "", 40},
	    {"table", "<table><caption>t<tr><th>a<th>b", "<tr><td headers=x>%<td rowspan=3>", "", 40},
	    {"broken", "<b><i>", "<p><a href=#%><table>x</b><svg><title>a", "", 40},
	    {"Markdown", "# Titre\n\n", "Le *maire* reçoit [ici](/%) à la DRAC.\n\n- un\n\n", "", 40},
	};
	struct clair_buf html;

	(void)state;
	clair_buf_init(&html, 0);
	for (size_t i = 0; i < CLAIR_LEN(small); i++) {
		unsigned whole = 0;
		unsigned starved = 0;
		enum clair_document_kind kind = i < PAGES ? CLAIR_HTML_PAGE : CLAIR_MARKDOWN;

		fill(&html, &small[i], kind);
		for (size_t memory = 1; memory < (8u << 20); memory += memory / 5 + 2048) {
			const struct clair_options options = {.page_memory = memory};
			struct clair_linter *linter = support_linter(&options);
			const struct clair_document document = {.url = "https://www.exemple.fr/",
			    .kind = kind,
			    .bytes = html.bytes,
			    .length = html.length};
			struct clair_result *result;

			assert_int_equal(clair_lint(&result, linter, &document), CLAIR_OK);
			assert_int_equal(result->tested, result->not_tested_reason == NULL);
			if (result->tested && result->note == NULL)
				whole++;
			else
				starved++;
			clair_result_free(result);
			clair_linter_free(linter);
		}
		printf("%-28s %u ceilings too low, %u enough\n", small[i].about, starved, whole);
		assert_true(starved > 0 && whole > 0);
	}
	clair_buf_free(&html);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pages_of_5_mb_are_judged_in_time),
		cmocka_unit_test(texts_of_5_mb_are_judged_in_time),
		cmocka_unit_test(a_page_without_memory_is_listed_with_its_reason),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
