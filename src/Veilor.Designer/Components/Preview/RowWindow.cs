namespace Veilor.Designer.Components.Preview;

/// <summary>
/// Which rows of a file the page holds. A short file is held whole; of a long one only a stretch around what is in
/// view, so that neither the first paint nor an edit costs more for a longer file.
/// </summary>
/// <param name="First">The index of the first row that is held.</param>
/// <param name="Count">How many are held.</param>
/// <param name="Total">How many the file has.</param>
public readonly record struct RowWindow(int First, int Count, int Total)
{
    /// <summary>Up to so many rows a file is held whole.</summary>
    public const int Whole = 180;

    /// <summary>Rows of a stretch: more than twice what a high screen shows.</summary>
    private const int Stretch = 140;

    /// <summary>Rows before the one that is asked for, so that scrolling back a little finds them there.</summary>
    private const int Lead = 40;

    /// <summary>The index behind the last row that is held.</summary>
    public int End => First + Count;

    public int Below => Total - End;

    public static RowWindow Top(int total) => At(0, total);

    /// <summary>The stretch around a row.</summary>
    public static RowWindow Around(int row, int total) => At(row - Lead, total);

    /// <summary>The same stretch of a file that has grown or shrunk.</summary>
    public RowWindow Of(int total) => total == Total ? this : At(First, total);

    public bool Holds(int row) => row >= First && row < End;

    private static RowWindow At(int first, int total)
    {
        if (total <= Whole)
        {
            return new RowWindow(0, total, total);
        }

        var start = Math.Clamp(first, 0, total - Stretch);
        return new RowWindow(start, Stretch, total);
    }
}
