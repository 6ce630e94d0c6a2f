using System.Text;
using Veilor.Designer.Core.Gate;
using Veilor.Designer.Core.Toml;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Gates;

/// <summary>The <c>gate.toml</c> beside a <c>design.toml</c>.</summary>
public static class GateFile
{
    /// <summary>Reads it; a folder without one has an empty record.</summary>
    public static GateReadResult Read(string folder)
    {
        try
        {
            return GateToml.Read(File.ReadAllText(PathIn(folder), new UTF8Encoding(false, throwOnInvalidBytes: true)));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return new GateReadResult(GateRecord.Empty, []);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            return new GateReadResult(null, [TomlProblem.OfFile(exception.Message)]);
        }
    }

    /// <summary>Replaces it.</summary>
    /// <exception cref="IOException">The disk is full or the folder cannot be written; the old file is untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder does not allow it.</exception>
    public static void Write(string folder, GateRecord record)
    {
        var bytes = Encoding.UTF8.GetBytes(GateToml.ToText(record));
        AtomicFile.Replace(PathIn(folder), stream => stream.Write(bytes));
    }

    private static string PathIn(string folder) => Path.Combine(folder, GateToml.FileName);
}
