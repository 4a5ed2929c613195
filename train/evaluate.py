"""Scores on dev with gold words and sentences: accuracies, LAS with greedy heads, names by whole spans, coreference links."""
import torch

from data import NAME_TAGS, PART_TAGS
from examples import by_length, example, tensors
from heads.attribution import ROLES
from heads.tags import TASKS
from heads.trees import within_sentence


@torch.no_grad()
def evaluate(model, docs, vocab, device, window=190):
    model.eval()
    sums, names, tallies = {}, [0, 0, 0], {}

    def f1(key, both, gold, said):
        tallies[key] = [a + int(b) for a, b in zip(tallies.get(key, (0, 0, 0)), (both, gold, said))]

    def count(key, right, all):
        a, b = sums.get(key, (0, 0))
        sums[key] = (a + int(right), b + int(all))

    rows = [example(d, a, b) for d in docs for a, b in d.cut(window)]
    for batch_rows in by_length(rows, 4000):
        batch = tensors(batch_rows, device)
        batch["scheme"] = batch["scheme"] * 0
        out, labels = model(batch), batch["labels"]
        for name in TASKS:
            known = labels[name] != -100
            count(name, ((out[name].argmax(-1) == labels[name]) & known).sum(), known.sum())
        trees(model, batch, out, vocab, count)
        relations(model, batch, out, f1)
        pairs(model, batch, out, count)
        said, gold = out["name"].argmax(-1).tolist(), labels["name"].tolist()
        for i, row in enumerate(batch_rows):
            n = row["end"] - row["first"]
            part, parts = labels["part"][i, :n].tolist(), out["part"][i, :n].argmax(-1).tolist()
            if part[0] != -100:
                g, p = spans(part, PART_TAGS), spans(parts, PART_TAGS)
                f1("parts", len(g & p), len(g), len(p))
            g, p = spans(gold[i][:n]), spans([x if y != -100 else 0 for x, y in zip(said[i][:n], gold[i][:n])])
            names[0] += len(g & p)
            names[1] += len(g)
            names[2] += len(p)
    for doc in docs:
        if doc.coreference:
            links(model, doc, window, device, count)
    model.train()
    scores = {k: round(100 * a / b, 2) for k, (a, b) in sums.items() if b}
    scores |= {k: round(200 * a / max(1, b + c), 2) for k, (a, b, c) in tallies.items() if b}
    if names[1]:
        scores["names"] = round(200 * names[0] / max(1, names[1] + names[2]), 2)
    return scores


def trees(model, batch, out, vocab, count):
    labels = batch["labels"]
    heads = within_sentence(out["arcs"], batch["sentence"]).argmax(-1)
    b, w = torch.where(labels["head"] != -100)
    if not len(b):
        return
    rel = model.heads["trees"].relations(out["rel_dep"][b, w], out["rel_head"][b, heads[b, w]]).argmax(-1)
    good = heads[b, w] == labels["head"][b, w]
    base = [vocab["deprel"][i].split(":")[0] for i in rel.tolist()]
    gold = [vocab["deprel"][i].split(":")[0] if i >= 0 else "?" for i in labels["deprel"][b, w].tolist()]
    count("uas", good.sum(), len(b))
    count("las", sum(g and x == y for g, x, y in zip(good.tolist(), base, gold)), len(b))


def relations(model, batch, out, f1):
    """Cues by their first words; tokens of sources and contents of the gold cues, within the window."""
    gold = batch["labels"]["anchor"]
    if not bool((gold >= 0).any()):
        return
    said = (out["anchor"] > 0) & (gold >= 0)
    f1("cues", (said & (gold == 1)).sum(), (gold == 1).sum(), said.sum())
    row, anchor, roles = batch["relations"]
    if not len(row):
        return
    best = model.heads["attribution"].roles(out, row, anchor).argmax(-1)
    for role in ("source", "content"):
        of = torch.tensor([k for k, name in enumerate(ROLES) if name.endswith(role)], device=best.device)
        a, b = torch.isin(roles, of), torch.isin(best, of) & (roles >= 0)
        f1(f"{role} words", (a & b).sum(), a.sum(), b.sum())
        whole = (a == b).all(1)
        f1(f"{role} whole", (whole & a.any(1)).sum(), a.any(1).sum(), b.any(1).sum())


def pairs(model, batch, out, count):
    row, sentence, actor, recipient, label = batch["pairs"]
    if len(row):
        scores = model.heads["events"].types(out["side"][row], out["key"][row], out["value"][row], sentence, actor, recipient)
        count("type", (scores.argmax(-1) == label).sum(), len(label))


def links(model, doc, window, device, count):
    """Of words whose cluster has an earlier word: how often the best candidate is of it; of words without: how often none."""
    rows = [example(doc, a, b) for a, b in doc.cut(window)]
    batch = tensors(rows, device)
    out, at = model(batch), batch["coreference"]
    head = model.heads["coreference"]
    b, w, cluster = at["row"], at["column"], at["cluster"]
    mention = out["mention"][b, w]
    index = torch.where(mention > -1.5)[0]
    if len(index) < 2:
        return
    s = head.scores(mention[index], out["late"][b[index], w[index]], out["early"][b[index], w[index]], at["kind"][index], index, at["same"](index))
    best, where = s.max(1)
    seen, found = set(), {int(i): k for k, i in enumerate(index)}
    for i, c in enumerate(cluster.tolist()):
        k = found.get(i)
        chosen = int(cluster[index[where[k]]]) if k is not None and float(best[k]) > 0 else -1
        if c in seen and c > 0:
            count("link recall", chosen == c, 1)
        if chosen != -1:
            count("link precision", chosen == c and c > 0, 1)
        seen.add(c)


def spans(tags, names=NAME_TAGS):
    out, start = set(), None
    for i, t in enumerate([names[t] if t >= 0 else "O" for t in tags] + ["O"]):
        place, kind = t[0], t[2:]
        if place in "BS":
            start = (i, kind)
        if place in "ES" and start and start[1] == kind:
            out.add((start[0], i, kind))
        if place in "OES":
            start = None
    return out
