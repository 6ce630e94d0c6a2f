using System.Diagnostics;
using System.Globalization;
using System.Text;
using Veilor.Designer.Benchmarks.Browser;
using Veilor.Designer.Core.Bundles;

namespace Veilor.Designer.Benchmarks.Logs;

/// <summary>
/// One Containerfile built by the bare podman command and through the product, in turns: how much longer the product takes, with nothing
/// cached and with everything cached. podman needs what it needs to run here; see <c>tests/stand-in/containers.conf</c>.
/// </summary>
internal static class BuildBenchmark
{
    private const string Image = "localhost/veilor-designer-benchmark:1";
    private const int ColdRounds = 6;

    /// <summary>A build from the cache takes half a second, of which a few milliseconds are looked for: it takes more pairs to see them.</summary>
    private const int WarmRounds = 20;

    /// <summary>As many instructions as veilor-os has, some seconds of work and some hundred lines.</summary>
    private static readonly string Containerfile = string.Join('\n',
    [
        $"FROM {BenchmarkBase.Image}",
        .. Enumerable.Range(1, 10).Select(n => string.Create(CultureInfo.InvariantCulture, $"LABEL benchmark.label{n}=\"{n}\"")),
        "RUN busybox sh -c 'i=0; while [ $i -lt 200 ]; do echo \"installing package $i\"; i=$((i+1)); done; busybox dd if=/dev/zero bs=1M count=200 | busybox sha256sum'",
        .. Enumerable.Range(1, 14).Select(n => string.Create(CultureInfo.InvariantCulture, $"RUN busybox sh -c 'echo setting {n}; echo {n} > /setting{n}'")),
        "RUN busybox sh -c 'busybox dd if=/dev/zero bs=1M count=300 | busybox sha256sum > /sum; busybox sleep 1'",
        "",
    ]);

    public static async Task RunAsync()
    {
        using var folder = new TemporaryFolder();
        await BenchmarkBase.MakeAsync(folder.Path);
        try
        {
            var context = Directory.CreateDirectory(Path.Combine(folder.Path, "context")).FullName;
            await File.WriteAllTextAsync(Path.Combine(context, "Containerfile"), Containerfile);
            await using var bench = await RunBench.StartAsync(Path.Combine(folder.Path, "runs"));
            var cold = await CompareAsync(bench, context, ["build", "--no-cache", "--format=oci", "--tag", Image, "."], ColdRounds);
            var warm = await CompareAsync(bench, context, ["build", "--layers", "--format=oci", "--tag", Image, "."], WarmRounds);
            var nothing = await TimesOfNothingAsync(bench);
            await Report.WriteAsync("build", new { cold, warm, nothing },
            [
                ("a command that does nothing", string.Create(CultureInfo.InvariantCulture, $"p50 {nothing.P50} ms from the request to its end")),
                ("nothing cached", Text(cold)),
                ("everything cached", Text(warm)),
            ]);
        }
        finally
        {
            await BenchmarkBase.RemoveAsync(Image);
        }
    }

    private static async Task<Comparison> CompareAsync(RunBench bench, string context, string[] arguments, int rounds)
    {
        BundleEntry[] bundle = [BundleEntry.FromBytes("Containerfile", isExecutable: false, Encoding.UTF8.GetBytes(Containerfile))];
        await BenchmarkBase.CommandAsync(context, "podman", arguments);
        List<double> bare = [], product = [], own = [];
        for (var round = 0; round < rounds; round++)
        {
            // The one that goes first alternates, so that neither has the better moment.
            for (var turn = 0; turn < 2; turn++)
            {
                if ((round + turn) % 2 == 0)
                {
                    bare.Add(await TimeAsync(() => BenchmarkBase.CommandAsync(context, "podman", arguments)));
                }
                else
                {
                    // To the end that the run notes: how soon a page hears of it is another benchmark's matter.
                    var (asked, worked) = (DateTimeOffset.UtcNow, Environment.CpuUsage.TotalTime);
                    product.Add(((await bench.RunAsync(bundle, "podman", arguments)).Ended!.Value - asked).TotalSeconds);
                    own.Add((Environment.CpuUsage.TotalTime - worked).TotalSeconds);
                }
            }
        }

        // Pairs of the same round share the machine's load; their median ratio says more than that of the medians.
        var ratios = bare.Zip(product, (one, other) => other / one).Order().ToList();
        return new Comparison(rounds, Median(bare), Median(product), Math.Round((ratios[(rounds / 2) - 1] + ratios[rounds / 2]) / 2, 3), Math.Round(bare.Min(), 2), Math.Round(product.Min(), 2), Median(own));
    }

    /// <summary>What the product adds to a command: laying the bundle down, records, the log.</summary>
    private static async Task<Quantiles> TimesOfNothingAsync(RunBench bench)
    {
        List<double> times = [];
        for (var i = 0; i < 20; i++)
        {
            var asked = DateTimeOffset.UtcNow;
            times.Add(((await bench.RunAsync([], "true")).Ended!.Value - asked).TotalMilliseconds);
        }

        return Quantiles.Of(times);
    }

    private static async Task<double> TimeAsync(Func<Task> action)
    {
        var clock = Stopwatch.StartNew();
        await action();
        return clock.Elapsed.TotalSeconds;
    }

    private static double Median(IReadOnlyCollection<double> values) => Math.Round(values.Order().ElementAt(values.Count / 2), 2);

    private static string Text(Comparison value) => string.Create(
        CultureInfo.InvariantCulture, $"{value.Ratio} times the bare command (median of {value.Pairs} pairs; bare p50 {value.Bare} s, fastest {value.FastestBare} s; product p50 {value.Product} s, fastest {value.FastestProduct} s); its own processor time p50 {value.Own} s");

    /// <param name="Pairs">How many pairs were run.</param>
    /// <param name="Bare">Seconds, the median.</param>
    /// <param name="Product">Seconds, the median.</param>
    /// <param name="Ratio">The median of the pairs' ratios.</param>
    /// <param name="FastestBare">Seconds.</param>
    /// <param name="FastestProduct">Seconds.</param>
    /// <param name="Own">Seconds of processor time that this program took for a build, podman's not among them; it hardly depends on what else runs.</param>
    private sealed record Comparison(int Pairs, double Bare, double Product, double Ratio, double FastestBare, double FastestProduct, double Own);
}
