using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// /var is unpacked at the first installation only, /run and /tmp are empty at boot, and the rest are links (bootc, filesystem.md).
/// install(1) puts a file into a folder that it is given as the target, and cannot make one through a link that leads nowhere.
/// </summary>
public sealed class DownloadPathRule() : DesignRule("VD2007", DiagnosticSeverity.Error, "The program would not be found on the machine")
{
    private static readonly string[] Unfit = ["/var/", "/run/", "/tmp/", "/boot/", "/home/", "/root/", "/srv/", "/mnt/", "/proc/", "/sys/", "/dev/", "/sysroot/", "/ostree/", "/usr/etc/"];

    /// <summary>Folders that every base has.</summary>
    private static readonly string[] Folders =
        ["/usr", "/usr/bin", "/usr/sbin", "/usr/lib", "/usr/lib64", "/usr/libexec", "/usr/share", "/usr/local", "/usr/local/bin", "/usr/local/sbin", "/bin", "/sbin", "/lib", "/lib64", "/etc", "/opt", "/usr/share/fonts", "/usr/lib/systemd/system"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var download in input.Design.Packages.Downloads)
        {
            var path = download.Program?.ToString() ?? "";
            var column = PackagesFields.Downloads.PathOf(download, "install_path");
            if (Array.Exists(Unfit, folder => path.StartsWith(folder, StringComparison.Ordinal)))
            {
                yield return Report(column, $"{path} is not part of the image on a machine: it is emptied at boot or unpacked once only. Install programs below /usr, such as /usr/bin.");
            }
            else if (Array.IndexOf(Folders, path) >= 0)
            {
                yield return Inside(download, column);
            }
            else if (path.StartsWith("/opt/", StringComparison.Ordinal) && input.Design.LinksOpt() && !VarOverlayRule.MakesOpt(input))
            {
                yield return Report(column, $"{path}: this base links /opt to /var/opt, which is not there in the build, so the step ends; and /var does not update. Install programs below /usr, such as /usr/bin, or write RUN rm /opt && mkdir /opt before the packages.", $"Install as /usr/bin/{Name(path)}", design => Put(design, download, $"/usr/bin/{Name(path)}"));
            }
        }
    }

    private Diagnostic Inside(PinnedDownload download, FieldPath column)
    {
        var path = download.Program!.ToString();
        var target = (path is "/usr" or "/opt" or "/etc" ? "/usr/bin" : path) + "/" + download.Name;
        return Report(column, $"{path} is a folder: the file would lie in it under a name of the step, not of the program. Name the file, such as {target}.", $"Install as {target}", design => Put(design, download, target));
    }

    private static ImageDesign Put(ImageDesign design, PinnedDownload download, string path) =>
        PackagesFields.Downloads.Put(design, download with { InstallPath = AbsolutePath.Parse(path) });

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];
}
