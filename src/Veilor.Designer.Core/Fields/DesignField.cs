using Veilor.Designer.Core.Comparing;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Routing;
using Veilor.Designer.Core.Toml;

namespace Veilor.Designer.Core.Fields;

/// <summary>
/// One thing that can be chosen in a design. It is declared once, in <see cref="DesignFields"/>, and from there
/// drives the form, the provenance of lines, the place of diagnostics, undo labels, search, and <c>design.toml</c>.
/// </summary>
public abstract class DesignField
{
    private protected DesignField(string path, string label, string help)
    {
        Path = path;
        Label = label;
        Help = help;
        var dot = path.LastIndexOf('.');
        Table = path[..dot];
        Key = path[(dot + 1)..];
    }

    /// <summary>What a field has that a file leaves out. A field that was cleared must be written when it is not clear here.</summary>
    private protected static ImageDesign Blank { get; } = new();

    /// <summary>Where the field is: <c>system.hostname</c>.</summary>
    public FieldPath Path { get; }

    /// <summary>What a form calls it.</summary>
    public string Label { get; }

    /// <summary>What it means and where it goes, in a sentence or two.</summary>
    public string Help { get; }

    /// <summary>The table of <c>design.toml</c>: the path without its last part.</summary>
    public string Table { get; }

    /// <summary>The key in that table.</summary>
    public string Key { get; }

    /// <summary>True when the field is written as an array of tables, which must follow the plain keys of its table.</summary>
    public virtual bool IsTableArray => false;

    /// <summary>True for a field that holds several items.</summary>
    public virtual bool IsList => false;

    /// <summary>The values to choose from; empty when there are not only a few.</summary>
    public virtual IReadOnlyList<ChoiceText> Choices => [];

    /// <summary>The columns of a field that holds rows; else empty.</summary>
    public virtual IReadOnlyList<FieldPart> Parts => [];

    /// <summary>What one item of a list is called, where the field says so; empty otherwise.</summary>
    public virtual string ItemLabel => "";

    /// <summary>True when both designs share the field's value; the cheap test that decides whether a form renders again.</summary>
    public abstract bool IsSame(ImageDesign left, ImageDesign right);

    /// <summary>Judges a text that was typed for the field and is not part of the design.</summary>
    /// <param name="design">The design.</param>
    /// <param name="place">Where it was typed, as the path says it: the field, a cell of a row, or a cell of a row that is being filled in (<c>storage.subvolumes:new.mount</c>).</param>
    /// <param name="text">The text.</param>
    /// <returns>Why the design does not have it; null when nothing is missing.</returns>
    public abstract TypedRefusal? Judge(ImageDesign design, string place, string text);

    /// <summary>The differences of the field in words; called only where it differs.</summary>
    internal abstract IEnumerable<FieldChange> Compare(ImageDesign before, ImageDesign after);

    /// <summary>The design with the field in its canonical form: a list whose order means nothing is sorted, and equal values are spelled alike.</summary>
    internal virtual ImageDesign ToCanonical(ImageDesign design) => design;

    /// <summary>The items of a list, by name; nothing for a field with one value.</summary>
    public IReadOnlyList<FieldItem> ListItems(ImageDesign design) => IsList ? Items(design) : [];

    /// <summary>What the field holds: its items, or itself when it has one value; nothing when it is unset.</summary>
    internal abstract IReadOnlyList<FieldItem> Items(ImageDesign design);

    /// <summary>
    /// The design without these items. For a field with one value: without the value where that may be, and with another
    /// one, since a file may take a default for a missing value and look the same.
    /// </summary>
    internal abstract IEnumerable<ImageDesign> Without(ImageDesign design, IReadOnlySet<FieldPath> items);

    /// <summary>The design with the field as a new design has it.</summary>
    internal abstract ImageDesign Reset(ImageDesign design);

    /// <summary>The columns that are filled in some of these rows and may be empty.</summary>
    internal virtual IEnumerable<FieldCell> Cells(ImageDesign design, IReadOnlySet<FieldPath> items) => [];

    /// <summary>Writes the field; nothing when it is unset.</summary>
    internal abstract void Write(ImageDesign design, DesignTomlWriter writer);

    /// <summary>Reads the field.</summary>
    /// <param name="design">The design as read so far.</param>
    /// <param name="node">The value found in the file.</param>
    /// <param name="problems">Takes what is wrong.</param>
    internal abstract ImageDesign Read(ImageDesign design, TomlNode node, ICollection<TomlProblem> problems);
}
