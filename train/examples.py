"""Documents as numbers, cut into windows and batches. -100 masks a label."""
import numpy as np
import torch

from data import PART_TAGS, lemma_script
from features import SHAPES, shape, spelling, word_class
from heads.attribution import ROLES
from heads.names import SCHEMES

WORD_LABELS = ("upos", "xpos", "feats", "script", "first", "name", "deprel", "part")
CLS, SEP, MASK = 101, 102, 103


def vocabularies(sets, name_tags):
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
    types = sorted({d.pair[2] for documents in sets.values() for d in documents if d.pair})
    return {**vocab, "name": name_tags, "first": ["no", "yes"], "part": PART_TAGS, "type": types}


def role_labels(relation, size):
    """(first word of the cue, role of every word of the document to it)."""
    labels = np.zeros(size, dtype=np.int64)
    for role in ("content", "source"):
        for words in relation[role]:
            labels[words] = ROLES.index(f"I-{role}")
            labels[words[:1]] = ROLES.index(f"B-{role}")
    labels[relation["cue"]] = ROLES.index("cue")
    return relation["cue"][0], labels


class Encoded:
    """One document: pieces, features and gold of its words as arrays."""

    def __init__(self, document, pieces, gazetteer, index):
        words = document.words
        self.id, self.size = document.id, len(words)
        self.coreference = document.coreference
        self.scheme = SCHEMES.index(document.scheme) if document.scheme else 0
        self.parsed = bool(words) and words[0].upos is not None
        self.pieces = [pieces.of(w.form) for w in words]
        self.lengths = np.array([len(p) for p in self.pieces])
        self.forms = [w.form for w in words]
        self.gaps = [document.text[a.end : b.start] if a else None for a, b in zip([None, *words[:-1]], words)]
        self.gazetteer = gazetteer
        self.cased = {}
        self.labels = {}
        for name in WORD_LABELS:
            if name == "script":
                values = [lemma_script(w.form, w.lemma) if self.parsed else None for w in words]
            elif name == "first":
                values = [("yes" if w.first else "no") if self.parsed else None for w in words]
            else:
                values = [getattr(w, name) for w in words]
            self.labels[name] = np.array([index[name].get(v, -100) for v in values], dtype=np.int64)
        self.head = np.array([w.head if self.parsed else -100 for w in words], dtype=np.int64)
        first = np.array([w.first for w in words])
        if not first.any():
            first = np.arange(len(words)) % 40 == 0
        self.sentence = np.cumsum(first)
        self.starts = [*np.flatnonzero(first).tolist(), self.size]
        self.cluster = np.array([w.cluster for w in words], dtype=np.int64)
        self.relations = [role_labels(r, len(words)) for r in document.relations]
        self.anchors = np.full(len(words), 0 if document.attribution else -100)
        for anchor, _ in self.relations:
            self.anchors[anchor] = 1
        self.pair = None if document.pair is None else (*document.pair[:2], index["type"][document.pair[2]])
        self.kind = np.array([word_class(w.form, w.upos) for w in words], dtype=np.int64)
        self.name_words = [{w.form.lower()} if w.upos in ("PROPN", "NOUN") else set() for w in words]
        for w in words:
            if self.parsed and w.upos == "PROPN" and w.head >= 0 and w.deprel in ("flat", "compound", "flat:name"):
                if words[w.head].upos == "PROPN":
                    self.name_words[w.head].add(w.form.lower())

    def features(self, how):
        """(shapes with gazetteer, spelling) as written, or as all lower or all upper case (`lower`, `upper`)."""
        if how not in self.cased:
            forms = self.forms if how == "as written" else [getattr(f, how)() for f in self.forms]
            rows = [shape(f, g, b) for f, g, b in zip(forms, self.gaps, [None, *forms[:-1]])]
            rows = np.hstack([np.array(rows, dtype=np.float32).reshape(-1, SHAPES), np.array(self.gazetteer.features(forms), dtype=np.float32)])
            self.cased[how] = rows, np.array([spelling(f) for f in forms], dtype=np.int64)
        return self.cased[how]

    def cut(self, most, rng=None):
        """Windows [first, end) of about `most` pieces that begin at a sentence; half of them end inside one when `rng` is given."""
        at, out = 0, []
        total = np.concatenate([[0], np.cumsum(self.lengths)])
        size = most
        while at < len(self.starts) - 1:
            if rng:
                size = int(most * rng.uniform(0.5, 1.0))
            first, n = self.starts[at], at
            while n + 1 < len(self.starts) and total[self.starts[n + 1]] - total[first] <= size:
                n += 1
            whole = n > at
            last = int(np.searchsorted(total, total[first] + size, "right")) - 1
            end = self.starts[n] if whole and not (rng and rng.random() < 0.3) else max(last, first + 1)
            out.append((first, min(end, self.size)))
            at = n if whole else at + 1
        return out


def example(doc, first, end, how="as written", rng=None):
    """One window's arrays. With `rng`: some pieces and gazetteer features are hidden."""
    shapes, chars = doc.features(how)
    shapes = shapes[first:end]
    ids, owner, firsts = [CLS], [0], []
    for k in range(first, end):
        firsts.append(len(ids))
        ids += doc.pieces[k]
        owner += [k - first] * len(doc.pieces[k])
    ids.append(SEP)
    owner.append(end - first - 1)
    if rng:
        ids = [MASK if rng.random() < 0.04 and 0 < i < len(ids) - 1 else p for i, p in enumerate(ids)]
        if rng.random() < 0.3:
            shapes = shapes.copy()
            hidden = np.array([rng.random() < 0.5 for _ in range(end - first)])
            shapes[hidden, SHAPES:] = 0
    labels = {name: doc.labels[name][first:end] for name in WORD_LABELS}
    if how != "as written":
        labels["script"] = np.full(end - first, -100)
    head = doc.head[first:end]
    head = np.where(head == -100, -100, np.where(head == -1, 0, np.where((head >= first) & (head < end), head - first + 1, -100)))
    labels["head"] = head
    labels["anchor"] = doc.anchors[first:end]
    relations = [(a - first, roles[first:end]) for a, roles in doc.relations if first <= a < end]
    return {"relations": relations, "doc": doc, "first": first, "end": end, "ids": np.array(ids), "owner": np.array(owner), "firsts": np.array(firsts), "shapes": shapes, "chars": chars[first:end], "labels": labels, "sentence": doc.sentence[first:end]}


def epoch(docs, most, pieces, rng):
    """Shuffled batches of windows: a document with coreference is a batch of its own (or several), others go by length."""
    loose, out = [], []
    for doc in docs:
        how = "as written"
        luck = rng.random()
        if luck < 0.07:
            how = "lower" if luck < 0.05 else "upper"
        rows = [example(doc, a, b, how, rng) for a, b in doc.cut(most, rng)]
        if not doc.coreference:
            loose += rows
            continue
        kept = []
        for row in rows:
            if kept and (len(kept) + 1) * (most + 2) > pieces * 1.6:
                out.append(kept)
                kept = []
            kept.append(row)
        out.append(kept)
    return shuffled(out + by_length(loose, pieces, rng), rng)


def by_length(rows, pieces, rng=None):
    rows = sorted(rows, key=lambda r: (len(r["ids"]) // 8, rng.random() if rng else 0))
    out, batch = [], []
    for row in rows:
        if batch and (len(batch) + 1) * len(row["ids"]) > pieces:
            out.append(batch)
            batch = []
        batch.append(row)
    return [*out, batch] if batch else out


def shuffled(rows, rng):
    rng.shuffle(rows)
    return rows


def pad(arrays, fill, dtype):
    longest = max(len(a) for a in arrays)
    out = np.full((len(arrays), longest, *arrays[0].shape[1:]), fill, dtype=dtype)
    for i, a in enumerate(arrays):
        out[i, : len(a)] = a
    return torch.from_numpy(out)


def tensors(rows, device="cpu"):
    """A batch of windows, padded; `coreference` when all windows come from one document that has it."""
    out = {name: pad([r[name] for r in rows], 0, np.int64) for name in ("ids", "owner", "firsts", "chars")}
    out["mask"] = pad([np.ones(len(r["ids"]), dtype=bool) for r in rows], False, bool)
    out["shapes"] = pad([r["shapes"] for r in rows], 0, np.float32)
    out["sentence"] = pad([r["sentence"] for r in rows], -1, np.int64)
    out["scheme"] = torch.tensor([r["doc"].scheme for r in rows])
    out["labels"] = {name: pad([r["labels"][name] for r in rows], -100, np.int64) for name in rows[0]["labels"]}
    out["relations"] = relations(rows)
    out["pairs"] = pairs(rows)
    doc = rows[0]["doc"]
    if doc.coreference and all(r["doc"] is doc for r in rows):
        out["coreference"] = linked(rows, doc)

    def move(v):
        if isinstance(v, dict):
            return {k: move(x) for k, x in v.items()}
        return tuple(move(x) for x in v) if isinstance(v, tuple) else v.to(device) if torch.is_tensor(v) else v

    return move(out)


def relations(rows):
    """Attribution relations of a batch: window (r), place of the anchor in it (r), roles of the window's words (r, w)."""
    found = [(i, a, roles) for i, r in enumerate(rows) for a, roles in r["relations"]]
    width = max(r["end"] - r["first"] for r in rows)
    labels = np.full((len(found), width), -100, dtype=np.int64)
    for k, (_, _, roles) in enumerate(found):
        labels[k, : len(roles)] = roles
    return torch.tensor([i for i, _, _ in found]).long(), torch.tensor([a for _, a, _ in found]).long(), torch.from_numpy(labels)


def pairs(rows):
    """Typed pairs of a batch: window (n); words of the sentence, of the actor, of the recipient (n, w); type (n)."""
    found = [(i, r) for i, r in enumerate(rows) if r["doc"].pair is not None]
    width = max(r["end"] - r["first"] for r in rows)
    masks = torch.zeros(3, len(found), width, dtype=torch.bool)
    for k, (_, r) in enumerate(found):
        masks[0, k, : r["end"] - r["first"]] = True
        for side in (0, 1):
            masks[1 + side, k, [w - r["first"] for w in r["doc"].pair[side] if r["first"] <= w < r["end"]]] = True
    return torch.tensor([i for i, _ in found]).long(), *masks, torch.tensor([r["doc"].pair[2] for _, r in found]).long()


def linked(rows, doc):
    """Where the words of the windows stand in the batch, each word once, with cluster, class and which share name words."""
    row, column, word, seen = [], [], [], -1
    for i, r in enumerate(rows):
        for k in range(max(r["first"], seen + 1), r["end"]):
            row.append(i)
            column.append(k - r["first"])
            word.append(k)
        seen = max(seen, r["end"] - 1)
    word = np.array(word)

    def same(index):
        """For pairs (n, n): 0 nothing shared, 1 a name word, 2 the same word."""
        chosen = word[index.cpu().numpy()]
        ids = {}
        low = np.array([ids.setdefault(doc.forms[k].lower(), len(ids)) for k in chosen])
        has = np.zeros((len(chosen), 4096), dtype=np.float32)
        for i, k in enumerate(chosen):
            for w in doc.name_words[k]:
                has[i, ids.setdefault(w, len(ids)) % 4096] = 1
        nominal = np.array([bool(doc.name_words[k]) for k in chosen], dtype=bool)
        equal = (low[:, None] == low[None]) & nominal[:, None] & nominal[None]
        return torch.from_numpy(np.where(equal, 2, (has @ has.T > 0).astype(np.int64)))

    return {"row": torch.tensor(row), "column": torch.tensor(column), "cluster": torch.from_numpy(doc.cluster[word]), "kind": torch.from_numpy(doc.kind[word]), "same": same}
