namespace Veilor.Designer.Core.Plans;

/// <summary>The facts of an <c>/etc/os-release</c> file that decide how software is installed (os-release(5)).</summary>
/// <param name="Id">The distribution, lower case: <c>fedora</c>, <c>debian</c>. <c>linux</c> when the file does not say.</param>
/// <param name="IdLike">Distributions it derives from, nearest first.</param>
/// <param name="PrettyName">The name for people.</param>
/// <param name="IsImageBased">True when <c>OSTREE_VERSION</c> is set, or the caller saw <c>/run/ostree-booted</c>: packages are layered by rpm-ostree.</param>
public sealed record OsRelease(string Id, IReadOnlyList<string> IdLike, string PrettyName, bool IsImageBased)
{
    /// <summary>Reads the file's text. Unknown and malformed lines are passed over, as os-release(5) asks of readers.</summary>
    public static OsRelease Parse(string text, bool isOstreeBooted = false)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && line[0] != '#')
            {
                values[line[..equals]] = Unquote(line[(equals + 1)..]);
            }
        }

        var id = values.GetValueOrDefault("ID", "linux").ToLowerInvariant();
        var like = values.GetValueOrDefault("ID_LIKE", "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new OsRelease(
            id, like, values.GetValueOrDefault("PRETTY_NAME", id), isOstreeBooted || values.ContainsKey("OSTREE_VERSION"));
    }

    /// <summary>The shell command that installs <paramref name="packages"/> here, or null when the distribution is not known.</summary>
    public string? InstallCommand(params IReadOnlyList<string> packages)
    {
        var names = string.Join(' ', packages.Select(ShellCommandLine.Quote));
        if (IsImageBased)
        {
            return $"sudo rpm-ostree install {names}";
        }

        foreach (var name in IdLike.Prepend(Id))
        {
            var command = name switch
            {
                "debian" or "ubuntu" => $"sudo apt-get install -y {names}",
                "fedora" or "rhel" or "centos" => $"sudo dnf install -y {names}",
                "suse" or "opensuse" or "opensuse-leap" or "opensuse-tumbleweed" or "sles" => $"sudo zypper install -y {names}",
                "arch" => $"sudo pacman -S --needed {names}",
                _ => null,
            };
            if (command is not null)
            {
                return command;
            }
        }

        return null;
    }

    private static string Unquote(string value)
    {
        if (value.Length >= 2 && value[0] == value[^1] && value[0] is '"' or '\'')
        {
            value = value[1..^1];
        }

        return value.Replace("\\\"", "\"", StringComparison.Ordinal).Replace(@"\$", "$", StringComparison.Ordinal)
            .Replace(@"\`", "`", StringComparison.Ordinal).Replace(@"\\", @"\", StringComparison.Ordinal);
    }
}
