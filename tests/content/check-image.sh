#!/usr/bin/env bash
# Lays the overlay and the assets over a Debian tree, runs the build scripts in it twice, and looks
# at the result with the programs that the files are for.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/content/common.sh
. "$here/common.sh"
need unshare mmdebstrap
"$here/scratch-root" run /repository/tests/content/inside-image.sh || failures=1
finish
