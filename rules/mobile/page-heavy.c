/* A page comes even with a slow network and little data. */
#include "clairlint/rule.h"
#include "rules/common/outcome.h"

enum { HEAVY, NOTABLE };

static const struct clair_message messages[] = {
	[HEAVY] = {
		.key = "heavy",
		.fr = "La page pèse {mega} Mo ou plus, en {requests} {requests|demande|demandes}. Attente : {fast} s à 8 Mbit/s, {slow} s à 512 kbit/s, {slowest} s à 64 kbit/s. Part d’un forfait de 1 Go : {share} %.",
		.en = "The page weighs {mega} MB or more, in {requests} {requests|request|requests}. Wait: {fast} s at 8 Mbit/s, {slow} s at 512 kbit/s, {slowest} s at 64 kbit/s. Share of a plan of 1 GB: {share} %.",
	},
	[NOTABLE] = {
		.key = "notable",
		.fr = "La page pèse {mega} Mo ou plus, en {requests} {requests|demande|demandes} à {hosts} {hosts|serveur|serveurs}. Attente : {fast} s à 8 Mbit/s, {slow} s à 512 kbit/s. Vérifier ce qui peut attendre.",
		.en = "The page weighs {mega} MB or more, in {requests} {requests|request|requests} to {hosts} {hosts|server|servers}. Wait: {fast} s at 8 Mbit/s, {slow} s at 512 kbit/s. Check what can wait.",
	},
};

enum { MEGA = 1000000, BITS = 8, GIGA = 1000 /* megabytes */ };

/* What both messages have. */
static void
say(struct clair_finding *finding, const struct clair_page_weight *weight)
{
	const double bits = weight->total * BITS;

	clair_arg_num(finding, "mega", rule_two_decimals(weight->total / MEGA));
	clair_arg_num(finding, "requests", weight->requests);
	clair_arg_num(finding, "fast", rule_two_decimals(bits / 8000000));
	clair_arg_num(finding, "slow", rule_two_decimals(bits / 512000));
}

static enum clair_outcome
tell(struct clair_ctx *ctx, const struct clair_page_weight *weight, bool heavy)
{
	struct clair_finding *finding = heavy ? clair_report_page(ctx, HEAVY) : clair_review_page(ctx, NOTABLE);

	say(finding, weight);
	if (!heavy) {
		clair_arg_num(finding, "hosts", weight->hosts);
		return CLAIR_REVIEW;
	}
	clair_arg_num(finding, "slowest", rule_two_decimals(weight->total * BITS / 64000));
	clair_arg_num(finding, "share", rule_two_decimals(weight->total / MEGA / GIGA * 100));
	return CLAIR_FAIL;
}

static void
measure(struct clair_ctx *ctx, const struct clair_page_weight *weight)
{
	clair_measure(ctx, "weight_bytes", weight->total);
	clair_measure(ctx, "weight_page", weight->page);
	clair_measure(ctx, "weight_scripts", weight->bytes[CLAIR_REQUEST_SCRIPT]);
	clair_measure(ctx, "weight_sheets", weight->bytes[CLAIR_REQUEST_SHEET]);
	clair_measure(ctx, "weight_images", weight->bytes[CLAIR_REQUEST_IMAGE]);
	clair_measure(ctx, "weight_frames", weight->bytes[CLAIR_REQUEST_FRAME]);
	clair_measure(ctx, "weight_media", weight->bytes[CLAIR_REQUEST_MEDIA]);
	clair_measure(ctx, "weight_requests", weight->requests);
	clair_measure(ctx, "weight_hosts", weight->hosts);
	clair_measure(ctx, "weight_unknown", weight->unknown);
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_page_weight *weight = clair_page_weight(ctx);
	const double mega = weight->total / MEGA;
	const bool known = weight->weighed && weight->requests - weight->unknown > 1;

	if (known)
		measure(ctx, weight);
	if (mega <= clair_threshold(ctx, "mobile.poids.notable"))
		return known ? CLAIR_PASS : CLAIR_INAPPLICABLE;
	return tell(ctx, weight, mega > clair_threshold(ctx, "mobile.poids.max"));
}

CLAIR_RULE(mobile_page_heavy) = {
	.id = "mobile/page-heavy",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_PHONE_ONLY | CLAIR_LOW_LITERACY,
	.needs = CLAIR_IDS("S-136", "S-137", "S-138", "S-141"),
	.thresholds = CLAIR_IDS("mobile.poids.max", "mobile.poids.notable"),
	.title = {
		.fr = "La page arrive même avec un petit réseau et un petit forfait",
		.en = "The page comes even with a slow network and a small data plan",
	},
	.why = {
		.fr = "Avec peu de réseau, la page n’arrive pas, ou s’arrête au milieu. Avec peu de forfait, chaque visite se paie. Une page légère use aussi moins d’énergie.",
		.en = "With a slow network the page does not come, or stops halfway. With little data, each visit costs money. A light page uses less energy too.",
	},
	.remedy = {
		.fr = "Réduire les images à la taille affichée, retirer les scripts qui ne servent pas, laisser attendre ce qui est en bas.",
		.en = "Reduce pictures to the size shown, remove scripts that are of no use, let what is far down wait.",
	},
	.limits = {
		.fr = "Sans l’option --weigh, seule la page elle-même est pesée, avant compression. Ce que les scripts et les feuilles de style demandent ensuite n’est pas compté.",
		.en = "Without the option --weigh, only the page itself is weighed, before compression. What scripts and style sheets ask for later is not counted.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
