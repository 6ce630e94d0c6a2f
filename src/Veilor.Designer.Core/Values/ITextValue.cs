using System.Diagnostics.CodeAnalysis;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// A value that is entered and saved as text: form fields and the design file read it with
/// <see cref="TryParse"/> and write it with <see cref="object.ToString"/>, which gives the canonical text.
/// What was parsed once needs no second check.
/// </summary>
/// <typeparam name="TSelf">The value itself.</typeparam>
public interface ITextValue<TSelf>
    where TSelf : ITextValue<TSelf>
{
    /// <summary>Reads a value.</summary>
    /// <param name="text">What was entered; null counts as empty. Spaces around it are not removed unless the type says so.</param>
    /// <param name="value">The value, when true is returned.</param>
    /// <param name="error">What is wrong and what is allowed, in sentences for the person who typed it; empty when true is returned.</param>
    static abstract bool TryParse(string? text, [NotNullWhen(true)] out TSelf? value, out string error);

    /// <summary>The value in the one spelling that equal values share; only a type that remembers how it was entered has more than one.</summary>
    static virtual TSelf ToCanonical(TSelf value) => value;
}
