using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using DiffPlex;
using DiffPlex.Model;

namespace Veilor.Designer.Core.Tests;

/// <summary>
/// Compares generated text with the file that was reviewed and committed for it, <c>Golden/expected/NAME</c>.
/// </summary>
/// <remarks>
/// With the environment variable <c>VEILOR_UPDATE_GOLDEN=1</c> the file is written instead of compared; the change is
/// then reviewed in the version control's own diff. Comparison is exact, to the byte: the preview is what is exported.
/// </remarks>
public static class Golden
{
    private const string UpdateVariable = "VEILOR_UPDATE_GOLDEN";
    private const int ShownDifferences = 5;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Fails the test unless <paramref name="actual"/> is the content of the golden file.</summary>
    /// <param name="actual">The generated text, complete.</param>
    /// <param name="name">Path below <c>Golden/expected</c> with <c>/</c> between parts, such as <c>veilor-os/Containerfile</c>.</param>
    /// <param name="directory">Where the golden files stand; the default is <c>Golden/expected</c> of this project.</param>
    /// <exception cref="GoldenMismatchException">The file is missing or differs; the message shows where.</exception>
    public static void Verify(string actual, string name, string? directory = null)
    {
        ArgumentNullException.ThrowIfNull(actual);
        var path = PathOf(name, directory ?? ExpectedDirectory());
        if (string.Equals(Environment.GetEnvironmentVariable(UpdateVariable), "1", StringComparison.Ordinal))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual, Utf8);
            return;
        }

        if (!File.Exists(path))
            throw new GoldenMismatchException($"There is no golden file {path}. Run the test with {UpdateVariable}=1 to write it, then review it.");

        var expected = Utf8.GetString(File.ReadAllBytes(path));
        if (!string.Equals(actual, expected, StringComparison.Ordinal))
            throw new GoldenMismatchException($"The text differs from the golden file {path} (- expected, + actual):\n{Describe(expected, actual)}\nIf the change is meant, run the test with {UpdateVariable}=1 and review the file.");
    }

    private static string PathOf(string name, string directory)
    {
        var path = Path.GetFullPath(Path.Combine(directory, name));
        if (!path.StartsWith(Path.GetFullPath(directory) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new ArgumentException($"'{name}' is not below the folder of golden files.", nameof(name));
        return path;
    }

    private static string ExpectedDirectory([CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "Golden", "expected");

    /// <summary>The first differing blocks with their line numbers; invisible characters are made visible.</summary>
    private static string Describe(string expected, string actual)
    {
        var diff = Differ.Instance.CreateDiffs(expected, actual, ignoreWhiteSpace: false, ignoreCase: false, new LineEndingChunker());
        var text = new StringBuilder();
        foreach (var block in diff.DiffBlocks.Take(ShownDifferences))
            AppendBlock(text, diff, block);
        if (diff.DiffBlocks.Count > ShownDifferences)
            text.Append(CultureInfo.InvariantCulture, $"... and {diff.DiffBlocks.Count - ShownDifferences} more places\n");
        return text.ToString();
    }

    private static void AppendBlock(StringBuilder text, DiffResult diff, DiffBlock block)
    {
        text.Append(CultureInfo.InvariantCulture, $"@ line {block.InsertStartB + 1}\n");
        foreach (var line in diff.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA))
            text.Append($"- {Visible(line)}\n");
        foreach (var line in diff.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB))
            text.Append($"+ {Visible(line)}\n");
    }

    private static string Visible(string line)
    {
        var ended = line.EndsWith('\n');
        var shown = new StringBuilder();
        foreach (var character in ended ? line[..^1] : line)
            shown.Append(char.IsControl(character) ? $"\\u{(int)character:x4}" : character.ToString());
        return ended ? shown.ToString() : $"{shown}\\ (no newline at the end)";
    }
}
