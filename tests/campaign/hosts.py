"""Many small sites on loopback, one an address (127.1.0.1, 127.1.0.2…), each with its own character: slow, broken, in
a bad mood, without end. What a site answers depends on its number and on the address alone; `busy` asks
some requests to come again.

Each answer is a line of the log, written once it was sent: host, path, status, seconds when it was asked for and when
it was sent (one clock for all lines), and how many requests the host was already answering when it came: more than none is a
fault of the crawler.

usage: hosts.py LOG [PORT]      prints its port, serves until it is killed
"""
import asyncio
import sys
import time

CHARACTERS = [
    'plain', 'plain', 'plain', 'plain', 'slow', 'plain', 'error', 'busy', 'closed', 'patient',
    'calendar', 'session', 'loop', 'facets', 'silent', 'robots-error', 'redirected', 'sheets', 'sitemap', 'plain']
PLAIN_PAGES = 6
LATENCY = 0.01


def host_name(number):
    return '127.1.%d.%d' % (number // 250, number % 250 + 1)


def number_of(host):
    parts = host.split(':')[0].split('.')
    return int(parts[2]) * 250 + int(parts[3]) - 1


def character(number):
    return CHARACTERS[number % len(CHARACTERS)]


def page(title, links, head=''):
    items = ''.join('<li><a href="%s">Page %s</a></li>' % (link.replace('&', '&amp;'), link.replace('&', '&amp;'))
                    for link in links)
    text = ('<p>La mairie vous accueille du lundi au vendredi. Vous pouvez demander une carte d’identité, inscrire '
            'un enfant à l’école, ou signaler un problème dans votre rue.</p>')
    body = ('<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>%s</title>%s</head><body><main><h1>%s</h1>'
            '%s<img src="blason.png"><ul>%s</ul></main></body></html>') % (title, head, title, text, items)
    return 200, [('Content-Type', 'text/html; charset=utf-8')], body.encode()


def statement(title):
    """What depends on the day: after three years it is out of date."""
    return 200, [('Content-Type', 'text/html; charset=utf-8')], (
        '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Déclaration d’accessibilité, %s</title></head><body><main>'
        '<h1>Déclaration d’accessibilité</h1><h2>État de conformité</h2><p>Ce site est partiellement conforme avec le RGAA.</p>'
        '<h2>Établissement de cette déclaration d’accessibilité</h2><p>Cette déclaration a été établie le 1er octobre 2025.</p>'
        '</main></body></html>' % title).encode()


def text(status, body='', *fields):
    return status, [('Content-Type', 'text/plain')] + list(fields), body.encode()


def answer(number, port, path, served):
    """status, fields, body; None: closes without an answer."""
    mood = character(number)
    if path == '/robots.txt':
        if mood == 'closed':
            return text(200, 'User-agent: *\nDisallow: /\n')
        if mood == 'patient':
            return text(200, 'User-agent: *\nCrawl-delay: 0.5\n')
        if mood == 'robots-error':
            return text(503)
        return text(404)
    if path == '/sitemap.xml' and mood == 'sitemap':
        pages = ''.join('<url><loc>http://%s:%d/page%d</loc></url>' % (host_name(number), port, i) for i in range(1, PLAIN_PAGES))
        return 200, [('Content-Type', 'application/xml')], ('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">%s</urlset>' % pages).encode()
    if path == '/sitemap.xml':
        return text(404)
    name = 'Site %d, %s' % (number, path)
    if mood == 'error':
        return text(500)
    if mood == 'silent':
        return None
    if mood == 'busy' and served == 0 and path.endswith(('2', '5')):
        return text(429, '', ('Retry-After', '1'))
    if mood == 'calendar':
        month = int(path.rsplit('=', 1)[1]) if '=' in path else 0
        return page(name, ['/agenda?mois=%d' % (month + 1), '/agenda?mois=%d' % (month - 1)])
    if mood == 'session':
        step = int(path.rsplit('=', 1)[1]) if '=' in path else 1
        return page(name, ['/a?sid=%d' % (step * 31 % 1000003), '/b?sid=%d' % (step * 37 % 1000003)])
    if mood == 'loop' and path != '/':
        turn = {'/a': '/b', '/b': '/a'}.get(path)
        if turn is None:
            turn = '/chaine%d' % (int(path[7:] or 0) + 1) if path.startswith('/chaine') else '/a'
        return text(302, '', ('Location', turn))
    if mood == 'loop':
        return page(name, ['/a', '/chaine'])
    if mood == 'facets':
        chosen = path.split('?', 1)[1].split('&') if '?' in path else []
        return page(name, ['/liste?' + '&'.join(sorted(set(chosen + ['f%d=1' % f]))) for f in range(12)])
    if mood == 'redirected' and path == '/':
        return text(301, '', ('Location', '/accueil'))
    if path == '/style.css':
        return 200, [('Content-Type', 'text/css')], b'body { color: #000; background: #fff }'
    if mood == 'sitemap':
        return page(name, ['/'])
    if mood == 'slow' and path == '/page5':
        return statement(name)
    head = '<link rel="stylesheet" href="/style.css">' if mood == 'sheets' else ''
    return page(name, ['/page%d' % i for i in range(1, PLAIN_PAGES)], head)


class Server:
    def __init__(self, log):
        self.log = log
        self.open = {}
        self.served = {}

    async def one(self, reader, writer):
        request = (await reader.readline()).decode('latin-1').split()
        if len(request) != 3:
            return False
        host = ''
        while True:
            line = (await reader.readline()).decode('latin-1').strip()
            if not line:
                break
            if line.lower().startswith('host:'):
                host = line[5:].strip().split(':')[0]
        begun = time.monotonic()
        others = self.open.get(host, 0)
        self.open[host] = others + 1
        served = self.served.get((host, request[1]), 0)
        self.served[host, request[1]] = served + 1
        number = number_of(host)
        latency = LATENCY * (number % 5)
        await asyncio.sleep(latency + (0.3 if character(number) == 'slow' else 0))
        told = answer(number, writer.get_extra_info('sockname')[1], request[1], served)
        # Before it is sent: the crawler cannot have it sooner.
        ended = time.monotonic()
        if told is not None:
            status, fields, body = told
            fields = fields + [('Content-Length', str(len(body)))]
            writer.write(('HTTP/1.1 %d -\r\n' % status + ''.join('%s: %s\r\n' % f for f in fields) + '\r\n').encode() + body)
            await writer.drain()
        self.open[host] -= 1
        self.log.write('%s %s %s %.4f %.4f %d\n' % (
            host, request[1], told[0] if told else 0, begun, ended, others))
        return told is not None

    async def serve(self, reader, writer):
        try:
            while await self.one(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


async def main():
    port = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    with open(sys.argv[1], 'w', buffering=1) as log:
        server = await asyncio.start_server(Server(log).serve, '0.0.0.0', port, backlog=1024)
        print(server.sockets[0].getsockname()[1], flush=True)
        await server.serve_forever()


if __name__ == '__main__':
    asyncio.run(main())
