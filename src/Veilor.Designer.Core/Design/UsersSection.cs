using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Design;

/// <summary>Who can log in.</summary>
public sealed record UsersSection
{
    /// <summary>Whether root has no password. The image locks it at build time; the installer, once a user has a credential.</summary>
    public bool LockRoot { get; init; } = true;

    public EquatableArray<UserAccount> Accounts { get; init; } = [];

    public EquatableArray<UserGroup> Groups { get; init; } = [];
}
