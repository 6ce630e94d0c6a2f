using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>useradd and Anaconda write any path into /etc/passwd; login(1) ends where the program is not there.</summary>
public sealed class UnknownShellRule() : DesignRule("VD5020", DiagnosticSeverity.Warning, "Nothing is known to bring this shell")
{
    private static readonly string[] Folders = ["/bin/", "/usr/bin/", "/sbin/", "/usr/sbin/"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var account in input.Design.Users.Accounts)
        {
            var path = account.Shell?.ToString() ?? "";
            var name = path[(path.LastIndexOf('/') + 1)..];
            if (path.Length == 0 || OverlayFiles.Has(input.Content, path.TrimStart('/')) || IsDownloaded(input, path))
            {
                continue;
            }

            var isInPlace = Array.Exists(Folders, folder => string.Equals(folder + name, path, StringComparison.Ordinal));
            var isKnown = LoginShells.IsKnown(name);
            if (isKnown && isInPlace)
            {
                continue;
            }

            var field = UsersFields.Accounts.PathOf(account, "shell");
            var message = $"'{account.Name}' logs in with {path}, and neither the overlay nor a package known here brings it. If nothing does, every log-in ends at once.";
            yield return isKnown
                ? Report(field, message, $"Take /usr/bin/{name}", design => UsersFields.Accounts.Put(design, account with { Shell = AbsolutePath.Parse("/usr/bin/" + name) }))
                : ReportName(field, message, name, LoginShells.Names, (design, near) => UsersFields.Accounts.Put(design, account with { Shell = AbsolutePath.Parse("/usr/bin/" + near) }));
        }
    }

    /// <summary>True when a download of the design is put there.</summary>
    internal static bool IsDownloaded(RuleInput input, string path) =>
        input.Design.Packages.Downloads.Any(download => string.Equals(download.Program?.ToString(), path, StringComparison.Ordinal));
}
