using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Validation.Units;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// systemd's services pass over sections, keys and values of their configuration that they do not have, with a line in the log (systemd.syntax(7);
/// journald.conf(5), logind.conf(5)). Of keys only a name that is nearly a known one is told, as newer releases have more.
/// </summary>
public sealed class DaemonSettingRule() : DesignRule("VD7049", DiagnosticSeverity.Warning, "A service of systemd passes over the setting")
{
    private static readonly (string Name, string Section)[] Files =
    [
        ("journald", "Journal"), ("logind", "Login"), ("system", "Manager"), ("user", "Manager"), ("resolved", "Resolve"), ("timesyncd", "Time"), ("coredump", "Coredump"), ("oomd", "OOM"), ("sleep", "Sleep"), ("pstore", "PStore"),
    ];

    private static readonly string[] Folders = ["etc/systemd/", "usr/lib/systemd/"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var (path, file) in OverlayFiles.Below(input.Content, Folders))
        {
            if (path.EndsWith(".conf", StringComparison.Ordinal) && Owner(path) is { } owner && Problem(owner.Name, owner.Section, UnitFile.Parse(file.ReadableText())) is { } problem)
            {
                yield return ReportFile(path, $"overlay/{path}: {problem}");
            }
        }
    }

    /// <summary>The service that reads the file, NAME.conf or a file in NAME.conf.d.</summary>
    private static (string Name, string Section)? Owner(string path)
    {
        var rest = path[(path.IndexOf("systemd/", StringComparison.Ordinal) + "systemd/".Length)..];
        var found = Array.Find(Files, each => rest.StartsWith(each.Name + ".conf", StringComparison.Ordinal)
            && (rest.Length == each.Name.Length + ".conf".Length || (rest.AsSpan(each.Name.Length).StartsWith(".conf.d/") && rest.IndexOf('/', each.Name.Length + ".conf.d/".Length) < 0)));
        return found.Name is null ? null : found;
    }

    private static string? Problem(string name, string section, UnitFile file) =>
        file.BrokenHeader is { } header ? $"'{StrayText.Shown(header)}' opens a section and does not end with ']'. {name} passes over the file."
        : file.Sections.FirstOrDefault(each => !string.Equals(each, section, StringComparison.Ordinal) && !each.StartsWith("X-", StringComparison.Ordinal)) is { } other ? $"{name} reads the section [{section}] and passes over what stands in [{StrayText.Shown(other)}]."
        : file.StrayLines is [var line, ..] ? $"{name} passes over '{StrayText.Shown(line)}', which {(line.IndexOf('=', StringComparison.Ordinal) > 0 ? $"stands before the section [{section}]" : "is no KEY=VALUE")}."
        : Keys(name) is { } known && file.Settings(section).Select(each => each.Key).FirstOrDefault(key => !known.Has(key) && UnitValues.Near(key, known) is not null) is { } unknown ? $"{name} has no key '{StrayText.Shown(unknown)}' and passes over it. Did you mean {UnitValues.Near(unknown, known)}?"
        : file.Settings(section).Select(each => DaemonValues.Problem(name, each.Key, each.Value)).FirstOrDefault(problem => problem is not null);

    private static NameList? Keys(string name) => name switch
    {
        "journald" => KnownNames.JournaldKeys,
        "logind" => KnownNames.LogindKeys,
        _ => null,
    };
}
