namespace Veilor.Designer.Workspace.Comparisons;

/// <summary>Passes a notice on only when what it looks at has another value than at the last notice.</summary>
internal sealed class ChangeFilter
{
    private readonly Func<object?> _read;
    private readonly Action _changed;
    private object? _last;

    public ChangeFilter(Func<object?> read, Action changed)
    {
        _read = read;
        _changed = changed;
        _last = read();
    }

    public void Look()
    {
        var now = _read();
        var before = Interlocked.Exchange(ref _last, now);
        if (!Equals(before, now))
        {
            _changed();
        }
    }
}
