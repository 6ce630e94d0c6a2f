using System.Text.Json;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Toml;
using Veilor.Designer.Core.Validation.ContainerSettings;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Every pull ends when the policy, the list of registries or a place of signatures cannot be read (containers-policy.json(5), containers-registries.conf(5), containers-registries.d(5); containers/image).</summary>
public sealed class BrokenPolicyRule() : DesignRule("VD7045", DiagnosticSeverity.Error, "The container settings cannot be read")
{
    private const string Registries = "etc/containers/registries.conf";

    private const string Lookaside = "etc/containers/registries.d/";

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (ContainerPolicy.Of(input.Content) is { } policy && PolicyShape.Fault(policy.Text) is { } wrong)
        {
            yield return Broken(ContainerPolicy.Path, wrong);
        }

        foreach (var (path, file) in OverlayFiles.Below(input.Content, Registries).Where(each => each.Path is Registries || (each.Path.StartsWith(Registries + ".d/", StringComparison.Ordinal) && each.Path.EndsWith(".conf", StringComparison.Ordinal))))
        {
            if (RegistriesShape.Fault(file.ReadableText(), path is not Registries) is { } fault)
            {
                yield return Broken(path, fault);
            }
        }

        foreach (var (path, file) in OverlayFiles.All(input.Content).Where(each => IsOfPodman(each.Path)))
        {
            if (TomlTree.Parse(file.ReadableText(), out var fault) is null)
            {
                yield return ReportFile(path, $"overlay/{path} is not TOML ({fault}). podman cannot read it and runs nothing.");
            }
        }

        foreach (var (path, file) in OverlayFiles.All(input.Content).Where(each => Array.IndexOf(Logins, each.Path) >= 0))
        {
            if (LoginsFault(file.ReadableText()) is { } fault)
            {
                yield return ReportFile(path, $"overlay/{path} {fault}. bootc cannot read it, and every update fails.");
            }
        }

        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, file) in OverlayFiles.Below(input.Content, Lookaside).Where(each => each.Path.EndsWith(".yaml", StringComparison.Ordinal) && each.Path.IndexOf('/', Lookaside.Length) < 0))
        {
            var text = file.ReadableText();
            if (LookasideShape.Fault(text) is { } fault)
            {
                yield return Broken(path, fault);
            }
            else if (LookasideShape.Names(text).FirstOrDefault(name => !places.TryAdd(name, path)) is { } twice)
            {
                yield return Broken(path, $"speaks of '{StrayText.Shown(twice)}', as overlay/{places[twice]} does, and a name may stand in one file alone");
            }
        }
    }

    /// <summary>Where podman reads its own settings and those of its storage (containers.conf(5), containers-storage.conf(5)).</summary>
    private static bool IsOfPodman(string path) =>
        path is "etc/containers/containers.conf" or "usr/share/containers/containers.conf" or "etc/containers/storage.conf" or "usr/share/containers/storage.conf"
        || ((path.StartsWith("etc/containers/containers.conf.d/", StringComparison.Ordinal) || path.StartsWith("usr/share/containers/containers.conf.d/", StringComparison.Ordinal)) && path.EndsWith(".conf", StringComparison.Ordinal));

    /// <summary>Where bootc looks for logins to registries (bootc, "Secrets"; ostree-ext, globals.rs).</summary>
    private static readonly string[] Logins = ["etc/ostree/auth.json", "usr/lib/ostree/auth.json"];

    private static string? LoginsFault(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind != JsonValueKind.Object ? "is no JSON object"
                : document.RootElement.TryGetProperty("auths", out var logins) && logins.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null) ? "has \"auths\" that is no object of registries"
                : null;
        }
        catch (JsonException)
        {
            return "is not JSON";
        }
    }

    private Diagnostic Broken(string path, string fault) => ReportFile(path, $"overlay/{path} {fault}. podman and bootc cannot read it, and every pull and update fails.");
}
