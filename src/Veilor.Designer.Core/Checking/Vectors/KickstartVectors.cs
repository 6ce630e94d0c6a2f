using System.Text.Json;
using Veilor.Designer.Core.Checking.Kickstart;

namespace Veilor.Designer.Core.Checking.Vectors;

/// <summary>Reads a file of kickstart vectors and says what the checker makes of each.</summary>
public static class KickstartVectors
{
    private static readonly (string Name, KickstartVersion Version)[] Versions =
        [("F43", KickstartVersion.F43), ("F44", KickstartVersion.F44), ("RHEL10", KickstartVersion.Rhel10)];

    /// <summary>The version of that name, as on the command line; null when there is none.</summary>
    public static KickstartVersion? FindVersion(string name)
    {
        var found = Array.Find(Versions, v => v.Name == name);
        return found.Name is null ? null : found.Version;
    }

    /// <summary>
    /// A JSON array of objects with <c>id</c>, <c>kickstart</c> and <c>verdict</c>, which holds for each version
    /// an object with <c>result</c>, <c>message</c> and <c>warnings</c>.
    /// </summary>
    /// <exception cref="JsonException">The text is not such a file.</exception>
    public static IReadOnlyList<KickstartVector> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return VectorJson.ReadAll(document.RootElement, "kickstart", ReadOne);
    }

    /// <summary>One JSON object a vector: <c>{"id":…,"F43":"accept|reject","F44":…,"RHEL10":…}</c>.</summary>
    public static string ToJsonLine(KickstartVector vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        var verdicts = Versions.Select(v => $"\"{v.Name}\":\"{VectorJson.Name(KickstartChecker.Check(vector.Text, v.Version).Verdict)}\"");
        return $"{{\"id\":{VectorJson.Quote(vector.Id)},{string.Join(',', verdicts)}}}";
    }

    /// <summary>True when the checker's verdict is the recorded one in every version that was run.</summary>
    public static bool Agrees(KickstartVector vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        return vector.Verdicts.All(v => KickstartChecker.Check(vector.Text, v.Key).Verdict == v.Value.Verdict);
    }

    private static KickstartVector ReadOne(JsonElement element)
    {
        var verdicts = new Dictionary<KickstartVersion, KickstartVerdict>();
        if (element.TryGetProperty("verdict", out var given) && given.ValueKind is not JsonValueKind.Null)
        {
            if (given.ValueKind is not JsonValueKind.Object)
            {
                throw new JsonException("verdict is no object with a member for each version.");
            }

            foreach (var (name, version) in Versions)
            {
                if (given.TryGetProperty(name, out var verdict))
                {
                    verdicts.Add(version, ReadVerdict(verdict));
                }
            }
        }

        return new KickstartVector(VectorJson.Text(element, "id") ?? string.Empty, VectorJson.Text(element, "kickstart") ?? string.Empty, verdicts);
    }

    /// <summary>A verdict may also be the bare word.</summary>
    private static KickstartVerdict ReadVerdict(JsonElement verdict)
    {
        var result = verdict.ValueKind == JsonValueKind.String ? verdict.GetString() : VectorJson.Text(verdict, "result");
        return new KickstartVerdict(
            VectorJson.Verdict(result),
            VectorJson.Text(verdict, "message"),
            [.. VectorJson.Texts(verdict, "warnings")]);
    }
}
