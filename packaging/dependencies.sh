# Sourced by run.sh and test.sh: installs what is missing. Says nothing and asks for nothing where all is there.

# hemoscope_install_dependencies [LIST]: the packages that the program needs, or those of another list.
hemoscope_install_dependencies() {
    local list=${1:-packaging/dependencies-debian.txt} missing=() asRoot=()
    if ! command -v dpkg-query >/dev/null; then
        echo "This script installs with apt: on another system install the packages of $list by hand." >&2
        return 0
    fi
    hemoscope_missing_packages
    [ ${#missing[@]} -eq 0 ] && return 0
    [ "$(id -u)" -eq 0 ] || asRoot=(sudo)
    "${asRoot[@]}" apt-get update -qq
    hemoscope_missing_packages # now that the system knows what it could have
    echo "Installing ${#missing[@]} packages: ${missing[*]}"
    "${asRoot[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# hemoscope_missing_packages: sets `missing` to those of `list`.
hemoscope_missing_packages() {
    local names name
    missing=()
    while read -r -a names; do
        for name in "${names[@]}"; do # the last of them where the system knows none
            [ ${#names[@]} -eq 1 ] || apt-cache show "$name" >/dev/null 2>&1 && break
        done
        dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'install ok installed' || missing+=("$name")
    done < <(sed 's/#.*//; /^[[:space:]]*$/d' "$list")
}

# hemoscope_cuda_torch: sets HEMOSCOPE_TORCH_ROOT to a LibTorch with CUDA: PyPI's wheel and the libraries that it names, about
# 5 GB, fetched once into the user's cache folder.
hemoscope_cuda_torch() {
    local version=2.15.0 cache
    cache=${XDG_CACHE_HOME:-$HOME/.cache}/hemoscope/torch-$version
    if [ ! -e "$cache/torch/lib/libtorch_cuda.so" ]; then
        python3 -m pip --version >/dev/null 2>&1 || {
            echo "LibTorch with CUDA comes through pip: install python3-pip first." >&2
            return 1
        }
        echo "Fetching LibTorch $version with CUDA (about 5 GB) into $cache"
        rm -rf "$cache.part" # of a run that was interrupted
        mkdir -p "${cache%/*}"
        python3 -m pip install --quiet --no-compile --target "$cache.part" "torch==$version"
        [ -e "$cache.part/torch/lib/libtorch_cuda.so" ] || {
            echo "PyPI has no LibTorch with CUDA for this system: run without --cuda." >&2
            return 1
        }
        mv "$cache.part" "$cache"
    fi
    HEMOSCOPE_TORCH_ROOT=$cache/torch
}

# hemoscope_runtime_folder: a folder for what Qt keeps while it runs, where the session names none and Qt would warn.
hemoscope_runtime_folder() {
    [ -z "${XDG_RUNTIME_DIR:-}" ] || return 0
    export XDG_RUNTIME_DIR=$PWD/build/runtime
    mkdir -p "$XDG_RUNTIME_DIR"
    chmod 700 "$XDG_RUNTIME_DIR"
}

# hemoscope_build PRESET [TARGET...]: configures where nothing is configured yet, then builds.
hemoscope_build() {
    local preset=$1
    shift
    [ -e "build/$preset/build.ninja" ] || cmake --preset "$preset" ${HEMOSCOPE_TORCH_ROOT:+-DHEMO_TORCH_ROOT="$HEMOSCOPE_TORCH_ROOT"}
    cmake --build --preset "$preset" ${1:+--target "$@"}
}

# hemoscope_free_display: the number of an X display that nobody uses.
hemoscope_free_display() {
    local n=99
    while [ -e "/tmp/.X$n-lock" ] || [ -e "/tmp/.X11-unix/X$n" ]; do n=$((n + 1)); done
    echo "$n"
}

# hemoscope_start_xvfb WIDTHxHEIGHT: starts a virtual display, exports DISPLAY and sets HEMOSCOPE_XVFB to its process.
# -noreset: without it the server resets when VTK's first client leaves, and the next one dies.
hemoscope_start_xvfb() {
    local display tries=0
    display=$(hemoscope_free_display)
    Xvfb ":$display" -screen 0 "${1}x24" -noreset -nolisten tcp >/dev/null 2>&1 &
    HEMOSCOPE_XVFB=$!
    until [ -e "/tmp/.X11-unix/X$display" ]; do
        kill -0 "$HEMOSCOPE_XVFB" 2>/dev/null && [ $((tries += 1)) -lt 100 ] || {
            echo "The virtual display does not start: see whether Xvfb runs by hand." >&2
            return 1
        }
        sleep 0.1
    done
    export DISPLAY=":$display"
}
