using System.Globalization;
using Veilor.Designer.Core.Design;

namespace Veilor.Designer.Workspace;

/// <summary>A design in a few words: what a card of the gallery shows.</summary>
public static class DesignSummary
{
    /// <summary>What sets the design apart, each in a word or two: what it is for, how much is in it, how the disk is kept.</summary>
    public static IReadOnlyList<string> Tags(ImageDesign design)
    {
        var tags = new List<string> { IsDesktop(design) ? "desktop" : "server" };
        AddCount(tags, design.Packages.Environments.Count, "environment", "environments");
        AddCount(tags, design.Packages.Install.Count, "package", "packages");
        AddCount(tags, design.Kernel.Arguments.Count, "kernel argument", "kernel arguments");
        AddCount(tags, design.Kernel.Sysctls.Count, "sysctl", "sysctls");
        if (design.Storage.HasEncryption)
        {
            tags.Add("encrypted disk");
        }

        return tags;
    }

    /// <summary>What the design says that it is for; where it says nothing, the target. A base may boot into graphical.target without the design's word.</summary>
    private static bool IsDesktop(ImageDesign design) =>
        design.Image.Uses.Contains(MachineUse.Desktop)
        || design.Image.Uses.Contains(MachineUse.Laptop)
        || (!design.Image.Uses.Contains(MachineUse.Server)
            && string.Equals(design.Services.DefaultTarget?.ToString(), "graphical.target", StringComparison.Ordinal));

    private static void AddCount(List<string> tags, int count, string one, string many)
    {
        if (count > 0)
        {
            tags.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}"));
        }
    }
}
