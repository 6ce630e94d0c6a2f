using System.Text.Json;
using Veilor.Designer.Core.Checking.BuilderConfig;

namespace Veilor.Designer.Core.Checking.Vectors;

/// <summary>Reads a file of builder config vectors and says what the checker makes of each.</summary>
public static class BuilderConfigVectors
{
    /// <summary>
    /// A JSON array of objects with <c>id</c>, <c>config</c>, <c>format</c>, <c>types</c>, <c>rootfs</c>,
    /// <c>frontend</c>, <c>options</c>, and, where known, <c>verdict</c>, <c>error</c>, <c>warnings</c>.
    /// Options are the command's flags of the same names.
    /// </summary>
    /// <exception cref="JsonException">The text is not such a file.</exception>
    public static IReadOnlyList<BuilderConfigVector> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. VectorJson.Vectors(document.RootElement, "config").Select(ReadOne)];
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
        var options = element.TryGetProperty("options", out var given) && given.ValueKind == JsonValueKind.Object ? given : default;
        var request = new BuilderConfigRequest
        {
            Text = VectorJson.Text(element, "config") ?? string.Empty,
            Format = VectorJson.Text(element, "format") == "json" ? ConfigFormat.Json : ConfigFormat.Toml,
            Types = [.. VectorJson.Texts(element, "types")],
            Rootfs = VectorJson.Text(options, "rootfs") ?? VectorJson.Text(element, "rootfs"),
            Builder = (VectorJson.Text(options, "builder") ?? VectorJson.Text(element, "frontend")) == "image-builder"
                ? BuilderFrontEnd.ImageBuilder
                : BuilderFrontEnd.BootcImageBuilder,
            OsId = VectorJson.Text(options, "os-id") ?? "fedora",
            OsVersion = VectorJson.Text(options, "os-version") ?? "43",
            IdLike = [.. IdLike(options)],
            PayloadRef = VectorJson.Text(options, "payload-ref"),
        };
        return new BuilderConfigVector(
            VectorJson.Text(element, "id") ?? string.Empty,
            request,
            element.TryGetProperty("verdict", out _) ? VectorJson.Verdict(VectorJson.Text(element, "verdict")) : null,
            VectorJson.Text(element, "error"),
            [.. VectorJson.Texts(element, "warnings")]);
    }

    /// <summary>Written as one text of words, or as a list.</summary>
    private static IEnumerable<string> IdLike(JsonElement options) =>
        VectorJson.Text(options, "id-like") is { } words
            ? words.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
            : VectorJson.Texts(options, "id-like");
}
