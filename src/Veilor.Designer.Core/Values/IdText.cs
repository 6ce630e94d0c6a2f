using System.Buffers;

namespace Veilor.Designer.Core.Values;

/// <summary>What the ids of groups, flatpaks and secrets have in common: a set of characters, a longest length, and sentences about both.</summary>
internal static class IdText
{
    /// <summary>Why a text is no id; empty when its characters and its length are right.</summary>
    /// <param name="text">The text.</param>
    /// <param name="characters">What it may be made of.</param>
    /// <param name="maximumLength">How many characters it may have.</param>
    /// <param name="allowed">A sentence that says what may be used.</param>
    public static string Check(string text, SearchValues<char> characters, int maximumLength, string allowed)
    {
        if (text.Length == 0)
        {
            return $"The id is empty. {allowed}";
        }

        if (CharacterNames.FirstOutside(text, characters) is { } character)
        {
            return $"An id cannot contain {character}. {allowed}";
        }

        return text.Length > maximumLength ? $"The id has {text.Length} characters. {maximumLength} are allowed." : "";
    }

    /// <summary>As <see cref="Check"/>, and the id must not begin as a hidden file or an option does.</summary>
    /// <inheritdoc cref="Check"/>
    public static string CheckWithStart(string text, SearchValues<char> characters, int maximumLength, string allowed)
    {
        var problem = Check(text, characters, maximumLength, allowed);
        return problem.Length == 0 && text[0] is ('.' or '-') ? $"An id cannot start with '{text[0]}'. {allowed}" : problem;
    }
}
