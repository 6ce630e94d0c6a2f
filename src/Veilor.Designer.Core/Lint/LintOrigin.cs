using Veilor.Designer.Core.Design;

namespace Veilor.Designer.Core.Lint;

/// <summary>Says which field of a design a finding of the lint comes from: bootc names files, and the design's own lines may name them too.</summary>
public static class LintOrigin
{
    private const string Scripts = "scripts.run";
    private const string BeforeLint = "extra.before_lint";
    private static readonly char[] Separators = [' ', '\t', ',', '"', '\'', '`', '(', ')', ';'];

    /// <summary>The finding with the field that its files point to; as it was where nothing in the design names them.</summary>
    /// <param name="finding">The finding, with the field that such a finding mostly comes from.</param>
    /// <param name="design">The design that was built.</param>
    public static LintFinding Locate(LintFinding finding, ImageDesign design)
    {
        // What is mended elsewhere than where it was made stays as it is: a user that a line adds is described in the overlay.
        if (finding.Field is not (Scripts or BeforeLint))
        {
            return finding;
        }

        (string Field, string Lines)[] own =
        [
            (BeforeLint, design.Extra.BeforeLint),
            ("extra.after_packages", design.Extra.AfterPackages),
            ("extra.before_packages", design.Extra.BeforePackages),
        ];
        var named = finding.Details.SelectMany(PathsIn)
            .SelectMany(path => own.Where(lines => lines.Lines.Contains(path, StringComparison.Ordinal)).Select(lines => lines.Field))
            .FirstOrDefault();
        if (named is not null)
        {
            return finding with { Field = named };
        }

        // Without scripts it was a line of the person's own, or else a package.
        return finding.Field == Scripts && design.Scripts.Run.IsEmpty && design.Scripts.BeforePackages.IsEmpty
            ? finding with { Field = Array.Find(own, lines => lines.Lines.Length > 0).Field ?? "packages.install" }
            : finding;
    }

    /// <summary>The paths in a line, each with the folders that it lies in, down to the second; bootc prints some without their first slash.</summary>
    private static IEnumerable<string> PathsIn(string line)
    {
        foreach (var word in line.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Contains('/', StringComparison.Ordinal)))
        {
            for (var path = "/" + word.Trim('/', '.', ':'); path.LastIndexOf('/') > 0; path = path[..path.LastIndexOf('/')])
            {
                yield return path;
            }
        }
    }
}
