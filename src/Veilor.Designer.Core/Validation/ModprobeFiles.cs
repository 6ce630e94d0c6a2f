using Veilor.Designer.Core.Content;

namespace Veilor.Designer.Core.Validation;

/// <summary>The modules that modprobe.d files of the overlay keep from being loaded (modprobe.d(5)).</summary>
internal static class ModprobeFiles
{
    private static readonly string[] Folders = ["usr/lib/modprobe.d/", "usr/local/lib/modprobe.d/", "etc/modprobe.d/"];

    /// <summary>Programs in place of modprobe that load nothing.</summary>
    private static readonly string[] Nothing = ["false", "true", "nologin", "exit", ":"];

    /// <summary>Each blocked module, with underscores, and its file.</summary>
    public static IEnumerable<(string Path, string Module)> Blocked(DesignContent content)
    {
        foreach (var (path, file) in OverlayFiles.Below(content, Folders))
        {
            var name = path[(path.LastIndexOf('/') + 1)..];
            if (!name.EndsWith(".conf", StringComparison.Ordinal) || (!path.StartsWith("etc/", StringComparison.Ordinal) && OverlayFiles.Has(content, "etc/modprobe.d/" + name)))
            {
                continue;
            }

            foreach (var line in file.ReadableText().Replace("\\\n", " ", StringComparison.Ordinal).Split('\n'))
            {
                if (Module(line.Split((char[]?)[' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries)) is { } module)
                {
                    yield return (path, module.Replace('-', '_'));
                }
            }
        }
    }

    private static string? Module(string[] words) => words switch
    {
        ["blacklist", var module, ..] => module,
        ["install", var module, var program, ..] when Array.IndexOf(Nothing, program[(program.LastIndexOf('/') + 1)..].TrimEnd(';')) >= 0 => module,
        _ => null,
    };
}
