#!/usr/bin/env python3
"""Reads the archive that test_archive.c wrote, as ISO 28500 describes it, with nothing of ours: gzip members, fields,
HTTP. Fails at the first thing that a reader of WARC would trip over."""

import re
import sys
import zlib
from datetime import datetime
from email.parser import BytesParser
from http.client import HTTPResponse
from io import BytesIO

FIELD = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+): (.*)")
TYPES = {'warcinfo', 'response', 'metadata'}


def members(data):
    """The gzip members, unpacked one by one."""
    while data:
        packed = zlib.decompressobj(wbits=31)
        yield packed.decompress(data)
        assert packed.eof, 'a member is not whole'
        data = packed.unused_data


def read_record(member):
    head, rest = member.split(b'\r\n\r\n', 1)
    lines = head.split(b'\r\n')
    assert lines[0] == b'WARC/1.1', lines[0]
    fields = {}
    for line in lines[1:]:
        name, value = FIELD.fullmatch(line).groups()
        assert name not in fields, f'{name} is repeated'
        fields[name.decode()] = value.decode()
    length = int(fields['Content-Length'])
    assert rest[length:] == b'\r\n\r\n', 'the record does not end as it should'
    return fields, rest[:length]


class Wire:
    """What http.client reads from."""

    def __init__(self, data):
        self.data = data

    def makefile(self, *_):
        return BytesIO(self.data)


def read_http(block, method):
    answer = HTTPResponse(Wire(block), method=method)
    answer.begin()
    body = answer.read()
    if method == 'GET':
        head = block.index(b'\r\n\r\n') + 4
        assert len(block) == head + len(body), 'Content-Length is not that of the body'
    return answer, body


records = [read_record(member) for member in members(open(sys.argv[1], 'rb').read())]
ids = [fields['WARC-Record-ID'] for fields, _ in records]
assert len(set(ids)) == len(ids), 'an id is repeated'
for fields, block in records:
    assert fields['WARC-Type'] in TYPES
    assert re.fullmatch(r'<urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}>', fields['WARC-Record-ID'])
    assert re.fullmatch(r'[0-9]{4}(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){2}\.[0-9]{3}Z', fields['WARC-Date'])
    datetime.fromisoformat(fields['WARC-Date'].replace('Z', '+00:00'))

info, block = records[0]
assert info['WARC-Type'] == 'warcinfo' and info['Content-Type'] == 'application/warc-fields'
assert info['WARC-Filename'] == 'kept.warc.gz' and 'WARC-Target-URI' not in info
assert BytesParser().parsebytes(block)['software'].startswith('clairlint/')

fields, block = records[1]
assert fields['WARC-Type'] == 'metadata' and fields['WARC-Date'] == '2026-11-23T10:33:20.123Z', fields['WARC-Date']
assert BytesParser().parsebytes(block)['failure'] == 'unreachable'

statuses = []
for fields, block in records[2:]:
    assert fields['WARC-Type'] == 'response' and fields['Content-Type'] == 'application/http;msgtype=response'
    answer, body = read_http(block, fields['Clairlint-Method'])
    statuses.append(answer.status)
    for name in ('Content-Encoding', 'Transfer-Encoding'):
        assert answer.getheader(name) is None, f'{name} is left'
assert statuses == [301, 429, 200, 200, 200, 200, 200, 200, 200, 200], statuses

answer, body = read_http(records[5][1], 'GET')
assert body == b'<p>caf\xe9 \0 \xff\r\n\r\nWARC/1.1\r\n\r\n'
assert answer.getheader('X-Archive-Orig-Content-Encoding') == 'gzip'
assert len(read_http(records[6][1], 'GET')[1]) == 5 << 20
assert records[2][0]['WARC-Truncated'] == 'length' and records[8][0]['WARC-Truncated'] == 'disconnect'
assert records[10][0]['WARC-Protocol'] == 'h2' and records[10][1].startswith(b'HTTP/1.1 200 \r\n')
