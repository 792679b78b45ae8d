/* Messages that appear, to be heard by a person. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { STATUS, ALERT, PROGRESS, SUCCESS_UNTOLD, ERROR_UNTOLD, WAIT_UNTOLD };

static const struct clair_message messages[] = {
	[STATUS] = {
		.key = "status",
		.fr = "Cette zone a role=\"status\". Reçoit-elle les messages de réussite, sans rien "
		    "d’autre ?",
		.en = "This area has role=\"status\". Does it get the messages of success, and nothing "
		    "else?",
		.rgaa = CLAIR_IDS("7.5.1"),
	},
	[ALERT] = {
		.key = "alert",
		.fr = "Cette zone a role=\"alert\". Reçoit-elle les messages d’erreur, sans rien d’autre "
		    "?",
		.en = "This area has role=\"alert\". Does it get the messages of error, and nothing else?",
		.rgaa = CLAIR_IDS("7.5.2"),
	},
	[PROGRESS] = {
		.key = "progress",
		.fr = "Cette zone a role=\"{role}\". Dit-elle l’avancement à mesure qu’il change ?",
		.en = "This area has role=\"{role}\". Does it tell the progress as it changes?",
		.rgaa = CLAIR_IDS("7.5.3"),
	},
	[SUCCESS_UNTOLD] = {
		.key = "success-untold",
		.fr = "La classe « {class} » semble montrer un message. S’il apparaît après une action, "
		    "pourquoi n’est-il pas dans role=\"status\" ?",
		.en = "The class \"{class}\" seems to show a message. If it appears after an action, why "
		    "is it not in role=\"status\"?",
		.rgaa = CLAIR_IDS("7.5.1"),
	},
	[ERROR_UNTOLD] = {
		.key = "error-untold",
		.fr = "La classe « {class} » semble montrer une erreur. Si elle apparaît après une "
		    "action, pourquoi n’est-elle pas dans role=\"alert\" ?",
		.en = "The class \"{class}\" seems to show an error. If it appears after an action, why "
		    "is it not in role=\"alert\"?",
		.rgaa = CLAIR_IDS("7.5.2"),
	},
	[WAIT_UNTOLD] = {
		.key = "wait-untold",
		.fr = "La classe « {class} » semble montrer une attente. Si elle apparaît après une "
		    "action, comment est-elle dite à qui ne la voit pas ?",
		.en = "The class \"{class}\" seems to show a wait. If it appears after an action, how is "
		    "it told to who does not see it?",
		.rgaa = CLAIR_IDS("7.5.3"),
	},
};

enum { ANCESTORS_READ = 6 };

static const struct {
	const char *name;
	unsigned message;
} classes[] = {
	{"alert-success", SUCCESS_UNTOLD},
	{"fr-alert--success", SUCCESS_UNTOLD},
	{"fr-valid-text", SUCCESS_UNTOLD},
	{"success-message", SUCCESS_UNTOLD},
	{"snackbar", SUCCESS_UNTOLD},
	{"toast", SUCCESS_UNTOLD},
	{"alert-danger", ERROR_UNTOLD},
	{"alert-error", ERROR_UNTOLD},
	{"error-message", ERROR_UNTOLD},
	{"fr-alert--error", ERROR_UNTOLD},
	{"fr-error-text", ERROR_UNTOLD},
	{"invalid-feedback", ERROR_UNTOLD},
	{"loader", WAIT_UNTOLD},
	{"loading", WAIT_UNTOLD},
	{"progress-bar", WAIT_UNTOLD},
	{"spinner", WAIT_UNTOLD},
};

static bool
is_live(struct clair_ctx *ctx, const struct clair_node *node)
{
	switch (clair_role(ctx, node)) {
	case CLAIR_ROLE_ALERT:
	case CLAIR_ROLE_LOG:
	case CLAIR_ROLE_PROGRESSBAR:
	case CLAIR_ROLE_STATUS:
		return true;
	default:
		return clair_attr_is(node, CLAIR_ATTR_ARIA_LIVE, "polite") ||
		    clair_attr_is(node, CLAIR_ATTR_ARIA_LIVE, "assertive");
	}
}

static bool
is_told(struct clair_ctx *ctx, const struct clair_node *node)
{
	for (unsigned i = 0; node != NULL && i < ANCESTORS_READ; i++, node = clair_parent(node)) {
		if (is_live(ctx, node))
			return true;
	}
	return false;
}

static enum clair_outcome
check_class(struct clair_ctx *ctx, const struct clair_node *node)
{
	if (!clair_has_attr(node, CLAIR_ATTR_CLASS))
		return CLAIR_INAPPLICABLE;
	for (size_t i = 0; i < CLAIR_LEN(classes); i++) {
		if (!clair_attr_has_token(node, CLAIR_ATTR_CLASS, classes[i].name))
			continue;
		if (is_told(ctx, node))
			return CLAIR_INAPPLICABLE;
		clair_arg(clair_review(ctx, node, classes[i].message), "class", classes[i].name);
		return CLAIR_REVIEW;
	}
	return CLAIR_INAPPLICABLE;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	switch (clair_role(ctx, node)) {
	case CLAIR_ROLE_STATUS:
		clair_review(ctx, node, STATUS);
		return CLAIR_REVIEW;
	case CLAIR_ROLE_ALERT:
		clair_review(ctx, node, ALERT);
		return CLAIR_REVIEW;
	case CLAIR_ROLE_LOG:
	case CLAIR_ROLE_PROGRESSBAR:
		clair_arg(clair_review(ctx, node, PROGRESS), "role", clair_role_names[clair_role(ctx, node)]);
		return CLAIR_REVIEW;
	default:
		return clair_page_has_scripts(ctx) ? check_class(ctx, node) : CLAIR_INAPPLICABLE;
	}
}

CLAIR_RULE(scripts_status_message) = {
	.id = "scripts/status-message",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION,
	.audit = true,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_DIV, CLAIR_TAG_P, CLAIR_TAG_SPAN, CLAIR_TAG_UL, CLAIR_TAG_SECTION),
	.on_roles = CLAIR_KINDS(CLAIR_ROLE_STATUS, CLAIR_ROLE_ALERT, CLAIR_ROLE_LOG, CLAIR_ROLE_PROGRESSBAR),
	.rgaa = CLAIR_IDS("7.5.1", "7.5.2", "7.5.3"),
	.wcag = CLAIR_IDS("4.1.3"),
	.title = {
		.fr = "Un message qui apparaît est dit sans que l’on aille le chercher",
		.en = "A message that appears is told without being looked for",
	},
	.why = {
		.fr = "Qui ne voit pas l’écran ne sait pas qu’un message est apparu, sauf si la page le "
		    "dit.",
		.en = "Who does not see the screen does not know that a message has appeared, unless the "
		    "page says so.",
	},
	.remedy = {
		.fr = "Écrire les messages dans une zone déjà présente : role=\"status\", role=\"alert\" "
		    "ou role=\"log\".",
		.en = "Write messages in an area already there: role=\"status\", role=\"alert\" or "
		    "role=\"log\".",
	},
	.limits = {
		.fr = "Les zones sont reconnues à leur rôle, ou à des noms de classe courants.",
		.en = "Areas are recognised by their role, or by common names of classes.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
