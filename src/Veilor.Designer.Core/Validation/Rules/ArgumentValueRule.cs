using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Failures;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// A value that is none of the argument's: the kernel starts as if the argument were not there (kernel-parameters.txt; the parsers
/// in its source). Of those that are meant to weaken it, such as lockdown=none, VD4012 speaks.
/// </summary>
public sealed class ArgumentValueRule() : DesignRule("VD4033", DiagnosticSeverity.Warning, "The kernel ignores the value")
{
    /// <summary>Of shorter values any is near to any other, and 2 would become 0.</summary>
    private const int ShortestWord = 3;

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
        KnownValues.Of(argument) is { } known
        && (argument.Value is { } value ? !known.Takes(value) : known.NeedsValue)
        && WeakeningArgumentRule.EffectOf(argument) is null ? known : null;

    private static string Message(KernelArgument argument, KnownValue known) =>
        argument.Value is null
            ? $"'{argument}' has no value, so the kernel ignores it. It takes {known.Allowed} for {argument.Key}."
            : $"'{argument}': the kernel takes {known.Allowed} for {argument.Key}. It ignores another value, and says so in its log at most, so nothing is set.";

    private Diagnostic Ignored(ImageDesign design, KernelArgumentEntry entry, KnownValue known)
    {
        var path = KernelFields.Arguments.PathOf(entry);
        var message = Message(entry.Argument, known);
        return entry.Argument.Value is { Length: >= ShortestWord } value && NearNames.Find(value, known.Words) is [var near, ..] && near.Length >= ShortestWord && KernelFields.Arguments.Find(design, $"{entry.Argument.Key}={near}") is null
            ? Report(path, message, $"Take {near}", each => KernelFields.Arguments.Set(each, each.Kernel.Arguments.Select(other => other == entry ? other with { Argument = KernelArgument.Parse($"{entry.Argument.Key}={near}") } : other).ToEquatableArray()))
            : Report(path, message, $"Remove {entry.Argument}", each => KernelFields.Arguments.Remove(each, entry.Argument.ToString()));
    }
}
