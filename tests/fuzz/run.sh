#!/bin/bash
# Runs the fuzzers: tests/fuzz/run.sh [SECONDS] [TARGET...]; see README.md beside it.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
build=$root/build/fuzz
seconds=${1:-60}
[ $# -gt 0 ] && shift
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(scanner pixels folder dicomdir zip volumefile)

if [ ! -e "$build/build.ninja" ]; then
  (cd "$root" && cmake --preset fuzz)
fi
cmake --build "$build" --target hemo_fuzz -j "${HEMO_JOBS:-1}"
"$build/bin/hemo_fuzz_seeds" "$build/corpus"

# Debian's codecs leak what they hold when they give up on a stream; ours must not leak.
export LSAN_OPTIONS=suppressions=$root/tests/sanitize/leaks.txt:print_suppressions=0
export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
# Files of the targets lie in memory, and go whatever becomes of a target.
TMPDIR=$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d)
export TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT
samples=$root/../shared/data/dicom
failed=0
for target in "${targets[@]}"; do
  mkdir -p "$build/corpus/$target" "$build/found/$target"
  folders=("$build/corpus/$target")
  # Public samples are read where they are, never copied: libFuzzer writes into the first folder alone.
  if [ -d "$samples" ] && [[ $target = scanner || $target = pixels || $target = folder ]]; then
    folders+=("$samples/cases")
  fi
  log=$build/found/$target.log
  echo "$target: $seconds s"
  # One core, so that loops take one thread and an input takes the same way every time.
  if ! nice -n 19 taskset -c "${HEMO_CORE:-0}" "$build/bin/fuzz_$target" "${folders[@]}" -max_total_time="$seconds" -timeout=2 \
      -rss_limit_mb=2048 -malloc_limit_mb=128 -max_len="${HEMO_MAX_LEN:-16384}" -print_final_stats=1 \
      -artifact_prefix="$build/found/$target/" >"$log" 2>&1; then
    echo "$target: found something, see $log and $build/found/$target" >&2
    failed=1
  fi
  grep -aE 'DONE|stat::number_of_executed_units|stat::peak_rss_mb' "$log" || true
done
exit $failed
