namespace Veilor.Designer.Core.Fields;

/// <summary>What is said about a key that no field has: what was probably meant.</summary>
internal static class UnknownKey
{
    public static string Message(string table, string key, IEnumerable<string> known)
    {
        var names = known.ToList();
        var near = names.MinBy(name => Distance(name, key));
        var hint = near is not null && Distance(near, key) <= 2
            ? $"did you mean '{near}'?"
            : "known are " + string.Join(", ", names);
        var place = table.Length == 0 ? "at the top" : $"in {table}";
        return $"the key '{key}' is not known {place}; {hint}";
    }

    /// <summary>Number of single-character edits between the two names (Levenshtein).</summary>
    internal static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(
                    Math.Min(row[j] + 1, row[j - 1] + 1),
                    diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[right.Length];
    }
}
