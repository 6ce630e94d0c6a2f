using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>bootc container lint: etc-usretc and var-run are fatal (lints.rs).</summary>
public sealed class ForbiddenTargetRule() : BuildCommandRule("VD9024", DiagnosticSeverity.Error, "The build writes where an image must have nothing")
{
    private protected override string? Problem(BuildCommand command) =>
        BuildTargets.WritesBelow(command, "/usr/etc/") ? "/usr/etc is made by bootc from /etc, and both together fail bootc container lint. Write to /etc."
        : command.Program is "mkdir" or "ln" && command.Words.Skip(1).Any(word => word is "/var/run" or "/usr/etc") ? "makes a folder of what must stay a link, or must not be there; bootc container lint fails."
        : null;
}
