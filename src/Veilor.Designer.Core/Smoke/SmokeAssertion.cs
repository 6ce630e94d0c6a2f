using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Core.Smoke;

/// <summary>One thing that the design promises of the built image, as a call of a function of <c>test/inside-image.sh</c>.</summary>
/// <param name="Check">The function: <c>installed</c>, <c>unit</c>.</param>
/// <param name="Arguments">Its arguments after the field.</param>
/// <param name="Origins">The fields it was made from; the first is named in the result.</param>
public sealed record SmokeAssertion(string Check, EquatableArray<string> Arguments, EquatableArray<FieldPath> Origins)
{
    /// <summary>Why it is asserted; empty where the check says it.</summary>
    public string Reason { get; init; } = "";

    /// <summary>How its line belongs to the fields.</summary>
    public LineBond Bond { get; init; } = LineBond.Carries;

    /// <summary>The line of the script.</summary>
    public string Line => string.Join(' ', [Check, ShellText.Quote(Origins[0].Value), .. Arguments.Select(ShellText.Quote)]);
}
