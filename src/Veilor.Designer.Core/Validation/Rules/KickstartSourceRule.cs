using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The builder adds ostreecontainer itself; ostreecontainer, bootc and ostreesetup exclude each other (pykickstart).</summary>
public sealed class KickstartSourceRule() : DesignRule("VD8005", DiagnosticSeverity.Error, "The kickstart names a second image source")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var line in input.Design.Installer.ExtraKickstart.Split('\n'))
        {
            var word = line.TrimStart().Split(' ', 2)[0];
            if (word is "ostreecontainer" or "bootc" or "ostreesetup" or "liveimg" or "url" && input.Design.Outputs.ImageTypes.Any(type => type.IsIso()))
            {
                yield return Report(DeliveryFields.ExtraKickstart.Path, $"'{word}' names a source, and the builder adds its own: the installer refuses two.");
            }
        }
    }
}
