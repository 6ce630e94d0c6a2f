using System.Collections.Concurrent;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Components.Fields;

/// <summary>Finds the component that edits a field by the field's type and codec.</summary>
public static class FieldControls
{
    private static readonly ConcurrentDictionary<DesignField, Type> Found = new();

    /// <exception cref="ArgumentException">The field is of a kind that no component edits.</exception>
    public static Type ComponentFor(DesignField field) => Found.GetOrAdd(field, Find);

    private static Type Find(DesignField field)
    {
        var type = field.GetType();
        var value = type.IsGenericType ? type.GetGenericArguments()[0] : typeof(void);
        var shape = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        if (field is ScalarField<bool>)
        {
            return typeof(FlagField);
        }

        if (shape == typeof(ScalarField<>))
        {
            return (HasChoices(field) ? typeof(ChoiceField<>) : typeof(TextField<>)).MakeGenericType(value);
        }

        if (shape == typeof(ListField<>))
        {
            return (HasChoices(field) ? typeof(ChoiceListField<>) : typeof(ListFieldEditor<>)).MakeGenericType(value);
        }

        return shape == typeof(RecordField<>)
            ? typeof(RecordTable<>).MakeGenericType(value)
            : throw new ArgumentException($"No component edits {field.Path}.", nameof(field));
    }

    private static bool HasChoices(DesignField field)
    {
        var codec = field.GetType().GetProperty(nameof(ScalarField<>.Codec))!.GetValue(field)!;
        var choices = (System.Collections.ICollection)codec.GetType().GetProperty(nameof(ValueCodec<>.Choices))!.GetValue(codec)!;
        return choices.Count > 0;
    }
}
