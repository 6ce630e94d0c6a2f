namespace Veilor.Designer.Components.Fields;

/// <summary>The control that a value is edited with.</summary>
public enum InputKind
{
    Text,
    Lines,
    Number,
    Flag,
    Choice,
}
