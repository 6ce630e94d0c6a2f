using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The image brings root, and the ISO builder refuses a user root with anything but a key and a password (kickstart options).</summary>
public sealed class RootAccountRule() : DesignRule("VD5006", DiagnosticSeverity.Error, "root is not a user to add")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var account in input.Design.Users.Accounts)
        {
            if (string.Equals(account.Name.ToString(), "root", StringComparison.Ordinal))
            {
                yield return Report(UsersFields.Accounts.PathOf(account, "name"), "root exists already and cannot be added. Give a user the group wheel instead.", "Remove the user root", design => UsersFields.Accounts.Remove(design, "root"));
            }
        }
    }
}
