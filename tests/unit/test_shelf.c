/* Memory that rests in a file: what was written is read again, whoever writes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/shelf.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

enum { TEXTS = 20000, AWHILE = 64 << 20 };

/* Each piece has the number of the one who wrote it, and its own. */
struct writer {
	struct clair_shelf *shelf;
	unsigned number;
	char *texts[TEXTS];
	pthread_t thread;
};

static void *
fill(void *payload)
{
	struct writer *writer = payload;

	for (unsigned i = 0; i < TEXTS; i++) {
		writer->texts[i] = clair_shelf_take(writer->shelf, 2000);
		if (writer->texts[i] == NULL)
			return NULL;
		snprintf(writer->texts[i], 2000, "%u of %u", i, writer->number);
		clair_shelf_touched(writer->shelf, 2000);
	}
	return NULL;
}

static void
test_texts_stay(void **state)
{
	static struct writer writers[2];
	struct clair_shelf *shelf = clair_shelf_new(".", 0);

	(void)state;
	assert_non_null(shelf);
	for (unsigned w = 0; w < 2; w++) {
		writers[w] = (struct writer){.shelf = shelf, .number = w};
		assert_int_equal(pthread_create(&writers[w].thread, NULL, fill, &writers[w]), 0);
	}
	for (unsigned w = 0; w < 2; w++)
		pthread_join(writers[w].thread, NULL);
	clair_shelf_touched(shelf, AWHILE);
	for (unsigned i = 0; i < 2 * TEXTS; i++) {
		char wanted[32];
		const char *text = writers[i % 2].texts[i / 2];

		snprintf(wanted, sizeof(wanted), "%u of %u", i / 2, i % 2);
		assert_non_null(text);
		assert_string_equal(text, wanted);
		assert_int_equal((uintptr_t)text % _Alignof(max_align_t), 0);
	}
	clair_shelf_free(shelf);
}

static void
test_first_bytes_are_refused(void **state)
{
	struct clair_shelf *shelf = clair_shelf_new(".", 1000);

	(void)state;
	assert_null(clair_shelf_take(shelf, 600));
	assert_null(clair_shelf_take(shelf, 600));
	assert_non_null(clair_shelf_take(shelf, 600));
	assert_null(clair_shelf_take(shelf, (size_t)1 << 40));
	clair_shelf_free(shelf);
	clair_shelf_free(NULL);
	clair_shelf_touched(NULL, 1);
}

/* Without a file, the arena has ordinary memory. */
static void
test_arena(void **state)
{
	static const char *const folders[] = {".", "/nowhere/at/all"};

	(void)state;
	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++) {
		struct clair_shelf *shelf = clair_shelf_new(folders[i], 0);
		struct clair_arena arena;
		char *text;

		clair_arena_init(&arena, 0);
		arena.shelf = shelf;
		for (unsigned n = 0; n < 1000; n++)
			text = clair_asprintf(&arena, "text %u", n);
		clair_shelf_touched(shelf, AWHILE);
		assert_string_equal(text, "text 999");
		assert_false(arena.failed);
		clair_arena_free(&arena);
		clair_shelf_free(shelf);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_texts_stay),
		cmocka_unit_test(test_first_bytes_are_refused),
		cmocka_unit_test(test_arena),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
