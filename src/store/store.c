/* Opening, closing, and what is said when it fails. */
#include "report/message.h"
#include "store/inside.h"
#include "store/schema.h"

#include <stdlib.h>
#include <string.h>

static bool
is_postgres(const char *address)
{
	return strncmp(address, "postgresql://", 13) == 0 || strncmp(address, "postgres://", 11) == 0;
}

enum clair_status
clair_store_open(struct clair_store **out, const char *address, enum clair_store_mode mode,
    struct clair_store_fault *fault)
{
	struct clair_store *store = calloc(1, sizeof(*store));
	enum clair_status status;

	*out = NULL;
	*fault = (struct clair_store_fault){.why = CLAIR_STORE_FINE};
	if (store == NULL) {
		fault->why = CLAIR_STORE_NO_MEMORY;
		return CLAIR_NO_MEMORY;
	}
	status = is_postgres(address) ? clair_db_open_postgres(&store->db, address, mode, fault)
				      : clair_db_open_sqlite(&store->db, address, mode, fault);
	if (status == CLAIR_OK && !clair_store_migrate(store->db, clair_store_steps, CLAIR_STORE_VERSION)) {
		*fault = store->db->fault;
		status = fault->why == CLAIR_STORE_NO_MEMORY ? CLAIR_NO_MEMORY : CLAIR_IO;
	}
	if (status == CLAIR_OK) {
		*out = store;
		return CLAIR_OK;
	}
	clair_store_close(store);
	return status;
}

void
clair_store_close(struct clair_store *store)
{
	if (store == NULL)
		return;
	clair_db_close(store->db);
	free(store);
}

const struct clair_store_fault *
clair_store_fault(const struct clair_store *store)
{
	return &store->db->fault;
}

bool
clair_store_may_pass(enum clair_store_why why)
{
	return why == CLAIR_STORE_BUSY || why == CLAIR_STORE_LOST || why == CLAIR_STORE_FULL;
}

/* {address}, {version} and {detail} are put in. */
static const struct clair_text sentences[] = {
	[CLAIR_STORE_FINE] = {"tout va bien", "all is well"},
	[CLAIR_STORE_NO_MEMORY] = {"la mémoire manque", "out of memory"},
	[CLAIR_STORE_NOT_THERE] = {"la base {address} est introuvable{detail}",
	    "the store {address} cannot be found{detail}"},
	[CLAIR_STORE_FORBIDDEN] = {"la base {address} ne peut pas être ouverte : accès refusé{detail}",
	    "the store {address} cannot be opened: access denied{detail}"},
	[CLAIR_STORE_READ_ONLY] = {"on ne peut pas écrire dans la base {address}{detail}",
	    "the store {address} cannot be written to{detail}"},
	[CLAIR_STORE_NOT_ONE] = {"{address} n’est pas une base de clairlint. Rien n’y a été écrit",
	    "{address} is not a store of clairlint. Nothing was written to it"},
	[CLAIR_STORE_LATER] = {"la base {address} a été faite par une version plus récente de clairlint (tables de version "
	    "{version}). Installez cette version",
	    "the store {address} was made by a later version of clairlint (tables of version {version}). Install that "
	    "version"},
	[CLAIR_STORE_EARLIER] = {"la base {address} a été faite par une version plus ancienne de clairlint (tables de "
	    "version {version}). Une commande qui écrit, comme « clairlint campaign resume », la met à jour",
	    "the store {address} was made by an earlier version of clairlint (tables of version {version}). A command that "
	    "writes, such as “clairlint campaign resume”, brings it up to date"},
	[CLAIR_STORE_DAMAGED] = {"la base {address} est abîmée{detail}. Reprenez une copie",
	    "the store {address} is damaged{detail}. Go back to a copy"},
	[CLAIR_STORE_FULL] = {"le disque de la base {address} est plein. Ce qui était écrit reste",
	    "the disk of the store {address} is full. What was written stays"},
	[CLAIR_STORE_BUSY] = {"la base {address} est occupée par un autre programme{detail}",
	    "the store {address} is busy with another program{detail}"},
	[CLAIR_STORE_LOST] = {"la base {address} ne répond plus{detail}", "the store {address} no longer answers{detail}"},
	[CLAIR_STORE_ROUND_OPEN] = {"le relevé précédent n’est pas fini", "the round before is not ended"},
	[CLAIR_STORE_SITE_LEFT] = {"des sites restent à lire ou à juger", "some sites are still to be crawled or judged"},
	[CLAIR_STORE_BAD_SITES] = {"le site {name} est donné deux fois", "the site {name} is given twice"},
	[CLAIR_STORE_OTHER_ROUND] = {"les deux bases n’ont pas fait le relevé {name} avec la même version, les mêmes règles "
	    "et les mêmes options",
	    "the two stores did not make round {name} with the same version, rules and options"},
	[CLAIR_STORE_TWICE] = {"le site {name} a été lu dans les deux bases, et pas en même temps. Rien n’a été ajouté",
	    "the site {name} was crawled in both stores, at two moments. Nothing was added"},
	[CLAIR_STORE_OTHER] = {"la base {address} a refusé une demande{detail}",
	    "the store {address} refused a request{detail}"},
};

/* postgresql://name:secret@host/… */
static void
put_address(struct clair_buf *out, const char *address)
{
	const char *start = is_postgres(address) ? strstr(address, "://") + 3 : NULL;
	const char *host = start == NULL ? NULL : strchr(start, '@');
	const char *colon = host == NULL ? NULL : memchr(start, ':', (size_t)(host - start));

	/* A password may stand in what follows the question mark too. */
	if (colon == NULL) {
		clair_clean(out, address, start == NULL ? strlen(address) : strcspn(address, "?"), true);
		return;
	}
	clair_clean(out, address, (size_t)(colon - address), true);
	clair_clean(out, host, strcspn(host, "?"), true);
}

void
clair_store_say(struct clair_buf *out, enum clair_lang lang, const char *address,
    const struct clair_store_fault *fault)
{
	const struct clair_text *text = &sentences[fault->why];
	struct clair_argument arguments[] = {
		{.name = "address"},
		{.name = "version", .number = fault->version, .is_number = true},
		{.name = "name", .value = fault->detail},
		{.name = "detail", .is_ours = true},
	};
	struct clair_buf shown;
	struct clair_buf detail;

	clair_buf_init(&shown, 0);
	clair_buf_init(&detail, 0);
	put_address(&shown, address);
	if (fault->detail[0] != '\0') {
		clair_buf_puts(&detail, " (");
		clair_clean(&detail, fault->detail, strlen(fault->detail), true);
		clair_buf_putc(&detail, ')');
	}
	arguments[0].value = shown.bytes;
	arguments[3].value = detail.bytes;
	clair_format(out, lang, lang == CLAIR_FR ? text->fr : text->en, arguments,
	    sizeof(arguments) / sizeof(arguments[0]));
	clair_buf_free(&shown);
	clair_buf_free(&detail);
}
