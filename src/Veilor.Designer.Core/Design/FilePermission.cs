using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Design;

/// <summary>Mode or owner of an overlay file that differs from root's 0644 or 0755, which is all that git keeps.</summary>
public sealed record FilePermission
{
    /// <summary>The file below <c>overlay/</c>.</summary>
    public RelativePath Path { get; init; } = RelativePath.Parse("etc/example");

    public PosixMode Mode { get; init; } = PosixMode.Parse("0644");

    public UnixName Owner { get; init; } = UnixName.Parse("root");

    public UnixName Group { get; init; } = UnixName.Parse("root");
}
