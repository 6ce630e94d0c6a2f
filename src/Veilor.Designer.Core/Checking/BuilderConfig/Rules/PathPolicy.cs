namespace Veilor.Designer.Core.Checking.BuilderConfig.Rules;

/// <summary>Which paths may be used: the longest rule that leads to a path decides.</summary>
internal sealed class PathPolicy
{
    private readonly Dictionary<string, PathPermission> _rules;

    public PathPolicy(params (string Path, PathPermission Permission)[] rules) =>
        _rules = rules.ToDictionary(r => r.Path, r => r.Permission, StringComparer.Ordinal);

    /// <summary>The builder's complaint about a path; null when it is allowed.</summary>
    public string? Check(string path)
    {
        if (path.Length == 0 || path[0] != '/')
        {
            return $"path {Reading.GoText.Quote(path)} must be absolute";
        }

        if (path != Decoding.UnixPath.Clean(path))
        {
            return $"path {Reading.GoText.Quote(path)} must be canonical";
        }

        var rule = path;
        while (!_rules.ContainsKey(rule))
        {
            rule = Decoding.UnixPath.Parent(rule);
        }

        return _rules[rule] == PathPermission.Denied || (_rules[rule] == PathPermission.Exact && rule != path)
            ? $"path {Reading.GoText.Quote(path)} is not allowed"
            : null;
    }
}
