/* A home page leads early to what people come to do. */
#include "clairlint/rule.h"

enum { LATE };

static const struct clair_message messages[] = {
	[LATE] = {
		.key = "late",
		.fr = "La première démarche (« {text} ») vient après {count} parties. Le maximum conseillé est {max}.",
		.en = "The first task (“{text}”) comes after {count} parts. The advised maximum is {max}.",
	},
};

/* Headings of the main content, but the main one. */
static uint32_t
parts_before(struct clair_ctx *ctx, const struct clair_node *task)
{
	uint32_t parts = 0;

	for (size_t i = 0; i < clair_heading_count(ctx); i++) {
		const struct clair_node *heading = clair_heading(ctx, i);

		parts += clair_heading_level(ctx, heading) == 2 &&
		    clair_region(ctx, heading) == CLAIR_IN_MAIN && clair_follows(task, heading);
	}
	return parts;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const double max = clair_threshold(ctx, "cognition.accueil.blocs.max");
	const struct clair_node *task;
	struct clair_finding *finding;
	uint32_t parts;

	if (clair_page_kind(ctx).kind != CLAIR_PAGE_HOME || !clair_page_in_french(ctx))
		return CLAIR_INAPPLICABLE;
	task = clair_control_saying(ctx, "task-control", false);
	if (task == NULL)
		return CLAIR_INAPPLICABLE;
	parts = clair_region(ctx, task) == CLAIR_IN_MAIN ? parts_before(ctx, task) : 0;
	if (parts <= max)
		return CLAIR_PASS;
	finding = clair_review(ctx, task, LATE);
	clair_arg(finding, "text", clair_name(ctx, task));
	clair_arg_num(finding, "count", parts);
	clair_arg_num(finding, "max", max);
	return CLAIR_REVIEW;
}

CLAIR_RULE(cognition_home_task_late) = {
	.id = "cognition/home-task-late",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY,
	.needs = CLAIR_IDS("S-053"),
	.thresholds = CLAIR_IDS("cognition.accueil.blocs.max"),
	.title = {
		.fr = "La page d’accueil mène tôt aux démarches",
		.en = "The home page leads early to procedures",
	},
	.why = {
		.fr = "On vient pour faire une démarche. Si elle vient après les nouvelles et les images, on croit qu’elle n’y est pas.",
		.en = "People come to get something done. When it comes after news and pictures, they believe it is not there.",
	},
	.remedy = {
		.fr = "Mettre les démarches les plus demandées en haut de la page d’accueil.",
		.en = "Put the most wanted procedures at the top of the home page.",
	},
	.limits = {
		.fr = "La règle suit l’ordre du code, pas celui de l’écran. Un lien du menu suffit.",
		.en = "The rule follows the order of the code, not of the screen. A link in the menu is enough.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
