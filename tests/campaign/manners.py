"""Hosts of every character, crawled at once: never two requests at a time to one of them, never sooner than the delay,
and no longer than politeness asks.

usage: manners.py CLAIRLINT HOSTS DELAY [FACTOR]      FACTOR: fails when it takes so many times what politeness asks
"""
import collections
import os
import sys
import time

import hosts
import lib

BUDGET = 8
AT_ONCE = 64
BACK_OFF = 5 # seconds, after 503 or no answer; doubles
SLACK = 0.002 # the crawler counts in milliseconds


def main():
    program = os.path.abspath(sys.argv[1])
    count = int(sys.argv[2])
    delay = float(sys.argv[3])
    factor = float(sys.argv[4]) if len(sys.argv) > 4 else None
    with lib.folder() as place:
        server = lib.Hosts(place)
        campaign = os.path.join(place, 'sites.csv')
        lib.write_campaign(campaign, server, count)
        begun = time.monotonic()
        lib.run(program, 'campaign', 'run', campaign, '--delay', str(delay), '--hosts', str(AT_ONCE), '--max-pages',
                str(BUDGET), '--timeout', '10', '-q')
        seconds = time.monotonic() - begun
        report = lib.run(program, 'campaign', 'report', campaign)
        server.stop()
        seen = collections.defaultdict(list)
        for host, path, status, start, end, others in server.log():
            seen[host].append((start, end, path, status, others))
    lib.check(len(seen) == count, '%d hosts were asked of %d' % (len(seen), count))
    busy = 0
    least = []
    for host, lines in seen.items():
        lines.sort()
        mood = hosts.character(hosts.number_of(host))
        own_delay = max(delay, 0.5 if mood == 'patient' else 0)
        needed = sum(line[1] - line[0] for line in lines)
        again = 0
        for line in lines:
            lib.check(line[4] == 0, '%s was asked for %s while it was answering' % (host, line[2]))
        for before, after in zip(lines, lines[1:]):
            gap = after[0] - before[1]
            again = again + 1 if before[2] == after[2] else 0
            # RFC 9112 9.3.1: a connection that was kept and closes without a word is tried once more.
            if before[3] == 0 and again == 1 and gap < BACK_OFF / 5:
                again = 0
                continue
            wait = max(own_delay, 2 * (before[1] - before[0]))
            if again:
                wait = 1 if before[3] == 429 else BACK_OFF * 2 ** (again - 1)
            lib.check(gap >= wait - SLACK, '%s (%s): %s %.3f s after %s, not %.3f' % (
                host, mood, after[2], gap, before[2], wait))
            needed += wait
        lib.check(len(lines) <= BUDGET * 4 + 4, '%s (%s): %d requests' % (host, mood, len(lines)))
        least.append(needed)
        if mood in ('calendar', 'session', 'facets'):
            told = [line for line in report.splitlines() if '//%s:' % host in line]
            lib.check(len(told) == 1 and 'le nombre de pages prévu est atteint' in told[0], '%s (%s): %s' % (host, mood, told))
        busy += len(lines)
    bound = max(max(least), sum(least) / AT_ONCE)
    print('%d hosts, %d requests in %.1f s; politeness alone asks for %.1f s: %.2f times' % (
        count, busy, seconds, bound, seconds / bound))
    lib.check(factor is None or seconds <= factor * bound, 'more than %s times' % factor)
    lib.finish()


main()
