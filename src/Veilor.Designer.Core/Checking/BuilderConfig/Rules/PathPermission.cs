namespace Veilor.Designer.Core.Checking.BuilderConfig.Rules;

/// <summary>What a rule says of its path.</summary>
internal enum PathPermission
{
    /// <summary>The path and everything below.</summary>
    Allowed,

    /// <summary>The path itself only.</summary>
    Exact,

    /// <summary>Neither the path nor anything below.</summary>
    Denied,
}
