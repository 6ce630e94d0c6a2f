namespace Veilor.Designer.Components.Preview;

/// <summary>A row of the file tree: a folder or a file.</summary>
/// <param name="Path">The path; of a folder with a slash at the end.</param>
/// <param name="Name">What the row says; folders that hold one folder only share a row.</param>
/// <param name="Level">How deep it lies, from 1.</param>
/// <param name="File">The file; null for a folder.</param>
public sealed record TreeNode(string Path, string Name, int Level, BundleFile? File)
{
    public bool IsFolder => File is null;

    /// <summary>The rows of a tree: in each folder first its folders, then its files, by name.</summary>
    /// <param name="files">The files.</param>
    /// <param name="isOpen">Whether a folder shows what is in it.</param>
    public static List<TreeNode> Of(IEnumerable<BundleFile> files, Func<string, bool> isOpen)
    {
        var rows = new List<TreeNode>();
        Add([.. files.OrderBy(file => file.Path, StringComparer.Ordinal)], "", 1);
        return rows;

        void Add(List<BundleFile> inside, string folder, int level)
        {
            var below = inside.Where(file => file.Path.IndexOf('/', folder.Length) >= 0)
                .GroupBy(file => file.Path[..(file.Path.IndexOf('/', folder.Length) + 1)], StringComparer.Ordinal);
            foreach (var group in below)
            {
                var members = group.ToList();
                var path = Deepest(group.Key, members);
                rows.Add(new TreeNode(path, path[folder.Length..^1], level, null));
                if (isOpen(path))
                {
                    Add(members, path, level + 1);
                }
            }

            rows.AddRange(inside
                .Where(file => file.Path.IndexOf('/', folder.Length) < 0)
                .Select(file => new TreeNode(file.Path, file.Path[folder.Length..], level, file)));
        }
    }

    /// <summary>The folder below which the files part.</summary>
    private static string Deepest(string folder, List<BundleFile> files)
    {
        while (files[0].Path.IndexOf('/', folder.Length) is >= 0 and var slash
            && files.TrueForAll(file => file.Path.StartsWith(files[0].Path[..(slash + 1)], StringComparison.Ordinal)))
        {
            folder = files[0].Path[..(slash + 1)];
        }

        return folder;
    }
}
