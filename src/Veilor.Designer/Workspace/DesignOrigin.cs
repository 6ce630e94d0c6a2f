using System.Text;
using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Workspace;

/// <summary>
/// The file <c>origin.toml</c> of a design folder: the template that the design was made from. It stands beside
/// <c>design.toml</c> and not in it, because it says nothing about the image, and editing a design must not change it.
/// </summary>
public static class DesignOrigin
{
    public const string FileName = "origin.toml";

    private const string TemplateKey = "template = ";
    private const long MaximumBytes = 4096;

    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Write(string folder, string template) => AtomicFile.Replace(
        Path.Combine(folder, FileName),
        stream => stream.Write(Encoding.UTF8.GetBytes($"# Where this design comes from; Veilor Designer compares with it.\n{TemplateKey}{TomlText.Quote(template)}\n")));

    /// <summary>The template's name; null for a design that was not made from one.</summary>
    public static string? TemplateOf(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            if (PosixFiles.KindOf(path) != PosixFileKind.File || new FileInfo(path).Length > MaximumBytes)
            {
                return null;
            }

            var line = File.ReadLines(path).FirstOrDefault(each => each.StartsWith(TemplateKey, StringComparison.Ordinal));
            var name = line?[TemplateKey.Length..].Trim().Trim('"');
            return DesignSlug.IsValid(name) ? name : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
