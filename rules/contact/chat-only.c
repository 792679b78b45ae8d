/* A chat is not the only way to ask a question at once. */
#include "rules/common/contact.h"

enum { CHAT_ONLY };

static const struct clair_message messages[] = {
	[CHAT_ONLY] = {
		.key = "chat-only",
		.fr = "Le tchat semble être le seul moyen de poser vite une question : aucun téléphone et aucun lieu n’ont été trouvés sur la page.",
		.en = "The chat seems to be the only quick way to ask a question: no telephone and no place were found on the page.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_channel_proof *chat;

	if (!contact_page_is(ctx, CLAIR_PAGE_CONTACT) && !contact_page_is(ctx, CLAIR_PAGE_PROCEDURE))
		return CLAIR_INAPPLICABLE;
	chat = clair_channel(ctx, CLAIR_CHANNEL_CHAT, CLAIR_CHANNEL_ON_PAGE);
	/* A word in the menu is no way to ask about this page. */
	if (chat == NULL || (chat->block != NULL && clair_block_region(ctx, chat->block) != CLAIR_IN_MAIN))
		return CLAIR_INAPPLICABLE;
	if (contact_has(ctx, CLAIR_HUMAN_CHANNELS))
		return CLAIR_PASS;
	contact_review_proof(ctx, chat, CHAT_ONLY);
	return CLAIR_REVIEW;
}

CLAIR_RULE(contact_chat_only) = {
	.id = "contact/chat-only",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-115"),
	.title = {
		.fr = "Un tchat n’est pas le seul moyen de poser une question",
		.en = "A chat is not the only way to ask a question",
	},
	.why = {
		.fr = "Un tchat demande d’écrire vite et de comprendre des réponses toutes faites. Beaucoup de gens partent sans réponse.",
		.en = "A chat asks people to write fast and to understand ready-made answers. Many leave without an answer.",
	},
	.remedy = {
		.fr = "Donner aussi un numéro de téléphone et ses horaires. Dire quand une personne répond au tchat.",
		.en = "Give a telephone number and its hours too. Say when a person answers the chat.",
	},
	.limits = {
		.fr = "La règle connaît les tchats les plus répandus, et les mots qui les nomment.",
		.en = "The rule knows the most common chats, and the words that name them.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
