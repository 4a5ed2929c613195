#!/bin/sh
# Makes models/ from ../shared/data: sh train/train.sh PYTHON RUN_FOLDER [SCALE [OUT]]. Goes on where it was interrupted.
# SCALE (1) multiplies the epochs of both stages: 0.01 tries the whole way in a few minutes. OUT: models/.
set -eu
python="$1"
run="$2"
scale="${3:-1}"
out="${4:-models}"
export PYTHONPATH=train
epochs() { awk "BEGIN { print $1 * $scale }"; }
mkdir -p "$out"
[ -f "$out/gazetteer.tsv" ] || "$python" train/gazetteer.py "$out/gazetteer.tsv"
# First the language (trees, names, coreference), then attribution and events with half of the first stage's documents beside.
"$python" train/run.py --out "$run/language" --gazetteer "$out/gazetteer.tsv" --without attribution,plv,spans --epochs "$(epochs 11)"
"$python" train/run.py --out "$run/all" --gazetteer "$out/gazetteer.tsv" --start "$run/language/reader.pt" --replay 0.5 \
  --epochs "$(epochs 4.5)" --rate 1.5e-4 --head-rate 1e-3 --seed 2
"$python" train/export.py "$run/all" "$out"
