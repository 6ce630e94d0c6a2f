namespace Veilor.Designer.Core.Tests;

/// <summary>How often a property is tried: a sample always, twenty times as often under <c>tests/run --full</c>.</summary>
internal static class Repetitions
{
    private static readonly bool IsFull =
        string.Equals(Environment.GetEnvironmentVariable("VEILOR_TESTS_FULL"), "1", StringComparison.Ordinal);

    public static int Of(int sample) => Of(sample, sample * 20);

    public static int Of(int sample, int full) => IsFull ? full : sample;
}
