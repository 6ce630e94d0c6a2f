using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Veilor.Designer.Core.Gate;

namespace Veilor.Designer.Gates;

/// <summary>
/// The files that are kept because both are shipped: <c>kept/DESIGN/ROLE/FILE</c> of the workspace, outside the runs. On the same file system a
/// file is a second name of the run's own, so that it takes no space as long as the run is there.
/// </summary>
/// <param name="root">The folder <c>kept</c>; made when needed.</param>
public sealed class KeptFiles(string root)
{
    /// <summary>Where a kept file is.</summary>
    /// <param name="slug">The design.</param>
    /// <param name="kept">What is written down about it.</param>
    public string PathOf(string slug, KeptArtifact kept) => Path.Combine(FolderOf(slug, kept.Role), kept.File);

    /// <summary>The folder of a design's kept files.</summary>
    public string FolderFor(string slug) => Path.Combine(root, slug);

    /// <summary>True when the file is there with the size it had.</summary>
    public bool IsThere(string slug, KeptArtifact kept) => new FileInfo(PathOf(slug, kept)) is { Exists: true } file && file.Length == kept.Size;

    /// <summary>Puts a file aside and hashes it. What had the role before goes.</summary>
    /// <param name="slug">The design.</param>
    /// <param name="role">Which of the two it is.</param>
    /// <param name="file">Its absolute path.</param>
    /// <param name="run">The run it comes from; empty for none.</param>
    /// <param name="now">The date to write down.</param>
    /// <param name="cancellation">Gives up; nothing is changed then.</param>
    /// <exception cref="IOException">The file cannot be read, cannot be what it is kept as, is kept as the other artefact already, or there is no room for it.</exception>
    /// <exception cref="UnauthorizedAccessException">One of the folders does not allow it.</exception>
    public async Task<KeptArtifact> KeepAsync(
        string slug, KeptRole role, string file, string run, DateTimeOffset now, CancellationToken cancellation)
    {
        if (ShippedFile.Problem(role, file) is { } problem)
        {
            throw new IOException(problem);
        }

        var folder = FolderOf(slug, role);
        var draft = $"{folder}.new";
        Remove(draft);
        Directory.CreateDirectory(draft);
        try
        {
            var name = Path.GetFileName(file);
            var target = Path.Combine(draft, name);
            if (Link(file, target) != 0)
            {
                await CopyAsync(file, target, cancellation);
            }

            await using var stream = File.OpenRead(target);
            var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation));
            if (await IsKeptAsOtherAsync(slug, role, stream.Length, digest, cancellation))
            {
                throw new IOException("the same file is kept as the other artefact.");
            }

            Remove(folder);
            Directory.Move(draft, folder);
            return new KeptArtifact(role, name, stream.Length, digest, run, now);
        }
        catch
        {
            Remove(draft);
            throw;
        }
    }

    /// <summary>Lets a kept file go.</summary>
    /// <exception cref="IOException">It cannot be removed.</exception>
    public void Release(string slug, KeptRole role) => Remove(FolderOf(slug, role));

    private string FolderOf(string slug, KeptRole role) => Path.Combine(root, slug, role.ToString().ToLowerInvariant());

    private async Task<bool> IsKeptAsOtherAsync(string slug, KeptRole role, long size, string digest, CancellationToken cancellation)
    {
        foreach (var folder in Enum.GetValues<KeptRole>().Where(other => other != role).Select(other => FolderOf(slug, other)).Where(Directory.Exists))
        {
            foreach (var file in Directory.GetFiles(folder).Where(file => new FileInfo(file).Length == size))
            {
                await using var stream = File.OpenRead(file);
                if (Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation)) == digest)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static async Task CopyAsync(string file, string target, CancellationToken cancellation)
    {
        await using var source = File.OpenRead(file);
        await using var copy = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
        await source.CopyToAsync(copy, cancellation);
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>link(2): a second name; fails across file systems and on some that have none.</summary>
    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string existing, [MarshalAs(UnmanagedType.LPUTF8Str)] string added);
}
