using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>With a wrong clock certificates do not verify, so NTS cannot correct the clock (secureblue#268).</summary>
public sealed class OnlyAuthenticatedTimeRule() : DesignRule("VD7021", DiagnosticSeverity.Warning, "A wrong clock could never be set right")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Content.Find("overlay/etc/chrony.conf") is not { } file)
        {
            yield break;
        }

        var sources = OverlayFiles.Lines(file).Where(line => line.StartsWith("server ", StringComparison.Ordinal) || line.StartsWith("pool ", StringComparison.Ordinal)).ToList();
        if (sources.Count > 0 && sources.TrueForAll(line => line.Contains(" nts", StringComparison.Ordinal)) && !file.ReadableText().Contains("nocerttimecheck", StringComparison.Ordinal))
        {
            yield return Report(PathOf("etc/chrony.conf"), "overlay/etc/chrony.conf has NTS sources only. With a clock far off their certificates do not verify, and the clock stays wrong. Add nocerttimecheck 1, or one plain source.");
        }
    }
}
