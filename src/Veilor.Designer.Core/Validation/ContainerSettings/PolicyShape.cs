using System.Text.Json;

namespace Veilor.Designer.Core.Validation.ContainerSettings;

/// <summary>
/// The shape of a container policy. containers/image reads it strictly: an unknown key, a key twice or a value of another kind
/// ends every pull (containers-policy.json(5); containers/image, signature/policy_config.go).
/// </summary>
internal static class PolicyShape
{
    private static readonly string[] Identities = ["matchExact", "matchRepoDigestOrExact", "matchRepository", "exactReference", "exactRepository", "remapIdentity"];

    private static readonly string[] KeyTypes = ["GPGKeys", "signedByGPGKeys", "X509Certificates", "signedByX509CAs"];

    private static readonly string[] SignedByKeys = ["keyPath", "keyPaths", "keyData"];

    private static readonly string[] SigstoreKeys = ["keyPath", "keyPaths", "keyData", "keyDatas", "fulcio", "pki"];

    private static readonly string[] RekorKeys = ["rekorPublicKeyPath", "rekorPublicKeyPaths", "rekorPublicKeyData", "rekorPublicKeyDatas"];

    /// <summary>What is wrong, as the end of a sentence about the file; null when the file is read.</summary>
    public static string? Fault(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Policy(document.RootElement);
        }
        catch (JsonException)
        {
            return "is not JSON";
        }
    }

    private static string? Policy(JsonElement root) =>
        root.ValueKind != JsonValueKind.Object ? "is no JSON object"
        : Keys(root, "the policy", "default", "transports") is { } keys ? keys
        : !root.TryGetProperty("default", out var requirements) ? "has no requirements under \"default\""
        : Requirements(requirements, "\"default\"") is { } fault ? fault
        : root.TryGetProperty("transports", out var transports) ? Transports(transports)
        : null;

    private static string? Transports(JsonElement transports)
    {
        if (transports.ValueKind != JsonValueKind.Object)
        {
            return "has \"transports\" that are no object";
        }

        foreach (var transport in transports.EnumerateObject())
        {
            if (transport.Value.ValueKind != JsonValueKind.Object)
            {
                return $"has the transport {Named(transport.Name)}, which is no object of scopes";
            }

            if (Repeated(transport.Value) is { } repeated)
            {
                return $"names the scope {Named(repeated)} twice";
            }

            foreach (var scope in transport.Value.EnumerateObject())
            {
                if (Requirements(scope.Value, Named(scope.Name)) is { } fault)
                {
                    return fault;
                }
            }
        }

        return Repeated(transports) is { } twice ? $"names the transport {Named(twice)} twice" : null;
    }

    private static string? Requirements(JsonElement list, string place) =>
        list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0 ? $"has no list of requirements under {place}"
        : list.EnumerateArray().Select(Requirement).FirstOrDefault(fault => fault is not null) is { } fault ? $"{fault}, under {place}"
        : null;

    private static string? Requirement(JsonElement requirement)
    {
        if (requirement.ValueKind != JsonValueKind.Object)
        {
            return "has a requirement that is no object";
        }

        var type = Text(requirement, "type");
        return type switch
        {
            "insecureAcceptAnything" or "reject" => Keys(requirement, type, "type"),
            "signedBy" => Keys(requirement, type, ["type", "keyType", "signedIdentity", .. SignedByKeys])
                ?? (Array.IndexOf(KeyTypes, Text(requirement, "keyType")) < 0 ? "has signedBy without a keyType such as GPGKeys" : Sources(requirement, type, SignedByKeys) ?? Identity(requirement, "signedIdentity")),
            "signedBaseLayer" => Keys(requirement, type, "type", "baseLayerIdentity")
                ?? (requirement.TryGetProperty("baseLayerIdentity", out _) ? Identity(requirement, "baseLayerIdentity") : "has signedBaseLayer without baseLayerIdentity"),
            "sigstoreSigned" => Keys(requirement, type, ["type", "signedIdentity", .. SigstoreKeys, .. RekorKeys])
                ?? Sources(requirement, type, SigstoreKeys)
                ?? (requirement.TryGetProperty("fulcio", out _) && Count(requirement, RekorKeys) == 0 ? "has fulcio without a key of rekor" : null)
                ?? (Count(requirement, RekorKeys) > 1 ? "has more than one key of rekor" : null)
                ?? Identity(requirement, "signedIdentity"),
            null => "has a requirement without a type",
            _ => $"has the requirement {Named(type)}, which there is not: there are insecureAcceptAnything, reject, signedBy, signedBaseLayer and sigstoreSigned",
        };
    }

    /// <summary>Exactly one place of keys, of the kind that its name says.</summary>
    private static string? Sources(JsonElement requirement, string type, string[] sources)
    {
        if (Count(requirement, sources) != 1)
        {
            return $"has {type} with {(Count(requirement, sources) == 0 ? "none" : "more than one")} of {string.Join(", ", sources)}, and one it must be";
        }

        var name = Array.Find(sources, each => requirement.TryGetProperty(each, out _))!;
        var value = requirement.GetProperty(name);
        return name switch
        {
            "keyPath" => value.ValueKind == JsonValueKind.String && value.GetString()!.Length > 0 ? null : "has a keyPath that is no path",
            "keyPaths" or "keyDatas" => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) ? null : $"has {name} that are no list of texts",
            "keyData" => value.ValueKind == JsonValueKind.String && value.TryGetBytesFromBase64(out _) ? null : "has keyData that is not base64",
            _ => value.ValueKind == JsonValueKind.Object ? null : $"has {name} that is no object",
        };
    }

    private static string? Identity(JsonElement requirement, string name) =>
        !requirement.TryGetProperty(name, out var identity) ? null
        : identity.ValueKind != JsonValueKind.Object ? $"has a {name} that is no object"
        : Array.IndexOf(Identities, Text(identity, "type")) < 0 ? $"has a {name} whose type is none of {string.Join(", ", Identities)}"
        : null;

    private static int Count(JsonElement value, string[] names) => names.Count(name => value.TryGetProperty(name, out _));

    private static string? Text(JsonElement value, string name) => value.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;

    private static string? Keys(JsonElement value, string owner, params string[] known) =>
        value.EnumerateObject().Select(each => each.Name).FirstOrDefault(name => Array.IndexOf(known, name) < 0) is { } unknown
            ? $"has the key {Named(unknown)}, which {owner} does not know: it has {string.Join(", ", known)}"
            : Repeated(value) is { } twice ? $"has the key {Named(twice)} twice"
            : null;

    private static string? Repeated(JsonElement value)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return value.EnumerateObject().Select(each => each.Name).FirstOrDefault(name => !seen.Add(name));
    }

    private static string Named(string text) => $"\"{StrayText.Shown(text)}\"";
}
