using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Core.Generation.Documents;

/// <summary>
/// Writes the program that switches arguments on for one machine. They stay machine-local, so an update of the image never
/// touches them, and the earlier boot entry starts without them.
/// </summary>
internal static class OptInScript
{
    private const string Body =
        """
        )

        usage() {
          printf 'usage: %s list | add ARGUMENT | remove ARGUMENT\n' "${0##*/}" >&2
          exit 2
        }

        is_offered() {
          local each
          for each in "${offered[@]}"; do
            [ "$each" = "$1" ] && return 0
          done
          printf '%s is not offered by this image\n' "$1" >&2
          return 1
        }

        case ${1-} in
          list)
            for each in "${offered[@]}"; do
              case " $(cat /proc/cmdline) " in
                *" $each "*) printf 'on   %s\n' "$each" ;;
                *) printf 'off  %s\n' "$each" ;;
              esac
            done
            ;;
          add)
            [ $# -eq 2 ] || usage
            is_offered "$2"
            rpm-ostree kargs --append-if-missing="$2"
            printf 'Restart to use it. If the machine does not start, choose the earlier entry in the boot menu and remove it.\n'
            ;;
          remove)
            [ $# -eq 2 ] || usage
            is_offered "$2"
            rpm-ostree kargs --delete-if-present="$2"
            ;;
          *) usage ;;
        esac
        """;

    public static DesignDocument Write(ImageDesign design)
    {
        var field = KernelFields.OptIn;
        var writer = new DocumentWriter(BundlePaths.OptInArguments(design.Image.Name), DocumentLanguage.Shell, isExecutable: true)
            .From(field.Path, "An argument of kargs.d cannot be taken off on one machine; one that a machine adds can.")
            .Line("#!/usr/bin/bash")
            .Line("# Kernel arguments that can stop some machines from starting, to try on one machine. Run it as root.")
            .Line("set -euo pipefail")
            .Line()
            .Line("offered=(");
        foreach (var argument in design.Kernel.OptIn)
        {
            writer.Line($"  {ShellText.Quote(argument.ToString())}", field.PathOf(argument));
        }

        return writer.Lines(Body).ToDocument();
    }
}
