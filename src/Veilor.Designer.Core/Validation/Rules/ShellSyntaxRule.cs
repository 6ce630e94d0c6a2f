using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Validation.Shell;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The shell reads a command as a whole before it runs it, and ends the step at open quotes and blocks (bash(1); compared with bash -n).</summary>
public sealed class ShellSyntaxRule() : InstructionRule("VD9032", DiagnosticSeverity.Error, "The shell cannot read the command")
{
    private static readonly Remembered<ContentFile, ShellScript> Scripts = new(file => ShellScript.Read(file.ReadableText()));

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        base.Check(input).Concat(
            from field in new[] { ContentFields.ScriptsBeforePackages, ContentFields.RunScripts }
            from each in BuildCommands.Scripts(input, field)
            let fault = Scripts.Of(each.File).Fault
            where fault is not null
            select Report(each.Path, $"{each.File.Path} {fault}"))
            .Concat(
            from each in OverlayFiles.All(input.Content)
            let fault = Programs.Of(each.File).Fault
            where fault is not null
            select ReportFile(each.Path, $"overlay/{each.Path} {fault}"));

    /// <summary>Files that are scripts of sh or bash by their first line; another has no fault.</summary>
    private static readonly Remembered<ContentFile, ShellScript> Programs = new(file =>
        file.ReadableText() is ['#', '!', ..] text && Interpreter(text.AsSpan(2)) is "sh" or "bash" ? ShellScript.Read(text) : new ShellScript(Fault: null, Commands: null));

    /// <summary>The program of the first line, without its folder; that of env is the word behind it.</summary>
    private static string Interpreter(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('\n');
        var words = (end < 0 ? text : text[..end]).ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var name = words.Length == 0 ? "" : words[0][(words[0].LastIndexOf('/') + 1)..];
        return name is "env" && words.Length > 1 ? words[1] : name;
    }

    private protected override string? Problem(RuleInput input, string keyword, string arguments)
    {
        if (keyword is not "RUN" || ExtraLines.Instructions(input.Design).Any(each => each.Keyword is "SHELL"))
        {
            return null;
        }

        var rest = ContainerfileWords.Options(arguments).Tail;
        var script = ContainerfileWords.Json(rest) switch
        {
            null => rest,
            ["sh" or "bash" or "/bin/sh" or "/bin/bash" or "/usr/bin/sh" or "/usr/bin/bash", "-c", var text, ..] => text,
            _ => "",
        };
        return ShellScript.Read(script).Fault is { } fault ? $"'{Shown(rest)}' {fault}" : null;
    }

    private static string Shown(string rest)
    {
        var words = "RUN " + string.Join(' ', rest.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length > 60 ? words[..60] + "…" : words;
    }
}
