/* What a page is for. */
#include "facts/home.h"
#include "facts/statement.h"

enum { FORM_FIELDS = 3 };

static bool
has_form_to_fill(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_form_count(ctx); i++) {
		const struct clair_form *form = clair_form(ctx, i);

		if (!form->is_search && !form->is_login && form->fields >= FORM_FIELDS &&
		    clair_region(ctx, form->node) == CLAIR_IN_MAIN)
			return true;
	}
	return false;
}

static bool
is_titled(struct clair_ctx *ctx, const char *pattern)
{
	return clair_matches(ctx, pattern, clair_heading_or_title(ctx));
}

static struct clair_page_kind_found
find(struct clair_ctx *ctx)
{
	if (clair_is_home(ctx))
		return (struct clair_page_kind_found){CLAIR_PAGE_HOME, "address"};
	if (clair_is_statement(ctx))
		return (struct clair_page_kind_found){CLAIR_PAGE_STATEMENT, "title"};
	if (is_titled(ctx, "page-legal"))
		return (struct clair_page_kind_found){CLAIR_PAGE_LEGAL, "title"};
	if (is_titled(ctx, "page-contact"))
		return (struct clair_page_kind_found){CLAIR_PAGE_CONTACT, "title"};
	if (has_form_to_fill(ctx))
		return (struct clair_page_kind_found){CLAIR_PAGE_FORM, "form"};
	return (struct clair_page_kind_found){CLAIR_PAGE_OTHER, ""};
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
