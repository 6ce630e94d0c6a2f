using System.Buffers;

namespace Veilor.Designer.Core.Values;

/// <summary>The check that <see cref="AbsolutePath"/> and <see cref="RelativePath"/> share.</summary>
internal static class PathText
{
    private static readonly SearchValues<char> Characters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-+@:,=%~");

    /// <summary>What is wrong with the path; empty when nothing is.</summary>
    public static string Problem(string text, bool isAbsolute)
    {
        if (text.Length == 0)
        {
            return "The path is empty.";
        }

        if (CharacterNames.FirstOutside(text, Characters) is { } character)
        {
            return $"A path here cannot contain {character}. Use letters, digits and . _ - + @ : , = % ~ between slashes.";
        }

        if (isAbsolute != (text[0] == '/'))
        {
            return isAbsolute ? "The path must start with a slash." : "The path must not start with a slash.";
        }

        var parts = (isAbsolute ? text[1..] : text).Split('/');
        return Array.Exists(parts, part => part is "" or "." or "..")
            ? "The path must be written out: no //, no /./, no /../ and no slash at the end."
            : "";
    }
}
