namespace Veilor.Designer.Core.Checking.BuilderConfig.Schema;

/// <summary>One setting of a table.</summary>
/// <param name="Name">The key.</param>
/// <param name="Type">What it takes.</param>
internal sealed record SchemaField(string Name, SchemaType Type)
{
    /// <summary>The name in errors of the JSON decoder; it differs where the builder nests one structure in another.</summary>
    public string ErrorName { get; init; } = Name;
}
