using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Toml;

namespace Veilor.Designer.Components.Fields;

/// <summary>Finds the control for a value by its codec.</summary>
public static class InputKinds
{
    public static InputKind Of<T>(ValueCodec<T> codec)
    {
        if (codec.Choices.Count > 0)
        {
            return InputKind.Choice;
        }

        if (ReferenceEquals(codec, Codecs.Lines))
        {
            return InputKind.Lines;
        }

        return codec.TomlKind switch
        {
            TomlNodeKind.Boolean => InputKind.Flag,
            TomlNodeKind.Integer => InputKind.Number,
            _ => InputKind.Text,
        };
    }
}
