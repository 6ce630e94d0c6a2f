using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Ids that useradd picks differ from build to build, and bootc container lint (sysusers) warns (bootc, users-and-groups.md).</summary>
public sealed class BuildUserRule() : BuildCommandRule("VD9013", DiagnosticSeverity.Warning, "The build makes a user")
{
    private protected override string? Problem(BuildCommand command) =>
        command.Program is "useradd" or "adduser" or "groupadd" or "usermod" && !command.HasOption("--help")
            ? "changes /etc/passwd in the image, with an id that the next build may choose differently. Accounts of services belong into /usr/lib/sysusers.d, people into the section Users."
            : null;
}
