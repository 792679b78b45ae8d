/*
 * Rules that users write in files (docs/regles.md): read into ordinary struct clair_rule, with a check that they
 * share. Private to src/engine/.
 */
#ifndef CLAIR_ENGINE_DECLARED_H
#define CLAIR_ENGINE_DECLARED_H

#include "clairlint/rule.h"
#include "dict/regex.h"
#include "dom/xpath.h"

/* FORM(id, word of the file, arguments of its message) */
#define CLAIR_DECLARED_FORMS(FORM) \
	FORM(EXISTS, "exists", "valeur element") \
	FORM(REQUIRES, "requires", "valeur element") \
	FORM(REPLACE, "replace", "mot simple") \
	FORM(COUNT, "count", "nombre min max") \
	FORM(METRIC, "metric", "valeur min max element")

enum clair_declared_form {
#define FORM(id, ...) CLAIR_FORM_##id,
	CLAIR_DECLARED_FORMS(FORM)
#undef FORM
	CLAIR_FORM_COUNT_OF_FORMS,
};

/* What `match` looks at. */
enum clair_declared_subject { CLAIR_NO_SUBJECT, CLAIR_OF_ATTRIBUTE, CLAIR_OF_TEXT, CLAIR_OF_NAME };
enum clair_declared_measure { CLAIR_BY_XPATH, CLAIR_BY_WORDS, CLAIR_BY_CHARACTERS };

struct clair_declared_word {
	const char *word, *plain;
};

struct clair_declared_example {
	const char *html;
	unsigned line;
	bool fails;
};

enum { CLAIR_REGION_ANY = -1 };

struct clair_declared_rule {
	struct clair_rule rule;           /* first: the engine gives this pointer back */
	const char *file;
	unsigned line;
	enum clair_declared_form form;
	bool on_all;                      /* `on = *` */
	const char **names;               /* of `on`, for tags that are not listed in dom/tags.tsv */
	size_t name_count;
	const struct clair_xpath *when;   /* NULL: always */
	const struct clair_xpath *must;   /* NULL: nothing */
	const struct clair_xpath *measure;
	enum clair_declared_measure measured;
	enum clair_declared_subject subject;
	const char *attribute;
	struct clair_regex *regex;        /* of `match`, or of the words to replace */
	bool wants_absence;               /* !~ */
	bool shows_value;                 /* the message has {valeur} */
	bool has_min, has_max;
	double min, max;
	int region;                       /* enum clair_region, or CLAIR_REGION_ANY */
	bool hidden;                      /* also asked of what nobody perceives */
	bool review;
	struct clair_declared_word *words; /* by mark of the regex, minus one */
	size_t word_count;
	struct clair_message message;
	struct clair_declared_example *examples;
	size_t example_count;
};

struct clair_rule_set {
	struct clair_declared_rule **rules;
	size_t count;
	enum clair_lang lang;
	const char *error;
	uint64_t digest;           /* of the bytes of the files */
	struct clair_arena mem;
};

enum {
	CLAIR_DECLARED_FILE_BYTES = 256 << 10,
	CLAIR_DECLARED_RULES = 100,      /* of all files */
	CLAIR_DECLARED_EXAMPLES = 10,    /* of a rule */
	CLAIR_DECLARED_WORDS = 500,
	CLAIR_DECLARED_STEPS = 10000000, /* of XPath, on one page: less than a tenth of a second */
	CLAIR_DECLARED_SEARCHES = 60000000, /* steps of PCRE2, on one page: about half a second */
	CLAIR_DECLARED_TRIAL = 50,       /* an example gets one part in so many */
};

/* What one rule has left to spend on the page. */
struct clair_declared_state {
	uint64_t steps, searches;
	bool stopped;
};

/* Makes a rule of a section: keys and values with their lines. False: set->error says why. */
struct clair_declared_entry {
	const char *key, *value;
	unsigned line;
};
struct clair_declared_section {
	const char *file;
	const char *name;       /* between the brackets */
	unsigned line;
	struct clair_declared_entry *entries;
	size_t count;
};
bool clair_declared_make(struct clair_rule_set *set, const struct clair_declared_section *section);

/* "FILE:LINE: …", in the language of the set; false. */
bool clair_declared_blame(struct clair_rule_set *set, const char *file, unsigned line, const char *fr,
    const char *en, ...) __attribute__((format(printf, 4, 6), format(printf, 5, 6)));

/* The checks. */
enum clair_outcome clair_declared_element(struct clair_ctx *ctx, const struct clair_node *node);
enum clair_outcome clair_declared_block(struct clair_ctx *ctx, const struct clair_block *block);
enum clair_outcome clair_declared_page(struct clair_ctx *ctx);

/* Runs the examples of all rules. NULL when each does what it says; else the fault, in `arena`. */
struct clair_linter;
const char *clair_declared_try(const struct clair_linter *linter, struct clair_arena *arena);

#endif
