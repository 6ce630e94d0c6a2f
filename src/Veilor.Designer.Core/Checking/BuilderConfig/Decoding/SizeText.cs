using System.Globalization;
using System.Text.RegularExpressions;
using Veilor.Designer.Core.Checking.BuilderConfig.Reading;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Decoding;

/// <summary>Sizes as the builder reads them: <c>10 GiB</c>, <c>1.5GB</c>, <c>512</c>. Units are case-sensitive.</summary>
internal static partial class SizeText
{
    /// <summary>Bytes.</summary>
    /// <exception cref="ConfigErrorException">The text is not a size.</exception>
    public static ulong Parse(string text, ConfigValue at)
    {
        var trimmed = text.Trim();
        var match = SizePattern().Match(trimmed);
        if (!match.Success)
        {
            throw new ConfigErrorException(
                trimmed.Length > 0 && char.IsAsciiDigit(trimmed[0])
                    ? $"unknown data size units in string: {trimmed}"
                    : $"the size string is not a valid positive float number: {trimmed}",
                at.Line,
                at.Column);
        }

        var number = double.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        var bytes = Math.Round(number * Multiple(match.Groups["unit"].Value), MidpointRounding.AwayFromZero);
        return bytes >= ulong.MaxValue ? 1UL << 63 : (ulong)bytes;
    }

    private static double Multiple(string unit) => unit switch
    {
        "kB" => 1e3,
        "MB" => 1e6,
        "GB" => 1e9,
        "TB" => 1e12,
        "KiB" => 1L << 10,
        "MiB" => 1L << 20,
        "GiB" => 1L << 30,
        "TiB" => 1L << 40,
        _ => 1,
    };

    [GeneratedRegex(@"^(?<number>[0-9]+(\.[0-9]+)?)([ \t\n\f\r]*(?<unit>kB|KiB|MB|MiB|GB|GiB|TB|TiB))?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex SizePattern();
}
