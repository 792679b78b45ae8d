/* An appointment can be made by telephone or on the spot. */
#include "rules/common/contact.h"
#include "rules/common/pattern.h"

enum { ONLINE_ONLY, VIDEO_ONLY, NO_OTHER_WAY };

static const struct clair_message messages[] = {
	[ONLINE_ONLY] = {
		.key = "online-only",
		.fr = "« {text} » : aucun téléphone ni guichet pour prendre rendez-vous n’a été trouvé sur la page.",
		.en = "“{text}”: no telephone or desk to make an appointment was found on the page.",
	},
	[VIDEO_ONLY] = {
		.key = "video-only",
		.fr = "« {text} » : vérifier qu’on peut aussi venir, ou parler au téléphone.",
		.en = "“{text}”: check that people may also come, or talk on the telephone.",
	},
	[NO_OTHER_WAY] = {
		.key = "no-other-way",
		.fr = "Cette page sert à prendre rendez-vous en ligne. Aucun téléphone et aucun guichet n’y ont été trouvés.",
		.en = "This page is for making appointments online. No telephone and no desk were found on it.",
	},
};

enum {
	OTHERS = CLAIR_CHANNELS(CLAIR_CHANNEL_PHONE) | CLAIR_CHANNELS(CLAIR_CHANNEL_RELAY) |
	    CLAIR_CHANNELS(CLAIR_CHANNEL_DESK),
};

static enum clair_outcome
tell(struct clair_ctx *ctx, const struct text_place *place, unsigned message)
{
	text_name(clair_review_part(ctx, place->block, place->offset, place->length, message), place);
	return CLAIR_REVIEW;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	struct text_place place;

	if (!clair_page_in_french(ctx))
		return CLAIR_INAPPLICABLE;
	if (text_find_in_page(ctx, "appointment-video-only", CLAIR_ALL_BLOCKS, &place))
		return tell(ctx, &place, VIDEO_ONLY);
	if (text_find_in_page(ctx, "appointment-online-only", CLAIR_ALL_BLOCKS, &place))
		return contact_has(ctx, OTHERS) ? CLAIR_PASS : tell(ctx, &place, ONLINE_ONLY);
	if (!contact_page_is(ctx, CLAIR_PAGE_APPOINTMENT))
		return CLAIR_INAPPLICABLE;
	if (contact_has(ctx, OTHERS))
		return CLAIR_PASS;
	clair_review_page(ctx, NO_OTHER_WAY);
	return CLAIR_REVIEW;
}

CLAIR_RULE(contact_appointment_online) = {
	.id = "contact/appointment-online",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-101", "S-103"),
	.title = {
		.fr = "On prend rendez-vous aussi par téléphone ou sur place",
		.en = "Appointments are also made by telephone or on the spot",
	},
	.why = {
		.fr = "Qui n’a pas internet n’a pas de rendez-vous, donc pas de papiers. La vidéo intimide, et demande du matériel.",
		.en = "Without internet there is no appointment, so no papers. Video is intimidating, and needs equipment.",
	},
	.remedy = {
		.fr = "Donner un numéro de téléphone et un guichet où prendre rendez-vous. Laisser choisir entre la vidéo, le téléphone et la visite.",
		.en = "Give a telephone number and a desk for appointments. Let people choose between video, telephone and a visit.",
	},
	.limits = {
		.fr = "La règle lit le texte de la page. Elle ne sait pas s’il reste des créneaux libres.",
		.en = "The rule reads the text of the page. It does not know whether there are free slots left.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
