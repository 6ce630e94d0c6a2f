using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Fields;

/// <summary>The fields of the section <c>users</c>.</summary>
public static class UsersFields
{
    private const int LargestId = 60000;

    public static ScalarField<bool> LockRoot { get; } = new(
        "users.lock_root", "Lock root",
        "Takes root's password away, in the image and in the kickstart. People become root through sudo.",
        Codecs.Flag,
        design => design.Users.LockRoot,
        (design, value) => design with { Users = design.Users with { LockRoot = value } });

    public static RecordField<UserAccount> Accounts { get; } = new(
        "users.accounts", "Users",
        "Made by the installer or the disk builder, never baked into the image. One without password and key cannot log in; an interactive installer then asks for a user of its own.",
        "user",
        () => new UserAccount(),
        item => item.Name.ToString(),
        [
            new RecordColumn<UserAccount, UnixName>(
                "name", "Name", "The login name.", Codecs.Value<UnixName>(),
                item => item.Name, (item, value) => item with { Name = value }, isRequired: true),
            new RecordColumn<UserAccount, string>(
                "full_name", "Full name", "The person's name (the GECOS field).", Codecs.Line,
                item => item.FullName, (item, value) => item with { FullName = value }),
            new RecordColumn<UserAccount, EquatableArray<UnixName>>(
                "groups", "Groups", "Further groups; wheel may use sudo.", Codecs.ListOf(Codecs.Value<UnixName>()),
                item => item.Groups, (item, value) => item with { Groups = value }, itemLabel: "group"),
            new RecordColumn<UserAccount, AbsolutePath?>(
                "shell", "Shell", "The login shell; empty takes the system's.", Codecs.Optional<AbsolutePath>(),
                item => item.Shell, (item, value) => item with { Shell = value }),
            new RecordColumn<UserAccount, AbsolutePath?>(
                "home", "Home", "The home directory; empty takes /var/home/NAME.", Codecs.Optional<AbsolutePath>(),
                item => item.Home, (item, value) => item with { Home = value }),
            new RecordColumn<UserAccount, int?>(
                "uid", "UID", "The user id, 1000 to 60000; empty takes the next.", Codecs.OptionalNumber(1000, LargestId),
                item => item.UserId, (item, value) => item with { UserId = value }),
            new RecordColumn<UserAccount, int?>(
                "gid", "GID", "The id of the user's own group, 1000 to 60000; empty takes the next.", Codecs.OptionalNumber(1000, LargestId),
                item => item.GroupId, (item, value) => item with { GroupId = value }),
            new RecordColumn<UserAccount, CalendarDay?>(
                "expires", "Expires", "The day from which the account is refused, with a password and with a key, such as 2027-01-31; empty for one that stays.", Codecs.Optional<CalendarDay>(),
                item => item.Expires, (item, value) => item with { Expires = value }),
            new RecordColumn<UserAccount, EquatableArray<SshPublicKey>>(
                "ssh_keys", "SSH keys", "Public keys, one a line.", Codecs.LinesOf(Codecs.Value<SshPublicKey>()),
                item => item.SshKeys, (item, value) => item with { SshKeys = value }, itemLabel: "SSH key"),
            new RecordColumn<UserAccount, PasswordHash?>(
                "password", "Password hash", "A sha512crypt hash ($6$). The builders would hash any other form a second time.", Codecs.Secret<PasswordHash>(),
                item => item.Password, (item, value) => item with { Password = value }, itemLabel: "password"),
            new RecordColumn<UserAccount, bool>(
                "locked", "Lock the password", "The password is of no use until an administrator unlocks it with passwd -u. SSH keys still work.", Codecs.Flag,
                item => item.IsLocked, (item, value) => item with { IsLocked = value }),
            new RecordColumn<UserAccount, bool>(
                "change_password", "Change at first login", "The password must be changed at the first login.", Codecs.Flag,
                item => item.ChangePasswordAtFirstLogin, (item, value) => item with { ChangePasswordAtFirstLogin = value }),
        ],
        design => design.Users.Accounts,
        (design, value) => design with { Users = design.Users with { Accounts = value } });

    public static RecordField<UserGroup> Groups { get; } = new(
        "users.groups", "Groups",
        "Groups that are made together with the users.",
        "group",
        () => new UserGroup(),
        item => item.Name.ToString(),
        [
            new RecordColumn<UserGroup, UnixName>(
                "name", "Name", "The group's name.", Codecs.Value<UnixName>(),
                item => item.Name, (item, value) => item with { Name = value }, isRequired: true),
            new RecordColumn<UserGroup, int?>(
                "gid", "GID", "The group id, 1000 to 60000; empty takes the next.", Codecs.OptionalNumber(1000, LargestId),
                item => item.GroupId, (item, value) => item with { GroupId = value }),
        ],
        design => design.Users.Groups,
        (design, value) => design with { Users = design.Users with { Groups = value } });
}
