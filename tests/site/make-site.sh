# For the shell checks: make_site COUNT FOLDER writes a site of so many pages.
# A page leads to the twenty under it, to ten others, and by its menu to seven; it has a few faults.
make_site() {
	mkdir "$2"
	awk -v count="$1" -v folder="$2" '
	function link(n) { return "<li><a href=\"/" (n == 0 ? "" : "p" n ".html") "\">Démarche numéro " n "</a></li>\n" }
	BEGIN {
		srand(1)
		for (n = 0; n < count; n++) {
			menu = below = other = ""
			for (i = 1; i <= 7; i++) menu = menu link(i)
			for (i = 1; i <= 20; i++) if (n * 20 + i < count) below = below link(n * 20 + i)
			for (i = 1; i <= 10; i++) other = other link(int(rand() * count))
			file = folder "/" (n == 0 ? "index" : "p" n) ".html"
			printf "<!DOCTYPE html><html lang=fr><head><meta charset=utf-8><title>Démarche numéro %d</title></head><body>\n" \
				"<header><p><a href=\"/\">Mairie</a></p><nav><ul>\n%s</ul></nav></header>\n<main><h1>Démarche numéro %d</h1>\n" \
				"<p>Vous pouvez demander la pièce %d en mairie. Il faut une pièce d’identité et un justificatif de domicile.</p>\n" \
				"<p><img src=\"plan-%d.png\"></p><form><input name=q%d></form>\n<h2>Suite</h2><ul>\n%s</ul><h2>Voir aussi</h2><ul>\n%s</ul></main>\n" \
				"<footer><p><a href=\"/p3.html\">Nous contacter</a></p></footer></body></html>\n", n, menu, n, n, n, n, below, other > file
			close(file)
		}
	}'
}
