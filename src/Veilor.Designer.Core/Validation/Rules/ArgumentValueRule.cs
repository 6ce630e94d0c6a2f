using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Failures;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A value that is none of the argument's: the kernel starts as if the argument were not there (kernel-parameters.txt; the parsers in its source).</summary>
public sealed class ArgumentValueRule() : DesignRule("VD4033", DiagnosticSeverity.Warning, "The kernel ignores the value")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var entry in input.Design.Kernel.Arguments)
        {
            if (Unknown(entry.Argument) is { } known)
            {
                yield return Ignored(input.Design, entry, known);
            }
        }

        foreach (var (path, argument, _) in KargsFiles.Arguments(input.Content).Distinct())
        {
            if (Unknown(argument) is { } known)
            {
                yield return ReportFile(path, $"overlay/{path}: {Message(argument, known)}");
            }
        }
    }

    private static KnownValue? Unknown(KernelArgument argument) =>
        argument.Value is { } value && KnownValues.Of(argument) is { } known && !known.Takes(value) ? known : null;

    private static string Message(KernelArgument argument, KnownValue known) =>
        $"'{argument}': the kernel takes {known.Allowed} for {argument.Key}. It ignores another value, and says so in its log at most, so nothing is set.";

    private Diagnostic Ignored(ImageDesign design, KernelArgumentEntry entry, KnownValue known)
    {
        var path = KernelFields.Arguments.PathOf(entry);
        var message = Message(entry.Argument, known);
        return NearNames.Find(entry.Argument.Value!, known.Words) is [var near, ..] && KernelFields.Arguments.Find(design, $"{entry.Argument.Key}={near}") is null
            ? Report(path, message, $"Take {near}", each => KernelFields.Arguments.Set(each, each.Kernel.Arguments.Select(other => other == entry ? other with { Argument = KernelArgument.Parse($"{entry.Argument.Key}={near}") } : other).ToEquatableArray()))
            : Report(path, message, $"Remove {entry.Argument}", each => KernelFields.Arguments.Remove(each, entry.Argument.ToString()));
    }
}
