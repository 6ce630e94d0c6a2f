#!/usr/bin/env bash
# Gives every copied file root's 0644, or 0755 where it is executable, and every folder 0755; what Fedora has closed
# or open keeps its own. A clone made under another umask would otherwise carry its modes into the image, and with
# them a closed /etc. The arguments are paths below the overlay that the build leaves out: the image may have files
# of its own there.
set -euo pipefail
is_left_out() {
  local path=$1 left
  shift
  for left; do
    [[ $path == "$left" || $path == "$left"/* ]] && return 0
  done
  return 1
}
for tree in /run/build/rootfs /run/build/overlay; do
  [ -d "$tree" ] || continue
  while IFS= read -r -d '' path; do
    target="/${path#"$tree"/}"
    [ "$path" = "$tree" ] && target=/
    [ "$tree" = /run/build/overlay ] && is_left_out "$target" "$@" && continue
    if [ -L "$path" ]; then
      continue
    elif [ -d "$path" ]; then
      case $target in
        /root) chmod 0550 "$target" ;;
        /tmp | /var/tmp) chmod 1777 "$target" ;;
        /etc/ssh/sshd_config.d) chmod 0700 "$target" ;;
        *) chmod 0755 "$target" ;;
      esac
    elif [ -x "$path" ]; then
      chmod 0755 "$target"
    else
      case $target in
        /etc/ssh/sshd_config.d/*) chmod 0600 "$target" ;;
        *) chmod 0644 "$target" ;;
      esac
    fi
  done < <(find "$tree" -print0)
done
