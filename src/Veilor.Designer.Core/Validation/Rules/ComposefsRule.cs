using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>bootc container lint (baseimage-composefs) warns; without composefs the files of the image can be changed on the machine (ostree-prepare-root(1)).</summary>
public sealed class ComposefsRule() : BuildCommandRule("VD7031", DiagnosticSeverity.Warning, "The image gives composefs up")
{
    private const string Name = "ostree/prepare-root.conf";

    private static readonly string[] On = ["yes", "true", "1", "maybe", "signed", "verity"];

    /// <summary>The files that set up the root, by their path in the image without a leading slash; the first wins.</summary>
    internal static readonly string[] Files = ["etc/" + Name, "usr/lib/" + Name];

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        Files.Select(path => (Path: path, File: input.Content.Find(DesignContent.OverlayFolder + path)))
            .Where(each => each.File is not null && !IsOn(UnitFile.Parse(each.File.ReadableText())))
            .Select(each => ReportFile(each.Path, $"overlay/{each.Path} does not switch composefs on: bootc container lint warns, and programs with root's rights can change the image on the machine. Write [composefs] and enabled = yes."))
            .Concat(base.Check(input));

    private protected override string? Problem(BuildCommand command) =>
        !command.Text.Contains(Name, StringComparison.Ordinal) ? null
        : command.Program is "rm" or "unlink" ? "takes the file away that switches composefs on: bootc container lint warns, and programs with root's rights can change the image on the machine."
        : IsOff(command) ? "does not switch composefs on: bootc container lint warns, and programs with root's rights can change the image on the machine. Write [composefs] and enabled = yes."
        : null;

    /// <summary>Not where a step writes the file anew.</summary>
    private protected override bool IsAsked(RuleInput input, BuildCommand command) =>
        command.Program is not ("rm" or "unlink")
        || !(Array.Exists(Files, path => OverlayFiles.Has(input.Content, path)) || BuildCommands.Of(input).Any(each => each.Program is not ("rm" or "unlink") && each.Text.Contains(Name, StringComparison.Ordinal)));

    /// <summary>As bootc reads it (ostree_prepareroot.rs): a root of its own for every start needs composefs too.</summary>
    private static bool IsOn(UnitFile file) =>
        file.Last("composefs", "enabled") is { } value ? Array.IndexOf(On, value) >= 0 : file.Last("root", "transient") is "true" or "1";

    /// <summary>True for echo or printf of a whole file that does not name the key with a word for yes, and for an edit to no.</summary>
    private static bool IsOff(BuildCommand command)
    {
        var text = command.Text;
        return command.Program switch
        {
            "echo" or "printf" => text.Contains('>', StringComparison.Ordinal) && !text.Contains(">>", StringComparison.Ordinal) && !text.AsSpan().ContainsAny('$', '`')
                && !(text.Contains("transient", StringComparison.Ordinal) || (text.Contains("composefs", StringComparison.Ordinal) && Array.Exists(On, word => Said(text) is { } said && said.StartsWith(word, StringComparison.Ordinal)))),
            "sed" => command.Words.Any(word => word.StartsWith("-i", StringComparison.Ordinal)) && Said(text) is { } said && (said.StartsWith("no", StringComparison.Ordinal) || said.StartsWith("false", StringComparison.Ordinal) || said.StartsWith('0')),
            _ => false,
        };
    }

    /// <summary>What stands behind the last enabled and its equals sign.</summary>
    private static string? Said(string text)
    {
        var at = text.LastIndexOf("enabled", StringComparison.Ordinal);
        return at < 0 ? null : text[(at + "enabled".Length)..].TrimStart(' ', '=', '\'');
    }
}
