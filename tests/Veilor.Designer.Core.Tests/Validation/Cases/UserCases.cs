using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Passwords;
using Veilor.Designer.Core.Values;
using static Veilor.Designer.Core.Tests.Validation.Designs;
using static Veilor.Designer.Core.Tests.Validation.RuleCase;

namespace Veilor.Designer.Core.Tests.Validation.Cases;

/// <summary>Cases of the family VD5: users.</summary>
internal static class UserCases
{
    private static readonly PasswordHash Password = PasswordHash.Parse(Hash);
    private static readonly UserAccount Closed = new() { Name = UnixName.Parse("bob"), Groups = [UnixName.Parse("wheel")] };

    /// <summary>The sound design without its rule of sudo.</summary>
    private static readonly ImageDesign Asking = ContentFields.BeforePackages.Set(Sound, "");

    private static DesignContent Sshd(string lines) => File("overlay/etc/ssh/sshd_config.d/10-own.conf", lines + "\n");

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        Raises("VD5001", "an interactive ISO without a credential", Iso.Accounts(Closed)),
        Spares("VD5001", "an interactive ISO with a key", Iso),
        Spares("VD5001", "a disk image without a credential", Sound.Accounts(Closed)),

        Raises("VD5002", "an unattended ISO without a credential", Unattended.Accounts(Closed)),
        Spares("VD5002", "an unattended ISO with a key", Unattended),

        Raises("VD5003", "a disk image without a credential", Sound.Accounts()),
        Spares("VD5003", "a disk image with a key", Sound),
        Spares("VD5003", "a disk image with cloud-init", Sound.Accounts().Install("cloud-init")),
        Spares("VD5003", "a disk image with ignition by lines of one's own", Sound.Accounts().Lines("RUN dnf -y install ignition")),
        Spares("VD5003", "an ISO without a credential", Iso.Accounts()),

        Raises("VD5004", "a password hash", Sound.Ada(each => each with { Password = Password })),
        Raises("VD5004", "a password hash that is locked", Sound.Ada(each => each with { Password = Password, IsLocked = true })),
        Spares("VD5004", "an SSH key", Sound),

        Raises("VD5005", "users without an administrator", Sound.Ada(each => each with { Groups = [] })),
        Spares("VD5005", "root not locked", UsersFields.LockRoot.Set(Sound.Ada(each => each with { Groups = [] }), false)),
        Spares("VD5005", "a user in wheel", Sound),
        Raises("VD5005", "an administrator with a key, whom sudo asks for a password", Asking),
        Raises("VD5005", "an administrator whose password is locked", Asking.Ada(each => each with { Password = Password, IsLocked = true })),
        Raises("VD5005", "the only administrator with a shell that refuses", Sound.Ada(each => each with { Shell = AbsolutePath.Parse("/usr/sbin/nologin") })),
        Raises("VD5005", "nobody but an account of a service", Sound.Ada(each => each with { Groups = [], Shell = AbsolutePath.Parse("/bin/false") })),
        Spares("VD5005", "an administrator with a password", Asking.Ada(each => each with { Password = Password })),
        Spares("VD5005", "a second administrator with a password", Asking.Part(Closed with { Password = Password })),
        Spares("VD5005", "a rule of the overlay that asks for none", Asking, File("overlay/etc/sudoers.d/wheel", "%wheel ALL=(ALL) NOPASSWD: ALL\n")),
        Spares("VD5005", "an administrator whom cloud-init makes", Asking.Install("cloud-init")),
        Spares("VD5005", "a password that a script sets", Asking, File("scripts/a.sh", "echo ada:secret | chpasswd\n")),
        Spares("VD5005", "a password that a script sets by its full path", Asking, File("scripts/a.sh", "/usr/bin/passwd --stdin ada <secret\n")),
        Raises("VD5005", "a script that reads a file called passwd", Asking, File("scripts/a.sh", "# passwd ada, NOPASSWD: not here\nawk -F: '{ print $1 }' /etc/passwd >list # chpasswd\n")),
        Raises("VD5005", "a script that locks a password", Asking, File("scripts/a.sh", "passwd -l root\nusermod --lock root\n")),
        Raises("VD5005", "audit rules that watch a file called passwd", Asking, File("scripts/files/audit.rules", "-a always,exit -F arch=b64 -F path=/etc/passwd -F perm=wa\n")),
        Spares("VD5005", "users of a kickstart of one's own", DeliveryFields.OwnKickstart.Set(ContentFields.BeforePackages.Set(Iso, ""), "user --name=ada\n")),

        Raises("VD5006", "a user called root", Sound.Accounts(Closed with { Name = UnixName.Parse("root") })),
        Spares("VD5006", "a user with another name", Sound),

        Raises("VD5007", "two keys in a disk image", Sound.Ada(each => each with { SshKeys = [Key(1), Key(2)] })),
        Spares("VD5007", "two keys on an ISO", Iso.Ada(each => each with { SshKeys = [Key(1), Key(2)] })),

        Raises("VD5008", "a change of no password", Sound.Ada(each => each with { ChangePasswordAtFirstLogin = true })),
        Spares("VD5008", "a change of a password", Sound.Ada(each => each with { ChangePasswordAtFirstLogin = true, Password = Password })),
        Spares("VD5008", "a user who will be given a password", Sound.Accounts(Closed with { ChangePasswordAtFirstLogin = true })),

        Raises("VD5009", "a key and no sshd", Sound.Mask("sshd.service")),
        Spares("VD5009", "a key with sshd", Sound),
        Spares("VD5009", "a password and no sshd", Sound.Mask("sshd.service").Ada(each => each with { Password = Password })),

        Raises("VD5010", "two users with one id", Sound.Ada(each => each with { UserId = 1500 }).Part(Closed with { UserId = 1500 })),
        Raises("VD5010", "two groups with one id", Groups(new UserGroup { GroupId = 2000 }, new UserGroup { Name = UnixName.Parse("b"), GroupId = 2000 })),
        Raises("VD5010", "a user without an id, who takes that of a later one", Sound.Part(Closed with { UserId = 1000 })),
        Raises("VD5010", "the same where the installer makes them", Iso.Part(Closed with { UserId = 1000, Password = Password })),
        Raises("VD5010", "a user without an id behind the last one", Sound.Ada(each => each with { UserId = 60000 }).Part(Closed).Part(Closed with { Name = UnixName.Parse("zoe"), UserId = 1000 })),
        Spares("VD5010", "a user without an id behind one with the first", Sound.Ada(each => each with { UserId = 1000 }).Part(Closed)),
        Spares("VD5010", "a later id that is not the next", Sound.Part(Closed with { UserId = 1001 })),
        Spares("VD5010", "two users with two ids", Sound.Ada(each => each with { UserId = 1500 }).Part(Closed with { UserId = 1501 })),

        Raises("VD5011", "a group that nothing brings", Sound.Ada(each => each with { Groups = [UnixName.Parse("wheel"), UnixName.Parse("makers")] })),
        Raises("VD5011", "a package's group without the package", Sound.Ada(each => each with { Groups = [UnixName.Parse("wheel"), UnixName.Parse("libvirt")] })),
        Spares("VD5011", "a package's group", Sound.Install("libvirt-daemon").Ada(each => each with { Groups = [UnixName.Parse("wheel"), UnixName.Parse("libvirt")] })),
        Spares("VD5011", "groups of packages that others require", Sound.Install("libvirt", "wireshark-cli", "qemu-system-x86", "moby-engine").Ada(each => each with { Groups = [.. new[] { "wheel", "libvirt", "wireshark", "qemu", "docker" }.Select(UnixName.Parse)] })),
        Spares("VD5011", "a package's group that a group of packages may bring", PackagesFields.Groups.Add(Sound, PackageGroupId.Parse("virtualization")).Ada(each => each with { Groups = [UnixName.Parse("wheel"), UnixName.Parse("libvirt")] })),
        Spares("VD5011", "a group of the overlay", Sound.Ada(each => each with { Groups = [UnixName.Parse("wheel"), UnixName.Parse("makers")] }), File("overlay/usr/lib/sysusers.d/a.conf", "g makers -\n")),

        Raises("VD5012", "a user called games", Sound.Part(Closed with { Name = UnixName.Parse("games") })),
        Spares("VD5012", "a person", Sound),
        Raises("VD5012", "a name that systemd keeps", Sound.Part(Closed with { Name = UnixName.Parse("systemd-ada") })),
        Raises("VD5012", "the account of a package that is installed", Sound.Install("nginx").Part(Closed with { Name = UnixName.Parse("nginx") })),
        Raises("VD5012", "the group of a package that is installed", Iso.Install("moby-engine").Part(Closed with { Name = UnixName.Parse("docker") })),
        Spares("VD5012", "a group of the base among the groups", UsersFields.Groups.Put(Sound, new UserGroup { Name = UnixName.Parse("wheel") })),
        Spares("VD5012", "the account of a package that is not installed", Sound.Part(Closed with { Name = UnixName.Parse("nginx") })),

        Raises("VD5013", "a home in /usr", Sound.Ada(each => each with { Home = AbsolutePath.Parse("/usr/home/ada") })),
        Spares("VD5013", "a home in /var/home", Sound.Ada(each => each with { Home = AbsolutePath.Parse("/var/home/ada") })),

        Raises("VD5013", "a home at the top, where nothing is mounted", Home("/data/ada")),
        Raises("VD5013", "a home that shall not be there", Home("/nonexistent")),
        Raises("VD5013", "a home in /opt, which the image has", Home("/opt/ada")),
        Raises("VD5013", "root's home", Home("/root")),
        Raises("VD5013", "a home inside root's", Home("/var/roothome/ada")),
        Raises("VD5013", "a home on a medium", Home("/media/ada")),
        Raises("VD5013", "a home that is tidied away", Home("/var/tmp/ada")),
        Spares("VD5013", "a home in /opt, which is a link", Home("/opt/ada").Base("ghcr.io/ublue-os/aurora:stable")),
        Spares("VD5013", "a home in /srv", Home("/srv/ada")),
        Spares("VD5013", "a home where the layout mounts a disk", Home("/data/ada").Part(Partition("data", FileSystemKind.Xfs, "/data"))),
        Spares("VD5013", "a home where a kickstart mounts a disk", Iso.Ada(user => user with { Home = AbsolutePath.Parse("/data/ada") }).Kickstart("part /data --fstype=xfs --size=1024")),
        Spares("VD5013", "a home behind a link of one's own", Home("/data/ada").Lines("RUN ln -s /var/data /data")),
        Spares("VD5013", "a home behind a mount of the overlay", Home("/data/ada"), File("overlay/usr/lib/systemd/system/data.mount", "[Mount]\nWhat=/dev/sdb1\nWhere=/data\n")),

        Raises("VD5014", "a terminal that is not installed", Shell("/usr/bin/tmux")),
        Raises("VD5014", "a shell of a package with another name", Shell("/usr/bin/csh")),
        Spares("VD5014", "a shell of a package with another name that is installed", Shell("/usr/bin/csh").Install("tcsh")),
        Spares("VD5014", "a shell that lines of one's own install", Shell("/usr/bin/zsh").Lines("RUN dnf -y install zsh")),
        Spares("VD5014", "a program that a group may have", PackagesFields.Groups.Add(Shell("/usr/bin/git-shell"), PackageGroupId.Parse("development-tools"))),
        Raises("VD5014", "a shell that is not installed", Sound.Ada(each => each with { Shell = AbsolutePath.Parse("/usr/bin/zsh") })),
        Spares("VD5014", "a shell that is installed", Sound.Install("zsh").Ada(each => each with { Shell = AbsolutePath.Parse("/usr/bin/zsh") })),
        Spares("VD5014", "a shell that a desktop's base may have", Sound.Base("ghcr.io/ublue-os/aurora:stable").Ada(each => each with { Shell = AbsolutePath.Parse("/usr/bin/zsh") })),
        Spares("VD5014", "bash", Sound.Ada(each => each with { Shell = AbsolutePath.Parse("/bin/bash") })),

        Raises("VD5015", "a group id that no group has", Sound.Ada(user => user with { GroupId = 2000 })),
        Spares("VD5015", "a group id of a group", UsersFields.Groups.Put(Sound.Ada(user => user with { GroupId = 2000 }), new UserGroup { Name = UnixName.Parse("staff"), GroupId = 2000 })),
        Spares("VD5015", "a group id of the system", Sound.Ada(user => user with { GroupId = 100 })),
        Spares("VD5015", "the same for an installer", Iso.Ada(user => user with { GroupId = 2000 })),

        Raises("VD5016", "a group of the user's name", UsersFields.Groups.Put(Sound, new UserGroup { Name = UnixName.Parse("ada") })),
        Raises("VD5016", "the same for a network boot image", UsersFields.Groups.Put(Sound, new UserGroup { Name = UnixName.Parse("ada") }).Types(ImageType.PxeTarXz)),
        Raises("VD5016", "the same for an installer, which leaves the user out", UsersFields.Groups.Put(Iso, new UserGroup { Name = UnixName.Parse("ada") })),
        Raises("VD5016", "a user in the group of its own name", Sound.Ada(each => each with { Groups = [UnixName.Parse("wheel"), UnixName.Parse("ada")] })),
        Raises("VD5016", "the same for an installer", Iso.Ada(each => each with { Groups = [UnixName.Parse("wheel"), UnixName.Parse("ada")] })),
        Raises("VD5016", "a member of a group that a later user brings", Sound.Part(Closed with { Name = UnixName.Parse("aaron"), Groups = [UnixName.Parse("ada")] })),
        Raises("VD5016", "the same for an installer, which keeps the order", Iso.Accounts(Closed with { Groups = [UnixName.Parse("ada")] }, Iso.Users.Accounts[0])),
        Raises("VD5016", "a group id that no group has beside the group, for an installer", UsersFields.Groups.Put(Iso.Ada(user => user with { GroupId = 2000 }), new UserGroup { Name = UnixName.Parse("ada") })),
        Spares("VD5016", "a member of a group that an earlier user brings", Sound.Part(Closed with { Groups = [UnixName.Parse("ada")] })),
        Spares("VD5016", "a group id of the group", UsersFields.Groups.Put(Iso.Ada(user => user with { GroupId = 2000 }), new UserGroup { Name = UnixName.Parse("ada"), GroupId = 2000 })),
        Spares("VD5016", "a kickstart of one's own", DeliveryFields.OwnKickstart.Set(UsersFields.Groups.Put(Iso, new UserGroup { Name = UnixName.Parse("ada") }), "group --name=ada\n")),
        Spares("VD5016", "a group of another name", UsersFields.Groups.Put(Sound, new UserGroup { Name = UnixName.Parse("staff") })),

        Raises("VD5017", "a password beside sshd", Sound.Enable("sshd.service").Ada(user => user with { Password = PasswordHash.Parse(Hash) })),
        Raises("VD5021", "a default password beside sshd", Known("changeme")),
        Raises("VD5021", "the user's own name", Known("ada")),
        Raises("VD5021", "the name of the image", Known("image")),
        Spares("VD5021", "another password", Known("tongue-orbit-candle-47")),
        Spares("VD5021", "a default password that no network asks for", Sound.Mask("sshd.service").Ada(user => user with { Password = Sha512Crypt.Hash("changeme", "saltsalt") })),
        Spares("VD5021", "a default password that sshd does not take", ServicesFields.SshPasswords.Set(Known("changeme"), false)),
        Raises("VD5022", "an only administrator who expires", Sound.Ada(user => user with { Expires = CalendarDay.Parse("2027-01-31") })),
        Spares("VD5022", "an administrator who stays", Sound),
        Spares("VD5022", "an administrator who expires while root is open", UsersFields.LockRoot.Set(Sound.Ada(user => user with { Expires = CalendarDay.Parse("2027-01-31") }), value: false)),
        Spares("VD5022", "an administrator who expires beside one who stays", UsersFields.Accounts.Put(Sound.Ada(user => user with { Expires = CalendarDay.Parse("2027-01-31") }), UsersFields.Accounts.Get(Sound)[0] with { Name = UnixName.Parse("other") })),
        Spares("VD5021", "a default password that is locked", Known("changeme").Ada(user => user with { IsLocked = true })),
        Spares("VD5021", "a hash of so many rounds that guessing takes long", Sound.Enable("sshd.service").Ada(user => user with { Password = Sha512Crypt.Hash("changeme", "saltsalt", 200_000) })),
        Spares("VD5017", "a key beside sshd", Sound.Enable("sshd.service")),
        Spares("VD5017", "a locked password", Sound.Enable("sshd.service").Ada(user => user with { Password = PasswordHash.Parse(Hash), IsLocked = true })),
        Spares("VD5017", "a password that the field refuses", ServicesFields.SshPasswords.Set(Sound.Enable("sshd.service").Ada(user => user with { Password = PasswordHash.Parse(Hash) }), false)),

        Raises("VD5019", "a colon in the full name", Sound.Ada(user => user with { FullName = "Ada: analyst" })),
        Raises("VD5019", "a colon in the home", Sound.Ada(user => user with { Home = AbsolutePath.Parse("/var/home/a:b") })),
        Raises("VD5019", "a colon in the shell", Sound.Ada(user => user with { Shell = AbsolutePath.Parse("/bin/a:b") })),
        Spares("VD5019", "a comma in the full name", Sound.Ada(user => user with { FullName = "Ada, analyst" })),
        Raises("VD5013", "a folder that must stay the system's", Sound.Ada(user => user with { Home = AbsolutePath.Parse("/etc") })),
        Raises("VD5013", "a folder that others live in", Sound.Ada(user => user with { Home = AbsolutePath.Parse("/var") })),
        Spares("VD5013", "a folder whose name only begins like one", Sound.Ada(user => user with { Home = AbsolutePath.Parse("/var/home/usr") })),

        Raises("VD5018", "no passwords and no keys", ServicesFields.SshPasswords.Set(Sound.Enable("sshd.service").Ada(user => user with { Password = PasswordHash.Parse(Hash), SshKeys = [] }), false)),
        Raises("VD5018", "a group that nobody is in", ServicesFields.SshGroups.Set(Sound.Enable("sshd.service"), [UnixName.Parse("remote")])),
        Raises("VD5018", "a group that nobody is in, where the base starts sshd", ServicesFields.SshGroups.Set(Sound, [UnixName.Parse("remote")])),
        Spares("VD5018", "a group that nobody is in, where sshd is masked", ServicesFields.SshGroups.Set(Sound.Mask("sshd.service"), [UnixName.Parse("remote")])),
        Raises("VD5018", "keys that FIPS mode leaves out", SystemFields.Fips.Set(Sound, true)),
        Spares("VD5018", "the same beside a password", SystemFields.Fips.Set(Sound.Ada(each => each with { Password = Password }), true)),
        Raises("VD5018", "users who are not the design's", Sound, Sshd("AllowUsers zed root@10.0.0.1")),
        Raises("VD5018", "a group that everybody is in", Sound, Sshd("DenyGroups whe*")),
        Raises("VD5018", "groups that nobody is in", Sound, Sshd("AllowGroups ssh-users")),
        Raises("VD5018", "a user who is refused", Sound, Sshd("DenyUsers ada")),
        Raises("VD5018", "keys that sshd does not take", Sound, Sshd("PubkeyAuthentication no")),
        Raises("VD5018", "a password that nobody has", Sound, Sshd("AuthenticationMethods publickey,password keyboard-interactive")),
        Raises("VD5018", "the machine itself alone", Sound, Sshd("ListenAddress 127.0.0.1\nListenAddress [::1]:22")),
        Spares("VD5018", "settings that let a user in", Sound, Sshd("AllowUsers a*@10.0.0.* zed\nAllowGroups ada\nDenyGroups games\nAuthenticationMethods publickey\nListenAddress 0.0.0.0\nMatch User bob\nPubkeyAuthentication no")),
        Spares("VD5018", "no passwords and a key", ServicesFields.SshPasswords.Set(Sound.Enable("sshd.service"), false)),
        Spares("VD5018", "a group that a user is in", ServicesFields.SshGroups.Set(Sound.Enable("sshd.service"), [UnixName.Parse("wheel")])),
        Spares("VD5017", "a password that sshd does not take", Sound.Enable("sshd.service").Ada(user => user with { Password = PasswordHash.Parse(Hash) }), File("overlay/etc/ssh/sshd_config.d/40-keys.conf", "PasswordAuthentication no\n")),

        Spares("VD5012", "a group that the base has", Groups(new UserGroup { Name = UnixName.Parse("wheel") })),
        Spares("VD5012", "the same for a network boot image", Groups(new UserGroup { Name = UnixName.Parse("adm") }).Types(ImageType.PxeTarXz)),
        Raises("VD5012", "a user with the name of a group", Sound.Part(Closed with { Name = UnixName.Parse("audio") })),
        Spares("VD5012", "the same group for an installer", UsersFields.Groups.Set(Iso, [new UserGroup { Name = UnixName.Parse("wheel") }])),
        Spares("VD5012", "a group of one's own", Groups(new UserGroup { Name = UnixName.Parse("makers") })),

        Raises("VD5020", "a shell that nothing brings", Shell("/bin/bsh")),
        Raises("VD5020", "a shell in another folder than its package puts it", Sound.Install("zsh").Ada(user => user with { Shell = AbsolutePath.Parse("/usr/local/bin/zsh") })),
        Spares("VD5020", "a shell of the base", Shell("/usr/bin/bash")),
        Spares("VD5020", "no log-in", Shell("/sbin/nologin")),
        Spares("VD5020", "a shell of a package", Sound.Install("fish").Ada(user => user with { Shell = AbsolutePath.Parse("/usr/bin/fish") })),
        Spares("VD5020", "a shell of the overlay", Shell("/usr/libexec/menu"), Files("overlay/usr/libexec/menu")),
        Spares("VD5020", "a shell that is downloaded", Shell("/usr/bin/tool").Download(new PinnedDownload())),
    ];

    /// <summary>A design with sshd whose user has this password.</summary>
    private static ImageDesign Known(string password) =>
        ImageFields.Name.Set(Sound.Enable("sshd.service").Ada(user => user with { Password = Sha512Crypt.Hash(password, "saltsalt") }), ImageName.Parse("image"));

    private static ImageDesign Home(string path) => Sound.Ada(user => user with { Home = AbsolutePath.Parse(path) });

    private static ImageDesign Part(this ImageDesign design, UserAccount account) => UsersFields.Accounts.Put(design, account);

    private static ImageDesign Shell(string path) => Sound.Ada(user => user with { Shell = AbsolutePath.Parse(path) });

    private static ImageDesign Groups(params UserGroup[] groups) => UsersFields.Groups.Set(Sound, [.. groups]);
}
