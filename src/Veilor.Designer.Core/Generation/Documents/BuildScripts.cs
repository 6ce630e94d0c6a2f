using System.Security.Cryptography;
using System.Text;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Generation.Documents;

/// <summary>The two scripts that the Containerfile mounts while it builds.</summary>
public sealed class BuildScripts : IDocumentGenerator
{
    private const string SetModes =
        """
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
        """;

    private const string KeepVar =
        """
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
        """;

    /// <summary>The first 16 digits of the SHA-256 of <c>set-modes.sh</c>, for the layer cache.</summary>
    internal static string SetModesDigest { get; } = Digest(SetModes);

    /// <summary>The first 16 digits of the SHA-256 of <c>keep-var.sh</c>, for the layer cache.</summary>
    internal static string KeepVarDigest { get; } = Digest(KeepVar);

    public IEnumerable<DesignDocument> Generate(GenerationInput input) =>
    [
        Script(BundlePaths.SetModes, SetModes),
        Script(BundlePaths.KeepVar, KeepVar),
    ];

    private static DesignDocument Script(string path, string text) =>
        new DocumentWriter(path, DocumentLanguage.Shell, isExecutable: true)
            .From(ImageFields.Base.Path, "Every bootc image needs this; it does not depend on the design.", LineBond.Fixed)
            .Lines(text)
            .ToDocument();

    private static string Digest(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text + "\n")))[..16];
}
