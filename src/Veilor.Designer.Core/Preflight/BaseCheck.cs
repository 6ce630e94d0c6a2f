using System.Globalization;
using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Design;

namespace Veilor.Designer.Core.Preflight;

/// <summary>Whether the base still gets updates, before a build makes machines that follow it.</summary>
public static class BaseCheck
{
    /// <summary>The check; null for a base that the catalogue does not know or that moves on by itself.</summary>
    /// <param name="design">The design.</param>
    /// <param name="today">The day of the build.</param>
    public static PreflightCheck? Of(ImageDesign design, DateOnly today)
    {
        if (DesignCatalogue.BaseOf(design.Image.Base) is not { EndOfLife: { } end } known)
        {
            return null;
        }

        var day = end.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        var found = known.HasEnded(today) ? $"{known.Title}: no updates since {day}" : $"{known.Title}: updates until {day}";
        return new PreflightCheck(
            "Base", "Updates", known.HasEnded(today) || known.IsEnding(today) ? CheckState.Warning : CheckState.Good, found, "fixes for machines with this image", []);
    }
}
