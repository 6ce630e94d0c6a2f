using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>/var is unpacked at the first installation only, /run and /tmp are empty at boot, and the rest are links (bootc, filesystem.md).</summary>
public sealed class DownloadPathRule() : DesignRule("VD2007", DiagnosticSeverity.Error, "The program would not be found on the machine")
{
    private static readonly string[] Unfit = ["/var/", "/run/", "/tmp/", "/boot/", "/home/", "/root/", "/srv/", "/mnt/", "/proc/", "/sys/", "/dev/", "/sysroot/", "/ostree/", "/usr/etc/"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var download in input.Design.Packages.Downloads)
        {
            var path = download.InstallPath.ToString();
            if (Array.Exists(Unfit, folder => path.StartsWith(folder, StringComparison.Ordinal)))
            {
                yield return Report(PackagesFields.Downloads.PathOf(download, "install_path"), $"{path} is not part of the image on a machine: it is emptied at boot or unpacked once only. Install programs below /usr, such as /usr/bin.");
            }
        }
    }
}
