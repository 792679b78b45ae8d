/* Few things cut people short when they arrive on the page. */
#include "rules/common/text.h"

enum { MANY };

static const struct clair_message messages[] = {
	[MANY] = {
		.key = "many",
		.fr = "{count} choses peuvent couper la lecture dès l’arrivée : {list}. Le maximum conseillé est {max}.",
		.en = "{count} things may interrupt people as they arrive: {list}. The advised maximum is {max}.",
	},
};

enum { LIST_ROOM = 160 };

static bool
starts_by_itself(struct clair_ctx *ctx)
{
	static const enum clair_tag tags[] = {CLAIR_TAG_VIDEO, CLAIR_TAG_AUDIO};

	for (size_t t = 0; t < CLAIR_LEN(tags); t++)
		for (size_t i = 0; i < clair_tag_count(ctx, tags[t]); i++)
			if (clair_has_attr(clair_tag_at(ctx, tags[t], i), CLAIR_ATTR_AUTOPLAY))
				return true;
	return false;
}

static bool
carousel_moves(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *classes = clair_attr(node, CLAIR_ATTR_CLASS);
	const char *ride = clair_attr_by_name(node, "data-bs-ride");

	if (classes == NULL || !clair_matches(ctx, "carousel-class", classes))
		return false;
	ride = ride == NULL ? clair_attr_by_name(node, "data-ride") : ride;
	return (ride != NULL && rule_same(ride, "carousel")) ||
	    (clair_attr_by_name(node, "data-autoplay") != NULL &&
		!rule_same(clair_attr_by_name(node, "data-autoplay"), "false"));
}

static bool
has_class(struct clair_ctx *ctx, const struct clair_node *node, const char *pattern)
{
	const char *classes = clair_attr(node, CLAIR_ATTR_CLASS);

	return classes != NULL && clair_matches(ctx, pattern, classes);
}

/* What the boxes of the page show: a carousel, a banner of consent, a chat. */
struct boxes {
	bool carousel, consent, chat;
};

static struct boxes
look_at_boxes(struct clair_ctx *ctx)
{
	static const enum clair_tag tags[] = {CLAIR_TAG_DIV, CLAIR_TAG_SECTION, CLAIR_TAG_ASIDE};
	struct boxes found = {0};

	for (size_t t = 0; t < CLAIR_LEN(tags); t++) {
		for (size_t i = 0; i < clair_tag_count(ctx, tags[t]); i++) {
			const struct clair_node *box = clair_tag_at(ctx, tags[t], i);

			found.carousel = found.carousel || (carousel_moves(ctx, box) && clair_visible(ctx, box));
			found.consent = found.consent ||
			    (has_class(ctx, box, "consent-class") && clair_visible(ctx, box));
			found.chat =
			    found.chat || (has_class(ctx, box, "chat-class") && clair_visible(ctx, box));
		}
	}
	return found;
}

static bool
opens_a_window(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_DIALOG); i++)
		if (clair_has_attr(clair_tag_at(ctx, CLAIR_TAG_DIALOG, i), CLAIR_ATTR_OPEN))
			return true;
	return false;
}

static bool
script_says(struct clair_ctx *ctx, const char *pattern, bool in_text)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_SCRIPT); i++) {
		const struct clair_node *script = clair_tag_at(ctx, CLAIR_TAG_SCRIPT, i);
		const char *address = clair_attr(script, CLAIR_ATTR_SRC);

		if (address != NULL && clair_matches(ctx, pattern, address))
			return true;
		if (in_text && clair_matches(ctx, pattern, clair_raw_text(script)))
			return true;
	}
	return false;
}

static bool
loads_chat(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_request_count(ctx); i++)
		if (clair_request_at(ctx, i)->service == CLAIR_SERVICE_CHAT)
			return true;
	return false;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const double max = clair_threshold(ctx, "cognition.interruptions.max");
	const struct boxes boxes = look_at_boxes(ctx);
	const struct {
		bool found;
		const char *name;
	} things[] = {
	    {starts_by_itself(ctx), "<video autoplay>"},
	    {boxes.carousel, "carousel"},
	    {clair_tag_count(ctx, CLAIR_TAG_MARQUEE) > 0, "<marquee>"},
	    {opens_a_window(ctx), "<dialog open>"},
	    {boxes.consent || script_says(ctx, "consent-script", false), "cookies"},
	    {boxes.chat || loads_chat(ctx), "chat"},
	    {script_says(ctx, "notification-script", true), "notification"},
	};
	struct clair_finding *finding;
	char list[LIST_ROOM] = "";
	size_t length = 0;
	uint32_t count = 0;

	for (size_t i = 0; i < CLAIR_LEN(things); i++) {
		if (!things[i].found)
			continue;
		length = rule_append(list, length, sizeof(list), count == 0 ? "" : ", ");
		length = rule_append(list, length, sizeof(list), things[i].name);
		count++;
	}
	if (count == 0)
		return CLAIR_INAPPLICABLE;
	if (count <= max)
		return CLAIR_PASS;
	finding = clair_review_page(ctx, MANY);
	clair_arg(finding, "list", list);
	clair_arg_num(finding, "count", count);
	clair_arg_num(finding, "max", max);
	return CLAIR_REVIEW;
}

CLAIR_RULE(cognition_interruptions) = {
	.id = "cognition/interruptions",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY | CLAIR_BLIND,
	.needs = CLAIR_IDS("S-045"),
	.thresholds = CLAIR_IDS("cognition.interruptions.max"),
	.title = {
		.fr = "Peu de choses coupent la lecture",
		.en = "Few things interrupt people",
	},
	.why = {
		.fr = "Une personne inquiète ou fatiguée perd le fil à chaque fenêtre, à chaque chose qui bouge. Elle ne revient pas à sa lecture.",
		.en = "People who are worried or tired lose the thread at each window and each thing that moves. They do not come back to what they read.",
	},
	.remedy = {
		.fr = "Garder une seule de ces choses. Attendre un clic pour ouvrir les autres ou les faire bouger.",
		.en = "Keep one of these things. Wait for a click before the others open or move.",
	},
	.limits = {
		.fr = "La règle connaît des scripts et des classes. Elle ne voit pas ce que d’autres scripts ouvrent.",
		.en = "The rule knows some scripts and classes. It does not see what other scripts open.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
