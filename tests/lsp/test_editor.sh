#!/bin/sh
# A real editor, Neovim with its own client: findings, fixes and comments reach the text that it holds.
set -eu
if ! command -v nvim > /dev/null 2>&1; then
	echo 'skipped: nvim is absent'
	exit 0
fi
CLAIRLINT=$(realpath "$CLAIRLINT")
FOLDER=$(mktemp -d)
export CLAIRLINT FOLDER HOME="$FOLDER" XDG_CONFIG_HOME="$FOLDER" XDG_DATA_HOME="$FOLDER" XDG_STATE_HOME="$FOLDER"
unset LANG LC_ALL LC_MESSAGES LANGUAGE
trap 'rm -rf "$FOLDER"' EXIT
cat > "$FOLDER/page.html" <<'END'
<!DOCTYPE html>
<html lang="fr">
<head><meta charset="utf-8"><title>Les horaires de la mairie</title></head>
<body><main><h1>Été 😀</h1>
	<figure><img src="a.png" alt="Un plan"><figcaption>Le plan</figcaption></figure>
	<p>😀 <img src="plan.png"></p></main></body></html>
END
sed -e 's/<figure>/<figure role="figure">/' \
	-e 's/<img src="plan.png">/<!-- clairlint-ignore images\/alt-missing : refait en mars -->&/' "$FOLDER/page.html" > "$FOLDER/page.wanted"
printf '# Été 😀\n\nÉté 😀 : on paie au sein de la mairie.\n' > "$FOLDER/texte.md"
sed 's/au sein de/dans/' "$FOLDER/texte.md" > "$FOLDER/texte.wanted"
timeout -s KILL 120 nvim --headless -u NONE -i NONE -n -c "luafile tests/lsp/editor.lua" > "$FOLDER/said" 2>&1 || {
	cat "$FOLDER/said"
	exit 1
}
for name in page texte; do
	diff -u "$FOLDER/$name.wanted" "$FOLDER/$name.out"
done
