namespace Veilor.Designer.Core.Checking.BuilderConfig.Schema;

/// <summary>The type of a setting.</summary>
/// <param name="Kind">How it is decoded.</param>
/// <param name="Name">The builder's name for the type; its errors quote it.</param>
internal sealed record SchemaType(SchemaKind Kind, string Name)
{
    /// <summary>True when the builder tells "absent" from "empty": a value that is given counts even if it is empty.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The settings of a table.</summary>
    public IReadOnlyList<SchemaField> Fields { get; init; } = [];

    /// <summary>What a list holds.</summary>
    public SchemaType? Element { get; init; }

    /// <summary>True for the kinds that the builder decodes with code of its own; unknown keys inside them pass.</summary>
    public bool HasOwnDecoder => Kind >= SchemaKind.Size;

    /// <summary>The type's name without its package; a type that is written down where it is used has none.</summary>
    public string ShortName => Name.StartsWith("struct {", StringComparison.Ordinal) ? string.Empty : Name[(Name.LastIndexOf('.') + 1)..];
}
