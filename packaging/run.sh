#!/usr/bin/env bash
# Installs what is missing, builds Hemoscope and opens it.
# usage: packaging/run.sh [--cuda] [FOLDERS, FILES OR ZIP ARCHIVES]     with none: a phantom study that the program makes itself
# --cuda: with the LibTorch of PyPI, which can use an NVIDIA GPU (5 GB, fetched once)
set -euo pipefail
preset=release
if [ "${1:-}" = --cuda ]; then
    preset=cuda
    shift
fi
paths=()
for path in "$@"; do paths+=("$(realpath -- "$path")"); done
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. packaging/dependencies.sh

hemoscope_install_dependencies
[ "$preset" = release ] || hemoscope_cuda_torch
hemoscope_build "$preset" hemoscope hemoscope-worker hemoscope-read hemoscope-phantom
programs=build/$preset/bin

if [ ${#paths[@]} -eq 0 ]; then
    folder=build/$preset/demonstration
    if [ ! -e "$folder" ]; then
        rm -rf "$folder.part" # of a run that was interrupted
        "$programs/hemoscope-phantom" "$folder.part" --bleed intraparenchymal --side left --volume 25
        mv "$folder.part" "$folder"
    fi
    paths=("$folder")
fi

hemoscope_runtime_folder
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$programs/hemoscope" --folder "${paths[@]}"
fi
echo "No display: Hemoscope runs on a virtual one and leaves a picture of its window."
hemoscope_start_xvfb 1920x1200
trap 'kill "$HEMOSCOPE_XVFB" 2>/dev/null || true' EXIT
picture=$PWD/build/$preset/hemoscope.png
"$programs/hemoscope" --folder "${paths[@]}" --classify --size 1920x1200 --screenshot "$picture" --quit
echo "The window is in $picture"
