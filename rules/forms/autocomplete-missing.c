/* A field about the person helps to fill it. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { MISSING };

static const struct clair_message messages[] = {
	[MISSING] = {
		.key = "missing",
		.fr = "Le champ « {name} » n’a pas d’attribut autocomplete : ajouter "
		    "autocomplete=\"{token}\" s’il porte sur la personne.",
		.en = "The field \"{name}\" has no autocomplete attribute: add "
		    "autocomplete=\"{token}\" if it is about the person.",
	},
};

enum { LABEL_ROOM = 80 };

/* The label without its star, its colon or "(obligatoire)". */
static const char *
token_for(struct clair_ctx *ctx, const char *name)
{
	static const char *const ends[] = {"*", ":", ".", "(obligatoire)", "(requis)", "(facultatif)"};
	char label[LABEL_ROOM];
	size_t length = 0;
	bool cut = true;

	while (name[length] != '\0' && length < sizeof(label) - 1) {
		label[length] = name[length];
		length++;
	}
	if (name[length] != '\0')
		return NULL;
	while (cut) {
		cut = false;
		while (length > 0 && (label[length - 1] == ' ' || label[length - 1] == '\xA0' ||
		    label[length - 1] == '\xC2'))
			length--;
		label[length] = '\0';
		for (size_t i = 0; i < CLAIR_LEN(ends); i++) {
			if (rule_ends_with(label, ends[i])) {
				length -= rule_length(ends[i]);
				cut = true;
				break;
			}
		}
	}
	return clair_lookup(ctx, "champs-personnels", label);
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *field)
{
	static const char *const types[] = {"text", "email", "tel", "date", "password", NULL};
	const char *type = clair_attr(field, CLAIR_ATTR_TYPE);
	const struct clair_node *form = clair_closest(field, CLAIR_TAG_FORM);
	struct clair_finding *finding;
	const char *token;

	if (form == NULL || (!rule_blank(type) && !rule_in(type, types)) ||
	    !clair_exposed(ctx, field) || clair_has_attr(field, CLAIR_ATTR_DISABLED))
		return CLAIR_INAPPLICABLE;
	token = token_for(ctx, clair_name(ctx, field));
	if (token == NULL)
		return CLAIR_INAPPLICABLE;
	if (!rule_blank(clair_attr(field, CLAIR_ATTR_AUTOCOMPLETE)))
		return CLAIR_PASS;

	finding = clair_review(ctx, field, MISSING);
	clair_arg(finding, "name", clair_name(ctx, field));
	clair_arg(finding, "token", token);
	clair_fix_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_AUTOCOMPLETE, token);
	return CLAIR_REVIEW;
}

CLAIR_RULE(forms_autocomplete_missing) = {
	.id = "forms/autocomplete-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_COGNITIVE | CLAIR_MOTOR | CLAIR_LOW_LITERACY,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_INPUT, CLAIR_TAG_SELECT, CLAIR_TAG_TEXTAREA),
	.rgaa = CLAIR_IDS("11.13.1"),
	.wcag = CLAIR_IDS("1.3.5"),
	.needs = CLAIR_IDS("S-061", "S-132"),
	.title = {
		.fr = "Un champ sur la personne aide à le remplir",
		.en = "A field about the person helps to fill it",
	},
	.why = {
		.fr = "Le navigateur peut écrire le nom ou l’adresse à la place de qui écrit "
		    "avec peine.",
		.en = "The browser can write the name or the address for who finds writing hard.",
	},
	.remedy = {
		.fr = "Ajouter autocomplete avec la valeur de la norme HTML si le champ demande "
		    "une donnée de la personne elle-même.",
		.en = "Add autocomplete with the value of the HTML standard if the field asks "
		    "for a datum of the person themselves.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
