using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>COPY ends the build for a file that does not exist.</summary>
public sealed class MissingPermissionFileRule() : DesignRule("VD7005", DiagnosticSeverity.Error, "The file for this mode is not there")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var permission in input.Design.Overlay.Permissions)
        {
            if (!input.Content.Contains(DesignContent.OverlayFolder + permission.Path))
            {
                yield return Report(ContentFields.Permissions.PathOf(permission), $"There is no file overlay/{permission.Path}, so the build would end at its COPY.", "Remove the row", design => ContentFields.Permissions.Remove(design, permission.Path.ToString()));
            }
        }
    }
}
