"""Writes pages made to break reports into a folder, under names made to break places: hostile_pages.py FOLDER."""
import os
import sys

WORDS = [
    b"]]></style></title><!-- <svg onload=alert(1)>",
    b"\"><img src=x onerror=alert(1)>",
    b"[cliquez](https://mauvais.example/) **gras** `code` | # titre",
    b"::error file=a::faux\n::warning::faux\r##[error]faux%0A::notice::faux",
    b"facture\xe2\x80\xaefdp.exe\xe2\x81\xa6\xe2\x80\x8f",
    b"\xff\xfe\xc3(\xed\xa0\x80\xf4\x90\x80\x80",
    b"\x01\x08\x0b\x0c\x1b[31mrouge\x7f\xc2\x9b\xef\xbf\xbe\xef\xbf\xbf",
    b"=1+1\t@SUM(A1) %s %n {0} {src} ${{ github.token }} $(id)",
    b"a" * (1 << 20),
]
NAMES = ["simple.html", "deux mots.html", "100%25?#.html", "d\u00e9tails,a:b.html", "nouvelle\nligne.html",
         "\"guillemets' <b>.html", "\u202ebidi.html", "[a](b).html", "-o.html"]


def page(words):
    return (b"<!DOCTYPE html>\n<html><head><title>" + words[:200] + b"</title></head>\n<body><main><h1>" + words[:200] +
            b"</h1>\n<p><img src=\"" + words.replace(b"\"", b"&quot;") + b"\"> <a href=\"#\">" + words[:2000] +
            b"</a></p>\n<p lang=\"" + words.replace(b"\"", b"&quot;") + b"\">" + words[:2000] +
            b"</p>\n<iframe src=/x title='" + words.replace(b"'", b"&#39;") + b"'></iframe></main></body></html>\n")


def main():
    for name, words in zip(NAMES, WORDS):
        with open(os.path.join(sys.argv[1], name), "wb") as file:
            file.write(page(words))


main()
