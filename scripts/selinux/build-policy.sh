#!/usr/bin/env bash
# Compiles the SELinux module of the image's own units and puts it into the policy store of the
# image. It has to happen here: a store that is changed on the machine counts as locally modified
# and gets no policy updates any more. Safe to run again.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=scripts/lib/common.sh
. "$here/../lib/common.sh"

for tool in checkmodule:checkpolicy semodule_package:policycoreutils semodule:policycoreutils; do
    command -v "${tool%%:*}" >/dev/null ||
        die "${tool%%:*} is not in this image: add the package ${tool##*:}, or leave this script out"
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

checkmodule -M -m -o "$work/veilor.mod" "$here/veilor.te"
semodule_package -o "$work/veilor.pp" -m "$work/veilor.mod" -f "$here/veilor.fc"
[ -s "$work/veilor.pp" ] || die "semodule_package wrote nothing"
put "$work/veilor.pp" "$root/usr/share/selinux/packages/veilor/veilor.pp" 0644
put "$here/veilor.if" "$root/usr/share/selinux/devel/include/distributed/veilor.if" 0644

# -n: the container build has no kernel policy to reload. File labels need no relabelling here,
# bootc computes them from the image's policy when it deploys.
options=(-n)
[ -z "$root" ] || options+=(-p "$root")

# The same module again would only count up the store's transactions, and so make a new layer.
is_installed() {
    mkdir "$work/installed"
    (cd "$work/installed" && semodule "${options[@]}" --hll --extract=veilor) >/dev/null 2>&1 &&
        cmp -s "$work/installed/veilor.pp" "$work/veilor.pp"
}

if is_installed; then
    say "module veilor is in the policy store already"
else
    semodule "${options[@]}" -i "$work/veilor.pp"
    say "module veilor was put into the policy store"
fi
say "done"
