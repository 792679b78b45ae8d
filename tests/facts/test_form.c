/* Forms, fields, labels. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/support/page.h"
#include "tests/support/worded.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define URL "https://www.exemple.fr/page"

enum { SEARCH = 1, LOGIN = 2, STEPS = 4 };

static void
test_is_field(void **state)
{
	static const struct {
		const char *html;
		bool field;
	} cases[] = {
		{"<input id=x>", true},
		{"<input id=x type=text>", true},
		{"<input id=x type=inconnu>", true},
		{"<input id=x type=checkbox>", true},
		{"<input id=x type=file>", true},
		{"<input id=x type=HIDDEN>", false},
		{"<input id=x type=submit>", false},
		{"<input id=x type=Button>", false},
		{"<input id=x type=reset>", false},
		{"<input id=x type=image>", false},
		{"<input id=x type=button role=textbox>", false},
		{"<select id=x></select>", true},
		{"<textarea id=x></textarea>", true},
		{"<button id=x>OK</button>", false},
		{"<output id=x></output>", false},
		{"<div id=x role=textbox></div>", true},
		{"<div id=x role='inconnu combobox'></div>", true},
		{"<span id=x role=switch></span>", true},
		{"<div id=x role=button></div>", false},
		{"<div id=x role=option></div>", false},
		{"<div id=x contenteditable></div>", false},
		{"<p id=x></p>", false},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_page(cases[i].html);

		if (clair_is_field(ctx, support_x(ctx)) != cases[i].field)
			fail_msg("%s", cases[i].html);
		support_page_free(ctx);
	}
}

static void
test_labels(void **state)
{
	static const struct {
		const char *html;
		size_t labels;
	} cases[] = {
		{"<label for=x>Nom</label><input id=x>", 1},
		{"<input id=x><label for=x>Nom</label>", 1},
		{"<label>Nom <input id=x></label>", 1},
		{"<label for=x>Nom <input id=x></label>", 1},
		{"<label for=x>Nom</label><label for=x>(requis)</label><input id=x>", 2},
		{"<label for=x>Nom</label><label>Ici <input id=x></label>", 2},
		{"<label for=autre>Nom <input id=x></label>", 0},
		{"<label for=''>Nom <input id=x></label>", 0},
		{"<label>Nom <input> <input id=x></label>", 0},
		{"<label>Nom <input type=hidden> <input id=x></label>", 1},
		{"<label>Nom</label><input id=x>", 0},
		{"<label for=X>Nom</label><input id=x>", 0},
		{"<label for=x>Nom</label><input type=hidden id=x>", 0},
		{"<label for=x>Nom</label><p id=x></p>", 0},
		{"<label for=x>Nom</label><div role=textbox id=x></div>", 1},
		{"<label><span>Oui</span><div><select id=x></select></div></label>", 1},
		{"<label for=x hidden>Nom</label><input id=x>", 1},
		{"<label for=x></label><input id=x>", 1},
		{"<input id=x>", 0},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_page(cases[i].html);
		const struct clair_node *field = support_x(ctx);

		if (clair_label_count(ctx, field) != cases[i].labels)
			fail_msg("%s: %zu", cases[i].html, clair_label_count(ctx, field));
		for (size_t at = 0; at < cases[i].labels; at++)
			assert_int_equal(clair_tag(clair_label(ctx, field, at)), CLAIR_TAG_LABEL);
		assert_null(clair_label(ctx, field, cases[i].labels));
		support_page_free(ctx);
	}
}

struct expected {
	const char *what, *html;
	uint32_t fields, required, uploads;
	unsigned kinds;
};

static void
assert_form(const struct expected *expected)
{
	struct clair_ctx *ctx = support_worded(expected->html, URL);
	const struct clair_form *form = clair_form(ctx, 0);
	unsigned kinds;

	if (form == NULL) {
		fail_msg("%s: no form", expected->what);
		return;
	}
	kinds = (form->is_search ? SEARCH : 0U) | (form->is_login ? LOGIN : 0U) |
	    (form->has_steps ? STEPS : 0U);
	if (form->fields != expected->fields || form->required != expected->required ||
	    form->file_uploads != expected->uploads || kinds != expected->kinds)
		fail_msg("%s: fields %u required %u uploads %u kinds %x", expected->what, form->fields,
		    form->required, form->file_uploads, kinds);
	support_page_free(ctx);
}

static void
test_forms(void **state)
{
	static const struct expected cases[] = {
		{"contact", "<form><input name=nom required><input type=email name=m aria-required=true>"
		    "<textarea name=t></textarea><input type=hidden name=h><button>Envoyer</button></form>", 3,
		    2, 0, 0},
		{"radio buttons count once", "<form><input type=radio name=c required><input type=radio "
		    "name=c required><input type=radio name=c><input type=radio name=d></form>", 2, 1, 0, 0},
		{"a group required by its second button",
		    "<form><input type=radio name=c><input type=radio name=c required></form>", 1, 1, 0, 0},
		{"radio buttons without a name", "<form><input type=radio><input type=radio></form>", 2, 0,
		    0, 0},
		{"ARIA radio buttons", "<form><div role=radiogroup><b role=radio>A</b><b role=radio>B</b>"
		    "</div></form>", 1, 0, 0, 0},
		{"checkboxes count each", "<form><input type=checkbox name=a><input type=checkbox name=a>"
		    "</form>", 2, 0, 0, 0},
		{"files", "<form><input type=file><input type=file multiple></form>", 2, 0, 2, 0},
		{"a disabled field is not filled", "<form><input disabled><input></form>", 1, 0, 0, 0},
		{"a trap for robots is not filled", "<form><input style='display:none' name=piege><input "
		    "hidden><input></form>", 1, 0, 0, 0},
		{"field outside, with form=", "<form id=f></form><input form=f required>", 1, 1, 0, 0},
		{"field inside another form's", "<form id=f><input></form><form><input form=f></form>", 2, 0,
		    0, 0},
		{"only a button", "<form><button>Oui</button></form>", 0, 0, 0, 0},
		{"empty", "<form></form>", 0, 0, 0, 0},
		{"search by role", "<form role=search><input name=mot><button>OK</button></form>", 1, 0, 0,
		    SEARCH},
		{"search by type", "<form><input type=search></form>", 1, 0, 0, SEARCH},
		{"search by its button", "<form><input name=mot><button>Rechercher</button></form>", 1, 0, 0,
		    SEARCH},
		{"WordPress search", "<form action=/><input name=s><input type=submit value=OK></form>", 1, 0,
		    0, SEARCH},
		{"SPIP search", "<div class=formulaire_recherche><form action='spip.php?page=recherche'>"
		    "<input name=recherche></form></div>", 1, 0, 0, SEARCH},
		{"DSFR search", "<div class=fr-search-bar role=search><input type=search id=s></div>", 1, 0, 0,
		    SEARCH},
		{"search with a list of subjects", "<form role=search><input name=q><select></select></form>",
		    2, 0, 0, SEARCH},
		{"two text fields are no search",
		    "<form role=search><input name=q><input name=ville></form>", 2, 0, 0, 0},
		{"newsletter is no search", "<form><input type=email name=email><button>S’abonner</button>"
		    "</form>", 1, 0, 0, 0},
		{"a long form about research", "<form action=/recherche-emploi><input name=nom><select>"
		    "</select><select></select><select></select><select></select><input type=date></form>", 6, 0,
		    0, 0},
		{"login", "<form><input name=id><input type=password></form>", 2, 0, 0, LOGIN},
		{"step in words", "<main><p>Étape 2 sur 4</p><form><input><input></form></main>", 2, 0, 0,
		    STEPS},
		{"step in figures", "<main><h2>ETAPE 1/3</h2><form><input></form></main>", 1, 0, 0, STEPS},
		{"DSFR stepper", "<main><div class=fr-stepper><h2>Vos enfants</h2></div><form><input></form>"
		    "</main>", 1, 0, 0, STEPS},
		{"aria-current step", "<main><ol><li aria-current=step>Vous</ol><form><input></form></main>",
		    1, 0, 0, STEPS},
		{"a step of a recipe is not one of many", "<main><p>Dernière étape : 2 pièces à fournir</p>"
		    "<form><input></form></main>", 1, 0, 0, 0},
		{"fields without a form", "<input><select></select>", 2, 0, 0, 0},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++)
		assert_form(&cases[i]);
}

static void
test_form_list(void **state)
{
	struct clair_ctx *ctx = support_worded("<form id=a><input></form><input><form id=b></form>", URL);

	(void)state;
	assert_int_equal(clair_form_count(ctx), 3);
	assert_string_equal(clair_attr(clair_form(ctx, 0)->node, CLAIR_ATTR_ID), "a");
	assert_string_equal(clair_attr(clair_form(ctx, 1)->node, CLAIR_ATTR_ID), "b");
	assert_int_equal(clair_tag(clair_form(ctx, 2)->node), CLAIR_TAG_BODY);
	assert_int_equal(clair_form(ctx, 2)->fields, 1);
	assert_null(clair_form(ctx, 3));
	support_page_free(ctx);

	ctx = support_worded("<p>Rien</p><button>OK</button>", URL);
	assert_int_equal(clair_form_count(ctx), 0);
	support_page_free(ctx);
}

static void
test_many_labels(void **state)
{
	enum { COUNT = 20000 };
	size_t room = (size_t)COUNT * 64;
	char *html = malloc(room);
	struct clair_ctx *ctx;
	size_t length = 0;

	(void)state;
	assert_non_null(html);
	for (int i = 0; i < COUNT; i++)
		length += (size_t)snprintf(html + length, room - length,
		    "<label for=f%d>N</label><input id=f%d>", i, i);
	ctx = support_page(html);
	for (size_t i = 0; i < COUNT; i++)
		assert_int_equal(clair_label_count(ctx, clair_tag_at(ctx, CLAIR_TAG_INPUT, i)), 1);
	support_page_free(ctx);
	free(html);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_is_field),
		cmocka_unit_test(test_labels),
		cmocka_unit_test(test_forms),
		cmocka_unit_test(test_form_list),
		cmocka_unit_test(test_many_labels),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
