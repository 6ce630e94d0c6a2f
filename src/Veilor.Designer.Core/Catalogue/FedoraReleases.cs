using System.Globalization;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Catalogue;

/// <summary>
/// The last days of Fedora's releases, for images that the catalogue does not offer: older ones, tags with a day or an
/// architecture, and the atomic desktops. Releases that are offered have their day with the base.
/// </summary>
internal static class FedoraReleases
{
    private const string Offered = "quay.io/fedora/fedora-bootc";

    private static readonly Lazy<IReadOnlyDictionary<int, DateOnly>> Ends = new(() => CatalogueTable.Read("fedora-releases.tsv").Rows
        .Select(row => (Release: int.Parse(row["release"], CultureInfo.InvariantCulture), Day: DateOnly.ParseExact(row["ends"], "yyyy-MM-dd", CultureInfo.InvariantCulture)))
        .Concat(DesignCatalogue.Bases
            .Where(each => string.Equals(each.Reference.Name, Offered, StringComparison.Ordinal) && each.EndOfLife is not null)
            .Select(each => (Release: BaseFacts.FedoraRelease(each.Reference)!.Value, Day: each.EndOfLife!.Value)))
        .ToDictionary(each => each.Release, each => each.Day));

    /// <summary>What is known of an image of Fedora by its tag; null for another image and for a release without a day.</summary>
    public static CatalogueBase? BaseOf(ImageReference reference) =>
        BaseFacts.FedoraRelease(reference) is { } release && Ends.Value.TryGetValue(release, out var day) ? Of(reference, release, day) : null;

    /// <summary>The same image of the release whose updates go on longest from this day; null when there is none.</summary>
    public static CatalogueBase? Successor(CatalogueBase old, DateOnly today)
    {
        var (release, day) = Ends.Value.MaxBy(each => each.Value);
        return BaseFacts.FedoraRelease(old.Reference) is not null && day > old.EndOfLife && day >= today
            ? Of(old.Reference.WithTag(release.ToString(CultureInfo.InvariantCulture)), release, day)
            : null;
    }

    private static CatalogueBase Of(ImageReference reference, int release, DateOnly day)
    {
        var image = reference.Name[(reference.Name.LastIndexOf('/') + 1)..].Replace("fedora-", "", StringComparison.Ordinal);
        var title = image is "bootc" ? "Fedora" : "Fedora " + CultureInfo.InvariantCulture.TextInfo.ToTitleCase(image.Replace('-', ' '));
        return new CatalogueBase(reference, string.Create(CultureInfo.InvariantCulture, $"{title} {release}"), "", day);
    }
}
