using System.Text.RegularExpressions;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>dnf is dnf5 since Fedora 41: it knows config-manager's options of dnf 4 as commands, and ends with Unknown argument (dnf5, changes_from_dnf4; config-manager.8).</summary>
public sealed partial class OldDnfSyntaxRule() : BuildCommandRule("VD9035", DiagnosticSeverity.Error, "The command speaks to dnf 4")
{
    /// <summary>The first release of Fedora whose dnf is dnf5.</summary>
    private const int FirstRelease = 41;

    private static readonly string[] Options = ["--add-repo", "--set-enabled", "--set-disabled", "--enable", "--disable", "--save", "--dump", "--dump-variables"];

    /// <summary>Commands that dnf5 took no name over for, each with the words that say the same.</summary>
    private static readonly (string Old, string New)[] Commands =
    [
        ("groupinstall", "group install"), ("groupremove", "group remove"), ("grouperase", "group remove"), ("groupupdate", "group upgrade"), ("grouplist", "group list"), ("groupinfo", "group info"),
    ];

    private protected override bool IsAsked(RuleInput input, BuildCommand command) =>
        command.Is("dnf5") || input.Design.FedoraRelease() >= FirstRelease || (input.Design.IsAtomicDesktop() && input.Design.Image.Base.Tag is "stable" or "latest");

    private protected override string? Problem(BuildCommand command)
    {
        if (command.Program is not ("dnf" or "dnf5" or "yum") || command.MayFail)
        {
            return null;
        }

        var words = command.Words.Skip(1).ToList();
        var verb = words.Find(word => word is not ['-', ..]);
        return verb is "config-manager" && words.Find(IsOld) is { } option
            ? $"has the form of dnf 4: dnf5 knows no '{option}' here and ends with 'Unknown argument'. It says addrepo --from-repofile=URL, and setopt REPOSITORY.enabled=1."
            : Array.Find(Commands, each => string.Equals(each.Old, verb, StringComparison.Ordinal)) is { Old: not null } command4
                ? $"has the form of dnf 4: dnf5 knows no command '{command4.Old}' and ends with 'Unknown argument'. It says {command4.New}."
                : null;
    }

    private protected override (string Title, string Lines)? Mended(string lines)
    {
        var mended = Switch().Replace(AddRepository().Replace(lines, match => "config-manager addrepo " + (match.Groups["url"].Value.TrimEnd('"', '\'').EndsWith(".repo", StringComparison.Ordinal) ? "--from-repofile=" : "--set=baseurl=") + match.Groups["url"].Value),
            match => "config-manager setopt" + Repository().Replace(match.Groups["ids"].Value, id => $"{id.Value}.enabled={(match.Groups["switch"].Value is "enable" or "set-enabled" ? 1 : 0)}"));
        mended = Group().Replace(mended, match => match.Groups["before"].Value + Array.Find(Commands, each => string.Equals(each.Old, match.Groups["verb"].Value, StringComparison.Ordinal)).New);
        return string.Equals(mended, lines, StringComparison.Ordinal) ? null : ("Write it for dnf5", mended);
    }

    private static bool IsOld(string word) =>
        Array.Exists(Options, option => string.Equals(word, option, StringComparison.Ordinal) || (word.StartsWith(option, StringComparison.Ordinal) && word[option.Length] == '='));

    [GeneratedRegex(@"config-manager[ \t]+--add-repo[ \t=]+(?<url>[^\s;&|-][^\s;&|]*)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AddRepository();

    [GeneratedRegex(@"config-manager[ \t]+--(?<switch>set-enabled|set-disabled|enable|disable)(?<ids>([ \t]+[A-Za-z0-9][\w.:+-]*)+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Switch();

    [GeneratedRegex(@"[A-Za-z0-9][\w.:+-]*", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Repository();

    [GeneratedRegex(@"(?<before>\b(dnf5?|yum)[ \t]+(-[\w=,.-]+[ \t]+)*)(?<verb>group(install|remove|erase|update|list|info))\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Group();
}
