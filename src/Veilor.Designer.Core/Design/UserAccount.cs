using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Design;

/// <summary>A person's account. It is made by the installer or the disk builder, never baked into the image.</summary>
public sealed record UserAccount
{
    /// <summary>Programs that end a log-in at once (nologin(8); coreutils).</summary>
    private static readonly string[] Refusing = ["nologin", "false", "true", "sync"];

    public UnixName Name { get; init; } = UnixName.Parse("user");

    public string FullName { get; init; } = "";

    public EquatableArray<UnixName> Groups { get; init; } = [];

    public AbsolutePath? Shell { get; init; }

    public AbsolutePath? Home { get; init; }

    public int? UserId { get; init; }

    public int? GroupId { get; init; }

    public EquatableArray<SshPublicKey> SshKeys { get; init; } = [];

    /// <summary>A crypt hash; null for an account without a password. Plain text never gets here.</summary>
    public PasswordHash? Password { get; init; }

    /// <summary>Whether the password is locked: kept, but of no use until somebody unlocks it. Keys still work.</summary>
    public bool IsLocked { get; init; }

    /// <summary>Whether the password must be changed at the first login.</summary>
    public bool ChangePasswordAtFirstLogin { get; init; }

    /// <summary>The day from which the account is refused; null for one that stays.</summary>
    public CalendarDay? Expires { get; init; }

    /// <summary>True when the person has a way to prove who they are: a key or a password.</summary>
    public bool HasCredential => HasPassword || !SshKeys.IsEmpty;

    /// <summary>True when the person can log in with a password.</summary>
    public bool HasPassword => Password is not null && !IsLocked;

    /// <summary>True when the login shell ends every log-in, which accounts of services have.</summary>
    public bool RefusesLogin => Shell?.ToString() is { } path && Array.IndexOf(Refusing, path[(path.LastIndexOf('/') + 1)..]) >= 0;
}
