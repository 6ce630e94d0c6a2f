using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>From the day of its expiry an account is refused at every log-in (shadow(5)); with root locked as well, nobody is left.</summary>
public sealed class ExpiringAdministratorRule() : DesignRule("VD5022", DiagnosticSeverity.Warning, "The last administrator expires")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var administrators = input.Design.Users.Accounts.Where(account => account.IsAdministrator()).ToList();
        if (!input.Design.Users.LockRoot || administrators.Count == 0 || administrators.Exists(account => account.Expires is null))
        {
            yield break;
        }

        var last = administrators.MaxBy(account => account.Expires!.DaysSince1970)!;
        yield return Report(
            UsersFields.Accounts.PathOf(last, "expires"),
            $"Root is locked, and from {last.Expires} on '{last.Name}', the last administrator, cannot log in: nobody could administer the machine.",
            $"Let {last.Name} never expire",
            design => UsersFields.Accounts.Put(design, last with { Expires = null }));
    }
}
