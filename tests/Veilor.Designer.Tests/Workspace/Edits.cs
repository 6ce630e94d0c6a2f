using Veilor.Designer.Core.Editing;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Tests.Workspace;

/// <summary>Edits that tests make.</summary>
internal static class Edits
{
    public static DesignEdit Title(string title) => new(
        ImageFields.Title.Path, "set title", design => ImageFields.Title.Set(design, title), JoinsPrevious: true);

    public static DesignEdit AddPackage(string name) => new(
        PackagesFields.Install.Path, $"add package {name}", design => PackagesFields.Install.Add(design, PackageSpec.Parse(name)));

    public static DesignEdit RemovePackage(string name) => new(
        PackagesFields.Install.Path, $"remove package {name}", design => PackagesFields.Install.Remove(design, PackageSpec.Parse(name)));
}
