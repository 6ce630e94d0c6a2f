using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Comparing;

/// <summary>One difference between two designs, in words.</summary>
/// <param name="Path">The field, item or cell that differs.</param>
/// <param name="Kind">How.</param>
/// <param name="Text">What differs, without a sign: <c>user admin gains group libvirt</c>. It never holds a password hash.</param>
public sealed record FieldChange(FieldPath Path, ChangeKind Kind, string Text)
{
    /// <summary>The sign that stands before the text: plus, minus, or nothing.</summary>
    public string Sign => Kind switch
    {
        ChangeKind.Added => "+",
        ChangeKind.Removed => "−",
        _ => "",
    };

    public override string ToString() => Sign.Length == 0 ? Text : $"{Sign} {Text}";
}
