using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>usbguard-daemon ends at a file of its own that others can read, or that is executable: "Policy may be readable" (tried with 1.1.2; USBGuard#680).</summary>
public sealed class UsbguardModeRule() : DesignRule("VD7035", DiagnosticSeverity.Error, "usbguard refuses to start with the file's mode")
{
    /// <summary>Every bit beside reading and writing by the owner.</summary>
    private const int Refused = 0b001_111_111;

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var (path, file) in OverlayFiles.Below(input.Content, "etc/usbguard/"))
        {
            if (IsRead(path) && (OverlayModes.Of(input, path, file.IsExecutable) & Refused) != 0 && RelativePath.TryParse(path, out var relative, out _))
            {
                yield return Report(ContentFields.Permissions.Path, $"{file.Path} gets a mode with which usbguard does not start ('Policy may be readable'), and no USB device is guarded.", "Set 0600", design => OverlayModes.With(design, relative, "0600"));
            }
        }
    }

    private static bool IsRead(string path) =>
        path is "etc/usbguard/rules.conf" or "etc/usbguard/usbguard-daemon.conf"
        || path.StartsWith("etc/usbguard/rules.d/", StringComparison.Ordinal)
        || path.StartsWith("etc/usbguard/IPCAccessControl.d/", StringComparison.Ordinal);
}
