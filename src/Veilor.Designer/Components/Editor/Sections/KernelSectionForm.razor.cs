using Microsoft.AspNetCore.Components;
using Veilor.Designer.Core.Catalogue;
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

    private void Toggle(CatalogueEntry entry, bool isOn) => Editor.Apply(CatalogueSwitch.Put(entry, isOn));
}
