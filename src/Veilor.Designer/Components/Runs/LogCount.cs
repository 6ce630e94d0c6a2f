using System.Globalization;

namespace Veilor.Designer.Components.Runs;

/// <summary>Numbers of lines in words.</summary>
public static class LogCount
{
    /// <summary>Such as <c>1 line</c> or <c>1,000,003 lines</c>.</summary>
    public static string Lines(long count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? "line" : "lines")}");
}
