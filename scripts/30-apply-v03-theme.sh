#!/usr/bin/env bash
# Puts the third version of the look where no desktop runs yet: logo, boot splash, log-in screen.
# The initramfs is not rebuilt here; the Containerfile does that after its last change. Safe to
# run again.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=scripts/lib/common.sh
. "$here/lib/common.sh"

assets=$root/usr/share/veilor-os/assets
share=$root/usr/share
[ -d "$assets" ] || die "$assets is missing; it comes with the assets folder of the bundle"

put "$assets/logo/veilor-logo.svg" "$share/icons/hicolor/scalable/apps/veilor-logo.svg" 0644
put "$assets/logo/veilor-symbolic.svg" "$share/icons/hicolor/symbolic/apps/veilor-logo-symbolic.svg" 0644
for picture in "$assets"/logo/png/*.png; do
    size=$(basename "$picture" .png)
    put "$picture" "$share/icons/hicolor/${size}x$size/apps/veilor-logo.png" 0644
done
put "$assets/logo/veilor-logo.svg" "$share/pixmaps/veilor-logo.svg" 0644

theme=$share/plymouth/themes/veilor
for file in "$assets"/plymouth/veilor/*; do
    put "$file" "$theme/${file##*/}" 0644
done
while read -r picture; do
    [ -s "$theme/$picture" ] || die "the boot splash names $picture, which is not there"
done < <(sed -n 's/.*Image("\([^"]*\)").*/\1/p' "$theme/veilor.script")

if ! command -v plymouth-set-default-theme >/dev/null; then
    say "boot splash: not made the default because plymouth is not in this image"
else
    # No -R: that would rebuild the initramfs of the machine that builds.
    plymouth-set-default-theme veilor ||
        die "plymouth does not take the theme; its script plugin is the package plymouth-plugin-script"
    config=$root/etc/plymouth/plymouthd.conf
    if [ -f "$config" ] && ! grep -Fxq 'Theme=veilor' "$config"; then
        die "$config does not name the theme"
    fi
    say "boot splash: veilor is the default; it shows once the initramfs is rebuilt"
fi

if [ ! -d "$share/sddm" ]; then
    say "log-in screen: skipped because SDDM is not in this image (Fedora 44 and later log in through Plasma Login Manager, which takes the wallpaper of the global theme)"
else
    put "$assets/sddm/50-veilor.conf" "$root/usr/lib/sddm/sddm.conf.d/50-veilor.conf" 0644
    for greeter in 01-breeze-fedora breeze; do
        [ -d "$share/sddm/themes/$greeter" ] || continue
        put "$assets/sddm/theme.conf.user" "$share/sddm/themes/$greeter/theme.conf.user" 0644
        say "log-in screen: background of $greeter"
    done
fi
say "done"
