using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A password in a layer is readable to everyone who can pull the image (bootc, users-and-groups.md).</summary>
public sealed class BuildPasswordRule() : BuildCommandRule("VD9015", DiagnosticSeverity.Error, "A password goes into the image")
{
    private protected override string? Problem(BuildCommand command) =>
        command.Program is "chpasswd" || (command.Is("passwd") && command.HasOption("--stdin")) || (command.Program is "usermod" or "useradd" && Password(command) is { } password && !IsLock(password))
            ? "sets a password that everyone who can pull the image can read, and that all machines share. Give the user a credential in the section Users."
            : null;

    /// <summary>What stands behind the option, empty when nothing does; null without the option.</summary>
    private static string? Password(BuildCommand command)
    {
        for (var index = 1; index < command.Words.Count; index++)
        {
            var word = command.Words[index];
            if (word is "-p" or "--password")
            {
                return index + 1 < command.Words.Count ? command.Words[index + 1] : "";
            }

            if (word.StartsWith("--password=", StringComparison.Ordinal))
            {
                return word[(word.IndexOf('=', StringComparison.Ordinal) + 1)..];
            }
        }

        return null;
    }

    /// <summary>True for what is no hash: no password fits it (crypt(5)).</summary>
    private static bool IsLock(string password) => password.Length > 0 && password.AsSpan().IndexOfAnyExcept('!', '*') < 0;
}
