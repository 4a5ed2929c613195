"""Writes the reader's gazetteer from the program's own tables: python train/gazetteer.py OUT.tsv [--root .]

Lines `key TAB kinds`, keys sorted, words of a key lower-cased and split as data.WORD splits text. Towns come from
dist/assets/cities.tsv (GeoNames, `npm run build`) from 30,000 people up.
"""
import argparse
import csv
from pathlib import Path

from data import WORD

TOWN = 30_000


def rows(path):
    with path.open(encoding="utf8", newline="") as f:
        return list(csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE))


def names(row, *columns):
    for column in columns:
        for name in (row.get(column) or "").split(";"):
            if name.strip():
                yield name.strip()


def main():
    p = argparse.ArgumentParser()
    p.add_argument("out")
    p.add_argument("--root", default=".")
    args = p.parse_args()
    root = Path(args.root)
    found = {}

    def add(name, kind):
        words = WORD.findall(name)
        if 0 < len(words) <= 8 and len(name) > 2 and name[:1].isupper() or name[:3].lower() == "al-":
            found.setdefault(" ".join(w.lower() for w in words), set()).add(kind)

    knowledge = root / "knowledge"
    for row in rows(knowledge / "countries.tsv"):
        for name in names(row, "name", "aliases", "capital"):
            add(name, "L")
        for name in names(row, "adjectives", "demonyms"):
            add(name, "N")
    for table in ("admin1", "admin2", "places"):
        for row in rows(knowledge / f"{table}.tsv"):
            for name in names(row, "name", "aliases"):
                add(name, "L")
    for table in ("bodies", "outlets"):
        for row in rows(knowledge / f"{table}.tsv"):
            for name in names(row, "name", "aliases"):
                add(name, "O")
    for row in rows(knowledge / "people.tsv"):
        for name in names(row, "name", "aliases"):
            add(name, "P")
            words = name.split()
            if len(words) > 1 and words[0].isalpha():
                add(words[0], "G")
        for name in names(row, "family"):
            add(name, "F")
    for line in (root / "dist/assets/cities.tsv").read_text(encoding="utf8").splitlines():
        cells = line.split("\t")
        if len(cells) > 6 and cells[6].isdigit() and int(cells[6]) >= TOWN:
            add(cells[1], "L")
    order = "LOPFGN"
    Path(args.out).write_text("".join(f"{k}\t{''.join(sorted(v, key=order.index))}\n" for k, v in sorted(found.items())), encoding="utf8")
    print(len(found), "names")


if __name__ == "__main__":
    main()
