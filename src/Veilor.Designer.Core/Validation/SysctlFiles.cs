using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation;

/// <summary>The settings in sysctl.d files of the overlay (sysctl.d(5)).</summary>
internal static class SysctlFiles
{
    /// <summary>The folders that systemd-sysctl reads, by their path in the image.</summary>
    public static readonly string[] Folders = ["usr/lib/sysctl.d/", "usr/local/lib/sysctl.d/", "etc/sysctl.d/"];

    private static readonly Remembered<DesignContent, IReadOnlyList<(string Path, IReadOnlyList<SysctlSetting> Settings)>> Known = new(content =>
        [.. Files(content).Select(each => (each.Path, (IReadOnlyList<SysctlSetting>)[.. Settings(each.File)]))]);

    /// <summary>Each file with its settings, in order.</summary>
    public static IReadOnlyList<(string Path, IReadOnlyList<SysctlSetting> Settings)> Of(DesignContent content) => Known.Of(content);

    /// <summary>The files that are read.</summary>
    public static IEnumerable<(string Path, ContentFile File)> Files(DesignContent content) =>
        OverlayFiles.Below(content, Folders).Where(each => each.Path.EndsWith(".conf", StringComparison.Ordinal));

    private static IEnumerable<SysctlSetting> Settings(ContentFile file)
    {
        foreach (var line in OverlayFiles.Lines(file))
        {
            if (SysctlSetting.TryParse(line, out var setting, out _))
            {
                yield return setting;
            }
        }
    }
}
