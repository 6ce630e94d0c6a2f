namespace Veilor.Designer.EndToEnd;

/// <summary>A folder of a test's own, removed with everything in it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private const int MostAttempts = 50;

    public string Path { get; } = Directory.CreateTempSubdirectory("veilor-").FullName;

    /// <summary>What a test has ended may write its last file while the folder is being emptied.</summary>
    public void Dispose()
    {
        for (var attempt = 1; Directory.Exists(Path); attempt++)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
            }
            catch (IOException) when (attempt < MostAttempts)
            {
                Thread.Sleep(100);
            }
        }
    }

    /// <summary>Writes a text file below the folder, making the folders it needs, and returns its absolute path.</summary>
    public string Write(string name, string content)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }
}
