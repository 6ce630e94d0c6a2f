using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A colon parts the fields of /etc/passwd (passwd(5)); useradd refuses it in the comment, the home and the shell.</summary>
public sealed class PasswdColonRule() : DesignRule("VD5019", DiagnosticSeverity.Error, "A colon cannot stand in a user's data")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var account in input.Design.Users.Accounts)
        {
            if (account.FullName.Contains(':', StringComparison.Ordinal))
            {
                yield return Refuse(account, "full_name", account.FullName, "Write a comma instead", account with { FullName = account.FullName.Replace(':', ',') });
            }

            if (HasColon(account.Home))
            {
                yield return Refuse(account, "home", account.Home, "Take the usual place", account with { Home = null });
            }

            if (HasColon(account.Shell))
            {
                yield return Refuse(account, "shell", account.Shell, "Take the usual shell", account with { Shell = null });
            }
        }
    }

    private static bool HasColon(AbsolutePath? path) => path is { } given && given.ToString().Contains(':', StringComparison.Ordinal);

    private Diagnostic Refuse(UserAccount account, string column, object? value, string fix, UserAccount mended) =>
        Report(UsersFields.Accounts.PathOf(account, column), $"useradd refuses '{value}': a colon parts the fields of /etc/passwd.", fix, design => UsersFields.Accounts.Put(design, mended));
}
