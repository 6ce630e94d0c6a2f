using System.Text.RegularExpressions;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>buildah 1.28 takes the mount point out of the layer: a tmpfs over /tmp can empty the root (seen with podman 4.3.1).</summary>
public sealed partial class HarmfulMountRule() : DesignRule("VD9007", DiagnosticSeverity.Warning, "The mount takes a folder out of the image")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        ExtraLines.Instructions(input.Design)
            .Where(each => string.Equals(each.Keyword, "RUN", StringComparison.Ordinal))
            .SelectMany(each => Mount().Matches(each.Arguments).Select(match => (each.Path, Options: match.Groups["options"].Value)))
            .Where(each => each.Options.Contains("type=tmpfs", StringComparison.Ordinal)
                || (each.Options.Contains("type=cache", StringComparison.Ordinal) && !each.Options.Contains("/var/cache/libdnf5", StringComparison.Ordinal)))
            .Distinct()
            .Select(each => Report(each.Path, $"'--mount={each.Options}': older builders remove the mount point from the layer, so the folder is missing in the image. Safe are bind mounts and a cache over /var/cache/libdnf5."));

    [GeneratedRegex(@"--mount=(?<options>\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mount();
}
