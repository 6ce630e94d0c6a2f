using System.Globalization;

namespace Veilor.Designer.Core.Manifests;

/// <summary>A package in the image's rpm database.</summary>
/// <param name="Name">Without version.</param>
/// <param name="Epoch">0 when it has none.</param>
/// <param name="Version">The version.</param>
/// <param name="Release">The release.</param>
/// <param name="Architecture">The architecture, or <c>noarch</c>.</param>
/// <param name="Size">Bytes on disk, as rpm counts them.</param>
/// <param name="License">The licence tag as it stands.</param>
/// <param name="Vendor">Who made it; empty when it does not say.</param>
/// <param name="SourcePackage">The source package's file name; empty when it does not say.</param>
public sealed record InstalledPackage(
    string Name, int Epoch, string Version, string Release, string Architecture, long Size, string License, string Vendor, string SourcePackage)
{
    private const string None = "(none)";

    /// <summary>Epoch, version and release as rpm writes them; without an epoch of 0.</summary>
    public string FullVersion => Epoch == 0
        ? $"{Version}-{Release}"
        : string.Create(CultureInfo.InvariantCulture, $"{Epoch}:{Version}-{Release}");

    /// <summary>
    /// Reads the list that the build asks rpm for: a line a package, with tabs between name, epoch, version, release, architecture, size, licence,
    /// vendor and source package. Lines of another form, and rpm's own keys, are passed over.
    /// </summary>
    /// <returns>The packages by name.</returns>
    public static IReadOnlyList<InstalledPackage> ReadList(string text)
    {
        List<InstalledPackage> packages = [];
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split('\t') is [var name, var epoch, var version, var release, var architecture, var size, var license, var vendor, var source]
                && name != "gpg-pubkey"
                && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes))
            {
                _ = int.TryParse(epoch, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
                packages.Add(new InstalledPackage(name, number, version, release, Known(architecture), bytes, Known(license), Known(vendor), Known(source)));
            }
        }

        return [.. packages.OrderBy(package => package.Name, StringComparer.Ordinal).ThenBy(package => package.FullVersion, StringComparer.Ordinal)];
    }

    private static string Known(string text) => text == None ? "" : text;
}
