using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The overlay is copied after the generated files, so its file wins.</summary>
public sealed class ReplacedSettingRule() : DesignRule("VD7006", DiagnosticSeverity.Warning, "The overlay replaces a generated setting")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var path in GeneratedSettings.Paths(input))
        {
            var overlay = DesignContent.OverlayFolder + path[BundlePaths.RootFiles.Length..];
            if (input.Content.Contains(overlay))
            {
                yield return Report(ContentFields.PathOfFile(overlay), $"{overlay} replaces {path}, so what the form says has no effect.");
            }
        }
    }
}
