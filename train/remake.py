"""Rewrites weights that an earlier export wrote, whose encoder is int8 already: python train/remake.py models/"""
import json
import sys
from pathlib import Path

from export import manifest, quantise
from fuse import fuse

folder = Path(sys.argv[1])
network = folder / "reader.onnx"
fuse(network)
quantise(network, network)
manifest(folder, json.loads((folder / "manifest.json").read_text())["made"].rsplit(".", 1)[0])
