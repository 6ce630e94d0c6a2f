using System.Collections.Frozen;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Catalogue;

/// <summary>
/// The values that the kernel takes for arguments and sysctl keys whose values are a closed list. They are in
/// <c>values.tsv</c>, each with its source. What is not there is not judged.
/// </summary>
public static class KnownValues
{
    private static readonly Lazy<FrozenDictionary<string, KnownValue>> LazyArguments = new(() => Of("argument"));

    private static readonly Lazy<FrozenDictionary<string, KnownValue>> LazySysctls = new(() => Of("sysctl"));

    /// <summary>Every argument of the list.</summary>
    public static IReadOnlyCollection<KnownValue> Arguments => LazyArguments.Value.Values;

    /// <summary>Every sysctl key of the list.</summary>
    public static IReadOnlyCollection<KnownValue> Sysctls => LazySysctls.Value.Values;

    /// <summary>What the kernel takes for this argument; null when it is not known.</summary>
    public static KnownValue? Of(KernelArgument argument) => LazyArguments.Value.GetValueOrDefault(argument.NormalizedKey);

    /// <summary>What the kernel takes for this key; null when it is not known. A key of one network interface is the same as of all.</summary>
    public static KnownValue? Of(SysctlSetting setting) =>
        LazySysctls.Value.GetValueOrDefault(setting.ProcPath)
        ?? (setting.ProcPath.Split('/') is ["net", var protocol, "conf", _, var key] ? LazySysctls.Value.GetValueOrDefault($"net/{protocol}/conf/*/{key}") : null);

    private static FrozenDictionary<string, KnownValue> Of(string kind) =>
        CatalogueTable.Read("values.tsv").Rows
            .Where(row => string.Equals(row["kind"], kind, StringComparison.Ordinal))
            .ToFrozenDictionary(row => row["key"], row => new KnownValue(row["key"], row["form"], row["allowed"], row["source"]), StringComparer.Ordinal);
}
