"""A round judged again from the pages that were kept, the servers being down: by the same rules the same tables and the
same report, byte for byte; by others, other rules for every site and for the ranking; killed again and again, the same
as at once. What cannot be judged again keeps its results, and who asked to be left alone is left alone.

usage: again.py CLAIRLINT HOSTS KILLS [SEED]
       with_postgres again.py CLAIRLINT HOSTS server
"""
import glob
import gzip
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys

import hosts
import lib
import tables

BUDGET = 6
LIMITS = ['--max-pages', str(BUDGET), '--delay', '0', '--timeout', '5', '--hosts', '32']
FEWER = ['--disable', 'images/*']
DOWN = hosts.CHARACTERS.index('error')
SITEMAP = hosts.CHARACTERS.index('sitemap')
DEADLY = 8
LATER = '1850000000' # seconds: years after the crawl


def write_yaml(path, server, count, *spared):
    with open(path, 'w', encoding='utf-8') as out:
        out.write('campaign: essai\ncontact: contact@association.example\nsites:\n')
        for number in range(count):
            out.write('  - organisation: Ville %d\n    address: %s\n' % (number, server.address(number)))
        if spared:
            out.write('opt-out:\n')
        for number in spared:
            out.write('  - host: %s\n    reason: demande du maire\n    date: 2026-01-05\n' % hosts.host_name(number))


def ask(store, sql):
    base = sqlite3.connect(store)
    rows = base.execute(sql).fetchall()
    base.close()
    return rows


def digests(store, where='1 = 1'):
    """Of the rules of each crawl, as a reader finds them."""
    return {row[0] for row in ask(store, 'SELECT coalesce(c.rules_digest, r.rules_digest) FROM crawl c'
                                  ' JOIN round r ON r.number = c.round WHERE ' + where)}


class Place:
    """A campaign of two rounds, whose servers are gone."""

    def __init__(self, program, folder, count):
        self.program = program
        self.folder = folder
        self.count = count
        self.campaign = os.path.join(folder, 'sites.yml')
        self.store = os.path.join(folder, 'sites.db')
        self.kept = os.path.join(folder, 'kept')
        self.server = lib.Hosts(folder)
        write_yaml(self.campaign, self.server, count)
        for _ in range(2):
            lib.run(program, 'campaign', 'run', self.campaign, *LIMITS, '-q', '--archive', self.kept)
        self.server.stop()
        shutil.copy(self.store, self.store + '.first')

    def again(self, *words, **how):
        return lib.run(self.program, 'campaign', 'again', self.campaign, '--archive', self.kept, *words, **how)

    def restore(self):
        shutil.copy(self.store + '.first', self.store)

    def rows(self):
        return tables.of_file(self.store)

    def report(self):
        return lib.run(self.program, 'campaign', 'report', self.campaign)

    def number_of(self, number):
        return ask(self.store, "SELECT id FROM site WHERE key LIKE '%%//%s:%%'" % hosts.host_name(number))[0][0]

    def archive_of(self, number, in_round):
        paths = glob.glob(os.path.join(self.kept, '*-%d-%06d-*.warc.gz' % (in_round, self.number_of(number))))
        lib.check(len(paths) == 1, 'archives of site %d: %s' % (number, paths))
        return paths[0]

    def rank(self, name, **how):
        where = os.path.join(self.folder, name)
        lib.run(self.program, 'campaign', 'rank', self.campaign, '-o', where, **how)
        with open(os.path.join(where, 'donnees', 'sites.csv'), encoding='utf-8') as lines:
            return lines.read()


def held(place, rows, what):
    now = place.rows()
    lib.check(rows == now, what + ': ' + tables.first_difference(rows, now))


def same_rules(place):
    rows, report = place.rows(), place.report()
    place.again(says='Sites : %d.' % place.count, epoch=LATER)
    held(place, rows, 'the same rules')
    place.again('--round', '1', '-q', epoch=LATER)
    held(place, rows, 'the same rules, round 1')
    lib.check(report == place.report(), 'the report changed')


def refusals(place):
    rows = place.rows()
    lib.run(place.program, 'campaign', 'again', place.campaign, wanted=2, says='--archive')
    lib.run(place.program, 'campaign', 'again', place.campaign, '--archive', place.folder, wanted=2, says='aucune page')
    lib.run(place.program, 'campaign', 'again', place.campaign, '--archive', place.kept + '-no', wanted=2, says='kept-no')
    place.again('--round', '3', wanted=2, says='tour 3')
    place.again('--max-pages', '9', wanted=2, says='--max-pages %d' % BUDGET)
    place.again('--round', '1', '-o', 'x.txt', wanted=2)
    held(place, rows, 'what was refused')


def other_rules(place):
    """What is judged by fewer rules, in the round that is chosen and in no other; then in both."""
    before = digests(place.store)
    first = [row for row in place.rows() if row.startswith('crawl (1,')]
    place.again(*FEWER, '-q', epoch=LATER)
    after = digests(place.store, 'c.round = 2')
    lib.check(len(before) == 1 and len(after) == 1 and before != after, 'digests: %s, then %s' % (before, after))
    lib.check(digests(place.store, 'c.round = 1') == before, 'round 1 has other rules')
    lib.check(first == [row for row in place.rows() if row.startswith('crawl (1,')], 'round 1 changed')
    lib.check(ask(place.store, "SELECT count(*) FROM cause WHERE round = 2 AND rule LIKE 'images/%'") == [(0,)],
              'findings of rules that were not asked')
    lib.check(ask(place.store, "SELECT count(*) FROM cause WHERE round = 1 AND rule LIKE 'images/%'") != [(0,)],
              'round 1 lost its findings')
    for column in 'began', 'ended', 'day':
        lib.check(ask(place.store, 'SELECT count(DISTINCT %s) FROM crawl' % column) == [(1,)], column + ' changed')
    lib.check('les règles ont changé' in place.report(), 'the report compares two sets of rules')
    told = place.rank('rank-2')
    lib.check(list(after)[0] in told and list(before)[0] not in told, 'the ranking has not the rules of today alone')
    place.again(*FEWER, '-q', '--round', '1')
    lib.check(digests(place.store) == after, 'digests of both rounds: %s' % digests(place.store))
    lib.check('les règles ont changé' not in place.report(), 'the report does not compare')
    rows = place.rows()
    # By the first rules again, all is as it was.
    for number in '1', '2':
        place.again('-q', '--round', number)
    shutil.copy(place.store, place.store + '.back')
    place.restore()
    held(place, tables.of_file(place.store + '.back'), 'back to the first rules')
    return rows


def kill_at(place, left, *words):
    """Kills the program once so many sites are left; True: it was killed before its end."""
    process = subprocess.Popen([place.program, 'campaign', 'again', place.campaign, '--archive', place.kept, *words],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=lib.environment())
    base = sqlite3.connect(place.store)
    while process.poll() is None:
        if base.execute('SELECT (SELECT count(*) FROM again) > 0 AND (SELECT count(*) FROM again_todo) <= ?', (left,)).fetchone()[0]:
            process.send_signal(signal.SIGKILL)
            process.wait()
    base.close()
    return process.returncode == -signal.SIGKILL


def killed(place, rows, kills, chance):
    """`rows`: by fewer rules, at once."""
    done = 0
    for number in '1', '2':
        for left in sorted((chance.randrange(place.count) for _ in range(kills)), reverse=True):
            done += kill_at(place, left, *FEWER, '--round', number)
            # At any moment each site says by which rules it was judged.
            lib.check(ask(place.store, "SELECT count(*) FROM crawl c JOIN round r ON r.number = c.round JOIN cause k"
                          " ON k.round = c.round AND k.site = c.site AND k.rule LIKE 'images/%'"
                          " WHERE coalesce(c.rules_digest, r.rules_digest) = '{0}'".format(place.fewer)) == [(0,)],
                      'a site does not say its rules')
        place.again(*FEWER, '--round', number, says='tour %s jugé à nouveau' % number)
    held(place, rows, 'killed %d times' % done)
    lib.check(done >= kills, 'killed %d times only' % done)
    lib.check(not os.path.exists(place.store + '.again'), 'marks are left')
    # A pass that was stopped gives way to one of other rules.
    lib.check(any(kill_at(place, place.count // 2, '--round', '2') for _ in range(10)), 'it was never killed')
    place.rank('rank-killed', says='le tour 2 n’est pas jugé à nouveau jusqu’au bout')
    place.again(*FEWER, '-q')
    held(place, rows, 'a pass gave way')
    # Nor does a round have two days.
    place.again(*FEWER, '-q', '--today', '2040-01-01')
    lib.check(rows != place.rows(), 'nothing depends on the day')
    place.again(*FEWER, '-q')
    held(place, rows, 'back to the day of the round')
    lib.check(any(kill_at(place, place.count // 4, *FEWER, '--today', '2040-01-01') for _ in range(10)), 'it was never killed')
    place.again(*FEWER, '-q')
    held(place, rows, 'killed on another day')
    place.restore()
    return done


def not_whole(place):
    """Pages that are not there, cut within a record, cut between two, of another site; a sitemap that is not there."""
    rows = place.rows()
    touched = {number: place.archive_of(number, 2) for number in (0, 1, 2, 3, DOWN, SITEMAP)}
    for path in touched.values():
        shutil.copy(path, path + '.whole')
    gone, cut, between, other, down, lacking = touched.values()
    os.remove(gone)
    with open(cut, 'r+b') as file:
        file.truncate(os.path.getsize(cut) - 7)
    with open(between, 'r+b') as file:
        file.truncate(members(between)[-3])
    shutil.copy(place.archive_of(5, 2), other)
    shutil.copy(place.archive_of(5, 2), down)
    drop(lacking, b'/sitemap.xml')
    lib.left(place.store + '.again', [(77, place.number_of(DEADLY), 2), (77, place.number_of(DEADLY), 0)])
    place.again('-q', says='gardent leurs résultats : 7. Pages absentes : 1 ; coupées ou abîmées : 4 ; plan du site non '
                'gardé : 1 ; programme arrêté : 1')
    held(place, rows, 'what is not whole, by the same rules')
    place.again(*FEWER, says='%s garde ses résultats' % place.server.address(0))
    kept = {row[0] for row in ask(place.store, 'SELECT s.key FROM crawl c JOIN site s ON s.id = c.site'
                                  ' WHERE c.round = 2 AND c.rules_digest IS NOT NULL')}
    lib.check(kept == {place.server.address(number) for number in touched}, 'sites with rules of their own: %s' % kept)
    lib.check(len(digests(place.store, 'c.round = 2')) == 2, 'digests: %s' % digests(place.store, 'c.round = 2'))
    lib.check('other-rules' in place.rank('rank-kept'), 'sites of other rules are ranked')
    # Once the pages are found again, the round has one set of rules.
    for path in touched.values():
        shutil.move(path + '.whole', path)
    place.again(*FEWER, '-q')
    lib.check(digests(place.store, 'c.round = 2') == {place.fewer}, 'digests: %s' % digests(place.store, 'c.round = 2'))
    place.restore()


def unreadable(place):
    """What cannot be read says nothing of the pages: the pass stops, the list stays, and the same command goes on."""
    place.again(*FEWER, '-q')
    rows = place.rows()
    place.restore()
    path = place.archive_of(place.count // 2, 2)
    os.rename(path, path + '.whole')
    os.symlink(os.path.basename(path), path) # a link to itself: ELOOP
    place.again(*FEWER, '-q', wanted=2, says='ne peuvent pas être lues')
    lib.check(ask(place.store, 'SELECT count(*) FROM again_todo')[0][0] > 0, 'the list went with a file')
    os.rename(path + '.whole', path)
    place.again(*FEWER, '-q')
    held(place, rows, 'a file that could not be read')
    place.restore()
    # The disk goes away under the program: its folder is there, and empty.
    away = place.kept + '-away'
    for _ in range(10):
        process = subprocess.Popen([place.program, 'campaign', 'again', place.campaign, '--archive', place.kept, *FEWER],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=lib.environment())
        base = sqlite3.connect(place.store)
        while process.poll() is None and base.execute('SELECT count(*) FROM again').fetchone() == (0,):
            pass
        base.close()
        os.rename(place.kept, away)
        os.mkdir(place.kept)
        _, told = process.communicate()
        left = ask(place.store, 'SELECT count(*) FROM again_todo')[0][0]
        if left > 0:
            place.again(*FEWER, '-q', wanted=2, says='aucune page')
        os.rmdir(place.kept)
        os.rename(away, place.kept)
        if 'Sites : %d.' % place.count not in told:
            break
        place.restore()
    lib.check(process.returncode == 2 and 'ne peuvent pas être lues' in told and left > 0,
              'the folder went away: exit %d, %d sites left, %s' % (process.returncode, left, told[:400]))
    place.again(*FEWER, says='on reprend')
    held(place, rows, 'the folder went away')
    place.restore()


def brought_together(place):
    """Folders of workers who knew the store by other addresses: their files have other marks."""
    rows = place.rows()
    others = [(path, os.path.join(place.kept, '%08x' % (number % 2 + 1) + os.path.basename(path)[8:]))
              for number, path in enumerate(sorted(glob.glob(os.path.join(place.kept, '*-2-*.warc.gz')))) if number % 3]
    for path, other in others:
        os.rename(path, other)
    lib.check(len(others) > place.count // 2, 'files: %d' % len(others))
    place.again(says='Sites : %d.' % place.count)
    held(place, rows, 'folders brought together')
    # One that has the right name and other pages is not taken for them.
    path, other = others[0]
    os.rename(other, path + '.whole')
    shutil.copy(others[1][1], other)
    place.again('-q', says='gardent leurs résultats : 1. Pages absentes : 0 ; coupées ou abîmées : 1')
    os.remove(other)
    os.rename(path + '.whole', other)
    for path, other in others:
        os.rename(other, path)
    held(place, rows, 'folders brought together, one file is wrong')
    place.restore()


def members(path):
    """Where the records of a file begin."""
    with open(path, 'rb') as file:
        data = file.read()
    starts = [at for at in range(len(data)) if data[at:at + 3] == b'\x1f\x8b\x08']
    fine = []
    for at in starts:
        try:
            gzip.decompress(data[at:])
            fine.append(at)
        except (OSError, EOFError, ValueError):
            pass
    return fine


def drop(path, words):
    """Leaves out the records that have these words."""
    starts = members(path)
    with open(path, 'rb') as file:
        data = file.read()
    records = [data[start:end] for start, end in zip(starts, starts[1:] + [len(data)])]
    with open(path, 'wb') as file:
        file.write(b''.join(record for record in records if words not in gzip.decompress(record)))


def moved(place):
    """In another folder, the store finds its pages."""
    elsewhere = os.path.join(place.folder, 'elsewhere')
    os.makedirs(elsewhere)
    for path in place.campaign, place.store:
        shutil.copy(path, elsewhere)
    campaign = os.path.join(elsewhere, 'sites.yml')
    lib.run(place.program, 'campaign', 'again', campaign, '--archive', place.kept, '-q')
    rows = tables.of_file(os.path.join(elsewhere, 'sites.db'))
    lib.check(rows == place.rows(), 'moved: ' + tables.first_difference(rows, place.rows()))
    # Pages of two other campaigns: whose are they?
    path = place.archive_of(0, 2)
    stray = os.path.join(place.kept, '00000001' + os.path.basename(path)[8:])
    shutil.copy(path, stray)
    lib.run(place.program, 'campaign', 'again', campaign, '--archive', place.kept, wanted=2, says='plusieurs campagnes')
    place.again('-q')
    os.remove(stray)


def spared(place):
    """Site 0 writes a letter after the crawl: its pages are not looked at, and nothing of it is told. So does who keeps
    a page of site 1."""
    write_yaml(place.campaign, place.server, place.count, 0)
    left = place.server.address(1) + 'page2'
    with open(place.campaign, 'a', encoding='utf-8') as out:
        out.write('  - address: %s\n    reason: demande par courriel\n    date: 2026-01-05\n' % left)
    place.again(*FEWER, says='Sites : %d.' % (place.count - 1))
    lib.check(digests(place.store, "c.round = 2 AND c.site = (SELECT id FROM site WHERE excluded = 1)") == {place.first},
              'a site that asked to be left alone was judged')
    lib.check([ask(place.store, "SELECT count(*) FROM page WHERE round = %d AND url = '%s'" % (number, left)) for number in (1, 2)]
              == [[(1,)], [(0,)]], 'a page of who asked to be left alone was judged')
    told = [line for line in place.rank('rank-spared').splitlines() if 'opted-out' in line]
    lib.check(len(told) == 1 and place.first not in told[0], 'told of the site that is left alone: %s' % told)
    write_yaml(place.campaign, place.server, place.count)
    place.restore()


def on_server(program, count):
    """The same in PostgreSQL: rows are compared in files that they are copied into."""
    store = ['--store', 'postgresql://']
    with lib.folder() as folder:
        server = lib.Hosts(folder)
        campaign = os.path.join(folder, 'sites.csv')
        kept = ['--archive', os.path.join(folder, 'kept')]
        lib.write_campaign(campaign, server, count)
        lib.run(program, 'campaign', 'run', campaign, *store, *kept, *LIMITS, '-q')
        server.stop()
        # A password that the server does not ask for: it is not shown, and the address has another mark.
        secret = ['--store', 'postgresql:///?password=fraise']
        for folder_of_none in folder, folder + '-no':
            process = subprocess.run([program, 'campaign', 'again', campaign, *secret, '--archive', folder_of_none],
                                     stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=lib.environment())
            lib.check(process.returncode == 2 and folder_of_none in process.stdout and 'fraise' not in process.stdout,
                      'exit %d, told: %s' % (process.returncode, process.stdout))
        told = []
        for number, words in enumerate(([], [], FEWER, [])):
            if number:
                address = secret if number == 1 else store
                lib.run(program, 'campaign', 'again', campaign, *address, *kept, *words, '-q', epoch=LATER)
            copy = os.path.join(folder, 'copy%d.csv' % number)
            shutil.copy(campaign, copy)
            lib.run(program, 'campaign', 'merge', copy, 'postgresql://', '-q')
            told.append((tables.of_file(copy[:-4] + '.db'), digests(copy[:-4] + '.db')))
    for number in 1, 3:
        lib.check(told[number] == told[0], 'time %d: %s' % (number, tables.first_difference(told[0][0], told[number][0])))
    lib.check(len(told[2][1]) == 1 and told[2][1] != told[0][1], 'digests: %s, then %s' % (told[0][1], told[2][1]))
    print('%d hosts on a server, %d rows' % (count, len(told[0][0])))
    lib.finish()


def main():
    program = os.path.abspath(sys.argv[1])
    if sys.argv[3] == 'server':
        on_server(program, int(sys.argv[2]))
    count, kills = int(sys.argv[2]), int(sys.argv[3])
    chance = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
    with lib.folder() as folder:
        place = Place(program, folder, count)
        place.first = list(digests(place.store))[0]
        same_rules(place)
        # From here on somebody listens: nothing is asked, even of who would answer.
        watch = lib.Hosts(folder, 'watch', place.server.port)
        refusals(place)
        rows = other_rules(place)
        place.again(*FEWER, '-q')
        place.fewer = list(digests(place.store, 'c.round = 2'))[0]
        place.restore()
        done = killed(place, rows, kills, chance)
        not_whole(place)
        unreadable(place)
        moved(place)
        brought_together(place)
        spared(place)
        watch.stop()
        lib.check(list(watch.log()) == [], 'something was asked: %s' % list(watch.log())[:3])
    print('%d hosts, %d rows, %d kills' % (count, len(rows), done))
    lib.finish()


main()
