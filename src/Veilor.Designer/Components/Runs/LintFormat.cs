using Veilor.Designer.Core.Lint;

namespace Veilor.Designer.Components.Runs;

/// <summary>What bootc's lint found, in words, the same everywhere.</summary>
internal static class LintFormat
{
    /// <summary>Such as <c>13 passed, 1 warning, 0 fatal</c>.</summary>
    public static string Summary(LintReport report) =>
        $"{report.Passed} passed, {Warnings(report)}, {report.Fatal} fatal{(report.Skipped > 0 ? $", {report.Skipped} skipped" : "")}";

    /// <summary>The worst of it, such as <c>1 warning</c>.</summary>
    public static string Verdict(LintReport report) => report switch
    {
        { Fatal: > 0 } => $"{report.Fatal} fatal",
        { Warnings: > 0 } => Warnings(report),
        _ => "clean",
    };

    private static string Warnings(LintReport report) => report.Warnings == 1 ? "1 warning" : $"{report.Warnings} warnings";
}
