/*
 * What the law asks a site to say: the mention and the statement of accessibility (loi 2005-102, article 47;
 * décret 2019-768), read and never guessed. For rules: clairlint/rule.h includes it.
 */
#ifndef CLAIRLINT_LEGAL_H
#define CLAIRLINT_LEGAL_H

#include "clairlint/text.h"
#include "clairlint/types.h"

/* A day of the calendar. year 0: none; day 0: only the month is said. */
struct clair_day {
	uint16_t year;
	uint8_t month, day;
};
/* The day of the run (options.today); year 0 when it was not given. */
struct clair_day clair_today(struct clair_ctx *ctx);
/* Whole months from one day to another, 0 when the other is not later. Both are known; a month without day
 * counts from its end. */
unsigned clair_months_between(struct clair_day from, struct clair_day to);

enum clair_conformity {
	CLAIR_CONFORMITY_UNKNOWN,
	CLAIR_CONFORMITY_NONE,
	CLAIR_CONFORMITY_PARTIAL,
	CLAIR_CONFORMITY_TOTAL,
	CLAIR_CONFORMITY_COUNT,
};
/* unknown, none, partial, total */
const char *clair_conformity_name(enum clair_conformity conformity);

/* --- The mention, on the home page ---------------------------------------------------------------- */

enum clair_mention_form {
	CLAIR_MENTION_MISSING,
	CLAIR_MENTION_NEAR,  /* the state is said in other words, or the words are there without a state */
	CLAIR_MENTION_EXACT, /* "Accessibilité : partiellement conforme", case and spaces aside */
};
struct clair_mention {
	enum clair_mention_form form;
	enum clair_conformity state;
	const struct clair_node *node; /* the link, or the element that holds the words; NULL when missing */
	const char *text;              /* "" when missing */
	const char *href;              /* of the link, as written; NULL when it is no link */
};
/* The best of the page. Never NULL. */
const struct clair_mention *clair_mention(struct clair_ctx *ctx);

/* --- The statement --------------------------------------------------------------------------------- */

/* The parts of the model, by their headings or by what they say. */
enum clair_statement_part {
	CLAIR_STATES_CONFORMITY = 1,
	CLAIR_STATES_RESULTS = 2,
	CLAIR_STATES_CONTENTS = 4,      /* what is not accessible */
	CLAIR_STATES_FAULTS = 8,
	CLAIR_STATES_BURDEN = 16,       /* a disproportionate burden */
	CLAIR_STATES_EXEMPT = 32,
	CLAIR_STATES_ESTABLISHED = 64,
	CLAIR_STATES_TECHNOLOGIES = 128,
	CLAIR_STATES_ENVIRONMENT = 256,
	CLAIR_STATES_TOOLS = 512,
	CLAIR_STATES_PAGES = 1024,
	CLAIR_STATES_CONTACT = 2048,
	CLAIR_STATES_RECOURSE = 4096,
};

enum clair_statement_contact {
	CLAIR_REACH_MAIL = 1,
	CLAIR_REACH_FORM = 2,
	CLAIR_REACH_PHONE = 4,
	CLAIR_REACH_POST = 8,
};

/* What the statement says of the Défenseur des droits. */
enum clair_ombudsman {
	CLAIR_OMBUDSMAN_NAMED = 1,
	CLAIR_OMBUDSMAN_FORM = 2,      /* a link to write */
	CLAIR_OMBUDSMAN_DELEGATES = 4,
	CLAIR_OMBUDSMAN_ADDRESS = 8,   /* Libre réponse 71120, 75342 Paris CEDEX 07 */
	CLAIR_OMBUDSMAN_SEAT = 16,     /* another address that is its own */
	CLAIR_OMBUDSMAN_OUTDATED = 32, /* an address that it has left */
	CLAIR_OMBUDSMAN_PHONE = 64,
};

enum clair_rate_base {
	CLAIR_RATE_NONE,
	CLAIR_RATE_CRITERIA, /* of the criteria */
	CLAIR_RATE_WHOLE,    /* a rate of conformity, without more */
	CLAIR_RATE_MEAN,     /* the mean of the pages */
};

/* Whether the page stands on the site that the statement names. */
enum clair_statement_place { CLAIR_PLACE_UNKNOWN, CLAIR_PLACE_SAME, CLAIR_PLACE_OTHER };

/* A document that the statement speaks of: the multi-year scheme, the plan of the year. */
struct clair_promised {
	const struct clair_block *block; /* NULL: not spoken of */
	bool is_link;
	uint16_t from, to;               /* years; 0: not said */
};

struct clair_statement {
	const struct clair_node *node; /* its main heading, or the page */
	const char *entity;   /* who declares, as written; "" when not said */
	const char *site;     /* what it applies to, as written; "" */
	const char *address;  /* of the site, as written there or beside the state; "" */
	enum clair_statement_place place;
	enum clair_conformity state;
	unsigned states;      /* all that it declares: 1 << enum clair_conformity */
	const struct clair_block *state_block; /* NULL: not said */
	enum clair_rate_base rate_base;
	double rate;          /* per cent; 0 without base */
	const struct clair_block *rate_block;
	bool rates_differ;    /* it gives several, of several audits: `rate` is the first */
	const char *referential; /* RGAA, EN 301 549, WCAG, "" */
	const char *version;  /* 4.1.2, "" */
	const struct clair_block *version_block;
	struct clair_day established, updated;
	const struct clair_block *date_block;
	const char *auditor;  /* as written, "interne" for one's own; "" */
	bool audit_absent;    /* it says that there was no audit */
	bool audited;         /* it speaks of an audit made */
	unsigned parts;       /* enum clair_statement_part */
	unsigned contact;     /* enum clair_statement_contact */
	unsigned ombudsman;   /* enum clair_ombudsman */
	const struct clair_block *outdated_block; /* of the address */
	struct clair_promised scheme, plan;
	const char *unfilled; /* the first words of the model that nobody filled in, "" */
	const struct clair_block *unfilled_block;
	bool plain;           /* it speaks of plain or easy language */
};
/* NULL when the page is not a statement. */
const struct clair_statement *clair_statement(struct clair_ctx *ctx);

/* --- Other notices --------------------------------------------------------------------------------------- */

/* What the main heading says the page is about: a set. */
enum clair_notice_kind {
	CLAIR_NOTICE_PRIVACY = 1, /* personal data */
	CLAIR_NOTICE_LEGAL = 2,   /* who publishes */
};
unsigned clair_notice_page(struct clair_ctx *ctx);

/* What the main content says. */
enum clair_notice {
	/* Règlement (UE) 2016/679, article 13. */
	CLAIR_NOTICE_PURPOSE = 1,
	CLAIR_NOTICE_BASIS = 2,
	CLAIR_NOTICE_DURATION = 4,
	CLAIR_NOTICE_RIGHTS = 8,
	CLAIR_NOTICE_OFFICER = 16,  /* whom to write to about data */
	CLAIR_NOTICE_AUTHORITY = 32, /* the CNIL */
	CLAIR_NOTICE_NO_DATA = 64,  /* that none is collected */
	/* Loi 2004-575, article 6. */
	CLAIR_NOTICE_PUBLISHER = 128,
	CLAIR_NOTICE_DIRECTOR = 256,
	CLAIR_NOTICE_HOST = 512,
};
unsigned clair_notice_said(struct clair_ctx *ctx);

/* What asks for consent to trackers: the control that accepts, and what stands beside it. All NULL: none. */
struct clair_consent {
	const struct clair_node *accept, *refuse, *settings;
};
struct clair_consent clair_consent(struct clair_ctx *ctx);

#endif
