using Veilor.Designer.Core.Toml;

namespace Veilor.Designer.Core.Fields;

/// <summary>One column of a <see cref="RecordField{TItem}"/>.</summary>
public abstract class RecordColumn<TItem>
{
    private protected RecordColumn(string name, string label, string help, bool isRequired)
    {
        Name = name;
        Label = label;
        Help = help;
        IsRequired = isRequired;
    }

    /// <summary>The key in <c>design.toml</c> and the last part of the cell's path.</summary>
    public string Name { get; }

    public string Label { get; }

    public string Help { get; }

    /// <summary>True when a row cannot be without it.</summary>
    public bool IsRequired { get; }

    /// <summary>The TOML literal of the cell, or null when it is unset.</summary>
    internal abstract string? ToToml(TItem item);

    internal abstract TItem FromToml(TItem item, TomlNode node, FieldPath path, ICollection<TomlProblem> problems);
}
