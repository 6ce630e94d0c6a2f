using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Highlighting;

namespace Veilor.Designer.Components.Preview;

/// <summary>Lays emphasized parts over the tokens of a line.</summary>
public static class EmphasizedText
{
    /// <summary>The tokens, cut where a part begins or ends.</summary>
    /// <param name="tokens">The tokens of the line, in order.</param>
    /// <param name="parts">The parts, in order and without overlap.</param>
    public static IEnumerable<EmphasizedToken> Split(IReadOnlyList<Token> tokens, EquatableArray<TextSpan> parts)
    {
        var next = 0;
        foreach (var token in tokens)
        {
            var at = token.Start;
            var end = token.Start + token.Length;
            while (at < end)
            {
                while (next < parts.Count && parts[next].End <= at)
                {
                    next++;
                }

                var isInside = next < parts.Count && parts[next].Start <= at;
                var to = next >= parts.Count ? end : Math.Min(end, isInside ? parts[next].End : Math.Max(parts[next].Start, at + 1));
                yield return new EmphasizedToken(at, to - at, token.Kind, isInside);
                at = to;
            }
        }
    }
}
