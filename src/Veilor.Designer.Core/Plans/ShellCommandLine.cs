using System.Text;

namespace Veilor.Designer.Core.Plans;

/// <summary>
/// Writes an argument vector as text that a person can paste into a POSIX shell. It is for showing and copying
/// only: the product itself never starts a shell with it.
/// </summary>
public static class ShellCommandLine
{
    private const string UnquotedPunctuation = "%+,-./:=@_";

    /// <summary>The program and its arguments, each quoted where needed, separated by one space.</summary>
    public static string Format(string command, IEnumerable<string> arguments)
    {
        var text = new StringBuilder(Quote(command));
        foreach (var argument in arguments)
        {
            text.Append(' ').Append(Quote(argument));
        }

        return text.ToString();
    }

    /// <summary>
    /// One word of a command. Words of letters, digits and harmless punctuation stay as they are; others stand in single quotes,
    /// in which a single quote becomes <c>'\''</c> (POSIX Shell Command Language, 2.2.2).
    /// </summary>
    /// <remarks>A NUL cannot be part of an argument on Linux and is refused with <see cref="ArgumentException"/>.</remarks>
    public static string Quote(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException("An argument cannot contain the NUL character.", nameof(word));
        }

        return word.Length > 0 && word.All(IsPlain)
            ? word
            : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || UnquotedPunctuation.Contains(c, StringComparison.Ordinal);
}
