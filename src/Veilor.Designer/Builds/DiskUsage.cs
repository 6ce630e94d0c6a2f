using System.ComponentModel;
using System.Globalization;
using CliWrap;
using CliWrap.Buffered;

namespace Veilor.Designer.Builds;

/// <summary>
/// The space that folders take on the disk, as <c>du</c> (coreutils) counts it: disk images are sparse, so the lengths of files say too much.
/// </summary>
internal static class DiskUsage
{
    /// <summary>Bytes for each folder, in order; null for one that cannot be read.</summary>
    public static async Task<IReadOnlyList<long?>> OfAsync(IReadOnlyList<string> folders, CancellationToken cancellation = default)
    {
        if (folders.Count == 0)
        {
            return [];
        }

        try
        {
            var result = await Cli.Wrap("du").WithArguments(["--summarize", "--block-size=1", "--null", "--", .. folders])
                .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(cancellation);
            var sizes = result.StandardOutput.Split('\0', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split('\t', 2)).ToDictionary(parts => parts[1], parts => parts[0], StringComparer.Ordinal);
            return [.. folders.Select(folder => sizes.TryGetValue(folder, out var size) ? long.Parse(size, CultureInfo.InvariantCulture) : (long?)null)];
        }
        catch (Win32Exception)
        {
            return [.. folders.Select(_ => (long?)null)];
        }
    }
}
