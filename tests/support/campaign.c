/* See campaign.h. */
#include "campaign.h"

#include "hostile.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { MOST_PAGES = 400, CAUSES = 14, INDICATORS = 10, DUTIES = 4 };

static const char *const territories[] = {"Bretagne", "Île-de-France", "Provence-Alpes-Côte d’Azur", "Hauts-de-France",
	"Grand Est", "Occitanie", "Nouvelle-Aquitaine", "Corse", ""};
static const char *const kinds[] = {"commune", "commune", "commune", "commune", "epci", "departement", "region", "etat", ""};
static const char *const places[] = {"Saint-Exemple", "Vieux-Pont", "Belle-Rive", "Mont-Clair", "Épinay-les-Bois",
	"Sainte-Cécile", "L’Haÿ-aux-Roses", "Val-de-Lune", "Œuilly", "Château-Neuf"};
static const char *const ends[] = {"sur-Mer", "le-Haut", "en-Forêt", "du-Lac", "la-Plaine", "sous-Bois", "des-Prés"};

static uint64_t
random_of(uint64_t a, uint64_t b, uint64_t c)
{
	uint64_t mixed = a * UINT64_C(0x9e3779b97f4a7c15) + b * UINT64_C(0xbf58476d1ce4e5b9) + c + 1;

	mixed = (mixed ^ (mixed >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	mixed = (mixed ^ (mixed >> 27)) * UINT64_C(0x94d049bb133111eb);
	return mixed ^ (mixed >> 31);
}

void
made_campaign_new(struct made_campaign *made, uint32_t sites, uint32_t pages, uint32_t rounds)
{
	static const struct clair_opt_out opt_out[] = {{.host = "site-7.example", .reason = "Demande par lettre", .day = "2026-10-01"}};
	static const struct clair_reply replies[] = {{.key = "https://www.site-20.example/", .day = "2026-11-20",
		.signed_by = "La direction de la communication", .text = "Nous avons lu ce classement.\n\n<b>Le site change en mars.</b>"}};

	*made = (struct made_campaign){.pages = pages, .last = rounds};
	clair_arena_init(&made->mem, 0);
	made->sites = clair_alloc_array(&made->mem, sites, sizeof(*made->sites));
	for (uint32_t i = 0; i < sites; i++) {
		const char *name = i < hostile_word_count ? hostile_words[i] :
		    clair_asprintf(&made->mem, "%s-%s%s", places[i % 10], ends[i / 10 % 7], i % 70 == 3 ? "" :
		        clair_asprintf(&made->mem, " %u", i / 70));
		char *key = clair_asprintf(&made->mem, "https://www.site-%u.example/", i);

		made->sites[i] = (struct clair_campaign_site){.key = key, .address = key, .host = key, .organisation = name,
			.siren = i % 3 == 0 ? "213502388" : "", .insee = i % 4 == 0 ? "35238" : "",
			.kind = kinds[random_of(i, 1, 0) % 9], .line = i + 2,
			.territory = i == 1 ? "<script>alert(1)</script>" : territories[random_of(i, 2, 0) % 9]};
	}
	made->campaign = (struct clair_campaign){.name = "essai", .title = "Sites publics & associations",
		.publisher = "Association Clair", .contact = "contact@clair.example", .delay = -1, .sites = made->sites,
		.site_count = sites, .opt_outs = opt_out, .opt_out_count = 1, .replies = replies, .reply_count = sites > 20 ? 1 : 0};
}

void
made_campaign_free(struct made_campaign *made)
{
	clair_arena_free(&made->mem);
}

static double
round_to_tenths(double score)
{
	return (double)lround(score * 10) / 10;
}

/* What a site is like: better or worse, and a little better in each round. */
static double
page_score(uint32_t site, uint32_t round, uint32_t page, unsigned axis)
{
	const double level = 45 + (double)(random_of(site, axis, 77) % 500) / 10;
	const double gain = random_of(site, 5, 5) % 10 == 0 ? 6.0 * round : (double)(random_of(site, round, 9) % 20) / 10;
	const double noise = (double)(random_of(site * 7919 + page, axis, round) % 300) / 10 - 15;
	const double score = level + gain + noise;

	return round_to_tenths(fmin(fmax(score, 0), 100));
}

/* One site in twelve meets with something. */
static void
meet(struct clair_site_record *record, uint32_t site)
{
	switch (random_of(site, 12, 12) % 60) {
	case 0:
		record->start_failure = "tls";
		record->tested = record->page_count = 0;
		break;
	case 1:
		record->start_failure = "robots";
		record->tested = record->page_count = 0;
		break;
	case 2:
		record->start_failure = "needs-scripts";
		record->tested = record->page_count = 0;
		break;
	case 3:
		record->tested = record->page_count = 4;
		break;
	case 4:
		record->state = CLAIR_SITE_PENDING;
		break;
	case 5:
		record->rules_digest = "00000000";
		break;
	default:
		break;
	}
}

struct room {
	struct clair_record_page pages[MOST_PAGES];
	char urls[MOST_PAGES][64];
	struct clair_record_indicator indicators[INDICATORS];
	struct clair_record_cause causes[CAUSES];
	struct clair_record_duty duties[DUTIES];
};

static void
fill_rest(struct clair_site_record *record, struct room *room, uint32_t site)
{
	static const char *const ids[] = {"I1", "I2", "I3", "I4", "I5", "I6", "I7", "I8", "I9", "I10"};
	static const char *const duties[] = {"legal/notice-page", "legal/privacy-page", "legal/statement-contact", "legal/statement-site"};
	static const char *const outcomes[] = {"passed", "failed", "review", "untested"};

	for (uint32_t i = 0; i < INDICATORS; i++)
		room->indicators[i] = (struct clair_record_indicator){.id = ids[i], .measured = i != 7 && (site + i) % 5 != 0,
			.value = (double)(random_of(site, i, 3) % 1000) / 10, .reason = i == 7 ? "no-earlier-crawl" : "no-procedure",
			.word = i == 9 ? "blind" : NULL, .of = record->tested};
	for (uint32_t i = 0; i < CAUSES; i++)
		room->causes[i] = (struct clair_record_cause){.id = "0123456789abcdef", .rule = "images/alt-missing",
			.severity = i < 3 ? "blocking" : i < 8 ? "major" : "minor", .outcome = i % 5 == 4 ? clair_outcome_name(CLAIR_REVIEW)
			    : clair_outcome_name(CLAIR_FAIL),
			.text_fr = i == 0 ? "L’image <img> n’a pas d’attribut alt" : "Le lien n’a pas de texte",
			.text_en = i == 0 ? "The <img> image has no alt attribute" : "The link has no text", .pages = 1 + i % 4,
			.occurrences = 3 + i, .gain = i < 6 ? 8.4 / (i + 1) : 0, .example = record->site->key};
	for (uint32_t i = 0; i < DUTIES; i++)
		room->duties[i] = (struct clair_record_duty){duties[i], outcomes[(site + i) % 4], 1};
	record->indicators = room->indicators;
	record->indicator_count = INDICATORS;
	record->causes = room->causes;
	record->cause_count = site % 9 == 0 ? 0 : CAUSES;
	record->duties = room->duties;
	record->duty_count = site % 11 == 0 ? 0 : DUTIES;
}

bool
made_campaign_each(void *source, uint32_t round, clair_record_take_fn *take, void *payload)
{
	static const char *const days[] = {"2026-08-22", "2026-09-22", "2026-10-22", "2026-11-22"};
	static const double kept[] = {1, 0.95, 0.9025, 0.975};
	static struct room room;
	struct made_campaign *made = source;

	for (uint32_t i = 0; i < made->campaign.site_count; i++) {
		const uint32_t count = made->pages / 2 + (uint32_t)(random_of(i, 4, 4) % (made->pages + 1));
		struct clair_site_record record = {.site = &made->sites[i], .state = CLAIR_SITE_DONE, .round = round,
			.day = days[(4 - (made->last - round) % 4 + 3) % 4], .tool_version = "0.1.0", .referential = "RGAA 4.1.2",
			.rules_digest = "9f86d081", .stopped_because = "page-limit", .known = count + 30, .requested = count + 2,
			.fetched = count + 1, .failed = 1, .tested = count, .refused_by_robots = i % 6, .tests_decided = 30 + i % 20,
			.tests = 258, .pages = room.pages, .page_count = count};

		assert_true(count <= MOST_PAGES);
		for (unsigned axis = 0; axis < CLAIR_AXIS_COUNT; axis++) {
			double sum = 0;

			record.site_kept[axis] = kept[(i + axis) % 4];
			for (uint32_t j = 0; j < count; j++) {
				room.pages[j].axis[axis] = page_score(i, round, j, axis);
				sum += room.pages[j].axis[axis];
			}
			record.axis[axis] = round_to_tenths(record.site_kept[axis] * sum / count);
		}
		for (uint32_t j = 0; j < count; j++) {
			snprintf(room.urls[j], sizeof(room.urls[j]), "%spage-%u", made->sites[i].key, j);
			room.pages[j].url = room.urls[j];
		}
		fill_rest(&record, &room, i);
		meet(&record, i);
		if (!take(payload, &record))
			return false;
	}
	return true;
}
