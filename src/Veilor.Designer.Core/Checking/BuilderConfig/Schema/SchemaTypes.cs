namespace Veilor.Designer.Core.Checking.BuilderConfig.Schema;

/// <summary>Short ways to write down a schema.</summary>
internal static class SchemaTypes
{
    public static readonly SchemaType PlainText = new(SchemaKind.Text, "string");
    public static readonly SchemaType OptionalText = Text with { IsOptional = true };
    public static readonly SchemaType Flag = new(SchemaKind.Boolean, "bool");
    public static readonly SchemaType OptionalFlag = Flag with { IsOptional = true };
    public static readonly SchemaType OptionalInteger = new(SchemaKind.Integer, "int") { IsOptional = true };
    public static readonly SchemaType Unsigned = new(SchemaKind.Unsigned, "uint64");
    public static readonly SchemaType Anything = new(SchemaKind.Anything, "interface {}");
    public static readonly SchemaType Size = new(SchemaKind.Size, "datasizes.Size");
    public static readonly SchemaType Texts = ListOf(PlainText);

    public static SchemaType ListOf(SchemaType element, string? name = null) =>
        new(SchemaKind.List, name ?? $"[]{element.Name}") { Element = element };

    public static SchemaType Table(string name, params SchemaField[] fields) =>
        new(SchemaKind.Table, name) { Fields = fields };

    public static SchemaType OptionalTable(string name, params SchemaField[] fields) =>
        new(SchemaKind.Table, $"blueprint.{name}") { Fields = fields, IsOptional = true };

    public static SchemaType Tables(string name, params SchemaField[] fields) =>
        ListOf(Table($"blueprint.{name}", fields));
}
