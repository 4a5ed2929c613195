"""Dependency trees: biaffine arcs over the words of a window, a relation for each pair of word and head."""
import torch
from torch import nn
from torch.nn import functional as F

from heads.tags import cross

ARC, LABEL = 256, 128


class Trees(nn.Module):
    def __init__(self, width, sizes, drop):
        super().__init__()
        self.dep, self.head = nn.Linear(width, ARC), nn.Linear(width, ARC)
        self.drop = nn.Dropout(drop)
        self.root = nn.Parameter(torch.zeros(width))
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        nn.init.normal_(self.arc, std=1 / ARC)
        self.rel_dep, self.rel_head = nn.Linear(width, LABEL), nn.Linear(width, LABEL)
        self.rel_out = nn.Linear(LABEL, sizes["deprel"])

    def forward(self, h, batch):
        """arcs (b, w, 1 + w): score of each head, the root first; rel_dep (b, w, LABEL), rel_head (b, 1 + w, LABEL)."""
        wide = torch.cat([self.root.expand(h.shape[0], 1, -1), h], 1)
        dep, head = self.drop(F.relu(self.dep(h))), self.drop(F.relu(self.head(wide)))
        arcs = torch.matmul(torch.matmul(dep, self.arc[:-1]) + self.arc[-1], head.transpose(1, 2))
        return {"arcs": arcs, "rel_dep": self.rel_dep(h), "rel_head": self.rel_head(wide)}

    def relations(self, dep, head):
        """Scores of relations of pairs (n, LABEL) x (n, LABEL) -> (n, relations)."""
        return self.rel_out(self.drop(F.relu(dep + head)))

    def losses(self, out, batch):
        labels = batch["labels"]
        parts = {"arc": cross(within_sentence(out["arcs"], batch["sentence"]), labels["head"])}
        b, w = torch.where((labels["head"] >= 0) & (labels["deprel"] >= 0))
        if len(b):
            scores = self.relations(out["rel_dep"][b, w], out["rel_head"][b, labels["head"][b, w]])
            parts["rel"] = F.cross_entropy(scores, labels["deprel"][b, w])
        return parts


def within_sentence(arcs, sentence):
    """Arcs outside the sentence are impossible; the root is everyone's."""
    same = sentence[:, :, None] == sentence[:, None, :]
    return arcs.masked_fill(~torch.cat([torch.ones_like(same[:, :, :1]), same], 2), -1e4)
