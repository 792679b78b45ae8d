/* What is known of a selector before any page: specificity, key, ancestors, states. */
#include "style/selector_parts.h"

enum { WEIGHT_LIMIT = 1023, ID_SHIFT = 20, CLASS_SHIFT = 10, ANCESTORS = 4 };

struct weight {
	uint32_t ids, classes, types;
};

uint32_t
clair_selector_hash(enum clair_selector_key kind, const char *text, size_t length, bool fold)
{
	uint32_t hash = 2166136261u ^ (uint32_t)kind;

	fold = fold || kind == CLAIR_KEY_TAG || kind == CLAIR_KEY_ATTRIBUTE;
	for (size_t i = 0; i < length; i++) {
		char byte = fold ? clair_css_lower(text[i]) : text[i];

		hash = (hash ^ (unsigned char)byte) * 16777619u;
	}
	return hash != 0 ? hash : 1;
}

/* --- Specificity: Selectors 4, section 16 ----------------------------------------------------- */

static void
add_weight(struct weight *weight, uint32_t specificity)
{
	weight->ids += specificity >> ID_SHIFT;
	weight->classes += specificity >> CLASS_SHIFT & WEIGHT_LIMIT;
	weight->types += specificity & WEIGHT_LIMIT;
}

static void
weigh_simple(struct weight *weight, const struct clair_simple *simple)
{
	switch (simple->kind) {
	case CLAIR_SIMPLE_ID:
		weight->ids++;
		break;
	case CLAIR_SIMPLE_TAG:
		weight->types++;
		break;
	case CLAIR_SIMPLE_IS:
	case CLAIR_SIMPLE_NOT:
	case CLAIR_SIMPLE_HAS:
		add_weight(weight, simple->list->specificity);
		break;
	case CLAIR_SIMPLE_WHERE:
		break;
	case CLAIR_SIMPLE_NTH:
		add_weight(weight, simple->nth.of != NULL ? simple->nth.of->specificity : 0);
		weight->classes += !simple->weightless;
		break;
	default:
		weight->classes += !simple->weightless;
		break;
	}
}

static uint32_t
at_most(uint32_t count)
{
	return count < WEIGHT_LIMIT ? count : WEIGHT_LIMIT;
}

static uint32_t
specificity(const struct clair_css_selector *selector)
{
	struct weight weight = {0};

	for (const struct clair_compound *one = selector->rightmost; one != NULL; one = one->left)
		for (const struct clair_simple *simple = one->simples; simple != NULL;
		     simple = simple->next)
			weigh_simple(&weight, simple);
	weight.types += selector->pseudo != CLAIR_PSEUDO_NONE;
	return at_most(weight.ids) << ID_SHIFT | at_most(weight.classes) << CLASS_SHIFT |
	    at_most(weight.types);
}

/* --- What may be, what cannot ----------------------------------------------------------------- */

static const struct clair_css_selector_list *
inner_list(const struct clair_simple *simple)
{
	if (simple->kind >= CLAIR_SIMPLE_IS)
		return simple->list;
	return simple->kind == CLAIR_SIMPLE_NTH ? simple->nth.of : NULL;
}

static void
note_inner(struct clair_css_selector *selector, const struct clair_simple *simple,
    const struct clair_css_selector_list *list)
{
	if (list->count != 0 && selector->depth <= list->depth)
		selector->depth = (uint8_t)(list->depth + 1);
	if (simple->kind == CLAIR_SIMPLE_NOT)
		return;
	selector->states |= list->states;
	if (!list->possible)
		selector->never = true;
}

static void
note_possible(struct clair_css_selector *selector)
{
	for (const struct clair_compound *one = selector->rightmost; one != NULL; one = one->left)
		for (const struct clair_simple *simple = one->simples; simple != NULL;
		     simple = simple->next) {
			const struct clair_css_selector_list *list = inner_list(simple);

			if (simple->kind == CLAIR_SIMPLE_NEVER)
				selector->never = true;
			if (simple->kind == CLAIR_SIMPLE_STATE)
				selector->states |= simple->detail;
			if (list != NULL)
				note_inner(selector, simple, list);
		}
}

/* --- Key and ancestors ------------------------------------------------------------------------ */

enum clair_selector_key
clair_selector_key_of(const struct clair_simple *simple)
{
	switch (simple->kind) {
	case CLAIR_SIMPLE_ID:
		return CLAIR_KEY_ID;
	case CLAIR_SIMPLE_CLASS:
		return CLAIR_KEY_CLASS;
	case CLAIR_SIMPLE_TAG:
		return CLAIR_KEY_TAG;
	default:
		return CLAIR_KEY_ANY;
	}
}

/* The list of :is() or :where() when all that it says must hold: it has one selector. */
static const struct clair_css_selector *
only_one(const struct clair_simple *simple)
{
	if ((simple->kind != CLAIR_SIMPLE_IS && simple->kind != CLAIR_SIMPLE_WHERE) ||
	    simple->list->count != 1)
		return NULL;
	return &simple->list->list[0];
}

static void
take_key(struct clair_css_selector *selector, enum clair_selector_key key, uint32_t hash)
{
	if (key <= selector->key)
		return;
	selector->key = (uint8_t)key;
	selector->key_hash = hash;
}

static void
find_key(struct clair_css_selector *selector)
{
	for (const struct clair_simple *simple = selector->rightmost->simples; simple != NULL;
	     simple = simple->next) {
		enum clair_selector_key key = clair_selector_key_of(simple);
		const struct clair_css_selector *inner = only_one(simple);

		if (inner != NULL)
			take_key(selector, inner->key, inner->key_hash);
		else if (key > selector->key)
			take_key(selector, key,
			    clair_selector_hash(key, simple->text, simple->length, simple->fold));
	}
}

static void
add_ancestor(struct clair_css_selector *selector, uint32_t hash)
{
	for (size_t i = 0; i < ANCESTORS; i++) {
		if (selector->ancestors[i] == hash)
			return;
		if (selector->ancestors[i] == 0) {
			selector->ancestors[i] = hash;
			return;
		}
	}
}

/* Every element has these above it: they would filter nothing. */
static bool
is_everywhere(const struct clair_simple *simple)
{
	return simple->id == CLAIR_TAG_HTML || simple->id == CLAIR_TAG_BODY;
}

static void
add_ancestors_of_kind(struct clair_css_selector *selector, const struct clair_compound *compound,
    enum clair_selector_key wanted)
{
	for (const struct clair_simple *simple = compound->simples; simple != NULL;
	     simple = simple->next) {
		const struct clair_css_selector *inner = only_one(simple);

		if (inner != NULL && inner->key == wanted)
			add_ancestor(selector, inner->key_hash);
		else if (clair_selector_key_of(simple) == wanted &&
		    (wanted != CLAIR_KEY_TAG || !is_everywhere(simple)))
			add_ancestor(selector, clair_selector_hash(
			    wanted, simple->text, simple->length, simple->fold));
	}
}

/* An ancestor of a sibling is one of the element too. Ids first, then classes: they are rarer. */
static void
find_ancestors(struct clair_css_selector *selector)
{
	for (int wanted = CLAIR_KEY_ID; wanted != CLAIR_KEY_ANY; wanted--)
		for (const struct clair_compound *one = selector->rightmost; one->left != NULL;
		     one = one->left)
			if (one->combinator == CLAIR_DESCENDANT || one->combinator == CLAIR_CHILD)
				add_ancestors_of_kind(
				    selector, one->left, (enum clair_selector_key)wanted);
	for (const struct clair_simple *simple = selector->rightmost->simples; simple != NULL;
	     simple = simple->next) {
		const struct clair_css_selector *inner = only_one(simple);

		for (size_t i = 0; inner != NULL && i < ANCESTORS && inner->ancestors[i] != 0; i++)
			add_ancestor(selector, inner->ancestors[i]);
	}
}

void
clair_selector_weigh(struct clair_css_selector *selector)
{
	selector->specificity = specificity(selector);
	note_possible(selector);
	find_key(selector);
	find_ancestors(selector);
}

void
clair_selector_list_add(struct clair_css_selector_list *list)
{
	const struct clair_css_selector *selector = &list->list[list->count++];

	if (selector->specificity > list->specificity)
		list->specificity = selector->specificity;
	if (selector->depth > list->depth)
		list->depth = selector->depth;
	list->states |= selector->states;
	list->possible = list->possible || !selector->never;
}
