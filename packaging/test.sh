#!/usr/bin/env bash
# Installs what is missing, builds everything and runs every test, as many at a time as there are processors.
# usage: packaging/test.sh [CTEST OPTIONS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. packaging/dependencies.sh

hemoscope_install_dependencies
hemoscope_build release # what run.sh builds, assertions included, and the tests over it
hemoscope_start_xvfb 1920x1200
trap 'kill "$HEMOSCOPE_XVFB" 2>/dev/null || true' EXIT
failed=0
ctest --test-dir build/release --output-on-failure --no-label-summary --parallel "$(nproc)" "$@" | tee build/release/tests.log || failed=$?
grep '% tests passed' build/release/tests.log || true # again, below the list of those that were left out
exit $failed
