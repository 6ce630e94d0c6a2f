#!/usr/bin/env bash
# The part of check-desktop.sh that runs inside the throw-away tree.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/content/common.sh
. "$here/common.sh"

cp -r --no-preserve=ownership /repository/overlay/etc/xdg/. /etc/xdg/
install -d -m 0700 /run/user/0
mkdir -p /usr/share/veilor-os /usr/share/sddm/themes/breeze
cp -r --no-preserve=ownership /repository/assets /usr/share/veilor-os/
claim "the look is put in place" bash /repository/scripts/kde-theme-apply.sh
claim "logo and log-in screen are put in place" bash /repository/scripts/30-apply-v03-theme.sh
export QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=/run/user/0 HOME=/tmp/home
mkdir -p "$HOME"

# KConfig: the values that programs get from /etc/xdg, without a file of the user's.
value() { kreadconfig5 --file "$1" "${@:3}" --key "$2"; }
equals "kdeglobals: colour scheme" "$(value kdeglobals ColorScheme --group General)" VeilorDark
equals "kdeglobals: global theme" "$(value kdeglobals LookAndFeelPackage --group KDE)" org.veilor.os.dark
for mode in Dark Light; do
    name=$(value kdeglobals "Default${mode}LookAndFeel" --group KDE)
    equals "kdeglobals: $mode theme for day and night" "$name" "org.veilor.os.${mode,}"
    claim "it is there: $name" test -d "/usr/share/plasma/look-and-feel/$name"
done
equals "kdeglobals: icons" "$(value kdeglobals Theme --group Icons)" breeze-dark
equals "konsolerc: profile" "$(value konsolerc DefaultProfile --group 'Desktop Entry')" Veilor.profile
equals "kscreenlockerrc: minutes until it locks" "$(value kscreenlockerrc Timeout --group Daemon)" 5
equals "kscreenlockerrc: its picture" "$(value kscreenlockerrc Image --group Greeter --group Wallpaper --group org.kde.image --group General)" /usr/share/wallpapers/Veilor/
equals "ksplashrc: no splash screen" "$(value ksplashrc Engine --group KSplash)" none
for theme in dark light; do
    defaults=/usr/share/plasma/look-and-feel/org.veilor.os.$theme/contents/defaults
    scheme=$(value "$defaults" ColorScheme --group kdeglobals --group General)
    claim "global theme $theme names a colour scheme that is there ($scheme)" test -f "/usr/share/color-schemes/$scheme.colors"
done

# The platform theme makes a program's palette of the scheme that /etc/xdg/kdeglobals names.
for scheme in VeilorDark VeilorLight; do
    sed -i "s/^ColorScheme=.*/ColorScheme=$scheme/" /etc/xdg/kdeglobals
    claim "KDE paints programs with $scheme" env QT_QPA_PLATFORMTHEME=kde XDG_CURRENT_DESKTOP=KDE KDE_FULL_SESSION=true KDE_SESSION_VERSION=5 \
        dbus-run-session -- python3 "$here/desktop-palette.py" "/usr/share/color-schemes/$scheme.colors"
done
for drawing in /usr/share/wallpapers/Veilor/contents/images*/*.svg /usr/share/icons/hicolor/*/apps/veilor-logo*; do
    claim "Qt reads ${drawing#/usr/share/}" python3 "$here/desktop-picture.py" "$drawing"
done

# Konsole itself, asked over D-Bus for the profile of the session that it opens.
cat >/tmp/ask-konsole <<'ASK'
konsole >/tmp/konsole.log 2>&1 &
for _ in $(seq 120); do
    if dbus-send --session --print-reply=literal --dest="org.kde.konsole-$!" /Sessions/1 org.kde.konsole.Session.profile 2>/dev/null; then
        kill $!
        exit
    fi
    sleep 0.5
done
kill $!
exit 1
ASK
mount -t devpts devpts /dev/pts
found=$(SHELL=/bin/bash dbus-run-session -- bash /tmp/ask-konsole 2>/dev/null || true)
equals "Konsole opens sessions with our profile" "${found//[[:space:]]/}" Veilor
finish
