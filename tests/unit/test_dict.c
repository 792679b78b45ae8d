/* Thresholds, patterns, lists, folding, ranks and spelling. */
#include "dict/lexicon.h"
#include "dict/dict.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <hunspell/hunspell.h>

static struct clair_arena arena;
static struct clair_dict *dict;

static int
open_dict(void **state)
{
	const char *error = NULL;

	(void)state;
	clair_arena_init(&arena, 0);
	if (clair_dict_new(&dict, "dictionaries", NULL, &arena, &error) == CLAIR_OK)
		return 0;
	print_error("%s\n", error);
	return -1;
}

static int
close_dict(void **state)
{
	(void)state;
	clair_dict_free(dict);
	clair_arena_free(&arena);
	return 0;
}

/* A folder with the three things that must be there. */
static void
write_file(const char *folder, const char *name, const char *text)
{
	char *path = clair_asprintf(&arena, "%s/%s", folder, name);
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

static const char *
make_folder(const char *thresholds, const char *patterns, const char *list)
{
	char *folder = clair_strdup(&arena, "/tmp/clair-dict-XXXXXX");

	assert_non_null(mkdtemp(folder));
	assert_int_equal(mkdir(clair_asprintf(&arena, "%s/fr", folder), 0700), 0);
	write_file(folder, "seuils.conf", thresholds);
	write_file(folder, "patterns.conf", patterns);
	write_file(folder, "fr/essai.tsv", list);
	return folder;
}

static void
remove_folder(const char *folder)
{
	assert_int_equal(unlink(clair_asprintf(&arena, "%s/seuils.conf", folder)), 0);
	assert_int_equal(unlink(clair_asprintf(&arena, "%s/patterns.conf", folder)), 0);
	assert_int_equal(unlink(clair_asprintf(&arena, "%s/fr/essai.tsv", folder)), 0);
	assert_int_equal(rmdir(clair_asprintf(&arena, "%s/fr", folder)), 0);
	assert_int_equal(rmdir(folder), 0);
}

#define GOOD "[a.b]\nvalue = 2.5\nmin = 1\nmax = 3\nunit = mots\nwhy = Parce que.\nsource = ici\n"

static void
test_thresholds(void **state)
{
	const struct clair_threshold *threshold = clair_dict_threshold(dict, "falc.phrase.mots.max");

	(void)state;
	assert_non_null(threshold);
	assert_float_equal(threshold->value, 15, 0);
	assert_string_equal(threshold->unit, "mots");
	assert_null(clair_dict_threshold(dict, "falc.phrase"));
	assert_true(clair_dict_threshold_count(dict) > 20);
	for (size_t i = 0; i < clair_dict_threshold_count(dict); i++) {
		threshold = clair_dict_threshold_at(dict, i);
		assert_true(threshold->min <= threshold->value && threshold->value <= threshold->max);
		assert_ptr_equal(clair_dict_threshold(dict, threshold->key), threshold);
	}
}

static void
test_set_threshold(void **state)
{
	const char *folder = make_folder(GOOD, "", "");
	const char *error;
	struct clair_dict *own;

	(void)state;
	assert_int_equal(clair_dict_new(&own, folder, NULL, &arena, &error), CLAIR_OK);
	assert_float_equal(clair_dict_threshold(own, "a.b")->value, 2.5, 1e-9);
	assert_int_equal(clair_dict_set_threshold(own, "a.b", 3), CLAIR_OK);
	assert_float_equal(clair_dict_threshold(own, "a.b")->value, 3, 0);
	assert_int_equal(clair_dict_set_threshold(own, "a.b", 3.01), CLAIR_BAD_INPUT);
	assert_int_equal(clair_dict_set_threshold(own, "a.b", 0), CLAIR_BAD_INPUT);
	assert_int_equal(clair_dict_set_threshold(own, "a.c", 2), CLAIR_NOT_FOUND);
	assert_float_equal(clair_dict_threshold(own, "a.b")->value, 3, 0);
	clair_dict_free(own);
	remove_folder(folder);
}

static const struct {
	const char *thresholds;
	const char *patterns;
	const char *error; /* after the folder */
} mistakes[] = {
	{"value = 3\n", "", "/seuils.conf:1: champ avant tout [nom]"},
	{"# bien\n\n[a.b\n", "", "/seuils.conf:3: il faut un nom entre crochets"},
	{"[]\n", "", "/seuils.conf:1: il faut un nom entre crochets"},
	{"[a.b]\nvalue 3\n", "", "/seuils.conf:2: il faut « champ = valeur »"},
	{"[a.b]\nvalue = trois\n", "", "/seuils.conf:2: il faut un nombre : trois"},
	{"[a.b]\nvalue = 3x\n", "", "/seuils.conf:2: il faut un nombre : 3x"},
	{"[a.b]\nvalue = 1\nvalue = 2\n", "", "/seuils.conf:3: champ en double : value"},
	{"[a.b]\nvaleur = 1\n", "", "/seuils.conf:2: champ inconnu : valeur"},
	{"[a.b]\nwhy =\n", "", "/seuils.conf:2: champ vide : why"},
	{"[a.b]\nvalue = 1\n\n[c.d]\n", "", "/seuils.conf:1: champ manquant : min"},
	{GOOD "[z]\n", "", "/seuils.conf:8: champ manquant : value"},
	{GOOD GOOD, "", "/seuils.conf:8: clé en double : a.b"},
	{"[a.b]\nvalue = 4\nmin = 1\nmax = 3\nunit = u\nwhy = w\nsource = s\n", "",
	    "/seuils.conf:1: valeur hors des bornes : a.b"},
	{"[a.b]\nvalue = 4\nmin = 5\nmax = 3\nunit = u\nwhy = w\nsource = s\n", "",
	    "/seuils.conf:1: min dépasse max : a.b"},
	{GOOD, "# rien\nnom\n", "/patterns.conf:2: il faut « nom = /expression/options »"},
	{GOOD, "nom = abc\n", "/patterns.conf:1: il faut « nom = /expression/options »"},
	{GOOD, "nom = //\n", "/patterns.conf:1: il faut « nom = /expression/options »"},
	{GOOD, "nom = /a/z\n", "/patterns.conf:1: options possibles : i, m, s, x"},
	{GOOD, "x = /a/\nx = /b/\n", "/patterns.conf:2: nom en double : x"},
	{GOOD, "\nx = /a(/\n", "/patterns.conf:2: expression fausse : missing closing parenthesis (2)"},
};

static void
test_mistakes(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(mistakes) / sizeof(mistakes[0]); i++) {
		const char *folder = make_folder(mistakes[i].thresholds, mistakes[i].patterns, "");
		const char *error;
		struct clair_dict *own;

		assert_int_equal(
		    clair_dict_new(&own, folder, NULL, &arena, &error), CLAIR_BAD_INPUT);
		assert_null(own);
		assert_string_equal(error + strlen(folder), mistakes[i].error);
		remove_folder(folder);
	}
}

static void
test_missing_folder(void **state)
{
	const char *error;
	struct clair_dict *own;

	(void)state;
	assert_int_equal(clair_dict_new(&own, "/nowhere", NULL, &arena, &error), CLAIR_IO);
	assert_string_equal(error, "/nowhere/seuils.conf: fichier illisible");
}

static void
test_fold(void **state)
{
	static const char *const cases[][2] = {
	    {"", ""},
	    {"  En Savoir\n\tPlus ", "en savoir plus"},
	    {"ÉTÉ À L’ÎLE", "été à l'île"},
	    {"ŒUVRE Ÿ", "œuvre ÿ"},
	    {"e\xCC\x81t\xCC\x81", "ét\xCC\x81"}, /* NFC */
	    {"E\xCC\x81TE\xCC\x81", "été"},
	    {"a\xC2\xA0:\xE2\x80\xAF b", "a : b"},
	    {"co\xC2\xADop\xE2\x80\x8B" "ere", "coopere"},
	    {"rendez\xE2\x80\x91vous", "rendez-vous"},
	    {"ΑΘΉΝΑ Ł×", "αθήνα ł×"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_string_equal(
		    clair_fold(&arena, cases[i][0], strlen(cases[i][0])), cases[i][1]);
}

static const char *
get(const char *list, const char *key)
{
	const struct clair_list *found = clair_dict_list(dict, list);

	assert_non_null(found);
	return clair_list_get(found, key, strlen(key));
}

static void
test_lists(void **state)
{
	(void)state;
	assert_null(clair_dict_list(dict, "absent"));
	assert_string_equal(get("liens-vagues", "cliquez ici"), "ici");
	assert_string_equal(get("alternatives-vides", "photo"), "");
	assert_null(get("liens-vagues", "cliquez"  " ici ou là"));
	assert_null(get("liens-vagues", ""));
	assert_null(get("liens-vagues", "zzz"));
	assert_string_equal(get("sigles", "caf"), "Caisse d’allocations familiales");
	assert_string_equal(get("indices-visuels", "au centre de l'écran"), "forme ou place");
	assert_true(clair_list_longest(clair_dict_list(dict, "indices-visuels")) >= 4);
	assert_true(clair_list_has_start(clair_dict_list(dict, "indices-visuels"), "bouton", 6));
	assert_true(clair_list_has_start(clair_dict_list(dict, "indices-visuels"), "bouton bleu", 11));
	assert_false(clair_list_has_start(clair_dict_list(dict, "indices-visuels"), "bout", 4));
	assert_false(clair_list_has_start(clair_dict_list(dict, "indices-visuels"), "zzz", 3));
	assert_false(clair_list_has_start(clair_dict_list(dict, "indices-visuels"), "", 0));
}

static void
test_own_list(void **state)
{
	const char *folder = make_folder(GOOD, "", "# tête\nB  b\tun\tdeux\n\na\nl’Été-là\tx\nA\t2");
	const struct clair_list *list;
	const char *error;
	struct clair_dict *own;

	(void)state;
	assert_int_equal(clair_dict_new(&own, folder, NULL, &arena, &error), CLAIR_OK);
	list = clair_dict_list(own, "essai");
	assert_non_null(list);
	assert_int_equal(clair_list_count(list), 4);
	assert_string_equal(clair_list_get(list, "b b", 3), "un");
	assert_string_equal(clair_list_get(list, "l'été-là", 11), "x");
	assert_int_equal(clair_list_longest(list), 3);
	assert_string_equal(clair_list_repeated(list), "a");
	clair_dict_free(own);
	remove_folder(folder);
}

static void
test_shipped_lists(void **state)
{
	(void)state;
	assert_true(clair_dict_list_count(dict) >= 10);
	for (size_t i = 0; i < clair_dict_list_count(dict); i++) {
		const struct clair_list *list = clair_dict_list(dict, clair_dict_list_name(dict, i));
		const char *repeated = clair_list_repeated(list);

		assert_true(clair_list_count(list) > 0);
		if (repeated != NULL)
			fail_msg("%s: %s", clair_dict_list_name(dict, i), repeated);
	}
}

static const struct {
	const char *pattern;
	const char *text;
	const char *found; /* NULL: no match */
} matches[] = {
	{"file-name", "IMG_0042.JPG", "IMG_0042.JPG"},
	{"file-name", "/images/mairie%20(1).png", "/images/mairie%20(1).png"},
	{"file-name", "La mairie. Façade", NULL},
	{"camera-name", "DSC01234", "DSC01234"},
	{"camera-name", "photo de 1914", NULL},
	{"percentage", "Près de 12,5\u00A0% des gens", "12,5\u00A0%"},
	{"percentage", "dix pour cent", NULL},
	{"percentage", "20 pour cent", "20 pour cent"},
	{"number", "soit 12\u202F345,5 euros", "12\u202F345,5"},
	{"roman-numeral", "au XXIe siècle", "XXIe"},
	{"roman-numeral", "Louis XIV", "XIV"},
	{"roman-numeral", "la ville de LILLE", NULL},
	{"roman-numeral", "IIII", NULL},
	{"roman-numeral", "C’est ici", NULL},
	{"date-in-figures", "le 03/09/2024.", "03/09/2024"},
	{"date-in-figures", "le 2024-09-03", "2024-09-03"},
	{"date-in-figures", "le 03/09-2024", NULL},
	{"date-in-figures", "version 1.2.3.4", NULL},
	{"date", "le 1er mars 2024", "1er mars 2024"},
	{"phone-price", "au 05 55 12 34 56 (appel gratuit)", "gratuit"},
	{"phone-said", "Appelez le ", "Appelez le "},
	{"phone-said", "La loi de ", NULL},
	{"phone-fax", "Fax : ", "Fax : "},
	{"email", "Écrire à mairie@ville.fr.", "mairie@ville.fr"},
	{"inclusive-point", "les agent·e·s", "agent·e·s"},
	{"inclusive-point", "les agent(e)s", "agent(e)"},
	{"inclusive-point", "Fin.Es", NULL},
	{"address-only", " https://ville.fr/x ", " https://ville.fr/x "},
	{"no-letter", "→ …", "→ …"},
	{"no-letter", "→ a", NULL},
	{"mention-exact", "Accessibilité : non conforme", "Accessibilité : non conforme"},
	{"steps", "Étape 2 sur 4", "Étape 2 sur 4"},
	{"unknown", "x", NULL},
};

static void
test_patterns(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(matches) / sizeof(matches[0]); i++) {
		const char *text = matches[i].text;
		size_t offset = 0;
		size_t length = 0;
		bool found = clair_dict_match(
		    dict, matches[i].pattern, text, strlen(text), 0, &offset, &length);

		if (found != (matches[i].found != NULL))
			fail_msg("%s on “%s”: %d", matches[i].pattern, text, found);
		if (found)
			assert_string_equal(
			    clair_strndup(&arena, text + offset, length), matches[i].found);
	}
	assert_true(clair_dict_has_pattern(dict, "percentage"));
	assert_false(clair_dict_has_pattern(dict, "unknown"));
}

static void
test_match_from(void **state)
{
	const char *text = "é 5 % é 6 %";
	size_t offset = 0;
	size_t length = 0;

	(void)state;
	assert_true(clair_dict_match(dict, "percentage", text, strlen(text), 1, &offset, &length));
	assert_int_equal(offset, 3);
	assert_true(clair_dict_match(
	    dict, "percentage", text, strlen(text), offset + length, &offset, &length));
	assert_int_equal(offset, 10);
	assert_false(clair_dict_match(
	    dict, "percentage", text, strlen(text), offset + length, &offset, &length));
	assert_false(clair_dict_match(dict, "percentage", text, strlen(text), 99, &offset, &length));
}

/* A pattern that would take for ever meets its limit and finds nothing. */
static void
test_match_limit(void **state)
{
	const char *folder = make_folder(GOOD, "slow = /\\A(a+)+\\z/\n", "");
	const char *text = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab";
	const char *error;
	size_t offset;
	size_t length;
	struct clair_dict *own;

	(void)state;
	assert_int_equal(clair_dict_new(&own, folder, NULL, &arena, &error), CLAIR_OK);
	assert_false(clair_dict_match(own, "slow", text, strlen(text), 0, &offset, &length));
	assert_true(clair_dict_match(own, "slow", "aa", 2, 0, &offset, &length));
	clair_dict_free(own);
	remove_folder(folder);
}

static uint32_t
rank(const char *word)
{
	return clair_dict_rank(dict, word, strlen(word));
}

static void
test_ranks(void **state)
{
	(void)state;
	assert_int_equal(rank("de"), 1);
	assert_int_equal(rank("est"), 2);
	assert_int_equal(rank("le"), 6);
	assert_true(rank("aujourd'hui") > 0);
	assert_true(rank("école") > 0);
	assert_int_equal(rank("à"), 100);
	assert_int_equal(rank("subsidiarité"), 0);
	assert_int_equal(rank("dé\t"), 0);
	assert_int_equal(rank("#"), 0);
	assert_int_equal(rank(""), 0);
}

/* The file is searched as it is: it must be in order, and its first and last words found. */
static void
test_ranks_of_all(void **state)
{
	FILE *file = fopen("dictionaries/fr/frequences.tsv", "r");
	char line[1024];
	char last[1024] = "";
	size_t count = 0;

	(void)state;
	assert_non_null(file);
	while (fgets(line, sizeof(line), file) != NULL) {
		char *tab = strchr(line, '\t');

		if (line[0] == '#')
			continue;
		assert_non_null(tab);
		*tab = '\0';
		assert_true(strcmp(last, line) < 0);
		assert_int_equal(rank(line), strtoul(tab + 1, NULL, 10));
		memcpy(last, line, sizeof(last));
		count++;
	}
	fclose(file);
	assert_int_equal(count, 27586);
}

static void
test_spelling(void **state)
{
	static const char *const known[] = {
	    "maison", "subsidiarité", "réglementations", "maison", "lyon", "égypte", "aujourd'hui"};
	static const char *const unknown[] = {"mezon", "subsidarité", "xqzt", "", "mezon"};
	struct clair_words *words = clair_words_new(dict);
	struct clair_words *again;

	(void)state;
	assert_non_null(words);
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (!clair_words_known(words, known[i], strlen(known[i])))
			fail_msg("%s", known[i]);
	for (size_t i = 0; i < sizeof(unknown) / sizeof(unknown[0]); i++)
		assert_false(clair_words_known(words, unknown[i], strlen(unknown[i])));
	clair_words_free(words);
	again = clair_words_new(dict);
	assert_ptr_equal(again, words);
	clair_words_free(again);
	clair_words_free(NULL);
}

static const struct {
	const char *word;
	const char *first;  /* NULL: no idea */
	const char *second; /* NULL: not asked */
	bool near, slip, reform;
} misspelt[] = {
    {.word = "acceuil", .first = "accueil", .near = true, .slip = true},
    {.word = "addresse", .first = "adresse", .near = true, .slip = true},
    {.word = "resultats", .first = "résultats", .near = true, .slip = true},
    {.word = "coeur", .first = "cœur", .near = true, .slip = true},
    {.word = "consulation", .first = "consultation", .second = "consolation", .near = true},
    {.word = "developement", .first = "développement"},
    {.word = "apparaitre", .first = "apparaître", .near = true, .slip = true, .reform = true},
    {.word = "règlementaire", .first = "réglementaire", .near = true, .slip = true, .reform = true},
    {.word = "xqzwtk"},
    {.word = "нет"},
    {.word = "中文"},
    {.word = ""},
    {.word = "ééééééééééééééééééééééééééééééééééééééééé"},
};

static void
test_suggestions(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(misspelt) / sizeof(misspelt[0]); i++) {
		struct clair_suggestion ideas[CLAIR_SUGGESTIONS];
		const char *word = misspelt[i].word;
		const size_t count = clair_words_suggest(dict, word, strlen(word), ideas);

		if ((count != 0) != (misspelt[i].first != NULL))
			fail_msg("%s: %zu", word, count);
		if (count == 0)
			continue;
		assert_string_equal(ideas[0].text, misspelt[i].first);
		assert_int_equal(ideas[0].near, misspelt[i].near);
		assert_int_equal(ideas[0].slip, misspelt[i].slip);
		assert_int_equal(ideas[0].reform, misspelt[i].reform);
		if (misspelt[i].second == NULL)
			continue;
		assert_int_equal(count, 2);
		assert_string_equal(ideas[1].text, misspelt[i].second);
	}
}

/* The lexicon made at build says what Hunspell says: on words of the list of frequencies, and on the
 * same words with two letters swapped, which are seldom words. */
static void
test_lexicon(void **state)
{
	Hunhandle *hunspell = Hunspell_create("/usr/share/hunspell/fr.aff", "/usr/share/hunspell/fr.dic");
	FILE *file = fopen("dictionaries/fr/frequences.tsv", "r");
	char line[400];
	int asked = 0;
	int known = 0;
	int differ = 0;

	(void)state;
	assert_non_null(hunspell);
	assert_non_null(file);
	for (int i = 0; fgets(line, sizeof(line), file) != NULL; i++) {
		size_t length = strcspn(line, "\t\n");

		line[length] = '\0';
		if (i % 9 != 0 || length < 4 || strpbrk(line, "#-'.·") != NULL)
			continue;
		for (int swapped = 0; swapped < 2; swapped++) {
			bool said = clair_lexicon_has(line, length);

			if (swapped == 0 || ((line[1] | line[2]) & 0x80) == 0) {
				/* Hunspell wants the capital of names; the lexicon is all lower case. */
				char name[400];

				memcpy(name, line, length + 1);
				if (name[0] >= 'a' && name[0] <= 'z')
					name[0] = (char)(name[0] - 32);
				asked++;
				known += said;
				if (said != (Hunspell_spell(hunspell, line) != 0 ||
						Hunspell_spell(hunspell, name) != 0)) {
					differ++;
					print_message("%s: lexicon %d\n", line, said);
				}
			}
			if (((line[1] | line[2]) & 0x80) == 0) {
				char letter = line[1];

				line[1] = line[2];
				line[2] = letter;
			}
		}
	}
	fclose(file);
	Hunspell_destroy(hunspell);
	assert_true(asked > 4000);
	assert_true(known > 2000 && known < asked);
	print_message("%d of %d differ\n", differ, asked);
	assert_true(differ * 500 <= asked);
}

/* Many words never seen: the cache is emptied, answers stay right. */
static void
test_spelling_cache(void **state)
{
	struct clair_words *words = clair_words_new(dict);
	char word[32];
	int known = 0;

	(void)state;
	for (int i = 0; i < 21000; i++) {
		int length = snprintf(word, sizeof(word), "xqz%dt-xqzt", i);

		known += clair_words_known(words, word, (size_t)length);
	}
	/* Two of these, in the mean, have the hash of a word. */
	assert_true(known < 20);
	assert_true(clair_words_known(words, "subsidiarité", strlen("subsidiarité")));
	clair_words_free(words);
}

static void
test_no_hunspell(void **state)
{
	const char *folder = make_folder(GOOD, "", "");
	const char *error;
	struct clair_words *words;
	struct clair_dict *own;

	(void)state;
	assert_int_equal(clair_dict_new(&own, folder, folder, &arena, &error), CLAIR_OK);
	words = clair_words_new(own);
	assert_true(clair_words_known(words, "xq-zt", 5));
	assert_int_equal(clair_dict_rank(own, "de", 2), 0);
	clair_words_free(words);
	clair_dict_free(own);
	remove_folder(folder);
}

/* A dictionary of Hunspell that knows nothing: what is known was known without it. */
static void
test_hyphens(void **state)
{
	static const char *const known[] = {"sous-préfet", "déjeuner-débat", "mairie-école-poste"};
	const char *folder = make_folder(GOOD, "", "");
	const char *error;
	struct clair_words *words;
	struct clair_dict *own;

	(void)state;
	write_file(folder, "fr.aff", "SET UTF-8\n");
	write_file(folder, "fr.dic", "1\nx\n");
	assert_int_equal(clair_dict_new(&own, folder, folder, &arena, &error), CLAIR_OK);
	words = clair_words_new(own);
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		assert_true(clair_words_known(words, known[i], strlen(known[i])));
	assert_false(clair_words_known(words, "sous-", 5));
	assert_false(clair_words_known(words, "sous-xqzt", 9));
	clair_words_free(words);
	clair_dict_free(own);
	assert_int_equal(unlink(clair_asprintf(&arena, "%s/fr.aff", folder)), 0);
	assert_int_equal(unlink(clair_asprintf(&arena, "%s/fr.dic", folder)), 0);
	remove_folder(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_thresholds),
	    cmocka_unit_test(test_set_threshold),
	    cmocka_unit_test(test_mistakes),
	    cmocka_unit_test(test_missing_folder),
	    cmocka_unit_test(test_fold),
	    cmocka_unit_test(test_lists),
	    cmocka_unit_test(test_own_list),
	    cmocka_unit_test(test_shipped_lists),
	    cmocka_unit_test(test_patterns),
	    cmocka_unit_test(test_match_from),
	    cmocka_unit_test(test_match_limit),
	    cmocka_unit_test(test_ranks),
	    cmocka_unit_test(test_ranks_of_all),
	    cmocka_unit_test(test_spelling),
	    cmocka_unit_test(test_suggestions),
	    cmocka_unit_test(test_lexicon),
	    cmocka_unit_test(test_spelling_cache),
	    cmocka_unit_test(test_no_hunspell),
	    cmocka_unit_test(test_hyphens),
	};

	return cmocka_run_group_tests(tests, open_dict, close_dict);
}
