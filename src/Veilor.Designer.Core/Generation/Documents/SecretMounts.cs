using System.Collections.Frozen;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Generation.Documents;

/// <summary>How steps of the build get at secrets, and how a build passes them.</summary>
internal static class SecretMounts
{
    private const string Reason = "The secret is mounted for this step and is in no layer. Without required the step would run without it where a build does not pass it, and podman would say nothing.";

    /// <summary>Names that the workflow or its runner gives a meaning of its own (GitHub, secrets reference: a name cannot begin with GITHUB_ or a digit).</summary>
    private static readonly FrozenSet<string> Taken = FrozenSet.Create(StringComparer.Ordinal, "IMAGE", "TAG", "DIGEST", "REGISTRY_USER", "REGISTRY_PASSWORD", "PATH", "HOME", "CI");

    /// <summary>The secrets that every step in which dnf installs gets.</summary>
    public static EquatableArray<BuildSecret> OfPackages(ImageDesign design) =>
        design.Extra.Secrets.Where(secret => secret.IsForPackages).ToEquatableArray();

    /// <summary>Writes the mounts of a RUN that has begun, each on a line that another follows.</summary>
    public static void Write(DocumentWriter writer, IEnumerable<BuildSecret> secrets)
    {
        foreach (var secret in secrets)
        {
            var place = secret.Place is { } path ? $",target={path}" : "";
            writer.LineFirst($"    --mount=type=secret,id={secret.Id},required=true{place} \\", SecretFields.Secrets.PathOf(secret), Reason);
        }
    }

    /// <summary>The paths of all secrets, for lines that pass them.</summary>
    public static EquatableArray<FieldPath> Origins(ImageDesign design) => design.Extra.Secrets.Select(SecretFields.Secrets.PathOf).ToEquatableArray();

    /// <summary>The beginning of <c>podman build</c> as root in a shell: sudo drops the environment but for what it is told to keep (sudo(8)).</summary>
    public static string BuildCommand(ImageDesign design)
    {
        var variables = Variables(design);
        var options = design.Extra.Secrets.Select(secret => $" --secret {ShellCommandLine.Quote(Option(secret))}");
        return $"sudo {(variables.Count > 0 ? $"--preserve-env={string.Join(',', variables)} " : "")}podman build{string.Concat(options)}";
    }

    /// <summary>The environment variables that a build reads.</summary>
    public static IReadOnlyList<string> Variables(ImageDesign design) =>
        [.. design.Extra.Secrets.Where(secret => !secret.From.IsFile).Select(secret => secret.From.ToString()).Distinct(StringComparer.Ordinal)];

    /// <summary>The value of <c>--secret</c> that passes it from where the design says (podman-build(1)).</summary>
    public static string Option(BuildSecret secret) => $"id={secret.Id},{(secret.From.IsFile ? "src" : "env")}={secret.From}";

    /// <summary>The secrets with the names that they have in the workflow: the variable's own, or the id in capitals. No two share a name unless they share a variable.</summary>
    public static IReadOnlyList<(BuildSecret Secret, string Name)> InWorkflow(ImageDesign design)
    {
        var names = new HashSet<string>(design.Extra.Secrets.Where(secret => !secret.From.IsFile).Select(secret => Permitted(secret.From.ToString())), StringComparer.Ordinal);
        var result = new List<(BuildSecret Secret, string Name)>(design.Extra.Secrets.Count);
        foreach (var secret in design.Extra.Secrets)
        {
            var name = secret.From.IsFile ? VariableOf(secret.Id) : Permitted(secret.From.ToString());
            while (secret.From.IsFile && !names.Add(name))
            {
                name += "_FILE";
            }

            result.Add((secret, name));
        }

        return result;
    }

    /// <summary>The variable that an id suggests: <c>repo-token</c> gives <c>REPO_TOKEN</c>.</summary>
    public static string VariableOf(SecretId id) =>
        Permitted(string.Concat(id.ToString().Select(each => char.IsAsciiLetterOrDigit(each) ? char.ToUpperInvariant(each) : '_')));

    private static string Permitted(string name) =>
        char.IsAsciiDigit(name[0]) || name.StartsWith("GITHUB_", StringComparison.Ordinal) || name.StartsWith("RUNNER_", StringComparison.Ordinal) || Taken.Contains(name) ? "BUILD_" + name : name;
}
