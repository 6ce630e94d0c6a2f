using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>useradd --groups ends for a group that does not exist (osbuild, org.osbuild.users); Anaconda makes it, with rights to nothing (pyanaconda, core/users.py).</summary>
public sealed class UnknownGroupRule() : DesignRule("VD5011", DiagnosticSeverity.Warning, "The group may not exist")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var accounts = input.Design.Users.Accounts;
        var unknown = accounts.SelectMany(account => account.Groups).Distinct().Where(group => !IsKnown(input, group)).ToHashSet();
        foreach (var account in accounts)
        {
            foreach (var group in account.Groups.Where(unknown.Contains))
            {
                yield return SystemAccounts.KnownPackageOf(group.ToString()) is { } package
                    ? Report(UsersFields.Accounts.PathOf(account, "groups"), $"'{account.Name}' shall be in '{group}', which comes with the package {package}, and the design does not install it. The disk builder ends when the group does not exist, and an installer makes a new group of that name.")
                    : Report(UsersFields.Accounts.PathOf(account, "groups"), $"'{account.Name}' shall be in '{group}', and no package known here brings that group. The disk builder ends when it does not exist, and an installer makes a new group of that name.", $"Make the group {group}", design => UsersFields.Groups.Put(design, new UserGroup { Name = group }));
            }
        }
    }

    private static bool IsKnown(RuleInput input, UnixName group)
    {
        var name = group.ToString();
        return SystemAccounts.IsLikelyGroup(name)
            || UsersFields.Groups.Find(input.Design, name) is not null
            || UsersFields.Accounts.Find(input.Design, name) is not null
            || SystemAccounts.MayCome(input.Design, name)
            || OverlayFiles.Below(input.Content, "usr/lib/sysusers.d/", "etc/sysusers.d/").Any(file => OverlayFiles.Lines(file.File).Any(line => line.Split((char[]?)[' ', '\t'], StringSplitOptions.RemoveEmptyEntries) is [_, var word, ..] && string.Equals(word, name, StringComparison.Ordinal)));
    }
}
