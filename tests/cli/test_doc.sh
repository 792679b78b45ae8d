#!/bin/sh
# What `clairlint doc` writes: man pages, completions, the schema of the configuration and the site of the rules say
# the same as the table of options and the rules.
. tests/cli/lib.sh
docs=$work/docs

run 2 doc
run 0 doc "$docs"
silent err
run 0 doc "$work/again"
checks=$((checks + 1))
diff -r "$docs" "$work/again" > "$work/out" || fail "two runs differ: $(head -n 1 "$work/out")"
: > "$work/file"
run 2 doc "$work/file"
says err "$work/file"

for page in "$docs"/man/man?/* "$docs"/man/fr/man?/*; do
	checks=$((checks + 1))
	mandoc -T lint "$page" > "$work/out" 2>&1 || fail "mandoc: $(head -n 1 "$work/out")"
done

# Shells read their completions, and complete.
bash=$docs/completions/bash/clairlint
zsh=$docs/completions/zsh/_clairlint
fish=$docs/completions/fish/clairlint.fish
in_bash() {
	bash -c 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _clairlint; echo "${COMPREPLY[@]}"' \
		- "$bash" clairlint "$@" > "$work/out"
}
in_fish() {
	fish --no-config -c 'source $argv[1]; complete -C $argv[2]' "$fish" "$1" > "$work/out"
}
# What _arguments is told.
in_zsh() {
	zsh -fc '_arguments() { print -rl -- "$@" }; _describe() { print -rl -- "${(@P)2}" }
		words=("${@:2}"); CURRENT=${#words}; source "$1"' - "$zsh" clairlint "$@" > "$work/out"
}
in_bash ''
says out 'check site text'
in_bash check --fail-o
says out '--fail-on'
in_bash rules --fail-o
checks=$((checks + 1))
grep -q . "$work/out" && fail 'bash: rules takes --fail-on'
in_bash check --color ''
says out 'auto always never'
in_bash check --format ht
says out html
in_bash explain images/alt-m
says out images/alt-missing
in_bash check --disable images/alt-m
says out images/alt-missing
in_fish 'clairlint '
says out statement
in_fish 'clairlint check --fail-o'
says out '--fail-on'
in_fish 'clairlint check --fail-on b'
says out blocking
in_fish 'clairlint explain images/alt-m'
says out images/alt-missing
in_zsh ''
says out 'check:'
in_zsh check ''
says out '--fail-on['
says out '(auto always never)'
says out '*--enable['
in_zsh explain ''
says out images/alt-missing

# The pages of the rules show the examples of `explain`; the site has no failure for clairlint itself.
checks=$((checks + 1))
python3 tests/cli/doc.py "$CLAIRLINT" "$docs" > "$work/out" || fail "$(cat "$work/out")"
# Its pages about easy reading are not easy-to-read texts.
run 0 check "$docs/html" --profile conseil --fail-on major --quiet --no-config
finish
