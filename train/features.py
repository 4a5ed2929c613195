"""What the network is given of a word: word pieces, class, shape, spelling, the gazetteer's kinds; as src/encode has them."""
import re
import unicodedata
from pathlib import Path


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


PRONOUNS = {
    "i": 2, "me": 2, "my": 2, "mine": 2, "myself": 2, "we": 3, "us": 3, "our": 3, "ours": 3, "ourselves": 3,
    "you": 4, "your": 4, "yours": 4, "yourself": 4, "he": 5, "him": 5, "his": 5, "himself": 5,
    "she": 6, "her": 6, "hers": 6, "herself": 6, "they": 7, "them": 7, "their": 7, "theirs": 7, "themselves": 7,
    "it": 8, "its": 8, "itself": 8, "who": 9, "which": 9, "whom": 9, "whose": 9,
    "this": 10, "that": 10, "these": 11, "those": 11,
}
CLASSES = 13  # 0 any other word, 1 noun, 12 proper noun, else the pronoun's


def word_class(form, upos):
    """How a word refers: the rows and columns of the coreference head's table of pairs."""
    if upos in ("PRON", "DET"):
        return PRONOUNS.get(form.lower(), 0)
    return {"NOUN": 1, "PROPN": 12}.get(upos, 0)


def distance_bucket(n):
    """1, 2, 3-4, 5-8, 9-16, 17-32, 33-64, 65-128, 129-256, more words back -> 0..9."""
    return min(9, (n - 1).bit_length())


class Gazetteer:
    """Sequences of lower-cased words with the kinds of name they are (L place, O organisation, P person, F family, G given, N nationality)."""

    KINDS = "LOPFGN"

    def __init__(self, path):
        self.kinds, self.longest = {}, 1
        for line in Path(path).read_text(encoding="utf8").splitlines():
            key, kinds = line.split("\t")
            self.kinds[key] = kinds
            self.longest = max(self.longest, key.count(" ") + 1)

    def features(self, forms):
        """A row for each word: for each kind, whether a known name begins here, goes on here. Longest match, capitals only."""
        out = [[0.0] * (2 * len(self.KINDS)) for _ in forms]
        low = [f.lower() for f in forms]
        at = 0
        while at < len(forms):
            step = 1
            if forms[at][:1].isupper():
                for n in range(min(self.longest, len(forms) - at), 0, -1):
                    kinds = self.kinds.get(" ".join(low[at : at + n]))
                    if kinds:
                        for kind in kinds:
                            k = 2 * self.KINDS.index(kind)
                            for i in range(at, at + n):
                                out[i][k + (i > at)] = 1.0
                        step = n
                        break
            at += step
        return out


SHAPES = 14
CHARS = 14


def shape(form, gap, before):
    """What an uncased encoder cannot see: case, digits, spacing. `gap` is the white space before the word, None at the text's start."""
    letters = [c for c in form if c.isalpha()]
    first = form[:1]
    return [
        float(first.isupper()), float(len(letters) > 1 and all(c.isupper() for c in letters)), float(form.islower()),
        float(any(c.isdigit() for c in form)), float(form.isdigit()), float(not letters), float(len(form) == 1),
        float(any(c.isupper() for c in form[1:]) and any(c.islower() for c in form)), float("." in form and len(form) > 1),
        float(gap == ""), float(before is None or before in ".!?\"”:"), float("-" in form and len(form) > 1),
        0.0, float(gap is None or gap.count("\n") > 1),  # a lone line break is a space: no train text with trees has one
    ]


def spelling(form):
    """First and last seven characters as numbers from 1 to 510, 0 where there is none."""
    codes = [1 + ord(c) % 510 for c in form]
    head, tail = codes[:7], codes[-7:]
    return head + [0] * (7 - len(head)) + tail + [0] * (7 - len(tail))
