using Veilor.Designer.Core.Checking.Kickstart.Syntax;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Checking.Kickstart.Traps;

/// <summary>
/// What clearpart erases. Its lines add up: a list of partitions holds before all else, then the last word, and drives that a line
/// names stay named (pykickstart, commands/clearpart.py).
/// </summary>
internal static class WipingTraps
{
    private const string List = "--list";

    private static readonly string[] Kinds = ["--all", "--linux", "--none", List];

    public static IEnumerable<CheckTrap> Find(KickstartSession session)
    {
        var lines = session.Lines("clearpart").ToList();
        var given = lines.SelectMany(line => Words(line).Select(word => (Line: line, Word: word))).ToList();
        var held = given.Where(each => each.Word == List).Concat(given.AsEnumerable().Reverse()).FirstOrDefault();
        if (given.Select(each => each.Word).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            var (line, word) = held;
            yield return KickstartTraps.At(line, word, "several-clearpart-kinds", DiagnosticSeverity.Warning, $"clearpart is told several things to erase; {word} holds.", "The validator takes all of them, and only one counts.");
        }

        var limited = session.Lines("ignoredisk").SelectMany(line => line.List("--only-use")).ToHashSet(StringComparer.Ordinal);
        var drives = lines.LastOrDefault(line => line.Counts("--drives"));
        foreach (var line in held.Word is "--all" && drives is null && limited.Count == 0 ? lines.Where(line => line.Has("--all")) : [])
        {
            yield return KickstartTraps.At(line, "--all", "wipes-every-disk", DiagnosticSeverity.Warning, "clearpart --all without --drives erases every disk of the machine.", "It is what the line says; name the drives, or limit them with ignoredisk --only-use.");
        }

        if (drives is not null && limited.Count > 0 && limited.Concat(drives.List("--drives")).All(IsKernelName) && !limited.Overlaps(drives.List("--drives")))
        {
            yield return KickstartTraps.At(drives, "--drives", "drives-are-ignored", DiagnosticSeverity.Error, $"clearpart names {string.Join(", ", drives.List("--drives"))}, and ignoredisk --only-use leaves {string.Join(", ", limited)} alone: nothing is erased.", "The validator does not compare them.");
        }
    }

    /// <summary>The options that say what to erase, in their order; an option may be cut short.</summary>
    private static IEnumerable<string> Words(CommandLine line) => line.Context.Words
        .Select(word => word.Text.Split('=')[0])
        .Where(word => word.Length > 2)
        .SelectMany(word => Kinds.Where(kind => kind.StartsWith(word, StringComparison.Ordinal) && line.Has(kind)));

    /// <summary>True for a plain name such as sda. Patterns and links can mean the same disk in other words.</summary>
    private static bool IsKernelName(string name) => name.Length > 0 && name.All(char.IsAsciiLetterOrDigit);
}
