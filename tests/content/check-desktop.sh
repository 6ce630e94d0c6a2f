#!/usr/bin/env bash
# Reads the look with the programs that it is for: KDE's configuration library, its Qt platform theme (colour scheme,
# fonts, icons), Qt's SVG reader and Konsole. Debian's Plasma 5 has the formats of Plasma 6.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/content/common.sh
. "$here/common.sh"
need unshare mmdebstrap
"$here/scratch-root" --desktop run /repository/tests/content/inside-desktop.sh || failures=1
finish
