"""Writes what the trainer makes of a few words, for the test that holds src/encode against it:
python train/fixture.py src/encode/testdata/features.json"""
import json
import sys
from pathlib import Path

from features import Gazetteer, Pieces, shape, spelling
from run import encoder_folder

TEXT = [
    ("The", None), ("NATO", " "), ("chief", " "), ("met", " "), ("Ana", " "), ("Example", " "), ("-", ""), ("Müller", ""), ("’s", ""),
    ("team", " "), (".", ""), ("She", "\n"), ("flew", " "), ("to", " "), ("New", " "), ("York", " "), ("in", " "), ("2024", " "),
    (",", ""), ("“", "\n\n"), ("McSample", ""), ("U.S.", " "), ("F-16s", " "), ("ΣΊΣΥΦΟΣ", " "), ("北京", " "), ("😀", " "), ("ǅ", " "),
    ("antidisestablishmentarianism", " "), ("x" * 70, " "), ("e.g.", " "), ("½", " "), ("don", " "), ("n't", ""), ("I", " "), ("aB", " "), ("_", " "), ("Saudi", " "), ("Arabia", " "),
]


def main():
    pieces = Pieces((encoder_folder(None) / "vocab.txt").read_text(encoding="utf8").split("\n"))
    gazetteer = Gazetteer("models/gazetteer.tsv")
    forms = [f for f, _ in TEXT]
    names = gazetteer.features(forms)
    rows = [
        {"form": f, "gap": g, "pieces": pieces.of(f), "shape": [int(x) for x in shape(f, g, b)], "names": [int(x) for x in n], "spelling": spelling(f)}
        for (f, g), b, n in zip(TEXT, [None, *forms[:-1]], names)
    ]
    Path(sys.argv[1]).write_text("[\n" + ",\n".join(json.dumps(r, ensure_ascii=False) for r in rows) + "\n]\n", encoding="utf8")


if __name__ == "__main__":
    main()
