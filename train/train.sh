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
# First the language (trees, names, coreference); then attribution and events with half of the first stage's documents beside; then,
# from a mixture of both, all of the language with a third of the others.
"$python" train/run.py --out "$run/language" --gazetteer "$out/gazetteer.tsv" --without attribution,plv,spans --epochs "$(epochs 11)"
"$python" train/run.py --out "$run/all" --gazetteer "$out/gazetteer.tsv" --start "$run/language/reader.pt" --replay 0.5 \
  --epochs "$(epochs 4.5)" --rate 1.4e-4 --head-rate 1e-3 --seed 3
"$python" train/mix.py "$run/language/reader.pt" "$run/all/reader.pt" 0.8 "$run/mixed.pt"
"$python" train/run.py --out "$run/last" --gazetteer "$out/gazetteer.tsv" --start "$run/mixed.pt" --fresh 0.3 \
  --epochs "$(epochs 0.8)" --rate 7e-5 --head-rate 4e-4 --seed 4
"$python" train/export.py "$run/last" "$out"
