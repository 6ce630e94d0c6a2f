using Veilor.Designer.Core.Tests.Validation.Cases;

namespace Veilor.Designer.Core.Tests.Validation;

/// <summary>Every case of every rule.</summary>
internal static class RuleCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        .. ImageCases.All, .. PackageCases.All, .. StorageCases.All, .. KernelCases.All, .. UserCases.All, .. ServiceCases.All,
        .. ContentCases.All, .. FileCases.All, .. DeliveryCases.All, .. ExtraCases.All, .. SecretCases.All,
    ];

    private static readonly Dictionary<string, RuleCase> ByName = All.ToDictionary(each => each.ToString(), StringComparer.Ordinal);

    public static RuleCase Find(string name) => ByName[name];
}
