namespace Veilor.Designer.Tests.Forms;

/// <summary>Texts to try a field with.</summary>
/// <param name="Path">The field.</param>
/// <param name="Valid">A text that it accepts and that differs from its default.</param>
/// <param name="Invalid">A text that it refuses; null where there is none, as for free text of several lines and for choices.</param>
public sealed record FieldSample(string Path, string Valid, string? Invalid)
{
    public override string ToString() => Path;
}
