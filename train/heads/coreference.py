"""Coreference between the head words of mentions, over all windows of a batch when they come from one document, in order."""
import torch
from torch import nn
from torch.nn import functional as F

from features import CLASSES

WIDTH, BUCKETS, SAME = 128, 10, 3
FAR = 250  # candidates looked back


class Coreference(nn.Module):
    def __init__(self, width, sizes, drop):
        super().__init__()
        self.up = nn.Linear(width, WIDTH)
        self.mention = nn.Linear(WIDTH, 1)
        self.late, self.early = nn.Linear(width, WIDTH), nn.Linear(width, WIDTH)
        self.drop = nn.Dropout(drop)
        self.pairs = nn.Parameter(torch.zeros(CLASSES, CLASSES, BUCKETS))
        self.same = nn.Parameter(torch.zeros(CLASSES, SAME))

    def forward(self, h, batch):
        """mention (b, w): score of being a mention's head; late, early (b, w, WIDTH): a word as one that refers back, and as what is referred to."""
        return {"mention": self.mention(self.drop(self.up(h).relu()))[..., 0], "late": self.late(h), "early": self.early(h)}

    def scores(self, mention, late, early, kind, word, same):
        """Pair scores (n, n) of candidates in order, -1e4 where the second is not before the first; the choice of none has score 0."""
        n = len(mention)
        order = torch.arange(n, device=mention.device)
        gap = (word[:, None] - word[None]).clamp(min=1)
        bucket = torch.log2(gap.float() - 0.5).ceil().clamp(0, BUCKETS - 1).long()
        s = late @ early.T / WIDTH**0.5 + mention[:, None] + mention[None]
        s = s + self.pairs[kind[:, None], kind[None], bucket] + self.same[kind[:, None].expand(n, n), same]
        ok = (order[None] < order[:, None]) & (order[None] >= order[:, None] - FAR)
        return s.masked_fill(~ok, -1e4)

    def losses(self, out, batch):
        at = batch.get("coreference")
        if at is None:
            return {"link": sum(out[k].sum() * 0 for k in ("mention", "late", "early"))}
        b, w, cluster = at["row"], at["column"], at["cluster"]
        mention = out["mention"][b, w]
        parts = {"mention": 0.5 * F.binary_cross_entropy_with_logits(mention, (cluster > 0).float())}
        wanted = (cluster > 0) | (mention > -1.5)
        if int(wanted.sum()) > 900:
            wanted = (cluster > 0) | (mention > mention.topk(600).values[-1])
        index = torch.where(wanted)[0]
        if len(index) < 2:
            return parts
        cluster = cluster[index]
        s = self.scores(mention[index], out["late"][b[index], w[index]], out["early"][b[index], w[index]], at["kind"][index], index, at["same"](index))
        good = (cluster[:, None] == cluster[None]) & (cluster[:, None] > 0) & (s > -5e3)
        none = torch.zeros(len(index), 1, device=s.device)
        first = ~good.any(1, keepdim=True)
        s, good = torch.cat([none, s], 1), torch.cat([first, good], 1)
        loss = s.logsumexp(1) - s.masked_fill(~good, -1e4).logsumexp(1)
        parts["link"] = loss.mean()
        return parts
