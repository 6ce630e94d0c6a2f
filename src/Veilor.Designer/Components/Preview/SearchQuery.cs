using System.Text.RegularExpressions;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Generation;

namespace Veilor.Designer.Components.Preview;

/// <summary>What is looked for in the files.</summary>
/// <param name="Text">The text, or the pattern.</param>
/// <param name="IsCaseSensitive">True when upper and lower case differ.</param>
/// <param name="IsPattern">True for a regular expression.</param>
public sealed record SearchQuery(string Text, bool IsCaseSensitive = false, bool IsPattern = false)
{
    /// <summary>Hits of one file above this are not listed; nobody steps through more.</summary>
    public const int MostHits = 1000;

    private Regex? _pattern;

    /// <summary>What a changed query is made from: it has a pattern of its own.</summary>
    private SearchQuery(SearchQuery original) => (Text, IsCaseSensitive, IsPattern) = (original.Text, original.IsCaseSensitive, original.IsPattern);

    /// <summary>Why the pattern cannot be used; empty when it can.</summary>
    public string Problem
    {
        get
        {
            if (!IsPattern || _pattern is not null || Text.Length == 0)
            {
                return "";
            }

            try
            {
                // This engine needs time in proportion to the text, whatever the pattern is.
                _pattern = new Regex(Text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | (IsCaseSensitive ? RegexOptions.None : RegexOptions.IgnoreCase), Regex.InfiniteMatchTimeout);
                return "";
            }
            catch (Exception e) when (e is ArgumentException or NotSupportedException)
            {
                return e.Message;
            }
        }
    }

    /// <summary>The places in a document, in order; at most <see cref="MostHits"/>.</summary>
    public EquatableArray<SearchHit> Find(DesignDocument document)
    {
        if (Text.Length == 0 || Problem.Length > 0)
        {
            return [];
        }

        return document.Lines.Index()
            .SelectMany(line => PlacesIn(line.Item.Text).Select(place => new SearchHit(document.Path, line.Index, place)))
            .Take(MostHits)
            .ToEquatableArray();
    }

    private IEnumerable<TextSpan> PlacesIn(string line)
    {
        if (_pattern is not null)
        {
            return _pattern.Matches(line).Where(match => match.Length > 0).Select(match => new TextSpan(match.Index, match.Length));
        }

        return Places(line, Text, IsCaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);

        static IEnumerable<TextSpan> Places(string line, string text, StringComparison comparison)
        {
            for (var at = line.IndexOf(text, comparison); at >= 0; at = line.IndexOf(text, at + text.Length, comparison))
            {
                yield return new TextSpan(at, text.Length);
            }
        }
    }
}
