using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Catalogue;

/// <summary>How entries of the catalogue stand in a design, and how they get there. All of it is pure.</summary>
public static class CatalogueEdits
{
    /// <summary>True when the argument stands in the design with the catalogue's value.</summary>
    public static bool Has(this ImageDesign design, CatalogueArgument entry) =>
        design.Kernel.Arguments.FindIndex(item => entry.Is(item.Argument)) >= 0
        || (entry.Use == CatalogueUse.OptIn && design.Kernel.OptIn.FindIndex(entry.Is) >= 0);

    public static bool Has(this ImageDesign design, CatalogueSysctl entry) =>
        design.Kernel.Sysctls.FindIndex(entry.Is) >= 0;

    /// <summary>How many modules of the family are blocked.</summary>
    public static int CountBlocked(this ImageDesign design, CatalogueModuleFamily family) =>
        design.Kernel.BlockedModules.Count(family.Contains);

    /// <summary>An argument of the same key with another value, which adding the entry would replace; null when there is none.</summary>
    public static KernelArgument? Rival(this ImageDesign design, CatalogueArgument entry)
    {
        var arguments = design.Kernel.Arguments;
        var index = arguments.FindIndex(item => entry.HasKeyOf(item.Argument) && !entry.Is(item.Argument));
        return index < 0 ? null : arguments[index].Argument;
    }

    /// <summary>A setting of the same key with another value, which adding the entry would replace; null when there is none.</summary>
    public static SysctlSetting? Rival(this ImageDesign design, CatalogueSysctl entry)
    {
        var index = design.Kernel.Sysctls.FindIndex(item => entry.HasKeyOf(item) && !entry.Is(item));
        return index < 0 ? null : design.Kernel.Sysctls[index];
    }

    /// <summary>
    /// The design with the argument for its architecture, in place of one with another value. One that can stop a boot goes
    /// to the list that is offered to single machines.
    /// </summary>
    public static ImageDesign With(this ImageDesign design, CatalogueArgument entry)
    {
        if (design.Has(entry))
        {
            return design;
        }

        if (entry.Use == CatalogueUse.OptIn)
        {
            return KernelFields.OptIn.Add(design, entry.Argument);
        }

        var added = new KernelArgumentEntry { Argument = entry.Argument, Architecture = entry.Architecture };
        return design.Rival(entry) is { } rival
            ? KernelFields.Arguments.Replace(design, rival.ToString(), added)
            : KernelFields.Arguments.Put(design, added);
    }

    public static ImageDesign Without(this ImageDesign design, CatalogueArgument entry)
    {
        var offered = design.Kernel.OptIn.FindIndex(entry.Is);
        if (entry.Use == CatalogueUse.OptIn && offered >= 0)
        {
            design = KernelFields.OptIn.Set(design, design.Kernel.OptIn.RemoveAt(offered));
        }

        var index = design.Kernel.Arguments.FindIndex(item => entry.Is(item.Argument));
        return index < 0 ? design : KernelFields.Arguments.Set(design, design.Kernel.Arguments.RemoveAt(index));
    }

    /// <summary>The design with the setting, in place of one with another value.</summary>
    public static ImageDesign With(this ImageDesign design, CatalogueSysctl entry)
    {
        var settings = design.Kernel.Sysctls;
        var index = settings.FindIndex(entry.HasKeyOf);
        return design.Has(entry) ? design
            : index < 0 ? KernelFields.Sysctls.Add(design, entry.Setting)
            : KernelFields.Sysctls.Set(design, settings.SetItem(index, entry.Setting));
    }

    public static ImageDesign Without(this ImageDesign design, CatalogueSysctl entry)
    {
        var index = design.Kernel.Sysctls.FindIndex(entry.Is);
        return index < 0 ? design : KernelFields.Sysctls.Set(design, design.Kernel.Sysctls.RemoveAt(index));
    }

    /// <summary>The design with every module of the family blocked.</summary>
    public static ImageDesign With(this ImageDesign design, CatalogueModuleFamily family)
    {
        foreach (var module in family.Modules)
        {
            var isBlocked = design.Kernel.BlockedModules.FindIndex(each =>
                string.Equals(each.NormalizedName, module.NormalizedName, StringComparison.Ordinal)) >= 0;
            design = isBlocked ? design : KernelFields.BlockedModules.Add(design, module);
        }

        return design;
    }

    /// <summary>The design with no module of the family blocked.</summary>
    public static ImageDesign Without(this ImageDesign design, CatalogueModuleFamily family)
    {
        foreach (var module in design.Kernel.BlockedModules.Where(family.Contains))
        {
            design = KernelFields.BlockedModules.Remove(design, module);
        }

        return design;
    }

    /// <summary>The design with everything that the preset holds. What the design has besides stays.</summary>
    public static ImageDesign With(this ImageDesign design, HardeningPreset preset)
    {
        design = preset.Arguments.Aggregate(design, With);
        design = preset.Sysctls.Aggregate(design, With);
        design = preset.Modules.Aggregate(design, With);
        return preset.Mask.Aggregate(design, (each, unit) => ServicesFields.Enable.Contains(each, unit) ? each : ServicesFields.Mask.Add(each, unit));
    }
}
