using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Labels are computed from the policy in the image; layers carry no security.selinux attributes (bootc, bootc-images.md).</summary>
public sealed class RelabelRule() : BuildCommandRule("VD9012", DiagnosticSeverity.Warning, "Labels set in a build are lost")
{
    private protected override string? Problem(BuildCommand command) =>
        command.Program is "chcon" or "setfiles" or "fixfiles" || (command.Is("semanage") && command.HasOption("boolean"))
            ? "sets labels that no layer keeps. Add a rule with semanage fcontext, or a policy module; labels follow from it."
            : null;
}
