#!/usr/bin/env python3
"""Writes a site of PAGES pages with 12 defects of its template, on all pages or on half of them, and 30 single
ones, each on a page of its own, and the list of what was planted: rule, pages (one planted defect a line).

usage: make-large.py FOLDER [PAGES]   the list goes to standard output
"""
import os
import sys

SINGLES = [
    ('images/alt-missing', '<p class="{0}"><img src="{0}.png" class="{0}-image"></p>'),
    ('links/name-missing', '<p class="{0}">Le plan est ici : <a href="/{0}" class="{0}-lien"></a></p>'),
    ('forms/name-missing', '<form action="/{0}" class="{0}"><p><input type="text" name="{0}"></p>'
                           '<p><button>Envoyer la demande</button></p></form>'),
    ('frames/name-missing', '<div class="{0}"><iframe src="{0}.html"></iframe></div>'),
    ('structure/heading-name', '<div class="{0}"><h2 class="{0}-titre"></h2></div>'),
    ('forms/button-name', '<form action="/{0}" class="{0}"><p><button class="{0}-bouton"></button></p></form>'),
]


def main():
    folder = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 500
    os.makedirs(folder, exist_ok=True)
    single = {}
    for i in range(30):
        rule, body = SINGLES[i % len(SINGLES)]
        page = 5 + i * (count - 10) // 30
        single[page] = body.format('bloc-' + chr(ord('a') + i // 6) + chr(ord('a') + i % 6))
        print(f'{rule}\tp{page}.html')
    everything = ','.join(name(n) for n in range(count))
    half = ','.join(name(n) for n in range(count) if n % 2 == 0)
    for rule, where, _ in TEMPLATE:
        print(f'{rule}\t{everything if where == "all" else half}')
    for n in range(count):
        with open(os.path.join(folder, name(n)), 'w') as file:
            file.write(page_of(n, count, single.get(n, '')))


def name(n):
    return 'index.html' if n == 0 else f'p{n}.html'


# rule, pages, markup: each stands in a block of the template that has its class.
TEMPLATE = [
    ('images/alt-missing', 'all', '<p class="logo"><img src="logo.png" class="logo-ville"></p>'),
    ('links/name-missing', 'all', '<p class="reseau"><a href="/reseau" class="reseau-lien"></a></p>'),
    ('forms/name-missing', 'all', '<form action="/chercher" class="recherche"><p><input type="text" name="q">'
                                  ' <button>Chercher</button></p></form>'),
    ('frames/name-missing', 'all', '<div class="meteo"><iframe src="meteo.html"></iframe></div>'),
    ('forms/button-name', 'all', '<form action="/plus" class="plus"><p><button class="plus-bouton"></button></p></form>'),
    ('structure/heading-name', 'half', '<div class="annonce"><h2 class="annonce-titre"></h2></div>'),
    ('images/alt-missing', 'half', '<p class="banniere"><img src="banniere.png" class="banniere-image"></p>'),
    ('links/name-missing', 'half', '<p class="partage"><a href="/partage" class="partage-lien"></a></p>'),
    ('structure/heading-name', 'all', '<div class="encart"><h2 class="encart-titre"></h2></div>'),
    ('forms/name-missing', 'half', '<form action="/lettre" class="lettre"><p><input type="text" name="abonner">'
                                   ' <button>Recevoir la lettre</button></p></form>'),
    ('frames/name-missing', 'half', '<div class="video"><iframe src="video.html"></iframe></div>'),
    ('forms/button-name', 'half', '<form action="/imprimer" class="imprimer"><p><button class="imprimer-bouton"></button>'
                                  '</p></form>'),
]


def page_of(n, count, single):
    template = '\n'.join(markup for _, where, markup in TEMPLATE if where == 'all' or n % 2 == 0)
    more = ''.join(f'<li><a href="p{m}.html">La démarche numéro {m}</a></li>'
                   for m in range(n * 5 + 1, min(n * 5 + 6, count)))
    return f'''<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>La démarche numéro {n}, mairie de Clairval</title></head>
<body><header><p><a href="/">Mairie de Clairval</a></p></header>
<main><h1>La démarche numéro {n}</h1>
<p>Vous pouvez venir en mairie le lundi matin. Nous vous aidons.</p>
{single}
{'<ul>' + more + '</ul>' if more else ''}
</main>
<footer>
{template}
</footer></body></html>
'''


if __name__ == '__main__':
    main()
