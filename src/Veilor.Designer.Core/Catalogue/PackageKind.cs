namespace Veilor.Designer.Core.Catalogue;

/// <summary>What dnf is asked for.</summary>
public enum PackageKind
{
    Package,

    /// <summary>A set of packages, by the id that <c>dnf group list</c> shows.</summary>
    Group,

    /// <summary>A whole desktop or role, by the id that <c>dnf environment list</c> shows.</summary>
    Environment,
}
