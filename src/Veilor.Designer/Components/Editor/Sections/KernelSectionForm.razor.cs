using Microsoft.AspNetCore.Components;
using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Editing;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Components.Editor.Sections;

/// <summary>Hardening: presets, and what the catalogue knows beside what was typed.</summary>
public sealed partial class KernelSectionForm : ComponentBase
{
    [CascadingParameter]
    public required IDesignEditor Editor { get; set; }

    private IReadOnlyList<HardeningRow> ArgumentRows() =>
        [.. DesignCatalogue.Arguments.Select(entry => HardeningRow.Of(entry, Editor.Compiled))];

    private IReadOnlyList<HardeningRow> SysctlRows() =>
        [.. DesignCatalogue.Sysctls.Select(entry => HardeningRow.Of(entry, Editor.Compiled))];

    private IReadOnlyList<HardeningRow> ModuleRows() =>
        [.. DesignCatalogue.ModuleFamilies.Select(entry => HardeningRow.Of(entry, Editor.Compiled))];

    private void Toggle(CatalogueEntry entry, bool isOn)
    {
        var edit = entry switch
        {
            CatalogueArgument argument => new DesignEdit(
                KernelFields.Arguments.Path.Item(argument.Title),
                Label("argument", argument.Title, isOn),
                design => isOn ? design.With(argument) : design.Without(argument)),
            CatalogueSysctl sysctl => new DesignEdit(
                KernelFields.Sysctls.PathOf(sysctl.Setting),
                Label("sysctl setting", sysctl.Title, isOn),
                design => isOn ? design.With(sysctl) : design.Without(sysctl)),
            CatalogueModuleFamily family => new DesignEdit(
                KernelFields.BlockedModules.Path,
                isOn ? $"block {family.Title}" : $"allow {family.Title}",
                design => isOn ? design.With(family) : design.Without(family)),
            _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Id, message: null),
        };
        Editor.Apply(edit);
    }

    private static string Label(string noun, string setting, bool isOn) => isOn ? $"add {noun} {setting}" : $"remove {noun} {setting}";
}
