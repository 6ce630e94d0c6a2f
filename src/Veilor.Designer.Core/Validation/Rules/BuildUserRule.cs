using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Ids that useradd picks differ from build to build, and bootc container lint (sysusers) warns (bootc, users-and-groups.md).</summary>
public sealed class BuildUserRule() : BuildCommandRule("VD9013", DiagnosticSeverity.Warning, "The build makes a user")
{
    private protected override string? Problem(BuildCommand command) =>
        command.Program is "usermod" ? UserChange(command)
            : command.Program is "useradd" or "adduser" or "groupadd" && !command.HasOption("--help") && !HasId(command)
            ? "changes /etc/passwd in the image, with an id that the next build may choose differently. Accounts of services belong into /usr/lib/sysusers.d, people into the section Users."
            : null;

    private static string? UserChange(BuildCommand command) =>
        command.HasOption("--help") ? null : "changes the accounts in the image: machines that changed theirs keep their own. Accounts of services belong into /usr/lib/sysusers.d, people into the section Users.";

    /// <summary>True when the command says the id itself, so that every build has the same.</summary>
    private static bool HasId(BuildCommand command) =>
        command.Program is "groupadd" ? HasNumber(command, "-g", "--gid") : HasNumber(command, "-u", "--uid");

    private static bool HasNumber(BuildCommand command, string option, string name) =>
        command.Words.Where((word, index) =>
            word.StartsWith(name + "=", StringComparison.Ordinal) ? IsNumber(word[(name.Length + 1)..])
            : (string.Equals(word, option, StringComparison.Ordinal) || string.Equals(word, name, StringComparison.Ordinal)) && index + 1 < command.Words.Count && IsNumber(command.Words[index + 1])).Any();

    private static bool IsNumber(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}
