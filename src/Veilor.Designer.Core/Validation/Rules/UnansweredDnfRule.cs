using System.Text.RegularExpressions;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A build has no terminal: dnf reads no answer, and ends with "Operation aborted by the user" (tried with dnf5 5.4).</summary>
public sealed partial class UnansweredDnfRule() : BuildCommandRule("VD9030", DiagnosticSeverity.Error, "dnf asks, and nobody answers")
{
    private static readonly string[] Programs = ["dnf", "dnf5", "dnf-3", "yum", "microdnf"];

    private static readonly string[] Asking =
    [
        "install", "remove", "erase", "upgrade", "update", "downgrade", "reinstall", "swap", "distro-sync", "groupinstall", "builddep", "localinstall", "enable",
    ];

    /// <summary>Words behind which stands the command proper.</summary>
    private static readonly string[] Families = ["group", "environment", "module", "copr"];

    /// <summary>Options that answer, or with which nothing is asked.</summary>
    private static readonly string[] Answers = ["--assumeyes", "--assumeno", "--downloadonly", "--help", "--version"];

    private static readonly string[] Verbs =
    [
        .. Asking, .. Families, "advisory", "autoremove", "check", "check-update", "check-upgrade", "clean", "config-manager", "disable", "download", "help", "history", "info",
        "list", "makecache", "mark", "needs-restarting", "offline", "provides", "repo", "repolist", "repoquery", "search", "system-upgrade", "versionlock",
    ];

    private protected override string? Problem(BuildCommand command)
    {
        if (Array.IndexOf(Programs, command.Program) < 0 || command.MayFail || command.Words.Any(IsAnswer))
        {
            return null;
        }

        var verb = command.Words.Skip(1).FirstOrDefault(word => Array.IndexOf(Verbs, word) >= 0);
        if (verb is not null && Array.IndexOf(Families, verb) >= 0)
        {
            verb = command.Words.SkipWhile(word => !string.Equals(word, verb, StringComparison.Ordinal)).Skip(1).FirstOrDefault(word => Array.IndexOf(Verbs, word) >= 0);
        }

        return verb is not null && Array.IndexOf(Asking, verb) >= 0
            ? "asks whether it may go on, and a build has no terminal to answer at: nothing is changed, and the step ends, or goes on without it. Write -y behind the program's name."
            : null;
    }

    /// <summary>Not where dnf's settings answer, or where something writes into the command.</summary>
    private protected override bool IsAsked(RuleInput input, BuildCommand command) =>
        !ExtraLines.Fields.Any(field => IsSetting(field.Get(input.Design)))
        && !input.Content.Below(DesignContent.ScriptsFolder).Concat(OverlayFiles.Below(input.Content, "etc/dnf/", "usr/share/dnf5/").Select(each => each.File)).Any(file => IsSetting(file.ReadableText()))
        && !BuildCommands.Of(input).Any(each => each.Path == command.Path && (each.Program is "yes" or "expect" || (each.Is("echo", "y", "Y", "yes") || each.Is("printf", "y", "y\\n", "yes\\n"))));

    private static bool IsSetting(string text) => text.Contains("assumeyes", StringComparison.Ordinal) || text.Contains("defaultyes", StringComparison.Ordinal);

    private protected override (string Title, string Lines)? Mended(string lines) => ("Write -y", Program().Replace(lines, match => IsInComment(lines, match.Index) ? match.Value : match.Value + " -y"));

    private static bool IsInComment(string lines, int at) =>
        lines.AsSpan(lines.LastIndexOf('\n', at) + 1).TrimStart([' ', '\t']) is ['#', ..];

    /// <summary>dnf before a command that asks; not in quotes, which may hold words for people.</summary>
    [GeneratedRegex("""(?<![\w./"'=-])(?<program>dnf5?|dnf-3|yum|microdnf)(?=([ \t]|\\\n)+(?!-y\b)(-[\w.=,*:-]+([ \t]|\\\n)+)*(install|remove|erase|upgrade|update|downgrade|reinstall|swap|distro-sync|groupinstall|builddep|localinstall|group|environment|module|copr)\b)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Program();

    /// <summary>A word that may hold -y, or that gives the command another input.</summary>
    private static bool IsAnswer(string word) =>
        Array.IndexOf(Answers, word) >= 0
        || word.Contains("assumeyes", StringComparison.Ordinal)
        || word is ['$', ..] or ['<', ..]
        || (word is ['-', not '-', ..] && word.AsSpan().ContainsAny('y', 'h'));
}
