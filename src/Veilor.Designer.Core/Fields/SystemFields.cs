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

    public static ListField<Hostname> NtpServers { get; } = new(
        "system.ntp_servers", "Time servers",
        "Written to the kickstart for the installed system. Empty leaves the image's own configuration.",
        Codecs.Value<Hostname>(),
        design => design.System.NtpServers,
        (design, value) => design with { System = design.System with { NtpServers = value } },
        isOrdered: true);

    public static ListField<FirewallService> FirewallServices { get; } = new(
        "system.firewall_services", "Open services",
        "Services the firewall lets in, by firewalld's names. Set in the image with firewall-offline-cmd.",
        Codecs.Value<FirewallService>(),
        design => design.System.FirewallServices,
        (design, value) => design with { System = design.System with { FirewallServices = value } });
}
