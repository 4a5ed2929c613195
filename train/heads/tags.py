"""Tags of single words: universal and English part of speech, features, lemma script, whether a sentence begins."""
from torch import nn
from torch.nn import functional as F

TASKS = {"upos": 1.0, "xpos": 0.5, "feats": 0.5, "script": 0.5, "first": 1.0}


class Tags(nn.Module):
    def __init__(self, width, sizes, drop):
        super().__init__()
        self.out = nn.ModuleDict({name: nn.Linear(width, sizes[name]) for name in TASKS})

    def forward(self, h, batch):
        return {name: layer(h) for name, layer in self.out.items()}

    def losses(self, out, batch):
        labels = batch["labels"]
        return {name: weight * cross(out[name], labels[name]) for name, weight in TASKS.items()}


def cross(scores, gold):
    """Mean cross-entropy over words with gold; a zero that keeps the graph where none has."""
    if not bool((gold != -100).any()):
        return scores.sum() * 0
    return F.cross_entropy(scores.flatten(0, -2), gold.flatten(), ignore_index=-100)
