"""A page that was being judged at three deaths of the program has its site set aside, and only that one.

usage: deaths.py CLAIRLINT
"""
import os
import sys

import hosts
import lib


def spoiled(program):
    """Pages that the loss of power left as zeros are set aside, and the site is crawled from the start."""
    with lib.folder() as place:
        server = lib.Hosts(place)
        campaign = os.path.join(place, 'sites.csv')
        pages = os.path.join(place, 'sites.db.pages')
        lib.write_campaign(campaign, server, 2)
        os.makedirs(pages)
        with open(os.path.join(pages, '1-000001-1.warc.gz'), 'wb') as out:
            out.write(bytes(5000))
        lib.run(program, 'campaign', 'run', campaign, '--delay', '0', '-q')
        told = lib.run(program, 'campaign', 'report', campaign).splitlines()
        server.stop()
        line = [line for line in told if '//%s:' % hosts.host_name(0) in line]
        lib.check(len(line) == 1 and line[0].split()[4] == str(hosts.PLAIN_PAGES), 'pages of a spoiled site: %s' % line)
        lib.check(os.listdir(pages) == ['1-000001-1.warc.gz.spoiled'], 'left: %s' % os.listdir(pages))


def main():
    program = os.path.abspath(sys.argv[1])
    with lib.folder() as place:
        server = lib.Hosts(place)
        campaign = os.path.join(place, 'sites.csv')
        lib.write_campaign(campaign, server, 4)
        # The first site: twice and once more. The second: another page each time. The third: twice.
        lib.left(os.path.join(place, 'sites.db.pages'), [(77, 1, 2), (77, 1, 0), (78, 2, 2), (79, 2, 2), (80, 3, 0), (80, 3, 0)])
        lib.run(program, 'campaign', 'run', campaign, '--delay', '0', '-q')
        told = lib.run(program, 'campaign', 'report', campaign).splitlines()
        server.stop()
    for number in range(4):
        line = [line for line in told if '//%s:' % hosts.host_name(number) in line]
        lib.check(len(line) == 1 and ('plusieurs fois arrêté le programme' in line[0]) == (number == 0), 'site %d: %s' % (number + 1, line))
    spoiled(program)
    lib.finish()


main()
