/* What is left of a page for site rules, once the page is gone. Lives in the result's arena. */
#ifndef CLAIR_FACTS_SUMMARY_H
#define CLAIR_FACTS_SUMMARY_H

#include "facts/ctx.h"
#include "facts/look.h"
#include "facts/nav.h"

struct clair_page_summary {
	const char *url;
	const char *title;
	const char *lang;
	int depth;
	bool is_home;
	uint8_t kind;        /* enum clair_page_kind */
	uint8_t prerequisites; /* CLAIR_NOT_A_PROCEDURE: none is meant */
	unsigned flags;      /* enum clair_summary_flag */
	struct clair_look look;
	uint16_t channels[CLAIR_CHANNEL_PLACES]; /* CLAIR_CHANNELS(…) | … */
	const char *channel_words[CLAIR_CHANNEL_COUNT]; /* that prove it, of the main content if they can; or NULL */
	enum clair_alternative alternative;
	uint8_t mention_state, declared_state; /* enum clair_conformity */
	struct clair_menu_words menu; /* of the main menu, 0: none */
	struct clair_spot spots[CLAIR_REPEATED_COUNT];
	struct clair_skip skip;
	struct clair_shared_label labels[CLAIR_SHARED_FIELD_COUNT];
	const char *canonical; /* address of rel=canonical, or NULL */
	const char **third_parties; /* hosts */
	uint32_t third_party_count;
	const char **links;  /* absolute, each once */
	uint32_t link_count;
	const uint8_t *link_parts; /* by link: set of enum clair_link_part; NULL: not kept for this page */
	/* Set by the run, once all pages are known. */
	size_t held;         /* bytes of the result, where its links lie */
	uint32_t order;      /* among the pages judged */
	uint32_t page;       /* index among the pages of the run */
	const struct clair_page_summary *parent; /* first page that leads to it in one click less */
};

/* Made from the facts of a page, in `arena`. NULL when the arena has failed. */
struct clair_page_summary *clair_summary_new(struct clair_ctx *ctx, struct clair_arena *arena);

#endif
