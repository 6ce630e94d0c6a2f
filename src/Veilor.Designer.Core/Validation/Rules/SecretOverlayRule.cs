using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Everyone who can pull the image has the file, and all machines share it.</summary>
public sealed class SecretOverlayRule() : DesignRule("VD7016", DiagnosticSeverity.Error, "A secret is part of the image")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        OverlayFiles.All(input.Content)
            .Where(each => (each.Path.StartsWith("etc/ssh/ssh_host_", StringComparison.Ordinal) && each.Path.EndsWith("_key", StringComparison.Ordinal))
                || each.File.ReadableText().Contains("PRIVATE KEY-----", StringComparison.Ordinal))
            .Select(each => ReportFile(each.Path, $"overlay/{each.Path} is a private key. Everyone who can pull the image would have it, and all machines would share it. Make keys on each machine."));
}
