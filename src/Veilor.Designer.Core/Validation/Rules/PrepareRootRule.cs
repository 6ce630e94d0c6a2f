using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// ostree-prepare-root ends in the initramfs at a value that it cannot read, and bootc at installing (ostree, otcore-prepare-root.c
/// and ot-keyfile-utils.c). Only the key of composefs knows yes and no; the others are read by GLib, which does not.
/// </summary>
public sealed class PrepareRootRule() : DesignRule("VD7046", DiagnosticSeverity.Error, "No machine gets past the set-up of its root")
{
    private static readonly string[] States = ["yes", "true", "1", "no", "false", "0", "maybe", "signed", "verity"];

    private static readonly string[] Truths = ["true", "false", "1", "0"];

    private static readonly (string Section, string Key)[] Booleans = [("sysroot", "readonly"), ("root", "transient"), ("root", "transient-ro"), ("etc", "transient")];

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        ComposefsRule.Files
            .Where(path => OverlayFiles.Has(input.Content, path))
            .SelectMany(path => Problem(UnitFile.Parse(input.Content.Find(DesignContent.OverlayFolder + path)!.ReadableText())) is { } problem
                ? new[] { ReportFile(path, $"overlay/{path}: {problem} The machine stops in the initramfs.") }
                : []);

    private static string? Problem(UnitFile file) =>
        file.BrokenHeader is { } header ? $"'{StrayText.Shown(header)}' does not end with ']'."
        : file.StrayLines is [var line, ..] ? $"'{StrayText.Shown(line)}' is no KEY = VALUE below a section."
        : file.Last("composefs", "enabled") is { } state && Array.IndexOf(States, state) < 0 ? $"[composefs] enabled = '{StrayText.Shown(state)}' is none of {string.Join(", ", States)}."
        : Booleans.Where(each => file.Last(each.Section, each.Key) is { } value && Array.IndexOf(Truths, value) < 0).Select(each => $"[{each.Section}] {each.Key} = '{StrayText.Shown(file.Last(each.Section, each.Key)!)}' is neither true nor false, the words that it takes.").FirstOrDefault();
}
