using System.Globalization;
using Veilor.Designer.Core.Bundles;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Workspace;

/// <summary>Writes bundles to the disk: as an archive, or into a folder. The browser and the command line both use it.</summary>
public static class BundleExporter
{
    /// <summary>Why a design cannot be exported or built; empty when it can.</summary>
    /// <param name="compiled">The design.</param>
    /// <param name="refused">Files beside it that cannot go into a bundle.</param>
    public static string Obstacle(CompiledDesign compiled, IReadOnlyList<RefusedFile> refused)
    {
        var errors = compiled.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
        {
            var more = errors.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({errors.Count - 1} more)");
            return $"The design has an error. {errors[0].Path}: {errors[0].Message} [{errors[0].Code}]{more}";
        }

        return refused.Count == 0 ? "" : $"A file of the design cannot go into a bundle. {refused[0].Path}: {refused[0].Reason}";
    }

    /// <summary>Exports to a folder or, when the name ends with <c>.zip</c> or <c>.tar.gz</c>, to a file.</summary>
    /// <param name="compiled">The design.</param>
    /// <param name="refused">Files beside it that cannot go into a bundle.</param>
    /// <param name="target">The path, absolute or relative to the working directory.</param>
    public static ExportResult Export(CompiledDesign compiled, IReadOnlyList<RefusedFile> refused, string target)
    {
        if (Obstacle(compiled, refused) is { Length: > 0 } obstacle)
        {
            return ExportResult.Refused(obstacle);
        }

        var path = Path.GetFullPath(target);
        try
        {
            var entries = DesignBundle.Entries(compiled);
            return BundleArchive.ForFile(path) is { } archive
                ? WriteFile(entries, archive, path)
                : BundleFolder.Write(entries, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ExportResult.Refused($"{path} cannot be written: {e.Message}");
        }
    }

    private static ExportResult WriteFile(IReadOnlyList<BundleEntry> entries, BundleArchive archive, string path)
    {
        if (Directory.Exists(path))
        {
            return ExportResult.Refused($"{path} is a folder. An archive needs the name of a file.");
        }

        if (Path.GetDirectoryName(path) is { } folder && !Directory.Exists(folder))
        {
            return ExportResult.Refused($"There is no folder {folder}. Make it first.");
        }

        AtomicFile.Replace(path, stream => archive.Write(entries, stream));
        return ExportResult.Written(path, entries.Count);
    }
}
