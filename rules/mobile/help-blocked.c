/* Tools that help people to write and to read are not blocked. */
#include "clairlint/rule.h"
#include "rules/common/outcome.h"

enum { SPELLING, FILLING, MENU, SELECTION, COPY };

static const struct clair_message messages[] = {
	[SPELLING] = {
		.key = "spelling",
		.fr = "Ce champ interdit au navigateur de montrer les fautes : {name}.",
		.en = "This field forbids the browser to show mistakes: {name}.",
	},
	[FILLING] = {
		.key = "filling",
		.fr = "Ce champ interdit au navigateur de le remplir : {name}. Vérifier que c’est voulu.",
		.en = "This field forbids the browser to fill it: {name}. Check that it is meant.",
	},
	[MENU] = {
		.key = "menu",
		.fr = "La page bloque le clic droit : on ne peut plus traduire un mot, ni le faire lire.",
		.en = "The page blocks the right click: a word cannot be translated or read aloud any more.",
	},
	[SELECTION] = {
		.key = "selection",
		.fr = "La page empêche de choisir du texte : on ne peut plus traduire un mot, ni le faire lire.",
		.en = "The page prevents people from selecting text: a word cannot be translated or read aloud any more.",
	},
	[COPY] = {
		.key = "copy",
		.fr = "La page empêche de copier du texte : on ne peut plus le traduire, ni le garder.",
		.en = "The page prevents people from copying text: it cannot be translated or kept any more.",
	},
};

static bool
is_code(struct clair_ctx *ctx, const struct clair_node *field)
{
	const char *class = clair_attr(field, CLAIR_ATTR_CLASS);
	const char *id = clair_attr(field, CLAIR_ATTR_ID);

	return clair_matches(ctx, "code-field", clair_name(ctx, field)) ||
	    (class != NULL && clair_matches(ctx, "code-field", class)) ||
	    (id != NULL && clair_matches(ctx, "code-field", id));
}

static enum clair_outcome
check_spelling(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_TEXTAREA); i++) {
		const struct clair_node *field = clair_tag_at(ctx, CLAIR_TAG_TEXTAREA, i);

		if (!clair_attr_is(field, CLAIR_ATTR_SPELLCHECK, "false") || !clair_visible(ctx, field) ||
		    is_code(ctx, field))
			continue;
		clair_arg(clair_report_attr(ctx, field, CLAIR_ATTR_SPELLCHECK, SPELLING), "name",
		    clair_name(ctx, field));
		return CLAIR_FAIL;
	}
	return CLAIR_PASS;
}

static bool
refuses_filling(const struct clair_node *field)
{
	const struct clair_node *form = clair_closest(field, CLAIR_TAG_FORM);

	/* One that proposes places or names itself. */
	if (clair_attr_by_name(field, "aria-autocomplete") != NULL || clair_attr_by_name(field, "list") != NULL)
		return false;
	if (clair_has_attr(field, CLAIR_ATTR_AUTOCOMPLETE))
		return clair_attr_is(field, CLAIR_ATTR_AUTOCOMPLETE, "off");
	return form != NULL && clair_attr_is(form, CLAIR_ATTR_AUTOCOMPLETE, "off");
}

/* wcag22/authentication tells passwords. */
static enum clair_outcome
check_filling(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_INPUT); i++) {
		const struct clair_node *field = clair_tag_at(ctx, CLAIR_TAG_INPUT, i);

		if (!refuses_filling(field) || clair_attr_is(field, CLAIR_ATTR_TYPE, "password") ||
		    !clair_asks_person(ctx, field))
			continue;
		clair_arg(clair_review(ctx, field, FILLING), "name", clair_name(ctx, field));
		return CLAIR_REVIEW;
	}
	return CLAIR_PASS;
}

static enum clair_outcome
check_menu(struct clair_ctx *ctx)
{
	static const struct {
		const char *event;
		unsigned message;
	} events[] = {{"oncontextmenu", MENU}, {"onselectstart", SELECTION}, {"oncopy", COPY}};
	const struct clair_node *body = clair_tag_at(ctx, CLAIR_TAG_BODY, 0);

	for (size_t i = 0; body != NULL && i < CLAIR_LEN(events); i++) {
		const char *handler = clair_attr_by_name(body, events[i].event);

		if (handler == NULL || !clair_matches(ctx, "event-refused", handler))
			continue;
		clair_report(ctx, body, events[i].message);
		return CLAIR_FAIL;
	}
	return CLAIR_PASS;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	enum clair_outcome outcome = check_menu(ctx);

	if (clair_form_count(ctx) != 0)
		outcome = rule_worse(outcome, rule_worse(check_spelling(ctx), check_filling(ctx)));
	return outcome == CLAIR_PASS && clair_form_count(ctx) == 0 ? CLAIR_INAPPLICABLE : outcome;
}

CLAIR_RULE(mobile_help_blocked) = {
	.id = "mobile/help-blocked",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_MOTOR | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-133"),
	.title = {
		.fr = "La page laisse les outils qui aident à écrire et à lire",
		.en = "The page lets tools help people to write and to read",
	},
	.why = {
		.fr = "Qui écrit avec peine compte sur le correcteur et le remplissage. Qui lit mal le français fait traduire les mots.",
		.en = "People who write with effort rely on the spelling checker and on filling. People who read French badly have words translated.",
	},
	.remedy = {
		.fr = "Retirer spellcheck=\"false\", autocomplete=\"off\" et les codes qui bloquent un geste.",
		.en = "Remove spellcheck=\"false\", autocomplete=\"off\" and the codes that block a gesture.",
	},
	.limits = {
		.fr = "La règle ne voit que les attributs, pas les scripts. Le collage est vu par cognition/paste-blocked.",
		.en = "The rule sees attributes only, not scripts. Pasting is seen by cognition/paste-blocked.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
