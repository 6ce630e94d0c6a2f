using System.Text.RegularExpressions;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation;

/// <summary>
/// Whether sudo may ask for no password. Fedora's own rule for wheel, <c>%wheel ALL=(ALL) ALL</c>, asks (sudoers(5)); the user
/// of cloud-init is not asked.
/// </summary>
internal static partial class SudoRules
{
    /// <summary>What frees from the password in a rule (sudoers(5)).</summary>
    private static readonly string[] Signs = ["NOPASSWD", "!authenticate"];

    /// <summary>The line that the fix of VD5005 adds.</summary>
    public const string FreeWheel = "RUN echo '%wheel ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers.d/90-wheel && chmod 0440 /etc/sudoers.d/90-wheel";

    /// <summary>True when rules of the overlay, lines, scripts or kickstart lines of one's own may let people use sudo without a password, or give them one.</summary>
    public static bool MayAskNothing(RuleInput input) =>
        OverlayFiles.All(input.Content).Any(each => (each.Path is "etc/sudoers" || each.Path.StartsWith("etc/sudoers.d/", StringComparison.Ordinal)) && Frees(each.File.ReadableText()))
        || ExtraLines.Fields.Any(field => FreesOrGives(field.Get(input.Design)))
        || FreesOrGives(input.Design.Installer.ExtraKickstart)
        || input.Content.Below(DesignContent.ScriptsFolder).Any(file => FreesOrGives(file.ReadableText()))
        || input.Design.Packages.Install.Any(package => package.ToString() is "pam_ssh_agent_auth" or "cloud-init");

    /// <summary>Of commands, in whatever language they are written: a remark does nothing, and a file may be called passwd.</summary>
    private static bool FreesOrGives(string text)
    {
        var commands = Remark.Replace(text, "");
        return Frees(commands) || PasswordProgram.Matches(commands).Any(Gives);
    }

    /// <summary>Told to lock a password, a program gives none; without an argument passwd asks a person, whom a build has not.</summary>
    private static bool Gives(Match match) =>
        match.Groups["program"].Value is "chpasswd" || match.Groups["argument"].Value.Trim(' ', '\t', '"', '\'', ',') is not ("" or "-l" or "-L" or "--lock");

    private static bool Frees(string text) => Array.Exists(Signs, sign => text.Contains(sign, StringComparison.Ordinal));

    [GeneratedRegex(@"(^|[ \t])#.*", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Remark { get; }

    /// <summary>A program that gives an account a password, by name or by path, and its first argument.</summary>
    [GeneratedRegex(@"(^|[^\w./-])(/(usr/)?s?bin/)?(?<program>chpasswd|passwd|usermod)((?<argument>[ \t""',]+[^ \t""',\n]*)|[;|&)<>\r]|$)", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PasswordProgram { get; }
}
