# shellcheck shell=bash
# Shared by the checks of this folder; sourced, never run. A check prints "ok NAME" or
# "not ok NAME: why" for each claim and exits nonzero when one does not hold.

# shellcheck disable=SC2034 # used by the checks that source this file
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
failures=0
export LC_ALL=C.UTF-8

ok() { printf 'ok %s\n' "$1"; }

not_ok() {
    printf 'not ok %s: %s\n' "$1" "${2:-}"
    failures=$((failures + 1))
}

# claim NAME COMMAND...: holds when the command succeeds; its output is the reason when it fails.
claim() {
    local name=$1 output
    shift
    if output=$("$@" 2>&1); then
        ok "$name"
    else
        not_ok "$name" "$(printf '%s' "$output" | tail -n 5 | tr '\n' ' ')"
    fi
}

# refuses NAME TEXT COMMAND...: holds when the command fails and says TEXT.
refuses() {
    local name=$1 text=$2 output
    shift 2
    if output=$("$@" 2>&1); then
        not_ok "$name" "it succeeded"
    elif grep -Fq -- "$text" <<<"$output"; then
        ok "$name"
    else
        not_ok "$name" "it failed without saying \"$text\": $(printf '%s' "$output" | tail -n 3 | tr '\n' ' ')"
    fi
}

equals() {
    if [ "$2" = "$3" ]; then ok "$1"; else not_ok "$1" "expected \"$3\", found \"$2\""; fi
}

# verifies NAME UNIT [OPTION...]: holds when systemd-analyze ran, accepts the unit and has nothing to say of it.
verifies() {
    local name=$1 unit=$2 output status=0 about
    shift 2
    output=$(systemd-analyze "$@" --man=no --recursive-errors=no verify "$unit" 2>&1) || status=$?
    about=$(grep -F -- "${unit##*/}" <<<"$output" || true)
    if [ "$status" -eq 0 ] && [ -z "$about" ]; then
        ok "$name"
    else
        not_ok "$name" "exit status $status: $(tail -n 5 <<<"${about:-$output}" | tr '\n' ' ')"
    fi
}

finish() {
    [ "$failures" -eq 0 ] || exit 1
    exit 0
}

need() {
    local tool
    for tool in "$@"; do
        command -v "$tool" >/dev/null || { not_ok "tools" "$tool is not installed"; finish; }
    done
}
