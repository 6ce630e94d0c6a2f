namespace Veilor.Designer.Benchmarks.Browser;

/// <summary>Median, 95th percentile and maximum of measurements, in the unit of the measurements.</summary>
internal sealed record Quantiles(int Count, double P50, double P95, double Max)
{
    public static Quantiles Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return new Quantiles(sorted.Length, At(sorted, 0.5), At(sorted, 0.95), Rounded(sorted[^1]));
    }

    private static double At(double[] sorted, double share) =>
        Rounded(sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)]);

    /// <summary>To a tenth, and to a hundredth where a tenth would be all there is.</summary>
    private static double Rounded(double value) => Math.Round(value, value < 1 ? 2 : 1);
}
