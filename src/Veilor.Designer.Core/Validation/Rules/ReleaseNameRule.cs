using System.Globalization;
using System.Text.RegularExpressions;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A name that stayed when the base moved on: os-release keeps the base's VERSION_ID, so people and tools read two releases (os-release(5)).</summary>
public sealed partial class ReleaseNameRule() : DesignRule("VD1010", DiagnosticSeverity.Info, "A name speaks of another Fedora release")
{
    /// <summary>A tag that is a number this far from the release may be a version of one's own.</summary>
    private const int Near = 4;

    private static readonly ScalarField<string>[] Texts = [ImageFields.Title, ImageFields.Description, BrandingFields.Name, BrandingFields.PrettyName, BrandingFields.Variant];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.FedoraRelease() is not { } release || release == int.MaxValue)
        {
            yield break;
        }

        foreach (var field in Texts)
        {
            if (Release().Matches(field.Get(input.Design)).Select(Number).FirstOrDefault(number => number != release && number > 0) is > 0 and var named)
            {
                yield return Report(field.Path, $"It says Fedora {named}, and the base is Fedora {release}.", $"Say {release}", design => field.Set(design, Release().Replace(field.Get(design), match => match.Groups["before"].Value + release.ToString(CultureInfo.InvariantCulture))));
            }
        }

        if (IsOther(input.Design.Publish.Tag, release))
        {
            yield return Report(DeliveryFields.Tag.Path, Say(input.Design.Publish.Tag, release), $"Name it {Moved(input.Design.Publish.Tag, release)}", design => DeliveryFields.Tag.Set(design, Moved(design.Publish.Tag, release)));
        }

        foreach (var tag in input.Design.Publish.ExtraTags.Where(tag => IsOther(tag, release)))
        {
            yield return Report(DeliveryFields.ExtraTags.PathOf(tag), Say(tag, release), $"Leave {tag} out", design => DeliveryFields.ExtraTags.Remove(design, tag));
        }
    }

    private static string Say(VersionTag tag, int release) =>
        $"The tag '{tag}' reads as a release of Fedora, and the base is Fedora {release}: machines that follow it move to that release under the old name.";

    private static bool IsOther(VersionTag tag, int release) =>
        ReleaseTag().Match(tag.ToString()) is { Success: true } match && Number(match) != release && Math.Abs(Number(match) - release) <= Near;

    private static VersionTag Moved(VersionTag tag, int release) =>
        VersionTag.Parse(ReleaseTag().Replace(tag.ToString(), match => match.Groups["before"].Value + release.ToString(CultureInfo.InvariantCulture)));

    private static int Number(Match match) => int.Parse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<before>\bfedora(\s+linux)?[\s-]*)(?<number>[0-9]{2})(?![0-9.])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Release();

    [GeneratedRegex("^(?<before>(f|fedora-?)?)(?<number>[0-9]{2})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ReleaseTag();
}
