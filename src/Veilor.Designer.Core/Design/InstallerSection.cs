namespace Veilor.Designer.Core.Design;

/// <summary>How the ISO installs.</summary>
public sealed record InstallerSection
{
    public InstallerMode Mode { get; init; }

    /// <summary>Own kickstart lines, put before the closing commands.</summary>
    public string ExtraKickstart { get; init; } = "";
}
