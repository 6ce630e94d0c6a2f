using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>chronyd ends at a line that it cannot read, in chrony.conf and in what that includes (chrony, conf.c; tried with chronyd -p).</summary>
public sealed class ChronyLineRule() : DesignRule("VD7059", DiagnosticSeverity.Error, "chronyd would not start with the file")
{
    private const string Main = "etc/chrony.conf";

    /// <summary>The lines that take in other files, as words.</summary>
    private static readonly Remembered<ContentFile, List<string[]>> Inclusions = new(file => [.. file.ReadableText().Split('\n').Select(ChronyLines.Words).Where(words => words is [var directive, ..] && IsInclusion(directive))]);

    /// <summary>The first thing that chronyd refuses in a file; empty when there is none.</summary>
    private static readonly Remembered<ContentFile, string> Problems = new(file => file.ReadableText().Split('\n').Select(ChronyLines.Problem).FirstOrDefault(each => each is not null) ?? "");

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (OverlayFiles.Below(input.Content, Main).FirstOrDefault(each => each.Path is Main) is not { File: { } main })
        {
            yield break;
        }

        var included = Inclusions.Of(main);
        foreach (var (path, file) in OverlayFiles.All(input.Content).Where(each => each.Path is Main || included.Exists(words => Includes(words, "/" + each.Path))))
        {
            if (Problems.Of(file) is { Length: > 0 } problem)
            {
                yield return ReportFile(path, $"overlay/{path}: chronyd {problem} It does not start with the file, so no machine's clock is set.");
            }
        }
    }

    private static bool IsInclusion(string directive) =>
        string.Equals(directive, "include", StringComparison.OrdinalIgnoreCase) || string.Equals(directive, "confdir", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for a line that names the file, or its folder and an end of .conf.</summary>
    private static bool Includes(string[] words, string path) =>
        words is [var directive, .. var places]
        && ((string.Equals(directive, "include", StringComparison.OrdinalIgnoreCase) && places.Any(place => PackagePattern.Matches(place, path) && path.Count(sign => sign == '/') == place.Count(sign => sign == '/')))
            || (string.Equals(directive, "confdir", StringComparison.OrdinalIgnoreCase) && path.EndsWith(".conf", StringComparison.Ordinal) && places.Any(place => string.Equals(place.TrimEnd('/'), path[..path.LastIndexOf('/')], StringComparison.Ordinal))));
}
