#!/bin/sh
# Rebuilds the lists that come from the French language data. SOURCES.md says where these come from.
# usage: dictionaries/rebuild.sh FOLDER   (the folder of freq-fr.tsv, freq-lemma-fr.tsv, jargon.tsv and acronyms.tsv)
set -eu
from=$1
here=$(dirname "$0")
to=$here/fr
export LC_ALL=C

# What people read has a typographic apostrophe; keys are compared with a straight one.
typographic_second() {
	awk -F'\t' -v OFS='\t' '!/^#/ { gsub(/\047/, "\342\200\231", $2) } { print }'
}

# Long forms stand inside sentences. A capital opens the name of an institution alone of its kind, proper names and
# names in English; nothing else has one, not even the words that give the acronym its letters.
capitals_of_names_second() {
	awk -F'\t' -v OFS='\t' '
	function small(word) {
		sub(/^\303\211/, "\303\251", word)
		return word ~ /^[A-Z][A-Z]/ ? word : tolower(substr(word, 1, 1)) substr(word, 2)
	}
	function is_name(word) {
		return word ~ /^(État|Nations|Unies|République|Marine|Autorité|\(Numéro|European|Community|Credit|Transfer|System|Standard|Book|Number|Game|Information)\)?$/
	}
	function small_inside(text,    count, i, words, mark, word, out) {
		count = split(text, words, " ")
		for (i = 1; i <= count; i++) {
			mark = index(words[i], "\047")
			word = substr(words[i], mark + 1)
			if ((i > 1 || mark > 0) && words[i - 1] != "-" && !is_name(word)) word = small(word)
			out = out (i > 1 ? " " : "") substr(words[i], 1, mark) word
		}
		return out
	}
	function is_institution(text) {
		return text ~ /^(Agence|Association|Assurance formation|Autorité|Banque|Caisse|Casier|Centre national|Comité national|Commission (nationale|d.accès)|Conseil (national|supérieur)|Conseil économique, social et environnemental$|Cour |Direction|École des hautes|Espace économique|Établissement national|Fonds monétaire|Haute|Inspection|International|Institut national|Institution|Journal officiel|Mission|Mutualité|Nations|Office|Organisation|Pan |Régie|Registre|Société (des|civile des|française|nationale|pour)|Union)/
	}
	!/^#/ {
		$2 = small_inside($2)
		if (!is_institution($2)) $2 = small($2)
	} { print }'
}

head_lines() {
	printf '# %s\n' "$@"
}

{
	head_lines \
	    'French word forms and their rank, most used first, in the order of the bytes.' \
	    'Contains information from OpenSubtitles 2024 (OPUS, http://www.opensubtitles.org/), made available under the Open Data Commons Attribution License 1.0; list from npm @zxcvbn-ts/language-fr 4.1.2 (MIT, zxcvbn-ts contributors).' \
	    'One-letter words, missing from that list or too low in it, are given the rank of a usual word (100). Columns: form, rank. Rebuilt by dictionaries/rebuild.sh.'
	{
		for letter in a y à ô; do printf '%s\t100\n' "$letter"; done
		awk -F'\t' '!/^#/ && $1 != "form" { print $1 "\t" $2 }' "$from/freq-fr.tsv"
	} | sort -s -t "$(printf '\t')" -k1,1 -u
} > "$to/frequences.tsv"

{
	head_lines \
	    'French lemmas and how often they are met, for a thousand million words, in the order of the bytes.' \
	    'Contains information from OpenSubtitles 2024 (OPUS, http://www.opensubtitles.org/), made available under the Open Data Commons Attribution License 1.0; list from npm @zxcvbn-ts/language-fr 4.1.2 (MIT, zxcvbn-ts contributors).' \
	    'Estimated from the ranks of the forms, summed by lemma (hunspell-fr-classical 7.0); the uses of a form are shared equally between its lemmas. Columns: lemma, uses. Rebuilt by dictionaries/rebuild.sh.'
	awk -F'\t' '!/^#/ && $1 != "lemma" { printf "%s\t%.0f\n", $1, $2 * 1000 }' "$from/freq-lemma-fr.tsv" |
	    sort -s -t "$(printf '\t')" -k1,1 -u
} > "$to/frequences-lemmes.tsv"

{
	head_lines \
	    'French administrative acronyms and what they stand for; two meanings are parted by " ou ".' \
	    'Facts. Half from the abbreviations of service-public.fr (DILA - service-public.fr, 2021, Licence Ouverte 2.0), half our own.' \
	    'Columns: acronym, long form, plain gloss, status. Rebuilt by dictionaries/rebuild.sh.'
	# Mines is a word: the pension of miners has no acronym. The list lacks a word of DDTM (décret 2009-1484).
	awk -F'\t' '$1 == "DDTM" { sub(/^Direction des/, "Direction départementale des", $2) }
	!/^#/ && $1 != "acronym" && $1 != "Mines" {
		key = toupper($1)
		if (!(key in long)) {
			order[++n] = key; name[key] = $1; long[key] = $2; plain[key] = $4; status[key] = $5
		} else if (index(tolower(long[key]), tolower($2)) == 0 && index(tolower($2), tolower(long[key])) == 0)
			long[key] = long[key] " ou " $2
	} END { for (i = 1; i <= n; i++) { k = order[i]; print name[k] "\t" long[k] "\t" plain[k] "\t" status[k] } }' \
	    "$from/acronyms.tsv" | sort | capitals_of_names_second | typographic_second
} > "$to/sigles.tsv"

# The entries of the jargon data as revue.tsv has them, and those of ajouts.tsv. What ambigus.txt names, or what
# plain official French uses all the time ("usual"), is for easy-to-read pages.
reviewed() {
	awk -F'\t' -v OFS='\t' '
	function list_of(action, usual) {
		if (action == "explain") return usual ? "expliquer-falc" : "expliquer"
		if (action == "hint" || usual) return "administratif-falc"
		return "administratif"
	}
	/^#/ || $1 == "expression" { next }
	FILENAME ~ /ambigus/ { ambiguous[$1] = 1; next }
	FILENAME ~ /revue/ { verdict[$1] = $2; plain[$1] = $3; kind[$1] = $4; guard[$1] = $5; next }
	FILENAME ~ /ajouts/ { print $1, $2, $3, $4, $5; next }
	{
		key = ($1 "|" $2) in verdict ? $1 "|" $2 : $1
		usual = ($8 + 0 >= (index($1, " ") ? 300 : 100) && $2 == "") || ($1 in ambiguous && verdict[key] != "keep")
		action = $6
		if (action == "split" || action == "delete" && !($1 ~ / que$/) || verdict[key] == "drop")
			next
		if ($5 == "anglicisme" && verdict[key] == "")
			next
		if (verdict[key] == "falc") action = "hint"
		else if (verdict[key] == "explain") action = "explain"
		else if (verdict[key] == "keep") { action = "replace"; if ($6 == "replace" && $8 + 0 < 1000) usual = 0 }
		list = $5 == "latin" && list_of(action, usual) == "administratif" ? "latin" : list_of(action, usual)
		print list, $1, plain[key] != "" ? plain[key] : $3, kind[key] != "" ? kind[key] : $4, guard[key] != "" ? guard[key] : $2
	}' "$here/ambigus.txt" "$here/revue.tsv" "$here/ajouts.tsv" "$from/jargon.tsv"
}

# words LIST TITLE
words() {
	{
		head_lines "$2" 'Own selection and wording, reviewed in revue.tsv and ajouts.tsv.' \
		    'Columns: expression, plainer words, kind, guard (one of these lemmas stands near after). Rebuilt by dictionaries/rebuild.sh.'
		reviewed | awk -F'\t' -v OFS='\t' -v list="$1" '$1 == list && !seen[$2 "|" $5]++ { print $2, $3, $4, $5 }' |
		    sort | typographic_second
	} > "$to/mots/$1.tsv"
}
words administratif 'Administrative words and the plainer words that may stand in their place.'
words administratif-falc 'Formal words, usual in plain official French: only for easy-to-read (FALC) pages.'
words latin 'Latin, and French for it.'
words expliquer 'Words of the law and of the administration that stay, and what they mean.'
words expliquer-falc 'The same, usual in plain official French: only for easy-to-read (FALC) pages.'
