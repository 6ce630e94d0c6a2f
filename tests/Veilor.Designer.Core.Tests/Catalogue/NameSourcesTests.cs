using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Tests.Templates;

namespace Veilor.Designer.Core.Tests.Catalogue;

/// <summary>
/// <c>name-sources.tsv</c> is the record of where each package, group, environment and unit that the catalogue offers or a
/// template uses stands in Fedora's own files. <c>tests/catalogue-names</c> makes it of public repositories; here it is held
/// against the catalogue, so that no name comes in from memory.
/// </summary>
public sealed class NameSourcesTests
{
    private static readonly string[] Sources = ["specs", "comps", "names.tsv"];

    private static string[][] Rows { get; } =
    [
        .. File.ReadLines(Path.Combine(ShippedTemplate.RepositoryRoot, "tests", "Veilor.Designer.Core.Tests", "Catalogue", "name-sources.tsv"))
            .Where(line => !line.StartsWith('#')).Skip(1).Select(line => line.Split('\t')),
    ];

    [Fact]
    public void Every_package_group_environment_and_unit_has_a_stated_source() =>
        Assert.Empty(Used().Except(Rows.Select(row => (row[0], row[1]))));

    [Fact]
    public void A_source_is_stated_once_and_for_nothing_that_is_gone()
    {
        var rows = Rows.Select(row => (row[0], row[1])).ToList();
        Assert.Equal(rows.Count, rows.Distinct().Count());
        Assert.Empty(rows.Except(Used()));
    }

    [Fact]
    public void A_source_names_a_file_and_the_line_that_speaks_of_it() => Assert.All(Rows, row =>
    {
        Assert.Equal(5, row.Length);
        Assert.True(Sources.Contains(row[2], StringComparer.Ordinal) || row[2].StartsWith("github.com/", StringComparison.Ordinal), row[2]);
        Assert.All(row, Assert.NotEmpty);
        if (row[2] == "comps")
        {
            Assert.Contains($">{row[0]}<", row[4], StringComparison.Ordinal);
        }
    });

    private static HashSet<(string Name, string Kind)> Used()
    {
        var used = new HashSet<(string, string)>();
        foreach (var package in DesignCatalogue.Packages)
        {
            used.Add((package.Name, package.Kind switch { PackageKind.Group => "group", PackageKind.Environment => "environment", _ => "package" }));
        }

        foreach (var service in DesignCatalogue.Services)
        {
            used.Add((service.Unit.ToString(), "unit"));
            used.Add((service.Package.ToString(), "package"));
        }

        foreach (var (unit, package) in UnitPackages.Pairs)
        {
            used.Add((unit, "unit"));
            used.Add((package, "package"));
        }

        used.UnionWith(UnitPackages.OfGroups.Select(package => (package, "package")));
        foreach (var packages in ShippedTemplate.Names().Select(name => ShippedTemplate.Design(name).Packages))
        {
            used.UnionWith(packages.Install.Concat(packages.Remove).Select(name => name.ToString()).Where(name => !name.Contains('*', StringComparison.Ordinal)).Select(name => (name, "package")));
            used.UnionWith(packages.Groups.Select(name => (name.ToString(), "group")));
            used.UnionWith(packages.Environments.Select(name => (name.ToString(), "environment")));
        }

        return used;
    }
}
