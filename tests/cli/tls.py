"""A server of TLS on loopback for each thing that can be wrong with a certificate: the reason is told, for pages and
for style sheets, and an archive brings it back.

usage: tls.py CLAIRLINT
"""
import http.server
import json
import os
import ssl
import subprocess
import sys
import tempfile
import threading
import warnings

PAGE = ('<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Mairie</title>%s</head>'
        '<body><main><h1>Mairie</h1><p>La mairie est ouverte le lundi matin.</p></main></body></html>')
CONFIG = """[ca]
default_ca = own
[own]
database = index.txt
new_certs_dir = .
serial = serial
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
[authority]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
[server]
subjectAltName = IP:127.0.0.1
[other]
subjectAltName = DNS:autre.example
[req]
distinguished_name = name
[name]
"""
THEN, BEFORE, AFTER, LATER = '20010101000000Z', '20020101000000Z', '20900101000000Z', '20910101000000Z'
faults = 0
checks = 0


def check(fine, what):
    global faults, checks
    checks += 1
    if not fine:
        faults += 1
        print('FAULT: ' + what, flush=True)


def openssl(*words):
    subprocess.run(['openssl', *words], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def ask(name, bits=2048):
    openssl('req', '-new', '-newkey', 'rsa:%d' % bits, '-nodes', '-config', 'config', '-subj', '/CN=' + name,
            '-keyout', name + '.key', '-out', name + '.csr')


def sign(name, by, extensions, start=THEN, end=AFTER, bits=2048):
    """NAME.key, and NAME.pem signed by `by`, or by itself."""
    ask(name, bits)
    issuer = ['-selfsign', '-keyfile', name + '.key'] if by == name else ['-cert', by + '.pem', '-keyfile', by + '.key']
    openssl('ca', '-batch', '-notext', '-config', 'config', '-extensions', extensions, *issuer,
            '-startdate', start, '-enddate', end, '-in', name + '.csr', '-out', name + '.pem')


def make_certificates():
    with open('config', 'w') as out:
        out.write(CONFIG)
    with open('serial', 'w') as out:
        out.write('1000\n')
    open('index.txt', 'w').close()
    sign('root', 'root', 'authority')
    sign('unknown', 'unknown', 'authority')
    sign('middle', 'root', 'authority')
    sign('good', 'middle', 'server')
    sign('expired', 'middle', 'server', end=BEFORE)
    sign('early', 'middle', 'server', start=AFTER, end=LATER)
    sign('self', 'self', 'server')
    sign('stranger', 'unknown', 'server')
    sign('other', 'middle', 'other')
    sign('weak', 'middle', 'server', bits=768)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def do_GET(self):
        known = {'/': ('text/html; charset=utf-8', PAGE % self.server.head), '/a.css': ('text/css', 'p { color: red }')}
        kind, text = known.get(self.path, ('text/plain', ''))
        self.send_response(200 if self.path in known else 404)
        self.send_header('Content-Type', kind)
        self.send_header('Content-Length', str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *_):
        pass


def serve(chain=None, key=None, newest=None, head=''):
    """The port of a new server: of TLS when there is a certificate."""
    server = Server(('127.0.0.1', 0), Handler)
    server.head = head
    if chain is not None:
        with open('chain.pem', 'w') as out:
            for name in chain:
                with open(name + '.pem') as one:
                    out.write(one.read())
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.set_ciphers('ALL:@SECLEVEL=0')  # the server's own choice may be a bad one
        if newest is not None:
            warnings.simplefilter('ignore', DeprecationWarning)  # old on purpose
            context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
            context.maximum_version = newest
        context.load_cert_chain('chain.pem', key + '.key')
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_port


def report(program, wanted, *words):
    told = subprocess.run([program, 'site', *words, '--own-site', '-q', '--reproducible', '--fail-on', 'never',
                           '--format', 'json'], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    check(told.returncode == wanted, '%s: exit %d: %s' % (' '.join(words), told.returncode, told.stderr[:300]))
    return told.stdout


def reason(text):
    return json.loads(text)['pages'][0]['not_tested_reason']


def main():
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix='clair-tls-') as place:
        os.chdir(place)
        make_certificates()
        ports = {
            None: serve(['good', 'middle'], 'good'),
            'tls-expired': serve(['expired', 'middle'], 'expired'),
            'tls-not-yet-valid': serve(['early', 'middle'], 'early'),
            'tls-self-signed': serve(['self'], 'self'),
            'tls-authority': serve(['stranger', 'unknown'], 'stranger'),
            'tls-chain': serve(['good'], 'good'),
            'tls-name': serve(['other', 'middle'], 'other'),
            'tls-weak': serve(['weak', 'middle'], 'weak'),
            'tls-handshake': serve(['good', 'middle'], 'good', ssl.TLSVersion.TLSv1_1),
        }
        addresses = {key: 'https://127.0.0.1:%d/' % port for key, port in ports.items()}
        for key, address in addresses.items():
            kept = '%s.warc.gz' % (key or 'good')
            live = report(program, 3 if key else 0, address, '--ca-file', 'root.pem', '--warc', kept)
            check(reason(live) == key, '%s: %s' % (key, reason(live)))
            # A good page of the archive is not asked for again, nor is what failed.
            again = report(program, 3 if key else 0, address, '--warc', kept)
            check(again == live, '%s: another report, resumed' % key)
            offline = report(program, 3 if key else 0, address, '--from-warc', kept)
            check(offline == live, '%s: another report from the archive' % key)
        # The system does not know the authority.
        check(reason(report(program, 3, addresses[None])) == 'tls-chain', 'trusted without --ca-file')
        # What speaks no TLS at all.
        plain = serve(head='<link rel="stylesheet" href="%sa.css">' % addresses['tls-expired'])
        check(reason(report(program, 3, 'https://127.0.0.1:%d/' % plain)) == 'tls-handshake', 'no TLS')
        told = json.loads(report(program, 0, 'http://127.0.0.1:%d/' % plain, '--ca-file', 'root.pem'))
        check(json.dumps(told).count('"tls-expired"') == 1, 'the reason of a style sheet is not told')
        missing = subprocess.run([program, 'site', addresses[None], '--ca-file', 'absent.pem'], stderr=subprocess.PIPE,
                                 stdout=subprocess.DEVNULL, text=True)
        check(missing.returncode == 2 and 'absent.pem' in missing.stderr, 'a file that is not there: ' + missing.stderr)
        other = subprocess.run([program, 'site', addresses[None], '--ca-file', __file__], stderr=subprocess.PIPE,
                               stdout=subprocess.DEVNULL, text=True)
        check(other.returncode == 2 and 'PEM' in other.stderr, 'a file without certificate: ' + other.stderr)
        text = subprocess.run([program, 'site', addresses['tls-expired'], '--ca-file', 'root.pem', '-q', '--lang', 'fr'],
                              stdout=subprocess.PIPE, text=True).stdout
        check('a expiré' in text, 'no words for an expired certificate: ' + text[:600])
    print('%d checks, %d faults' % (checks, faults))
    sys.exit(1 if faults or not checks else 0)


main()
