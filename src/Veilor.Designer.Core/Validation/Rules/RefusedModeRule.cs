using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// NetworkManager passes over a connection that anybody but root may read ("File permissions are insecure", nms-keyfile-utils.c), and
/// sssd ends at a configuration that others may (sss_ini.c; earlier releases want 0600 and nothing else).
/// </summary>
public sealed class RefusedModeRule() : DesignRule("VD7048", DiagnosticSeverity.Error, "The file is refused with its mode")
{
    private const int OfGroupAndOthers = 0b000_111_111;

    private const int OfOthers = 0b000_000_111;

    private static readonly string[] Connections = ["etc/NetworkManager/system-connections/", "usr/lib/NetworkManager/system-connections/"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var (path, file) in OverlayFiles.Below(input.Content, "etc/NetworkManager/system-connections/", "usr/lib/NetworkManager/system-connections/", "etc/sssd/"))
        {
            var isConnection = Array.Exists(Connections, folder => path.StartsWith(folder, StringComparison.Ordinal) && path.IndexOf('/', folder.Length) < 0) && path[(path.LastIndexOf('/') + 1)..] is not ['.', ..] && path[^1] is not '~';
            var isSssd = path is "etc/sssd/sssd.conf" || (path.StartsWith("etc/sssd/conf.d/", StringComparison.Ordinal) && path.EndsWith(".conf", StringComparison.Ordinal));
            if ((isConnection || isSssd) && (OverlayModes.Of(input, path, file.IsExecutable) & (isConnection ? OfGroupAndOthers : OfOthers)) != 0 && RelativePath.TryParse(path, out var relative, out _))
            {
                yield return Report(ContentFields.Permissions.Path, $"{file.Path} gets a mode with which {(isConnection ? "NetworkManager passes over the connection ('File permissions are insecure')" : "sssd does not start ('Unexpected access by other users')")}.", "Set 0600", design => OverlayModes.With(design, relative, "0600"));
            }
        }
    }
}
