using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Generation;

/// <summary>One line of a document, with what made it.</summary>
/// <param name="Text">The line without its line feed.</param>
/// <param name="Origins">The fields whose values are in the line, or that caused it; the first is the one a click leads to.</param>
/// <param name="Reason">Why the line has this form, in a sentence; empty where the text says it.</param>
/// <param name="Bond">How it belongs to its fields.</param>
public sealed record DocumentLine(string Text, EquatableArray<FieldPath> Origins, string Reason = "", LineBond Bond = LineBond.Carries)
{
    /// <summary>The field a click on the line leads to.</summary>
    public FieldPath Origin => Origins.IsEmpty ? default : Origins[0];
}
