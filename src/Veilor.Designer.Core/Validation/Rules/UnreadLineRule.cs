using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Lines that modules-load.d, modprobe.d, presets, udev rules, tmpfiles.d and sysusers.d do not have: the tool passes over them, or takes the whole line for a name (modules-load.d(5), modprobe.d(5), systemd.preset(5), udev(7); tried with systemd 252).</summary>
public sealed class UnreadLineRule() : DesignRule("VD7058", DiagnosticSeverity.Warning, "A line of the file has no effect")
{
    private static readonly string[] OfModprobe = ["alias", "blacklist", "config", "include", "install", "options", "remove", "softdep", "weakdep"];

    private static readonly string[] OfPresets = ["enable", "disable", "ignore"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var (path, file) in OverlayFiles.Below(input.Content, "etc/modules-load.d/", "usr/lib/modules-load.d/", "etc/modprobe.d/", "usr/lib/modprobe.d/", "etc/systemd/system-preset/", "usr/lib/systemd/system-preset/", "etc/udev/rules.d/", "usr/lib/udev/rules.d/", "etc/tmpfiles.d/", "usr/lib/tmpfiles.d/", "etc/sysusers.d/", "usr/lib/sysusers.d/"))
        {
            if (!path.EndsWith(".conf", StringComparison.Ordinal) && !path.EndsWith(".preset", StringComparison.Ordinal) && !path.EndsWith(".rules", StringComparison.Ordinal))
            {
                continue;
            }

            if (path.Contains("/tmpfiles.d/", StringComparison.Ordinal) || path.Contains("/sysusers.d/", StringComparison.Ordinal))
            {
                if (DeclarationFileRule.Problem(path, file) is not null)
                {
                    continue;
                }
            }

            var lines = file.ReadableText().Replace("\\\n", " ", StringComparison.Ordinal).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] is not ('#' or ';')).ToList();
            if (lines.Select(line => Problem(path, line)).FirstOrDefault(problem => problem is not null) is { } problem)
            {
                yield return ReportFile(path, $"overlay/{path}: {problem}");
            }
            else if (path.Contains("/udev/rules.d/", StringComparison.Ordinal) && UdevLines.LostJump(lines) is { } label)
            {
                yield return ReportFile(path, $"overlay/{path}: GOTO=\"{StrayText.Shown(label)}\" leads to a label that no later line of the file has, so udev passes over it and reads on.");
            }
        }
    }

    private static string? Problem(string path, string line)
    {
        var words = line.Split((char[]?)[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return path.Contains("/tmpfiles.d/", StringComparison.Ordinal) ? Said(line, DeclarationLines.OfTmpfiles(line))
            : path.Contains("/sysusers.d/", StringComparison.Ordinal) ? Said(line, DeclarationLines.OfSysusers(line))
            : path.Contains("/udev/rules.d/", StringComparison.Ordinal) ? UdevLines.Problem(line) is { } problem ? Said(line, problem + ".") : null
            : path.Contains("/modules-load.d/", StringComparison.Ordinal)
            ? words.Length > 1 ? $"'{StrayText.Shown(line)}' is taken for the name of one module, which does not exist. Write each name on a line of its own." : null
            : path.Contains("/modprobe.d/", StringComparison.Ordinal)
                ? Array.IndexOf(OfModprobe, words[0]) < 0 ? $"modprobe has no command '{StrayText.Shown(words[0])}' and passes over the line. It has {string.Join(", ", OfModprobe)}." : null
                : Array.IndexOf(OfPresets, words[0]) < 0 ? $"a preset has no word '{StrayText.Shown(words[0])}', so systemd passes over the line. It has enable, disable and ignore." : null;
    }

    private static string? Said(string line, string? problem) => problem is null ? null : $"'{StrayText.Shown(line)}': {problem}";
}
