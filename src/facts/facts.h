/* The table of facts of one page. Private to src/facts/: each module fills its own part on demand. */
#ifndef CLAIR_FACTS_FACTS_H
#define CLAIR_FACTS_FACTS_H

#include "facts/ctx.h"

/* Each module keeps its table behind its own pointer, NULL until the first question. */
struct clair_facts {
	struct clair_id_table *ids;         /* ids.c */
	struct clair_style_table *style;    /* style.c */
	struct clair_visibility *visibility;/* visible.c */
	struct clair_role_table *roles;     /* role.c */
	struct clair_owned_table *owned;    /* owned.c */
	struct clair_name_table *names;     /* name.c */
	struct clair_lang_table *langs;     /* lang.c */
	struct clair_twin_table *twins;     /* twin.c */
	struct clair_lang_parts *lang_parts; /* langparts.c */
	struct clair_outline *outline;      /* outline.c: landmarks, headings, regions */
	struct clair_menu_table *menus;     /* nav.c */
	struct clair_form_table *forms;     /* form.c */
	struct clair_asked_table *asked;    /* asked.c */
	struct clair_table_table *tables;   /* table.c */
	const char *base_url;               /* home.c: what references are resolved against */
	struct clair_page_kind_found kind;  /* kind.c */
	bool has_kind;
	struct clair_text_table *text;      /* block.c, sentence.c, word.c */
	struct clair_prose_table *prose;    /* prose.c */
	struct clair_reading_table *reading; /* readability.c */
	struct clair_rare_word_table *rare_words; /* rareword.c */
	struct clair_unknown_word_table *unknown_words; /* spelling.c */
	struct clair_acronym_table *acronyms; /* acronym.c */
	struct clair_hard_word_table *hard_words; /* hardword.c */
	struct clair_anchor_table *anchors; /* anchor.c */
	struct clair_namesake_table *namesakes; /* anchor.c */
	struct clair_inactive_table *inactive; /* inactive.c */
	struct clair_backdrop_table *backdrops; /* backdrop.c */
	struct clair_contrast_table *contrasts; /* contrast.c */
	struct clair_pairing *pairing;         /* pairing.c */
	bool handlers_known, handlers;         /* markup.c */
	struct clair_media_table *media;       /* media.c */
	struct clair_phone_table *phones;      /* phone.c */
	struct clair_hours_table *hours;       /* hours.c */
	bool address_known;                    /* address.c */
	const char *address;
	struct clair_request_table *requests;  /* request.c */
	bool weight_known;                     /* weight.c */
	struct clair_page_weight weight;
	bool viewport_known;                   /* phone_fit.c */
	const struct clair_node *viewport;
	bool personal_field_known;             /* phone_fit.c */
	const struct clair_node *personal_field;
	struct clair_download_table *downloads; /* download.c */
	struct clair_postal_table *postal;     /* postal.c */
	struct clair_channel_table *channels;  /* channel.c */
	struct clair_sheet_table *sheet;       /* procedure.c */
	struct clair_need_table *needs;        /* prerequisite.c */
	struct clair_entry_table *entries;     /* entry.c */
	const struct clair_procedure_label *procedure_label; /* procedure_label.c */
	bool procedure_label_known;
	struct clair_mention *mention;         /* mention.c */
	struct clair_statement_table *statement; /* statement.c */
	bool first_h1_known;                   /* statement.c */
	const struct clair_node *first_h1;
	const char *main_heading;              /* signs.c */
	bool says_you_known, says_you;         /* construction.c */
	bool falc_known, falc;                 /* falc.c */
};

#endif
