#!/usr/bin/env bash
# Installs what is missing, builds Hemoscope and opens it.
# usage: packaging/run.sh [FOLDER OF DICOM IMAGES]     with none: a phantom study that the program makes itself
set -euo pipefail
[ $# -le 1 ] || { echo "usage: packaging/run.sh [FOLDER OF DICOM IMAGES]" >&2; exit 2; }
folder=${1:+$(realpath -- "$1")}
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. packaging/dependencies.sh

hemoscope_install_dependencies
hemoscope_build release hemoscope hemoscope-worker hemoscope-read hemoscope-phantom
programs=build/release/bin

if [ -z "$folder" ]; then
    folder=build/release/demonstration
    if [ ! -e "$folder" ]; then
        rm -rf "$folder.part" # of a run that was interrupted
        "$programs/hemoscope-phantom" "$folder.part" --bleed intraparenchymal --side left --volume 25
        mv "$folder.part" "$folder"
    fi
fi

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$programs/hemoscope" --folder "$folder"
fi
echo "No display: Hemoscope runs on a virtual one and leaves a picture of its window."
hemoscope_start_xvfb 1920x1200
trap 'kill "$HEMOSCOPE_XVFB" 2>/dev/null || true' EXIT
picture=$PWD/build/release/hemoscope.png
"$programs/hemoscope" --folder "$folder" --classify --size 1920x1200 --screenshot "$picture" --quit
echo "The window is in $picture"
