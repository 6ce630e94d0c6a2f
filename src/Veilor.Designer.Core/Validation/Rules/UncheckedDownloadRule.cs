using System.Text.RegularExpressions;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>What a server sends is run as root, unseen and unchecked.</summary>
public sealed partial class UncheckedDownloadRule() : DesignRule("VD9017", DiagnosticSeverity.Warning, "A download is run unchecked")
{
    private static readonly Remembered<ContentFile, object> Piping = new(file => Pipe().IsMatch(file.ReadableText()));

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        ExtraLines.Instructions(input.Design)
            .Where(each => string.Equals(each.Keyword, "RUN", StringComparison.Ordinal) && Pipe().IsMatch(each.Arguments))
            .Select(each => each.Path)
            .Concat(new[] { ContentFields.ScriptsBeforePackages, ContentFields.RunScripts }
                .SelectMany(field => BuildCommands.Scripts(input, field))
                .Where(each => Piping.Of(each.File) is true)
                .Select(each => each.Path))
            .Distinct()
            .Select(path => Report(path, "The output of curl or wget goes into a shell, so the server decides at build time what runs as root. Use a pinned download with its checksum."));

    [GeneratedRegex(@"^[^#\n]*(\b(curl|wget)\b[^\n|]*\|\s*(sudo\s+(-\S+\s+)*)?(\S*/)?(ba|da|z)?sh\b|\b((ba|da|z)?sh|source|eval)\b[^\n|;]*(<\(|\$\(|`)\s*(curl|wget)\b)", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Pipe();
}
