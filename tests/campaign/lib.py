"""What the tests of campaigns share: a server of hosts, a campaign file, the program."""
import os
import signal
import struct
import subprocess
import sys
import tempfile

import hosts

HERE = os.path.dirname(os.path.abspath(__file__))
faults = 0
checks = 0


def check(fine, what):
    global faults, checks
    checks += 1
    if not fine:
        faults += 1
        print('FAULT: ' + what, flush=True)


def finish():
    print('%d checks, %d faults' % (checks, faults))
    sys.exit(1 if faults or not checks else 0)


class Hosts:
    """The server, and what it saw."""

    def __init__(self, folder, name='log', port=0):
        self.path = os.path.join(folder, name)
        self.process = subprocess.Popen(
            [sys.executable, '-B', os.path.join(HERE, 'hosts.py'), self.path, str(port)], stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline())

    def log(self):
        """host, path, status, begun, ended, others"""
        with open(self.path) as lines:
            for line in lines:
                host, path, status, begun, ended, others = line.split()
                yield host, path, int(status), float(begun), float(ended), int(others)

    def address(self, number):
        return 'http://%s:%d/' % (hosts.host_name(number), self.port)

    def stop(self):
        self.process.kill()
        self.process.wait()


def write_campaign(path, server, count, own=False):
    with open(path, 'w', encoding='utf-8') as out:
        out.write('organisation,adresse,propre\n')
        for number in range(count):
            out.write('Ville %d,%s,%s\n' % (number, server.address(number), 'oui' if own else 'non'))


def environment(epoch='1790000000'):
    kept = {key: value for key, value in os.environ.items() if not key.startswith('LC_') and key != 'LANG'}
    kept['SOURCE_DATE_EPOCH'] = epoch
    return kept


def run(program, *words, wanted=0, kill_after=None, folder=None, says='', epoch='1790000000'):
    """What it printed. `kill_after`: seconds before kill -9; None is given when it was killed. `says`: to be found in
    what it told on the side."""
    process = subprocess.Popen([program, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                               env=environment(epoch), cwd=folder)
    try:
        out, err = process.communicate(timeout=kill_after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.communicate()
        return None
    check(process.returncode == wanted,
          '%s: exit %d instead of %d: %s' % (' '.join(words), process.returncode, wanted, err[:400]))
    check(says in err, '%s: does not say « %s » but « %s »' % (' '.join(words), says, err[:400]))
    return out


def left(folder, marks):
    """What dead programs leave: page, site, deaths (0: the program died while it judged it)."""
    os.makedirs(folder, exist_ok=True)
    for number, mark in enumerate(marks):
        with open(os.path.join(folder, 'judging-%d' % (4000000 + number)), 'wb') as out:
            out.write(struct.pack('=QII', *mark))


def folder():
    return tempfile.TemporaryDirectory(prefix='clair-campaign-')
