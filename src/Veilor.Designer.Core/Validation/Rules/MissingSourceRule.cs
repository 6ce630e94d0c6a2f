using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>buildah ends the build: "copier: stat: no such file or directory", "no stage or image found with that name" (tried with buildah 1.28).</summary>
public sealed class MissingSourceRule() : InstructionRule("VD9031", DiagnosticSeverity.Error, "What an instruction takes is not there")
{
    /// <summary>Short names that podman and buildah know by themselves (containers/shortnames).</summary>
    private static readonly string[] ShortNames =
    [
        "almalinux", "almalinux-minimal", "alpine", "busybox", "buildah", "centos", "debian", "docker", "fedora", "fedora-minimal", "golang", "hello-world", "leap", "node",
        "oraclelinux", "perl", "php", "podman", "python", "registry", "rhel", "rockylinux", "ruby", "rust", "skopeo", "tumbleweed", "ubi7", "ubi7-minimal", "ubi8", "ubi8-init",
        "ubi8-micro", "ubi8-minimal", "ubi9", "ubi9-init", "ubi9-micro", "ubi9-minimal", "ubuntu",
    ];

    private protected override string? Problem(RuleInput input, string keyword, string arguments) => keyword switch
    {
        "COPY" or "ADD" => Copied(input, keyword, arguments),
        "RUN" => RunMount.Of(arguments).Select(mount => Mounted(input, mount)).FirstOrDefault(problem => problem is not null),
        _ => null,
    };

    private static string? Copied(RuleInput input, string keyword, string arguments)
    {
        var (options, rest) = ContainerfileWords.Options(arguments);
        if (options.FirstOrDefault(option => option.StartsWith("--from=", StringComparison.Ordinal)) is { } from)
        {
            return Stage(input, ContainerfileWords.Unquoted(from["--from=".Length..])) is { } problem ? $"{keyword} {from}: {problem}" : null;
        }

        var words = ContainerfileWords.Json(rest) ?? rest.Split((char[]?)[' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(ContainerfileWords.Unquoted).ToList();
        return words.Any(word => word.StartsWith("<<", StringComparison.Ordinal)) || words.SkipLast(1).FirstOrDefault(word => !IsRemote(keyword, word) && !BundleFiles.Has(input, word)) is not { } missing
            ? null
            : $"{keyword} takes '{missing}', and the bundle has no such file: files of your own are in overlay/, assets/ and scripts/, those that are left out excepted.";
    }

    private static string? Mounted(RuleInput input, RunMount mount)
    {
        if (mount.From is { } from)
        {
            return (from is "0" ? "it is the stage itself." : Stage(input, from)) is { } problem ? $"RUN {mount.Option}: {problem}" : null;
        }

        return mount is { Type: "bind", Source: { } source } && !BundleFiles.Has(input, source)
            ? $"RUN mounts '{source}', and the bundle has no such file: files of your own are in overlay/, assets/ and scripts/, those that are left out excepted."
            : null;
    }

    private static bool IsRemote(string keyword, string word) =>
        keyword is "ADD" && (word.Contains("://", StringComparison.Ordinal) || word.StartsWith("git@", StringComparison.Ordinal));

    /// <summary>What is wrong with a stage or image: the Containerfile has one stage, number 0 and without a name. A FROM of one's own is reported by itself.</summary>
    private static string? Stage(RuleInput input, string name) =>
        ExtraLines.Instructions(input.Design).Any(each => each.Keyword is "FROM")
        || name is "0" || name.AsSpan().ContainsAny("$/:@") || Array.IndexOf(ShortNames, name) >= 0
            ? null
            : name.Length == 0 ? "it names neither a stage nor an image."
            : $"there is no stage '{name}', and an image is named with its registry, such as docker.io/library/{(name.All(char.IsAsciiDigit) ? "alpine" : name)}:latest.";
}
