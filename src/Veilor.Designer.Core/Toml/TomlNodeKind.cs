namespace Veilor.Designer.Core.Toml;

/// <summary>What a node of a TOML file is.</summary>
public enum TomlNodeKind
{
    Table,
    Array,
    String,
    Integer,
    Float,
    Boolean,
    DateTime,
}
