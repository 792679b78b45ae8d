#!/usr/bin/env python3
"""Writes a town's site of a few hundred pages, with one page of each kind that an audit looks for, a process in
four steps and another in two, three looks that few pages have, a page that cannot be tested, and many pages that are
all alike. Tells what was planted: page, why an audit wants it (one line each, in the order of their names).

usage: make-audit.py FOLDER [PAGES]   PAGES are those that are alike
"""
import os
import sys

MENU = '''<header class="haut"><p>Ville-Exemple</p><nav aria-label="Menu principal"><ul class="menu">
<li><a href="{0}index.html">Accueil</a></li><li><a href="{0}vie.html">Vie pratique</a></li>
<li><a href="{0}plan.html">Plan du site</a></li></ul></nav></header>'''
FOOTER = '''<footer class="bas"><ul><li><a href="{0}mentions.html">Mentions légales</a></li>
<li><a href="{0}accessibilite.html">Accessibilité : non conforme</a></li></ul></footer>'''
FIELDS = ''.join(f'<p><label for="{name}">{words}</label> <input id="{name}" name="{name}"></p>\n'
                 for name, words in (('nom', 'Nom'), ('rue', 'Rue'), ('ville', 'Ville'), ('courriel', 'Courriel')))
FORM = '<form method="post" action="/envoi">\n' + FIELDS + '<p><button>Envoyer</button></p></form>'
TEXT = '<p>La mairie vous accueille du lundi au vendredi. Le service répond à vos questions.</p>\n'


def step(number, count, body):
    return f'<h2>Étape {number} sur {count}</h2>\n{body}'


# Page, why, heading, main content.
PLANTED = [
    ('index.html', 'home', 'Bienvenue à Ville-Exemple', TEXT),
    ('contact.html', 'contact', 'Nous contacter', TEXT),
    ('mentions.html', 'legal', 'Mentions légales', TEXT),
    ('accessibilite.html', 'statement', 'Déclaration d’accessibilité',
     '<p>Ce site est non conforme avec le RGAA.</p><h2>État de conformité</h2>' + TEXT +
     '<h2>Contenus non accessibles</h2>' + TEXT + '<h2>Voies de recours</h2>' + TEXT),
    ('aide.html', 'help', 'Aide à la navigation', TEXT),
    ('plan.html', 'site-map', 'Plan du site', '<ul><li><a href="index.html">Accueil</a></li>\n'
     '<li><a href="contact.html">Contact</a></li></ul>'),
    ('recherche.html', 'search', 'Résultats de recherche pour « piscine »', TEXT),
    ('connexion.html', 'login', 'Connexion', '<form method="post" action="/entrer"><p><label for="nom">Courriel</label>'
     '<input id="nom" name="nom" type="email"></p><p><label for="mot">Mot de passe</label>'
     '<input id="mot" name="mot" type="password"></p><p><button>Se connecter</button></p></form>'),
    ('cantine/etape-1.html', 'step', 'Inscrire un enfant à la cantine', step(1, 4, FORM)),
    ('cantine/etape-2.html', 'step', 'Inscrire un enfant à la cantine', step(2, 4, FORM)),
    ('cantine/etape-3.html', 'step', 'Inscrire un enfant à la cantine', step(3, 4, FORM)),
    ('cantine/etape-4.html', 'step', 'Inscrire un enfant à la cantine', step(4, 4, TEXT)),
    ('salle/demande-1.html', 'step', 'Louer une salle', step(1, 2, FORM)),
    ('salle/demande-2.html', 'step', 'Louer une salle', step(2, 2, TEXT)),
    ('vie.html', 'menu', 'Vie pratique', '<ul>' + ''.join(
        f'<li><a href="{page}">{words}</a></li>\n' for page, words in (
            ('carte.html', 'Carte d’identité'), ('rendez-vous.html', 'Prendre rendez-vous'),
            ('budget.html', 'Le budget'), ('film.html', 'La ville en images'))) + '</ul>'),
    ('carte.html', 'procedure', 'Demander une carte d’identité', '<h2>Qui peut faire la demande ?</h2>' + TEXT +
     '<h2>Pièces à fournir</h2><ul><li>Une photo</li><li>Un justificatif de domicile</li></ul>'
     '<h2>Quel est le prix ?</h2><p>La carte est gratuite.</p>'),
    ('rendez-vous.html', 'appointment', 'Prendre rendez-vous', FORM),
    ('signaler.html', 'form', 'Signaler un trou dans la rue', FORM),
    ('actualites/fete.html', 'news', 'La fête de la ville', '<p>Publié le 3 mai 2026</p>' + TEXT),
    ('budget.html', 'data-table', 'Le budget', '<table><caption>Dépenses par an</caption><thead><tr>'
     '<th scope="col">Année</th><th scope="col">Euros</th></tr></thead><tbody><tr><td>2025</td><td>120</td></tr>'
     '<tr><td>2026</td><td>130</td></tr></tbody></table>'),
    ('film.html', 'media', 'La ville en images', '<video controls src="ville.mp4"></video>' + TEXT),
    ('bulletin.html', 'download', 'Le bulletin', '<p><a href="bulletin.pdf">Bulletin de mai (PDF, 2 Mo)</a></p>' + TEXT),
]
LOOKS = [
    ('galerie', '<div class="galerie"><figure class="vignette"><img src="a.jpg" alt="La place"></figure>'
     '<figure class="vignette"><img src="b.jpg" alt="Le pont"></figure><aside class="auteur">' + TEXT + '</aside></div>'),
    ('lettre', '<section class="bandeau"><article class="carte-large">' + TEXT + '</article><article class="carte-fine">' +
     TEXT + '</article></section><section class="appel"><details class="pli"><summary>Plus</summary>' + TEXT +
     '</details></section>'),
    ('chiffres', '<dl class="cles"><dt>Habitants</dt><dd>1 200</dd></dl><div class="courbe"><div class="axe">' + TEXT +
     '</div><div class="barre">' + TEXT + '</div></div>'),
]


def page(path, heading, body, links=''):
    up = '../' * path.count('/')
    return f'''<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>{heading} - Ville-Exemple</title></head><body>
{MENU.format(up)}<main><h1>{heading}</h1>
{body}{links}</main>{FOOTER.format(up)}</body></html>
'''


def write(folder, path, text):
    path = os.path.join(folder, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)


def main():
    folder = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    others = [f'fiches/f{n}.html' for n in range(count)]
    looks = [(f'{name}-{n}.html', body) for name, body in LOOKS for n in range(3)]
    everything = [path for path, *_ in PLANTED] + others + [path for path, _ in looks] + ['payer.html']
    links = '<ul class="toutes">' + ''.join(f'<li><a href="{path}">Page {path}</a></li>\n' for path in everything) + '</ul>'
    planted = []
    for path, why, heading, body in PLANTED:
        write(folder, path, page(path, heading, body, links if why == 'site-map' else ''))
        planted.append(f'{path}\t{why}')
    for path, body in looks:
        write(folder, path, page(path, f'Page {path}', body))
    planted += [f'{name}-\tlook' for name, _ in LOOKS]
    for path in others:
        write(folder, path, page(path, f'Fiche {path}', '<div class="fiche"><div class="texte">' + 3 * TEXT + '</div></div>'))
    # A shell that scripts fill.
    write(folder, 'payer.html', '<!DOCTYPE html><html lang="fr"><head><title>Paiement en ligne</title></head>'
          '<body><div id="app"></div><script src="app.js"></script></body></html>')
    print('\n'.join(sorted(planted)))


main()
