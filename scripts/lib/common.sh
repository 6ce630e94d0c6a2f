# shellcheck shell=bash
# Shared by the build scripts of this folder; sourced, never run.
#   VEILOR_ROOT  another root to work on (default: the image being built)

# shellcheck disable=SC2034  # used by the scripts that source this file
root=${VEILOR_ROOT:-}
step=${0##*/}

say() { printf '%s: %s\n' "$step" "$*"; }

die() {
    printf '%s: error: %s\n' "$step" "$*" >&2
    exit 1
}

# set_key FILE SEPARATOR KEY VALUE: one line "KEY SEPARATOR VALUE" in FILE. The first line that sets
# KEY, or else the first comment that shows it, is replaced; further settings of KEY are removed. A
# comment that only begins with the word KEY is prose and stays. The mode of FILE stays.
set_key() {
    local file=$1 separator=$2 key=$3 value=$4 new
    new=$(mktemp "$file.XXXXXX")
    KEY=$key SEPARATOR=$separator LINE=$key$separator$value awk '
        function names(line) {
            sub(/^[ \t]*/, "", line)
            return index(line, ENVIRON["KEY"]) == 1 &&
                substr(line, length(ENVIRON["KEY"]) + 1, 1) ~ /[= \t]/
        }
        # A setting behind a comment sign: the key, its separator and, where that is white space, one word.
        function shows(line,    rest) {
            sub(/^#+[ \t]*/, "", line)
            if (!names(line)) return 0
            rest = substr(line, length(ENVIRON["KEY"]) + 1)
            return ENVIRON["SEPARATOR"] == "=" ? rest ~ /^[ \t]*=/ : rest ~ /^[ \t]+[^ \t]+[ \t]*$/
        }
        FNR == NR { if (names($0)) set = 1; next }
        names($0) { if (!done) { print ENVIRON["LINE"]; done = 1 } next }
        /^#/ && !set && !done && shows($0) { print ENVIRON["LINE"]; done = 1; next }
        { print }
        END { if (!done) print ENVIRON["LINE"] }
    ' "$file" "$file" >"$new"
    if cmp -s "$new" "$file"; then
        rm -f "$new"
        return 0
    fi
    chmod --reference="$file" "$new"
    mv -f "$new" "$file"
    say "$file: $key$separator$value"
}

# put SOURCE DESTINATION MODE: copies a file when its content or mode differs.
put() {
    local source=$1 destination=$2 mode=$3
    if cmp -s "$source" "$destination" && [ "$(stat -c %a "$destination")" = "${mode#0}" ]; then
        return 0
    fi
    install -D -m "$mode" "$source" "$destination"
    say "installed $destination ($mode)"
}
