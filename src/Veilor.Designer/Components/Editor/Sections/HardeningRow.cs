using Veilor.Designer.Components.Fields;
using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Components.Editor.Sections;

/// <summary>A setting of the catalogue as a list shows it: what is known, and how it stands in the design.</summary>
public sealed record HardeningRow
{
    public required CatalogueEntry Entry { get; init; }

    /// <summary>The places in the design that the setting is written to.</summary>
    public required EquatableArray<FieldPath> Paths { get; init; }

    public required bool IsOn { get; init; }

    /// <summary>Why it cannot be switched on; empty when it can.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What switching it on takes the place of, or how much of it is on; empty for nothing to say.</summary>
    public string State { get; init; } = "";

    public CatalogueEffect? Effect { get; init; }

    /// <summary>True for what weakens: its grade and its effect are those of leaving it out.</summary>
    public bool IsWeakening => Entry is CatalogueArgument { Use: CatalogueUse.Absent } or CatalogueSysctl { Use: CatalogueUse.Absent };

    /// <summary>Further facts, each with what it is.</summary>
    public EquatableArray<(string Label, string Text)> Facts { get; init; }

    public EquatableArray<Diagnostic> Problems { get; init; }

    public bool CanToggle => IsOn || Reason.Length == 0;

    /// <summary>What it contradicts, implies or is implied by; empty for nothing known.</summary>
    public string Conflicts { get; init; } = "";

    private const string OptInState =
        "It can stop a machine from booting, so it is never put into kargs.d: the image offers it, and each machine switches it on for itself.";

    public static HardeningRow Of(CatalogueArgument entry, CompiledDesign compiled)
    {
        var rival = compiled.Design.Rival(entry);
        return new HardeningRow
        {
            Entry = entry,
            Paths = [entry.Use == CatalogueUse.OptIn ? KernelFields.OptIn.PathOf(entry.Argument) : KernelFields.Arguments.Path.Item(entry.Title)],
            IsOn = compiled.Design.Has(entry),
            Effect = entry.Effect,
            Reason = ReasonOf(entry.Use),
            State = entry.Use == CatalogueUse.OptIn ? OptInState : rival is null || entry.Use != CatalogueUse.Toggle ? "" : $"Takes the place of {rival}.",
            Conflicts = entry.Conflicts,
            Facts = Known(
                ("Only for", entry.Architecture is { } architecture ? Join(architecture.ToKernelName(), entry.AppliesTo) : entry.AppliesTo),
                ("Since kernel", entry.Since),
                ("Touches", string.Join(", ", entry.Tags.Select(CatalogueTags.Describe))),
                ("Advised by", string.Join(", ", entry.Sources))),
            Problems = compiled.ProblemsOf(KernelFields.Arguments.Path).ProblemsOfItem(KernelFields.Arguments.Path.Item(entry.Title)),
        };
    }

    public static HardeningRow Of(CatalogueSysctl entry, CompiledDesign compiled)
    {
        var rival = compiled.Design.Rival(entry);
        return new HardeningRow
        {
            Entry = entry,
            Paths = [KernelFields.Sysctls.PathOf(entry.Setting)],
            IsOn = compiled.Design.Has(entry),
            Effect = entry.Effect,
            Reason = ReasonOf(entry.Use),
            State = rival is null || entry.Use != CatalogueUse.Toggle ? "" : $"Takes the place of {rival}.",
            Conflicts = entry.Conflicts,
            Facts = Known(
                ("Stock Fedora", entry.Stock),
                ("Touches", string.Join(", ", entry.Tags.Select(CatalogueTags.Describe))),
                ("Advised by", string.Join(", ", entry.Sources))),
            Problems = compiled.ProblemsOf(KernelFields.Sysctls.Path).ProblemsOfItem(KernelFields.Sysctls.PathOf(entry.Setting)),
        };
    }

    public static HardeningRow Of(CatalogueModuleFamily entry, CompiledDesign compiled)
    {
        var blocked = compiled.Design.CountBlocked(entry);
        return new HardeningRow
        {
            Entry = entry,
            Paths = entry.Modules.Select(KernelFields.BlockedModules.PathOf).ToEquatableArray(),
            IsOn = blocked == entry.Modules.Count,
            Reason = ReasonOf(entry.Use),
            State = blocked > 0 && blocked < entry.Modules.Count ? $"{blocked} of {entry.Modules.Count} are blocked." : "",
            Facts = Known(("Modules", string.Join(", ", entry.Modules)), ("Advised by", string.Join(", ", entry.Sources))),
            Problems = compiled.ProblemsOf(KernelFields.BlockedModules.Path)
                .Where(problem => entry.Modules.Any(module => problem.Path == KernelFields.BlockedModules.PathOf(module))).ToEquatableArray(),
        };
    }

    private static string ReasonOf(CatalogueUse use) => use switch
    {
        CatalogueUse.Toggle or CatalogueUse.OptIn => "",
        CatalogueUse.Absent => "It must not be set.",
        CatalogueUse.Pattern => "It needs a value of your own. Type it below.",
        CatalogueUse.Forbidden => "The image would not start, or not work, with it.",
        _ => throw new ArgumentOutOfRangeException(nameof(use), use, message: null),
    };

    private static string Join(string first, string second) => second.Length == 0 ? first : $"{first}, {second}";

    private static EquatableArray<(string Label, string Text)> Known(params ReadOnlySpan<(string Label, string Text)> facts)
    {
        var known = EquatableArray<(string Label, string Text)>.Empty;
        foreach (var fact in facts)
        {
            known = fact.Text.Length == 0 ? known : known.Add(fact);
        }

        return known;
    }
}
