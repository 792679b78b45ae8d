/*
 * The columns that the tables of the sites of a campaign share: the open data of a ranking, and the report. What has one
 * name means one thing. X(name, type of Table Schema, constraints in JSON or NULL, French, English).
 */
#ifndef CLAIR_CAMPAIGN_COLUMN_H
#define CLAIR_CAMPAIGN_COLUMN_H

/* Who, and which reading. */
#define CLAIR_COLUMNS_OF_SITE(X) \
	X("address", "string", "{\"required\": true, \"unique\": true}", "adresse du site", "address of the site") \
	X("organisation", "string", NULL, "organisme", "organisation") \
	X("siren", "string", "{\"pattern\": \"[0-9]{9}\"}", "numéro de l’organisme au répertoire des entreprises", \
	    "number of the organisation in the register of companies") \
	X("insee", "string", "{\"pattern\": \"[0-9][0-9AB][0-9]{0,3}\"}", "code de la commune ou du territoire", \
	    "official geographic code") \
	X("kind", "string", NULL, "type d’organisme", "kind of organisation") \
	X("territory", "string", NULL, "territoire", "territory") \
	X("round", "integer", "{\"required\": true, \"minimum\": 1}", "numéro de la lecture", "number of the round") \
	X("day", "date", NULL, "jour de la lecture", "day of the reading")

/* How much was seen. */
#define CLAIR_COLUMNS_OF_CRAWL(X) \
	X("pages_tested", "integer", "{\"minimum\": 0}", "pages testées", "pages tested") \
	X("pages_known", "integer", "{\"minimum\": 0}", "pages connues", "pages known") \
	X("tests_decided", "integer", "{\"minimum\": 0}", "tests décidés", "tests decided") \
	X("tests", "integer", "{\"minimum\": 0}", "tests en tout", "tests in all")

/* One for each axis: `axis` is its name. */
#define CLAIR_COLUMN_OF_SCORE(X, axis, fr, en) \
	X(axis "_score", "number", "{\"minimum\": 0, \"maximum\": 100}", fr " : note", en ": score")

/* What scores hang on. */
#define CLAIR_COLUMNS_OF_RULES(X) \
	X("tool_version", "string", NULL, "version de clairlint", "version of clairlint") \
	X("referential", "string", NULL, "liste de critères suivie", "referential followed") \
	X("rules_digest", "string", NULL, "empreinte des règles : deux notes ne se comparent que si elle est la même", \
	    "digest of the rules: two scores compare only when it is the same")

#endif
