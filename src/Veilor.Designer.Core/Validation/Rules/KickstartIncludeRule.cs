using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The builder puts the text alone on the ISO; files beside it are not there (image-builder, kickstart_stage.go).</summary>
public sealed class KickstartIncludeRule() : DesignRule("VD8014", DiagnosticSeverity.Warning, "The included file is not on the ISO")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        KickstartLines.Commands(input.Design.Installer.ExtraKickstart)
            .Where(command => command.Word is "%include" or "%ksappend" && !command.Line.Contains("/tmp/", StringComparison.Ordinal))
            .Select(command => Report(DeliveryFields.ExtraKickstart.Path, $"'{command.Line}': only the kickstart itself is put on the ISO. Write the lines here, or make the file below /tmp in a %pre section."))
            .DistinctBy(each => each.Message, StringComparer.Ordinal);
}
