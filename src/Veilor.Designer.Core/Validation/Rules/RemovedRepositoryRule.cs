using System.Text.RegularExpressions;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>anaconda-iso resolves the installer's packages from the repositories inside the image (image-builder, anaconda-iso).</summary>
public sealed partial class RemovedRepositoryRule() : BuildCommandRule("VD9028", DiagnosticSeverity.Warning, "The ISO is made of the image's repositories")
{
    private const string Folder = "/etc/yum.repos.d";

    /// <summary>Repositories of the distribution that an installer is not made of.</summary>
    private static readonly string[] Further = ["cisco", "testing", "archive", "coreos", "eln", "rawhide-modular"];

    private protected override bool IsAsked(RuleInput input, BuildCommand command) => input.Design.MakesIso();

    private protected override string? Problem(BuildCommand command) =>
        (command.Is("rm") && command.Words.Skip(1).Any(IsOfDistribution)) || (command.Is("sed") && Disables(command.Text) && command.Words.Skip(1).Any(IsOfDistribution))
            ? "takes repositories away that the builder of the ISO reads from the image, to find the installer's packages. Leave those of the distribution enabled."
            : null;

    /// <summary>True for the folder, for a pattern that takes all of it, and for a file of the distribution's own; what a variable means is not judged.</summary>
    private static bool IsOfDistribution(string word)
    {
        if (!word.StartsWith(Folder, StringComparison.Ordinal))
        {
            return false;
        }

        var name = word[Folder.Length..].Trim('/');
        return name is "" or "*" or "*.repo"
            || (Distribution().IsMatch(name) && !Array.Exists(Further, part => name.Contains(part, StringComparison.Ordinal)));
    }

    [GeneratedRegex("^(fedora|centos|almalinux|rocky|redhat)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Distribution();

    /// <summary>True for a replacement by enabled=0 in a sed command, whatever sign parts it: s, the sign, a text without it, the sign again.</summary>
    private static bool Disables(string text)
    {
        const string Key = "enabled";
        for (var at = text.IndexOf(Key, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Key, at + 1, StringComparison.Ordinal))
        {
            var rest = text.AsSpan(at + Key.Length).TrimStart();
            if (at < 3 || text[at - 1] is '\\' or '_' || char.IsLetterOrDigit(text[at - 1]) || char.IsWhiteSpace(text[at - 1]) || rest is not ['=', ..] || rest[1..].TrimStart() is not ['0', ..])
            {
                continue;
            }

            var first = text.LastIndexOf(text[at - 1], at - 2);
            if (first > 0 && text[first - 1] is 's')
            {
                return true;
            }
        }

        return false;
    }
}
