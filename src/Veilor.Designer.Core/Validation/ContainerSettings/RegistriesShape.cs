using System.Text.RegularExpressions;
using Veilor.Designer.Core.Toml;

namespace Veilor.Designer.Core.Validation.ContainerSettings;

/// <summary>The shape of registries.conf and of its drop-ins; keys that there are not are passed over (containers-registries.conf(5); containers/image, pkg/sysregistriesv2).</summary>
internal static partial class RegistriesShape
{
    private static readonly string[] ShortNameModes = ["enforcing", "permissive", "disabled"];

    private static readonly string[] MirrorModes = ["", "all", "digest-only", "tag-only"];

    /// <summary>What is wrong, as the end of a sentence about the file; null when the file is read.</summary>
    /// <param name="text">The file.</param>
    /// <param name="isDropIn">True for a file of registries.conf.d, which takes the newer form alone.</param>
    public static string? Fault(string text, bool isDropIn) =>
        TomlTree.Parse(text, out var fault) is not { } root ? $"is not TOML ({fault})"
        : root["unqualified-search-registries"] is { } search && Search(search) is { } problem ? problem
        : root["short-name-mode"] is { } mode && (mode.Kind != TomlNodeKind.String || Array.IndexOf(ShortNameModes, mode.Text) < 0) ? $"has a short-name-mode that is none of {string.Join(", ", ShortNameModes)}"
        : root["aliases"] is { } aliases && (aliases.Kind != TomlNodeKind.Table || aliases.Members.Any(each => each.Value.Kind != TomlNodeKind.String)) ? "has aliases that are no table of texts"
        : isDropIn && root["registries"] is { Kind: TomlNodeKind.Table } ? "is of the first version, with [registries.search] and the like, which registries.conf.d does not take: write unqualified-search-registries and [[registry]]"
        : root["registry"] is { } registries ? Registries(registries)
        : null;

    private static string? Search(TomlNode list) =>
        list.Kind != TomlNodeKind.Array || list.Items.Any(item => item.Kind != TomlNodeKind.String) ? "has unqualified-search-registries, which must be a list of strings, such as [\"docker.io\"]"
        : list.Items.FirstOrDefault(item => !DomainForm().IsMatch(item.Text.TrimEnd('/'))) is { } wrong ? $"has '{StrayText.Shown(wrong.Text)}' among unqualified-search-registries, which is no name of a registry such as docker.io"
        : null;

    private static string? Registries(TomlNode registries) =>
        registries.Kind != TomlNodeKind.Array || registries.Items.Any(item => item.Kind != TomlNodeKind.Table)
            ? registries.Kind == TomlNodeKind.String ? "has registry as a text, and each registry is a table [[registry]]" : "has registry as one thing, and each registry is a table [[registry]] of its own"
            : registries.Items.Select(Registry).FirstOrDefault(fault => fault is not null);

    private static string? Registry(TomlNode registry)
    {
        var location = registry["location"];
        var prefix = registry["prefix"];
        return Kinds(registry) is { } kind ? kind
            : location is null or { Text: "" } && prefix is null or { Text: "" } ? "has a [[registry]] without location"
            : location is null or { Text: "" } && !prefix!.Text.StartsWith("*.", StringComparison.Ordinal) ? $"has a [[registry]] for '{StrayText.Shown(prefix.Text)}' without location"
            : (Scheme(location) ?? Scheme(prefix)) is { } scheme ? $"has '{StrayText.Shown(scheme)}', and a registry is named without https://"
            : registry["pull-from-mirror"] is not null ? "has pull-from-mirror at a [[registry]], and it belongs to a [[registry.mirror]]"
            : prefix is { Text: ['*', '.', ..] } && prefix.Text.AsSpan().ContainsAny('/', '@', ':') ? $"has the prefix '{StrayText.Shown(prefix.Text)}', and one with a star has the form *.example.com"
            : registry["mirror"] is { } mirrors ? Mirrors(registry, mirrors)
            : null;
    }

    private static string? Mirrors(TomlNode registry, TomlNode mirrors) =>
        mirrors.Kind != TomlNodeKind.Array || mirrors.Items.Any(item => item.Kind != TomlNodeKind.Table) ? "has a mirror that is no table [[registry.mirror]]"
        : mirrors.Items.Select(mirror =>
            Kinds(mirror) is { } kind ? kind
            : mirror["location"] is null or { Text: "" } ? "has a [[registry.mirror]] without location"
            : Scheme(mirror["location"]) is { } scheme ? $"has '{StrayText.Shown(scheme)}', and a mirror is named without https://"
            : mirror["pull-from-mirror"] is { } mode && Array.IndexOf(MirrorModes, mode.Text) < 0 ? $"has pull-from-mirror with '{StrayText.Shown(mode.Text)}', and it takes all, digest-only and tag-only"
            : mirror["pull-from-mirror"] is { Text.Length: > 0 } && registry["mirror-by-digest-only"] is { Boolean: true } ? "has mirror-by-digest-only at a [[registry]] and pull-from-mirror at its mirror"
            : null).FirstOrDefault(fault => fault is not null);

    private static string? Kinds(TomlNode table) =>
        table.Members.FirstOrDefault(each => each.Key is "location" or "prefix" or "pull-from-mirror" && each.Value.Kind != TomlNodeKind.String) is { Key: { } text } ? $"has a {text} that is no text"
        : table.Members.FirstOrDefault(each => each.Key is "insecure" or "blocked" or "mirror-by-digest-only" && each.Value.Kind != TomlNodeKind.Boolean) is { Key: { } flag } ? $"has {flag} that is neither true nor false"
        : null;

    private static string? Scheme(TomlNode? node) =>
        node is not null && (node.Text.StartsWith("https://", StringComparison.Ordinal) || node.Text.StartsWith("http://", StringComparison.Ordinal)) ? node.Text : null;

    /// <summary>A name of a registry with an optional port (distribution/reference, DomainRegexp).</summary>
    [GeneratedRegex(@"^(([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])(\.([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))*|\[[a-fA-F0-9:]+\])(:[0-9]+)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex DomainForm();
}
