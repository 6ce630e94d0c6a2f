using System.Text.Encodings.Web;
using System.Text.Json;

namespace Veilor.Designer.Core.Checking.Vectors;

/// <summary>What the vector files share.</summary>
internal static class VectorJson
{
    public static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    public static IEnumerable<string> Texts(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!)
            : [];

    /// <summary>The vectors of a file.</summary>
    /// <param name="root">The file's root.</param>
    /// <param name="text">The member that every vector has.</param>
    /// <exception cref="JsonException">It is no array of objects with that member.</exception>
    public static IEnumerable<JsonElement> Vectors(JsonElement root, string text)
    {
        if (root.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("A vector file is a JSON array.");
        }

        foreach (var (index, element) in root.EnumerateArray().Index())
        {
            yield return Text(element, text) is null
                ? throw new JsonException($"Vector {index + 1} is no object with the text '{text}'.")
                : element;
        }
    }

    /// <summary>A recorded verdict.</summary>
    /// <exception cref="JsonException">The word is neither accept nor reject.</exception>
    public static CheckVerdict Verdict(string? word) => word switch
    {
        "accept" => CheckVerdict.Accept,
        "reject" => CheckVerdict.Reject,
        _ => throw new JsonException($"A verdict is accept or reject, not '{word}'."),
    };

    public static string Name(CheckVerdict verdict) => verdict == CheckVerdict.Accept ? "accept" : "reject";

    public static string Quote(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";
}
