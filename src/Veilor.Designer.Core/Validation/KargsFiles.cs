using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Toml;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation;

/// <summary>The kernel arguments in kargs.d files of the overlay. A file that bootc refuses has none.</summary>
internal static class KargsFiles
{
    private const string Folder = "usr/lib/bootc/kargs.d/";

    private static readonly Remembered<DesignContent, IReadOnlyList<(string Path, KernelArgument Argument, bool IsLimited)>> Known = new(content => [.. Read(content)]);

    /// <summary>Each argument with its file and whether the file is limited to architectures.</summary>
    public static IReadOnlyList<(string Path, KernelArgument Argument, bool IsLimited)> Arguments(DesignContent content) => Known.Of(content);

    private static IEnumerable<(string Path, KernelArgument Argument, bool IsLimited)> Read(DesignContent content)
    {
        foreach (var (path, file) in OverlayFiles.Below(content, Folder).Where(each => each.Path.EndsWith(".toml", StringComparison.Ordinal)))
        {
            if (TomlTree.Parse(file.ReadableText(), out _) is not { } root || root["kargs"] is not { Kind: TomlNodeKind.Array } kargs)
            {
                continue;
            }

            foreach (var word in kargs.Items.Where(item => item.Kind == TomlNodeKind.String).SelectMany(item => item.Text.Split((char[]?)[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)))
            {
                if (KernelArgument.TryParse(word, out var argument, out _))
                {
                    yield return (path, argument, root["match-architectures"] is not null);
                }
            }
        }
    }
}
