"""The multi-task reader: a MiniLM encoder (Wang et al. 2020) fine-tuned with one head a task over first-piece word vectors.

Case, shape and gazetteer features enter with the pieces (the encoder is uncased) and again with the word vectors, spelling by
a character convolution (Ma and Hovy 2016). Arcs are biaffine (Dozat and Manning 2017) over the words of a window, relations by
a small network over the pair (Kiperwasser and Goldberg 2016). Coreference links the head words of mentions (Dobrovolskii 2021)
by a bilinear score and a table over the pair's classes and distance. A new head is one file in heads/ and one line in HEADS.
"""

import torch
from torch import nn
from torch.nn import functional as F

from heads import HEADS


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

    def forward(self, ids, mask, beside):
        """ids (b, n); mask (b, n) true where there is a piece, or None; beside (b, n, width): what comes beside the pieces."""
        x = self.words(ids) + self.places(torch.arange(ids.shape[1], device=ids.device)) + self.kind + beside
        x = self.drop(self.norm(x))
        wide = None if mask is None else mask[:, None, None, :]
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
    """`sizes`: labels of each task; `shapes`: features of a word. A head has its own module; all see the same word vectors."""

    def __init__(self, sizes, shapes, width=384, drop=0.2, frozen=False):
        super().__init__()
        self.encoder = Encoder()
        self.beside = nn.Linear(shapes, width)
        nn.init.zeros_(self.beside.weight)
        nn.init.zeros_(self.beside.bias)
        self.shape = nn.Linear(shapes, width)
        self.chars = nn.Embedding(512, 32, padding_idx=0)
        self.char_conv = nn.Conv1d(32, 128, 3, padding=1)
        self.char_out = nn.Linear(128, width)
        self.norm = nn.LayerNorm(width)
        self.drop = nn.Dropout(drop)
        self.heads = nn.ModuleDict({name: make(width, sizes, drop) for name, make in HEADS.items()})
        self.frozen = frozen

    def vectors(self, ids, mask, owner, firsts, shapes, chars):
        """Word vectors (b, w, width) from pieces (b, n), the word that owns each piece, the first piece of each word."""
        wide = self.beside(shapes)
        beside = wide.gather(1, owner[..., None].expand(-1, -1, wide.shape[-1]))
        x = self.encoder(ids, mask, beside)
        words = x.gather(1, firsts[..., None].expand(-1, -1, x.shape[-1]))
        if self.frozen:
            words = words.detach()
        b, w, c = chars.shape
        spelled = torch.relu(self.char_conv(self.chars(chars.view(b * w, c)).transpose(1, 2))).amax(-1).view(b, w, -1)
        return self.drop(self.norm(words + self.shape(shapes) + self.char_out(spelled)))

    def forward(self, batch):
        """All heads' scores by name."""
        h = self.vectors(batch["ids"], batch["mask"], batch["owner"], batch["firsts"], batch["shapes"], batch["chars"])
        out = {}
        for head in self.heads.values():
            out.update(head(h, batch))
        return out
