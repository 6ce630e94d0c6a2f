using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Fields;

/// <summary>The fields of the section <c>services</c>.</summary>
public static class ServicesFields
{
    public static ListField<UnitName> Enable { get; } = new(
        "services.enable", "Enabled units",
        "Started at boot. Each must come from a package or the overlay; systemctl enable ends the build for a unit it does not find.",
        Codecs.Value<UnitName>(),
        design => design.Services.Enable,
        (design, value) => design with { Services = design.Services with { Enable = value } });

    public static ListField<UnitName> Disable { get; } = new(
        "services.disable", "Disabled units",
        "Not started at boot, though something else may start them.",
        Codecs.Value<UnitName>(),
        design => design.Services.Disable,
        (design, value) => design with { Services = design.Services with { Disable = value } });

    public static ListField<UnitName> Mask { get; } = new(
        "services.mask", "Masked units",
        "Nothing can start them. A unit that is not installed may be masked too.",
        Codecs.Value<UnitName>(),
        design => design.Services.Mask,
        (design, value) => design with { Services = design.Services with { Mask = value } });

    public static ScalarField<UnitName?> DefaultTarget { get; } = new(
        "services.default_target", "Default target",
        "What the machine boots into: graphical.target or multi-user.target. Empty keeps the base's.",
        Codecs.OptionalTarget,
        design => design.Services.DefaultTarget,
        (design, value) => design with { Services = design.Services with { DefaultTarget = value } });

    public static ScalarField<bool?> SshPasswords { get; } = new(
        "services.ssh_passwords", "Passwords over SSH",
        "PasswordAuthentication of sshd. Refuse them when every user has a key.",
        Codecs.OneOf<bool?>((null, "", "as the image has it"), (false, "no", "refused"), (true, "yes", "taken")),
        design => design.Services.SshPasswords,
        (design, value) => design with { Services = design.Services with { SshPasswords = value } });

    public static ScalarField<SshRootLogin> SshRootLogin { get; } = new(
        "services.ssh_root_login", "Root over SSH",
        "PermitRootLogin of sshd.",
        Codecs.OneOf(
            (Design.SshRootLogin.Unset, "", "as the image has it"),
            (Design.SshRootLogin.Never, "no", "never"),
            (Design.SshRootLogin.KeysOnly, "prohibit-password", "with a key only")),
        design => design.Services.SshRootLogin,
        (design, value) => design with { Services = design.Services with { SshRootLogin = value } },
        omitsDefault: true);

    public static ScalarField<bool?> SshForwarding { get; } = new(
        "services.ssh_forwarding", "Forwarding over SSH",
        "Whether sshd forwards ports, agents and displays (DisableForwarding). Tunnels and remote editors need it.",
        Codecs.OneOf<bool?>((null, "", "as the image has it"), (false, "no", "refused"), (true, "yes", "allowed")),
        design => design.Services.SshForwarding,
        (design, value) => design with { Services = design.Services with { SshForwarding = value } });

    public static ListField<UnixName> SshGroups { get; } = new(
        "services.ssh_groups", "Groups that may use SSH",
        "AllowGroups of sshd: everyone else is refused. Empty lets every user in.",
        Codecs.Value<UnixName>(),
        design => design.Services.SshGroups,
        (design, value) => design with { Services = design.Services with { SshGroups = value } });
}
