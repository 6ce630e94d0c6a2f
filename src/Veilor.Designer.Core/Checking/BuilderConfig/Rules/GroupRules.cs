using System.Globalization;
using Veilor.Designer.Core.Checking.BuilderConfig.Reading;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Rules;

/// <summary>Groups must differ by name and number. Users are not compared by any tool.</summary>
internal static class GroupRules
{
    /// <exception cref="ConfigErrorException">Two groups have the same name or number.</exception>
    public static void Check(ConfigTable? customizations)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var numbers = new HashSet<long>();
        var problems = new List<string>();
        ConfigTable? first = null;
        foreach (var group in customizations.TablesAt("group"))
        {
            var before = problems.Count;
            if (!names.Add(group.TextAt("name")))
            {
                problems.Add($"duplicate group name: {group.TextAt("name")}");
            }

            if (group.NumberAt("gid") is { } number && !numbers.Add(number))
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"duplicate group ID: {number}"));
            }

            first ??= problems.Count > before ? group : null;
        }

        if (first is not null)
        {
            throw new ConfigErrorException($"invalid group customizations:\n{string.Join('\n', problems)}", first.Line, first.Column);
        }
    }
}
