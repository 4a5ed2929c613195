"""Attribution relations (PolNeAR: Newell et al. 2018): which words begin a cue, and for each cue what every word of the window is to it.

A relation is found as a predicate's arguments are (He et al. 2018): a cue's first word is its anchor, and the pair of word and
anchor is scored for six roles by a small network over both vectors and their signed distance. Which of several cues a word
belongs to is a matching, so a product of two further vectors adds to the source's and to the content's scores.
"""
import torch
from torch import nn
from torch.nn import functional as F

WIDTH, BUCKETS = 128, 20
MATCH = 64  # numbers of a matching vector, one for sources and one for contents
ROLES = ["O", "cue", "B-source", "I-source", "B-content", "I-content"]


def distance(gap):
    """Signed words from anchor to word -> 0..19: 10 for the anchor, then 1, 2, 3-4, 5-8 … on each side."""
    size = torch.where(gap == 0, 0, torch.log2(gap.abs().clamp(min=1).float() - 0.5).ceil().clamp(min=0).long() + 1)
    return (10 + size * gap.sign()).clamp(0, BUCKETS - 1)


class Attribution(nn.Module):
    def __init__(self, width, sizes, drop):
        super().__init__()
        self.up, self.anchor = nn.Linear(width, 64), nn.Linear(64, 1)
        self.role_word, self.role_anchor = nn.Linear(width, WIDTH), nn.Linear(width, WIDTH)
        self.match_word, self.match_anchor = nn.Linear(width, 2 * MATCH), nn.Linear(width, 2 * MATCH)
        self.place = nn.Parameter(torch.randn(BUCKETS, WIDTH) * 0.02)
        self.drop = nn.Dropout(drop)
        self.role_out = nn.Linear(WIDTH, len(ROLES))

    def forward(self, h, batch):
        """anchor (b, w): log-odds that a cue begins; role_word, role_anchor (b, w, WIDTH + 2 MATCH): a word as one with a role, as an anchor."""
        word, anchor = torch.cat([self.role_word(h), self.match_word(h)], 2), torch.cat([self.role_anchor(h), self.match_anchor(h)], 2)
        return {"anchor": self.anchor(self.drop(self.up(h).relu()))[..., 0], "role_word": word, "role_anchor": anchor}

    def roles(self, out, row, anchor):
        """Scores (r, w, roles) of all words of the windows `row` (r) for the anchors (r)."""
        word, cue = out["role_word"][row], out["role_anchor"][row, anchor][:, None]
        gap = torch.arange(word.shape[1], device=word.device)[None] - anchor[:, None]
        pair = word[..., :WIDTH] + cue[..., :WIDTH] + self.place[distance(gap)]
        match = (word[..., WIDTH:] * cue[..., WIDTH:]).unflatten(2, (2, MATCH)).sum(3) / MATCH**0.5
        nothing = torch.zeros_like(match[..., :1])
        added = torch.cat([nothing, nothing, *(match[..., k : k + 1] for k in (0, 0, 1, 1))], 2)
        return self.role_out(self.drop(pair.relu())) + added

    def losses(self, out, batch):
        gold = batch["labels"]["anchor"]
        known = gold != -100
        if not bool(known.any()):
            return {"cue": sum(out[k].sum() * 0 for k in ("anchor", "role_word", "role_anchor"))}
        parts = {"cue": 5 * F.binary_cross_entropy_with_logits(out["anchor"][known], gold[known].float())}
        row, anchor, roles = batch["relations"]
        if len(row):
            scores = self.roles(out, row, anchor)
            parts["role"] = 3 * F.cross_entropy(scores.flatten(0, 1), roles.flatten(), ignore_index=-100)
        return parts
