using System.Runtime.CompilerServices;

namespace Veilor.Designer.Core.Collections;

/// <summary>
/// A pure function of an object that remembers its result for as long as the object lives. What a rule learns from a
/// file or a section is then worked out once, however many rules and compilations ask for it.
/// </summary>
/// <typeparam name="TSource">What the result is read from, and nothing else. It is immutable and told apart by reference.</typeparam>
/// <typeparam name="TResult">The result; immutable, because everyone who asks gets the same one.</typeparam>
internal sealed class Remembered<TSource, TResult>(Func<TSource, TResult> read)
    where TSource : class
    where TResult : class
{
    private readonly ConditionalWeakTable<TSource, TResult> _results = [];

    /// <summary>The result. Two threads that ask for the first time may both work it out; both get the same object.</summary>
    public TResult Of(TSource source) =>
        _results.TryGetValue(source, out var result) ? result : _results.GetValue(source, each => read(each));
}
