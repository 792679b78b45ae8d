/* Makes a rule of what a section says, and refuses what cannot be meant. */
#include "engine/declared.h"
#include "engine/registry.h"

#include "base/buf.h"
#include "dom/page.h"
#include "score/score.h"

#include <stdlib.h>
#include <string.h>

#define BIT(form) (1u << CLAIR_FORM_##form)
#define ON_ELEMENTS (BIT(EXISTS) | BIT(REQUIRES) | BIT(COUNT) | BIT(METRIC))
#define ANY (ON_ELEMENTS | BIT(REPLACE))

/* KEY(id, word of the file, forms that take it, forms that need it) */
#define KEYS(KEY) \
	KEY(FORM, "form", ANY, ANY) \
	KEY(ON, "on", ON_ELEMENTS, ON_ELEMENTS) \
	KEY(WHEN, "when", ON_ELEMENTS, 0) \
	KEY(MATCH, "match", BIT(EXISTS) | BIT(REQUIRES) | BIT(COUNT), 0) \
	KEY(MUST, "must", BIT(REQUIRES), 0) \
	KEY(MEASURE, "measure", BIT(METRIC), BIT(METRIC)) \
	KEY(MIN, "min", BIT(COUNT) | BIT(METRIC), 0) \
	KEY(MAX, "max", BIT(COUNT) | BIT(METRIC), 0) \
	KEY(REPLACE, "replace", BIT(REPLACE), BIT(REPLACE)) \
	KEY(SCOPE, "scope", ANY, 0) \
	KEY(HIDDEN, "hidden", ON_ELEMENTS, 0) \
	KEY(SEVERITY, "severity", ANY, ANY) \
	KEY(RGAA, "rgaa", ANY, 0) \
	KEY(WCAG, "wcag", ANY, 0) \
	KEY(WHO, "who", ANY, 0) \
	KEY(TITLE_FR, "title.fr", ANY, ANY) \
	KEY(TITLE_EN, "title.en", ANY, 0) \
	KEY(FR, "fr", ANY, ANY) \
	KEY(EN, "en", ANY, 0) \
	KEY(WHY_FR, "why.fr", ANY, ANY) \
	KEY(WHY_EN, "why.en", ANY, 0) \
	KEY(REMEDY_FR, "remedy.fr", ANY, ANY) \
	KEY(REMEDY_EN, "remedy.en", ANY, 0) \
	KEY(LIMITS_FR, "limits.fr", ANY, 0) \
	KEY(LIMITS_EN, "limits.en", ANY, 0) \
	KEY(FAIL, "fail", ANY, ANY) \
	KEY(PASS, "pass", ANY, ANY)

enum key {
#define KEY(id, ...) KEY_##id,
	KEYS(KEY)
#undef KEY
	KEY_COUNT,
};

static const struct {
	const char *word;
	unsigned taken, needed;
} keys[] = {
#define KEY(id, word, taken, needed) [KEY_##id] = {word, taken, needed},
	KEYS(KEY)
#undef KEY
};

static const struct {
	const char *word, *arguments;
} forms[] = {
#define FORM(id, word, arguments) [CLAIR_FORM_##id] = {word, arguments},
	CLAIR_DECLARED_FORMS(FORM)
#undef FORM
};

struct maker {
	struct clair_rule_set *set;
	struct clair_arena *mem;
	const struct clair_declared_section *section;
	const struct clair_declared_entry *values[KEY_COUNT]; /* of examples, the first */
	struct clair_declared_rule *rule;
};

#define BLAME(maker, line, ...) \
	clair_declared_blame((maker)->set, (maker)->section->file, line, __VA_ARGS__)

static const char *
value_of(const struct maker *maker, enum key key)
{
	return maker->values[key] == NULL ? NULL : maker->values[key]->value;
}

static unsigned
line_of(const struct maker *maker, enum key key)
{
	return maker->values[key] == NULL ? maker->section->line : maker->values[key]->line;
}

/* --- The name ---------------------------------------------------------------------------------------- */

static bool
is_theme(const char *name, size_t length)
{
	for (size_t i = 0; i < clair_rules_count; i++) {
		if (strncmp(clair_rules[i]->id, name, length) == 0 && clair_rules[i]->id[length] == '/')
			return true;
	}
	return false;
}

static const char *
list_themes(struct clair_arena *mem)
{
	struct clair_buf list;
	const char *text;

	clair_buf_init(&list, 0);
	for (size_t i = 0; i < clair_rules_count; i++) {
		const char *id = clair_rules[i]->id;
		size_t length = strcspn(id, "/");

		if (i > 0 && strncmp(clair_rules[i - 1]->id, id, length + 1) == 0)
			continue;
		clair_buf_printf(&list, "%s%.*s", i == 0 ? "" : ", ", (int)length, id);
	}
	text = clair_strdup(mem, list.bytes);
	clair_buf_free(&list);
	return text;
}

static bool
name_rule(struct maker *maker)
{
	const char *name = maker->section->name;
	const char *slash = strchr(name, '/');
	struct clair_rule *rule = &maker->rule->rule;

	if (slash == NULL || slash[1] == '\0' || strlen(name) > 80 ||
	    strspn(slash + 1, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen(slash + 1))
		return BLAME(maker, maker->section->line,
		    "le nom d’une règle est [thème/nom], en minuscules sans accent, chiffres et tirets : [images/nom-de-fichier]",
		    "the name of a rule is [theme/name], in lower-case letters, digits and dashes: [images/file-name]");
	if (!is_theme(name, (size_t)(slash - name)))
		return BLAME(maker, maker->section->line, "ce thème n’existe pas. Choix : %s",
		    "there is no such theme. Choices: %s", list_themes(maker->mem));
	rule->id = clair_asprintf(maker->mem, CLAIR_DECLARED "%s", name);
	for (size_t i = 0; i < maker->set->count; i++) {
		const struct clair_declared_rule *other = maker->set->rules[i];

		if (strcmp(other->rule.id, rule->id) == 0)
			return BLAME(maker, maker->section->line, "cette règle existe déjà : %s",
			    "this rule is already there: %s", other->rule.place);
	}
	maker->rule->file = maker->section->file;
	maker->rule->line = maker->section->line;
	rule->place = clair_asprintf(maker->mem, "%s:%u", maker->section->file, maker->section->line);
	rule->since = CLAIR_VERSION;
	return true;
}

/* --- Keys -------------------------------------------------------------------------------------------- */

static const char *
list_keys(struct clair_arena *mem)
{
	struct clair_buf list;
	const char *text;

	clair_buf_init(&list, 0);
	for (int i = 0; i < KEY_COUNT; i++)
		clair_buf_printf(&list, "%s%s", i == 0 ? "" : ", ", keys[i].word);
	text = clair_strdup(mem, list.bytes);
	clair_buf_free(&list);
	return text;
}

static bool
add_example(struct maker *maker, const struct clair_declared_entry *entry, bool fails)
{
	struct clair_declared_rule *rule = maker->rule;

	if (rule->example_count == CLAIR_DECLARED_EXAMPLES)
		return BLAME(maker, entry->line, "une règle a au plus %d exemples", "a rule has at most %d examples",
		    CLAIR_DECLARED_EXAMPLES);
	if (rule->examples == NULL)
		rule->examples = clair_alloc_array(maker->mem, CLAIR_DECLARED_EXAMPLES, sizeof(*rule->examples));
	if (rule->examples != NULL)
		rule->examples[rule->example_count++] =
		    (struct clair_declared_example){entry->value, entry->line, fails};
	return true;
}

static bool
take_entry(struct maker *maker, const struct clair_declared_entry *entry)
{
	int key = 0;

	while (key < KEY_COUNT && strcmp(keys[key].word, entry->key) != 0)
		key++;
	if (key == KEY_COUNT)
		return BLAME(maker, entry->line, "la clé « %s » n’existe pas. Choix : %s",
		    "there is no key “%s”. Choices: %s", entry->key, list_keys(maker->mem));
	if (entry->value[0] == '\0')
		return BLAME(maker, entry->line, "« %s » n’a pas de valeur", "“%s” has no value", entry->key);
	if (maker->values[key] != NULL && key != KEY_FAIL && key != KEY_PASS)
		return BLAME(maker, entry->line, "« %s » est déjà donné ligne %u", "“%s” was already given on line %u",
		    entry->key, maker->values[key]->line);
	if (maker->values[key] == NULL)
		maker->values[key] = entry;
	return (key != KEY_FAIL && key != KEY_PASS) || add_example(maker, entry, key == KEY_FAIL);
}

static bool
take_form(struct maker *maker)
{
	const char *word = value_of(maker, KEY_FORM);

	for (int form = 0; word != NULL && form < CLAIR_FORM_COUNT_OF_FORMS; form++) {
		if (strcmp(forms[form].word, word) == 0) {
			maker->rule->form = (enum clair_declared_form)form;
			return true;
		}
	}
	return BLAME(maker, line_of(maker, KEY_FORM),
	    "il faut « form = » suivi de exists, requires, replace, count ou metric",
	    "“form =” is wanted, with exists, requires, replace, count or metric");
}

static bool
check_keys(struct maker *maker)
{
	const unsigned bit = 1u << maker->rule->form;
	const char *form = forms[maker->rule->form].word;

	for (int key = 0; key < KEY_COUNT; key++) {
		if (maker->values[key] != NULL && (keys[key].taken & bit) == 0)
			return BLAME(maker, maker->values[key]->line, "« %s » ne va pas avec « form = %s »",
			    "“%s” does not go with “form = %s”", keys[key].word, form);
		if (maker->values[key] == NULL && (keys[key].needed & bit) != 0)
			return BLAME(maker, maker->section->line, "il manque « %s = » à cette règle",
			    "“%s =” is missing in this rule", keys[key].word);
	}
	if (maker->rule->form == CLAIR_FORM_REQUIRES && maker->values[KEY_MUST] == NULL &&
	    maker->values[KEY_MATCH] == NULL)
		return BLAME(maker, maker->section->line, "il manque « must = » ou « match = » à cette règle",
		    "“must =” or “match =” is missing in this rule");
	if ((bit & (BIT(COUNT) | BIT(METRIC))) != 0 && maker->values[KEY_MIN] == NULL &&
	    maker->values[KEY_MAX] == NULL)
		return BLAME(maker, maker->section->line, "il manque « min = » ou « max = » à cette règle",
		    "“min =” or “max =” is missing in this rule");
	return true;
}

/* --- Lists of words ---------------------------------------------------------------------------------- */

/* The next word of a list with commas or spaces, copied; NULL at the end. */
static const char *
next_word(struct clair_arena *mem, const char **list)
{
	const char *start = *list + strspn(*list, ", \t\n");
	size_t length = strcspn(start, ", \t\n");

	*list = start + length;
	return length == 0 ? NULL : clair_strndup(mem, start, length);
}

static size_t
count_words(const char *list)
{
	size_t count = 0;

	while (*(list += strspn(list, ", \t\n")) != '\0') {
		list += strcspn(list, ", \t\n");
		count++;
	}
	return count;
}

static bool
take_tag(struct maker *maker, const char *name, uint16_t *tags, size_t *count)
{
	const enum clair_tag tag = clair_tag_of(name, strlen(name));

	if (tag == CLAIR_TAG_OTHER && strchr(name, '-') == NULL)
		return BLAME(maker, line_of(maker, KEY_ON),
		    "« %s » n’est pas un élément de HTML. Écrivez des noms en minuscules, ou * pour tous",
		    "“%s” is no element of HTML. Write names in lower case, or * for all", name);
	if (tag == CLAIR_TAG_OTHER)
		maker->rule->names[maker->rule->name_count++] = name;
	for (size_t i = 0; i < *count; i++) {
		if (tags[i] == tag)
			return true;
	}
	tags[(*count)++] = (uint16_t)tag;
	return true;
}

static bool
take_on(struct maker *maker)
{
	const char *list = value_of(maker, KEY_ON);
	struct clair_rule *rule = &maker->rule->rule;
	uint16_t *tags;
	size_t words;

	if (list == NULL)
		return true;
	words = count_words(list);
	if (strcmp(list, "*") == 0) {
		maker->rule->on_all = true;
		return true;
	}
	tags = clair_alloc_array(maker->mem, words + 1, sizeof(*tags));
	maker->rule->names = clair_alloc_array(maker->mem, words + 1, sizeof(const char *));
	if (tags == NULL || maker->rule->names == NULL)
		return false;
	rule->on_tags.list = tags;
	for (const char *word; (word = next_word(maker->mem, &list)) != NULL;) {
		if (!take_tag(maker, word, tags, &rule->on_tags.count))
			return false;
	}
	return rule->on_tags.count > 0 ||
	    BLAME(maker, line_of(maker, KEY_ON), "« on » n’a pas de nom", "“on” has no name");
}

static bool
take_ids(struct maker *maker, enum key key, const char *const **ids, bool (*is_known)(const char *))
{
	const char *list = value_of(maker, key);
	const char **out;
	size_t count = 0;

	if (list == NULL)
		return true;
	out = clair_alloc_array(maker->mem, count_words(list) + 1, sizeof(const char *));
	if (out == NULL)
		return false;
	for (const char *id; (id = next_word(maker->mem, &list)) != NULL;) {
		if (!is_known(id))
			return BLAME(maker, line_of(maker, key), "« %s » n’est pas dans la liste : %s",
			    "“%s” is not in the list: %s", id, key == KEY_RGAA ? "RGAA " CLAIR_RGAA_VERSION ", 1.1.1…"
			                                                       : "WCAG " CLAIR_WCAG_VERSION ", 1.1.1…");
		out[count++] = id;
	}
	*ids = out;
	return true;
}

static bool
take_who(struct maker *maker)
{
	const char *list = value_of(maker, KEY_WHO);

	maker->rule->rule.who = list == NULL || strcmp(list, "everyone") == 0 ? CLAIR_EVERYONE : 0;
	if (maker->rule->rule.who != 0)
		return true;
	for (const char *word; (word = next_word(maker->mem, &list)) != NULL;) {
		unsigned persona = 0;

		while (persona < CLAIR_PERSONA_COUNT &&
		    strcmp(clair_persona_name((enum clair_persona)persona), word) != 0)
			persona++;
		if (persona == CLAIR_PERSONA_COUNT)
			return BLAME(maker, line_of(maker, KEY_WHO),
			    "« %s » n’existe pas. Choix : everyone, blind, low-vision, deaf, motor, low-literacy, newcomer, cognitive, phone-only, elderly",
			    "there is no “%s”. Choices: everyone, blind, low-vision, deaf, motor, low-literacy, newcomer, cognitive, phone-only, elderly",
			    word);
		maker->rule->rule.who |= 1u << persona;
	}
	return true;
}

/* --- Words of a closed list ---------------------------------------------------------------------------- */

struct choice {
	const char *word;
	int value;
};

static bool
take_choice(struct maker *maker, enum key key, const struct choice *choices, const char *list, int *value)
{
	const char *word = value_of(maker, key);

	if (word == NULL)
		return true;
	for (; choices->word != NULL; choices++) {
		if (strcmp(choices->word, word) == 0) {
			*value = choices->value;
			return true;
		}
	}
	return BLAME(maker, line_of(maker, key), "« %s » n’est pas possible pour « %s ». Choix : %s",
	    "“%s” is not possible for “%s”. Choices: %s", word, keys[key].word, list);
}

static bool
take_choices(struct maker *maker)
{
	static const struct choice severities[] = {{"review", CLAIR_SEVERITY_REVIEW}, {"minor", CLAIR_MINOR},
	    {"major", CLAIR_MAJOR}, {"blocking", CLAIR_BLOCKING}, {NULL, 0}};
	static const struct choice scopes[] = {{"page", CLAIR_REGION_ANY}, {"main", CLAIR_IN_MAIN},
	    {"header", CLAIR_IN_HEADER}, {"nav", CLAIR_IN_NAV}, {"footer", CLAIR_IN_FOOTER},
	    {"aside", CLAIR_IN_ASIDE}, {NULL, 0}};
	static const struct choice answers[] = {{"no", 0}, {"yes", 1}, {NULL, 0}};
	struct clair_declared_rule *rule = maker->rule;
	int severity = CLAIR_MINOR;
	int hidden = 0;

	rule->region = rule->form == CLAIR_FORM_REPLACE ? (int)CLAIR_IN_MAIN : CLAIR_REGION_ANY;
	if (!take_choice(maker, KEY_SEVERITY, severities, "review, minor, major, blocking", &severity) ||
	    !take_choice(maker, KEY_SCOPE, scopes, "page, main, header, nav, footer, aside", &rule->region) ||
	    !take_choice(maker, KEY_HIDDEN, answers, "yes, no", &hidden))
		return false;
	rule->review = severity == CLAIR_SEVERITY_REVIEW;
	rule->rule.severity = rule->review ? CLAIR_MINOR : (enum clair_severity)severity;
	rule->hidden = hidden != 0;
	return true;
}

/* --- Conditions ---------------------------------------------------------------------------------------- */

static bool
take_xpath(struct maker *maker, enum key key, const struct clair_xpath **out)
{
	const char *text = value_of(maker, key);
	struct clair_xpath_fault fault;

	if (text == NULL)
		return true;
	*out = clair_xpath_read(text, maker->mem, &fault);
	if (*out != NULL)
		return true;
	if (fault.fr == NULL)
		return false;
	return BLAME(maker, line_of(maker, key), "%s, au signe %zu : %s (« %.40s »)",
	    "%s, at byte %zu: %s (“%.40s”)", keys[key].word, fault.at + 1,
	    maker->set->lang == CLAIR_FR ? fault.fr : fault.en, text + fault.at);
}

/* `%.40s` may cut a character: no matter, since what stands there is a sign of XPath or follows one. */

static bool
take_number(struct maker *maker, enum key key, bool *given, double *out)
{
	const char *text = value_of(maker, key);
	size_t digits;

	if (text == NULL)
		return true;
	digits = strspn(text, "0123456789");
	if (digits == 0 || digits > 9 || text[digits] != '\0')
		return BLAME(maker, line_of(maker, key), "« %s » attend un nombre entier, pas « %.40s »",
		    "“%s” takes a whole number, not “%.40s”", keys[key].word, text);
	*given = true;
	*out = (double)strtoul(text, NULL, 10);
	return true;
}

static bool
take_measure(struct maker *maker)
{
	const char *text = value_of(maker, KEY_MEASURE);
	struct clair_declared_rule *rule = maker->rule;

	if (!take_number(maker, KEY_MIN, &rule->has_min, &rule->min) ||
	    !take_number(maker, KEY_MAX, &rule->has_max, &rule->max))
		return false;
	if (rule->has_min && rule->has_max && rule->min > rule->max)
		return BLAME(maker, line_of(maker, KEY_MIN), "« min » est plus grand que « max »",
		    "“min” is greater than “max”");
	if (text == NULL)
		return true;
	if (strcmp(text, "words") == 0)
		rule->measured = CLAIR_BY_WORDS;
	else if (strcmp(text, "characters") == 0)
		rule->measured = CLAIR_BY_CHARACTERS;
	else
		return take_xpath(maker, KEY_MEASURE, &rule->measure);
	return true;
}

static bool
take_regex(struct maker *maker, unsigned line, const char *expression, size_t length, const char *flags)
{
	const char *error;

	maker->rule->regex = clair_regex_new(expression, length, flags, maker->mem, &error);
	if (maker->rule->regex != NULL)
		return true;
	if (error == NULL)
		return false;
	return BLAME(maker, line, "expression fausse : %s", "wrong expression: %s", error);
}

static bool
take_subject(struct maker *maker, const char *subject)
{
	struct clair_declared_rule *rule = maker->rule;

	if (subject[0] == '@' && subject[1] != '\0') {
		rule->subject = CLAIR_OF_ATTRIBUTE;
		rule->attribute = subject + 1;
	} else if (strcmp(subject, "text") == 0) {
		rule->subject = CLAIR_OF_TEXT;
	} else if (strcmp(subject, "name") == 0) {
		rule->subject = CLAIR_OF_NAME;
	}
	return rule->subject != CLAIR_NO_SUBJECT;
}

/* @alt ~ /expression/flags */
static bool
take_match(struct maker *maker)
{
	const char *text = value_of(maker, KEY_MATCH);
	const char *open = text == NULL ? NULL : strchr(text, '/');
	const char *close = text == NULL ? NULL : strrchr(text, '/');
	const char *words;
	const char *subject;
	const char *sign;

	if (text == NULL)
		return true;
	words = open == NULL ? "" : clair_strndup(maker->mem, text, (size_t)(open - text));
	subject = next_word(maker->mem, &words);
	sign = next_word(maker->mem, &words);
	if (subject == NULL || sign == NULL || next_word(maker->mem, &words) != NULL || close == open ||
	    (strcmp(sign, "~") != 0 && strcmp(sign, "!~") != 0) || !take_subject(maker, subject))
		return BLAME(maker, line_of(maker, KEY_MATCH),
		    "il faut « match = @attribut ~ /expression/ », ou text ou name au lieu de @attribut, ou !~ au lieu de ~",
		    "“match = @attribute ~ /expression/” is wanted, or text or name for @attribute, or !~ for ~");
	maker->rule->wants_absence = sign[0] == '!';
	return take_regex(maker, line_of(maker, KEY_MATCH), open + 1, (size_t)(close - open - 1), close + 1);
}

/* --- Words to replace ---------------------------------------------------------------------------------- */

static bool
take_pair(struct maker *maker, const char *line, size_t length, unsigned number)
{
	static const char *const arrows[] = {"=>", "→"};
	struct clair_declared_word *pair = &maker->rule->words[maker->rule->word_count];

	for (size_t i = 0; i < CLAIR_LEN(arrows); i++) {
		const char *arrow = memmem(line, length, arrows[i], strlen(arrows[i]));
		const char *plain;
		size_t before;

		if (arrow == NULL)
			continue;
		for (before = (size_t)(arrow - line); before > 0 && line[before - 1] == ' ';)
			before--;
		plain = arrow + strlen(arrows[i]);
		while (plain < line + length && *plain == ' ')
			plain++;
		if (before == 0 || before > 100 || maker->rule->word_count == CLAIR_DECLARED_WORDS)
			break;
		pair->word = clair_strndup(maker->mem, line, before);
		pair->plain = clair_strndup(maker->mem, plain, (size_t)(line + length - plain));
		maker->rule->word_count++;
		return true;
	}
	return BLAME(maker, number, "il faut « mot => plus simple », une ligne par mot, %d au plus",
	    "“word => simpler” is wanted, one line a word, at most %d", CLAIR_DECLARED_WORDS);
}

static int
longest_first(const void *left, const void *right)
{
	const struct clair_declared_word *a = left;
	const struct clair_declared_word *b = right;
	size_t a_length = strlen(a->word);
	size_t b_length = strlen(b->word);

	if (a_length != b_length)
		return a_length > b_length ? -1 : 1;
	return strcmp(a->word, b->word);
}

/* As an expression: letters as they are, any space for a space, both apostrophes for one. */
static void
spell(struct clair_buf *out, const char *word)
{
	for (; *word != '\0'; word++) {
		if (*word == ' ')
			clair_buf_puts(out, "\\s+");
		else if (*word == '\'' || strncmp(word, "’", strlen("’")) == 0)
			clair_buf_puts(out, "['’]");
		else if (strchr("\\^$.[]|()?*+{}#-", *word) != NULL)
			clair_buf_printf(out, "\\%c", *word);
		else
			clair_buf_putc(out, *word);
		if (strncmp(word, "’", strlen("’")) == 0)
			word += strlen("’") - 1;
	}
}

/* Whole words, the longest first; the mark tells which. */
static bool
compile_words(struct maker *maker)
{
	struct clair_declared_rule *rule = maker->rule;
	struct clair_buf out;
	bool fine;

	qsort(rule->words, rule->word_count, sizeof(*rule->words), longest_first);
	clair_buf_init(&out, 0);
	clair_buf_puts(&out, "(?<![\\p{L}\\p{N}])(?:");
	for (size_t i = 0; i < rule->word_count; i++) {
		clair_buf_puts(&out, i == 0 ? "" : "|");
		spell(&out, rule->words[i].word);
		clair_buf_printf(&out, "(?![\\p{L}\\p{N}])(*MARK:%zu)", i + 1);
	}
	clair_buf_putc(&out, ')');
	fine = !out.failed && take_regex(maker, line_of(maker, KEY_REPLACE), out.bytes, out.length, "i");
	clair_buf_free(&out);
	return fine;
}

static bool
take_words(struct maker *maker)
{
	const char *at = value_of(maker, KEY_REPLACE);
	unsigned number = line_of(maker, KEY_REPLACE);

	if (at == NULL)
		return true;
	maker->rule->words =
	    clair_alloc_array(maker->mem, CLAIR_DECLARED_WORDS, sizeof(*maker->rule->words));
	if (maker->rule->words == NULL)
		return false;
	for (; *at != '\0'; number++) {
		size_t length = strcspn(at, "\n");

		if (length != 0 && !take_pair(maker, at, length, number))
			return false;
		at += length + (at[length] == '\n');
	}
	return compile_words(maker);
}

/* --- Texts ----------------------------------------------------------------------------------------------- */

/* Several lines of the file are one of the report. */
static const char *
one_line(struct maker *maker, enum key key)
{
	const char *value = value_of(maker, key);
	char *text = value == NULL ? NULL : clair_strdup(maker->mem, value);

	for (char *end = text; end != NULL && (end = strchr(end, '\n')) != NULL;)
		*end = ' ';
	return text;
}

static struct clair_text
both(struct maker *maker, enum key fr, enum key en)
{
	struct clair_text text = {one_line(maker, fr), one_line(maker, en)};

	if (text.fr == NULL)
		text.fr = "";
	if (text.en == NULL)
		text.en = text.fr;
	return text;
}

/* {valeur}, {nombre|lien|liens}: known, and closed. */
static bool
check_holes(struct maker *maker, enum key key, const char *text)
{
	const char *arguments = forms[maker->rule->form].arguments;

	for (const char *hole = text; (hole = strpbrk(hole, "{}")) != NULL;) {
		const char *end = strpbrk(hole + 1, "{}");
		size_t length = strcspn(hole + 1, "|}");
		const char *known = arguments;
		const char *name = clair_strndup(maker->mem, hole + 1, length);

		if (*hole == '}' || end == NULL || *end == '{')
			return BLAME(maker, line_of(maker, key), "accolade seule dans « %s »", "lone brace in “%s”",
			    keys[key].word);
		for (const char *word; (word = next_word(maker->mem, &known)) != NULL && strcmp(word, name) != 0;)
			;
		if (length == 0 || strspn(name, "abcdefghijklmnopqrstuvwxyz") != length ||
		    strstr(arguments, name) == NULL)
			return BLAME(maker, line_of(maker, key), "{%s} n’existe pas ici. Choix : %s",
			    "there is no {%s} here. Choices: %s", name, arguments);
		if (hole[1 + length] == '|' && memchr(hole + 2 + length, '|', (size_t)(end - hole) - 2 - length) == NULL)
			return BLAME(maker, line_of(maker, key), "il faut {%s|un mot|des mots}", "{%s|one|many} is wanted",
			    name);
		hole = end + 1;
	}
	return true;
}

static bool
take_texts(struct maker *maker)
{
	struct clair_declared_rule *rule = maker->rule;
	const struct clair_text message = both(maker, KEY_FR, KEY_EN);

	rule->rule.title = both(maker, KEY_TITLE_FR, KEY_TITLE_EN);
	rule->rule.why = both(maker, KEY_WHY_FR, KEY_WHY_EN);
	rule->rule.remedy = both(maker, KEY_REMEDY_FR, KEY_REMEDY_EN);
	rule->rule.limits = both(maker, KEY_LIMITS_FR, KEY_LIMITS_EN);
	rule->message =
	    (struct clair_message){.key = forms[rule->form].word, .fr = message.fr, .en = message.en};
	rule->rule.messages = &rule->message;
	rule->rule.message_count = 1;
	rule->shows_value = strstr(message.fr, "{valeur") != NULL || strstr(message.en, "{valeur") != NULL;
	return check_holes(maker, KEY_FR, message.fr) && check_holes(maker, KEY_EN, message.en);
}

/* --- The rule -------------------------------------------------------------------------------------------- */

static void
give_check(struct clair_declared_rule *declared)
{
	struct clair_rule *rule = &declared->rule;

	switch (declared->form) {
	case CLAIR_FORM_REPLACE:
		rule->scope = CLAIR_BLOCK;
		rule->check.block = clair_declared_block;
		rule->on_blocks = CLAIR_ALL_BLOCKS & ~CLAIR_BLOCKS(CLAIR_BLOCK_CODE);
		rule->only_french = true;
		rule->on_text = true;
		break;
	case CLAIR_FORM_COUNT:
		rule->scope = CLAIR_PAGE;
		rule->check.page = clair_declared_page;
		break;
	default:
		rule->scope = CLAIR_ELEMENT;
		rule->on_all = declared->on_all;
		rule->check.element = clair_declared_element;
		break;
	}
}

static bool
make(struct maker *maker)
{
	struct clair_declared_rule *rule = maker->rule;

	if (!name_rule(maker))
		return false;
	for (size_t i = 0; i < maker->section->count; i++) {
		if (!take_entry(maker, &maker->section->entries[i]))
			return false;
	}
	return take_form(maker) && check_keys(maker) && take_choices(maker) && take_on(maker) &&
	    take_xpath(maker, KEY_WHEN, &rule->when) && take_xpath(maker, KEY_MUST, &rule->must) &&
	    take_match(maker) && take_measure(maker) && take_words(maker) && take_who(maker) &&
	    take_ids(maker, KEY_RGAA, &rule->rule.rgaa, clair_is_rgaa_test) &&
	    take_ids(maker, KEY_WCAG, &rule->rule.wcag, clair_is_wcag_criterion) && take_texts(maker);
}

bool
clair_declared_make(struct clair_rule_set *set, const struct clair_declared_section *section)
{
	struct maker maker = {.set = set, .mem = &set->mem, .section = section};

	if (set->count == CLAIR_DECLARED_RULES)
		return clair_declared_blame(set, section->file, section->line, "plus de %d règles",
		    "more than %d rules", CLAIR_DECLARED_RULES);
	maker.rule = clair_alloc(&set->mem, sizeof(*maker.rule));
	if (maker.rule == NULL)
		return false;
	if (!make(&maker)) {
		clair_regex_free(maker.rule->regex);
		return false;
	}
	give_check(maker.rule);
	set->rules[set->count++] = maker.rule;
	return true;
}
