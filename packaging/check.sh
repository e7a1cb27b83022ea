#!/usr/bin/env bash
# Says what clang-format, clang-tidy and the validators of the desktop files find: nothing, or it fails.
# usage: packaging/check.sh [FOLDERS OR FILES]     every source for the format; for clang-tidy these, with none the program's
# HEMOSCOPE_BUILD: the build whose commands are used (build/release); it must have been built once, for what Qt generates.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. packaging/dependencies.sh

hemoscope_install_dependencies packaging/dependencies-check.txt
build=${HEMOSCOPE_BUILD:-build/release}
failed=0

mapfile -t sources < <(git ls-files | grep -E '\.(cpp|h)$')
echo "clang-format: ${#sources[@]} files"
printf '%s\0' "${sources[@]}" | xargs -0 clang-format-14 --dry-run -Werror || failed=1

echo "desktop: the menu entry and what a software centre reads"
desktop-file-validate packaging/desktop/hemoscope.desktop || failed=1
appstreamcli validate --no-net packaging/desktop/hemoscope.metainfo.xml || failed=1

# clang cannot read LibTorch 1.13's headers as C++20, nor the compiler's precompiled headers.
commands=$(mktemp -d)
trap 'rm -rf "$commands"' EXIT
sed -E 's# -include [^ ]*cmake_pch\.hxx##; s# -Winvalid-pch##; s# -fpch-preprocess##' \
    "$build/compile_commands.json" >"$commands/compile_commands.json"
[ $# -gt 0 ] || set -- app core ml viewer
touches='#include <(torch|ATen|c10)/' headers=
while more=$(git ls-files -- app core ml tests viewer | xargs grep -lE "$touches") && [ "$more" != "$headers" ]; do
    headers=$more # what includes LibTorch, then what includes that, until there is no more
    touches='#include (<(torch|ATen|c10)/'$(grep '\.h$' <<<"$more" | sed 's/[.]/\\./g; s/^/|"/; s/$/"/' | tr -d '\n')')'
done
mapfile -t tidied < <(git ls-files -- "$@" | grep '\.cpp$' | grep -vxF "$headers" |
    while read -r file; do ! grep -qF "\"file\": \"$PWD/$file\"" "$commands/compile_commands.json" || echo "$file"; done)
echo "clang-tidy: ${#tidied[@]} files"
printf '%s\0' "${tidied[@]}" | xargs -0 -n1 -P"$(nproc)" clang-tidy-14 -p "$commands" --quiet \
    --extra-arg=-include --extra-arg="$PWD/tests/fuzz/itk_for_clang.h" 2>"$commands/counts" || failed=1
grep -v ' generated\.$' "$commands/counts" >&2 || true
exit $failed
