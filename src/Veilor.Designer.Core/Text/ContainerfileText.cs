using System.Text.Encodings.Web;
using System.Text.Json;

namespace Veilor.Designer.Core.Text;

/// <summary>
/// Words of a Containerfile as buildah 1.28 and later read them. LABEL, ENV, ARG, COPY and ADD expand variables in
/// their words; RUN, CMD and ENTRYPOINT in JSON form do not.
/// </summary>
public sealed class ContainerfileText : IEscaper
{
    private const string Language = "A Containerfile word";

    private static readonly JsonSerializerOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private ContainerfileText()
    {
    }

    /// <summary>Writes a value for LABEL, ENV or ARG, in double quotes and with no variable left to expand.</summary>
    /// <exception cref="ArgumentException">The value holds a control character, half a surrogate pair or a line separator.</exception>
    public static string Quote(string value)
    {
        UnicodeText.RequireOneLine(value, Language, allowTab: true);
        return $"\"{EscapeWith(value, "\\\"$")}\"";
    }

    /// <summary>Writes the JSON form of RUN, CMD and ENTRYPOINT: each value is one argument, read as it is.</summary>
    /// <exception cref="ArgumentException">A value holds a NUL or half a surrogate pair.</exception>
    public static string JsonForm(IEnumerable<string> values) => $"[{string.Join(", ", values.Select(JsonString))}]";

    /// <summary>
    /// Writes the JSON form of COPY and ADD for literal paths. There buildah expands variables and takes quotes
    /// away after it has read the JSON, and then matches sources as patterns.
    /// </summary>
    /// <exception cref="ArgumentException">A path is empty, holds a control character, or one of <c>\ * ? [</c>, which would be a pattern.</exception>
    public static string CopyForm(IEnumerable<string> paths) => JsonForm(paths.Select(path =>
    {
        UnicodeText.RequireOneLine(path, Language, allowTab: false);
        return path.Length > 0 && path.AsSpan().IndexOfAny("\\*?[") < 0
            ? EscapeWith(path, "\"'$")
            : throw new ArgumentException("A path in COPY cannot be empty or hold \\ * ? [, which would make it a pattern.", nameof(paths));
    }));

    /// <summary>A line with every hole written as by <see cref="Quote"/>.</summary>
    /// <exception cref="ArgumentException">A value cannot be written; see <see cref="Quote"/>.</exception>
    public static string Line(EscapedTextHandler<ContainerfileText> line) => line.ToString();

    static string IEscaper.Escape(string value) => Quote(value);

    private static string EscapeWith(string value, string special) =>
        string.Concat(value.Select(character => special.Contains(character, StringComparison.Ordinal) ? $@"\{character}" : character.ToString()));

    private static string JsonString(string value)
    {
        UnicodeText.RequireWellFormed(value, Language);
        return value.Contains('\0', StringComparison.Ordinal)
            ? throw new ArgumentException("An argument cannot hold a NUL character.", nameof(value))
            : JsonSerializer.Serialize(value, JsonOptions);
    }
}
