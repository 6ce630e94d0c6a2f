using System.Globalization;
using Microsoft.AspNetCore.Components;
using Veilor.Designer.Components.Fields;
using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Components.Editor.Sections;

/// <summary>Bases to choose from with the day their updates end, and a warning for one that has ended or soon will. The clock is the machine's.</summary>
public sealed partial class BasePicker : FieldComponent<ScalarField<ImageReference>>
{
    [Inject]
    public required TimeProvider Time { get; init; }

    private DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    private CatalogueBase? Current => DesignCatalogue.BaseOf(Field.Get(Design));

    /// <summary>Those that still get updates, and the chosen one.</summary>
    private IEnumerable<CatalogueBase> Offered => DesignCatalogue.Bases.Where(item => item == Current || !item.HasEnded(Today));

    private CatalogueBase? Successor => Current is { } current ? DesignCatalogue.Successor(current, Today) : null;

    private string? Warning => Current?.EndNotice(Today);

    private static string Day(CatalogueBase item) => item.EndOfLife!.Value.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private string Lifetime(CatalogueBase item) =>
        item.EndOfLife is null ? "moves on by itself" : item.HasEnded(Today) ? $"ended {Day(item)}" : $"updates until {Day(item)}";

    /// <summary>Takes the base, and the digest away, which is that of the old one.</summary>
    private void Choose(CatalogueBase item) =>
        Apply(Field.Path, $"build on {item.Title}", design => item.Is(Field.Get(design)) ? design : ImageFields.Digest.Set(Field.Set(design, item.Reference), null));
}
