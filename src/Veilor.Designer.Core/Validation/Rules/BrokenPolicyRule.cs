using System.Globalization;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Toml;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Every pull ends when the policy, the list of registries or a place of signatures cannot be read (containers-policy.json(5), containers-registries.conf(5), containers-registries.d(5); containers/image, sysregistriesv2).</summary>
public sealed class BrokenPolicyRule() : DesignRule("VD7045", DiagnosticSeverity.Error, "The container settings cannot be read")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (ContainerPolicy.Of(input.Content) is { Default.Count: 0 } policy)
        {
            yield return ReportFile(ContainerPolicy.Path, policy.IsJson
                ? $"overlay/{ContainerPolicy.Path} has no requirements under \"default\". podman and bootc refuse it, and every pull and update fails."
                : $"overlay/{ContainerPolicy.Path} is not JSON. podman and bootc cannot read it, and every pull and update fails.");
        }

        foreach (var (path, file) in OverlayFiles.Below(input.Content, Registries).Where(each => each.Path is Registries || (each.Path.StartsWith(Registries + ".d/", StringComparison.Ordinal) && each.Path.EndsWith(".conf", StringComparison.Ordinal))))
        {
            if (Fault(file.ReadableText()) is { } fault)
            {
                yield return ReportFile(path, $"overlay/{path} {fault}. podman and bootc cannot read it, and every pull and update fails.");
            }
        }

        foreach (var (path, file) in OverlayFiles.Below(input.Content, Lookaside).Where(each => each.Path.EndsWith(".yaml", StringComparison.Ordinal) && each.Path.IndexOf('/', Lookaside.Length) < 0))
        {
            if (LookasideFault(file.ReadableText()) is { } fault)
            {
                yield return ReportFile(path, $"overlay/{path} {fault}. podman and bootc cannot read it, and every pull and update fails.");
            }
        }
    }

    private const string Lookaside = "etc/containers/registries.d/";

    /// <summary>What containers/image ends at in a file of registries.d (docker/registries_d.go).</summary>
    private static string? LookasideFault(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents is [{ RootNode: not YamlMappingNode and not YamlScalarNode { Value: "" or "~" or "null" } }, ..] ? "is no YAML mapping" : null;
        }
        catch (YamlException fault)
        {
            return string.Create(CultureInfo.InvariantCulture, $"is not YAML (line {fault.Start.Line}: {StrayText.Shown(fault.Message)})");
        }
    }

    private const string Registries = "etc/containers/registries.conf";

    private static string? Fault(string text) =>
        TomlTree.Parse(text, out var fault) is not { } root ? $"is not TOML ({fault})"
        : root["unqualified-search-registries"] is { } search && (search.Kind != TomlNodeKind.Array || search.Items.Any(item => item.Kind != TomlNodeKind.String)) ? "has unqualified-search-registries, which must be a list of strings, such as [\"docker.io\"]"
        : root["registry"] is { Kind: TomlNodeKind.String } ? "has registry as a text, and each registry is a table [[registry]]"
        : null;
}
