using Microsoft.AspNetCore.Components;
using Veilor.Designer.Components.Palette;
using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Components.Editor.Sections;

/// <summary>The packages that the catalogue knows, by purpose. It renders when the packages changed or when somebody searches.</summary>
public sealed partial class PackageList : SliceComponent
{
    private readonly HashSet<string> _chosen = new(StringComparer.Ordinal);
    private PackagesSection? _rendered;
    private string _search = "";
    private bool _onlyChosen;

    private string? _wanted;

    [CascadingParameter]
    public required IDesignEditor Editor { get; set; }

    /// <summary>What the address names; a search that hides it ends.</summary>
    [CascadingParameter(Name = "FocusedField")]
    public string? Focused { get; set; }

    private bool IsFiltered => _search.Trim().Length > 0 || _onlyChosen;

    protected override bool ReadSlice()
    {
        var packages = Editor.Design.Packages;
        if (ReferenceEquals(packages, _rendered) && string.Equals(_wanted, Focused, StringComparison.Ordinal))
        {
            return false;
        }

        if (_wanted != Focused && DesignCatalogue.Packages.Any(IsWanted))
        {
            _search = "";
            _onlyChosen = false;
        }

        _wanted = Focused;

        _rendered = packages;
        _chosen.Clear();
        _chosen.UnionWith(packages.Install.Select(package => KeyOf(PackageKind.Package, package.ToString())));
        _chosen.UnionWith(packages.Groups.Select(group => KeyOf(PackageKind.Group, group.ToString())));
        _chosen.UnionWith(packages.Environments.Select(environment => KeyOf(PackageKind.Environment, environment.ToString())));
        return true;
    }

    private bool IsWanted(CataloguePackage package) => Focused is not null && Focused == CataloguePlaces.ControlOf(package);

    private static string KeyOf(PackageKind kind, string name) => kind == PackageKind.Package ? name : $"{kind} {name}";

    private List<PackageRow> Rows() =>
    [
        .. DesignCatalogue.Packages
            .Where(package => package.Matches(_search.Trim()))
            .Select(package => new PackageRow(package, IsOn(package)))
            .Where(row => row.IsOn || !_onlyChosen),
    ];

    private bool IsOn(CataloguePackage package) => _chosen.Contains(KeyOf(package.Kind, package.Name));

    private void Toggle(CataloguePackage package, bool isOn) => Editor.Apply(CatalogueSwitch.Put(package, isOn));
}
