using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The root hub's descriptor carries the kernel version, and ports are numbered anew (USBGuard#148, #589).</summary>
public sealed class UsbguardRuleTextRule() : DesignRule("VD7014", DiagnosticSeverity.Error, "A usbguard rule fails after the next kernel update")
{
    private static readonly string[] Moving = [" hash ", " parent-hash ", " via-port "];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var (path, file) in OverlayFiles.Below(input.Content, "etc/usbguard/").Where(each => each.Path.Contains("rules", StringComparison.Ordinal)))
        {
            if (OverlayFiles.Lines(file).FirstOrDefault(line => Array.Exists(Moving, word => $" {line} ".Contains(word, StringComparison.Ordinal))) is { } rule)
            {
                yield return Report(PathOf(path), $"overlay/{path}: '{(rule.Length > 60 ? rule[..60] + "…" : rule)}' matches by hash or port, which change with the kernel, and the keyboard is locked out. Match by id, serial and with-interface.");
            }
        }
    }
}
