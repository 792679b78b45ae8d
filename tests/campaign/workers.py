"""Four workers on PostgreSQL, two of them killed with kill -9; then a round during which the server is restarted; then
one of two workers that sleeps longer than its lease. All hosts are done, each by one worker at a time, and the tables
are those of one process on SQLite. How long a dead worker's host waits is measured.

usage: with_postgres workers.py CLAIRLINT HOSTS [SEED]
"""
import collections
import os
import random
import signal
import subprocess
import sys
import time

import hosts
import lib
import tables

STORE = 'postgresql://'
BUDGET = 6
LEASE = 5
CLAIM = 2 # seconds between two looks for a host, when there is none
SLACK = 2 # of a busy machine
WORKERS = 4
LIMITS = ['--max-pages', str(BUDGET), '--delay', '0.3', '--timeout', '5', '-q']
AT_ONCE = 6
TURNS = 3
# Their own waits are as long as a lease.
WAITING = {'silent', 'error', 'robots-error', 'busy'}


class Worker:
    def __init__(self, program, place, number, at_once=AT_ONCE):
        machine = os.path.join(place, 'machine%d' % (number % 2))
        os.makedirs(machine, exist_ok=True)
        self.said = open(os.path.join(place, 'worker%d' % number), 'w+')
        self.process = subprocess.Popen([program, 'worker', '--store', STORE, *LIMITS, '--lease', str(LEASE),
                                         '--hosts', str(at_once)], stderr=self.said, stdout=self.said, env=lib.environment(), cwd=machine)

    def kill(self):
        lib.check(self.process.poll() is None, 'a worker ended before it was killed')
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        return time.monotonic()

    def end(self, seconds):
        try:
            status = self.process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            status = 'none'
        self.said.seek(0)
        said = self.said.read()
        lib.check(status == 0, 'a worker gives %s: %s' % (status, said[-400:]))
        return said


def prepare(program, campaign, count):
    said = lib.run(program, 'campaign', 'prepare', campaign, '--store', STORE, *LIMITS)
    lib.check('À faire\u00a0: %d.' % count in said, 'prepare says: ' + said)
    return said


def refusals(program, campaign):
    """None of these works: they end at once, and say why."""
    lib.run(program, 'worker', '--store', STORE, *LIMITS, '--max-pages', '9', wanted=2,
            says='--max-pages %d --timeout 5 --delay 0.3' % BUDGET)
    lib.run(program, 'worker', '--store', STORE, *LIMITS, '--disable', 'images/*', wanted=2, says='d’autres règles')
    lib.run(program, 'worker', campaign, wanted=2, says='--store')


def stale(log, moments):
    """Hosts that were under way when their worker died, and how long they waited for the next one."""
    seen = collections.defaultdict(list)
    for host, path, status, begun, ended, others in log:
        if hosts.character(hosts.number_of(host)) not in WAITING:
            seen[host].append((begun, ended))
    for host, lines in seen.items():
        for before, after in zip(lines, lines[1:]):
            within = [moment for moment in moments if before[0] <= moment < after[0]]
            if within and after[0] - before[1] > LEASE / 2:
                yield host, after[0] - min(within)


def with_kills(program, place, server, campaign, count, chance):
    prepare(program, campaign, count)
    refusals(program, campaign)
    lib.check(list(server.log()) == [], 'sites were asked before a worker came')
    workers = [Worker(program, place, number) for number in range(WORKERS)]
    moments = []
    for number in chance.sample(range(WORKERS), 2):
        time.sleep(chance.uniform(0.7, 1.8))
        moments.append(workers[number].kill())
        workers[number] = None
    # It comes in the place of the dead, and has room for all that they left: hosts wait for their lease, not for it.
    workers.append(Worker(program, place, WORKERS, count))
    for worker in workers:
        if worker is not None:
            worker.end(120)
    waits = list(stale(server.log(), moments))
    lib.check(len(waits) > 0, 'the workers that were killed held no host')
    for host, wait in waits:
        lib.check(LEASE * 2 / 3 - 0.5 <= wait <= LEASE + CLAIM + SLACK,
                  '%s came back after %.1f s, with a lease of %d s' % (host, wait, LEASE))
    for number in range(count):
        lib.check(any(line[0] == hosts.host_name(number) for line in server.log()), 'site %d was not asked' % number)
    lib.run(program, 'worker', '--store', STORE, *LIMITS, says='tour 1 est fini')
    return waits


def with_restart(program, place, server, campaign, count):
    prepare(program, campaign, count)
    workers = [Worker(program, place, WORKERS + 1 + number) for number in range(WORKERS)]
    time.sleep(2)
    with open(os.path.join(os.environ['PGHOST'], 'data', 'postmaster.pid')) as lines:
        os.kill(int(lines.readline()), signal.SIGINT)
    said = [worker.end(120) for worker in workers]
    lib.check(all(text for text in said), 'a worker did not see that the server was gone')


def with_sleep(program, place, server, campaign, count):
    """Who sleeps longer than its lease has lost its hosts to the other, and asks them nothing when it wakes up. What was
    asked for from the moment it fell asleep."""
    prepare(program, campaign, count)
    sleeper = Worker(program, place, 2 * WORKERS + 1)
    time.sleep(2)
    sleeper.process.send_signal(signal.SIGSTOP)
    asleep = time.monotonic()
    other = Worker(program, place, 2 * WORKERS + 2, count)
    time.sleep(LEASE + CLAIM + 1)
    sleeper.process.send_signal(signal.SIGCONT)
    for worker in (sleeper, other):
        worker.end(120)
    return collections.Counter(line[0] for line in server.log() if line[3] >= asleep)


def whole(program, place, server, count):
    campaign = os.path.join(place, 'whole.csv')
    lib.write_campaign(campaign, server, count)
    for turn in range(TURNS):
        lib.run(program, 'campaign', 'run', campaign, *LIMITS, '--hosts', '64')
    return lib.run(program, 'campaign', 'report', campaign), tables.of_file(campaign[:-4] + '.db'), asked(server)


def asked(server):
    return collections.Counter(line[0] for line in server.log()
                               if hosts.character(hosts.number_of(line[0])) != 'busy')


def main():
    program = os.path.abspath(sys.argv[1])
    count = int(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(10**6)
    chance = random.Random(seed)
    with lib.folder() as place:
        server = lib.Hosts(place)
        campaign = os.path.join(place, 'sites.csv')
        lib.write_campaign(campaign, server, count)
        lib.run(program, 'worker', '--store', STORE, *LIMITS, wanted=2)
        waits = with_kills(program, place, server, campaign, count, chance)
        with_restart(program, place, server, campaign, count)
        times = asked(server)
        after_sleep = with_sleep(program, place, server, campaign, count)
        server.stop()
        report = lib.run(program, 'campaign', 'report', campaign, '--store', STORE)
        # The same rows, in a file.
        lib.run(program, 'campaign', 'merge', campaign, STORE)
        rows = tables.of_file(campaign[:-4] + '.db')
        for line in server.log():
            lib.check(line[5] == 0, '%s was asked for %s while it was answering' % (line[0], line[1]))
        again = lib.Hosts(place, 'again', server.port)
        report_whole, rows_whole, once = whole(program, place, again, count)
        again.stop()
    lib.check(report == report_whole, 'the reports differ:\n%s\n%s' % (report, report_whole))
    lib.check(rows == rows_whole, tables.first_difference(rows, rows_whole))
    more = {host for host in times if times[host] * TURNS > once[host] * 2}
    taken = {host for host, wait in waits}
    waiting = {host for host in once if hosts.character(hosts.number_of(host)) in WAITING}
    lib.check(more - waiting <= taken, 'asked again, and no worker died: %s' % (more - waiting - taken))
    # One more: what was under way when it fell asleep, or what it had sent and not been told.
    more = {host for host in once if after_sleep[host] > once[host] / TURNS + 1}
    lib.check(more <= waiting, 'asked by the one that slept: %s' % (more - waiting))
    print('seed %d: %d hosts, 3 rounds, %d rows; %d hosts of dead workers came back after %.1f to %.1f s (lease %d s)' % (
        seed, count, len(rows), len(waits), min(wait for host, wait in waits), max(wait for host, wait in waits), LEASE))
    lib.finish()


main()
