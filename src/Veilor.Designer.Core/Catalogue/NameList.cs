namespace Veilor.Designer.Core.Catalogue;

/// <summary>Names that a tool looks up, as its release of one day had them.</summary>
public sealed class NameList
{
    private readonly HashSet<string> _all;

    internal NameList(IReadOnlyList<string> offered, IEnumerable<string> others)
    {
        Offered = offered;
        _all = new HashSet<string>(offered.Concat(others), StringComparer.Ordinal);
    }

    /// <summary>What a form offers, in the order of the list.</summary>
    public IReadOnlyList<string> Offered { get; }

    /// <summary>Every name, with those that are only kept for old settings.</summary>
    public IReadOnlyCollection<string> All => _all;

    /// <summary>True for a name of the list. A name that is not there is unknown, not absent: a base or a package may bring more.</summary>
    public bool Has(string name) => _all.Contains(name);
}
