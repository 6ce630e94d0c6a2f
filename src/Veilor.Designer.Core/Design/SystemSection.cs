using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Design;

/// <summary>What one machine says about itself.</summary>
public sealed record SystemSection
{
    public Hostname? Hostname { get; init; }

    public LocaleName? Locale { get; init; } = LocaleName.Parse("en_US.UTF-8");

    public KeyboardLayout? Keyboard { get; init; } = KeyboardLayout.Parse("us");

    public TimeZoneName? TimeZone { get; init; } = TimeZoneName.Parse("UTC");

    /// <summary>Time servers for the installed system; empty leaves the image's own.</summary>
    public EquatableArray<Hostname> NtpServers { get; init; } = [];

    /// <summary>Services that the firewall lets in, by firewalld's names.</summary>
    public EquatableArray<FirewallService> FirewallServices { get; init; } = [];
}
