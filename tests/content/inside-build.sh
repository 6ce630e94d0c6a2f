#!/usr/bin/env bash
# shellcheck disable=SC2317 # functions are run by claim
# Looks at an image that was built of a bundle, from inside a container of it that is thrown away.
#
# usage: inside-build.sh list                 what is in an image, one entry a line; for the base
#        inside-build.sh check BASE BUNDLE    BASE: the list of the base; BUNDLE: the folder the image was built of
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/content/common.sh
. "$here/common.sh"

entries() {
    find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /run -o -path /checks -o -path /bundle \) -prune -o \
        -printf '%p\t%y\t%m\t%U:%G\n' | LC_ALL=C sort
}

if [ "${1:-}" = list ]; then
    entries
    exit 0
fi
base=$2 bundle=$3
# First, because what follows leaves traces in /run and /tmp.
claim "lint has no warning" bootc container lint --fatal-warnings --no-truncate
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
entries | grep -v "^$work" >"$work/now"
# What the build made or changed the mode of: path, kind, mode, owner.
LC_ALL=C comm -13 "$base" "$work/now" >"$work/added"
added() { awk -F'\t' -v kind="$1" '$2 ~ kind { print $1 }' "$work/added"; }

# --- Units -------------------------------------------------------------------------------------
mapfile -t units < <(added '^f$' | grep -E '^/(usr/lib|etc)/systemd/system/[^/]+\.(service|socket|timer|path|target|mount)$')
[ "${#units[@]}" -gt 0 ] || not_ok "units" "the build added none"
for unit in "${units[@]}"; do
    verifies "systemd accepts ${unit##*/}" "$unit"
done
# A drop-in counts where its unit is; elsewhere it is dead weight.
while read -r dropin; do
    unit=$(basename "$(dirname "$dropin")" .d)
    verifies "systemd accepts $unit with ${dropin##*/}" "$unit"
done < <(added '^f$' | grep -E '^/usr/lib/systemd/system/[^/]+\.d/[^/]+\.conf$' || true)
# The units of a session, which the manager of the user reads.
mkdir "$work/session"
while read -r file; do
    case $file in *.d/*.conf) unit=$(basename "$(dirname "$file")" .d) ;; *) unit=$file ;; esac
    XDG_RUNTIME_DIR=$work/session verifies "systemd accepts ${file#/usr/lib/systemd/user/} in a session" "$unit" --user
done < <(added '^f$' | grep -E '^/(usr/lib|etc)/systemd/user/([^/]+\.(service|socket|timer|path|target)|[^/]+\.d/[^/]+\.conf)$' || true)

state() { systemctl --root=/ is-enabled "$1" 2>/dev/null || true; }
while read -r verb unit; do
    case $verb in
        enable) equals "preset and enablement agree: $unit" "$(state "$unit")" enabled ;;
        disable)
            case $(state "$unit") in
                disabled | masked | not-found) ok "preset and enablement agree: $unit" ;;
                *) not_ok "preset and enablement agree: $unit" "disabled by preset, $(state "$unit") in the image" ;;
            esac
            ;;
    esac
done < <(cat /usr/lib/systemd/system-preset/4?-*.preset 2>/dev/null | awk '
    $1 !~ /^(enable|disable)$/ { next }
    !seen[$2]++ { print $1, $2 }')
# Of presets the first that names a unit counts, whoever brings it.
while read -r link; do
    unit=${link##*/}
    [ "$(readlink "$link")" = /dev/null ] || continue
    verdict=''
    while read -r verb pattern _; do
        # shellcheck disable=SC2053 # a preset names units by patterns
        if [[ -z $verdict && $verb =~ ^(enable|disable|ignore)$ && $unit == $pattern ]]; then verdict=$verb; fi
    done < <(find /etc/systemd/system-preset /usr/lib/systemd/system-preset -name '*.preset' -printf '%f\t%p\n' 2>/dev/null | LC_ALL=C sort -u -k1,1 | cut -f2 | xargs cat)
    equals "no preset enables what is masked: $unit" "${verdict:-none}" disable
done < <(added '^l$' | grep -E '^/etc/systemd/system/[^/]+$' || true)
# The reverse: what the build enabled stays so on a machine that makes all presets anew.
while read -r link; do
    unit=${link##*/}
    [ "$(readlink "$link")" != /dev/null ] || continue
    [ "$(state "$unit")" = enabled ] || continue
    claim "systemctl presets $unit" systemctl --root=/ preset "$unit"
    equals "a preset keeps $unit enabled" "$(state "$unit")" enabled
done < <(added '^l$' | grep -E '^/etc/systemd/system/.*\.(wants|requires)/' || true)

# --- Settings ----------------------------------------------------------------------------------
while read -r file; do
    case $file in
        */sysctl.d/*.conf)
            # A prefix that nothing has: parsed, not applied.
            claim "sysctl parses $file" /usr/lib/systemd/systemd-sysctl --strict --prefix=/none "$file"
            equals "no line of $file is passed over" "$(/usr/lib/systemd/systemd-sysctl --prefix=/none "$file" 2>&1)" ""
            ;;
        */kargs.d/*.toml)
            claim "kargs.d parses $file" python3 - "$file" <<'PY'
import sys, tomllib

table = tomllib.load(open(sys.argv[1], "rb"))
assert set(table) <= {"kargs", "match-architectures"}, table.keys()
assert table["kargs"] and all(isinstance(each, str) and each and not each.isspace() and " " not in each for each in table["kargs"]), table["kargs"]
assert len(set(table["kargs"])) == len(table["kargs"]), "an argument stands twice"
PY
            ;;
    esac
done < <(added '^f$')
claim "modprobe reads its configuration" modprobe --showconfig
equals "modprobe understands every line" "$(modprobe --showconfig 2>&1 >/dev/null | grep -F 'ignoring bad line' || true)" ""
if [ -e /etc/ssh/sshd_config.d/10-veilor.conf ]; then
    first=(/etc/ssh/sshd_config.d/*.conf)
    equals "sshd's folder of drop-ins is closed, as Fedora's" "$(stat -c '%a %u:%g' /etc/ssh/sshd_config.d)" '700 0:0'
    equals "sshd's drop-in comes first" "${first[0]}" /etc/ssh/sshd_config.d/10-veilor.conf
fi

# --- Places ------------------------------------------------------------------------------------
equals "no file added to /var, /run, /tmp, /boot" "$(added '^[fps]$' | grep -E '^/(var|run|tmp|boot)/' || true)" ""
equals "no /usr/etc" "$(added . | grep -E '^/usr/etc' || true)" ""

mkdir -p "$work/fresh/etc" "$work/fresh/usr/lib"
cp -r /usr/lib/sysusers.d "$work/fresh/usr/lib/"
claim "sysusers.d makes the accounts on an empty system" systemd-sysusers --root="$work/fresh"
for kind in passwd group; do
    equals "every account of $kind is declared" "$(comm -23 \
        <(cut -d: -f1 "/etc/$kind" | LC_ALL=C sort -u) \
        <(cut -d: -f1 "$work/fresh/etc/$kind" | LC_ALL=C sort -u) | tr '\n' ' ')" ""
done
cp /etc/passwd /etc/group "$work/fresh/etc/"
cp -r /usr/lib/tmpfiles.d "$work/fresh/usr/lib/"
systemd-tmpfiles --create --root="$work/fresh" --prefix=/var >"$work/tmpfiles" 2>&1 || true
while IFS=$'\t' read -r path kind mode owner; do
    case $kind:$path in d:/var/*) ;; *) continue ;; esac
    equals "tmpfiles.d makes $path" "$(stat -c '%a %u:%g' "$work/fresh$path" 2>&1)" "$mode $owner"
done <"$work/added"

# --- Modes -------------------------------------------------------------------------------------
equals "no setuid or setgid program added" "$(awk -F'\t' '$2 == "f" && length($3) > 3 { print $1 }' "$work/added")" ""
equals "nothing others may write added" "$(awk -F'\t' '$2 ~ /[fd]/ && $3 ~ /[2367]$/ && $3 !~ /^1...$/ { print $1 }' "$work/added")" ""
equals "all of /usr and /etc is root's" "$(awk -F'\t' '$1 ~ /^\/(usr|etc)\// && $4 !~ /^0:/ { print $1, $4 }' "$work/added")" ""
# Scripts tighten a few files of packages; the files of the bundle have git's two modes and no other.
while read -r file; do
    path=/${file#*/}
    if [ -x "$bundle/$file" ]; then wanted='755 0:0'; else wanted='644 0:0'; fi
    # As openssh.spec has them.
    case $path in /etc/ssh/sshd_config.d/*) wanted='600 0:0' ;; esac
    found=$(stat -c '%a %u:%g' "$path" 2>&1)
    [ "$found" = "$wanted" ] || not_ok "mode of $path" "$found, not $wanted"
done < <(cd "$bundle" && find rootfs overlay -type f 2>/dev/null)
ok "the bundle's files were looked at: $(cd "$bundle" && find rootfs overlay -type f 2>/dev/null | wc -l)"
equals "no temporary file left" "$(added '^f$' | grep -E '\.(tmp|rpmnew|rpmsave|orig|bak)$|\.[A-Za-z0-9]{6}$|~$' | grep -E '^/(etc|usr)/' | grep -vE '^/usr/(lib/modules|share/stand-in)' | while read -r f; do case $f in *.??????) rpm -qf "$f" >/dev/null 2>&1 || [ -e "$bundle/overlay$f" ] || echo "$f" ;; *) echo "$f" ;; esac; done | grep -vE '\.(desktop|script|profile|preset|socket|target|colors)$' || true)" ""

# --- The SELinux module, where this image has one -------------------------------------------------
mapfile -t scripts < <(sed -n 's|.*bash /run/build/scripts/\([^ ]*\.sh\) #.*|\1|p' "$bundle/Containerfile" | grep -v '^set-modes.sh$' || true)
if [[ " ${scripts[*]} " == *' selinux/build-policy.sh '* ]]; then
    claim "the policy module is in the store" sh -c 'semodule -l | grep -qw veilor'
    claim "its package holds a module and its contexts" semodule_unpackage /usr/share/selinux/packages/veilor/veilor.pp "$work/veilor.mod" "$work/veilor.fc"
    claim "the module is one of the kernel policy" test "$(head -c 4 "$work/veilor.mod" | od -An -tx1 | tr -d ' \n')" = 8dff7cf9
    claim "the contexts name the program" grep -q '^/usr/libexec/veilor/modules-lock.*veilor_lock_exec_t' "$work/veilor.fc"
fi

# --- The scripts, again: the build was their first run ----------------------------------------------
contents() {
    {
        find /etc /usr /var /boot /opt -xdev ! -type d -printf '%m %U:%G %p %l\n'
        find /etc /usr /var /boot /opt -xdev -type f -print0 | xargs -0 sha256sum
    } | LC_ALL=C sort
}
[ "${#scripts[@]}" -eq 0 ] || contents >"$work/before"
for script in "${scripts[@]}"; do
    for turn in second third; do
        if said=$(bash "$bundle/scripts/$script" 2>&1); then ok "$turn run of $script"; else not_ok "$turn run of $script" "$said"; fi
        equals "$turn run of $script says that it is done" "$(tail -n 1 <<<"$said")" "$(basename "$script"): done"
        if changed=$(grep -E ': (installed|created) |: /.*: ' <<<"$said"); then not_ok "$turn run of $script changes nothing" "$changed"; else ok "$turn run of $script changes nothing"; fi
    done
done
if [ "${#scripts[@]}" -gt 0 ]; then
    contents >"$work/after"
    claim "there are files to compare" test -s "$work/before"
    equals "the scripts leave every file as it was" "$(diff "$work/before" "$work/after" | head -n 10)" ""
fi
finish
