using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Builds;

/// <summary>What this machine says about itself in files.</summary>
public static class MachineFacts
{
    /// <summary>The distribution (os-release(5)); null when the file cannot be read.</summary>
    /// <param name="path">The file.</param>
    public static OsRelease? ReadOsRelease(string path = "/etc/os-release")
    {
        try
        {
            return OsRelease.Parse(File.ReadAllText(path), File.Exists("/run/ostree-booted"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
