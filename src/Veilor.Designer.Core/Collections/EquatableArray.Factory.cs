namespace Veilor.Designer.Core.Collections;

/// <summary>Makes <see cref="EquatableArray{T}"/> values; also what collection expressions call.</summary>
public static class EquatableArray
{
    public static EquatableArray<T> Create<T>(ReadOnlySpan<T> items) => new([.. items]);

    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items) => new([.. items]);
}
