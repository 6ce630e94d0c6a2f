using Veilor.Designer.Core.Comparing;
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

    /// <summary>The values to choose from; empty when there are not only a few.</summary>
    public abstract IReadOnlyList<ChoiceText> Choices { get; }

    /// <summary>True when the cell must never be shown or sent on.</summary>
    public abstract bool IsSecret { get; }

    /// <summary>What is wrong with a typed text; null for a valid one.</summary>
    public abstract string? ErrorOf(string text);

    /// <summary>The cell as a form shows it; never a secret.</summary>
    public abstract string TextOf(TItem item);

    /// <summary>The differences of the cell in words; none when it is the same.</summary>
    /// <param name="subject">What the row is called: <c>user admin</c>.</param>
    /// <param name="path">The path of the cell.</param>
    /// <param name="before">The row that was.</param>
    /// <param name="after">The row that is.</param>
    internal abstract IEnumerable<FieldChange> Compare(string subject, FieldPath path, TItem before, TItem after);

    /// <summary>The cell in a few words; null when it is as in <paramref name="blank"/>.</summary>
    internal abstract string? Describe(TItem item, TItem blank);

    /// <summary>The row with the cell as it is in <paramref name="blank"/>.</summary>
    internal abstract TItem Clear(TItem item, TItem blank);

    /// <summary>The row with the cell in its canonical form.</summary>
    internal abstract TItem ToCanonical(TItem item);

    /// <summary>The TOML literal of the cell, or null when it is unset.</summary>
    internal abstract string? ToToml(TItem item);

    internal abstract TItem FromToml(TItem item, TomlNode node, FieldPath path, ICollection<TomlProblem> problems);
}
