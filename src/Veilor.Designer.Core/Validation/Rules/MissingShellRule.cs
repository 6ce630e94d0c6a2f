using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A login shell that is not installed lets nobody in.</summary>
public sealed class MissingShellRule() : DesignRule("VD5014", DiagnosticSeverity.Error, "The login shell is not installed")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var account in input.Design.Users.Accounts)
        {
            var path = account.Shell?.ToString() ?? "";
            if (path.Length > 0 && !OverlayFiles.Has(input.Content, path[1..]) && !UnknownShellRule.IsDownloaded(input, path)
                && LoginShells.MissingPackage(input, path[(path.LastIndexOf('/') + 1)..]) is { } package)
            {
                yield return Report(UsersFields.Accounts.PathOf(account, "shell"), $"'{account.Name}' logs in with {path}, and the package {package} is not installed: the log-in would end at once.", $"Install {package}", design => PackagesFields.Install.Add(design, PackageSpec.Parse(package)));
            }
        }
    }
}
