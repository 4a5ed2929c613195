"""Reads the gold sets under ../shared/data into documents of words, and cuts them into windows of word pieces.

A document is running text; a word has its characters, and gold where its set has it: tags, features, lemma script, head and
relation (Universal Dependencies), the tag of a name (BIOES) under the scheme of its set. Missing gold is masked, so one batch
may hold windows of every set.
"""
import json
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

SCHEMES = ["uner", "gum", "re3d", "crossner"]
NAME_TYPES = ["PER", "ORG", "LOC"]
NAME_TAGS = ["O"] + [f"{p}-{t}" for t in NAME_TYPES for p in "BIES"]


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


@dataclass
class Document:
    id: str
    text: str
    words: list[Word] = field(default_factory=list)
    scheme: str | None = None


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
    document.text = text if text.endswith(" ") else text + " "


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


WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*|\S")


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


def tag_names(document, mentions):
    for word in document.words:
        word.name = "O"
    for mention in mentions:
        start, end = mention["span"]
        covered = [w for w in document.words if w.start < end and start < w.end]
        kind = {"GPE": "LOC"}.get(mention["type"], mention["type"])
        if mention.get("ignore") or kind not in NAME_TYPES:
            for word in covered:
                word.name = None
            continue
        for i, word in enumerate(covered):
            place = "S" if len(covered) == 1 else "B" if i == 0 else "E" if i == len(covered) - 1 else "I"
            word.name = f"{place}-{kind}"


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
    return sets


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


class Pieces:
    """BERT's WordPiece over words, uncased, accents stripped (Devlin et al. 2019)."""

    def __init__(self, vocabulary):
        self.ids = {piece: i for i, piece in enumerate(vocabulary)}
        self.cache = {}

    def of(self, form):
        found = self.cache.get(form)
        if found is None:
            found = self.cache[form] = self.split(form)
        return found

    def split(self, form):
        plain = "".join(c for c in unicodedata.normalize("NFD", form.lower()) if unicodedata.category(c) != "Mn")
        chunks = [c for c in re.findall(r"[^\W_]+|[\W_]", plain) if not c.isspace()]
        out = []
        for chunk in chunks or [plain]:
            out += self.greedy(chunk)
        return out[:12] or [self.ids["[UNK]"]]

    def greedy(self, chunk):
        out, at = [], 0
        if len(chunk) > 60:
            return [self.ids["[UNK]"]]
        while at < len(chunk):
            for end in range(len(chunk), at, -1):
                piece = ("##" if at else "") + chunk[at:end]
                if piece in self.ids:
                    out.append(self.ids[piece])
                    at = end
                    break
            else:
                return [self.ids["[UNK]"]]
        return out


SHAPES = 12


def shape(word, before):
    """What an uncased encoder cannot see: case, digits, spacing."""
    f = word.form
    letters = [c for c in f if c.isalpha()]
    return [
        float(f[:1].isupper()), float(len(letters) > 1 and all(c.isupper() for c in letters)), float(f.islower()),
        float(any(c.isdigit() for c in f)), float(f.isdigit()), float(not letters), float(len(f) == 1),
        float(any(c.isupper() for c in f[1:]) and any(c.islower() for c in f)), float("." in f and len(f) > 1),
        float(before is not None and before.end == word.start), float(before is None or before.form in ".!?\"”:"),
        float("-" in f and len(f) > 1),
    ]


def windows(document, pieces, most):
    """Windows of whole sentences, at most `most` pieces; a sentence longer than that is cut. Words of a head outside: masked."""
    has_tree = document.words and document.words[0].head is not None
    runs, run, size = [], [], 0
    sentences = split_at(document.words, lambda w: w.first) if has_tree else chunked(document.words, 40)
    for sentence in sentences:
        n = sum(len(pieces.of(w.form)) for w in sentence)
        if run and size + n > most:
            runs.append(run)
            run, size = [], 0
        while n > most:
            part, count = [], 0
            while count + len(pieces.of(sentence[0].form)) <= most:
                count += len(pieces.of(sentence[0].form))
                part.append(sentence.pop(0))
            runs.append(part)
            n -= count
        run = run + sentence
        size += n
    if run:
        runs.append(run)
    return runs


def split_at(words, starts):
    out = []
    for w in words:
        if starts(w) or not out:
            out.append([])
        out[-1].append(w)
    return out


def chunked(words, n):
    return [words[i : i + n] for i in range(0, len(words), n)]
