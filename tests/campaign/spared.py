"""Who asked to be left alone is not asked for anything, as a site or as what other sites lead to: a host stands for what
is under it, an address for its pages.

usage: spared.py CLAIRLINT
"""
import http.server
import os
import sqlite3
import sys
import threading

import hosts
import lib
import tables

CAMPAIGN = """campaign: essai
contact: contact@association.example
sites:
  - organisation: Une
    address: {0}
  - organisation: Deux
    address: {1}
  - organisation: Trois
    address: {2}page1
  - organisation: Quatre
    address: http://www.ville.example/
opt-out:
  - host: {3}
    reason: demande du maire
    date: 2026-01-05
  - address: {2}
    reason: demande par courriel
    date: 2026-01-05
  - host: www.ville.example
    reason: demande par courrier
    date: 2026-01-05
"""

# One host, which the campaign may ask for though it is private: what is spared is one of its ports, and a folder.
HOST = '127.2.0.1'
PAGE = ('<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>%s</title>%s</head><body><main><h1>Mairie</h1>'
        '<p>La mairie est ouverte le lundi matin.</p>%s</main></body></html>')
LEADING = """campaign: voisins
contact: contact@association.example
max-pages: 20
sites:
  - organisation: Feuille, liens et plan
    address: {0}
  - organisation: Renvoyée
    address: {1}vieux
  - organisation: Son robots.txt est ailleurs
    address: {2}
opt-out:
  - address: {3}
    reason: demande par lettre
    date: 2026-01-05
  - address: {0}archives/
    reason: demande par courriel
    date: 2026-01-05
"""


class Server(http.server.ThreadingHTTPServer):
    """Answers what `paths` has: a text, or an address to go to. Keeps what it was asked for."""

    def __init__(self):
        super().__init__((HOST, 0), Handler)
        self.paths = {}
        self.asked = []
        self.address = 'http://%s:%d/' % (HOST, self.server_port)
        threading.Thread(target=self.serve_forever, daemon=True).start()


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append(self.path)
        told = self.server.paths.get(self.path, '')
        leads = told.startswith('http')
        kind = {'.txt': 'text/plain', '.css': 'text/css'}.get(os.path.splitext(self.path)[1], 'text/html; charset=utf-8')
        self.send_response(302 if leads else 200 if told else 404)
        self.send_header('Location' if leads else 'Content-Type', told if leads else kind)
        self.end_headers()
        self.wfile.write(b'' if leads else told.encode())

    def log_message(self, *_):
        pass


def neighbours(program, place, words):
    """Sites whose sheets, redirects, sitemaps and robots.txt lead to who is spared. `words`: the commands that crawl."""
    first, old, elsewhere, spared = servers = [Server() for _ in range(4)]
    links = '<p><a href="/bien">Bien</a> <a href="/archives/2020">2020</a> <a href="/vers">Vers</a></p>'
    sheets = ''.join('<link rel="stylesheet" href="%s">' % sheet for sheet in
                     (spared.address + 'a.css', '/b.css', '/archives/c.css', '/ici.css'))
    first.paths = {'/': PAGE % ('Accueil', sheets, links), '/bien': PAGE % ('Bien', '', ''),
                   '/vers': first.address + 'archives/2021', '/b.css': spared.address + 'b.css',
                   '/ici.css': 'p { color: black }', '/archives/2020': PAGE % ('2020', '', ''),
                   '/robots.txt': 'User-agent: *\nSitemap: /plan.xml\nSitemap: /archives/plan.xml\n',
                   '/plan.xml': first.address + 'archives/plan.xml'}
    old.paths = {'/vieux': spared.address + 'neuf'}
    elsewhere.paths = {'/': PAGE % ('Ailleurs', '', ''), '/robots.txt': spared.address + 'robots.txt'}
    spared.paths = {'/' + name: 'p { color: red }' for name in ('a.css', 'b.css', 'neuf', 'robots.txt')}
    campaign = os.path.join(place, 'voisins.yml')
    store = os.path.join(place, 'voisins.db')
    kept = os.path.join(place, 'kept')
    with open(campaign, 'w', encoding='utf-8') as out:
        out.write(LEADING.format(*[server.address for server in servers]))
    for line in words:
        lib.run(program, *[{'FILE': campaign, 'STORE': store, 'KEPT': kept}.get(word, word) for word in line])
    told = lib.run(program, 'campaign', 'report', campaign, '--store', store, '--lang', 'fr')
    lib.check(not spared.asked, 'asked of a port that is spared: %s' % spared.asked)
    archives = [path for path in first.asked if path.startswith('/archives')]
    lib.check(not archives, 'asked of a folder that is spared: %s' % archives)
    # They were led there: nothing was spared for want of an occasion.
    for server, path in ((first, '/b.css'), (first, '/vers'), (first, '/plan.xml'), (first, '/ici.css'), (old, '/vieux'),
                         (elsewhere, '/robots.txt')):
        lib.check(path in server.asked, '%s was not asked for' % path)
    rows = sqlite3.connect(store)

    def ask(query):
        return sorted(row[0] for row in rows.execute(query))
    lost = ask("SELECT url FROM lost_sheet WHERE why = 'opted-out'")
    lib.check(lost == sorted([spared.address + 'a.css', first.address + 'b.css', first.address + 'archives/c.css']),
              'sheets: %s' % lost)
    lib.check(ask('SELECT count(*) FROM lost_sheet') == [3], 'other sheets are lost')
    lib.check(ask("SELECT url FROM page WHERE reason = 'opted-out'") == sorted([first.address + 'vers', old.address + 'vieux']),
              'pages: %s' % ask("SELECT url || ' ' || coalesce(reason, '') FROM page"))
    lib.check(ask('SELECT stopped_because FROM crawl') == ['all-pages', 'all-pages', 'opted-out'],
              'stopped because: %s' % ask('SELECT stopped_because FROM crawl'))
    lib.check(ask('SELECT start_failure FROM crawl WHERE start_failure IS NOT NULL') == ['opted-out'], 'start failure')
    lib.check('Son propriétaire a demandé' in told, told)
    rows.close()
    for server in servers:
        server.shutdown()
        server.server_close()
    # What was spared has no page to judge again, and is told so again.
    before = tables.of_file(store)
    lib.run(program, 'campaign', 'again', campaign, '--store', store, '--archive', kept, '-q')
    lib.check(tables.of_file(store) == before, 'judged again: %s' % tables.first_difference(before, tables.of_file(store)))


def main():
    program = os.path.abspath(sys.argv[1])
    with lib.folder() as place:
        server = lib.Hosts(place)
        campaign = os.path.join(place, 'essai.yml')
        with open(campaign, 'w', encoding='utf-8') as out:
            out.write(CAMPAIGN.format(*[server.address(number) for number in range(3)], hosts.host_name(1)))
        lib.run(program, 'campaign', 'run', campaign, '--delay', '0', '-q')
        told = lib.run(program, 'campaign', 'status', campaign, '--lang', 'en')
        lib.run(program, 'campaign', 'resume', campaign, '-o', 'rapport.txt', wanted=2, says='-o va avec')
        server.stop()
        asked = {host for host, *rest in server.log()}
    lib.check(asked == {hosts.host_name(0)}, 'asked: %s' % asked)
    lib.check('Left alone as they asked: 3.' in told, told)
    with lib.folder() as place:
        neighbours(program, place, [['campaign', 'run', 'FILE', '--store', 'STORE', '--archive', 'KEPT', '--delay', '0',
                                     '-q']])
    # A worker has not read the file.
    with lib.folder() as place:
        neighbours(program, place, [['campaign', 'prepare', 'FILE', '--store', 'STORE', '--delay', '0', '-q'],
                                    ['worker', '--store', 'STORE', '--archive', 'KEPT', '--delay', '0', '--max-pages', '20', '-q']])
    lib.finish()


main()
