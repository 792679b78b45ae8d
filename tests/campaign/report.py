"""The report of a small campaign of two rounds in text, JSON, CSV and HTML: what is told is what was planted, names that
are made to hurt do nothing, the same store gives the same bytes.

usage: report.py CLAIRLINT [FOLDER]      FOLDER: where the pages are left, for a browser
"""
import csv
import html.parser
import http.server
import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import threading

import lib

TOP = os.path.dirname(os.path.dirname(lib.HERE))
SCHEMA = os.path.join(TOP, 'docs', 'schema', 'campaign-1.schema.json')
PAGES = 4
round_now = 1

# name, what its pages are like in each round
SITES = [
    ('Ville mendée', ('bare-logo', 'fine')),
    ('=cmd|"/C calc"!A1', ('bare-logo', 'bare-logo')),
    ('<script>alert(1)</script>', ('bare-logo', 'bare-logo')),
    ('Nouvelle "ville", & fille', ('fine', 'bare-map')),
    ('{n|a|b} %s %n', ('hostile', 'hostile')),
    ('+33 1 23', ('down', 'down')),
    ('Ville\tsecrète', ('fine', 'fine')),
    ('', ('fine', 'fine')),
]
LEFT = 6 # asked to be left alone


class Names(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def log_message(self, *words):
        pass

    def do_GET(self):
        number = int(self.headers['Host'].split(':')[0].split('.')[3]) - 1
        kind = SITES[number][1][round_now - 1]
        known = self.path == '/' or re.fullmatch('/page[1-%d]' % (PAGES - 1), self.path)
        body = page(number, self.path, kind).encode() if known and kind != 'down' else b''
        self.send_response(500 if kind == 'down' and known else 200 if known else 404)
        self.send_header('Content-Type', 'text/html; charset=utf-8')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def page(number, path, kind):
    """All sites have one template; what is planted in it is on all its pages."""
    planted = {
        'fine': '<div class="logo"><img src="logo%d.png" alt="Ville"></div>' % number,
        'bare-logo': '<div class="logo"><img src="logo%d.png"></div>' % number,
        'bare-map': '<div class="plan"><img src="plan%d.png"></div>' % number,
        # Words of the page are told again by the report.
        'hostile': '<div class="logo"><img src="=1+1&lt;script&gt;alert(2)&lt;/script&gt;&#x202e;.png"></div>',
    }[kind]
    links = ''.join('<li><a href="/page%d">Rubrique %d</a></li>' % (i, i) for i in range(1, PAGES))
    return ('<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Page %s du site %d</title></head><body>'
            '<header>%s</header><nav aria-label="Menu"><ul>%s</ul></nav><main><h1>Page %s</h1>'
            '<p>La mairie vous accueille le lundi. Vous pouvez demander une carte.</p></main></body></html>') % (
                path, number, planted, links, path)


def write_campaign(place, port):
    path = os.path.join(place, 'essai.yml')
    with open(path, 'w', encoding='utf-8') as out:
        json.dump({
            'campaign': 'essai', 'title': 'Les sites <b>d’ici</b> & d’ailleurs', 'contact': 'contact@association.example',
            'sites': [{'organisation': name, 'address': address(number, port), 'territory': 'Bretagne', 'kind': 'commune',
                       'own': True} for number, (name, kinds) in enumerate(SITES)],
            'opt-out': [{'address': address(LEFT, port), 'reason': 'demande par lettre', 'date': '2026-01-05'}],
        }, out, ensure_ascii=False)
    return path


def address(number, port):
    return 'http://127.2.0.%d:%d/' % (number + 1, port)


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def validates(path):
    told = subprocess.run([sys.executable, '-B', os.path.join(TOP, 'tests', 'report', 'validate.py'), SCHEMA, path],
                          stdout=subprocess.PIPE, text=True)
    return told.returncode == 0, told.stdout


def write_all(program, campaign, action, place, *more):
    """All formats in one run: their bytes by name."""
    names = {name: os.path.join(place, '%s.%s' % (action, name)) for name in ('text', 'json', 'csv', 'html')}
    words = [word for name, path in names.items() for word in ('--format', '%s=%s' % (name, path))]
    lib.run(program, 'campaign', action, campaign, '-q', *words, *more)
    return {name: read(path) for name, path in names.items()}, names


# --- What each format tells -------------------------------------------------------------------------

def rows_of(bytes_):
    text = bytes_.decode('utf-8')
    lib.check(text.startswith('\ufeff') and '\r\n' in text, 'the CSV has no mark, or other line ends')
    return list(csv.DictReader(io.StringIO(text[1:], newline='')))


def hold_json(told, port, database):
    sites = {site['address']: site for site in told['sites']}
    site = [sites[address(number, port)] for number in range(len(SITES))]
    lib.check(told['round']['number'] == 2 and told['round']['ended'] is not None, 'round: %s' % told['round'])
    lib.check(told['counts']['sites'] == len(SITES) and told['counts']['excluded'] == 1, 'counts: %s' % told['counts'])
    lib.check([(f['why'], f['sites']) for f in told['failures']] == [('http-status', 1)], 'failures: %s' % told['failures'])
    lib.check(told['failures'][0]['text'] == 'Le serveur a répondu par une erreur', 'failures: %s' % told['failures'])
    lib.check(site[LEFT]['crawl_state'] == 'excluded' and site[LEFT]['scores']['access'] is None, 'left alone: %s' % site[LEFT])
    # The rules, as the view of the store counts them.
    wanted = database.execute('select rule, sites_failed, pages_failed from v_rule where round = 2 and sites_failed > 0').fetchall()
    wanted = {rule: (count, pages) for rule, count, pages in wanted}
    lib.check(0 < len(told['rules']) <= 10, '%d rules' % len(told['rules']))
    for rule in told['rules']:
        lib.check(wanted.get(rule['rule']) == (rule['sites'], rule['pages']), '%s: %s' % (rule, wanted.get(rule['rule'])))
    counts = [rule['sites'] for rule in told['rules']]
    lib.check(counts == sorted(counts, reverse=True), 'rules out of order: %s' % counts)
    lib.check(counts[0] == max(count for count, pages in wanted.values()), 'the first rule is not of most sites')
    alone = next(rule for rule in told['rules'] if rule['rule'] == 'images/alt-missing')
    lib.check(alone['sites'] == 4 and alone['pages'] == 4 * PAGES, 'images without an alternative: %s' % alone)
    # Three of them are of one template.
    lib.check(alone['shared']['sites'] == 3 and alone['shared']['pages'] == 3 * PAGES, 'shared: %s' % alone['shared'])
    # What was planted, and taken away.
    images = lambda causes: [cause['rule'] for cause in causes if cause['rule'] == 'images/alt-missing']
    lib.check(images(site[0]['since']['mended']) and not images(site[0]['since']['new']), 'mended: %s' % site[0]['since'])
    lib.check(images(site[3]['since']['new']) and not images(site[3]['since']['mended']), 'new: %s' % site[3]['since'])
    for number in (1, 2, 4):
        turns = site[number]['since']['causes']
        lib.check(turns['mended'] == 0 and turns['new'] == 0 and turns['kept'] > 0, 'site %d: %s' % (number, turns))
    lib.check(site[5]['since'] is None and site[5]['why'] is not None, 'not tested: %s' % site[5])
    for turn in ('mended', 'new', 'kept'):
        lib.check(told['since']['causes'][turn] == sum(one['since']['causes'][turn] for one in site if one['since']),
                  '%s in all is not their sum' % turn)
    lib.check(told['since']['sites'] == told['since']['sites_compared'] == 6 and told['since']['same_rules'], 'since: %s' % told['since'])
    turned = {rule['rule']: rule for rule in told['since']['rules']}['images/alt-missing']
    lib.check((turned['mended_sites'], turned['new_sites']) == (1, 1), 'turned: %s' % turned)


def hold_csv(rows, told):
    lib.check(len(rows) == len(SITES), '%d rows' % len(rows))
    for row, site in zip(rows, told['sites']):
        for cell in row.values():
            lib.check(cell.lstrip(' ')[:1] not in ('=', '+', '-', '@'), 'a formula: %s' % cell)
        done = site['crawl_state'] == 'done'
        lib.check(row['address'] == site['address'] and row['crawl_state'] == site['crawl_state'], 'row: %s' % row)
        lib.check(row['pages_tested'] == (str(site['pages_tested']) if done else ''), 'pages of a row: %s' % row)
        for axis in ('access', 'comprehension', 'journey'):
            score = site['scores'][axis]
            lib.check(row[axis + '_score'] == ('' if score is None else '%.1f' % score), '%s: %s' % (axis, row))
        since = site['since']
        for column, turn in (('causes_mended', 'mended'), ('causes_new', 'new'), ('causes_kept', 'kept')):
            lib.check(row[column] == ('' if since is None else str(since['causes'][turn])), '%s: %s' % (column, row))
        failed = {rule['rule']: str(rule['pages']) for rule in site['rules_failed']}
        for rule in told['rules']:
            lib.check(row['pages_failing:' + rule['rule']] == failed.get(rule['rule'], ''), '%s: %s' % (rule['rule'], row))
    lib.check(rows[1]['organisation'] == "'" + SITES[1][0], 'a name: %s' % rows[1]['organisation'])
    lib.check(rows[3]['organisation'] == SITES[3][0], 'a name: %s' % rows[3]['organisation'])


def judge(program, page_):
    told = subprocess.run([program, 'check', page_, '--no-config', '--fail-on', 'minor', '-q'], stdout=subprocess.PIPE,
                          text=True, env=lib.environment())
    lib.check(told.returncode == 0, 'clairlint finds something wrong: %s' % told.stdout)


class Tables(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.tables, self.tags, self.cell = [], [], None

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        if tag == 'table':
            self.tables.append([])
        elif tag == 'tr':
            self.tables[-1].append([])
        elif tag in ('td', 'th'):
            self.tables[-1][-1].append('')
            self.cell = True

    def handle_endtag(self, tag):
        if tag in ('td', 'th'):
            self.cell = None

    def handle_data(self, data):
        if self.cell:
            self.tables[-1][-1][-1] += data


def hold_html(program, path, place, lang):
    page_ = read(path).decode('utf-8')
    tables = Tables()
    tables.feed(page_)
    # Rules, what changed by rule and by site, sites, reasons.
    lib.check([len(table) for table in tables.tables][2:] == [7, len(SITES) + 1, 2], 'tables: %s' % [len(t) for t in tables.tables])
    names = [row[0] for row in tables.tables[3][1:]]
    lib.check(all(name in told for (name, kinds), told in zip(SITES, names) if '\t' not in name), 'names: %s' % names)
    lib.check(tables.tags.count('script') == 1 and 'img' not in tables.tags and 'b' not in tables.tags, 'markup of others')
    lib.check('\u202e' not in page_ and 'src="' not in page_ and '<link' not in page_, 'something is fetched, or hidden')
    lib.check('<html lang="%s">' % lang in page_, 'language')
    alone = os.path.join(place, lang)
    os.makedirs(alone, exist_ok=True)
    with open(os.path.join(alone, 'rapport.html'), 'w', encoding='utf-8') as out:
        out.write(page_)
    judge(program, alone)


def hold_text(text, port):
    lines = text.splitlines()
    lib.check(sum('http://127.2.0.' in line for line in lines) == len(SITES) + 6, 'lines: %s' % text)
    down = next(line for line in lines if address(5, port) in line)
    lib.check(down.endswith('(Le serveur a répondu par une erreur)'), 'down: %s' % down)
    lib.check(any(', 16 pages, ' in line and line.endswith('(images/alt-missing)') for line in lines), text)
    lib.check(any(line.startswith('Réparées\u00a0: 1. Nouvelles\u00a0: 0.') and address(0, port) in line for line in lines), text)
    lib.check(any('(site entier)' in line for line in lines) and ', 0 page' not in text, text)
    lib.check(not set(text) & {'\u202e', '\x1b', '\t'}, 'control characters')


def hold_other_rules(program, campaign, place, database):
    """Sites that were judged by other rules than in the round before do not hide what became of the others."""
    other = "update crawl set rules_digest = 'others' where round = 2 and site in (select id from site where key like '%%//127.2.0.%s:%%')"
    place = os.path.join(place, 'others')
    os.mkdir(place)
    for host, said, compared in (
            ('1', '1 site a été jugé avec d’autres règles\u00a0: il n’est pas comparé.', 5),
            ('2', '2 sites ont été jugés avec d’autres règles\u00a0: ils ne sont pas comparés.', 4),
            ('_', 'Les règles ont changé depuis le tour d’avant. On ne peut pas dire', 0)):
        database.execute(other % host)
        database.commit()
        told, paths = write_all(program, campaign, 'report', place)
        fine, why = validates(paths['json'])
        lib.check(fine, 'schema, other rules: %s' % why)
        document = json.loads(told['json'])
        since = document['since']
        lib.check((since['sites'], since['sites_compared'], since['same_rules']) == (6, compared, False), 'other rules: %s' % since)
        kept = sum(site['since']['causes']['kept'] for site in document['sites'] if site['since'] and site['since']['same_rules'])
        lib.check((since['causes']['mended'], since['causes']['new'], since['causes']['kept']) == (0, 1 if compared else 0, kept),
                  'other rules: %s' % since)
        text, page_ = told['text'].decode(), told['html'].decode()
        lib.check(said in text and ('Sites comparés\u00a0: %d.' % compared in text) == (compared > 0), text)
        tables = Tables()
        tables.feed(page_)
        rows = [len(table) - 1 for table in tables.tables if table[0][1:2] == ['Réparées']]
        lib.check(said in page_ and rows == [compared] * (compared > 0), 'sites compared in HTML: %s' % rows)
        lib.check(text.count('(les règles ont changé)') == 6 - compared, text)


def hold_status(program, campaign, place, port):
    told, paths = write_all(program, campaign, 'status', place)
    fine, said = validates(paths['json'])
    lib.check(fine, 'schema of the status: %s' % said)
    status = json.loads(told['json'])
    lib.check(status['type'] == 'status' and status['workers'] == [] and 'rules' not in status, 'status: %s' % status)
    lib.check(len(status['sites']) == len(SITES) and 'scores' not in status['sites'][0], 'status: %s' % status['sites'][0])
    rows = rows_of(told['csv'])
    lib.check(len(rows) == len(SITES) and 'access_score' not in rows[0], 'status: %s' % rows[0])
    lib.check(rows[5]['why'] == 'Le serveur a répondu par une erreur', 'status: %s' % rows[5])
    lib.check(told['text'].decode().startswith('Tour 2\u00a0: fini\nSites\u00a0: 8. Finis\u00a0: 7.'), told['text'].decode())
    judge(program, os.path.join(place, 'status.html'))


def hold_refusals(program, campaign, place):
    """What it does not write is said, and formats of the configuration are for reports on one site."""
    with open(os.path.join(place, '.clairlint.yml'), 'w', encoding='utf-8') as out:
        out.write('formats:\n  - sarif=chose.sarif\n')
    lib.check('access' in lib.run(program, 'campaign', 'report', campaign, '--lang', 'en', folder=place), 'text by default')
    lib.check(not os.path.exists(os.path.join(place, 'chose.sarif')), 'a format of the configuration was written')
    os.remove(os.path.join(place, '.clairlint.yml'))
    lib.run(program, 'campaign', 'report', campaign, '--format', 'sarif', wanted=2, says='text, json, csv, html')
    lib.run(program, 'campaign', 'report', campaign, '-o', os.path.join(place, 'rapport.xlsx'), wanted=2, says='xlsx')
    lib.run(program, 'campaign', 'resume', campaign, '--format', 'json', wanted=2, says='--format va avec')
    lib.run(program, 'campaign', 'report', campaign, '-f', 'json', '-f', 'csv', wanted=2, says='sortie standard')
    by_name = os.path.join(place, 'par-nom.json')
    lib.run(program, 'campaign', 'report', campaign, '-o', by_name)
    lib.check(read(by_name) == lib.run(program, 'campaign', 'report', campaign, '-f', 'json').encode(), 'by its name')


def hold_open_round(program, place):
    """A round that nobody has begun to read: nothing is known, and nothing is 0. A long table is cut in parts."""
    count = 130
    place = os.path.join(place, 'ouvert')
    os.mkdir(place)
    campaign = os.path.join(place, 'sites.csv')
    with open(campaign, 'w', encoding='utf-8') as out:
        out.write('organisation,adresse\n')
        for number in range(count):
            out.write('Communauté de communes du Pays de Saint-Exemple %d,http://site-%d.example/\n' % (number, number))
    lib.run(program, 'campaign', 'prepare', campaign, '-q')
    for action in ('report', 'status'):
        told, paths = write_all(program, campaign, action, place)
        fine, said = validates(paths['json'])
        lib.check(fine, 'schema of an open round: %s' % said)
        document = json.loads(told['json'])
        lib.check(document['round']['ended'] is None and document['counts']['pending'] == count, document['counts'])
        lib.check([site['crawl_state'] for site in document['sites']] == ['pending'] * count, 'states of an open round')
        rows = rows_of(told['csv'])
        lib.check(len(rows) == count and rows[0]['pages_tested'] == '' and rows[0]['tool_version'] == '', 'row: %s' % rows[0])
        tables = Tables()
        tables.feed(told['html'].decode())
        told_rows = [row for table in tables.tables for row in table if 'Saint-Exemple' in row[0]]
        lib.check(len(told_rows) == count and len(tables.tables) == 7, '%d rows in %d tables' % (len(told_rows), len(tables.tables)))
        if action == 'status':
            lib.check(all(row[1] == 'À faire' for table in tables.tables[1:] for row in table[1:]), 'states: %s' % tables.tables[1])
        judge(program, paths['html'])


def schema_says_no(path, place):
    """The schema refuses what it must."""
    good = json.loads(read(path))
    for name, spoil in (('state', lambda told: told['sites'][0].update(crawl_state='nice')),
                        ('score', lambda told: told['sites'][0]['scores'].update(access=101)),
                        ('rules', lambda told: told.pop('rules')),
                        ('since', lambda told: told['sites'][0].pop('since')),
                        ('pages', lambda told: told['sites'][0].pop('pages_tested')),
                        ('shared', lambda told: told['rules'][0].pop('shared'))):
        told = json.loads(json.dumps(good))
        spoil(told)
        wrong = os.path.join(place, 'wrong-%s.json' % name)
        with open(wrong, 'w', encoding='utf-8') as out:
            json.dump(told, out)
        lib.check(not validates(wrong)[0], 'the schema takes a wrong %s' % name)


def main():
    global round_now
    program = os.path.abspath(sys.argv[1])
    server = http.server.ThreadingHTTPServer(('0.0.0.0', 0), Names)
    port = server.server_address[1]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with lib.folder() as place:
        campaign = write_campaign(place, port)
        lib.run(program, 'campaign', 'run', campaign, '--delay', '0', '-q')
        first = json.loads(lib.run(program, 'campaign', 'report', campaign, '--format', 'json'))
        lib.check(first['since'] is None and first['sites'][0]['since'] is None, 'a first round has none before')
        round_now = 2
        lib.run(program, 'campaign', 'run', campaign, '--delay', '0', '-q')
        server.shutdown()
        told, paths = write_all(program, campaign, 'report', place)
        lib.check(told == write_all(program, campaign, 'report', place)[0], 'the same store gives other bytes')
        fine, said = validates(paths['json'])
        lib.check(fine, 'schema: %s' % said)
        schema_says_no(paths['json'], place)
        database = sqlite3.connect(os.path.join(place, 'essai.db'))
        document = json.loads(told['json'])
        hold_json(document, port, database)
        hold_open_round(program, place)
        hold_csv(rows_of(told['csv']), document)
        hold_text(told['text'].decode(), port)
        hold_html(program, paths['html'], place, 'fr')
        english, paths = write_all(program, campaign, 'report', place, '--lang', 'en')
        lib.check(validates(paths['json'])[0] and 'The server answered with an error' in english['json'].decode(), 'English')
        hold_html(program, paths['html'], place, 'en')
        hold_status(program, campaign, place, port)
        if len(sys.argv) > 2:
            for name in ('fr/rapport.html', 'en/rapport.html', 'status.html', 'ouvert/report.html'):
                shutil.copy(os.path.join(place, name), os.path.join(sys.argv[2], name.replace('/', '-')))
        hold_refusals(program, campaign, place)
        hold_other_rules(program, campaign, place, database)
        database.close()
    lib.finish()


main()
