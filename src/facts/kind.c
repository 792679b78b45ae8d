/* What a page is for. The questions are asked from the surest to the least sure. */
#include "facts/home.h"
#include "facts/signs.h"
#include "facts/statement.h"

enum {
	FORM_FIELDS = 3,
	FORMS_SEEN = 64,
	LOGIN_FIELDS = 4,      /* identifier, password, code, "stay signed in" */
	LOGIN_WORDS = 1200,    /* bytes of text around a login that has no title */
	STATEMENT_HEADINGS = 2,
	SHEET_ANSWERS = 2,
	SAMPLES = 2,
	HUB_ENTRIES = 3,
	HUB_LEAST = 2,         /* entries where most of the text is in links */
	HUB_BYTES = 150,       /* of text that is not in a link, for each entry */
	HUB_TEXT = 3500,       /* bytes of it in all, unless most of the text is in links */
};

#define FOUND(kind, reason) ((struct clair_page_kind_found){kind, reason})
#define NOT_FOUND FOUND(CLAIR_PAGE_OTHER, "")

static bool
is_dialog(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *classes = clair_attr(node, CLAIR_ATTR_CLASS);
	const char *id = clair_attr(node, CLAIR_ATTR_ID);

	return node->tag == CLAIR_TAG_DIALOG || clair_role(ctx, node) == CLAIR_ROLE_DIALOG ||
	    (classes != NULL && clair_matches(ctx, "dialog-mark", classes)) ||
	    (id != NULL && clair_matches(ctx, "dialog-mark", id));
}

/* It opens on demand, over a page that is there for something else. */
static bool
is_in_dialog(struct clair_ctx *ctx, const struct clair_node *node)
{
	while (node != NULL && !is_dialog(ctx, node))
		node = clair_parent(node);
	return node != NULL;
}

/* A form of the main content that people see, and that has so many fields. */
static const struct clair_form *
main_form(struct clair_ctx *ctx, uint32_t fields)
{
	for (size_t i = 0; i < clair_form_count(ctx) && i < FORMS_SEEN; i++) {
		const struct clair_form *form = clair_form(ctx, i);
		const char *action = clair_attr(form->node, CLAIR_ATTR_ACTION);

		if (form->fields >= fields && !form->is_search &&
		    clair_region(ctx, form->node) == CLAIR_IN_MAIN && clair_visible(ctx, form->node) &&
		    (action == NULL || !clair_matches(ctx, "comment-form", action)) &&
		    !is_in_dialog(ctx, form->node))
			return form;
	}
	return NULL;
}

static bool
has_breadcrumb(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_menu_count(ctx); i++)
		if (clair_menu(ctx, i)->is_breadcrumb)
			return true;
	return false;
}

static struct clair_page_kind_found
find_statement(struct clair_ctx *ctx)
{
	if (clair_signs_headings(ctx, "statement-heading", STATEMENT_HEADINGS) == STATEMENT_HEADINGS)
		return FOUND(CLAIR_PAGE_STATEMENT, "headings");
	if (clair_signs_path(ctx, "news-path"))
		return NOT_FOUND;
	if (clair_is_statement(ctx) || clair_signs_title(ctx, "page-statement"))
		return FOUND(CLAIR_PAGE_STATEMENT, "title");
	return NOT_FOUND;
}

/* A card number is typed nowhere else; other payments are told by their title and a field. */
static struct clair_page_kind_found
find_payment(struct clair_ctx *ctx)
{
	if (clair_signs_field(ctx, "card-field"))
		return FOUND(CLAIR_PAGE_PAYMENT, "fields");
	if (clair_signs_title(ctx, "page-payment") && main_form(ctx, 1) != NULL)
		return FOUND(CLAIR_PAGE_PAYMENT, "title");
	return NOT_FOUND;
}

static struct clair_page_kind_found
find_appointment(struct clair_ctx *ctx)
{
	if (!clair_signs_title(ctx, "page-appointment"))
		return NOT_FOUND;
	if (main_form(ctx, 1) != NULL)
		return FOUND(CLAIR_PAGE_APPOINTMENT, "form");
	if (clair_signs_control(ctx, "appointment-control"))
		return FOUND(CLAIR_PAGE_APPOINTMENT, "title");
	return NOT_FOUND;
}

static struct clair_page_kind_found
find_login(struct clair_ctx *ctx)
{
	bool titled = clair_signs_title(ctx, "page-login");
	const struct clair_form *form = main_form(ctx, 1);

	if (clair_signs_title(ctx, "page-account"))
		return NOT_FOUND;
	if (titled && form != NULL && form->fields <= LOGIN_FIELDS)
		return FOUND(CLAIR_PAGE_LOGIN, "title");
	if (titled && clair_signs_control(ctx, "login-control"))
		return FOUND(CLAIR_PAGE_LOGIN, "title");
	if (form != NULL && form->is_login && form->fields <= LOGIN_FIELDS &&
	    clair_signs_hub(ctx).text <= LOGIN_WORDS)
		return FOUND(CLAIR_PAGE_LOGIN, "fields");
	return NOT_FOUND;
}

static struct clair_page_kind_found
find_news(struct clair_ctx *ctx)
{
	if (clair_signs_title(ctx, "page-news"))
		return FOUND(CLAIR_PAGE_NEWS, "title");
	if (clair_signs_path(ctx, "news-path"))
		return FOUND(CLAIR_PAGE_NEWS, "address");
	if (clair_signs_schema(ctx, "news-schema") || clair_signs_body(ctx, "news-body"))
		return FOUND(CLAIR_PAGE_NEWS, "markup");
	if (clair_matches(ctx, "news-type", clair_signs_meta(ctx, "og:type")) &&
	    clair_signs_line(ctx, "news-line"))
		return FOUND(CLAIR_PAGE_NEWS, "date");
	return NOT_FOUND;
}

/* How many of the questions of a procedure sheet its headings answer; stops at SHEET_ANSWERS. */
static uint32_t
sheet_answers(struct clair_ctx *ctx)
{
	static const char *const patterns[] = {
	    "sheet-who", "sheet-papers", "sheet-cost", "sheet-delay", "sheet-how", "sheet-where"};
	uint32_t count = 0;

	for (size_t i = 0; i < CLAIR_LEN(patterns) && count < SHEET_ANSWERS; i++)
		count += clair_signs_headings(ctx, patterns[i], 1);
	return count;
}

static struct clair_page_kind_found
find_procedure(struct clair_ctx *ctx)
{
	uint32_t answers = sheet_answers(ctx);

	if (clair_signs_schema(ctx, "procedure-schema"))
		return FOUND(CLAIR_PAGE_PROCEDURE, "markup");
	if (answers == SHEET_ANSWERS)
		return FOUND(CLAIR_PAGE_PROCEDURE, "headings");
	if (clair_signs_title(ctx, "page-procedure") &&
	    (answers > 0 || clair_signs_control(ctx, "procedure-control")))
		return FOUND(CLAIR_PAGE_PROCEDURE, "title");
	if (clair_signs_title(ctx, "page-action") && clair_signs_steps(ctx))
		return FOUND(CLAIR_PAGE_PROCEDURE, "steps");
	return NOT_FOUND;
}

/* Pages saved or built elsewhere than at their address. */
static struct clair_page_kind_found
find_home(struct clair_ctx *ctx)
{
	if (clair_signs_canonical_root(ctx))
		return FOUND(CLAIR_PAGE_HOME, "canonical");
	if (clair_signs_body(ctx, "home-body"))
		return FOUND(CLAIR_PAGE_HOME, "markup");
	if (clair_signs_title(ctx, "page-home") && !has_breadcrumb(ctx))
		return FOUND(CLAIR_PAGE_HOME, "title");
	return NOT_FOUND;
}

static struct clair_page_kind_found
find_menu(struct clair_ctx *ctx)
{
	struct clair_hub hub = clair_signs_hub(ctx);
	uint32_t own = hub.text - hub.link_text;

	if (clair_is_site_map(ctx))
		return FOUND(CLAIR_PAGE_MENU, "title");
	if (hub.entries >= HUB_LEAST && hub.link_text >= hub.text / 2)
		return FOUND(CLAIR_PAGE_MENU, "links");
	if (hub.entries >= HUB_ENTRIES && own <= HUB_TEXT && own <= HUB_BYTES * hub.entries)
		return FOUND(CLAIR_PAGE_MENU, "links");
	return NOT_FOUND;
}

static struct clair_page_kind_found
find_form(struct clair_ctx *ctx)
{
	if (main_form(ctx, FORM_FIELDS) != NULL)
		return FOUND(CLAIR_PAGE_FORM, "form");
	return NOT_FOUND;
}

static struct clair_page_kind_found
find_by_title(struct clair_ctx *ctx)
{
	if (clair_signs_title(ctx, "page-legal"))
		return FOUND(CLAIR_PAGE_LEGAL, "title");
	if (clair_signs_title(ctx, "page-contact"))
		return FOUND(CLAIR_PAGE_CONTACT, "title");
	return NOT_FOUND;
}

/* An error, or the answers to a search: it looks like many things, and is none of them. */
static bool
is_answer(struct clair_ctx *ctx)
{
	return clair_signs_title(ctx, "page-answer");
}

/* A documentation shows fields and links as examples. */
static bool
shows_samples(struct clair_ctx *ctx)
{
	return clair_signs_samples(ctx) >= SAMPLES;
}

static struct clair_page_kind_found
find(struct clair_ctx *ctx)
{
	static const struct {
		struct clair_page_kind_found (*find)(struct clair_ctx *);
		bool not_of_samples;
	} steps[] = {{find_statement, false}, {find_by_title, false}, {find_payment, true},
	    {find_appointment, true}, {find_login, true}, {find_news, false}, {find_procedure, false},
	    {find_home, false}, {find_form, true}, {find_menu, true}};

	if (clair_is_home(ctx))
		return FOUND(CLAIR_PAGE_HOME, "address");
	if (is_answer(ctx))
		return FOUND(CLAIR_PAGE_OTHER, "title");
	for (size_t i = 0; i < CLAIR_LEN(steps); i++) {
		struct clair_page_kind_found found = NOT_FOUND;

		if (!steps[i].not_of_samples || !shows_samples(ctx))
			found = steps[i].find(ctx);
		if (found.kind != CLAIR_PAGE_OTHER)
			return found;
	}
	return NOT_FOUND;
}

struct clair_page_kind_found
clair_page_kind(struct clair_ctx *ctx)
{
	struct clair_facts *facts = ctx->facts;

	if (!facts->has_kind) {
		facts->has_kind = true;
		facts->kind = find(ctx);
	}
	return facts->kind;
}

const char *
clair_page_kind_name(enum clair_page_kind kind)
{
	static const char *const names[CLAIR_PAGE_KIND_COUNT] = {
	    [CLAIR_PAGE_OTHER] = "page",
	    [CLAIR_PAGE_HOME] = "home",
	    [CLAIR_PAGE_MENU] = "menu",
	    [CLAIR_PAGE_PROCEDURE] = "procedure",
	    [CLAIR_PAGE_FORM] = "form",
	    [CLAIR_PAGE_LOGIN] = "login",
	    [CLAIR_PAGE_PAYMENT] = "payment",
	    [CLAIR_PAGE_APPOINTMENT] = "appointment",
	    [CLAIR_PAGE_CONTACT] = "contact",
	    [CLAIR_PAGE_NEWS] = "news",
	    [CLAIR_PAGE_LEGAL] = "legal",
	    [CLAIR_PAGE_STATEMENT] = "statement",
	};

	return names[kind];
}
