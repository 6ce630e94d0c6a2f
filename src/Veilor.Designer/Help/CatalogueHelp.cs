using System.Text;
using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Help;

/// <summary>Writes a page for everything that the catalogue knows.</summary>
internal static class CatalogueHelp
{
    /// <summary>The label of the one fact that holds links.</summary>
    private const string Advised = "Recommended by";

    public static IEnumerable<HelpTopic> All() =>
    [
        .. DesignCatalogue.Arguments.Select(Of),
        .. DesignCatalogue.Sysctls.Select(Of),
        .. DesignCatalogue.ModuleFamilies.Select(Of),
        .. DesignCatalogue.Services.Select(Of),
        .. DesignCatalogue.Packages.Select(Of),
        .. DesignCatalogue.Presets.Select(Of),
    ];

    private static HelpTopic Of(CatalogueArgument entry) => Page(HelpIds.Of(entry), entry.Title, entry.Does,
    [
        .. Common(entry),
        ("On a stock kernel", Effect(entry.Effect)),
        ("How it is used", Use(entry.Use)),
        ("Architecture", entry.Architecture is { } architecture ? $"only {architecture.ToString().ToLowerInvariant()}" : ""),
        ("Matters to", entry.AppliesTo),
        ("Since", entry.Since),
        ("Goes with, or against", entry.Conflicts),
        ("Touches", string.Join(", ", entry.Tags)),
    ], KernelFields.Arguments);

    private static HelpTopic Of(CatalogueSysctl entry) => Page(HelpIds.Of(entry), entry.Title, entry.Does,
    [
        .. Common(entry),
        ("On stock Fedora", entry.Stock),
        ("Effect", Effect(entry.Effect)),
        ("How it is used", Use(entry.Use)),
        ("Goes with, or against", entry.Conflicts),
        ("Touches", string.Join(", ", entry.Tags)),
    ], KernelFields.Sysctls);

    private static HelpTopic Of(CatalogueModuleFamily entry) => Page(HelpIds.Of(entry), entry.Title, entry.Does,
    [
        .. Common(entry),
        ("Modules", string.Join(", ", entry.Modules)),
        ("How it is used", Use(entry.Use)),
    ], KernelFields.BlockedModules);

    private static HelpTopic Of(CatalogueService service) => Page(HelpIds.Of(service), service.Unit.ToString(), service.Does,
    [
        ("Usually", service.Advice.ToString().ToLowerInvariant()),
        ("Package", service.Package.ToString()),
        ("What is lost then", service.Cost),
        (Advised, SourceLinks.Advisers(service.Sources.Split("; "))),
    ], ServicesFields.Enable);

    private static HelpTopic Of(CataloguePackage package) => Page(HelpIds.Of(package), package.Name, package.Does,
    [
        ("Kind", package.Kind.ToString().ToLowerInvariant()),
    ], PackagesFields.Install);

    private static HelpTopic Of(HardeningPreset preset) => Page(HelpIds.Of(preset), preset.Title, preset.Summary,
    [
        ("Kernel arguments", Names(preset.Arguments)),
        ("Left to each machine", Names(preset.OptInArguments)),
        ("Sysctl settings", Names(preset.Sysctls)),
        ("Blocked modules", Names(preset.Modules)),
        ("Masked units", string.Join(", ", preset.Mask)),
        ("Goes with it, when its package is there", string.Join(", ", preset.Companions)),
    ], KernelFields.Arguments);

    private static IEnumerable<(string Label, string Text)> Common(CatalogueEntry entry) =>
    [
        ("Cost", entry.Cost),
        ("How far it goes", Grade(entry.Grade)),
        (Advised, SourceLinks.Advisers(entry.Sources)),
    ];

    private static string Names(IEnumerable<CatalogueEntry> entries) => string.Join(", ", entries.Select(entry => entry.Title));

    private static HelpTopic Page(string id, string title, string does, IEnumerable<(string Label, string Text)> facts, DesignField field)
    {
        var text = new StringBuilder().Append("# ").Append(MarkdownText.Escape(title)).Append("\n\n").Append(MarkdownText.Escape(does)).Append("\n\n");
        foreach (var (label, fact) in facts.Where(fact => fact.Text.Length > 0))
        {
            text.Append("- **").Append(label).Append(":** ").Append(label == Advised ? fact : MarkdownText.Escape(fact)).Append('\n');
        }

        text.Append("\nSee [").Append(MarkdownText.Escape(field.Label)).Append("](help:").Append(HelpIds.OfField(field.Path)).Append(").\n");
        return new HelpTopic(id, HelpKind.Catalogue, title, text.ToString());
    }

    private static string Grade(CatalogueGrade grade) => grade switch
    {
        CatalogueGrade.Baseline => "baseline: right for every machine, and costs next to nothing",
        CatalogueGrade.Hardened => "hardened: a cost or a loss that most people accept",
        CatalogueGrade.Paranoid => "paranoid: breaks things that many people use",
        CatalogueGrade.Avoid => "avoid: outdated, without effect or harmful; it is here to be recognised",
        _ => "never: it stops a bootc image from working",
    };

    private static string Effect(CatalogueEffect effect) => effect switch
    {
        CatalogueEffect.Changes => "it changes something",
        CatalogueEffect.Default => "it restates what is the default already",
        CatalogueEffect.Depends => "it depends on the processor or on Secure Boot",
        _ => "the kernel ignores it",
    };

    private static string Use(CatalogueUse use) => use switch
    {
        CatalogueUse.Toggle => "it can be switched on",
        CatalogueUse.OptIn => "each machine switches it on for itself, because it can stop a boot and an image cannot take it back safely",
        CatalogueUse.Absent => "it must not be set",
        CatalogueUse.Pattern => "it needs a value of your own",
        _ => "it must not stand in the file that the image would put it in",
    };
}
