/* Sound and film, and the words close by. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/support/page.h"
#include "tests/support/worded.h"

#include <string.h>

#define URL "https://www.exemple.fr/page"

static void
test_kinds(void **state)
{
	enum { NONE = -1, SOUND = CLAIR_MEDIUM_SOUND, FILM = CLAIR_MEDIUM_FILM, SILENT = CLAIR_MEDIUM_SILENT_FILM };
	static const struct {
		const char *html;
		int kind;
		const char *player;
	} cases[] = {
		{"<video></video>", FILM, ""},
		{"<video muted controls></video>", FILM, ""},
		{"<video muted></video>", SILENT, ""},
		{"<audio controls></audio>", SOUND, ""},
		{"<audio autoplay></audio>", SOUND, ""},
		{"<audio></audio>", NONE, ""},
		{"<bgsound src=a.mid>", SOUND, ""},
		{"<iframe src='https://www.youtube-nocookie.com/embed/x'></iframe>", FILM, "YouTube"},
		{"<iframe src='https://W.SoundCloud.com/player'></iframe>", SOUND, "SoundCloud"},
		{"<iframe src='https://notyoutube.com/embed/x'></iframe>", NONE, ""},
		{"<iframe src='https://www.google.com/maps'></iframe>", NONE, ""},
		{"<iframe src='https://tube.exemple.fr/videos/embed/a-b'></iframe>", FILM, ""},
		{"<iframe src='/podcast/player/3'></iframe>", SOUND, ""},
		{"<iframe src='about:blank' data-src='https://player.vimeo.com/1'></iframe>", FILM, "Vimeo"},
		{"<iframe></iframe>", NONE, ""},
		{"<object type='audio/mpeg' data=a></object>", SOUND, ""},
		{"<object data=v.mp4></object>", FILM, ""},
		{"<embed src=p.pdf>", NONE, ""},
		{"<embed src=v.webm?x=1>", FILM, ""},
		{"<applet></applet>", NONE, ""},
		{"<div class=youtube_player></div>", FILM, ""},
		{"<div class='bloc audio-player'></div>", SOUND, ""},
		{"<div class=video-player><p>Attendez</p></div>", NONE, ""},
		{"<lite-youtube videoid=x></lite-youtube>", FILM, ""},
		{"<video hidden></video>", NONE, ""},
		{"<img src=a.png>", NONE, ""},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_worded(cases[i].html, URL);
		const struct clair_medium *medium = clair_medium(ctx, 0);

		if ((medium == NULL ? NONE : (int)medium->kind) != cases[i].kind ||
		    clair_medium_count(ctx) != (cases[i].kind != NONE) ||
		    (medium != NULL && strcmp(medium->player, cases[i].player) != 0))
			fail_msg("%s", cases[i].html);
		support_page_free(ctx);
	}
}

static void
test_may_hide(void **state)
{
	static const struct {
		const char *html;
		bool may;
	} cases[] = {
		{"<p>Bonjour</p>", false},
		{"<img src=a.png><canvas></canvas>", false},
		{"<iframe src=https://www.google.com/maps></iframe>", false},
		{"<iframe src=/autre></iframe>", true},
		{"<iframe src=/mesure hidden></iframe>", false},
		{"<video hidden></video>", true},
		{"<audio src=a.mp3></audio>", true},
		{"<object data=jeu.swf></object>", true},
		{"<object data=rapport.pdf></object>", false},
		{"<a href='/sons/conseil.MP3?dl=1'>Écouter</a>", true},
		{"<a href='/sons/conseil'>Écouter</a>", false},
		{"<script src=/js/menu.js></script>", false},
		{"<script src=/js/plyr.min.js></script>", true},
		{"<script>var a = new Audio('x')</script>", true},
		{"<script>var a = 1</script>", false},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_worded(cases[i].html, URL);

		if (clair_media_may_hide(ctx) != cases[i].may)
			fail_msg("%s", cases[i].html);
		support_page_free(ctx);
	}
}

static void
assert_said(const char *expected, const char *got)
{
	if (expected == NULL)
		assert_null(got);
	else
		assert_string_equal(got, expected);
}

static void
test_words(void **state)
{
	struct clair_ctx *ctx = support_worded("<h2>Vœux</h2><video></video><p><a href=t>Transcription</a> "
	    "<a href=d>Audiodescription</a></p><h2>Budget</h2><p>Version sous-titrée</p><video></video>"
	    "<video><track kind=descriptions><track></video>", URL);
	const struct clair_medium *first = clair_medium(ctx, 0);
	const struct clair_medium *second = clair_medium(ctx, 1);
	const struct clair_medium *third = clair_medium(ctx, 2);

	(void)state;
	assert_int_equal(clair_medium_count(ctx), 3);
	assert_string_equal(first->announced, "Vœux");
	assert_said("Transcription", first->transcript);
	assert_said("Audiodescription", first->described);
	/* What follows a film is first thought to be about it. */
	assert_said("Version sous-titrée", first->captioned);
	assert_string_equal(second->announced, "Version sous-titrée");
	assert_said(NULL, second->transcript);
	assert_said(NULL, second->captioned);
	assert_true(third->captions && third->descriptions);
	assert_false(first->captions || first->descriptions);
	support_page_free(ctx);
}

/* A page of films has a bounded cost: those past the ceiling may hide. */
static void
test_ceiling(void **state)
{
	static const char film[] = "<video></video>";
	enum { FILMS = 1000, LENGTH = sizeof(film) - 1 };
	static char html[FILMS * LENGTH + 1];
	struct clair_ctx *ctx;

	(void)state;
	for (int i = 0; i < FILMS; i++)
		memcpy(html + i * LENGTH, film, LENGTH);
	ctx = support_worded(html, URL);
	assert_int_equal(clair_medium_count(ctx), 256);
	assert_true(clair_media_may_hide(ctx));
	support_page_free(ctx);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kinds),
		cmocka_unit_test(test_may_hide),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_ceiling),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
