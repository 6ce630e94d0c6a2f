using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation;

/// <summary>One command that runs while the image is built.</summary>
/// <param name="Path">The field that it comes from.</param>
/// <param name="Place">Where it stands, in words.</param>
/// <param name="Words">The program and its arguments, quotes taken off; variables stay as they are.</param>
/// <param name="Text">The command as written.</param>
internal sealed record BuildCommand(FieldPath Path, string Place, IReadOnlyList<string> Words, string Text)
{
    public string Program => Words[0];

    /// <summary>True when the step goes on where the command fails.</summary>
    public bool MayFail { get; init; }

    /// <summary>True for the program with one of these as its first argument that is no option.</summary>
    public bool Is(string program, params ReadOnlySpan<string> verbs) =>
        string.Equals(Program, program, StringComparison.Ordinal)
        && (verbs.IsEmpty || (Words.Skip(1).FirstOrDefault(word => word.Length > 0 && word[0] != '-') is { } verb && verbs.Contains(verb)));

    public bool HasOption(params string[] options) => Words.Any(word => Array.IndexOf(options, word) >= 0);
}
