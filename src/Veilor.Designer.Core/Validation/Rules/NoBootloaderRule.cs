using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// The installer then plans no disk for the boot loader, and bootupd, which it runs from the image, has none to install
/// to (pykickstart, bootloader; pyanaconda, rpm_ostree/installation.py).
/// </summary>
public sealed class NoBootloaderRule() : DesignRule("VD8031", DiagnosticSeverity.Error, "The installer would set up no boot loader")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        new[] { DeliveryFields.ExtraKickstart, DeliveryFields.OwnKickstart }
            .SelectMany(field => KickstartLines.Commands(field.Get(input.Design)).Where(command => HasNone(command.Word, command.Line)).Take(1)
                .Select(command => Report(
                    field.Path,
                    $"'{StrayText.Shown(command.Line)}' leaves the boot loader out, so the installation ends, or the machine does not start.",
                    "Take the line out",
                    design => field.Set(design, KickstartLines.Without(field.Get(design), HasNone)))));

    private static bool HasNone(string word, string line) =>
        word is "bootloader" && (KickstartLines.Has(line, "--disabled") || KickstartLines.Value(line, "--location") is "none");
}
