using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Catalogue;

/// <summary>A sysctl setting that the catalogue knows.</summary>
public sealed record CatalogueSysctl : CatalogueEntry
{
    public required SysctlSetting Setting { get; init; }

    public required CatalogueUse Use { get; init; }

    /// <summary>
    /// The value on stock Fedora; empty when it is not known. It was put together from the kernel's configuration,
    /// systemd's own files and Fedora's drop-ins, not read from a running machine.
    /// </summary>
    public required string Stock { get; init; }

    public required string Conflicts { get; init; }

    public required CatalogueEffect Effect { get; init; }

    public override string Title => Setting.ToString();

    public override bool Matches(string text) =>
        base.Matches(text) || Contains(Conflicts, text) || Tags.FindIndex(tag => Contains(tag, text)) >= 0;

    /// <summary>True for a setting of the same key, however it is written.</summary>
    public bool HasKeyOf(SysctlSetting other) => string.Equals(Setting.ProcPath, other.ProcPath, StringComparison.Ordinal);

    /// <summary>True for the same key with the same value.</summary>
    public bool Is(SysctlSetting other) => HasKeyOf(other) && string.Equals(Setting.Value, other.Value, StringComparison.Ordinal);
}
