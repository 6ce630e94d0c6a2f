using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Checking.BuilderConfig;

/// <summary>What the real builder says to a config, and what it does not say.</summary>
/// <param name="Verdict">Whether the build goes on.</param>
/// <param name="Error">The builder's error text; null when it accepts.</param>
/// <param name="ErrorLine">The line the error is about, from 1; 0 when no line can be named.</param>
/// <param name="ErrorColumn">The column the error is about, from 1; 0 when none can be named.</param>
/// <param name="Warnings">The builder's own warnings. It prints them and goes on.</param>
/// <param name="Traps">What it takes silently, in order of line and column.</param>
public sealed record BuilderConfigReport(
    CheckVerdict Verdict,
    string? Error,
    int ErrorLine,
    int ErrorColumn,
    EquatableArray<string> Warnings,
    EquatableArray<CheckTrap> Traps);
