using System.Globalization;
using Veilor.Designer.Core.Checking.BuilderConfig.Reading;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Traps;

/// <summary>
/// Values that useradd refuses: a shell or a home that is no absolute path, an id below zero (useradd(8), exit values 3). No builder
/// looks at them, nor at an id that two users have.
/// </summary>
internal static class AccountValueTraps
{
    private static readonly string[] Paths = ["home", "shell"];

    private static readonly string[] Ids = ["uid", "gid"];

    public static IEnumerable<CheckTrap> Find(TrapContext context)
    {
        var owners = new Dictionary<long, string>();
        foreach (var user in context.Customizations.TablesAt("user"))
        {
            foreach (var trap in OfId(user, owners).Concat(context.IsIso ? [] : Refused(user)))
            {
                yield return trap;
            }
        }
    }

    private static IEnumerable<CheckTrap> Refused(ConfigTable user)
    {
        foreach (var option in Paths)
        {
            if (user.TextAt(option) is { Length: > 0 } path && path[0] != '/' && !(option == "shell" && path[0] == '*'))
            {
                yield return TrapFinder.At(user.At(option)!, "relative-path", DiagnosticSeverity.Error, $"The {option} {GoText.Quote(path)} is no absolute path.", "The config is accepted; the build ends at useradd, after the long part.");
            }
        }

        foreach (var option in Ids)
        {
            if (user.NumberAt(option) is { } id and < 0)
            {
                yield return TrapFinder.At(user.At(option)!, "negative-id", DiagnosticSeverity.Error, string.Create(CultureInfo.InvariantCulture, $"The {option} {id} is below zero."), "The config is accepted; the build ends at useradd, after the long part.");
            }
        }
    }

    private static IEnumerable<CheckTrap> OfId(ConfigTable user, Dictionary<long, string> owners)
    {
        var name = user.TextAt("name");
        if (user.NumberAt("uid") is not { } id || name == "root")
        {
            yield break;
        }

        var owner = id == 0 ? "root" : owners.GetValueOrDefault(id);
        if (owner is not null && owner != name)
        {
            yield return TrapFinder.At(user.At("uid")!, "uid-taken", DiagnosticSeverity.Error, string.Create(CultureInfo.InvariantCulture, $"The uid {id} of {GoText.Quote(name)} is that of {GoText.Quote(owner)}."), "Nothing compares users: useradd refuses the second, or both are one account with two passwords.");
        }

        owners.TryAdd(id, name);
    }
}
