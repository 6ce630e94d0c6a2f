#!/usr/bin/env bash
# Tries the programs of the image: first boot, module lock, update, doctor.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/content/common.sh
. "$here/common.sh"
need unshare mmdebstrap
"$here/scratch-root" run /repository/tests/content/inside-programs.sh || failures=1
finish
