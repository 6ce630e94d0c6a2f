using System.Text;
using System.Text.Json;
using Veilor.Designer.Benchmarks.Designs;

namespace Veilor.Designer.Benchmarks.Browser;

/// <summary>Writes the outcome of a benchmark to <c>benchmarks/results/</c>: figures as JSON, a table as Markdown.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    public static async Task WriteAsync(string name, object figures, IEnumerable<(string What, string Value)> rows)
    {
        var folder = Directory.CreateDirectory(Repository.PathOf("benchmarks", "results")).FullName;
        var machine = Machine.Now();
        await File.WriteAllTextAsync(Path.Combine(folder, name + ".json"), JsonSerializer.Serialize(new { Machine = machine, At = DateTimeOffset.UtcNow, Figures = figures }, Readable) + "\n");
        var text = new StringBuilder();
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {name}: {machine.Cores} cores, {machine.MemoryGibibytes} GiB, load {machine.LoadAverage} | |\n|---|---|\n");
        foreach (var (what, value) in rows)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {what} | {value} |\n");
        }

        await File.WriteAllTextAsync(Path.Combine(folder, name + ".md"), text.ToString());
        Console.Write(text);
    }
}
