#!/usr/bin/env bash
# Installs what is missing, builds Hemoscope and opens it.
# usage: packaging/run.sh [FOLDERS, FILES OR ZIP ARCHIVES]     with none: a phantom study that the program makes itself
set -euo pipefail
paths=()
for path in "$@"; do paths+=("$(realpath -- "$path")"); done
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. packaging/dependencies.sh

hemoscope_install_dependencies
hemoscope_build release hemoscope hemoscope-worker hemoscope-read hemoscope-phantom
programs=build/release/bin

if [ ${#paths[@]} -eq 0 ]; then
    folder=build/release/demonstration
    if [ ! -e "$folder" ]; then
        rm -rf "$folder.part" # of a run that was interrupted
        "$programs/hemoscope-phantom" "$folder.part" --bleed intraparenchymal --side left --volume 25
        mv "$folder.part" "$folder"
    fi
    paths=("$folder")
fi

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$programs/hemoscope" --folder "${paths[@]}"
fi
echo "No display: Hemoscope runs on a virtual one and leaves a picture of its window."
hemoscope_start_xvfb 1920x1200
trap 'kill "$HEMOSCOPE_XVFB" 2>/dev/null || true' EXIT
picture=$PWD/build/release/hemoscope.png
"$programs/hemoscope" --folder "${paths[@]}" --classify --size 1920x1200 --screenshot "$picture" --quit
echo "The window is in $picture"
