"""A campaign in three parts, each with its own store, merged: the same tables and the same report as in one run.

usage: shards.py CLAIRLINT HOSTS
"""
import os
import shutil
import sys

import lib
import tables

PARTS = 3
LIMITS = ['--max-pages', '4', '--delay', '0.02', '--timeout', '5', '--hosts', '32', '-q']


def whole(program, place, server, count):
    campaign = os.path.join(place, 'whole.csv')
    lib.write_campaign(campaign, server, count)
    lib.run(program, 'campaign', 'run', campaign, *LIMITS)
    return lib.run(program, 'campaign', 'report', campaign), tables.of_file(campaign[:-4] + '.db')


def addresses(report):
    return {word for word in report.split() if word.startswith('http')}


def in_parts(program, place, server, count):
    campaign = os.path.join(place, 'sites.csv')
    lib.write_campaign(campaign, server, count)
    seen = []
    for number in range(1, PARTS + 1):
        part = '%d/%d' % (number, PARTS)
        lib.run(program, 'campaign', 'run', campaign, *LIMITS, '--shard', part)
        seen.append(addresses(lib.run(program, 'campaign', 'report', campaign, '--shard', part)))
    lib.check(sum(len(part) for part in seen) == count and len(set.union(*seen)) == count,
              'the parts hold %s sites of %d' % ([len(part) for part in seen], count))
    lib.check(all(count / PARTS / 3 <= len(part) for part in seen), 'a part is small: %s' % [len(part) for part in seen])
    return campaign, [os.path.join(place, 'sites.%d-of-%d.db' % (number, PARTS)) for number in range(1, PARTS + 1)]


def faults(program, place, campaign, parts):
    other = os.path.join(place, 'other.csv')
    shutil.copy(campaign, other)
    lib.run(program, 'campaign', 'merge', other, wanted=2, says='merge')
    lib.run(program, 'campaign', 'merge', other, os.path.join(place, 'nothing.db'), wanted=2, says='nothing.db')
    lib.run(program, 'campaign', 'merge', other, other, wanted=2, says='other.csv')
    lib.run(program, 'campaign', 'merge', other, parts[0], says='il manque')
    for wrong in ('0/3', '4/3', '3', '1/', '/3', 'a/b', '1/3/5', '-1/3', '1/0', ''):
        lib.run(program, 'campaign', 'run', other, '--shard=' + wrong, wanted=2, says='--shard')
    lib.run(program, 'campaign', 'run', other, '--shard', '1/3', '--store', 'postgresql://', wanted=2, says='worker')
    # Other limits are another campaign.
    lib.run(program, 'campaign', 'run', other, *LIMITS, '--shard', '2/3', '--max-pages', '3')
    lib.run(program, 'campaign', 'merge', other, os.path.join(place, 'other.2-of-3.db'), wanted=2, says='2-of-3.db')


def no_site(program, place, server):
    """A part may be empty."""
    campaign = os.path.join(place, 'one.csv')
    lib.write_campaign(campaign, server, 1)
    parts = []
    for number in range(1, 4):
        lib.run(program, 'campaign', 'run', campaign, *LIMITS, '--shard', '%d/3' % number)
        parts.append(os.path.join(place, 'one.%d-of-3.db' % number))
    lib.run(program, 'campaign', 'merge', campaign, *parts)
    lib.check(len(addresses(lib.run(program, 'campaign', 'report', campaign))) == 1, 'one site became another number')


def main():
    program = os.path.abspath(sys.argv[1])
    count = int(sys.argv[2])
    with lib.folder() as place:
        first = lib.Hosts(place, 'first')
        report, rows = whole(program, place, first, count)
        first.stop()
        second = lib.Hosts(place, 'second', first.port)
        campaign, parts = in_parts(program, place, second, count)
        lib.run(program, 'campaign', 'merge', campaign, *reversed(parts), '-q')
        merged = lib.run(program, 'campaign', 'report', campaign), tables.of_file(campaign[:-4] + '.db')
        # Once more brings nothing.
        lib.run(program, 'campaign', 'merge', campaign, *parts, says='sites réunis, 0 ; déjà là, ')
        again = tables.of_file(campaign[:-4] + '.db')
        faults(program, place, campaign, parts)
        no_site(program, place, second)
        second.stop()
    lib.check(report == merged[0], 'the reports differ:\n%s\n%s' % (report, merged[0]))
    lib.check(rows == merged[1], tables.first_difference(rows, merged[1]))
    lib.check(rows == again, tables.first_difference(rows, again))
    print('%d hosts in %d parts, %d rows' % (count, PARTS, len(rows)))
    lib.finish()


main()
