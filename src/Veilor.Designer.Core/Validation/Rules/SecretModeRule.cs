using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>sudo takes rules that only root can write, and visudo asks for 0440 (tried with sudo 1.9.13; sudoers(5)).</summary>
public sealed class SecretModeRule() : DesignRule("VD7015", DiagnosticSeverity.Warning, "The file needs a closer mode")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var (path, file) in OverlayFiles.All(input.Content))
        {
            if ((path is "etc/sudoers" || path.StartsWith("etc/sudoers.d/", StringComparison.Ordinal))
                && ContentFields.Permissions.Find(input.Design, path) is null && RelativePath.TryParse(path, out var relative, out _))
            {
                yield return Report(ContentFields.Permissions.Path, $"{file.Path} is copied with mode 0644: everyone can read who may do what, and visudo says 'bad permissions, should be mode 0440'.", "Set 0440", design => OverlayModes.With(design, relative, "0440"));
            }
        }
    }
}
