using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A private key that a step makes lies in a layer, which everyone who can pull the image can read, and all machines share it (ssh-keygen(1), openssl-req(1)).</summary>
public sealed class BuildKeyRule() : BuildCommandRule("VD9036", DiagnosticSeverity.Error, "A step makes a private key")
{
    private protected override string? Problem(BuildCommand command) =>
        command.Is("ssh-keygen") && (command.HasOption("-A") || (command.Words.Contains("-f", StringComparer.Ordinal) && command.HasOption("-t", "-N", "-q") && !command.HasOption("-y", "-l", "-R", "-F", "-e", "-i", "-Y")))
            ? "makes private keys that everyone who can pull the image has, and that all machines share. sshd-keygen makes them on each machine at its first start."
        : command.Is("openssl") && command.Words.Skip(1).FirstOrDefault() is "genrsa" or "genpkey" || (command.Is("openssl", "req") && command.HasOption("-newkey", "-keyout") && !IsThrownAway(command))
            ? "makes a private key that everyone who can pull the image has, and that all machines share. Make it on each machine, by a script of the first boot."
        : command.Is("passwd") && command.HasOption("-d", "--delete") && !command.MayFail
            ? "lets the account in without a password. Leave it locked, and give people a credential in the section Users."
        : null;

    /// <summary>True for a key that goes nowhere.</summary>
    private static bool IsThrownAway(BuildCommand command) => command.Words.Contains("/dev/null", StringComparer.Ordinal);

    /// <summary>Not where the same build takes the key away.</summary>
    private protected override bool IsAsked(RuleInput input, BuildCommand command) =>
        !BuildCommands.Of(input).Any(each => each.Is("rm") && each.Words.Any(word => word.Contains("ssh_host_", StringComparison.Ordinal) || command.Words.Skip(1).Any(other => other.Length > 4 && other[0] == '/' && string.Equals(other, word, StringComparison.Ordinal))));
}
