/* See sample_run.h. */
#include "sample_run.h"

#include "score/rgaa.h"

#include <string.h>

const struct clair_score_weights sample_weights = {
	.part = {[CLAIR_MINOR] = 0.05, [CLAIR_MAJOR] = 0.2, [CLAIR_BLOCKING] = 0.5},
	.first = 0.5,
	.good = 80,
	.fair = 50,
};

static const struct clair_message long_sentence_messages[] = {
	{.key = "falc/sentence-long#long",
	    .fr = "Cette phrase a {words} {words|mot|mots}. Le maximum est {max}.",
	    .en = "This sentence has {words} {words|word|words}. The maximum is {max}."},
};
static const struct clair_message alt_messages[] = {
	{.key = "images/alt-missing#no-alt",
	    .fr = "L’image {src} n’a pas d’alternative textuelle.",
	    .en = "The image {src} has no text alternative."},
};
static const struct clair_message quality_messages[] = {
	{.key = "images/alt-quality#long",
	    .fr = "L’alternative de cette image a {n} {n|caractère|caractères} : est-elle utile ?",
	    .en = "The alternative of this image has {n} {n|character|characters}: is it useful?"},
};
static const struct clair_message right_messages[] = {
	{.key = "images/alt-right#right",
	    .fr = "L’alternative de l’image {src} est « {alt} ». Dit-elle la même chose que l’image ?",
	    .en = "The alternative of the image {src} is “{alt}”. Does it say what the image says?"},
};
static const struct clair_message frame_messages[] = {
	{.key = "frames/title-missing#no-title",
	    .fr = "Ce cadre n’a pas de titre.",
	    .en = "This frame has no title."},
};
static const struct clair_message menu_messages[] = {
	{.key = "menus/too-many#many",
	    .fr = "Le menu « {name} » a {n} {n|entrée|entrées}.",
	    .en = "The menu “{name}” has {n} {n|entry|entries}."},
};
static const struct clair_message title_messages[] = {
	{.key = "site/titles-same#same",
	    .fr = "{n} {n|page porte|pages portent} le titre « {title} ».",
	    .en = "{n} {n|page has|pages have} the title “{title}”."},
};

#define SAMPLE_RULE .since = "0.1", .maturity = CLAIR_STABLE
#define SAMPLE_MESSAGES(list) .messages = (list), .message_count = CLAIR_LEN(list)

static const uint16_t image_tags[] = {CLAIR_TAG_IMG};
static const uint16_t frame_tags[] = {CLAIR_TAG_IFRAME};

static const struct clair_rule descriptors[SAMPLE_RULES] = {
	{SAMPLE_RULE, .id = "falc/sentence-long", .scope = CLAIR_BLOCK, .severity = CLAIR_MINOR,
	    .who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE, .advice = true,
	    .falc = CLAIR_IDS("G14"),
	    .title = {"Les phrases sont courtes", "Sentences are short"},
	    .why = {"Une longue phrase se perd en route. Qui lit avec peine doit la relire.",
	        "A long sentence gets lost on the way. Who reads with difficulty must read again."},
	    .remedy = {"Couper la phrase : une idée par phrase.",
	        "Cut the sentence: one idea a sentence."},
	    SAMPLE_MESSAGES(long_sentence_messages)},
	{SAMPLE_RULE, .id = "forms/label-missing", .scope = CLAIR_ELEMENT,
	    .severity = CLAIR_BLOCKING, .who = CLAIR_BLIND,
	    .title = {"Un champ a une étiquette", "A field has a label"}},
	{SAMPLE_RULE, .id = "frames/title-missing", .scope = CLAIR_ELEMENT, .severity = CLAIR_MAJOR,
	    .who = CLAIR_BLIND, .on_tags = {frame_tags, 1}, .rgaa = CLAIR_IDS("2.1.1"),
	    .wcag = CLAIR_IDS("4.1.2"), .act = CLAIR_IDS("cae760"),
	    .title = {"Un cadre a un titre", "A frame has a title"},
	    .why = {"Sans titre, on ne sait pas ce que contient le cadre.",
	        "Without a title, nobody knows what the frame holds."},
	    .remedy = {"Ajouter un attribut title.", "Add a title attribute."},
	    SAMPLE_MESSAGES(frame_messages)},
	{SAMPLE_RULE, .id = "images/alt-missing", .scope = CLAIR_ELEMENT,
	    .severity = CLAIR_BLOCKING, .who = CLAIR_BLIND | CLAIR_LOW_VISION,
	    .on_tags = {image_tags, 1}, .rgaa = CLAIR_IDS("1.1.1"), .wcag = CLAIR_IDS("1.1.1"),
	    .act = CLAIR_IDS("23a2a8"),
	    .title = {"Une image porteuse d’information a une alternative textuelle",
	        "An image that carries information has a text alternative"},
	    .why = {"Qui ne voit pas l’image n’a que son alternative pour savoir ce qu’elle dit.",
	        "Who cannot see the image has only its alternative to know what it says."},
	    .remedy = {"Écrire dans alt ce que l’image apporte, ou alt=\"\" si elle n’apporte rien.",
	        "Write in alt what the image brings, or alt=\"\" if it brings nothing."},
	    SAMPLE_MESSAGES(alt_messages)},
	{SAMPLE_RULE, .id = "images/alt-quality", .scope = CLAIR_ELEMENT, .severity = CLAIR_MINOR,
	    .who = CLAIR_BLIND, .on_tags = {image_tags, 1}, .rgaa = CLAIR_IDS("1.3.1", "1.3.9"),
	    .wcag = CLAIR_IDS("1.1.1"),
	    .title = {"L’alternative d’une image est courte et utile",
	        "The alternative of an image is short and useful"},
	    .why = {"Une alternative trop longue fatigue.", "An alternative that is too long tires."},
	    .remedy = {"Relire l’alternative.", "Read the alternative again."},
	    SAMPLE_MESSAGES(quality_messages)},
	{SAMPLE_RULE, .id = "images/alt-right", .scope = CLAIR_ELEMENT, .severity = CLAIR_MAJOR,
	    .who = CLAIR_BLIND, .audit = true, .on_tags = {image_tags, 1}, .rgaa = CLAIR_IDS("1.3.1"),
	    .wcag = CLAIR_IDS("1.1.1"),
	    .title = {"L’alternative dit la même chose que l’image",
	        "The alternative says what the image says"},
	    .why = {"Une alternative fausse trompe.", "A wrong alternative misleads."},
	    .remedy = {"Récrire l’alternative.", "Write the alternative again."},
	    SAMPLE_MESSAGES(right_messages)},
	{SAMPLE_RULE, .id = "menus/too-many", .scope = CLAIR_PAGE, .severity = CLAIR_MAJOR,
	    .who = CLAIR_EVERYONE, .advice = true,
	    .title = {"Un menu a sept entrées au plus", "A menu has seven entries at most"},
	    .why = {"Trop de choix empêche de choisir.", "Too many choices stop people from choosing."},
	    .remedy = {"Grouper les entrées.", "Group the entries."},
	    SAMPLE_MESSAGES(menu_messages)},
	{SAMPLE_RULE, .id = "site/titles-same", .scope = CLAIR_SITE, .severity = CLAIR_MAJOR,
	    .who = CLAIR_BLIND | CLAIR_COGNITIVE, .rgaa = CLAIR_IDS("8.6.1"),
	    .wcag = CLAIR_IDS("2.4.2"),
	    .title = {"Chaque page a son titre", "Each page has its own title"},
	    .why = {"Avec le même titre, les onglets se confondent.",
	        "With the same title, tabs look alike."},
	    .remedy = {"Donner à chaque page un titre qui lui est propre.",
	        "Give each page a title of its own."},
	    SAMPLE_MESSAGES(title_messages)},
};

static const enum clair_axis axes[SAMPLE_RULES] = {CLAIR_COMPREHENSION, CLAIR_ACCESS, CLAIR_ACCESS,
	CLAIR_ACCESS, CLAIR_ACCESS, CLAIR_ACCESS, CLAIR_JOURNEY, CLAIR_ACCESS};

enum { SENTENCE, LABEL, FRAME, ALT, QUALITY, RIGHT, MENU, TITLES };

static const struct clair_suppression silenced = {.rule = "frames/title-missing",
	.selector = "#carte", .reason = "Cadre remplacé en mars", .until = "2027-03-31",
	.where = ".clairlint.yml:12:3"};
static const struct clair_suppression unused = {.rule = "menus/*", .url = "*/ancien/*",
	.reason = "Ancien site", .where = ".clairlint.yml:15:3"};

static const struct clair_finding blank;

static void
place(struct clair_finding *finding, uint32_t line, uint32_t column, uint32_t offset,
    const char *excerpt)
{
	const uint32_t length = (uint32_t)strlen(excerpt);

	finding->line = finding->end_line = line;
	finding->column = column;
	finding->end_column = column + length;
	finding->offset = offset;
	finding->length = length;
	finding->excerpt = excerpt;
}

static struct clair_finding *
finding(struct sample *sample, int index, int rule, enum clair_outcome outcome, const char *cause,
    const char *fingerprint)
{
	struct clair_finding *made = &sample->findings[index];

	*made = blank;
	made->rule = &descriptors[rule];
	made->outcome = outcome;
	made->selector = "main > p:nth-of-type(2) > img";
	memcpy(made->cause, cause, strlen(cause) + 1);
	memcpy(made->fingerprint, fingerprint, strlen(fingerprint) + 1);
	return made;
}

static void
text_argument(struct clair_finding *made, const char *name, const char *value)
{
	made->arguments[made->argument_count++] =
	    (struct clair_argument){.name = name, .value = value};
}

static void
number_argument(struct clair_finding *made, const char *name, double number)
{
	made->arguments[made->argument_count++] =
	    (struct clair_argument){.name = name, .value = "", .number = number, .is_number = true};
}

static void
make_findings(struct sample *sample)
{
	struct clair_finding *made;

	for (int i = 0; i < 2; i++) {
		made = finding(sample, i, ALT, CLAIR_FAIL, "a1a1a1a1a1a1a1a1",
		    i == 0 ? "00000000000000a1" : "00000000000000a2");
		place(made, 41, 9, 2210, "<img src=\"carte.png\">");
		text_argument(made, "src", "carte.png");
		made->fix = (struct clair_fix){
		    .kind = CLAIR_FIX_SET_ATTRIBUTE, .safety = CLAIR_CHOICE, .attribute = "alt"};
	}
	made = finding(sample, 2, SENTENCE, CLAIR_FAIL, "b2b2b2b2b2b2b2b2", "00000000000000b1");
	place(made, 1058, 4, 3000,
	    "Conformément aux dispositions en vigueur, le demandeur fournit l’ensemble des pièces");
	number_argument(made, "words", 42);
	number_argument(made, "max", 15);
	made->fix = (struct clair_fix){.kind = CLAIR_FIX_REPLACE_TEXT, .safety = CLAIR_CHOICE};
	made = finding(sample, 3, QUALITY, CLAIR_REVIEW, "c3c3c3c3c3c3c3c3", "00000000000000c1");
	made->css = (struct clair_css_pointer){.url = "https://mairie.example/style.css?v=1&<x>",
	    .line = 12, .column = 4015, .property = "color"};
	place(made, 12, 3, 600, "<img src=\"maire.jpg\" alt=\"Le maire coupe le ruban…\">");
	number_argument(made, "n", 1180);
	made = finding(sample, 4, FRAME, CLAIR_FAIL, "d4d4d4d4d4d4d4d4", "00000000000000d1");
	place(made, 70, 1, 4200, "<iframe id=\"carte\" src=\"/carte\"></iframe>");
	made->suppressed = &silenced;
	made = finding(sample, 5, MENU, CLAIR_FAIL, "e5e5e5e5e5e5e5e5", "00000000000000e1");
	place(made, 8, 1, 300, "<nav aria-label=\"Menu principal\">");
	text_argument(made, "name", "Menu principal");
	number_argument(made, "n", 9);
	made = finding(sample, 6, TITLES, CLAIR_FAIL, "f6f6f6f6f6f6f6f6", "00000000000000f1");
	made->selector = NULL;
	number_argument(made, "n", 2);
	text_argument(made, "title", "Mairie de Sainte-Colombe");
	sample->findings[0].next = &sample->findings[5];
	sample->findings[1].next = &sample->findings[2];
	sample->findings[2].next = &sample->findings[3];
	sample->findings[3].next = &sample->findings[4];
}

static void
make_pages(struct sample *sample)
{
	static const struct clair_measure measures[] = {{"words", 512}, {"sentences", 31},
		{"words_per_sentence", 512.0 / 31}, {"kandel_moles", 48.1},
		{"reading_index", 41.3}, {"reading_grade", 4}};
	struct clair_result *home = &sample->results[0];
	struct clair_result *card = &sample->results[1];
	struct clair_result *map = &sample->results[2];
	struct clair_result *gone = &sample->results[3];

	for (int i = 0; i < SAMPLE_PAGES; i++) {
		sample->pages[i] = &sample->results[i];
		sample->results[i] = (struct clair_result){.media_type = "text/html",
			.charset = "utf-8", .charset_from = "http", .lang = "fr", .kind = "page", .kind_reason = "",
			.http_status = 200, .title = "Mairie de Sainte-Colombe",
			.tallies = sample->tallies[i]};
		clair_score_unknown(&sample->results[i].scores);
		sample->results[i].reading.index = -1;
	}
	home->url = home->final_url = "https://mairie.example/";
	home->kind = "home";
	home->kind_reason = "address";
	home->bytes = 18211;
	home->tested = true;
	home->first = &sample->findings[0];
	home->finding_count = 2;
	card->url = "https://mairie.example/carte-identite";
	card->final_url = "https://mairie.example/carte-identite/";
	card->click_depth = 1;
	card->bytes = 48211;
	card->tested = true;
	card->is_falc = true;
	card->note = "approximate";
	card->first = &sample->findings[1];
	card->finding_count = 4;
	card->measures = (struct clair_measure *)(uintptr_t)measures;
	card->measure_count = CLAIR_LEN(measures);
	card->reading = (struct clair_page_reading){.index = 41.3, .grade = 3};
	home->reading.too_short = true;
	map->url = map->final_url = "https://mairie.example/plan";
	map->click_depth = 1;
	map->not_tested_reason = "needs-scripts";
	gone->url = gone->final_url = "https://mairie.example/vieux";
	gone->click_depth = 2;
	gone->http_status = 404;
	gone->title = gone->lang = gone->charset = gone->charset_from = "";
	gone->not_tested_reason = "http-status";
}

static const struct clair_lost_sheet lost_sheets[SAMPLE_SHEETS] = {
	{"https://mairie.example/style.css", "http-status", 2},
	{"https://cdn.example/police.css", "robots", 1},
};

/* The two pages judged lack the first sheet, one lacks the second. */
static void
make_sheets(struct sample *sample)
{
	memcpy(sample->lost_sheets, lost_sheets, sizeof(lost_sheets));
	for (int i = 0; i < 2; i++) {
		sample->results[i].sheets_read = 3;
		sample->results[i].sheets_lost = sample->lost_sheets;
		sample->results[i].sheets_lost_count = i == 0 ? 1 : 2;
	}
	sample->run.sheets_lost = sample->lost_sheets;
	sample->run.sheets_lost_count = SAMPLE_SHEETS;
	sample->run.sheets_lost_pages = 2;
}

static void
tally(struct clair_tally *one, uint32_t passed, uint32_t failed, uint32_t review)
{
	*one = (struct clair_tally){.passed = passed, .failed = failed, .review = review,
		.failed_messages = failed != 0, .review_messages = review != 0};
	one->outcome = failed != 0 ? CLAIR_FAIL : review != 0 ? CLAIR_REVIEW :
	    passed != 0                                      ? CLAIR_PASS :
							       CLAIR_INAPPLICABLE;
}

static void
make_tallies(struct sample *sample)
{
	struct clair_tally *home = sample->tallies[0];
	struct clair_tally *card = sample->tallies[1];

	tally(&home[ALT], 11, 1, 0);
	tally(&home[QUALITY], 11, 0, 0);
	tally(&home[MENU], 0, 1, 0);
	home[SENTENCE].outcome = CLAIR_UNTESTED;
	home[SENTENCE].untested = CLAIR_WHY_TOO_SHORT;
	tally(&card[ALT], 2, 1, 0);
	tally(&card[QUALITY], 1, 0, 1);
	tally(&card[SENTENCE], 15, 1, 0);
	card[SENTENCE].untold = 3;
	tally(&card[MENU], 1, 0, 0);
	card[FRAME].silenced = 1;
	card[FRAME].outcome = CLAIR_UNTESTED;
	card[FRAME].untested = CLAIR_WHY_SILENCED;
	tally(&sample->site_tallies[TITLES], 0, 1, 0);
}

static void
cause(struct sample *sample, int index, int example, int example_page, uint32_t pages)
{
	struct clair_cause *made = &sample->causes[index];

	*made = (struct clair_cause){.id = sample->findings[example].cause,
		.rule = sample->findings[example].rule,
		.example = &sample->findings[example],
		.example_page = example_page < 0 ? NULL : &sample->results[example_page],
		.pages = pages,
		.occurrences = pages == 0 ? 1 : pages,
		.page_list = sample->cause_pages[index]};
	for (uint32_t i = 0; i < pages; i++)
		sample->cause_pages[index][i] = &sample->results[(uint32_t)example_page + i];
}

static void
make_causes(struct sample *sample)
{
	cause(sample, 0, 0, 0, 2);
	cause(sample, 1, 5, 0, 1);
	cause(sample, 2, 6, -1, 0);
	cause(sample, 3, 2, 1, 1);
	cause(sample, 4, 3, 1, 1);
	sample->run.causes = sample->causes;
	sample->run.cause_count = 5;
}

void
sample_make(struct sample *sample)
{
	struct clair_run *run = &sample->run;

	memset(sample, 0, sizeof(*sample));
	clair_arena_init(&run->mem, 0);
	for (int i = 0; i < SAMPLE_RULES; i++)
		sample->rules[i] = (struct clair_score_rule){
			&descriptors[i], descriptors[i].severity, axes[i], i != LABEL && i != RIGHT};
	make_findings(sample);
	make_pages(sample);
	make_tallies(sample);
	make_causes(sample);
	make_sheets(sample);
	run->pages = sample->pages;
	run->page_count = SAMPLE_PAGES;
	clair_reading_run(run);
	run->tested_count = 2;
	run->site_tallies = sample->site_tallies;
	run->site_findings = &sample->findings[6];
	run->site_finding_count = 1;
	run->crawl = (struct clair_crawl_facts){.start = "https://mairie.example/",
		.stopped_because = "page-limit", .known = 12, .requested = 4, .fetched = 3,
		.skipped = 0, .failed = 1, .is_site = true};
	sample->unused[0] = &unused;
	run->unused = sample->unused;
	run->unused_count = 1;
	for (int i = 0; i < SAMPLE_PAGES; i++) {
		if (sample->results[i].tested)
			clair_score_tallies(&sample->results[i].scores, &sample_weights,
			    sample->rules, sample->tallies[i], SAMPLE_RULES);
	}
	clair_score_site(run, &sample_weights, sample->rules, SAMPLE_RULES);
	if (!clair_score_gains(run, &sample_weights, sample->rules, SAMPLE_RULES))
		run->cause_count = 0;
	if (!clair_rgaa_fill(run, sample->rules, SAMPLE_RULES))
		run->criterion_count = 0;
}

static void
ask(struct sample *sample, int index, const char *cause, const char *src, const char *alt)
{
	struct clair_finding *made = finding(sample, index, RIGHT, CLAIR_REVIEW, cause, cause);

	place(made, 12 + (uint32_t)index, 3, 600, "<img>");
	text_argument(made, "src", src);
	text_argument(made, "alt", alt);
}

void
sample_make_audit(struct sample *sample)
{
	struct clair_run *run = &sample->run;

	sample_make(sample);
	sample->rules[RIGHT].enabled = true;
	ask(sample, 7, "0707070707070707", "carte.png", "Plan du marché");
	ask(sample, 8, "0808080808080808", "maire.jpg", "Le maire");
	sample->findings[4].next = &sample->findings[7];
	sample->findings[7].next = &sample->findings[8];
	sample->results[1].finding_count += 2;
	tally(&sample->tallies[1][RIGHT], 0, 0, 2);
	cause(sample, 5, 7, 1, 1);
	cause(sample, 6, 8, 1, 1);
	run->cause_count = 7;
	if (!clair_rgaa_fill(run, sample->rules, SAMPLE_RULES))
		run->criterion_count = 0;
}

void
sample_fill_with(struct sample *sample, const char *text)
{
	for (int i = 0; i < SAMPLE_PAGES; i++) {
		struct clair_result *page = &sample->results[i];

		page->url = page->final_url = page->title = page->lang = page->media_type = text;
		if (page->not_tested_reason != NULL)
			page->not_tested_reason = text;
		if (page->note != NULL)
			page->note = text;
	}
	for (size_t i = 0; i < CLAIR_LEN(sample->findings); i++) {
		struct clair_finding *made = &sample->findings[i];

		made->excerpt = made->selector = text;
		for (int a = 0; a < made->argument_count; a++) {
			if (!made->arguments[a].is_number)
				made->arguments[a].value = text;
		}
		made->fix.value = text;
		if (made->css.url != NULL)
			made->css.url = made->css.property = text;
	}
	for (int i = 0; i < SAMPLE_SHEETS; i++)
		sample->lost_sheets[i].url = sample->lost_sheets[i].why = text;
	sample->run.crawl.start = text;
	sample->run.crawl.stopped_because = text;
}

void
sample_free(struct sample *sample)
{
	clair_arena_free(&sample->run.mem);
}

static bool
into_buf(void *payload, const char *bytes, size_t length)
{
	return clair_buf_add(payload, bytes, length);
}

enum clair_status
sample_write(const struct sample *sample, struct clair_buf *out, enum clair_format format,
    const struct clair_write_options *options)
{
	struct clair_report report = {
		.run = &sample->run,
		.rules = sample->rules,
		.rule_count = SAMPLE_RULES,
		.weights = sample_weights,
		.options = options,
		.write = into_buf,
		.payload = out,
	};

	return clair_report_write(&report, format);
}

unsigned
count_of(const char *text, const char *what)
{
	unsigned count = 0;

	for (const char *at = strstr(text, what); at != NULL; at = strstr(at + 1, what))
		count++;
	return count;
}
