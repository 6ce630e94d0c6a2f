#!/usr/bin/env bash
# Every shell program of the image parses, passes shellcheck and keeps the house rules.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/content/common.sh
. "$here/common.sh"
need shellcheck git
cd "$repository"

mapfile -t build < <(find scripts -name '*.sh' ! -path '*/lib/*' | sort)
mapfile -t programs < <(grep -rlE '^#!.*bash' overlay | sort)
[ "${#build[@]}" -ge 5 ] || not_ok "build scripts" "found only ${#build[@]}"
[ "${#programs[@]}" -ge 5 ] || not_ok "programs" "found only ${#programs[@]}"

for file in "${build[@]}" "${programs[@]}" scripts/lib/common.sh tests/content/*.sh tests/content/scratch-root; do
    claim "parses $file" bash -n "$file"
done
claim "shellcheck" shellcheck -x "${build[@]}" "${programs[@]}" scripts/lib/common.sh tests/content/*.sh tests/content/scratch-root

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
