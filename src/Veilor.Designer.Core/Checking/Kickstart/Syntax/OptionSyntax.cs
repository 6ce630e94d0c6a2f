namespace Veilor.Designer.Core.Checking.Kickstart.Syntax;

/// <summary>An option of a command.</summary>
/// <param name="Names">All its spellings, with the dashes.</param>
/// <param name="Kind">What it takes.</param>
internal sealed record OptionSyntax(IReadOnlyList<string> Names, OptionKind Kind)
{
    /// <summary>What the value is known as afterwards; the first spelling unless options share one.</summary>
    public string Target { get; init; } = Names[0];

    /// <summary>What a flag stores under <see cref="Target"/>.</summary>
    public string Stored { get; init; } = "true";

    public bool IsRequired { get; init; }

    /// <summary>True when a repeated command without the option goes back to the default instead of keeping the old value.</summary>
    public bool Resets { get; init; }

    /// <summary>Where the option exists.</summary>
    public Dialects In { get; init; } = Dialects.All;

    /// <summary>Where it is deprecated.</summary>
    public Dialects DeprecatedIn { get; init; }

    /// <summary>The only values it takes; empty for any.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Refuses values in the command's own words; null lets all pass.</summary>
    public Func<string, string?>? Refuse { get; init; }

    /// <summary>The name in error messages.</summary>
    public string ErrorName => string.Join('/', Names);
}
