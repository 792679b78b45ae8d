#!/usr/bin/env python3
"""Are ranks a matter of which pages were read? Real sites, whole and cut in parts, are crawled as one campaign on
loopback and ranked; then the pages of each are cut in two at random, and all are ranked from the one half and from the
other (docs/decisions/0023-ranking.md). The ranks that are possible from both halves must meet for 90 sites of 100, by
the program's own figures and by those that are made again here, DRAWS times.

usage: stability.py PROGRAM DRAWS PAGES SITE…   each SITE a folder; parts have PAGES pages of it
"""
import collections, html, http.server, itertools, json, math, mimetypes, os, random, re, subprocess, sys, tempfile, threading, urllib.parse
from bisect import bisect_left, bisect_right

AXES, LEAST = ('access', 'comprehension', 'journey'), 90
MIN_PAGES = 6  # of a site that is cut in two: docs/decisions/0023-ranking.md, 3 for each half


def pages_of(folder):
    found = []
    for place, folders, files in os.walk(folder):
        folders.sort()
        found += [os.path.relpath(os.path.join(place, name), folder) for name in files if name.endswith('.html')]
    return sorted(found)


class Site:
    """A folder, of which some pages are there; its sitemap lists them. A part has a home page that links to them."""

    def __init__(self, folder, pages, part):
        self.folder, self.pages, self.part = folder, set(pages), part

    def answer(self, path, base):
        path = urllib.parse.unquote(path.split('?')[0]).lstrip('/')
        if path == 'sitemap.xml':
            places = ''.join('<url><loc>%s%s</loc></url>' % (base, html.escape(urllib.parse.quote(page))) for page in sorted(self.pages))
            return 'application/xml', ('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">%s</urlset>' % places).encode()
        if path == '' and self.part:
            links = ''.join('<li><a href="/%s">%s</a></li>' % (html.escape(urllib.parse.quote(page)), html.escape(page)) for page in sorted(self.pages))
            return 'text/html', ('<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Plan</title></head><body><main>'
                                 '<h1>Plan</h1><ul>%s</ul></main></body></html>' % links).encode()
        if path == '' or path.endswith('/'):
            path += 'index.html'
        if path.endswith('.html') and path not in self.pages:
            return self.answer('/', base) if self.part else None  # a page of another part
        place = os.path.realpath(os.path.join(self.folder, path))
        if not place.startswith(os.path.realpath(self.folder) + os.sep) or not os.path.isfile(place):
            return None
        with open(place, 'rb') as file:
            return mimetypes.guess_type(place)[0] or 'application/octet-stream', file.read()


def serve(sites):
    """The port: site N is at 127.3.N // 250.N % 250 + 1."""
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = 'HTTP/1.1'

        def do_GET(self):
            host = self.headers['Host']
            high, low = host.split(':')[0].split('.')[2:]
            found = sites[int(high) * 250 + int(low) - 1].answer(self.path, 'http://%s/' % host)
            self.send_response(404 if found is None else 200)
            kind, body = found or ('text/plain', b'')
            self.send_header('Content-Type', kind)
            self.send_header('Content-Length', str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(('0.0.0.0', 0), Handler)
    server.handle_error = lambda *_: None  # a client that closes a connection it kept
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


def ends(scores, score):
    values = sorted(scores)
    cut = len(values) * 25 // 1000
    return math.floor(min(values[cut - 1], score) + 1e-9), math.ceil(max(values[-cut], score) - 1e-9)


def intervals(pages, kept, source, resamples=400):
    """low and high of each axis, from pages that are drawn again"""
    score = [kept[axis] * (100 - sum(page[axis] for page in pages) / len(pages)) for axis in range(3)]
    drawn = [[], [], []]
    for _ in range(resamples):
        again = source.choices(pages, k=len(pages))
        for axis in range(3):
            drawn[axis].append(kept[axis] * (100 - sum(page[axis] for page in again) / len(again)))
    return [ends(drawn[axis], score[axis]) for axis in range(3)]


def possible(ranges):
    """best and worst rank of each"""
    lows, highs = sorted(low for low, _ in ranges), sorted(high for _, high in ranges)
    return [(1 + len(lows) - bisect_right(lows, high), len(highs) - bisect_left(highs, low)) for low, high in ranges]


def share(pairs):
    pairs = list(pairs)
    return 100 * sum(a[0] <= b[1] and b[0] <= a[1] for a, b in pairs) / len(pairs)


def shares_that_meet(sites, source):
    """of each axis: between the halves of a site, and between those of two sites, which says what the first is worth"""
    halves = [[], []]
    for pages, kept in sites:
        shuffled = source.sample(pages, len(pages))
        halves[0].append(intervals(shuffled[:len(pages) // 2], kept, source))
        halves[1].append(intervals(shuffled[len(pages) // 2:], kept, source))
    shares = []
    for axis in range(3):
        one, other = (possible([ranges[axis] for ranges in half]) for half in halves)
        shares.append((share(zip(one, other)), share((a, b) for i, a in enumerate(one) for j, b in enumerate(other) if i != j)))
    return shares


def losses(page):
    return [0 if page[axis] is None else 100 - page[axis] for axis in AXES]


def campaign(program, work, sites):
    """What is published of the sites, and the figures that its page of the method tells."""
    port = serve(sites)
    place = os.path.join(work, 'sites.csv')
    with open(place, 'w', encoding='utf-8') as out:
        out.write('organisation,adresse,propre\n')
        for number, site in enumerate(sites):
            out.write('%s %d,http://127.3.%d.%d:%d/,oui\n' %
                      (os.path.basename(site.folder), number, number // 250, number % 250 + 1, port))
    most = max(len(site.pages) for site in sites) + 10
    subprocess.run([program, 'campaign', 'run', place, '--max-pages', str(most), '--no-config', '-q'], check=True)
    subprocess.run([program, 'campaign', 'rank', place, '--no-config', '-o', os.path.join(work, 'public'), '-q'],
                   check=True, stdout=subprocess.DEVNULL)
    with open(os.path.join(work, 'public', 'donnees', 'sites.jsonl'), encoding='utf-8') as file:
        rows = [json.loads(line) for line in file]
    with open(os.path.join(work, 'public', 'methode.html'), encoding='utf-8') as file:
        return rows, [float(figure.replace(',', '.')) for figure in re.findall(r'<li>[^<]*: ([0-9,]+)\s% des sites', file.read())]


def cut(folder, size):
    pages = pages_of(folder)
    yield Site(folder, pages, False)
    for begin in range(0, len(pages) - size + 1, size):
        yield Site(folder, pages[begin:begin + size], True)


program, draws, size = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
sites = list(itertools.chain.from_iterable(cut(folder.rstrip('/'), size) for folder in sys.argv[4:]))
with tempfile.TemporaryDirectory(prefix='clairlint-stability-') as work:
    rows, own = campaign(program, work, sites)
ranked = [site for site in rows if site['state'] == 'ranked']
figures = [([losses(page) for page in site['pages']], [site['site_kept'][axis] for axis in AXES])
           for site in ranked if len(site['pages']) >= MIN_PAGES]
states = collections.Counter(site['state'] for site in rows)
print('%d sites served (%s), %d cut in two, of %d to %d pages' %
      (len(sites), ', '.join('%d %s' % (count, state) for state, count in sorted(states.items())),
       len(figures), min(len(pages) for pages, _ in figures), max(len(pages) for pages, _ in figures)))
for site in rows:
    if site['state'] != 'ranked':
        print('%s: %s' % (site['organisation'], site['state']))
shares = [shares_that_meet(figures, random.Random(seed)) for seed in range(draws)]
missed = 0
for axis, name in enumerate(AXES):
    same = [one[axis][0] for one in shares]
    mean = sum(same) / draws
    print('%-14s ranks meet for %.1f %% of the sites, over %d draws; least %.1f %%; the program tells %s; of two sites %.1f %%' %
          (name, mean, draws, min(same), own[axis] if axis < len(own) else 'nothing', sum(one[axis][1] for one in shares) / draws))
    missed += mean < LEAST or axis >= len(own) or own[axis] < LEAST
sys.exit(missed > 0 or len(figures) < 10)
