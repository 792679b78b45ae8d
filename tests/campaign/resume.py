"""A campaign killed again and again, then resumed, ends as one that nobody stopped: the same report, byte for byte, the
same tables; and nothing was fetched twice but what was under way when it was killed.

usage: resume.py CLAIRLINT HOSTS KILLS [SEED]
"""
import collections
import os
import random
import sys
import time

import hosts
import lib
import tables

BUDGET = 8
AT_ONCE = 12


def words(campaign, action):
    return ['campaign', action, campaign, '--delay', '0.02', '--hosts', str(AT_ONCE), '--max-pages', str(BUDGET),
            '--timeout', '5', '-q']


def whole(program, place, server, count):
    campaign = os.path.join(place, 'whole.csv')
    lib.write_campaign(campaign, server, count)
    begun = time.monotonic()
    lib.run(program, *words(campaign, 'run'))
    seconds = time.monotonic() - begun
    return lib.run(program, 'campaign', 'report', campaign), tables.of_file(campaign[:-4] + '.db'), seconds


def killed(program, place, server, count, kills, seconds, chance):
    campaign = os.path.join(place, 'killed.csv')
    lib.write_campaign(campaign, server, count)
    done = 0
    for turn in range(kills):
        if lib.run(program, *words(campaign, 'run'), kill_after=chance.uniform(0.02, seconds / kills * 1.6)) is not None:
            break
        done += 1
    if done == kills:
        lib.run(program, *words(campaign, 'resume'))
    left = os.path.join(place, 'killed.db.pages')
    lib.check(not os.path.exists(left), 'pages were left in ' + left)
    return lib.run(program, 'campaign', 'report', campaign), tables.of_file(campaign[:-4] + '.db'), done


def asked(server):
    counts = collections.Counter()
    for host, path, status, begun, ended, others in server.log():
        # What `busy` sites answer depends on what was asked before.
        if hosts.character(hosts.number_of(host)) != 'busy':
            counts[host, path] += 1
    return counts


def main():
    program = os.path.abspath(sys.argv[1])
    count, kills = int(sys.argv[2]), int(sys.argv[3])
    chance = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
    with lib.folder() as place:
        first = lib.Hosts(place, 'first')
        report, rows, seconds = whole(program, place, first, count)
        first.stop()
        once = asked(first)
        # The same port, so that addresses are the same.
        second = lib.Hosts(place, 'second', first.port)
        again, rows_again, done = killed(program, place, second, count, kills, seconds, chance)
        second.stop()
        twice = asked(second)
    lib.check(report == again, 'the reports differ:\n%s\n%s' % (report[:2000], again[:2000]))
    lib.check(rows == rows_again, tables.first_difference(rows, rows_again))
    more = collections.Counter()
    for (host, path), times in twice.items():
        if times > once.get((host, path), 0):
            more[host] += times - once.get((host, path), 0)
    for host, times in more.items():
        lib.check(times <= done, '%s: %d requests more, for %d kills' % (host, times, done))
    total = sum(more.values())
    lib.check(total <= done * AT_ONCE, '%d requests more than at once, for %d kills' % (total, done))
    print('%d hosts, %d kills, %d rows: %d requests once, %d more' % (
        count, done, len(rows), sum(once.values()), total))
    lib.finish()


main()
