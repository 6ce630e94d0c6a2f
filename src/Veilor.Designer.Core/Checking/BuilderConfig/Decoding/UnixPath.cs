namespace Veilor.Designer.Core.Checking.BuilderConfig.Decoding;

/// <summary>Path arithmetic of the kind the builder does; the file system is not asked.</summary>
internal static class UnixPath
{
    /// <summary>The shortest path of the same meaning: no doubled slash, no <c>.</c>, no <c>..</c> that can be resolved.</summary>
    public static string Clean(string path)
    {
        if (path.Length == 0)
        {
            return ".";
        }

        var isRooted = path[0] == '/';
        var parts = new List<string>();
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "." || (part == ".." && parts.Count == 0 && isRooted))
            {
                continue;
            }

            if (part == ".." && parts.Count > 0 && parts[^1] != "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else
            {
                parts.Add(part);
            }
        }

        var joined = string.Join('/', parts);
        return isRooted ? $"/{joined}" : joined.Length == 0 ? "." : joined;
    }

    /// <summary>The directory that holds a clean, absolute path.</summary>
    public static string Parent(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash <= 0 ? "/" : path[..slash];
    }
}
