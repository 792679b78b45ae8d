#!/bin/sh
# A filled grid as LibreOffice opens it: every formula is as it was, and gives what the cells now hold.
# usage: grid-libreoffice.sh PROGRAM
set -eu
command -v soffice > /dev/null 2>&1 || {
	echo 'grid-libreoffice: soffice is absent; apt-get install --no-install-recommends libreoffice-calc-nogui'
	exit 0
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 tests/report/grid_model.py "$work/modele.ods"
"$1" check --no-config --quiet --fail-on never --rgaa-grid "$work/modele.ods" -o "$work/grille.ods" tests/site/sample > "$work/said"
HOME=$work/home timeout 120 soffice --headless --convert-to fods --outdir "$work" "$work/grille.ods" > "$work/said" 2>&1
python3 - "$work" << 'END'
import sys
sys.path.insert(0, 'tests/report')
import grid_read
model, filled, opened = (grid_read.sheets(sys.argv[1] + name) for name in ('/modele.ods', '/grille.ods', '/grille.fods'))
formulas = 0
for name, rows in model.items():
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            if cell.formula is not None:
                formulas += 1
                # LibreOffice writes the names of sheets its own way: of:=['Mode d''emploi'.A1] for [Mode d'emploi.A1].
                assert opened[name][y][x].formula.replace('$', '').replace("'", '') == \
                    cell.formula.replace('$', '').replace("'", ''), (name, y, x, opened[name][y][x].formula)
pages = [name for name in model if name[0] == 'P' and name[1:].isdigit()]
for row in opened['Synthèse'][2:6]:
    status, counted = row[0].text, int(row[1].text)
    there = sum(r[3].text == status for name in pages for r in filled[name][3:109])
    assert counted == there > 0, '%s: LibreOffice counts %d, there are %d' % (status, counted, there)
for i, name in enumerate(pages):
    # A formula that points at an empty cell gives 0.
    assert opened[name][0][0].text == (filled['Échantillon'][5 + i][1].text or '0'), opened[name][0][0].text
print('grid-libreoffice: %d formulas as they were, and computed anew' % formulas)
END
