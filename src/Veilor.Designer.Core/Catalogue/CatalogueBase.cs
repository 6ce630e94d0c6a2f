using System.Globalization;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Catalogue;

/// <summary>A bootc image that is commonly built upon.</summary>
/// <param name="Reference">Registry, repository and tag.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Does">What it is, in a sentence or two.</param>
/// <param name="EndOfLife">
/// The last day with updates, as endoflife.date had it on 22 August 2026; null where the tag moves on by itself. Fedora
/// sets its days late, so they may move by some weeks.
/// </param>
public sealed record CatalogueBase(ImageReference Reference, string Title, string Does, DateOnly? EndOfLife)
{
    /// <summary>True when updates have ended by this day.</summary>
    public bool HasEnded(DateOnly today) => EndOfLife < today;

    /// <summary>True when updates end within two months, so that a change of the base is due.</summary>
    public bool IsEnding(DateOnly today) => !HasEnded(today) && EndOfLife < today.AddMonths(2);

    /// <summary>What a person should know about updates of this base on this day, in a sentence or two; null where all is well.</summary>
    public string? EndNotice(DateOnly today) =>
        HasEnded(today) ? $"{Title} has had no updates since {Day}. Machines with this image would stay with its known faults."
        : IsEnding(today) ? $"Updates of {Title} end on {Day}."
        : null;

    private string Day => EndOfLife is { } day ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : "";

    /// <summary>True when the reference names this base, whatever its digest.</summary>
    public bool Is(ImageReference reference) =>
        string.Equals(reference.Name, Reference.Name, StringComparison.Ordinal) && string.Equals(reference.Tag, Reference.Tag, StringComparison.Ordinal);
}
