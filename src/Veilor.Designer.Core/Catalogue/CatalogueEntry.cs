using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Catalogue;

/// <summary>What every hardening setting of the catalogue says about itself.</summary>
public abstract record CatalogueEntry
{
    /// <summary>Stable and unique in its list; what presets name.</summary>
    public required string Id { get; init; }

    /// <summary>The id of its <see cref="CatalogueGroup"/>.</summary>
    public required string Group { get; init; }

    /// <summary>What it does, in a sentence.</summary>
    public required string Does { get; init; }

    /// <summary>What it costs and what it breaks; empty when nothing is known.</summary>
    public required string Cost { get; init; }

    public required CatalogueGrade Grade { get; init; }

    /// <summary>Who recommends it, such as KSPP, secureblue, CIS; empty when nobody known does.</summary>
    public required EquatableArray<string> Sources { get; init; }

    /// <summary>What it touches: <c>gaming</c>, <c>perf-med</c>, <c>boot</c>…; empty where nothing is noted.</summary>
    public EquatableArray<string> Tags { get; init; } = [];

    /// <summary>What a form calls it.</summary>
    public abstract string Title { get; }

    /// <summary>True when the entry speaks of this, for a search.</summary>
    public virtual bool Matches(string text) =>
        Contains(Title, text) || Contains(Does, text) || Contains(Cost, text) || Sources.FindIndex(source => Contains(source, text)) >= 0;

    private protected static bool Contains(string value, string text) => value.Contains(text, StringComparison.OrdinalIgnoreCase);
}
