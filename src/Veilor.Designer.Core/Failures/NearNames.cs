using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Failures;

/// <summary>Finds what somebody who typed a package's name wrong may have meant.</summary>
public static class NearNames
{
    private const int Most = 3;

    /// <summary>True for a name that the catalogue has: it is no slip.</summary>
    public static bool IsPackage(string name) => DesignCatalogue.Packages.Any(package => string.Equals(package.Name, name, StringComparison.Ordinal));

    /// <summary>Names of the catalogue that are near to this one, the nearest first; at most three.</summary>
    public static IReadOnlyList<string> Packages(string name) =>
        Find(name, DesignCatalogue.Packages.Select(package => package.Name));

    /// <summary>The known names that differ in few characters from this one, or are a longer form of it; the nearest first, at most three.</summary>
    public static IReadOnlyList<string> Find(string name, IEnumerable<string> known)
    {
        var allowed = name.Length switch { < 4 => 1, < 8 => 2, _ => 3 };
        return
        [
            .. known.Distinct(StringComparer.Ordinal)
                .Where(candidate => !string.Equals(candidate, name, StringComparison.Ordinal) && (Math.Abs(candidate.Length - name.Length) <= allowed || IsLonger(name, candidate)))
                .Select(candidate => (Name: candidate, Distance: Distance(name, candidate)))
                .Where(candidate => candidate.Distance <= allowed)
                .OrderBy(candidate => candidate.Distance)
                .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
                .Take(Most)
                .Select(candidate => candidate.Name),
        ];
    }

    private static bool IsLonger(string name, string candidate) =>
        name.Length >= 3 && candidate.Length > name.Length && candidate[name.Length] is '-' && candidate.StartsWith(name, StringComparison.Ordinal);

    /// <summary>Package names end in forms such as -server or -tools; a name without its ending counts as near.</summary>
    private static int Distance(string name, string candidate) =>
        IsLonger(name, candidate)
            ? 1
            : UnknownKey.Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant());
}
