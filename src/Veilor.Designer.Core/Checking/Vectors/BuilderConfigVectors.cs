using System.Text.Json;
using Veilor.Designer.Core.Checking.BuilderConfig;

namespace Veilor.Designer.Core.Checking.Vectors;

/// <summary>Reads a file of builder config vectors and says what the checker makes of each.</summary>
public static class BuilderConfigVectors
{
    private const string BootcImageBuilder = "bootc-image-builder";
    private const string ImageBuilder = "image-builder";

    private static readonly string[] Flags = ["type", "rootfs", "builder", "os-id", "os-version", "id-like", "payload-ref"];

    private static readonly JsonElement None = JsonDocument.Parse("{}").RootElement;

    /// <summary>
    /// A JSON array of objects with <c>id</c>, <c>config</c>, <c>format</c>, <c>types</c>, <c>rootfs</c>,
    /// <c>frontend</c>, <c>options</c>, and, where known, <c>verdict</c>, <c>error</c>, <c>warnings</c>.
    /// Options are the command's flags of the same names.
    /// </summary>
    /// <exception cref="JsonException">The text is not such a file.</exception>
    public static IReadOnlyList<BuilderConfigVector> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return VectorJson.ReadAll(document.RootElement, "config", ReadOne);
    }

    /// <summary>One JSON object a vector: <c>{"id":…,"verdict":"accept|reject"}</c>.</summary>
    public static string ToJsonLine(BuilderConfigVector vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        var verdict = BuilderConfigChecker.Check(vector.Request).Verdict;
        return $$"""{"id":{{VectorJson.Quote(vector.Id)}},"verdict":"{{VectorJson.Name(verdict)}}"}""";
    }

    /// <summary>True when the checker's verdict is the recorded one, or when none is on record.</summary>
    public static bool Agrees(BuilderConfigVector vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        return vector.Verdict is not { } verdict || BuilderConfigChecker.Check(vector.Request).Verdict == verdict;
    }

    private static BuilderConfigVector ReadOne(JsonElement element)
    {
        var options = Options(element);
        var request = new BuilderConfigRequest
        {
            Text = VectorJson.Text(element, "config") ?? string.Empty,
            Format = VectorJson.OneOf(element, "format", "toml", "json") == "json" ? ConfigFormat.Json : ConfigFormat.Toml,
            Types = [.. Words(options, "type") ?? VectorJson.List(element, "types")],
            Rootfs = VectorJson.Optional(options, "rootfs") ?? VectorJson.Optional(element, "rootfs"),
            Builder = (VectorJson.OneOf(options, "builder", BootcImageBuilder, ImageBuilder) ?? VectorJson.OneOf(element, "frontend", BootcImageBuilder, ImageBuilder)) == ImageBuilder
                ? BuilderFrontEnd.ImageBuilder
                : BuilderFrontEnd.BootcImageBuilder,
            OsId = VectorJson.Optional(options, "os-id") ?? "fedora",
            OsVersion = VectorJson.Optional(options, "os-version") ?? "43",
            IdLike = [.. Words(options, "id-like") ?? []],
            PayloadRef = VectorJson.Optional(options, "payload-ref"),
        };
        return new BuilderConfigVector(
            VectorJson.Text(element, "id") ?? string.Empty,
            request,
            element.TryGetProperty("verdict", out _) ? VectorJson.Verdict(VectorJson.Text(element, "verdict")) : null,
            VectorJson.Text(element, "error"),
            [.. VectorJson.Texts(element, "warnings")]);
    }

    /// <summary>The options; an empty object when there are none.</summary>
    /// <exception cref="JsonException">They are no object, or one of them is no flag of the command.</exception>
    private static JsonElement Options(JsonElement element)
    {
        if (!element.TryGetProperty("options", out var options) || options.ValueKind is JsonValueKind.Null)
        {
            return None;
        }

        if (options.ValueKind is not JsonValueKind.Object)
        {
            throw new JsonException("options is no object.");
        }

        foreach (var option in options.EnumerateObject())
        {
            if (Array.IndexOf(Flags, option.Name) < 0)
            {
                throw new JsonException($"There is no option '{option.Name}'. The options are {string.Join(", ", Flags)}.");
            }
        }

        return options;
    }

    /// <summary>A flag that may repeat: written as one text of words, or as a list; null when it is not there.</summary>
    private static IEnumerable<string>? Words(JsonElement options, string name) =>
        options.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Array
            ? VectorJson.List(options, name)
            : VectorJson.Optional(options, name)?.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
}
