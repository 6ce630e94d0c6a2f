using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Veilor.Designer.Core.Collections;

/// <summary>
/// An immutable list that compares by its items. Records that hold an <see cref="ImmutableArray{T}"/> compare
/// by reference, so two equal designs would be called different; this type is what a record can hold instead.
/// </summary>
/// <typeparam name="T">The item; it must itself compare by value.</typeparam>
[CollectionBuilder(typeof(EquatableArray), nameof(EquatableArray.Create))]
public readonly struct EquatableArray<T> : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
{
    /// <summary>From this length on hashing pays.</summary>
    private const int LongList = 32;

    private static readonly Remembered<T[], HashSet<T>> Hashed = new(items => [.. items]);

    private readonly ImmutableArray<T> _items;

    public EquatableArray(ImmutableArray<T> items) => _items = items;

    public static EquatableArray<T> Empty => default;

    public int Count => _items.IsDefault ? 0 : _items.Length;

    public bool IsEmpty => Count == 0;

    public T this[int index] => Items[index];

    /// <summary>What the list is kept in; the same object means the same list. Nobody writes to it. Null for an empty list that was never set.</summary>
    internal T[]? Storage => ImmutableCollectionsMarshal.AsArray(_items);

    private ImmutableArray<T> Items => _items.IsDefault ? [] : _items;

    public EquatableArray<T> Add(T item) => new(Items.Add(item));

    public EquatableArray<T> Insert(int index, T item) => new(Items.Insert(index, item));

    public EquatableArray<T> RemoveAt(int index) => new(Items.RemoveAt(index));

    public EquatableArray<T> Remove(T item) => new(Items.Remove(item));

    public EquatableArray<T> SetItem(int index, T item) => new(Items.SetItem(index, item));

    public int IndexOf(T item) => Items.IndexOf(item);

    /// <summary>True when the item is in the list. A long list is hashed once, so that many rules can ask.</summary>
    public bool Contains(T item) =>
        Count < LongList ? IndexOf(item) >= 0 : Hashed.Of(Storage!).Contains(item);

    public int FindIndex(Func<T, bool> predicate)
    {
        for (var i = 0; i < Count; i++)
        {
            if (predicate(_items[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>True when both share the same storage; the cheap test that decides whether a view renders again.</summary>
    public bool SharesStorageWith(EquatableArray<T> other) => Items == other.Items;

    public ReadOnlySpan<T> AsSpan() => Items.AsSpan();

    public bool Equals(EquatableArray<T> other) =>
        SharesStorageWith(other) || AsSpan().SequenceEqual(other.AsSpan(), EqualityComparer<T>.Default);

    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in Items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    public ImmutableArray<T>.Enumerator GetEnumerator() => Items.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)Items).GetEnumerator();

    public static bool operator ==(EquatableArray<T> left, EquatableArray<T> right) => left.Equals(right);

    public static bool operator !=(EquatableArray<T> left, EquatableArray<T> right) => !left.Equals(right);
}
