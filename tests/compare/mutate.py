#!/usr/bin/env python3
"""Changes a folder of pages as a rebuild of a site does, and nothing that a person reads.

mutate.py FOLDER SEED KIND...   kinds: wrap, reorder, classes, move, defect; prints what was done as JSON.

wrap     puts a <div> around some blocks, and around the content of the body; not where a style sheet says
         whose child a block is, since it would look otherwise
reorder  moves paragraphs, sections or items among those of their parent
classes  gives other names to classes that a build makes, and adds some (html and css)
move     gives a page another address, and mends the links to it
defect   adds an image without alternative to one page

`mutate.py FOLDER SEED prepare` adds classes that a build would make, so that `classes` has some to rename.
"""
import json
import os
import posixpath
import random
import re
import sys
from html.parser import HTMLParser

VOID = set('area base br col embed hr img input link meta source track wbr param'.split())
# Elements whose children may be set inside a <div> without changing what they are.
HOLDERS = set('body main div section article aside header footer blockquote form fieldset td'.split())
BLOCKS = set('p div section article ul ol table form figure blockquote h2 h3 h4'.split())
ORDERED = [{'p'}, {'section'}, {'article'}, {'li'}]
HASHED = re.compile(r'(?:css|sc|_)[-_a-z]*-?[0-9][a-z][0-9a-z]{3}')


class Element:
    def __init__(self, tag, start, parent):
        self.tag, self.start, self.parent = tag, start, parent
        self.end, self.open_end = None, None
        self.children = []


class Tree(HTMLParser):
    """Elements with both tags, by their place in the source; badly nested ones are left out."""

    def __init__(self, text):
        super().__init__(convert_charrefs=False)
        self.text = text
        self.lines = [0]
        for line in text.split('\n'):
            self.lines.append(self.lines[-1] + len(line) + 1)
        self.top = Element('', 0, None)
        self.stack, self.all = [self.top], []
        self.feed(text)

    def place(self):
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def handle_starttag(self, tag, attrs):
        element = Element(tag, self.place(), self.stack[-1])
        element.open_end = element.start + len(self.get_starttag_text())
        if tag in VOID:
            element.end = element.open_end
            self.stack[-1].children.append(element)
            return
        self.stack.append(element)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if all(element.tag != tag for element in self.stack):
            return
        while True:
            element = self.stack.pop()
            if element.tag == tag:
                break
            # No end tag of its own: its place is not known, nor are those of what holds it.
            self.stack[-1].children.append(element)
        element.end = self.text.index('>', self.place()) + 1
        self.stack[-1].children.append(element)
        self.all.append(element)


def within(element, tags):
    while element is not None:
        if element.tag in tags:
            return True
        element = element.parent
    return False


def whole(element):
    return element.end is not None and all(child.end is not None for child in element.children)


def placed_classes(files):
    """Classes in selectors that speak of children or siblings."""
    found = set()
    for path in files:
        if not path.endswith('.css'):
            continue
        for before in files[path].split('{'):
            selector = before.rsplit('}', 1)[-1]
            if re.search('[>+~]', selector):
                found.update(re.findall(r'\.([\w-]+)', selector))
    return found


def has_class(text, element, names):
    words = CLASS.search(text[element.start:element.open_end or element.start]) if element.tag else None
    return words is not None and not names.isdisjoint(words.group(2).split())


def wrap(text, rng, placed):
    tree = Tree(text)
    body = [e for e in tree.all if e.tag == 'body']
    picks = [e for e in tree.all if e.tag in BLOCKS and e.parent.tag in HOLDERS and whole(e) and
             not within(e, {'svg', 'pre', 'nav'}) and not has_class(text, e, placed) and
             not has_class(text, e.parent, placed)]
    picks = rng.sample(picks, min(3, len(picks)))
    marks = [(e.start, 1, '<div>') for e in picks] + [(e.end, 0, '</div>') for e in picks]
    if body and body[0].children and rng.random() < 0.5:
        e = body[0]
        marks += [(e.open_end, 0, '<div>'), (text.rindex('</', e.start, e.end), 2, '</div>')]
    for place, _, mark in sorted(marks, reverse=True):
        text = text[:place] + mark + text[place:]
    return text


def reorder(text, rng):
    tree = Tree(text)
    groups = []
    for parent in tree.all:
        tags = {child.tag for child in parent.children}
        if tags in ORDERED and len(parent.children) > 2 and whole(parent) and not within(parent, {'nav', 'header', 'ol'}):
            groups.append(parent.children)
    if not groups:
        return text
    group = rng.choice(groups)
    pieces = [text[child.start:child.end] for child in group]
    rng.shuffle(pieces)
    for child, piece in reversed(list(zip(group, pieces))):
        text = text[:child.start] + piece + text[child.end:]
    return text


TAG = re.compile(r'<[a-zA-Z][^<>]*>')
CLASS = re.compile(r'(\sclass\s*=\s*")([^"]*)(")')


def made(rng):
    return 'css-%d%s%d%s' % (rng.randrange(1, 9), rng.choice('abcdef'), rng.randrange(10, 99), rng.choice('xyz'))


def in_tags(pattern, change, text):
    """Examples of code in the text of a page stay as they are."""
    return TAG.sub(lambda tag: pattern.sub(change, tag.group(0)), text)


def add_classes(text, rng):
    return in_tags(CLASS, lambda m: m.group(1) + m.group(2) + (' ' + made(rng) if rng.random() < 0.5 else '') + m.group(3),
                   text)


def rename_classes(files, rng):
    names = {}

    def new(name):
        if name not in names:
            names[name] = made(rng) if name.startswith('css-') else re.sub(
                '[0-9]', lambda d: str((int(d.group()) + 3) % 10), name)
        return names[name]

    def rename(match):
        words = [new(word) if HASHED.fullmatch(word) else word for word in match.group(2).split(' ')]
        return match.group(1) + ' '.join(words) + match.group(3)

    for path in files:
        if path.endswith('.html'):
            files[path] = in_tags(CLASS, rename, files[path])
    for path in files:
        if path.endswith('.css'):
            files[path] = re.sub(r'\.([\w-]+)', lambda m: '.' + names.get(m.group(1), m.group(1)), files[path])
    return len(names)


LINK = re.compile(r'(\s(?:href|src|action)\s*=\s*")([^"#?]*)([^"]*")')


def target(page, address):
    """The file that a link leads to, when it is one of the folder."""
    if not address or '://' in address or address.startswith(('//', 'mailto:', 'tel:', 'data:', 'javascript:')):
        return None
    if address.startswith('/'):
        return posixpath.normpath(address.lstrip('/') or '.')
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), address))


def relink(page, text, old, new, here):
    """Links of a page, which stands at `here` now, after `old` became `new`."""

    def link(match):
        to = target(page, match.group(2))
        if to is None or (to != old and page != old):
            return match.group(0)
        to = new if to == old else to
        if match.group(2).startswith('/'):
            address = '/' + to
        else:
            address = posixpath.relpath(to, posixpath.dirname(here) or '.')
        if match.group(2).endswith('/') and not address.endswith('/'):
            address += '/'
        return match.group(1) + address + match.group(3)

    return in_tags(LINK, link, text)


def move(files, rng):
    pages = [path for path in files if path.endswith('.html') and posixpath.basename(path) != 'index.html']
    if not pages:
        return None
    old = rng.choice(sorted(pages))
    # The words of an address tell what a page is for: they stay.
    new = 'nouveau-dossier/page-%d-%s' % (rng.randrange(1000), posixpath.basename(old))
    for path in list(files):
        if path.endswith('.html'):
            files[path] = relink(path, files[path], old, new, new if path == old else path)
    files[new] = files.pop(old)
    return [old, new]


def plant(files, rng):
    name = 'defaut-plante-%d.png' % rng.randrange(1000)
    pages = [path for path in sorted(files) if re.search('</main>|</body>', files[path]) and path.endswith('.html')]
    if not pages:
        return None
    page = rng.choice(pages)
    place = files[page].rfind('</main>')
    if place < 0:
        place = files[page].rfind('</body>')
    files[page] = files[page][:place] + '<p><img src="%s"></p>' % name + files[page][place:]
    return [page, name]


def main():
    folder, seed, kinds = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
    rng = random.Random(seed)
    files, done = {}, {}
    for top, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            if name.endswith(('.html', '.css')):
                path = os.path.join(top, name)
                # Bytes as they are: some pages are not in UTF-8.
                files[os.path.relpath(path, folder)] = open(path, encoding='latin-1', newline='').read()
    before = dict(files)
    placed = placed_classes(files)
    for path in sorted(files):
        if not path.endswith('.html'):
            continue
        if 'prepare' in kinds:
            files[path] = add_classes(files[path], rng)
        try:
            if 'wrap' in kinds:
                files[path] = wrap(files[path], rng, placed)
            if 'reorder' in kinds:
                files[path] = reorder(files[path], rng)
        except ValueError:
            done['left'] = done.get('left', 0) + 1
    if 'classes' in kinds:
        done['classes'] = rename_classes(files, rng)
    if 'defect' in kinds:
        done['defect'] = plant(files, rng)
    if 'move' in kinds:
        done['move'] = move(files, rng)
        if done.get('defect') and done['move'] and done['defect'][0] == done['move'][0]:
            done['defect'][0] = done['move'][1]
    for path in set(before) - set(files):
        os.unlink(os.path.join(folder, path))
    for path, text in files.items():
        if before.get(path) != text:
            os.makedirs(os.path.dirname(os.path.join(folder, path)), exist_ok=True)
            with open(os.path.join(folder, path), 'w', encoding='latin-1', newline='') as file:
                file.write(text)
    done['changed'] = sum(before.get(path) != text for path, text in files.items())
    print(json.dumps(done))


main()
