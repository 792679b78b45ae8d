/* The JSON Schema of .clairlint.yml, from the table of options, the rules and the thresholds. */
#include "cli/config.h"
#include "cli/doc.h"
#include "clairlint/rule.h"

#include <jansson.h>
#include <string.h>

static void
set(json_t *object, const char *key, json_t *value)
{
	json_object_set_new(object, key, value);
}

static json_t *
words(const char *choices)
{
	json_t *list = json_array();

	for (const char *at = choices; *at != '\0';) {
		const size_t length = strcspn(at, "|");

		json_array_append_new(list, json_stringn(at, length));
		at += length + (at[length] == '|');
	}
	return list;
}

/* YAML has written true, yes and on for the same thing, according to its age. */
static json_t *
flag(void)
{
	json_t *list = words("true|yes|on|false|no|off");

	json_array_append_new(list, json_true());
	json_array_append_new(list, json_false());
	return list;
}

static json_t *
number(const char *type, double low, double high)
{
	json_t *value = json_object();

	set(value, "type", json_string(type));
	set(value, "minimum", json_real(low));
	set(value, "maximum", json_real(high));
	return value;
}

static json_t *
formats(void)
{
	json_t *value = json_object();
	char pattern[1000] = "^(";

	for (int i = 0; i < CLAIR_FORMAT_COUNT; i++) {
		const size_t length = strlen(pattern);

		snprintf(pattern + length, sizeof(pattern) - length, "%s%s", i == 0 ? "" : "|",
		    clair_format_name((enum clair_format)i));
	}
	strncat(pattern, ")(=.+)?$", sizeof(pattern) - strlen(pattern) - 1);
	set(value, "type", json_string("array"));
	set(value, "items", json_pack("{s:s, s:s}", "type", "string", "pattern", pattern));
	return value;
}

static json_t *
text(void)
{
	return json_pack("{s:s}", "type", "string");
}

static json_t *
value_of(int option)
{
	const struct cli_option_row *row = &cli_option_rows[option];

	switch (row->kind) {
	case CLI_FLAG:
		return json_pack("{s:o}", "enum", flag());
	case CLI_COUNT:
		return number("integer", row->low, row->high);
	case CLI_SECONDS:
		return number("number", row->low, row->high);
	case CLI_CHOICE:
		return json_pack("{s:o}", "enum", words(row->choices));
	case CLI_LIST:
		return option == CLI_FORMAT ? formats() : json_pack("{s:s, s:o}", "type", "array", "items", text());
	case CLI_TEXT:
		break;
	}
	return text();
}

/* An object that may be left empty. */
static json_t *
object_of(json_t *properties)
{
	return json_pack("{s:[s, s], s:b, s:o}", "type", "object", "null", "additionalProperties", 0, "properties",
	    properties);
}

/* Options whose key begins with `section`; of the top when it is "". */
static json_t *
options_of(const char *section, enum clair_lang lang)
{
	json_t *properties = json_object();

	for (int i = 0; i < CLI_OPTION_COUNT; i++) {
		const struct cli_option_row *row = &cli_option_rows[i];
		json_t *value;

		if (row->key == NULL || strncmp(row->key, section, strlen(section)) != 0 ||
		    strchr(row->key + strlen(section), '.') != NULL)
			continue;
		value = value_of(i);
		set(value, "description", json_string(row->help[lang]));
		if (row->preset != NULL && (row->kind == CLI_COUNT || row->kind == CLI_SECONDS))
			set(value, "default", json_loads(row->preset, JSON_DECODE_ANY, NULL));
		else if (row->preset != NULL)
			set(value, "default", json_string(row->preset));
		set(properties, row->key + strlen(section), value);
	}
	return properties;
}

static void
add_themes(json_t *names)
{
	const char *last = "";

	for (size_t i = 0; i < clair_rule_count(); i++) {
		const char *id = clair_rule_at(i)->id;
		const size_t length = strcspn(id, "/") + 1;

		if (strncmp(last, id, length) != 0)
			json_array_append_new(names, json_sprintf("%.*s*", (int)length, id));
		last = id;
	}
}

/* Names of rules and of themes. Of a shorter beginning with a star, and of a rule that a file of one's own brings
 * (rule-files), only the form is known. */
static json_t *
rule_names(void)
{
	json_t *names = json_array();

	add_themes(names);
	for (size_t i = 0; i < clair_rule_count(); i++)
		json_array_append_new(names, json_string(clair_rule_at(i)->id));
	return json_pack("{s:[{s:o}, {s:s}, {s:s}]}", "anyOf", "enum", names, "pattern", "^[a-z0-9/-]*[*]$", "pattern",
	    "^regle/[a-z0-9-]+/[a-z0-9-]+$");
}

static json_t *
rules(void)
{
	json_t *states = words("on|off|true|false|minor|major|blocking");

	json_array_append_new(states, json_true());
	json_array_append_new(states, json_false());
	return json_pack("{s:[s, s], s:o, s:{s:o}}", "type", "object", "null", "propertyNames",
	    json_pack("{s:s}", "$ref", "#/$defs/rule"), "additionalProperties", "enum", states);
}

static json_t *
thresholds(const struct clair_linter *linter)
{
	json_t *properties = json_object();

	for (size_t i = 0; i < clair_linter_threshold_count(linter); i++) {
		const struct clair_threshold_info info = clair_linter_threshold(linter, i);
		json_t *value = number("number", info.low, info.high);

		set(value, "description", json_string(info.unit));
		set(value, "default", json_real(info.value));
		set(properties, info.key, value);
	}
	return object_of(properties);
}

static json_t *
suppressions(void)
{
	json_t *item = json_object();

	set(item, "type", json_string("object"));
	set(item, "additionalProperties", json_false());
	set(item, "properties",
	    json_pack("{s:{s:s}, s:{s:s}, s:{s:s}, s:{s:s, s:i}, s:{s:s, s:s}}", "rule", "$ref", "#/$defs/rule",
	        "selector", "type", "string", "url", "type", "string", "reason", "type", "string", "minLength", 1,
	        "until", "type", "string", "pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"));
	set(item, "required", json_pack("[s]", "reason"));
	set(item, "anyOf",
	    json_pack("[{s:[s]}, {s:[s]}, {s:[s]}]", "required", "rule", "required", "selector", "required", "url"));
	return json_pack("{s:[s, s], s:o}", "type", "array", "null", "items", item);
}

/* One of the two forms of a budget: what it may say, and what is its limit. */
static json_t *
budget(json_t *properties, const char *limit, json_t *limit_value, json_t *required)
{
	json_t *form = json_object();

	set(properties, "url", text());
	set(properties, "not-worse", json_pack("{s:o}", "enum", flag()));
	set(properties, limit, limit_value);
	set(form, "type", json_string("object"));
	set(form, "additionalProperties", json_false());
	set(form, "properties", properties);
	set(form, "required", required);
	set(form, "anyOf", json_pack("[{s:[s]}, {s:[s]}]", "required", limit, "required", "not-worse"));
	return form;
}

static json_t *
budgets(void)
{
	json_t *of_findings = json_pack("{s:{s:s}, s:{s:o}}", "rule", "$ref", "#/$defs/rule", "severity", "enum",
	    words("review|minor|major|blocking"));
	json_t *of_score = json_pack("{s:{s:o}}", "score", "enum", words("access|comprehension|journey"));

	return json_pack("{s:[s, s], s:{s:[o, o]}}", "type", "array", "null", "items", "anyOf",
	    budget(of_findings, "most", number("number", 0, 1e9), json_array()),
	    budget(of_score, "least", number("number", 0, 100), json_pack("[s]", "score")));
}

static json_t *
section(int index, const struct clair_linter *linter)
{
	switch (index) {
	case 0:
		return rules();
	case 1:
		return thresholds(linter);
	case 2:
		return suppressions();
	default:
		return budgets();
	}
}

bool
cli_doc_schema(FILE *out, enum clair_lang lang, const struct clair_linter *linter)
{
	json_t *properties = options_of("", lang);
	json_t *schema = object_of(properties);
	bool fine;

	for (int i = 0; i < CLI_SECTION_COUNT; i++) {
		json_t *value = section(i, linter);

		set(value, "description", json_string(cli_sections[i].help[lang]));
		set(properties, cli_sections[i].name, value);
	}
	set(properties, "crawl", object_of(options_of("crawl.", lang)));
	set(schema, "$schema", json_string("https://json-schema.org/draft/2020-12/schema"));
	set(schema, "title", json_string(".clairlint.yml"));
	set(schema, "$defs", json_pack("{s:o}", "rule", rule_names()));
	fine = schema != NULL &&
	    json_dumpf(schema, out, JSON_INDENT(1) | JSON_SORT_KEYS | JSON_REAL_PRECISION(12)) == 0 &&
	    fputc('\n', out) != EOF;
	json_decref(schema);
	return fine;
}
