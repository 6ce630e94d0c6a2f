using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;
using static Veilor.Designer.Core.Tests.Validation.Designs;
using static Veilor.Designer.Core.Tests.Validation.RuleCase;

namespace Veilor.Designer.Core.Tests.Validation.Cases;

/// <summary>Cases of the family VD6: services and system.</summary>
internal static class ServiceCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        Raises("VD6001", "a unit enabled and masked", Sound.Enable("sshd.service").Mask("sshd.service")),
        Raises("VD6001", "a unit enabled and disabled", Sound.Enable("sshd.service").Disable("sshd.service")),
        Spares("VD6001", "two units", Sound.Enable("sshd.service").Mask("cups.service")),

        Raises("VD6002", "a unit whose package is missing", Sound.Enable("tuned.service")),
        Spares("VD6002", "a unit with its package", Sound.Enable("tuned.service").Install("tuned")),
        Spares("VD6002", "a unit of the base", Sound.Enable("sshd.service")),
        Spares("VD6002", "a unit of an environment", PackagesFields.Environments.Add(Sound.Enable("sddm.service"), PackageGroupId.Parse("kde-desktop-environment"))),
        Spares("VD6002", "a unit of the overlay", Sound.Enable("tuned.service"), Files("overlay/etc/systemd/system/tuned.service")),

        Raises("VD6003", "a unit that nothing brings", Sound.Enable("nothing.service")),
        Spares("VD6003", "an instance of a template in the overlay", Sound.Enable("own@a.service"), Files("overlay/usr/lib/systemd/system/own@.service")),

        Raises("VD6004", "auditd without audit=1", Sound.Enable("auditd.service").Install("audit")),
        Spares("VD6004", "auditd with audit=1", Sound.Enable("auditd.service").Install("audit").Argument("audit=1")),
    ];
}
