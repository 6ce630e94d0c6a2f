using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>COPY --chown ends at a name that the image does not have (tried with buildah 1.28). Only a small base is judged, whose accounts are known; packages may make accounts of any name.</summary>
public sealed class UnknownOwnerRule() : DesignRule("VD7055", DiagnosticSeverity.Warning, "Nothing is known to make the file's owner")
{
    private static readonly UnixName Root = UnixName.Parse("root");

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (!input.Design.HasSmallBase() || !input.Design.Packages.Groups.IsEmpty || !input.Design.Packages.Environments.IsEmpty)
        {
            yield break;
        }

        foreach (var permission in input.Design.Overlay.Permissions)
        {
            if (IsUnknown(input, permission.Owner, isUser: true))
            {
                yield return Report(permission, $"overlay/{permission.Path} shall belong to '{permission.Owner}', and nothing known here makes that user before the file is copied: without it the build ends at its COPY.", "Give the file to root", each => each with { Owner = Root });
            }
            else if (IsUnknown(input, permission.Group, isUser: false))
            {
                yield return Report(permission, $"overlay/{permission.Path} shall belong to the group '{permission.Group}', and nothing known here makes that group before the file is copied: without it the build ends at its COPY.", "Give the file to root's group", each => each with { Group = Root });
            }
        }
    }

    private static bool IsUnknown(RuleInput input, UnixName name, bool isUser) =>
        !FileOwners.MayBeThere(input, name.ToString(), isUser)
        && UsersFields.Accounts.Find(input.Design, name.ToString()) is null && UsersFields.Groups.Find(input.Design, name.ToString()) is null
        && !FileOwners.IsDeclared(input.Content, name.ToString());

    private Diagnostic Report(FilePermission permission, string message, string fix, Func<FilePermission, FilePermission> change) =>
        Report(ContentFields.Permissions.PathOf(permission), message, fix, design => ContentFields.Permissions.Put(design, change(permission)));
}
