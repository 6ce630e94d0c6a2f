using Veilor.Designer.Core.Comparing;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Routing;
using Veilor.Designer.Core.Toml;

namespace Veilor.Designer.Core.Fields;

/// <summary>A field with one value: a lens into the design together with the codec of the value.</summary>
public sealed class ScalarField<T> : DesignField
{
    private readonly Func<ImageDesign, T> _get;
    private readonly Func<ImageDesign, T, ImageDesign> _set;
    private readonly bool _omitsDefault;

    internal ScalarField(
        string path,
        string label,
        string help,
        ValueCodec<T> codec,
        Func<ImageDesign, T> get,
        Func<ImageDesign, T, ImageDesign> set,
        bool omitsDefault = false)
        : base(path, label, help)
    {
        Codec = codec;
        _omitsDefault = omitsDefault;
        _get = get;
        _set = set;
    }

    public ValueCodec<T> Codec { get; }

    public T Get(ImageDesign design) => _get(design);

    public ImageDesign Set(ImageDesign design, T value) => _set(design, value);

    public override IReadOnlyList<ChoiceText> Choices => Codec.ChoiceTexts;

    public override bool IsSame(ImageDesign left, ImageDesign right) =>
        EqualityComparer<T>.Default.Equals(_get(left), _get(right));

    public override TypedRefusal? Judge(ImageDesign design, string place, string text) =>
        Codec.TryParse(text, out _, out var error) ? null : new TypedRefusal(error, Codec.Describe(_get(design)));

    internal override IEnumerable<FieldChange> Compare(ImageDesign before, ImageDesign after)
    {
        var (old, now) = (Codec.Describe(_get(before)), Codec.Describe(_get(after)));
        var text = ReferenceEquals(Codec, Codecs.Lines) ? ChangeText.OfLines(Label, old, now) : ChangeText.OfValue(Label + ":", old, now);
        return [new FieldChange(Path, ChangeKind.Changed, text)];
    }

    internal override IReadOnlyList<FieldItem> Items(ImageDesign design) =>
        Codec.Describe(_get(design)) is { Length: > 0 } text ? [new FieldItem(Path, text)] : [];

    internal override ImageDesign Reset(ImageDesign design) => Set(design, Get(Blank));

    internal override IEnumerable<ImageDesign> Without(ImageDesign design, IReadOnlySet<FieldPath> items)
    {
        var value = _get(design);
        var text = Codec.Format(value);
        string[] others = Codec.Choices.Count > 0 ? [.. Codec.Choices.Select(choice => choice.Text)] : ["false", "true", text + "2", "other", "2"];
        foreach (var candidates in new[] { [""], others })
        {
            foreach (var candidate in candidates)
            {
                if (Codec.TryParse(candidate, out var other, out _) && !EqualityComparer<T>.Default.Equals(other, value))
                {
                    yield return _set(design, other);
                    break;
                }
            }
        }
    }

    internal override void Write(ImageDesign design, DesignTomlWriter writer)
    {
        var value = _get(design);
        if (!IsSame(design, Blank) || (!Codec.IsUnset(value) && !_omitsDefault))
        {
            writer.Value(Key, Codec.ToToml(value), Path);
        }
    }

    internal override ImageDesign Read(ImageDesign design, TomlNode node, ICollection<TomlProblem> problems)
    {
        if (Codec.TryFromToml(node, out var value, out var error))
        {
            return _set(design, value);
        }

        problems.Add(new TomlProblem(node.Line, node.Column, $"{Path}: {error}"));
        return design;
    }
}
