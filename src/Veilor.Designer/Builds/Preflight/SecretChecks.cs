using Veilor.Designer.Builds.Findings;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Core.Preflight;

namespace Veilor.Designer.Builds.Preflight;

/// <summary>
/// The secrets that a build passes to its steps, each where the design says. podman ends at a file that is not there, and
/// takes a variable that is not set for an empty secret without a word (tried with podman 4.3.1). No value is shown or kept.
/// </summary>
/// <param name="host">How root's rights are to be had.</param>
/// <param name="variable">Looks up an environment variable of this program; null takes its own.</param>
public sealed class SecretChecks(BuildHost host, Func<string, string?>? variable = null)
{
    private const string Group = "Secrets";

    private readonly Func<string, string?> _variable = variable ?? Environment.GetEnvironmentVariable;

    /// <summary>Looks for every secret of the design.</summary>
    public async Task<IReadOnlyList<PreflightCheck>> RunAsync(ImageDesign design, BuildChoices choices, CancellationToken cancellation)
    {
        var usesSudo = choices.BuildAsRoot && host.Root == RootAccess.Sudo;
        List<PreflightCheck> checks = [];
        foreach (var secret in design.Extra.Secrets)
        {
            var source = secret.From.ToString();
            checks.Add(secret.From.IsFile
                ? usesSudo ? await RootsFileAsync(secret, source, cancellation) : FileCheck(secret, source)
                : await VariableAsync(secret, source, usesSudo, cancellation));
        }

        return checks;
    }

    private static PreflightCheck FileCheck(BuildSecret secret, string path)
    {
        var look = $"ls -l {ShellCommandLine.Quote(path)}";
        try
        {
            if (Directory.Exists(path))
            {
                return Check(secret, CheckState.Blocking, $"{path} is a folder", look);
            }

            using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return RandomAccess.GetLength(handle) == 0 ? Check(secret, CheckState.Blocking, $"{path} is empty", look) : Check(secret, CheckState.Good, path);
        }
        catch (UnauthorizedAccessException)
        {
            return Check(secret, CheckState.Blocking, $"{path} may not be read by this program", look);
        }
        catch (IOException)
        {
            return Check(secret, CheckState.Blocking, $"{path} is not there", look);
        }
    }

    /// <summary>Root reads what this program may not, so root is asked.</summary>
    private static async Task<PreflightCheck> RootsFileAsync(BuildSecret secret, string path, CancellationToken cancellation) =>
        await ToolVersions.SucceedsAsync("sudo", ["-n", "test", "-f", path, "-a", "-s", path], cancellation)
            ? Check(secret, CheckState.Good, path)
            : Check(secret, CheckState.Blocking, $"{path} is not there, or empty, or no file", $"sudo ls -l {ShellCommandLine.Quote(path)}");

    private async Task<PreflightCheck> VariableAsync(BuildSecret secret, string name, bool usesSudo, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(_variable(name)))
        {
            return Check(secret, CheckState.Blocking, $"the variable {name} is not set where this program was started", $"read -rs {name} && export {name}");
        }

        return usesSudo && !await ToolVersions.SucceedsAsync("sudo", ["-n", $"--preserve-env={name}", "true"], cancellation)
            ? Check(secret, CheckState.Blocking, $"sudo may not keep the variable {name}: take the secret from a file, or let sudo set variables", "sudo -l")
            : Check(secret, CheckState.Good, $"the variable {name}");
    }

    private static PreflightCheck Check(BuildSecret secret, CheckState state, string found, params string[] repairs) =>
        new(Group, $"Secret {secret.Id}", state, found, secret.Purpose.Length > 0 ? secret.Purpose : "steps of the build", [.. repairs]);
}
