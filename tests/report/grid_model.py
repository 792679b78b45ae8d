#!/usr/bin/env python3
"""A model of an audit grid, of the shape of the State's: written by us, with what such files hold (formulas, repeated
rows and cells, merged cells, notes, validations), for the tests. And models made to hurt.

usage: grid_model.py FILE.ods [--sheets=20] [--spoil=NAME]
"""
import re
import struct
import sys
import zipfile
import zlib
from xml.sax.saxutils import escape, quoteattr

# Criteria of each theme of the RGAA 4.1.2.
CRITERIA = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12]
MEDIA_TYPE = 'application/vnd.oasis.opendocument.spreadsheet'
HEAD = '''<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" \
xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2">
<office:automatic-styles><style:style style:name="ce1" style:family="table-cell"><style:text-properties \
fo:font-weight="bold"/></style:style></office:automatic-styles><office:body><office:spreadsheet>
<table:content-validations><table:content-validation table:name="val1" \
table:condition="of:cell-content-is-in-list(&quot;C&quot;;&quot;NC&quot;;&quot;NA&quot;;&quot;NT&quot;)" \
table:base-cell-address="P01.D4"/></table:content-validations>
'''
TAIL = '<table:named-expressions/></office:spreadsheet></office:body></office:document-content>'


def cell(text='', **attributes):
    extra = ''.join(' %s=%s' % (key.replace('__', ':').replace('_', '-'), quoteattr(str(value)))
                    for key, value in attributes.items())
    if text == '':
        return '<table:table-cell%s/>' % extra
    return '<table:table-cell office:value-type="string" calcext:value-type="string"%s><text:p>%s</text:p></table:table-cell>' % (
        extra, escape(text))


def formula(text, value, kind='string'):
    shown = 'office:value-type="string"' if kind == 'string' else 'office:value-type="float" office:value="%s"' % value
    return '<table:table-cell table:formula=%s %s calcext:value-type="%s"><text:p>%s</text:p></table:table-cell>' % (
        quoteattr(text), shown, kind, escape(str(value)))


def row(*cells, **attributes):
    extra = ''.join(' %s=%s' % (key.replace('__', ':').replace('_', '-'), quoteattr(str(value)))
                    for key, value in attributes.items())
    return '<table:table-row%s>%s</table:table-row>' % (extra, ''.join(cells))


def table(name, *rows, columns=8):
    return '<table:table table:name=%s><table:table-column table:number-columns-repeated="%d"/>%s%s</table:table>\n' % (
        quoteattr(name), columns, ''.join(rows),
        row(cell(table__number_columns_repeated=16384), table__number_rows_repeated=1048000))


def how_to():
    return table("Mode d'emploi", row(cell('Mode d’emploi')),
                 row(cell('Le Statut vaut C, NC, NA ou NT. Les « Modifications à apporter » disent quoi changer.')))


def sample(sheets):
    rows = [row(cell('Échantillon', table__number_columns_spanned=3, table__number_rows_spanned=1),
                '<table:covered-table-cell table:number-columns-repeated="2"/>'),
            row(cell('Site :'), cell(), cell()),
            row(cell(table__number_columns_repeated=3), table__number_rows_repeated=2),
            '<table:table-header-rows>' + row(cell('N° page', table__style_name='ce1'), cell('Titre de la page'),
                                              cell('URL')) + '</table:table-header-rows>']
    half = sheets // 2
    for i in range(half):
        rows.append(row(cell('P%02d' % (i + 1)), cell(table__style_name='ce1'), cell(), table__style_name='ro%d' % i))
    # The last rows are one, repeated: their number is not written yet.
    if sheets > half:
        rows.append(row(cell(table__number_columns_repeated=3), table__number_rows_repeated=sheets - half))
    return table('Échantillon', *rows)


def criteria():
    rows = [row(cell('Thématique'), cell('Critère'), cell('Recommandation'))]
    for theme, count in enumerate(CRITERIA, 1):
        rows += [row(cell('Thème %d' % theme), cell('%d.%d' % (theme, i)), cell('Texte du critère ?'))
                 for i in range(1, count + 1)]
    return table('Critères', *rows)


NOTE = '<office:annotation><dc:creator>Auditeur</dc:creator><text:p>Statut : une note.</text:p></office:annotation>'


def page(number):
    rows = [row(formula('of:=[Échantillon.B%d]' % (5 + number), 'vieux titre'), cell(table__number_columns_repeated=6)),
            row(cell('URL :'), cell(), cell(table__number_columns_repeated=5))]
    rows.append(row(cell('Thématique'), cell('Critère'), cell('Recommandation'), cell('STATUT'), cell('Dérogation'),
                    cell('Modifications  à apporter'), cell('Commentaires')))
    for theme, count in enumerate(CRITERIA, 1):
        for i in range(1, count + 1):
            first = cell('Thème %d' % theme, table__number_rows_spanned=count, table__number_columns_spanned=1) \
                if i == 1 else '<table:covered-table-cell/>'
            status = '<table:table-cell table:style-name="ce1" table:content-validation-name="val1" ' \
                'office:value-type="string" calcext:value-type="string">%s<text:p>NT</text:p></table:table-cell>' % (
                    NOTE if (theme, i) == (1, 1) else '')
            last = cell(table__number_columns_repeated=2, table__style_name='ce1') if i % 2 else cell() + cell()
            rows.append(row(first, cell('%d.%d' % (theme, i)), cell('Texte du critère ?'), status, cell('N'), last))
    return table('P%02d' % number, *rows)


def summary(sheets):
    rows = [row(cell('Synthèse')), row(cell('Statut'), cell('Nombre'))]
    for status in ('C', 'NC', 'NA', 'NT'):
        # 0 is the result as the model was saved, with nothing but NT.
        counts = '+'.join('COUNTIF([P%02d.D$4:.D$200];&quot;%s&quot;)' % (i, status) for i in range(1, sheets + 1))
        rows.append(row(cell(status), formula('of:=' + counts.replace('&quot;', '"'), 0, 'float')))
    rows.append(row(cell('Taux'), formula('of:=IF([.B3]+[.B4]=0;"";[.B3]/([.B3]+[.B4]))', '')))
    return table('Synthèse', *rows)


def content(sheets, without=()):
    parts = {"mode": how_to(), "sample": sample(sheets), "criteria": criteria(),
             "pages": ''.join(page(i) for i in range(1, sheets + 1)), "summary": summary(sheets),
             "base": table('BaseDeCalcul', row(formula('of:=COUNTIF([P01.$D$4:.$D$109];"NC")', 0, 'float')))}
    return HEAD + ''.join(text for name, text in parts.items() if name not in without) + TAIL


def write(path, xml, media_type=MEDIA_TYPE, first='mimetype', name='content.xml'):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as package:
        def add(file, data, method=zipfile.ZIP_DEFLATED):
            info = zipfile.ZipInfo(file, (2024, 3, 31, 2, 30, 0))
            info.compress_type = method
            package.writestr(info, data)
        add(first, media_type, zipfile.ZIP_STORED)
        add('Thumbnails/thumbnail.png', bytes(range(256)) * 8)
        if name:
            add(name, xml)
        add('styles.xml', '<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'office:version="1.2"/>')
        add('META-INF/manifest.xml', '<?xml version="1.0"?><manifest:manifest '
            'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
            '<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="%s"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
            '<manifest:file-entry manifest:full-path="Thumbnails/thumbnail.png" manifest:media-type="image/png"/>'
            '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>'
            '</manifest:manifest>' % media_type)


ENTITIES = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">' + ''.join(
    '<!ENTITY %s "%s">' % (chr(99 + i), ('&%s;' % chr(98 + i)) * 10) for i in range(9)) + ']>'


def lie(path):
    """The directory promises ten bytes of content.xml, and there are many."""
    data = bytearray(open(path, 'rb').read())
    at = data.rfind(b'PK\x01\x02', 0, data.rfind(b'content.xml'))
    struct.pack_into('<I', data, at + 24, 10)
    open(path, 'wb').write(data)


def spoil(path, how, sheets):
    xml = content(sheets)
    if how == 'bomb':
        write(path, xml.replace('<text:p>Mode d’emploi</text:p>', '<text:p>%s</text:p>' % (' ' * (400 << 20))))
    elif how == 'parts':
        write(path, xml.replace('<text:p>Mode d’emploi</text:p>', '<text:p>%s</text:p>' % ('<a/>' * 4000000)))
    elif how == 'lying':
        write(path, xml)
        lie(path)
    elif how == 'deep':
        write(path, xml.replace('<text:p>Mode d’emploi</text:p>', '<a>' * 100000 + '</a>' * 100000))
    elif how == 'entities':
        write(path, xml.replace('<office:document-content', ENTITIES + '<office:document-content', 1)
              .replace('<text:p>Mode d’emploi</text:p>', '<text:p>&k;</text:p>'))
    elif how == 'external':
        write(path, xml.replace('<office:document-content', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
                                '<office:document-content', 1))
    elif how == 'cut':
        write(path, xml)
        data = open(path, 'rb').read()
        open(path, 'wb').write(data[:len(data) * 2 // 3])
    elif how == 'cut-xml':
        write(path, xml[:len(xml) // 2])
    elif how == 'no-content':
        write(path, xml, name=None)
    elif how == 'text':
        write(path, xml, media_type='application/vnd.oasis.opendocument.text')
    elif how == 'no-mimetype':
        write(path, xml, first='autre')
    elif how == 'no-table':
        write(path, HEAD + TAIL)
    elif how in ('no-pages', 'no-sample'):
        write(path, content(sheets, without=(how[3:],)))
    elif how == 'no-changes':
        write(path, xml.replace('Modifications  à apporter', 'Remarques'))
    elif how == 'split':
        # One row, heavy and repeated, is where every page of the sample would be written.
        heavy = row(cell() * 40000, table__number_rows_repeated=sheets)
        write(path, re.sub(r'(</table:table-header-rows>).*?(<table:table-row table:number-rows-repeated="1048000")',
                           lambda found: found.group(1) + heavy + found.group(2), xml, count=1, flags=re.S))
    elif how == 'filled':
        write(path, xml.replace('<text:p>NT</text:p>', '<text:p>C</text:p>', 7))
    elif how == 'damaged':
        write(path, xml)
        data = bytearray(open(path, 'rb').read())
        at = data.find(b'content.xml') + 400
        data[at:at + 20] = bytes(20)
        open(path, 'wb').write(data)
    elif how == 'noise':
        open(path, 'wb').write(zlib.compress(b'rien') * 100)
    elif how == 'empty':
        open(path, 'wb').close()
    else:
        sys.exit('grid_model.py: no such way to spoil: ' + how)


def main():
    options = dict(word[2:].split('=', 1) for word in sys.argv[1:] if word.startswith('--'))
    path = next(word for word in sys.argv[1:] if not word.startswith('--'))
    sheets = int(options.get('sheets', 20))
    if 'spoil' in options:
        spoil(path, options['spoil'], sheets)
    else:
        write(path, content(sheets))


if __name__ == '__main__':
    main()
