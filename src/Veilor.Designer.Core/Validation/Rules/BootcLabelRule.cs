using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The builders refuse it: image is not a bootc image (label containers.bootc).</summary>
public sealed class BootcLabelRule() : InstructionRule("VD9022", DiagnosticSeverity.Error, "A label makes it no bootable image")
{
    /// <summary>The builders compare containers.bootc with 1; ostree.bootable is also written as true.</summary>
    private protected override string? Problem(string keyword, string arguments) =>
        keyword is "LABEL"
        && ContainerfileWords.Pairs(arguments).Any(pair => pair is { Name: "containers.bootc", Value: not "1" } or { Name: "ostree.bootable", Value: not "1" and not "true" })
            ? "A LABEL sets containers.bootc or ostree.bootable to something else than 1. The base brings both; without them the builders say 'image is not a bootc image'."
            : null;
}
