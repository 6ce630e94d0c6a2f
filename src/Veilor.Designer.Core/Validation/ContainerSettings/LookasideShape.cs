using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Veilor.Designer.Core.Validation.ContainerSettings;

/// <summary>The shape of a file of registries.d, of which a wrong one ends every pull; keys that there are not are passed over (containers-registries.d(5); containers/image, docker/registries_d.go).</summary>
internal static class LookasideShape
{
    private static readonly string[] Places = ["lookaside", "lookaside-staging", "sigstore", "sigstore-staging"];

    /// <summary>What gopkg.in/yaml.v3 takes for yes or no.</summary>
    private static readonly string[] Booleans = ["true", "True", "TRUE", "false", "False", "FALSE", "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "n", "N", "no", "No", "NO", "off", "Off", "OFF"];

    /// <summary>What is wrong, as the end of a sentence about the file; null when the file is read.</summary>
    public static string? Fault(string text)
    {
        try
        {
            return Root(text) is not { } root || IsNothing(root) ? null : root is YamlMappingNode mapping ? Configuration(mapping) : "is no YAML mapping";
        }
        catch (YamlException fault)
        {
            return string.Create(CultureInfo.InvariantCulture, $"is not YAML (line {fault.Start.Line}: {StrayText.Shown(fault.Message)})");
        }
    }

    /// <summary>What the file says for places: <c>default-docker</c>, and each name below <c>docker</c>; none of a file that is not read.</summary>
    public static IReadOnlyList<string> Names(string text)
    {
        if (Fault(text) is not null || Root(text) is not YamlMappingNode root)
        {
            return [];
        }

        var first = Find(root, "default-docker") is YamlMappingNode ? ["default-docker"] : Array.Empty<string>();
        return [.. first, .. Find(root, "docker") is YamlMappingNode docker ? docker.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "") : []];
    }

    private static YamlNode? Root(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents is [var first, ..] ? first.RootNode : null;
    }

    private static string? Configuration(YamlMappingNode root)
    {
        if (Find(root, "default-docker") is { } fallback && Namespace("default-docker", fallback) is { } fault)
        {
            return fault;
        }

        return Find(root, "docker") is not { } docker || IsNothing(docker) ? null
            : docker is not YamlMappingNode names ? "has docker that is no mapping of registries"
            : names.Children.Select(each => Namespace((each.Key as YamlScalarNode)?.Value ?? "", each.Value)).FirstOrDefault(each => each is not null);
    }

    private static string? Namespace(string name, YamlNode node)
    {
        if (IsNothing(node))
        {
            return null;
        }

        if (node is not YamlMappingNode mapping)
        {
            return $"has '{StrayText.Shown(name)}' that is no mapping, such as lookaside: ADDRESS";
        }

        foreach (var place in Places)
        {
            if (Find(mapping, place) is { } value and not YamlScalarNode)
            {
                return $"has a {place} of '{StrayText.Shown(name)}' that is no text";
            }
        }

        return Find(mapping, "use-sigstore-attachments") is { } uses && !IsNothing(uses) && !(uses is YamlScalarNode { Value: { } word } && Array.IndexOf(Booleans, word) >= 0)
            ? $"has use-sigstore-attachments of '{StrayText.Shown(name)}' that is neither true nor false"
            : null;
    }

    private static YamlNode? Find(YamlMappingNode mapping, string key) => mapping.Children.FirstOrDefault(each => each.Key is YamlScalarNode { Value: { } name } && string.Equals(name, key, StringComparison.Ordinal)).Value;

    private static bool IsNothing(YamlNode node) => node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" or "Null" or "NULL" };
}
