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
    public EquatableArray<TimeServer> NtpServers { get; init; } = [];

    /// <summary>Whether the time servers must prove who they are (NTS, RFC 8915).</summary>
    public bool AuthenticatedTime { get; init; }

    /// <summary>Keyboard layouts of desktops in order; empty derives one from the console's keymap.</summary>
    public EquatableArray<DesktopLayout> DesktopLayouts { get; init; } = [];

    /// <summary>Whether kernel and programs keep to the ciphers of FIPS 140.</summary>
    public bool Fips { get; init; }

    /// <summary>The firewall's default zone; null leaves the image's.</summary>
    public FirewallZone? FirewallZone { get; init; }

    /// <summary>Ports that the firewall lets in besides the services.</summary>
    public EquatableArray<FirewallPort> FirewallPorts { get; init; } = [];

    /// <summary>Services that the firewall lets in, by firewalld's names.</summary>
    public EquatableArray<FirewallService> FirewallServices { get; init; } = [];
}
