/* Accessible names and descriptions: each case asks about the element with the id x. */
#include "tests/support/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct name_case {
	const char *html;
	const char *name;
	enum clair_name_from from;
};

static const struct name_case name_cases[] = {
	/* 2A: hidden. */
	{"<a id=x href=/ >Lire<span hidden> caché</span></a>", "Lire", CLAIR_NAME_CONTENT},
	{"<a id=x href=/ >Lire<span aria-hidden=true> caché</span></a>", "Lire", CLAIR_NAME_CONTENT},
	{"<a id=x href=/ >Lire<span style='visibility:hidden'> caché</span></a>", "Lire",
	    CLAIR_NAME_CONTENT},
	{"<a id=x href=/ ><b style='opacity:0'>Lire</b></a>", "Lire", CLAIR_NAME_CONTENT},
	{"<a id=x href=/ hidden>Lire</a>", "", CLAIR_NAME_NONE},
	{"<div aria-hidden=true><a id=x href=/ aria-label=Lire>Lire</a></div>", "", CLAIR_NAME_NONE},
	/* 2B: aria-labelledby. */
	{"<p id=a>Un</p><p id=b>deux</p><button id=x aria-labelledby='a b'>non</button>", "Un deux",
	    CLAIR_NAME_LABELLEDBY},
	{"<p id=a>Un</p><p id=b>deux</p><button id=x aria-labelledby=' b   a '>non</button>", "deux Un",
	    CLAIR_NAME_LABELLEDBY},
	{"<p id=a hidden>Un <b>caché</b></p><button id=x aria-labelledby=a></button>", "Un caché",
	    CLAIR_NAME_LABELLEDBY},
	{"<p id=a hidden>Un<style>b{}</style></p><button id=x aria-labelledby=a></button>", "Un",
	    CLAIR_NAME_LABELLEDBY},
	{"<p id=a>Un <b hidden>caché</b></p><button id=x aria-labelledby=a></button>", "Un",
	    CLAIR_NAME_LABELLEDBY},
	{"<button id=x aria-labelledby=absent>Oui</button>", "Oui", CLAIR_NAME_CONTENT},
	{"<p id=a> </p><button id=x aria-labelledby=a>Oui</button>", "Oui", CLAIR_NAME_CONTENT},
	{"<button id=x aria-labelledby='x a' aria-label=Supprimer></button><p id=a>photo.jpg</p>",
	    "Supprimer photo.jpg", CLAIR_NAME_LABELLEDBY},
	{"<button id=x aria-labelledby=a>non</button><p id=a aria-labelledby=x>Un</p>", "Un",
	    CLAIR_NAME_LABELLEDBY},
	{"<button id=x aria-labelledby=x>Moi</button>", "Moi", CLAIR_NAME_LABELLEDBY},
	{"<button id=x>Voir <i aria-labelledby=x>a</i></button>", "Voir Voir a", CLAIR_NAME_CONTENT},
	{"<p id=a>Un</p><p id=a>autre</p><input id=x aria-labelledby=a>", "Un", CLAIR_NAME_LABELLEDBY},
	{"<img id=a alt=Plan><button id=x aria-labelledby=a></button>", "Plan", CLAIR_NAME_LABELLEDBY},
	/* 2C: a control in a label gives its value. */
	{"<label for=x>Flash <input value=3> fois</label><input id=x type=checkbox>", "Flash 3 fois",
	    CLAIR_NAME_NATIVE},
	{"<label>Flash <input id=x value=3> fois</label>", "Flash fois", CLAIR_NAME_NATIVE},
	{"<label><input id=x type=checkbox> Toutes les <select><option>heures<option selected>nuits"
	 "</select></label>", "Toutes les nuits", CLAIR_NAME_NATIVE},
	{"<label><input id=x type=checkbox> Le <select><option>lundi<option>mardi</select></label>",
	    "Le lundi", CLAIR_NAME_NATIVE},
	{"<label><input id=x type=checkbox> Son <input type=range value=5 aria-valuetext=fort></label>",
	    "Son fort", CLAIR_NAME_NATIVE},
	{"<label><input id=x type=checkbox> Son <input type=range value=5></label>", "Son 5",
	    CLAIR_NAME_NATIVE},
	{"<label><input id=x type=checkbox> Son <i role=slider aria-valuenow=7>o</i></label>", "Son 7",
	    CLAIR_NAME_NATIVE},
	{"<label><input id=x type=checkbox> Dès <i role=textbox>midi</i></label>", "Dès midi",
	    CLAIR_NAME_NATIVE},
	{"<label><input id=x type=checkbox> En <ul role=listbox><li role=option>kg<li role=option "
	 "aria-selected=true>m</ul></label>", "En m", CLAIR_NAME_NATIVE},
	{"<label><input id=x type=checkbox> Au plus <input type=number value=5> fois</label>",
	    "Au plus 5 fois", CLAIR_NAME_NATIVE},
	{"<label><input id=x type=checkbox> Dire <textarea>bonjour</textarea></label>", "Dire bonjour",
	    CLAIR_NAME_NATIVE},
	{"<label><input id=x type=checkbox> Les <select multiple><option selected>lundi<option>mardi"
	 "<option selected>jeudi</select></label>", "Les lundi jeudi", CLAIR_NAME_NATIVE},
	{"<label><input id=x type=checkbox> Les <select multiple><option>lundi</select></label>", "Les",
	    CLAIR_NAME_NATIVE},
	{"<label><input id=x type=checkbox> À <i role=combobox>midi</i></label>", "À midi",
	    CLAIR_NAME_NATIVE},
	{"<label><input id=x type=checkbox> Fait : <progress value=3>trois</progress></label>",
	    "Fait : 3", CLAIR_NAME_NATIVE},
	{"<label><input id=x type=checkbox> Oui <input type=checkbox></label>", "Oui",
	    CLAIR_NAME_NATIVE},
	{"<input id=a value=Dupont aria-label=Nom><button id=x aria-labelledby=a></button>", "Dupont",
	    CLAIR_NAME_LABELLEDBY},
	/* 2D: aria-label. */
	{"<button id=x aria-label='  Fermer  la fenêtre '>X</button>", "Fermer la fenêtre",
	    CLAIR_NAME_LABEL_ATTR},
	{"<button id=x aria-label=' '>X</button>", "X", CLAIR_NAME_CONTENT},
	{"<a id=x href=/ >Lire <span aria-label=davantage>+</span></a>", "Lire davantage",
	    CLAIR_NAME_CONTENT},
	{"<input id=x aria-label=' '>", "", CLAIR_NAME_NONE},
	{"<div id=x aria-label=Non>texte</div>", "", CLAIR_NAME_NONE},
	{"<nav id=x aria-label=Principal>texte</nav>", "Principal", CLAIR_NAME_LABEL_ATTR},
	/* 2E: native. */
	{"<label for=x>Nom</label><input id=x title=t placeholder=p>", "Nom", CLAIR_NAME_NATIVE},
	{"<label for=x>Nom</label><label for=x>complet</label><input id=x>", "Nom complet",
	    CLAIR_NAME_NATIVE},
	{"<label for=x hidden>Nom</label><input id=x>", "Nom", CLAIR_NAME_NATIVE},
	{"<label>Nom <span hidden>caché</span><input id=x></label>", "Nom", CLAIR_NAME_NATIVE},
	{"<label>Nom</label><input id=x>", "", CLAIR_NAME_NONE},
	{"<label>Nom <div id=x role=textbox></div></label>", "", CLAIR_NAME_NONE},
	{"<label for=x><img alt=Nom></label><input id=x>", "Nom", CLAIR_NAME_NATIVE},
	{"<label for=x>Pays</label><select id=x><option>France</select>", "Pays", CLAIR_NAME_NATIVE},
	{"<label for=x>Avis</label><textarea id=x>déjà écrit</textarea>", "Avis", CLAIR_NAME_NATIVE},
	{"<textarea id=x>déjà écrit</textarea>", "", CLAIR_NAME_NONE},
	{"<select id=x><option>France</select>", "", CLAIR_NAME_NONE},
	{"<label for=x>Avant</label><button id=x>Texte</button>", "Avant", CLAIR_NAME_NATIVE},
	{"<input id=x type=button value=Go>", "Go", CLAIR_NAME_VALUE},
	{"<input id=x type=button>", "", CLAIR_NAME_NONE},
	{"<input id=x type=SUBMIT>", "Envoyer", CLAIR_NAME_VALUE},
	{"<input id=x type=submit value='' title=Chercher>", "Chercher", CLAIR_NAME_TITLE},
	{"<input id=x type=reset>", "Réinitialiser", CLAIR_NAME_VALUE},
	{"<input id=x type=image alt=Chercher value=v>", "Chercher", CLAIR_NAME_ALT},
	{"<input id=x type=image alt='' value=v>", "", CLAIR_NAME_NONE},
	{"<input id=x value=Dupont>", "", CLAIR_NAME_NONE},
	{"<img id=x alt='Le  plan' title=t>", "Le plan", CLAIR_NAME_ALT},
	{"<img id=x alt=' '>", "", CLAIR_NAME_NONE},
	{"<img id=x title=t>", "t", CLAIR_NAME_TITLE},
	{"<img id=x alt='' title=t>", "", CLAIR_NAME_NONE},
	{"<img id=x alt='' aria-label=Plan>", "Plan", CLAIR_NAME_LABEL_ATTR},
	{"<map name=m><area id=x href=/ alt=Soleil></map>", "Soleil", CLAIR_NAME_ALT},
	{"<fieldset id=x><legend>État <b>civil</b></legend>texte</fieldset>", "État civil",
	    CLAIR_NAME_NATIVE},
	{"<figure id=x><img alt=a><figcaption>Le pont</figcaption></figure>", "Le pont",
	    CLAIR_NAME_NATIVE},
	{"<table id=x><caption>Tarifs</caption><tr><td>1</table>", "Tarifs", CLAIR_NAME_NATIVE},
	{"<select><optgroup id=x label=Europe><option>France</select>", "Europe", CLAIR_NAME_NATIVE},
	{"<select><option id=x label=FR>France</select>", "FR", CLAIR_NAME_NATIVE},
	{"<select><option id=x>France</select>", "France", CLAIR_NAME_CONTENT},
	{"<svg id=x role=img><title>Un cercle</title><circle/></svg>", "Un cercle", CLAIR_NAME_NATIVE},
	{"<svg id=x role=img><title></title><circle/></svg>", "", CLAIR_NAME_NONE},
	{"<a id=x href=/ ><svg><title>Accueil</title><path/></svg></a>", "Accueil", CLAIR_NAME_CONTENT},
	{"<details><summary id=x>Horaires</summary>texte</details>", "Horaires", CLAIR_NAME_CONTENT},
	{"<summary id=x>Horaires</summary>", "", CLAIR_NAME_NONE},
	{"<iframe id=x title=Carte></iframe>", "Carte", CLAIR_NAME_TITLE},
	{"<object id=x title=Film>remplacement</object>", "Film", CLAIR_NAME_TITLE},
	/* 2F: content, spaces and blocks. */
	{"<h1 id=x>  La\n mairie&nbsp;: <b>accueil</b></h1>", "La mairie : accueil",
	    CLAIR_NAME_CONTENT},
	{"<a id=x href=/ ><b>A</b><b>B</b></a>", "AB", CLAIR_NAME_CONTENT},
	{"<a id=x href=/ ><p>A</p><p>B</p></a>", "A B", CLAIR_NAME_CONTENT},
	{"<a id=x href=/ ><p style='display:inline'>A</p><p style='display:inline'>B</p></a>", "AB",
	    CLAIR_NAME_CONTENT},
	{"<a id=x href=/ ><b style='display:block'>A</b><b>B</b></a>", "A B", CLAIR_NAME_CONTENT},
	{"<a id=x href=/ >A<br>B</a>", "A B", CLAIR_NAME_CONTENT},
	{"<a id=x href=/ ><img alt=Logo>Mairie</a>", "Logo Mairie", CLAIR_NAME_CONTENT},
	{"<a id=x href=/ ><img alt=Logo role=presentation></a>", "", CLAIR_NAME_NONE},
	{"<a id=x href=/ ><img alt=''></a>", "", CLAIR_NAME_NONE},
	{"<a id=x href=/ ><img></a>", "", CLAIR_NAME_NONE},
	{"<a id=x href=/ >&nbsp;&#8203;</a>", "", CLAIR_NAME_NONE},
	{"<a id=x href=/ ><!-- Lire --><script>Lire</script></a>", "", CLAIR_NAME_NONE},
	{"<button id=x><span><span><span>Aller</span></span></span></button>", "Aller",
	    CLAIR_NAME_CONTENT},
	{"<div id=x role=checkbox>Oui</div>", "Oui", CLAIR_NAME_CONTENT},
	{"<div id=x role=dialog>Oui</div>", "", CLAIR_NAME_NONE},
	{"<ul><li id=x>Oui</ul>", "", CLAIR_NAME_NONE},
	{"<table><tr><th id=x>Prix</table>", "Prix", CLAIR_NAME_CONTENT},
	{"<h2 id=x aria-owns=b>A</h2><i id=b>B</i>", "A B", CLAIR_NAME_CONTENT},
	{"<h2>A <i id=b>B</i></h2><h2 id=x aria-owns=b>C</h2>", "C B", CLAIR_NAME_CONTENT},
	/* 2F.ii: words of CSS. */
	{"<style>#x::before{content:'Nouveau '}#x::after{content:' (PDF)'}</style>"
	 "<a id=x href=/ >Plan</a>", "Nouveau Plan (PDF)", CLAIR_NAME_CONTENT},
	{"<style>i::before{content:'Fermer'}</style><button id=x><i></i></button>", "Fermer",
	    CLAIR_NAME_CONTENT},
	{"<style>label::after{content:' *'}</style><label for=x>Nom</label><input id=x>", "Nom *",
	    CLAIR_NAME_NATIVE},
	{"<style>#x::before{content:'\\2605' / ''}</style><a id=x href=/ >Plan</a>", "Plan",
	    CLAIR_NAME_CONTENT},
	{"<style>#x::before{content:'\\2605' / 'Favori '}</style><a id=x href=/ >Plan</a>",
	    "Favori Plan", CLAIR_NAME_CONTENT},
	{"<style>i{display:none}i::before{content:'Non'}</style><button id=x><i></i>Oui</button>", "Oui",
	    CLAIR_NAME_CONTENT},
	/* SVG-AAM: title children, and xlink:title of links. */
	{"<svg><g id=x role=img><title>Un toit</title><path/></g></svg>", "Un toit", CLAIR_NAME_NATIVE},
	{"<svg id=x role=img><g><title>Un toit</title></g></svg>", "", CLAIR_NAME_NONE},
	{"<svg id=x role=img><title></title><title>Deux</title></svg>", "", CLAIR_NAME_NONE},
	{"<svg id=x role=img aria-label=Un><title>Deux</title></svg>", "Un", CLAIR_NAME_LABEL_ATTR},
	{"<svg id=x role=img><desc>Un rond</desc></svg>", "", CLAIR_NAME_NONE},
	{"<svg><a id=x href=/ xlink:title=Accueil><path/></a></svg>", "Accueil", CLAIR_NAME_TITLE},
	{"<svg><a id=x href=/ xlink:title=Accueil><text>Plan</text></a></svg>", "Plan",
	    CLAIR_NAME_CONTENT},
	{"<svg><a id=x href=/ xlink:title=Accueil><title>Plan</title><path/></a></svg>", "Plan",
	    CLAIR_NAME_NATIVE},
	/* 2I: tooltip and placeholder. */
	{"<label for=x></label><input id=x title=Nom>", "Nom", CLAIR_NAME_TITLE},
	{"<label for=x> </label><input id=x placeholder=Nom>", "Nom", CLAIR_NAME_PLACEHOLDER},
	{"<div id=x role=textbox aria-placeholder=Nom></div>", "Nom", CLAIR_NAME_PLACEHOLDER},
	{"<div inert><button id=x>Oui</button></div>", "", CLAIR_NAME_NONE},
	{"<fieldset id=x><div><legend>Non</legend></div></fieldset>", "", CLAIR_NAME_NONE},
	{"<fieldset id=x><legend>Un</legend><legend>Deux</legend></fieldset>", "Un", CLAIR_NAME_NATIVE},
	{"<label for=x>Reste</label><meter id=x value=1></meter>", "Reste", CLAIR_NAME_NATIVE},
	{"<a id=x href=/ title=Accueil><img alt=''></a>", "Accueil", CLAIR_NAME_TITLE},
	{"<a id=x href=/ title=' '></a>", "", CLAIR_NAME_NONE},
	{"<input id=x title=Nom placeholder=Dupont>", "Nom", CLAIR_NAME_TITLE},
	{"<input id=x placeholder=Dupont>", "Dupont", CLAIR_NAME_PLACEHOLDER},
	{"<a id=x href=/ ><abbr title='premier'></abbr></a>", "premier", CLAIR_NAME_CONTENT},
};

static void
names_follow_the_steps(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < CLAIR_LEN(name_cases); i++) {
		const struct name_case *one = &name_cases[i];
		struct clair_ctx *ctx = support_page(one->html);
		const char *name = clair_name(ctx, support_x(ctx));

		if (strcmp(name, one->name) != 0)
			print_error("%s\n", one->html);
		assert_string_equal(name, one->name);
		if (clair_name_from(ctx, support_x(ctx)) != one->from)
			print_error("%s\n", one->html);
		assert_int_equal(clair_name_from(ctx, support_x(ctx)), one->from);
		support_page_free(ctx);
	}
}

struct text_case {
	const char *html;
	const char *expected;
};

static void
check_texts(const struct text_case *cases, size_t count,
    const char *(*ask)(struct clair_ctx *, const struct clair_node *))
{
	size_t i;

	for (i = 0; i < count; i++) {
		struct clair_ctx *ctx = support_page(cases[i].html);
		const char *text = ask(ctx, support_x(ctx));

		if (strcmp(text, cases[i].expected) != 0)
			print_error("%s\n", cases[i].html);
		assert_string_equal(text, cases[i].expected);
		support_page_free(ctx);
	}
}

static void
descriptions(void **state)
{
	static const struct text_case cases[] = {
		{"<p id=a hidden>Huit signes</p><input id=x aria-describedby=a title=t>", "Huit signes"},
		{"<input id=x aria-describedby=absent aria-label=n>", ""},
		{"<input id=x aria-description='Huit signes'>", "Huit signes"},
		{"<input id=x aria-label=n title=bulle>", "bulle"},
		{"<input id=x title=bulle>", ""},
		{"<svg id=x role=img><title>t</title><desc>Un rond</desc></svg>", "Un rond"},
		{"<svg id=x role=img aria-label=n><title>Un rond</title></svg>", "Un rond"},
		{"<svg id=x role=img aria-label=n><title>t</title><desc>Un rond</desc></svg>", "Un rond"},
		{"<svg id=x role=img><title>t</title></svg>", ""},
		{"<svg><a id=x href=/ xlink:title=bulle><text>n</text></a></svg>", "bulle"},
		{"<svg><a id=x href=/ xlink:title=bulle></a></svg>", ""},
		{"<table id=x summary='Prix par an'><caption>Prix</caption><tr><td>1</table>",
		    "Prix par an"},
		{"<p id=a>un</p><p id=b>deux</p><button id=x aria-describedby='a b'>n</button>", "un deux"},
	};

	(void)state;
	check_texts(cases, CLAIR_LEN(cases), clair_description);
}

static void
visible_texts(void **state)
{
	static const struct text_case cases[] = {
		{"<a id=x>Lire <i hidden>non</i>la <i aria-hidden=true>suite</i></a>", "Lire la suite"},
		{"<a id=x><img alt=Logo>Mairie</a>", "Mairie"},
		{"<a id=x>Lire<i style='position:absolute;left:-9999px'> non</i></a>", "Lire"},
		{"<a id=x>Lire<i style='opacity:0'> non</i></a>", "Lire"},
		{"<div id=x><div><div>a</div>b</div>c</div>", "a b c"},
		{"<a id=x>compose &nbsp;&nbsp;<br> email</a>", "compose email"},
		{"<a id=x><b>A</b><b>B</b><p>C</p></a>", "AB C"},
		{"<div id=x><script>a</script><style>b</style><!-- c --></div>", ""},
		{"<div id=x></div>", ""},
		{"<details id=x><summary>S</summary>non</details>", "S"},
	};

	(void)state;
	check_texts(cases, CLAIR_LEN(cases), clair_visible_text);
}

static void
text_contents(void **state)
{
	static const struct text_case cases[] = {
		{"<p id=x> a <b hidden>b</b>\n<i>c</i></p>", "a b c"},
		{"<title id=x>Le  titre</title>", "Le titre"},
		{"<div id=x><p>a</p><p>b</p></div>", "a b"},
		{"<div id=x><!-- a --></div>", ""},
	};

	(void)state;
	check_texts(cases, CLAIR_LEN(cases), clair_text_content);
}

static void
decorative_images(void **state)
{
	static const struct {
		const char *html;
		bool decorative;
	} cases[] = {
		{"<img id=x alt=''>", true},
		{"<img id=x alt=' '>", false},
		{"<img id=x>", false},
		{"<img id=x alt=a>", false},
		{"<img id=x role=none>", true},
		{"<img id=x role=presentation alt=a>", true},
		{"<img id=x alt='' aria-label=a>", false},
		{"<img id=x alt='' tabindex=0>", false},
		{"<p aria-hidden=true><img id=x></p>", true},
		{"<svg id=x aria-hidden=true></svg>", true},
		{"<svg id=x></svg>", false},
	};
	size_t i;

	(void)state;
	for (i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_page(cases[i].html);

		if (clair_decorative(ctx, support_x(ctx)) != cases[i].decorative)
			fail_msg("%s", cases[i].html);
		support_page_free(ctx);
	}
}

/* Names of nested elements, or many references to a long text, cost no more than a budget, and the
 * name is then shorter, not absent. */
static void
hostile_names_end(void **state)
{
	enum { LINKS = 20000, DEPTH = 400 };
	size_t room = 4 << 20;
	char *html = malloc(room);
	size_t length = 0;
	struct clair_ctx *ctx;
	uint32_t i;

	(void)state;
	assert_non_null(html);
	length += (size_t)snprintf(html, room, "<div id=long>");
	for (i = 0; i < LINKS; i++)
		length += (size_t)snprintf(html + length, room - length, "<b>mot</b> ");
	length += (size_t)snprintf(html + length, room - length, "</div>");
	for (i = 0; i < LINKS; i++)
		length += (size_t)snprintf(
		    html + length, room - length, "<a href=/ aria-labelledby=long></a>");
	for (i = 0; i < DEPTH; i++)
		length += (size_t)snprintf(html + length, room - length, "<i role=button>");
	length += (size_t)snprintf(html + length, room - length, "fin");
	assert_true(length < room - 1);
	ctx = support_page(html);
	for (i = 0; i < ctx->page->node_count; i++) {
		const struct clair_node *node = &ctx->page->nodes[i];

		if (node->kind != CLAIR_NODE_ELEMENT || clair_role(ctx, node) != CLAIR_ROLE_LINK)
			continue;
		assert_memory_equal(clair_name(ctx, node), "mot mot", 7);
	}
	support_page_free(ctx);
	free(html);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_follow_the_steps),
		cmocka_unit_test(descriptions),
		cmocka_unit_test(visible_texts),
		cmocka_unit_test(text_contents),
		cmocka_unit_test(decorative_images),
		cmocka_unit_test(hostile_names_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
