"""Who asked to be left alone is not asked for anything: a host stands for what is under it, an address for its pages.

usage: spared.py CLAIRLINT
"""
import os
import sys

import hosts
import lib

CAMPAIGN = """campaign: essai
contact: contact@association.example
sites:
  - organisation: Une
    address: {0}
  - organisation: Deux
    address: {1}
  - organisation: Trois
    address: {2}page1
  - organisation: Quatre
    address: http://www.ville.example/
opt-out:
  - host: {3}
    reason: demande du maire
    date: 2026-01-05
  - address: {2}
    reason: demande par courriel
    date: 2026-01-05
  - host: www.ville.example
    reason: demande par courrier
    date: 2026-01-05
"""


def main():
    program = os.path.abspath(sys.argv[1])
    with lib.folder() as place:
        server = lib.Hosts(place)
        campaign = os.path.join(place, 'essai.yml')
        with open(campaign, 'w', encoding='utf-8') as out:
            out.write(CAMPAIGN.format(*[server.address(number) for number in range(3)], hosts.host_name(1)))
        lib.run(program, 'campaign', 'run', campaign, '--delay', '0', '-q')
        told = lib.run(program, 'campaign', 'status', campaign, '--lang', 'en')
        lib.run(program, 'campaign', 'resume', campaign, '-o', 'rapport.txt', wanted=2, says='-o va avec')
        server.stop()
        asked = {host for host, *rest in server.log()}
    lib.check(asked == {hosts.host_name(0)}, 'asked: %s' % asked)
    lib.check('Left alone as they asked: 3.' in told, told)
    lib.finish()


main()
