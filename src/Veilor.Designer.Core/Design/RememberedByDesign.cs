using System.Runtime.CompilerServices;

namespace Veilor.Designer.Core.Design;

/// <summary>
/// A pure function of a design that several rules and generators ask for. It gives its last result again to every design
/// that shares what was read for it, and notes that reading for each who asks.
/// </summary>
/// <param name="part">A part that the function reads; a result is kept for as long as it lives.</param>
/// <param name="read">The function; it looks at nothing but the design.</param>
/// <typeparam name="TResult">The result; immutable, because everyone who asks gets the same one.</typeparam>
internal sealed class RememberedByDesign<TResult>(DesignPart part, Func<ImageDesign, TResult> read)
{
    private readonly ConditionalWeakTable<object, Answer> _answers = [];

    /// <summary>The result. Two threads that ask at once may both work it out.</summary>
    public TResult Of(ImageDesign design)
    {
        var key = design.PartOf(part);
        if (!_answers.TryGetValue(key, out var answer) || !answer.Reads.AreShared(answer.Design, design))
        {
            var reads = new DesignReads();
            answer = new Answer(design.Unwatched(), reads, read(design.WatchedBy(reads)));
            _answers.AddOrUpdate(key, answer);
        }

        design.Note(answer.Reads);
        return answer.Result;
    }

    private sealed record Answer(ImageDesign Design, DesignReads Reads, TResult Result);
}
