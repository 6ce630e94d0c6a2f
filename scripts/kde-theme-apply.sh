#!/usr/bin/env bash
# Puts the Plasma look into the places Plasma reads: colour schemes, the two global themes, the
# wallpaper, the Konsole profile. The defaults themselves are files of the overlay in /etc/xdg,
# which Plasma reads before Fedora's own. Safe to run again.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=scripts/lib/common.sh
. "$here/lib/common.sh"

assets=$root/usr/share/veilor-os/assets
share=$root/usr/share
[ -d "$assets" ] || die "$assets is missing; it comes with the assets folder of the bundle"

for scheme in "$assets"/kde/color-schemes/*.colors; do
    for group in 'Colors:View' 'Colors:Window' 'Colors:Button' 'Colors:Selection' General WM; do
        grep -Fxq "[$group]" "$scheme" || die "${scheme##*/} has no [$group]"
    done
    put "$scheme" "$share/color-schemes/${scheme##*/}" 0644
done

for theme in "$assets"/kde/look-and-feel/*; do
    name=${theme##*/}
    colours=$(sed -n 's/^ColorScheme=//p' "$theme/contents/defaults")
    [ -f "$share/color-schemes/$colours.colors" ] || die "global theme $name names the colour scheme $colours, which is not there"
    put "$theme/metadata.json" "$share/plasma/look-and-feel/$name/metadata.json" 0644
    put "$theme/contents/defaults" "$share/plasma/look-and-feel/$name/contents/defaults" 0644
    put "$assets/wallpaper/preview-${name##*.}.png" "$share/plasma/look-and-feel/$name/contents/previews/preview.png" 0644
done

put "$assets/kde/wallpaper-metadata.json" "$share/wallpapers/Veilor/metadata.json" 0644
put "$assets/wallpaper/veilor-light.svg" "$share/wallpapers/Veilor/contents/images/3840x2160.svg" 0644
put "$assets/wallpaper/veilor-dark.svg" "$share/wallpapers/Veilor/contents/images_dark/3840x2160.svg" 0644
put "$assets/wallpaper/preview-dark.png" "$share/wallpapers/Veilor/contents/screenshot.png" 0644

put "$assets/konsole/Veilor.profile" "$share/konsole/Veilor.profile" 0644
put "$assets/konsole/Veilor.colorscheme" "$share/konsole/Veilor.colorscheme" 0644

for theme in dark light; do
    say "global theme org.veilor.os.$theme is ready"
done
# The theme of a new user, and the two between which Plasma changes where someone has it follow the day.
wanted=$(sed -nE 's/^(LookAndFeelPackage|DefaultDarkLookAndFeel|DefaultLightLookAndFeel)=//p' "$root/etc/xdg/kdeglobals" 2>/dev/null | sort -u || true)
if [ -z "$wanted" ]; then
    say "no default theme set: /etc/xdg/kdeglobals is not part of this image"
fi
for name in $wanted; do
    [ -d "$share/plasma/look-and-feel/$name" ] || die "/etc/xdg/kdeglobals names the global theme $name, which is not there"
    say "named by the defaults: $name"
done
say "done"
