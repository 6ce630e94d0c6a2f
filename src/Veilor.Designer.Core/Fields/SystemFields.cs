using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Fields;

/// <summary>The fields of the section <c>system</c>.</summary>
public static class SystemFields
{
    public static ScalarField<Hostname?> Hostname { get; } = new(
        "system.hostname", "Host name",
        "Goes to /etc/hostname in the image and to the kickstart. The builders' own hostname key is dropped for bootc images, so it is not used.",
        Codecs.Optional<Hostname>(),
        design => design.System.Hostname,
        (design, value) => design with { System = design.System with { Hostname = value } });

    public static ScalarField<LocaleName?> Locale { get; } = new(
        "system.locale", "Language",
        "The system's language and formats, such as en_US.UTF-8. Goes to /etc/locale.conf and the kickstart.",
        Codecs.Optional<LocaleName>(),
        design => design.System.Locale,
        (design, value) => design with { System = design.System with { Locale = value } });

    public static ScalarField<KeyboardLayout?> Keyboard { get; } = new(
        "system.keyboard", "Keyboard",
        "The keyboard layout, such as us or de. The disk passphrase is typed with it. Goes to /etc/vconsole.conf and the kickstart.",
        Codecs.Optional<KeyboardLayout>(),
        design => design.System.Keyboard,
        (design, value) => design with { System = design.System with { Keyboard = value } });

    public static ScalarField<TimeZoneName?> TimeZone { get; } = new(
        "system.time_zone", "Time zone",
        "A zone of the tz database, such as Europe/London. The hardware clock runs on UTC. Goes to /etc/localtime and the kickstart.",
        Codecs.Optional<TimeZoneName>(),
        design => design.System.TimeZone,
        (design, value) => design with { System = design.System with { TimeZone = value } });

    public static ListField<TimeServer> NtpServers { get; } = new(
        "system.ntp_servers", "Time servers",
        "Host names or addresses. Put into /etc/chrony.conf of the image in place of its own servers, and into the kickstart. Empty leaves the image's own.",
        Codecs.Value<TimeServer>(),
        design => design.System.NtpServers,
        (design, value) => design with { System = design.System with { NtpServers = value } },
        isOrdered: true,
        isLineEach: true);

    public static ListField<FirewallService> FirewallServices { get; } = new(
        "system.firewall_services", "Open services",
        "Services the firewall lets in, by firewalld's names. Set in the image with firewall-offline-cmd.",
        Codecs.Value<FirewallService>(),
        design => design.System.FirewallServices,
        (design, value) => design with { System = design.System with { FirewallServices = value } });

    public static ScalarField<bool> AuthenticatedTime { get; } = new(
        "system.authenticated_time", "Authenticated time (NTS)",
        "The time servers must prove who they are, so that nobody on the way can set the clock. The servers above must offer NTS and be given by name, as their certificate has it; time.cloudflare.com does.",
        Codecs.Flag,
        design => design.System.AuthenticatedTime,
        (design, value) => design with { System = design.System with { AuthenticatedTime = value } },
        omitsDefault: true);

    public static ListField<DesktopLayout> DesktopLayouts { get; } = new(
        "system.desktop_layouts", "Desktop keyboards",
        "Layouts of graphical desktops in order, such as us or de(nodeadkeys); Alt+Shift switches. Goes to /etc/X11/xorg.conf.d and the kickstart. Empty derives one from the keyboard above.",
        Codecs.Value<DesktopLayout>(),
        design => design.System.DesktopLayouts,
        (design, value) => design with { System = design.System with { DesktopLayouts = value } },
        isOrdered: true);

    public static ScalarField<bool> Fips { get; } = new(
        "system.fips", "FIPS mode",
        "Kernel and programs use only ciphers of FIPS 140. Adds fips=1 to kargs.d, sets the crypto policy in the build, and starts the installer so. It does not make the image certified, and it breaks what needs other ciphers.",
        Codecs.Flag,
        design => design.System.Fips,
        (design, value) => design with { System = design.System with { Fips = value } },
        omitsDefault: true);

    public static ScalarField<FirewallZone?> FirewallZone { get; } = new(
        "system.firewall_zone", "Firewall zone",
        "The zone that network connections are in unless they name another. public lets little in, FedoraWorkstation opens all ports above 1024, drop answers nothing. Empty keeps the image's.",
        Codecs.Optional<FirewallZone>(),
        design => design.System.FirewallZone,
        (design, value) => design with { System = design.System with { FirewallZone = value } });

    public static ListField<FirewallPort> FirewallPorts { get; } = new(
        "system.firewall_ports", "Open ports",
        "Ports the firewall lets in that no service names, such as 8080/tcp or 6000-6010/udp. Set in the default zone of the image.",
        Codecs.Value<FirewallPort>(),
        design => design.System.FirewallPorts,
        (design, value) => design with { System = design.System with { FirewallPorts = value } });
}
