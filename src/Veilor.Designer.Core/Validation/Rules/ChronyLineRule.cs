using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Failures;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>chronyd ends at a directive that it does not know (chrony, conf.c: "Invalid directive"); comments begin with !, ;, # or %.</summary>
public sealed class ChronyLineRule() : DesignRule("VD7059", DiagnosticSeverity.Error, "chronyd would not start with the file")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var (path, file) in OverlayFiles.Below(input.Content, "etc/chrony.conf"))
        {
            if (path is "etc/chrony.conf" && file.ReadableText().Split('\n').Select(Unknown).FirstOrDefault(each => each is not null) is { } unknown)
            {
                var near = NearNames.Find(unknown.ToLowerInvariant(), KnownNames.ChronyDirectives.All);
                yield return ReportFile(path, $"overlay/{path}: chronyd has no directive '{StrayText.Shown(unknown)}' and does not start with it, so no machine's clock is set.{(near.Count > 0 ? $" Did you mean {near[0]}?" : "")}");
            }
        }
    }

    private static string? Unknown(string line) =>
        line.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries) is [var word, ..] && word[0] is not ('!' or ';' or '#' or '%') && !KnownNames.ChronyDirectives.Has(word.ToLowerInvariant()) ? word : null;
}
