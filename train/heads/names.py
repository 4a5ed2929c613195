"""Named entities as BIOES tags, with the scheme of the set that a text comes from as a learned vector (UNER's at run time)."""
from torch import nn

from heads.tags import cross

SCHEMES = ["uner", "gum", "re3d", "crossner"]


class Names(nn.Module):
    def __init__(self, width, sizes, drop):
        super().__init__()
        self.scheme = nn.Embedding(len(SCHEMES), 192)
        nn.init.normal_(self.scheme.weight, std=0.02)
        self.up = nn.Linear(width, 192)
        self.drop = nn.Dropout(drop)
        self.out = nn.Linear(192, sizes["name"])

    def forward(self, h, batch):
        x = self.up(h) + self.scheme(batch["scheme"])[:, None]
        return {"name": self.out(self.drop(x.relu()))}

    def losses(self, out, batch):
        return {"name": cross(out["name"], batch["labels"]["name"])}
