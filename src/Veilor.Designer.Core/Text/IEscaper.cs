namespace Veilor.Designer.Core.Text;

/// <summary>Writes a value so that a language reads exactly that value back.</summary>
public interface IEscaper
{
    /// <summary>The value as a word or string of the language.</summary>
    /// <exception cref="ArgumentException">The language has no way to write the value.</exception>
    static abstract string Escape(string value);
}
