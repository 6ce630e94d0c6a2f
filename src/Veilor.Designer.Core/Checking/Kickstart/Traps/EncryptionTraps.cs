using Veilor.Designer.Core.Checking.Kickstart.Syntax;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Checking.Kickstart.Traps;

/// <summary>LUKS options: passed on as they are, unknown values included.</summary>
internal static class EncryptionTraps
{
    private static readonly string[] Details = ["--passphrase", "--luks-version", "--pbkdf", "--pbkdf-memory", "--pbkdf-time", "--pbkdf-iterations", "--cipher", "--escrowcert", "--backuppassphrase"];

    public static IEnumerable<CheckTrap> Find(KickstartSession session)
    {
        var isUnattended = session.Lines("text").Any(l => l.Context.Name == "cmdline" || l.Has("--non-interactive"));
        return session.Lines("partition", "logvol", "raid", "autopart").SelectMany(l => OfLine(l, isUnattended));
    }

    private static IEnumerable<CheckTrap> OfLine(CommandLine line, bool isUnattended)
    {
        var version = line.Text("--luks-version");
        if (version is not ("" or "luks1" or "luks2") && !version.StartsWith("luks2-", StringComparison.Ordinal))
        {
            yield return KickstartTraps.At(line, "--luks-version", "unknown-luks-version", DiagnosticSeverity.Error, $"{version} is no LUKS version; known are luks1 and luks2.", "The value is passed on unchecked.");
        }

        var pbkdf = line.Text("--pbkdf");
        if (pbkdf is not ("" or "pbkdf2" or "argon2i" or "argon2id"))
        {
            yield return KickstartTraps.At(line, "--pbkdf", "unknown-pbkdf", DiagnosticSeverity.Error, $"{pbkdf} is no key derivation; known are pbkdf2, argon2i and argon2id.", "The value is passed on unchecked.");
        }
        else if (pbkdf.Length > 0 && version == "luks1")
        {
            yield return KickstartTraps.At(line, "--pbkdf", "pbkdf-ignored", DiagnosticSeverity.Warning, "--pbkdf is ignored for luks1.", "LUKS1 knows one key derivation only.");
        }

        if (!line.Has("--encrypted"))
        {
            if (Details.FirstOrDefault(line.Counts) is { } detail)
            {
                yield return KickstartTraps.At(line, detail, "not-encrypted", DiagnosticSeverity.Error, $"{detail} without --encrypted: nothing is encrypted.", "The option is accepted and has no effect.");
            }

            yield break;
        }

        if (line.Counts("--passphrase"))
        {
            yield return KickstartTraps.At(line, "--passphrase", "passphrase-in-file", DiagnosticSeverity.Warning, "The passphrase stands in plain text in the kickstart.", "It stays on the installation medium, and Anaconda keeps a copy of the kickstart.");
        }
        else
        {
            yield return KickstartTraps.At(
                line,
                "--encrypted",
                "no-passphrase",
                isUnattended ? DiagnosticSeverity.Error : DiagnosticSeverity.Info,
                isUnattended ? "Encryption without a passphrase stops an unattended installation." : "There is no passphrase: the installer asks for it.",
                "The storage check of the installer wants a key; the validator does not.");
        }
    }
}
