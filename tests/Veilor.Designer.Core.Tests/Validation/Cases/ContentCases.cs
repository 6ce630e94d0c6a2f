using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;
using static Veilor.Designer.Core.Tests.Validation.Designs;
using static Veilor.Designer.Core.Tests.Validation.RuleCase;

namespace Veilor.Designer.Core.Tests.Validation.Cases;

/// <summary>Cases of the family VD7: overlay and scripts.</summary>
internal static class ContentCases
{
    private static readonly FilePermission Secret = new() { Path = RelativePath.Parse("etc/secret"), Mode = PosixMode.Parse("0600") };

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        Raises("VD7001", "a file in /usr/etc", Sound, Files("overlay/usr/etc/a")),
        Raises("VD7001", "a file in /run and one in /var/run", Sound, Files("overlay/run/a", "overlay/var/run/a")),
        Raises("VD7001", "a file in /boot", Sound, Files("overlay/boot/loader/entries/a.conf")),
        Spares("VD7001", "files in /usr and /etc", Sound, Files("overlay/usr/bin/a", "overlay/etc/run/a")),

        Raises("VD7002", "a script that is not there", Sound.Run("10-own.sh")),
        Spares("VD7002", "a script that is there", Sound.Run("10-own.sh"), Files("scripts/10-own.sh")),

        Raises("VD7003", "a file in /home", Sound, Files("overlay/home/ada/.bashrc")),
        Raises("VD7003", "a file in /var/roothome", Sound, Files("overlay/var/roothome/.bashrc")),
        Spares("VD7003", "a file in /etc/skel", Sound, Files("overlay/etc/skel/.bashrc")),

        Raises("VD7004", "/etc/default/grub", Sound, Files("overlay/etc/default/grub")),
        Spares("VD7004", "another file of /etc/default", Sound, Files("overlay/etc/default/useradd")),

        Raises("VD7005", "a mode of a file that is not there", ContentFields.Permissions.Put(Sound, Secret)),
        Spares("VD7005", "a mode of a file that is there", ContentFields.Permissions.Put(Sound, Secret), Files("overlay/etc/secret")),

        Raises("VD7006", "an overlay file in place of a generated one", SystemFields.Hostname.Set(Sound, Hostname.Parse("host")), Files("overlay/etc/hostname")),
        Spares("VD7006", "an overlay file of its own", SystemFields.Hostname.Set(Sound, Hostname.Parse("host")), Files("overlay/etc/hosts")),
        Spares("VD7006", "an overlay file where nothing is generated", Sound, Files("overlay/etc/hostname")),
    ];
}
