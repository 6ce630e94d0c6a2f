using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A login shell that is not installed lets nobody in.</summary>
public sealed class MissingShellRule() : DesignRule("VD5014", DiagnosticSeverity.Error, "The login shell is not installed")
{
    private static readonly string[] Names = ["zsh", "fish", "tcsh", "ksh", "mksh", "nushell", "xonsh", "elvish", "dash"];

    /// <summary>Shells whose package has their name.</summary>
    internal static IReadOnlyList<string> Packaged => Names;

    /// <summary>True for a shell whose package has its name.</summary>
    internal static bool IsPackaged(string name) => Array.IndexOf(Names, name) >= 0;

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var account in input.Design.Users.Accounts)
        {
            var path = account.Shell?.ToString() ?? "";
            var name = path[(path.LastIndexOf('/') + 1)..];
            if (IsPackaged(name) && input.Design.HasSmallBase() && !PackagesFields.Install.Contains(input.Design, PackageSpec.Parse(name)) && !OverlayFiles.Has(input.Content, path.TrimStart('/')))
            {
                yield return Report(UsersFields.Accounts.PathOf(account, "shell"), $"'{account.Name}' logs in with {path}, and the package {name} is not installed: the log-in would end at once.", $"Install {name}", design => PackagesFields.Install.Add(design, PackageSpec.Parse(name)));
            }
        }
    }
}
