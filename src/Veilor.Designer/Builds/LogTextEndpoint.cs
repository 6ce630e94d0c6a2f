using System.Globalization;
using System.Text;
using Veilor.Designer.Builds.Logs;

namespace Veilor.Designer.Builds;

/// <summary>Lines of a log as plain text: what a page copies when a selection reaches over more rows than it has.</summary>
internal static class LogTextEndpoint
{
    private const int Page = 1_000;

    /// <summary>The part of the address that says which lines are shown; begins with <c>&amp;</c> or is empty.</summary>
    public static string Query(LogFilter filter) => filter == LogFilter.Everything
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"&output={filter.Output}&error={filter.Error}&notes={filter.Notes}&least={filter.Least}");

    /// <summary>Writes lines in order, without escapes, each with a line feed.</summary>
    public static async Task WriteAsync(RunLogReader log, LogFilter filter, long first, long last, Stream target, CancellationToken cancellation)
    {
        last = Math.Min(last, log.LineCount);
        for (var from = Math.Max(1, first); from <= last; from += Page)
        {
            var count = (int)Math.Min(Page, last - from + 1);
            var shown = filter == LogFilter.Everything ? null : log.Select(filter, from, from + count - 1, cancellation);
            var text = new StringBuilder();
            foreach (var line in log.Read(from, count).Where(line => shown?.Contains(line.Number) ?? true))
            {
                text.Append(AnsiText.Strip(line.Text)).Append('\n');
            }

            await target.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellation);
        }
    }
}
