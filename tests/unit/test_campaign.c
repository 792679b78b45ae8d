/* The campaign file: what is read, and each fault at its place. */
#include "base/buf.h"
#include "campaign/campaign.h"
#include "net/url.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[] = "/tmp/clairlint-campaign-XXXXXX";

static int
set_up(void **state)
{
	(void)state;
	return mkdtemp(folder) == NULL ? -1 : 0;
}

static int
tear_down(void **state)
{
	static const char *const names[] = {"c.csv", "c.yml", "c.txt", "sites.csv", "replies.yml"};
	char path[200];

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		snprintf(path, sizeof(path), "%s/%s", folder, names[i]);
		unlink(path);
	}
	return rmdir(folder);
}

static void
put_bytes(const char *name, const char *bytes, size_t length)
{
	char path[200];
	FILE *out;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	out = fopen(path, "w");
	assert_non_null(out);
	assert_int_equal(fwrite(bytes, 1, length, out), length);
	assert_int_equal(fclose(out), 0);
}

static void
put(const char *name, const char *text)
{
	put_bytes(name, text, strlen(text));
}

static struct clair_campaign_file *
read_as(const char *name, enum clair_lang lang, enum clair_status wanted)
{
	char path[200];
	struct clair_campaign_input input = {.path = path, .lang = lang, .resolve = clair_url_resolve, .site_of = clair_url_site};
	struct clair_campaign_file *file;
	enum clair_status status;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	status = clair_campaign_read(&file, &input);
	assert_non_null(file);
	if (status != wanted) {
		size_t count, untold;
		const struct clair_campaign_fault *faults = clair_campaign_faults(file, &count, &untold);

		for (size_t i = 0; i < count; i++)
			print_error("%u:%u: %s\n", faults[i].line, faults[i].column, faults[i].text);
	}
	assert_int_equal(status, wanted);
	return file;
}

/* "NAME:LINE:COLUMN: TEXT" a line, "(remark) " before what refuses nothing. */
static void
assert_faults(struct clair_campaign_file *file, const char *wanted)
{
	struct clair_buf said;
	size_t count, untold;
	const struct clair_campaign_fault *faults = clair_campaign_faults(file, &count, &untold);

	clair_buf_init(&said, 0);
	for (size_t i = 0; i < count; i++)
		clair_buf_printf(&said, "%s%s:%u:%u: %s\n", faults[i].is_remark ? "(remark) " : "", faults[i].path + strlen(folder) + 1,
		    faults[i].line, faults[i].column, faults[i].text);
	assert_string_equal(said.bytes, wanted);
	assert_int_equal(untold, 0);
	clair_buf_free(&said);
	clair_campaign_free(file);
}

static void
refuses(const char *name, const char *text, const char *wanted)
{
	put(name, text);
	assert_faults(read_as(name, CLAIR_FR, CLAIR_BAD_INPUT), wanted);
}

/* --- CSV --- */

static void
check_two_sites(const char *bytes, size_t length)
{
	struct clair_campaign_file *file;
	const struct clair_campaign *campaign;

	put_bytes("c.csv", bytes, length);
	file = read_as("c.csv", CLAIR_FR, CLAIR_OK);
	campaign = clair_campaign_of(file);
	assert_int_equal(campaign->site_count, 2);
	assert_string_equal(campaign->name, "c");
	assert_string_equal(campaign->sites[0].organisation, "Rennes, \"capitale\"");
	assert_string_equal(campaign->sites[0].siren, "213502388");
	assert_string_equal(campaign->sites[0].insee, "35238");
	assert_string_equal(campaign->sites[0].kind, "commune");
	assert_string_equal(campaign->sites[0].territory, "Ille-et-Vilaine");
	assert_string_equal(campaign->sites[0].key, "https://metropole.rennes.fr/");
	assert_string_equal(campaign->sites[0].host, "rennes.fr");
	assert_true(campaign->sites[0].own);
	assert_int_equal(campaign->sites[0].line, 2);
	assert_string_equal(campaign->sites[1].organisation, "Région Bretagne");
	assert_string_equal(campaign->sites[1].siren, "");
	assert_string_equal(campaign->sites[1].insee, "53");
	assert_string_equal(campaign->sites[1].kind, "region");
	assert_false(campaign->sites[1].own);
	clair_campaign_free(file);
}

static void
spreadsheets_write_csv_in_many_ways(void **state)
{
	static const char *const texts[] = {
		"organisation,siren,insee,type,territoire,adresse,propre\n"
		"\"Rennes, \"\"capitale\"\"\",213502388,35238,commune,Ille-et-Vilaine,https://metropole.rennes.fr,oui\n"
		"Région Bretagne,,53,region,,https://www.bretagne.bzh/,\n",
		/* A mark, semicolons, CRLF, English, accents, spaces, empty cells and rows at the end. */
		"\xEF\xBB\xBFOrganization;SIREN;INSEE;Kind;Territory;Address;Own;;\r\n"
		"\"Rennes, \"\"capitale\"\"\"; 213\xC2\xA0" "502\xE2\x80\xAF" "388 ;35238;Mairie;Ille-et-Vilaine;HTTPS://metropole.rennes.fr:443/;1;;\r\n"
		"Région Bretagne;;53;Région;;https://www.bretagne.bzh/;non;;\r\n;;;;;;;;\r\n\r\n",
		/* Another order, no end of line, CR alone, and the line that names the separator. */
		"sep=;\r\"Adresse\";\"Propre\";\"Organisme\";\"Code INSEE\";\"TYPE\";\"SIREN\";\"Territoire\"",
	};

	(void)state;
	check_two_sites(texts[0], strlen(texts[0]));
	check_two_sites(texts[1], strlen(texts[1]));
	put("c.csv", texts[2]);
	assert_faults(read_as("c.csv", CLAIR_FR, CLAIR_BAD_INPUT), "c.csv:0:0: cette campagne n’a aucun site\n");
}

static void
a_cell_may_hold_lines(void **state)
{
	struct clair_campaign_file *file;

	(void)state;
	put("c.csv", "organisation,adresse\r\n\"Mairie\r\nde Brest\",https://brest.fr\r\nQuimper,https://quimper.bzh\r\n");
	file = read_as("c.csv", CLAIR_FR, CLAIR_OK);
	assert_string_equal(clair_campaign_of(file)->sites[0].organisation, "Mairie\r\nde Brest");
	assert_int_equal(clair_campaign_of(file)->sites[1].line, 4);
	clair_campaign_free(file);
}

static void
all_faults_are_told_at_their_place(void **state)
{
	(void)state;
	refuses("c.csv",
	    "organisation;siren;insee;type;territoire;adresse;propre\n"
	    "Éa;213502389;35238;commune;;https://a.fr;oui\n"
	    "B;21350238800012;1001;comune;;www.b.fr;peut-être\n"
	    "C;12;2C004;commune;;ftp://c.fr;\n"
	    "D;;53;commune;;;\n"
	    "E;;;;;HTTPS://A.fr:443;\n"
	    "F;;;;;https://f.fr;;reste\n",
	    "c.csv:2:4: le SIREN « 213502389 » est faux : sa clé de contrôle ne correspond pas\n"
	    "c.csv:3:3: « 21350238800012 » est un SIRET. Le SIREN en est les neuf premiers chiffres\n"
	    "c.csv:3:23: le type « comune » n’existe pas. Vouliez-vous dire « commune » ?\n"
	    "c.csv:3:18: « 1001 » n’est pas un code INSEE : le tableur a sans doute effacé le zéro de « 01001 »\n"
	    "c.csv:3:40: « peut-être » n’est ni oui ni non\n"
	    "c.csv:3:31: l’adresse « www.b.fr » doit commencer par https:// ou http:// : écrivez https://www.b.fr\n"
	    "c.csv:4:3: « 12 » n’est pas un SIREN : il en faut neuf chiffres\n"
	    "c.csv:4:6: « 2C004 » n’a pas la forme d’un code INSEE. Exemples : 35238, 2A004, 97105\n"
	    "c.csv:4:21: « ftp://c.fr » n’est pas l’adresse d’un site : elle commence par https:// ou http://\n"
	    "c.csv:5:4: « 53 » n’a pas la forme d’un code INSEE. Exemples : 35238, 2A004, 97105\n"
	    "c.csv:5:0: il manque l’adresse du site\n"
	    "c.csv:6:7: le site « https://a.fr/ » est déjà à la ligne 2\n"
	    "c.csv:7:21: cette ligne a plus de cases que la première : un texte qui contient « ; » se met entre guillemets\n");
}

static void
the_first_row_is_checked(void **state)
{
	(void)state;
	refuses("c.csv", "organisation,siren\nA,\n",
	    "c.csv:1:1: il manque la colonne « adresse ». La première ligne donne les noms des colonnes : organisation, siren, "
	    "insee, type, territoire, adresse, propre\n");
	refuses("c.csv", "adresse,nom,URL\nhttps://a.fr,A,https://b.fr\n",
	    "c.csv:1:13: la colonne « URL » dit la même chose que la colonne 1\n");
	put("c.csv", "adresse,population,sirene\nhttps://a.fr,12,\n");
	assert_faults(read_as("c.csv", CLAIR_EN, CLAIR_OK),
	    "(remark) c.csv:1:9: the column “population” is not read\n"
	    "(remark) c.csv:1:20: the column “sirene” is not read. Did you mean “siren”?\n");
}

static void
broken_files_are_told(void **state)
{
	(void)state;
	refuses("c.csv", "adresse,nom\nhttps://a.fr,\"A\nhttps://b.fr,B\n", "c.csv:2:14: ce guillemet n’est jamais refermé\n");
	refuses("c.csv", "adresse,nom\nhttps://a.fr,\"A\"b\n",
	    "c.csv:2:17: du texte suit le guillemet fermant. Dans un texte entre guillemets, un guillemet s’écrit deux fois\n");
	refuses("c.csv", "adresse,nom\nhttps://a.fr,caf\xE9\n",
	    "c.csv:2:17: ce fichier n’est pas en UTF-8. Dans le tableur, enregistrez-le au format « CSV UTF-8 »\n");
	refuses("c.csv", "",
	    "c.csv:1:1: il manque la colonne « adresse ». La première ligne donne les noms des colonnes : organisation, siren, "
	    "insee, type, territoire, adresse, propre\n");
	put_bytes("c.csv", "adresse\nhttps://a\0b.fr\n", 24);
	assert_faults(read_as("c.csv", CLAIR_FR, CLAIR_BAD_INPUT), "c.csv:2:10: caractère nul dans le fichier\n");
	put("c.txt", "adresse\n");
	assert_faults(read_as("c.txt", CLAIR_FR, CLAIR_BAD_INPUT),
	    "c.txt:0:0: le nom d’un fichier de campagne finit par .csv, .yml ou .yaml\n");
}

static void
past_the_ceiling_faults_are_counted(void **state)
{
	struct clair_buf text;
	struct clair_campaign_file *file;
	size_t count, untold;

	(void)state;
	clair_buf_init(&text, 0);
	clair_buf_puts(&text, "adresse\n");
	for (int i = 0; i < CLAIR_CAMPAIGN_FAULTS + 7; i++)
		clair_buf_puts(&text, "nulle part\n");
	put("c.csv", text.bytes);
	file = read_as("c.csv", CLAIR_FR, CLAIR_BAD_INPUT);
	clair_campaign_faults(file, &count, &untold);
	assert_int_equal(count, CLAIR_CAMPAIGN_FAULTS);
	assert_int_equal(untold, 7);
	clair_campaign_free(file);
	clair_buf_free(&text);
}

static void
controls_of_the_file_are_not_said_again(void **state)
{
	(void)state;
	refuses("c.csv", "adresse\n\"\x1b[31m\"\n",
	    "c.csv:2:1: « ?[31m » n’est pas l’adresse d’un site : elle commence par https:// ou http://\n");
}

static void
thirty_five_thousand_rows_take_less_than_a_second(void **state)
{
	struct clair_buf text;
	struct clair_campaign_file *file;
	struct timespec from, to;
	double seconds;

	(void)state;
	clair_buf_init(&text, 0);
	clair_buf_puts(&text, "organisation;siren;insee;type;territoire;adresse\n");
	for (int i = 0; i < 35000; i++)
		clair_buf_printf(&text, "\"Commune de Saint-Exemple %d\";213502388;%02d%03d;commune;Territoire %d;https://www.commune-%d.fr/\n",
		    i, i / 1000 % 19 + 1, i % 1000, i / 1000, i);
	put("c.csv", text.bytes);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
	file = read_as("c.csv", CLAIR_FR, CLAIR_OK);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
	seconds = (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
	print_message("35,000 rows in %.2f s\n", seconds);
	assert_int_equal(clair_campaign_of(file)->site_count, 35000);
#ifndef __SANITIZE_ADDRESS__
	assert_true(seconds < 1);
#endif
	clair_campaign_free(file);
	clair_buf_free(&text);
}

/* --- Codes --- */

static void
codes_have_a_key_or_a_shape(void **state)
{
	static const char *const sirens[] = {"213502388", "732829320", "356000000", "000000000"};
	static const char *const not_sirens[] = {"213502389", "732829302", "21350238", "2135023880", "21350238a", "", "356000001"};
	static const char *const communes[] = {"35238", "2A004", "2B033", "97105", "97611", "98818", "01001", "95999"};
	static const char *const not_communes[] = {"2C004", "20004", "00001", "96001", "97001", "97905", "98501", "3523", "352380",
		"3523A", "2A04", "", "53", "A2004", "99100"};
	static const char *const areas[] = {"53", "11", "01", "2A", "974", "987", "94"};
	static const char *const not_areas[] = {"96", "20", "97", "979", "5", "", "2C", "35238"};

	(void)state;
	for (size_t i = 0; i < sizeof(sirens) / sizeof(*sirens); i++)
		assert_true(clair_is_siren(sirens[i]));
	for (size_t i = 0; i < sizeof(not_sirens) / sizeof(*not_sirens); i++)
		assert_false(clair_is_siren(not_sirens[i]));
	for (size_t i = 0; i < sizeof(communes) / sizeof(*communes); i++)
		assert_true(clair_is_insee_commune(communes[i]));
	for (size_t i = 0; i < sizeof(not_communes) / sizeof(*not_communes); i++)
		assert_false(clair_is_insee_commune(not_communes[i]));
	for (size_t i = 0; i < sizeof(areas) / sizeof(*areas); i++)
		assert_true(clair_is_insee_area(areas[i]));
	for (size_t i = 0; i < sizeof(not_areas) / sizeof(*not_areas); i++)
		assert_false(clair_is_insee_area(not_areas[i]));
}

/* --- YAML --- */

static const char whole[] =
    "campaign: bretagne-2027\ntitle: Sites de la Bretagne\npublisher: Association Clair\ncontact: contact@clair.example\n"
    "max-pages: 40\ndelay: 1.5\nhosts: 32\nlease: 600\nstore: campagne.db\narchive: warc\nmin-pages: 5\nmin-tests: 30\n"
    "sites-file: sites.csv\n"
    "opt-out:\n  - host: secret.fr\n    reason: Demande par lettre\n    date: 2027-01-31\n"
    "  - {address: 'https://b.fr/prive/', reason: Travaux, date: 2027-02-01}\n"
    "replies: replies.yml\n";

static void
a_campaign_in_yaml(void **state)
{
	struct clair_campaign_file *file;
	const struct clair_campaign *campaign;
	char path[200];

	(void)state;
	put("sites.csv", "organisation,adresse\nA,https://a.fr\nS,https://www.secret.fr\nB,https://b.fr/prive/mairie\nB2,https://b.fr/privee\n"
	                 "T,https://pas-secret.fr\n");
	put("replies.yml", "- address: https://a.fr\n  date: 2027-03-01\n  signed-by: Le maire\n  text: |\n    Nous corrigeons.\n\n    Merci.\n");
	put("c.yml", whole);
	file = read_as("c.yml", CLAIR_FR, CLAIR_OK);
	campaign = clair_campaign_of(file);
	assert_string_equal(campaign->name, "bretagne-2027");
	assert_string_equal(campaign->title, "Sites de la Bretagne");
	assert_string_equal(campaign->publisher, "Association Clair");
	assert_string_equal(campaign->contact, "contact@clair.example");
	assert_int_equal(campaign->max_pages, 40);
	assert_true(campaign->delay == 1.5);
	assert_int_equal(campaign->hosts, 32);
	assert_int_equal(campaign->lease, 600);
	snprintf(path, sizeof(path), "%s/campagne.db", folder);
	assert_string_equal(campaign->store, path);
	assert_int_equal(campaign->min_pages, 5);
	assert_int_equal(campaign->min_tests, 30);
	assert_int_equal(campaign->site_count, 5);
	assert_null(clair_campaign_opt_out(campaign, &campaign->sites[0]));
	assert_string_equal(clair_campaign_opt_out(campaign, &campaign->sites[1])->reason, "Demande par lettre");
	assert_string_equal(clair_campaign_opt_out(campaign, &campaign->sites[2])->day, "2027-02-01");
	assert_null(clair_campaign_opt_out(campaign, &campaign->sites[3]));
	assert_null(clair_campaign_opt_out(campaign, &campaign->sites[4]));
	assert_true(clair_opt_out_covers("a.fr", "https://a.fr:8080/x"));
	assert_true(clair_opt_out_covers("a.fr", "http://cdn.a.fr/"));
	assert_false(clair_opt_out_covers("a.fr", "https://b.fr/?a.fr"));
	assert_false(clair_opt_out_covers("www.a.fr", "https://a.fr/"));
	assert_true(clair_opt_out_covers("http://a.fr/x", "https://a.fr/x?y"));
	assert_true(clair_opt_out_covers("https://a.fr/x", "https://a.fr/x/y"));
	assert_false(clair_opt_out_covers("https://a.fr/x", "https://a.fr/xy"));
	assert_false(clair_opt_out_covers("https://a.fr/x", "https://www.a.fr/x"));
	assert_int_equal(campaign->reply_count, 1);
	assert_string_equal(campaign->replies[0].key, "https://a.fr/");
	assert_string_equal(campaign->replies[0].text, "Nous corrigeons.\n\nMerci.\n");
	clair_campaign_free(file);
}

static void
sites_may_stand_in_the_yaml(void **state)
{
	struct clair_campaign_file *file;

	(void)state;
	put("c.yml", "sites:\n  - https://a.fr\n  - {organisation: B, kind: région, adresse: https://b.fr, own: yes}\n"
	             "replies:\n  - {address: https://b.fr, date: 2027-01-02, text: Bonjour}\n");
	file = read_as("c.yml", CLAIR_FR, CLAIR_OK);
	assert_int_equal(clair_campaign_of(file)->site_count, 2);
	assert_string_equal(clair_campaign_of(file)->sites[1].kind, "region");
	assert_true(clair_campaign_of(file)->sites[1].own);
	assert_true(clair_campaign_of(file)->delay == -1);
	assert_int_equal(clair_campaign_of(file)->reply_count, 1);
	clair_campaign_free(file);
}

static void
faults_of_yaml(void **state)
{
	(void)state;
	put("sites.csv", "adresse\nhttps://a.fr\npas une adresse\n");
	refuses("c.yml",
	    "campaign: a b\ntitel: X\ncontact: moi\nmax-pages: beaucoup\ndelay: -1\nhosts: 2.5\nmax-pages: 3\n"
	    "sites-file: sites.csv\nsites:\n  - https://a.fr/\n  - {adress: https://c.fr}\n"
	    "opt-out:\n  - {host: Secret.fr, reason: ''}\n  - {reason: R, date: 2027-02-30}\n",
	    "c.yml:1:11: le nom « a b » n’est pas possible : lettres sans accent, chiffres, point, tirets\n"
	    "c.yml:2:1: la clé « titel » n’existe pas ici. Vouliez-vous dire « title » ?\n"
	    "c.yml:3:10: « contact » attend une adresse électronique ou celle d’une page, pas « moi »\n"
	    "c.yml:4:12: « max-pages » attend un nombre de 1 à 1000000, pas « beaucoup »\n"
	    "c.yml:5:8: « delay » attend un nombre de 0 à 3600, pas « -1 »\n"
	    "c.yml:6:8: « hosts » attend un nombre de 1 à 1024, pas « 2.5 »\n"
	    "c.yml:7:1: la clé « max-pages » est déjà donnée plus haut\n"
	    "sites.csv:3:1: « pas une adresse » n’est pas l’adresse d’un site : elle commence par https:// ou http://\n"
	    "c.yml:10:3: les sites sont donnés deux fois : gardez « sites » ou « sites-file »\n"
	    "c.yml:10:5: le site « https://a.fr/ » est déjà à la ligne 2\n"
	    "c.yml:11:6: la clé « adress » n’existe pas ici. Vouliez-vous dire « adresse » ?\n"
	    "c.yml:11:5: il manque l’adresse du site\n"
	    "c.yml:13:5: une demande de retrait donne sa raison (reason) et sa date (date)\n"
	    "c.yml:13:5: « Secret.fr » n’est pas un nom de serveur, en minuscules. Exemple : ville.fr\n"
	    "c.yml:14:23: « 2027-02-30 » n’est pas une date. Écrivez AAAA-MM-JJ, par exemple 2027-01-31\n"
	    "c.yml:14:5: une demande de retrait donne « host » ou « address », l’un des deux\n");
}

static void
files_that_are_not_there(void **state)
{
	char wanted[400];

	(void)state;
	snprintf(wanted, sizeof(wanted), "c.yml:1:13: le fichier « %s/absent.csv » n’existe pas\n"
	    "c.yml:2:10: le fichier « %s/absent.yml » n’existe pas\n", folder, folder);
	refuses("c.yml", "sites-file: absent.csv\nreplies: absent.yml\n", wanted);
	put("sites.csv", "adresse\n");
	refuses("c.yml", "sites-file: sites.csv\n", "c.yml:0:0: cette campagne n’a aucun site\n");
}

static void
broken_yaml(void **state)
{
	(void)state;
	refuses("c.yml", "sites:\n  - 'https://a.fr\n", "c.yml:3:1: ce n’est pas du YAML correct (found unexpected end of stream)\n");
	refuses("c.yml", "- https://a.fr\n", "c.yml:1:1: « campaign » attend des lignes « clé : valeur »\n");
	refuses("c.yml", "", "c.yml:1:1: ce fichier est vide\n");
	refuses("c.yml", "sites: https://a.fr\n", "c.yml:1:8: « sites » attend une liste, avec des tirets\n");
	refuses("c.yml", "sites: [https://a.fr]\nreplies:\n  - {address: https://b.fr, date: 2027-01-02, text: Bonjour}\n",
	    "c.yml:3:5: « https://b.fr » n’est l’adresse d’aucun site de la campagne\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(spreadsheets_write_csv_in_many_ways),
		cmocka_unit_test(a_cell_may_hold_lines),
		cmocka_unit_test(all_faults_are_told_at_their_place),
		cmocka_unit_test(the_first_row_is_checked),
		cmocka_unit_test(broken_files_are_told),
		cmocka_unit_test(past_the_ceiling_faults_are_counted),
		cmocka_unit_test(controls_of_the_file_are_not_said_again),
		cmocka_unit_test(thirty_five_thousand_rows_take_less_than_a_second),
		cmocka_unit_test(codes_have_a_key_or_a_shape),
		cmocka_unit_test(a_campaign_in_yaml),
		cmocka_unit_test(sites_may_stand_in_the_yaml),
		cmocka_unit_test(faults_of_yaml),
		cmocka_unit_test(files_that_are_not_there),
		cmocka_unit_test(broken_yaml),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
