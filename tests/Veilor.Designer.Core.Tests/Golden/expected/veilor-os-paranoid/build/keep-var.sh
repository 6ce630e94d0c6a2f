#!/usr/bin/env bash
# /var is unpacked at the first installation only; an update never touches it. Each directory that the build left
# there becomes a line of tmpfiles.d with its mode and owner, so that machines which update get it as well.
set -euo pipefail
output=/usr/lib/tmpfiles.d/zz-image-var.conf

declare -A known
while read -r path; do
  known["${path%/}"]=1
done < <(cat /usr/lib/tmpfiles.d/*.conf /etc/tmpfiles.d/*.conf 2>/dev/null |
  awk '$1 ~ /^[A-Za-z]/ { sub(/^\/run\//, "/run/", $2); print $2 }')

lines=()
while IFS= read -r -d '' path; do
  case $path in
    /var/cache/libdnf5* | /var/lib/dnf* | /var/tmp/*) continue ;;
  esac
  [ -n "${known[$path]:-}" ] && continue
  target=
  [ ! -L "$path" ] || target=$(readlink "$path")
  # systemd-tmpfiles gives these characters a meaning of their own.
  if [[ $path == *[[:space:]%\\\"\']* || $target == *[%\\$'\n']* ]]; then
    echo "keep-var: skipped, its name cannot stand in tmpfiles.d: $path" >&2
  elif [ -n "$target" ]; then
    lines+=("L $path - - - - $target")
  else
    lines+=("$(stat --format="d %n %a %U %G -" "$path")")
  fi
done < <(find /var -mindepth 1 \( -type d -o -type l \) -print0 | sort -z)

if [ "${#lines[@]}" -gt 0 ]; then
  mkdir -p "${output%/*}"
  printf '%s\n' "# Directories that packages left in /var while the image was built." "${lines[@]}" > "$output"
  chmod 0644 "$output"
fi
echo "keep-var: ${#lines[@]} entries in $output"
