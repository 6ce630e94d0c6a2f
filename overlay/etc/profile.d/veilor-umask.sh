# shellcheck shell=sh
# New files are private to their owner and group. System accounts keep their own mask.
if [ "$(id -u)" -ge 1000 ]; then
    umask 027
fi
