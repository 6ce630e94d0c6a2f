namespace Veilor.Designer.Components.Preview;

/// <summary>A view of a file as rows of which it may hold a stretch only.</summary>
public interface IRowView
{
    /// <summary>The row that shows a line, both counted from 0; null when none does.</summary>
    int? RowOf(int line);

    /// <summary>The line of the file that a row shows; null for a row that shows none.</summary>
    int? LineOf(int row);

    /// <summary>True when the page holds the row.</summary>
    bool Holds(int row);

    /// <summary>Holds the stretch around a row.</summary>
    /// <param name="row">The row, counted from 0.</param>
    /// <param name="isChange">True to show what an edit brought, which glows.</param>
    void Hold(int row, bool isChange);
}
