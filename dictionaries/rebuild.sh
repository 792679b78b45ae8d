#!/bin/sh
# Rebuilds the lists that come from the French language data. SOURCES.md says where these come from.
# usage: dictionaries/rebuild.sh FOLDER   (the folder of freq-fr.tsv, freq-lemma-fr.tsv, jargon.tsv and acronyms.tsv)
set -eu
from=$1
to=$(dirname "$0")/fr
export LC_ALL=C

# What people read has a typographic apostrophe; keys are compared with a straight one.
typographic_second() {
	awk -F'\t' -v OFS='\t' '!/^#/ { gsub(/\047/, "\342\200\231", $2) } { print }'
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
	# Mines is a word: the pension of miners has no acronym.
	awk -F'\t' '!/^#/ && $1 != "acronym" && $1 != "Mines" {
		key = toupper($1)
		if (!(key in long)) {
			order[++n] = key; name[key] = $1; long[key] = $2; plain[key] = $4; status[key] = $5
		} else if (index(tolower(long[key]), tolower($2)) == 0 && index(tolower($2), tolower(long[key])) == 0)
			long[key] = long[key] " ou " $2
	} END { for (i = 1; i <= n; i++) { k = order[i]; print name[k] "\t" long[k] "\t" plain[k] "\t" status[k] } }' \
	    "$from/acronyms.tsv" | sort | typographic_second
} > "$to/sigles.tsv"

# jargon NAME TITLE CONDITION: entries without guard, the first of each key. What ambigus.txt names
# counts as usual.
jargon() {
	{
		head_lines "$2" 'Own selection and wording. Columns: expression, plainer words, kind, register.' \
		    'Rebuilt by dictionaries/rebuild.sh.'
		awk -F'\t' 'FNR == NR { if (!/^#/) ambiguous[$0] = 1; next }
		!/^#/ && $1 != "expression" && $2 == "" {
			usual = $8 + 0 >= (index($1, " ") ? 300 : 100) || $1 in ambiguous
			if ('"$3"' && !seen[tolower($1)]++)
				print $1 "\t" $3 "\t" $4 "\t" $5
		}' "$(dirname "$0")/ambigus.txt" "$from/jargon.tsv" | sort | typographic_second
	} > "$to/$1.tsv"
}
jargon administratif 'Administrative words and the plainer words that may stand in their place.' \
    '$6 == "replace" && !usual'
jargon administratif-falc 'Formal words, usual in plain official French: only for easy-to-read (FALC) pages.' \
    '$6 == "hint" || ($6 == "replace" && usual)'
