/* Custom properties: inheritance, var() with fallbacks, cycles, and what is made to harm. */
#include "style/customs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

enum { MOST = 3000 };

/* "--a:1;--b:var(--a)": no semicolon inside a value. */
static const struct clair_css_customs *
declare(struct clair_arena *arena, const struct clair_css_customs *parent, const char *text)
{
	static const struct clair_css_declaration *list[MOST];
	size_t count = 0;

	while (*text != '\0') {
		struct clair_css_declaration *declaration =
		    clair_alloc(arena, sizeof(*declaration));
		size_t name = strcspn(text, ":");
		size_t value = strcspn(text + name + 1, ";");

		assert_true(count < MOST);
		declaration->property = CLAIR_PROPERTY_NONE;
		declaration->custom.name = text;
		declaration->custom.name_length = (uint32_t)name;
		declaration->custom.text = text + name + 1;
		declaration->custom.text_length = (uint32_t)value;
		list[count++] = declaration;
		text += name + 1 + value;
		text += *text == ';';
	}
	return clair_css_customs_add(arena, parent, list, count);
}

/* The value of a name, or NULL. */
static const char *
value_of(struct clair_arena *arena, const struct clair_css_customs *customs, const char *name)
{
	struct clair_css_span value;

	if (!clair_css_custom(customs, name, (uint32_t)strlen(name), &value))
		return NULL;
	return clair_strndup(arena, value.text, value.length);
}

struct custom_case {
	const char *parent, *own, *name;
	const char *value; /* NULL: guaranteed-invalid */
};

static const struct custom_case cases[] = {
    {"", "--a:1", "--a", "1"},
    {"", "--a:1", "--A", NULL},
    {"", "--a:1", "--b", NULL},
    {"--a:1", "--b:2", "--a", "1"},
    {"--a:1", "--a:2", "--a", "2"},
    {"", "--a:1;--a:2", "--a", "2"},
    {"", "--a:", "--a", ""},
    {"", "--a:1;--b:var(--a)", "--b", "1"},
    {"", "--b:var(--a);--a:1", "--b", "1"},
    {"", "--b:VAR( --a )", "--b", NULL},
    {"--a:1", "--b:VAR( --a )", "--b", "1"},
    {"--a:1;--b:var(--a)", "--a:2", "--b", "1"},
    {"--a:1", "--b:x var(--a) y", "--b", "x 1 y"},
    {"--a:1", "--b:var(--a)px", "--b", "1/**/px"},
    {"--a:1", "--b:x/**/var(--a)", "--b", "x/**//**/1"},
    {"--a:1", "--b:f(var(--a),var(--a))", "--b", "f(1,1)"},
    {"--a:1", "--b:\"var(--a)\"", "--b", "\"var(--a)\""},
    {"--a:1", "--b:/* var(--a) */ 2", "--b", "/* var(--a) */ 2"},
    {"--a:1", "--b:v\\61 r(--a)", "--b", "1"},
    {"--caf\303\251:1", "--b:var(--caf\\e9)", "--b", "1"},
    {"--a:", "--b:var(--a,1)", "--b", ""},

    {"", "--b:var(--a,2)", "--b", "2"},
    {"", "--b:var(--a, 2 )", "--b", " 2 "},
    {"", "--b:var(--a,)", "--b", ""},
    {"", "--b:var(--a,1,2)", "--b", "1,2"},
    {"", "--b:var(--a,f(x)) y", "--b", "f(x) y"},
    {"", "--b:var(--a,[x]) y", "--b", "[x] y"},
    {"", "--b:var(--a,(x) y", "--b", "(x) y"},
    {"", "--b:var(--a,var(--c,3))", "--b", "3"},
    {"", "--b:var(--a,var(--c))", "--b", NULL},
    {"--c:3", "--b:var(--a,var(--c))", "--b", "3"},
    {"--a:1", "--b:var(--a,var(--c)) z", "--b", "1 z"},
    {"--a:1", "--b:f(var(--x,var(--y,g(var(--a))))) z", "--b", "f(g(1)) z"},
    {"", "--b:var(a,1)", "--b", NULL},
    {"", "--b:var(--a 1)", "--b", NULL},
    {"", "--b:var()", "--b", NULL},
    {"", "--b:var(--,1)", "--b", NULL},

    {"", "--a:var(--a)", "--a", NULL},
    {"", "--a:var(--a,1)", "--a", NULL},
    {"--a:1", "--a:var(--a)", "--a", NULL},
    {"", "--a:var(--b,1);--b:var(--a,2)", "--a", NULL},
    {"", "--a:var(--b,1);--b:var(--a,2)", "--b", NULL},
    {"", "--a:var(--b,1);--b:var(--c,2);--c:var(--b)", "--a", "1"},
    {"", "--c:var(--b);--a:var(--b,1);--b:var(--c,2)", "--a", "1"},
    {"", "--a:var(--x,var(--a))", "--a", NULL},
    {"", "--a:var(--b) var(--c,1);--b:var(--a);--c:var(--b,2)", "--c", NULL},
    {"", "--a:var(--b);--b:var(--c);--c:4", "--a", "4"},
    {"--b:1", "--a:var(--b);--b:2", "--a", "2"},

    {"--a:1", "--a:initial", "--a", NULL},
    {"--a:1", "--a:INITIAL", "--a", NULL},
    {"--a:1", "--a:inherit", "--a", "1"},
    {"--a:1", "--a:unset", "--a", "1"},
    {"--a:1", "--a:revert", "--a", "1"},
    {"--a:1", "--a:2;--a:revert-layer", "--a", "1"},
    {"", "--a:unset", "--a", NULL},
    {"--a:1", "--a:unset;--b:var(--a)", "--b", "1"},
    {"--a:1", "--a:var(--x,initial)", "--a", NULL},
    {"--a:1", "--a:var(--x,inherit)", "--a", "1"},

    {"", "--a:env(safe-area-inset-top)", "--a", "0px"},
    {"", "--a:env(safe-area-inset-top,3px)", "--a", "0px"},
    {"", "--a:env(somewhere,3px) x", "--a", "3px x"},
    {"", "--a:env(somewhere 0 1,3px)", "--a", "3px"},
    {"", "--a:env(somewhere)", "--a", NULL},
};

static void
test_values(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct custom_case *expected = &cases[i];
		struct clair_arena arena;
		const struct clair_css_customs *customs;
		const char *value;

		clair_arena_init(&arena, 0);
		customs = clair_css_customs_none(&arena);
		customs = declare(&arena, customs, expected->parent);
		customs = declare(&arena, customs, expected->own);
		value = value_of(&arena, customs, expected->name);
		if ((value == NULL) != (expected->value == NULL) ||
		    (value != NULL && strcmp(value, expected->value) != 0))
			fail_msg("%s | %s: %s is %s, not %s", expected->parent, expected->own,
			    expected->name, value != NULL ? value : "invalid",
			    expected->value != NULL ? expected->value : "invalid");
		assert_false(arena.failed);
		clair_arena_free(&arena);
	}
}

static void
test_sharing(void **state)
{
	struct clair_arena arena;
	const struct clair_css_customs *none, *root;

	(void)state;
	clair_arena_init(&arena, 0);
	none = clair_css_customs_none(&arena);
	assert_ptr_equal(declare(&arena, none, ""), none);
	root = declare(&arena, none, "--a:1;--b:var(--a)");
	assert_ptr_not_equal(root, none);
	assert_ptr_equal(declare(&arena, root, "--b:1"), root);
	assert_ptr_not_equal(declare(&arena, root, "--b:2"), root);
	assert_ptr_equal(declare(&arena, root, "--c:initial"), root);
	assert_string_equal(value_of(&arena, declare(&arena, NULL, "--a:1"), "--a"), "1");
	clair_arena_free(&arena);
}

/* The same list under the same parent is made once. */
static void
test_remembered(void **state)
{
	struct clair_css_declaration declaration = {.property = CLAIR_PROPERTY_NONE,
	    .custom = {.name = "--a", .text = "1", .name_length = 3, .text_length = 1}};
	const struct clair_css_declaration *list = &declaration;
	const struct clair_css_customs *none, *first;
	struct clair_arena arena;

	(void)state;
	clair_arena_init(&arena, 0);
	none = clair_css_customs_none(&arena);
	first = clair_css_customs_add(&arena, none, &list, 1);
	assert_ptr_equal(clair_css_customs_add(&arena, none, &list, 1), first);
	assert_ptr_equal(clair_css_customs_add(&arena, first, &list, 1), first);
	clair_arena_free(&arena);
}

/* --- Made to harm
 * ----------------------------------------------------------------------------------- */

static double
seconds_of_thread(void)
{
	struct timespec now;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Each of --v0, --v1… is the next one, `copies` times; the last one is given. Is --v0 valid? */
static void
many(struct clair_arena *arena, unsigned lines, unsigned copies, const char *last, bool valid)
{
	size_t room = (size_t)lines * 96 + 200;
	char *text = malloc(room);
	size_t length = 0;
	double start = seconds_of_thread();

	assert_non_null(text);
	for (unsigned i = 0; i < lines; i++) {
		length += (size_t)snprintf(text + length, room - length, "--v%u:", i);
		for (unsigned copy = 0; copy < copies; copy++)
			length += (size_t)snprintf(text + length, room - length, "var(--v%u)%s",
			    i + 1, copy + 1 < copies ? " " : ";");
	}
	snprintf(text + length, room - length, "--v%u:%s", lines, last);
	assert_int_equal(value_of(arena, declare(arena, NULL, text), "--v0") != NULL, valid);
	assert_true(seconds_of_thread() - start < 1);
	assert_false(arena->failed);
	free(text);
}

static void
test_hostile(void **state)
{
	struct clair_arena arena;

	(void)state;
	clair_arena_init(&arena, 64U << 20);
	/* Each one twice the next: past 64 KiB it is not valid, nor what needs it. */
	many(&arena, 30, 2, "0123456789", false);
	many(&arena, 10, 2, "0123456789", true);
	/* A long way, without and with a way back. */
	many(&arena, 2900, 1, "1", true);
	many(&arena, 2900, 1, "var(--v0,1)", false);
	clair_arena_free(&arena);
}

/* Fallbacks inside one another: taken up to 32, refused without recursion past that. */
static void
test_nested_fallbacks(void **state)
{
	enum { DEPTH = 10000 };
	static const unsigned depths[] = {1, 31, 32, 33, 34, DEPTH};
	static char text[DEPTH * 8 + 16];
	struct clair_arena arena;

	(void)state;
	clair_arena_init(&arena, 0);
	for (size_t at = 0; at < sizeof(depths) / sizeof(*depths); at++) {
		unsigned depth = depths[at];
		size_t length = (size_t)snprintf(text, sizeof(text), "--a:");
		const char *value;

		for (unsigned i = 0; i < depth; i++)
			length +=
			    (size_t)snprintf(text + length, sizeof(text) - length, "var(--x,");
		snprintf(text + length, sizeof(text) - length, "1");
		value = value_of(&arena, declare(&arena, NULL, text), "--a");
		assert_int_equal(value != NULL, depth <= 32);
	}
	clair_arena_free(&arena);
}

/* Of the computed value. */
static int
kind_of_width(struct clair_arena *arena, const struct clair_css_customs *customs, const char *text)
{
	struct clair_css_environment environment = {.initial = clair_css_initial(arena)};
	const char *css = clair_asprintf(arena, "width:%s", text);
	struct clair_css_block block = {0};

	clair_css_declare_all(&block, css, strlen(css), false, arena);
	assert_int_equal(block.count, 1);
	return clair_css_compute(CLAIR_CSS_WIDTH, &block.list[0].value, environment.initial,
	    environment.initial, customs, &environment, arena)
	    .kind;
}

/* What one page may replace is bounded, and the ceiling leaves what has no var() alone. */
static void
test_budget(void **state)
{
	static char text[70000];
	struct clair_arena arena;
	const struct clair_css_customs *customs;
	unsigned made = 0;

	(void)state;
	clair_arena_init(&arena, 0);
	memcpy(text, "--a:", 4);
	memset(text + 4, 'x', 60000);
	customs = declare(&arena, NULL, text);
	while (made < 5000) {
		struct clair_css_span value = {"y var(--a)", 10};

		if (!clair_css_substitute(customs, value, &arena, &value))
			break;
		made++;
	}
	assert_in_range(made, 100, 1000);
	assert_non_null(value_of(&arena, declare(&arena, customs, "--b:1"), "--b"));
	assert_null(value_of(&arena, declare(&arena, customs, "--b:1 var(--a)"), "--b"));
	assert_int_equal(kind_of_width(&arena, customs, "calc(1px + var(--w))"), CLAIR_VALUE_NOT_KNOWN);
	assert_int_equal(kind_of_width(&arena, NULL, "calc(1px + var(--w))"), CLAIR_VALUE_KEYWORD);
	clair_arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_values),
	    cmocka_unit_test(test_sharing),
	    cmocka_unit_test(test_remembered),
	    cmocka_unit_test(test_hostile),
	    cmocka_unit_test(test_nested_fallbacks),
	    cmocka_unit_test(test_budget),
	};

	return cmocka_run_group_tests_name("style/customs", tests, NULL, NULL);
}
