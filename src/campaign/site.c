/* A row of the campaign file, checked. */
#include "base/nearest.h"
#include "campaign/reader.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST_FIELD = 2000, LONGEST_WORD = 128 };

static bool
is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static size_t
digits(const char *text)
{
	size_t count = 0;

	while (is_digit(text[count]))
		count++;
	return count;
}

/* --- Codes ------------------------------------------------------------------------------------------- */

bool
clair_is_siren(const char *text)
{
	unsigned sum = 0;

	if (digits(text) != 9 || text[9] != '\0')
		return false;
	for (unsigned i = 0; i < 9; i++) {
		const unsigned digit = (unsigned)(text[8 - i] - '0');
		const unsigned twice = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;

		sum += i % 2 == 0 ? digit : twice;
	}
	return sum % 10 == 0;
}

/* Bytes of the department that the text begins with: 01 to 95 but 20, 2A, 2B, 971 to 978, 984, 986 to 989; 0: none. */
static size_t
department(const char *text)
{
	int number;

	if (text[0] == '2' && (text[1] == 'A' || text[1] == 'B'))
		return 2;
	if (digits(text) < 2)
		return 0;
	number = (text[0] - '0') * 10 + text[1] - '0';
	if (number == 97)
		return text[2] >= '1' && text[2] <= '8' ? 3 : 0;
	if (number == 98)
		return text[2] != '\0' && strchr("46789", text[2]) != NULL ? 3 : 0;
	return number >= 1 && number <= 95 && number != 20 ? 2 : 0;
}

bool
clair_is_insee_commune(const char *text)
{
	const size_t length = department(text);

	return length != 0 && strlen(text) == 5 && digits(text + length) == 5 - length;
}

/* Régions in force since 2016, overseas ones included. */
static bool
is_region(const char *text)
{
	static const char *const codes[] = {"01", "02", "03", "04", "06", "11", "24", "27", "28", "32", "44", "52", "53",
		"75", "76", "84", "93", "94"};

	for (size_t i = 0; i < sizeof(codes) / sizeof(*codes); i++) {
		if (strcmp(codes[i], text) == 0)
			return true;
	}
	return false;
}

bool
clair_is_insee_area(const char *text)
{
	const size_t length = department(text);

	return is_region(text) || (length != 0 && text[length] == '\0');
}

/* --- Words ------------------------------------------------------------------------------------------- */

static const struct {
	const char *key, *fr, *en;
} kinds[] = {
#define KIND(key, fr, en) {key, fr, en},
	CLAIR_CAMPAIGN_KINDS(KIND)
#undef KIND
};

/* Other words that people write for a kind, folded. */
static const struct {
	const char *word, *key;
} kind_words[] = {{"mairie", "commune"}, {"ville", "commune"}, {"town", "commune"}, {"intercommunalite", "epci"},
	{"agglomeration", "epci"}, {"metropole", "epci"}, {"ministere", "etat"}, {"state", "etat"}, {"hopital", "sante"},
	{"hospital", "sante"}, {"universite", "enseignement"}, {"university", "enseignement"}, {"ecole", "enseignement"},
	{"school", "enseignement"}, {"company", "entreprise"}, {"other", "autre"}};

const char *
clair_campaign_kind_label(const char *kind, enum clair_lang lang)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		if (strcmp(kinds[i].key, kind) == 0)
			return lang == CLAIR_FR ? kinds[i].fr : kinds[i].en;
	}
	return kind;
}

/* The key of a kind, or NULL. */
static const char *
kind_of(const char *text, struct clair_nearest *near)
{
	char folded[LONGEST_WORD];
	char label[LONGEST_WORD];
	const char *found = NULL;

	clair_campaign_fold(folded, sizeof(folded), text, '\0');
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		const char *labels[] = {kinds[i].key, kinds[i].fr, kinds[i].en};

		clair_nearest_try(near, kinds[i].key);
		for (size_t j = 0; j < 3 && found == NULL; j++) {
			clair_campaign_fold(label, sizeof(label), labels[j], '\0');
			if (strcmp(label, folded) == 0)
				found = kinds[i].key;
		}
	}
	for (size_t i = 0; i < sizeof(kind_words) / sizeof(*kind_words) && found == NULL; i++) {
		if (strcmp(kind_words[i].word, folded) == 0)
			found = kind_words[i].key;
	}
	return found;
}

/* Of the columns and of the keys: folded names; the first two of each field are told. */
static const char *const field_names[CLAIR_FIELD_COUNT][6] = {
	[CLAIR_FIELD_ORGANISATION] = {"organisation", "organization", "organisme", "nom", "name"},
	[CLAIR_FIELD_SIREN] = {"siren"},
	[CLAIR_FIELD_INSEE] = {"insee", "codeinsee", "cog"},
	[CLAIR_FIELD_KIND] = {"type", "kind"},
	[CLAIR_FIELD_TERRITORY] = {"territoire", "territory"},
	[CLAIR_FIELD_ADDRESS] = {"adresse", "address", "url", "site", "siteinternet", "siteweb"},
	[CLAIR_FIELD_OWN] = {"propre", "own"},
};

enum clair_campaign_field
clair_campaign_field_of(const char *name, const char **nearest)
{
	char folded[LONGEST_WORD];
	struct clair_nearest near;

	clair_campaign_fold(folded, sizeof(folded), name, '\0');
	clair_nearest_start(&near, folded);
	for (int i = 0; i < CLAIR_FIELD_COUNT; i++) {
		for (size_t j = 0; j < 6 && field_names[i][j] != NULL; j++) {
			if (strcmp(field_names[i][j], folded) == 0)
				return (enum clair_campaign_field)i;
			clair_nearest_try(&near, field_names[i][j]);
		}
	}
	*nearest = folded[0] == '\0' ? NULL : near.best;
	return CLAIR_FIELD_COUNT;
}

/* --- Fields ------------------------------------------------------------------------------------------ */

struct site_reading {
	struct clair_campaign_file *file;
	const struct clair_campaign_row *row;
	struct clair_campaign_site site;
};

#define BLAME(reading, field, ...) clair_campaign_blame((reading)->file, &(reading)->row->at[field], __VA_ARGS__)

/* Bytes of the space that the text begins with: ASCII, U+00A0 or U+202F. */
static size_t
space_at(const char *text)
{
	if (*text == ' ' || *text == '\t' || *text == '\n' || *text == '\r')
		return 1;
	if (strncmp(text, "\xC2\xA0", 2) == 0)
		return 2;
	return strncmp(text, "\xE2\x80\xAF", 3) == 0 ? 3 : 0;
}

/* The text of a field without the spaces around it. */
static const char *
trimmed(struct site_reading *reading, enum clair_campaign_field field)
{
	const char *text = reading->row->text[field];
	const char *end;

	if (text == NULL)
		return "";
	while (space_at(text) != 0)
		text += space_at(text);
	end = text;
	for (const char *at = text; *at != '\0';) {
		const size_t space = space_at(at);

		at += space != 0 ? space : 1;
		end = space != 0 ? end : at;
	}
	if (end - text > LONGEST_FIELD) {
		BLAME(reading, field, "ce texte est trop long : %d octets au plus", "this text is too long: at most %d bytes",
		    (int)LONGEST_FIELD);
		return "";
	}
	return end == text ? "" : clair_strndup(&reading->file->mem, text, (size_t)(end - text));
}

/* Without any space, for numbers that are written by groups. */
static const char *
closed_up(struct site_reading *reading, enum clair_campaign_field field)
{
	char *text = (char *)(uintptr_t)trimmed(reading, field);
	char *out = text;

	for (const char *at = text; *at != '\0';) {
		const size_t space = space_at(at);

		if (space == 0)
			*out++ = *at++;
		at += space;
	}
	if (out != text || *text != '\0')
		*out = '\0';
	return text;
}

static void
take_siren(struct site_reading *reading)
{
	const char *text = closed_up(reading, CLAIR_FIELD_SIREN);

	reading->site.siren = text;
	if (text[0] == '\0' || clair_is_siren(text))
		return;
	if (digits(text) == 14 && text[14] == '\0')
		BLAME(reading, CLAIR_FIELD_SIREN, "« %s » est un SIRET. Le SIREN en est les neuf premiers chiffres",
		    "“%s” is a SIRET. The SIREN is its first nine digits", text);
	else if (digits(text) == 9 && text[9] == '\0')
		BLAME(reading, CLAIR_FIELD_SIREN, "le SIREN « %s » est faux : sa clé de contrôle ne correspond pas",
		    "the SIREN “%s” is wrong: its check digit does not match", text);
	else
		BLAME(reading, CLAIR_FIELD_SIREN, "« %s » n’est pas un SIREN : il en faut neuf chiffres",
		    "“%s” is not a SIREN: it takes nine digits", text);
}

static void
take_kind(struct site_reading *reading)
{
	const char *text = trimmed(reading, CLAIR_FIELD_KIND);
	struct clair_nearest near;

	clair_nearest_start(&near, text);
	reading->site.kind = text[0] == '\0' ? "" : kind_of(text, &near);
	if (reading->site.kind == NULL)
		BLAME(reading, CLAIR_FIELD_KIND, "le type « %s » n’existe pas%s", "there is no kind “%s”%s", text,
		    clair_campaign_did_you_mean(reading->file, near.best));
}

/* After the kind. */
static void
take_insee(struct site_reading *reading)
{
	char *text = (char *)(uintptr_t)closed_up(reading, CLAIR_FIELD_INSEE);
	const bool of_commune = reading->site.kind != NULL && strcmp(reading->site.kind, "commune") == 0;
	char padded[6];

	reading->site.insee = text;
	if (text[0] == '2' && (text[1] == 'a' || text[1] == 'b'))
		text[1] = (char)(text[1] - 'a' + 'A');
	if (text[0] == '\0' || clair_is_insee_commune(text) || (!of_commune && clair_is_insee_area(text)))
		return;
	if (digits(text) == 4 && text[4] == '\0') {
		padded[0] = '0';
		memcpy(padded + 1, text, 5);
		BLAME(reading, CLAIR_FIELD_INSEE,
		    "« %s » n’est pas un code INSEE : le tableur a sans doute effacé le zéro de « %s »",
		    "“%s” is not an INSEE code: the spreadsheet has probably removed the zero of “%s”", text, padded);
		return;
	}
	BLAME(reading, CLAIR_FIELD_INSEE, "« %s » n’a pas la forme d’un code INSEE. Exemples : 35238, 2A004, 97105",
	    "“%s” is not shaped as an INSEE code. Examples: 35238, 2A004, 97105", text);
}

static void
take_own(struct site_reading *reading)
{
	static const char *const yes[] = {"oui", "yes", "true", "vrai", "1", "x", "on"};
	static const char *const no[] = {"", "non", "no", "false", "faux", "0", "off"};
	const char *text = trimmed(reading, CLAIR_FIELD_OWN);
	char folded[LONGEST_WORD];

	clair_campaign_fold(folded, sizeof(folded), text, '\0');
	for (size_t i = 0; i < sizeof(yes) / sizeof(*yes); i++) {
		reading->site.own |= strcmp(yes[i], folded) == 0;
		if (strcmp(no[i], folded) == 0)
			return;
	}
	if (!reading->site.own)
		BLAME(reading, CLAIR_FIELD_OWN, "« %s » n’est ni oui ni non", "“%s” is neither yes nor no", text);
}

static bool
is_web(const char *address)
{
	return strncmp(address, "https://", 8) == 0 || strncmp(address, "http://", 7) == 0;
}

static void
blame_address(struct site_reading *reading, const char *text)
{
	if (strstr(text, "://") == NULL && strchr(text, '.') != NULL && strcspn(text, " \t@") == strlen(text))
		BLAME(reading, CLAIR_FIELD_ADDRESS, "l’adresse « %s » doit commencer par https:// ou http:// : écrivez https://%s",
		    "the address “%s” must begin with https:// or http://: write https://%s", text, text);
	else
		BLAME(reading, CLAIR_FIELD_ADDRESS, "« %s » n’est pas l’adresse d’un site : elle commence par https:// ou http://",
		    "“%s” is not the address of a site: it begins with https:// or http://", text);
}

/* Copies a text of malloc, and frees it. */
static const char *
adopt(struct clair_arena *mem, char *text)
{
	const char *copy = text == NULL ? "" : clair_strdup(mem, text);

	free(text);
	return copy;
}

static void
take_address(struct site_reading *reading)
{
	struct clair_campaign_file *file = reading->file;
	const struct clair_campaign_input *input = file->input;
	const char *text = trimmed(reading, CLAIR_FIELD_ADDRESS);
	char *key;

	if (text[0] == '\0') {
		clair_campaign_blame(file, &reading->row->place, "il manque l’adresse du site",
		    "the address of the site is missing");
		return;
	}
	key = input->resolve(input->payload, NULL, text);
	if (key == NULL || !is_web(key)) {
		free(key);
		blame_address(reading, text);
		return;
	}
	reading->site.key = adopt(&file->mem, key);
	reading->site.address = reading->site.key;
	reading->site.host = adopt(&file->mem, input->site_of(reading->site.key));
}

/* A site with a fault is kept too until the end of the file, so that its double is told. */
static void
keep(struct site_reading *reading)
{
	struct clair_campaign_file *file = reading->file;
	const uint32_t count = file->campaign.site_count;
	const char *key = reading->site.key;
	void **slot = clair_map_at(&file->by_key, key, strlen(key));
	struct clair_campaign_site *sites;

	if (slot != NULL && *slot != NULL) {
		BLAME(reading, CLAIR_FIELD_ADDRESS, "le site « %s » est déjà à la ligne %u", "the site “%s” is already on line %u",
		    key, file->sites[(uintptr_t)*slot - 1].line);
		return;
	}
	if (count >= CLAIR_CAMPAIGN_SITES) {
		BLAME(reading, CLAIR_FIELD_ADDRESS, "une campagne a %d sites au plus", "a campaign has at most %d sites",
		    (int)CLAIR_CAMPAIGN_SITES);
		return;
	}
	sites = clair_campaign_grow(&file->mem, file->sites, count, sizeof(*sites));
	if (sites == NULL || slot == NULL)
		return;
	file->sites = sites;
	sites[count] = reading->site;
	file->campaign.sites = sites;
	file->campaign.site_count = count + 1;
	*slot = (void *)(uintptr_t)(count + 1);
}

void
clair_campaign_take(struct clair_campaign_file *file, const struct clair_campaign_row *row)
{
	struct site_reading reading = {.file = file, .row = row};

	reading.site.line = row->place.line;
	reading.site.organisation = trimmed(&reading, CLAIR_FIELD_ORGANISATION);
	reading.site.territory = trimmed(&reading, CLAIR_FIELD_TERRITORY);
	take_siren(&reading);
	take_kind(&reading);
	take_insee(&reading);
	take_own(&reading);
	take_address(&reading);
	if (reading.site.key != NULL)
		keep(&reading);
}
