using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Design;

/// <summary>A group made together with the users.</summary>
public sealed record UserGroup
{
    public UnixName Name { get; init; } = UnixName.Parse("staff");

    public int? GroupId { get; init; }
}
