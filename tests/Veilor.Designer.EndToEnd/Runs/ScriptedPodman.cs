namespace Veilor.Designer.EndToEnd.Runs;

/// <summary>
/// A stand-in for podman whose <c>build</c> is a script of the test's: these tests are about the page of a run, and need output of a known
/// form at a known pace. Builds with the real podman are tested beside them.
/// </summary>
internal sealed class ScriptedPodman
{
    private const string Podman =
        """
        #!/bin/bash
        case $1 in
            --version) echo 'podman version 5.0.0' ;;
            info) echo '/tmp, overlay' ;;
            image) echo 1000000000 ;;
            ps) ;;
            build) exec bash "$(dirname "$0")/build.sh" ;;
        esac

        """;

    private readonly TemporaryFolder _folder;

    public ScriptedPodman(TemporaryFolder folder)
    {
        _folder = folder;
        File.SetUnixFileMode(folder.Write("bin/podman", Podman), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Variables = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["PATH"] = $"{Path.Combine(folder.Path, "bin")}:{Environment.GetEnvironmentVariable("PATH")}",
        };
    }

    /// <summary>What the designer needs in its environment.</summary>
    public IReadOnlyDictionary<string, string?> Variables { get; }

    /// <summary>Says what the next builds do, in bash.</summary>
    public void Build(string script) => _folder.Write("bin/build.sh", script);
}
