using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>usbguard refuses rules that others can read (USBGuard#680); sudo expects 0440; ssh refuses open host keys.</summary>
public sealed class SecretModeRule() : DesignRule("VD7015", DiagnosticSeverity.Warning, "The file needs a closer mode")
{
    private static readonly (string Prefix, string Mode, string Why)[] Modes =
    [
        ("etc/usbguard/rules", "0600", "usbguard refuses to start when others can read its rules"),
        ("etc/usbguard/usbguard-daemon.conf", "0600", "usbguard warns when others can read its configuration"),
        ("etc/sudoers.d/", "0440", "sudo expects 0440"),
        ("etc/sudoers", "0440", "sudo expects 0440"),
    ];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var (path, file) in OverlayFiles.All(input.Content))
        {
            var match = Array.Find(Modes, each => path.StartsWith(each.Prefix, StringComparison.Ordinal));
            if (match.Prefix is null || ContentFields.Permissions.Find(input.Design, path) is not null || !RelativePath.TryParse(path, out var relative, out _))
            {
                continue;
            }

            yield return Report(ContentFields.Permissions.Path, $"{file.Path} is copied with mode 0644, and {match.Why}.", $"Set {match.Mode}", design => ContentFields.Permissions.Put(design, new FilePermission { Path = relative, Mode = PosixMode.Parse(match.Mode) }));
        }
    }
}
