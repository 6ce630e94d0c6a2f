using System.Reflection;
using System.Text.RegularExpressions;
using Veilor.Designer.Core.Validation;

namespace Veilor.Designer.Core.Tests.Text;

/// <summary>A clock must not end a check on a busy machine, and a hostile text must not hold one up.</summary>
public sealed class PatternTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static TheoryData<string> Names => [.. Patterns().Select(Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_pattern_is_linear_or_gives_a_busy_machine_time(string name)
    {
        var pattern = (Regex)Patterns().Single(each => string.Equals(Name(each), name, StringComparison.Ordinal)).Invoke(obj: null, parameters: null)!;

        Assert.True(pattern.MatchTimeout == Regex.InfiniteMatchTimeout || pattern.MatchTimeout >= Patience, $"{name} ends after {pattern.MatchTimeout}");
    }

    private static IEnumerable<MethodInfo> Patterns() =>
        typeof(DesignRule).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttribute<GeneratedRegexAttribute>() is not null);

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.FullName}.{method.Name}";
}
