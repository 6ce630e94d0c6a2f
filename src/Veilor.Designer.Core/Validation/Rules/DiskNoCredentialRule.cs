using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A disk image has no installer that could ask for a user.</summary>
public sealed class DiskNoCredentialRule() : DesignRule("VD5003", DiagnosticSeverity.Warning, "Nobody can log in to the disk image")
{
    /// <summary>Programs that take users or keys from the cloud or from a file at the first start.</summary>
    private static readonly string[] FirstStarts = ["cloud-init", "ignition", "afterburn"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (!input.Design.HasCredential() && input.Design.Outputs.ImageTypes.Any(type => type.IsDisk()) && !Array.Exists(FirstStarts, package => IsInstalled(input, package)))
        {
            yield return Report(UsersFields.Accounts.Path, "A disk image asks nobody for a user, and no user has a password or a key: nobody can log in, unless the image brings cloud-init or the like.");
        }
    }

    private static bool IsInstalled(RuleInput input, string package) =>
        UnitPackages.IsChosen(input.Design, package)
        || BuildCommands.Of(input).Any(command => command.Program is "dnf" or "dnf5" or "microdnf" && command.Words.Contains(package, StringComparer.Ordinal));
}
