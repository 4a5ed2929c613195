#!/bin/sh
# Makes models/ from ../shared/data: sh train/train.sh PYTHON RUN_FOLDER [options of run.py]. Goes on where it was interrupted.
set -eu
python="$1"
out="$2"
shift 2
export PYTHONPATH=train
[ -f models/gazetteer.tsv ] || "$python" train/gazetteer.py models/gazetteer.tsv
"$python" train/run.py --data ../shared/data --out "$out" "$@"
"$python" train/export.py "$out" models
