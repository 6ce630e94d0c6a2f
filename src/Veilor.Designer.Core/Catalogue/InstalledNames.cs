using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Validation;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Catalogue;

/// <summary>
/// Which packages the specs of a section name: a spec of dnf may carry a version, a release and an architecture, or be a
/// pattern. The names are worked out once, because rules ask for hundreds of units whether one of thousands brings them.
/// </summary>
internal sealed class InstalledNames
{
    private static readonly string[] Architectures = [".x86_64", ".aarch64", ".ppc64le", ".s390x", ".riscv64", ".i686", ".noarch"];

    private static readonly Remembered<PackagesSection, InstalledNames> OfSection = new(packages => new InstalledNames(packages));

    /// <summary>The specs as written, in ordinal order: those with one beginning stand together.</summary>
    private readonly string[] _written;

    /// <summary>Every form of every spec that is no pattern.</summary>
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Every form of the patterns.</summary>
    private readonly List<string> _patterns = [];

    private InstalledNames(PackagesSection packages)
    {
        _written = [.. packages.Install.Select(spec => spec.ToString()).Order(StringComparer.Ordinal)];
        foreach (var spec in packages.Install)
        {
            foreach (var form in Forms(spec))
            {
                if (spec.IsGlob)
                {
                    _patterns.Add(form);
                }
                else
                {
                    _names.Add(form);
                }
            }
        }
    }

    /// <summary>The names of what the section installs.</summary>
    public static InstalledNames Of(PackagesSection packages) => OfSection.Of(packages);

    /// <summary>True when a spec names the package, with or without version and architecture, or by a pattern.</summary>
    public bool Has(string package) => _names.Contains(package) || _patterns.Exists(pattern => PackagePattern.Matches(pattern, package));

    /// <summary>True when the name of a spec is the stem, or the stem and more behind a hyphen or the like.</summary>
    public bool HasFamily(string stem)
    {
        var found = Array.BinarySearch(_written, stem, StringComparer.Ordinal);
        for (var i = found < 0 ? ~found : found; i < _written.Length && _written[i].StartsWith(stem, StringComparison.Ordinal); i++)
        {
            if (_written[i].Length == stem.Length || !char.IsAsciiLetterOrDigit(_written[i][stem.Length]))
            {
                return true;
            }
        }

        return Has(stem);
    }

    /// <summary>True when the name of the unit begins with the whole name of a package of more than two letters, or is one.</summary>
    public bool Begins(string unit)
    {
        var names = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = 3; length < unit.Length; length++)
        {
            if (names.Contains(unit.AsSpan(0, length)))
            {
                return true;
            }
        }

        return _names.Contains(unit);
    }

    /// <summary>The name as written, without the architecture, without the release and without the version.</summary>
    private static IEnumerable<string> Forms(PackageSpec spec)
    {
        var name = spec.ToString();
        yield return name;
        if (Array.Find(Architectures, end => name.EndsWith(end, StringComparison.Ordinal)) is { } architecture)
        {
            name = name[..^architecture.Length];
            yield return name;
        }

        for (var part = 0; part < 2 && name.LastIndexOf('-') is > 0 and var dash && dash + 1 < name.Length && char.IsAsciiDigit(name[dash + 1]); part++)
        {
            name = name[..dash];
            yield return name;
        }
    }
}
