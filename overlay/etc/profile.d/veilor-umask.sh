# shellcheck shell=sh
# New files of people are private to their owner and group. System accounts keep their own mask, and so does what is started
# through sudo, which would else join this mask to its own (umask_override in /etc/sudoers.d/60-veilor).
if [ "$(id -u)" -ge 1000 ]; then
    umask 027
fi
