namespace Veilor.Designer.Benchmarks.Browser;

/// <summary>Twenty tabs on one design. Times are milliseconds from the edit to the changed document; memory is what a full collection leaves.</summary>
internal sealed record TabsResult(
    int Tabs,
    Quantiles AnyTab,
    Quantiles SlowestTab,
    double HeapMebibytesForTab,
    double ResidentMebibytesForTab,
    double HeapMebibytesLeft,
    double ResidentMebibytesLeft);
