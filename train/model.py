"""The multi-task reader: a MiniLM encoder (Wang et al. 2020) fine-tuned with one head a task over first-piece word vectors.

Trees are biaffine (Dozat and Manning 2017) over the words of one window; arcs across sentences are masked out.
"""
import math

import torch
from torch import nn
from torch.nn import functional as F


class Layer(nn.Module):
    def __init__(self, width, heads, inner, drop):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(drop)

    def forward(self, x, mask):
        b, n, w = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        att = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.drop(self.out(att.transpose(1, 2).reshape(b, n, w))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self, vocabulary=30522, width=384, layers=6, heads=12, inner=1536, drop=0.1, longest=512):
        super().__init__()
        self.words = nn.Embedding(vocabulary, width)
        self.places = nn.Embedding(longest, width)
        self.kind = nn.Parameter(torch.zeros(width))
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(drop)
        self.layers = nn.ModuleList([Layer(width, heads, inner, drop) for _ in range(layers)])

    def forward(self, ids, mask):
        x = self.words(ids) + self.places(torch.arange(ids.shape[1], device=ids.device)) + self.kind
        x = self.drop(self.norm(x))
        wide = mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, wide)
        return x

    def load_bert(self, state):
        """Takes the weights of a Hugging Face BertModel (names as in its state dict, with or without `bert.`)."""
        s = {k.removeprefix("bert.").removeprefix("0.auto_model."): v for k, v in state.items()}
        take = {"words.weight": s["embeddings.word_embeddings.weight"], "places.weight": s["embeddings.position_embeddings.weight"],
                "kind": s["embeddings.token_type_embeddings.weight"][0], "norm.weight": s["embeddings.LayerNorm.weight"], "norm.bias": s["embeddings.LayerNorm.bias"]}
        for i in range(len(self.layers)):
            p = f"encoder.layer.{i}."
            for kind in ("weight", "bias"):
                take[f"layers.{i}.qkv.{kind}"] = torch.cat([s[f"{p}attention.self.{x}.{kind}"] for x in ("query", "key", "value")])
                for ours, theirs in (("out", "attention.output.dense"), ("norm1", "attention.output.LayerNorm"), ("up", "intermediate.dense"), ("down", "output.dense"), ("norm2", "output.LayerNorm")):
                    take[f"layers.{i}.{ours}.{kind}"] = s[f"{p}{theirs}.{kind}"]
        self.load_state_dict(take)


class Reader(nn.Module):
    def __init__(self, sizes, shapes, schemes, width=384, arc=384, label=128, drop=0.2):
        super().__init__()
        self.encoder = Encoder()
        self.mix = nn.Parameter(torch.zeros(3))
        self.shape = nn.Linear(shapes, width)
        self.chars = nn.Embedding(512, 32)
        self.char_conv = nn.Conv1d(32, width, 3, padding=1)
        self.scheme = nn.Embedding(schemes, width)
        self.drop = nn.Dropout(drop)
        self.tags = nn.ModuleDict({name: nn.Linear(width, sizes[name]) for name in ("upos", "xpos", "feats", "script", "first")})
        self.name = nn.Sequential(nn.Linear(width, width), nn.GELU(), nn.Dropout(drop), nn.Linear(width, sizes["name"]))
        self.arc_dep, self.arc_head = nn.Linear(width, arc), nn.Linear(width, arc)
        self.rel_dep, self.rel_head = nn.Linear(width, label), nn.Linear(width, label)
        self.root = nn.Parameter(torch.zeros(width))
        self.arc = nn.Parameter(torch.zeros(arc + 1, arc))
        self.rel = nn.Parameter(torch.randn(sizes["deprel"], label + 1, label + 1) / math.sqrt(label) / 10)

    def vectors(self, ids, mask, firsts, shapes, chars):
        """Word vectors: mean of first and last piece would cost a second gather and measured no better; first piece it is."""
        x = self.encoder(ids, mask)
        words = x.gather(1, firsts[..., None].expand(-1, -1, x.shape[-1]))
        b, w, c = chars.shape
        spelled = self.char_conv(self.chars(chars.view(b * w, c)).transpose(1, 2)).amax(-1).view(b, w, -1)
        return self.drop(words + self.shape(shapes) + spelled)

    def forward(self, batch):
        h = self.vectors(batch["ids"], batch["mask"], batch["firsts"], batch["shapes"], batch["chars"])
        out = {name: head(h) for name, head in self.tags.items()}
        out["name"] = self.name(h + self.scheme(batch["scheme"])[:, None])
        heads = torch.cat([self.root.expand(h.shape[0], 1, -1), h], 1)
        a_dep, a_head = F.gelu(self.arc_dep(h)), F.gelu(self.arc_head(heads))
        ones = torch.ones_like(a_dep[..., :1])
        out["arcs"] = torch.einsum("bia,ac,bjc->bij", torch.cat([a_dep, ones], -1), self.arc, a_head) / 8
        out["rel_dep"], out["rel_head"] = F.gelu(self.rel_dep(h)), F.gelu(self.rel_head(heads))
        return out

    def relations(self, dep, head):
        """Scores of relations for pairs (n, label) x (n, label) -> (n, relations)."""
        one = torch.ones_like(dep[..., :1])
        return torch.einsum("na,rac,nc->nr", torch.cat([dep, one], -1), self.rel, torch.cat([head, one], -1))
