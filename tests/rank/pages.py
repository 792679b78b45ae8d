#!/usr/bin/env python3
"""What every page of the public site keeps: links that lead somewhere, ids once, a language, a title, one h1, nothing
inline, nothing fetched elsewhere; feeds and files of the search that can be read. usage: pages.py FOLDER"""
import html.parser, json, os, sys, urllib.parse, xml.etree.ElementTree

ATOM = '{http://www.w3.org/2005/Atom}'
faults = []


class Page(html.parser.HTMLParser):
    def __init__(self, path):
        super().__init__()
        self.path, self.ids, self.links, self.tags, self.refs, self.depth = path, [], [], {}, [], []
        with open(path, encoding='utf-8') as file:
            self.feed(file.read())
        self.close()

    def handle_starttag(self, tag, pairs):
        values = dict(pairs)
        self.tags[tag] = self.tags.get(tag, 0) + 1
        self.ids += [values['id']] if 'id' in values else []
        for name, value in pairs:
            if name.startswith('on') or name == 'style':
                faults.append(f'{self.path}: inline {name}')
            if name in ('aria-labelledby', 'for'):
                self.refs += value.split()
            if name in ('href', 'src') and not (tag == 'a' and value.startswith(('http://', 'https://'))):
                self.links.append(value)
        if tag == 'html' and values.get('lang') not in ('fr', 'en'):
            faults.append(f'{self.path}: no language')
        if tag not in ('meta', 'link', 'input', 'br', 'rect', 'line', 'circle'):
            self.depth.append(tag)

    def handle_startendtag(self, tag, pairs):
        self.handle_starttag(tag, pairs)
        if self.depth and self.depth[-1] == tag:
            self.depth.pop()

    def handle_endtag(self, tag):
        if not self.depth or self.depth.pop() != tag:
            faults.append(f'{self.path}: </{tag}> closes nothing')
            self.depth = []

    def check(self):
        if len(self.ids) != len(set(self.ids)):
            faults.append(f'{self.path}: an id twice')
        for ref in set(self.refs) - set(self.ids):
            faults.append(f'{self.path}: no element {ref}')
        if self.tags.get('h1') != 1 or self.tags.get('title', 0) < 1 or self.tags.get('main') != 1:
            faults.append(f'{self.path}: h1, title or main')
        if self.tags.get('script', 0) != 1 or self.tags.get('style') or self.tags.get('img') or self.tags.get('iframe'):
            faults.append(f'{self.path}: something inline')
        for link in self.links:
            path, _, part = link.partition('#')
            target = os.path.normpath(os.path.join(os.path.dirname(self.path), urllib.parse.unquote(path)))
            if ':' in path or path.startswith('/') or (path and not os.path.isfile(target)):
                faults.append(f'{self.path}: {link} leads nowhere')
            if part and not path and part not in self.ids:
                faults.append(f'{self.path}: #{part} leads nowhere')


def feed(path):
    root = xml.etree.ElementTree.parse(path).getroot()
    if root.tag != ATOM + 'feed':
        faults.append(f'{path}: no feed')
    ids = [one.text for one in root.iter(ATOM + 'id')]
    if len(ids) != len(set(ids)):
        faults.append(f'{path}: an id twice')
    for one in [root, *root.iter(ATOM + 'entry')]:
        for name in ('id', 'title', 'updated'):
            if one.find(ATOM + name) is None or not one.find(ATOM + name).text:
                faults.append(f'{path}: an entry without {name}')


folder = sys.argv[1]
pages = feeds = 0
for place, _, names in sorted(os.walk(folder)):
    for name in sorted(names):
        path = os.path.join(place, name)
        if name.endswith('.html'):
            Page(path).check()
            pages += 1
        elif name.endswith('.xml'):
            feed(path)
            feeds += 1
        elif name.endswith('.json'):
            with open(path, encoding='utf-8') as file:
                json.load(file)
search = os.path.join(folder, 'recherche')
with open(os.path.join(search, 'index.json'), encoding='utf-8') as file:
    shards = json.load(file)['shards']
if sorted(shards) != sorted(name[:-5] for name in os.listdir(search) if name != 'index.json'):
    faults.append('recherche/index.json names other files')
found = set()
for shard in shards:
    with open(os.path.join(search, shard + '.json'), encoding='utf-8') as file:
        found |= {path for _, _, path in json.load(file)}
sites = {os.path.relpath(os.path.join(place, name), folder) for place, _, names in os.walk(os.path.join(folder, 'sites'))
         for name in names}
if sites - found:
    faults.append(f'{len(sites - found)} sites are not found by the search: {sorted(sites - found)[:3]}')
if found - sites:
    faults.append('the search leads nowhere')
print(*faults[:20], f'{pages} pages, {feeds} feeds, {len(faults)} faults', sep='\n')
sys.exit(bool(faults) or pages == 0 or feeds == 0)
