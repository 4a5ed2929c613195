"""Reads the gold sets under ../shared/data into documents of words, and cuts them into windows of word pieces.

A document is running text; a word has its characters, and gold where its set has it: tags, features, lemma script, head and
relation (Universal Dependencies), the tag of a name (BIOES) under the scheme of its set. Missing gold is masked, so one batch
may hold windows of every set.
"""
import json
import re
from dataclasses import dataclass, field
from pathlib import Path

NAME_TYPES = ["PER", "ORG", "LOC"]
NAME_TAGS = ["O"] + [f"{p}-{t}" for t in NAME_TYPES for p in "BIES"]
# Actor (S), recipient (T) or both (R) of an event: the labels of cameo_ner.
PART_TAGS = ["O"] + [f"{p}-{t}" for t in "STR" for p in "BIES"]


@dataclass
class Word:
    start: int
    end: int
    form: str
    upos: str | None = None
    xpos: str | None = None
    feats: str | None = None
    lemma: str | None = None
    head: int | None = None  # index in the document, -1 for a root
    deprel: str | None = None
    first: bool = False  # first word of a sentence
    name: str | None = None
    part: str | None = None  # of an event
    cluster: int = 0  # 1 and up for the head of a mention with co-referents, 0 for other words


@dataclass
class Document:
    id: str
    text: str
    words: list[Word] = field(default_factory=list)
    scheme: str | None = None
    coreference: bool = False
    attribution: bool = False
    relations: list[dict] = field(default_factory=list)  # {"cue": [word, …], "source": [[word, …], …], "content": [[word, …], …]}
    pair: tuple | None = None  # words of the actor, of the recipient, PLOVER type


def read_conllu(path):
    """Documents of a CoNLL-U file with offsets into a text rebuilt from SpaceAfter; one space between sentences."""
    documents, document, sentence = [], None, []

    def close():
        nonlocal sentence
        if sentence and document is not None:
            add_sentence(document, sentence)
        sentence = []

    for line in Path(path).read_text(encoding="utf8").split("\n"):
        if line.startswith("# newdoc"):
            close()
            document = Document(line.split("=", 1)[1].strip(), "")
            documents.append(document)
        elif line == "":
            close()
        elif line.startswith("# newpar") and document is not None and document.text:
            document.text = document.text.rstrip(" ") + "\n\n"
        elif not line.startswith("#"):
            sentence.append(line.split("\t"))
    close()
    return documents


def add_sentence(document, rows):
    text, base = document.text, len(document.words)
    until, words, index = 0, [], {}
    pending = []
    for row in rows:
        if "." in row[0]:
            continue
        if "-" in row[0]:
            a, b = map(int, row[0].split("-"))
            until, surface, space = b, row[1], "SpaceAfter=No" not in row[9]
            pending = [surface, len(text), a, b, space, []]
            continue
        n = int(row[0])
        word = Word(0, 0, row[1], row[3], row[4], row[5], row[2], int(row[6]), row[7])
        index[n] = len(words)
        words.append(word)
        if n <= until:
            pending[5].append(word)
            if n == until:
                text = place_parts(text, pending)
        else:
            word.start, word.end = len(text), len(text) + len(row[1])
            text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
    for i, word in enumerate(words):
        word.head = -1 if word.head == 0 else base + index[word.head]
        word.first = i == 0
    document.words += words
    document.text = text if text.endswith(" ") or "SpaceAfter=No" in rows[-1][9] else text + " "


def place_parts(text, pending):
    """Spans of the words of a multiword token: their forms' lengths where these make up the surface, else shared out."""
    surface, start, _, _, space, parts = pending
    lengths = [len(p.form) for p in parts]
    if sum(lengths) != len(surface):
        lengths = [max(1, round(len(surface) * n / sum(lengths))) for n in lengths]
        lengths[-1] = max(1, len(surface) - sum(lengths[:-1]))
    at = start
    for part, n in zip(parts, lengths):
        part.start, part.end = at, min(at + n, start + len(surface))
        at += n
    return text + surface + (" " if space else "")


# Words about as Universal Dependencies splits them, for the sets that have names but no trees.
WORD = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:[^\W\d_]\.){2,}|(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Jr|Sr|Inc|Co|Corp|Ltd)\.(?=\W)"
    r"|\d+(?:[.,:]\d+)*|n['’]t\b|['’](?:s|S|re|ve|ll|d|m)\b|[^\W\d_]+(?=n['’]t\b)|[^\W_]+|\.{2,}|\S"
)


def read_names(folder):
    """{id: (text, mentions)} of a names set; offsets are UTF-16, so texts outside the basic plane are left out."""
    texts = {}
    for line in (Path(folder) / "gold.jsonl").read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        text = (Path(folder) / "texts" / f"{row['id']}.txt").read_text(encoding="utf8")
        if all(ord(c) < 0x10000 for c in text):
            texts[row["id"]] = (text, row["mentions"])
    return texts


def named_document(id, text, mentions, scheme):
    """A document of words by a simple tokeniser with the tags of its names; words under `ignore` have no gold."""
    document = Document(id, text, scheme=scheme)
    document.words = [Word(m.start(), m.end(), m.group()) for m in WORD.finditer(text)]
    tag_names(document, mentions)
    return document


def plain_document(id, text):
    """A document of words by a simple tokeniser; `first` only marks where it may be cut into windows."""
    document = Document(id, text, words=[Word(m.start(), m.end(), m.group()) for m in WORD.finditer(text)])
    for before, word in zip([None, *document.words], document.words):
        gap = None if before is None else text[before.end : word.start]
        word.first = gap is None or "\n" in gap or (gap != "" and before.form[-1] in ".!?\"”" and not word.form.islower())
    return document


def covered(document, spans):
    """Indices of the words that overlap each span."""
    return [[i for i, w in enumerate(document.words) if w.start < end and start < w.end] for start, end in spans]


def read_attribution(folder):
    """PolNeAR's articles with their relations as words; texts outside the basic plane are left out (offsets are UTF-16)."""
    out = []
    for line in (Path(folder) / "gold.jsonl").read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        text = (Path(folder) / "texts" / f"{row['id']}.txt").read_text(encoding="utf8")
        if any(ord(c) > 0xFFFF for c in text):
            continue
        document = plain_document(row["id"], text)
        document.attribution = True
        for r in row["relations"]:
            relation = {"cue": sum(covered(document, r["cue"]), []), "source": covered(document, r["source"] or []), "content": covered(document, r["content"])}
            if relation["cue"]:
                document.relations.append(relation)
        out.append(document)
    return out


def read_pairs(folder):
    """PLV's sentences: a pair of phrases and the type of what is between them."""
    out = []
    for line in (Path(folder) / "gold.jsonl").read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        document = plain_document(row["id"], row["text"])
        sides = [sum(covered(document, row[side]["spans"]), []) if row[side] else [] for side in ("source", "target")]
        if all(x or not row[side] for x, side in zip(sides, ("source", "target"))):
            document.pair = (*sides, row["label"])
            out.append(document)
    return out


def read_parts(folder):
    """cameo_ner's sentences: actors (S), recipients (T), both (R)."""
    out = []
    for line in (Path(folder) / "gold.jsonl").read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        document = plain_document(row["id"], row["text"])
        for word in document.words:
            word.part = "O"
        for m in row["spans"]:
            tag_span([document.words[i] for i in covered(document, [m["span"]])[0]], "part", m["label"])
        out.append(document)
    return out


def tag_span(words, layer, kind):
    for i, word in enumerate(words):
        place = "S" if len(words) == 1 else "B" if i == 0 else "E" if i == len(words) - 1 else "I"
        setattr(word, layer, f"{place}-{kind}")


def tag_names(document, mentions):
    for word in document.words:
        word.name = "O"
    for mention in mentions:
        start, end = mention["span"]
        inside = [w for w in document.words if w.start < end and start < w.end]
        kind = {"GPE": "LOC"}.get(mention["type"], mention["type"])
        if mention.get("ignore") or kind not in NAME_TYPES:
            for word in inside:
                word.name = None
            continue
        tag_span(inside, "name", kind)


def align_names(document, text, mentions, scheme):
    """Gives a parsed document the names of the same text elsewhere: both lined up by their characters without white space."""
    a = [i for i, c in enumerate(document.text) if not c.isspace()]
    b = [i for i, c in enumerate(text) if not c.isspace()]
    if len(a) != len(b):
        return False
    to = {j: i for i, j in zip(a, b)}
    moved = []
    for m in mentions:
        start, end = m["span"]
        if start not in to or end - 1 not in to:
            return False
        moved.append({**m, "span": [to[start], to[end - 1] + 1]})
    document.scheme = scheme
    tag_names(document, moved)
    return True


def load(data, split):
    """All documents of `train` or `dev`, by name of their set."""
    data = Path(data)
    sets = {"ewt": read_conllu(data / f"parse/{split}/ewt.conllu"), "gum": read_conllu(data / f"parse/{split}/gum.conllu")}
    if split == "train":
        sets["gum"] += read_conllu(data / "parse/train/gum-sbc.conllu")
    add_clusters(sets["gum"], data / "pronouns" / split)
    for parsed, names, scheme in (("ewt", "uner-ewt", "uner"), ("gum", "gum", "gum")):
        gold = read_names(data / "names" / split / names)
        left = dict(gold)
        for document in sets[parsed]:
            found = gold.get(document.id)
            if found and align_names(document, *found, scheme):
                left.pop(document.id, None)
        sets[f"names-{names}"] = [named_document(i, t, m, scheme) for i, (t, m) in left.items()]
    for names, scheme in (("re3d", "re3d"), ("crossner-politics", "crossner")):
        if (data / "names" / split / names).exists():
            sets[names] = [named_document(i, t, m, scheme) for i, (t, m) in read_names(data / "names" / split / names).items()]
    sets["attribution"] = read_attribution(data / "attribution" / split)
    sets["plv"] = read_pairs(data / f"events/plv-{split}")
    sets["spans"] = read_parts(data / f"events/spans-{split}")
    return sets


def add_clusters(documents, folder):
    """Marks the head words of co-referring mentions (GUM's OntoNotes layer), lined up by characters without white space."""
    rows = {}
    for line in (Path(folder) / "gold.jsonl").read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        rows[row["id"]] = row
    for document in documents:
        row = rows.get(document.id)
        if row is None:
            continue
        text = (Path(folder) / "texts" / f"{row['id']}.txt").read_text(encoding="utf8")
        a = [i for i, c in enumerate(document.text) if not c.isspace()]
        b = [i for i, c in enumerate(text) if not c.isspace()]
        if len(a) != len(b) or any(ord(c) > 0xFFFF for c in text):
            continue
        to = dict(zip(b, a))
        at = {}
        for i, w in enumerate(document.words):
            for k in range(w.start, w.end):
                at.setdefault(k, i)
        document.coreference = True
        for number, heads in enumerate(row["heads"]):
            for start, end in heads:
                index = at.get(to.get(start, -1))
                if index is not None and document.words[index].cluster == 0:
                    document.words[index].cluster = number + 1


def lemma_script(form, lemma):
    """How to make the lemma from the lower-cased form: cut n characters, add these; or the lemma's case where it matters."""
    low, lem = form.lower(), lemma.lower()
    k = 0
    while k < min(len(low), len(lem)) and low[k] == lem[k]:
        k += 1
    if k == 0 and len(low) > 1:
        return f"={lemma}"
    case = "k" if lemma[:k] == form[:k] and lemma != lem else "l"
    return f"{case}|{len(low) - k}|{lemma[k:]}"
