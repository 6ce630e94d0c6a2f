using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Toml;

namespace Veilor.Designer.Core.Fields;

/// <summary>
/// How a value crosses the boundary between model and text: what a form shows and reads, and what
/// <c>design.toml</c> holds. One codec serves both, so a form accepts exactly what the file accepts.
/// </summary>
/// <typeparam name="T">The domain value.</typeparam>
public abstract class ValueCodec<T>
{
    /// <summary>The kind of TOML value that carries it.</summary>
    public virtual TomlNodeKind TomlKind => TomlNodeKind.String;

    /// <summary>The values to choose from, when there are only a few; else empty.</summary>
    public virtual IReadOnlyList<FieldChoice<T>> Choices => [];

    /// <summary>The text a form shows; empty for an unset value.</summary>
    public abstract string Format(T value);

    /// <summary>Reads what a person typed.</summary>
    /// <param name="text">The text; surrounding blanks do not count.</param>
    /// <param name="value">The value, when true is returned.</param>
    /// <param name="error">What is wrong and what is allowed, when false is returned.</param>
    public abstract bool TryParse(string text, out T value, out string error);

    /// <summary>True when the value is left out of <c>design.toml</c>.</summary>
    public virtual bool IsUnset(T value) => value is null;

    /// <summary>The TOML literal, in the 1.0 subset.</summary>
    public virtual string ToToml(T value) => TomlText.Quote(Format(value));

    /// <summary>Reads a TOML value.</summary>
    public virtual bool TryFromToml(TomlNode node, out T value, out string error)
    {
        if (node.Kind != TomlKind)
        {
            value = default!;
            error = $"{Article(TomlKind)} is expected here, not {node.KindName}";
            return false;
        }

        return TryParse(node.Text, out value, out error);
    }

    private static string Article(TomlNodeKind kind) => kind switch
    {
        TomlNodeKind.Integer => "an integer",
        TomlNodeKind.Array => "an array",
        TomlNodeKind.Boolean => "true or false",
        _ => "a string",
    };
}
