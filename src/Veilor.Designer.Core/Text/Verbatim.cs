namespace Veilor.Designer.Core.Text;

/// <summary>
/// Text that is already in the language of the line it goes into. It is the only hole of an escaping line that is
/// inserted as it is, so every place that needs a second look can be found by this name.
/// </summary>
/// <param name="Text">What is inserted.</param>
public readonly record struct Verbatim(string Text)
{
    public override string ToString() => Text ?? "";
}
