using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Design;

/// <summary>How the ISO installs.</summary>
public sealed record InstallerSection
{
    public InstallerMode Mode { get; init; }

    /// <summary>A whole kickstart of one's own, which takes the place of the generated one; empty for the generated.</summary>
    public string OwnKickstart { get; init; } = "";

    /// <summary>Parts of the installer that are switched on besides those that the kickstart needs.</summary>
    public EquatableArray<AnacondaModule> EnabledModules { get; init; } = [];

    /// <summary>Parts of the installer that are left out.</summary>
    public EquatableArray<AnacondaModule> DisabledModules { get; init; } = [];

    /// <summary>Own kickstart lines, put before the closing commands.</summary>
    public string ExtraKickstart { get; init; } = "";
}
