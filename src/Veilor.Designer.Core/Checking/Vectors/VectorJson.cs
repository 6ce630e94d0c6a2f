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

    /// <summary>A member that is a text of a few words, or not there.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static string? OneOf(JsonElement element, string name, params ReadOnlySpan<string> allowed)
    {
        if (Optional(element, name) is not { } text)
        {
            return null;
        }

        return allowed.Contains(text) ? text : throw new JsonException($"{name} is {string.Join(" or ", allowed!)}, not '{text}'.");
    }

    /// <summary>A member that is a text, or null, or not there.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static string? Optional(JsonElement element, string name) =>
        !element.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null ? null
        : value.ValueKind is JsonValueKind.String ? value.GetString()
        : throw new JsonException($"{name} is no text: {Shortened(value)}. Write it in quotes.");

    /// <summary>A member that is a list of texts, or not there.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static IReadOnlyList<string> List(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null)
        {
            return [];
        }

        return value.ValueKind is JsonValueKind.Array && value.EnumerateArray().All(each => each.ValueKind is JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(each => each.GetString()!)]
            : throw new JsonException($"{name} is no list of texts: {Shortened(value)}.");
    }

    private static string Shortened(JsonElement value) => value.GetRawText() is { Length: > 40 } text ? text[..40] + "…" : value.GetRawText();

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

    /// <summary>Reads every vector; what is wrong with one is said with its number.</summary>
    /// <exception cref="JsonException">The file or one of its vectors has another shape.</exception>
    public static IReadOnlyList<T> ReadAll<T>(JsonElement root, string text, Func<JsonElement, T> read)
    {
        var vectors = new List<T>();
        foreach (var element in Vectors(root, text))
        {
            try
            {
                vectors.Add(read(element));
            }
            catch (JsonException problem)
            {
                throw new JsonException($"Vector {vectors.Count + 1}{(Text(element, "id") is { } id ? $" ({id})" : "")}: {problem.Message}", problem);
            }
        }

        return vectors;
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
