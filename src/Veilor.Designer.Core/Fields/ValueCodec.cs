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

    /// <summary>The choices without their values.</summary>
    internal IReadOnlyList<ChoiceText> ChoiceTexts => [.. Choices.Select(choice => new ChoiceText(choice.Text, choice.Label))];

    /// <summary>The text a form shows; empty for an unset value.</summary>
    public abstract string Format(T value);

    /// <summary>Reads what a person typed.</summary>
    /// <param name="text">The text; surrounding blanks do not count.</param>
    /// <param name="value">The value, when true is returned.</param>
    /// <param name="error">What is wrong and what is allowed, when false is returned.</param>
    public abstract bool TryParse(string text, out T value, out string error);

    /// <summary>True when the value must never be shown or sent on, such as a password hash.</summary>
    public virtual bool IsSecret => false;

    /// <summary>The text for people: the label of a choice, else what a form shows.</summary>
    public virtual string Describe(T value) =>
        Choices.FirstOrDefault(choice => EqualityComparer<T>.Default.Equals(choice.Value, value))?.Label ?? Format(value);

    /// <summary>The texts of the items, when the value is a list; else null.</summary>
    internal virtual IReadOnlyList<string>? Items(T value) => null;

    /// <summary>The value in the spelling that equal values share, and with its items sorted when it is a list whose order means nothing.</summary>
    internal virtual T ToCanonical(T value) => value;

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
