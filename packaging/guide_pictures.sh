#!/usr/bin/env bash
# Makes the pictures of the user guide: the program itself, led by hand over drawn heads, in both languages.
# Needs xdotool and imagemagick beside what run.sh installs, and a build. Look at every picture before it is kept.
# usage: packaging/guide_pictures.sh [BUILD FOLDER]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. packaging/dependencies.sh
programs=$(realpath "${1:-build/release}")/bin
width=1180 height=760

made=$(mktemp -d)
program=
finish() {
    [ -z "$program" ] || kill -9 "$program" 2>/dev/null || true
    kill "$HEMOSCOPE_XVFB" 2>/dev/null || true
    rm -rf "$made"
}
hemoscope_start_xvfb ${width}x$height
trap finish EXIT

# Two studies of one head: a bleed that has grown.
heads() {
    local head=(--patient-id PHANTOM-1 --seed 3 --slices 28 --bleed intraparenchymal --side left)
    "$programs/hemoscope-phantom" "$made/now" "${head[@]}" --volume 32 --date 20260512 >/dev/null
    "$programs/hemoscope-phantom" "$made/before" "${head[@]}" --volume 14 --date 20260510 >/dev/null
}

# begin LANGUAGE WAY ARGUMENT...: the program as for somebody who has never used it.
begin() {
    export XDG_CONFIG_HOME=$made/home/config XDG_CACHE_HOME=$made/home/cache XDG_DATA_HOME=$made/home/data
    rm -rf "$made/home"
    mkdir -p "$XDG_CONFIG_HOME/hemoscope" -m 700
    printf '[look]\nlanguage = %s\n[reading]\nway = %s\n' "$1" "$2" >"$XDG_CONFIG_HOME/hemoscope/settings.ini"
    XDG_RUNTIME_DIR=$made "$programs/hemoscope" --size ${width}x$height "${@:3}" 2>/dev/null &
    program=$!
    settle 3
    focus_newest
}
end() {
    kill -9 "$program"
    wait "$program" 2>/dev/null || true
    program=
}

# No window manager does it.
focus_newest() { xdotool windowfocus "$(xdotool search --onlyvisible --pid "$program" | sort -n | tail -1)"; }

# settle SECONDS: waits at least so long, then until nothing moves on the screen any more.
settle() {
    sleep "$1"
    local now='' last
    for _ in $(seq 60); do
        last=$now
        now=$(import -silent -window root rgb:- | sha1sum)
        [ "$now" != "$last" ] || return 0
        sleep 0.7
    done
}
keys() {
    xdotool key --delay 120 "$@"
    settle 0.5
}
at() { xdotool mousemove "$1" "$2" && sleep 0.3; }
click() { at "$1" "$2" && xdotool click 1 && sleep 0.3; }
drag() {
    at "$1" "$2"
    xdotool mousedown 1 mousemove $((($1 + $3) / 2)) $((($2 + $4) / 2)) mousemove "$3" "$4"
    sleep 0.2
    xdotool mouseup 1
    sleep 0.3
}
# command_of WORDS: through the palette of all commands.
command_of() {
    keys ctrl+k
    focus_newest
    xdotool type --delay 60 "$1"
    keys Return
    focus_newest
}
# shoot LANGUAGE PAGE
shoot() {
    settle 0.5
    mkdir -p "resources/docs/guide/$1"
    import -silent -window root -quality 72 -strip "resources/docs/guide/$1/$2.jpg"
}

# lead LANGUAGE SETTING WORD: WORD finds the command "Learn from twelve drawn heads".
lead() {
    begin "$2" assisted "$made/now" "$made/before"
    keys n
    shoot "$1" opening
    keys ctrl+4
    at 440 215
    shoot "$1" looking
    keys ctrl+1 shift+b Escape l
    drag 420 260 505 250
    keys e
    drag 405 440 455 490
    at 560 640
    shoot "$1" measuring
    keys Escape Escape ctrl+z ctrl+z ctrl+z ctrl+4 n g
    at 420 340
    shoot "$1" second-reader
    keys g b
    settle 4
    shoot "$1" earlier-study
    keys b ctrl+comma
    shoot "$1" preferences
    end
    begin "$2" second-reader "$made/now"
    keys q b p
    click 440 206
    keys 4
    shoot "$1" own-reading
    end
    begin "$2" assisted
    command_of "$3"
    until find "$XDG_CACHE_HOME" -name cases.json | grep -q .; do sleep 1; done # twelve heads are drawn
    settle 6
    keys q b p space 4 Return
    settle 1
    shoot "$1" learning
    end
}

heads
lead en english twelve
lead es spanish doce
