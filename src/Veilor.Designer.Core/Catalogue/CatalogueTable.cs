using System.Reflection;
using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Catalogue;

/// <summary>A table of the catalogue: tab-separated text that is part of the program, with the names of the columns in its first line.</summary>
internal sealed class CatalogueTable
{
    private readonly Dictionary<string, int> _columns;

    private CatalogueTable(string name, string text)
    {
        Name = name;
        var lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        _columns = lines[0].Split('\t').Index().ToDictionary(column => column.Item, column => column.Index, StringComparer.Ordinal);
        Rows = [.. lines.Skip(1).Select(line => new Row(this, line.Split('\t')))];
    }

    public IReadOnlyList<Row> Rows { get; }

    private string Name { get; }

    /// <summary>Reads the table of this file name.</summary>
    public static CatalogueTable Read(string name) => new(name, ReadText(name));

    /// <summary>Reads a file of the catalogue.</summary>
    /// <exception cref="InvalidOperationException">The program was built without it.</exception>
    public static string ReadText(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Catalogue/{name}")
            ?? throw new InvalidOperationException($"The catalogue file {name} is missing from the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>One line of the table.</summary>
    internal sealed class Row(CatalogueTable table, string[] cells)
    {
        /// <exception cref="FormatException">The line has fewer cells than the table has columns.</exception>
        public string this[string column]
        {
            get
            {
                var index = table._columns[column];
                return index < cells.Length
                    ? cells[index]
                    : throw new FormatException($"{table.Name}: the line of {cells[0]} has no {column}.");
            }
        }

        public EquatableArray<string> List(string column) =>
            this[column].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToEquatableArray();
    }
}
