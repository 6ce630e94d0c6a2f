using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// COPY --chown looks names up in the image's own /etc/passwd and /etc/group and ends where they are not (tried with buildah 1.28).
/// Users of the design are made at installation, and systemd-sysusers runs at a machine's start, so neither is there in the build.
/// </summary>
public sealed class MissingOwnerRule() : DesignRule("VD7054", DiagnosticSeverity.Error, "The file's owner is not there in the build")
{
    private static readonly UnixName Root = UnixName.Parse("root");

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var permission in input.Design.Overlay.Permissions)
        {
            if (Maker(input, permission.Owner, isUser: true) is { } maker)
            {
                yield return Report(permission, $"overlay/{permission.Path} shall belong to '{permission.Owner}', {maker}: the build ends at its COPY.", "Give the file to root", each => each with { Owner = Root });
            }
            else if (Maker(input, permission.Group, isUser: false) is { } groupMaker)
            {
                yield return Report(permission, $"overlay/{permission.Path} shall belong to the group '{permission.Group}', {groupMaker}: the build ends at its COPY.", "Give the file to root's group", each => each with { Group = Root });
            }
        }
    }

    /// <summary>Who makes the account, and that it is too late, as a clause; null where it may be there in time.</summary>
    private static string? Maker(RuleInput input, UnixName name, bool isUser) =>
        FileOwners.MayBeThere(input, name.ToString(), isUser) ? null
        : UsersFields.Accounts.Find(input.Design, name.ToString()) is not null || (!isUser && UsersFields.Groups.Find(input.Design, name.ToString()) is not null) ? "which is made when a machine is installed and never lies in the image"
        : FileOwners.IsDeclared(input.Content, name.ToString()) ? "which systemd-sysusers makes when a machine starts"
        : null;

    private Diagnostic Report(FilePermission permission, string message, string fix, Func<FilePermission, FilePermission> change) =>
        Report(ContentFields.Permissions.PathOf(permission), message, fix, design => ContentFields.Permissions.Put(design, change(permission)));
}
