using System.Text.RegularExpressions;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Generation;

namespace Veilor.Designer.Core.Tests.Generation;

/// <summary>Takes generated documents apart for the readers that judge them.</summary>
internal static partial class Compiled
{
    public static CompiledDesign Of(ImageDesign design, DesignContent? content = null) => DesignCompiler.Compile(design, content ?? DesignContent.Empty);

    public static DesignDocument Document(this CompiledDesign compiled, string path) =>
        compiled.FindDocument(path) ?? throw new InvalidOperationException($"there is no {path}");

    /// <summary>The instructions of a Containerfile: keyword and the rest, continued lines as they are.</summary>
    public static IEnumerable<(string Keyword, string Text)> Instructions(string containerfile)
    {
        var lines = containerfile.Split('\n').Where(line => !line.TrimStart().StartsWith('#'));
        foreach (var instruction in Instruction().Split(Continuation().Replace(string.Join('\n', lines), "\u0001")))
        {
            var text = instruction.Replace("\u0001", "\\\n", StringComparison.Ordinal).Trim();
            if (text.Length > 0)
            {
                var words = text.Split(' ', 2);
                yield return (words[0], words.Length > 1 ? words[1] : "");
            }
        }
    }

    /// <summary>The shell command of a RUN instruction, without its mounts.</summary>
    public static string Command(string run) => Mount().Replace(run, "");

    [GeneratedRegex(@"\\\n", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Continuation();

    [GeneratedRegex(@"\n+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Instruction();

    [GeneratedRegex(@"^(--mount=\S+\s*(\\\n)?\s*)+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mount();
}
