"""Reads a spreadsheet of OpenDocument as a grid of cells, with the standard library alone: for the tests."""
import xml.etree.ElementTree as ET
import zipfile

NS = {'office': 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
      'table': 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
      'text': 'urn:oasis:names:tc:opendocument:xmlns:text:1.0'}


def tag(name):
    prefix, local = name.split(':')
    return '{%s}%s' % (NS[prefix], local)


class Cell:
    def __init__(self, node):
        self.node = node
        self.covered = node.tag == tag('table:covered-table-cell')
        self.formula = node.get(tag('table:formula'))
        self.type = node.get(tag('office:value-type'))
        self.value = node.get(tag('office:value'))
        self.style = node.get(tag('table:style-name'))
        self.validation = node.get(tag('table:content-validation-name'))
        self.lines = [''.join(p.itertext()) for p in node.findall('text:p', NS)]
        self.text = '\n'.join(self.lines)
        self.note = node.find('office:annotation', NS) is not None


def rows_of(sheet):
    for row in sheet.iter(tag('table:table-row')):
        for _ in range(min(int(row.get(tag('table:number-rows-repeated'), 1)), 1000)):
            yield row


def cells_of(row):
    cells = []
    for node in row:
        if node.tag in (tag('table:table-cell'), tag('table:covered-table-cell')):
            cells += [Cell(node)] * min(int(node.get(tag('table:number-columns-repeated'), 1)), 100)
    return cells


def root_of(path):
    if path.endswith('.fods'):
        return ET.parse(path).getroot()
    with zipfile.ZipFile(path) as package:
        return ET.fromstring(package.read('content.xml'))


def sheets(path, most_rows=400):
    """Name of each sheet, and its rows of cells."""
    found = {}
    for sheet in root_of(path).iter(tag('table:table')):
        rows = []
        for row in rows_of(sheet):
            if len(rows) == most_rows:
                break
            rows.append(cells_of(row))
        found[sheet.get(tag('table:name'))] = rows
    return found
