#!/usr/bin/env bash
# Builds with a sanitizer and runs the tests of core, imaging, damaged files, pictures and window with it; LibTorch stays out.
# usage: packaging/sanitize.sh address|thread [CTEST OPTIONS]     address: ASan and UBSan, thread: TSan
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. packaging/dependencies.sh

targets=()
case ${1:-} in
address) preset=asan ;;
thread)
    preset=tsan
    # Core's functions are pure and know no thread: there is nothing to be found in their tests.
    targets=(test_imaging test_positions test_damage test_render test_gui test_app)
    ;;
*)
    echo "usage: packaging/sanitize.sh address|thread [CTEST OPTIONS]" >&2
    exit 2
    ;;
esac
shift

hemoscope_install_dependencies
hemoscope_build "$preset" "${targets[@]}"
hemoscope_start_xvfb 1920x1200
trap 'kill "$HEMOSCOPE_XVFB" 2>/dev/null || true' EXIT
# The first report ends a test. What libraries leave behind or lock without telling is listed beside the reason.
export ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1
export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
export LSAN_OPTIONS=suppressions=$PWD/tests/sanitize/leaks.txt:print_suppressions=0
# ITK's pool hands work over inside a library built without TSan, which cannot see it; threads that it makes and joins, it can.
export ITK_GLOBAL_DEFAULT_THREADER=Platform
# A worker that is started goes on to another program.
export TSAN_OPTIONS=halt_on_error=1:second_deadlock_stack=1:die_after_fork=0:suppressions=$PWD/tests/sanitize/threads.txt
# What measures the window's pauses or memory says nothing here.
ctest --test-dir "build/$preset" --output-on-failure --parallel "$(nproc)" -L 'unit|gui|render' -E 'Responsiveness' "$@"
