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
        Codecs.Optional<UnitName>(),
        design => design.Services.DefaultTarget,
        (design, value) => design with { Services = design.Services with { DefaultTarget = value } });
}
