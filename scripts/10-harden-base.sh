#!/usr/bin/env bash
# Hardens the base system: accounts, sudo, USB, firewall, audit. Runs in the container build, after
# the packages and the overlay. Each part is for a package; where that package is not in the
# image, the part says so and does nothing. Safe to run again.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=scripts/lib/common.sh
. "$here/lib/common.sh"

# The builders read VERSION_ID as one or two numbers, and the ISO builder looks the distribution up
# by ID.
check_os_release() {
    local file=$root/usr/lib/os-release version
    [ -r "$file" ] || file=$root/etc/os-release
    [ -r "$file" ] || die "no os-release in this image"
    version=$(sed -n 's/^VERSION_ID=//p' "$file" | tr -d '"')
    [[ $version =~ ^[0-9]+(\.[0-9]+)?$ ]] || die "VERSION_ID=$version in $file: the image builders take a number only"
    say "os-release: VERSION_ID=$version"
}

harden_accounts() {
    local file=$root/etc/login.defs
    [ -f "$file" ] || die "$file is missing; it comes with shadow-utils"
    set_key "$file" ' ' UMASK 027
    set_key "$file" ' ' HOME_MODE 0700
    set_key "$file" ' ' ENCRYPT_METHOD YESCRYPT
    set_key "$file" ' ' YESCRYPT_COST_FACTOR 8
    say "accounts: umask 027, private homes, yescrypt"
}

# pam_faillock is a feature of the authselect profile; faillock.conf alone does nothing. Fedora's package selects the
# profile "local" when it is installed, RHEL 9's bootc base selects none, and a profile of someone's own may lack the
# feature: none of that stops the build, veilor-doctor names it on the machine.
enable_faillock() {
    local selected said state=$root/var/lib/authselect
    if ! command -v authselect >/dev/null; then
        say "faillock: skipped because authselect is not in this image"
        return
    fi
    if ! selected=$(authselect current --raw 2>/dev/null); then
        say "faillock: skipped because the base selects no authselect profile; forcing one would replace its nsswitch.conf"
        return
    fi
    if [[ " $selected " == *' with-faillock '* ]]; then
        say "faillock: on already in the authselect profile ${selected%% *}"
    else
        # Not there in a base that ostree made, and authselect may refuse to work without it.
        [ -d "$state" ] || install -d -m 0755 "$state"
        if ! said=$(authselect enable-feature with-faillock 2>&1); then
            say "faillock: NOT enabled, authselect refuses it for the profile ${selected%% *}: ${said//$'\n'/ }"
            return
        fi
        say "faillock: enabled in the authselect profile ${selected%% *}"
    fi
    # What authselect notes down to skip work at its own update. An image must not bring it: files in /var are no image's.
    rm -f "$state/checksum"
}

harden_sudo() {
    local file=$root/etc/sudoers.d/60-veilor
    if [ ! -d "$root/etc/sudoers.d" ]; then
        say "sudo: skipped because it is not in this image"
        return
    fi
    if command -v visudo >/dev/null; then
        visudo --check --quiet --file="$here/files/sudoers" || die "sudo does not accept files/sudoers"
    fi
    put "$here/files/sudoers" "$file" 0440
    put "$here/files/sudo-logrotate" "$root/etc/logrotate.d/veilor-sudo" 0644
    say "sudo: own terminal, five minutes, log, root's own umask"
}

# The daemon reads no drop-in files and refuses a configuration that others can read, so its own
# file is changed in place.
harden_usbguard() {
    local file=$root/etc/usbguard/usbguard-daemon.conf rules
    if [ ! -f "$file" ]; then
        say "usbguard: skipped because it is not in this image"
        return
    fi
    set_key "$file" = RuleFile /etc/usbguard/rules.conf
    set_key "$file" = RuleFolder /etc/usbguard/rules.d/
    set_key "$file" = ImplicitPolicyTarget block
    # What is plugged in at boot stays usable: the image cannot know the owner's keyboard.
    set_key "$file" = PresentDevicePolicy allow
    set_key "$file" = PresentControllerPolicy keep
    set_key "$file" = InsertedDevicePolicy apply-policy
    set_key "$file" = DeviceRulesWithPort false
    set_key "$file" = IPCAllowedUsers root
    set_key "$file" = IPCAllowedGroups usbguard
    chmod 0600 "$file"
    install -d -m 0700 "$root/etc/usbguard/rules.d"
    # The daemon adds rules to the last file of the folder, so that one is for the owner's.
    for rules in "$root/etc/usbguard/rules.conf" "$root/etc/usbguard/rules.d/90-veilor-owner.conf"; do
        if [ ! -e "$rules" ]; then
            install -m 0600 /dev/null "$rules"
            say "created $rules, empty: the first boot or the owner fills it"
        fi
        chmod 0600 "$rules"
    done
    put "$here/files/usbguard-hubs.conf" "$root/etc/usbguard/rules.d/10-veilor-hubs.conf" 0600
    say "usbguard: new devices blocked, present ones allowed, no hashes, no ports"
}

# Images that keep sshd leave the zone file out of their overlay, and with it stay in "public".
set_firewall_zone() {
    local file=$root/etc/firewalld/firewalld.conf
    if [ ! -f "$file" ]; then
        say "firewall: skipped because firewalld is not in this image"
    elif [ ! -f "$root/usr/lib/firewalld/zones/veilor.xml" ]; then
        say "firewall: default zone left alone because this image ships no veilor zone"
    else
        set_key "$file" = DefaultZone veilor
        say "firewall: default zone veilor"
    fi
}

# Fedora's audit-rules installs its sample 10-no-audit.rules as rules.d/audit.rules (audit.spec). Its rule "task,never" keeps
# every new process from being recorded, whatever the other rules watch (auditctl(8)).
add_audit_rules() {
    local file never='^[[:space:]]*-[aA][[:space:]]+(task,never|never,task)([[:space:]]|$)'
    if [ ! -d "$root/etc/audit/rules.d" ]; then
        say "audit: skipped because it is not in this image"
        return
    fi
    put "$here/files/audit.rules" "$root/etc/audit/rules.d/50-veilor.rules" 0600
    if [ "$(uname -m)" = x86_64 ]; then
        put "$here/files/audit-x86_64.rules" "$root/etc/audit/rules.d/51-veilor-x86_64.rules" 0600
    fi
    for file in "$root"/etc/audit/rules.d/*.rules "$root/etc/audit/audit.rules"; do
        if [ -f "$file" ] && grep -Eq -- "$never" "$file"; then
            sed -E -i "/$never/d" "$file"
            say "audit: removed from $file the rule that keeps every process from being recorded"
        fi
    done
    say "audit: accounts, privileges, modules and clock are watched"
}

# Accounts that package scripts made by hand are unknown to sysusers.d; on a machine whose
# /etc/passwd was changed they would be missing after an update, and lint warns. A line with the
# same numbers covers each. A user and a group of one name are two accounts.
cover_accounts() {
    local file=$root/usr/lib/sysusers.d/90-veilor-found.conf new
    new=$(mktemp)
    {
        echo '# Accounts found in the finished image that no other file here declares.'
        declared >"$new.declared"
        awk -F: 'FNR == NR { if (sub(/^group /, "")) known[$1] = 1; next }
            !($1 in known) && ($3 < 1000 || $3 == 65534) { printf "g %s %s\n", $1, $3 }
        ' "$new.declared" "$root/etc/group"
        awk -F: 'FNR == NR { if (sub(/^user /, "")) known[$1] = 1; next }
            FILENAME ~ /group$/ { name[$3] = $1; next }
            !($1 in known) && ($3 < 1000 || $3 == 65534) {
                gsub(/["\\]/, "", $5)
                # A per cent sign begins a specifier there.
                for (i = 5; i <= 7; i++) gsub(/%/, "%%", $i)
                printf "u %s %s:%s \"%s\" %s %s\n", $1, $3, ($4 in name ? name[$4] : $4), $5, ($6 == "" ? "-" : $6), ($7 == "" ? "-" : $7)
            }
        ' "$new.declared" "$root/etc/group" "$root/etc/passwd"
    } >"$new"
    rm -f "$new.declared"
    if [ "$(wc -l <"$new")" -gt 1 ]; then
        put "$new" "$file" 0644
        say "accounts: $(grep -c '^u' "$new" || true) users and $(grep -c '^g' "$new" || true) groups declared in $file"
    else
        rm -f "$file"
        say "accounts: every user and group is declared in sysusers.d"
    fi
    rm -f "$new"
}

# declared: "user NAME" and "group NAME" of what sysusers.d makes. A user brings a group of the same name, unless the line
# says which group; a membership makes both.
declared() {
    local entry
    for entry in "$root"/usr/lib/sysusers.d/*.conf; do
        [ -f "$entry" ] || continue
        [ "${entry##*/}" != 90-veilor-found.conf ] || continue
        awk '{ for (i = 1; i <= 3; i++) gsub(/"/, "", $i) }
            $1 ~ /^u/ { print "user " $2; if ($3 !~ /:/) print "group " $2 }
            $1 ~ /^g/ { print "group " $2 }
            $1 ~ /^m/ { print "user " $2; print "group " $3 }
        ' "$entry"
    done
}

check_os_release
harden_accounts
enable_faillock
harden_sudo
harden_usbguard
set_firewall_zone
add_audit_rules
cover_accounts
say "done"
