"""Mixes the weights of two readers of one lineage: python train/mix.py BEFORE.pt AFTER.pt SHARE_OF_AFTER OUT.pt

Weights that only the later has, in this shape, are its own (Wortsman et al. 2022, robust fine-tuning by averaging weights).
"""
import sys

import torch

before, after, share = torch.load(sys.argv[1], map_location="cpu"), torch.load(sys.argv[2], map_location="cpu"), float(sys.argv[3])
old = before["model"]
mixed = {k: v if k not in old or old[k].shape != v.shape else old[k] * (1 - share) + v * share for k, v in after["model"].items()}
torch.save({**after, "model": mixed}, sys.argv[4])
