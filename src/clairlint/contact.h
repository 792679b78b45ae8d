/* How to reach people: telephone numbers, opening hours, postal addresses, channels of the page. For rules: clairlint/rule.h includes it. */
#ifndef CLAIRLINT_CONTACT_H
#define CLAIRLINT_CONTACT_H

#include "clairlint/types.h"

/* What a call costs, by the number alone. Source: dictionaries/fr/telephones.tsv. */
enum clair_phone_kind {
	CLAIR_PHONE_ORDINARY,  /* as any call */
	CLAIR_PHONE_FREE,
	CLAIR_PHONE_PREMIUM,   /* more than an ordinary call */
	CLAIR_PHONE_SHORT,     /* four figures: the number does not tell */
	CLAIR_PHONE_HELP,      /* emergency and help lines: free */
	CLAIR_PHONE_FOREIGN,   /* not of the French plan */
	CLAIR_PHONE_UNKNOWN,   /* written as a number, but no such number is given out */
};

struct clair_phone {
	const char *digits;             /* 0140205050, 3939; of other countries, with their code: 3221234567 */
	enum clair_phone_kind kind;
	const struct clair_node *node;  /* the element that holds it */
	const struct clair_block *block; /* where it is written, or NULL when only a tel: link has it */
	uint32_t from, length;          /* bytes of clair_block_text */
	bool is_link;                   /* in a tel: link */
	bool is_fax;                    /* the words before it say so */
	bool says_price;                /* the words close by say what the call costs, or that it is free */
};

/* In the order of the page, exposed ones; a number written twice is there twice. */
size_t clair_phone_count(struct clair_ctx *ctx);
const struct clair_phone *clair_phone_at(struct clair_ctx *ctx, size_t index);

/* Days with their hours, as the text says them: a paragraph, a list, the cells of a table. */
enum { CLAIR_HOUR_RANGES = 4 };
struct clair_hours {
	const struct clair_block *block; /* where they begin */
	uint8_t days;                    /* bits, Monday first */
	bool closed;                     /* on those days */
	uint8_t count;                   /* of ranges */
	struct {
		uint16_t from, to;       /* minutes of the day */
	} ranges[CLAIR_HOUR_RANGES];
};
size_t clair_hours_count(struct clair_ctx *ctx);
const struct clair_hours *clair_hours_at(struct clair_ctx *ctx, size_t index);

/* Postal addresses of France, as the text or marked parts (microdata, RDFa) give them. Strings are "", never
 * NULL, when the address does not say it. Data that nobody sees (JSON-LD, meta) is not read. */
struct clair_address {
	const char *street;      /* its lines, joined by ", ": "Résidence Les Tilleuls, 14 rue Pasteur" */
	const char *box;         /* BP 12, CS 20371, TSA 10717, Libre réponse 71120 */
	const char *postcode;    /* five figures */
	const char *town;        /* as written, with its cedex: "Paris Cedex 07" */
	bool is_cedex;           /* mail only: people do not go there by this line */
	const struct clair_node *node;   /* the element that holds it */
	const struct clair_block *block; /* where the post code is written; NULL: made of marked parts */
	uint32_t from, length;   /* of post code and town: bytes of clair_block_text */
};
/* Exposed ones: those of the text in the order of the page, then those made of marked parts. */
size_t clair_address_count(struct clair_ctx *ctx);
const struct clair_address *clair_address_at(struct clair_ctx *ctx, size_t index);

/* The ways to reach somebody, or to get something done, that the page shows or names. */
enum clair_channel {
	CLAIR_CHANNEL_ONLINE, /* a form to fill, or words that lead to one */
	CLAIR_CHANNEL_EMAIL,
	CLAIR_CHANNEL_CHAT,   /* with a person or a machine */
	CLAIR_CHANNEL_APP,    /* of a telephone */
	CLAIR_CHANNEL_PHONE,  /* not a fax, an emergency line or a number abroad */
	CLAIR_CHANNEL_RELAY,  /* a call in writing or in sign language */
	CLAIR_CHANNEL_POST,   /* an address, or "par courrier" */
	CLAIR_CHANNEL_DESK,   /* an address with opening hours, or "au guichet", "en mairie" */
	CLAIR_CHANNEL_HELP,   /* people who help with procedures: France services, CCAS, conseiller numérique */
	CLAIR_CHANNEL_COUNT,
};
#define CLAIR_CHANNELS(channel) (1u << (channel))
/* Somebody to talk to. */
#define CLAIR_HUMAN_CHANNELS \
	(CLAIR_CHANNELS(CLAIR_CHANNEL_PHONE) | CLAIR_CHANNELS(CLAIR_CHANNEL_RELAY) | \
	    CLAIR_CHANNELS(CLAIR_CHANNEL_DESK) | CLAIR_CHANNELS(CLAIR_CHANNEL_HELP))
/* Without internet. */
#define CLAIR_OFFLINE_CHANNELS (CLAIR_HUMAN_CHANNELS | CLAIR_CHANNELS(CLAIR_CHANNEL_POST))
/* Without a voice. */
#define CLAIR_WRITTEN_CHANNELS \
	(CLAIR_CHANNELS(CLAIR_CHANNEL_ONLINE) | CLAIR_CHANNELS(CLAIR_CHANNEL_EMAIL) | \
	    CLAIR_CHANNELS(CLAIR_CHANNEL_CHAT) | CLAIR_CHANNELS(CLAIR_CHANNEL_RELAY) | \
	    CLAIR_CHANNELS(CLAIR_CHANNEL_POST))

/* On the page, or in its main content alone. */
enum clair_channel_place { CLAIR_CHANNEL_ON_PAGE, CLAIR_CHANNEL_IN_MAIN, CLAIR_CHANNEL_PLACES };
struct clair_channel_proof {
	const struct clair_node *node;   /* the element that shows it */
	const struct clair_block *block; /* the words that name it, or NULL */
	uint32_t from, length;           /* bytes of clair_block_text */
};
unsigned clair_channels(struct clair_ctx *ctx, enum clair_channel_place place); /* CLAIR_CHANNELS(…) | … */
/* The first one, or NULL when none was found. */
const struct clair_channel_proof *clair_channel(
    struct clair_ctx *ctx, enum clair_channel channel, enum clair_channel_place place);
/* What is left to people without internet. */
enum clair_alternative {
	CLAIR_ALTERNATIVE_NONE,      /* nothing was found */
	CLAIR_ALTERNATIVE_PAID,      /* the page says that it costs more, or only a premium number is left */
	CLAIR_ALTERNATIVE_LABORIOUS, /* by post alone */
	CLAIR_ALTERNATIVE_FREE,      /* somebody to call or to see */
	CLAIR_ALTERNATIVE_COUNT,
};
enum clair_alternative clair_alternative(struct clair_ctx *ctx);
/* none, paid, laborious, free. */
const char *clair_alternative_name(enum clair_alternative alternative);
/* online, email, chat, app, phone, relay, post, desk, help. */
const char *clair_channel_name(enum clair_channel channel);

#endif
