using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation;

/// <summary>Which accounts the image has when the overlay's files are copied.</summary>
internal static class FileOwners
{
    /// <summary>Accounts of packages that the bases of Fedora and of Enterprise Linux have.</summary>
    private static readonly string[] OfBases =
        ["root", "sssd", "unbound", "clevis", "tcpdump", "cockpit-ws", "cockpit-wsinstance", "pesign", "setroubleshoot", "qemu", "saslauth", "radvd", "gluster", "pcp", "dnsmasq", "ceph", "abrt", "openvpn"];

    /// <summary>True when the base has the account or the group, or a package or a command of the build may make it.</summary>
    /// <param name="input">The design with its files.</param>
    /// <param name="name">The account or the group.</param>
    /// <param name="isUser">Whether a user is asked for, or a group.</param>
    public static bool MayBeThere(RuleInput input, string name, bool isUser) =>
        SystemAccounts.IsUser(name) || (!isUser && SystemAccounts.IsLikelyGroup(name)) || Array.IndexOf(OfBases, name) >= 0
        || SystemAccounts.MayCome(input.Design, name) || InstalledNames.Of(input.Design.Packages).HasFamily(name) || InstalledNames.Of(input.Design.Packages).Begins(name)
        || BuildCommands.Of(input).Any(command => SystemctlUnits.AreBroughtBy(command) || command.Text.Contains(name, StringComparison.Ordinal) || command.Text.Contains("sysusers", StringComparison.Ordinal));

    /// <summary>True when a file of the overlay lets systemd-sysusers make the name.</summary>
    public static bool IsDeclared(DesignContent content, string name) =>
        OverlayFiles.Below(content, "usr/lib/sysusers.d/", "etc/sysusers.d/").Any(each => OverlayFiles.Lines(each.File).Any(line =>
            line.Split((char[]?)[' ', '\t'], StringSplitOptions.RemoveEmptyEntries) is [_, var word, ..] && string.Equals(word.Trim('"'), name, StringComparison.Ordinal)));
}
