"""Events: words that are an actor, a recipient or both (BIOES), and the PLOVER type of a pair of spans in a sentence.

The type's trigger is not in the gold: the pair asks the sentence's words (attention, Bahdanau et al. 2015) what is between them.
"""
import torch
from torch import nn
from torch.nn import functional as F

from heads.tags import cross

WIDTH = 128


class Events(nn.Module):
    def __init__(self, width, sizes, drop):
        super().__init__()
        self.part_up, self.part_out = nn.Linear(width, 128), nn.Linear(128, sizes["part"])
        self.side = nn.Linear(width, 2 * WIDTH)
        self.nobody = nn.Parameter(torch.zeros(2, WIDTH))
        self.key, self.value = nn.Linear(width, WIDTH), nn.Linear(width, WIDTH)
        self.drop = nn.Dropout(drop)
        self.type_out = nn.Linear(WIDTH, sizes["type"])

    def forward(self, h, batch):
        """part (b, w, tags); side (b, w, 2 WIDTH): a word as actor, as recipient; key, value (b, w, WIDTH): a word as what happens."""
        return {"part": self.part_out(self.drop(self.part_up(h).relu())), "side": self.side(h), "key": self.key(h), "value": self.value(h)}

    def types(self, side, key, value, sentence, actor, recipient):
        """Scores (n, types) of pairs: side, key, value (n, w, …); sentence, actor, recipient (n, w) true at their words; a side may be empty."""
        ask = 0
        for k, at in enumerate((actor, recipient)):
            here = side[..., k * WIDTH : (k + 1) * WIDTH]
            weight = at.float() / at.sum(1, keepdim=True).clamp(min=1)
            mean = (here * weight[..., None]).sum(1)
            ask = ask + torch.where(at.any(1, keepdim=True), mean, self.nobody[k])
        score = (key @ ask[..., None])[..., 0] / WIDTH**0.5
        weight = score.masked_fill(~sentence, -1e4).softmax(1)
        told = (value * weight[..., None]).sum(1)
        return self.type_out(self.drop((ask + told).relu()))

    def losses(self, out, batch):
        parts = {"part": 0.5 * cross(out["part"], batch["labels"]["part"])}
        row, sentence, actor, recipient, label = batch["pairs"]
        if len(row):
            scores = self.types(out["side"][row], out["key"][row], out["value"][row], sentence, actor, recipient)
            parts["type"] = 0.5 * F.cross_entropy(scores, label, label_smoothing=0.1)
        else:
            parts["type"] = sum(out[k].sum() * 0 for k in ("side", "key", "value"))
        return parts
