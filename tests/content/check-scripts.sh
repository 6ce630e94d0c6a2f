#!/usr/bin/env bash
# Every shell program of the image parses, passes shellcheck and keeps the house rules.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/content/common.sh
. "$here/common.sh"
need shellcheck git
cd "$repository"

mapfile -t build < <(find scripts -name '*.sh' ! -path '*/lib/*' | sort)
mapfile -t programs < <(grep -rlE '^#!.*\b(ba|da)?sh\b' overlay templates/*/overlay | sort)
# Read by the shells of people who log in: sourced, so without a first line that names one.
mapfile -t sourced < <(find overlay templates/*/overlay -type f \( -name '*.sh' -o -path '*/etc/profile*' -o -path '*/.bashrc*' -o -name '.bash_*' -o -name '.profile' \) | sort)
checks=(tests/content/*.sh tests/content/scratch-root tests/vm/{check.sh,check-iso.sh,finish-tree,make-root,report,tree,initramfs-init} tests/stand-in/{build,finish-base})
[ "${#build[@]}" -ge 5 ] || not_ok "build scripts" "found only ${#build[@]}"
[ "${#programs[@]}" -ge 5 ] || not_ok "programs" "found only ${#programs[@]}"
[ "${#sourced[@]}" -ge 2 ] || not_ok "files that shells read" "found only ${#sourced[@]}"

for file in "${build[@]}" "${programs[@]}" scripts/lib/common.sh "${checks[@]}"; do
    claim "parses $file" bash -n "$file"
done
for file in "${sourced[@]}"; do
    claim "says which shell reads it: $file" grep -Eq '^# shellcheck shell=(sh|bash)$' "$file"
    claim "parses $file" "$(sed -n 's/^# shellcheck shell=\(ba\)\?sh$/\1sh/p' "$file" | head -n 1)" -n "$file"
done
claim "shellcheck" shellcheck -x "${build[@]}" "${programs[@]}" "${sourced[@]}" scripts/lib/common.sh "${checks[@]}"

# Under "pipefail" a pipe into a reader that stops at its first hit fails when it found something early.
for file in "${build[@]}" "${programs[@]}" scripts/lib/common.sh "${checks[@]}"; do
    equals "no guard that can fail for having found: $file" \
        "$(sed "s/^[[:space:]]*#.*//; s/sh -c '[^']*'//g" "$file" | grep -nE '\|[[:space:]]*[ef]?grep[[:space:]]+(-[A-Za-z]+[[:space:]]+)*(-[A-Za-z]*q|--quiet|-[A-Za-z]*m[[:space:]]*1)' || true)" ""
done

for file in "${build[@]}" "${programs[@]}"; do
    claim "stops at the first error: $file" grep -Fxq 'set -euo pipefail' "$file"
    claim "executable: $file" test -x "$file"
done
for file in "${build[@]}"; do
    # Comments aside: no network, no write outside the image, no fixed place of the bind mount.
    if hits=$(sed 's/^[[:space:]]*#.*//' "$file" | grep -nE '\b(curl|wget|dnf|dnf5|rpm-ostree|grubby|grub2-mkconfig|dracut|useradd|groupadd)\b|/run/veilor-build|/usr/etc|/boot/'); then
        not_ok "stays inside the image: $file" "$hits"
    else
        ok "stays inside the image: $file"
    fi
done

modes=$(git ls-files -s overlay assets scripts | awk '$1 != "100644" && $1 != "100755" { print $1, $4 }')
equals "git keeps only plain files, 0644 or 0755" "$modes" ""
wrong=$(git ls-files -s overlay assets | awk '$1 == "100755" { print $4 }' | grep -vE '^overlay/usr/(bin|libexec/veilor)/' || true)
equals "only programs are executable" "$wrong" ""
finish
