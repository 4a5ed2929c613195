"""Exports a trained reader for the program: python train/export.py RUN_FOLDER models/ [--fp32]

Writes reader.onnx (int8 weights of the encoder, per channel, seven bits so that processors without VNNI do not saturate; word
embeddings as int8 rows with a scale each; what the heads take from the word vectors in int8 as well, their further layers in
fp32), reader.json (labels and the small weights of the decoders), vocab.txt
and manifest.json (bytes and SHA-256 of each file). Activations are quantised by window at run time: the program reads one window a run.
"""
import argparse
import hashlib
import json
import re
import shutil
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from features import CHARS, SHAPES, Gazetteer
from fuse import fuse
from heads.attribution import ROLES
from model import Reader
from run import encoder_folder

OUTPUTS = ["upos", "xpos", "feats", "script", "begins", "name", "arcs", "rel_dep", "rel_head", "mention", "late", "early", "anchor", "role_word", "role_anchor", "part", "side", "key", "value"]
QUANTISED = re.compile(r"/encoder/layers\.\d+/(qkv|out|up|down)/|/heads/MatMul")
LICENCE = "CC-BY-SA-4.0"


class Rows(nn.Module):
    """An embedding as int8 rows, each with its own scale."""

    def __init__(self, weight):
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("table", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids):
        return self.table[ids].float() * self.scale[ids]


class Window(nn.Module):
    """One window without padding: ids, owner (n), firsts (w), shapes (w, features), chars (w, 14) -> the heads' outputs."""

    def __init__(self, reader):
        super().__init__()
        self.reader = reader

    def forward(self, ids, owner, firsts, shapes, chars):
        batch = {"scheme": torch.zeros(1, dtype=torch.long)}
        ids, owner, firsts, chars = (x.long()[None] for x in (ids, owner, firsts, chars))
        h = self.reader.vectors(ids, None, owner, firsts, shapes[None], chars)
        out = {}
        for head in self.reader.heads.values():
            out.update(head(h, batch))
        tags = [out[name][0].argmax(-1).to(torch.int32) for name in ("upos", "xpos", "feats", "script")]
        begins = out["first"][0, :, 1] - out["first"][0, :, 0]
        return (*tags, begins, *[out[name][0] for name in OUTPUTS[5:]])


def export(reader, path):
    """The plain fp32 graph with free window length, rewritten by fuse.py; onnxruntime fuses the rest when it loads."""
    n, w = 40, 30
    example = (torch.randint(5, 30000, (n,)), torch.arange(n).clamp(max=w - 1), torch.arange(w), torch.zeros(w, SHAPES + 2 * len(Gazetteer.KINDS)), torch.zeros(w, CHARS))
    example = tuple(x if i == 3 else x.to(torch.int32) for i, x in enumerate(example))
    names = ["ids", "owner", "firsts", "shapes", "chars"]
    axes = {"ids": {0: "n"}, "owner": {0: "n"}, "firsts": {0: "w"}, "shapes": {0: "w"}, "chars": {0: "w"}}
    axes |= {name: {0: "w"} for name in OUTPUTS}
    torch.onnx.export(Window(reader), example, str(path), input_names=names, output_names=OUTPUTS, dynamic_axes=axes, opset_version=17, dynamo=False)
    fuse(path)


def quantise(plain, path):
    """int8 MatMuls of the encoder's layers, and the one that gives all heads their first layer."""
    graph = onnx.load(plain).graph
    fixed = {t.name for t in graph.initializer}
    chosen = [node.name for node in graph.node if node.op_type == "MatMul" and QUANTISED.match(node.name) and any(i in fixed for i in node.input)]
    quantize_dynamic(plain, path, op_types_to_quantize=["MatMul"], nodes_to_quantize=chosen, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8, extra_options={"MatMulConstBOnly": True})
    return len(chosen)


def decoders(reader):
    """What the program applies outside the network, as plain numbers."""
    trees, links, attribution, events = (reader.heads[name] for name in ("trees", "coreference", "attribution", "events"))
    numbers = lambda t: [round(float(x), 5) for x in t.detach().flatten()]
    return {
        "relation": numbers(trees.rel_out.weight), "relationBias": numbers(trees.rel_out.bias), "pairWidth": trees.rel_out.weight.shape[1],
        "place": numbers(attribution.place), "role": numbers(attribution.role_out.weight), "roleBias": numbers(attribution.role_out.bias),
        "nobody": numbers(events.nobody), "type": numbers(events.type_out.weight), "typeBias": numbers(events.type_out.bias),
        "pairs": numbers(links.pairs), "same": numbers(links.same), "linkWidth": links.late.weight.shape[0],
    }


def manifest(folder, made):
    """Bytes, hash and licence of every file that the program loads."""
    licences = {"reader.onnx": LICENCE, "reader.json": LICENCE, "vocab.txt": "Apache-2.0", "gazetteer.tsv": "CC-BY-SA-4.0"}
    files = {}
    if (folder / "events.json").exists():  # train/events.js makes it with the reader's weights: make it again after this
        licences["events.json"] = LICENCE
    for name, licence in licences.items():
        data = (folder / name).read_bytes()
        files[name] = {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest(), "licence": licence}
    made = f"{made}.{files['reader.onnx']['sha256'][:8]}"
    (folder / "manifest.json").write_text(json.dumps({"made": made, "files": files}, indent=2) + "\n")


def main():
    p = argparse.ArgumentParser()
    p.add_argument("run")
    p.add_argument("out")
    p.add_argument("--made", default="theatrum-reader-2")
    p.add_argument("--encoder")
    p.add_argument("--fp32", action="store_true", help="no quantisation, for comparison")
    args = p.parse_args()
    kept = torch.load(Path(args.run) / "reader.pt", map_location="cpu")
    reader = Reader({k: len(v) for k, v in kept["vocab"].items()}, SHAPES + 2 * len(Gazetteer.KINDS)).eval()
    reader.load_state_dict(kept["model"])
    small = {"labels": {k: kept["vocab"][k] for k in ("upos", "xpos", "feats", "script", "deprel", "name", "part", "type")} | {"role": ROLES}, "weights": decoders(reader)}
    out = Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    if not args.fp32:
        reader.encoder.words = Rows(reader.encoder.words.weight.detach())
    plain = out / "plain.onnx"
    export(reader, plain)
    if args.fp32:
        plain.rename(out / "reader.onnx")
    else:
        print(quantise(plain, out / "reader.onnx"), "matrices quantised")
        plain.unlink()
    (out / "reader.json").write_text(json.dumps(small, ensure_ascii=False, separators=(",", ":")))
    shutil.copy(encoder_folder(args.encoder) / "vocab.txt", out / "vocab.txt")
    manifest(out, args.made)
    print({f.name: f.stat().st_size for f in out.iterdir() if f.is_file()})


if __name__ == "__main__":
    main()
