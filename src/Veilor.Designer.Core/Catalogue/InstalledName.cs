using Veilor.Designer.Core.Validation;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Catalogue;

/// <summary>Which package a spec of dnf names: it may carry a version, a release and an architecture, or be a pattern.</summary>
internal static class InstalledName
{
    private static readonly string[] Architectures = [".x86_64", ".aarch64", ".ppc64le", ".s390x", ".riscv64", ".i686", ".noarch"];

    /// <summary>True when the spec names the package, with or without version and architecture, or by a pattern.</summary>
    public static bool Names(PackageSpec spec, string package) =>
        string.Equals(spec.ToString(), package, StringComparison.Ordinal) || Forms(spec).Any(form => PackagePattern.Matches(form, package));

    /// <summary>True when the spec's name is the stem, or the stem and more behind a hyphen.</summary>
    public static bool IsOfFamily(PackageSpec spec, string stem)
    {
        var name = spec.ToString();
        return (name.StartsWith(stem, StringComparison.Ordinal) && (name.Length == stem.Length || !char.IsAsciiLetterOrDigit(name[stem.Length]))) || Names(spec, stem);
    }

    /// <summary>True when the name of the unit begins with the whole name of the package.</summary>
    public static bool Begins(PackageSpec spec, string unit) =>
        !spec.IsGlob && Forms(spec).Any(form => unit.StartsWith(form, StringComparison.Ordinal) && (unit.Length == form.Length || form.Length > 2));

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
