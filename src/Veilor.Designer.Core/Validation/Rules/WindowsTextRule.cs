using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A carriage return at the end of the first line makes the kernel look for an interpreter that does not exist.</summary>
public sealed class WindowsTextRule() : DesignRule("VD7018", DiagnosticSeverity.Error, "The file has Windows line ends")
{
    private static readonly string[] Types = [".sh", ".service", ".timer", ".socket", ".conf", ".toml", ".rules", ".preset", ".repo"];

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        input.Content.Files
            .Where(file => (file.IsExecutable || Array.Exists(Types, type => file.Path.EndsWith(type, StringComparison.Ordinal))) && file.ReadableText().Contains("\r\n", StringComparison.Ordinal))
            .Select(file => Report(ContentFields.PathOfFile(file.Path), $"{file.Path} has Windows line ends. bash and systemd take the carriage return for part of the line. Save it with Unix line ends."));
}
