using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A password in a layer is readable to everyone who can pull the image (bootc, users-and-groups.md).</summary>
public sealed class BuildPasswordRule() : BuildCommandRule("VD9015", DiagnosticSeverity.Error, "A password goes into the image")
{
    private protected override string? Problem(BuildCommand command) =>
        command.Program is "chpasswd" || (command.Is("passwd") && command.HasOption("--stdin")) || (command.Program is "usermod" or "useradd" && command.HasOption("-p", "--password"))
            ? "sets a password that everyone who can pull the image can read, and that all machines share. Give the user a credential in the section Users."
            : null;
}
