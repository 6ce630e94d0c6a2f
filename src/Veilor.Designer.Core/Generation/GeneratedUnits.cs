using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Generation;

/// <summary>Units that the designer writes itself and that the image enables. They stand in no list of the design; the fields they serve switch them on.</summary>
internal static class GeneratedUnits
{
    /// <summary>The units with the field that each is made for.</summary>
    public static IEnumerable<(UnitName Unit, FieldPath Origin)> Of(ImageDesign design)
    {
        if (!design.Packages.Flatpaks.IsEmpty)
        {
            yield return (UnitName.Parse($"{design.Image.Name}-flatpaks.service"), PackagesFields.Flatpaks.Path);
        }

        if (!design.Scripts.FirstBoot.IsEmpty)
        {
            yield return (UnitName.Parse($"{design.Image.Name}-first-boot.service"), ContentFields.FirstBootScripts.Path);
        }
    }
}
