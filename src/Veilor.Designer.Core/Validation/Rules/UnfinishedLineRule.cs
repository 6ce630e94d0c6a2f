using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A backslash at the end joins the next line, which here is a generated instruction (Containerfile(5)).</summary>
public sealed class UnfinishedLineRule() : DesignRule("VD9003", DiagnosticSeverity.Error, "Your lines swallow the next instruction")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var field in ExtraLines.Fields)
        {
            var text = field.Get(input.Design);
            if (ContainerfileLines.Unfinished(text) is not null)
            {
                yield return Report(field.Path, "The last instruction ends with a backslash, so the next generated line becomes part of it.", "Take the backslash off", design => field.Set(design, Finished(field.Get(design))));
            }
        }
    }

    /// <summary>A line that is nothing but the backslash leaves the one before it unfinished in its turn.</summary>
    private static string Finished(string text)
    {
        while (ContainerfileLines.Unfinished(text) is { } number)
        {
            var lines = text.Split('\n');
            lines[number] = lines[number].TrimEnd().TrimEnd('\\').TrimEnd();
            text = string.Join('\n', lines).TrimEnd('\n');
        }

        return text;
    }
}
