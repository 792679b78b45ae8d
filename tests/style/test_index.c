/* Rules of a sheet by the name that their selectors ask for. */
#include "style/index.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct clair_sheet *
sheet_of(const char *text)
{
	struct clair_sheet *sheet = clair_sheet_parse(text, strlen(text), NULL, NULL, false, NULL);

	assert_non_null(sheet);
	assert_non_null(sheet->index);
	return sheet;
}

/* The rules of a bucket, in its order, as digits. */
static void
expect(const struct clair_sheet *sheet, const struct clair_sheet_bucket *bucket, const char *rules)
{
	const struct clair_sheet_index *index = sheet->index;

	assert_int_equal(bucket->count, strlen(rules));
	for (uint32_t i = 0; i < bucket->count; i++)
		assert_int_equal(index->entries[bucket->from + i].rule, rules[i] - '0');
}

static const struct clair_sheet_bucket *
find(const struct clair_sheet *sheet, enum clair_selector_key kind, const char *name)
{
	return clair_sheet_index_find(
	    sheet->index, clair_selector_hash(kind, name, strlen(name), false));
}

static void
names_keep_the_order_of_the_rules(void **state)
{
	struct clair_sheet *sheet = sheet_of("p{color:red}.a p{color:red}#i.a p.b{color:red}"
	                                     "*{color:red}p,.b{color:red}:hover{color:red}#i{color:red}");

	(void)state;
	expect(sheet, find(sheet, CLAIR_KEY_TAG, "p"), "014");
	expect(sheet, find(sheet, CLAIR_KEY_CLASS, "b"), "24");
	expect(sheet, find(sheet, CLAIR_KEY_ID, "i"), "6");
	expect(sheet, find(sheet, CLAIR_KEY_CLASS, "a"), "");
	expect(sheet, find(sheet, CLAIR_KEY_TAG, "i"), "");
	expect(sheet, &((const struct clair_sheet_index *)sheet->index)->any, "35");
	clair_sheet_free(sheet);
}

static void
what_cannot_match_is_left_out(void **state)
{
	struct clair_sheet *sheet =
	    sheet_of("p{}p::selection{color:red}p::part(x){color:red}p::before{color:red}");

	(void)state;
	assert_int_equal(find(sheet, CLAIR_KEY_TAG, "p")->count, 1);
	clair_sheet_free(sheet);
}

static void
flags_tell_what_a_rule_declares(void **state)
{
	struct clair_sheet *sheet = sheet_of("a{margin:0}b{margin:0!important}i{--x:1}s{content:''}"
	                                     "u{display:none}");
	static const struct {
		const char *tag;
		unsigned flags;
	} cases[] = {
		{"a", 0}, {"b", CLAIR_RULE_IMPORTANT}, {"i", CLAIR_RULE_CUSTOM},
		{"s", CLAIR_RULE_CONTENT | CLAIR_RULE_SEEN}, {"u", CLAIR_RULE_SEEN},
	};
	const struct clair_sheet_index *index = sheet->index;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct clair_sheet_bucket *bucket = find(sheet, CLAIR_KEY_TAG, cases[i].tag);

		assert_int_equal(bucket->count, 1);
		assert_int_equal(index->entries[bucket->from].flags, cases[i].flags);
	}
	clair_sheet_free(sheet);
}

static void
states_and_orientation_are_known(void **state)
{
	struct clair_sheet *plain = sheet_of("a{color:red}@media (min-width:1px){b{color:red}}");
	struct clair_sheet *sheet = sheet_of("a:hover{color:red}b:focus-within i{color:red}"
	                                     "@media (orientation:portrait){b{color:red}}");
	const struct clair_sheet_index *index = plain->index;

	(void)state;
	assert_int_equal(index->states, 0);
	assert_false(index->orientation);
	index = sheet->index;
	assert_int_equal(index->states, CLAIR_STATE_HOVER | CLAIR_STATE_FOCUS);
	assert_true(index->orientation);
	clair_sheet_free(plain);
	clair_sheet_free(sheet);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_keep_the_order_of_the_rules),
		cmocka_unit_test(what_cannot_match_is_left_out),
		cmocka_unit_test(flags_tell_what_a_rule_declares),
		cmocka_unit_test(states_and_orientation_are_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
